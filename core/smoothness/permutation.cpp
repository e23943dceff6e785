// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smoothness/permutation.h"

#include "core/base/error.h"
#include "core/smoothness/coupling.h"
#include "core/smoothness/orders.h"

#include <cmath>
#include <map>
#include <string>

namespace morphospace {

namespace {

void requirePermutation(const std::vector<int>& order, const ChannelGroup& group)
{
    std::vector<bool> seen(std::size_t(group.size), false);
    bool valid = order.size() == seen.size();
    for (std::size_t i = 0; valid && i < order.size(); ++i) {
        const int channel = order[i];
        valid = channel >= 0 && channel < group.size && !seen[std::size_t(channel)];
        if (valid)
            seen[std::size_t(channel)] = true;
    }
    if (!valid)
        throw Error("the order of group '" + group.name + "' is no permutation; expected each of 0"
                    " to " + std::to_string(group.size - 1) + " once");
}

void requireOrders(const Family& family, const Configuration& configuration,
                   const ChannelOrders& orders)
{
    const std::vector<ChannelGroup> groups = channelGroups(family, configuration);
    if (orders.size() != groups.size())
        throw Error(std::to_string(orders.size()) + " channel orders; expected one for each of the "
                    + std::to_string(groups.size()) + " groups");
    for (std::size_t group = 0; group < groups.size(); ++group)
        requirePermutation(orders[group], groups[group]);
}

std::vector<std::size_t> placesOf(const std::map<std::string, Coupling>& known,
                                  const WeightTensor& tensor, const ChannelOrders& orders)
{
    const Coupling& coupling = couplingOf(known, tensor);
    const auto source = [&orders](const Axis& axis, std::size_t at) {
        return axis.group < 0 ? at : std::size_t(orders[std::size_t(axis.group)][at]);
    };
    const auto columns = std::size_t(coupling.columns.size);
    const std::size_t taps = tapsOf(tensor.shape);
    std::vector<std::size_t> places;
    places.reserve(tensor.values.size());
    for (std::size_t row = 0; row < std::size_t(coupling.rows.size); ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            const std::size_t from =
                source(coupling.rows, row) * columns + source(coupling.columns, column);
            for (std::size_t tap = 0; tap < taps; ++tap)
                places.push_back(from * taps + tap);
        }
    }
    return places;
}

} // namespace

double totalVariation(const WeightTensor& tensor)
{
    if (tensor.shape.empty())
        return 0;
    const auto rows = std::size_t(tensor.shape[0]);
    const auto columns = tensor.shape.size() > 1 ? std::size_t(tensor.shape[1]) : 1;
    const std::size_t taps = tapsOf(tensor.shape);
    const auto difference = [&tensor](std::size_t a, std::size_t b) {
        return std::abs(double(tensor.values[a]) - double(tensor.values[b]));
    };
    double sum = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            for (std::size_t tap = 0; tap < taps; ++tap) {
                const std::size_t at = (row * columns + column) * taps + tap;
                if (row + 1 < rows)
                    sum += difference(at + columns * taps, at);
                if (column + 1 < columns)
                    sum += difference(at + taps, at);
            }
        }
    }
    return sum;
}

double totalVariation(const std::vector<WeightTensor>& tensors)
{
    double sum = 0;
    for (const WeightTensor& tensor : tensors)
        sum += totalVariation(tensor);
    return tensors.empty() ? 0 : sum / double(tensors.size());
}

ChannelOrders smoothOrders(const Network& network, std::uint64_t seed)
{
    return channelOrders(network, OrderKind::Path, seed);
}

std::vector<std::size_t> permutedPlaces(const Family& family, const Configuration& configuration,
                                        const WeightTensor& tensor, const ChannelOrders& orders)
{
    requireOrders(family, configuration, orders);
    return placesOf(couplings(family, configuration), tensor, orders);
}

std::vector<WeightTensor> permute(const Family& family, const Configuration& configuration,
                                  const std::vector<WeightTensor>& tensors,
                                  const ChannelOrders& orders)
{
    requireOrders(family, configuration, orders);
    const auto known = couplings(family, configuration);
    std::vector<WeightTensor> result;
    result.reserve(tensors.size());
    for (const WeightTensor& tensor : tensors) {
        WeightTensor permuted{tensor.name, tensor.shape, {}};
        permuted.values.reserve(tensor.values.size());
        for (const std::size_t place : placesOf(known, tensor, orders))
            permuted.values.push_back(tensor.values[place]);
        result.push_back(std::move(permuted));
    }
    return result;
}

} // namespace morphospace
