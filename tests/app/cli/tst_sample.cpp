// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// morphospace-cli sample: files, cards and numbers as they are said to be.
#include "run_cli.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <sys/resource.h>

#include <csignal>

using namespace morphospace;
using nlohmann::json;

namespace {

QString bundled(const char* name)
{
    return QStringLiteral(MORPHOSPACE_SOURCE_DIR "/resources/manifolds/") + name + ".manifold";
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString text(const json& value)
{
    return QString::fromStdString(value.get<std::string>());
}

} // namespace

class TestSample : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_scratch;

    [[nodiscard]] QString path(const QString& name) const { return m_scratch->filePath(name); }
    [[nodiscard]] QStringList listing(const QString& folder = ".") const
    {
        return QDir(path(folder)).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

private Q_SLOTS:
    void init() { m_scratch = std::make_unique<QTemporaryDir>(); }

    void severalSizesAndFormats()
    {
        const Outcome outcome =
            runCli({"sample", bundled("glyphs-resnet"), "--width", "0.25,0.5", "--size",
                    "5,30,17:1,3,2", "-o", path("nets/"), "--format", "onnx,safetensors",
                    "--average", "2", "--jitter", "0.1", "--images", "62", "--json"});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        const json object = json::parse(outcome.out.toStdString());
        const json& files = object.at("files");
        QCOMPARE(int(files.size()), 6);
        QStringList expected;
        for (const json& file : files) {
            const QByteArray bytes = contents(path("nets/" + text(file.at("file"))));
            QCOMPARE(text(file.at("sha256")).toLatin1(),
                     QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
            QCOMPARE(file.at("bytes").get<qint64>(), bytes.size());
            QCOMPARE(file.at("measured").at("images").get<int>(), 62);
            QCOMPARE(file.at("measured").at("averaging").get<int>(), 2);
            QVERIFY(file.at("measured").at("accuracy").get<double>() > 30); // chance is 1.6
            const QByteArray card = contents(path("nets/" + text(file.at("card"))));
            QVERIFY(card.contains(text(file.at("sha256")).toLatin1()));
            QVERIFY(card.contains("average of 2 samples"));
            expected << text(file.at("file")) << text(file.at("card"));
        }
        for (const char* size : {"4-8-16_3-3-3", "8-16-32_3-3-3", "5-30-17_1-3-2"})
            QVERIFY(expected.contains(QStringLiteral("glyphs-resnet-%1.onnx").arg(size)));
        expected.sort();
        QCOMPARE(listing("nets"), expected);
        // As measured by the other command.
        const Outcome again =
            runCli({"evaluate", bundled("glyphs-resnet"), "--width", "0.5", "--average", "2",
                    "--jitter", "0.1", "--images", "62", "--json"});
        const json measured = json::parse(again.out.toStdString());
        QCOMPARE(files.at(2).at("measured").at("correct").get<int>(),
                 measured.at("correct").get<int>());
    }

    void oneNameForSeveralSizes()
    {
        const Outcome outcome =
            runCli({"sample", bundled("glyphs-lenet"), "--width", "0.25,0.5,0.251", "-o",
                    path("net.pt"), "--no-card", "--json"});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        // 0.251 rounds to the size of 0.25, which is written once.
        QCOMPARE(listing(), (QStringList{"net-16.pt", "net-8.pt"}));
        const json object = json::parse(outcome.out.toStdString());
        QCOMPARE(int(object.at("files").size()), 2);
        QVERIFY(object.at("files").at(0).at("measured").is_null());
        QVERIFY(object.at("files").at(0).at("card").is_null());
    }

    void oneFileKeepsItsName()
    {
        // A value after the size is the manifold, not a second size.
        const Outcome outcome = runCli({"sample", "--width", "0.5", bundled("glyphs-lenet"), "-o",
                                        path("half.safetensors"), "--images", "62", "--json"});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(listing(), (QStringList{"half.safetensors", "half.safetensors.md"}));
        const json object = json::parse(outcome.out.toStdString());
        QCOMPARE(text(object.at("file")), QStringLiteral("half.safetensors"));
        QCOMPARE(object.at("widths").get<std::vector<int>>(), std::vector{16});
        QVERIFY(object.at("parameters").get<int>() > 0 && object.at("macs").get<int>() > 0);
        QVERIFY(object.at("weights_hash") == object.at("files").at(0).at("weights_hash"));
    }

    void withoutDataItSaysSo()
    {
        Outcome outcome =
            runCli({"sample", bundled("mnist-lenet"), "-o", path("a.onnx"), "--json"});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        const json object = json::parse(outcome.out.toStdString());
        QVERIFY(object.at("measured").is_null());
        QVERIFY(text(object.at("not_measured")).contains("MNIST"));
        QVERIFY(contents(path("a.onnx.md")).contains("Accuracy: not measured"));
        // But a folder that was named and is wrong is an error.
        outcome =
            runCli({"sample", bundled("mnist-lenet"), "-o", path("b.onnx"), "--data", path("")});
        QCOMPARE(outcome.code, 1);
        QVERIFY(!QFile::exists(path("b.onnx")));
    }

    void wrongCallsWriteNothing_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("words");
        const QString lenet = bundled("glyphs-lenet");
        QTest::addRow("kind") << QStringList{lenet, "-o", "@net.zip"} << 1
                              << QByteArray(".safetensors, .pt or .onnx");
        QTest::addRow("format beside a file")
            << QStringList{lenet, "-o", "@net.pt", "--format", "onnx"} << 2
            << QByteArray("goes with a folder");
        QTest::addRow("unknown format")
            << QStringList{lenet, "-o", "@", "--format", "pickle"} << 2 << QByteArray("pickle");
        QTest::addRow("one of the sizes")
            << QStringList{lenet, "-o", "@", "--size", "8", "--size", "65"} << 1
            << QByteArray("expected 1 to 64");
        QTest::addRow("too wide") << QStringList{lenet, "-o", "@", "--width", "0.5,2.5"} << 2
                                  << QByteArray("2.5");
        QTest::addRow("folder in no folder")
            << QStringList{lenet, "-o", "@none/nets/"} << 1 << QByteArray("nets");
        QTest::addRow("file in no folder")
            << QStringList{lenet, "-o", "@none/net.pt", "--no-card"} << 1 << QByteArray("net.pt");
    }

    void wrongCallsWriteNothing()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, words);
        for (QString& argument : arguments) {
            if (argument.startsWith('@'))
                argument = path(argument.mid(1)) + (argument == "@" ? "/" : "");
        }
        const Outcome outcome = runCli(QStringList("sample") + arguments);
        QTEST(outcome.code, "code");
        QVERIFY2(outcome.err.contains(words), outcome.err.constData());
        QVERIFY(outcome.out.isEmpty());
        QVERIFY(listing().isEmpty());
    }

    /// As on a full disk: told with the file's name, and nothing half-written stays.
    void aFileThatDoesNotFitIsTold_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"net.safetensors", "net.pt", "net.onnx"})
            QTest::newRow(name) << QString(name);
    }

    void aFileThatDoesNotFitIsTold()
    {
        QFETCH(QString, name);
        QProcess process;
        process.setProcessEnvironment(cliEnvironment());
        process.setChildProcessModifier([] {
            const rlimit limit{20000, 20000};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        });
        process.start(MORPHOSPACE_CLI,
                      {"sample", bundled("glyphs-lenet"), "-o", path(name), "--no-card"});
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        const QByteArray told = process.readAllStandardError();
        QVERIFY2(told.contains(name.toUtf8() + ": writing failed"), told.constData());
        QVERIFY(listing().isEmpty());
    }

    /// Ctrl-C in the middle: exit code 130, whole files with their cards, and no others.
    void interruptedLeavesWholeFiles()
    {
        QStringList widths;
        for (int width = 1; width <= 64; ++width)
            widths << "--size" << QString::number(width);
        QProcess process;
        process.setProcessEnvironment(cliEnvironment());
        process.start(MORPHOSPACE_CLI,
                      QStringList{"sample", bundled("glyphs-lenet"), "-o", path(""), "--format",
                                  "onnx,safetensors"}
                          + widths);
        QVERIFY(process.waitForStarted());
        process.setReadChannel(QProcess::StandardError);
        QByteArray log;
        while (!log.contains("(3 of 64)")) {
            QVERIFY(process.waitForReadyRead(60000));
            log += process.readAllStandardError();
        }
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60000));
        log += process.readAllStandardError();
        QCOMPARE(process.exitCode(), 130);
        const QStringList files = listing();
        QVERIFY(files.size() >= 8 && files.size() < 256);
        for (const QString& file : files) {
            if (file.endsWith(".md"))
                continue;
            // The card has the hash of the file as a whole.
            const QByteArray hash =
                QCryptographicHash::hash(contents(path(file)), QCryptographicHash::Sha256).toHex();
            QVERIFY2(contents(path(file + ".md")).contains(hash), qPrintable(file));
            QVERIFY2(log.contains("kept " + file.toUtf8()), log.constData());
        }
        QCOMPARE(files.filter(".md").size() * 2, files.size());
    }
};

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
