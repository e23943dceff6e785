// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weightspace/pca.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace morphospace {

/// An axis with a meaning in the space of coefficients.
struct Direction {
    std::string name;
    std::vector<float> axis;   ///< k, length 1
    double sigma = 0;          ///< standard deviation of the members' positions along it
    double least = 0;          ///< the members' extremes along it, from their mean, in sigma
    double greatest = 0;
};

/// Least squares of `labels` on the rows of `z`, both from their means: the normal vector n of
/// Dravid et al. 2024, section 3.4, not yet of length 1. By singular values in double precision; where the
/// columns are dependent the shortest solution. Throws Error for unequal counts or no rows.
[[nodiscard]] std::vector<float> leastSquares(const Matrix& z, std::span<const double> labels);

/// The same where z are the members' own coefficients, whose columns are orthogonal and have mean
/// zero: n_k = (z_k . y) / |z_k|^2, in one pass.
[[nodiscard]] std::vector<float> leastSquaresOfMembers(const Matrix& z,
                                                       std::span<const double> labels);

/// Gives a normal vector length 1 and measures sigma and extremes over the members. Throws Error
/// when the vector is zero.
[[nodiscard]] Direction makeDirection(std::string name, std::vector<float> normal,
                                      const Matrix& members);

/// From marked members: group A to group B, least squares with labels -1/|A|, 1/|B| and 0 for all
/// others, so that few marks are enough. Throws Error where a group is empty or they overlap.
[[nodiscard]] std::vector<float> directionBetween(const Matrix& members,
                                                  std::span<const std::size_t> groupA,
                                                  std::span<const std::size_t> groupB);

/// The part of `normal` orthogonal to all nuisances at once (projection on the complement of their
/// span, by QR). Throws Error when nothing is left.
[[nodiscard]] std::vector<float> debiased(std::span<const float> normal,
                                          const std::vector<std::vector<float>>& nuisances);
/// As the published code does it: one nuisance after the other. Where nuisances are not orthogonal
/// the result keeps a part of the earlier ones.
[[nodiscard]] std::vector<float>
debiasedInTurn(std::span<const float> normal, const std::vector<std::vector<float>>& nuisances);

[[nodiscard]] double cosine(std::span<const float> a, std::span<const float> b);
/// Cosines between all pairs.
[[nodiscard]] Matrix cosines(const std::vector<std::vector<float>>& directions);

/// Positions of the rows along a direction.
[[nodiscard]] std::vector<double> positions(const Matrix& z, std::span<const float> direction);
/// Pearson's correlation; 0 where one of them is constant.
[[nodiscard]] double correlation(std::span<const double> a, std::span<const double> b);
/// Chance that a positive stands above a negative (area under the ROC curve); ties count half.
[[nodiscard]] double areaUnderCurve(std::span<const double> scores,
                                    const std::vector<bool>& positive);
/// Mean of the two classes' accuracies with the threshold at `threshold`.
[[nodiscard]] double balancedAccuracy(std::span<const double> scores,
                                      const std::vector<bool>& positive, double threshold);

/// z + sum of amount_i sigma_i axis_i: the order of edits does not matter.
struct Edit {
    const Direction* direction = nullptr;
    double amount = 0;  ///< in sigma
};
[[nodiscard]] std::vector<float> edited(std::span<const float> z, std::span<const Edit> edits);

} // namespace morphospace
