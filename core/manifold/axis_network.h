// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/generator.h"
#include "core/manifold/named_tensor.h"

#include <ATen/core/Generator.h>

#include <string>
#include <vector>

// For .cpp files that see LibTorch only.

namespace morphospace {

/// Positions along a channel axis of `size` channels: (c + 1/2 + noise) / size mapped to [-1, 1].
/// The half-pixel offset makes the middle of channel c the same place at every size.
[[nodiscard]] at::Tensor axisPositions(int size, const Jitter& jitter, std::uint64_t salt);

/// Noise in channels for an axis (size), zero when the jitter is clean.
[[nodiscard]] at::Tensor axisNoise(int size, const Jitter& jitter, std::uint64_t salt);

/// x and sin, cos(2^j pi x), j < frequencies: rows x (1 + 2 frequencies).
[[nodiscard]] at::Tensor positionalFeatures(const at::Tensor& positions, int frequencies);

/// What a coordinate network is told about the size of the whole network, as one row:
/// log2(width / full width) of the two axes of the tensor and of each stage, and for each stage
/// that has a depth, blocks / full blocks - 1. All zero at full size.
[[nodiscard]] std::vector<float> sizeFeatures(const Family& family,
                                              const Configuration& configuration,
                                              double outRatio, double inRatio);
[[nodiscard]] int sizeFeatureCount(const Family& family);

/// A small coordinate network along one axis: linear, SiLU, one residual SiLU layer, linear.
/// A fixed axis (classes, image channels) is told which index it is instead of a position.
class AxisNetwork {
public:
    AxisNetwork(std::string name, bool fixedAxis, int axisSize, int sizeFeatures, int hidden,
                int frequencies, int outputs);

    /// LibTorch's default initialisation; the output layer's columns in [zeroFirst, zeroLast)
    /// start at zero.
    void initialise(at::Generator& random, int zeroFirst, int zeroLast);
    /// size x outputs.
    [[nodiscard]] at::Tensor operator()(const at::Tensor& positions,
                                        const std::vector<float>& size) const;
    void appendParameters(std::vector<NamedTensor>& list) const;

private:
    std::string m_name;
    bool m_fixedAxis;
    int m_frequencies;
    at::Tensor m_positionWeight; // features x hidden
    at::Tensor m_sizeWeight;     // size features x hidden
    at::Tensor m_inputBias;
    at::Tensor m_hiddenWeight;
    at::Tensor m_hiddenBias;
    at::Tensor m_outputWeight;
    at::Tensor m_outputBias;
};

} // namespace morphospace
