// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cancel.h"
#include "core/base/error.h"
#include "core/base/version.h"
#include "core/evaluation/evaluation.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <random>

namespace morphospace {

std::vector<std::size_t> measuringOrder(std::size_t images)
{
    // Written out because std::shuffle may differ between standard libraries.
    std::vector<std::size_t> order(images);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937_64 random(20241018);
    for (std::size_t i = images; i > 1; --i)
        std::swap(order[i - 1], order[random() % i]);
    return order;
}

namespace {

/// Wilson's interval of a share p of n, which need not be a count.
Interval wilsonOf(double p, double n)
{
    constexpr double z = 1.959963984540054; // 97.5 % point of the normal distribution
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

/// How many clusters have images, where all of those have the same share right; else 0. Resampling
/// such clusters shows no spread, however few they are.
std::int64_t clustersThatAgree(std::span<const std::int64_t> correct,
                               std::span<const std::int64_t> images)
{
    std::int64_t seen = 0;
    std::size_t first = 0;
    for (std::size_t c = 0; c < images.size(); ++c) {
        if (images[c] == 0)
            continue;
        if (seen++ == 0)
            first = c;
        else if (correct[c] * images[first] != correct[first] * images[c])
            return 0;
    }
    return seen;
}

} // namespace

Interval wilson(std::int64_t correct, std::int64_t images)
{
    if (images <= 0)
        return {};
    return wilsonOf(double(correct) / double(images), double(images));
}

Interval clusterBootstrap(std::span<const std::int64_t> correct,
                          std::span<const std::int64_t> images, int resamples, std::uint64_t seed)
{
    std::vector<std::size_t> seen;
    for (std::size_t c = 0; c < images.size(); ++c) {
        if (images[c] > 0)
            seen.push_back(c);
    }
    if (seen.empty())
        return {};
    std::mt19937_64 random(seed);
    std::vector<double> accuracies;
    accuracies.reserve(std::size_t(resamples));
    for (int r = 0; r < resamples; ++r) {
        std::int64_t right = 0;
        std::int64_t all = 0;
        for (std::size_t draw = 0; draw < seen.size(); ++draw) {
            const std::size_t c = seen[random() % seen.size()];
            right += correct[c];
            all += images[c];
        }
        accuracies.push_back(double(right) / double(all));
    }
    std::sort(accuracies.begin(), accuracies.end());
    const auto quantile = [&](double q) {
        return accuracies[std::size_t(std::lround(q * double(accuracies.size() - 1)))];
    };
    return {quantile(0.025), quantile(0.975)};
}

AccuracyStream::AccuracyStream(std::shared_ptr<const ImageSet> images, std::size_t limit)
    : m_images(std::move(images)), m_order(measuringOrder(m_images->size())),
      m_total(std::int64_t(limit == 0 ? m_images->size() : std::min(limit, m_images->size()))),
      m_confusion(m_images->classNames.size() * m_images->classNames.size(), 0)
{
    if (!m_images->clusters.empty()) {
        const std::size_t clusters =
            1U + *std::max_element(m_images->clusters.begin(), m_images->clusters.end());
        m_clusterCorrect.assign(clusters, 0);
        m_clusterImages.assign(clusters, 0);
    }
}

bool AccuracyStream::advance(const NetworkRunner& runner, std::size_t count)
{
    count = std::min(count, std::size_t(m_total - m_measured));
    const std::span which = std::span(m_order).subspan(std::size_t(m_measured), count);
    const std::vector<Prediction> predictions = runner.classify(*m_images, which);
    const std::size_t classes = m_images->classNames.size();
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t label = m_images->labels[which[i]];
        const auto predicted = std::size_t(predictions[i].label);
        const bool right = predicted == label;
        m_correct += right;
        m_right.push_back(right);
        ++m_confusion[label * classes + predicted];
        if (!m_clusterImages.empty()) {
            const std::size_t cluster = m_images->clusters[which[i]];
            m_clusterCorrect[cluster] += right;
            ++m_clusterImages[cluster];
        }
    }
    m_measured += std::int64_t(count);
    return m_measured < m_total;
}

Interval AccuracyStream::interval() const
{
    if (m_clusterImages.empty())
        return wilson(m_correct, m_measured);
    if (const std::int64_t clusters = clustersThatAgree(m_clusterCorrect, m_clusterImages))
        return wilsonOf(double(m_correct) / double(m_measured), double(clusters));
    return clusterBootstrap(m_clusterCorrect, m_clusterImages);
}

std::string AccuracyStream::intervalMethod() const
{
    if (m_clusterImages.empty())
        return "Wilson";
    return clustersThatAgree(m_clusterCorrect, m_clusterImages) > 0
        ? "Wilson over font families, which all agree"
        : "cluster bootstrap by font family";
}

Measurement toMeasurement(const AccuracyStream& stream, const Manifold& manifold,
                          const Configuration& configuration, const SampleOptions& options)
{
    const Interval interval = stream.interval();
    Measurement result;
    result.configuration = configuration;
    result.dataset = stream.images().name;
    result.datasetHash = stream.images().hash;
    result.images = stream.measured();
    result.correct = stream.correct();
    result.low = interval.low;
    result.high = interval.high;
    result.intervalMethod = stream.intervalMethod();
    result.parameters = parameterCount(manifold.family(), configuration);
    result.macs = macCount(manifold.family(), configuration);
    result.compression = compression(manifold.family(), configuration);
    result.averaging = options.averaging;
    result.seed = options.seed;
    result.source = "manifold";
    result.programVersion = programVersion();
    return result;
}

void measureRest(AccuracyStream& stream, const NetworkRunner& runner,
                 const std::function<void()>& between)
{
    using Clock = std::chrono::steady_clock;
    std::size_t chunk = 16;
    for (bool more = true; more;) {
        between();
        const auto start = Clock::now();
        more = stream.advance(runner, chunk);
        const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
        const double fitting = double(chunk) * 0.02 / std::max(seconds, 1e-6);
        chunk = std::clamp<std::size_t>(std::size_t(std::min(fitting, 2.0 * double(chunk))), 8, 2048);
    }
}

Measurement measure(const Manifold& manifold, const Configuration& configuration,
                    const SampleOptions& options, std::shared_ptr<const ImageSet> images,
                    std::size_t limit, std::stop_token stop)
{
    const NetworkRunner runner(sampleNetwork(manifold, configuration, options, stop),
                               manifold.scaling());
    AccuracyStream stream(std::move(images), limit);
    measureRest(stream, runner, [&stop] { throwIfStopped(stop); });
    return toMeasurement(stream, manifold, configuration, options);
}

} // namespace morphospace
