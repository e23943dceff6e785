// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/number_table.h"
#include "widgets/smoothness/readable_chart.h"

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

class SmoothnessChart : public ReadableChart {
    Q_OBJECT
public:
    SmoothnessChart(const SmoothnessChartData& data, const Theme& theme, const QFont& font);

    [[nodiscard]] const SmoothnessChartData& data() const { return m_data; }
    [[nodiscard]] int count() const override { return m_data.count(); }
    [[nodiscard]] QString describe(int index) const override { return m_data.describe(index); }

protected:
    [[nodiscard]] QPointF valueOf(int index) const override;
    [[nodiscard]] bool isFoundAcross() const override;
    void showTitle() override;

private:
    class Labels;
    void build();
    void addBars();
    void addCurves();
    void addPath();
    [[nodiscard]] QColor colourOf(std::size_t side) const;
    void addAxes(double fromX, double toX, double fromY, double toY);

    SmoothnessChartData m_data;
};

/// The chart on the page: of bars, distances or channels.
class SmoothnessChartView : public ReadableChartView {
    Q_OBJECT
public:
    explicit SmoothnessChartView(QWidget* parent = nullptr);

    void setData(const SmoothnessChartData& data);
    [[nodiscard]] SmoothnessChart* figure() const { return static_cast<SmoothnessChart*>(readable()); }

protected:
    [[nodiscard]] ReadableChart* madeAgain() const override;
};

} // namespace morphospace
