// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/forward.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <string>
#include <vector>

namespace morphospace {

/// A network with random weights and biases, and what its own forward pass makes of some pictures.
struct SampleNetwork {
    std::string name;
    Network network;
    InputScaling scaling;
    torch::Tensor pixels;  ///< N x C x S x S, 0 to 1
    torch::Tensor scores;  ///< N x classes
};

inline SampleNetwork sampleNetwork(std::string name, const Family& family,
                                   const Configuration& configuration)
{
    const torch::NoGradGuard noGradient;
    torch::manual_seed(2024);
    const std::vector<Unit> list = units(family, configuration);
    const SlotTensors slots = initialSlots(list, 3);
    for (std::size_t i = 0; i < list.size(); ++i) {
        slots[slot(i, BiasSlot)].normal_(0, 0.2);
        if (list[i].normalised()) {
            slots[slot(i, GainSlot)].uniform_(0.5, 1.5);
            slots[slot(i, MeanSlot)].normal_(0, 0.2);
            slots[slot(i, VarianceSlot)].uniform_(0.5, 2);
        }
    }
    SampleNetwork sample;
    sample.name = std::move(name);
    sample.network = toNetwork(family, configuration, folded(list, slots));
    for (int channel = 0; channel < family.imageChannels; ++channel) {
        sample.scaling.mean.push_back(0.1f + 0.2f * float(channel));
        sample.scaling.deviation.push_back(0.3f + 0.1f * float(channel));
    }
    const int side = family.imageSize;
    // Bytes, as images are stored.
    sample.pixels = torch::randint(0, 256, {4, family.imageChannels, side, side}) / 255;
    const auto perChannel = [](const std::vector<float>& values) {
        return torch::tensor(at::ArrayRef<float>(values)).view({1, -1, 1, 1});
    };
    const torch::Tensor scaled =
        (sample.pixels - perChannel(sample.scaling.mean)) / perChannel(sample.scaling.deviation);
    sample.scores = forward(family, list, toSlots(sample.network), scaled);
    return sample;
}

/// Every kind of layer and shortcut: full and odd sizes, one block a stage, a stem that halves.
inline std::vector<SampleNetwork> sampleNetworks()
{
    const Family residual = resNet({16, 32, 64}, {3, 3, 3}, 3, 32, 10);
    return {sampleNetwork("lenet", leNet(8, 10), {{8}, {}}),
            sampleNetwork("lenet-wide", leNet(8, 62), {{11}, {}}),
            sampleNetwork("resnet20", residual, residual.full),
            sampleNetwork("resnet-odd", residual, {{5, 40, 17}, {1, 3, 2}}),
            sampleNetwork("resnet-least", residual, {{1, 1, 1}, {1, 1, 1}}),
            sampleNetwork("resnet-stem", resNet({8, 8, 8}, {2, 1, 1}, 1, 28, 62, 2),
                          {{8, 8, 8}, {2, 1, 1}})};
}

/// Largest difference relative to the scale of the scores. Two orders of summation in float32
/// differ by about 1e-6 of it.
inline double relativeDifference(const torch::Tensor& a, const torch::Tensor& b)
{
    return ((a - b).abs().max() / b.abs().max()).item<double>();
}

} // namespace morphospace
