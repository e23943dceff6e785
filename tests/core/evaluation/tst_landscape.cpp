// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/evaluation/landscape.h"
#include "core/manifold/generator.h"
#include "core/networks/forward.h"

#include <QTest>

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

using namespace morphospace;

namespace {

using Kind = LandscapeAxis::Kind;

std::shared_ptr<const Manifold> manifold(const Family& family)
{
    GeneratorSettings settings;
    settings.hidden = 8;
    auto result = std::make_shared<Manifold>(
        family, InputScaling{{0.5F}, {0.3F}},
        makeGenerator(family, settings, initialSlots(units(family, family.full), 3), 4));
    result->trained = {uniformWidths(family, 0.25, std::vector<int>(family.full.depths.size(), 1)),
                       family.full};
    return result;
}

Family resNet16()
{
    return resNet({16, 32, 64}, {3, 3, 3}, 1, 28, 4, 2);
}

/// Twice the area of a face, by the shoelace formula over cells.
std::int64_t doubledArea(const LandscapeFace& face, std::size_t columns)
{
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < face.size(); ++i) {
        const auto x = [&](std::size_t k) { return std::int64_t(face[k % face.size()] % columns); };
        const auto y = [&](std::size_t k) { return std::int64_t(face[k % face.size()] / columns); };
        sum += x(i) * y(i + 1) - x(i + 1) * y(i);
    }
    return sum;
}

/// 0 to count - 1, as places of an axis that are all one apart.
std::vector<int> evenPlaces(std::size_t count)
{
    std::vector<int> places(count);
    std::iota(places.begin(), places.end(), 0);
    return places;
}

/// Greater than 0 where c lies to the left of the way from a to b: cells, in sizes.
std::int64_t turnOf(const std::vector<int>& xs, const std::vector<int>& ys, std::size_t a,
                    std::size_t b, std::size_t c)
{
    const auto x = [&](std::size_t cell) { return std::int64_t(xs[cell % xs.size()]); };
    const auto y = [&](std::size_t cell) { return std::int64_t(ys[cell / xs.size()]); };
    return (x(b) - x(a)) * (y(c) - y(a)) - (y(b) - y(a)) * (x(c) - x(a));
}

/// Twice the area of the convex hull of the known cells, in sizes (Andrew 1979).
std::int64_t doubledHull(const std::vector<int>& xs, const std::vector<int>& ys,
                         const std::vector<bool>& known)
{
    std::vector<std::size_t> cells;
    for (std::size_t x = 0; x < xs.size(); ++x)
        for (std::size_t y = 0; y < ys.size(); ++y)
            if (known[y * xs.size() + x])
                cells.push_back(y * xs.size() + x);
    std::vector<std::size_t> hull;
    for (int side = 0; side < 2; ++side) {
        const std::size_t start = hull.size();
        for (const std::size_t cell : cells) {
            while (hull.size() >= start + 2
                   && turnOf(xs, ys, hull[hull.size() - 2], hull.back(), cell) <= 0)
                hull.pop_back();
            hull.push_back(cell);
        }
        if (!hull.empty())
            hull.pop_back();
        std::ranges::reverse(cells);
    }
    std::int64_t area = 0;
    for (std::size_t i = 1; i + 1 < hull.size(); ++i)
        area += turnOf(xs, ys, hull[0], hull[i], hull[i + 1]);
    return area;
}

} // namespace

class TestLandscape : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void axesOfFamilies()
    {
        const auto names = [](const Family& family) {
            std::vector<std::string> list;
            for (const LandscapeAxis& axis : landscapeAxes(family))
                list.push_back(axis.name());
            return list;
        };
        QCOMPARE(names(leNet(32, 10)), std::vector<std::string>{"widths"});
        QCOMPARE(names(resNet16()),
                 (std::vector<std::string>{"widths", "depths", "width1", "width2", "width3",
                                           "depth1", "depth2", "depth3"}));
    }

    void placesGoBeyondTheTrainedRange()
    {
        const auto about = manifold(resNet16());
        const std::vector<int> widths = landscapePlaces(*about, {Kind::Widths, 0});
        QCOMPARE(widths.front(), 8);
        QCOMPARE(widths.back(), 80);
        QCOMPARE(widths.size(), std::size_t(17));
        QVERIFY(std::ranges::is_sorted(widths));
        // The ends of the trained range.
        QVERIFY(std::ranges::find(widths, 16) != widths.end());
        QVERIFY(std::ranges::find(widths, 64) != widths.end());
        QCOMPARE(landscapePlaces(*about, {Kind::Depths, 0}), (std::vector{1, 2, 3}));
        // A narrow stage has fewer channels than places asked for: none comes twice.
        const std::vector<int> narrow = landscapePlaces(*about, {Kind::StageWidth, 0}, 100);
        QCOMPARE(std::set(narrow.begin(), narrow.end()).size(), narrow.size());
        for (const int width : narrow)
            requireLegal(about->family(), {{width, 32, 64}, {3, 3, 3}});
    }

    void cellsAreConfigurations()
    {
        const auto about = manifold(resNet16());
        const Configuration base{{5, 6, 7}, {1, 2, 3}};
        const LandscapeGrid all =
            landscapeGrid(*about, {Kind::Widths, 0}, {Kind::Depths, 0}, base);
        QCOMPARE(all.configurationOf(32, 2), (Configuration{{8, 16, 32}, {2, 2, 2}}));
        const LandscapeGrid stages =
            landscapeGrid(*about, {Kind::StageWidth, 2}, {Kind::StageDepth, 0}, base);
        QCOMPARE(stages.configurationOf(40, 3), (Configuration{{5, 6, 40}, {3, 2, 3}}));
        // One stage stands out of all of them, whichever axis comes first.
        const Configuration mixed{{8, 16, 9}, {1, 2, 3}};
        QCOMPARE(landscapeGrid(*about, {Kind::Widths, 0}, {Kind::StageWidth, 2}, base)
                     .configurationOf(32, 9),
                 mixed);
        QCOMPARE(landscapeGrid(*about, {Kind::StageWidth, 2}, {Kind::Widths, 0}, base)
                     .configurationOf(9, 32),
                 mixed);
        for (std::size_t row = 0; row < all.ys.size(); ++row) {
            for (std::size_t column = 0; column < all.xs.size(); ++column)
                requireLegal(about->family(), all.configuration(column, row));
        }
    }

    void positionsOfConfigurations()
    {
        const auto about = manifold(resNet16());
        const LandscapeGrid grid = landscapeGrid(*about, {Kind::Widths, 0}, {Kind::Depths, 0},
                                                 about->family().full);
        const auto at = grid.positionOf({{8, 16, 32}, {2, 2, 2}});
        QCOMPARE(at.x, 32.0);
        QCOMPARE(at.y, 2.0);
        QVERIFY(at.inPlane);
        QVERIFY(!grid.positionOf({{9, 16, 32}, {2, 2, 2}}).inPlane);
        QVERIFY(!grid.positionOf({{8, 16, 32}, {2, 1, 2}}).inPlane);
    }

    void wrongAxesAreRefused()
    {
        const auto about = manifold(leNet(8, 4));
        const Configuration full = about->family().full;
        try {
            (void)landscapeGrid(*about, {Kind::Widths, 0}, {Kind::Depths, 0}, full);
            QFAIL("accepted");
        } catch (const Error& error) {
            QVERIFY2(QString::fromUtf8(error.what()).contains("expected one of widths"),
                     error.what());
        }
        QVERIFY_THROWS_EXCEPTION(
            Error, (void)landscapeGrid(*about, {Kind::Widths, 0}, {Kind::Widths, 0}, full));
        const auto deep = manifold(resNet16());
        QVERIFY_THROWS_EXCEPTION(Error,
                                 (void)landscapeGrid(*deep, {Kind::StageWidth, 3},
                                                     {Kind::Widths, 0}, deep->family().full));
    }

    void everyCellComesOnceCornersFirst_data()
    {
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("rows");
        QTest::addRow("1 x 1") << 1 << 1;
        QTest::addRow("17 x 3") << 17 << 3;
        QTest::addRow("2 x 2") << 2 << 2;
        QTest::addRow("7 x 5") << 7 << 5;
        QTest::addRow("16 x 16") << 16 << 16;
    }

    void everyCellComesOnceCornersFirst()
    {
        QFETCH(int, columns);
        QFETCH(int, rows);
        const auto order = coarseToFine(std::size_t(columns), std::size_t(rows));
        QCOMPARE(order.size(), std::size_t(columns * rows));
        QCOMPARE(std::set(order.begin(), order.end()).size(), order.size());
        std::set<std::pair<std::size_t, std::size_t>> corners;
        for (const std::size_t x : {0, columns - 1})
            for (const std::size_t y : {0, rows - 1})
                corners.emplace(x, y);
        const auto first = order.begin() + std::ptrdiff_t(corners.size());
        QCOMPARE(std::set(order.begin(), first), corners);
        // Once the corners are known the surface covers the whole, and never itself.
        const std::vector<int> xs = evenPlaces(std::size_t(columns));
        const std::vector<int> ys = evenPlaces(std::size_t(rows));
        std::vector<bool> known(order.size(), false);
        for (std::size_t i = 0; i < order.size(); ++i) {
            known[order[i].second * std::size_t(columns) + order[i].first] = true;
            std::int64_t area = 0;
            for (const LandscapeFace& face : knownFaces(xs, ys, known)) {
                for (const std::size_t cell : face)
                    QVERIFY(known[cell]);
                const std::int64_t one = doubledArea(face, std::size_t(columns));
                QVERIFY(one > 0);
                area += one;
            }
            const std::int64_t whole = 2 * std::int64_t(columns - 1) * (rows - 1);
            if (i < 2)
                QCOMPARE(area, std::int64_t(0));
            else if (i + 1 >= corners.size())
                QCOMPARE(area, whole);
        }
        if (columns > 1 && rows > 1) {
            const auto faces = knownFaces(xs, ys, known);
            QCOMPARE(faces.size(), std::size_t((columns - 1) * (rows - 1)));
            for (const LandscapeFace& face : faces) {
                const auto columnsOf = std::size_t(columns);
                QCOMPARE(face, (LandscapeFace{face[0], face[0] + 1, face[0] + columnsOf + 1,
                                              face[0] + columnsOf}));
            }
        }
    }

    void whatIsKnownIsOnTheSurface_data()
    {
        QTest::addColumn<std::vector<int>>("xs");
        QTest::addColumn<std::vector<int>>("ys");
        // Places are as far apart as rounding makes them.
        QTest::newRow("widths x depths")
            << std::vector{8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 72, 80}
            << std::vector{1, 2, 3};
        QTest::newRow("two widths") << std::vector{2, 3, 4, 5, 7, 8, 10, 11, 13, 14, 16, 18, 20}
                                    << std::vector{4, 6, 8, 11, 13, 16, 20, 25, 30, 32, 36, 40};
        QTest::newRow("uneven") << std::vector{1, 2, 4, 200, 1000} << std::vector{1, 500, 501, 999};
        QTest::newRow("even") << evenPlaces(9) << evenPlaces(9);
    }

    /// Whatever is measured, in whatever order: every known cell is a corner of the surface, and
    /// none is under a face or on an edge between two others, where it would be drawn with a value
    /// that is not its own.
    void whatIsKnownIsOnTheSurface()
    {
        QFETCH(const std::vector<int>, xs);
        QFETCH(const std::vector<int>, ys);
        std::mt19937_64 random(3);
        for (int round = 0; round < 60; ++round) {
            std::vector<bool> known(xs.size() * ys.size());
            for (std::size_t cell = 0; cell < known.size(); ++cell)
                known[cell] = int(random() % 60) < round;
            const auto faces = knownFaces(xs, ys, known);
            QCOMPARE(faces, knownFaces(xs, ys, known));
            std::set<std::size_t> drawn;
            std::int64_t area = 0;
            for (const LandscapeFace& face : faces) {
                QVERIFY(face.size() == 3 || face.size() == 4);
                for (std::size_t i = 2; i < face.size(); ++i) {
                    const std::int64_t part = turnOf(xs, ys, face[0], face[i - 1], face[i]);
                    QVERIFY(part > 0);
                    area += part;
                }
                for (const std::size_t cell : face)
                    QVERIFY(known[cell]);
                drawn.insert(face.begin(), face.end());
                for (std::size_t cell = 0; cell < known.size(); ++cell) {
                    if (!known[cell] || std::ranges::find(face, cell) != face.end())
                        continue;
                    bool within = true;
                    for (std::size_t i = 0; i < face.size(); ++i)
                        within = within
                            && turnOf(xs, ys, face[i], face[(i + 1) % face.size()], cell) >= 0;
                    QVERIFY2(!within, qPrintable(QStringLiteral("%1 in round %2").arg(cell).arg(round)));
                }
            }
            // As large as what they cover, and convex: so none lies over another.
            const std::int64_t hull = doubledHull(xs, ys, known);
            QCOMPARE(area, hull);
            if (hull > 0)
                QCOMPARE(drawn.size(), std::size_t(std::ranges::count(known, true)));
            // Where a rectangle of neighbours is known it is one face.
            std::size_t whole = 0;
            for (std::size_t y = 0; y + 1 < ys.size(); ++y) {
                for (std::size_t x = 0; x + 1 < xs.size(); ++x) {
                    const std::size_t low = y * xs.size() + x;
                    whole += known[low] && known[low + 1] && known[low + xs.size()]
                        && known[low + xs.size() + 1];
                }
            }
            QCOMPARE(std::size_t(std::ranges::count_if(
                         faces, [](const LandscapeFace& face) { return face.size() == 4; })),
                     whole);
        }
    }

    void cellsOnOneLineHaveNoSurface()
    {
        std::vector<bool> known(15, false);
        QVERIFY(knownFaces(evenPlaces(5), evenPlaces(3), known).empty());
        for (const std::size_t cell : {5, 6, 8, 9})
            known[cell] = true;
        QVERIFY(knownFaces(evenPlaces(5), evenPlaces(3), known).empty());
        known[2] = true;
        QCOMPARE(knownFaces(evenPlaces(5), evenPlaces(3), known).size(), std::size_t(3));
    }

    /// Of the largest grid that a page shows: it is drawn anew for every measurement.
    void theSurfaceOfALargeGridIsFast()
    {
        std::vector<bool> known(17 * 17, true);
        for (std::size_t cell = 0; cell < known.size(); cell += 3)
            known[cell] = false;
        QBENCHMARK {
            (void)knownFaces(evenPlaces(17), evenPlaces(17), known);
        }
    }
};

QTEST_GUILESS_MAIN(TestLandscape)
#include "tst_landscape.moc"
