// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weightspace/rows.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace morphospace {

/// The principal subspace of a zoo (Dravid et al. 2024, section 3.2): weights theta of d numbers,
/// coefficients z of k. z = ((theta - mean) / deviation) V, theta = (z V^T) deviation + mean.
struct WeightSpace {
    std::vector<float> mean;          ///< d
    std::vector<float> deviation;     ///< d, unbiased; 0 where all members have the same number
    Matrix components;                ///< k x d: V^T, rows of length 1, orthogonal to each other
    std::vector<double> variances;    ///< k: of each coefficient over the members, falling
    double totalVariance = 0;         ///< of all standardised weights
    std::size_t members = 0;

    [[nodiscard]] std::size_t size() const { return components.rows; }
    [[nodiscard]] std::size_t weights() const { return mean.size(); }
    /// Coefficients of one member's weights. Throws Error for another number of weights.
    [[nodiscard]] std::vector<float> project(std::span<const float> weights) const;
    /// Weights at coefficients; fewer coefficients than k stand for zeros behind them.
    [[nodiscard]] std::vector<float> unproject(std::span<const float> coefficients) const;
    /// Coefficients of many members, a row each.
    [[nodiscard]] Matrix project(const WeightRows& rows) const;
    /// Share of the variance that the first k components explain.
    [[nodiscard]] double explained(std::size_t k) const;
    /// The same space with only its first k components. Throws Error when it has fewer.
    [[nodiscard]] WeightSpace truncated(std::size_t k) const;
};

/// Mean and unbiased deviation of each column, in one pass (Chan et al. 1979).
void standardisation(const WeightRows& rows, std::vector<float>& mean,
                     std::vector<float>& deviation, std::size_t blockRows = 256,
                     std::stop_token stop = {});

/// The exact principal components: the eigenvectors of X X^T or X^T X, whichever is smaller, in
/// double precision. Holds members x weights in memory. At most `components` of them, and no more
/// than the rank. Throws Error for fewer than two members or a value that is not finite.
[[nodiscard]] WeightSpace principalComponents(const WeightRows& rows, std::size_t components);

struct StreamedPca {
    std::size_t components = 100;
    std::size_t oversampling = 20;    ///< further directions that are iterated and dropped
    int passes = 8;                   ///< at most so many over the data, besides the first
    double tolerance = 1e-4;          ///< ends when the explained variance grows by less, relatively
    std::size_t blockBytes = std::size_t{64} << 20; ///< of rows held at once, in two blocks
    std::uint64_t seed = 1;
    /// Told after every pass: its number and the share of the variance that is explained.
    std::function<void(int pass, double explained)> progress;
    std::stop_token stop;
};

/// The same for zoos larger than memory: randomised subspace iteration (Halko et al. 2011,
/// algorithm 4.4, on X^T X), which reads the rows block by block, once a pass, the next one while
/// one is worked on. Memory: `blockBytes` and 3 d (components + oversampling) floats. Throws Error
/// as above, Cancelled on a stop.
[[nodiscard]] WeightSpace streamedPrincipalComponents(const WeightRows& rows,
                                                      const StreamedPca& options);

} // namespace morphospace
