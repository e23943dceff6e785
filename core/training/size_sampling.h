// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/manifold.h"

#include <cstdint>
#include <random>
#include <vector>

namespace morphospace {

/// How sizes are drawn in a joint step. Fractions are of full size, depths go from 1 to full.
struct SizeSampling {
    double least = 0.25;       ///< smallest width drawn
    double greatest = 1.0;     ///< largest
    bool depth = false;        ///< also draw block counts

    bool operator==(const SizeSampling&) const = default;
};

/// The sandwich of one step: the full size, the least width, and two uniform draws. With depth:
/// the least width has a random depth 60 % of the time; of the two uniform draws one is at full
/// width with a random depth 30 % of the time, the other keeps full depth half of the time.
/// A random depth is 1-1-1 30 % of the time, independent block counts otherwise. Where there are
/// several stages, one of the uniform draws gets independent stage widths half of the time.
[[nodiscard]] std::vector<Configuration> drawSandwich(const Family& family,
                                                      const SizeSampling& sampling,
                                                      std::mt19937_64& random);

[[nodiscard]] TrainedRange trainedRange(const Family& family, const SizeSampling& sampling);

} // namespace morphospace
