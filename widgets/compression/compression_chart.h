// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compression/figure_data.h"
#include "widgets/theme/theme.h"

#include <QChart>

#include <memory>

class QScatterSeries;
class QValueAxis;

namespace morphospace {

/// The accuracy-against-compression figure, drawn from values. The page has one in the colours of
/// the theme, an exported figure one in those of paper.
class CompressionChart : public QChart {
    Q_OBJECT
public:
    explicit CompressionChart(QGraphicsItem* parent = nullptr);
    ~CompressionChart() override;

    void setData(const FigureData& data);
    void setTheme(const Theme& theme);
    /// The point under the mouse or chosen by key: an index into data().points, -1: none.
    void setMarked(int index);
    [[nodiscard]] const FigureData& data() const { return m_data; }

    /// Where a point is, in the coordinates of the chart.
    [[nodiscard]] QPointF positionOf(const FigurePoint& point) const;
    /// Index of the nearest point within `reach` pixels, -1: none.
    [[nodiscard]] int nearest(const QPointF& position, double reach) const;

private:
    class Overlay;
    void rebuild();
    void fitAxes();
    QScatterSeries* addScatter(const QString& name, const QColor& colour, int shape, double size,
                               bool hollow);
    void styleAxis(QValueAxis* axis, const QString& title);

    FigureData m_data;
    Theme m_theme;
    int m_marked = -1;
    QValueAxis* m_x;
    QValueAxis* m_y;
    QAbstractSeries* m_anchor = nullptr;   ///< any series: maps values to positions
    std::unique_ptr<Overlay> m_below;
    std::unique_ptr<Overlay> m_above;
};

} // namespace morphospace
