// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN
#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/version.h"
#include "core/checkpoints/checkpoint_export.h"
#include "core/evaluation/evaluation.h"
#include "core/formats/safetensors.h"
#include "core/manifold/generator.h"
#include "core/networks/forward.h"

#include <torch/types.h>
#include <torch/utils.h>
#endif

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace morphospace;

namespace {

std::shared_ptr<Manifold> manifoldOf(const Family& family, const char* kind = "grid")
{
    GeneratorSettings settings;
    settings.kind = kind;
    const SlotTensors base = initialSlots(units(family, family.full), 7);
    auto manifold = std::make_shared<Manifold>(family, InputScaling{{0.4F}, {0.3F}},
                                               makeGenerator(family, settings, base, 7));
    manifold->title = "Test_[*]";
    manifold->dataset = "mnist";
    manifold->hash = "cafe";
    manifold->trained = {{{4, 4, 4}, {1, 1, 1}}, family.full};
    for (int c = 0; c < family.classes; ++c)
        manifold->classNames.push_back("class " + std::to_string(c));
    return manifold;
}

Family residual()
{
    return resNet({4, 8, 16}, {2, 1, 2}, 1, 28, 10, 2);
}

std::shared_ptr<const ImageSet> images(std::size_t count)
{
    auto set = std::make_shared<ImageSet>();
    set->name = "Pictures (test)";
    set->height = set->width = 28;
    for (std::size_t i = 0; i < count * 28 * 28; ++i)
        set->pixels.push_back(std::uint8_t(i * i * 7 + i / 13));
    for (std::size_t i = 0; i < count; ++i)
        set->labels.push_back(std::uint8_t(i % 10));
    for (int c = 0; c < 10; ++c)
        set->classNames.push_back(std::to_string(c));
    set->hash = imageSetHash(*set);
    return set;
}

QByteArray contents(const std::filesystem::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string percent(double fraction)
{
    return QByteArray::number(100 * fraction, 'f', 2).toStdString() + " %";
}

} // namespace

class TestCheckpointExport : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_scratch;
    std::filesystem::path m_folder;

    [[nodiscard]] QStringList listing() const
    {
        return QDir(m_scratch->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

    [[nodiscard]] CheckpointOrder order(const std::vector<Configuration>& configurations,
                                        const std::vector<CheckpointFormat>& formats) const
    {
        CheckpointOrder result;
        result.items = checkpointItems(configurations, m_folder, "net", formats);
        return result;
    }

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<QTemporaryDir>();
        m_folder = m_scratch->path().toStdString();
    }

    void namesHoldTheSize()
    {
        const Configuration a{{4, 8, 16}, {2, 1, 2}};
        const Configuration b{{5}, {}};
        QCOMPARE(nameOf(a), std::string("4-8-16_2-1-2"));
        QCOMPARE(nameOf(b), std::string("5"));
        const auto one = checkpointItems({b, b}, "some/net.pt");
        QCOMPARE(one.size(), std::size_t(1));
        QCOMPARE(one[0].files, (std::vector<std::filesystem::path>{"some/net.pt"}));
        const auto two = checkpointItems({b, a, b}, "some/net.v2.onnx");
        QCOMPARE(two.size(), std::size_t(2));
        QCOMPARE(two[0].files, (std::vector<std::filesystem::path>{"some/net.v2-5.onnx"}));
        QCOMPARE(two[1].files,
                 (std::vector<std::filesystem::path>{"some/net.v2-4-8-16_2-1-2.onnx"}));
        QVERIFY_THROWS_EXCEPTION(Error, (void)checkpointItems({a}, "net.zip"));
        QCOMPARE(cardFile("a/net.onnx"), std::filesystem::path("a/net.onnx.md"));
    }

    void filesAreWhatIsSaidOfThem()
    {
        const auto manifold = manifoldOf(residual());
        const std::vector<Configuration> sizes{{{4, 8, 16}, {2, 1, 2}}, {{3, 7, 20}, {1, 1, 1}}};
        CheckpointOrder all = order(sizes, {checkpointFormats.begin(), checkpointFormats.end()});
        all.images = images(60);
        all.imageLimit = 50;
        const auto written = exportCheckpoints(*manifold, all);
        QCOMPARE(written.size(), std::size_t(6));
        QStringList expected;
        for (std::size_t i = 0; i < written.size(); ++i) {
            const WrittenCheckpoint& one = written[i];
            const Configuration& size = sizes[i / 3];
            QVERIFY(one.configuration == size);
            QVERIFY(one.format == checkpointFormats[i % 3]);
            expected << QString::fromStdString(one.file.filename().string())
                     << QString::fromStdString(one.card.filename().string());
            QCOMPARE(one.sha256, sha256OfFile(one.file));
            QCOMPARE(one.bytes, std::int64_t(contents(one.file).size()));
            QCOMPARE(one.weightsHash, sampleNetwork(*manifold, size).hash());

            // The accuracy is that of an independent measurement, and the card says just this.
            const Measurement again = measure(*manifold, size, {}, all.images, 50);
            QVERIFY(one.measured.has_value());
            QCOMPARE(one.measured->correct, again.correct);
            QCOMPARE(one.measured->images, 50);
            const std::string card = contents(one.card).toStdString();
            for (const std::string& text :
                 {one.sha256, one.weightsHash, all.images->hash, percent(again.accuracy()),
                  percent(again.low) + " to " + percent(again.high), std::string("| Wilson |"),
                  std::string("50 of 60, the first of a fixed random order"),
                  "| " + std::to_string(again.correct) + " |",
                  std::to_string(parameterCount(residual(), size) % 1000),
                  one.file.filename().string(), describe(size), std::string("`cafe`"),
                  std::string("generated and folded"), std::string("the clean sample"),
                  "Morphospace " + programVersion(), std::string("class 9")})
                QVERIFY2(card.find(text) != std::string::npos, (text + "\n" + card).c_str());
            QVERIFY2(card.find(m_folder.string()) == std::string::npos, "a card names a folder");
            QVERIFY2(card.starts_with("# Test\\_\\[\\*\\], "), card.c_str());
            const bool outside = card.find("**The configuration lies outside") != std::string::npos;
            QCOMPARE(outside, i >= 3);
        }
        expected.sort();
        QCOMPARE(listing(), expected);
    }

    void tensorsAreTheSample_data()
    {
        QTest::addColumn<int>("averaging");
        QTest::newRow("clean") << 1;
        QTest::newRow("averaged") << 3;
    }

    void tensorsAreTheSample()
    {
        QFETCH(int, averaging);
        const auto manifold = manifoldOf(residual());
        const Configuration size{{3, 8, 11}, {1, 1, 2}};
        CheckpointOrder one = order({size}, {CheckpointFormat::Safetensors});
        one.sample = {averaging, 0.5, 9};
        const auto written = exportCheckpoints(*manifold, one);
        const Network expected = sampleNetwork(*manifold, size, one.sample);
        const StoredFile stored = readSafetensors(written.at(0).file);
        QCOMPARE(stored.tensors.size(), expected.tensors.size());
        for (std::size_t i = 0; i < stored.tensors.size(); ++i) {
            QCOMPARE(stored.tensors[i].name, expected.tensors[i].name);
            QVERIFY(loadFloats(stored.tensors[i]) == expected.tensors[i].values);
        }
        const auto& facts = stored.metadata;
        QCOMPARE(facts.at("averaging"), std::to_string(averaging));
        QCOMPARE(facts.at("jitter"), std::string(averaging > 1 ? "0.5" : "0.0"));
        QCOMPARE(facts.at("seed"), std::string("9"));
        QCOMPARE(facts.at("manifold"), std::string("cafe"));
        QCOMPARE(facts.at("manifold_title"), manifold->title);
        QCOMPARE(facts.at("dataset"), std::string("mnist"));
        QCOMPARE(facts.at("configuration"), describe(size));
        QCOMPARE(facts.at("weights"), expected.hash());
        QCOMPARE(facts.at("program"), "Morphospace " + programVersion());
        const QByteArray card = contents(written[0].card);
        QVERIFY(card.contains("average of 3 samples") == (averaging > 1));
        QVERIFY(card.contains("jittered by up to 0.25 channels, seed 9") == (averaging > 1));
    }

    void withoutImagesNothingIsClaimed()
    {
        const auto manifold = manifoldOf(residual());
        const auto written =
            exportCheckpoints(*manifold, order({residual().full}, {CheckpointFormat::Onnx}));
        QVERIFY(!written.at(0).measured.has_value());
        const QByteArray card = contents(written[0].card);
        QVERIFY2(card.contains("Accuracy: not measured (no test images of MNIST were at hand)."),
                 card.constData());
        QVERIFY(!card.contains(" %"));
    }

    void cardsAreLeftOutWhereNotWanted()
    {
        CheckpointOrder plain = order({residual().full}, {CheckpointFormat::Safetensors});
        plain.cards = false;
        const auto written = exportCheckpoints(*manifoldOf(residual()), plain);
        QVERIFY(written.at(0).card.empty());
        QCOMPARE(listing(), QStringList("net-4-8-16_2-1-2.safetensors"));
    }

    void normalisationIsToldAsItIs()
    {
        QVERIFY(normalisationState(*manifoldOf(residual())) == NormalisationState::Generated);
        QVERIFY(normalisationState(*manifoldOf(residual(), "mlp")) == NormalisationState::Folded);
        QVERIFY(normalisationState(*manifoldOf(leNet(4, 10))) == NormalisationState::None);
    }

    /// Stopped at any moment: whole files with their cards, and no others.
    void aStopLeavesWholeFiles_data()
    {
        QTest::addColumn<int>("stopAfter");
        for (const int files : {0, 1, 3, 4})
            QTest::addRow("after %d files", files) << files;
    }

    void aStopLeavesWholeFiles()
    {
        QFETCH(int, stopAfter);
        const auto manifold = manifoldOf(residual());
        CheckpointOrder all =
            order({{{4, 8, 16}, {2, 1, 2}}, {{4, 8, 8}, {1, 1, 1}}, {{4, 4, 4}, {1, 1, 1}}},
                  {CheckpointFormat::Safetensors, CheckpointFormat::Onnx});
        all.images = images(20);
        std::stop_source stop;
        QStringList kept;
        if (stopAfter == 0)
            stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(
            Cancelled,
            exportCheckpoints(*manifold, all, stop.get_token(), {},
                              [&](const WrittenCheckpoint& one) {
                                  kept << QString::fromStdString(one.file.filename().string())
                                       << QString::fromStdString(one.card.filename().string());
                                  if (kept.size() == 2 * stopAfter)
                                      stop.request_stop();
                              }));
        QCOMPARE(kept.size(), 2 * stopAfter);
        kept.sort();
        QCOMPARE(listing(), kept);
    }

    void progressGrowsToTheEnd()
    {
        CheckpointOrder all = order({{{4, 8, 16}, {2, 1, 2}}, {{4, 4, 4}, {1, 1, 1}}},
                                    {CheckpointFormat::Safetensors});
        all.images = images(600);
        double last = -1;
        int measuring = 0;
        exportCheckpoints(*manifoldOf(residual()), all, {}, [&](const CheckpointProgress& at) {
            QVERIFY(at.fraction >= last && at.fraction <= 1);
            QVERIFY(at.item < at.items && at.items == 2);
            last = at.fraction;
            measuring += at.step == CheckpointProgress::Step::Measuring ? 1 : 0;
        });
        QVERIFY(last > 0.9);
        QVERIFY(measuring >= 12); // 600 images each, in parts of 16 that double at most
    }

    /// What can be known to be wrong is known before the first file.
    void wrongOrdersWriteNothing_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("illegal size") << 0;
        QTest::newRow("unknown format") << 1;
        QTest::newRow("other images") << 2;
    }

    void wrongOrdersWriteNothing()
    {
        QFETCH(int, fault);
        CheckpointOrder wrong = order({residual().full}, {CheckpointFormat::Safetensors});
        if (fault == 0)
            wrong.items.push_back({{{99, 8, 16}, {2, 1, 2}}, {m_folder / "b.pt"}});
        else if (fault == 1)
            wrong.items.push_back({residual().full, {m_folder / "b.zip"}});
        else {
            auto other = std::make_shared<ImageSet>(*images(20));
            other->height = 14;
            other->width = 56;
            wrong.images = other;
        }
        QVERIFY_THROWS_EXCEPTION(Error, exportCheckpoints(*manifoldOf(residual()), wrong));
        QVERIFY(listing().isEmpty());
    }

    void aFolderThatIsGoneIsNamed()
    {
        CheckpointOrder broken = order({residual().full}, {CheckpointFormat::Safetensors});
        broken.items.push_back({residual().full, {m_folder / "gone" / "net.onnx"}});
        try {
            exportCheckpoints(*manifoldOf(residual()), broken);
            QFAIL("no error");
        } catch (const Error& error) {
            QVERIFY2(QByteArray(error.what()).startsWith("net.onnx: "), error.what());
        }
        // What came before is whole.
        QCOMPARE(listing().size(), 2);
        QVERIFY(!readSafetensors(broken.items[0].files[0]).tensors.empty());
    }
};

QTEST_APPLESS_MAIN(TestCheckpointExport)
#include "tst_checkpoint_export.moc"
