// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/smoothness/path.h"

#include <algorithm>
#include <limits>
#include <random>
#include <string>
#include <utility>

namespace morphospace {

namespace {

/// The cheapest 1-tree under the multipliers: a spanning tree of the points, and the extra point
/// tied to the two that cost least. Returns its cost less twice the multipliers.
double oneTree(const DistanceMatrix& distances, const std::vector<double>& multipliers,
               std::vector<int>& degrees)
{
    const auto n = std::size_t(distances.size);
    std::ranges::fill(degrees, 0);
    std::vector<double> cost(n, std::numeric_limits<double>::infinity());
    std::vector<std::size_t> parent(n, 0);
    std::vector<std::size_t> left(n - 1);
    for (std::size_t i = 1; i < n; ++i)
        left[i - 1] = i;
    double total = 0;
    std::size_t last = 0;
    while (!left.empty()) { // Prim's algorithm
        const float* row = distances.values.data() + last * n;
        std::size_t nearest = 0;
        for (std::size_t i = 0; i < left.size(); ++i) {
            const std::size_t point = left[i];
            const double edge = double(row[point]) + multipliers[last] + multipliers[point];
            if (edge < cost[point]) {
                cost[point] = edge;
                parent[point] = last;
            }
            if (cost[point] < cost[left[nearest]])
                nearest = i;
        }
        last = left[nearest];
        left[nearest] = left.back();
        left.pop_back();
        total += cost[last];
        ++degrees[last];
        ++degrees[parent[last]];
    }
    std::size_t first = 0;
    std::size_t second = 1;
    for (std::size_t i = 0; i < n; ++i) {
        if (i != first && multipliers[i] < multipliers[first])
            second = std::exchange(first, i);
        else if (i != first && (second == first || multipliers[i] < multipliers[second]))
            second = i;
    }
    for (const std::size_t end : {first, second}) {
        total += multipliers[end];
        ++degrees[end];
    }
    for (const double multiplier : multipliers)
        total -= 2 * multiplier;
    return total;
}

} // namespace

double pathLowerBound(const DistanceMatrix& distances, double upper, int iterations)
{
    const auto n = std::size_t(std::max(distances.size, 0));
    if (distances.values.size() != n * n)
        throw Error("a distance matrix of " + std::to_string(distances.size) + " points has "
                    + std::to_string(distances.values.size()) + " values; expected its square");
    if (n < 2)
        return 0;
    std::vector<double> multipliers(n);
    std::vector<int> degrees(n);
    std::vector<int> before(n, 2);
    double best = 0;
    double share = 1;
    int sinceBest = 0;
    for (int i = 0; i < iterations; ++i) {
        const double bound = oneTree(distances, multipliers, degrees);
        constexpr int patience = 15;
        sinceBest = bound > best ? 0 : sinceBest + 1;
        if (sinceBest == patience) {
            share /= 2;
            sinceBest = 0;
        }
        best = std::max(best, bound);
        double squares = 0;
        for (const int degree : degrees)
            squares += (degree - 2) * (degree - 2);
        if (squares == 0 || upper <= best)
            break; // the tree is a tour
        const double step = share * (upper - bound) / squares;
        for (std::size_t point = 0; point < n; ++point)
            multipliers[point] += step * (0.7 * (degrees[point] - 2) + 0.3 * (before[point] - 2));
        before = degrees;
    }
    return best;
}

std::vector<float> randomChannels(int count, int length, std::uint64_t seed)
{
    // Plain remainders: a standard distribution may differ from one library to the next.
    std::mt19937_64 random(seed);
    std::vector<float> values(std::size_t(count) * std::size_t(length));
    for (float& value : values)
        value = static_cast<float>(double(random() >> 40) * 0x1.0p-23 - 1);
    return values;
}

} // namespace morphospace
