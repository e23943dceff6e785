// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace morphospace {

/// Symmetric distances between n points, row major n x n.
struct DistanceMatrix {
    int size = 0;
    std::vector<float> values;
    [[nodiscard]] float at(int a, int b) const { return values[std::size_t(a) * size + b]; }
};

/// L1 distances between the rows of a rows x columns matrix.
[[nodiscard]] DistanceMatrix l1Distances(std::span<const float> rows, int count);

[[nodiscard]] double pathLength(const DistanceMatrix& distances, std::span<const int> order);

/// The best of the paths that start at each point in turn (at most 32 starts, evenly spread) and
/// always go on to the nearest point that is left. The direction is fixed as in shortestPath().
[[nodiscard]] std::vector<int> nearestNeighbourPath(const DistanceMatrix& distances);

/// A short Hamiltonian path through all points: exact up to 12 points; beyond, a nearest-neighbour
/// path under chained local search (see Tour). Its kicks are n / 4, or 200,000 / n (at most 3,000)
/// where that is more, times `effort`. Deterministic for a seed. Throws Error where the matrix is not square. The direction is fixed
/// (first index of the two ends is the smaller one).
[[nodiscard]] std::vector<int> shortestPath(const DistanceMatrix& distances, std::uint64_t seed = 1,
                                            double effort = 1);
/// Exact, by dynamic programming over subsets (Held and Karp 1962); n <= 16, else Error.
[[nodiscard]] std::vector<int> exactShortestPath(const DistanceMatrix& distances);

/// A length that no Hamiltonian path goes below: the 1-tree bound of Held and Karp (1970, 1971) for
/// the tour with one more point at distance 0 from all others. Its multipliers are found by
/// subgradient steps towards `upper`, the length of some path (Held, Wolfe and Crowder 1974). 0 for
/// fewer than two points.
[[nodiscard]] double pathLowerBound(const DistanceMatrix& distances, double upper,
                                    int iterations = 500);

/// Made-up channels on which paths are compared: n vectors with uniform components in [-1, 1),
/// the same on every machine.
[[nodiscard]] std::vector<float> randomChannels(int count, int length, std::uint64_t seed);

} // namespace morphospace
