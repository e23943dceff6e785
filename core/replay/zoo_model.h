// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diffusion/zoo.h"
#include "core/session/zoo_state.h"

#include <span>
#include <string>
#include <vector>

namespace morphospace {

/// Components that directions are looked for in: more fit the members better and unseen faces worse.
inline constexpr std::size_t directionComponents = 200;

/// What a session says of an opened zoo, without its file's name.
[[nodiscard]] ZooReference referenceTo(const TypefaceZoo& zoo);

/// The directions of a state, in the order of directionNames(), made independent of others as it
/// says. Throws Error where nothing of one is left.
[[nodiscard]] std::vector<Direction> directionsOf(const TypefaceZoo& zoo, const ZooState& state);

/// Coefficients of a place, as many as the zoo has. Throws Error for a member that it does not have.
[[nodiscard]] std::vector<float> coefficientsOf(const TypefaceZoo& zoo, const ZooPlace& place);

/// How far to push along a direction, in sigma of the members' positions, so that its attribute
/// changes by `wanted` sigma for the model with the coefficients `from`; `wanted` itself where the zoo
/// has no calibration of it.
[[nodiscard]] double amountFor(const TypefaceZoo& zoo, std::span<const float> from,
                               const Direction& direction, double wanted);

/// Where the attribute follows the slider and letters stay legible, see Calibration::usefulRange():
/// both ends in sigma of the attribute; both 0 where that is not known.
struct UsefulRange {
    double least = 0;
    double greatest = 0;
};
[[nodiscard]] UsefulRange usefulRange(const TypefaceZoo& zoo, std::span<const float> from,
                                      const Direction& direction);

/// Coefficients of a model: its place, pushed. `directions` are those of directionsOf().
[[nodiscard]] std::vector<float> coefficientsOf(const TypefaceZoo& zoo, const ZooModel& model,
                                                const std::vector<Direction>& directions);

/// A name for a file's title: that of its metadata where it has one, else "Typefaces".
[[nodiscard]] std::string titleOf(const TypefaceZoo& zoo);

} // namespace morphospace
