// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/smoothness_chart.h"

#include "widgets/language/words.h"
#include "widgets/shared/text.h"
#include "widgets/smoothness/chart_parts.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QPainter>
#include <QLineSeries>
#include <QScatterSeries>

#include <algorithm>
#include <cmath>

namespace morphospace {

/// The names under the bars: Qt's own shorten each to dots where many stand beside each other.
class SmoothnessChart::Labels : public QGraphicsItem {
public:
    explicit Labels(SmoothnessChart* chart)
        : QGraphicsItem(chart)
        , m_chart(*chart)
    {
        setAcceptedMouseButtons(Qt::NoButton);
    }

    [[nodiscard]] QRectF boundingRect() const override { return m_chart.rect(); }

    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override
    {
        const QStringList& names = m_chart.m_data.categories;
        const QRectF plot = m_chart.plotArea();
        const double each = plot.width() / double(std::max<qsizetype>(1, names.size()));
        QFont font = m_chart.font();
        font.setPointSizeF(font.pointSizeF() * 0.88);
        const double line = QFontMetricsF(font).height();
        if (line > each) {
            font.setPointSizeF(font.pointSizeF() * std::max(0.5, each / line));
        }
        const QFontMetricsF metrics(font);
        painter->setFont(font);
        painter->setPen(m_chart.m_theme.muted);
        for (int i = 0; i < int(names.size()); ++i) {
            const double width = metrics.horizontalAdvance(names[i]) + 2;
            painter->save();
            painter->translate(plot.left() + (i + 0.5) * each, plot.bottom() + 5);
            painter->rotate(-90);
            painter->drawText(QRectF(-width, -metrics.height() / 2, width, metrics.height()),
                              Qt::AlignRight | Qt::AlignVCenter, names[i]);
            painter->restore();
        }
    }

private:
    SmoothnessChart& m_chart;
};

int SmoothnessChartData::count() const
{
    switch (kind) {
    case Kind::Variation: return int(categories.size());
    case Kind::Neighbours: return int(std::max(values[0].size(), values[1].size()));
    case Kind::Path: return int(x.size());
    }
    return 0;
}

QString SmoothnessChartData::describe(int index) const
{
    const auto i = std::size_t(index);
    const auto valueOf = [&](std::size_t side) {
        return i < values[side].size() ? decimalText(values[side][i], 3) : morphospace::tr("none");
    };
    switch (kind) {
    case Kind::Variation: {
        const double from = values[0][i];
        const QString change = from > 0
            ? morphospace::tr(" (%1)").arg(percentText(values[1][i] / from - 1))
            : QString();
        return morphospace::tr("%1: %2 %3, %4 %5%6", "tensor, name and value twice, change in brackets")
            .arg(categories[index], names[0], valueOf(0), names[1], valueOf(1), change);
    }
    case Kind::Neighbours:
        return morphospace::tr("Step %1: %2 %3, %4 %5", "number, name and value twice")
            .arg(QString::number(index + 1), names[0], valueOf(0), names[1], valueOf(1));
    case Kind::Path: {
        const auto placeIn = [&](std::size_t side) {
            const auto found = std::ranges::find(orders[side], index);
            return found == orders[side].end() ? morphospace::tr("none")
                                               : QString::number(found - orders[side].begin());
        };
        return morphospace::tr("Channel %1: position %2 %3, position %4 %5", "number, place and name twice")
            .arg(QString::number(index), placeIn(0), names[0], placeIn(1), names[1]);
    }
    }
    return {};
}

SmoothnessChart::SmoothnessChart(const SmoothnessChartData& data, const Theme& theme,
                                 const QFont& font)
    : ReadableChart(theme, font, 6)
    , m_data(data)
{
    build();
}

QColor SmoothnessChart::colourOf(std::size_t side) const
{
    return side == 0 ? m_theme.muted : m_theme.accent;
}

void SmoothnessChart::showTitle()
{
    QString text = QStringLiteral("<b>%1</b>").arg(m_data.title.toHtmlEscaped());
    const QFontMetricsF metrics(font());
    const bool stacked = metrics.horizontalAdvance(m_data.names[0] + m_data.names[1])
            + 6 * metrics.height()
        > size().width();
    if (m_data.count() > 0) {
        text += QStringLiteral("<br>");
        for (std::size_t side = 0; side < 2; ++side) {
            text += QStringLiteral("<span style=\"color:%1\">■</span>&nbsp;%2%3")
                        .arg(colourOf(side).name(), m_data.names[side].toHtmlEscaped(),
                             side == 1     ? QString()
                                 : stacked ? QStringLiteral("<br>")
                                           : QStringLiteral("&nbsp;&nbsp; "));
        }
    }
    setTitle(text);
}

void SmoothnessChart::build()
{
    showTitle();
    switch (m_data.kind) {
    case SmoothnessChartData::Kind::Variation: addBars(); break;
    case SmoothnessChartData::Kind::Neighbours: addCurves(); break;
    case SmoothnessChartData::Kind::Path: addPath(); break;
    }
    styleAxes(*this, m_theme);
}

void SmoothnessChart::addAxes(double fromX, double toX, double fromY, double toY)
{
    const auto add = [&](Qt::Alignment side, double from, double to, const QString& title) {
        addValueAxis(side, from, to, roundStep((to - from) / 4),
                     tickFormat(std::max(std::abs(from), std::abs(to))), title);
    };
    add(Qt::AlignBottom, fromX, toX, m_data.xTitle);
    add(Qt::AlignLeft, fromY, toY, m_data.yTitle);
}

void SmoothnessChart::addBars()
{
    auto* bars = new QBarSeries;
    bars->setBarWidth(0.78);
    double greatest = 0;
    for (std::size_t side = 0; side < 2; ++side) {
        auto* set = new QBarSet(m_data.names[side]);
        for (const double value : m_data.values[side]) {
            set->append(value);
            greatest = std::max(greatest, value);
        }
        set->setColor(colourOf(side));
        set->setBorderColor(Qt::transparent);
        bars->append(set);
    }
    addSeries(bars);
    m_anchor = bars;
    auto* categories = new QBarCategoryAxis;
    categories->append(m_data.categories);
    categories->setTitleText(m_data.xTitle);
    categories->setGridLineVisible(false);
    categories->setLabelsVisible(false);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    double longest = 0;
    for (const QString& name : m_data.categories) {
        longest = std::max(longest, QFontMetricsF(small).horizontalAdvance(name));
    }
    setMargins(QMargins(4, 4, 10, 6 + int(std::ceil(longest))));
    new Labels(this);
    addAxis(categories, Qt::AlignBottom);
    bars->attachAxis(categories);
    addValueAxis(Qt::AlignLeft, 0, roundedUp(greatest), roundStep(roundedUp(greatest) / 4),
                 tickFormat(greatest), m_data.yTitle);
}

void SmoothnessChart::addCurves()
{
    double greatestX = 0;
    double greatest = 0;
    for (std::size_t side = 0; side < 2; ++side) {
        auto* line = new QLineSeries;
        line->setName(m_data.names[side]);
        line->setPen(chartPen(colourOf(side), side == 0 ? 1.4 : 2.2,
                           side == 0 ? Qt::DashLine : Qt::SolidLine));
        for (std::size_t i = 0; i < m_data.values[side].size(); ++i) {
            line->append(m_data.places[side][i], m_data.values[side][i]);
            greatestX = std::max(greatestX, m_data.places[side][i]);
            greatest = std::max(greatest, m_data.values[side][i]);
        }
        addSeries(line);
        m_anchor = line;
    }
    addAxes(0, std::max(greatestX, 1e-9), 0, roundedUp(greatest));
}

void SmoothnessChart::addPath()
{
    double low[2] = {0, 0};
    double high[2] = {0, 0};
    for (std::size_t i = 0; i < m_data.x.size(); ++i) {
        const double at[2] = {m_data.x[i], m_data.y[i]};
        for (int axis = 0; axis < 2; ++axis) {
            low[axis] = std::min(low[axis], at[axis]);
            high[axis] = std::max(high[axis], at[axis]);
        }
    }
    for (std::size_t side = 0; side < 2; ++side) {
        auto* line = new QLineSeries;
        line->setName(m_data.names[side]);
        QColor colour = colourOf(side);
        if (side == 0) {
            colour.setAlphaF(0.45F);
        }
        line->setPen(chartPen(colour, side == 0 ? 1 : 2, side == 0 ? Qt::DashLine : Qt::SolidLine));
        for (const int channel : m_data.orders[side]) {
            line->append(m_data.x[std::size_t(channel)], m_data.y[std::size_t(channel)]);
        }
        addSeries(line);
    }
    auto* points = new QScatterSeries;
    points->setName(tr("channels"));
    points->setMarkerSize(7);
    points->setColor(m_theme.text);
    points->setBorderColor(m_theme.surface);
    for (std::size_t i = 0; i < m_data.x.size(); ++i) {
        points->append(m_data.x[i], m_data.y[i]);
    }
    addSeries(points);
    auto* first = new QScatterSeries;
    first->setName(tr("first channel"));
    first->setMarkerSize(12);
    first->setColor(m_theme.accent);
    first->setBorderColor(m_theme.surface);
    if (!m_data.orders[1].empty()) {
        const auto start = std::size_t(m_data.orders[1].front());
        first->append(m_data.x[start], m_data.y[start]);
    }
    addSeries(first);
    m_anchor = points;
    const double padX = 0.06 * std::max(1e-9, high[0] - low[0]);
    const double padY = 0.06 * std::max(1e-9, high[1] - low[1]);
    addAxes(low[0] - padX, high[0] + padX, low[1] - padY, high[1] + padY);
}

QPointF SmoothnessChart::valueOf(int index) const
{
    const auto i = std::size_t(index);
    switch (m_data.kind) {
    case SmoothnessChartData::Kind::Variation:
        return {double(index), std::max(m_data.values[0][i], m_data.values[1][i])};
    case SmoothnessChartData::Kind::Neighbours: {
        const std::size_t side = i < m_data.values[1].size() ? 1 : 0;
        return {m_data.places[side][i], m_data.values[side][i]};
    }
    case SmoothnessChartData::Kind::Path: return {m_data.x[i], m_data.y[i]};
    }
    return {};
}

bool SmoothnessChart::isFoundAcross() const
{
    return m_data.kind != SmoothnessChartData::Kind::Path;
}

SmoothnessChartView::SmoothnessChartView(QWidget* parent)
    : ReadableChartView(new SmoothnessChart({}, currentTheme(), QFont()), parent)
{
    setAccessibleName(tr("Chart of smoothness"));
    setAccessibleDescription(tr("Left and right walk through the values; the same numbers are in the "
                                "table"));
    setToolTip(tr("Point at a value to read it"));
}

void SmoothnessChartView::setData(const SmoothnessChartData& data)
{
    setReadable(new SmoothnessChart(data, currentTheme(), font()));
    setAccessibleName(data.title.isEmpty() ? tr("Chart of smoothness") : data.title);
}

ReadableChart* SmoothnessChartView::madeAgain() const
{
    return new SmoothnessChart(figure()->data(), currentTheme(), font());
}

} // namespace morphospace
