// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smoothness/path.h"

#include "core/base/error.h"
#include "core/smoothness/tour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>

namespace morphospace {

namespace {

constexpr int largestExact = 16;
constexpr int nearestStarts = 32;
/// Where dynamic programming takes no time to speak of.
constexpr int alwaysExact = 12;

void requireSquare(const DistanceMatrix& distances)
{
    if (distances.size < 0
        || distances.values.size() != std::size_t(distances.size) * std::size_t(distances.size))
        throw Error("a distance matrix of " + std::to_string(distances.size) + " points has "
                    + std::to_string(distances.values.size()) + " values; expected its square");
}

void fixDirection(std::vector<int>& order)
{
    if (!order.empty() && order.front() > order.back())
        std::ranges::reverse(order);
}

std::vector<int> nearestNeighbourFrom(const DistanceMatrix& distances, int start)
{
    std::vector<int> order{start};
    std::vector<int> left;
    for (int point = 0; point < distances.size; ++point) {
        if (point != start)
            left.push_back(point);
    }
    while (!left.empty()) {
        std::size_t nearest = 0;
        for (std::size_t i = 1; i < left.size(); ++i) {
            if (distances.at(order.back(), left[i]) < distances.at(order.back(), left[nearest]))
                nearest = i;
        }
        order.push_back(left[nearest]);
        left[nearest] = left.back();
        left.pop_back();
    }
    return order;
}

std::vector<int> bestNearestNeighbourPath(const DistanceMatrix& distances)
{
    std::vector<int> best;
    double bestLength = std::numeric_limits<double>::infinity();
    const int starts = std::min(distances.size, nearestStarts);
    for (int i = 0; i < starts; ++i) {
        std::vector<int> order = nearestNeighbourFrom(distances, i * distances.size / starts);
        const double length = pathLength(distances, order);
        if (best.empty() || length < bestLength) {
            bestLength = length;
            best = std::move(order);
        }
    }
    return best;
}

} // namespace

DistanceMatrix l1Distances(std::span<const float> rows, int count)
{
    if (count < 0 || (count == 0 ? !rows.empty() : rows.size() % std::size_t(count) != 0))
        throw Error(std::to_string(rows.size()) + " values are not " + std::to_string(count)
                    + " rows of equal length");
    DistanceMatrix result{count, std::vector<float>(std::size_t(count) * std::size_t(count))};
    const std::size_t columns = count == 0 ? 0 : rows.size() / std::size_t(count);
    // Independent partial sums let the compiler use vector registers, and keep rounding small.
    constexpr std::size_t lanes = 16;
    for (int a = 0; a < count; ++a) {
        const float* x = rows.data() + std::size_t(a) * columns;
        for (int b = 0; b < a; ++b) {
            const float* y = rows.data() + std::size_t(b) * columns;
            std::array<float, lanes> sums{};
            std::size_t i = 0;
            for (; i + lanes <= columns; i += lanes) {
                for (std::size_t lane = 0; lane < lanes; ++lane)
                    sums[lane] += std::abs(x[i + lane] - y[i + lane]);
            }
            for (; i < columns; ++i)
                sums[0] += std::abs(x[i] - y[i]);
            const float sum = std::accumulate(sums.begin(), sums.end(), 0.0f);
            result.values[std::size_t(a) * count + b] = sum;
            result.values[std::size_t(b) * count + a] = sum;
        }
    }
    return result;
}

double pathLength(const DistanceMatrix& distances, std::span<const int> order)
{
    double length = 0;
    for (std::size_t i = 1; i < order.size(); ++i)
        length += distances.at(order[i - 1], order[i]);
    return length;
}

std::vector<int> nearestNeighbourPath(const DistanceMatrix& distances)
{
    requireSquare(distances);
    std::vector<int> order = bestNearestNeighbourPath(distances);
    fixDirection(order);
    return order;
}

std::vector<int> shortestPath(const DistanceMatrix& distances, std::uint64_t seed, double effort)
{
    requireSquare(distances);
    if (distances.size <= alwaysExact)
        return exactShortestPath(distances);
    Tour tour(distances, nearestNeighbourFrom(distances, 0));
    tour.improve();
    const double size = distances.size;
    const double kicks = std::max(size / 4, std::min(200000 / size, 3000.0));
    tour.perturb(seed, static_cast<int>(kicks * effort));
    std::vector<int> order = tour.path();
    fixDirection(order);
    return order;
}

std::vector<int> exactShortestPath(const DistanceMatrix& distances)
{
    requireSquare(distances);
    const int n = distances.size;
    if (n > largestExact)
        throw Error("an exact path through " + std::to_string(n) + " points; expected at most "
                    + std::to_string(largestExact));
    if (n == 0)
        return {};
    // length[set * n + last]: the shortest path through the points of `set` that ends at `last`.
    const std::size_t sets = std::size_t(1) << n;
    std::vector<double> length(sets * std::size_t(n), std::numeric_limits<double>::infinity());
    std::vector<std::int8_t> before(sets * std::size_t(n), -1);
    for (int point = 0; point < n; ++point)
        length[(std::size_t(1) << point) * n + point] = 0;
    for (std::size_t set = 1; set < sets; ++set) {
        for (int last = 0; last < n; ++last) {
            const double soFar = length[set * n + last];
            if (!(set >> last & 1))
                continue;
            for (int next = 0; next < n; ++next) {
                if (set >> next & 1)
                    continue;
                const std::size_t entry = (set | std::size_t(1) << next) * n + next;
                if (const double longer = soFar + distances.at(last, next);
                    before[entry] < 0 || longer < length[entry]) {
                    length[entry] = longer;
                    before[entry] = static_cast<std::int8_t>(last);
                }
            }
        }
    }
    std::size_t set = sets - 1;
    int last = 0;
    for (int point = 1; point < n; ++point) {
        if (length[set * n + point] < length[set * n + last])
            last = point;
    }
    std::vector<int> order;
    while (last >= 0) {
        order.push_back(last);
        const int previous = before[set * n + last];
        set &= ~(std::size_t(1) << last);
        last = previous;
    }
    fixDirection(order);
    return order;
}

} // namespace morphospace
