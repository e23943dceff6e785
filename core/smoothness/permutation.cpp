// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smoothness/permutation.h"

#include "core/base/error.h"
#include "core/smoothness/path.h"

#include <cmath>
#include <map>
#include <string>

namespace morphospace {

namespace {

/// A tensor seen as rows x columns x taps, with the channel group of each of the first two axes.
struct Coupling {
    Axis rows;
    Axis columns;
};

/// The couplings of every tensor that can belong to these units, by name.
std::map<std::string, Coupling> couplings(const std::vector<Unit>& units)
{
    std::map<std::string, Coupling> result;
    const Axis none{1, -1};
    for (const Unit& unit : units) {
        result[unit.name + ".weight"] = {unit.out, unit.in};
        result[unit.name + ".bias"] = {unit.out, none};
        if (unit.normalised()) {
            for (const char* field : {".weight", ".bias", ".running_mean", ".running_var"})
                result[unit.normName + field] = {unit.out, none};
        }
    }
    return result;
}

const Coupling& couplingOf(const std::map<std::string, Coupling>& known,
                           const WeightTensor& tensor)
{
    const auto found = known.find(tensor.name);
    if (found == known.end())
        throw Error("tensor " + tensor.name + " belongs to no unit of the network");
    const Coupling& coupling = found->second;
    const bool isVector = tensor.shape.size() == 1;
    const bool fits = !tensor.shape.empty() && tensor.shape[0] == coupling.rows.size
        && (isVector ? 1 : tensor.shape[1]) == coupling.columns.size;
    std::int64_t count = 1;
    for (const std::int64_t extent : tensor.shape)
        count *= extent;
    if (!fits || count != std::int64_t(tensor.values.size()))
        throw Error("tensor " + tensor.name + " has another shape than its unit; expected "
                    + std::to_string(coupling.rows.size) + " x "
                    + std::to_string(coupling.columns.size) + " channels");
    return coupling;
}

std::size_t tapsOf(const WeightTensor& tensor)
{
    std::size_t taps = 1;
    for (std::size_t axis = 2; axis < tensor.shape.size(); ++axis)
        taps *= std::size_t(tensor.shape[axis]);
    return taps;
}

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

/// Appends every channel's slice of a tensor along its rows or its columns.
void appendSlices(const WeightTensor& tensor, const Coupling& coupling, bool alongRows,
                  std::vector<std::vector<float>>& channels)
{
    const auto columns = std::size_t(coupling.columns.size);
    const std::size_t taps = tapsOf(tensor);
    for (std::size_t row = 0; row < std::size_t(coupling.rows.size); ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            const std::size_t at = (row * columns + column) * taps;
            const auto first = tensor.values.begin() + std::ptrdiff_t(at);
            std::vector<float>& channel = channels[alongRows ? row : column];
            channel.insert(channel.end(), first, first + std::ptrdiff_t(taps));
        }
    }
}

} // namespace

double totalVariation(const WeightTensor& tensor)
{
    if (tensor.shape.empty())
        return 0;
    const auto rows = std::size_t(tensor.shape[0]);
    const auto columns = tensor.shape.size() > 1 ? std::size_t(tensor.shape[1]) : 1;
    const std::size_t taps = tapsOf(tensor);
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
    const auto known = couplings(units(network.family, network.configuration));
    const std::vector<ChannelGroup> groups = channelGroups(network.family, network.configuration);
    ChannelOrders orders;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        std::vector<std::vector<float>> channels(std::size_t(groups[group].size));
        for (const WeightTensor& tensor : network.tensors) {
            const Coupling& coupling = couplingOf(known, tensor);
            if (coupling.rows.group == int(group))
                appendSlices(tensor, coupling, true, channels);
            if (coupling.columns.group == int(group))
                appendSlices(tensor, coupling, false, channels);
        }
        std::vector<float> rows;
        for (const std::vector<float>& channel : channels)
            rows.insert(rows.end(), channel.begin(), channel.end());
        orders.push_back(shortestPath(l1Distances(rows, groups[group].size), seed + group));
    }
    return orders;
}

std::vector<WeightTensor> permute(const Family& family, const Configuration& configuration,
                                  const std::vector<WeightTensor>& tensors,
                                  const ChannelOrders& orders)
{
    const auto known = couplings(units(family, configuration));
    const std::vector<ChannelGroup> groups = channelGroups(family, configuration);
    if (orders.size() != groups.size())
        throw Error(std::to_string(orders.size()) + " channel orders; expected one for each of the "
                    + std::to_string(groups.size()) + " groups");
    for (std::size_t group = 0; group < groups.size(); ++group)
        requirePermutation(orders[group], groups[group]);
    const auto source = [&orders](const Axis& axis, std::size_t at) {
        return axis.group < 0 ? at : std::size_t(orders[std::size_t(axis.group)][at]);
    };

    std::vector<WeightTensor> result;
    result.reserve(tensors.size());
    for (const WeightTensor& tensor : tensors) {
        const Coupling& coupling = couplingOf(known, tensor);
        const auto columns = std::size_t(coupling.columns.size);
        const std::size_t taps = tapsOf(tensor);
        WeightTensor permuted{tensor.name, tensor.shape, {}};
        permuted.values.reserve(tensor.values.size());
        for (std::size_t row = 0; row < std::size_t(coupling.rows.size); ++row) {
            for (std::size_t column = 0; column < columns; ++column) {
                const std::size_t from = source(coupling.rows, row) * columns
                    + source(coupling.columns, column);
                const auto first = tensor.values.begin() + std::ptrdiff_t(from * taps);
                permuted.values.insert(permuted.values.end(), first,
                                       first + std::ptrdiff_t(taps));
            }
        }
        result.push_back(std::move(permuted));
    }
    return result;
}

} // namespace morphospace
