// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/order_comparison.h"

#include "core/base/error.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/noise_images.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace morphospace {
namespace {

constexpr std::uint64_t orderSeed = 1;
constexpr std::size_t pictureCount = 16;

void checkpoint(const std::stop_token& stop)
{
    if (stop.stop_requested()) {
        throw Cancelled();
    }
}

double norm(const std::vector<float>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0,
                           [](double sum, float w) { return sum + std::abs(double(w)); });
}

const WeightTensor* named(const Network& network, const std::string& name)
{
    const auto found = std::ranges::find(network.tensors, name, &WeightTensor::name);
    return found == network.tensors.end() ? nullptr : &*found;
}

} // namespace

OrderComparison compareOrders(const Network& network, const InputScaling& scaling, OrderKind before,
                              OrderKind after, std::stop_token stop)
{
    OrderComparison result;
    result.network = network;
    result.coupled = couplings(network.family, network.configuration);
    result.before = before;
    result.after = after;
    const std::vector<ChannelGroup> groups = channelGroups(network.family, network.configuration);
    const std::vector<ChannelVectors> channels = channelVectors(network);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        checkpoint(stop);
        const DistanceMatrix distances = channelDistances(channels[g]);
        OrderComparison::Group group;
        group.group = groups[g];
        result.beforeOrders.push_back(orderOf(channels[g], distances, before, orderSeed + g));
        result.afterOrders.push_back(orderOf(channels[g], distances, after, orderSeed + g));
        group.stepsBefore = neighbourDistances(distances, result.beforeOrders.back());
        group.stepsAfter = neighbourDistances(distances, result.afterOrders.back());
        group.lengthBefore =
            std::accumulate(group.stepsBefore.begin(), group.stepsBefore.end(), 0.0);
        group.lengthAfter = std::accumulate(group.stepsAfter.begin(), group.stepsAfter.end(), 0.0);
        group.plane = principalComponents(channels[g], 2);
        result.groups.push_back(std::move(group));
    }
    checkpoint(stop);
    Network one = network;
    Network other = network;
    one.tensors = permute(network.family, network.configuration, network.tensors,
                          result.beforeOrders);
    other.tensors = permute(network.family, network.configuration, network.tensors,
                            result.afterOrders);
    for (std::size_t i = 0; i < network.tensors.size(); ++i) {
        result.tensors.push_back({network.tensors[i].name, totalVariation(one.tensors[i]),
                                  totalVariation(other.tensors[i])});
    }
    result.variationBefore = totalVariation(one.tensors);
    result.variationAfter = totalVariation(other.tensors);

    const auto images = noiseImages(network.family, pictureCount);
    std::vector<std::size_t> which(images->size());
    std::iota(which.begin(), which.end(), std::size_t(0));
    checkpoint(stop);
    const std::vector<float> first = NetworkRunner(one, scaling).logits(*images, which);
    checkpoint(stop);
    const std::vector<float> second = NetworkRunner(other, scaling).logits(*images, which);
    double largest = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        result.outputDifference =
            std::max(result.outputDifference, std::abs(double(first[i]) - double(second[i])));
        largest = std::max(largest, std::abs(double(first[i])));
    }
    result.outputDifference /= std::max(largest, 1e-30);
    result.pictures = int(which.size());
    return result;
}

Network jitteredNetwork(const Manifold& manifold, const Configuration& configuration, double jitter,
                        std::uint64_t seed)
{
    const Network clean = sampleNetwork(manifold, configuration);
    if (jitter <= 0) {
        return clean;
    }
    // The mean of the clean sample and one draw, less the clean one, is that draw.
    Network draw = sampleNetwork(manifold, configuration, {2, jitter, seed});
    for (std::size_t t = 0; t < draw.tensors.size(); ++t) {
        for (std::size_t i = 0; i < draw.tensors[t].values.size(); ++i) {
            float& value = draw.tensors[t].values[i];
            value = 2 * value - clean.tensors[t].values[i];
        }
    }
    return draw;
}

SizeComparison compareSizes(const Manifold& manifold, const Configuration& configuration,
                            double jitter, std::uint64_t seed)
{
    SizeComparison result;
    result.full = sampleNetwork(manifold, manifold.family().full);
    result.current = sampleNetwork(manifold, configuration);
    result.jittered = jitteredNetwork(manifold, configuration, jitter, seed);
    result.jitter = jitter;
    result.seed = seed;
    double moved = 0;
    double size = 0;
    for (const WeightTensor& whole : result.full.tensors) {
        SizeComparison::Tensor tensor;
        tensor.name = whole.name;
        tensor.full = totalVariation(whole);
        const WeightTensor* clean = named(result.current, whole.name);
        const WeightTensor* shaken = named(result.jittered, whole.name);
        if (clean != nullptr && shaken != nullptr) {
            tensor.current = totalVariation(*clean);
            tensor.jittered = totalVariation(*shaken);
            double by = 0;
            for (std::size_t i = 0; i < clean->values.size(); ++i) {
                by += std::abs(double(shaken->values[i]) - double(clean->values[i]));
            }
            const double all = norm(clean->values);
            tensor.moved = by / std::max(all, 1e-30);
            moved += by;
            size += all;
        }
        result.tensors.push_back(tensor);
    }
    result.moved = moved / std::max(size, 1e-30);
    result.variationFull = totalVariation(result.full.tensors);
    result.variationCurrent = totalVariation(result.current.tensors);
    result.variationJittered = totalVariation(result.jittered.tensors);
    return result;
}

} // namespace morphospace
