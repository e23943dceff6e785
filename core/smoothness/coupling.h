// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/network.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace morphospace {

/// A tensor seen as rows x columns x taps: which channel group orders its rows (output channels)
/// and which its columns (input channels); -1 for an axis that is never re-ordered (image channels,
/// classes). A vector has one column.
struct Coupling {
    Axis rows;
    Axis columns;
};

/// The couplings of every tensor that can belong to a network's units, by name: NAME.weight,
/// NAME.bias, NORM.weight, NORM.bias, NORM.running_mean, NORM.running_var.
[[nodiscard]] std::map<std::string, Coupling> couplings(const Family& family,
                                                        const Configuration& configuration);

/// The coupling of one tensor. Throws Error where no unit has it, or where its shape or the number
/// of its values is not what the unit needs.
[[nodiscard]] const Coupling& couplingOf(const std::map<std::string, Coupling>& known,
                                         const WeightTensor& tensor);

/// Values behind one pair of channels: the kernel's taps, 1 for a vector.
[[nodiscard]] std::size_t tapsOf(const std::vector<std::int64_t>& shape);

/// One axis of one tensor that a group's order moves.
struct GroupAxis {
    std::string tensor;
    bool rows = true;   ///< the first axis; else the second

    bool operator==(const GroupAxis&) const = default;
};

/// For each group of channelGroups(), the axes of `tensors` that move with it, in their order.
[[nodiscard]] std::vector<std::vector<GroupAxis>>
groupAxes(const Family& family, const Configuration& configuration,
          const std::vector<WeightTensor>& tensors);

} // namespace morphospace
