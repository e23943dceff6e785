// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/network.h"

#include <cstdint>
#include <vector>

namespace at {
class Tensor;
}

namespace morphospace {

/// What a unit can hold during a computation. A list of slots has `slotCount` tensors a unit, in
/// order of units(); an undefined tensor is one that is not there.
enum Slot : std::size_t {
    WeightSlot,    ///< out x in x k x k, or out x in
    BiasSlot,      ///< out; the normalisation's shift in a normalised unit
    GainSlot,      ///< out; normalised units only
    MeanSlot,      ///< out
    VarianceSlot,  ///< out
    slotCount
};
using SlotTensors = std::vector<at::Tensor>;

inline constexpr double normEpsilon = 1e-5;

[[nodiscard]] inline std::size_t slot(std::size_t unit, Slot which)
{
    return unit * slotCount + which;
}

/// Mean and variance (out each) that a batch showed before a unit's normalisation; undefined for
/// units that did not look at the batch.
struct BatchStatistics {
    SlotTensors mean;
    SlotTensors variance;
};

/// Which statistics normalised units use.
struct Normalisation {
    /// Per unit: true takes the batch's statistics (training), false those in the slots, which is
    /// exactly the folded network. Empty: all false.
    std::vector<bool> fromBatch;
    /// Momentum with which MeanSlot and VarianceSlot follow the batch, in place; 0 leaves them.
    double momentum = 0;
    BatchStatistics* seen = nullptr;
};

/// Class scores (N x classes) of a network given by its slots; images N x C x S x S, scaled.
/// Differentiable in every slot. With statistics from the slots the normalisation is folded into
/// the convolution before it, so training and sample compute the same function.
[[nodiscard]] at::Tensor forward(const Family& family, const std::vector<Unit>& units,
                                 const SlotTensors& slots, const at::Tensor& images,
                                 const Normalisation& normalisation = {});

/// Weight and bias slots only: W g / sqrt(v + eps), b - m g / sqrt(v + eps).
[[nodiscard]] SlotTensors folded(const std::vector<Unit>& units, const SlotTensors& slots);

/// A freshly initialised network (He et al. 2015, fan-out for convolutions before a
/// normalisation, LibTorch's default elsewhere), deterministic for a seed.
[[nodiscard]] SlotTensors initialSlots(const std::vector<Unit>& units, std::uint64_t seed);

/// Folded slots as a value, and a value's tensors as slots.
[[nodiscard]] Network toNetwork(const Family& family, const Configuration& configuration,
                                const SlotTensors& folded);
[[nodiscard]] SlotTensors toSlots(const Network& network);

/// All slots by PyTorch's names: NAME.weight, NAME.bias, NORM.weight, NORM.bias,
/// NORM.running_mean, NORM.running_var.
[[nodiscard]] std::vector<WeightTensor> namedTensors(const std::vector<Unit>& units,
                                                     const SlotTensors& slots);
[[nodiscard]] SlotTensors slotsByName(const std::vector<Unit>& units,
                                      const std::vector<WeightTensor>& tensors);

} // namespace morphospace
