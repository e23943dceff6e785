// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/model/session_model.h"

class QVBoxLayout;

namespace morphospace {

/// The column inside a card of the Landscape page.
[[nodiscard]] QVBoxLayout* inCard(QWidget* card);
/// Takes B to a size, as a step of the session.
void goTo(SessionModel& session, const Configuration& configuration);
/// Takes A to a size.
void pinAt(SessionModel& session, const Configuration& configuration);

} // namespace morphospace
