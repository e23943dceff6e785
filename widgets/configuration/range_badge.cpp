// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/configuration/range_badge.h"

#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace morphospace {
namespace {
constexpr int textLeft = 26;   // beside the mark
}

RangeBadge::RangeBadge(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Trained range"));
    setToolTip(tr("Whether training sampled networks of this size; outside, the weights are an "
                  "extrapolation"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void RangeBadge::setUnseen(bool unseen, const QString& range)
{
    m_unseen = unseen;
    m_text = unseen ? tr("unseen size\ntrained: %1").arg(range)
                    : tr("in the trained range\n%1").arg(range);
    setAccessibleDescription(m_text);
    updateGeometry();
    update();
}

QFont RangeBadge::smallFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.87);
    return small;
}

int RangeBadge::heightForWidth(int width) const
{
    const QRect room(0, 0, std::max(1, width - textLeft), 10000);
    const int below = QFontMetrics(smallFont())
                          .boundingRect(room, Qt::TextWordWrap, m_text.section(u'\n', 1))
                          .height();
    return fontMetrics().height() + below + 6;
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
    const QPointF mark(9, 2 + fontMetrics().height() / 2.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    if (m_unseen) {
        painter.drawPolygon(QPolygonF({mark + QPointF(0, -7), mark + QPointF(7, 0),
                                       mark + QPointF(0, 7), mark + QPointF(-7, 0)}));
    } else {
        painter.drawEllipse(mark, 5.5, 5.5);
    }
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const QRectF area(textLeft, 2, width() - textLeft, height() - 2);
    painter.setFont(strong);
    painter.setPen(m_unseen ? theme.unseen : theme.text);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop, m_text.section(u'\n', 0, 0));
    painter.setFont(smallFont());
    painter.setPen(theme.muted);
    painter.drawText(area.adjusted(0, fontMetrics().height() + 1, 0, 0),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_text.section(u'\n', 1));
}

} // namespace morphospace
