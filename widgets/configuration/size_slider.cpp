// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/configuration/size_slider.h"

#include "widgets/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QWheelEvent>

namespace morphospace {
namespace {

/// As large as the style has it, which is larger where text is.
double handleRadius(const QWidget* slider)
{
    return slider->style()->pixelMetric(QStyle::PM_SliderLength, nullptr, slider) * 7.5 / 18;
}

} // namespace

SizeSlider::SizeSlider(QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

void SizeSlider::setTrained(int least, int greatest)
{
    m_least = least;
    m_greatest = greatest;
    update();
}

void SizeSlider::setFullSize(int size)
{
    m_full = size;
    update();
}

void SizeSlider::setPinned(std::optional<int> size)
{
    m_pinned = size;
    update();
}

double SizeSlider::centreOf(int value) const
{
    // The same place that the style gives the handle, so that the mouse meets what it sees.
    const int length = style()->pixelMetric(QStyle::PM_SliderLength, nullptr, this);
    return QStyle::sliderPositionFromValue(minimum(), maximum(), value, width() - length)
        + length / 2.0;
}

QSize SizeSlider::minimumSizeHint() const
{
    return {80, std::max(28, int(2 * handleRadius(this)) + 12)};
}

void SizeSlider::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = height() / 2.0;
    const double at = centreOf(sliderPosition());
    const auto line = [&](double from, double to, double thickness, const QColor& colour) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(from, y - thickness / 2, std::max(0.0, to - from), thickness),
                                thickness / 2, thickness / 2);
    };
    const bool on = isEnabled();
    const double first = centreOf(minimum());
    const double last = centreOf(maximum());
    line(first - 2, last + 2, 3, theme.line);
    if (m_greatest > 0) {
        line(centreOf(std::max(m_least, minimum())) - 4, centreOf(std::min(m_greatest, maximum())) + 4,
             9, on ? theme.trained : theme.line);
    }
    if (on) {
        line(first - 2, at, 3, theme.accent);
    }
    if (m_full > minimum() && m_full < maximum()) {
        painter.setPen(QPen(theme.muted, 1.2));
        painter.drawLine(QPointF(centreOf(m_full), y - 9), QPointF(centreOf(m_full), y + 9));
    }
    if (m_pinned && on) {
        const QPointF tip(centreOf(*m_pinned), y - 6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.pinned);
        painter.drawPolygon(QPolygonF({tip, tip + QPointF(-5, -8), tip + QPointF(5, -8)}));
    }
    if (!on) {
        return;
    }
    const bool near = underMouse() || isSliderDown();
    const double radius = handleRadius(this);
    if (hasFocus()) {
        QColor ring = theme.accent;
        ring.setAlphaF(0.3F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ring);
        painter.drawEllipse(QPointF(at, y), radius + 4, radius + 4);
    }
    painter.setPen(QPen(theme.accent, 2));
    painter.setBrush(isSliderDown() ? theme.accent : near ? theme.raised : theme.surface);
    painter.drawEllipse(QPointF(at, y), radius, radius);
}

void SizeSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        Q_EMIT dragBegan();
    }
    QSlider::mousePressEvent(event);
}

void SizeSlider::mouseReleaseEvent(QMouseEvent* event)
{
    QSlider::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton) {
        Q_EMIT dragEnded();
    }
}

void SizeSlider::wheelEvent(QWheelEvent* event)
{
    // In a panel that scrolls, a wheel over a slider must not change the network by accident.
    if (hasFocus()) {
        QSlider::wheelEvent(event);
    } else {
        event->ignore();
    }
}

} // namespace morphospace
