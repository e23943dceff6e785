// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/smoothness/order_curves.h"
#include "widgets/theme/theme.h"

#include <QChart>
#include <QChartView>

namespace morphospace {

/// Accuracy against width by the order of the channels: means as lines, their 95 % intervals as
/// whiskers, every seed as a small dot.
class OrderChart : public QChart {
    Q_OBJECT
public:
    OrderChart(const OrderCurves& curves, const Theme& theme, const QFont& font);

    [[nodiscard]] const OrderCurves& curves() const { return m_curves; }
    /// Where a mean is in the chart, and which is nearest to a place there (-1: none near).
    [[nodiscard]] QPointF positionOf(int index);
    [[nodiscard]] int nearest(const QPointF& position);
    void setMarked(int index);

protected:
    void resizeEvent(QGraphicsSceneResizeEvent* event) override;

private:
    class Whiskers;
    [[nodiscard]] QColor colourOf(OrderKind order) const;
    [[nodiscard]] double placeOf(std::size_t curve, double width) const;
    [[nodiscard]] QPointF mapped(double x, double y);
    void showTitle();
    void build();

    OrderCurves m_curves;
    Theme m_theme;
    QGraphicsItem* m_mark = nullptr;
    QAbstractSeries* m_anchor = nullptr;
};

/// The chart on the page: point at a mean to read it; left and right walk through them.
class OrderChartView : public QChartView {
    Q_OBJECT
public:
    explicit OrderChartView(QWidget* parent = nullptr);

    void setCurves(const OrderCurves& curves);
    [[nodiscard]] OrderChart* figure() const { return m_chart; }
    [[nodiscard]] int marked() const { return m_marked; }

Q_SIGNALS:
    void markedChanged(int index);

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void mark(int index);

    OrderChart* m_chart;
    int m_marked = -1;
};

} // namespace morphospace
