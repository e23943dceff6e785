// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/adaptation.h"
#include "core/diffusion/packed_denoiser.h"
#include "core/diffusion/row_kernels.h"
#include "core/evaluation/threads.h"

#include <torch/torch.h>

#include <QTest>

#include <cmath>
#include <vector>

using namespace morphospace;

namespace {

double largest(const at::Tensor& tensor)
{
    return tensor.abs().max().item<double>();
}

/// Random weights everywhere: FiLM, which starts at zero, and biases too.
Denoiser randomDenoiser(const DenoiserShape& shape)
{
    Denoiser denoiser = makeDenoiser(shape, 1);
    torch::manual_seed(11);
    for (std::size_t i = 0; i < denoiser.weights.size(); ++i) {
        if (i >= 1 && i <= std::size_t(shape.blocks) + 1)
            denoiser.weights[i].normal_(0, 0.1);
        denoiser.biases[i].normal_(0, 0.1);
    }
    return denoiser;
}

struct Case {
    Denoiser denoiser;
    AdapterLayout layout;
    at::Tensor members;
    at::Tensor letters;
};

Case caseOf(AdapterKind kind, int hidden, int blocks, int models, int rows)
{
    Case one;
    one.denoiser = randomDenoiser({784, hidden, blocks, 8, 52});
    one.layout.kind = kind;
    one.layout.shape = one.denoiser.shape;
    torch::manual_seed(12);
    for (const LinearMap& map : linearMaps(one.layout.shape)) {
        if (kind == AdapterKind::SharedA)
            one.layout.sharedA.push_back(torch::randn({1, map.in}) / std::sqrt(double(map.in)));
    }
    one.members = torch::randn({models, one.layout.size()}) * 0.1;
    one.letters = torch::randperm(52, torch::kInt64).narrow(0, 0, rows);
    return one;
}

void addCases()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("hidden");
    QTest::addColumn<int>("models");
    QTest::addColumn<int>("rows");
    const int shared = int(AdapterKind::SharedA);
    const int paper = int(AdapterKind::Paper);
    QTest::newRow("one letter") << shared << 32 << 1 << 1;
    QTest::newRow("an alphabet") << shared << 32 << 1 << 26;
    QTest::newRow("more models than a chunk") << shared << 16 << 11 << 14;
    QTest::newRow("a width that fills no panel") << shared << 21 << 2 << 15;
    QTest::newRow("A of each member's own") << paper << 32 << 3 << 26;
    QTest::newRow("the same, no full panel") << paper << 13 << 9 << 5;
}

} // namespace

/// What is drawn and trained fast is what denoise() and ddim() say.
class TestPackedDenoiser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void productsAreSums_data();
    void productsAreSums();
    void drawingIsDdim_data() { addCases(); }
    void drawingIsDdim();
    void editsActFromTheirStep();
    void gradientsAreThoseOfTheGraph_data() { addCases(); }
    void gradientsAreThoseOfTheGraph();
    void threadsChangeNoBit();
    void halvesAreWhatTheyWere();
    void theBaseIsPackedOnce();
};

void TestPackedDenoiser::productsAreSums_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("inputs");
    for (const int rows : {1, 2, 3, 4, 5, 6, 7, 13, 26}) {
        for (const int inputs : {1, 16, 256, 257, 784})
            QTest::addRow("%d rows of %d", rows, inputs) << rows << inputs;
    }
}

void TestPackedDenoiser::productsAreSums()
{
    QFETCH(int, rows);
    QFETCH(int, inputs);
    constexpr int width = 2 * panelWidth;
    torch::manual_seed(1);
    const at::Tensor x = torch::randn({rows, inputs + 3});
    const at::Tensor w = torch::randn({width, inputs});
    const at::Tensor panels =
        w.view({2, panelWidth, inputs}).transpose(1, 2).contiguous(); // [2][inputs][16]
    const at::Tensor start = torch::randn({rows, width});
    const at::Tensor expected = start.to(torch::kFloat64)
        + x.narrow(1, 0, inputs).to(torch::kFloat64).matmul(w.t().to(torch::kFloat64));
    for (const RowKernels* kernels : {&plainRowKernels(), &rowKernels()}) {
        const at::Tensor y = start.clone();
        kernels->product(x.data_ptr<float>(), inputs + 3, rows, panels.data_ptr<float>(), inputs,
                         width, y.data_ptr<float>(), width);
        QVERIFY2(largest(y - expected) < 1e-6 * (10 + inputs), kernels->name);
    }
}

void TestPackedDenoiser::drawingIsDdim()
{
    QFETCH(int, kind);
    QFETCH(int, hidden);
    QFETCH(int, models);
    QFETCH(int, rows);
    const Case one = caseOf(AdapterKind(kind), hidden, 2, models, rows);
    const at::Tensor noise = torch::randn({rows, 784}) * 0.5;
    const Adaptation adaptation = one.layout.unflatten(one.members);
    for (const int steps : {1, 2, 5}) {
        const at::Tensor expected = ddim(one.denoiser, noise, one.letters, steps, &adaptation);
        for (const RowKernels* kernels : {&plainRowKernels(), &rowKernels()}) {
            const at::Tensor drawn = PackedDenoiser(one.denoiser, *kernels)
                                         .draw(one.layout, one.members, noise, one.letters, steps);
            QCOMPARE(drawn.sizes().vec(), (std::vector<std::int64_t>{models, rows, 784}));
            QVERIFY2(largest(drawn - expected) < 2e-4,
                     qPrintable(QString::number(largest(drawn - expected))));
        }
    }
}

void TestPackedDenoiser::editsActFromTheirStep()
{
    const Case one = caseOf(AdapterKind::SharedA, 32, 2, 3, 7);
    const at::Tensor noise = torch::randn({7, 784});
    const at::Tensor before = torch::randn({1, one.layout.size()}) * 0.1;
    const PackedDenoiser packed(one.denoiser);
    const Adaptation edited = one.layout.unflatten(one.members);
    const Adaptation first = one.layout.unflatten(before.expand({3, before.size(1)}));
    for (const int from : {1000, 999, 600, 0}) {
        // After the base alone, and after another model.
        QVERIFY(largest(packed.draw(one.layout, one.members, noise, one.letters, 6, {}, from)
                        - ddim(one.denoiser, noise, one.letters, 6, &edited, {nullptr, from}))
                < 2e-4);
        QVERIFY(largest(packed.draw(one.layout, one.members, noise, one.letters, 6, before, from)
                        - ddim(one.denoiser, noise, one.letters, 6, &edited, {&first, from}))
                < 2e-4);
    }
}

void TestPackedDenoiser::gradientsAreThoseOfTheGraph()
{
    QFETCH(int, kind);
    QFETCH(int, hidden);
    QFETCH(int, models);
    QFETCH(int, rows);
    Case one = caseOf(AdapterKind(kind), hidden, 2, models, rows);
    const at::Tensor noisy = torch::randn({models, rows, 784});
    const at::Tensor clean = torch::randn({models, rows, 784});
    const at::Tensor weights = torch::rand({rows}) + 0.5;
    const at::Tensor times = torch::randint(0, diffusionSteps, {rows}, torch::kInt64);
    one.members.requires_grad_();
    const Adaptation adaptation = one.layout.unflatten(one.members);
    const at::Tensor predicted = denoise(one.denoiser, noisy, times, one.letters, &adaptation);
    const at::Tensor loss =
        ((predicted - clean).square().mean(2) * weights).mean(1).sum();
    loss.backward();
    const at::Tensor expected = one.members.grad();
    for (const RowKernels* kernels : {&plainRowKernels(), &rowKernels()}) {
        double found = 0;
        const at::Tensor gradient = PackedDenoiser(one.denoiser, *kernels).gradient(
            one.layout, one.members, noisy, clean, times, one.letters, weights, &found);
        QVERIFY(std::abs(found - loss.item<double>()) < 1e-4 * found);
        // Against the largest of each member: entries are sums of many terms.
        for (std::int64_t m = 0; m < models; ++m) {
            const double apart = largest(gradient[m] - expected[m]) / largest(expected[m]);
            QVERIFY2(apart < 1e-4, qPrintable(QString("%1: %2").arg(m).arg(apart)));
        }
    }
}

void TestPackedDenoiser::threadsChangeNoBit()
{
    const Case one = caseOf(AdapterKind::SharedA, 48, 2, 10, 30);
    const at::Tensor noise = torch::randn({30, 784});
    const at::Tensor noisy = torch::randn({10, 30, 784});
    const at::Tensor clean = torch::randn({10, 30, 784});
    const at::Tensor times = torch::randint(0, diffusionSteps, {30}, torch::kInt64);
    const at::Tensor weights = torch::ones({30});
    const PackedDenoiser packed(one.denoiser);
    const int before = computeThreads();
    at::Tensor drawn, gradient;
    for (const int threads : {1, 2, 5}) {
        setComputeThreads(threads);
        const at::Tensor d = packed.draw(one.layout, one.members, noise, one.letters, 3);
        const at::Tensor g = packed.gradient(one.layout, one.members, noisy, clean, times,
                                             one.letters, weights);
        if (threads > 1) {
            QVERIFY(torch::equal(d, drawn));
            QVERIFY(torch::equal(g, gradient));
        }
        drawn = d;
        gradient = g;
    }
    setComputeThreads(before);
}

void TestPackedDenoiser::halvesAreWhatTheyWere()
{
    // Weights of half precision are read as such and multiplied as what they are.
    Case one = caseOf(AdapterKind::SharedA, 48, 2, 2, 9);
    for (at::Tensor& weights : one.denoiser.weights)
        weights = weights.to(torch::kFloat16).to(torch::kFloat32);
    const at::Tensor noise = torch::randn({9, 784});
    const Adaptation adaptation = one.layout.unflatten(one.members);
    const at::Tensor drawn =
        PackedDenoiser(one.denoiser).draw(one.layout, one.members, noise, one.letters, 3);
    QVERIFY(largest(drawn - ddim(one.denoiser, noise, one.letters, 3, &adaptation)) < 2e-4);
    const at::Tensor clean = torch::randn({2, 9, 784});
    const at::Tensor times = torch::randint(0, diffusionSteps, {9}, torch::kInt64);
    const auto gradient = [&](const RowKernels& kernels) {
        return PackedDenoiser(one.denoiser, kernels)
            .gradient(one.layout, one.members, drawn, clean, times, one.letters, torch::ones({9}));
    };
    const at::Tensor plain = gradient(plainRowKernels());
    QVERIFY(largest(gradient(rowKernels()) - plain) < 1e-4 * largest(plain));
}

void TestPackedDenoiser::theBaseIsPackedOnce()
{
    const Denoiser denoiser = randomDenoiser({784, 16, 1, 8, 52});
    const PackedOnce once;
    const PackedOnce copy = once;
    QCOMPARE(&once.of(denoiser), &copy.of(denoiser));
    QCOMPARE(once.of(denoiser).denoiser().shape, denoiser.shape);
}

QTEST_GUILESS_MAIN(TestPackedDenoiser)
#include "tst_packed_denoiser.moc"
