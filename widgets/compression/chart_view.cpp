// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compression/chart_view.h"

#include "widgets/shared/focus_ring.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <vector>

namespace morphospace {
namespace {
constexpr double reach = 14;   // pixels between the pointer and a point that it means
}

ChartView::ChartView(QWidget* parent)
    : QChartView(parent)
    , m_chart(new CompressionChart)
{
    setChart(m_chart);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    new FocusRing(this);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Accuracy against compression"));
    setAccessibleDescription(tr("Left and right walk through the points, Return goes to the marked "
                                "one; the same numbers are in the table"));
    setToolTip(tr("Every measurement of this session, the recorded ones and the references; click a "
                  "point to go to its size"));
    takeTheme();
}

void ChartView::takeTheme()
{
    m_chart->setTheme(currentTheme());
    setBackgroundBrush(currentTheme().surface);
}

void ChartView::setMagnification(double factor)
{
    m_magnification = factor;
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTransform(QTransform::fromScale(factor, factor));
    fitChart();
}

void ChartView::fitChart()
{
    if (m_magnification != 1) {
        const QSizeF size = QSizeF(viewport()->size()) / m_magnification;
        m_chart->resize(size);
        scene()->setSceneRect(QRectF(QPointF(), size));
    }
}

void ChartView::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    fitChart();
}

void ChartView::setData(const FigureData& data)
{
    m_chart->setData(data);
    if (m_marked >= int(data.points.size())) {
        mark(-1);
    }
}

QPoint ChartView::positionOf(int index) const
{
    const FigurePoint& point = m_chart->data().points.at(std::size_t(index));
    return mapFromScene(m_chart->mapToScene(m_chart->positionOf(point)));
}

int ChartView::at(const QPointF& position) const
{
    return m_chart->nearest(m_chart->mapFromScene(mapToScene(position.toPoint())), reach);
}

void ChartView::mark(int index)
{
    if (index == m_marked) {
        return;
    }
    m_marked = index;
    m_chart->setMarked(index);
    if (index >= 0) {
        setAccessibleDescription(describe(m_chart->data().points[std::size_t(index)]));
    }
    Q_EMIT markedChanged(index);
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
    const int index = at(event->position());
    mark(index);
    viewport()->setCursor(index >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ChartView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        const int index = at(event->position());
        if (index >= 0) {
            mark(index);
            Q_EMIT chosen(index);
        }
    }
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    const auto& points = m_chart->data().points;
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step != 0 && !points.empty()) {
        std::vector<int> order(points.size());
        for (int i = 0; i < int(order.size()); ++i) {
            order[std::size_t(i)] = i;
        }
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
            return points[std::size_t(a)].compression < points[std::size_t(b)].compression;
        });
        const auto found = std::find(order.begin(), order.end(), m_marked);
        const int last = int(order.size()) - 1;
        const int place = found == order.end() ? (step > 0 ? 0 : last)
                                               : std::clamp(int(found - order.begin()) + step, 0, last);
        mark(order[std::size_t(place)]);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_marked >= 0) {
        Q_EMIT chosen(m_marked);
    } else {
        QChartView::keyPressEvent(event);
    }
}

void ChartView::leaveEvent(QEvent* event)
{
    mark(-1);
    QChartView::leaveEvent(event);
}

void ChartView::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        takeTheme();
    }
}

} // namespace morphospace
