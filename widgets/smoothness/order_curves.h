// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/order_results.h"
#include "widgets/figure/number_table.h"

#include <QString>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace morphospace {

/// What the recorded experiment says of one network and method, as values: the page, its figure and
/// its table are made from the same. Only seeds that every order has count, so that what is compared
/// is paired.
struct OrderCurves {
    enum class Shown {
        Accuracy,     ///< percent, mean over the seeds
        Difference    ///< points more than the random order on the same base, mean over the seeds
    };
    struct Point {
        Configuration configuration;
        double width = 0;     ///< percent of the largest one's
        double mean = 0;      ///< percent, or points
        double half = 0;      ///< of the 95 % interval by Student's t; infinite for one seed
        std::vector<std::pair<std::uint64_t, double>> seeds;   ///< each by itself
    };
    struct Curve {
        OrderKind order = OrderKind::Original;
        QString name;
        std::vector<Point> points;    ///< ascending in width
    };
    Shown shown = Shown::Accuracy;
    QString title;                    ///< network and method
    QString words;                    ///< with what is shown of them
    std::vector<Curve> curves;
    QList<NumberTable> numbers;       ///< the means, then every run

    [[nodiscard]] int count() const;  ///< of points of all curves together
    [[nodiscard]] const Point& point(int index) const;
    [[nodiscard]] std::size_t curveOf(int index) const;
    /// One point in words.
    [[nodiscard]] QString describe(int index) const;
};

/// "lenet/grid": every network and method that anything was measured of, as recorded.
[[nodiscard]] std::vector<std::string> orderBlocks(const OrderResults& results);
/// "LeNet 32, grid".
[[nodiscard]] QString blockWords(const OrderResults& results, const std::string& block);
/// No curves where no seed has all orders of that block.
[[nodiscard]] OrderCurves orderCurves(const OrderResults& results, const std::string& block,
                                      OrderCurves::Shown shown);
/// What the shortest path gains over the random order, as a mean over the sizes, with its interval.
[[nodiscard]] QString orderVerdict(const OrderResults& results, const std::string& block);

} // namespace morphospace
