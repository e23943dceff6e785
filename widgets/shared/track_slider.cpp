// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/track_slider.h"

#include "widgets/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace morphospace {

TrackSlider::TrackSlider(QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

double TrackSlider::handleRadius() const
{
    return style()->pixelMetric(QStyle::PM_SliderLength, nullptr, this) * 7.5 / 18;
}

double TrackSlider::placeOf(int value) const
{
    // The same place that the style gives the handle, so that the mouse meets what it sees.
    const int length = style()->pixelMetric(QStyle::PM_SliderLength, nullptr, this);
    return QStyle::sliderPositionFromValue(minimum(), maximum(),
                                           std::clamp(value, minimum(), maximum()), width() - length)
        + length / 2.0;
}

void TrackSlider::paintTrack(QPainter& painter, double from, double to, double thickness,
                             const QColor& colour) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(std::min(from, to), height() / 2.0 - thickness / 2,
                                   std::abs(to - from), thickness),
                            thickness / 2, thickness / 2);
}

void TrackSlider::paintPinned(QPainter& painter, double at) const
{
    const QPointF tip(at, height() / 2.0 - 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(currentTheme().pinned);
    painter.drawPolygon(QPolygonF({tip, tip + QPointF(-5, -8), tip + QPointF(5, -8)}));
}

void TrackSlider::paintHandle(QPainter& painter) const
{
    const Theme& theme = currentTheme();
    const QPointF at(placeOf(sliderPosition()), height() / 2.0);
    const bool near = underMouse() || isSliderDown();
    const double radius = handleRadius();
    if (hasFocus()) {
        QColor ring = theme.accent;
        ring.setAlphaF(0.3F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ring);
        painter.drawEllipse(at, radius + 4, radius + 4);
    }
    painter.setPen(QPen(theme.accent, 2));
    painter.setBrush(isSliderDown() ? theme.accent : near ? theme.raised : theme.surface);
    painter.drawEllipse(at, radius, radius);
}

void TrackSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_dragged = true;
        Q_EMIT dragBegan();
    }
    QSlider::mousePressEvent(event);
}

void TrackSlider::mouseReleaseEvent(QMouseEvent* event)
{
    QSlider::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton) {
        endDrag();
    }
}

void TrackSlider::endDrag()
{
    if (m_dragged) {
        m_dragged = false;
        Q_EMIT dragEnded();
    }
}

void TrackSlider::hideEvent(QHideEvent* event)
{
    QSlider::hideEvent(event);
    if (m_dragged) {
        // No release comes any more; a step that was begun must end.
        setSliderDown(false);
        endDrag();
    }
}

void TrackSlider::wheelEvent(QWheelEvent* event)
{
    // In a panel that scrolls, a wheel over a slider must not change a model by accident.
    if (hasFocus()) {
        QSlider::wheelEvent(event);
    } else {
        event->ignore();
    }
}

} // namespace morphospace
