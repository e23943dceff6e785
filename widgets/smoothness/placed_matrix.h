// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/network.h"

#include <string>
#include <string_view>
#include <vector>

namespace morphospace {

/// How the taps of a kernel become one value for each pair of channels, or stay beside each other.
struct Taps {
    enum class Kind {
        Mean,   ///< over all taps
        L1,     ///< sum of the taps' absolute values
        All,    ///< every tap by itself: the matrix of each tap beside that of the one before
        One     ///< only `tap`
    };
    Kind kind = Kind::Mean;
    int tap = 0;   ///< row major within the kernel
    bool operator==(const Taps&) const = default;
};
/// "mean", "l1", "all", or the number of a tap. What is none of them is the mean.
[[nodiscard]] Taps tapsNamed(std::string_view name);
[[nodiscard]] std::string nameOf(const Taps& taps);
/// Taps of a tensor: 9 of a 3 x 3 kernel, 1 of a linear layer and of a bias.
[[nodiscard]] int tapCount(const WeightTensor& tensor);

/// A matrix whose rows and columns stand at places of their own: those of channels in some order,
/// on the way to another one, or coordinates between 0 and 1.
struct PlacedMatrix {
    int rows = 0;
    int columns = 0;
    std::vector<float> values;          ///< rows x columns, row major, as stored
    std::vector<double> rowPlaces;      ///< of each stored row
    std::vector<double> columnPlaces;
    double rowFrom = 0;                 ///< the range the places are in: -0.5 to rows - 0.5 ...
    double rowTo = 1;
    double columnFrom = 0;
    double columnTo = 1;

    [[nodiscard]] float at(int row, int column) const
    {
        return values[std::size_t(row) * std::size_t(columns) + std::size_t(column)];
    }
};

/// The values of a tensor as outputs x inputs (x taps), in stored order; a bias has one column.
/// Places are the stored order's. Throws Error for a tensor without axes.
[[nodiscard]] PlacedMatrix matrixOf(const WeightTensor& tensor, const Taps& taps);

/// Where every channel is on its way: `order`[position] = channel, `part` 0: before, 1: after.
[[nodiscard]] std::vector<double> placesBetween(const std::vector<int>& before,
                                                const std::vector<int>& after, double part);

/// Indices in the order of their places; those that stand at the same place keep their order.
[[nodiscard]] std::vector<int> byPlace(const std::vector<double>& places);
/// For each of `count` even cells from `from` to `to`, the index of the place nearest to its middle.
[[nodiscard]] std::vector<int> nearestPlaces(const std::vector<double>& places, double from,
                                             double to, int count);

/// The value that at most `share` of all absolute values exceed; 1 where all are zero.
[[nodiscard]] double limitOf(const std::vector<const PlacedMatrix*>& matrices, double share = 0.002);

} // namespace morphospace
