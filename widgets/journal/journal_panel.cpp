// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/journal/journal_panel.h"

#include "widgets/shared/card.h"

#include <QUndoView>
#include <QVBoxLayout>

namespace morphospace {

JournalPanel::JournalPanel(SessionModel& session, QWidget* parent)
    : QWidget(parent)
    , m_view(new QUndoView(&session.undoStack(), this))
{
    m_view->setEmptyLabel(tr("start of the session"));
    describeControl(m_view, tr("Journal"),
                    tr("Every step of this session; choose one to go back or forward to it"));
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 0, 10, 8);
    column->addWidget(m_view);
    setMinimumHeight(56);
}

} // namespace morphospace
