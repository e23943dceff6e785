// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/readable_chart.h"

#include "widgets/shared/focus_ring.h"
#include "widgets/smoothness/chart_parts.h"

#include <QGraphicsEllipseItem>
#include <QKeyEvent>
#include <QLegend>
#include <QMouseEvent>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr double reach = 40;      // pixels between the pointer and what it means

} // namespace

ReadableChart::ReadableChart(const Theme& theme, const QFont& font, double ringRadius)
    : m_theme(theme)
{
    setFont(font);
    setMargins(QMargins(4, 4, 10, 4));
    setBackgroundRoundness(0);
    setBackgroundBrush(theme.surface);
    setBackgroundPen(Qt::NoPen);
    setTitleBrush(theme.text);
    setTitleFont(font);
    // Qt's legend shortens names that have room: the title says which colour is which.
    legend()->hide();
    auto* ring = new QGraphicsEllipseItem(-ringRadius, -ringRadius, 2 * ringRadius, 2 * ringRadius,
                                          this);
    ring->setZValue(20);
    ring->setPen(chartPen(theme.text, 1.6));
    ring->hide();
    m_mark = ring;
}

QPointF ReadableChart::positionOf(int index)
{
    return mapToPosition(valueOf(index), m_anchor);
}

int ReadableChart::nearest(const QPointF& position)
{
    if (m_anchor == nullptr || !plotArea().adjusted(-8, -8, 8, 8).contains(position)) {
        return -1;
    }
    const bool across = isFoundAcross();
    int best = -1;
    double least = across ? 1e9 : reach;
    for (int index = 0; index < count(); ++index) {
        const QPointF way = positionOf(index) - position;
        const double distance = across ? std::abs(way.x()) : std::hypot(way.x(), way.y());
        if (distance < least) {
            least = distance;
            best = index;
        }
    }
    return best;
}

void ReadableChart::setMarked(int index)
{
    const bool seen = index >= 0 && index < count() && m_anchor != nullptr;
    m_mark->setVisible(seen);
    if (seen) {
        m_mark->setPos(positionOf(index));
    }
}

void ReadableChart::addValueAxis(Qt::Alignment side, double from, double to, double step,
                                 const QString& format, const QString& title)
{
    auto* axis = new QValueAxis;
    axis->setRange(from, to);
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickAnchor(0);
    axis->setTickInterval(step);
    axis->setLabelFormat(format);
    axis->setTitleText(title);
    addAxis(axis, side);
    for (QAbstractSeries* each : series()) {
        each->attachAxis(axis);
    }
}

void ReadableChart::resizeEvent(QGraphicsSceneResizeEvent* event)
{
    QChart::resizeEvent(event);
    showTitle();
}

ReadableChartView::ReadableChartView(ReadableChart* chart, QWidget* parent)
    : QChartView(parent)
    , m_chart(chart)
{
    const QChart* empty = QChartView::chart(); // the view still looks at it while it takes ours
    setChart(chart);
    delete empty;
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    new FocusRing(this);
    setFrameShape(QFrame::NoFrame);
    setMinimumSize(200, 96);
    setBackgroundBrush(currentTheme().surface);
}

void ReadableChartView::setReadable(ReadableChart* chart)
{
    mark(-1);
    const ReadableChart* old = m_chart;
    m_chart = chart;
    setChart(chart);
    delete old;
    setBackgroundBrush(currentTheme().surface);
}

void ReadableChartView::mark(int index)
{
    if (index != m_marked) {
        m_marked = index;
        m_chart->setMarked(index);
        if (index >= 0) {
            setAccessibleDescription(m_chart->describe(index));
        }
        Q_EMIT markedChanged(index);
    }
}

void ReadableChartView::mouseMoveEvent(QMouseEvent* event)
{
    mark(m_chart->nearest(m_chart->mapFromScene(mapToScene(event->position().toPoint()))));
}

void ReadableChartView::keyPressEvent(QKeyEvent* event)
{
    const int count = m_chart->count();
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0 || count == 0) {
        QChartView::keyPressEvent(event);
        return;
    }
    mark(m_marked < 0 ? (step > 0 ? 0 : count - 1) : std::clamp(m_marked + step, 0, count - 1));
}

void ReadableChartView::leaveEvent(QEvent* event)
{
    mark(-1);
    QChartView::leaveEvent(event);
}

void ReadableChartView::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::FontChange) {
        setReadable(madeAgain());
    }
}

} // namespace morphospace
