// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/smoothness/path.h"

#include <array>
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

    /// Sequential 2-opt and 3-opt moves (Croes 1958; Lin 1965) over neighbour lists, only around
    /// points whose surroundings changed, until none is left that shortens the tour.
    void improve();
    /// `kicks` times: puts three short neighbouring segments in the opposite order (a double bridge,
    /// Martin, Otto and Felten 1991, which no chain of 3-opt moves makes or takes back at once),
    /// improves, and goes back where the tour has become longer.
    void perturb(std::uint64_t seed, int kicks);

    [[nodiscard]] std::vector<int> path() const;

private:
    /// Tours in the order that begins at t2 and ends at t1, segments between the removed edges; ^
    /// marks one that is reversed.
    enum class MoveKind {
        None,
        Two,     ///< t2..t4 t3..          ->  (t2..t4)^ t3..
        Behind,  ///< t2..t4 t3..t6 t5..   ->  (t3..t6)^ t2..t4 t5..
        Before,  ///< t2..t5 t6..t4 t3..   ->  t6..t4 (t2..t5)^ t3..
        Swap,    ///< t2..t5 t6..t3 t4..   ->  t6..t3 t2..t5 t4..
        Mirror   ///< t2..t6 t5..t3 t4..   ->  (t2..t6)^ (t5..t3)^ t4..
    };
    struct Move {
        double gain = 0;
        MoveKind kind = MoveKind::None;
        std::array<int, 6> points{};  ///< t1 .. t6
    };
    struct Found {
        Move closing;  ///< the best that shortens the tour, with its gain
        Move open;     ///< the one that removes most more than it adds while t6-t1 is left open
    };
    /// Looks among the moves that remove the edge from `first` to `last`, its neighbour. `opened` is
    /// its length, or what a chain that ends with it removed more than it added.
    [[nodiscard]] Found search(int first, int last, double opened) const;
    void make(const Move& move);
    /// before b1..b2 c1..c2 d1..d2 after  ->  before d1..d2 c1..c2 b1..b2 after
    void doubleBridge(const std::array<int, 8>& points);
    /// Whether the chain in progress added this edge: it must not remove it again.
    [[nodiscard]] bool wasAdded(int a, int b) const;
    /// Calls visit(neighbour, distance) for the neighbours of a point, nearest first, until it says
    /// false. The extra point is everybody's first: the path may begin or end anywhere.
    template<typename Visit>
    void forNeighbours(int point, Visit visit) const
    {
        if (!visit(m_size - 1, 0.0))
            return;
        const int* neighbours = m_neighbours.data() + std::size_t(point) * m_neighbourCount;
        for (int i = 0; i < m_neighbourCount; ++i) {
            if (!visit(neighbours[i], distance(point, neighbours[i])))
                return;
        }
    }
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
    /// Makes a chain of moves that begins by removing the edge from `first` to the point after it
    /// (before it where not `forward`), where one is found that shortens the tour.
    bool tryMove(int first, bool forward);

    /// Removes the edges a-b and c-d, adds a-c and b-d; b follows a, and d follows c, in the same
    /// direction, whichever that is.
    void exchange(int a, int b, int c, int d);
    /// Reverses `length` points from a position on (cyclic). Its own inverse.
    void reverse(int from, int length);
    /// Takes the last reversals back until `kept` are left.
    void undo(std::size_t kept);

    int m_size = 0;
    std::vector<float> m_distances;
    std::vector<int> m_order;
    std::vector<int> m_position;
    std::vector<int> m_neighbours;  ///< of each point but the extra one, nearest first
    int m_neighbourCount = 0;
    double m_smallestGain = 0;
    double m_gained = 0;            ///< since the last commit or undo
    std::vector<std::pair<int, int>> m_reversals;
    std::vector<std::pair<int, int>> m_added;  ///< edges that the chain in progress added
    std::vector<int> m_touched;     ///< end points of the edges that it exchanged
    std::deque<int> m_awake;        ///< points whose surroundings changed
    std::vector<char> m_isAwake;
};

} // namespace morphospace
