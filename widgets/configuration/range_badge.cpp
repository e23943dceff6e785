// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/configuration/range_badge.h"

#include "widgets/theme/theme.h"

#include <QPainter>

namespace morphospace {

RangeBadge::RangeBadge(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Trained range"));
    setToolTip(tr("Whether training sampled networks of this size; outside, the weights are an "
                  "extrapolation"));
    setMinimumHeight(40);
}

void RangeBadge::setUnseen(bool unseen, const QString& range)
{
    m_unseen = unseen;
    m_text = unseen ? tr("unseen size\ntrained: %1").arg(range)
                    : tr("in the trained range\n%1").arg(range);
    setAccessibleDescription(m_text);
    update();
}

void RangeBadge::paintEvent(QPaintEvent*)
{
    if (m_text.isEmpty()) {
        return;
    }
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = m_unseen ? theme.unseen : theme.accent;
    const QPointF mark(9, height() / 2.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    if (m_unseen) {
        painter.drawPolygon(QPolygonF({mark + QPointF(0, -7), mark + QPointF(7, 0),
                                       mark + QPointF(0, 7), mark + QPointF(-7, 0)}));
    } else {
        painter.drawEllipse(mark, 5.5, 5.5);
    }
    const QStringList lines = m_text.split(u'\n');
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.87);
    const QRectF area(26, 0, width() - 26, height());
    painter.setFont(strong);
    painter.setPen(m_unseen ? theme.unseen : theme.text);
    painter.drawText(area.adjusted(0, 0, 0, -height() / 2.0), Qt::AlignLeft | Qt::AlignBottom,
                     lines.value(0));
    painter.setFont(small);
    painter.setPen(theme.muted);
    const QRectF below = area.adjusted(0, height() / 2.0 + 1, 0, 0);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignTop,
                     QFontMetricsF(small).elidedText(lines.value(1), Qt::ElideRight, below.width()));
}

} // namespace morphospace
