// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cancel.h"
#include "core/base/error.h"
#include "core/evaluation/batch.h"
#include "core/evaluation/evaluation.h"
#include "core/networks/forward.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <chrono>
#include <numeric>

namespace morphospace {

struct NetworkRunner::Tensors {
    Family family;
    Configuration configuration;
    InputScaling scaling;
    std::vector<Unit> list;
    SlotTensors slots;

    at::Tensor scores(const ImageSet& images, std::span<const std::size_t> which) const
    {
        requireFits(family, images);
        const c10::InferenceMode inference;
        return forward(family, list, slots, imageBatch(images, which, scaling));
    }
};

NetworkRunner::NetworkRunner(const Network& network, InputScaling scaling)
{
    const c10::InferenceMode inference;
    m_tensors = std::make_unique<Tensors>(
        Tensors{network.family, network.configuration, std::move(scaling),
                units(network.family, network.configuration), toSlots(network)});
}

NetworkRunner::~NetworkRunner() = default;
NetworkRunner::NetworkRunner(NetworkRunner&&) noexcept = default;
NetworkRunner& NetworkRunner::operator=(NetworkRunner&&) noexcept = default;

const Family& NetworkRunner::family() const
{
    return m_tensors->family;
}

const Configuration& NetworkRunner::configuration() const
{
    return m_tensors->configuration;
}

std::vector<Prediction> NetworkRunner::classify(const ImageSet& images, std::size_t first,
                                                std::size_t count) const
{
    std::vector<std::size_t> which(std::min(count, images.size() - std::min(first, images.size())));
    std::iota(which.begin(), which.end(), first);
    return classify(images, which);
}

std::vector<Prediction> NetworkRunner::classify(const ImageSet& images,
                                                std::span<const std::size_t> which) const
{
    if (which.empty())
        return {};
    const c10::InferenceMode inference;
    const auto [confidence, label] = m_tensors->scores(images, which).softmax(1).max(1);
    std::vector<Prediction> predictions(which.size());
    const auto labels = label.accessor<std::int64_t, 1>();
    const auto confidences = confidence.accessor<float, 1>();
    for (std::size_t i = 0; i < which.size(); ++i)
        predictions[i] = {static_cast<int>(labels[std::int64_t(i)]), confidences[std::int64_t(i)]};
    return predictions;
}

std::vector<float> NetworkRunner::logits(const ImageSet& images,
                                         std::span<const std::size_t> which) const
{
    if (which.empty())
        return {};
    const at::Tensor scores = m_tensors->scores(images, which).contiguous();
    return {scores.data_ptr<float>(), scores.data_ptr<float>() + scores.numel()};
}

void requireFits(const Family& family, const ImageSet& images)
{
    if (images.channels != family.imageChannels || images.height != family.imageSize
        || images.width != family.imageSize)
        throw Error(images.name + " has images of " + std::to_string(images.width) + " x "
                    + std::to_string(images.height) + " with " + std::to_string(images.channels)
                    + " channel(s); the network takes " + std::to_string(family.imageSize) + " x "
                    + std::to_string(family.imageSize) + " with "
                    + std::to_string(family.imageChannels));
    if (images.classNames.size() != std::size_t(family.classes))
        throw Error(images.name + " has " + std::to_string(images.classNames.size())
                    + " classes; the network tells " + std::to_string(family.classes) + " apart");
}

Latency measureLatency(const NetworkRunner& runner, const ImageSet& images, int runs,
                       std::stop_token stop)
{
    const int threads = at::get_num_threads();
    // OpenMP keeps its thread count per calling thread, so this does not disturb other work.
    at::set_num_threads(1);
    std::vector<double> seconds;
    constexpr int warmUp = 5;
    for (int i = 0; i < warmUp + runs && !stop.stop_requested(); ++i) {
        const std::size_t which[] = {std::size_t(i) % images.size()};
        const auto start = std::chrono::steady_clock::now();
        (void)runner.logits(images, which);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        if (i >= warmUp)
            seconds.push_back(took.count());
    }
    at::set_num_threads(threads);
    throwIfStopped(stop);
    std::nth_element(seconds.begin(), seconds.begin() + std::ptrdiff_t(seconds.size() / 2),
                     seconds.end());
    return {seconds[seconds.size() / 2], runs};
}

} // namespace morphospace
