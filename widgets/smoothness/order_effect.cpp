// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/order_effect.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace morphospace {
namespace {

constexpr std::size_t comparedImages = 992;   // class scores of as many are compared
constexpr std::size_t chunk = 31;

void checkpoint(const std::stop_token& stop)
{
    if (stop.stop_requested()) {
        throw Cancelled();
    }
}

OrderEffect::Count measured(const NetworkRunner& runner,
                            const std::shared_ptr<const ImageSet>& images, std::size_t limit,
                            const std::stop_token& stop)
{
    AccuracyStream stream(images, limit);
    measureRest(stream, runner, [&] { checkpoint(stop); });
    const Interval interval = stream.interval();
    return {stream.measured(), stream.correct(), interval.low, interval.high};
}

} // namespace

void measureOrders(const OrderComparison& comparison, const InputScaling& scaling,
                   const std::shared_ptr<const ImageSet>& images, std::size_t limit,
                   const std::stop_token& stop, const std::function<void(const OrderEffect&)>& told)
{
    const Network& network = comparison.network;
    requireFits(network.family, *images);
    const auto inOrder = [&](const ChannelOrders& orders) {
        Network other = network;
        other.tensors = permute(network.family, network.configuration, network.tensors, orders);
        return NetworkRunner(other, scaling);
    };
    const NetworkRunner one = inOrder(comparison.beforeOrders);
    const NetworkRunner other = inOrder(comparison.afterOrders);
    OrderEffect effect;
    effect.dataset = images->name;

    std::vector<std::size_t> which = measuringOrder(images->size());
    which.resize(std::min({which.size(), comparedImages, limit == 0 ? comparedImages : limit}));
    double largest = 0;
    double difference = 0;
    for (std::size_t from = 0; from < which.size(); from += chunk) {
        checkpoint(stop);
        const auto part =
            std::span(which).subspan(from, std::min(chunk, which.size() - from));
        const std::vector<float> first = one.logits(*images, part);
        const std::vector<float> second = other.logits(*images, part);
        const std::size_t classes = first.size() / part.size();
        for (std::size_t i = 0; i < first.size(); ++i) {
            largest = std::max(largest, std::abs(double(first[i])));
            difference = std::max(difference, std::abs(double(first[i]) - double(second[i])));
        }
        for (std::size_t image = 0; image < part.size(); ++image) {
            const auto best = [&](const std::vector<float>& scores) {
                const auto begin = scores.begin() + std::ptrdiff_t(image * classes);
                return std::max_element(begin, begin + std::ptrdiff_t(classes)) - begin;
            };
            effect.otherClass += best(first) != best(second) ? 1 : 0;
        }
    }
    effect.compared = std::int64_t(which.size());
    effect.outputDifference = difference / std::max(largest, 1e-30);
    told(effect);
    effect.before = measured(one, images, limit, stop);
    told(effect);
    effect.after = measured(other, images, limit, stop);
    told(effect);
}

} // namespace morphospace
