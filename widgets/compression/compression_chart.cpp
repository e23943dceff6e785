// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compression/compression_chart.h"

#include <QGraphicsItem>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QPainter>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <map>

namespace morphospace {

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
        QFont font = m_chart.m_x->labelsFont();
        painter.setFont(font);
        painter.setPen(theme.muted);
        const QRectF label = band.intersected(plot).adjusted(8, 0, -8, -6);
        painter.drawText(label, Qt::AlignBottom | Qt::AlignHCenter,
                         QFontMetricsF(font).elidedText(
                             CompressionChart::tr("trained range"), Qt::ElideRight, label.width()));
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
            painter.drawText(QRectF(at.x() - 24, at.y() - 28, 48, 18), Qt::AlignCenter, name);
        };
        if (data.pinned) {
            letter(*data.pinned, QStringLiteral("A"), theme.pinned);
        }
        if (data.live) {
            letter(*data.live, QStringLiteral("B"), theme.accent);
        }
        if (m_chart.m_marked >= 0 && std::size_t(m_chart.m_marked) < data.points.size()) {
            painter.setPen(QPen(theme.text, 1.6));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(m_chart.positionOf(data.points[std::size_t(m_chart.m_marked)]), 7, 7);
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
    setMargins(QMargins(10, 6, 14, 6));
    setBackgroundRoundness(0);
    setDropShadowEnabled(false);
    addAxis(m_x, Qt::AlignBottom);
    addAxis(m_y, Qt::AlignLeft);
    legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    legend()->setAlignment(Qt::AlignTop);
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

void CompressionChart::setMarked(int index)
{
    if (index != m_marked) {
        m_marked = index;
        m_above->refresh();
    }
}

QScatterSeries* CompressionChart::addScatter(const QString& name, const QColor& colour, int shape,
                                             double size, bool hollow)
{
    auto* series = new QScatterSeries;
    series->setName(name);
    series->setMarkerShape(QScatterSeries::MarkerShape(shape));
    series->setMarkerSize(size);
    series->setColor(hollow ? m_theme.surface : colour);
    series->setBorderColor(hollow ? colour : m_theme.surface);
    series->setPen(QPen(hollow ? colour : m_theme.surface, hollow ? 1.6 : 0.8));
    addSeries(series);
    series->attachAxis(m_x);
    series->attachAxis(m_y);
    return series;
}

void CompressionChart::rebuild()
{
    using Origin = MeasurementModel::Origin;
    removeAllSeries();
    m_anchor = nullptr;
    setBackgroundBrush(m_theme.surface);
    setPlotAreaBackgroundVisible(false);

    // One line for each set of depths, so that a line is one morph in width.
    std::map<std::pair<Origin, std::vector<int>>, QList<QPointF>> lines;
    for (const FigurePoint& point : m_data.points) {
        if (point.origin != Origin::Session && point.measurement.averaging <= 1) {
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
        for (QLegendMarker* marker : legend()->markers(line)) {
            marker->setVisible(false);
        }
    }

    struct Group {
        QString name;
        QColor colour;
        int shape;
        double size;
        bool hollow;
    };
    const auto groupOf = [&](const FigurePoint& point) -> Group {
        if (point.origin == Origin::Reference) {
            return {tr("trained one by one"), m_theme.muted, QScatterSeries::MarkerShapeRectangle, 8,
                    false};
        }
        if (point.origin == Origin::Recorded) {
            return point.unseen
                ? Group{tr("recorded, unseen size"), m_theme.unseen,
                        QScatterSeries::MarkerShapeRotatedRectangle, 9, true}
                : Group{tr("recorded, trained range"), m_theme.accent,
                        QScatterSeries::MarkerShapeCircle, 8, true};
        }
        return point.unseen
            ? Group{tr("this session, unseen size"), m_theme.unseen,
                    QScatterSeries::MarkerShapeRotatedRectangle, 10, false}
            : Group{tr("this session, trained range"), m_theme.accent,
                    QScatterSeries::MarkerShapeCircle, 9, false};
    };
    std::map<QString, QScatterSeries*> series;
    for (const FigurePoint& point : m_data.points) {
        const Group group = groupOf(point);
        QScatterSeries*& scatter = series[group.name];
        if (scatter == nullptr) {
            scatter = addScatter(group.name, group.colour, group.shape, group.size, group.hollow);
        }
        scatter->append(100 * point.compression, 100 * point.measurement.accuracy());
        m_anchor = scatter;
    }
    if (m_anchor == nullptr) {
        auto* empty = addScatter(QString(), m_theme.accent, QScatterSeries::MarkerShapeCircle, 1, false);
        m_anchor = empty;
        for (QLegendMarker* marker : legend()->markers(empty)) {
            marker->setVisible(false);
        }
    }
    legend()->setLabelColor(m_theme.text);
    styleAxis(m_x, m_data.axis == CostAxis::Parameters
                       ? tr("compression (1 − parameters / parameters at full size), %")
                       : tr("compression (1 − MACs / MACs at full size), %"));
    styleAxis(m_y, tr("accuracy, %"));
    fitAxes();
    m_below->refresh();
    m_above->refresh();
}

void CompressionChart::styleAxis(QValueAxis* axis, const QString& title)
{
    QFont labels = font();
    labels.setPointSizeF(labels.pointSizeF() * 0.9);
    axis->setTitleText(title);
    axis->setTitleFont(labels);
    axis->setLabelsFont(labels);
    axis->setTitleBrush(m_theme.muted);
    axis->setLabelsColor(m_theme.muted);
    axis->setGridLineColor(m_theme.line);
    axis->setLinePen(QPen(m_theme.line, 1));
    axis->setLabelFormat(QStringLiteral("%g"));
    legend()->setFont(labels);
}

void CompressionChart::fitAxes()
{
    double least = 0;
    double greatest = 1;
    double low = 1;
    double high = 0;
    const auto take = [&](const FigurePoint& point) {
        least = std::min(least, point.compression);
        greatest = std::max(0.0, greatest);
        low = std::min(low, point.measurement.low);
        high = std::max(high, point.measurement.high);
    };
    for (const FigurePoint& point : m_data.points) {
        take(point);
    }
    if (m_data.live) {
        take(*m_data.live);
    }
    if (m_data.pinned) {
        take(*m_data.pinned);
    }
    if (high <= low) {
        low = 0;
        high = 1;
    }
    // Ends on whole steps, so that labels are round and the axes rest while points arrive.
    const double span = 100 * (high - low);
    const double step = span > 50 ? 20 : span > 20 ? 10 : span > 8 ? 5 : span > 3 ? 2 : 1;
    m_y->setRange(std::max(0.0, std::floor(100 * low / step) * step),
                  std::min(100.0, std::ceil(100 * high / step) * step));
    m_y->setTickType(QValueAxis::TicksDynamic);
    m_y->setTickAnchor(0);
    m_y->setTickInterval(step);
    const double width = least < -0.3 ? 20 : 10;
    m_x->setRange(std::floor(100 * least / width) * width, 100);
    m_x->setTickType(QValueAxis::TicksDynamic);
    m_x->setTickAnchor(0);
    m_x->setTickInterval(least < -0.9 ? 40 : 20);
}

QPointF CompressionChart::positionOf(const FigurePoint& point) const
{
    return const_cast<CompressionChart*>(this)->mapToPosition(
        QPointF(100 * point.compression, 100 * point.measurement.accuracy()), m_anchor);
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
