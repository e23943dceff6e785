// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/network_training.h"

#include "core/base/error.h"

#include <torch/cuda.h>
#include <torch/types.h>
#include <torch/utils.h>

namespace morphospace {

namespace {

torch::Device deviceNamed(const std::string& name)
{
    if (name == "cpu")
        return torch::kCPU;
    if (name != "cuda")
        throw Error("there is no device '" + name + "'; expected cpu or cuda");
    if (!torch::cuda::is_available())
        throw Error("this LibTorch finds no graphics card that it can use; expected the device cpu,"
                    " or a LibTorch built with CUDA and a card with its driver");
    return torch::kCUDA;
}

} // namespace

SlotTensors trainNetwork(const Family& family, const Configuration& configuration,
                         TrainingData& data, const NetworkTraining& training,
                         const std::filesystem::path& checkpoint, const std::string& fingerprint,
                         const Learner::Progress& progress, std::stop_token stop)
{
    const torch::Device device = deviceNamed(training.device);
    const std::vector<Unit> list = units(family, configuration);
    SlotTensors slots = initialSlots(list, training.seed);
    std::vector<NamedTensor> parameters;
    std::vector<NamedTensor> buffers;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (!slots[i].defined())
            continue;
        slots[i] = slots[i].to(device);
        const std::size_t which = i % slotCount;
        const bool learned = which == WeightSlot || which == BiasSlot || which == GainSlot;
        (learned ? parameters : buffers).push_back({std::to_string(i), slots[i]});
        if (learned)
            slots[i].requires_grad_();
    }
    Learner learner(parameters, buffers,
                    {.steps = training.epochs * data.stepsPerEpoch(),
                     .rate = training.rate,
                     .weightDecay = training.weightDecay});
    Normalisation normalisation;
    normalisation.fromBatch.assign(list.size(), true);
    normalisation.momentum = 0.05;
    const auto step = [&](int number) {
        const TrainingData::Batch batch = data.batch(number);
        const at::Tensor loss = torch::cross_entropy_loss(
            forward(family, list, slots, batch.images.to(device), normalisation),
            batch.labels.to(device));
        loss.backward();
        return loss.item<double>();
    };
    learner.run(step, checkpoint, fingerprint, progress, stop);
    for (at::Tensor& tensor : slots) {
        if (tensor.defined())
            tensor = tensor.detach().to(torch::kCPU);
    }
    return slots;
}

} // namespace morphospace
