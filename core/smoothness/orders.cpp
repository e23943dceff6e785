// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smoothness/orders.h"

#include "core/base/error.h"
#include "core/smoothness/spectral.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <string>

namespace morphospace {

namespace {

constexpr std::array<std::string_view, orderKinds.size()> names{
    "original", "random", "nearest", "component", "fiedler", "path"};

/// Appends every channel's slice of a tensor along its rows or its columns.
void appendSlices(const WeightTensor& tensor, const Coupling& coupling, bool alongRows,
                  std::vector<std::vector<float>>& channels)
{
    const auto columns = std::size_t(coupling.columns.size);
    const std::size_t taps = tapsOf(tensor.shape);
    for (std::size_t row = 0; row < std::size_t(coupling.rows.size); ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            const std::size_t at = (row * columns + column) * taps;
            const auto first = tensor.values.begin() + std::ptrdiff_t(at);
            std::vector<float>& channel = channels[alongRows ? row : column];
            channel.insert(channel.end(), first, first + std::ptrdiff_t(taps));
        }
    }
}

std::vector<int> identity(int size)
{
    std::vector<int> order(static_cast<std::size_t>(size));
    std::iota(order.begin(), order.end(), 0);
    return order;
}

std::vector<int> randomOrder(int size, std::uint64_t seed)
{
    // std::shuffle may differ from one standard library to the next.
    std::mt19937_64 random(seed);
    std::vector<int> order = identity(size);
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[random() % i]);
    return order;
}

std::vector<int> sortedBy(const std::vector<double>& values)
{
    std::vector<int> order = identity(static_cast<int>(values.size()));
    std::ranges::stable_sort(order, {}, [&values](int channel) {
        return values[std::size_t(channel)];
    });
    return order;
}

} // namespace

std::string_view nameOf(OrderKind kind)
{
    return names[static_cast<std::size_t>(kind)];
}

OrderKind orderNamed(std::string_view name)
{
    std::string accepted;
    for (const OrderKind kind : orderKinds) {
        if (nameOf(kind) == name)
            return kind;
        accepted += (accepted.empty() ? "" : ", ") + std::string(nameOf(kind));
    }
    throw Error("unknown order '" + std::string(name) + "'; expected one of " + accepted);
}

std::vector<ChannelVectors> channelVectors(const Network& network)
{
    const auto known = couplings(network.family, network.configuration);
    const std::vector<ChannelGroup> groups = channelGroups(network.family, network.configuration);
    std::vector<std::vector<std::vector<float>>> slices(groups.size());
    for (std::size_t group = 0; group < groups.size(); ++group)
        slices[group].resize(std::size_t(groups[group].size));
    for (const WeightTensor& tensor : network.tensors) {
        const Coupling& coupling = couplingOf(known, tensor);
        if (coupling.rows.group >= 0)
            appendSlices(tensor, coupling, true, slices[std::size_t(coupling.rows.group)]);
        if (coupling.columns.group >= 0)
            appendSlices(tensor, coupling, false, slices[std::size_t(coupling.columns.group)]);
    }
    std::vector<ChannelVectors> result;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        ChannelVectors vectors{groups[group].size, {}};
        for (const std::vector<float>& channel : slices[group])
            vectors.values.insert(vectors.values.end(), channel.begin(), channel.end());
        result.push_back(std::move(vectors));
    }
    return result;
}

DistanceMatrix channelDistances(const ChannelVectors& channels)
{
    return l1Distances(channels.values, channels.channels);
}

std::vector<int> orderOf(const ChannelVectors& channels, const DistanceMatrix& distances,
                         OrderKind kind, std::uint64_t seed)
{
    if (distances.size != channels.channels)
        throw Error("distances between " + std::to_string(distances.size) + " channels; expected "
                    + std::to_string(channels.channels));
    switch (kind) {
    case OrderKind::Original: break;
    case OrderKind::Random: return randomOrder(channels.channels, seed);
    case OrderKind::Nearest: return nearestNeighbourPath(distances);
    case OrderKind::Component: return sortedBy(firstComponent(channels));
    case OrderKind::Fiedler: return sortedBy(fiedlerVector(distances));
    case OrderKind::Path: return shortestPath(distances, seed);
    }
    return identity(channels.channels);
}

ChannelOrders channelOrders(const Network& network, OrderKind kind, std::uint64_t seed)
{
    ChannelOrders orders;
    for (const ChannelVectors& channels : channelVectors(network)) {
        const DistanceMatrix distances = channelDistances(channels);
        orders.push_back(orderOf(channels, distances, kind, seed + orders.size()));
    }
    return orders;
}

std::vector<double> neighbourDistances(const DistanceMatrix& distances, std::span<const int> order)
{
    std::vector<double> steps;
    for (std::size_t i = 1; i < order.size(); ++i)
        steps.push_back(distances.at(order[i - 1], order[i]));
    return steps;
}

Smoothness smoothness(const Network& network, const ChannelOrders& orders)
{
    const std::vector<WeightTensor> after =
        permute(network.family, network.configuration, network.tensors, orders);
    Smoothness result;
    const std::vector<ChannelGroup> groups = channelGroups(network.family, network.configuration);
    const std::vector<ChannelVectors> vectors = channelVectors(network);
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const DistanceMatrix distances = channelDistances(vectors[group]);
        result.groups.push_back({groups[group],
                                 pathLength(distances, identity(groups[group].size)),
                                 pathLength(distances, orders[group])});
    }
    for (std::size_t i = 0; i < after.size(); ++i)
        result.tensors.push_back({after[i].name, totalVariation(network.tensors[i]),
                                  totalVariation(after[i])});
    result.before = totalVariation(network.tensors);
    result.after = totalVariation(after);
    return result;
}

} // namespace morphospace
