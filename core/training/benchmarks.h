// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace morphospace {

/// One thing to time: the whole folded ResNet-20 (16-32-64 x 3-3-3, 3 x 32 x 32 pixels) taken from
/// a generator at a width, cold and from the cache. Parameters are random: time does not depend on them.
struct SamplingCase {
    std::string name;
    std::string generator;
    double width = 1;
    std::int64_t parameters = 0;
    std::function<void()> run;
    std::function<void()> runCached;  ///< the same network again, from a SampleCache that holds it
};

class SamplingBenchmarks {
public:
    /// grid and separable as `train` makes them by default, an MLP a tensor of the size that was
    /// measured with them (96 wide, 4 layers, 5 frequencies) and of NeuMeta's published size (256
    /// wide, 4 layers, 16 frequencies), each at full and at 0.6 width.
    SamplingBenchmarks();
    ~SamplingBenchmarks();
    [[nodiscard]] const std::vector<SamplingCase>& cases() const { return m_cases; }
    /// Name of the published-size case at a width.
    [[nodiscard]] std::string publishedCase(double width) const;

private:
    std::vector<SamplingCase> m_cases;
};

/// Joint steps on noise: a sandwich of four sizes of a ResNet on 28 x 28 pictures, batch 128, the
/// base's soft outputs included.
class TrainingStepBenchmark {
public:
    static constexpr int steps = 4;
    TrainingStepBenchmark();
    ~TrainingStepBenchmark();
    void run() const;
    [[nodiscard]] static std::string description();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

struct SliderTimes {
    std::vector<double> seconds;      ///< slider move to 24 classified pictures
    std::vector<double> coldSample;   ///< the share of the generator
    std::vector<double> cachedSample; ///< the same network again, from the cache
    double imagesPerSecond = 0;       ///< evaluated at full size
    bool realImages = false;          ///< false: the data set is not here, noise stood in
};

/// Moves through widths (and depths) of a manifold in a fixed random order and times what the
/// window does until its first picture: sample, make ready, classify 24 images.
[[nodiscard]] SliderTimes timeSliderToPicture(const std::filesystem::path& manifold, int moves,
                                              std::stop_token stop);

} // namespace morphospace
