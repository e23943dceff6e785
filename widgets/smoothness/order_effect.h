// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"
#include "widgets/smoothness/order_comparison.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace morphospace {

/// What re-ordering channels does to what a network computes, measured on test images. It should do
/// nothing: what is left of a difference is rounding.
struct OrderEffect {
    struct Count {
        std::int64_t images = 0;
        std::int64_t correct = 0;
        double low = 0;            ///< 95 % interval of the accuracy
        double high = 1;
        [[nodiscard]] double accuracy() const
        {
            return images > 0 ? double(correct) / double(images) : 0;
        }
    };
    std::string dataset;
    std::optional<Count> before;
    std::optional<Count> after;
    /// Largest difference of a class score between the two on the first `compared` images, relative
    /// to the largest score; and how many of those are given another class.
    std::optional<double> outputDifference;
    std::int64_t compared = 0;
    std::int64_t otherClass = 0;
};

/// The same measured in pieces of about a fiftieth of a second: first how far the class scores are
/// apart, then the accuracy before, then the one after.
class OrderMeasuring {
public:
    enum class Step { Goes, Known, Complete };   ///< Known: effect() has a part more

    /// `limit`: images, 0 for all. Throws Error for images that do not fit the network.
    OrderMeasuring(const OrderComparison& comparison, const InputScaling& scaling,
                   std::shared_ptr<const ImageSet> images, std::size_t limit);
    ~OrderMeasuring();

    /// Does one piece; not to be called once it is complete.
    Step advance();
    [[nodiscard]] const OrderEffect& effect() const { return m_effect; }

private:
    bool compareMore();

    std::shared_ptr<const ImageSet> m_images;
    std::size_t m_limit;
    std::vector<std::size_t> m_which;            ///< images whose class scores are compared
    std::array<std::unique_ptr<NetworkRunner>, 2> m_runners;
    OrderEffect m_effect;
    std::size_t m_compared = 0;
    double m_largest = 0;
    double m_difference = 0;
    std::optional<AccuracyStream> m_stream;
    std::size_t m_chunk = 0;
};

/// Measures all of it; `told` gets what is known after each part. `limit`: images, 0 for all. Throws
/// Error for images that do not fit the network, Cancelled.
void measureOrders(const OrderComparison& comparison, const InputScaling& scaling,
                   const std::shared_ptr<const ImageSet>& images, std::size_t limit,
                   const std::stop_token& stop, const std::function<void(const OrderEffect&)>& told);

} // namespace morphospace
