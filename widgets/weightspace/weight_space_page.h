// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure.h"
#include "widgets/weightspace/cloud_data.h"
#include "widgets/weightspace/specimen_data.h"
#include "widgets/weightspace/weight_space_model.h"

#include <QBasicTimer>
#include <QWidget>

#include <functional>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QToolButton;

namespace morphospace {

class ElidedLabel;
class EntanglementMatrix;
class MemberList;
class PointCloud2D;
class PointCloud3D;
class SpecimenSheet;

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

    [[nodiscard]] SpecimenSheet* sheet() const { return m_sheet; }
    [[nodiscard]] PointCloud2D* map() const { return m_map; }
    [[nodiscard]] PointCloud3D* solid() const { return m_cloud; }
    [[nodiscard]] MemberList* members() const { return m_members; }
    [[nodiscard]] QLineEdit* word() const { return m_word; }
    [[nodiscard]] SpecimenData specimen() const;
    [[nodiscard]] CloudData cloud() const;

    void goTo(int member);
    void walk();
    void askForFont();
    void askForLetters();
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
    [[nodiscard]] QWidget* makeSpace();
    [[nodiscard]] QWidget* makeLetters();
    [[nodiscard]] QWidget* makeEmpty();
    [[nodiscard]] std::string option(const char* name) const;
    void choose(const char* name, const std::string& value);
    void fillZoo();
    void showOptions();
    void refreshCloud();
    void moveInCloud();
    void refreshSheet();
    void refreshMatrix();
    void takeWord();
    [[nodiscard]] QImage glimpse(int member);

    SessionModel& m_session;
    WeightSpaceModel& m_model;
    std::function<Provenance()> m_provenance;
    QStackedWidget* m_whole;
    QButtonGroup* m_views;
    QToolButton* m_sample;
    QToolButton* m_walk;
    QStackedWidget* m_stack;
    PointCloud2D* m_map;
    PointCloud3D* m_cloud;
    MemberList* m_members;
    EntanglementMatrix* m_matrix;
    QWidget* m_axes;
    QComboBox* m_x;
    QComboBox* m_y;
    QComboBox* m_z;
    QComboBox* m_colour;
    QToolButton* m_lasso;
    QToolButton* m_all;
    QToolButton* m_marking;
    ElidedLabel* m_title;
    QLineEdit* m_word;
    QSpinBox* m_noise;
    QButtonGroup* m_sheets;
    SpecimenSheet* m_sheet;
    QString m_exportFolder;
    /// What the cloud shows, so that a moving slider moves B and nothing else.
    struct Shown {
        const void* zoo = nullptr;
        const void* pinned = nullptr;
        std::string options;
        ZooPlace place;
        std::vector<int> groupA;
        std::vector<int> groupB;
        bool operator==(const Shown&) const = default;
    };
    Shown m_shown;
};

} // namespace morphospace
