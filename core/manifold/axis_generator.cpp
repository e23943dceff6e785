// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cancel.h"
#include "core/manifold/axis_network.h"
#include "core/manifold/generators.h"
#include "core/manifold/resampling.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <cmath>
#include <map>
#include <mutex>

namespace morphospace {

namespace {

using at::Tensor;

/// Resampling matrices without noise, shared by all tensors of the same two sizes.
class ResamplingCache {
public:
    Tensor matrix(int from, int to) const
    {
        const std::lock_guard lock(m_mutex);
        Tensor& entry = m_matrices[{from, to}];
        if (!entry.defined())
            entry = resamplingMatrix(from, to, torch::zeros({to}));
        return entry;
    }

private:
    mutable std::mutex m_mutex;
    mutable std::map<std::pair<int, int>, Tensor> m_matrices;
};

/// Mean and deviation of a base tensor; a constant tensor keeps a usable scale.
std::pair<float, float> meanAndDeviation(const Tensor& tensor)
{
    const float mean = tensor.mean().item<float>();
    const float deviation = tensor.numel() > 1 ? tensor.std().item<float>() : 0.0F;
    return {mean, std::max(deviation, 1e-3F)};
}

/// Everything one unit owns.
struct UnitPart {
    Unit full;            ///< the unit at full size
    int vectors;          ///< 1: bias; 4: shift, gain, mean, log variance
    AxisNetwork outNetwork;
    AxisNetwork inNetwork;
    Tensor grid;          ///< taps x out x in; "grid" only
    Tensor vectorGrid;    ///< out x vectors; "grid" only
    Tensor scales;        ///< (1 + vectors) x 2: mean and deviation of the base's tensors
};

/// Two coordinate networks a unit, one along each channel axis, joined over a rank:
///   W[a,b,t] = G[a,b,t] (1 + p(a)) (1 + q(b)) + d (full/now)^s sum_r U(a)_r V(b)_rt
/// where G is the base resampled along both axes times (full/now)^s ("grid"), or the base's mean
/// alone without p and q ("separable"), and d the base's deviation.
class AxisGenerator : public Generator {
public:
    AxisGenerator(const Family& family, const GeneratorSettings& settings, bool normalisation)
        : m_family(family), m_settings(settings), m_normalisation(normalisation),
          m_hasGrid(settings.kind == "grid")
    {
        for (const Unit& unit : units(family, family.full)) {
            const int taps = unit.kernel * unit.kernel;
            const int vectors = unit.normalised() && normalisation ? 4 : 1;
            const int gains = m_hasGrid ? 1 : 0;
            const int size = sizeFeatureCount(family);
            UnitPart part{
                unit, vectors,
                AxisNetwork(unit.name + ".out", unit.out.group < 0, unit.out.size, size,
                            settings.hidden, settings.frequencies,
                            gains + settings.rank + vectors),
                AxisNetwork(unit.name + ".in", unit.in.group < 0, unit.in.size, size,
                            settings.hidden, settings.frequencies, gains + settings.rank * taps),
                {}, {}, torch::zeros({1 + vectors, 2})};
            if (m_hasGrid) {
                part.grid = torch::zeros({taps, unit.out.size, unit.in.size}).requires_grad_();
                part.vectorGrid = torch::zeros({unit.out.size, vectors}).requires_grad_();
                m_parameters.push_back({unit.name + ".grid", part.grid});
                m_parameters.push_back({unit.name + ".vectors", part.vectorGrid});
            }
            part.outNetwork.appendParameters(m_parameters);
            part.inNetwork.appendParameters(m_parameters);
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
            UnitPart& part = m_parts[i];
            const int taps = part.full.kernel * part.full.kernel;
            const int gains = m_hasGrid ? 1 : 0;
            // "grid": p, q, V and the vectors' changes start at zero, U does not: the network is
            // the base, and yet every parameter has a gradient within two steps.
            part.outNetwork.initialise(random, 0, m_hasGrid ? gains : 0);
            if (m_hasGrid)
                zeroVectorChanges(part);
            part.inNetwork.initialise(random, 0, m_hasGrid ? gains + m_settings.rank * taps : 0);
            const Tensor weight = base[slot(i, WeightSlot)];
            const Tensor vectors = baseVectors(base, i, part.vectors);
            if (m_hasGrid) {
                part.grid.copy_(weight.reshape({part.full.out.size, part.full.in.size, taps})
                                    .permute({2, 0, 1}));
                part.vectorGrid.copy_(vectors);
            }
            setScale(part.scales, 0, weight);
            for (int v = 0; v < part.vectors; ++v)
                setScale(part.scales, 1 + v, vectors.select(1, v));
        }
    }

    const GeneratorSettings& settings() const override { return m_settings; }
    bool changesDepth() const override { return morphospace::changesDepth(m_family); }
    bool generatesNormalisation() const override { return m_normalisation; }
    const std::vector<NamedTensor>& parameters() const override { return m_parameters; }
    const std::vector<NamedTensor>& constants() const override { return m_constants; }

    SlotTensors generate(const Configuration& configuration, const Jitter& jitter,
                         const std::stop_token& stop) const override
    {
        const std::vector<Unit> list = units(m_family, configuration);
        SlotTensors slots(list.size() * slotCount);
        for (std::size_t i = 0; i < list.size(); ++i) {
            throwIfStopped(stop);
            generateUnit(list[i], configuration, jitter, i, slots);
        }
        return slots;
    }

private:
    static void setScale(const Tensor& scales, int row, const Tensor& of)
    {
        const auto [mean, deviation] = meanAndDeviation(of);
        scales[row][0] = mean;
        scales[row][1] = deviation;
    }

    void zeroVectorChanges(UnitPart& part) const
    {
        std::vector<NamedTensor> list;
        part.outNetwork.appendParameters(list);
        for (const NamedTensor& named : list) {
            if (named.name.ends_with(".output.weight"))
                named.tensor.slice(1, 1 + m_settings.rank, 1 + m_settings.rank + part.vectors)
                    .zero_();
        }
    }

    static Tensor baseVectors(const SlotTensors& base, std::size_t unit, int vectors)
    {
        std::vector<Tensor> columns{base[slot(unit, BiasSlot)]};
        if (vectors == 4) {
            columns.push_back(base[slot(unit, GainSlot)]);
            columns.push_back(base[slot(unit, MeanSlot)]);
            columns.push_back((base[slot(unit, VarianceSlot)] + normEpsilon).log());
        }
        return torch::stack(columns, 1);
    }

    Tensor resampling(int from, int to, const Jitter& jitter, std::uint64_t salt) const
    {
        if (jitter.amplitude == 0)
            return m_resampling.matrix(from, to);
        return resamplingMatrix(from, to, axisNoise(to, jitter, salt));
    }

    void generateUnit(const Unit& unit, const Configuration& configuration, const Jitter& jitter,
                      std::size_t index, SlotTensors& slots) const
    {
        const std::size_t number = m_index.at(unit.name);
        const UnitPart& part = m_parts[number];
        const int out = unit.out.size;
        const int in = unit.in.size;
        const int taps = unit.kernel * unit.kernel;
        const int rank = m_settings.rank;
        const double inRatio = double(in) / part.full.in.size;
        const std::vector<float> size = sizeFeatures(
            m_family, configuration, double(out) / part.full.out.size, inRatio);
        // Axes that do not morph are not jittered either: a class has no neighbour.
        const Jitter clean;
        const Jitter& outJitter = unit.out.group < 0 ? clean : jitter;
        const Jitter& inJitter = unit.in.group < 0 ? clean : jitter;
        const Tensor outValues = part.outNetwork(axisPositions(out, outJitter, 2 * number), size);
        const Tensor inValues = part.inNetwork(axisPositions(in, inJitter, 2 * number + 1), size);
        const int gains = m_hasGrid ? 1 : 0;
        const double fanIn = std::pow(1.0 / inRatio, m_settings.fanInExponent);

        const Tensor u = outValues.slice(1, gains, gains + rank);
        const Tensor v = inValues.slice(1, gains).view({in, taps, rank}).permute({1, 2, 0});
        Tensor weight = torch::matmul(u, v) * (part.scales[0][1] * fanIn); // taps x out x in
        Tensor vectors = outValues.slice(1, gains + rank);                // out x vectors
        if (m_hasGrid) {
            Tensor grid = part.grid;
            Tensor vectorGrid = part.vectorGrid;
            if (out != part.full.out.size || outJitter.amplitude != 0) {
                const Tensor matrix =
                    resampling(part.full.out.size, out, outJitter, 2 * number);
                grid = torch::matmul(matrix, grid);
                vectorGrid = torch::mm(matrix, vectorGrid);
            }
            if (in != part.full.in.size || inJitter.amplitude != 0)
                grid = torch::matmul(
                           grid,
                           resampling(part.full.in.size, in, inJitter, 2 * number + 1).t())
                    * fanIn;
            const Tensor gain = torch::mm(outValues.slice(1, 0, 1) + 1.0,
                                          (inValues.slice(1, 0, 1) + 1.0).t());
            weight = torch::addcmul(weight, grid, gain);
            vectors = vectors + vectorGrid;
        } else {
            weight = weight + part.scales[0][0];
            vectors = torch::addcmul(part.scales.select(1, 0).slice(0, 1), vectors,
                                     part.scales.select(1, 1).slice(0, 1));
        }
        if (unit.operation == Operation::Linear)
            slots[slot(index, WeightSlot)] = weight.view({out, in});
        else
            slots[slot(index, WeightSlot)] =
                weight.permute({1, 2, 0}).reshape({out, in, unit.kernel, unit.kernel});
        slots[slot(index, BiasSlot)] = vectors.select(1, 0);
        if (part.vectors == 4) {
            slots[slot(index, GainSlot)] = vectors.select(1, 1);
            slots[slot(index, MeanSlot)] = vectors.select(1, 2);
            slots[slot(index, VarianceSlot)] = vectors.select(1, 3).exp() - normEpsilon;
        }
    }

    Family m_family;
    GeneratorSettings m_settings;
    bool m_normalisation;
    bool m_hasGrid;
    std::vector<UnitPart> m_parts;
    std::map<std::string, std::size_t> m_index;
    std::vector<NamedTensor> m_parameters;
    std::vector<NamedTensor> m_constants;
    ResamplingCache m_resampling;
};

} // namespace

std::unique_ptr<Generator> makeAxisGenerator(const Family& family,
                                             const GeneratorSettings& settings, bool normalisation,
                                             const SlotTensors& base, std::uint64_t seed)
{
    auto generator = std::make_unique<AxisGenerator>(family, settings, normalisation);
    if (!base.empty())
        generator->fitTo(base, seed);
    return generator;
}

} // namespace morphospace
