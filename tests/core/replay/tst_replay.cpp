// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/datasets/library.h"
#include "core/evaluation/paired.h"
#include "core/evaluation/threads.h"
#include "core/replay/replay.h"

#include <QTest>

#include <cmath>
#include <filesystem>
#include <random>

using namespace morphospace;

namespace {

std::filesystem::path manifoldFile()
{
    return std::filesystem::path(MORPHOSPACE_SOURCE_DIR) / "resources/manifolds/glyphs-lenet.manifold";
}

ReplaySources bundled()
{
    return {[](const ManifoldReference&) { return readManifold(manifoldFile()); },
            [](const Manifold&) { return loadImageSet("glyphs", Split::Test); }};
}

SessionDocument session()
{
    const auto manifold = readManifold(manifoldFile());
    SessionDocument document;
    document.steps = {
        {OpenManifold{{manifold->hash, "glyphs-lenet.manifold", manifold->family()}}, {}, {}, {}},
        {PinSample{}, {}, {}, {}},
        {SetWidth{0, 16}, {}, {}, {}},
        {SetAveraging{3}, {}, {}, {}},
        {ShowPage{"compression"}, {}, {}, {}},
        {SwapPinned{}, {}, {}, {}}};
    document.position = 2;
    return document;
}

} // namespace

class TestReplay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setComputeThreads(1); }
    void replayIsExact();
    void namesTheFirstStepThatDiffers();
    void tellsOfOtherData();
    void judgesOutcomes_data();
    void judgesOutcomes();
    void untilAndCancel();
    void mcnemar_data();
    void mcnemar();
    void pairedByBruteForce();
    void pairedOnClusters();
};

void TestReplay::replayIsExact()
{
    SessionDocument document = session();
    ReplayOptions options;
    options.images = 300;
    const ReplayReport first = replay(document, bundled(), options);
    // Opening, the width, the averaging and the swap lead to samples; the pin and the page do not.
    std::vector<std::size_t> numbers;
    for (const ReplayedStep& step : first.steps) {
        numbers.push_back(step.number);
        QCOMPARE(step.check.agreement, Agreement::Unrecorded);
        QCOMPARE(step.measurement.images, 300);
        QCOMPARE(step.outcome.probe.size(), 32u);
        document.steps[step.number - 1].outcome = step.outcome;
    }
    QCOMPARE(numbers, (std::vector<std::size_t>{1, 3, 4, 6}));
    QCOMPARE(first.steps[2].measurement.averaging, 3);
    QVERIFY(first.steps[1].outcome.weights != first.steps[2].outcome.weights);

    // Written and read between, as between two people.
    const ReplayReport second =
        replay(sessionFromText(sessionText(document)), bundled(), options);
    QCOMPARE(second.firstDifferent, 0u);
    for (const ReplayedStep& step : second.steps) {
        QCOMPARE(step.check.agreement, Agreement::Exact);
        QVERIFY(step.check.sameKernels);
    }
    QCOMPARE(second.state.current, first.state.current);
}

void TestReplay::namesTheFirstStepThatDiffers()
{
    SessionDocument document = session();
    ReplayOptions options;
    options.images = 100;
    for (const ReplayedStep& step : replay(document, bundled(), options).steps)
        document.steps[step.number - 1].outcome = step.outcome;
    document.steps[2].outcome->correct -= 1;
    document.steps[3].outcome->weights[0] ^= 1;
    const ReplayReport report = replay(document, bundled(), options);
    QCOMPARE(report.firstDifferent, 3u);
    QCOMPARE(report.steps[0].check.agreement, Agreement::Exact);
    QCOMPARE(report.steps[1].check.agreement, Agreement::Differs);
    QCOMPARE(report.steps[1].check.countApart, 1);
    QCOMPARE(report.steps[2].check.agreement, Agreement::Differs);
    QCOMPARE(report.steps[3].check.agreement, Agreement::Exact);
}

void TestReplay::tellsOfOtherData()
{
    SessionDocument document = session();
    document.steps.resize(1);
    document.position = 1;
    ReplayOptions options;
    options.images = 50;
    const std::string here = loadImageSet("glyphs", Split::Test)->hash;
    document.data = {{"glyphs", here}, {"mnist", std::string(64, '1')}};
    QVERIFY(replay(document, bundled(), options).otherData.empty());
    document.data[0].hash = std::string(64, '1');
    const ReplayReport report = replay(document, bundled(), options);
    QCOMPARE(report.otherData.size(), 1u);
    QCOMPARE(report.otherData[0].name, std::string("glyphs"));
    QCOMPARE(report.otherData[0].recorded, std::string(64, '1'));
    QCOMPARE(report.otherData[0].here, here);
}

void TestReplay::judgesOutcomes_data()
{
    QTest::addColumn<bool>("otherMachine");
    QTest::addColumn<bool>("otherWeights");
    QTest::addColumn<double>("apart");
    QTest::addColumn<int>("correct");
    QTest::addColumn<bool>("otherImages");
    QTest::addColumn<QString>("agreement");
    QTest::newRow("the same") << false << false << 0. << 900 << false << "exact";
    QTest::newRow("a count off") << false << false << 0. << 901 << false << "differs";
    QTest::newRow("weights off on the same machine") << false << true << 1e-7 << 900 << false
                                                     << "differs";
    QTest::newRow("rounding on another machine") << true << true << 9e-6 << 902 << false << "close";
    QTest::newRow("more than rounding") << true << true << 2e-5 << 900 << false << "differs";
    QTest::newRow("too many counts") << true << true << 0. << 903 << false << "differs";
    QTest::newRow("another machine, no difference") << true << false << 0. << 900 << false << "exact";
    QTest::newRow("other images") << false << false << 0. << 12 << true << "other images";
}

void TestReplay::judgesOutcomes()
{
    QFETCH(bool, otherMachine);
    QFETCH(bool, otherWeights);
    QFETCH(double, apart);
    QFETCH(int, correct);
    QFETCH(bool, otherImages);
    QFETCH(QString, agreement);
    const Outcome recorded{"hash", {0.5F, -1.F, 0.25F}, 1000, 900, "images", "here"};
    Outcome now = recorded;
    now.correct = correct;
    now.probe[2] += float(apart);
    if (otherMachine)
        now.computed = "there";
    if (otherWeights)
        now.weights = "another";
    if (otherImages)
        now.data = "others";
    const OutcomeCheck result = check(recorded, now);
    QCOMPARE(QString::fromStdString(nameOf(result.agreement)), agreement);
    QCOMPARE(result.sameKernels, !otherMachine);
    if (otherWeights)
        QVERIFY(std::abs(result.weightsApart - apart) < 1e-7); // a float beside 0.25
    QCOMPARE(check(std::nullopt, now).agreement, Agreement::Unrecorded);
}

void TestReplay::untilAndCancel()
{
    ReplayOptions options;
    options.images = 50;
    options.until = 2;
    const ReplayReport report = replay(session(), bundled(), options);
    QCOMPARE(report.steps.size(), 1u);
    QVERIFY(report.state.pinned.has_value());
    std::stop_source stop;
    options.until = 6;
    options.stop = stop.get_token();
    options.done = [&stop](const ReplayedStep&) { stop.request_stop(); };
    QVERIFY_EXCEPTION_THROWN((void)replay(session(), bundled(), options), Cancelled);
}

void TestReplay::mcnemar_data()
{
    QTest::addColumn<int>("onlyA");
    QTest::addColumn<int>("onlyB");
    QTest::addColumn<double>("p");
    // Sums of binomial probabilities, by hand.
    QTest::newRow("nothing to tell") << 0 << 0 << 1.0;
    QTest::newRow("as many") << 7 << 7 << 1.0;
    QTest::newRow("5 to 0") << 0 << 5 << 2.0 / 32;
    QTest::newRow("1 to 7") << 7 << 1 << 2.0 * (1 + 8) / 256;
    QTest::newRow("2 to 8") << 2 << 8 << 2.0 * (1 + 10 + 45) / 1024;
}

void TestReplay::mcnemar()
{
    QFETCH(int, onlyA);
    QFETCH(int, onlyB);
    QFETCH(double, p);
    QVERIFY(std::abs(mcnemarTest(onlyA, onlyB) - p) < 1e-12); // lgamma is good to 1e-15 or so
    QVERIFY(std::abs(mcnemarTest(onlyB, onlyA) - p) < 1e-12);
    // Thousands neither overflow nor vanish into a wrong answer: near the normal approximation.
    const double z = 100 / std::sqrt(4100.0);
    QVERIFY(std::abs(mcnemarTest(2000, 2100) - std::erfc(z / std::sqrt(2.0))) < 0.01);
}

void TestReplay::pairedByBruteForce()
{
    ImageSet images;
    images.labels.resize(500);
    std::mt19937_64 random(3);
    std::vector<bool> a;
    std::vector<bool> b;
    int onlyA = 0;
    int onlyB = 0;
    for (int i = 0; i < 400; ++i) {
        a.push_back(random() % 10 < 8);
        b.push_back(random() % 10 < 9);
        onlyA += a.back() && !b.back();
        onlyB += b.back() && !a.back();
    }
    const PairedComparison result = comparePaired(images, a, b);
    QCOMPARE(result.images, 400);
    QCOMPARE(result.onlyA, onlyA);
    QCOMPARE(result.onlyB, onlyB);
    QCOMPARE(result.difference, (onlyB - onlyA) / 400.0);
    QVERIFY(result.interval.low < result.difference && result.difference < result.interval.high);
    QVERIFY(!result.clustered);
    // Exchanged, everything changes its sign.
    const PairedComparison other = comparePaired(images, b, a);
    QCOMPARE(other.difference, -result.difference);
    QCOMPARE(other.interval.low, -result.interval.high);
    QCOMPARE(other.mcnemar, result.mcnemar);
    // On one and the same network there is no difference.
    QCOMPARE(comparePaired(images, a, a).mcnemar, 1.0);
    QCOMPARE(comparePaired(images, {}, a).images, 0);
}

void TestReplay::pairedOnClusters()
{
    // Twenty fonts of ten images; B gains all of its images in one font and nothing elsewhere.
    ImageSet images;
    images.labels.resize(200);
    images.clusters.resize(200);
    for (std::size_t i = 0; i < 200; ++i)
        images.clusters[i] = std::uint16_t(i / 10);
    const std::vector<std::size_t> order = measuringOrder(200);
    std::vector<bool> a(200, true);
    std::vector<bool> b(200, true);
    for (std::size_t i = 0; i < 200; ++i) {
        if (images.clusters[order[i]] == 4)
            a[i] = false;
    }
    const PairedComparison one = comparePaired(images, a, b);
    QCOMPARE(one.onlyB, 10);
    // As independent images this would be sure; it is one font, and says nothing of others:
    // (1)^2 / 1 = 1 is chi-squared with one degree of freedom, p = 0.3173.
    QVERIFY(one.mcnemar < 0.01);
    QVERIFY(std::abs(*one.clustered - 0.31731) < 1e-4);
    QVERIFY(one.interval.low <= 0);
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
