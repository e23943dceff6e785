// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/networks/forward.h"
#include "core/smoothness/permutation.h"

#include <QTest>

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <numeric>
#include <random>

using namespace morphospace;

namespace {

struct Case {
    Family family;
    Configuration configuration;
};

/// Families and sizes that have every kind of coupling: plain, residual, projected, and blocks that
/// are left out.
Case caseNamed(const QByteArray& name)
{
    if (name == "LeNet")
        return {leNet(6, 62), {{6}, {}}};
    const Family family = resNet({4, 6, 8}, {2, 3, 2}, 3, 16, 10);
    if (name == "ResNet full")
        return {family, family.full};
    return {family, {{5, 3, 8}, {1, 2, 1}}};
}

void addCases()
{
    QTest::addColumn<QByteArray>("name");
    for (const char* name : {"LeNet", "ResNet full", "ResNet smaller"})
        QTest::newRow(name) << QByteArray(name);
}

/// Tensors with normalisation vectors that are not the identity.
SlotTensors liveSlots(const Case& item)
{
    const std::vector<Unit> list = units(item.family, item.configuration);
    SlotTensors slots = initialSlots(list, 11);
    torch::manual_seed(4);
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

ChannelOrders randomOrders(const Case& item, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    ChannelOrders orders;
    for (const ChannelGroup& group : channelGroups(item.family, item.configuration)) {
        std::vector<int> order(std::size_t(group.size));
        std::iota(order.begin(), order.end(), 0);
        std::ranges::shuffle(order, random);
        orders.push_back(std::move(order));
    }
    return orders;
}

ChannelOrders inverse(const ChannelOrders& orders)
{
    ChannelOrders result = orders;
    for (std::size_t group = 0; group < orders.size(); ++group) {
        for (std::size_t i = 0; i < orders[group].size(); ++i)
            result[group][std::size_t(orders[group][i])] = int(i);
    }
    return result;
}

torch::Tensor outputs(const Case& item, const SlotTensors& slots)
{
    const torch::NoGradGuard noGradient;
    torch::manual_seed(8);
    const int size = item.family.imageSize;
    const torch::Tensor images = torch::randn({5, item.family.imageChannels, size, size});
    return forward(item.family, units(item.family, item.configuration), slots, images);
}

torch::Tensor outputs(const Case& item, const std::vector<WeightTensor>& tensors)
{
    return outputs(item, slotsByName(units(item.family, item.configuration), tensors));
}

const WeightTensor& tensorNamed(const std::vector<WeightTensor>& tensors, std::string_view name)
{
    return *std::ranges::find(tensors, name, &WeightTensor::name);
}

} // namespace

class TestPermutation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void totalVariationByHand();
    void inverseRestores_data() { addCases(); }
    void inverseRestores();
    void functionStays_data() { addCases(); }
    void functionStays();
    void wrongPermutationIsNoticed();
    void fixedAxesStay();
    void normalisationVectorsFollow();
    void smoothOrdersLowerVariation_data() { addCases(); }
    void smoothOrdersLowerVariation();
    void aSmoothNetworkIsFoundAgain();
    void badInput();
};

void TestPermutation::totalVariationByHand()
{
    // Rows (1, 4), (3, 9): down |3-1| + |9-4| = 7, across |4-1| + |9-3| = 9.
    const WeightTensor matrix{"fc.weight", {2, 2}, {1, 4, 3, 9}};
    QCOMPARE(totalVariation(matrix), 16.0);
    const WeightTensor vector{"fc.bias", {3}, {1, -1, 5}};
    QCOMPARE(totalVariation(vector), 8.0);
    // Two taps a channel pair are two matrices: (1, 4 / 3, 9), which is 16 as above, and
    // (0, 1 / 0, 0), which is down 0 + 1 and across 1 + 0.
    const WeightTensor taps{"conv1.weight", {2, 2, 1, 2}, {1, 0, 4, 1, 3, 0, 9, 0}};
    QCOMPARE(totalVariation(taps), 18.0);
    QCOMPARE(totalVariation(std::vector{matrix, vector, taps}), (16.0 + 8.0 + 18.0) / 3);
    QCOMPARE(totalVariation(std::vector<WeightTensor>{}), 0.0);
    // An image-wide linear ramp w[i][j] = i + 2j of n x m: (n-1) m + 2 n (m-1).
    WeightTensor ramp{"fc.weight", {5, 7}, {}};
    for (int i = 0; i < 5; ++i) {
        for (int j = 0; j < 7; ++j)
            ramp.values.push_back(float(i + 2 * j));
    }
    QCOMPARE(totalVariation(ramp), 4.0 * 7 + 2.0 * 5 * 6);
}

void TestPermutation::inverseRestores()
{
    QFETCH(QByteArray, name);
    const Case item = caseNamed(name);
    const auto tensors =
        namedTensors(units(item.family, item.configuration), liveSlots(item));
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const ChannelOrders orders = randomOrders(item, seed);
        const auto permuted = permute(item.family, item.configuration, tensors, orders);
        QVERIFY(permuted != tensors);
        QVERIFY(permute(item.family, item.configuration, permuted, inverse(orders)) == tensors);
    }
}

void TestPermutation::functionStays()
{
    QFETCH(QByteArray, name);
    const Case item = caseNamed(name);
    const auto tensors =
        namedTensors(units(item.family, item.configuration), liveSlots(item));
    const auto permuted =
        permute(item.family, item.configuration, tensors, randomOrders(item, 3));
    const torch::Tensor before = outputs(item, tensors);
    const torch::Tensor after = outputs(item, permuted);
    // The same products in another order of summation: float32 rounding, relative to the scale.
    const double difference = ((before - after).abs().max() / before.abs().max()).item<double>();
    QVERIFY2(difference <= 1e-5, qPrintable(QString::number(difference)));
    QVERIFY(before.std().item<double>() > 1e-3);
}

void TestPermutation::wrongPermutationIsNoticed()
{
    // The check above can fail: one coupled tensor left out changes the outputs.
    const Case item = caseNamed("ResNet full");
    const auto tensors =
        namedTensors(units(item.family, item.configuration), liveSlots(item));
    auto permuted = permute(item.family, item.configuration, tensors, randomOrders(item, 3));
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        if (tensors[i].name == "layer1.1.bn2.running_mean")
            permuted[i] = tensors[i];
    }
    const torch::Tensor before = outputs(item, tensors);
    const torch::Tensor after = outputs(item, permuted);
    QVERIFY(((before - after).abs().max() / before.abs().max()).item<double>() > 1e-4);
}

void TestPermutation::fixedAxesStay()
{
    const Case item = caseNamed("ResNet full");
    const auto tensors =
        namedTensors(units(item.family, item.configuration), liveSlots(item));
    const ChannelOrders orders = randomOrders(item, 6);
    const auto permuted = permute(item.family, item.configuration, tensors, orders);
    // Classes keep their rows: only the columns of a row are re-ordered.
    QVERIFY(tensorNamed(permuted, "fc.bias") == tensorNamed(tensors, "fc.bias"));
    const WeightTensor& before = tensorNamed(tensors, "fc.weight");
    const WeightTensor& after = tensorNamed(permuted, "fc.weight");
    for (std::size_t row = 0; row < 10; ++row) {
        for (std::size_t column = 0; column < 8; ++column)
            QCOMPARE(after.values[row * 8 + column],
                     before.values[row * 8 + std::size_t(orders[2][column])]);
    }
    // Image channels keep their place within every filter.
    const WeightTensor& stem = tensorNamed(tensors, "conv1.weight");
    const WeightTensor& stemAfter = tensorNamed(permuted, "conv1.weight");
    for (std::size_t out = 0; out < 4; ++out) {
        for (std::size_t i = 0; i < 27; ++i)
            QCOMPARE(stemAfter.values[out * 27 + i],
                     stem.values[std::size_t(orders[0][out]) * 27 + i]);
    }
}

void TestPermutation::normalisationVectorsFollow()
{
    const Case item = caseNamed("ResNet full");
    const auto tensors =
        namedTensors(units(item.family, item.configuration), liveSlots(item));
    const ChannelOrders orders = randomOrders(item, 6);
    const auto permuted = permute(item.family, item.configuration, tensors, orders);
    for (const std::string field : {"weight", "bias", "running_mean", "running_var"}) {
        const std::string name = "layer2.0.shortcut.1." + field;
        for (std::size_t i = 0; i < 6; ++i)
            QCOMPARE(tensorNamed(permuted, name).values[i],
                     tensorNamed(tensors, name).values[std::size_t(orders[1][i])]);
    }
}

void TestPermutation::smoothOrdersLowerVariation()
{
    QFETCH(QByteArray, name);
    const Case item = caseNamed(name);
    const Network network =
        toNetwork(item.family, item.configuration,
                  folded(units(item.family, item.configuration), liveSlots(item)));
    const ChannelOrders orders = smoothOrders(network);
    QCOMPARE(smoothOrders(network), orders);
    const auto permuted = permute(item.family, item.configuration, network.tensors, orders);
    QVERIFY(totalVariation(permuted) < totalVariation(network.tensors));
    const torch::Tensor before = outputs(item, toSlots(network));
    const torch::Tensor after =
        outputs(item, toSlots({item.family, item.configuration, permuted}));
    QVERIFY(((before - after).abs().max() / before.abs().max()).item<double>() <= 1e-5);
}

void TestPermutation::aSmoothNetworkIsFoundAgain()
{
    // Weights that rise along every morphing axis are as smooth as they can be; after a shuffle the
    // shortest paths bring back exactly their variation (the direction of a path is free).
    const Case item = caseNamed("LeNet");
    Network network{item.family, item.configuration, {}};
    for (const Unit& unit : units(item.family, item.configuration)) {
        const bool linear = unit.operation == Operation::Linear;
        WeightTensor weight{unit.name + ".weight", {unit.out.size, unit.in.size}, {}};
        if (!linear)
            weight.shape.insert(weight.shape.end(), {unit.kernel, unit.kernel});
        for (std::int64_t i = 0; i < unit.weightCount(); ++i) {
            const std::int64_t pair = i / (unit.kernel * unit.kernel);
            const std::int64_t row = linear ? 0 : pair / unit.in.size;
            weight.values.push_back(float(row + pair % unit.in.size));
        }
        WeightTensor bias{unit.name + ".bias", {unit.out.size}, {}};
        for (int i = 0; i < unit.out.size; ++i)
            bias.values.push_back(linear ? 0.0f : float(i));
        network.tensors.push_back(std::move(weight));
        network.tensors.push_back(std::move(bias));
    }
    const double smooth = totalVariation(network.tensors);
    network.tensors =
        permute(item.family, item.configuration, network.tensors, randomOrders(item, 2));
    QVERIFY(totalVariation(network.tensors) > 1.5 * smooth);
    network.tensors = permute(item.family, item.configuration, network.tensors,
                              smoothOrders(network));
    QCOMPARE(totalVariation(network.tensors), smooth);
}

void TestPermutation::badInput()
{
    const Case item = caseNamed("LeNet");
    const auto tensors =
        namedTensors(units(item.family, item.configuration), liveSlots(item));
    const ChannelOrders good = randomOrders(item, 1);
    ChannelOrders twice = good;
    twice[1][0] = twice[1][1];
    ChannelOrders outside = good;
    outside[0][0] = 6;
    ChannelOrders missing = good;
    missing.pop_back();
    ChannelOrders tooLong = good;
    tooLong[2].push_back(0);
    for (const ChannelOrders& bad : {twice, outside, missing, tooLong})
        QVERIFY_THROWS_EXCEPTION(
            Error, (void)permute(item.family, item.configuration, tensors, bad));
    auto unknown = tensors;
    unknown[0].name = "conv9.weight";
    QVERIFY_THROWS_EXCEPTION(Error, (void)permute(item.family, item.configuration, unknown, good));
    auto misshapen = tensors;
    misshapen[0].shape[0] += 1;
    QVERIFY_THROWS_EXCEPTION(
        Error, (void)permute(item.family, item.configuration, misshapen, good));
    auto cut = tensors;
    cut[0].values.pop_back();
    QVERIFY_THROWS_EXCEPTION(Error, (void)permute(item.family, item.configuration, cut, good));
}

QTEST_APPLESS_MAIN(TestPermutation)
#include "tst_permutation.moc"
