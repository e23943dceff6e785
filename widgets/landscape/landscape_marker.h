// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/landscape/landscape_data.h"

#include <cstddef>
#include <optional>

namespace morphospace {

/// The two sizes that stand on a landscape and can be dragged.
enum class LandscapeMarker {
    Current,   ///< B
    Pinned     ///< A
};

/// The cell that a marker is nearest to; nothing where nothing is pinned.
[[nodiscard]] std::optional<std::size_t> cellOf(const LandscapeData& data, LandscapeMarker marker);
/// The cell that a marker comes to by an arrow key (Qt::Key); nothing for other keys and where there
/// is no such marker.
[[nodiscard]] std::optional<std::size_t> steppedCell(const LandscapeData& data,
                                                     LandscapeMarker marker, int key);

} // namespace morphospace
