// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the Smoothness page shows, as values: colours, matrices in an order, the way between two
// orders, two sizes, and what jitter does.
#include "tests/widgets/fixtures.h"

#include "core/base/error.h"
#include "widgets/smoothness/diverging_colours.h"
#include "widgets/smoothness/order_effect.h"
#include "widgets/smoothness/smoothness_content.h"

#include <QColor>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

using namespace morphospace;

namespace {

/// sRGB to CIE L*a*b* (D65): another space than the one that the colours were made in.
std::array<double, 3> lab(QRgb rgb, const double (&seen)[9])
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const double in[] = {linear(qRed(rgb) / 255.0), linear(qGreen(rgb) / 255.0),
                         linear(qBlue(rgb) / 255.0)};
    double c[3] = {0, 0, 0};
    for (int i = 0; i < 3; ++i) {
        for (int j = 0; j < 3; ++j) {
            c[i] += seen[3 * i + j] * in[j];
        }
        c[i] = std::clamp(c[i], 0.0, 1.0);
    }
    const double xyz[] = {(0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.9505,
                          0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2],
                          (0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.089};
    double f[3];
    for (int i = 0; i < 3; ++i) {
        f[i] = xyz[i] > 0.008856 ? std::cbrt(xyz[i]) : 7.787 * xyz[i] + 16.0 / 116;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

double distance(const std::array<double, 3>& a, const std::array<double, 3>& b)
{
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/// Full deficiencies after Machado, Oliveira and Fernandes (2009); the identity first.
constexpr double eyes[4][9] = {
    {1, 0, 0, 0, 1, 0, 0, 0, 1},
    {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
    {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
    {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}};

Network network(FamilyKind kind)
{
    const auto manifold = untrainedManifold(kind);
    return sampleNetwork(*manifold, manifold->family().full);
}

const InputScaling scaling{{0.5F}, {0.5F}};

SmoothnessSubject ordersOf(FamilyKind kind, OrderKind before = OrderKind::Random,
                           OrderKind after = OrderKind::Path)
{
    SmoothnessSubject subject;
    subject.title = QStringLiteral("Test");
    subject.orders = std::make_shared<const OrderComparison>(
        compareOrders(network(kind), scaling, before, after));
    return subject;
}

/// What a map shows, row by row from the top.
std::vector<float> shown(const PlacedMatrix& matrix)
{
    std::vector<float> values;
    for (const int row : byPlace(matrix.rowPlaces)) {
        for (const int column : byPlace(matrix.columnPlaces)) {
            values.push_back(matrix.at(row, column));
        }
    }
    return values;
}

} // namespace

class TestSmoothness : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void colours_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("relief");
        for (const bool dark : {false, true}) {
            for (const bool relief : {false, true}) {
                QTest::addRow("%s %s", dark ? "dark" : "light", relief ? "relief" : "flat")
                    << dark << relief;
            }
        }
    }

    void colours()
    {
        QFETCH(bool, dark);
        QFETCH(bool, relief);
        constexpr int count = 41;   // 40 steps: so large that 8 bits round little of them
        const std::vector<QRgb> map =
            relief ? reliefColours(dark, count) : divergingColours(dark, count);
        QCOMPARE(int(map.size()), count);
        // Even steps in CIE L*a*b*, too, as far as two models of the eye agree: a rainbow has steps
        // that differ by more than ten.
        double least = 1e9;
        double greatest = 0;
        for (std::size_t i = 1; i < map.size(); ++i) {
            const double step = distance(lab(map[i - 1], eyes[0]), lab(map[i], eyes[0]));
            least = std::min(least, step);
            greatest = std::max(greatest, step);
        }
        QVERIFY2(greatest / least < 2.2, qPrintable(QStringLiteral("%1 to %2").arg(least).arg(greatest)));
        for (const auto& eye : eyes) {
            // Lightness goes one way from zero to each end, for every eye.
            for (int i = 1; i <= count / 2; ++i) {
                for (const int sign : {-1, 1}) {
                    const double nearer = lab(map[std::size_t(count / 2 + sign * (i - 1))], eye)[0];
                    const double farther = lab(map[std::size_t(count / 2 + sign * i)], eye)[0];
                    QVERIFY(dark ? farther > nearer - 0.2 : farther < nearer + 0.2);
                }
            }
            // The signs stay apart: 20 is several times what can just be told.
            QVERIFY(distance(lab(map.front(), eye), lab(map.back(), eye)) > 20);
            // The two ends are alike in lightness, so that neither looks larger.
            QVERIFY(std::abs(lab(map.front(), eye)[0] - lab(map.back(), eye)[0]) < 18);
        }
    }

    void tapsBecomeOneValue()
    {
        const WeightTensor tensor{"w", {2, 2, 1, 2}, {1, -3, 2, 4, -1, -1, 0, 6}};
        QCOMPARE(matrixOf(tensor, {Taps::Kind::Mean, 0}).values, (std::vector<float>{-1, 3, -1, 3}));
        QCOMPARE(matrixOf(tensor, {Taps::Kind::L1, 0}).values, (std::vector<float>{4, 6, 2, 6}));
        QCOMPARE(matrixOf(tensor, {Taps::Kind::One, 1}).values, (std::vector<float>{-3, 4, -1, 6}));
        const PlacedMatrix all = matrixOf(tensor, {Taps::Kind::All, 0});
        QCOMPARE(all.columns, 4);
        QCOMPARE(all.values, (std::vector<float>{1, 2, -3, 4, -1, 0, -1, 6}));
        const PlacedMatrix bias = matrixOf({"b", {3}, {1, 2, 3}}, {Taps::Kind::L1, 0});
        QCOMPARE(bias.rows, 3);
        QCOMPARE(bias.columns, 1);
        QCOMPARE(bias.values, (std::vector<float>{1, 2, 3}));
        for (const char* name : {"mean", "l1", "all", "0", "24"}) {
            QCOMPARE(nameOf(tapsNamed(name)), std::string(name));
        }
    }

    void channelsTravel()
    {
        const std::vector<int> before{2, 0, 1};
        const std::vector<int> after{0, 1, 2};
        QCOMPARE(placesBetween(before, after, 0), (std::vector<double>{1, 2, 0}));
        QCOMPARE(placesBetween(before, after, 1), (std::vector<double>{0, 1, 2}));
        QCOMPARE(placesBetween(before, after, 0.5), (std::vector<double>{0.5, 1.5, 1}));
        QCOMPARE(byPlace({0.5, 1.5, 1}), (std::vector<int>{0, 2, 1}));
        // Cells from -0.5 to 2.5 at halves: each takes the nearest of 0.4, 1.6 and 1.
        QCOMPARE(nearestPlaces({0.4, 1.6, 1}, -0.5, 2.5, 6), (std::vector<int>{0, 0, 2, 2, 1, 1}));
    }

    void mapsShowWhatPermutationGives_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("LeNet") << int(FamilyKind::LeNet);
        QTest::newRow("ResNet") << int(FamilyKind::ResNet);
    }

    void mapsShowWhatPermutationGives()
    {
        QFETCH(int, kind);
        const SmoothnessSubject subject = ordersOf(FamilyKind(kind));
        const OrderComparison& orders = *subject.orders;
        const Network& stored = orders.network;
        const auto before =
            permute(stored.family, stored.configuration, stored.tensors, orders.beforeOrders);
        const auto after =
            permute(stored.family, stored.configuration, stored.tensors, orders.afterOrders);
        for (std::size_t i = 0; i < stored.tensors.size(); ++i) {
            for (const char* name : {"mean", "all", "l1"}) {
                const Taps taps = tapsNamed(name);
                const std::string& tensor = stored.tensors[i].name;
                const HeatMapPair pair = heatMaps(subject, tensor, taps, 1, false);
                QCOMPARE(shown(pair.sides[0]), matrixOf(before[i], taps).values);
                QCOMPARE(shown(pair.sides[1]), matrixOf(after[i], taps).values);
                const HeatMapPair begin = heatMaps(subject, tensor, taps, 0, false);
                QCOMPARE(shown(begin.sides[1]), shown(begin.sides[0]));
                const HeightFieldData surface = heightField(pair, 1);
                if (pair.sides[1].rows > 1 && pair.sides[1].columns > 1) {
                    QCOMPARE(surface.values, matrixOf(after[i], taps).values);
                }
            }
        }
    }

    /// Thinned, always the same channels travel, each with its own values.
    void thinnedSurfacesFollowTheSameChannels()
    {
        const SmoothnessSubject subject = ordersOf(FamilyKind::ResNet);
        const std::string tensor = tensorOfChoice(subject);
        for (const double part : {0.0, 0.3, 1.0}) {
            const HeatMapPair pair = heatMaps(subject, tensor, {}, part, false);
            const PlacedMatrix& matrix = pair.sides[1];
            const HeightFieldData whole = heightField(pair, 1);
            const int most = matrix.rows / 3;
            const int step = (matrix.rows + most - 1) / most;
            const HeightFieldData few = heightField(pair, 1, most);
            QCOMPARE(few.rows, (matrix.rows + step - 1) / step);
            QVERIFY(few.rows <= most);
            QVERIFY(std::ranges::is_sorted(few.rowPlaces));
            std::vector<int> rows = byPlace(matrix.rowPlaces);
            std::vector<int> columns = byPlace(matrix.columnPlaces);
            const int columnStep = (matrix.columns + most - 1) / most;
            std::erase_if(rows, [&](int row) { return row % step != 0; });
            std::erase_if(columns, [&](int column) { return column % columnStep != 0; });
            for (std::size_t r = 0; r < rows.size(); ++r) {
                for (std::size_t c = 0; c < columns.size(); ++c) {
                    QCOMPARE(few.values[r * columns.size() + c], matrix.at(rows[r], columns[c]));
                }
            }
            QCOMPARE(heightField(pair, 1, 10000).values, whole.values);
        }
    }

    void bothOrdersAreMeasuredAsTheyAre()
    {
        const SmoothnessSubject subject = ordersOf(FamilyKind::LeNet);
        const auto images = randomImages(FamilyKind::LeNet, 130);
        std::vector<OrderEffect> told;
        measureOrders(*subject.orders, scaling, images, 0, {},
                      [&](const OrderEffect& effect) { told.push_back(effect); });
        QCOMPARE(told.size(), std::size_t(3));
        QVERIFY(told[0].outputDifference && !told[0].before);
        QVERIFY(told[1].before && !told[1].after);
        const OrderEffect& effect = told.back();
        QCOMPARE(effect.compared, 130);
        QCOMPARE(effect.otherClass, 0);
        QVERIFY(*effect.outputDifference < 1e-4);
        // The network in its own order, measured as everywhere else.
        const NetworkRunner runner(subject.orders->network, scaling);
        AccuracyStream stream(images);
        while (stream.advance(runner, 50)) {
        }
        for (const auto& count : {effect.before, effect.after}) {
            QCOMPARE(count->images, 130);
            QCOMPARE(count->correct, stream.correct());
            QCOMPARE(count->low, stream.interval().low);
            QCOMPARE(count->high, stream.interval().high);
        }
        // A limit, a wish to stop, and images that do not fit.
        measureOrders(*subject.orders, scaling, images, 40, {},
                      [&](const OrderEffect& some) { told.push_back(some); });
        QCOMPARE(told.back().after->images, 40);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled,
                                 measureOrders(*subject.orders, scaling, images, 0,
                                               stop.get_token(), [](const OrderEffect&) {}));
        auto others = std::make_shared<ImageSet>(*images);
        others->classNames.emplace_back("one more");
        QVERIFY_THROWS_EXCEPTION(Error, measureOrders(*subject.orders, scaling, others, 0, {},
                                                      [](const OrderEffect&) {}));
    }

    void numbersAreThoseOfThePermutation()
    {
        const SmoothnessSubject subject = ordersOf(FamilyKind::ResNet);
        const OrderComparison& orders = *subject.orders;
        const Network& stored = orders.network;
        const auto after =
            permute(stored.family, stored.configuration, stored.tensors, orders.afterOrders);
        QCOMPARE(orders.variationAfter, totalVariation(after));
        QVERIFY(orders.variationAfter < orders.variationBefore);
        // Re-ordering only re-orders sums: rounding of float32 over some hundred terms.
        QVERIFY(orders.outputDifference < 1e-4);
        for (const OrderComparison::Group& group : orders.groups) {
            QCOMPARE(int(group.stepsAfter.size()), group.group.size - 1);
            QVERIFY(group.lengthAfter <= group.lengthBefore + 1e-6);
            QCOMPARE(int(group.plane.size()), 2 * group.group.size);
        }
        using Kind = SmoothnessChartData::Kind;
        for (const Kind kind : {Kind::Variation, Kind::Neighbours, Kind::Path}) {
            const auto data = chartData(subject, kind, tensorOfChoice(subject));
            QVERIFY(data.has_value());
            QVERIFY(data->count() > 0);
            QVERIFY(!data->describe(0).isEmpty());
            for (const QVariantList& row : data->numbers.rows) {
                QCOMPARE(row.size(), data->numbers.columns.size());
            }
        }
        QCOMPARE(chartData(subject, Kind::Variation, {})->numbers.rows.size(),
                 qsizetype(stored.tensors.size()));
    }

    void theSameOrderTwiceIsTheSame()
    {
        const SmoothnessSubject subject =
            ordersOf(FamilyKind::LeNet, OrderKind::Original, OrderKind::Original);
        QCOMPARE(subject.orders->variationAfter, subject.orders->variationBefore);
        QCOMPARE(subject.orders->outputDifference, 0.0);
    }

    void sizesShareTheirCoordinates()
    {
        const auto manifold = untrainedManifold(FamilyKind::ResNet);
        Configuration half = uniformWidths(manifold->family(), 0.5, {1, 1, 1});
        SmoothnessSubject subject;
        subject.sizes = std::make_shared<const SizeComparison>(compareSizes(*manifold, half, 0, 3));
        const HeatMapPair pair = heatMaps(subject, "layer3.0.conv2.weight", {}, 1, false);
        QCOMPARE(pair.sides[0].rows, 2 * pair.sides[1].rows);
        QCOMPARE(pair.sides[0].rowFrom, pair.sides[1].rowFrom);
        QCOMPARE(pair.sides[0].rowTo, pair.sides[1].rowTo);
        // Entry 0 of half as many covers entries 0 and 1.
        QCOMPARE(2 * pair.sides[1].rowPlaces[0],
                 pair.sides[0].rowPlaces[0] + pair.sides[0].rowPlaces[1]);
        QCOMPARE(subject.sizes->moved, 0.0);
        // A block that this depth leaves out.
        const HeatMapPair gone = heatMaps(subject, "layer3.1.conv2.weight", {}, 1, false);
        QVERIFY(gone.sides[0].rows > 0);
        QCOMPARE(gone.sides[1].rows, 0);
    }

    void jitterMovesWeightsAndAverages()
    {
        const auto manifold = untrainedManifold(FamilyKind::LeNet);
        const Configuration half = uniformWidths(manifold->family(), 0.5, {});
        const SizeComparison little = compareSizes(*manifold, half, 0.25, 3);
        const SizeComparison much = compareSizes(*manifold, half, 2, 3);
        QVERIFY(little.moved > 0);
        QVERIFY(much.moved > little.moved);
        QVERIFY(little.jittered.tensors != little.current.tensors);
        // The mean of the clean sample and the draw is the sample averaged over two.
        const Network mean = sampleNetwork(*manifold, half, {2, 2, 3});
        for (std::size_t t = 0; t < mean.tensors.size(); ++t) {
            for (std::size_t i = 0; i < mean.tensors[t].values.size(); ++i) {
                const double expected = (double(much.current.tensors[t].values[i])
                                         + double(much.jittered.tensors[t].values[i]))
                    / 2;
                // Of float32 values below one.
                QVERIFY(std::abs(double(mean.tensors[t].values[i]) - expected) < 1e-6);
            }
        }
    }

    void limitsLeaveOutliers()
    {
        PlacedMatrix matrix;
        matrix.rows = 1;
        matrix.columns = 1000;
        matrix.values.assign(1000, 0.5F);
        matrix.values[3] = 100;
        QCOMPARE(limitOf({&matrix}), 0.5);
        matrix.values.assign(1000, 0);
        QCOMPARE(limitOf({&matrix}), 1.0);
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestSmoothness>(argc, argv);
}

#include "tst_smoothness.moc"
