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
        // Whatever is known, the surface covers the whole and never itself.
        std::vector<bool> known(order.size(), false);
        for (std::size_t i = 0; i < order.size(); ++i) {
            known[order[i].second * std::size_t(columns) + order[i].first] = true;
            std::int64_t area = 0;
            for (const LandscapeFace& face :
                 knownFaces(std::size_t(columns), std::size_t(rows), known)) {
                for (const std::size_t cell : face)
                    QVERIFY(known[cell]);
                const std::int64_t one = doubledArea(face, std::size_t(columns));
                QVERIFY(one > 0);
                area += one;
            }
            const std::int64_t whole = 2 * std::int64_t(columns - 1) * (rows - 1);
            if (i + 1 < corners.size())
                QCOMPARE(area, std::int64_t(0));
            else
                QCOMPARE(area, whole);
        }
        if (columns > 1 && rows > 1)
            QCOMPARE(knownFaces(std::size_t(columns), std::size_t(rows), known).size(),
                     std::size_t((columns - 1) * (rows - 1)));
    }

    /// What other pages measured lies anywhere: no face reaches over another.
    void facesOfScatteredCellsNeverOverlap()
    {
        std::mt19937_64 random(3);
        for (int round = 0; round < 50; ++round) {
            std::vector<bool> known(9 * 6);
            for (std::size_t cell = 0; cell < known.size(); ++cell)
                known[cell] = random() % 3 > 0;
            std::set<std::pair<std::size_t, std::size_t>> covered;
            for (const LandscapeFace& face : knownFaces(9, 6, known)) {
                for (const std::size_t cell : face)
                    QVERIFY(known[cell]);
                for (std::size_t x = face[0] % 9; x < face[1] % 9; ++x)
                    for (std::size_t y = face[0] / 9; y < face[2] / 9; ++y)
                        QVERIFY(covered.emplace(x, y).second);
            }
            QVERIFY(!covered.empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestLandscape)
#include "tst_landscape.moc"
