// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/action.h"

#include <QString>

namespace morphospace {

/// A direction for people: measured attributes by their words, others by the name they were given.
[[nodiscard]] QString directionText(const std::string& name);
/// "DejaVu Sans Bold", "Sample 3", "Average of all typefaces", "40 % from X to Y".
[[nodiscard]] QString placeText(const ZooPlace& place);
/// The place and its pushes: "DejaVu Sans Bold, slant +1.5 σ".
[[nodiscard]] QString modelText(const ZooModel& model);
/// "+1.5 σ"
[[nodiscard]] QString sigmaText(double sigma);

/// A step that is about a zoo, in words, in the state before it.
[[nodiscard]] QString zooStepText(const Action& action, const SessionState& before);

} // namespace morphospace
