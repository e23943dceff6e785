// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/paired.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace morphospace {

namespace {

struct Cluster {
    std::int64_t images = 0;
    std::int64_t gain = 0;   ///< images only B gets right minus those only A does
};

Interval bootstrap(const std::vector<Cluster>& clusters)
{
    constexpr int resamples = 1000;
    std::mt19937_64 random(1);
    std::vector<double> differences;
    differences.reserve(resamples);
    for (int r = 0; r < resamples; ++r) {
        std::int64_t gain = 0;
        std::int64_t images = 0;
        for (std::size_t draw = 0; draw < clusters.size(); ++draw) {
            const Cluster& cluster = clusters[random() % clusters.size()];
            gain += cluster.gain;
            images += cluster.images;
        }
        differences.push_back(double(gain) / double(images));
    }
    std::ranges::sort(differences);
    const auto quantile = [&](double q) {
        return differences[std::size_t(std::lround(q * (resamples - 1)))];
    };
    return {quantile(0.025), quantile(0.975)};
}

Interval bonettPrice(std::int64_t onlyA, std::int64_t onlyB, std::int64_t images)
{
    constexpr double z = 1.959963984540054;
    const double n = double(images) + 2;
    const double a = (double(onlyA) + 1) / n;
    const double b = (double(onlyB) + 1) / n;
    const double half = z * std::sqrt((a + b - (b - a) * (b - a)) / n);
    return {std::max(-1.0, b - a - half), std::min(1.0, b - a + half)};
}

/// (sum of gains)^2 / sum of gains^2 is chi-squared with one degree of freedom.
double yangSunHardin(const std::vector<Cluster>& clusters)
{
    double sum = 0;
    double squares = 0;
    for (const Cluster& cluster : clusters) {
        sum += double(cluster.gain);
        squares += double(cluster.gain) * double(cluster.gain);
    }
    return squares > 0 ? std::erfc(std::sqrt(sum * sum / squares / 2)) : 1.0;
}

} // namespace

double mcnemarTest(std::int64_t onlyA, std::int64_t onlyB)
{
    const std::int64_t n = onlyA + onlyB;
    const std::int64_t fewer = std::min(onlyA, onlyB);
    if (2 * fewer == n)
        return 1;
    const double atHalf = -double(n) * std::log(2.0);
    double tail = 0;
    for (std::int64_t k = 0; k <= fewer; ++k)
        tail += std::exp(atHalf + std::lgamma(double(n) + 1) - std::lgamma(double(k) + 1)
                         - std::lgamma(double(n - k) + 1));
    return std::min(1.0, 2 * tail);
}

PairedComparison comparePaired(const ImageSet& images, const std::vector<bool>& rightA,
                               const std::vector<bool>& rightB)
{
    PairedComparison result;
    const std::size_t count = std::min({rightA.size(), rightB.size(), images.size()});
    result.images = std::int64_t(count);
    if (count == 0)
        return result;
    const std::vector<std::size_t> order = measuringOrder(images.size());
    std::map<std::uint16_t, Cluster> byCluster;
    for (std::size_t i = 0; i < count; ++i) {
        const int gain = int(rightB[i]) - int(rightA[i]);
        result.onlyA += gain < 0;
        result.onlyB += gain > 0;
        if (!images.clusters.empty()) {
            Cluster& cluster = byCluster[images.clusters[order[i]]];
            ++cluster.images;
            cluster.gain += gain;
        }
    }
    result.difference = double(result.onlyB - result.onlyA) / double(count);
    result.mcnemar = mcnemarTest(result.onlyA, result.onlyB);
    if (byCluster.size() < 2) {
        result.interval = bonettPrice(result.onlyA, result.onlyB, result.images);
        result.intervalMethod = "Bonett and Price";
        return result;
    }
    std::vector<Cluster> clusters;
    for (const auto& [number, cluster] : byCluster)
        clusters.push_back(cluster);
    result.interval = bootstrap(clusters);
    result.intervalMethod = "cluster bootstrap by font family";
    result.clustered = yangSunHardin(clusters);
    return result;
}

} // namespace morphospace
