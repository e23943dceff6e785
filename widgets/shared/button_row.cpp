// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/button_row.h"

#include "widgets/shared/card.h"
#include "widgets/shared/eliding_box.h"
#include "widgets/shared/icon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

namespace morphospace {
namespace {

/// What words beside an icon add to the width of a tool button.
int wordsOf(const QToolButton& button)
{
    const QFontMetrics metrics = button.fontMetrics();
    return metrics.size(Qt::TextShowMnemonic, button.text()).width()
        + 2 * metrics.horizontalAdvance(u' ') + 4;
}

bool hasWords(const QToolButton& button)
{
    return button.toolButtonStyle() == Qt::ToolButtonTextBesideIcon;
}

} // namespace

QToolButton* makeToolButton(const QString& iconName, const QString& text, const QString& tip)
{
    auto* button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    describeControl(button, text, tip);
    return button;
}

WordsWhereRoom::WordsWhereRoom(QWidget* row)
    : QObject(row)
    , m_row(row)
{
    row->installEventFilter(this);
}

void WordsWhereRoom::add(QToolButton* button)
{
    m_buttons.emplace_back(button);
}

int WordsWhereRoom::wordsShown() const
{
    int sum = 0;
    for (const auto& button : m_buttons) {
        sum += button && button->isVisibleTo(m_row) && hasWords(*button) ? wordsOf(*button) : 0;
    }
    return sum;
}

void WordsWhereRoom::fit()
{
    if (m_fitting) {
        return;
    }
    m_fitting = true;
    int width = m_row->sizeHint().width() - wordsShown();
    for (const auto& button : m_buttons) {
        width += button && button->isVisibleTo(m_row) ? wordsOf(*button) : 0;
    }
    for (auto button = m_buttons.rbegin(); button != m_buttons.rend(); ++button) {
        if (!*button) {
            continue;
        }
        const bool words = width <= m_row->width();
        if (!words && (*button)->isVisibleTo(m_row)) {
            width -= wordsOf(**button);
        }
        (*button)->setToolButtonStyle(words ? Qt::ToolButtonTextBesideIcon
                                            : Qt::ToolButtonIconOnly);
    }
    // The layout has heard of the new width before this filter: it hears of the new buttons now.
    if (m_row->layout() != nullptr) {
        m_row->layout()->activate();
    }
    m_fitting = false;
}

bool WordsWhereRoom::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_row
        && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)) {
        fit();
    }
    return QObject::eventFilter(watched, event);
}

void keepWordsWhereRoom(QToolBar* bar)
{
    auto* words = new WordsWhereRoom(bar);
    for (QAction* action : bar->actions()) {
        auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action));
        if (button != nullptr && hasWords(*button)) {
            words->add(button);
        }
    }
}

ButtonRow::ButtonRow(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_words(new WordsWhereRoom(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
}

void ButtonRow::addWidget(QWidget* widget)
{
    m_layout->addWidget(widget);
    auto* button = qobject_cast<QToolButton*>(widget);
    if (button != nullptr && hasWords(*button)) {
        m_words->add(button);
    } else if (qobject_cast<ElidingBox*>(widget) != nullptr) {
        widget->setSizePolicy(QSizePolicy::Preferred, widget->sizePolicy().verticalPolicy());
        m_boxes.push_back(widget);
    } else {
        widget->setSizePolicy(QSizePolicy::Fixed, widget->sizePolicy().verticalPolicy());
    }
}

void ButtonRow::addStretch()
{
    m_layout->addStretch(1);
}

QSize ButtonRow::minimumSizeHint() const
{
    int width = m_layout->sizeHint().width() - m_words->wordsShown();
    for (const QWidget* box : m_boxes) {
        if (box->isVisibleTo(this)) {
            width -= std::max(0, box->sizeHint().width()
                                     - std::max(box->minimumWidth(), box->minimumSizeHint().width()));
        }
    }
    return {width, m_layout->minimumSize().height()};
}

} // namespace morphospace
