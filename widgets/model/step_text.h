// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/action.h"

#include <QString>

namespace morphospace {

/// An action in the language of the window, with the state it is applied to: "width 64 → 41,
/// stage 3".
[[nodiscard]] QString stepText(const Action& action, const SessionState& before);

/// The name of a page, of an option of a session and of one of its values, for people; the name
/// that files use where the window has no other.
[[nodiscard]] QString pageText(const std::string& page);
[[nodiscard]] QString optionText(const std::string& option);
[[nodiscard]] QString optionValueText(const std::string& option, const std::string& value);

} // namespace morphospace
