// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smoothness/tour.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace morphospace {

namespace {

constexpr int longestNeighbourList = 10;
constexpr int longestKickedSegment = 30;
/// Moves of up to three exchanges that may follow each other before one has to close with a gain.
constexpr int deepestChain = 3;

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
        while (tryMove(point, true) || tryMove(point, false)) { }
    }
}

bool Tour::tryMove(int first, bool forward)
{
    const std::size_t reversals = m_reversals.size();
    int last = step(first, forward);
    double opened = distance(first, last);
    m_added.clear();
    m_touched.assign({first, last});
    for (int depth = 0; depth < deepestChain; ++depth) {
        const Found found = search(first, last, opened);
        const Move& move = found.closing.kind != MoveKind::None ? found.closing : found.open;
        if (move.kind == MoveKind::None || (&move == &found.open && depth + 1 == deepestChain))
            break;
        make(move);
        const std::size_t points = move.kind == MoveKind::Two ? 4 : 6;
        m_touched.insert(m_touched.end(), move.points.begin() + 2,
                         move.points.begin() + std::ptrdiff_t(points));
        if (&move == &found.closing) {
            m_gained += move.gain;
            for (const int changed : m_touched)
                wake(changed);
            return true;
        }
        for (std::size_t i = 1; i + 1 < points; i += 2)
            m_added.emplace_back(move.points[i], move.points[i + 1]);
        last = move.points[points - 1];
        opened = move.gain;
    }
    undo(reversals);
    return false;
}

Tour::Found Tour::search(int first, int last, double opened) const
{
    // Names as Lin and Kernighan's: t1-t2, t3-t4, t5-t6 are removed, t2-t3, t4-t5, t6-t1 added.
    const int t1 = first;
    const int t2 = last;
    const int extra = m_size - 1;
    Found found;
    if (t2 == extra)
        return found;
    const bool forward = step(t1, true) == t2;
    const int base = m_position[std::size_t(t2)];
    // Place along the tour from t2 (0) to t1 (m_size - 1).
    const auto place = [&](int point) {
        const int at = m_position[std::size_t(point)];
        const int ahead = forward ? at - base : base - at;
        return ahead < 0 ? ahead + m_size : ahead;
    };
    found.closing.gain = m_smallestGain;
    found.open.gain = m_smallestGain;
    const auto consider = [&](double open, MoveKind kind, const std::array<int, 6>& points, int end) {
        if (const double closed = open - distance(end, t1); closed > found.closing.gain)
            found.closing = {closed, kind, points};
        if (open > found.open.gain)
            found.open = {open, kind, points};
    };
    forNeighbours(t2, [&](int t3, double added) {
        const double left = opened - added;
        if (left <= m_smallestGain)
            return false;
        if (t3 == t1)
            return true;
        const int j = place(t3);
        for (const bool closes : {true, false}) {
            // Before t3, a tour closes with t4-t1; behind it only a third exchange makes one.
            const int t4 = step(t3, forward != closes);
            if (t4 == t2 || wasAdded(t3, t4))
                continue;
            const double gain = left + distance(t3, t4);
            if (closes)
                consider(gain, MoveKind::Two, {t1, t2, t3, t4, 0, 0}, t4);
            if (t4 == extra)
                continue;
            forNeighbours(t4, [&](int t5, double addedToo) {
                const double leftToo = gain - addedToo;
                if (leftToo <= m_smallestGain)
                    return false;
                const int k = place(t5);
                const auto third = [&](MoveKind kind, bool ahead) {
                    const int t6 = step(t5, forward == ahead);
                    if (!wasAdded(t5, t6))
                        consider(leftToo + distance(t5, t6), kind, {t1, t2, t3, t4, t5, t6}, t6);
                };
                if (closes) {
                    if (k > j)
                        third(MoveKind::Behind, false);
                    else if (k <= j - 3)
                        third(MoveKind::Before, true);
                } else if (k < j) {
                    third(MoveKind::Swap, true);
                    if (k > 0)
                        third(MoveKind::Mirror, false);
                }
                return true;
            });
        }
        return true;
    });
    return found;
}

void Tour::make(const Move& move)
{
    const auto [t1, t2, t3, t4, t5, t6] = move.points;
    switch (move.kind) {
    case MoveKind::None: return;
    case MoveKind::Two: exchange(t1, t2, t4, t3); break;
    case MoveKind::Behind:
        exchange(t1, t2, t6, t5);
        exchange(t3, t4, t2, t5);
        break;
    case MoveKind::Before:
        exchange(t1, t2, t4, t3);
        exchange(t1, t4, t6, t5);
        break;
    case MoveKind::Swap:
        exchange(t1, t2, t3, t4);
        exchange(t1, t3, t6, t5);
        exchange(t3, t5, t2, t4);
        break;
    case MoveKind::Mirror:
        exchange(t1, t2, t6, t5);
        exchange(t2, t5, t3, t4);
        break;
    }
}

bool Tour::wasAdded(int a, int b) const
{
    return std::ranges::any_of(m_added, [a, b](const std::pair<int, int>& edge) {
        return (edge.first == a && edge.second == b) || (edge.first == b && edge.second == a);
    });
}

void Tour::perturb(std::uint64_t seed, int kicks)
{
    // Plain remainders: a standard distribution may differ from one library to the next.
    std::mt19937_64 random(seed);
    const auto below = [&random](int bound) {
        return static_cast<int>(random() % std::uint64_t(bound));
    };
    const int longest = std::min(longestKickedSegment, (m_size - 1) / 3);
    m_reversals.clear();
    m_gained = 0;
    for (int kick = 0; kick < kicks; ++kick) {
        const auto at = [this](int position) {
            return m_order[std::size_t(position % m_size)];
        };
        const int start = below(m_size);
        const int b = 1 + below(longest);
        const int c = b + 1 + below(longest);
        const int d = c + 1 + below(longest);
        doubleBridge({at(start), at(start + 1), at(start + b), at(start + b + 1), at(start + c),
                      at(start + c + 1), at(start + d), at(start + d + 1)});
        improve();
        if (m_gained >= 0)
            m_reversals.clear();
        else
            undo(0);
        m_gained = 0;
    }
}

void Tour::doubleBridge(const std::array<int, 8>& points)
{
    const auto [before, b1, b2, c1, c2, d1, d2, after] = points;
    m_gained += distance(before, b1) + distance(b2, c1) + distance(c2, d1) + distance(d2, after)
        - distance(before, d1) - distance(d2, c1) - distance(c2, b1) - distance(b2, after);
    exchange(before, b1, d2, after); // all three backwards, then each by itself
    exchange(before, d2, d1, c2);
    exchange(d2, c2, c1, b2);
    exchange(c2, b2, b1, after);
    for (const int changed : points)
        wake(changed);
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

void Tour::undo(std::size_t kept)
{
    // A reversal is its own inverse, and writes itself down again.
    while (m_reversals.size() > kept) {
        const auto [from, length] = m_reversals.back();
        m_reversals.pop_back();
        reverse(from, length);
        m_reversals.pop_back();
    }
}

} // namespace morphospace
