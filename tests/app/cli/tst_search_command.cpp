// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// morphospace-cli search and similarity: what they print, what they refuse, and that an
// interrupted search goes on.
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

QString lenet()
{
    return MORPHOSPACE_SOURCE_DIR "/resources/manifolds/glyphs-lenet.manifold";
}

QString resnet()
{
    return MORPHOSPACE_SOURCE_DIR "/resources/manifolds/glyphs-resnet.manifold";
}

/// A search that takes seconds: little fits.
QStringList small()
{
    return {"search",       resnet(), "--budget",     "parameters=6k", "--candidates", "12",
            "--population", "4",      "--screening", "2000",          "--threads",    "1"};
}

} // namespace

class TestSearchCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void tellsWhatItFound()
    {
        const Outcome outcome = runCli(small() + QStringList{"--json"});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        const json object = json::parse(outcome.out.toStdString());
        QCOMPARE(object.at("budget").at("limit").get<int>(), 6000);
        QVERIFY(!object.at("front").empty());
        for (const char* list : {"front", "uniform"}) {
            for (const json& found : object.at(list)) {
                QVERIFY(found.at("cost").get<int>() <= 6000);
                QVERIFY(found.at("cost") == found.at("test").at("parameters"));
                QCOMPARE(found.at("validation").at("dataset").get<std::string>(),
                         std::string("Glyphs (validation)"));
                QCOMPARE(found.at("test").at("dataset").get<std::string>(),
                         std::string("Glyphs (test)"));
                QCOMPARE(found.at("test").at("images").get<int>(), 9982);
            }
        }
        // What 'evaluate' says of the same configuration.
        const json best = object.at("front").back();
        QStringList widths;
        for (const int width : best.at("widths").get<std::vector<int>>())
            widths += QString::number(width);
        QStringList depths;
        for (const int depth : best.at("depths").get<std::vector<int>>())
            depths += QString::number(depth);
        const json alone = json::parse(runCli({"evaluate", resnet(), "--widths", widths.join(','),
                                               "--depths", depths.join(','), "--json"})
                                           .out.toStdString());
        QVERIFY(best.at("test").at("correct") == alone.at("correct"));
        // In words, and the same again.
        const Outcome words = runCli(small());
        QCOMPARE(words.code, 0);
        QVERIFY2(words.out.contains("uniform, chosen in the same way"), words.out.constData());
        QCOMPARE(runCli(small()).out, words.out);
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        QTest::addRow("no budget") << QStringList{"search", lenet()} << 2 << "--budget";
        QTest::addRow("no cost") << QStringList{"search", lenet(), "--budget", "weight=3"} << 1
                                 << "'weight' is no cost";
        QTest::addRow("too little") << QStringList{"search", lenet(), "--budget", "macs=10"} << 1
                                    << "within the budget";
        QTest::addRow("no folder")
            << QStringList{"search", lenet(), "--budget", "macs=1M", "--record", "none/r.json"} << 1
            << "folder does not exist";
        QTest::addRow("candidates") << QStringList{"search", lenet(), "--budget", "macs=1M",
                                                   "--candidates", "0"}
                                    << 2 << "--candidates";
        QTest::addRow("one size") << QStringList{"similarity", resnet(), "--size", "16,32,64:3,3,3"}
                                  << 1 << "nothing to be compared with";
        QTest::addRow("no size") << QStringList{"similarity", lenet(), "--size", "x", "--size", "8"}
                                 << 1 << "expected numbers";
        QTest::addRow("three images") << QStringList{"similarity", lenet(), "--images", "3"} << 1
                                      << "expected four or more";
        QTest::addRow("no record") << QStringList{"search", lenet(), "--budget", "macs=1M",
                                                  "--record", lenet()}
                                   << 1 << "glyphs-lenet.manifold";
    }

    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, words);
        const Outcome outcome = runCli(arguments);
        QCOMPARE(outcome.code, code);
        QVERIFY2(outcome.err.contains(words.toUtf8()), outcome.err.constData());
        QVERIFY(outcome.out.isEmpty());
    }

    void similarityComparesLayerByLayer()
    {
        const QStringList call{"similarity", resnet(),  "--size",  "16,32,64:3,2,3", "--size",
                               "8,16,32:2,2,2", "--images", "128", "--batch", "32"};
        const Outcome outcome = runCli(call + QStringList{"--json"});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        const json object = json::parse(outcome.out.toStdString());
        QCOMPARE(object.at("images").get<int>(), 128);
        QCOMPARE(object.at("estimator").get<std::string>(), std::string("unbiased"));
        int both = 0;
        for (const json& layer : object.at("layers")) {
            const json& cka = layer.at("cka");
            const bool shared = !cka.at(0).at(1).is_null();
            both += shared;
            // Only full size has the third blocks.
            const bool third =
                QString::fromStdString(layer.at("layer").get<std::string>()).contains(".2");
            QCOMPARE(shared, !third);
            if (shared) {
                QVERIFY(cka.at(0).at(1).get<double>() > 0.3);
                QVERIFY(cka.at(0).at(1).get<double>() < 1.0);
                QVERIFY(std::abs(cka.at(0).at(0).get<double>() - 1) < 1e-9);
            }
        }
        QCOMPARE(both, 14);
        const double kl = object.at("kl_nats").at(0).at(1).get<double>();
        QVERIFY(kl > 0 && kl < 5);
        QVERIFY(object.at("kl_low").at(0).at(1).get<double>() <= kl);
        QVERIFY(object.at("agreement").at(0).at(1).get<double>() > 0.6);
        const Outcome words = runCli(call);
        QVERIFY2(words.out.contains("layer1.2  only in the first"), words.out.constData());
    }

    void goesOnAfterAnInterrupt()
    {
        const QString record = m_folder.filePath("record.json");
        const QStringList call = small() + QStringList{"--json", "--record", record};
        QProcess process;
        process.setProcessEnvironment(cliEnvironment());
        process.start(MORPHOSPACE_CLI, call);
        QVERIFY(process.waitForStarted());
        // However far it is by then: what matters is that nothing of it is lost.
        process.waitForFinished(400);
        if (process.state() == QProcess::Running) {
            ::kill(pid_t(process.processId()), SIGINT);
            QVERIFY(process.waitForFinished(60000));
        }
        // A program that had only begun to load ends by the signal itself.
        const bool early = process.exitStatus() == QProcess::CrashExit;
        const bool interrupted = !early && process.exitCode() == 130;
        QVERIFY2(early || interrupted || process.exitCode() == 0,
                 qPrintable(QString::number(process.exitCode())));
        const Outcome second = runCli(call);
        QVERIFY2(second.code == 0, second.err.constData());
        if (interrupted && QFile::exists(record))
            QVERIFY2(second.err.contains("going on"), second.err.constData());
        QCOMPARE(second.out, runCli(small() + QStringList{"--json"}).out);
        // Another search does not take the record for its own.
        const Outcome other =
            runCli({"search", resnet(), "--budget", "macs=1M", "--record", record});
        QCOMPARE(other.code, 1);
        QVERIFY2(other.err.contains("another cost"), other.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestSearchCommand)
#include "tst_search_command.moc"
