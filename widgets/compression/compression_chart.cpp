// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compression/compression_chart.h"

#include <QGraphicsItem>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <set>

namespace morphospace {
namespace {
constexpr int headlineHeight = 24;
constexpr double sideMargin = 10;      // left; to the right half a tick label more
constexpr double legendMark = 18;      // room for a mark before its name
constexpr double legendGap = 16;
constexpr double besidePlot = 100;     // tick labels and margins beside the plot
}

/// What Qt Charts has no series for: the band of the trained range under the points, error bars
/// and the marks of A and B over them.
class CompressionChart::Overlay : public QGraphicsItem {
public:
    Overlay(CompressionChart* chart, bool above)
        : QGraphicsItem(chart)
        , m_chart(*chart)
        , m_above(above)
    {
        // Between the layers of the chart: plot area 0, grid 2, axes 3, series 4.
        setZValue(above ? 6 : 1);
        setAcceptedMouseButtons(Qt::NoButton);
    }

    [[nodiscard]] QRectF boundingRect() const override { return m_chart.rect(); }
    void refresh()
    {
        prepareGeometryChange();
        update();
    }

    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override
    {
        if (m_chart.m_anchor == nullptr) {
            return;
        }
        painter->setRenderHint(QPainter::Antialiasing);
        painter->save();
        if (m_above) {
            paintMarks(*painter);
        } else {
            paintBelow(*painter);
        }
        painter->restore();
    }

private:
    [[nodiscard]] QPointF map(double x, double y) const
    {
        return m_chart.mapToPosition(QPointF(x, y), m_chart.m_anchor);
    }

    void paintBelow(QPainter& painter)
    {
        const FigureData& data = m_chart.m_data;
        const Theme& theme = m_chart.m_theme;
        const QRectF plot = m_chart.plotArea();
        painter.setClipRect(plot);
        const double from = map(100 * data.trainedFrom, 0).x();
        const double to = map(100 * data.trainedTo, 0).x();
        QRectF band(std::min(from, to), plot.top(), std::abs(to - from), plot.height());
        QColor fill = theme.trained;
        fill.setAlphaF(0.45F);
        painter.fillRect(band, fill);
        for (const FigurePoint& point : data.points) {
            const QColor colour = point.origin == MeasurementModel::Origin::Reference ? theme.muted
                : point.unseen                                                         ? theme.unseen
                                                                                       : theme.accent;
            paintBar(painter, point, colour, 0.45F);
        }
    }

    void paintBar(QPainter& painter, const FigurePoint& point, QColor colour, float opacity)
    {
        const Measurement& m = point.measurement;
        const QPointF low = map(100 * point.compression, 100 * m.low);
        const QPointF high = map(100 * point.compression, 100 * m.high);
        colour.setAlphaF(opacity);
        painter.setPen(QPen(colour, 1.1));
        painter.drawLine(low, high);
        painter.drawLine(low - QPointF(3, 0), low + QPointF(3, 0));
        painter.drawLine(high - QPointF(3, 0), high + QPointF(3, 0));
    }

    void paintMarks(QPainter& painter)
    {
        const FigureData& data = m_chart.m_data;
        const Theme& theme = m_chart.m_theme;
        paintLegend(painter);
        paintOutside(painter);
        for (const FigurePoint& point : data.points) {
            if (m_chart.plotArea().adjusted(-1, -1, 1, 1).contains(map(
                    100 * point.compression, 100 * point.measurement.accuracy()))) {
                paintMark(painter, m_chart.groupOf(point), m_chart.positionOf(point));
            }
        }
        painter.setClipRect(m_chart.plotArea().adjusted(-12, -18, 12, 12));
        const auto letter = [&](const FigurePoint& point, const QString& name, const QColor& colour) {
            paintBar(painter, point, colour, 1.0F);
            const QPointF at = m_chart.positionOf(point);
            painter.setPen(QPen(colour, 2.2));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(at, 8, 8);
            QFont font = m_chart.m_x->labelsFont();
            font.setWeight(QFont::Bold);
            painter.setFont(font);
            painter.drawText(placeOf(at, QFontMetricsF(font).horizontalAdvance(name)),
                             Qt::AlignCenter, name);
        };
        // One network needs one ring: two letters over each other cannot be read.
        const bool same = data.pinned && data.live
            && data.pinned->measurement.configuration == data.live->measurement.configuration;
        if (data.pinned && !same) {
            letter(*data.pinned, QStringLiteral("A"), theme.pinned);
        }
        if (data.live) {
            letter(*data.live, same ? QStringLiteral("A, B") : QStringLiteral("B"), theme.accent);
        }
        if (m_chart.m_marked >= 0 && std::size_t(m_chart.m_marked) < data.points.size()) {
            painter.setPen(QPen(theme.text, 1.6));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(m_chart.positionOf(data.points[std::size_t(m_chart.m_marked)]), 7, 7);
        }
    }

    /// Where the letter of a ring stands: beside it, higher or lower, because over the ring is its
    /// error bar and beside it the line; where it covers the fewest points.
    [[nodiscard]] QRectF placeOf(QPointF at, double wide)
    {
        const QRectF plot = m_chart.plotArea();
        const bool top = at.y() - 22 < plot.top();
        const double half = std::max(12.0, wide / 2 + 4);
        const bool end = at.x() + 2 * half + 2 > plot.right();
        QRectF best;
        std::ptrdiff_t fewest = std::numeric_limits<std::ptrdiff_t>::max();
        for (const double down : {top ? 0.0 : -12.0, 12.0}) {
            for (const double aside : {end ? -1.0 : 1.0, end ? 1.0 : -1.0}) {
                const QPointF middle = at + QPointF(aside * (half + 3), down);
                const QRectF box(middle.x() - half, middle.y() - 9, 2 * half, 18);
                const QRectF ink = QRectF(middle.x() - wide / 2, middle.y() - 6, wide, 12)
                                       .adjusted(-5, -5, 5, 5);
                if (!best.isNull() && !plot.contains(box)) {
                    continue;
                }
                const std::ptrdiff_t covered =
                    std::ranges::count_if(m_chart.m_data.points, [&](const FigurePoint& point) {
                        return ink.contains(m_chart.positionOf(point));
                    });
                if (covered < fewest) {
                    fewest = covered;
                    best = box;
                }
            }
        }
        return best;
    }

    /// An arrow at the edge for each point that lies beyond it.
    void paintOutside(QPainter& painter)
    {
        for (const FigurePoint& point : m_chart.m_data.points) {
            const QPointF there = m_chart.mapToPosition(
                QPointF(100 * point.compression, 100 * point.measurement.accuracy()),
                m_chart.m_anchor);
            const QPointF at = m_chart.positionOf(point);
            const QPointF away = there - at;
            const double length = std::hypot(away.x(), away.y());
            if (length < 1) {
                continue;
            }
            const QPointF ahead = away / length;
            const QPointF aside(-ahead.y(), ahead.x());
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_chart.groupOf(point).colour);
            painter.drawPolygon(QPolygonF({at + 5 * ahead, at - 4 * ahead + 5 * aside,
                                           at - 4 * ahead - 5 * aside}));
        }
    }

    /// What there is to see, over the plot.
    void paintLegend(QPainter& painter)
    {
        const Theme& theme = m_chart.m_theme;
        const QFont font = m_chart.m_x->labelsFont();
        if (!m_chart.m_headline.isEmpty()) {
            QFont strong = m_chart.font();
            strong.setWeight(QFont::DemiBold);
            painter.setFont(strong);
            painter.setPen(theme.text);
            painter.drawText(QRectF(sideMargin, 2, m_chart.size().width() - 2 * sideMargin,
                                    headlineHeight),
                             Qt::AlignLeft | Qt::AlignVCenter, m_chart.m_headline);
        }
        painter.setFont(font);
        const double line = QFontMetricsF(font).height() + 3;
        for (const LegendEntry& entry : m_chart.m_legend) {
            paintLegendMark(painter, entry);
            painter.setPen(theme.text);
            painter.setFont(font);
            painter.drawText(QRectF(entry.at.x() + legendMark - 6, entry.at.y() - line / 2,
                                    m_chart.size().width(), line),
                             Qt::AlignLeft | Qt::AlignVCenter, entry.group.name);
        }
    }

    void paintLegendMark(QPainter& painter, const LegendEntry& entry)
    {
        const Theme& theme = m_chart.m_theme;
        const Group& group = entry.group;
        const QPointF at = entry.at;
        if (entry.mark == LegendEntry::Mark::Band) {
            QColor fill = group.colour;
            fill.setAlphaF(0.45F);
            painter.setPen(QPen(theme.line, 0.8));
            painter.setBrush(fill);
            painter.drawRect(QRectF(at.x() - 6, at.y() - 5, 12, 10));
            return;
        }
        if (entry.mark == LegendEntry::Mark::Ring) {
            painter.setPen(QPen(group.colour, 2.2));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(at, 5, 5);
            return;
        }
        paintMark(painter, group, at);
    }

    /// A measurement: its kind is told by shape and filling as well as by colour.
    void paintMark(QPainter& painter, const Group& group, const QPointF& at)
    {
        const Theme& theme = m_chart.m_theme;
        const double r = group.size / 2;
        painter.setPen(QPen(group.hollow ? group.colour : theme.surface, group.hollow ? 1.6 : 0.8));
        painter.setBrush(group.hollow ? theme.surface : group.colour);
        switch (group.shape) {
        case Shape::Square:
            painter.drawRect(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r));
            break;
        case Shape::Diamond:
            painter.drawPolygon(QPolygonF({at + QPointF(0, -r), at + QPointF(r, 0),
                                           at + QPointF(0, r), at + QPointF(-r, 0)}));
            break;
        case Shape::Disc:
            painter.drawEllipse(at, r, r);
            break;
        }
    }

    CompressionChart& m_chart;
    bool m_above;
};

CompressionChart::CompressionChart(QGraphicsItem* parent)
    : QChart(parent)
    , m_theme(lightTheme())
    , m_x(new QValueAxis(this))
    , m_y(new QValueAxis(this))
    , m_below(std::make_unique<Overlay>(this, false))
    , m_above(std::make_unique<Overlay>(this, true))
{
    setAnimationOptions(QChart::NoAnimation);
    setBackgroundRoundness(0);
    setDropShadowEnabled(false);
    addAxis(m_x, Qt::AlignBottom);
    addAxis(m_y, Qt::AlignLeft);
    legend()->hide();
    connect(this, &QChart::plotAreaChanged, this, [this] {
        m_below->refresh();
        m_above->refresh();
    });
    rebuild();
}

CompressionChart::~CompressionChart() = default;

void CompressionChart::setData(const FigureData& data)
{
    m_data = data;
    rebuild();
}

void CompressionChart::setTheme(const Theme& theme)
{
    m_theme = theme;
    rebuild();
}

void CompressionChart::setHeadline(const QString& text)
{
    m_headline = text;
    layOutWords();
}

void CompressionChart::resizeEvent(QGraphicsSceneResizeEvent* event)
{
    QChart::resizeEvent(event);
    layOutWords();
}

void CompressionChart::layOutWords()
{
    const QFont font = m_x->labelsFont();
    const QFontMetricsF metrics(font);
    const double line = metrics.height() + 3;
    const double right = size().width() - sideMargin;
    m_legend.clear();
    double x = sideMargin;
    double y = (m_headline.isEmpty() ? 2 : 2 + headlineHeight) + line / 2;
    const auto add = [&](LegendEntry::Mark mark, const Group& group) {
        const double width = legendMark + metrics.horizontalAdvance(group.name);
        if (x > sideMargin && x + width > right) {
            x = sideMargin;
            y += line;
        }
        m_legend.push_back({mark, group, QPointF(x + 6, y)});
        x += width + legendGap;
    };
    for (const Group& group : m_groups) {
        add(LegendEntry::Mark::Point, group);
    }
    if (!m_groups.empty()) {
        add(LegendEntry::Mark::Band, {tr("trained range"), m_theme.trained});
    }
    if (m_data.pinned) {
        add(LegendEntry::Mark::Ring, {tr("A, pinned"), m_theme.pinned});
    }
    if (m_data.live) {
        add(LegendEntry::Mark::Ring, {tr("B, current"), m_theme.accent});
    }
    const QMargins wanted(int(sideMargin), int(std::ceil(y + line / 2)) + 4, 14, 6);
    if (margins() != wanted) {
        setMargins(wanted);
    }
    const bool macs = m_data.axis == CostAxis::Macs;
    const QString title = macs ? tr("compression (1 − MACs / MACs at full size), %")
                               : tr("compression (1 − parameters / parameters at full size), %");
    const bool narrow = metrics.horizontalAdvance(title) > size().width() - besidePlot;
    m_x->setTitleText(!narrow ? title
                      : macs  ? tr("MACs saved, %")
                              : tr("parameters saved, %"));
    m_above->refresh();
}

void CompressionChart::setMarked(int index)
{
    if (index != m_marked) {
        m_marked = index;
        m_above->refresh();
    }
}

CompressionChart::Group CompressionChart::groupOf(const FigurePoint& point) const
{
    using Origin = MeasurementModel::Origin;
    if (point.origin == Origin::Reference) {
        return {tr("trained one by one"), m_theme.muted, Shape::Square, 8,
                false};
    }
    if (point.origin == Origin::Recorded) {
        return point.unseen
            ? Group{tr("recorded, unseen size"), m_theme.unseen,
                    Shape::Diamond, 9, true}
            : Group{tr("recorded, trained range"), m_theme.accent,
                    Shape::Disc, 8, true};
    }
    return point.unseen
        ? Group{tr("this session, unseen size"), m_theme.unseen,
                Shape::Diamond, 10, false}
        : Group{tr("this session, trained range"), m_theme.accent,
                Shape::Disc, 9, false};
}

void CompressionChart::rebuild()
{
    using Origin = MeasurementModel::Origin;
    removeAllSeries();
    m_anchor = nullptr;
    m_groups.clear();
    setBackgroundBrush(m_theme.surface);
    setBackgroundPen(Qt::NoPen);
    setPlotAreaBackgroundVisible(false);

    // One line for each set of depths, so that a line is one morph in width. It ends where the trained
    // range ends: what lies between the last trained size and an unseen one was not measured.
    std::map<std::pair<Origin, std::vector<int>>, QList<QPointF>> lines;
    for (const FigurePoint& point : m_data.points) {
        if (point.origin != Origin::Session && point.measurement.averaging <= 1 && point.together
            && !point.unseen) {
            lines[{point.origin, point.measurement.configuration.depths}].append(
                QPointF(100 * point.compression, 100 * point.measurement.accuracy()));
        }
    }
    for (auto& [key, values] : lines) {
        std::sort(values.begin(), values.end(),
                  [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); });
        auto* line = new QLineSeries;
        QColor colour = key.first == Origin::Recorded ? m_theme.accent : m_theme.muted;
        colour.setAlphaF(0.55F);
        line->setPen(QPen(colour, 1.4,
                          key.first == Origin::Recorded ? Qt::SolidLine : Qt::DashLine));
        line->append(values);
        addSeries(line);
        line->attachAxis(m_x);
        line->attachAxis(m_y);
    }

    std::set<QString> names;
    for (const FigurePoint& point : m_data.points) {
        const Group group = groupOf(point);
        if (names.insert(group.name).second) {
            m_groups.push_back(group);
        }
    }
    // Marks are drawn over the chart, because a series cuts those at the edge in half. An empty
    // one maps values to positions.
    m_anchor = new QLineSeries;
    addSeries(m_anchor);
    m_anchor->attachAxis(m_x);
    m_anchor->attachAxis(m_y);
    styleAxis(m_x);
    styleAxis(m_y);
    m_y->setTitleText(tr("accuracy, %"));
    layOutWords();
    fitAxes();
    m_below->refresh();
    m_above->refresh();
}

void CompressionChart::styleAxis(QValueAxis* axis)
{
    QFont labels = font();
    labels.setPointSizeF(labels.pointSizeF() * 0.9);
    axis->setTitleFont(labels);
    axis->setLabelsFont(labels);
    axis->setTitleBrush(m_theme.muted);
    axis->setLabelsColor(m_theme.muted);
    axis->setGridLineColor(m_theme.line);
    axis->setLinePen(QPen(m_theme.line, 1));
    axis->setLabelFormat(QStringLiteral("%g"));
}

void CompressionChart::fitAxes()
{
    double least = 0;
    double low = 1;
    double high = 0;
    const auto take = [&](const FigurePoint& point, bool always = false) {
        if (m_data.close && !always && (point.unseen || !point.together)) {
            return;
        }
        least = std::min(least, point.compression);
        low = std::min(low, point.measurement.low);
        high = std::max(high, point.measurement.high);
    };
    for (const FigurePoint& point : m_data.points) {
        take(point);
    }
    if (m_data.live) {
        take(*m_data.live, true);
    }
    if (m_data.pinned) {
        take(*m_data.pinned, true);
    }
    if (high <= low) {
        low = 0;
        high = 1;
    }
    // Ends on whole steps, so that labels are round and the axes rest while points arrive.
    const double span = 100 * (high - low);
    const double step = span > 50 ? 20 : span > 20 ? 10 : span > 8 ? 5 : span > 3 ? 2 : 1;
    // The interval before the range: an axis lays out its ticks when its range changes.
    const auto place = [](QValueAxis* axis, double from, double to, double interval) {
        axis->setTickType(QValueAxis::TicksDynamic);
        axis->setTickAnchor(0);
        axis->setTickInterval(interval);
        axis->setRange(from, to);
    };
    place(m_y, std::max(0.0, std::floor(100 * low / step) * step),
          std::min(100.0, std::ceil(100 * high / step) * step), step);
    // A little room before full size, so that its point does not lie on the axis.
    place(m_x, std::floor(100 * least / 10) * 10 - 4, 100, least < -0.9 ? 40 : 20);
}

QPointF CompressionChart::positionOf(const FigurePoint& point) const
{
    const QPointF there = const_cast<CompressionChart*>(this)->mapToPosition(
        QPointF(100 * point.compression, 100 * point.measurement.accuracy()), m_anchor);
    const QRectF plot = plotArea().adjusted(5, 5, -5, -5);
    // Close to the edge a point is where it is; beyond it, at the edge.
    return plotArea().contains(there)
        ? there
        : QPointF(std::clamp(there.x(), plot.left(), plot.right()),
                  std::clamp(there.y(), plot.top(), plot.bottom()));
}

int CompressionChart::nearest(const QPointF& position, double reach) const
{
    int best = -1;
    for (std::size_t i = 0; i < m_data.points.size(); ++i) {
        const QPointF away = positionOf(m_data.points[i]) - position;
        const double distance = std::hypot(away.x(), away.y());
        if (distance <= reach) {
            reach = distance;
            best = int(i);
        }
    }
    return best;
}

} // namespace morphospace
