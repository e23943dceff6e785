// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/configuration/size_slider.h"

#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace morphospace {

SizeSlider::SizeSlider(QWidget* parent)
    : TrackSlider(parent)
{
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

QSize SizeSlider::minimumSizeHint() const
{
    return {80, std::max(28, int(2 * handleRadius()) + 12)};
}

void SizeSlider::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = isEnabled();
    const double first = placeOf(minimum());
    paintTrack(painter, first - 2, placeOf(maximum()) + 2, 3, theme.line);
    if (m_greatest > 0) {
        paintTrack(painter, placeOf(m_least) - 4, placeOf(m_greatest) + 4, 9,
                   on ? theme.trained : theme.line);
    }
    if (on) {
        paintTrack(painter, first - 2, placeOf(sliderPosition()), 3, theme.accent);
    }
    if (m_full > minimum() && m_full < maximum()) {
        const double x = placeOf(m_full);
        const double y = height() / 2.0;
        painter.setPen(QPen(theme.muted, 1.2));
        painter.drawLine(QPointF(x, y - 9), QPointF(x, y + 9));
    }
    if (on) {
        if (m_pinned) {
            paintPinned(painter, placeOf(*m_pinned));
        }
        paintHandle(painter);
    }
}

} // namespace morphospace
