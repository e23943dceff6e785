// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compression/figure_data.h"
#include "widgets/theme/theme.h"

#include <QChart>

#include <memory>

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
    /// A title over the legend: an exported figure has one.
    void setHeadline(const QString& text);
    /// The point under the mouse or chosen by key: an index into data().points, -1: none.
    void setMarked(int index);
    [[nodiscard]] const FigureData& data() const { return m_data; }

    /// Where a point is, in the coordinates of the chart; one outside the axes is at their edge.
    [[nodiscard]] QPointF positionOf(const FigurePoint& point) const;
    /// Index of the nearest point within `reach` pixels, -1: none.
    [[nodiscard]] int nearest(const QPointF& position, double reach) const;

protected:
    void resizeEvent(QGraphicsSceneResizeEvent* event) override;

private:
    class Overlay;
    enum class Shape { Disc, Square, Diamond };
    /// One kind of point, by colour and by shape.
    struct Group {
        QString name;
        QColor colour;
        Shape shape = Shape::Disc;
        double size = 8;
        bool hollow = false;
    };
    /// A kind of mark at its place in the legend.
    struct LegendEntry {
        enum class Mark { Point, Band, Ring };
        Mark mark = Mark::Point;
        Group group;         ///< of a ring: its letter is the first of the name
        QPointF at;          ///< of the mark's middle
    };
    [[nodiscard]] Group groupOf(const FigurePoint& point) const;
    void rebuild();
    void fitAxes();
    /// The legend in as many rows as the width asks for, and the room for it over the plot; titles
    /// of axes as long as they may be.
    void layOutWords();
    void styleAxis(QValueAxis* axis);

    FigureData m_data;
    Theme m_theme;
    QString m_headline;
    int m_marked = -1;
    std::vector<Group> m_groups;           ///< those there are
    std::vector<LegendEntry> m_legend;
    QValueAxis* m_x;
    QValueAxis* m_y;
    QAbstractSeries* m_anchor = nullptr;   ///< any series: maps values to positions
    std::unique_ptr<Overlay> m_below;
    std::unique_ptr<Overlay> m_above;
};

} // namespace morphospace
