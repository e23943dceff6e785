// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace morphospace {

/// The folder that holds what ships with the program (`glyphs`, `manifolds`, `lessons` ...):
/// $MORPHOSPACE_RESOURCES where set, else `resources` beside or above the program's own folder,
/// else `../share/morphospace` of an installed program. Throws Error when none is found.
[[nodiscard]] std::filesystem::path resourceFolder();

} // namespace morphospace
