// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/smoothness/coupling.h"
#include "core/smoothness/path.h"
#include "core/smoothness/permutation.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace morphospace {

/// The ways to order the channels of a group that are compared with each other.
enum class OrderKind {
    Original,  ///< as training left them
    Random,    ///< a uniform permutation of the seed
    Nearest,   ///< greedy: from every start, the best path that always goes to the nearest left
    Component, ///< by the first principal component of the channels
    Fiedler,   ///< by the Fiedler vector of the similarities (Atkins, Boman, Hendrickson 1998)
    Path       ///< shortest Hamiltonian path, as well as it is found
};
inline constexpr std::array orderKinds{OrderKind::Original,  OrderKind::Random,
                                       OrderKind::Nearest,   OrderKind::Component,
                                       OrderKind::Fiedler,   OrderKind::Path};

/// "original", "random", "nearest", "component", "fiedler", "path".
[[nodiscard]] std::string_view nameOf(OrderKind kind);
/// Throws Error that lists the names.
[[nodiscard]] OrderKind orderNamed(std::string_view name);

/// The channels of one group as vectors, row major channels x length: each the concatenation of its
/// slices of all coupled tensors (outputs, biases, inputs), in their order.
struct ChannelVectors {
    int channels = 0;
    std::vector<float> values;

    [[nodiscard]] std::size_t length() const
    {
        return channels > 0 ? values.size() / std::size_t(channels) : 0;
    }
};

/// One for each group of channelGroups(); no channels for a block that this depth leaves out.
/// The paper's definition fuses normalisation first: `network` is folded.
[[nodiscard]] std::vector<ChannelVectors> channelVectors(const Network& network);

/// L1 distances between the channels of a group.
[[nodiscard]] DistanceMatrix channelDistances(const ChannelVectors& channels);

/// order[new position] = old channel. `distances` are those of `channels`. Deterministic for a
/// seed; the seed matters for Random and Path alone.
[[nodiscard]] std::vector<int> orderOf(const ChannelVectors& channels,
                                       const DistanceMatrix& distances, OrderKind kind,
                                       std::uint64_t seed = 1);
/// For every group of a folded network.
[[nodiscard]] ChannelOrders channelOrders(const Network& network, OrderKind kind,
                                          std::uint64_t seed = 1);

/// Distances of neighbours along an order: size() - 1 values whose sum is pathLength().
[[nodiscard]] std::vector<double> neighbourDistances(const DistanceMatrix& distances,
                                                     std::span<const int> order);

/// The first `count` principal components of the channels (centred), row major channels x count,
/// largest first; each component's sign makes its largest coordinate positive. Zeros where there
/// are fewer than `count` components.
[[nodiscard]] std::vector<float> principalComponents(const ChannelVectors& channels, int count);

/// What an order does to one group.
struct GroupSmoothness {
    ChannelGroup group;
    double before = 0;        ///< path length in the network's own order, L1
    double after = 0;         ///< along the new order
};
/// What an order does to one tensor: total variation as totalVariation() has it.
struct TensorSmoothness {
    std::string tensor;
    double before = 0;
    double after = 0;
};
struct Smoothness {
    std::vector<GroupSmoothness> groups;
    std::vector<TensorSmoothness> tensors;
    double before = 0;        ///< of the whole network: the mean over its tensors
    double after = 0;
};
[[nodiscard]] Smoothness smoothness(const Network& network, const ChannelOrders& orders);

} // namespace morphospace
