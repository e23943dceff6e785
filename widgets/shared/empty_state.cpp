// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/empty_state.h"

#include "widgets/shared/card.h"

#include <QVBoxLayout>

namespace morphospace {

namespace {

constexpr int textWidth = 440;   // a line that is still easily read

} // namespace

EmptyState::EmptyState(const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_note(makeNote(text))
{
    m_column->setSpacing(10);
    m_column->addStretch(2);
    auto* heading = makeHeading(title);
    heading->setAlignment(Qt::AlignCenter);
    m_column->addWidget(heading);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setFixedWidth(textWidth);
    m_note->setMinimumHeight(m_note->heightForWidth(textWidth));
    m_column->addWidget(m_note, 0, Qt::AlignHCenter);
    m_column->addStretch(3);
}

void EmptyState::add(QWidget* widget)
{
    m_column->insertWidget(m_column->count() - 1, widget, 0, Qt::AlignHCenter);
}

} // namespace morphospace
