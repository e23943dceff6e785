// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lesson/page_progress.h"

#include "widgets/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace morphospace {

PageProgress::PageProgress(QWidget* parent)
    : QWidget(parent)
{
    setToolTip(tr("Goes to the page that is clicked"));
    setCursor(Qt::PointingHandCursor);
}

void PageProgress::setPage(int page, int count)
{
    m_page = page;
    m_count = std::max(1, count);
    setAccessibleName(tr("Page %1 of %2").arg(page + 1).arg(m_count));
    update();
}

void PageProgress::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double thickness = std::max(4.0, fontMetrics().height() * 0.3);
    const double gap = m_count > 30 ? 1 : thickness / 2;
    const double each = double(width()) / m_count;
    for (int i = 0; i < m_count; ++i) {
        // The present one is higher too, so that it is not told by colour alone.
        const double high = i == m_page ? 2 * thickness : thickness;
        painter.setBrush(i <= m_page ? theme.accent : theme.line);
        painter.drawRoundedRect(
            QRectF(i * each + gap / 2, (height() - high) / 2, each - gap, high), thickness / 2,
            thickness / 2);
    }
}

void PageProgress::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) {
        Q_EMIT wanted(int(event->position().x() * m_count / std::max(1, width())));
    }
}

} // namespace morphospace
