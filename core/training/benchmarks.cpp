// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/benchmarks.h"

#include "core/base/cancel.h"
#include "core/base/error.h"
#include "core/datasets/library.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/noise_images.h"
#include "core/evaluation/sample_cache.h"
#include "core/training/manifold_training.h"
#include "core/training/network_training.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <chrono>
#include <random>

namespace morphospace {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

std::string caseName(const std::string& generator, double width)
{
    return "sample " + generator + (width < 1 ? " 0.6" : " 1.0");
}

constexpr const char* published = "mlp 256/4/16";

} // namespace

SamplingBenchmarks::SamplingBenchmarks()
{
    const Family family = resNet({16, 32, 64}, {3, 3, 3}, 3, 32, 10);
    const SlotTensors base = initialSlots(units(family, family.full), 1);
    const std::vector<std::pair<std::string, GeneratorSettings>> kinds{
        {"grid", {.kind = "grid"}},
        {"separable", {.kind = "separable", .hidden = 96, .rank = 64}},
        {"mlp 96/4/5", {.kind = "mlp", .hidden = 96, .layers = 4, .frequencies = 5}},
        {published, {.kind = "mlp", .hidden = 256, .layers = 4, .frequencies = 16}}};
    const auto cache = std::make_shared<SampleCache>(64 << 20);
    for (const auto& [name, settings] : kinds) {
        const std::shared_ptr<const Manifold> manifold = std::make_shared<Manifold>(
            family, InputScaling{{0, 0, 0}, {1, 1, 1}}, makeGenerator(family, settings, base, 1));
        for (const double width : {1.0, 0.6}) {
            const Configuration size = uniformWidths(family, width, family.full.depths);
            m_cases.push_back({caseName(name, width), name, width,
                               manifold->generatorParameters(),
                               [manifold, size] { (void)sampleNetwork(*manifold, size); },
                               [manifold, size, cache] {
                                   (void)cache->sample(*manifold, size, {});
                               }});
        }
    }
}

SamplingBenchmarks::~SamplingBenchmarks() = default;

std::string SamplingBenchmarks::publishedCase(double width) const
{
    return caseName(published, width);
}

struct TrainingStepBenchmark::Parts {
    Family family = resNet({16, 32, 64}, {3, 3, 3}, 1, 28, 62, 2);
    SlotTensors base = initialSlots(units(family, family.full), 1);
    std::unique_ptr<Generator> generator = makeGenerator(family, {}, base, 1);
    std::shared_ptr<const ImageSet> images = noiseImages(family, std::size_t(steps) * 128);
};

TrainingStepBenchmark::TrainingStepBenchmark() : m_parts(std::make_unique<Parts>()) {}

TrainingStepBenchmark::~TrainingStepBenchmark() = default;

void TrainingStepBenchmark::run() const
{
    TrainingData data(m_parts->images, {{0.5F}, {0.5F}}, 128, 1);
    JointTraining joint;
    joint.epochs = 1;
    joint.sizes.depth = true;
    trainJointly(*m_parts->generator, m_parts->family, m_parts->base, data, joint, {}, "", {}, {});
}

std::string TrainingStepBenchmark::description()
{
    return "joint steps of ResNet 16-32-64 x 3-3-3 on 28 x 28, four sizes, batch 128";
}

SliderTimes timeSliderToPicture(const std::filesystem::path& file, int moves, std::stop_token stop)
{
    const auto manifold = readManifold(file);
    const Family& family = manifold->family();
    SliderTimes times;
    std::shared_ptr<const ImageSet> images;
    try {
        images = loadImageSet(manifold->dataset, Split::Test);
        times.realImages = true;
    } catch (const Error&) {
        images = noiseImages(family, 2000);
    }
    constexpr std::size_t strip = 24;
    std::mt19937_64 random(1);
    SampleCache cache(64 << 20);
    constexpr int warmUp = 5;
    for (int move = -warmUp; move < moves; ++move) {
        throwIfStopped(stop);
        Configuration size = family.full;
        for (int& width : size.widths)
            width = std::max(1, static_cast<int>(width * (0.25 + 0.75 * double(random() % 1000) / 1000)));
        if (manifold->changesDepth()) {
            for (int& depth : size.depths)
                depth = 1 + static_cast<int>(random() % std::uint64_t(depth));
        }
        const auto start = Clock::now();
        const Network network = sampleNetwork(*manifold, size);
        const double sampled = secondsSince(start);
        (void)NetworkRunner(network, manifold->scaling()).classify(*images, 0, strip);
        if (move < 0)
            continue;
        times.seconds.push_back(secondsSince(start));
        times.coldSample.push_back(sampled);
        (void)cache.sample(*manifold, size, {});
        const auto again = Clock::now();
        (void)cache.sample(*manifold, size, {});
        times.cachedSample.push_back(secondsSince(again));
    }
    const NetworkRunner full(sampleNetwork(*manifold, family.full), manifold->scaling());
    (void)full.classify(*images, 0, 250);
    const auto start = Clock::now();
    const std::size_t count = std::min<std::size_t>(2000, images->size());
    for (std::size_t first = 0; first < count; first += 250)
        (void)full.classify(*images, first, 250);
    times.imagesPerSecond = double(count) / secondsSince(start);
    return times;
}

} // namespace morphospace
