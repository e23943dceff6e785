// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace morphospace {

/// The program's version, "MAJOR.MINOR.PATCH".
[[nodiscard]] std::string programVersion();

} // namespace morphospace
