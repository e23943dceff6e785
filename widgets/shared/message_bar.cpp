// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/message_bar.h"

#include "widgets/shared/card.h"
#include "widgets/shared/icon.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace morphospace {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_act(new QPushButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Message"));
    m_text->setToolTip(tr("What the program has to say; it can be selected and copied"));
    describeControl(m_act, tr("Act on the message"), tr("Does what the button says"));
    auto* close = new QToolButton(this);
    close->setIcon(icon(QStringLiteral("cancel")));
    close->setAutoRaise(true);
    describeControl(close, tr("Close the message"), tr("Closes this message"));
    connect(close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_act, &QPushButton::clicked, this, [this] {
        const auto action = m_action;
        dismiss();
        if (action) {
            action();
        }
    });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(12);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_act);
    row->addWidget(close);
    m_leaving.setSingleShot(true);
    connect(&m_leaving, &QTimer::timeout, this, [this] {
        if (underMouse() || (focusWidget() != nullptr && focusWidget()->hasFocus())) {
            stayAWhile();
        } else {
            dismiss();
        }
    });
    hide();
}

void MessageBar::showMessage(Kind kind, const QString& text)
{
    showMessage(kind, text, {}, {});
}

void MessageBar::showMessage(Kind kind, const QString& text, const QString& actionText,
                             std::function<void()> action)
{
    m_kind = kind;
    m_action = std::move(action);
    m_icon->setPixmap(icon(kind == Kind::Problem ? QStringLiteral("warning")
                                                 : QStringLiteral("about"))
                          .pixmap(20, 20));
    m_text->setText(text);
    m_act->setText(actionText);
    m_act->setAccessibleName(actionText.isEmpty() ? tr("Act on the message") : actionText);
    m_act->setVisible(!actionText.isEmpty());
    show();
    update();
    stayAWhile();
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::stayAWhile()
{
    constexpr int readingALetter = 70;   // milliseconds, slowly
    if (m_kind == Kind::Note && !m_action && !m_lasting) {
        m_leaving.start(std::max<int>(m_patience, readingALetter * int(m_text->text().size())));
    } else {
        m_leaving.stop();
    }
}

void MessageBar::enterEvent(QEnterEvent* event)
{
    m_leaving.stop();
    QFrame::enterEvent(event);
}

void MessageBar::leaveEvent(QEvent* event)
{
    if (!m_text->text().isEmpty()) {
        stayAWhile();
    }
    QFrame::leaveEvent(event);
}

MessageBar::Message MessageBar::message() const
{
    return {m_kind, m_text->text(), m_act->text(), m_action};
}

void MessageBar::showMessage(const Message& message)
{
    if (!message.text.isEmpty()) {
        showMessage(message.kind, message.text, message.actionText, message.action);
    }
}

void MessageBar::dismiss()
{
    m_text->clear();
    m_action = {};
    m_leaving.stop();
    hide();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    const QColor edge = m_kind == Kind::Problem ? theme.wrong : theme.accent;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = edge;
    fill.setAlphaF(theme.dark ? 0.16F : 0.09F);
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(area, 8, 8);
    painter.setBrush(fill);
    painter.setPen(QPen(edge, 1));
    painter.drawRoundedRect(area, 8, 8);
}

} // namespace morphospace
