// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/smoothness/smoothness_content.h"
#include "widgets/smoothness/smoothness_model.h"

class QComboBox;

namespace morphospace {

/// What the Smoothness page shows by the options of the session and what is computed by now.
[[nodiscard]] bool comparesOrders(const SessionModel& session, const SmoothnessModel& model);
[[nodiscard]] SmoothnessSubject shownSubject(const SessionModel& session,
                                             const SmoothnessModel& model);
/// Empty where nothing is computed yet.
[[nodiscard]] std::string shownTensor(const SessionModel& session,
                                      const SmoothnessSubject& subject);
[[nodiscard]] Taps shownTaps(const SessionModel& session);

/// Lets a box be narrower than its longest entry, down to so many letters.
void giveWay(QComboBox* box, int letters);

} // namespace morphospace
