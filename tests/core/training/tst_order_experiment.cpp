// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/base/text_file.h"
#include "core/checkpoints/network_checkpoint.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/threads.h"
#include "core/training/order_experiment.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace morphospace;

namespace {

/// Three classes: a bright bar at the top, in the middle, below.
std::shared_ptr<const ImageSet> bars(std::size_t count, std::uint64_t seed)
{
    auto images = std::make_shared<ImageSet>();
    images->name = "bars";
    images->height = 28;
    images->width = 28;
    images->classNames = {"top", "middle", "bottom"};
    std::mt19937_64 random(seed);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t label = random() % 3;
        const std::size_t row = 3 + 9 * label + random() % 3;
        images->labels.push_back(static_cast<std::uint8_t>(label));
        for (std::size_t y = 0; y < 28; ++y) {
            for (std::size_t x = 0; x < 28; ++x)
                images->pixels.push_back(
                    static_cast<std::uint8_t>((y >= row && y < row + 3 ? 180 : 0) + random() % 60));
        }
    }
    images->hash = imageSetHash(*images);
    return images;
}

OrderExperiment smallExperiment()
{
    OrderExperiment experiment = defaultOrderExperiment(3);
    experiment.families = {{"lenet", leNet(4, 3)},
                           {"resnet", resNet({4, 4, 6}, {1, 1, 1}, 1, 28, 3, 4)}};
    experiment.methods = {"grid", "separable", "mlp", "slice", "resample"};
    experiment.seeds = {1, 2};
    experiment.widths = {0.5, 1.0};
    experiment.base.batch = 32;
    experiment.base.rate = 1e-2;
    experiment.base.epochs = 2;
    experiment.steps = {{"lenet", 4}, {"resnet", 4}};
    experiment.joint.batch = 16;
    for (auto& [method, warm] : experiment.warmStarts)
        warm.steps = 6;
    return experiment;
}

/// Everything but how long it took.
nlohmann::json comparable(const OrderResults& results)
{
    nlohmann::json object = toJson(results);
    for (nlohmann::json& run : object.at("runs"))
        run.erase("seconds");
    return object;
}

} // namespace

class TestOrderExperiment : public QObject {
    Q_OBJECT

private:
    std::filesystem::path path(const char* name)
    {
        return std::filesystem::path(m_folder.filePath(name).toStdString());
    }

    QTemporaryDir m_folder;
    const TrainingImages m_images{bars(160, 1), bars(60, 2)};

private Q_SLOTS:
    void initTestCase() { setComputeThreads(1); }

    void onlyTheOrderDiffers()
    {
        const OrderResults results =
            runOrderExperiment(smallExperiment(), m_images, path("whole.json"), {}, {});
        QCOMPARE(results.runs.size(), std::size_t(5 * 3 * 2 * 2));
        QCOMPARE(results.bases.size(), std::size_t(4));
        for (const OrderBase& base : results.bases) {
            QVERIFY(base.length.at("path") < base.length.at("original"));
            QVERIFY(base.variation.at("path") < base.variation.at("original"));
        }
        for (const OrderRun& run : results.runs) {
            QCOMPARE(run.points.size(), std::size_t(2));
            const auto base = std::ranges::find_if(results.bases, [&run](const OrderBase& one) {
                return one.network == run.network && one.seed == run.seed;
            });
            // At full size nothing is cut off and nothing resampled: the base in another order.
            if (run.method == "slice" || run.method == "resample")
                QCOMPARE(run.points[1].correct, base->measured.correct);
            QCOMPARE(run.seconds > 0, run.method != "slice" && run.method != "resample");
            QCOMPARE(run.points[0].source, run.method);
        }
    }

    /// Half of each axis, by hand.
    void sliceKeepsTheFirstChannels()
    {
        OrderExperiment experiment = smallExperiment();
        experiment.networks = {"lenet"};
        experiment.methods = {"slice"};
        experiment.orders = {OrderKind::Original};
        experiment.seeds = {1};
        const OrderResults results =
            runOrderExperiment(experiment, m_images, path("slice.json"), {}, {});
        const NetworkCheckpoint base =
            readNetworkCheckpoint(path("slice.json.work") / "base-lenet-1.safetensors");
        Network half = foldedNetwork(base);
        half.configuration = {{2}, {}};
        for (const Unit& unit : units(half.family, half.configuration)) {
            for (const char* field : {".weight", ".bias"}) {
                WeightTensor& tensor =
                    *std::ranges::find(half.tensors, unit.name + field, &WeightTensor::name);
                const WeightTensor whole = tensor;
                const int in = tensor.shape.size() > 1 ? unit.in.size : 1;
                const int wholeIn = tensor.shape.size() > 1 ? int(tensor.shape[1]) : 1;
                const int taps = tensor.shape.size() > 2 ? unit.kernel * unit.kernel : 1;
                tensor.values.clear();
                for (int o = 0; o < unit.out.size; ++o) {
                    for (int i = 0; i < in * taps; ++i)
                        tensor.values.push_back(whole.values[std::size_t(o * wholeIn * taps + i)]);
                }
                tensor.shape[0] = unit.out.size;
                if (tensor.shape.size() > 1)
                    tensor.shape[1] = in;
            }
        }
        AccuracyStream stream(m_images.test);
        const NetworkRunner runner(half, base.scaling.value());
        while (stream.advance(runner, 50)) { }
        QCOMPARE(results.runs.at(0).points.at(0).correct, stream.correct());
    }

    /// Stopped again and again, in every phase, it ends with the same numbers.
    void goesOnWhereItWas()
    {
        OrderExperiment experiment = smallExperiment();
        experiment.methods = {"grid", "separable"};
        experiment.networks = {"resnet"};
        experiment.seeds = {1};
        const nlohmann::json whole = comparable(
            runOrderExperiment(experiment, m_images, path("uninterrupted.json"), {}, {}));
        int stops = 0;
        for (int after = 1; stops < 60; after += 3) {
            std::stop_source stop;
            int seen = 0;
            const auto observe = [&](const RecipeProgress&) {
                if (++seen >= 3 + after % 5)
                    stop.request_stop();
            };
            try {
                const OrderResults results = runOrderExperiment(
                    experiment, m_images, path("broken.json"), observe, stop.get_token());
                QVERIFY(comparable(results) == whole);
                QVERIFY(stops > 5);
                return;
            } catch (const Cancelled&) {
                ++stops;
            }
        }
        QFAIL("never came to its end");
    }

    void moreMayBeAddedAndOtherSettingsMayNot()
    {
        OrderExperiment experiment = smallExperiment();
        experiment.methods = {"slice"};
        experiment.orders = {OrderKind::Original};
        experiment.seeds = {1};
        (void)runOrderExperiment(experiment, m_images, path("more.json"), {}, {});
        experiment.orders = {OrderKind::Original, OrderKind::Nearest};
        const OrderResults more =
            runOrderExperiment(experiment, m_images, path("more.json"), {}, {});
        QCOMPARE(more.runs.size(), std::size_t(4));
        QVERIFY(more.bases.at(0).variation.contains("nearest"));
        // What the file says is what was returned.
        const std::string text = readTextFile(path("more.json"), 1 << 24, "results");
        QVERIFY(toJson(orderResultsFromJson(parseJson(text, "results"))) == toJson(more));

        // Settings of a method that was never run may still be chosen.
        experiment.rates.at("grid").at("lenet") = 0.5;
        QCOMPARE(runOrderExperiment(experiment, m_images, path("more.json"), {}, {}).runs.size(),
                 std::size_t(4));
        // Runs on another base are not mixed in.
        std::filesystem::remove_all(path("more.json.work"));
        OrderResults otherBase = more;
        otherBase.bases.at(0).hash = "another";
        writeFileAtomically(path("more.json"), toJson(otherBase).dump());
        experiment.orders.push_back(OrderKind::Random);
        QVERIFY_THROWS_EXCEPTION(
            Error, runOrderExperiment(experiment, m_images, path("more.json"), {}, {}));
        writeFileAtomically(path("more.json"), toJson(more).dump());
        QCOMPARE(runOrderExperiment(experiment, m_images, path("more.json"), {}, {}).runs.size(),
                 std::size_t(6));

        experiment.base.rate *= 2;
        QVERIFY_THROWS_EXCEPTION(
            Error, runOrderExperiment(experiment, m_images, path("more.json"), {}, {}));
    }

    void foreignFilesAreRefused()
    {
        for (const char* text : {"[]", "{}", R"({"format": "morphospace.order-experiment"})",
                                 R"({"format": "morphospace.order-experiment", "version": 2})"})
            QVERIFY_THROWS_EXCEPTION(
                Error, (void)orderResultsFromJson(nlohmann::json::parse(text)));
    }

    void differences()
    {
        // 1, 2 and 6: mean 3, deviation sqrt(7), t 4.303 with two degrees of freedom.
        const MeanDifference found =
            meanDifference({{1, 10}, {2, 10}, {3, 10}, {9, 0}}, {{1, 11}, {2, 12}, {3, 16}, {8, 5}});
        QCOMPARE(found.count, 3);
        QVERIFY(std::abs(found.mean - 3) < 1e-12);
        QVERIFY(std::abs(found.half - 4.303 * std::sqrt(7.0 / 3.0)) < 1e-9);
        QCOMPARE(meanDifference({{1, 1}}, {{1, 3}}).mean, 2.0);
        QVERIFY(std::isinf(meanDifference({{1, 1}}, {{1, 3}}).half));
        QCOMPARE(meanDifference({{1, 1}}, {{2, 3}}).count, 0);
    }

    void summary()
    {
        OrderResults results;
        Measurement point;
        point.configuration = {{8}, {}};
        point.images = 4;
        for (const auto& [order, seed, correct] :
             {std::tuple{OrderKind::Path, 1, 3}, {OrderKind::Path, 2, 4}, {OrderKind::Random, 2, 1}}) {
            point.correct = correct;
            results.runs.push_back({"lenet", "grid", order, std::uint64_t(seed), 1, {point}});
        }
        const std::vector<OrderSummary> summaries = summarise(results);
        QCOMPARE(summaries.size(), std::size_t(1));
        QCOMPARE(summaries[0].accuracies.at("path").at(1), 0.75);
        QCOMPARE(summaries[0].accuracies.at("random").size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestOrderExperiment)
#include "tst_order_experiment.moc"
