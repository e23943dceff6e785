// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace morphospace {

/// What corePhrases() is made of: what core says of manifolds, files and sessions, and what it says
/// of letters, fonts and zoos.
[[nodiscard]] std::vector<const char*> generalPhrases();
[[nodiscard]] std::vector<const char*> zooPhrases();

} // namespace morphospace
