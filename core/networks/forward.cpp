// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/forward.h"

#include "core/base/error.h"
#include "core/networks/features.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <map>

namespace morphospace {

namespace {

using at::Tensor;

/// A unit's convolution (or linear map) with its normalisation.
Tensor applyUnit(const Unit& unit, std::size_t index, const SlotTensors& slots, const Tensor& input,
                 const Normalisation& normalisation)
{
    const Tensor& weight = slots[slot(index, WeightSlot)];
    const Tensor& bias = slots[slot(index, BiasSlot)];
    if (unit.operation == Operation::Linear)
        return torch::linear(input, weight, bias);
    const Tensor& gain = slots[slot(index, GainSlot)];
    if (!gain.defined())
        return torch::conv2d(input, weight, bias, unit.stride, unit.padding);
    const Tensor& mean = slots[slot(index, MeanSlot)];
    const Tensor& variance = slots[slot(index, VarianceSlot)];
    if (normalisation.fromBatch.empty() || !normalisation.fromBatch[index]) {
        const Tensor scale = gain * torch::rsqrt(variance + normEpsilon);
        return torch::conv2d(input, weight * scale.view({-1, 1, 1, 1}), bias - mean * scale,
                             unit.stride, unit.padding);
    }
    const Tensor before = torch::conv2d(input, weight, {}, unit.stride, unit.padding);
    const bool follow = normalisation.momentum > 0;
    const auto [after, batchMean, batchInverse] =
        at::native_batch_norm(before, gain, bias, follow ? mean : Tensor(),
                              follow ? variance : Tensor(), true, normalisation.momentum,
                              normEpsilon);
    if (normalisation.seen) {
        normalisation.seen->mean[index] = batchMean.detach();
        normalisation.seen->variance[index] = batchInverse.detach().pow(-2) - normEpsilon;
    }
    return after;
}

/// Where features go, in the order of featureLayers(); null: nobody wants them.
using Tap = std::vector<Tensor>*;

Tensor tapped(Tap tap, Tensor features)
{
    if (tap)
        tap->push_back(features);
    return features;
}

Tensor leNetForward(const std::vector<Unit>& units, const SlotTensors& slots, Tensor x,
                    const Normalisation& normalisation, Tap tap = nullptr)
{
    for (std::size_t i = 0; i < 3; ++i) {
        x = tapped(tap, torch::relu(applyUnit(units[i], i, slots, x, normalisation)));
        if (i < 2)
            x = torch::max_pool2d(x, 2);
    }
    return tapped(tap, applyUnit(units[3], 3, slots, x.flatten(1), normalisation));
}

Tensor resNetForward(const std::vector<Unit>& units, const SlotTensors& slots, Tensor x,
                     const Normalisation& normalisation, Tap tap = nullptr)
{
    x = tapped(tap, torch::relu(applyUnit(units[0], 0, slots, x, normalisation)));
    std::size_t i = 1;
    while (units[i].operation == Operation::Convolution) {
        const bool projected = units[i].stage > 0 && units[i].block == 0;
        Tensor y = tapped(tap, torch::relu(applyUnit(units[i], i, slots, x, normalisation)));
        y = applyUnit(units[i + 1], i + 1, slots, y, normalisation);
        x = tapped(tap, torch::relu(y + (projected ? applyUnit(units[i + 2], i + 2, slots, x,
                                                               normalisation)
                                                   : x)));
        i += projected ? 3 : 2;
    }
    return tapped(tap, applyUnit(units[i], i, slots, x.mean({2, 3}), normalisation));
}

std::vector<std::int64_t> weightShape(const Unit& unit)
{
    if (unit.operation == Operation::Linear)
        return {unit.out.size, unit.in.size};
    return {unit.out.size, unit.in.size, unit.kernel, unit.kernel};
}

WeightTensor toValue(std::string name, const Tensor& tensor)
{
    const Tensor flat = tensor.detach().to(torch::kFloat32).contiguous();
    const float* first = flat.data_ptr<float>();
    return {std::move(name), flat.sizes().vec(), {first, first + flat.numel()}};
}

Tensor fromValue(const WeightTensor& tensor)
{
    return torch::tensor(at::ArrayRef<float>(tensor.values)).view(tensor.shape);
}

/// Name of a slot's tensor in PyTorch's scheme; empty where the unit has no such slot.
std::string slotName(const Unit& unit, Slot which)
{
    const std::string& norm = unit.normName;
    switch (which) {
    case WeightSlot: return unit.name + ".weight";
    case BiasSlot: return (unit.normalised() ? norm : unit.name) + ".bias";
    case GainSlot: return unit.normalised() ? norm + ".weight" : "";
    case MeanSlot: return unit.normalised() ? norm + ".running_mean" : "";
    case VarianceSlot: return unit.normalised() ? norm + ".running_var" : "";
    case slotCount: break;
    }
    return "";
}

constexpr std::array allSlots{WeightSlot, BiasSlot, GainSlot, MeanSlot, VarianceSlot};

} // namespace

Tensor forward(const Family& family, const std::vector<Unit>& units, const SlotTensors& slots,
               const Tensor& images, const Normalisation& normalisation)
{
    if (normalisation.seen) {
        normalisation.seen->mean.assign(units.size(), Tensor());
        normalisation.seen->variance.assign(units.size(), Tensor());
    }
    return family.kind == FamilyKind::LeNet ? leNetForward(units, slots, images, normalisation)
                                            : resNetForward(units, slots, images, normalisation);
}

std::vector<FeatureLayer> featureLayers(const Family& family, const Configuration& configuration)
{
    std::vector<FeatureLayer> layers;
    const std::vector<Unit> list = units(family, configuration);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Unit& unit = list[i];
        if (unit.block < 0) {
            layers.push_back({unit.name, unit.stage, -1});
            continue;
        }
        // A block: its first convolution, its second with which it ends, perhaps a shortcut.
        layers.push_back({unit.name, unit.stage, unit.block});
        layers.push_back({unit.name.substr(0, unit.name.rfind('.')), unit.stage, unit.block});
        i += unit.stage > 0 && unit.block == 0 ? 2 : 1;
    }
    return layers;
}

std::vector<Tensor> forwardFeatures(const Family& family, const std::vector<Unit>& units,
                                    const SlotTensors& slots, const Tensor& images)
{
    std::vector<Tensor> features;
    if (family.kind == FamilyKind::LeNet)
        leNetForward(units, slots, images, {}, &features);
    else
        resNetForward(units, slots, images, {}, &features);
    return features;
}

SlotTensors folded(const std::vector<Unit>& units, const SlotTensors& slots)
{
    SlotTensors result(slots.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
        Tensor weight = slots[slot(i, WeightSlot)];
        Tensor bias = slots[slot(i, BiasSlot)];
        if (slots[slot(i, GainSlot)].defined()) {
            const Tensor scale = slots[slot(i, GainSlot)]
                * torch::rsqrt(slots[slot(i, VarianceSlot)] + normEpsilon);
            weight = weight * scale.view({-1, 1, 1, 1});
            bias = bias - slots[slot(i, MeanSlot)] * scale;
        }
        result[slot(i, WeightSlot)] = weight;
        result[slot(i, BiasSlot)] = bias;
    }
    return result;
}

SlotTensors initialSlots(const std::vector<Unit>& units, std::uint64_t seed)
{
    auto random = at::make_generator<at::CPUGeneratorImpl>(seed);
    SlotTensors slots(units.size() * slotCount);
    for (std::size_t i = 0; i < units.size(); ++i) {
        const Unit& unit = units[i];
        const std::int64_t taps = std::int64_t(unit.kernel) * unit.kernel;
        Tensor weight = torch::empty(weightShape(unit));
        Tensor bias = torch::zeros({unit.out.size});
        if (unit.normalised()) {
            weight.normal_(0, std::sqrt(2.0 / double(unit.out.size * taps)), random);
            slots[slot(i, GainSlot)] = torch::ones({unit.out.size});
            slots[slot(i, MeanSlot)] = torch::zeros({unit.out.size});
            slots[slot(i, VarianceSlot)] = torch::ones({unit.out.size});
        } else {
            const double bound = 1.0 / std::sqrt(double(unit.in.size * taps));
            weight.uniform_(-bound, bound, random);
            bias.uniform_(-bound, bound, random);
        }
        slots[slot(i, WeightSlot)] = weight;
        slots[slot(i, BiasSlot)] = bias;
    }
    return slots;
}

Network toNetwork(const Family& family, const Configuration& configuration,
                  const SlotTensors& folded)
{
    Network network{family, configuration, {}};
    const std::vector<Unit> list = units(family, configuration);
    for (std::size_t i = 0; i < list.size(); ++i) {
        network.tensors.push_back(
            toValue(list[i].name + ".weight", folded[slot(i, WeightSlot)]));
        network.tensors.push_back(toValue(list[i].name + ".bias", folded[slot(i, BiasSlot)]));
    }
    return network;
}

SlotTensors toSlots(const Network& network)
{
    const std::vector<Unit> list = units(network.family, network.configuration);
    if (network.tensors.size() != 2 * list.size())
        throw Error("network " + describe(network.configuration) + " has "
                    + std::to_string(network.tensors.size()) + " tensors; expected "
                    + std::to_string(2 * list.size()));
    SlotTensors slots(list.size() * slotCount);
    for (std::size_t i = 0; i < list.size(); ++i) {
        slots[slot(i, WeightSlot)] = fromValue(network.tensors[2 * i]);
        slots[slot(i, BiasSlot)] = fromValue(network.tensors[2 * i + 1]);
    }
    return slots;
}

std::vector<WeightTensor> namedTensors(const std::vector<Unit>& units, const SlotTensors& slots)
{
    std::vector<WeightTensor> tensors;
    for (std::size_t i = 0; i < units.size(); ++i) {
        for (const Slot which : allSlots) {
            if (slots[slot(i, which)].defined())
                tensors.push_back(toValue(slotName(units[i], which), slots[slot(i, which)]));
        }
    }
    return tensors;
}

SlotTensors slotsByName(const std::vector<Unit>& units, const std::vector<WeightTensor>& tensors)
{
    std::map<std::string, const WeightTensor*> byName;
    for (const WeightTensor& tensor : tensors)
        byName[tensor.name] = &tensor;
    SlotTensors slots(units.size() * slotCount);
    for (std::size_t i = 0; i < units.size(); ++i) {
        for (const Slot which : allSlots) {
            const std::string name = slotName(units[i], which);
            if (name.empty())
                continue;
            const auto found = byName.find(name);
            if (found == byName.end())
                throw Error("tensor '" + name + "' is missing");
            const std::vector<std::int64_t> shape = which == WeightSlot
                ? weightShape(units[i])
                : std::vector<std::int64_t>{units[i].out.size};
            if (found->second->shape != shape)
                throw Error("tensor '" + name + "' has another shape than its place in the network");
            slots[slot(i, which)] = fromValue(*found->second);
        }
    }
    return slots;
}

} // namespace morphospace
