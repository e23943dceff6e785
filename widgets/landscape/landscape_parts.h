// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/model/session_model.h"

class QVBoxLayout;

namespace morphospace {

/// A view of the Landscape page: its controls, and a card that takes the rest; the column inside it.
[[nodiscard]] QVBoxLayout* cardUnder(QWidget* page, QWidget* row);
/// Takes B to a size, as a step of the session.
void goTo(SessionModel& session, const Configuration& configuration);
/// Takes A to a size.
void pinAt(SessionModel& session, const Configuration& configuration);

} // namespace morphospace
