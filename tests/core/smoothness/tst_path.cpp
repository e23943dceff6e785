// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/smoothness/path.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace morphospace;

namespace {

/// Points drawn from a few clusters in `columns` dimensions, as channels of a network are.
DistanceMatrix randomPoints(int count, int columns, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<float> uniform(-1, 1);
    std::vector<float> rows(std::size_t(count) * std::size_t(columns));
    for (int i = 0; i < count; ++i) {
        for (int j = 0; j < columns; ++j)
            rows[std::size_t(i) * columns + j] = float(i % 3) * 0.5f + uniform(random);
    }
    return l1Distances(rows, count);
}

/// Any symmetric matrix: no triangle inequality.
DistanceMatrix randomMatrix(int count, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<float> uniform(0, 1);
    DistanceMatrix result{count, std::vector<float>(std::size_t(count) * std::size_t(count))};
    for (int a = 0; a < count; ++a) {
        for (int b = 0; b < a; ++b)
            result.values[std::size_t(a) * count + b] = result.values[std::size_t(b) * count + a] =
                uniform(random);
    }
    return result;
}

double bruteForce(const DistanceMatrix& distances)
{
    std::vector<int> order(std::size_t(distances.size));
    std::iota(order.begin(), order.end(), 0);
    double best = pathLength(distances, order);
    while (std::ranges::next_permutation(order).found)
        best = std::min(best, pathLength(distances, order));
    return best;
}

double nearestNeighbourLength(const DistanceMatrix& distances, int start)
{
    std::vector<int> order{start};
    while (int(order.size()) < distances.size) {
        int nearest = -1;
        for (int point = 0; point < distances.size; ++point) {
            if (std::ranges::find(order, point) == order.end()
                && (nearest < 0
                    || distances.at(order.back(), point) < distances.at(order.back(), nearest)))
                nearest = point;
        }
        order.push_back(nearest);
    }
    return pathLength(distances, order);
}

bool isPermutation(std::vector<int> order, int size)
{
    std::ranges::sort(order);
    std::vector<int> expected(static_cast<std::size_t>(size));
    std::iota(expected.begin(), expected.end(), 0);
    return order == expected;
}

// Two orders of the same float distances added in another sequence differ by rounding only.
constexpr double rounding = 1e-6;

} // namespace

class TestPath : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void distances();
    void exactIsBruteForce();
    void optimumUpToTenPoints_data();
    void optimumUpToTenPoints();
    void withinOnePercentUpToSixteen();
    void lowerBoundIsBelowTheOptimumAndClose();
    void kicksHelp();
    void aLineIsFound();
    void notWorseThanNearestNeighbour_data();
    void notWorseThanNearestNeighbour();
    void deterministic();
    void degenerate_data();
    void degenerate();
    void badInput();
    void channels512();
};

void TestPath::distances()
{
    const std::vector<float> rows{0, 0, 1, -2, 3, 0.5f};
    const DistanceMatrix result = l1Distances(rows, 3);
    QCOMPARE(result.values, (std::vector<float>{0, 3, 3.5f, 3, 0, 4.5f, 3.5f, 4.5f, 0}));
    const std::vector<int> order{2, 0, 1};
    QCOMPARE(pathLength(result, order), 6.5);

    // Longer than the vector registers, against plain sums; 100 terms of rounding 2^-24 each.
    std::mt19937_64 random(3);
    std::uniform_real_distribution<float> uniform(-1, 1);
    std::vector<float> wide(2 * 100);
    std::ranges::generate(wide, [&] { return uniform(random); });
    double sum = 0;
    for (std::size_t i = 0; i < 100; ++i)
        sum += std::abs(double(wide[i]) - double(wide[100 + i]));
    QVERIFY(std::abs(double(l1Distances(wide, 2).at(1, 0)) - sum) < 1e-5 * sum);
}

void TestPath::exactIsBruteForce()
{
    for (int size = 1; size <= 7; ++size) {
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            const DistanceMatrix matrix = randomMatrix(size, seed);
            const std::vector<int> order = exactShortestPath(matrix);
            QVERIFY(isPermutation(order, size));
            QVERIFY(std::abs(pathLength(matrix, order) - bruteForce(matrix)) < rounding);
        }
    }
}

void TestPath::optimumUpToTenPoints_data()
{
    QTest::addColumn<int>("size");
    for (int size = 1; size <= 10; ++size)
        QTest::newRow(qPrintable(QString::number(size))) << size;
}

void TestPath::optimumUpToTenPoints()
{
    QFETCH(int, size);
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        for (const DistanceMatrix& matrix :
             {randomPoints(size, 12, seed), randomMatrix(size, seed)}) {
            const std::vector<int> order = shortestPath(matrix);
            QVERIFY(isPermutation(order, size));
            QVERIFY(order.front() <= order.back());
            const double best = pathLength(matrix, exactShortestPath(matrix));
            QVERIFY2(pathLength(matrix, order) < best + rounding,
                     qPrintable(QString("seed %1").arg(seed)));
        }
    }
}

void TestPath::withinOnePercentUpToSixteen()
{
    // Beyond 12 points the search is no longer exact by construction.
    double worst = 1;
    for (int size = 13; size <= 16; ++size) {
        for (std::uint64_t seed = 0; seed < 5; ++seed) {
            for (const DistanceMatrix& matrix :
                 {randomPoints(size, 20, seed), randomMatrix(size, seed)}) {
                const double best = pathLength(matrix, exactShortestPath(matrix));
                const double ratio = pathLength(matrix, shortestPath(matrix)) / best;
                QVERIFY(ratio > 1 - rounding);
                worst = std::max(worst, ratio);
            }
        }
    }
    qInfo("greatest length over the optimum at 13 to 16 points: %.6f", worst);
    QVERIFY(worst < 1.01);
}

void TestPath::lowerBoundIsBelowTheOptimumAndClose()
{
    for (int size = 2; size <= 12; ++size) {
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            const DistanceMatrix matrix = randomPoints(size, 20, seed);
            const double best = pathLength(matrix, exactShortestPath(matrix));
            const double bound = pathLowerBound(matrix, best);
            QVERIFY(bound <= best * (1 + rounding));
            QVERIFY2(bound > 0.97 * best, qPrintable(QString("%1 of %2").arg(bound).arg(best)));
            // A careless upper end must not make the bound false.
            QVERIFY(pathLowerBound(matrix, 3 * best) <= best * (1 + rounding));
        }
        QVERIFY(pathLowerBound(randomMatrix(size, 7), 1)
                <= pathLength(randomMatrix(size, 7), exactShortestPath(randomMatrix(size, 7)))
                    + rounding);
    }
    // On a line the best tree is the path.
    std::vector<float> rows(50);
    std::iota(rows.begin(), rows.end(), 0.0f);
    QVERIFY(std::abs(pathLowerBound(l1Distances(rows, 50), 49) - 49) < 1e-3);
    QCOMPARE(pathLowerBound(randomMatrix(1, 1), 0), 0.0);
    const DistanceMatrix notSquare{3, std::vector<float>(8)};
    QVERIFY_THROWS_EXCEPTION(Error, (void)pathLowerBound(notSquare, 1));
}

/// A search that only takes what shortens must be able to leave a tour that no move shortens.
void TestPath::kicksHelp()
{
    const DistanceMatrix matrix = l1Distances(randomChannels(200, 2, 3), 200);
    QVERIFY(pathLength(matrix, shortestPath(matrix, 1, 1))
            < pathLength(matrix, shortestPath(matrix, 1, 0)) * 0.999);
}

void TestPath::aLineIsFound()
{
    // Shuffled points of a line: the shortest path is the line itself, of known length.
    std::vector<float> rows(100);
    std::iota(rows.begin(), rows.end(), 0.0f);
    std::ranges::shuffle(rows, std::mt19937_64(5));
    const DistanceMatrix matrix = l1Distances(rows, 100);
    const std::vector<int> order = shortestPath(matrix);
    QCOMPARE(pathLength(matrix, order), 99.0);
}

void TestPath::notWorseThanNearestNeighbour_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {4, 11, 32, 64, 129})
        QTest::newRow(qPrintable(QString::number(size))) << size;
}

void TestPath::notWorseThanNearestNeighbour()
{
    QFETCH(int, size);
    const DistanceMatrix matrix = randomPoints(size, 30, 7);
    const std::vector<int> order = shortestPath(matrix);
    QVERIFY(isPermutation(order, size));
    double best = nearestNeighbourLength(matrix, 0);
    for (int start = 1; start < size; ++start)
        best = std::min(best, nearestNeighbourLength(matrix, start));
    QVERIFY(pathLength(matrix, order) <= best + rounding);
}

void TestPath::deterministic()
{
    const DistanceMatrix matrix = randomPoints(80, 40, 1);
    QCOMPARE(shortestPath(matrix, 9), shortestPath(matrix, 9));
    // Perturbation must be able to help: more of it is never worse from the same seed.
    QVERIFY(pathLength(matrix, shortestPath(matrix, 9, 2))
            <= pathLength(matrix, shortestPath(matrix, 9, 0)) + rounding);
}

void TestPath::degenerate_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<float>("distance");
    for (const int size : {0, 1, 2, 3, 4, 5, 30}) {
        QTest::addRow("%d equal points", size) << size << 0.0f;
        QTest::addRow("%d equidistant points", size) << size << 2.0f;
        QTest::addRow("%d points without a distance", size)
            << size << std::numeric_limits<float>::quiet_NaN();
        QTest::addRow("%d points infinitely apart", size)
            << size << std::numeric_limits<float>::infinity();
    }
}

void TestPath::degenerate()
{
    QFETCH(int, size);
    QFETCH(float, distance);
    const std::size_t values = std::size_t(size) * std::size_t(size);
    DistanceMatrix matrix{size, std::vector<float>(values, distance)};
    for (int i = 0; i < size; ++i)
        matrix.values[std::size_t(i) * size + i] = 0;
    QVERIFY(isPermutation(shortestPath(matrix), size));
}

void TestPath::badInput()
{
    QVERIFY_THROWS_EXCEPTION(Error, (void)exactShortestPath(randomMatrix(17, 1)));
    const DistanceMatrix notSquare{3, std::vector<float>(8)};
    QVERIFY_THROWS_EXCEPTION(Error, (void)shortestPath(notSquare));
    QVERIFY_THROWS_EXCEPTION(Error, (void)exactShortestPath(notSquare));
    const std::vector<float> rows(7);
    QVERIFY_THROWS_EXCEPTION(Error, (void)l1Distances(rows, 2));
}

void TestPath::channels512()
{
    const DistanceMatrix matrix = randomPoints(512, 64, 2);
    std::vector<int> order;
    QBENCHMARK_ONCE {
        order = shortestPath(matrix);
    }
    QVERIFY(isPermutation(order, 512));
    qInfo("512 channels: %.4f of the nearest-neighbour path",
          pathLength(matrix, order) / nearestNeighbourLength(matrix, 0));
}

QTEST_APPLESS_MAIN(TestPath)
#include "tst_path.moc"
