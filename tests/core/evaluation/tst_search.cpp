// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/search_report.h"
#include "core/manifold/generator.h"
#include "core/networks/forward.h"

#include <QTest>

#include <nlohmann/json.hpp>
#include <torch/types.h>
#include <torch/utils.h>

#include <cmath>
#include <random>
#include <set>

using namespace morphospace;

namespace {

constexpr std::size_t allImages = 8000;

/// Accuracy grows with the logarithm of each width, costs linearly: the best of a budget is known
/// by looking at everything, and lies far from the uniform line.
double trueAccuracy(const Configuration& c)
{
    const double gain = 0.12 * std::log(c.widths[0]) + 0.03 * std::log(c.widths[1])
        + 0.01 * std::log(c.widths[2]) + 0.02 * c.depths[0] - 0.015 * c.depths[1];
    return std::min(1.0, 0.2 + gain);
}

double toyCost(const Configuration& c)
{
    return c.widths[0] * c.depths[0] + 2.0 * c.widths[1] + 4.0 * c.widths[2] + 5.0 * c.depths[1];
}

SearchSpace toySpace(int widest)
{
    SearchSpace space{{{2, 2, 2}, {1, 1}}, {{widest, widest, widest}, {3, 3}}, {}};
    for (int depth = 1; depth <= 3; ++depth) {
        for (int width = 2; width <= widest; ++width)
            space.uniform.push_back({{width, width, width}, {depth, depth}});
    }
    return space;
}

template<class Visit>
void everyOne(const SearchSpace& space, Visit visit)
{
    Configuration c = space.least;
    for (c.widths[0] = 2; c.widths[0] <= space.greatest.widths[0]; ++c.widths[0])
        for (c.widths[1] = 2; c.widths[1] <= space.greatest.widths[1]; ++c.widths[1])
            for (c.widths[2] = 2; c.widths[2] <= space.greatest.widths[2]; ++c.widths[2])
                for (c.depths[0] = 1; c.depths[0] <= 3; ++c.depths[0])
                    for (c.depths[1] = 1; c.depths[1] <= 3; ++c.depths[1])
                        visit(c);
}

/// The toy, and everything it was asked.
struct Toy {
    std::vector<std::pair<Configuration, std::size_t>> asked;
    std::size_t cancelAfter = SIZE_MAX;
    bool noisy = true;

    Evaluator evaluator()
    {
        Evaluator result;
        result.images = allImages;
        result.cost = toyCost;
        result.accuracy = [this](const Configuration& c, std::size_t images) {
            if (asked.size() == cancelAfter)
                throw Cancelled();
            asked.emplace_back(c, images);
            Measurement m;
            m.configuration = c;
            m.images = std::int64_t(images);
            // A fixed noise of half the size that so many images have: two networks on the same
            // images are known apart better than each of them is known.
            std::seed_seq seeds{c.widths[0], c.widths[1], c.widths[2], c.depths[0], c.depths[1],
                                int(images)};
            std::mt19937_64 random(seeds);
            const double uniform = double(random() >> 11U) / 9007199254740992.0 - 0.5;
            const double p = trueAccuracy(c);
            const double deviation = noisy ? 0.5 * std::sqrt(p * (1 - p) / double(images)) : 0.0;
            m.correct = std::llround(
                double(images) * std::clamp(p + std::sqrt(12.0) * uniform * deviation, 0.0, 1.0));
            return m;
        };
        return result;
    }
};

SearchOptions toyOptions(double limit)
{
    SearchOptions options;
    options.budget = {Cost::Parameters, limit};
    options.seed = 5;
    return options;
}

std::vector<Configuration> configurations(const std::vector<Candidate>& candidates)
{
    std::vector<Configuration> result;
    for (const Candidate& candidate : candidates)
        result.push_back(candidate.configuration);
    return result;
}

std::shared_ptr<ImageSet> noise(const char* name, std::size_t count, std::uint64_t seed)
{
    auto images = std::make_shared<ImageSet>();
    images->name = name;
    images->height = 28;
    images->width = 28;
    images->classNames = {"0", "1", "2", "3"};
    std::mt19937_64 random(seed);
    images->pixels.resize(count * 28 * 28);
    for (std::uint8_t& pixel : images->pixels)
        pixel = static_cast<std::uint8_t>(random());
    for (std::size_t i = 0; i < count; ++i)
        images->labels.push_back(static_cast<std::uint8_t>(random() % 4));
    images->hash = imageSetHash(*images);
    return images;
}

std::shared_ptr<const Manifold> tinyManifold()
{
    const Family family = resNet({3, 4, 6}, {2, 2, 2}, 1, 28, 4, 2);
    GeneratorSettings settings;
    settings.hidden = 8;
    auto manifold = std::make_shared<Manifold>(
        family, InputScaling{{0.5F}, {0.3F}},
        makeGenerator(family, settings, initialSlots(units(family, family.full), 3), 4));
    manifold->trained = {{{1, 1, 2}, {1, 1, 1}}, family.full};
    return manifold;
}

} // namespace

class TestSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void budgetsAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("cost");
        QTest::addColumn<double>("limit");
        QTest::addRow("macs") << "macs=1.2M" << int(Cost::Macs) << 1200000.0;
        QTest::addRow("plain") << "macs=1200000" << int(Cost::Macs) << 1200000.0;
        QTest::addRow("parameters") << "parameters=60k" << int(Cost::Parameters) << 60000.0;
        QTest::addRow("no whole number") << "bytes=2.5" << int(Cost::Bytes) << 2.0;
        QTest::addRow("exponent") << "macs=2.1e6" << int(Cost::Macs) << 2.1e6;
        QTest::addRow("latency") << "latency=0.8ms" << int(Cost::Latency) << 0.8e-3;
        QTest::addRow("microseconds") << "latency=750us" << int(Cost::Latency) << 750e-6;
    }

    void budgetsAreRead()
    {
        QFETCH(QString, text);
        QFETCH(int, cost);
        QFETCH(double, limit);
        const Budget budget = parseBudget(text.toStdString());
        QCOMPARE(int(budget.cost), cost);
        QVERIFY(std::abs(budget.limit - limit) < 1e-9 * limit);
    }

    void wrongBudgetsAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::addRow("empty") << "" << "no '='";
        QTest::addRow("no cost") << "weight=3" << "'weight' is no cost";
        QTest::addRow("zero") << "macs=0" << "no number above 0";
        QTest::addRow("negative") << "macs=-3" << "no number above 0";
        QTest::addRow("not finite") << "macs=inf" << "no number above 0";
        QTest::addRow("no number") << "macs=M" << "no number above 0";
        QTest::addRow("unit") << "macs=3ms" << "'ms' is no unit of it";
        QTest::addRow("comma") << "macs=1,2M" << "',2M' is no unit of it";
        QTest::addRow("latency without") << "latency=3" << "a unit is missing";
    }

    void wrongBudgetsAreRefused()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        try {
            (void)parseBudget(text.toStdString());
            QFAIL("accepted");
        } catch (const Error& error) {
            const QString said = QString::fromUtf8(error.what());
            QVERIFY2(said.contains(words), error.what());
            QVERIFY2(said.contains("parameters=N"), error.what());
        }
    }

    void countedCosts()
    {
        const Family family = leNet(32, 10);
        const Configuration c{{16}, {}};
        QCOMPARE(countedCost(Cost::Parameters, family, c), double(parameterCount(family, c)));
        QCOMPARE(countedCost(Cost::Bytes, family, c), 4.0 * double(parameterCount(family, c)));
        QCOMPARE(countedCost(Cost::Macs, family, c), double(macCount(family, c)));
        QVERIFY_THROWS_EXCEPTION(Error, (void)countedCost(Cost::Latency, family, c));
    }

    /// Not one in a thousand of the space is looked at; the best of it comes out within a point:
    /// the largest difference that the noise on all images can make.
    void findsTheKnownOptimum_data()
    {
        QTest::addColumn<double>("limit");
        for (const double limit : {60.0, 110.0, 200.0})
            QTest::addRow("%g", limit) << limit;
    }

    void findsTheKnownOptimum()
    {
        QFETCH(double, limit);
        const SearchSpace space = toySpace(60);
        double best = 0;
        double bestUniform = 0;
        everyOne(space, [&](const Configuration& c) {
            if (toyCost(c) <= limit)
                best = std::max(best, trueAccuracy(c));
        });
        for (const Configuration& c : space.uniform) {
            if (toyCost(c) <= limit)
                bestUniform = std::max(bestUniform, trueAccuracy(c));
        }
        QVERIFY(best > bestUniform + 0.05); // else the toy shows nothing
        Toy toy;
        SearchRecord record;
        const SearchOptions options = toyOptions(limit);
        const SearchResult result =
            searchConfigurations(space, options, toy.evaluator(), record);
        const double found = trueAccuracy(result.front.back().configuration);
        QVERIFY2(found > best - 0.01, qPrintable(QString("%1, best %2").arg(found).arg(best)));
        // The best of the line is looked for as thoroughly.
        QVERIFY(trueAccuracy(result.uniform.back().configuration) > bestUniform - 0.01);
        QVERIFY(result.screened <= 2 * options.candidates);
        for (const auto& [configuration, images] : toy.asked)
            QVERIFY(toyCost(configuration) <= limit);
        // Nothing is measured twice.
        QCOMPARE(std::set(toy.asked.begin(), toy.asked.end()).size(), toy.asked.size());
    }

    void smallSpacesAreLookedAtWhole()
    {
        const SearchSpace space = toySpace(4); // 243 configurations
        Toy toy;
        toy.noisy = false;
        SearchRecord record;
        const SearchResult result =
            searchConfigurations(space, toyOptions(30), toy.evaluator(), record);
        std::vector<Candidate> all;
        everyOne(space, [&](const Configuration& c) {
            if (toyCost(c) <= 30) {
                Measurement m;
                m.images = allImages;
                m.correct = std::llround(allImages * trueAccuracy(c));
                all.push_back({c, toyCost(c), m});
            }
        });
        QCOMPARE(result.screened, all.size());
        QCOMPARE(result.front.back().configuration, paretoFront(all).back().configuration);
    }

    void theFrontIsAFront()
    {
        Toy toy;
        SearchRecord record;
        const SearchResult result =
            searchConfigurations(toySpace(60), toyOptions(150), toy.evaluator(), record);
        for (const auto* list : {&result.front, &result.uniform}) {
            QVERIFY(!list->empty());
            for (std::size_t i = 0; i < list->size(); ++i) {
                QCOMPARE((*list)[i].measurement.images, std::int64_t(allImages));
                if (i > 0) {
                    QVERIFY((*list)[i].cost > (*list)[i - 1].cost);
                    QVERIFY((*list)[i].measurement.correct > (*list)[i - 1].measurement.correct);
                }
            }
        }
        // Found includes the line: no uniform one is better than all that was found.
        QVERIFY(result.front.back().measurement.correct
                >= result.uniform.back().measurement.correct);
    }

    void theSameSeedGivesTheSame()
    {
        const auto run = [](std::uint64_t seed) {
            Toy toy;
            SearchRecord record;
            SearchOptions options = toyOptions(110);
            options.seed = seed;
            (void)searchConfigurations(toySpace(60), options, toy.evaluator(), record);
            return toy.asked;
        };
        QCOMPARE(run(5) == run(5), true);
        QCOMPARE(run(5) == run(6), false);
    }

    /// Whenever it is ended: the record makes the second run go on, and both together measure
    /// what one run measures.
    void goesOnAfterACancel()
    {
        Toy whole;
        SearchRecord wholeRecord;
        const SearchSpace space = toySpace(60);
        const SearchOptions options = toyOptions(110);
        const SearchResult expected =
            searchConfigurations(space, options, whole.evaluator(), wholeRecord);
        for (const std::size_t after : {std::size_t(0), std::size_t(7), whole.asked.size() / 2,
                                        whole.asked.size() - 1}) {
            Toy first;
            first.cancelAfter = after;
            SearchRecord record;
            QVERIFY_THROWS_EXCEPTION(
                Cancelled, (void)searchConfigurations(space, options, first.evaluator(), record));
            QCOMPARE(record.measured.size(), after);
            // Through its file form.
            const SearchSubject subject{"m", "d", Cost::Parameters, {}};
            SearchRecord read = searchRecordFromJson(toJson(record, subject), subject);
            Toy second;
            const SearchResult result =
                searchConfigurations(space, options, second.evaluator(), read);
            QCOMPARE(first.asked.size() + second.asked.size(), whole.asked.size());
            QCOMPARE(configurations(result.front), configurations(expected.front));
            QCOMPARE(configurations(result.uniform), configurations(expected.uniform));
        }
    }

    void recordsOfOtherSearchesAreRefused()
    {
        const SearchSubject subject{"m", "d", Cost::Macs, {3, 1.0, 4}};
        const nlohmann::json json = toJson(SearchRecord(), subject);
        (void)searchRecordFromJson(json, subject);
        for (const SearchSubject& other :
             {SearchSubject{"n", "d", Cost::Macs, {3, 1.0, 4}},
              SearchSubject{"m", "e", Cost::Macs, {3, 1.0, 4}},
              SearchSubject{"m", "d", Cost::Latency, {3, 1.0, 4}},
              SearchSubject{"m", "d", Cost::Macs, {2, 1.0, 4}},
              SearchSubject{"m", "d", Cost::Macs, {3, 0.5, 4}},
              SearchSubject{"m", "d", Cost::Macs, {3, 1.0, 5}}})
            QVERIFY_THROWS_EXCEPTION(Error, (void)searchRecordFromJson(json, other));
        nlohmann::json damaged = json;
        damaged["measured"] = 3;
        QVERIFY_THROWS_EXCEPTION(Error, (void)searchRecordFromJson(damaged, subject));
        damaged = json;
        damaged["version"] = 2;
        QVERIFY_THROWS_EXCEPTION(Error, (void)searchRecordFromJson(damaged, subject));
    }

    void impossibleBudgetsAreToldBeforeWork()
    {
        Toy toy;
        SearchRecord record;
        try {
            (void)searchConfigurations(toySpace(60), toyOptions(18), toy.evaluator(), record);
            QFAIL("accepted");
        } catch (const Error& error) {
            const QString said = QString::fromUtf8(error.what());
            QVERIFY2(said.contains("at most 18 parameters"), error.what());
            QVERIFY2(said.contains("expected 19 or more"), error.what());
        }
        QVERIFY(toy.asked.empty());
    }

    void progressGoesForward()
    {
        Toy toy;
        SearchRecord record;
        double last = 0;
        std::size_t fronts = 0;
        std::size_t lines = 0;
        (void)searchConfigurations(toySpace(60), toyOptions(110), toy.evaluator(), record,
                                   [&](const SearchProgress& progress) {
                                       QVERIFY(progress.fraction >= last);
                                       QVERIFY(progress.fraction <= 1);
                                       last = progress.fraction;
                                       // The line comes first, and from then on both are told.
                                       QVERIFY(progress.front.empty() || !progress.uniform.empty());
                                       if (lines == 0 && !progress.uniform.empty())
                                           QVERIFY(progress.front.empty());
                                       lines += !progress.uniform.empty();
                                       fronts += !progress.front.empty();
                                   });
        QVERIFY2(last > 0.9, qPrintable(QString::number(last)));
        QVERIFY(fronts > 5);
        QCOMPARE(lines, fronts + 1);
    }

    void theTrainedSpaceOfAManifold()
    {
        const auto manifold = tinyManifold();
        const SearchSpace space = trainedSpace(*manifold);
        QCOMPARE(space.least, manifold->trained.least);
        QCOMPARE(space.greatest, manifold->family().full);
        QVERIFY(!space.uniform.empty());
        for (const Configuration& c : space.uniform) {
            QVERIFY(isTrained(manifold->trained, c));
            QCOMPARE(c.depths, std::vector<int>(3, c.depths[0]));
        }
        QVERIFY(std::ranges::find(space.uniform, manifold->family().full) != space.uniform.end());
    }

    /// On networks: chosen on validation, measured once on test, every number with its provenance
    /// and the same as measured by itself.
    void aManifoldIsSearched()
    {
        const auto manifold = tinyManifold();
        const auto validation = noise("validation", 120, 1);
        const auto test = noise("test", 160, 2);
        SearchOptions options;
        options.budget = {Cost::Macs, double(macCount(manifold->family(), {{2, 3, 4}, {2, 1, 1}}))};
        options.candidates = 40;
        options.screening = 30;
        options.population = 8;
        SearchRecord record;
        const SearchResult result = searchConfigurations(
            trainedSpace(*manifold), options,
            manifoldEvaluator(manifold, validation, Cost::Macs, {}), record);
        for (const auto& [key, measurement] : record.measured) {
            QCOMPARE(measurement.datasetHash, validation->hash);
            QVERIFY(double(measurement.macs) <= options.budget.limit);
            QCOMPARE(measurement.images, std::int64_t(key.second));
        }
        double last = -1;
        const SearchReport report =
            testSearch(*manifold, result, options, {}, test, {}, [&](double fraction) {
                QVERIFY(fraction > last && fraction < 1);
                last = fraction;
            });
        QCOMPARE(report.front.size(), result.front.size());
        for (const Tested& tested : report.front) {
            QCOMPARE(tested.test.datasetHash, test->hash);
            QCOMPARE(tested.test.images, std::int64_t(test->size()));
            QCOMPARE(tested.test.correct,
                     measure(*manifold, tested.chosen.configuration, {}, test).correct);
        }
        const nlohmann::json json = toJson(report);
        QCOMPARE(json.at("front").size(), report.front.size());
        QCOMPARE(json.at("budget").at("cost").get<std::string>(), std::string("macs"));
        if (report.compared) {
            const double difference = report.front.back().test.accuracy()
                - report.uniform.back().test.accuracy();
            QVERIFY(std::abs(report.compared->difference - difference) < 1e-12);
        }
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(
            Cancelled, (void)testSearch(*manifold, result, options, {}, test, stop.get_token()));
    }

    void latencyIsMeasured()
    {
        const auto manifold = tinyManifold();
        const auto images = noise("validation", 40, 1);
        const Evaluator evaluator = manifoldEvaluator(manifold, images, Cost::Latency, {});
        const double seconds = evaluator.cost(manifold->family().full);
        QVERIFY(seconds > 0 && seconds < 10);
        SearchOptions options;
        options.budget = {Cost::Latency, 10};
        options.candidates = 6;
        options.screening = 10;
        options.population = 4;
        SearchRecord record;
        const SearchResult result =
            searchConfigurations(trainedSpace(*manifold), options, evaluator, record);
        // Costs were measured once, and the front goes by them.
        for (const Candidate& candidate : result.front)
            QCOMPARE(candidate.cost, record.costs.at(candidate.configuration));
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
