// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/network.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace morphospace {

/// The new order of every channel group of a network: order[g][new position] = old channel.
using ChannelOrders = std::vector<std::vector<int>>;

/// Total variation of a network's tensors (NeuMeta's definition, papers' code): the mean over all
/// tensors of sum |W[i+1] - W[i]| along the first axis plus, for weights, sum |W[:, j+1] - W[:, j]|
/// along the second, over all taps.
[[nodiscard]] double totalVariation(const std::vector<WeightTensor>& tensors);
[[nodiscard]] double totalVariation(const WeightTensor& tensor);

/// One shortest Hamiltonian path a channel group: a channel is the concatenation of its slices of
/// all coupled tensors (outputs, biases, inputs); distance L1. Input and class axes stay.
[[nodiscard]] ChannelOrders smoothOrders(const Network& network, std::uint64_t seed = 1);

/// The same function with its channels re-ordered. The tensors may be any that belong to the
/// units of `family` at `configuration`, by name: NAME.weight, NAME.bias, NORM.weight,
/// NORM.bias, NORM.running_mean, NORM.running_var.
[[nodiscard]] std::vector<WeightTensor> permute(const Family& family,
                                                const Configuration& configuration,
                                                const std::vector<WeightTensor>& tensors,
                                                const ChannelOrders& orders);

/// Where each value of one tensor comes from in the same re-ordering: new[i] = old[places[i]].
[[nodiscard]] std::vector<std::size_t> permutedPlaces(const Family& family,
                                                      const Configuration& configuration,
                                                      const WeightTensor& tensor,
                                                      const ChannelOrders& orders);

} // namespace morphospace
