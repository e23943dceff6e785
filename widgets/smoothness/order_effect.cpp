// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/order_effect.h"

#include "core/base/error.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <span>
#include <utility>

namespace morphospace {
namespace {

constexpr std::size_t comparedImages = 992;   // class scores of as many are compared
constexpr std::size_t compared = 31;          // at a time
constexpr std::size_t firstChunk = 8;

/// A chunk takes about a fiftieth of a second.
std::size_t chunkAfter(std::size_t before, double seconds)
{
    return std::clamp<std::size_t>(
        std::size_t(0.02 * double(before) / std::max(seconds, 1e-6)), 4, 2048);
}

} // namespace

OrderMeasuring::OrderMeasuring(const OrderComparison& comparison, const InputScaling& scaling,
                               std::shared_ptr<const ImageSet> images, std::size_t limit)
    : m_images(std::move(images))
    , m_limit(limit)
    , m_which(measuringOrder(m_images->size()))
{
    const Network& network = comparison.network;
    requireFits(network.family, *m_images);
    const ChannelOrders* const orders[] = {&comparison.beforeOrders, &comparison.afterOrders};
    for (std::size_t side = 0; side < 2; ++side) {
        Network other = network;
        other.tensors =
            permute(network.family, network.configuration, network.tensors, *orders[side]);
        m_runners[side] = std::make_unique<NetworkRunner>(other, scaling);
    }
    m_effect.dataset = m_images->name;
    m_which.resize(std::min({m_which.size(), comparedImages, limit == 0 ? comparedImages : limit}));
}

OrderMeasuring::~OrderMeasuring() = default;

bool OrderMeasuring::compareMore()
{
    const auto part =
        std::span(m_which).subspan(m_compared, std::min(compared, m_which.size() - m_compared));
    const std::vector<float> first = m_runners[0]->logits(*m_images, part);
    const std::vector<float> second = m_runners[1]->logits(*m_images, part);
    const std::size_t classes = first.size() / std::max<std::size_t>(1, part.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        m_largest = std::max(m_largest, std::abs(double(first[i])));
        m_difference = std::max(m_difference, std::abs(double(first[i]) - double(second[i])));
    }
    for (std::size_t image = 0; image < part.size(); ++image) {
        const auto best = [&](const std::vector<float>& scores) {
            const auto begin = scores.begin() + std::ptrdiff_t(image * classes);
            return std::max_element(begin, begin + std::ptrdiff_t(classes)) - begin;
        };
        m_effect.otherClass += best(first) != best(second) ? 1 : 0;
    }
    m_compared += part.size();
    return m_compared < m_which.size();
}

OrderMeasuring::Step OrderMeasuring::advance()
{
    if (!m_effect.outputDifference) {
        if (compareMore()) {
            return Step::Goes;
        }
        m_effect.compared = std::int64_t(m_which.size());
        m_effect.outputDifference = m_difference / std::max(m_largest, 1e-30);
        return Step::Known;
    }
    const std::size_t side = m_effect.before ? 1 : 0;
    if (!m_stream) {
        m_stream.emplace(m_images, m_limit);
        m_chunk = firstChunk;
    }
    const auto start = std::chrono::steady_clock::now();
    const bool more = m_stream->advance(*m_runners[side], m_chunk);
    m_chunk = chunkAfter(
        m_chunk,
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    if (more) {
        return Step::Goes;
    }
    const Interval interval = m_stream->interval();
    (side == 0 ? m_effect.before : m_effect.after) = OrderEffect::Count{
        m_stream->measured(), m_stream->correct(), interval.low, interval.high};
    m_stream.reset();
    return side == 0 ? Step::Known : Step::Complete;
}

void measureOrders(const OrderComparison& comparison, const InputScaling& scaling,
                   const std::shared_ptr<const ImageSet>& images, std::size_t limit,
                   const std::stop_token& stop, const std::function<void(const OrderEffect&)>& told)
{
    OrderMeasuring measuring(comparison, scaling, images, limit);
    auto step = OrderMeasuring::Step::Goes;
    while (step != OrderMeasuring::Step::Complete) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        step = measuring.advance();
        if (step != OrderMeasuring::Step::Goes) {
            told(measuring.effect());
        }
    }
}

} // namespace morphospace
