// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure.h"
#include "widgets/model/session_model.h"
#include "widgets/smoothness/order_chart.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace morphospace {

class NumberTableView;

/// The experiment that ships with the program: whether manifolds that are trained on the same base
/// in another order of its channels are more accurate. Recorded, not measured here.
class ExperimentView : public QWidget {
    Q_OBJECT
public:
    explicit ExperimentView(SessionModel& session, QWidget* parent = nullptr);

    [[nodiscard]] OrderChartView* chart() const { return m_chart; }
    [[nodiscard]] NumberTableView* table() const { return m_table; }
    [[nodiscard]] QComboBox* blocks() const { return m_blocks; }
    [[nodiscard]] QString readout() const;
    /// What the experiment shows, in a sentence.
    [[nodiscard]] QString verdict() const;
    void showOptions();
    /// Nothing where no experiment is there.
    [[nodiscard]] std::optional<Figure> figure() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void load() const;
    void refresh();
    void describePlace();
    [[nodiscard]] std::string block() const;
    [[nodiscard]] OrderCurves curves() const;

    SessionModel& m_session;
    /// Read from the file that ships when it is first asked for.
    mutable std::optional<OrderResults> m_results;
    mutable QString m_problem;
    std::string m_seen;
    QComboBox* m_blocks;
    QComboBox* m_shown;
    QStackedWidget* m_stack;
    OrderChartView* m_chart;
    NumberTableView* m_table;
    QLabel* m_verdict;
    QLabel* m_note;
};

/// "order-experiment".
[[nodiscard]] Figure orderFigure(const OrderCurves& curves, const QString& words);

} // namespace morphospace
