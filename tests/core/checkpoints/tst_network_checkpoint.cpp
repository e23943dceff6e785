// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/version.h"
#include "core/checkpoints/network_checkpoint.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/noise_images.h"
#include "core/networks/forward.h"
#include "core/smoothness/orders.h"

#include <QTemporaryDir>
#include <QTest>

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <limits>

using namespace morphospace;

namespace {

Family familyNamed(const QString& name)
{
    return name == "LeNet" ? leNet(6, 10) : resNet({4, 6, 8}, {2, 1, 2}, 3, 32, 10);
}

/// A network as PyTorch would store it, normalisation alive.
SlotTensors liveSlots(const Family& family)
{
    const torch::NoGradGuard noGrad;
    torch::manual_seed(4);
    const std::vector<Unit> list = units(family, family.full);
    SlotTensors slots = initialSlots(list, 11);
    for (std::size_t i = 0; i < list.size(); ++i) {
        slots[slot(i, BiasSlot)].normal_(0, 0.3);
        if (list[i].normalised()) {
            slots[slot(i, GainSlot)].uniform_(0.5, 1.5);
            slots[slot(i, MeanSlot)].normal_(0, 0.2);
            slots[slot(i, VarianceSlot)].uniform_(0.5, 2);
        }
    }
    return slots;
}

StoredFile storedNetwork(const Family& family)
{
    StoredFile file;
    for (const WeightTensor& tensor : namedTensors(units(family, family.full), liveSlots(family)))
        file.tensors.push_back(storeFloats(tensor.name, tensor.shape, tensor.values));
    return file;
}

StoredTensor& tensorNamed(StoredFile& file, const std::string& name)
{
    return *std::ranges::find(file.tensors, name, &StoredTensor::name);
}

/// The upper half of each float: bfloat16.
void toBfloat16(StoredTensor& tensor)
{
    std::vector<std::byte> halves;
    for (std::size_t i = 0; i < tensor.bytes.size(); i += 4)
        halves.insert(halves.end(), {tensor.bytes[i + 2], tensor.bytes[i + 3]});
    tensor.type = "BF16";
    tensor.bytes = std::move(halves);
}

std::vector<float> scores(const Network& network)
{
    const std::vector<float> half(std::size_t(network.family.imageChannels), 0.5F);
    const auto images = noiseImages(network.family, 20);
    return NetworkRunner(network, {half, half}).logits(*images, measuringOrder(20));
}

double difference(const std::vector<float>& a, const std::vector<float>& b)
{
    double largest = 0;
    double scale = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        largest = std::max(largest, std::abs(double(a[i]) - b[i]));
        scale = std::max(scale, std::abs(double(a[i])));
    }
    return a.size() == b.size() ? largest / scale : std::numeric_limits<double>::infinity();
}

} // namespace

class TestNetworkCheckpoint : public QObject {
    Q_OBJECT

private:
    std::filesystem::path path(const char* name)
    {
        return std::filesystem::path(m_folder.filePath(name).toStdString());
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void families_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"LeNet", "ResNet"})
            QTest::newRow(name) << name;
    }

    /// Shapes alone tell the configuration; folding by hand is what the forward pass folds.
    void configurationIsInferred_data() { families_data(); }
    void configurationIsInferred()
    {
        QFETCH(QString, name);
        const Family family = familyNamed(name);
        writeSafetensors(path("net.safetensors"), storedNetwork(family));
        const NetworkCheckpoint checkpoint = readNetworkCheckpoint(path("net.safetensors"));
        QVERIFY(checkpoint.family == family);
        QCOMPARE(checkpoint.normalised, name == "ResNet");
        QVERIFY(!checkpoint.scaling);
        const Network expected = toNetwork(family, family.full,
                                           folded(units(family, family.full), liveSlots(family)));
        const Network network = foldedNetwork(checkpoint);
        QCOMPARE(network.tensors.size(), expected.tensors.size());
        // The same sums in double and in float.
        QVERIFY(difference(scores(expected), scores(network)) < 1e-5);
    }

    void headerTellsWhatShapesCannot()
    {
        StoredFile file = storedNetwork(familyNamed("ResNet"));
        file.metadata = {{"image_size", "28"},
                         {"stem_stride", "2"},
                         {"input_mean", "[0.5, 0.25, 0.125]"},
                         {"input_deviation", "[1, 2, 4]"}};
        writeSafetensors(path("net.safetensors"), file);
        const NetworkCheckpoint checkpoint = readNetworkCheckpoint(path("net.safetensors"));
        QCOMPARE(checkpoint.family.imageSize, 28);
        QCOMPARE(checkpoint.family.stemStride, 2);
        QCOMPARE(checkpoint.scaling->mean, (std::vector<float>{0.5F, 0.25F, 0.125F}));
        for (const auto& [name, value] :
             {std::pair<const char*, const char*>{"image_size", "many"}, {"stem_stride", "0"},
              {"input_mean", "[1]"}, {"input_deviation", "[1, 0, 1]"}}) {
            StoredFile bad = file;
            bad.metadata[name] = value;
            writeSafetensors(path("bad.safetensors"), bad);
            QVERIFY_THROWS_EXCEPTION(Error, (void)readNetworkCheckpoint(path("bad.safetensors")));
        }
    }

    /// As files of other programs name things.
    void otherNames()
    {
        StoredFile file = storedNetwork(familyNamed("ResNet"));
        const std::vector<float> before =
            scores((writeSafetensors(path("plain.safetensors"), file),
                    foldedNetwork(readNetworkCheckpoint(path("plain.safetensors")))));
        StoredTensor counter{"bn1.num_batches_tracked", "I64", {}, std::vector<std::byte>(8)};
        file.tensors.push_back(counter);
        for (StoredTensor& tensor : file.tensors) {
            std::string& name = tensor.name;
            if (const std::size_t at = name.find("shortcut"); at != std::string::npos)
                name.replace(at, 8, "downsample");
            if (name.starts_with("fc."))
                name.replace(0, 2, "linear");
            name = "module.backbone." + name;
        }
        writeSafetensors(path("named.safetensors"), file);
        const NetworkCheckpoint checkpoint = readNetworkCheckpoint(path("named.safetensors"));
        QCOMPARE(checkpoint.names.at("fc.weight"), std::string("module.backbone.linear.weight"));
        QCOMPARE(scores(foldedNetwork(checkpoint)), before);

        // ... and are written again.
        writePermuted(checkpoint, channelOrders(foldedNetwork(checkpoint), OrderKind::Random, 3),
                      OrderKind::Random, path("moved.safetensors"));
        const StoredFile moved = readSafetensors(path("moved.safetensors"));
        QCOMPARE(moved.tensors.size(), file.tensors.size());
        for (std::size_t i = 0; i < moved.tensors.size(); ++i) {
            QCOMPARE(moved.tensors[i].name, file.tensors[i].name);
            QCOMPARE(moved.tensors[i].shape, file.tensors[i].shape);
        }
        QCOMPARE(moved.metadata.at("channel_order"), std::string("random"));
    }

    /// A file that was re-ordered before says the order it is in now, once.
    void thePermutedFileSaysOneOrder_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<bool>("stays");
        QTest::newRow("as it was named once") << QByteArray("random") << false;
        QTest::newRow("somebody's own word") << QByteArray("alphabetical") << true;
    }
    void thePermutedFileSaysOneOrder()
    {
        QFETCH(QByteArray, word);
        QFETCH(bool, stays);
        StoredFile file = storedNetwork(familyNamed("LeNet"));
        file.metadata = {{"order", word.toStdString()}, {"channel_order", "greedy"},
                         {"program", "morphospace 0.0.1"}, {"permuted_from", "elsewhere"}};
        writeSafetensors(path("net.safetensors"), file);
        const NetworkCheckpoint checkpoint = readNetworkCheckpoint(path("net.safetensors"));
        const Network before = foldedNetwork(checkpoint);
        writePermuted(checkpoint, channelOrders(before, OrderKind::Path), OrderKind::Path,
                      path("path.safetensors"));
        const auto metadata = readSafetensors(path("path.safetensors")).metadata;
        QCOMPARE(metadata.contains("order"), stays);
        for (const auto& [name, value] : orderProvenance(before, OrderKind::Path))
            QCOMPARE(metadata.at(name), value);
        QCOMPARE(metadata.at("channel_order"), std::string("path"));
        QCOMPARE(metadata.at("permuted_from"), before.hash());
        QCOMPARE(metadata.at("program"), "Morphospace " + programVersion());
    }

    void permutedFileIsTheSameFunction_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("type");
        for (const char* name : {"LeNet", "ResNet"}) {
            for (const char* type : {"F32", "BF16"})
                QTest::addRow("%s %s", name, type) << name << type;
        }
    }
    void permutedFileIsTheSameFunction()
    {
        QFETCH(QString, name);
        QFETCH(QString, type);
        StoredFile file = storedNetwork(familyNamed(name));
        if (type == "BF16")
            std::ranges::for_each(file.tensors, toBfloat16);
        file.metadata = {{"weights", "of before"}, {"title", "mine"}};
        writeSafetensors(path("net.safetensors"), file);
        const NetworkCheckpoint checkpoint = readNetworkCheckpoint(path("net.safetensors"));
        const Network before = foldedNetwork(checkpoint);
        for (const OrderKind kind : orderKinds) {
            writePermuted(checkpoint, channelOrders(before, kind, 5), kind, path("new.safetensors"));
            const NetworkCheckpoint permuted = readNetworkCheckpoint(path("new.safetensors"));
            for (const StoredTensor& tensor : permuted.stored.tensors)
                QCOMPARE(tensor.type, type.toStdString());
            const Network after = foldedNetwork(permuted);
            QVERIFY((after.tensors == before.tensors) == (kind == OrderKind::Original));
            QCOMPARE(permuted.stored.metadata.at("weights"), after.hash());
            QCOMPARE(permuted.stored.metadata.at("title"), std::string("mine"));
            // Sums in another order: float rounding.
            QVERIFY(difference(scores(before), scores(after)) < 1e-5);
        }
        // A wrong order is a permutation that only some of the coupled tensors follow: noticed.
        ChannelOrders orders = channelOrders(before, OrderKind::Original);
        orders[0][0] = 1;
        QVERIFY_THROWS_EXCEPTION(
            Error, writePermuted(checkpoint, orders, OrderKind::Original, path("never.safetensors")));
        QVERIFY(!std::filesystem::exists(path("never.safetensors")));
    }

    /// A bias before a normalisation is folded, too.
    void biasBeforeNormalisation()
    {
        const Family family = familyNamed("ResNet");
        StoredFile file = storedNetwork(family);
        std::vector<float> shift(4, 0.75F);
        file.tensors.push_back(storeFloats("conv1.bias", {4}, shift));
        writeSafetensors(path("bias.safetensors"), file);
        // The same as a mean that is lower by it.
        StoredFile lower = storedNetwork(family);
        StoredTensor& mean = tensorNamed(lower, "bn1.running_mean");
        std::vector<float> values = loadFloats(mean);
        for (float& value : values)
            value -= 0.75F;
        mean = storeFloats(mean.name, mean.shape, values);
        writeSafetensors(path("mean.safetensors"), lower);
        const auto scoresOf = [&](const char* name) {
            return scores(foldedNetwork(readNetworkCheckpoint(path(name))));
        };
        QVERIFY(difference(scoresOf("bias.safetensors"), scoresOf("mean.safetensors")) < 1e-6);
    }

    void whatIsNoSuchNetworkIsRefused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("words");
        QTest::addRow("missing") << "missing" << "'layer2.0.conv2.weight': is missing";
        QTest::addRow("shape") << "shape" << "[6,6,3,3]";
        QTest::addRow("unknown") << "unknown" << "'attention.weight': has no place";
        QTest::addRow("not finite") << "not finite" << "not finite";
        QTest::addRow("variance") << "variance" << "variance below 0";
        QTest::addRow("no projection") << "no projection" << "layer3.0.shortcut.0.weight";
        QTest::addRow("four stages") << "four stages" << "4 stages";
        QTest::addRow("integers") << "integers" << "fc.bias";
        QTest::addRow("twice") << "twice" << "same place";
        QTest::addRow("empty") << "empty" << "no tensor";
        QTest::addRow("other") << "other" << "conv1.weight";
    }
    void whatIsNoSuchNetworkIsRefused()
    {
        QFETCH(QString, what);
        QFETCH(QString, words);
        StoredFile file = storedNetwork(familyNamed("ResNet"));
        const auto set = [&](const char* name, float value) {
            StoredTensor& tensor = tensorNamed(file, name);
            std::vector<float> values = loadFloats(tensor);
            values[1] = value;
            tensor = storeFloats(name, tensor.shape, values);
        };
        const auto drop = [&](const std::string& part) {
            std::erase_if(file.tensors, [&part](const StoredTensor& tensor) {
                return tensor.name.find(part) != std::string::npos;
            });
        };
        const std::vector<float> none(24);
        if (what == "missing")
            drop("layer2.0.conv2.weight");
        else if (what == "shape")
            tensorNamed(file, "layer2.0.conv2.weight").shape = {6, 6, 9, 1};
        else if (what == "unknown")
            file.tensors.push_back(storeFloats("attention.weight", {24}, none));
        else if (what == "not finite")
            set("fc.weight", std::numeric_limits<float>::infinity());
        else if (what == "variance")
            set("bn1.running_var", -0.5F);
        else if (what == "no projection")
            drop("layer3.0.shortcut");
        else if (what == "four stages")
            file.tensors.push_back(storeFloats("layer4.0.conv1.weight", {8, 3}, none));
        else if (what == "integers")
            tensorNamed(file, "fc.bias").type = "I32";
        else if (what == "twice")
            file.tensors.push_back(storeFloats("linear.bias", {24}, none));
        else if (what == "empty")
            file.tensors.clear();
        else
            file.tensors.assign(1, storeFloats("encoder.weight", {24}, none));
        writeSafetensors(path("odd.safetensors"), file);
        try {
            (void)readNetworkCheckpoint(path("odd.safetensors"));
            QFAIL("accepted");
        } catch (const Error& error) {
            const QString message = error.what();
            QVERIFY2(message.contains("odd.safetensors") && message.contains(words),
                     error.what());
        }
    }
};

QTEST_APPLESS_MAIN(TestNetworkCheckpoint)
#include "tst_network_checkpoint.moc"
