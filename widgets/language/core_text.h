// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <exception>
#include <string_view>
#include <vector>

namespace morphospace {

/// What core says in English, in the language of the window: messages of errors, methods of
/// measuring, descriptions of the manifolds that ship. A message is taken apart by its own marks
/// ("FILE: at PLACE: PROBLEM; expected EXPECTED") and by the phrases of corePhrases(); what is not
/// known stays as it is, so that nothing is ever lost.
[[nodiscard]] QString coreText(std::string_view english);

/// The message of an error, for people.
[[nodiscard]] QString errorText(const std::exception& error);

/// The English phrases that are known, with %1, %2 and %3 for what differs from time to time. A test
/// looks up every message of core in them.
[[nodiscard]] const std::vector<const char*>& corePhrases();

} // namespace morphospace
