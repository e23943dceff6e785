// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace morphospace {

/// Two networks on the same images: what two intervals side by side cannot say.
struct PairedComparison {
    std::int64_t images = 0;
    std::int64_t onlyA = 0;         ///< images that A gets right and B wrong
    std::int64_t onlyB = 0;
    double difference = 0;          ///< accuracy of B minus accuracy of A, -1 to 1
    Interval interval;              ///< 95 %, of the difference
    std::string intervalMethod;
    double mcnemar = 1;             ///< exact two-sided p, images taken as independent
    /// Two-sided p that takes clusters (font families) as the independent unit; where the set has
    /// two or more.
    std::optional<double> clustered;
};

/// Compares by `rightA` and `rightB`, whether the image at each place of measuringOrder() was
/// classified right; as far as both go. The interval is a cluster bootstrap where the set has
/// clusters, else the adjusted Wald interval of Bonett and Price (2012). `mcnemar` is the exact
/// conditional test (McNemar 1947): the smaller of onlyA and onlyB is binomial with one half.
/// `clustered` is the test of Yang, Sun and Hardin (2010) for clustered matched pairs: of the same
/// difference over all images as the interval, while Durkalski's (2003) gives every cluster the same
/// weight, however few images it has.
[[nodiscard]] PairedComparison comparePaired(const ImageSet& images,
                                             const std::vector<bool>& rightA,
                                             const std::vector<bool>& rightB);

/// The two-sided exact p of McNemar's test for `onlyA` and `onlyB` discordant images.
[[nodiscard]] double mcnemarTest(std::int64_t onlyA, std::int64_t onlyB);

} // namespace morphospace
