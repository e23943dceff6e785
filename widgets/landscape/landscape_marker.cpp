// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/landscape_marker.h"

#include <Qt>

#include <algorithm>

namespace morphospace {

std::optional<std::size_t> cellOf(const LandscapeData& data, LandscapeMarker marker)
{
    if (marker == LandscapeMarker::Pinned && !data.pinned) {
        return {};
    }
    const auto at = data.grid.positionOf(marker == LandscapeMarker::Pinned ? *data.pinned
                                                                           : data.current);
    return data.nearest(at.x, at.y);
}

std::optional<std::size_t> steppedCell(const LandscapeData& data, LandscapeMarker marker, int key)
{
    const int right = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
    const int up = key == Qt::Key_Up ? 1 : key == Qt::Key_Down ? -1 : 0;
    const auto cell = cellOf(data, marker);
    if (!cell || (right == 0 && up == 0)) {
        return {};
    }
    const std::size_t columns = data.grid.xs.size();
    const auto moved = [](std::size_t place, int step, std::size_t count) {
        return std::size_t(std::clamp(int(place) + step, 0, int(count) - 1));
    };
    return data.grid.at(moved(*cell % columns, right, columns),
                        moved(*cell / columns, up, data.grid.ys.size()));
}

} // namespace morphospace
