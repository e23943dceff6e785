// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/image_set.h"
#include "core/manifold/manifold.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace morphospace {

struct Prediction {
    int label = 0;
    float confidence = 0;  ///< softmax probability of `label`

    bool operator==(const Prediction&) const = default;
};

/// A sampled network made ready to run (its tensors are copied). Const calls are thread-safe.
class NetworkRunner {
public:
    NetworkRunner(const Network& network, InputScaling scaling);
    ~NetworkRunner();
    NetworkRunner(NetworkRunner&&) noexcept;
    NetworkRunner& operator=(NetworkRunner&&) noexcept;

    [[nodiscard]] const Family& family() const;
    [[nodiscard]] const Configuration& configuration() const;

    /// Classifies images [first, first + count) of a set whose shape and classes fit (else Error).
    [[nodiscard]] std::vector<Prediction> classify(const ImageSet& images, std::size_t first,
                                                   std::size_t count) const;
    [[nodiscard]] std::vector<Prediction> classify(const ImageSet& images,
                                                   std::span<const std::size_t> which) const;
    /// Class scores before softmax, which.size() x classes, row major.
    [[nodiscard]] std::vector<float> logits(const ImageSet& images,
                                            std::span<const std::size_t> which) const;

private:
    struct Tensors;
    std::unique_ptr<Tensors> m_tensors;
};

/// Throws Error that says what does not fit: channels, size or classes.
void requireFits(const Family& family, const ImageSet& images);

/// A fixed pseudo-random order in which a set is measured, so that any prefix is a fair sample.
[[nodiscard]] std::vector<std::size_t> measuringOrder(std::size_t images);

struct Interval {
    double low = 0;
    double high = 1;
};
/// Wilson's 95 % score interval of correct / images (Wilson 1927).
[[nodiscard]] Interval wilson(std::int64_t correct, std::int64_t images);
/// 95 % percentile interval of the accuracy from a bootstrap that draws whole clusters with
/// replacement: `correct[c]` of `images[c]` in cluster c. Deterministic for a seed.
[[nodiscard]] Interval clusterBootstrap(std::span<const std::int64_t> correct,
                                        std::span<const std::int64_t> images,
                                        int resamples = 1000, std::uint64_t seed = 1);

/// Accuracy that grows image by image. Confusion and per-class counts come with it.
class AccuracyStream {
public:
    AccuracyStream(std::shared_ptr<const ImageSet> images, std::size_t limit = 0);

    /// Measures up to `count` more images; false when all (or `limit`) are measured.
    bool advance(const NetworkRunner& runner, std::size_t count);
    [[nodiscard]] std::int64_t measured() const { return m_measured; }
    [[nodiscard]] std::int64_t total() const { return m_total; }
    [[nodiscard]] std::int64_t correct() const { return m_correct; }
    /// Cluster bootstrap where the set has clusters, Wilson elsewhere. Where all clusters agree the
    /// bootstrap would show no spread (0 of 50 right: 0 to 0): then Wilson with the number of
    /// clusters as the sample size, the careful reading.
    [[nodiscard]] Interval interval() const;
    [[nodiscard]] std::string intervalMethod() const;
    /// classes x classes counts, row = true class, column = predicted.
    [[nodiscard]] const std::vector<std::int64_t>& confusion() const { return m_confusion; }
    /// Whether each image measured so far was classified right, in the order of measuring.
    [[nodiscard]] const std::vector<bool>& right() const { return m_right; }
    [[nodiscard]] const ImageSet& images() const { return *m_images; }

private:
    std::shared_ptr<const ImageSet> m_images;
    std::vector<std::size_t> m_order;
    std::int64_t m_total = 0;
    std::int64_t m_measured = 0;
    std::int64_t m_correct = 0;
    std::vector<std::int64_t> m_confusion;
    std::vector<bool> m_right;
    std::vector<std::int64_t> m_clusterCorrect;
    std::vector<std::int64_t> m_clusterImages;
};

/// Measures what is left of a stream. `between` is called before every chunk and may throw to end
/// it; a chunk takes about a fiftieth of a second, so that a cancel is obeyed within 100 ms.
void measureRest(AccuracyStream& stream, const NetworkRunner& runner,
                 const std::function<void()>& between);

/// The whole measurement of one configuration; checks `stop` every few images (throws Cancelled).
[[nodiscard]] Measurement measure(const Manifold& manifold, const Configuration& configuration,
                                  const SampleOptions& options,
                                  std::shared_ptr<const ImageSet> images, std::size_t limit = 0,
                                  std::stop_token stop = {});
/// Fills a Measurement from what a stream has counted so far.
[[nodiscard]] Measurement toMeasurement(const AccuracyStream& stream, const Manifold& manifold,
                                        const Configuration& configuration,
                                        const SampleOptions& options);

struct Latency {
    double medianSeconds = 0;  ///< batch 1, one thread, after warm-up
    int runs = 0;
};
[[nodiscard]] Latency measureLatency(const NetworkRunner& runner, const ImageSet& images,
                                     int runs = 30, std::stop_token stop = {});

} // namespace morphospace
