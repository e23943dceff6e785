// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"
#include "widgets/smoothness/order_comparison.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

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

/// Measures all of it; `told` gets what is known after each part. `limit`: images, 0 for all. Throws
/// Error for images that do not fit the network, Cancelled.
void measureOrders(const OrderComparison& comparison, const InputScaling& scaling,
                   const std::shared_ptr<const ImageSet>& images, std::size_t limit,
                   const std::stop_token& stop, const std::function<void(const OrderEffect&)>& told);

} // namespace morphospace
