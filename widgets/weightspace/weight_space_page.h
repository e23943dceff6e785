// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure.h"
#include "widgets/weightspace/weight_space_model.h"

#include <QWidget>

#include <functional>

class QButtonGroup;
class QStackedWidget;
class QToolButton;

namespace morphospace {

class LettersPanel;
class MembersPanel;

/// The weight space of a zoo: its members as points, as a list, and how their directions hang
/// together; beside it the letters of the model that is shown. It works only while it is seen.
class WeightSpacePage : public QWidget {
    Q_OBJECT
public:
    WeightSpacePage(SessionModel& session, WeightSpaceModel& model, QWidget* parent = nullptr);
    ~WeightSpacePage() override;

    [[nodiscard]] std::vector<Figure> figures() const;
    /// Where what is exported comes from.
    void setProvenance(std::function<Provenance()> provenance);

    [[nodiscard]] MembersPanel* members() const { return m_members; }
    [[nodiscard]] LettersPanel* letters() const { return m_letters; }

    void walk();
    void askForFont();
    void askForLetters();
    /// The same with a picture of a letter or a font to begin with.
    void askForLettersOf(const QString& file);
    void exportAs();

Q_SIGNALS:
    void problem(const QString& text);
    void told(const QString& text);
    void figureWanted(const QString& name);
    void openWanted();
    void fileWanted(const QString& file);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTop();
    [[nodiscard]] QWidget* makeEmpty();
    void fillZoo();
    void showOptions();

    SessionModel& m_session;
    WeightSpaceModel& m_model;
    std::function<Provenance()> m_provenance;
    QStackedWidget* m_whole;
    QButtonGroup* m_views;
    QToolButton* m_sample;
    QToolButton* m_walk;
    MembersPanel* m_members;
    LettersPanel* m_letters;
    QString m_exportFolder;
};

} // namespace morphospace
