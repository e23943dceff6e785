// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifold/axis_network.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <cmath>
#include <numbers>

namespace morphospace {

using at::Tensor;

Tensor axisNoise(int size, const Jitter& jitter, std::uint64_t salt)
{
    if (jitter.amplitude == 0)
        return torch::zeros({size});
    // One generator an axis, so that the draw does not depend on the order of evaluation.
    auto random = at::make_generator<at::CPUGeneratorImpl>(
        jitter.seed * 0x9E3779B97F4A7C15ULL + salt * 0xD1B54A32D192ED03ULL + 1);
    return (torch::rand({size}, random) - 0.5) * jitter.amplitude;
}

Tensor axisPositions(int size, const Jitter& jitter, std::uint64_t salt)
{
    Tensor index = torch::arange(size, torch::kFloat32) + 0.5;
    if (jitter.amplitude != 0)
        index = index + axisNoise(size, jitter, salt);
    return index * (2.0 / size) - 1.0;
}

Tensor positionalFeatures(const Tensor& positions, int frequencies)
{
    const Tensor bands =
        torch::pow(2.0, torch::arange(frequencies, torch::kFloat32)) * std::numbers::pi;
    const Tensor phase = positions.unsqueeze(1) * bands.unsqueeze(0);
    return torch::cat({positions.unsqueeze(1), phase.sin(), phase.cos()}, 1);
}

int sizeFeatureCount(const Family& family)
{
    return 2 + static_cast<int>(family.full.widths.size() + family.full.depths.size());
}

std::vector<float> sizeFeatures(const Family& family, const Configuration& configuration,
                                double outRatio, double inRatio)
{
    std::vector<float> features{static_cast<float>(std::log2(outRatio)),
                                static_cast<float>(std::log2(inRatio))};
    for (std::size_t i = 0; i < family.full.widths.size(); ++i)
        features.push_back(static_cast<float>(
            std::log2(double(configuration.widths[i]) / family.full.widths[i])));
    for (std::size_t i = 0; i < family.full.depths.size(); ++i)
        features.push_back(
            static_cast<float>(double(configuration.depths[i]) / family.full.depths[i] - 1.0));
    return features;
}

AxisNetwork::AxisNetwork(std::string name, bool fixedAxis, int axisSize, int sizeFeatures,
                         int hidden, int frequencies, int outputs)
    : m_name(std::move(name)), m_fixedAxis(fixedAxis), m_frequencies(frequencies)
{
    const int features = fixedAxis ? axisSize : 1 + 2 * frequencies;
    const auto empty = [](at::IntArrayRef shape) {
        return torch::zeros(shape).requires_grad_();
    };
    m_positionWeight = empty({features, hidden});
    m_sizeWeight = empty({sizeFeatures, hidden});
    m_inputBias = empty({hidden});
    m_hiddenWeight = empty({hidden, hidden});
    m_hiddenBias = empty({hidden});
    m_outputWeight = empty({hidden, outputs});
    m_outputBias = empty({outputs});
}

void AxisNetwork::initialise(at::Generator& random, int zeroFirst, int zeroLast)
{
    const torch::NoGradGuard noGrad;
    const auto fill = [&random](const Tensor& tensor, std::int64_t fanIn) {
        const double bound = 1.0 / std::sqrt(double(std::max<std::int64_t>(fanIn, 1)));
        tensor.uniform_(-bound, bound, random);
    };
    // An index that is told by a one-hot row has a fan-in of one.
    const std::int64_t fanIn =
        (m_fixedAxis ? 1 : m_positionWeight.size(0)) + m_sizeWeight.size(0);
    fill(m_positionWeight, fanIn);
    fill(m_sizeWeight, fanIn);
    fill(m_inputBias, fanIn);
    fill(m_hiddenWeight, m_hiddenWeight.size(0));
    fill(m_hiddenBias, m_hiddenWeight.size(0));
    fill(m_outputWeight, m_outputWeight.size(0));
    m_outputBias.zero_();
    m_outputWeight.slice(1, zeroFirst, zeroLast).zero_();
}

Tensor AxisNetwork::operator()(const Tensor& positions, const std::vector<float>& size) const
{
    // The size is the same in every row: its part is computed once and broadcast.
    const Tensor sizeRow = torch::tensor(size).unsqueeze(0);
    const Tensor offset = torch::addmm(m_inputBias, sizeRow, m_sizeWeight);
    Tensor hidden = m_fixedAxis
        ? m_positionWeight + offset
        : torch::mm(positionalFeatures(positions, m_frequencies), m_positionWeight) + offset;
    hidden = torch::silu(hidden);
    hidden = hidden + torch::silu(torch::addmm(m_hiddenBias, hidden, m_hiddenWeight));
    return torch::addmm(m_outputBias, hidden, m_outputWeight);
}

void AxisNetwork::appendParameters(std::vector<NamedTensor>& list) const
{
    list.push_back({m_name + ".position.weight", m_positionWeight});
    list.push_back({m_name + ".size.weight", m_sizeWeight});
    list.push_back({m_name + ".input.bias", m_inputBias});
    list.push_back({m_name + ".hidden.weight", m_hiddenWeight});
    list.push_back({m_name + ".hidden.bias", m_hiddenBias});
    list.push_back({m_name + ".output.weight", m_outputWeight});
    list.push_back({m_name + ".output.bias", m_outputBias});
}

} // namespace morphospace
