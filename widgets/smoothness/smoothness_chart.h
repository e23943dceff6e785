// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/number_table.h"
#include "widgets/theme/theme.h"

#include <QChart>
#include <QChartView>

#include <array>
#include <vector>

namespace morphospace {

/// What one of the charts of smoothness shows, as values: the page, the figure and the table are
/// made from the same.
struct SmoothnessChartData {
    enum class Kind {
        Variation,    ///< bars: total variation of every tensor
        Neighbours,   ///< curves: distance from each channel to the next along the order
        Path          ///< the order as a line through the channels' principal plane
    };
    Kind kind = Kind::Variation;
    QString title;
    QString xTitle;
    QString yTitle;
    std::array<QString, 2> names;            ///< of what is compared: left, right
    QStringList categories;                  ///< Variation: short names of the tensors
    std::array<std::vector<double>, 2> values;   ///< Variation: bars; Neighbours: y
    std::array<std::vector<double>, 2> places;   ///< Neighbours: x
    std::array<std::vector<int>, 2> orders;      ///< Path: order[position] = channel
    std::vector<double> x;                       ///< Path: of every channel
    std::vector<double> y;
    NumberTable numbers;

    [[nodiscard]] int count() const;             ///< of things that can be read
    /// One of them in words.
    [[nodiscard]] QString describe(int index) const;
};

class SmoothnessChart : public QChart {
    Q_OBJECT
public:
    /// Shows one set of data in one theme: another one is another chart.
    SmoothnessChart(const SmoothnessChartData& data, const Theme& theme, const QFont& font);

    [[nodiscard]] const SmoothnessChartData& data() const { return m_data; }
    /// Where a thing is in the chart, and which is nearest to a place there (-1: none near).
    [[nodiscard]] QPointF positionOf(int index);
    [[nodiscard]] int nearest(const QPointF& position);
    void setMarked(int index);

protected:
    void resizeEvent(QGraphicsSceneResizeEvent* event) override;

private:
    class Labels;
    void build();
    void addBars();
    void addCurves();
    void addPath();
    void showTitle();
    [[nodiscard]] QColor colourOf(std::size_t side) const;
    void addAxes(double fromX, double toX, double fromY, double toY);

    SmoothnessChartData m_data;
    Theme m_theme;
    QGraphicsItem* m_mark = nullptr;
    QAbstractSeries* m_anchor = nullptr;
};

/// The chart on the page: point at a bar, a distance or a channel to read it; left and right walk
/// through them.
class SmoothnessChartView : public QChartView {
    Q_OBJECT
public:
    explicit SmoothnessChartView(QWidget* parent = nullptr);

    void setData(const SmoothnessChartData& data);
    [[nodiscard]] SmoothnessChart* figure() const { return m_chart; }
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

    SmoothnessChart* m_chart;
    int m_marked = -1;
};

} // namespace morphospace
