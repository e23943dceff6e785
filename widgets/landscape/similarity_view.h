// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure.h"
#include "widgets/landscape/landscape_model.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace morphospace {

class NumberTableView;
class PaintedView;

/// How alike networks of two sizes compute, layer by layer, or every width with every other.
class SimilarityView : public QWidget {
    Q_OBJECT
public:
    SimilarityView(SessionModel& session, TestImages& images, LandscapeModel& model,
                   QWidget* parent = nullptr);
    ~SimilarityView() override;

    /// The numbers behind the chart.
    [[nodiscard]] NumberTableView* table() const { return m_table; }
    [[nodiscard]] QString readout() const;
    /// The line over the chart: the sizes that are compared, and whether they are those of now.
    [[nodiscard]] QString title() const;
    /// Nothing before anything is compared.
    [[nodiscard]] std::optional<Figure> figure() const;

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showOptions();
    void refresh();
    void updateButtons();
    /// Whether a comparison is of what the page is about now.
    [[nodiscard]] bool isOld(const Similarity& similarity) const;
    /// Whose the numbers are.
    [[nodiscard]] QString titleOf(const Similarity& similarity) const;
    [[nodiscard]] bool showsPair() const;
    [[nodiscard]] bool showsDivergence() const;
    [[nodiscard]] const Similarity* shown() const;
    /// The layer whose widths are compared: the last before the scores that all sizes have.
    [[nodiscard]] std::size_t layerOf(const Similarity& similarity) const;

    SessionModel& m_session;
    TestImages& m_images;
    LandscapeModel& m_model;
    QComboBox* m_what;
    QPushButton* m_compare;
    QLabel* m_title;
    QStackedWidget* m_stack;
    PaintedView* m_view;
    NumberTableView* m_table;
    QLabel* m_note;
};

} // namespace morphospace
