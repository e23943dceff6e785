// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_cli.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <csignal>

using namespace morphospace;
using nlohmann::json;

namespace {

Outcome run(const QStringList& arguments, const QString& locale = "C.UTF-8")
{
    return runCli(arguments, locale);
}

QString lenet()
{
    return MORPHOSPACE_SOURCE_DIR "/resources/manifolds/glyphs-lenet.manifold";
}

QString resnet()
{
    return MORPHOSPACE_SOURCE_DIR "/resources/manifolds/glyphs-resnet.manifold";
}

} // namespace

class TestCli : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

private Q_SLOTS:
    void evaluateTellsAllItPromises_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addRow("C") << "C.UTF-8";
        QTest::addRow("de_DE") << "de_DE.UTF-8";
    }

    void evaluateTellsAllItPromises()
    {
        QFETCH(QString, locale);
        const Outcome outcome =
            run({"evaluate", lenet(), "--width", "0.5", "--images", "310", "--json"}, locale);
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        const json object = json::parse(outcome.out.toStdString());
        QCOMPARE(object.at("images").get<int>(), 310);
        QCOMPARE(object.at("widths").get<std::vector<int>>(), std::vector{16});
        QVERIFY(object.at("depths").empty());
        const double accuracy = object.at("accuracy").get<double>();
        QVERIFY(std::abs(accuracy - object.at("correct").get<double>() / 3.1) < 1e-9);
        QVERIFY(accuracy > 50); // 62 classes: chance is 1.6
        QVERIFY(object.at("interval").at(0).get<double>() <= accuracy);
        QVERIFY(object.at("interval").at(1).get<double>() >= accuracy);
        QCOMPARE(object.at("parameters").get<int>(), 9 * 16 + 16 + 50 * 256 + 32 + 200 * 256 + 64
                                                         + 64 * 62 + 62);
        QVERIFY(object.at("macs").get<int>() > 0);
        QVERIFY(object.at("compression").get<double>() > 0.7);
        QVERIFY(object.at("compression").get<double>() < 0.8);
        // The same on every run.
        QCOMPARE(run({"evaluate", lenet(), "--width", "0.5", "--images", "310", "--json"}).out,
                 outcome.out);
    }

    void textOutputIgnoresTheLocale()
    {
        const QStringList call{"evaluate", lenet(), "--images", "62"};
        const Outcome german = run(call, "de_DE.UTF-8");
        QCOMPARE(german.code, 0);
        QCOMPARE(german.out, run(call).out);
    }

    void depthsMorph()
    {
        const Outcome outcome = run({"evaluate", resnet(), "--widths", "8,20,32", "--depths", "1,2,3",
                                     "--images", "124", "--json"});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        const json object = json::parse(outcome.out.toStdString());
        QCOMPARE(object.at("depths").get<std::vector<int>>(), (std::vector{1, 2, 3}));
        QVERIFY(object.at("accuracy").get<double>() > 50);
    }

    void wrongCallsAreRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        QTest::addRow("nothing") << QStringList{} << 2 << "subcommand";
        QTest::addRow("unknown") << QStringList{"fly"} << 2 << "subcommand";
        QTest::addRow("no file") << QStringList{"evaluate"} << 2 << "manifold";
        QTest::addRow("missing file") << QStringList{"evaluate", "none.manifold"} << 1
                                      << "none.manifold";
        QTest::addRow("two widths") << QStringList{"evaluate", lenet(), "--widths", "3,4"} << 1
                                    << "1 stages";
        QTest::addRow("too wide") << QStringList{"evaluate", lenet(), "--widths", "65"} << 1
                                  << "expected 1 to 64";
        QTest::addRow("both") << QStringList{"evaluate", lenet(), "--widths", "3", "--width", "0.5"}
                              << 2 << "excludes";
        QTest::addRow("no depth") << QStringList{"evaluate", lenet(), "--depths", "2"} << 1
                                  << "one depth";
        QTest::addRow("widths of the manifold")
            << QStringList{"evaluate", lenet(), "--widths", "0"} << 1 << "expected 1 to 64";
        for (const char* fraction : {"0", "-0.5", "nan", "inf", "3", "0.5x"}) {
            QTest::addRow("width %s", fraction)
                << QStringList{"evaluate", lenet(), "--width", fraction} << 2
                << "no fraction of full size";
            QTest::addRow("sampled width %s", fraction)
                << QStringList{"sample", lenet(), "-o", "x.pt", "--width", fraction} << 2
                << "no fraction of full size";
        }
        for (const char* command : {"evaluate", "sweep", "sample"}) {
            const QStringList call{command, lenet(), "-o", "x.pt"};
            const QStringList short_ = call.mid(0, QString(command) == "sample" ? 4 : 2);
            QTest::addRow("%s: jitter nan", command)
                << short_ + QStringList{"--jitter", "nan", "--average", "2"} << 2 << "--jitter";
            QTest::addRow("%s: jitter 1e9", command)
                << short_ + QStringList{"--jitter", "1e9", "--average", "2"} << 2 << "--jitter";
            QTest::addRow("%s: images -5", command)
                << short_ + QStringList{"--images", "-5"} << 2 << "whole number, 0 or more";
            QTest::addRow("%s: seed -1", command)
                << short_ + QStringList{"--seed", "-1"} << 2 << "whole number, 0 or more";
        }
        const QStringList train{"train", "-o", m_folder.filePath("never.manifold")};
        const auto trains = [&train](const char* option, const char* value) {
            QTest::addRow("train %s %s", option, value)
                << train + QStringList{option, value} << 2 << option;
        };
        trains("--jitter", "nan");
        trains("--seed", "-1");
        trains("--base-rate", "nan");
        trains("--distillation", "nan");
        trains("--warm-start", "-3");
        trains("--measure-widths", "0.5,0");
        QTest::addRow("train: least above greatest")
            << train + QStringList{"--least", "0.9", "--greatest", "0.5"} << 2 << "--greatest";
        QTest::addRow("train: no folder")
            << QStringList{"train", "-o", m_folder.filePath("none/a.manifold")} << 1
            << "folder does not exist";
        QTest::addRow("reference: nothing to do")
            << QStringList{"reference"} << 2 << "nothing to do";
        QTest::addRow("permute: nothing to do")
            << QStringList{"permute", "a.safetensors"} << 2 << "nothing to do";
        QTest::addRow("permute: a manifold")
            << QStringList{"permute", lenet(), "-o", m_folder.filePath("none")} << 1
            << "a network's checkpoint, or --compare";
        QTest::addRow("train: base of another network")
            << train + QStringList{"--base", MORPHOSPACE_SOURCE_DIR "/README.md"} << 1
            << "not a safetensors file";
        QTest::addRow("train: base and family")
            << train + QStringList{"--base", "a.safetensors", "--family", "resnet"} << 2
            << "excludes";
        QTest::addRow("train: order")
            << train + QStringList{"--order", "alphabetical"} << 2 << "--order";
        QTest::addRow("permute seed") << QStringList{"permute", "a", "-o", "b", "--seed", "-1"} << 2
                                      << "whole number, 0 or more";
        QTest::addRow("glyphs seed")
            << QStringList{"glyphs", "-o", m_folder.filePath("none"), "--seed", "-1"} << 2
            << "whole number, 0 or more";
        QTest::addRow("replay until")
            << QStringList{"replay", "a.morph", "--until", "-1"} << 2 << "whole number, 0 or more";
        QTest::addRow("no images")
            << QStringList{"evaluate",
                           MORPHOSPACE_SOURCE_DIR "/resources/manifolds/mnist-lenet.manifold"}
            << 1 << "--data";
        QTest::addRow("text is no safetensors")
            << QStringList{"evaluate", MORPHOSPACE_SOURCE_DIR "/README.md"} << 1
            << "not a safetensors file";
        QTest::addRow("checkpoint kind")
            << QStringList{"sample", lenet(), "-o", "net.zip"} << 1 << ".safetensors, .pt or .onnx";
        QTest::addRow("foreign file")
            << QStringList{"inspect", MORPHOSPACE_SOURCE_DIR "/CMakeLists.txt"} << 1
            << "CMakeLists.txt";
    }

    void wrongCallsAreRefused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, words);
        const Outcome outcome = run(arguments);
        QTEST(outcome.code, "code");
        QVERIFY2(QString::fromUtf8(outcome.err).contains(words, Qt::CaseInsensitive),
                 outcome.err.constData());
        QVERIFY(outcome.out.isEmpty());
        QVERIFY(!QFile::exists(m_folder.filePath("none")));
        QVERIFY(!QFile::exists(m_folder.filePath("never.manifold.training")));
    }

    /// With --json a failure, too, is one object on standard output.
    void failuresAreObjects_data() { wrongCallsAreRefused_data(); }
    void failuresAreObjects()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, words);
        const Outcome outcome = run(arguments + QStringList{"--json"});
        QTEST(outcome.code, "code");
        const json object = json::parse(outcome.out.toStdString());
        QCOMPARE(object.at("exit_code").get<int>(), outcome.code);
        QVERIFY(QString::fromStdString(object.at("error").get<std::string>())
                    .contains(words, Qt::CaseInsensitive));
    }

    void textNamesTheGeneratorsOwnSize()
    {
        const Outcome outcome = run({"evaluate", lenet(), "--images", "62"});
        QVERIFY2(outcome.out.contains("(generator: 342,154 parameters)"), outcome.out.constData());
        const Outcome sampled =
            run({"sample", lenet(), "--no-card", "-o", m_folder.filePath("g.pt")});
        QVERIFY2(sampled.out.contains("generator: 342,154 parameters"), sampled.out.constData());
    }

    /// References are added; those of the same size are replaced, the base stays last.
    void referencesAreAdded()
    {
        const QString copy = m_folder.filePath("copy.manifold");
        QVERIFY(QFile::copy(lenet(), copy));
        json before =
            json::parse(run({"inspect", copy, "--json"}).out.toStdString()).at("reference");
        json replaced = before.at(0);
        replaced["correct"] = 5;
        json added = before.at(0);
        added["widths"] = {20};
        const json list{{"measurements", {replaced, added}}};
        const QString file = m_folder.filePath("references.json");
        QFile stream(file);
        QVERIFY(stream.open(QIODevice::WriteOnly));
        stream.write(QByteArray::fromStdString(list.dump()));
        stream.close();
        const Outcome outcome = run({"reference", "--from", file, "--into", copy, "--json"});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        const json after =
            json::parse(run({"inspect", copy, "--json"}).out.toStdString()).at("reference");
        QCOMPARE(after.size(), before.size() + 1);
        QVERIFY(after.back() == before.back());
        QCOMPARE(after.at(after.size() - 2).at("widths").get<std::vector<int>>(), std::vector{20});
        QCOMPARE(after.at(after.size() - 3).at("correct").get<int>(), 5);

        QVERIFY(stream.open(QIODevice::WriteOnly));
        stream.write("{\"measurements\": [1e9999]}");
        stream.close();
        const Outcome bad = run({"reference", "--from", file, "--into", copy});
        QCOMPARE(bad.code, 1);
        QVERIFY2(bad.err.contains("references.json") && bad.err.contains("too large"),
                 bad.err.constData());
    }

    void everyCommandHasHelpWithAnExample()
    {
        for (const char* command : {"train", "base", "reference", "permute", "paths",
                                    "experiment", "glyphs", "inspect",
                                    "evaluate", "sweep", "sample", "replay", "bench"}) {
            const Outcome outcome = run({command, "--help"});
            QCOMPARE(outcome.code, 0);
            QVERIFY2(outcome.out.contains("Example") && outcome.out.contains("--json"), command);
        }
    }

    void sampleThenPermuteThenInspect()
    {
        const QString half = m_folder.filePath("half.safetensors");
        const QString smooth = m_folder.filePath("smooth.safetensors");
        Outcome outcome = run({"sample", resnet(), "--width", "0.5", "-o", half, "--json"});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        const json sampled = json::parse(outcome.out.toStdString());
        QCOMPARE(sampled.at("widths").get<std::vector<int>>(), (std::vector{8, 16, 32}));

        outcome = run({"permute", half, "-o", smooth, "--json"});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        const json permuted = json::parse(outcome.out.toStdString());
        QVERIFY(permuted.at("largest_relative_output_difference").get<double>() <= 1e-5);
        QVERIFY(permuted.at("total_variation_after").get<double>()
                <= permuted.at("total_variation_before").get<double>());

        // The file's own description stays true, and the order is told.
        const Outcome compared =
            run({"permute", smooth, "--compare", "--dataset", "glyphs", "--images", "310", "--json"});
        QVERIFY2(compared.code == 0, compared.err.constData());
        const json orders = json::parse(compared.out.toStdString()).at("orders");
        QCOMPARE(orders.size(), std::size_t(6));
        for (const json& one : orders) {
            QVERIFY(one.at("largest_relative_output_difference").get<double>() <= 1e-5);
            QCOMPARE(one.at("correct").get<int>(), orders.at(0).at("correct").get<int>());
            QVERIFY(one.at("accuracy").get<double>() > 50);
            QVERIFY(one.at("path_length").get<double>()
                    >= orders.at(5).at("path_length").get<double>() * (1 - 1e-6));
        }
        QCOMPARE(orders.at(5).at("order").get<std::string>(), std::string("path"));
        // It was ordered already.
        const double before = permuted.at("total_variation_after").get<double>();
        QVERIFY(std::abs(orders.at(0).at("total_variation_after").get<double>() - before)
                < 1e-6 * before);

        outcome = run({"inspect", smooth, "--json"});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        const json inspected = json::parse(outcome.out.toStdString());
        qint64 values = 0;
        for (const json& tensor : inspected.at("tensors")) {
            qint64 count = 1;
            for (const json& side : tensor.at("shape"))
                count *= side.get<qint64>();
            values += count;
        }
        QCOMPARE(values, sampled.at("parameters").get<qint64>());
    }

    void sweepMeasuresEveryWidthOnce()
    {
        const Outcome outcome =
            run({"sweep", lenet(), "--steps", "4", "--images", "62", "--json"});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        std::vector<int> widths;
        const json object = json::parse(outcome.out.toStdString());
        for (const json& point : object.at("points"))
            widths.push_back(point.at("widths").at(0).get<int>());
        QCOMPARE(widths, (std::vector{8, 16, 24, 32}));
    }

    /// Ctrl-C in training: exit code 130 and a checkpoint to go on from.
    void interruptedTrainingKeepsItsPlace()
    {
        const QString output = m_folder.filePath("stopped.manifold");
        QProcess process;
        process.setProcessEnvironment(cliEnvironment());
        process.setReadChannel(QProcess::StandardError);
        process.start(MORPHOSPACE_CLI, {"train", "--full-widths", "4", "-o", output});
        QVERIFY(process.waitForStarted());
        QByteArray log;
        while (!log.contains("base network")) {
            QVERIFY(process.waitForReadyRead(60000));
            log += process.readAllStandardError();
        }
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(QFile::exists(output + ".training/base.safetensors"));
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
