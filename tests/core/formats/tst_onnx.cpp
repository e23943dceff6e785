// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN
#include "core/formats/checkpoint_content.h"
#include "core/formats/onnx.h"
#include "sample_networks.h"
#endif

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifndef Q_MOC_RUN
#include <onnx/checker.h>
#include <onnx/onnx_pb.h>
#endif

#include <clocale>
#include <locale>

using namespace morphospace;

namespace {

const std::vector<SampleNetwork>& samples()
{
    static const std::vector<SampleNetwork> list = sampleNetworks();
    return list;
}

const std::map<std::string, std::string> provenance{{"manifold", "0123"}, {"family", "wrong"}};

QByteArray written(const SampleNetwork& sample)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("net.onnx");
    writeOnnx(sample.network, sample.scaling, provenance, path.toStdString());
    // Only the file itself: no half-written one stays beside it.
    if (QDir(folder.path()).entryList(QDir::Files) != QStringList("net.onnx"))
        return {};
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestOnnx : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void modelIsWhatItSays_data();
    void modelIsWhatItSays();
    void bytesAreDeterministicInEveryLocale();
};

void TestOnnx::modelIsWhatItSays_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(samples().size()); ++i)
        QTest::newRow(samples()[std::size_t(i)].name.c_str()) << i;
}

void TestOnnx::modelIsWhatItSays()
{
    QFETCH(int, index);
    const SampleNetwork& sample = samples()[std::size_t(index)];
    const Family& family = sample.network.family;
    onnx::ModelProto model;
    QVERIFY(model.ParseFromString(written(sample).toStdString()));
    onnx::checker::check_model(model);

    // Operator set 13 came with file version 7, in ONNX 1.8.
    QCOMPARE(model.opset_import_size(), 1);
    QCOMPARE(model.opset_import(0).version(), 13);
    QVERIFY(model.opset_import(0).domain().empty());
    QCOMPARE(model.ir_version(), 7);

    QCOMPARE(model.graph().input_size(), 1);
    QCOMPARE(model.graph().output_size(), 1);
    const auto& input = model.graph().input(0).type().tensor_type().shape();
    QCOMPARE(input.dim_size(), 4);
    QCOMPARE(input.dim(0).dim_param(), std::string("batch"));
    QCOMPARE(input.dim(1).dim_value(), family.imageChannels);
    QCOMPARE(input.dim(2).dim_value(), family.imageSize);
    QCOMPARE(input.dim(3).dim_value(), family.imageSize);
    const auto& output = model.graph().output(0).type().tensor_type().shape();
    QCOMPARE(output.dim_size(), 2);
    QCOMPARE(output.dim(0).dim_param(), std::string("batch"));
    QCOMPARE(output.dim(1).dim_value(), family.classes);

    // Weights and biases as they are, by PyTorch's names, after the two of the scaling.
    const auto& tensors = model.graph().initializer();
    QCOMPARE(tensors.size(), int(sample.network.tensors.size()) + 2);
    for (int i = 0; i < tensors.size(); ++i) {
        const std::vector<float>& expected = i == 0 ? sample.scaling.mean
            : i == 1                                ? sample.scaling.deviation
                     : sample.network.tensors[std::size_t(i) - 2].values;
        if (i >= 2)
            QCOMPARE(tensors[i].name(), sample.network.tensors[std::size_t(i) - 2].name);
        QVERIFY(tensors[i].raw_data()
                == std::string(reinterpret_cast<const char*>(expected.data()),
                               expected.size() * sizeof(float)));
    }

    std::map<std::string, std::string> facts;
    for (const auto& entry : model.metadata_props())
        facts[entry.key()] = entry.value();
    QCOMPARE(int(facts.size()), model.metadata_props_size());
    auto expected = checkpointFacts(sample.network, sample.scaling, provenance);
    expected.erase("format");
    QVERIFY(facts == expected);
    QCOMPARE(facts.at("manifold"), std::string("0123"));
    QCOMPARE(facts.at("family"), std::string(familyName(family.kind)));
}

void TestOnnx::bytesAreDeterministicInEveryLocale()
{
    const SampleNetwork& sample = samples()[3];
    const QByteArray first = written(sample);
    QVERIFY(!first.isEmpty());
    const std::locale before = std::locale::global(std::locale("de_DE.UTF-8"));
    const bool isGerman = QByteArray(std::localeconv()->decimal_point) == ",";
    const QByteArray german = written(sample);
    std::locale::global(before);
    QVERIFY(isGerman);
    QVERIFY(german == first);
}

QTEST_APPLESS_MAIN(TestOnnx)
#include "tst_onnx.moc"
