// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace morphospace {

/// What a step led to when it was made: the network's weights and what they got right. A replay
/// measures it again and compares.
struct Outcome {
    std::string weights;        ///< Network::hash
    std::vector<float> probe;   ///< weights at even distances: how far two that differ are apart
    std::int64_t images = 0;
    std::int64_t correct = 0;
    std::string data;           ///< ImageSet::hash of the images
    std::string computed;       ///< program, libraries and processor kernels, see computeIdentity()

    bool operator==(const Outcome&) const = default;
};

} // namespace morphospace
