// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/formats/checkpoint.h"
#include "core/formats/onnx.h"
#include "core/formats/safetensors.h"
#include "sample_networks.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <torch/script.h>

#include <algorithm>
#include <clocale>
#include <locale>
#include <sstream>

using namespace morphospace;

namespace {

const SampleNetwork& sampleNamed(const QByteArray& name)
{
    static const std::vector<SampleNetwork> samples = sampleNetworks();
    return *std::ranges::find(samples, name.toStdString(), &SampleNetwork::name);
}

void addSamples()
{
    QTest::addColumn<QByteArray>("name");
    for (const char* name :
         {"lenet", "lenet-wide", "resnet20", "resnet-odd", "resnet-least", "resnet-stem"})
        QTest::newRow(name) << QByteArray(name);
}

const std::map<std::string, std::string> provenance{{"manifold", "glyphs"}, {"family", "wrong"}};

} // namespace

class TestCheckpoint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void safetensorsHoldTheNetwork_data() { addSamples(); }
    void safetensorsHoldTheNetwork();
    void safetensorsAreDeterministic();
    void torchScriptGivesTheSameScores_data() { addSamples(); }
    void torchScriptGivesTheSameScores();
    void torchScriptHasPyTorchNames();
    void torchScriptSaysWhereItCameFrom();
    void torchScriptTakesAnyBatch();
    void numbersDoNotFollowTheLocale();
    void badNetworks_data();
    void badNetworks();
    void badPaths();
    void namesChooseTheFormat();
};

void TestCheckpoint::safetensorsHoldTheNetwork()
{
    QFETCH(QByteArray, name);
    const SampleNetwork& sample = sampleNamed(name);
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("net.safetensors").toStdString();
    writeCheckpoint(sample.network, sample.scaling, provenance, path);

    const StoredFile stored = readSafetensors(path);
    Network read{sample.network.family, sample.network.configuration, {}};
    for (const StoredTensor& tensor : stored.tensors)
        read.tensors.push_back({tensor.name, tensor.shape, loadFloats(tensor)});
    QVERIFY(read.tensors == sample.network.tensors);

    const auto& facts = stored.metadata;
    QCOMPARE(facts.at("format"), std::string("pt"));
    QCOMPARE(facts.at("manifold"), std::string("glyphs"));
    QCOMPARE(facts.at("family"), std::string(familyName(sample.network.family.kind)));
    using nlohmann::json;
    QVERIFY(json::parse(facts.at("widths")) == json(sample.network.configuration.widths));
    QVERIFY(json::parse(facts.at("depths")) == json(sample.network.configuration.depths));
    QVERIFY(json::parse(facts.at("input_mean")).get<std::vector<float>>() == sample.scaling.mean);
    QVERIFY(json::parse(facts.at("input_deviation")).get<std::vector<float>>()
            == sample.scaling.deviation);
    QCOMPARE(facts.at("classes"), std::to_string(sample.network.family.classes));
}

void TestCheckpoint::safetensorsAreDeterministic()
{
    const SampleNetwork& sample = sampleNamed("resnet-odd");
    QTemporaryDir folder;
    const auto written = [&](const char* name) {
        const QString path = folder.filePath(name);
        writeCheckpoint(sample.network, sample.scaling, provenance, path.toStdString());
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray first = written("a.safetensors");
    QVERIFY(!first.isEmpty());
    QVERIFY(first == written("b.safetensors"));
}

void TestCheckpoint::torchScriptGivesTheSameScores()
{
    QFETCH(QByteArray, name);
    const SampleNetwork& sample = sampleNamed(name);
    QTemporaryDir folder;
    const std::string path = folder.filePath("net.pt").toStdString();
    writeTorchScript(sample.network, sample.scaling, provenance, path);
    // Only the file itself: no half-written one stays beside it.
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList("net.pt"));

    const torch::NoGradGuard noGradient;
    torch::jit::Module module = torch::jit::load(path);
    const torch::Tensor scores = module.forward({sample.pixels}).toTensor();
    QVERIFY(scores.sizes() == sample.scores.sizes());
    QVERIFY(sample.scores.std().item<double>() > 1e-3);
    const double difference = relativeDifference(scores, sample.scores);
    QVERIFY2(difference <= 1e-5, qPrintable(QString::number(difference)));
}

void TestCheckpoint::torchScriptHasPyTorchNames()
{
    const SampleNetwork& sample = sampleNamed("resnet-odd");
    QTemporaryDir folder;
    const std::string path = folder.filePath("net.pt").toStdString();
    writeTorchScript(sample.network, sample.scaling, {}, path);
    std::map<std::string, torch::Tensor> found;
    for (const auto& parameter : torch::jit::load(path).named_parameters())
        found[parameter.name] = parameter.value;
    QCOMPARE(found.size(), sample.network.tensors.size());
    for (const WeightTensor& tensor : sample.network.tensors) {
        QVERIFY2(found.contains(tensor.name), tensor.name.c_str());
        const torch::Tensor expected =
            torch::tensor(at::ArrayRef<float>(tensor.values)).view(tensor.shape);
        QVERIFY(torch::equal(found[tensor.name], expected));
    }
}

void TestCheckpoint::torchScriptSaysWhereItCameFrom()
{
    const SampleNetwork& sample = sampleNamed("lenet");
    QTemporaryDir folder;
    const std::string path = folder.filePath("net.pt").toStdString();
    writeTorchScript(sample.network, sample.scaling, provenance, path);
    torch::jit::ExtraFilesMap extra{{"morphospace.json", ""}};
    (void)torch::jit::load(path, torch::kCPU, extra);
    const auto facts = nlohmann::json::parse(extra.at("morphospace.json"));
    QVERIFY(facts.at("family") == "LeNet");
    QVERIFY(facts.at("manifold") == "glyphs");
    QVERIFY(facts.at("widths") == "[8]");
}

void TestCheckpoint::torchScriptTakesAnyBatch()
{
    const SampleNetwork& sample = sampleNamed("lenet");
    QTemporaryDir folder;
    const std::string path = folder.filePath("net.pt").toStdString();
    writeTorchScript(sample.network, sample.scaling, {}, path);
    torch::jit::Module module = torch::jit::load(path);
    for (const int count : {1, 3}) {
        const torch::Tensor scores =
            module.forward({sample.pixels.slice(0, 0, count)}).toTensor();
        QVERIFY(relativeDifference(scores, sample.scores.slice(0, 0, count)) <= 1e-5);
    }
}

void TestCheckpoint::numbersDoNotFollowTheLocale()
{
    const SampleNetwork& sample = sampleNamed("resnet20");
    QTemporaryDir folder;
    const auto written = [&](bool script) {
        const QString path = folder.filePath("net");
        (script ? writeTorchScript : writeCheckpoint)(sample.network, sample.scaling, provenance,
                                                      path.toStdString());
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray plain = written(false);
    const QByteArray plainScript = written(true);
    QVERIFY(!plain.isEmpty() && !plainScript.isEmpty());
    const std::locale before = std::locale::global(std::locale("de_DE.UTF-8"));
    const bool isGerman = QByteArray(std::localeconv()->decimal_point) == ",";
    const QByteArray german = written(false);
    const QByteArray germanScript = written(true);
    std::locale::global(before);
    QVERIFY(isGerman);
    QVERIFY(german == plain);
    // LibTorch 2 gives each archive an identity of its own, so what the two compute is compared: a
    // number written with a comma would not even load.
    const auto scores = [&sample](const QByteArray& bytes) {
        std::istringstream stream(bytes.toStdString());
        return torch::jit::load(stream).forward({sample.pixels}).toTensor();
    };
    QVERIFY(torch::equal(scores(germanScript), scores(plainScript)));
}

void TestCheckpoint::badNetworks_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("tensor missing") << 0 << QByteArray("7 tensors; expected 8");
    QTest::newRow("wrong name") << 1 << QByteArray("conv9.weight is not conv1.weight");
    QTest::newRow("wrong shape") << 2 << QByteArray("conv1.weight is not conv1.weight");
    QTest::newRow("values missing") << 3 << QByteArray("conv1.bias");
    QTest::newRow("illegal size") << 4 << QByteArray("width 17 of stage 1");
    QTest::newRow("no scaling") << 5 << QByteArray("input scaling");
    QTest::newRow("deviation zero") << 6 << QByteArray("above 0");
}

void TestCheckpoint::badNetworks()
{
    QFETCH(int, fault);
    QFETCH(QByteArray, says);
    SampleNetwork sample = sampleNamed("lenet");
    std::vector<WeightTensor>& tensors = sample.network.tensors;
    switch (fault) {
    case 0: tensors.pop_back(); break;
    case 1: tensors[0].name = "conv9.weight"; break;
    case 2: std::swap(tensors[0].shape[0], tensors[0].shape[1]); break;
    case 3: tensors[1].values.pop_back(); break;
    case 4: sample.network.configuration.widths = {17}; break;
    case 5: sample.scaling = {}; break;
    default: sample.scaling.deviation[0] = 0; break;
    }
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("net").toStdString();
    using Write = void (*)(const Network&, const InputScaling&,
                           const std::map<std::string, std::string>&, const std::filesystem::path&);
    for (const Write write : {Write(writeCheckpoint), Write(writeTorchScript), Write(writeOnnx)}) {
        try {
            write(sample.network, sample.scaling, {}, path);
            QFAIL("no error");
        } catch (const Error& error) {
            QVERIFY2(QByteArray(error.what()).contains(says), error.what());
        }
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestCheckpoint::badPaths()
{
    const SampleNetwork& sample = sampleNamed("lenet");
    QVERIFY_THROWS_EXCEPTION(
        Error, writeCheckpoint(sample.network, sample.scaling, {}, "does/not/exist.safetensors"));
    QVERIFY_THROWS_EXCEPTION(
        Error, writeTorchScript(sample.network, sample.scaling, {}, "does/not/exist.pt"));
    QVERIFY_THROWS_EXCEPTION(
        Error, writeOnnx(sample.network, sample.scaling, {}, "does/not/exist.onnx"));
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("net").toStdString();
    const std::map<std::string, std::string> notText{{"note", "\xc3"}};
    QVERIFY_THROWS_EXCEPTION(
        Error, writeCheckpoint(sample.network, sample.scaling, notText, path));
    QVERIFY_THROWS_EXCEPTION(
        Error, writeTorchScript(sample.network, sample.scaling, notText, path));
    QVERIFY_THROWS_EXCEPTION(Error, writeOnnx(sample.network, sample.scaling, notText, path));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestCheckpoint::namesChooseTheFormat()
{
    for (const CheckpointFormat format : checkpointFormats)
        QVERIFY(checkpointFormat("a.b/net" + std::string(extensionOf(format))) == format);
    for (const char* name : {"net", "net.onnx.gz", "net.PT", ".pt", ""}) {
        try {
            (void)checkpointFormat(name);
            QFAIL(name);
        } catch (const Error& error) {
            QVERIFY2(QByteArray(error.what()).contains(".safetensors, .pt or .onnx"), error.what());
        }
    }
    const SampleNetwork& sample = sampleNamed("lenet");
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("net.safetensors").toStdString();
    writeNetwork(sample.network, sample.scaling, {}, path);
    QCOMPARE(readSafetensors(path).tensors.size(), sample.network.tensors.size());
    QVERIFY_THROWS_EXCEPTION(
        Error, writeNetwork(sample.network, sample.scaling, {}, path.parent_path() / "net.zip"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList("net.safetensors"));
}

QTEST_APPLESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
