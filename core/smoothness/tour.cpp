// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smoothness/tour.h"

#include <algorithm>
#include <numeric>

namespace morphospace {

namespace {

constexpr int longestNeighbourList = 10;
constexpr int longestMovedSegment = 3;
constexpr int longestKickedSegment = 30;

} // namespace

Tour::Tour(const DistanceMatrix& distances, const std::vector<int>& path)
    : m_size(distances.size + 1),
      m_distances(std::size_t(m_size) * std::size_t(m_size), 0.0f),
      m_order(path),
      m_position(std::size_t(m_size)),
      m_neighbourCount(std::min(longestNeighbourList, distances.size - 1)),
      m_isAwake(std::size_t(m_size), 0)
{
    const int points = distances.size;
    m_order.push_back(points);
    for (int i = 0; i < m_size; ++i)
        m_position[std::size_t(m_order[std::size_t(i)])] = i;
    float largest = 0;
    std::vector<int> others(static_cast<std::size_t>(points));
    for (int a = 0; a < points; ++a) {
        for (int b = 0; b < points; ++b) {
            m_distances[std::size_t(a) * m_size + b] = distances.at(a, b);
            largest = std::max(largest, distances.at(a, b));
        }
        std::iota(others.begin(), others.end(), 0);
        std::swap(others[std::size_t(a)], others.back());
        const auto end = others.begin() + m_neighbourCount;
        std::partial_sort(others.begin(), end, others.end() - 1, [&](int x, int y) {
            return std::pair(distances.at(a, x), x) < std::pair(distances.at(a, y), y);
        });
        m_neighbours.insert(m_neighbours.end(), others.begin(), end);
    }
    // Gains below the rounding of a few sums would let the search go round in circles.
    m_smallestGain = 1e-9 * double(largest);
    for (const int point : m_order)
        wake(point);
}

std::vector<int> Tour::path() const
{
    const auto extra = m_order.begin() + m_position[std::size_t(m_size - 1)];
    std::vector<int> result(extra + 1, m_order.end());
    result.insert(result.end(), m_order.begin(), extra);
    return result;
}

void Tour::wake(int point)
{
    // The extra point has no neighbours to start a move from.
    if (point == m_size - 1 || m_isAwake[std::size_t(point)])
        return;
    m_isAwake[std::size_t(point)] = 1;
    m_awake.push_back(point);
}

void Tour::improve()
{
    while (!m_awake.empty()) {
        const int point = m_awake.front();
        m_awake.pop_front();
        m_isAwake[std::size_t(point)] = 0;
        while (improveAt(point)) { }
    }
}

bool Tour::improveAt(int point)
{
    return tryTwoOpt(point, true) || tryTwoOpt(point, false) || tryMoveSegment(point, true)
        || tryMoveSegment(point, false);
}

bool Tour::tryTwoOpt(int point, bool forward)
{
    const int next = step(point, forward);
    const double removed = distance(point, next);
    const int* neighbours = m_neighbours.data() + std::size_t(point) * m_neighbourCount;
    for (int i = 0; i < m_neighbourCount; ++i) {
        const int other = neighbours[i];
        const double closer = removed - distance(point, other);
        if (closer <= 0)
            return false;
        const int otherNext = step(other, forward);
        const double gain = closer + distance(other, otherNext) - distance(next, otherNext);
        if (other == next || otherNext == point || !(gain > m_smallestGain))
            continue;
        exchange(point, next, other, otherNext);
        m_gained += gain;
        for (const int changed : {point, next, other, otherNext})
            wake(changed);
        return true;
    }
    return false;
}

bool Tour::tryMoveSegment(int point, bool forward)
{
    const int before = step(point, !forward);
    const double removed = distance(before, point);
    const int* neighbours = m_neighbours.data() + std::size_t(point) * m_neighbourCount;
    if (distance(point, neighbours[0]) >= removed)
        return false;
    int last = point;
    for (int length = 1; length <= std::min(longestMovedSegment, m_size - 3); ++length) {
        if (length > 1)
            last = step(last, forward);
        const int after = step(last, forward);
        const double opened = removed + distance(last, after) - distance(before, after);
        for (int i = 0; i < m_neighbourCount; ++i) {
            const int other = neighbours[i];
            const double added = distance(point, other);
            if (added >= removed)
                break;
            const int ahead = (m_position[std::size_t(other)] - m_position[std::size_t(point)]
                               + m_size) % m_size;
            if ((forward ? ahead : (m_size - ahead) % m_size) < length)
                continue;  // inside the segment
            for (const bool reversed : {false, true}) {
                const int beside = step(other, forward != reversed);
                if (other == before || (reversed && other == after))
                    continue;
                const double gain =
                    opened + distance(other, beside) - added - distance(last, beside);
                if (!(gain > m_smallestGain))
                    continue;
                moveSegment(before, point, last, after, other, beside, reversed);
                m_gained += gain;
                for (const int changed : {before, point, last, after, other, beside})
                    wake(changed);
                return true;
            }
        }
    }
    return false;
}

void Tour::perturb(std::uint64_t seed, int kicks)
{
    // Plain remainders: a standard distribution may differ from one library to the next.
    std::mt19937_64 random(seed);
    const auto below = [&random](int bound) {
        return static_cast<int>(random() % std::uint64_t(bound));
    };
    const int longest = std::min(longestKickedSegment, (m_size - 2) / 2);
    m_reversals.clear();
    m_gained = 0;
    for (int kick = 0; kick < kicks; ++kick) {
        const auto at = [this](int position) {
            return m_order[std::size_t(position % m_size)];
        };
        const int start = below(m_size);
        const int firstLength = 1 + below(longest);
        const int secondLength = 1 + below(longest);
        const int before = at(start);
        const int first = at(start + 1);
        const int last = at(start + firstLength);
        const int after = at(start + firstLength + 1);
        const int end = at(start + firstLength + secondLength);
        const int beyond = at(start + firstLength + secondLength + 1);
        m_gained += distance(before, first) + distance(last, after) + distance(end, beyond)
            - distance(before, after) - distance(end, first) - distance(last, beyond);
        moveSegment(before, first, last, after, end, beyond, false);
        for (const int changed : {before, first, last, after, end, beyond})
            wake(changed);
        improve();
        if (m_gained >= 0)
            m_reversals.clear();
        else
            undo();
        m_gained = 0;
    }
}

void Tour::exchange(int a, int b, int c, int d)
{
    const bool forward = step(a, true) == b;
    const int from = m_position[std::size_t(forward ? b : a)];
    const int to = m_position[std::size_t(forward ? c : d)];
    const int length = (to - from + m_size) % m_size + 1;
    // Reversing the rest instead gives the same closed tour.
    if (2 * length > m_size)
        reverse((to + 1) % m_size, m_size - length);
    else
        reverse(from, length);
}

void Tour::moveSegment(int before, int first, int last, int after, int c, int d, bool reversed)
{
    if (reversed) {
        exchange(before, first, d, c);
        exchange(before, d, after, last);
    } else {
        exchange(before, first, c, d);
        exchange(before, c, after, last);
        exchange(c, last, first, d);
    }
}

void Tour::reverse(int from, int length)
{
    m_reversals.emplace_back(from, length);
    int left = from;
    int right = (from + length - 1) % m_size;
    for (int swaps = length / 2; swaps > 0; --swaps) {
        const int a = m_order[std::size_t(left)];
        const int b = m_order[std::size_t(right)];
        m_order[std::size_t(left)] = b;
        m_position[std::size_t(b)] = left;
        m_order[std::size_t(right)] = a;
        m_position[std::size_t(a)] = right;
        left = left + 1 == m_size ? 0 : left + 1;
        right = right == 0 ? m_size - 1 : right - 1;
    }
}

void Tour::undo()
{
    std::vector<std::pair<int, int>> reversals;
    reversals.swap(m_reversals);
    for (std::size_t i = reversals.size(); i-- > 0;)
        reverse(reversals[i].first, reversals[i].second);
    m_reversals.clear();
}

} // namespace morphospace
