// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <csignal>

using nlohmann::json;

namespace {

struct Outcome {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

QProcessEnvironment environment()
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert("MORPHOSPACE_RESOURCES", MORPHOSPACE_SOURCE_DIR "/resources");
    variables.insert("OMP_NUM_THREADS", "1");
    return variables;
}

Outcome run(const QStringList& arguments, const QString& locale = "C.UTF-8")
{
    QProcess process;
    QProcessEnvironment variables = environment();
    variables.insert("LC_ALL", locale);
    process.setProcessEnvironment(variables);
    process.start(MORPHOSPACE_CLI, arguments);
    if (!process.waitForFinished(300000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
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
                                  << "depths";
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
    }

    void everyCommandHasHelpWithAnExample()
    {
        for (const char* command : {"train", "reference", "permute", "glyphs", "inspect", "evaluate",
                                    "sweep", "sample", "bench"}) {
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
        process.setProcessEnvironment(environment());
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
