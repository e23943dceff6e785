// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/state_note.h"

#include "widgets/shared/card.h"
#include "widgets/shared/icon.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

namespace morphospace {
namespace {

constexpr int signSide = 16;

} // namespace

StateNote::StateNote(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_sign(new QLabel)
    , m_text(makeNote())
{
    m_text->setAccessibleName(name);
    m_text->setProperty("problem", false);
    m_sign->setPixmap(icon(QStringLiteral("warning")).pixmap(signSide, signSide));
    m_sign->hide();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
}

void StateNote::showNote(const QString& text)
{
    say(text, false);
}

void StateNote::showProblem(const QString& text)
{
    say(text, true);
}

QString StateNote::text() const
{
    return m_text->text();
}

void StateNote::say(const QString& text, bool problem)
{
    const bool news = problem && (!m_problem || m_text->text() != text);
    m_text->setText(text);
    if (problem != m_problem) {
        m_problem = problem;
        m_text->setProperty("problem", problem);
        // A style sheet is read again for what depends on a property.
        m_text->style()->unpolish(m_text);
        m_text->style()->polish(m_text);
        m_text->setAccessibleName(problem ? tr("Problem") : m_name);
        m_sign->setVisible(problem);
    }
    if (news) {
        QAccessibleEvent event(m_text, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace morphospace
