// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/networks/forward.h"
#include "core/smoothness/orders.h"

#include <QTest>

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace morphospace;

namespace {

Network networkNamed(const QString& name)
{
    const torch::NoGradGuard noGrad;
    torch::manual_seed(7);
    const Family family = name == "LeNet" ? leNet(6, 10) : resNet({4, 6, 8}, {2, 3, 2}, 3, 16, 10);
    const Configuration size =
        name == "ResNet smaller" ? Configuration{{5, 3, 8}, {1, 2, 1}} : family.full;
    const std::vector<Unit> list = units(family, size);
    const SlotTensors slots = initialSlots(list, 2);
    for (std::size_t i = 0; i < list.size(); ++i)
        slots[slot(i, BiasSlot)].normal_(0, 0.3);
    return toNetwork(family, size, folded(list, slots));
}

bool isPermutation(std::vector<int> order, int size)
{
    std::ranges::sort(order);
    std::vector<int> expected(static_cast<std::size_t>(size));
    std::iota(expected.begin(), expected.end(), 0);
    return order == expected;
}

/// Channels along a curve that bends, shuffled: what lies between is known.
ChannelVectors shuffledLine(int count, std::vector<int>& position)
{
    position.resize(std::size_t(count));
    std::iota(position.begin(), position.end(), 0);
    std::ranges::shuffle(position, std::mt19937_64(5));
    ChannelVectors channels{count, {}};
    for (const int at : position) {
        const float x = float(at) / float(count);
        channels.values.insert(channels.values.end(), {x, 0.2f * x * x, 0.1f * std::sin(x)});
    }
    return channels;
}

} // namespace

class TestOrders : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void names()
    {
        for (const OrderKind kind : orderKinds)
            QVERIFY(orderNamed(nameOf(kind)) == kind);
        QCOMPARE(nameOf(OrderKind::Path), std::string_view("path"));
        try {
            (void)orderNamed("alphabetical");
            QFAIL("accepted");
        } catch (const Error& error) {
            QVERIFY(QString(error.what()).contains("original, random, nearest"));
        }
    }

    void everyOrderOfEveryGroup_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"LeNet", "ResNet", "ResNet smaller"})
            QTest::newRow(name) << name;
    }
    void everyOrderOfEveryGroup()
    {
        QFETCH(QString, name);
        const Network network = networkNamed(name);
        const auto groups = channelGroups(network.family, network.configuration);
        const double tensors = double(network.tensors.size());
        for (const OrderKind kind : orderKinds) {
            const ChannelOrders orders = channelOrders(network, kind, 3);
            QCOMPARE(channelOrders(network, kind, 3), orders);
            QCOMPARE(orders.size(), groups.size());
            for (std::size_t group = 0; group < groups.size(); ++group)
                QVERIFY(isPermutation(orders[group], groups[group].size));
            // Total variation counts what the groups' paths count, and the axes that never move,
            // whose part stays the same: the two change by the same amount.
            const Smoothness result = smoothness(network, orders);
            double lengths = 0;
            double variations = 0;
            for (const GroupSmoothness& group : result.groups)
                lengths += group.after - group.before;
            for (const TensorSmoothness& tensor : result.tensors)
                variations += tensor.after - tensor.before;
            QVERIFY(std::abs(lengths - variations) < 1e-4 * (1 + std::abs(lengths)));
            QVERIFY(std::abs((result.after - result.before) * tensors - variations) < 1e-6);
            if (kind == OrderKind::Original)
                QCOMPARE(result.after, result.before);
            if (kind == OrderKind::Path)
                QVERIFY(result.after < result.before);
        }
        QVERIFY(channelOrders(network, OrderKind::Random, 3)
                != channelOrders(network, OrderKind::Random, 4));
    }

    void pathIsShortest()
    {
        const Network network = networkNamed("ResNet");
        const std::vector<ChannelVectors> vectors = channelVectors(network);
        for (const ChannelVectors& channels : vectors) {
            const DistanceMatrix distances = channelDistances(channels);
            const auto length = [&](OrderKind kind) {
                return pathLength(distances, orderOf(channels, distances, kind));
            };
            for (const OrderKind kind : orderKinds)
                QVERIFY(length(OrderKind::Path) <= length(kind) * (1 + 1e-6));
        }
    }

    void aLineIsFoundByEveryClevernessAndNoLuck_data()
    {
        QTest::addColumn<int>("kind");
        for (const OrderKind kind : {OrderKind::Component, OrderKind::Fiedler, OrderKind::Path})
            QTest::addRow("%s", nameOf(kind).data()) << int(kind);
    }
    void aLineIsFoundByEveryClevernessAndNoLuck()
    {
        QFETCH(int, kind);
        std::vector<int> position;
        const ChannelVectors channels = shuffledLine(40, position);
        const DistanceMatrix distances = channelDistances(channels);
        std::vector<int> found;
        for (const int channel : orderOf(channels, distances, OrderKind(kind)))
            found.push_back(position[std::size_t(channel)]);
        QVERIFY(std::ranges::is_sorted(found) || std::ranges::is_sorted(found, std::greater<>()));
        const auto random = orderOf(channels, distances, OrderKind::Random);
        QVERIFY(pathLength(distances, random)
                > 3 * pathLength(distances, orderOf(channels, distances, OrderKind::Path)));
    }

    void neighbours()
    {
        const DistanceMatrix distances = l1Distances(std::vector<float>{0, 1, 5, 7}, 4);
        const std::vector<int> order{2, 0, 1, 3};
        QCOMPARE(neighbourDistances(distances, order), (std::vector<double>{5, 1, 6}));
        QCOMPARE(pathLength(distances, order), 12.0);
        QVERIFY(neighbourDistances(distances, {}).empty());
    }

    void axesOfAGroup()
    {
        const Network network = networkNamed("LeNet");
        const auto axes = groupAxes(network.family, network.configuration, network.tensors);
        QCOMPARE(axes.size(), std::size_t(3));
        QVERIFY(axes[0]
                == (std::vector<GroupAxis>{
                    {"conv1.weight", true}, {"conv1.bias", true}, {"conv2.weight", false}}));
        QVERIFY(axes[2]
                == (std::vector<GroupAxis>{
                    {"conv3.weight", true}, {"conv3.bias", true}, {"fc.weight", false}}));
        // One channel of conv1: 9 taps, a bias, and 25 taps to each of 12 channels.
        QCOMPARE(channelVectors(network)[0].length(), std::size_t(9 + 1 + 12 * 25));
    }

    /// Against the two directions of largest spread of points that were made with them.
    void components()
    {
        ChannelVectors channels{6, {}};
        const float points[6][2] = {{5, 0}, {-5, 0}, {3, 1}, {-3, -1}, {1, -1}, {-1, 1}};
        for (const auto& [x, y] : points)
            channels.values.insert(channels.values.end(), {10 + x, 20 + y, 3});
        const std::vector<float> found = principalComponents(channels, 3);
        QCOMPARE(found.size(), std::size_t(18));
        double first = 0;
        double along = 0;
        for (std::size_t i = 0; i < 6; ++i) {
            QVERIFY(std::abs(found[3 * i + 2]) < 1e-5); // the third has no spread
            const double length = std::hypot(found[3 * i], found[3 * i + 1]);
            QVERIFY(std::abs(length - std::hypot(points[i][0], points[i][1])) < 1e-4);
            first += found[3 * i] * found[3 * i];
            along += points[i][0] * points[i][0];
        }
        QVERIFY(first >= along * (1 - 1e-6)); // more than along any other direction
        QVERIFY(*std::max_element(found.begin(), found.end()) > 4.9);
        QVERIFY(principalComponents({0, {}}, 2).empty());
        QCOMPARE(principalComponents({1, {4, 5}}, 2), (std::vector<float>{0, 0}));
    }

    void notFinite()
    {
        ChannelVectors channels{3, {1, 2, std::numeric_limits<float>::quiet_NaN(), 4, 5, 6}};
        const DistanceMatrix distances = channelDistances(channels);
        for (const OrderKind kind : {OrderKind::Component, OrderKind::Fiedler})
            QVERIFY_THROWS_EXCEPTION(Error, (void)orderOf(channels, distances, kind));
        channels.channels = 2;
        QVERIFY_THROWS_EXCEPTION(Error, (void)orderOf(channels, distances, OrderKind::Path));
    }
};

QTEST_APPLESS_MAIN(TestOrders)
#include "tst_orders.moc"
