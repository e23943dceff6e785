// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/landscape_map.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>
#include <cmath>

namespace morphospace {

LandscapeMap::LandscapeMap(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("Point at a size to read it, click or drag to take B there; A is dragged by its "
                  "marker; arrows move B, with Shift A"));
    setAccessibleName(tr("Landscape"));
    setAccessibleDescription(tr("Accuracy over two sizes of the network; arrows move the current "
                                "sample B from place to place, with Shift the pinned sample A"));
}

void LandscapeMap::setData(std::optional<LandscapeData> data)
{
    m_data = std::move(data);
    if (!m_data || m_marked >= int(m_data->cells.size())) {
        mark(-1);
    }
    update();
}

LandscapeFrame LandscapeMap::frame() const
{
    return landscapeFrame(*m_data, rect(), font());
}

QPoint LandscapeMap::positionOf(double xSize, double ySize) const
{
    return m_data ? frame().at(xSize, ySize).toPoint() : QPoint();
}

void LandscapeMap::mark(int cell)
{
    if (cell != m_marked) {
        m_marked = cell;
        update();
        Q_EMIT markedChanged(cell);
    }
}

void LandscapeMap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTheme().surface);
    if (m_data) {
        paintLandscape(painter, rect(), *m_data, currentTheme(), m_marked);
    }
    if (hasFocus()) {
        painter.setPen(currentTheme().accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void LandscapeMap::goTo(const QPointF& position)
{
    const QPointF sizes = frame().sizesAt(position);
    const auto within = [](const std::vector<int>& places, double size) {
        return std::clamp(int(std::lround(size)), places.front(), places.back());
    };
    Q_EMIT wanted(m_dragged, m_data->grid.configurationOf(within(m_data->grid.xs, sizes.x()),
                                                          within(m_data->grid.ys, sizes.y())));
}

LandscapeMarker LandscapeMap::markerAt(const QPointF& position) const
{
    const auto away = [&](const Configuration& size) {
        const auto at = m_data->grid.positionOf(size);
        const QPointF way = frame().at(at.x, at.y) - position;
        return std::hypot(way.x(), way.y());
    };
    // Where both stand at one place, B is what is meant.
    return m_data->pinned && away(*m_data->pinned) < markerRadius(font())
            && away(*m_data->pinned) < away(m_data->current)
        ? LandscapeMarker::Pinned
        : LandscapeMarker::Current;
}

void LandscapeMap::mousePressEvent(QMouseEvent* event)
{
    if (!m_data || event->button() != Qt::LeftButton || !frame().plot.contains(event->position())) {
        return;
    }
    m_dragging = true;
    m_dragged = markerAt(event->position());
    Q_EMIT dragBegan();
    // A press goes where it is; a marker that is taken hold of does not move before the hand does.
    if (m_dragged == LandscapeMarker::Current) {
        goTo(event->position());
    }
}

void LandscapeMap::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_data) {
        return;
    }
    if (m_dragging) {
        goTo(event->position());
    }
    const LandscapeFrame place = frame();
    if (!place.plot.contains(event->position())) {
        mark(-1);
        return;
    }
    const QPointF sizes = place.sizesAt(event->position());
    mark(int(m_data->nearest(sizes.x(), sizes.y())));
}

void LandscapeMap::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_dragging && event->button() == Qt::LeftButton) {
        m_dragging = false;
        Q_EMIT dragEnded();
    }
}

void LandscapeMap::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    mark(-1);
}

void LandscapeMap::keyPressEvent(QKeyEvent* event)
{
    if (!m_data) {
        QWidget::keyPressEvent(event);
        return;
    }
    const LandscapeMarker marker = (event->modifiers() & Qt::ShiftModifier) != 0
        ? LandscapeMarker::Pinned
        : LandscapeMarker::Current;
    const auto cell = steppedCell(*m_data, marker, event->key());
    if (!cell) {
        QWidget::keyPressEvent(event);
        return;
    }
    Q_EMIT wanted(marker, m_data->configuration(*cell));
    mark(int(*cell));
}

PaintedView::PaintedView(QWidget* parent)
    : QWidget(parent)
{
}

void PaintedView::setPainter(std::function<void(QPainter&, const QRectF&)> paint)
{
    m_paint = std::move(paint);
    update();
}

void PaintedView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTheme().surface);
    if (m_paint) {
        m_paint(painter, rect());
    }
}

} // namespace morphospace
