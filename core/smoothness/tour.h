// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/smoothness/path.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <random>
#include <utility>
#include <vector>

namespace morphospace {

/// A closed tour under local search. A path through n points is a tour through n + 1: the extra
/// point is at distance 0 from all others and marks where the path begins and ends.
class Tour {
public:
    /// `path` visits each of the n >= 4 points once.
    Tour(const DistanceMatrix& distances, const std::vector<int>& path);

    /// 2-opt (Croes 1958) and Or-opt (Or 1976) moves over neighbour lists until none is left that
    /// shortens the tour.
    void improve();
    /// `kicks` times: swaps two short neighbouring segments at random (a double bridge, Martin,
    /// Otto and Felten 1991), improves, and goes back where the tour has become longer.
    void perturb(std::uint64_t seed, int kicks);

    [[nodiscard]] std::vector<int> path() const;

private:
    [[nodiscard]] double distance(int a, int b) const
    {
        return m_distances[std::size_t(a) * std::size_t(m_size) + std::size_t(b)];
    }
    [[nodiscard]] int step(int point, bool forward) const
    {
        const int at = m_position[std::size_t(point)] + (forward ? 1 : m_size - 1);
        return m_order[std::size_t(at >= m_size ? at - m_size : at)];
    }
    void wake(int point);
    bool improveAt(int point);
    bool tryTwoOpt(int point, bool forward);
    bool tryMoveSegment(int point, bool forward);

    /// Removes the edges a-b and c-d, adds a-c and b-d; b follows a, and d follows c, in the same
    /// direction, whichever that is.
    void exchange(int a, int b, int c, int d);
    /// The segment first .. last between `before` and `after` moves to between c and d, with
    /// `first` beside c. In the direction before -> first, d comes after c, or before it where
    /// `reversed`.
    void moveSegment(int before, int first, int last, int after, int c, int d, bool reversed);
    /// Reverses `length` points from a position on (cyclic). Its own inverse.
    void reverse(int from, int length);
    void undo();

    int m_size = 0;
    std::vector<float> m_distances;
    std::vector<int> m_order;
    std::vector<int> m_position;
    std::vector<int> m_neighbours;  ///< of each point but the extra one, nearest first
    int m_neighbourCount = 0;
    double m_smallestGain = 0;
    double m_gained = 0;            ///< since the last commit or undo
    std::vector<std::pair<int, int>> m_reversals;
    std::deque<int> m_awake;        ///< points whose surroundings changed
    std::vector<char> m_isAwake;
};

} // namespace morphospace
