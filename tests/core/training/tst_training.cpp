// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/threads.h"
#include "core/formats/safetensors.h"
#include "core/training/recipe.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <random>
#include <set>

using namespace morphospace;

namespace {

/// Three classes a network can learn in seconds: a bright bar at the top, in the middle, below.
std::shared_ptr<const ImageSet> bars(std::size_t count, std::uint64_t seed)
{
    auto images = std::make_shared<ImageSet>();
    images->name = "bars";
    images->height = 28;
    images->width = 28;
    images->classNames = {"top", "middle", "bottom"};
    images->hash = "bars " + std::to_string(seed);
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
    return images;
}

Recipe recipeFor(const QString& kind, bool resnet)
{
    Recipe recipe;
    recipe.title = "bars";
    recipe.dataset = "bars";
    recipe.family = resnet ? resNet({4, 4, 6}, {2, 2, 1}, 1, 28, 3, 2) : leNet(6, 3);
    recipe.generator.kind = kind.toStdString();
    recipe.generator.hidden = 16;
    recipe.generator.rank = kind == "separable" ? 16 : 4;
    recipe.generator.layers = 3;
    recipe.base.epochs = 3;
    recipe.base.batch = 32;
    recipe.base.rate = 1e-2;
    recipe.warmStart = {kind == "grid" ? 0 : 60, 1e-2};
    recipe.joint.epochs = 3;
    recipe.joint.batch = 32;
    recipe.joint.rate = 5e-3;
    recipe.joint.averaging = 0.9;
    recipe.joint.jitter = 0.5;
    recipe.joint.sizes = {.least = 0.5, .greatest = 1.0, .depth = resnet};
    recipe.measured = {recipe.family.full, uniformWidths(recipe.family, 0.5,
                                                         recipe.family.full.depths)};
    return recipe;
}

} // namespace

class TestTraining : public QObject {
    Q_OBJECT

private:
    std::filesystem::path path(const QString& name)
    {
        return std::filesystem::path(m_folder.filePath(name).toStdString());
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase() { setComputeThreads(1); }

    void generators_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("resnet");
        QTest::addRow("LeNet grid") << "grid" << false;
        QTest::addRow("LeNet separable") << "separable" << false;
        QTest::addRow("LeNet mlp") << "mlp" << false;
        QTest::addRow("ResNet grid") << "grid" << true;
    }

    /// Stopped in the middle of each phase and started again, a training ends in the same file as
    /// one that was left alone, bit for bit, on one thread.
    void resumeGivesTheSameManifold_data() { generators_data(); }
    void resumeGivesTheSameManifold()
    {
        QFETCH(QString, kind);
        QFETCH(bool, resnet);
        const Recipe recipe = recipeFor(kind, resnet);
        const TrainingImages images{bars(160, 1), bars(60, 2)};
        const auto whole = trainManifold(recipe, images, {}, path("whole.manifold"), {}, {});

        const std::filesystem::path broken = path("broken.manifold");
        int stops = 0;
        for (const auto& [phase, step] :
             {std::pair<std::string, int>{"base network", 7}, {"warm start", 20},
              {"joint training", 4}, {"joint training", 9}}) {
            if (phase == "warm start" && recipe.warmStart.steps == 0)
                continue;
            std::stop_source stop;
            try {
                trainManifold(recipe, images, {}, broken,
                              [&](const RecipeProgress& progress) {
                                  if (progress.phase == phase && progress.step >= step)
                                      stop.request_stop();
                              },
                              stop.get_token());
            } catch (const Cancelled&) {
                ++stops;
            }
            // What a stop in joint training leaves is a manifold that opens.
            if (phase == "joint training")
                QVERIFY(!readManifold(broken)->title.empty());
        }
        QCOMPARE(stops, kind == "grid" ? 3 : 4);
        // As if the runs before had taken long: their time is counted in.
        const std::filesystem::path joint = broken.string() + ".training/joint.safetensors";
        StoredFile checkpoint = readSafetensors(joint);
        QVERIFY(std::stod(checkpoint.metadata.at("seconds")) > 0);
        checkpoint.metadata["seconds"] = "100000.5";
        writeSafetensors(joint, checkpoint);
        const auto resumed = trainManifold(recipe, images, {}, broken, {}, {});
        QVERIFY(!std::filesystem::exists(broken.string() + ".training"));
        QVERIFY(resumed->numbers.at("seconds of training") > 100000.5);
        QVERIFY(whole->numbers.at("seconds of training") < 100000);
        for (const Configuration& size : recipe.measured)
            QCOMPARE(sampleNetwork(*resumed, size).hash(), sampleNetwork(*whole, size).hash());
        QCOMPARE(resumed->recorded.size(), recipe.measured.size());
        for (std::size_t i = 0; i < recipe.measured.size(); ++i)
            QCOMPARE(resumed->recorded[i].correct, whole->recorded[i].correct);
    }

    /// All of it together learns: bars are easy, and half size must know them too.
    void everySizeLearns_data() { generators_data(); }
    void everySizeLearns()
    {
        QFETCH(QString, kind);
        QFETCH(bool, resnet);
        Recipe recipe = recipeFor(kind, resnet);
        recipe.base.epochs = 6;
        recipe.joint.epochs = 8;
        recipe.joint.jitter = 0;
        const TrainingImages images{bars(320, 1), bars(150, 2)};
        const auto manifold = trainManifold(recipe, images, {}, path("l.manifold"), {}, {});
        for (const Measurement& measurement : manifold->recorded)
            QVERIFY2(measurement.accuracy() > 0.9,
                     qPrintable(QString("%1: %2").arg(
                         QString::fromStdString(describe(measurement.configuration)),
                         QString::number(measurement.accuracy()))));
        // The permutation changed the order, not the function.
        QVERIFY(manifold->numbers.at("largest relative output difference by permutation") <= 1e-5);
        QVERIFY(manifold->numbers.at("total variation after permutation")
                <= manifold->numbers.at("total variation before permutation"));
    }

    void whatCannotEndWellDoesNotBegin_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what :
             {"least above greatest", "no number", "jitter", "measured", "folder"})
            QTest::addRow("%s", what) << what;
    }

    void whatCannotEndWellDoesNotBegin()
    {
        QFETCH(QString, what);
        Recipe recipe = recipeFor("grid", false);
        std::filesystem::path output = path("never.manifold");
        if (what == "least above greatest")
            recipe.joint.sizes = {.least = 0.9, .greatest = 0.5};
        else if (what == "no number")
            recipe.joint.sizes.least = std::nan("");
        else if (what == "jitter")
            recipe.joint.jitter = std::nan("");
        else if (what == "measured")
            recipe.measured.push_back({{600}, {}});
        else
            output = path("no folder") / "never.manifold";
        int steps = 0;
        const auto count = [&steps](const RecipeProgress&) { ++steps; };
        QVERIFY_EXCEPTION_THROWN(
            trainManifold(recipe, {bars(160, 1), bars(60, 2)}, {}, output, count, {}), Error);
        QCOMPARE(steps, 0);
        QVERIFY(!std::filesystem::exists(output.string() + ".training"));
        QVERIFY(!std::filesystem::exists(path("no folder")));
    }

    /// A base that was trained alone, stored and given is as good as one trained on the way: the
    /// same manifold, bit for bit. Another order of its channels is another manifold.
    void aBaseMayBeGiven_data()
    {
        QTest::addColumn<bool>("resnet");
        QTest::addRow("LeNet") << false;
        QTest::addRow("ResNet") << true;
    }
    void aBaseMayBeGiven()
    {
        QFETCH(bool, resnet);
        Recipe recipe = recipeFor("grid", resnet);
        const TrainingImages images{bars(160, 1), bars(60, 2)};
        const auto whole = trainManifold(recipe, images, {}, path("own.manifold"), {}, {});
        const Measurement base = trainBase(recipe, images, path("base.safetensors"), {}, {});
        QVERIFY(!std::filesystem::exists(path("base.safetensors.training")));
        QCOMPARE(base.correct, whole->reference.back().correct);
        recipe.baseFile = path("base.safetensors");
        recipe.base.epochs = 1; // of no matter: nothing is trained
        const auto given = trainManifold(recipe, images, {}, path("given.manifold"), {}, {});
        QCOMPARE(given->reference.back().correct, base.correct);
        for (const Configuration& size : recipe.measured)
            QCOMPARE(sampleNetwork(*given, size).hash(), sampleNetwork(*whole, size).hash());

        std::set<std::string> hashes{sampleNetwork(*given, recipe.measured[1]).hash()};
        for (const auto& [order, seed] :
             {std::pair{OrderKind::Original, 1}, {OrderKind::Random, 1}, {OrderKind::Random, 2}}) {
            recipe.order = order;
            recipe.orderSeed = std::uint64_t(seed);
            const auto other = trainManifold(recipe, images, {}, path("other.manifold"), {}, {});
            hashes.insert(sampleNetwork(*other, recipe.measured[1]).hash());
            QCOMPARE(other->numbers.contains("total variation after permutation"),
                     order != OrderKind::Original);
        }
        QCOMPARE(hashes.size(), std::size_t(4));

        recipe.family = resnet ? leNet(6, 3) : leNet(5, 3);
        recipe.measured.clear();
        recipe.joint.sizes.depth = false;
        try {
            (void)trainManifold(recipe, images, {}, path("never.manifold"), {}, {});
            QFAIL("a base of another network was taken");
        } catch (const Error& error) {
            QVERIFY2(QString(error.what()).contains("base.safetensors"), error.what());
            QVERIFY(!std::filesystem::exists(path("never.manifold.training")));
        }
    }

    /// On a graphics card where LibTorch can use one, else told before anything is trained.
    void theDeviceIsChosen()
    {
        Recipe recipe = recipeFor("grid", true);
        recipe.base.epochs = 12;
        const TrainingImages images{bars(320, 1), bars(150, 2)};
        const auto refused = [&]() -> QString {
            try {
                const Measurement base =
                    trainBase(recipe, images, path("device.safetensors"), {}, {});
                return base.accuracy() > 0.9
                    ? QString()
                    : QStringLiteral("only %1 right").arg(base.accuracy());
            } catch (const Error& error) {
                return QString::fromStdString(error.what());
            }
        };
        recipe.base.device = "abacus";
        QString why = refused();
        QVERIFY2(why.contains("abacus") && why.contains("expected cpu or cuda"), qPrintable(why));
        recipe.base.device = "cuda";
        why = refused();
        QVERIFY2(why.isEmpty() || why.contains("no graphics card"), qPrintable(why));
        QCOMPARE(std::filesystem::exists(path("device.safetensors")), why.isEmpty());
        QVERIFY(!std::filesystem::exists(path("device.safetensors.training")));
        recipe.base.device = "cpu";
        why = refused();
        QVERIFY2(why.isEmpty(), qPrintable(why));
    }

    void anotherRecipeDoesNotTakeTheCheckpoint()
    {
        Recipe recipe = recipeFor("grid", false);
        const TrainingImages images{bars(160, 1), bars(60, 2)};
        std::stop_source stop;
        const auto stopAtOnce = [&](const RecipeProgress& progress) {
            if (progress.step >= 3)
                stop.request_stop();
        };
        QVERIFY_EXCEPTION_THROWN(
            trainManifold(recipe, images, {}, path("o.manifold"), stopAtOnce, stop.get_token()),
            Cancelled);
        recipe.base.rate *= 2;
        QVERIFY_EXCEPTION_THROWN(trainManifold(recipe, images, {}, path("o.manifold"), {}, {}),
                                 Error);
    }

    void sandwichesStayInRangeAndCoverIt()
    {
        const Family family = resNet({16, 32, 64}, {3, 2, 3}, 1, 28, 3);
        const SizeSampling sampling{.least = 0.25, .greatest = 1.0, .depth = true};
        const TrainedRange range = trainedRange(family, sampling);
        std::mt19937_64 random(3);
        std::set<int> widths;
        std::set<std::vector<int>> fullWidthDepths;
        for (int draw = 0; draw < 2000; ++draw) {
            const std::vector<Configuration> sizes = drawSandwich(family, sampling, random);
            QCOMPARE(sizes.front(), family.full);
            for (const Configuration& size : sizes) {
                requireLegal(family, size);
                QVERIFY(isTrained(range, size));
                widths.insert(size.widths[1]);
                if (size.widths == family.full.widths)
                    fullWidthDepths.insert(size.depths);
            }
        }
        QCOMPARE(widths.size(), std::size_t(25));          // every width from 8 to 32
        QCOMPARE(fullWidthDepths.size(), std::size_t(18)); // every depth at full width
    }
};

QTEST_APPLESS_MAIN(TestTraining)
#include "tst_training.moc"
