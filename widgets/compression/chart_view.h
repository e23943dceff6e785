// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compression/compression_chart.h"

#include <QChartView>

namespace morphospace {

/// The figure on the page: point at a point to read it, click it to go there; with the keyboard,
/// left and right walk through the points and Return goes there.
class ChartView : public QChartView {
    Q_OBJECT
public:
    explicit ChartView(QWidget* parent = nullptr);

    void setData(const FigureData& data);
    [[nodiscard]] CompressionChart* figure() const { return m_chart; }
    [[nodiscard]] int marked() const { return m_marked; }
    /// Where a point is in this widget.
    [[nodiscard]] QPoint positionOf(int index) const;
    /// Draws everything this many times as large: for those who sit far away.
    void setMagnification(double factor);

Q_SIGNALS:
    void markedChanged(int index);
    void chosen(int index);

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void takeTheme();
    void fitChart();
    void mark(int index);
    [[nodiscard]] int at(const QPointF& position) const;

    CompressionChart* m_chart;
    int m_marked = -1;
    double m_magnification = 1;
};

} // namespace morphospace
