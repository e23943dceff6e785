// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/similarity.h"

#include "core/base/cancel.h"
#include "core/base/error.h"
#include "core/base/version.h"
#include "core/evaluation/batch.h"
#include "core/networks/features.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>

namespace morphospace {

namespace {

using at::Tensor;

/// The centred Gram matrix of features (n x anything), flat: inner products of two of these are
/// their HSIC but for a factor that CKA does not see. Unbiased: U-centred (Szekely and Rizzo 2014),
/// whose inner product is n (n - 3) HSIC_1.
Tensor centredGram(const Tensor& features, HsicEstimator estimator)
{
    const Tensor flat = features.flatten(1);
    const std::int64_t n = flat.size(0);
    // Neither centring sees a shift of the features, but the sums below round less without it.
    const Tensor centred = flat - flat.mean(0, true);
    const Tensor gram = centred.matmul(centred.t()).to(torch::kFloat64);
    if (estimator == HsicEstimator::Biased)
        return (gram - gram.mean(0, true) - gram.mean(1, true) + gram.mean()).flatten();
    Tensor off = gram.clone();
    off.fill_diagonal_(0);
    const Tensor rows = off.sum(1, true);
    const double sides = double(n - 2);
    Tensor u = off - rows / sides - rows.t() / sides + off.sum() / (double(n - 1) * sides);
    u.fill_diagonal_(0);
    return u.flatten();
}

double ratio(double xy, double xx, double yy)
{
    const double scale = std::sqrt(xx * yy);
    return xx > 0 && yy > 0 ? xy / scale : std::numeric_limits<double>::quiet_NaN();
}

/// 95 % percentile interval of a mean, drawing whole clusters (or images) with replacement.
Interval meanInterval(const std::vector<double>& sums, const std::vector<double>& counts)
{
    constexpr int resamples = 1000;
    std::mt19937_64 random(1);
    std::vector<double> means;
    means.reserve(resamples);
    for (int r = 0; r < resamples; ++r) {
        double sum = 0;
        double count = 0;
        for (std::size_t draw = 0; draw < sums.size(); ++draw) {
            const std::size_t c = random() % sums.size();
            sum += sums[c];
            count += counts[c];
        }
        means.push_back(sum / count);
    }
    std::ranges::sort(means);
    const auto quantile = [&](double q) {
        return means[std::size_t(std::lround(q * (resamples - 1)))];
    };
    return {quantile(0.025), quantile(0.975)};
}

/// Every layer that any configuration has. A deeper one has all layers of a shallower one, but
/// which is deeper may differ from stage to stage: each stage's list is its deepest one's.
std::vector<std::string> allLayers(const std::vector<Network>& networks)
{
    const Family& family = networks.front().family;
    Configuration deepest = networks.front().configuration;
    for (const Network& network : networks) {
        for (std::size_t stage = 0; stage < deepest.depths.size(); ++stage)
            deepest.depths[stage] =
                std::max(deepest.depths[stage], network.configuration.depths[stage]);
    }
    std::vector<std::string> names;
    for (const FeatureLayer& layer : featureLayers(family, deepest))
        names.push_back(layer.name);
    return names;
}

/// A network ready to run, with the place of each of its layers in the common list.
struct Compared {
    std::vector<Unit> units;
    SlotTensors slots;
    std::vector<std::size_t> layers;
};

class Comparison {
public:
    Comparison(const std::vector<Network>& networks, const ImageSet& images,
               const SimilarityOptions& options)
        : m_family(networks.front().family), m_images(images)
    {
        const std::size_t count = networks.size();
        m_result.options = options;
        m_result.layers = allLayers(networks);
        for (const Network& network : networks) {
            if (network.family.kind != m_family.kind)
                throw Error("networks of two families have no layers in common; expected one family");
            Compared compared{units(network.family, network.configuration), toSlots(network), {}};
            for (const FeatureLayer& layer : featureLayers(network.family, network.configuration))
                compared.layers.push_back(
                    std::size_t(std::ranges::find(m_result.layers, layer.name)
                                - m_result.layers.begin()));
            m_networks.push_back(std::move(compared));
            m_result.sizes.push_back(network.configuration);
        }
        m_hsic.assign(m_result.layers.size(), torch::zeros({std::int64_t(count), std::int64_t(count)},
                                                           torch::kFloat64));
        for (Tensor& sums : m_hsic)
            sums = sums.clone();
        m_kl.assign(count * count, {});
        m_same.assign(count * count, 0);
    }

    void add(const Tensor& batch, const std::stop_token& stop, const std::function<void()>& done)
    {
        const std::size_t count = m_networks.size();
        const std::int64_t n = batch.size(0);
        std::vector<Tensor> grams(m_result.layers.size());
        std::vector<Tensor> logs;
        for (std::size_t i = 0; i < count; ++i) {
            throwIfStopped(stop);
            const Compared& network = m_networks[i];
            const std::vector<Tensor> features =
                forwardFeatures(m_family, network.units, network.slots, batch);
            for (std::size_t l = 0; l < features.size(); ++l) {
                throwIfStopped(stop);
                Tensor& of = grams[network.layers[l]];
                // A row of zeros for those without the layer.
                if (!of.defined())
                    of = torch::zeros({std::int64_t(count), n * n}, torch::kFloat64);
                of[std::int64_t(i)] = centredGram(features[l], m_result.options.estimator);
            }
            logs.push_back(features.back().to(torch::kFloat64).log_softmax(1));
            done();
        }
        for (std::size_t l = 0; l < grams.size(); ++l)
            m_hsic[l] += grams[l].matmul(grams[l].t());
        for (std::size_t i = 0; i < count; ++i) {
            throwIfStopped(stop);
            const Tensor probabilities = logs[i].exp();
            const Tensor label = logs[i].argmax(1);
            for (std::size_t j = 0; j < count; ++j) {
                const Tensor kl = (probabilities * (logs[i] - logs[j])).sum(1).contiguous();
                const double* const first = kl.data_ptr<double>();
                std::vector<double>& of = m_kl[i * count + j];
                of.insert(of.end(), first, first + n);
                m_same[i * count + j] += label.eq(logs[j].argmax(1)).sum().item<std::int64_t>();
            }
        }
    }

    Similarity result(std::span<const std::size_t> which)
    {
        const std::size_t count = m_networks.size();
        for (const Tensor& sums : m_hsic) {
            const auto hsic = sums.accessor<double, 2>();
            std::vector<double> cka(count * count);
            for (std::size_t i = 0; i < count; ++i) {
                for (std::size_t j = 0; j < count; ++j) {
                    const auto a = std::int64_t(i);
                    const auto b = std::int64_t(j);
                    cka[i * count + j] = ratio(hsic[a][b], hsic[a][a], hsic[b][b]);
                }
            }
            m_result.cka.push_back(std::move(cka));
        }
        const double images = double(which.size());
        for (std::size_t pair = 0; pair < m_kl.size(); ++pair) {
            std::map<std::size_t, std::pair<double, double>> clusters;
            double sum = 0;
            for (std::size_t k = 0; k < which.size(); ++k) {
                auto& [of, number] =
                    clusters[m_images.clusters.empty() ? k : m_images.clusters[which[k]]];
                of += m_kl[pair][k];
                number += 1;
                sum += m_kl[pair][k];
            }
            std::vector<double> sums;
            std::vector<double> counts;
            for (const auto& [cluster, values] : clusters) {
                sums.push_back(values.first);
                counts.push_back(values.second);
            }
            m_result.divergence.push_back(sum / images);
            m_result.divergenceInterval.push_back(meanInterval(sums, counts));
            m_result.agreement.push_back(double(m_same[pair]) / images);
        }
        m_result.images = std::int64_t(which.size());
        m_result.dataset = m_images.name;
        m_result.datasetHash = m_images.hash;
        m_result.programVersion = programVersion();
        return std::move(m_result);
    }

private:
    const Family& m_family;
    const ImageSet& m_images;
    std::vector<Compared> m_networks;
    std::vector<Tensor> m_hsic;              ///< a layer: sizes x sizes
    std::vector<std::vector<double>> m_kl;   ///< a pair: one an image
    std::vector<std::int64_t> m_same;
    Similarity m_result;
};

} // namespace

double linearCka(std::span<const float> x, std::int64_t columnsX, std::span<const float> y,
                 std::int64_t columnsY, std::int64_t n, HsicEstimator estimator)
{
    if (n < 4 || std::int64_t(x.size()) != n * columnsX || std::int64_t(y.size()) != n * columnsY)
        throw Error("features of " + std::to_string(n)
                    + " images do not fit; expected n x columns of at least 4 images");
    const c10::InferenceMode inference;
    const auto gram = [&](std::span<const float> values, std::int64_t columns) {
        return centredGram(torch::tensor(at::ArrayRef<float>(values.data(), values.size()))
                               .view({n, columns}),
                           estimator);
    };
    const Tensor k = gram(x, columnsX);
    const Tensor l = gram(y, columnsY);
    return ratio(k.dot(l).item<double>(), k.dot(k).item<double>(), l.dot(l).item<double>());
}

bool Similarity::has(std::size_t layer, std::size_t size) const
{
    return !std::isnan(cka[layer][at(size, size)]);
}

Similarity compareNetworks(const std::vector<Network>& networks, const InputScaling& scaling,
                           const ImageSet& images, const SimilarityOptions& options,
                           const std::stop_token& stop, const std::function<void(double)>& told)
{
    if (networks.empty())
        throw Error("there is no network to compare; expected one or more");
    for (const Network& network : networks)
        requireFits(network.family, images);
    std::vector<std::size_t> which = measuringOrder(images.size());
    if (options.images > 0 && options.images < which.size())
        which.resize(options.images);
    if (which.size() < 4 || options.batch < 4)
        throw Error("similarity of " + std::to_string(which.size()) + " images in batches of "
                    + std::to_string(options.batch) + "; expected four or more of both");
    const bool unbiased = options.estimator == HsicEstimator::Unbiased;
    const std::size_t batch =
        unbiased ? std::min(which.size(), std::size_t(options.batch)) : which.size();
    // The last batch would hardly count and be noisy: images that fill none are left out.
    which.resize(which.size() / batch * batch);
    const double bytes = double(batch) * double(batch) * sizeof(double) * double(networks.size())
        * double(featureLayers(networks.front().family, networks.front().family.full).size());
    if (bytes > double(1U << 30U))
        throw Error("similarity of " + std::to_string(networks.size()) + " sizes in batches of "
                    + std::to_string(batch) + " images takes "
                    + std::to_string(std::int64_t(bytes / double(1U << 20U)))
                    + " MiB; expected at most 1024: fewer sizes or images");
    const c10::InferenceMode inference;
    Comparison comparison(networks, images, options);
    const double steps = double(which.size() / batch) * double(networks.size());
    double done = 0;
    for (std::size_t first = 0; first < which.size(); first += batch)
        comparison.add(imageBatch(images, std::span(which).subspan(first, batch), scaling), stop, [&] {
            ++done;
            if (told)
                told(done / steps);
        });
    return comparison.result(which);
}

Similarity compareSizes(const Manifold& manifold, const std::vector<Configuration>& sizes,
                        const ImageSet& images, const SimilarityOptions& options,
                        const SampleOptions& sample, const std::stop_token& stop,
                        const std::function<void(double)>& told)
{
    std::vector<Network> networks;
    for (const Configuration& size : sizes)
        networks.push_back(sampleNetwork(manifold, size, sample, stop));
    Similarity result = compareNetworks(networks, manifold.scaling(), images, options, stop, told);
    result.sample = sample;
    result.manifold = manifold.hash;
    return result;
}

} // namespace morphospace
