// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/landscape.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

namespace morphospace {

namespace {

/// Products of four coordinates, which are exact in it: what is decided here must not hang on
/// rounding, as points of a grid are often on one circle or one line.
__extension__ using Exact = __int128;

struct Point {
    std::int64_t x = 0;
    std::int64_t y = 0;
    std::size_t cell = 0;
};

/// Greater than 0 where c lies to the left of the way from a to b.
Exact turn(const Point& a, const Point& b, const Point& c)
{
    return Exact(b.x - a.x) * (c.y - a.y) - Exact(b.y - a.y) * (c.x - a.x);
}

/// Greater than 0 where d lies inside the circle through a, b and c, which turn to the left.
Exact inCircle(const Point& a, const Point& b, const Point& c, const Point& d)
{
    const Exact ax = a.x - d.x, ay = a.y - d.y;
    const Exact bx = b.x - d.x, by = b.y - d.y;
    const Exact cx = c.x - d.x, cy = c.y - d.y;
    return (ax * ax + ay * ay) * (bx * cy - cx * by) - (bx * bx + by * by) * (ax * cy - cx * ay)
        + (cx * cx + cy * cy) * (ax * by - bx * ay);
}

/// Delaunay triangulation of points that come ascending in x, then in y: each is joined to what it
/// sees of the hull of those before it, then edges are flipped until every circle is empty
/// (Lawson 1977).
class Triangulation {
public:
    explicit Triangulation(const std::vector<Point>& points)
        : m_points(points), m_apex(points.size() * points.size(), none)
    {
        // Those that begin on one line wait for the first one beside it.
        int first = 2;
        while (first < count() && turn(at(0), at(1), at(first)) == 0)
            ++first;
        if (first >= count())
            return;
        const bool left = turn(at(0), at(1), at(first)) > 0;
        for (int i = 0; i + 1 < first; ++i)
            left ? add(i, i + 1, first) : add(i + 1, i, first);
        for (int i = 0; i < first; ++i)
            m_hull.push_back(left ? i : first - 1 - i);
        m_hull.push_back(first);
        flip();
        for (int next = first + 1; next < count(); ++next)
            join(next);
    }

    /// What turns to the left from a over b to the corner that is returned; -1: nothing does.
    [[nodiscard]] int apex(int a, int b) const { return m_apex[index(a, b)]; }

private:
    static constexpr int none = -1;

    [[nodiscard]] int count() const { return int(m_points.size()); }
    [[nodiscard]] const Point& at(int i) const { return m_points[std::size_t(i)]; }
    [[nodiscard]] std::size_t index(int a, int b) const
    {
        return std::size_t(a) * m_points.size() + std::size_t(b);
    }

    void set(int a, int b, int c, int apexOfAb, int apexOfBc, int apexOfCa)
    {
        m_apex[index(a, b)] = apexOfAb;
        m_apex[index(b, c)] = apexOfBc;
        m_apex[index(c, a)] = apexOfCa;
    }

    void add(int a, int b, int c)
    {
        set(a, b, c, c, a, b);
        m_doubtful.insert(m_doubtful.end(), {std::array{a, b}, std::array{b, c}, std::array{c, a}});
    }

    void remove(int a, int b, int c) { set(a, b, c, none, none, none); }

    void join(int next)
    {
        // The hull runs counterclockwise; what is seen of it is one stretch.
        const std::size_t size = m_hull.size();
        const auto seen = [&](std::size_t i) {
            return turn(at(m_hull[i % size]), at(m_hull[(i + 1) % size]), at(next)) < 0;
        };
        std::size_t start = 0;
        while (!(seen(start) && !seen(start + size - 1)))
            ++start;
        std::size_t end = start;
        for (; seen(end); ++end)
            add(m_hull[(end + 1) % size], m_hull[end % size], next);
        std::vector<int> hull{next};
        for (std::size_t i = end; i <= start + size; ++i)
            hull.push_back(m_hull[i % size]);
        m_hull = std::move(hull);
        flip();
    }

    void flip()
    {
        while (!m_doubtful.empty()) {
            const auto [a, b] = m_doubtful.back();
            m_doubtful.pop_back();
            const int c = apex(a, b);
            const int d = apex(b, a);
            if (c == none || d == none || inCircle(at(a), at(b), at(c), at(d)) <= 0)
                continue;
            remove(a, b, c);
            remove(b, a, d);
            add(a, d, c);
            add(d, b, c);
        }
    }

    const std::vector<Point>& m_points;
    std::vector<int> m_apex;                       ///< by both ends of an edge
    std::vector<int> m_hull;
    std::vector<std::array<int, 2>> m_doubtful;    ///< edges whose circles may not be empty
};

} // namespace

std::vector<LandscapeFace> knownFaces(const std::vector<int>& xs, const std::vector<int>& ys,
                                      const std::vector<bool>& known)
{
    const std::size_t columns = xs.size();
    const std::size_t rows = ys.size();
    if (columns < 2 || rows < 2)
        return {};
    // So scaled that places are one apart in the mean on both axes, times the same number.
    const std::int64_t across = xs.back() - xs.front();
    const std::int64_t up = ys.back() - ys.front();
    std::int64_t ofX = up * std::int64_t(columns - 1);
    std::int64_t ofY = across * std::int64_t(rows - 1);
    const std::int64_t shared = std::gcd(ofX, ofY);
    ofX /= shared;
    ofY /= shared;
    std::vector<Point> points;
    for (std::size_t column = 0; column < columns; ++column) {
        for (std::size_t row = 0; row < rows; ++row) {
            if (known[row * columns + column])
                points.push_back({ofX * (xs[column] - xs.front()), ofY * (ys[row] - ys.front()),
                                  row * columns + column});
        }
    }
    if (points.size() < 3)
        return {};
    std::vector<LandscapeFace> faces;
    const auto isKnown = [&](std::size_t cell) { return bool(known[cell]); };
    // No circle around such a rectangle holds another place, so its two halves are always there.
    const auto wholeAt = [&](std::size_t column, std::size_t row) {
        const std::size_t low = row * columns + column;
        return isKnown(low) && isKnown(low + 1) && isKnown(low + columns)
            && isKnown(low + columns + 1);
    };
    for (std::size_t row = 0; row + 1 < rows; ++row) {
        for (std::size_t column = 0; column + 1 < columns; ++column) {
            const std::size_t low = row * columns + column;
            if (wholeAt(column, row))
                faces.push_back({low, low + 1, low + columns + 1, low + columns});
        }
    }
    const Triangulation triangles(points);
    const int count = int(points.size());
    for (int a = 0; a < count; ++a) {
        for (int b = a + 1; b < count; ++b) {
            const int c = triangles.apex(a, b);
            if (c > a) {
                const std::array cells{points[std::size_t(a)].cell, points[std::size_t(b)].cell,
                                       points[std::size_t(c)].cell};
                const auto [left, right] = std::ranges::minmax(
                    cells, {}, [&](std::size_t cell) { return cell % columns; });
                const auto [low, high] = std::ranges::minmax(cells);
                const bool small = right % columns - left % columns == 1
                    && high / columns - low / columns == 1;
                if (!(small && wholeAt(left % columns, low / columns)))
                    faces.emplace_back(cells.begin(), cells.end());
            }
        }
    }
    return faces;
}

} // namespace morphospace
