// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/landscape_parts.h"

#include <QVBoxLayout>

namespace morphospace {

QVBoxLayout* inCard(QWidget* card)
{
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(8, 8, 8, 8);
    return column;
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
