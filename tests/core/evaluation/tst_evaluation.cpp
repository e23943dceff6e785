// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/sample_cache.h"
#include "core/manifold/generator.h"

#include <QTest>

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <numeric>
#include <random>

using namespace morphospace;

namespace {

std::shared_ptr<ImageSet> noise(std::size_t count, bool clusters)
{
    auto images = std::make_shared<ImageSet>();
    images->name = "noise";
    images->height = 28;
    images->width = 28;
    images->classNames = {"0", "1", "2", "3"};
    std::mt19937_64 random(1);
    images->pixels.resize(count * 28 * 28);
    for (std::uint8_t& pixel : images->pixels)
        pixel = static_cast<std::uint8_t>(random());
    for (std::size_t i = 0; i < count; ++i) {
        images->labels.push_back(static_cast<std::uint8_t>(i % 4));
        if (clusters)
            images->clusters.push_back(static_cast<std::uint16_t>(i % 7));
    }
    return images;
}

std::shared_ptr<const Manifold> manifold()
{
    const Family family = leNet(6, 4);
    GeneratorSettings settings;
    settings.hidden = 8;
    return std::make_shared<Manifold>(
        family, InputScaling{{0.5F}, {0.3F}},
        makeGenerator(family, settings, initialSlots(units(family, family.full), 3), 4));
}

} // namespace

class TestEvaluation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wilsonMatchesPublishedValues_data()
    {
        QTest::addColumn<int>("correct");
        QTest::addColumn<int>("images");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        // Newcombe 1998, table I, method 3.
        QTest::addRow("81 of 263") << 81 << 263 << 0.2553 << 0.3662;
        QTest::addRow("15 of 148") << 15 << 148 << 0.0624 << 0.1605;
        QTest::addRow("0 of 20") << 0 << 20 << 0.0 << 0.1611;
        QTest::addRow("1 of 29") << 1 << 29 << 0.0061 << 0.1718;
    }

    void wilsonMatchesPublishedValues()
    {
        QFETCH(int, correct);
        QFETCH(int, images);
        QFETCH(double, low);
        QFETCH(double, high);
        const Interval interval = wilson(correct, images);
        QVERIFY2(std::abs(interval.low - low) < 6e-5, qPrintable(QString::number(interval.low)));
        QVERIFY2(std::abs(interval.high - high) < 6e-5, qPrintable(QString::number(interval.high)));
    }

    /// With many equal clusters of one image the bootstrap is the ordinary one: close to normal.
    void bootstrapOfSinglesIsNearlyNormal()
    {
        std::vector<std::int64_t> images(2000, 1);
        std::vector<std::int64_t> correct(2000, 0);
        std::fill_n(correct.begin(), 1600, 1);
        const Interval interval = clusterBootstrap(correct, images);
        const double half = 1.96 * std::sqrt(0.8 * 0.2 / 2000);
        // A thousand resamples know the ends of the interval to about 8 % of its half width.
        QVERIFY(std::abs(interval.low - (0.8 - half)) < 0.25 * half);
        QVERIFY(std::abs(interval.high - (0.8 + half)) < 0.25 * half);
        QCOMPARE(clusterBootstrap(correct, images).low, interval.low);
    }

    /// Images that stand or fall together tell less: the interval must be much wider.
    void bootstrapSeesClusters()
    {
        const std::vector<std::int64_t> images(20, 100);
        std::vector<std::int64_t> correct(20, 100);
        std::fill_n(correct.begin(), 4, 0);
        const Interval clustered = clusterBootstrap(correct, images);
        const Interval independent = wilson(1600, 2000);
        QVERIFY(clustered.high - clustered.low > 4 * (independent.high - independent.low));
    }

    /// A bootstrap of clusters that all agree has no spread, however few they are.
    void agreeingClustersAreNotCertainty_data()
    {
        QTest::addColumn<bool>("right");
        QTest::addColumn<int>("limit");
        QTest::addRow("all wrong") << false << 50;
        QTest::addRow("all right") << true << 50;
        QTest::addRow("one image") << true << 1;
    }

    void agreeingClustersAreNotCertainty()
    {
        QFETCH(bool, right);
        QFETCH(int, limit);
        const auto about = manifold();
        const NetworkRunner runner(sampleNetwork(*about, {{4}, {}}), about->scaling());
        const auto images = noise(60, true);
        const std::vector<Prediction> said = runner.classify(*images, 0, images->size());
        for (std::size_t i = 0; i < said.size(); ++i)
            images->labels[i] = static_cast<std::uint8_t>((said[i].label + (right ? 0 : 1)) % 4);
        AccuracyStream stream(images, std::size_t(limit));
        stream.advance(runner, std::size_t(limit));
        const std::int64_t clusters = std::min(limit, 7);
        const Interval careful = wilson(right ? clusters : 0, clusters);
        QCOMPARE(stream.interval().low, careful.low);
        QCOMPARE(stream.interval().high, careful.high);
        QVERIFY(careful.high - careful.low > 0.3);
        QCOMPARE(stream.intervalMethod(),
                 std::string("Wilson over font families, which all agree"));
    }

    void orderIsAFixedPermutation()
    {
        std::vector<std::size_t> order = measuringOrder(1000);
        QCOMPARE(order, measuringOrder(1000));
        std::vector<std::size_t> identity(1000);
        std::iota(identity.begin(), identity.end(), std::size_t{0});
        QVERIFY(order != identity);
        std::sort(order.begin(), order.end());
        QCOMPARE(order, identity);
    }

    void streamCountsWhatOneCallCounts_data()
    {
        QTest::addColumn<bool>("clusters");
        QTest::addRow("plain") << false;
        QTest::addRow("clusters") << true;
    }

    void streamCountsWhatOneCallCounts()
    {
        QFETCH(bool, clusters);
        const auto images = noise(203, clusters);
        const auto about = manifold();
        const NetworkRunner runner(sampleNetwork(*about, {{4}, {}}), about->scaling());
        const std::vector<Prediction> all = runner.classify(*images, 0, images->size());
        std::int64_t correct = 0;
        for (std::size_t i = 0; i < all.size(); ++i)
            correct += all[i].label == images->labels[i];

        AccuracyStream stream(images);
        int calls = 0;
        while (stream.advance(runner, 50))
            ++calls;
        QCOMPARE(calls, 4);
        QCOMPARE(stream.measured(), std::int64_t(203));
        QCOMPARE(stream.correct(), correct);
        QCOMPARE(std::accumulate(stream.confusion().begin(), stream.confusion().end(),
                                 std::int64_t{0}),
                 std::int64_t(203));
        QCOMPARE(stream.intervalMethod().starts_with("cluster"), clusters);
        QVERIFY(stream.interval().low <= double(correct) / 203);
        QVERIFY(stream.interval().high >= double(correct) / 203);
        QCOMPARE(measure(*about, {{4}, {}}, {}, images).correct, correct);
        QCOMPARE(measure(*about, {{4}, {}}, {}, images, 60).images, std::int64_t(60));
    }

    void aSetThatDoesNotFitIsRefused()
    {
        auto images = noise(4, false);
        images->width = 14;
        images->height = 56;
        try {
            requireFits(manifold()->family(), *images);
            QFAIL("accepted");
        } catch (const Error& error) {
            QVERIFY2(QString(error.what()).contains("takes 28 x 28"), error.what());
        }
        images = noise(4, false);
        images->classNames.push_back("4");
        QVERIFY_EXCEPTION_THROWN(requireFits(manifold()->family(), *images), Error);
    }

    void measuringStopsWhenAsked()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(
            (void)measure(*manifold(), {{4}, {}}, {}, noise(600, false), 0, stop.get_token()),
            Cancelled);
    }

    void cacheKeepsWhatFits()
    {
        const auto about = manifold();
        SampleCache cache(1 << 20);
        const auto first = cache.sample(*about, {{4}, {}}, {});
        QCOMPARE(cache.sample(*about, {{4}, {}}, {}), first); // the same object
        QVERIFY(cache.sample(*about, {{4}, {}}, {.averaging = 2}) != first);
        QCOMPARE(cache.count(), std::size_t(2));
        const std::size_t bytes = cache.bytes();
        cache.setByteLimit(bytes / 2);
        QCOMPARE(cache.count(), std::size_t(1));
        QVERIFY(cache.bytes() <= bytes / 2);
        // The one that was used last stays.
        QVERIFY(cache.sample(*about, {{4}, {}}, {}) != first);
    }
};

QTEST_APPLESS_MAIN(TestEvaluation)
#include "tst_evaluation.moc"
