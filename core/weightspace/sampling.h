// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weightspace/rows.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace morphospace {

/// How new members are drawn in the space of coefficients.
enum class SamplingKind {
    Independent, ///< each coefficient from its own Gaussian (Dravid et al. 2024, section 3.3)
    Covariance,  ///< one Gaussian with the members' full covariance
    Bounded      ///< independent, then drawn to the nearest member as far as members lie apart
};
/// "independent", "covariance", "bounded".
[[nodiscard]] std::string nameOf(SamplingKind kind);
/// Throws Error for another word.
[[nodiscard]] SamplingKind samplingKindFrom(const std::string& name);

struct SamplingOptions {
    SamplingKind kind = SamplingKind::Independent;
    std::size_t components = 100; ///< the others stay at the members' mean
    double spread = 0.7;          ///< factor on the standard deviations
    std::uint64_t seed = 1;
};

/// `count` new rows of as many coefficients as the members have. Over all members of a space the
/// coefficients are uncorrelated and Independent and Covariance are the same law; they differ for
/// members chosen from it. Throws Error for fewer than two members.
[[nodiscard]] Matrix sampleMembers(const Matrix& members, std::size_t count,
                                   const SamplingOptions& options);

/// How far a sample is from everything that is known.
struct Novelty {
    std::size_t nearest = 0; ///< the member with the largest cosine
    double cosine = 0;       ///< to it, in the space of coefficients
    double distance = 0;     ///< Euclidean, to the closest member
};
[[nodiscard]] Novelty novelty(const Matrix& members, std::span<const float> sample);

/// For each member the distance to its nearest other one.
[[nodiscard]] std::vector<double> nearestDistances(const Matrix& members);

} // namespace morphospace
