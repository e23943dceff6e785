// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/order_chart.h"

#include "widgets/smoothness/chart_parts.h"

#include <QFontMetricsF>
#include <QLineSeries>
#include <QPainter>
#include <QScatterSeries>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr double apart = 0.8;   // percent of width between orders at the same width

} // namespace

/// Intervals and single seeds; what reaches beyond the chart ends at its edge in an arrow.
class OrderChart::Whiskers : public QGraphicsItem {
public:
    explicit Whiskers(OrderChart* chart)
        : QGraphicsItem(chart)
        , m_chart(*chart)
    {
        setAcceptedMouseButtons(Qt::NoButton);
        setZValue(8);
    }

    [[nodiscard]] QRectF boundingRect() const override { return m_chart.rect(); }

    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override
    {
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF plot = m_chart.plotArea();
        const OrderCurves& curves = m_chart.m_curves;
        for (std::size_t c = 0; c < curves.curves.size(); ++c) {
            const QColor colour = m_chart.colourOf(curves.curves[c].order);
            for (const OrderCurves::Point& point : curves.curves[c].points) {
                const double x = m_chart.placeOf(c, point.width);
                painter->setPen(Qt::NoPen);
                QColor faint = colour;
                faint.setAlphaF(0.5F);
                painter->setBrush(faint);
                for (const auto& [seed, value] : point.seeds) {
                    const QPointF at = m_chart.mapped(x, value);
                    if (plot.contains(at)) {
                        painter->drawEllipse(at, 2.2, 2.2);
                    }
                }
                if (std::isfinite(point.half)) {
                    paintInterval(*painter, plot, colour, m_chart.mapped(x, point.mean - point.half),
                                  m_chart.mapped(x, point.mean + point.half));
                }
            }
        }
    }

private:
    static void paintInterval(QPainter& painter, const QRectF& plot, const QColor& colour,
                              const QPointF& low, const QPointF& high)
    {
        constexpr double cap = 3;
        painter.setPen(chartPen(colour, 1.2));
        painter.drawLine(QPointF(low.x(), std::min(low.y(), plot.bottom())),
                         QPointF(high.x(), std::max(high.y(), plot.top())));
        painter.setBrush(colour);
        const auto end = [&](const QPointF& at, double edge, double inwards) {
            if ((at.y() - edge) * inwards >= 0) {
                painter.drawLine(at - QPointF(cap, 0), at + QPointF(cap, 0));
            } else {
                const QPointF tip(at.x(), edge);
                painter.drawPolygon(QPolygonF({tip, tip + QPointF(-cap, 2 * cap * inwards),
                                               tip + QPointF(cap, 2 * cap * inwards)}));
            }
        };
        end(high, plot.top(), 1);
        end(low, plot.bottom(), -1);
    }

    OrderChart& m_chart;
};

OrderChart::OrderChart(const OrderCurves& curves, const Theme& theme, const QFont& font)
    : ReadableChart(theme, font, 7)
    , m_curves(curves)
{
    build();
}

QColor OrderChart::colourOf(OrderKind order) const
{
    switch (order) {
    case OrderKind::Path: return m_theme.accent;
    case OrderKind::Random: return m_theme.pinned;
    case OrderKind::Original: return m_theme.muted;
    case OrderKind::Nearest: return m_theme.right;
    case OrderKind::Component: return m_theme.stages[1];
    case OrderKind::Fiedler: return m_theme.unseen;
    }
    return m_theme.text;
}

double OrderChart::placeOf(std::size_t curve, double width) const
{
    return width + apart * (double(curve) - double(m_curves.curves.size() - 1) / 2);
}

QPointF OrderChart::mapped(double x, double y)
{
    return mapToPosition({x, y}, m_anchor);
}

void OrderChart::showTitle()
{
    QFont bold = font();
    bold.setBold(true);
    QString title = m_curves.title.toHtmlEscaped();
    if (QFontMetricsF(bold).horizontalAdvance(m_curves.title) > size().width() - 24) {
        title.replace(QStringLiteral(", "), QStringLiteral(",<br>"));
    }
    QString text = QStringLiteral("<b>%1</b>").arg(title);
    if (!m_curves.curves.empty()) {
        text += QStringLiteral("<br>");
        QStringList names;
        for (const OrderCurves::Curve& curve : m_curves.curves) {
            names += QStringLiteral("<span style=\"color:%1\">■</span>&nbsp;%2")
                         .arg(colourOf(curve.order).name(),
                              curve.name.toHtmlEscaped().replace(QStringLiteral(" "),
                                                                 QStringLiteral("&nbsp;")));
        }
        text += names.join(QStringLiteral("&nbsp;&nbsp; "));
    }
    setTitle(text);
}

void OrderChart::build()
{
    showTitle();
    if (m_curves.curves.empty()) {
        return;
    }
    const bool difference = m_curves.shown == OrderCurves::Shown::Difference;
    double low = difference ? 0 : 1e300;
    double high = difference ? 0 : -1e300;
    double narrow = 100;
    double widestHalf = 0;
    for (const OrderCurves::Curve& curve : m_curves.curves) {
        for (const OrderCurves::Point& point : curve.points) {
            narrow = std::min(narrow, point.width);
            for (const auto& [seed, value] : point.seeds) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
            if (std::isfinite(point.half)) {
                widestHalf = std::max(widestHalf, point.half);
            }
        }
    }
    // Intervals of two seeds are wider than all there is to see: they end in arrows.
    const double room = std::min(widestHalf, 0.6 * std::max(high - low, 0.5));
    low -= room;
    high += room;
    for (std::size_t c = 0; c < m_curves.curves.size(); ++c) {
        const OrderCurves::Curve& curve = m_curves.curves[c];
        auto* line = new QLineSeries;
        auto* means = new QScatterSeries;
        line->setPen(chartPen(colourOf(curve.order), curve.order == OrderKind::Path ? 2.2 : 1.6,
                              curve.order == OrderKind::Path         ? Qt::SolidLine
                                  : curve.order == OrderKind::Random ? Qt::DashLine
                                                                     : Qt::DotLine));
        means->setMarkerSize(8);
        means->setMarkerShape(curve.order == OrderKind::Random
                                  ? QScatterSeries::MarkerShapeRectangle
                                  : QScatterSeries::MarkerShapeCircle);
        means->setColor(colourOf(curve.order));
        means->setBorderColor(m_theme.surface);
        for (const OrderCurves::Point& point : curve.points) {
            line->append(placeOf(c, point.width), point.mean);
            means->append(placeOf(c, point.width), point.mean);
        }
        addSeries(line);
        addSeries(means);
        m_anchor = line;
    }
    if (difference) {
        auto* zero = new QLineSeries;
        zero->setPen(chartPen(m_theme.text, 1));
        zero->append(narrow - 5, 0);
        zero->append(105, 0);
        addSeries(zero);
    }
    addValueAxis(Qt::AlignBottom, narrow - 5, 105, 25, QStringLiteral("%.3g"),
                 tr("width, % of full size"));
    addValueAxis(Qt::AlignLeft, low, high, roundStep((high - low) / 5), QStringLiteral("%.3g"),
                 difference ? tr("points over random") : tr("accuracy, %"));
    styleAxes(*this, m_theme);
    new Whiskers(this);
}

QPointF OrderChart::valueOf(int index) const
{
    const OrderCurves::Point& point = m_curves.point(index);
    return {placeOf(m_curves.curveOf(index), point.width), point.mean};
}

OrderChartView::OrderChartView(QWidget* parent)
    : ReadableChartView(new OrderChart({}, currentTheme(), QFont()), parent)
{
    setAccessibleName(tr("Recorded experiment"));
    setAccessibleDescription(tr("Left and right walk through the means; the same numbers are in the "
                                "table"));
    setToolTip(tr("Point at a mean to read it; the table shows all numbers"));
}

void OrderChartView::setCurves(const OrderCurves& curves)
{
    setReadable(new OrderChart(curves, currentTheme(), font()));
    setAccessibleName(curves.words.isEmpty() ? tr("Recorded experiment") : curves.words);
}

ReadableChart* OrderChartView::madeAgain() const
{
    return new OrderChart(figure()->curves(), currentTheme(), font());
}

} // namespace morphospace
