// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure.h"
#include "widgets/landscape/landscape_model.h"
#include "widgets/landscape/landscape_painter.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace morphospace {

class PaintedView;

/// The most accurate sizes within a budget: what a search found against the uniform line.
class BestSizesView : public QWidget {
    Q_OBJECT
public:
    BestSizesView(SessionModel& session, TestImages& images, LandscapeModel& model,
                  QWidget* parent = nullptr);
    ~BestSizesView() override;

    [[nodiscard]] QTableWidget* table() const { return m_found; }
    /// How thorough a search is; for tests, which have no time.
    void setSearchOptions(const SearchOptions& options) { m_searchOptions = options; }
    /// The budget that the fields show.
    [[nodiscard]] Budget budget() const;
    /// A part of what full size costs.
    void setBudget(double fraction);
    /// What a search found or is doing, in words.
    [[nodiscard]] QString verdict() const;
    /// Nothing before a search has come to its end.
    [[nodiscard]] std::optional<Figure> figure() const;

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showOptions();
    void refresh();
    void updateButtons();
    /// Whether front() is of a search under way or stopped, not of a report.
    [[nodiscard]] bool showsPart() const;
    [[nodiscard]] FrontData front() const;

    SessionModel& m_session;
    TestImages& m_images;
    LandscapeModel& m_model;
    SearchOptions m_searchOptions;
    QPushButton* m_search;
    QComboBox* m_cost;
    QDoubleSpinBox* m_limitField;
    std::optional<Cost> m_limitCost;     ///< that the field is in the unit of
    PaintedView* m_frontView;
    QLabel* m_verdict;
    QTableWidget* m_found;
    std::vector<Configuration> m_rows;   ///< of the table
};

} // namespace morphospace
