// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/network.h"

#include <string>
#include <vector>

namespace morphospace {

/// Enough of a network's weights to know it again, and to say how far another one is away.
struct Fingerprint {
    std::string hash;           ///< Network::hash
    std::vector<float> probe;   ///< 32 weights at even distances through all tensors, in order

    bool operator==(const Fingerprint&) const = default;
};

[[nodiscard]] Fingerprint fingerprint(const Network& network);

/// Largest difference of two probes relative to the largest weight among them; infinite where their
/// lengths differ.
[[nodiscard]] double probeDifference(const std::vector<float>& a, const std::vector<float>& b);

} // namespace morphospace
