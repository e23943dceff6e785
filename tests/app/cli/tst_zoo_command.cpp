// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_cli.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstring>
#include <limits>
#include <random>
#include <vector>

using namespace morphospace;
using nlohmann::json;

namespace {

Outcome run(QStringList arguments)
{
    arguments.prepend("zoo");
    return runCli(arguments);
}

struct Tensor {
    std::string name;
    std::vector<int> shape;
    std::vector<float> values;
};

void writeTensors(const QString& path, const std::vector<Tensor>& tensors)
{
    json header = json::object();
    QByteArray data;
    for (const Tensor& tensor : tensors) {
        const qsizetype from = data.size();
        data.append(reinterpret_cast<const char*>(tensor.values.data()),
                    qsizetype(tensor.values.size() * sizeof(float)));
        header[tensor.name] = {{"dtype", "F32"},
                               {"shape", tensor.shape},
                               {"data_offsets", {from, data.size()}}};
    }
    const std::string text = header.dump();
    const std::uint64_t length = text.size();
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(reinterpret_cast<const char*>(&length), sizeof length);
    file.write(text.data(), qint64(text.size()));
    file.write(data);
}

std::vector<Tensor> adapter(unsigned seed, int rank = 1, float shift = 0)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<Tensor> tensors;
    for (const char* module : {"down.to_q", "up.to_v"}) {
        for (const auto& [part, rows, columns] :
             {std::tuple("lora_A", rank, 6), std::tuple("lora_B", 4, rank)}) {
            Tensor tensor{std::string("base_model.model.") + module + '.' + part + ".weight",
                          {rows, columns},
                          {}};
            for (int i = 0; i < rows * columns; ++i)
                tensor.values.push_back(normal(random) + shift);
            tensors.push_back(std::move(tensor));
        }
    }
    return tensors;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString typefaces()
{
    return MORPHOSPACE_SOURCE_DIR "/resources/zoo/typefaces.zoo";
}

} // namespace

/// `zoo` as people call it.
class TestZooCommand : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString path(const QString& name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_folder.path()).mkdir("adapters"));
        QFile labels(path("labels.csv"));
        QVERIFY(labels.open(QIODevice::WriteOnly));
        labels.write("file,high,height\n");
        for (unsigned i = 0; i < 16; ++i) {
            const bool high = i % 2 == 0;
            writeTensors(path(QString("adapters/%1.safetensors").arg(i)),
                         adapter(i, 1, high ? 1.5F : -1.5F));
            labels.write(QString("%1,%2,%3\n").arg(i).arg(high ? 1 : 0).arg(high ? 1.5 : -1.5).toUtf8());
        }
    }

    void adaptersAreProjected()
    {
        const QStringList call{"adapters", path("adapters"), "--components", "3", "--labels",
                               path("labels.csv"), "--adapter", path("adapters/4.safetensors")};
        const Outcome words = run(call);
        QVERIFY2(words.code == 0, words.err.constData());
        QVERIFY(words.out.startsWith("16 adapters of 20 numbers; 3 components explain "));
        QVERIFY(words.out.contains("\n15: ")); // where each stands
        QVERIFY(words.out.contains("direction high: sigma "));
        QVERIFY(words.out.contains("4.safetensors: "));

        const Outcome numbers = run(call + QStringList{"--json"});
        const json object = json::parse(numbers.out.toStdString());
        QCOMPARE(object.at("members").size(), std::size_t(16));
        QCOMPARE(object.at("explained_by").size(), std::size_t(3));
        const json& direction = object.at("directions").at("high");
        QCOMPARE(direction.at("labelled").get<int>(), 16);
        QVERIFY(direction.at("sigma").get<double>() > 0);
        QCOMPARE(direction.at("held_out_area").get<double>(), 1.0); // apart by three deviations
        QVERIFY(direction.at("held_out_correlation").get<double>() > 0.9);
        // The adapter stands where the member of the same name does.
        for (const json& member : object.at("members")) {
            QCOMPARE(member.at("coefficients").size(), std::size_t(3));
            if (member.at("name") != "4")
                continue;
            for (std::size_t i = 0; i < 3; ++i)
                QVERIFY(std::abs(member.at("coefficients")[i].get<double>()
                                 - object.at("adapter").at("coefficients")[i].get<double>())
                        < 1e-4);
        }
    }

    void aSavedSpaceDoesTheSame()
    {
        const QString space = path("space.safetensors");
        const QStringList rest{"--components", "3", "--labels", path("labels.csv"), "--adapter",
                               path("adapters/4.safetensors"), "--move", "high=1", "-o"};
        const Outcome made =
            run(QStringList{"adapters", path("adapters"), "--save-space", space} + rest
                + QStringList{path("a.safetensors")});
        QVERIFY2(made.code == 0, made.err.constData());
        const Outcome read =
            run(QStringList{"adapters", space} + rest + QStringList{path("b.safetensors")});
        QVERIFY2(read.code == 0, read.err.constData());
        QVERIFY(bytesOf(path("a.safetensors")) != bytesOf(path("adapters/4.safetensors")));
        QCOMPARE(bytesOf(path("b.safetensors")), bytesOf(path("a.safetensors")));
    }

    void aPublishedSpaceIsRead()
    {
        // As docs/weight-space.md converts it: without names, so that its members are numbers.
        const std::vector<float> zeros(20, 0.0F);
        const std::vector<float> ones(20, 1.0F);
        std::vector<float> v(40, 0.0F);
        v[0] = v[3] = 1; // the first two numbers are the components
        writeTensors(path("published.safetensors"),
                     {{"V", {20, 2}, v},
                      {"coefficients", {3, 2}, {1, 0, -1, 1, 0, -1}},
                      {"mean", {1, 20}, zeros},
                      {"std", {1, 20}, ones}});
        const Outcome outcome = run({"adapters", path("published.safetensors"), "--adapter",
                                     path("adapters/4.safetensors"), "--json"});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        const json object = json::parse(outcome.out.toStdString());
        QCOMPARE(object.at("members").at(1).at("name").get<std::string>(), std::string("1"));
        const std::vector<float> first = adapter(4, 1, 1.5F)[0].values;
        QVERIFY(std::abs(object.at("adapter").at("coefficients")[0].get<float>() - first[0]) < 1e-5F);
        QVERIFY(std::abs(object.at("adapter").at("coefficients")[1].get<float>() - first[1]) < 1e-5F);
    }

    void wrongEditsAreRefused_data()
    {
        QTest::addColumn<QStringList>("rest");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("words");
        const QStringList edit{"--labels", path("labels.csv"), "--adapter",
                               path("adapters/4.safetensors")};
        QTest::addRow("unknown direction")
            << edit + QStringList{"--move", "nonsense=2", "-o", path("x.safetensors")} << 1
            << QByteArray("there is no attribute 'nonsense'; expected one of high, height");
        QTest::addRow("unknown nuisance")
            << edit
                + QStringList{"--move", "high=2", "--debias", "age", "-o", path("x.safetensors")}
            << 1 << QByteArray("there is no attribute 'age'");
        QTest::addRow("no amount")
            << edit + QStringList{"--move", "high", "-o", path("x.safetensors")} << 1
            << QByteArray("is no edit");
        QTest::addRow("nowhere to write") << edit + QStringList{"--move", "high=2"} << 2
                                          << QByteArray("--output");
        QTest::addRow("no labels") << QStringList{"--move", "high=2", "--adapter", "x", "-o", "y"}
                                   << 2 << QByteArray("--labels");
    }

    void wrongEditsAreRefused()
    {
        QFETCH(QStringList, rest);
        QFETCH(int, code);
        QFETCH(QByteArray, words);
        const Outcome outcome = run(QStringList{"adapters", path("adapters")} + rest);
        QCOMPARE(outcome.code, code);
        QVERIFY2(outcome.err.contains(words), outcome.err.constData());
        QVERIFY(!QFile::exists(path("x.safetensors")));
    }

    void mixedRanksAreRefused()
    {
        QVERIFY(QDir(m_folder.path()).mkdir("mixed"));
        writeTensors(path("mixed/a.safetensors"), adapter(1));
        writeTensors(path("mixed/b.safetensors"), adapter(2, 2));
        const Outcome outcome = run({"adapters", path("mixed")});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("b.safetensors") && outcome.err.contains("has rank 2"),
                 outcome.err.constData());
    }

    void badZoosAreRefused_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("missing tensor") << "missing" << QByteArray("is missing");
        QTest::newRow("not a number") << "nan" << QByteArray("not finite");
        QTest::newRow("another shape") << "shape" << QByteArray("shape");
        QTest::newRow("cut off") << "cut" << QByteArray("bad.zoo");
        QTest::newRow("a header of 10 GB") << "header" << QByteArray(".zoo");
    }

    void badZoosAreRefused()
    {
        QFETCH(QString, damage);
        QFETCH(QByteArray, words);
        QByteArray bytes = bytesOf(typefaces());
        std::uint64_t length = 0;
        std::memcpy(&length, bytes.constData(), sizeof length);
        const json header =
            json::parse(bytes.constData() + sizeof length, bytes.constData() + sizeof length + length);
        const auto replaceInHeader = [&](const QByteArray& from, const QByteArray& to) {
            const qsizetype at = bytes.indexOf(from);
            QVERIFY(at > 0 && at < qsizetype(length) && from.size() == to.size());
            bytes.replace(at, from.size(), to);
        };
        if (damage == "missing") {
            replaceInHeader("\"space.mean\"", "\"space.meen\"");
        } else if (damage == "shape") {
            replaceInHeader("\"adapter\":\"shared\"", "\"adapter\":\"paper\" ");
        } else if (damage == "nan") {
            const json& entry = header.at("space.mean");
            const auto at = qsizetype(sizeof length + length
                                      + entry.at("data_offsets")[0].get<std::uint64_t>());
            // All bits set are no number, whether of two bytes or of four.
            bytes.replace(at, 4, QByteArray(4, '\xff'));
        } else if (damage == "cut") {
            bytes.truncate(bytes.size() / 2);
        } else {
            length = std::uint64_t(10) << 30;
            bytes.replace(0, sizeof length,
                          QByteArray(reinterpret_cast<const char*>(&length), sizeof length));
        }
        QFile file(path("bad.zoo"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        file.close();
        const Outcome outcome = run({"inspect", path("bad.zoo")});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(words) && outcome.err.contains("bad.zoo"),
                 outcome.err.constData());
        QVERIFY(outcome.out.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestZooCommand)
#include "tst_zoo_command.moc"
