// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/smoothness/order_curves.h"
#include "widgets/smoothness/readable_chart.h"

namespace morphospace {

/// Accuracy against width by the order of the channels: means as lines, their 95 % intervals as
/// whiskers, every seed as a small dot.
class OrderChart : public ReadableChart {
    Q_OBJECT
public:
    OrderChart(const OrderCurves& curves, const Theme& theme, const QFont& font);

    [[nodiscard]] const OrderCurves& curves() const { return m_curves; }
    [[nodiscard]] int count() const override { return m_curves.count(); }
    [[nodiscard]] QString describe(int index) const override { return m_curves.describe(index); }

protected:
    [[nodiscard]] QPointF valueOf(int index) const override;
    void showTitle() override;

private:
    class Whiskers;
    [[nodiscard]] QColor colourOf(OrderKind order) const;
    [[nodiscard]] double placeOf(std::size_t curve, double width) const;
    [[nodiscard]] QPointF mapped(double x, double y);
    void build();

    OrderCurves m_curves;
};

/// The chart on the page.
class OrderChartView : public ReadableChartView {
    Q_OBJECT
public:
    explicit OrderChartView(QWidget* parent = nullptr);

    void setCurves(const OrderCurves& curves);
    [[nodiscard]] OrderChart* figure() const { return static_cast<OrderChart*>(readable()); }

protected:
    [[nodiscard]] ReadableChart* madeAgain() const override;
};

} // namespace morphospace
