// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/landscape_parts.h"

#include "widgets/shared/card.h"

#include <QVBoxLayout>

namespace morphospace {

QVBoxLayout* cardUnder(QWidget* page, QWidget* row)
{
    auto* card = makeCard();
    auto* outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(6);
    outer->addWidget(row);
    outer->addWidget(card, 1);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(8, 8, 8, 8);
    return inside;
}

void goTo(SessionModel& session, const Configuration& configuration)
{
    if (configuration != session.state().current) {
        session.perform(SetConfiguration{configuration});
    }
}

void pinAt(SessionModel& session, const Configuration& configuration)
{
    if (configuration != session.state().pinned) {
        session.perform(SetPinned{configuration});
    }
}

} // namespace morphospace
