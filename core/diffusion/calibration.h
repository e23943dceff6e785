// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weightspace/directions.h"

#include <span>
#include <utility>
#include <vector>

namespace morphospace {

/// Where a model stands, as far as the reach of a slider depends on it.
struct Standpoint {
    double distance = 0;   ///< from the average: the length of its coefficients
    double position = 0;   ///< along the direction, in sigma of the members' positions
};
[[nodiscard]] Standpoint standpointOf(std::span<const float> coefficients,
                                      const Direction& direction);

/// How far a slider has to be pushed: amounts in sigma of the members' positions and what the
/// measured attribute then changes by, in sigma of the members' attribute. How far a push carries
/// depends on where it begins: less the farther from the average, and less where there is much of
/// the attribute already. So it is measured at several kinds of places.
struct Calibration {
    /// Means over places of about the same kind, a number for each of `asked`.
    struct Curve {
        Standpoint at;
        std::vector<double> achieved;
        /// Legibility at each amount over that of the unedited letters; empty where nobody read them.
        std::vector<double> legible;
    };
    std::vector<double> asked;
    std::vector<Curve> curves;   ///< at least one; of those of one distance positions increase

    /// What a model is taken to do that stands `from` there: between the measured curves linear in
    /// position and in distance, outside them as the nearest.
    [[nodiscard]] Curve at(const Standpoint& from) const;
    /// The amount to push by so that the attribute changes by `wanted`: linear between the
    /// measured points, on with the last slope outside.
    [[nodiscard]] double amountFor(double wanted, const Standpoint& from = {}) const;
    /// The changes of the attribute, least (at most 0) and greatest (at least 0), up to which more
    /// asked was more achieved and letters stayed nine tenths as legible as before.
    [[nodiscard]] std::pair<double, double> usefulRange(const Standpoint& from = {}) const;
};

} // namespace morphospace
