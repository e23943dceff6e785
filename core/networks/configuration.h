// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <string>
#include <vector>

namespace morphospace {

/// One point of a weight manifold: a width in channels for each stage, and a number of blocks for
/// each stage of a family whose depth changes (empty for the others).
struct Configuration {
    std::vector<int> widths;
    std::vector<int> depths;

    auto operator<=>(const Configuration&) const = default;
};

/// "16-32-64 x 3-3-3", or "32" for a family without depth.
[[nodiscard]] std::string describe(const Configuration& configuration);

} // namespace morphospace
