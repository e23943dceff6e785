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
    setToolTip(tr("Point at a size to read it, click or drag to go there; arrows move B"));
    setAccessibleName(tr("Landscape"));
    setAccessibleDescription(tr("Accuracy over two sizes of the network; arrows move the current "
                                "sample B from place to place"));
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
    Q_EMIT wanted(m_data->grid.configurationOf(within(m_data->grid.xs, sizes.x()),
                                               within(m_data->grid.ys, sizes.y())));
}

void LandscapeMap::mousePressEvent(QMouseEvent* event)
{
    if (!m_data || event->button() != Qt::LeftButton || !frame().plot.contains(event->position())) {
        return;
    }
    m_dragging = true;
    Q_EMIT dragBegan();
    goTo(event->position());
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
    const int right = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const int up = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
    if (right == 0 && up == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const LandscapeGrid& grid = m_data->grid;
    const auto at = grid.positionOf(m_data->current);
    const std::size_t cell = m_data->nearest(at.x, at.y);
    const auto moved = [](std::size_t place, int step, std::size_t count) {
        return std::size_t(std::clamp(int(place) + step, 0, int(count) - 1));
    };
    const std::size_t column = moved(cell % grid.xs.size(), right, grid.xs.size());
    const std::size_t row = moved(cell / grid.xs.size(), up, grid.ys.size());
    Q_EMIT wanted(grid.configuration(column, row));
    mark(int(grid.at(column, row)));
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
