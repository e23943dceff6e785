// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cancel.h"
#include "core/manifold/axis_network.h"
#include "core/manifold/generators.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <cmath>
#include <map>
#include <numbers>

namespace morphospace {

namespace {

using at::Tensor;

/// A residual MLP over the coordinates of one tensor (NeuMeta, section "INR body"):
/// h = relu(W g), h = h + s relu(W h) with a learned scalar s that starts at 0.1, linear out.
struct TensorMlp {
    std::vector<Tensor> weights;  ///< features x hidden, hidden x hidden ..., hidden x taps
    std::vector<Tensor> biases;
    Tensor scalars;               ///< one for each residual layer

    TensorMlp(const std::string& name, int features, const GeneratorSettings& settings, int outputs,
              std::vector<NamedTensor>& parameters)
    {
        const auto parameter = [&](const std::string& what, at::IntArrayRef shape) {
            parameters.push_back({name + "." + what, torch::zeros(shape).requires_grad_()});
            return parameters.back().tensor;
        };
        for (int layer = 0; layer <= settings.layers; ++layer) {
            const int in = layer == 0 ? features : settings.hidden;
            const int out = layer == settings.layers ? outputs : settings.hidden;
            weights.push_back(parameter("weight" + std::to_string(layer), {in, out}));
            biases.push_back(parameter("bias" + std::to_string(layer), {out}));
        }
        scalars = parameter("scalars", {std::max(settings.layers - 1, 0)});
    }

    void initialise(at::Generator& random) const
    {
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const double bound = 1.0 / std::sqrt(double(weights[i].size(0)));
            weights[i].uniform_(-bound, bound, random);
            biases[i].uniform_(-bound, bound, random);
        }
        scalars.fill_(0.1);
    }

    Tensor operator()(const Tensor& features) const
    {
        Tensor hidden = torch::relu(torch::addmm(biases[0], features, weights[0]));
        const std::size_t last = weights.size() - 1;
        for (std::size_t i = 1; i < last; ++i)
            hidden = hidden
                + scalars[std::int64_t(i) - 1]
                    * torch::relu(torch::addmm(biases[i], hidden, weights[i]));
        return torch::addmm(biases[last], hidden, weights[last]);
    }
};

struct UnitPart {
    Unit full;
    TensorMlp weight;
    TensorMlp bias;
    Tensor scales; ///< 2 x 2: mean and deviation of the base's weight and bias
};

/// NeuMeta's generator: one row of coordinates for every pair of channels. What differs from the
/// published code, on purpose: the tensor's index and all sizes stay free of noise (there, noise
/// sends rows to the wrong network and rescales biases), and the output is scaled by the base's
/// own deviation and (full/now)^s instead of being divided by the fan-in, which leaves the start of
/// training on a saddle.
class MlpGenerator : public Generator {
public:
    MlpGenerator(const Family& family, const GeneratorSettings& settings)
        : m_family(family), m_settings(settings)
    {
        const int features = 6 * (1 + 2 * settings.frequencies);
        for (const Unit& unit : units(family, family.full)) {
            m_largest = std::max({m_largest, unit.out.size, unit.in.size});
            UnitPart part{unit,
                          TensorMlp(unit.name + ".weight", features, settings,
                                    unit.kernel * unit.kernel, m_parameters),
                          TensorMlp(unit.name + ".bias", features, settings, 1, m_parameters),
                          torch::zeros({2, 2})};
            m_constants.push_back({unit.name + ".scales", part.scales});
            m_index[unit.name] = m_parts.size();
            m_parts.push_back(std::move(part));
        }
    }

    void fitTo(const SlotTensors& base, std::uint64_t seed)
    {
        const torch::NoGradGuard noGrad;
        auto random = at::make_generator<at::CPUGeneratorImpl>(seed);
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            m_parts[i].weight.initialise(random);
            m_parts[i].bias.initialise(random);
            const std::array tensors{base[slot(i, WeightSlot)], base[slot(i, BiasSlot)]};
            for (std::int64_t row = 0; row < 2; ++row) {
                const Tensor& tensor = tensors[std::size_t(row)];
                m_parts[i].scales[row][0] = tensor.mean();
                m_parts[i].scales[row][1] =
                    std::max(tensor.numel() > 1 ? tensor.std().item<float>() : 0.0F, 1e-3F);
            }
        }
    }

    const GeneratorSettings& settings() const override { return m_settings; }
    bool changesDepth() const override { return false; }
    bool generatesNormalisation() const override { return false; }
    const std::vector<NamedTensor>& parameters() const override { return m_parameters; }
    const std::vector<NamedTensor>& constants() const override { return m_constants; }

    SlotTensors generate(const Configuration& configuration, const Jitter& jitter,
                         const std::stop_token& stop) const override
    {
        const std::vector<Unit> list = units(m_family, configuration);
        SlotTensors slots(list.size() * slotCount);
        for (std::size_t i = 0; i < list.size(); ++i) {
            throwIfStopped(stop);
            const Unit& unit = list[i];
            const std::size_t number = m_index.at(unit.name);
            const UnitPart& part = m_parts[number];
            const int out = unit.out.size;
            const int in = unit.in.size;
            const double fanIn = std::pow(double(part.full.in.size) / in, m_settings.fanInExponent);
            Tensor weight = part.weight(features(2 * number, out, in, jitter)); // out in x taps
            weight = weight * (part.scales[0][1] * fanIn) + part.scales[0][0];
            if (unit.operation == Operation::Linear)
                slots[slot(i, WeightSlot)] = weight.view({out, in});
            else
                slots[slot(i, WeightSlot)] = weight.view({out, in, unit.kernel, unit.kernel});
            slots[slot(i, BiasSlot)] =
                part.bias(features(2 * number + 1, out, 1, jitter)).select(1, 0)
                    * part.scales[1][1]
                + part.scales[1][0];
        }
        return slots;
    }

private:
    /// Rows (l/L, a/A, b/B, L/N, A/N, B/N) for all a < A, b < B with their sines and cosines.
    Tensor features(std::size_t tensor, int out, int in, const Jitter& jitter) const
    {
        const std::int64_t rows = std::int64_t(out) * in;
        Tensor a = torch::arange(out, torch::kFloat32).repeat_interleave(in);
        Tensor b = torch::arange(in, torch::kFloat32).repeat({out});
        if (jitter.amplitude != 0) {
            auto random = at::make_generator<at::CPUGeneratorImpl>(
                jitter.seed * 0x9E3779B97F4A7C15ULL + tensor + 1);
            const Tensor noise = (torch::rand({2, rows}, random) - 0.5) * jitter.amplitude;
            a = a + noise[0];
            b = b + noise[1];
        }
        const double count = 2.0 * double(m_parts.size());
        const auto constant = [rows](double value) {
            return torch::full({rows}, value, torch::kFloat32);
        };
        const Tensor v =
            torch::stack({constant(double(tensor) / count), a / out, b / in,
                          constant(count / m_largest), constant(double(out) / m_largest),
                          constant(double(in) / m_largest)},
                         1);
        const Tensor bands =
            torch::pow(2.0, torch::arange(m_settings.frequencies, torch::kFloat32)) * std::numbers::pi;
        const Tensor phase = (v.unsqueeze(1) * bands.view({1, -1, 1})).flatten(1);
        return torch::cat({v, phase.sin(), phase.cos()}, 1);
    }

    Family m_family;
    GeneratorSettings m_settings;
    int m_largest = 1;
    std::vector<UnitPart> m_parts;
    std::map<std::string, std::size_t> m_index;
    std::vector<NamedTensor> m_parameters;
    std::vector<NamedTensor> m_constants;
};

} // namespace

std::unique_ptr<Generator> makeMlpGenerator(const Family& family,
                                            const GeneratorSettings& settings,
                                            const SlotTensors& base, std::uint64_t seed)
{
    auto generator = std::make_unique<MlpGenerator>(family, settings);
    if (!base.empty())
        generator->fitTo(base, seed);
    return generator;
}

} // namespace morphospace
