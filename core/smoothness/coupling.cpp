// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smoothness/coupling.h"

#include "core/base/error.h"

namespace morphospace {

std::map<std::string, Coupling> couplings(const Family& family, const Configuration& configuration)
{
    std::map<std::string, Coupling> result;
    const Axis none{1, -1};
    for (const Unit& unit : units(family, configuration)) {
        result[unit.name + ".weight"] = {unit.out, unit.in};
        result[unit.name + ".bias"] = {unit.out, none};
        if (unit.normalised()) {
            for (const char* field : {".weight", ".bias", ".running_mean", ".running_var"})
                result[unit.normName + field] = {unit.out, none};
        }
    }
    return result;
}

const Coupling& couplingOf(const std::map<std::string, Coupling>& known, const WeightTensor& tensor)
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

std::size_t tapsOf(const std::vector<std::int64_t>& shape)
{
    std::size_t taps = 1;
    for (std::size_t axis = 2; axis < shape.size(); ++axis)
        taps *= std::size_t(shape[axis]);
    return taps;
}

std::vector<std::vector<GroupAxis>> groupAxes(const Family& family,
                                              const Configuration& configuration,
                                              const std::vector<WeightTensor>& tensors)
{
    const auto known = couplings(family, configuration);
    std::vector<std::vector<GroupAxis>> result(channelGroups(family, configuration).size());
    for (const WeightTensor& tensor : tensors) {
        const Coupling& coupling = couplingOf(known, tensor);
        if (coupling.rows.group >= 0)
            result[std::size_t(coupling.rows.group)].push_back({tensor.name, true});
        if (coupling.columns.group >= 0)
            result[std::size_t(coupling.columns.group)].push_back({tensor.name, false});
    }
    return result;
}

} // namespace morphospace
