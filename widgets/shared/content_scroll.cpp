// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/content_scroll.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>

namespace morphospace {

ContentScroll::ContentScroll(QWidget* content, QWidget* parent)
    : QScrollArea(parent)
{
    content->setObjectName(QStringLiteral("scrolled"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
}

void ContentScroll::resetWidth()
{
    m_widest = 0;
    updateGeometry();
}

int ContentScroll::neededHeight(int width) const
{
    const int inside = width - 2 * frameWidth();
    const QLayout* layout = widget()->layout();
    const int height = layout != nullptr && layout->hasHeightForWidth()
        ? layout->totalHeightForWidth(inside)
        : widget()->sizeHint().height();
    return height + 2 * frameWidth();
}

QSize ContentScroll::sizeHint() const
{
    return {minimumSizeHint().width(), widget()->sizeHint().height()};
}

QSize ContentScroll::minimumSizeHint() const
{
    // Room for the bar is kept, or the content would be cut when it appears.
    const int width = widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
    m_widest = m_growing ? std::max(m_widest, width) : width;
    return {m_widest, 4 * fontMetrics().lineSpacing()};
}

bool ContentScroll::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
    }
    return QScrollArea::eventFilter(watched, event);
}

int PageContent::heightForWidth(int width) const
{
    return layout() != nullptr ? layout()->totalMinimumHeightForWidth(width)
                               : QWidget::heightForWidth(width);
}

} // namespace morphospace
