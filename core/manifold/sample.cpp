// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/manifold/generator.h"
#include "core/manifold/manifold.h"
#include "core/manifold/sample_limits.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <charconv>

namespace morphospace {

Manifold::Manifold(Family family, InputScaling scaling, std::unique_ptr<Generator> generator)
    : m_family(std::move(family)), m_scaling(std::move(scaling)), m_generator(std::move(generator))
{
}

Manifold::~Manifold() = default;

std::string Manifold::generatorKind() const
{
    return m_generator->settings().kind;
}

std::int64_t Manifold::generatorParameters() const
{
    return parameterCount(*m_generator);
}

bool Manifold::changesDepth() const
{
    return m_generator->changesDepth();
}

bool isTrained(const TrainedRange& range, const Configuration& configuration)
{
    const auto inside = [](const std::vector<int>& values, const std::vector<int>& least,
                           const std::vector<int>& greatest) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i] < least.at(i) || values[i] > greatest.at(i))
                return false;
        }
        return true;
    };
    return inside(configuration.widths, range.least.widths, range.greatest.widths)
        && inside(configuration.depths, range.least.depths, range.greatest.depths);
}

namespace {

std::string inWords(double value)
{
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

void requireSound(const SampleOptions& options)
{
    if (options.averaging < 1 || options.averaging > mostSamplesAveraged)
        throw Error("averaging over " + std::to_string(options.averaging)
                    + " samples is not possible; expected 1 to "
                    + std::to_string(mostSamplesAveraged));
    // Written so that NaN, which no comparison holds for, is refused.
    if (!(options.jitter >= 0 && options.jitter <= maximumJitter))
        throw Error("a jitter of " + inWords(options.jitter)
                    + " channels is not possible; expected 0 to " + inWords(maximumJitter));
}

} // namespace

Network sampleNetwork(const Manifold& manifold, const Configuration& configuration,
                      const SampleOptions& options, const std::stop_token& stop)
{
    const Family& family = manifold.family();
    requireLegal(family, configuration);
    if (!manifold.changesDepth() && configuration.depths != family.full.depths)
        throw Error("depth cannot change: the generator '" + manifold.generatorKind()
                    + "' is width only; expected depth " + describe({{}, family.full.depths}));
    requireSound(options);
    const c10::InferenceMode inference;
    const std::vector<Unit> list = units(family, configuration);
    SlotTensors sum = folded(list, manifold.generator().generate(configuration, {}, stop));
    for (int k = 1; k < options.averaging; ++k) {
        const Jitter jitter{options.jitter, options.seed * 1000003 + std::uint64_t(k)};
        const SlotTensors other =
            folded(list, manifold.generator().generate(configuration, jitter, stop));
        for (std::size_t i = 0; i < sum.size(); ++i) {
            if (sum[i].defined())
                sum[i] = sum[i] + other[i];
        }
    }
    if (options.averaging > 1) {
        for (at::Tensor& tensor : sum) {
            if (tensor.defined())
                tensor = tensor / options.averaging;
        }
    }
    return toNetwork(family, configuration, sum);
}

} // namespace morphospace
