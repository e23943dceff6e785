// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/manifold/axis_network.h"
#include "core/manifold/generator.h"
#include "core/manifold/named_tensor.h"
#include "core/manifold/resampling.h"
#include "core/manifold/sample_limits.h"

#include <QTest>

#include <torch/types.h>
#include <torch/utils.h>

#include <cmath>

using namespace morphospace;

namespace {

Family smallResNet()
{
    return resNet({4, 6, 8}, {2, 1, 2}, 1, 28, 7, 2);
}

std::unique_ptr<Generator> generatorOf(const char* kind, const Family& family)
{
    GeneratorSettings settings;
    settings.kind = kind;
    settings.hidden = 12;
    settings.rank = 3;
    settings.layers = 3;
    settings.frequencies = 3;
    return makeGenerator(family, settings, initialSlots(units(family, family.full), 11), 12);
}

std::shared_ptr<const Manifold> manifoldOf(const char* kind, const Family& family)
{
    return std::make_shared<Manifold>(family, InputScaling{{0.5F}, {0.3F}},
                                      generatorOf(kind, family));
}

/// Asks for the end of the work at the start of its `when`-th sample, and counts how many began.
class StoppingGenerator : public Generator {
public:
    StoppingGenerator(std::unique_ptr<Generator> inner, std::stop_source source, int when)
        : m_inner(std::move(inner)), m_source(std::move(source)), m_when(when)
    {
    }

    const GeneratorSettings& settings() const override { return m_inner->settings(); }
    bool changesDepth() const override { return m_inner->changesDepth(); }
    bool generatesNormalisation() const override { return m_inner->generatesNormalisation(); }
    SlotTensors generate(const Configuration& configuration, const Jitter& jitter,
                         const std::stop_token& stop) const override
    {
        if (++samples == m_when)
            m_source.request_stop();
        return m_inner->generate(configuration, jitter, stop);
    }
    const std::vector<NamedTensor>& parameters() const override { return m_inner->parameters(); }
    const std::vector<NamedTensor>& constants() const override { return m_inner->constants(); }

    mutable int samples = 0;

private:
    std::unique_ptr<Generator> m_inner;
    mutable std::stop_source m_source;
    int m_when;
};

} // namespace

class TestGenerators : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kinds_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"grid", "separable", "mlp"})
            QTest::addRow("%s", kind) << kind;
    }

    void everySizeHasTheRightShapes_data() { kinds_data(); }
    void everySizeHasTheRightShapes()
    {
        QFETCH(QString, kind);
        const Family family = smallResNet();
        const auto generator = generatorOf(qPrintable(kind), family);
        for (const Configuration& size :
             {family.full, Configuration{{1, 1, 1}, {1, 1, 1}}, Configuration{{8, 3, 13}, {2, 1, 1}}}) {
            if (!generator->changesDepth() && size.depths != family.full.depths)
                continue;
            const std::vector<Unit> list = units(family, size);
            const SlotTensors slots = generator->generate(size);
            QCOMPARE(slots.size(), list.size() * slotCount);
            for (std::size_t i = 0; i < list.size(); ++i) {
                QCOMPARE(slots[slot(i, WeightSlot)].numel(), list[i].weightCount());
                QCOMPARE(slots[slot(i, BiasSlot)].numel(), std::int64_t(list[i].out.size));
                QCOMPARE(slots[slot(i, GainSlot)].defined(),
                         list[i].normalised() && generator->generatesNormalisation());
            }
            const at::Tensor scores = forward(family, list, slots, torch::randn({2, 1, 28, 28}));
            QVERIFY(scores.isfinite().all().item<bool>());
        }
    }

    /// The resampled grid is its base at full size, before any training.
    void gridIsTheBaseAtFullSize()
    {
        const Family family = smallResNet();
        const SlotTensors base = initialSlots(units(family, family.full), 11);
        const SlotTensors slots = generatorOf("grid", family)->generate(family.full);
        for (std::size_t i = 0; i < base.size(); ++i) {
            QCOMPARE(slots[i].defined(), base[i].defined());
            if (base[i].defined())
                QVERIFY(torch::allclose(slots[i], base[i], 1e-5, 1e-6));
        }
    }

    void everyParameterIsReachedWithinTwoSteps_data() { kinds_data(); }
    void everyParameterIsReachedWithinTwoSteps()
    {
        QFETCH(QString, kind);
        const Family family = smallResNet();
        const auto generator = generatorOf(qPrintable(kind), family);
        Configuration size{{3, 4, 5}, family.full.depths};
        std::vector<bool> reached(generator->parameters().size(), false);
        torch::manual_seed(2);
        for (int step = 0; step < 3; ++step) {
            at::Tensor loss = torch::zeros({});
            for (const at::Tensor& tensor : generator->generate(size)) {
                if (tensor.defined())
                    loss = loss + (tensor - torch::randn_like(tensor)).square().sum();
            }
            loss.backward();
            const torch::NoGradGuard noGrad;
            for (std::size_t i = 0; i < reached.size(); ++i) {
                const at::Tensor& parameter = generator->parameters()[i].tensor;
                QVERIFY2(parameter.grad().defined(), generator->parameters()[i].name.c_str());
                reached[i] = reached[i] || parameter.grad().abs().max().item<float>() > 0;
                parameter.sub_(parameter.grad(), 1e-3);
                parameter.mutable_grad().zero_();
            }
        }
        for (std::size_t i = 0; i < reached.size(); ++i)
            QVERIFY2(reached[i], generator->parameters()[i].name.c_str());
    }

    void resamplingByArea_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QList<float>>("expected");
        QTest::addRow("4 to 2") << 4 << 2 << QList<float>{.5, .5, 0, 0, 0, 0, .5, .5};
        QTest::addRow("3 to 2") << 3 << 2
                                << QList<float>{2 / 3.F, 1 / 3.F, 0, 0, 1 / 3.F, 2 / 3.F};
        QTest::addRow("2 to 2") << 2 << 2 << QList<float>{1, 0, 0, 1};
        // Wider: linear between the middles, held at the ends.
        QTest::addRow("2 to 4") << 2 << 4 << QList<float>{1, 0, .75, .25, .25, .75, 0, 1};
        QTest::addRow("3 to 1") << 3 << 1 << QList<float>{1 / 3.F, 1 / 3.F, 1 / 3.F};
    }

    void resamplingByArea()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QList<float>, expected);
        const at::Tensor matrix = resamplingMatrix(from, to, torch::zeros({to}));
        for (int i = 0; i < expected.size(); ++i)
            QVERIFY(std::abs(matrix.view(-1)[i].item<float>() - expected[i]) < 1e-6F);
    }

    void resamplingRowsSumToOneWithAnyNoise()
    {
        torch::manual_seed(1);
        for (const auto& [from, to] : {std::pair{16, 5}, {16, 16}, {7, 20}, {64, 63}, {3, 1}}) {
            const at::Tensor rows = resamplingMatrix(from, to, torch::rand({to}) - 0.5).sum(1);
            QVERIFY(torch::allclose(rows, torch::ones({to}), 1e-5, 1e-6));
        }
    }

    void positionsMeanTheSamePlaceAtEverySize()
    {
        // Channel c of n covers [c/n, (c+1)/n): its middle in [-1, 1].
        QVERIFY(torch::allclose(axisPositions(2, {}, 0), torch::tensor({-0.5F, 0.5F})));
        QVERIFY(torch::allclose(axisPositions(4, {}, 0),
                                torch::tensor({-0.75F, -0.25F, 0.25F, 0.75F})));
    }

    void aCancelEndsAnAverageInTheMiddleOfASample_data() { kinds_data(); }
    void aCancelEndsAnAverageInTheMiddleOfASample()
    {
        QFETCH(QString, kind);
        const Family family = leNet(8, 10);
        const std::stop_source source;
        auto generator = std::make_unique<StoppingGenerator>(
            generatorOf(qPrintable(kind), family), source, 3);
        const StoppingGenerator& counting = *generator;
        const Manifold manifold(family, InputScaling{{0.5F}, {0.3F}}, std::move(generator));
        const SampleOptions most{.averaging = mostSamplesAveraged, .jitter = 1.0, .seed = 9};
        QVERIFY_EXCEPTION_THROWN(
            (void)sampleNetwork(manifold, {{5}, {}}, most, source.get_token()), Cancelled);
        QCOMPARE(counting.samples, 3);
    }

    void samplesRepeatAndAveragesDiffer_data() { kinds_data(); }
    void samplesRepeatAndAveragesDiffer()
    {
        QFETCH(QString, kind);
        const Family family = leNet(8, 10);
        const auto manifold = manifoldOf(qPrintable(kind), family);
        const Configuration size{{5}, {}};
        const std::string clean = sampleNetwork(*manifold, size).hash();
        QCOMPARE(sampleNetwork(*manifold, size).hash(), clean);
        const SampleOptions four{.averaging = 4, .jitter = 1.0, .seed = 9};
        const std::string averaged = sampleNetwork(*manifold, size, four).hash();
        QCOMPARE(sampleNetwork(*manifold, size, four).hash(), averaged);
        QVERIFY(averaged != clean);
        const SampleOptions otherSeed{.averaging = 4, .jitter = 1.0, .seed = 10};
        QVERIFY(sampleNetwork(*manifold, size, otherSeed).hash() != averaged);
        const SampleOptions noJitter{.averaging = 4, .jitter = 0.0, .seed = 9};
        const Network same = sampleNetwork(*manifold, size, noJitter);
        const Network reference = sampleNetwork(*manifold, size);
        for (std::size_t i = 0; i < same.tensors.size(); ++i) {
            for (std::size_t j = 0; j < same.tensors[i].values.size(); ++j)
                QVERIFY(std::abs(same.tensors[i].values[j] - reference.tensors[i].values[j])
                        < 1e-5F);
        }
        for (const double jitter : {std::nan(""), HUGE_VAL, -0.5, maximumJitter * 1.01})
            QVERIFY_EXCEPTION_THROWN(
                (void)sampleNetwork(*manifold, size, {.averaging = 2, .jitter = jitter}), Error);
        QVERIFY(!sampleNetwork(*manifold, size, {.averaging = 2, .jitter = maximumJitter})
                     .tensors.empty());
    }

    /// An index made from NaN would lie anywhere: refused even where no caller has looked.
    void resamplingRefusesNoiseThatIsNotFinite()
    {
        for (const int to : {3, 8, 12}) {
            at::Tensor noise = torch::zeros({to});
            noise[1] = std::nanf("");
            QVERIFY_EXCEPTION_THROWN((void)resamplingMatrix(8, to, noise), Error);
        }
    }

    void widthOnlyIsDeclaredAndHeld()
    {
        const Family family = smallResNet();
        const auto manifold = manifoldOf("mlp", family);
        QVERIFY(!manifold->changesDepth());
        QVERIFY(manifoldOf("grid", family)->changesDepth());
        try {
            (void)sampleNetwork(*manifold, {{4, 6, 8}, {1, 1, 1}});
            QFAIL("accepted");
        } catch (const Error& error) {
            QVERIFY2(QString(error.what()).contains("width only"), error.what());
        }
    }
};

QTEST_APPLESS_MAIN(TestGenerators)
#include "tst_generators.moc"
