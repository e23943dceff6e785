// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// moc cannot parse the concepts of the standard library.
#ifndef Q_MOC_RUN
#include "core/networks/forward.h"
#endif

#include <QTest>

#ifndef Q_MOC_RUN
#include <torch/nn.h>
#include <torch/types.h>
#include <torch/utils.h>
#endif

using namespace morphospace;

class TestForward : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// LeNet against LibTorch's own modules.
    void leNetEqualsModules()
    {
        torch::manual_seed(3);
        const Family family = leNet(4, 10);
        const std::vector<Unit> list = units(family, {{3}, {}});
        const SlotTensors slots = initialSlots(list, 5);
        torch::nn::Sequential network(
            torch::nn::Conv2d(torch::nn::Conv2dOptions(1, 3, 3).padding(1)), torch::nn::ReLU(),
            torch::nn::MaxPool2d(2), torch::nn::Conv2d(3, 6, 5), torch::nn::ReLU(),
            torch::nn::MaxPool2d(2), torch::nn::Conv2d(6, 12, 5), torch::nn::ReLU(),
            torch::nn::Flatten(), torch::nn::Linear(12, 10));
        const torch::NoGradGuard noGrad;
        std::size_t i = 0;
        for (at::Tensor& parameter : network->parameters()) {
            parameter.copy_(slots[slot(i / 2, i % 2 == 0 ? WeightSlot : BiasSlot)]);
            ++i;
        }
        const at::Tensor images = torch::randn({5, 1, 28, 28});
        const at::Tensor ours = forward(family, list, slots, images);
        // Sums are taken in the same order or nearly so: only rounding differs.
        QVERIFY(torch::allclose(ours, network->forward(images), 1e-5, 1e-5));
    }

    /// Stored statistics are folded during training: the same function as normalising, and as the
    /// folded network.
    void foldingKeepsTheFunction()
    {
        torch::manual_seed(4);
        const Family family = resNet({4, 6, 8}, {2, 1, 2}, 1, 28, 7, 2);
        const Configuration size{{3, 5, 8}, {2, 1, 1}};
        const std::vector<Unit> list = units(family, size);
        SlotTensors slots = initialSlots(list, 6);
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (!list[i].normalised())
                continue;
            slots[slot(i, GainSlot)] = torch::rand({list[i].out.size}) + 0.5;
            slots[slot(i, BiasSlot)] = torch::randn({list[i].out.size});
            slots[slot(i, MeanSlot)] = torch::randn({list[i].out.size});
            slots[slot(i, VarianceSlot)] = torch::rand({list[i].out.size}) + 0.2;
        }
        const at::Tensor images = torch::randn({4, 1, 28, 28});
        const at::Tensor stored = forward(family, list, slots, images);
        const at::Tensor plain = forward(family, list, folded(list, slots), images);
        QVERIFY(torch::allclose(stored, plain, 1e-4, 1e-4));
        QCOMPARE(stored.sizes(), (at::IntArrayRef{4, 7}));
    }

    /// In batch mode the first unit's output has the gain and shift it is given, and what the
    /// batch showed makes stored statistics give the same scores.
    void batchStatisticsAreReported()
    {
        torch::manual_seed(5);
        const Family family = resNet({4, 6, 8}, {1, 1, 1}, 1, 28, 7, 2);
        const std::vector<Unit> list = units(family, family.full);
        SlotTensors slots = initialSlots(list, 7);
        const at::Tensor images = torch::randn({16, 1, 28, 28});
        BatchStatistics seen;
        Normalisation normalisation;
        normalisation.fromBatch.assign(list.size(), true);
        normalisation.seen = &seen;
        const at::Tensor batch = forward(family, list, slots, images, normalisation);
        for (std::size_t i = 0; i < list.size(); ++i) {
            QCOMPARE(seen.mean[i].defined(), list[i].normalised());
            if (list[i].normalised()) {
                slots[slot(i, MeanSlot)] = seen.mean[i];
                slots[slot(i, VarianceSlot)] = seen.variance[i];
            }
        }
        // float32 rounding through five normalised layers.
        QVERIFY(torch::allclose(batch, forward(family, list, slots, images), 1e-3, 1e-3));
    }

    void namesRoundTrip()
    {
        const Family family = resNet({4, 6, 8}, {1, 2, 1}, 3, 32, 10);
        const std::vector<Unit> list = units(family, family.full);
        const SlotTensors slots = initialSlots(list, 8);
        const SlotTensors again = slotsByName(list, namedTensors(list, slots));
        for (std::size_t i = 0; i < slots.size(); ++i) {
            QCOMPARE(again[i].defined(), slots[i].defined());
            if (slots[i].defined())
                QVERIFY(torch::equal(again[i], slots[i]));
        }
        const Network network = toNetwork(family, family.full, folded(list, slots));
        QCOMPARE(network.tensors.front().name, std::string("conv1.weight"));
        QCOMPARE(network.tensors.size(), 2 * list.size());
        QVERIFY(torch::equal(toSlots(network)[slot(0, WeightSlot)],
                             folded(list, slots)[slot(0, WeightSlot)]));
    }

    void initialisationIsDecidedByTheSeed()
    {
        const std::vector<Unit> list = units(leNet(8, 10), {{8}, {}});
        QVERIFY(torch::equal(initialSlots(list, 1)[0], initialSlots(list, 1)[0]));
        QVERIFY(!torch::equal(initialSlots(list, 1)[0], initialSlots(list, 2)[0]));
    }
};

QTEST_APPLESS_MAIN(TestForward)
#include "tst_forward.moc"
