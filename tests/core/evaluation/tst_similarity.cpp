// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/evaluation/batch.h"
#include "core/evaluation/similarity.h"
#include "core/manifold/generator.h"
#include "core/networks/features.h"

#include <QTest>

#include <torch/types.h>
#include <torch/utils.h>

#include <cmath>
#include <random>

using namespace morphospace;

namespace {

using Matrix = std::vector<std::vector<double>>;

std::vector<float> randomFeatures(std::int64_t n, std::int64_t columns, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::normal_distribution<float> normal;
    std::vector<float> values(std::size_t(n * columns));
    for (float& value : values)
        value = normal(random);
    return values;
}

Matrix gram(const std::vector<float>& x, std::int64_t columns, std::int64_t n)
{
    Matrix k(std::size_t(n), std::vector<double>(std::size_t(n), 0));
    for (std::size_t i = 0; i < k.size(); ++i) {
        for (std::size_t j = 0; j < k.size(); ++j) {
            for (std::size_t c = 0; c < std::size_t(columns); ++c)
                k[i][j] += double(x[i * std::size_t(columns) + c])
                    * double(x[j * std::size_t(columns) + c]);
        }
    }
    return k;
}

/// HSIC_1 as Song et al. 2012 write it (eq. 5), sum by sum.
double hsicUnbiased(const Matrix& k, const Matrix& l)
{
    const std::size_t n = k.size();
    double trace = 0;
    double allK = 0;
    double allL = 0;
    double cross = 0;
    for (std::size_t i = 0; i < n; ++i) {
        double rowK = 0;
        double rowL = 0;
        for (std::size_t j = 0; j < n; ++j) {
            if (i == j)
                continue;
            trace += k[i][j] * l[j][i];
            rowK += k[i][j];
            rowL += l[i][j];
        }
        allK += rowK;
        allL += rowL;
        cross += rowK * rowL;
    }
    const double m = double(n);
    return (trace + allK * allL / ((m - 1) * (m - 2)) - 2 * cross / (m - 2)) / (m * (m - 3));
}

/// ||Y' X||^2 of centred features: tr(K H L H) as Kornblith et al. 2019 write it (eq. 2).
double hsicBiased(const std::vector<float>& x, std::int64_t p, const std::vector<float>& y,
                  std::int64_t q, std::int64_t n)
{
    const auto centred = [n](const std::vector<float>& values, std::int64_t columns) {
        std::vector<double> result(values.begin(), values.end());
        for (std::int64_t c = 0; c < columns; ++c) {
            double mean = 0;
            for (std::int64_t i = 0; i < n; ++i)
                mean += result[std::size_t(i * columns + c)] / double(n);
            for (std::int64_t i = 0; i < n; ++i)
                result[std::size_t(i * columns + c)] -= mean;
        }
        return result;
    };
    const std::vector<double> a = centred(x, p);
    const std::vector<double> b = centred(y, q);
    double sum = 0;
    for (std::int64_t c = 0; c < p; ++c) {
        for (std::int64_t d = 0; d < q; ++d) {
            double product = 0;
            for (std::int64_t i = 0; i < n; ++i)
                product += a[std::size_t(i * p + c)] * b[std::size_t(i * q + d)];
            sum += product * product;
        }
    }
    return sum;
}

double directCka(const std::vector<float>& x, std::int64_t p, const std::vector<float>& y,
                 std::int64_t q, std::int64_t n, HsicEstimator estimator)
{
    if (estimator == HsicEstimator::Biased)
        return hsicBiased(x, p, y, q, n)
            / std::sqrt(hsicBiased(x, p, x, p, n) * hsicBiased(y, q, y, q, n));
    const Matrix k = gram(x, p, n);
    const Matrix l = gram(y, q, n);
    return hsicUnbiased(k, l) / std::sqrt(hsicUnbiased(k, k) * hsicUnbiased(l, l));
}

/// Features that share a part with `x`.
std::vector<float> related(const std::vector<float>& x, std::int64_t p, std::int64_t q,
                           std::int64_t n)
{
    std::vector<float> y = randomFeatures(n, q, 99);
    for (std::int64_t i = 0; i < n; ++i)
        for (std::int64_t c = 0; c < std::min(p, q); ++c)
            y[std::size_t(i * q + c)] += 1.5F * x[std::size_t(i * p + c)];
    return y;
}

std::shared_ptr<ImageSet> noise(std::size_t count, bool clusters)
{
    auto images = std::make_shared<ImageSet>();
    images->name = "noise";
    images->height = 28;
    images->width = 28;
    images->classNames = {"0", "1", "2", "3"};
    std::mt19937_64 random(1);
    images->pixels.resize(count * 28 * 28);
    for (std::uint8_t& pixel : images->pixels)
        pixel = static_cast<std::uint8_t>(random());
    for (std::size_t i = 0; i < count; ++i) {
        images->labels.push_back(static_cast<std::uint8_t>(i % 4));
        if (clusters)
            images->clusters.push_back(static_cast<std::uint16_t>(i % 7));
    }
    images->hash = imageSetHash(*images);
    return images;
}

std::shared_ptr<const Manifold> manifold(const Family& family)
{
    GeneratorSettings settings;
    settings.hidden = 8;
    auto result = std::make_shared<Manifold>(
        family, InputScaling{{0.5F}, {0.3F}},
        makeGenerator(family, settings, initialSlots(units(family, family.full), 3), 4));
    result->trained = {{std::vector<int>(family.full.widths.size(), 1),
                        std::vector<int>(family.full.depths.size(), 1)},
                       family.full};
    return result;
}

Family smallResNet()
{
    return resNet({4, 6, 8}, {2, 2, 3}, 1, 28, 4, 2);
}

} // namespace

class TestSimilarity : public QObject {
    Q_OBJECT

private:
    static void bothEstimators()
    {
        QTest::addColumn<int>("estimator");
        QTest::addRow("unbiased") << int(HsicEstimator::Unbiased);
        QTest::addRow("biased") << int(HsicEstimator::Biased);
    }

private Q_SLOTS:
    void matchesTheFormula_data() { bothEstimators(); }

    void matchesTheFormula()
    {
        QFETCH(int, estimator);
        const auto how = HsicEstimator(estimator);
        const std::int64_t n = 23;
        const std::vector<float> x = randomFeatures(n, 9, 1);
        const std::vector<float> y = related(x, 9, 14, n);
        const double expected = directCka(x, 9, y, 14, n, how);
        QVERIFY2(expected > 0.2 && expected < 0.95, qPrintable(QString::number(expected)));
        // Gram matrices are float32.
        QVERIFY(std::abs(linearCka(x, 9, y, 14, n, how) - expected) < 1e-5);
    }

    void isOneOfEqualsAndSymmetric_data() { bothEstimators(); }

    void isOneOfEqualsAndSymmetric()
    {
        QFETCH(int, estimator);
        const auto how = HsicEstimator(estimator);
        const std::vector<float> x = randomFeatures(40, 7, 1);
        const std::vector<float> y = related(x, 7, 5, 40);
        QVERIFY(std::abs(linearCka(x, 7, x, 7, 40, how) - 1) < 1e-12);
        QVERIFY(std::abs(linearCka(x, 7, y, 5, 40, how) - linearCka(y, 5, x, 7, 40, how)) < 1e-12);
    }

    void doesNotSeeRotationScaleAndShift_data() { bothEstimators(); }

    void doesNotSeeRotationScaleAndShift()
    {
        QFETCH(int, estimator);
        const auto how = HsicEstimator(estimator);
        const std::int64_t n = 50;
        const std::int64_t p = 6;
        const std::vector<float> x = randomFeatures(n, p, 1);
        const std::vector<float> y = related(x, p, 8, n);
        // A Householder reflection: orthogonal, and mixes all columns.
        const std::vector<float> v = randomFeatures(1, p, 5);
        double length = 0;
        for (const float value : v)
            length += double(value) * value;
        std::vector<float> turned(x.size());
        for (std::int64_t i = 0; i < n; ++i) {
            double along = 0;
            for (std::int64_t c = 0; c < p; ++c)
                along += double(x[std::size_t(i * p + c)]) * v[std::size_t(c)];
            for (std::int64_t c = 0; c < p; ++c)
                turned[std::size_t(i * p + c)] =
                    float(3.5 * (x[std::size_t(i * p + c)] - 2 * along / length * v[std::size_t(c)])
                          + 10.0);
        }
        QVERIFY(std::abs(linearCka(x, p, turned, p, n, how) - 1) < 1e-5);
        QVERIFY(std::abs(linearCka(turned, p, y, 8, n, how) - linearCka(x, p, y, 8, n, how)) < 1e-5);
        // A stretch of one column is no rotation: it is seen.
        std::vector<float> stretched = x;
        for (std::int64_t i = 0; i < n; ++i)
            stretched[std::size_t(i * p)] *= 5;
        QVERIFY(linearCka(x, p, stretched, p, n, how) < 0.8);
    }

    /// With more columns than images the biased one calls noise alike; the unbiased one does not.
    void unbiasedOfIndependentFeaturesIsNearZero()
    {
        const std::vector<float> x = randomFeatures(60, 300, 1);
        const std::vector<float> y = randomFeatures(60, 300, 2);
        QVERIFY(std::abs(linearCka(x, 300, y, 300, 60)) < 0.1);
        QVERIFY(linearCka(x, 300, y, 300, 60, HsicEstimator::Biased) > 0.6);
    }

    void badFeaturesAreRefused()
    {
        const std::vector<float> x = randomFeatures(5, 3, 1);
        QVERIFY_THROWS_EXCEPTION(Error, (void)linearCka(x, 4, x, 3, 5));
        QVERIFY_THROWS_EXCEPTION(Error, (void)linearCka(x, 5, x, 5, 3));
        const std::vector<float> same(15, 2.0F);
        QVERIFY(std::isnan(linearCka(same, 3, x, 3, 5)));
    }

    void featuresAreThoseOfTheForwardPass_data()
    {
        QTest::addColumn<bool>("residual");
        QTest::addRow("LeNet") << false;
        QTest::addRow("ResNet") << true;
    }

    void featuresAreThoseOfTheForwardPass()
    {
        QFETCH(bool, residual);
        const c10::InferenceMode inference;
        const Family family = residual ? smallResNet() : leNet(6, 4);
        const std::vector<Unit> list = units(family, family.full);
        const SlotTensors slots = folded(list, initialSlots(list, 3));
        const at::Tensor images = torch::rand({5, 1, 28, 28});
        const std::vector<at::Tensor> features = forwardFeatures(family, list, slots, images);
        const std::vector<FeatureLayer> layers = featureLayers(family, family.full);
        QCOMPARE(features.size(), layers.size());
        QVERIFY(torch::equal(features.back(), forward(family, list, slots, images)));
        for (std::size_t l = 0; l + 1 < layers.size(); ++l) {
            // Channels are those of the layer's stage, values come from an activation.
            QVERIFY(features[l].min().item<float>() >= 0);
            if (residual)
                QCOMPARE(features[l].size(1),
                         std::int64_t(family.full.widths[std::size_t(layers[l].stage)]));
        }
        if (!residual)
            return;
        // 1 stem, 2 for each of 7 blocks, the scores.
        QCOMPARE(layers.size(), std::size_t(16));
        QCOMPARE(layers[3].name, std::string("layer1.1.conv1"));
        QCOMPARE(layers[4].name, std::string("layer1.1"));
        // A block's end from its own parts: what the shortcut carries is added before the activation.
        const at::Tensor inner = torch::relu(torch::conv2d(
            features[2], slots[slot(3, WeightSlot)], slots[slot(3, BiasSlot)], 1, 1));
        QVERIFY(torch::allclose(inner, features[3]));
        const at::Tensor end = torch::relu(
            torch::conv2d(inner, slots[slot(4, WeightSlot)], slots[slot(4, BiasSlot)], 1, 1)
            + features[2]);
        QVERIFY(torch::allclose(end, features[4]));
    }

    void sizesAreComparedLayerByLayer()
    {
        const auto about = manifold(smallResNet());
        const auto images = noise(70, true);
        const std::vector<Configuration> sizes{
            {{4, 6, 8}, {2, 1, 3}}, {{3, 4, 5}, {1, 2, 3}}, {{4, 6, 8}, {2, 1, 3}}};
        SimilarityOptions options;
        options.images = 64;
        options.batch = 16;
        double last = 0;
        const Similarity result =
            compareSizes(*about, sizes, *images, options, {}, {}, [&](double fraction) {
                QVERIFY(fraction > last && fraction <= 1);
                last = fraction;
            });
        QCOMPARE(last, 1.0);
        QCOMPARE(result.images, 64);
        QCOMPARE(result.datasetHash, images->hash);
        for (std::size_t l = 0; l < result.layers.size(); ++l) {
            const bool first = !result.layers[l].starts_with("layer2.1");
            const bool second = !result.layers[l].starts_with("layer1.1");
            QCOMPARE(result.has(l, 0), first);
            QCOMPARE(result.has(l, 1), second);
            const double cka = result.cka[l][result.at(0, 1)];
            QCOMPARE(std::isnan(cka), !(first && second));
            if (first) // the same network twice
                QVERIFY(std::abs(result.cka[l][result.at(0, 2)] - 1) < 1e-9);
        }
        QCOMPARE(result.divergence[result.at(0, 2)], 0.0);
        QCOMPARE(result.agreement[result.at(0, 2)], 1.0);
        QVERIFY(result.divergence[result.at(0, 1)] > 0);
        const Interval interval = result.divergenceInterval[result.at(0, 1)];
        QVERIFY(interval.low <= result.divergence[result.at(0, 1)]);
        QVERIFY(interval.high >= result.divergence[result.at(0, 1)]);

        // The same by hand: logits through the runner, features and HSIC sum by sum.
        const auto order = measuringOrder(images->size());
        const std::span<const std::size_t> which = std::span(order).first(64);
        const Network a = sampleNetwork(*about, sizes[0]);
        const Network b = sampleNetwork(*about, sizes[1]);
        const auto p = NetworkRunner(a, about->scaling()).logits(*images, which);
        const auto q = NetworkRunner(b, about->scaling()).logits(*images, which);
        double kl = 0;
        for (std::size_t i = 0; i < 64; ++i) {
            double sumP = 0;
            double sumQ = 0;
            for (std::size_t c = 0; c < 4; ++c) {
                sumP += std::exp(double(p[4 * i + c]));
                sumQ += std::exp(double(q[4 * i + c]));
            }
            for (std::size_t c = 0; c < 4; ++c) {
                const double logP = double(p[4 * i + c]) - std::log(sumP);
                const double logQ = double(q[4 * i + c]) - std::log(sumQ);
                kl += std::exp(logP) * (logP - logQ) / 64;
            }
        }
        QVERIFY(std::abs(result.divergence[result.at(0, 1)] - kl) < 1e-5 * std::max(1.0, kl));
        // The last layer, the scores, over four batches of sixteen.
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (std::size_t batch = 0; batch < 4; ++batch) {
            const auto part = [&](const std::vector<float>& all) {
                const auto from = all.begin() + std::ptrdiff_t(batch * 16 * 4);
                return gram({from, from + 16 * 4}, 4, 16);
            };
            const Matrix k = part(p);
            const Matrix l = part(q);
            xy += hsicUnbiased(k, l);
            xx += hsicUnbiased(k, k);
            yy += hsicUnbiased(l, l);
        }
        const double expected = xy / std::sqrt(xx * yy);
        QVERIFY(std::abs(result.cka.back()[result.at(0, 1)] - expected) < 1e-4);
    }

    void bothWaysOfTheDivergenceDiffer()
    {
        const auto about = manifold(leNet(6, 4));
        const auto images = noise(40, false);
        const Similarity result =
            compareSizes(*about, {{{6}, {}}, {{2}, {}}}, *images, {0}, {});
        QVERIFY(result.divergence[1] > 0);
        QVERIFY(result.divergence[2] > 0);
        QVERIFY(result.divergence[1] != result.divergence[2]);
        QCOMPARE(result.layers,
                 (std::vector<std::string>{"conv1", "conv2", "conv3", "fc"}));
    }

    void badRequestsAreRefused()
    {
        const auto about = manifold(leNet(6, 4));
        const auto images = noise(40, false);
        SimilarityOptions options;
        QVERIFY_THROWS_EXCEPTION(Error, (void)compareSizes(*about, {}, *images, options, {}));
        options.images = 3;
        QVERIFY_THROWS_EXCEPTION(Error,
                                 (void)compareSizes(*about, {{{6}, {}}}, *images, options, {}));
        options = {};
        options.batch = 2;
        QVERIFY_THROWS_EXCEPTION(Error,
                                 (void)compareSizes(*about, {{{6}, {}}}, *images, options, {}));
        options = {0, HsicEstimator::Biased, 124};
        const std::vector<Configuration> many(200, {{6}, {}});
        const auto more = noise(2000, false);
        QVERIFY_THROWS_EXCEPTION(Error, (void)compareSizes(*about, many, *more, options, {}));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled, (void)compareSizes(*about, {{{6}, {}}}, *images, {0}, {},
                                                               stop.get_token()));
    }
};

QTEST_GUILESS_MAIN(TestSimilarity)
#include "tst_similarity.moc"
