// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/manifold_training.h"

#include "core/base/error.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <numeric>

namespace morphospace {

namespace {

using at::Tensor;

/// How far generated full-size slots are from the base's, in units of each tensor's variance.
Tensor distanceToBase(const SlotTensors& generated, const SlotTensors& base)
{
    Tensor sum = torch::zeros({});
    int count = 0;
    for (std::size_t i = 0; i < generated.size(); ++i) {
        if (!generated[i].defined() || !base[i].defined())
            continue;
        const double variance = base[i].numel() > 1 ? base[i].var().item<double>() : 0.0;
        sum = sum + (generated[i] - base[i]).square().mean() / std::max(variance, 1e-6);
        ++count;
    }
    return sum / std::max(count, 1);
}

/// What the generator is to reproduce at full size: folded where it generates folded units.
SlotTensors targetOf(const Generator& generator, const Family& family, const SlotTensors& base)
{
    return generator.generatesNormalisation() ? base : folded(units(family, family.full), base);
}

/// Squared distance of generated statistics from those a batch showed: means in units of the
/// batch's variance, variances in logarithms.
Tensor statisticsDistance(const SlotTensors& slots, const BatchStatistics& seen)
{
    Tensor sum = torch::zeros({});
    int count = 0;
    for (std::size_t i = 0; i < seen.mean.size(); ++i) {
        if (!seen.mean[i].defined())
            continue;
        const Tensor variance = seen.variance[i].clamp_min(0) + normEpsilon;
        const Tensor generated = slots[slot(i, VarianceSlot)] + normEpsilon;
        sum = sum
            + ((slots[slot(i, MeanSlot)] - seen.mean[i]).square() / variance
               + (generated.log() - variance.log()).square())
                  .mean();
        ++count;
    }
    return sum / std::max(count, 1);
}

std::mt19937_64 randomOf(std::uint64_t seed, int step)
{
    return std::mt19937_64(seed * 0x9E3779B97F4A7C15ULL + std::uint64_t(step));
}

} // namespace

Tensor softOutputs(const Family& family, const SlotTensors& base, TrainingData& data,
                   double temperature, std::stop_token stop)
{
    const torch::NoGradGuard noGrad;
    const std::vector<Unit> list = units(family, family.full);
    const SlotTensors network = folded(list, base);
    const std::size_t count = data.images().size();
    Tensor outputs = torch::empty({std::int64_t(count), family.classes});
    constexpr std::size_t chunk = 500;
    std::vector<std::size_t> which;
    for (std::size_t first = 0; first < count && !stop.stop_requested(); first += chunk) {
        which.resize(std::min(chunk, count - first));
        std::iota(which.begin(), which.end(), first);
        const Tensor images = data.scaled(which);
        outputs.slice(0, std::int64_t(first), std::int64_t(first + which.size()))
            .copy_((forward(family, list, network, images) / temperature).softmax(1));
    }
    return outputs;
}

void warmStart(Generator& generator, const Family& family, const SlotTensors& base,
               const WarmStart& options, const std::filesystem::path& checkpoint,
               const std::string& fingerprint, const Learner::Progress& progress,
               std::stop_token stop)
{
    const SlotTensors target = targetOf(generator, family, base);
    Learner learner(generator.parameters(), {},
                    {.steps = options.steps, .rate = options.rate, .weightDecay = 0});
    const auto step = [&](int) {
        const Tensor loss = distanceToBase(generator.generate(family.full), target);
        loss.backward();
        return loss.item<double>();
    };
    learner.run(step, checkpoint, fingerprint, progress, stop);
}

void trainJointly(Generator& generator, const Family& family, const SlotTensors& base,
                  TrainingData& data, const JointTraining& options,
                  const std::filesystem::path& checkpoint, const std::string& fingerprint,
                  const Learner::Progress& progress, std::stop_token stop, at::Tensor soft)
{
    const SlotTensors target = targetOf(generator, family, base);
    if (!soft.defined())
        soft = softOutputs(family, base, data, options.temperature, stop);
    const int steps =
        options.steps > 0 ? options.steps : options.epochs * data.stepsPerEpoch();
    Learner learner(generator.parameters(), {},
                    {.steps = steps,
                     .rate = options.rate,
                     .weightDecay = options.weightDecay,
                     .averaging = options.averaging});
    const auto step = [&](int number) {
        const double at = double(number) / steps;
        std::mt19937_64 random = randomOf(options.seed, number);
        const TrainingData::Batch batch = data.batch(number);
        const Tensor wanted = soft.index_select(0, batch.indices);
        const std::vector<Configuration> sizes = drawSandwich(family, options.sizes, random);
        const double replaced = std::clamp(
            (at - options.replaceFrom) / std::max(options.replaceTo - options.replaceFrom, 1e-9),
            0.0, 1.0);
        double total = 0;
        for (const Configuration& size : sizes) {
            const std::vector<Unit> list = units(family, size);
            const Jitter jitter{at >= options.jitterFrom ? options.jitter : 0.0, random()};
            const SlotTensors slots = generator.generate(size, jitter);
            Normalisation normalisation;
            BatchStatistics seen;
            normalisation.seen = &seen;
            for (std::size_t i = 0; i < list.size(); ++i)
                normalisation.fromBatch.push_back(double(random() >> 11) * 0x1.0p-53 >= replaced);
            const Tensor scores = forward(family, list, slots, batch.images, normalisation);
            Tensor loss = (1 - options.distillation)
                * torch::cross_entropy_loss(scores, batch.labels);
            if (options.distillation > 0)
                loss = loss
                    - options.distillation
                        * (wanted * (scores / options.temperature).log_softmax(1)).sum(1).mean();
            total += loss.item<double>() / double(sizes.size());
            if (generator.generatesNormalisation())
                loss = loss + statisticsDistance(slots, seen);
            if (options.anchor > 0 && size == family.full)
                loss = loss + options.anchor * distanceToBase(slots, target);
            (loss / double(sizes.size())).backward();
        }
        return total;
    };
    try {
        learner.run(step, checkpoint, fingerprint, progress, stop);
    } catch (const Cancelled&) {
        learner.takeAverages(); // what there is so far is usable
        throw;
    }
    learner.takeAverages();
}

} // namespace morphospace
