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

/// A shortest Hamiltonian path through all points: nearest-neighbour starts, then 2-opt and Or-opt
/// moves over neighbour lists, with seeded perturbed restarts (`restarts` for each point, counting
/// at most 256 points). Deterministic for a seed. Throws Error where the matrix is not square.
/// The direction is fixed (first index of the two ends is the smaller one).
[[nodiscard]] std::vector<int> shortestPath(const DistanceMatrix& distances, std::uint64_t seed = 1,
                                            int restarts = 40);
/// Exact, by dynamic programming over subsets (Held and Karp 1962); n <= 16, else Error.
[[nodiscard]] std::vector<int> exactShortestPath(const DistanceMatrix& distances);

} // namespace morphospace
