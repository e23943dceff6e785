// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lesson/choice_button.h"

#include "widgets/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

namespace morphospace {
namespace {

constexpr int textFlags = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignVCenter;

} // namespace

ChoiceButton::ChoiceButton(int index, const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , m_index(index)
{
    setText(text);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    describe();
}

void ChoiceButton::setVerdict(Verdict verdict)
{
    m_verdict = verdict;
    describe();
    update();
}

void ChoiceButton::describe()
{
    const QString letter(QChar(u'A' + m_index));
    QString name = tr("Answer %1: %2").arg(letter, text());
    if (m_verdict == Verdict::Right) {
        name = tr("Answer %1, right: %2").arg(letter, text());
    } else if (m_verdict == Verdict::Wrong) {
        name = tr("Answer %1, wrong: %2").arg(letter, text());
    }
    setAccessibleName(name);
    setToolTip(tr("Chooses this answer (key %1)").arg(m_index + 1));
}

int ChoiceButton::badge() const
{
    return int(1.5 * fontMetrics().height());
}

QRect ChoiceButton::textArea(const QRect& around) const
{
    const int pad = fontMetrics().height() / 4;
    return around.adjusted(badge() + 2 * pad, pad, -2 * pad, -pad);
}

int ChoiceButton::heightForWidth(int width) const
{
    const QRect area = textArea(QRect(0, 0, width, 10000));
    const int needed = fontMetrics().boundingRect(area, textFlags, text()).height()
        + 2 * (fontMetrics().height() / 4);
    return std::max(needed, badge() + fontMetrics().height() / 3);
}

QSize ChoiceButton::sizeHint() const
{
    const int width = 16 * fontMetrics().averageCharWidth() + badge();   // then it wraps
    return {width, heightForWidth(width)};
}

QSize ChoiceButton::minimumSizeHint() const
{
    return {badge() + 6 * fontMetrics().averageCharWidth(), badge()};
}

void ChoiceButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor mark = m_verdict == Verdict::Right ? theme.right
        : m_verdict == Verdict::Wrong               ? theme.wrong
                                                    : theme.accent;
    const double edge = m_verdict == Verdict::Open ? (hasFocus() ? 3 : 1.5) : 3;
    const QRectF area = QRectF(rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2);
    const double corner = fontMetrics().height() * 0.4;
    painter.setBrush(isDown() || underMouse() ? theme.raised : theme.surface);
    painter.setPen(QPen(m_verdict == Verdict::Open && !hasFocus() ? theme.muted : mark, edge));
    painter.drawRoundedRect(area, corner, corner);

    const double side = badge() * 0.72;
    QRectF round(0, 0, side, side);
    round.moveCenter(QPointF(badge() * 0.5 + fontMetrics().height() / 4.0, height() / 2.0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(mark);
    painter.drawEllipse(round);
    const QPen line(theme.accentText, side / 9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (m_verdict == Verdict::Open) {
        QFont letter = font();
        letter.setWeight(QFont::DemiBold);
        painter.setFont(letter);
        painter.setPen(theme.accentText);
        painter.drawText(round, Qt::AlignCenter, QString(QChar(u'A' + m_index)));
        painter.setFont(font());
    } else if (m_verdict == Verdict::Right) {
        QPainterPath tick(round.topLeft() + QPointF(0.26, 0.54) * side);
        tick.lineTo(round.topLeft() + QPointF(0.44, 0.72) * side);
        tick.lineTo(round.topLeft() + QPointF(0.76, 0.32) * side);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(line);
        painter.drawPath(tick);
    } else {
        painter.setPen(line);
        painter.drawLine(round.topLeft() + QPointF(0.31, 0.31) * side,
                         round.topLeft() + QPointF(0.69, 0.69) * side);
        painter.drawLine(round.topLeft() + QPointF(0.31, 0.69) * side,
                         round.topLeft() + QPointF(0.69, 0.31) * side);
    }
    painter.setPen(theme.text);
    painter.drawText(textArea(rect()), textFlags, text());
}

void ChoiceButton::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
}

} // namespace morphospace
