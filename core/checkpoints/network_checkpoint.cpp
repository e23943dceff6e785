// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoints/network_checkpoint.h"

#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/base/version.h"
#include "core/manifold/manifold_json.h"
#include "core/smoothness/coupling.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace morphospace {

namespace {

constexpr double normEpsilon = 1e-5; // PyTorch's default
constexpr const char* supported =
    "a LeNet (conv1, conv2, conv3, fc) or a CIFAR ResNet (conv1, bn1, layer1.0.conv1 ... fc)";
constexpr std::string_view counter = ".num_batches_tracked";

using Stored = std::map<std::string, const StoredTensor*>;

/// The longest beginning that all names share and that ends in a dot.
std::string sharedPrefix(const std::vector<StoredTensor>& tensors)
{
    std::string prefix = tensors.front().name;
    for (const StoredTensor& tensor : tensors) {
        std::size_t same = 0;
        while (same < prefix.size() && same < tensor.name.size()
               && prefix[same] == tensor.name[same])
            ++same;
        prefix.resize(same);
    }
    const std::size_t dot = prefix.rfind('.');
    return dot == std::string::npos ? "" : prefix.substr(0, dot + 1);
}

void replacePart(std::string& name, std::string_view part, std::string_view by)
{
    // Parts of a name stand between dots.
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find('.', at), name.size());
        if (std::string_view(name).substr(at, end - at) == part) {
            name.replace(at, end - at, by);
            return;
        }
        at = end + 1;
    }
}

std::string ourName(std::string name)
{
    replacePart(name, "downsample", "shortcut");
    replacePart(name, "linear", "fc");
    replacePart(name, "conv_1", "conv1");
    replacePart(name, "conv_2", "conv2");
    replacePart(name, "conv_3", "conv3");
    return name;
}

class Reader {
public:
    explicit Reader(const std::filesystem::path& file) : m_file(file)
    {
        m_result.stored = readSafetensors(file);
        if (m_result.stored.tensors.empty())
            throw fileError(file, "", "there is no tensor in it", supported);
        const std::string prefix = sharedPrefix(m_result.stored.tensors);
        for (const StoredTensor& tensor : m_result.stored.tensors) {
            const std::string name = ourName(tensor.name.substr(prefix.size()));
            if (!m_byName.emplace(name, &tensor).second)
                throw wrong(tensor.name, "another tensor has the same place");
        }
    }

    NetworkCheckpoint read()
    {
        const bool residual = std::ranges::any_of(
            m_byName, [](const auto& entry) { return entry.first.starts_with("layer"); });
        Family& family = m_result.family;
        const int first = width("conv1.weight");
        family = residual ? residualFamily() : leNet(first, classes());
        family.imageChannels = extent(tensor("conv1.weight"), 1);
        if (residual)
            family.imageSize = family.imageChannels == 1 ? 28 : 32;
        readHeader();
        readTensors();
        return std::move(m_result);
    }

private:
    [[nodiscard]] Error wrong(const std::string& name, const std::string& problem,
                              const std::string& expected = {}) const
    {
        return fileError(m_file, "tensor '" + name + "'", problem, expected);
    }

    const StoredTensor& tensor(const std::string& name) const
    {
        const auto found = m_byName.find(name);
        if (found == m_byName.end())
            throw wrong(name, "is missing", supported);
        return *found->second;
    }

    int extent(const StoredTensor& tensor, std::size_t axis) const
    {
        constexpr std::int64_t most = 1 << 16;
        if (axis >= tensor.shape.size() || tensor.shape[axis] < 1 || tensor.shape[axis] > most)
            throw wrong(tensor.name, "has a shape that no such network has", supported);
        return static_cast<int>(tensor.shape[axis]);
    }

    int width(const std::string& name) const { return extent(tensor(name), 0); }
    int classes() const { return width("fc.weight"); }

    Family residualFamily() const
    {
        std::vector<int> widths;
        std::vector<int> depths;
        for (int stage = 1; m_byName.contains(block(stage, 0)); ++stage) {
            widths.push_back(width(block(stage, 0)));
            int blocks = 0;
            while (m_byName.contains(block(stage, blocks)))
                ++blocks;
            depths.push_back(blocks);
        }
        if (widths.size() != 3)
            throw fileError(m_file, "", "the network has " + std::to_string(widths.size())
                                            + " stages of blocks",
                            "three, as a CIFAR ResNet has them (layer1, layer2, layer3)");
        for (const int stage : {2, 3}) {
            const std::string shortcut = "layer" + std::to_string(stage) + ".0.shortcut.0.weight";
            if (!m_byName.contains(shortcut))
                throw wrong(shortcut, "is missing",
                            "a projection where the width changes; a shortcut that pads channels with"
                            " zeros ties the orders of two stages to each other");
        }
        return resNet(widths, depths, 1, 32, classes());
    }

    static std::string block(int stage, int number)
    {
        return "layer" + std::to_string(stage) + "." + std::to_string(number) + ".conv1.weight";
    }

    /// What a checkpoint written by this program says about itself beside its tensors.
    void readHeader()
    {
        const auto& facts = m_result.stored.metadata;
        const auto field = [&](const char* name) {
            const auto found = facts.find(name);
            return found == facts.end()
                ? nlohmann::json()
                : parseJson(found->second, std::string("'") + name + "' as 'sample' writes it");
        };
        try {
            Family& family = m_result.family;
            nlohmann::json described = toJson(family);
            const bool residual = family.kind == FamilyKind::ResNet;
            for (const char* name : {"image_size", "stem_stride"}) {
                if (const nlohmann::json value = field(name); residual && !value.is_null())
                    described[name] = value;
            }
            family = familyFromJson(described); // its bounds are those of every network here
            const nlohmann::json mean = field("input_mean");
            const nlohmann::json deviation = field("input_deviation");
            if (!mean.is_null() && !deviation.is_null()) {
                m_result.scaling =
                    inputScalingFromJson({{"mean", mean}, {"deviation", deviation}});
                if (m_result.scaling->mean.size() != std::size_t(family.imageChannels)
                    || m_result.scaling->deviation.size() != m_result.scaling->mean.size())
                    throw Error("input_mean and input_deviation do not fit the network; expected a"
                                " number for each of its "
                                + std::to_string(family.imageChannels) + " image channels");
            }
        } catch (const Error& error) {
            throw fileError(m_file, "header", error.what());
        }
    }

    void take(const std::string& name, const std::vector<std::int64_t>& shape)
    {
        const StoredTensor& stored = tensor(name);
        if (stored.shape != shape)
            throw wrong(stored.name, "has the shape " + nlohmann::json(stored.shape).dump(),
                        nlohmann::json(shape).dump());
        WeightTensor value{name, shape, {}};
        try {
            value.values = loadFloats(stored);
        } catch (const Error& error) {
            throw fileError(m_file, "", error.what());
        }
        if (!std::ranges::all_of(value.values, [](float x) { return std::isfinite(x); }))
            throw wrong(stored.name, "holds numbers that are not finite", "trained weights");
        m_result.names[name] = stored.name;
        m_result.tensors.push_back(std::move(value));
    }

    void readTensors()
    {
        const std::vector<Unit> list = units(m_result.family, m_result.family.full);
        m_result.normalised = std::ranges::any_of(list, [this](const Unit& unit) {
            return unit.normalised() && m_byName.contains(unit.normName + ".weight");
        });
        for (const Unit& unit : list) {
            std::vector<std::int64_t> shape{unit.out.size, unit.in.size};
            if (unit.operation == Operation::Convolution)
                shape.insert(shape.end(), {unit.kernel, unit.kernel});
            const std::vector<std::int64_t> vector{unit.out.size};
            const bool normalised = m_result.normalised && unit.normalised();
            take(unit.name + ".weight", shape);
            if (!normalised || m_byName.contains(unit.name + ".bias"))
                take(unit.name + ".bias", vector);
            if (!normalised)
                continue;
            for (const char* field : {".weight", ".bias", ".running_mean", ".running_var"})
                take(unit.normName + field, vector);
            if (std::ranges::any_of(m_result.tensors.back().values, [](float x) { return x < 0; }))
                throw wrong(m_result.names.at(unit.normName + ".running_var"),
                            "holds a variance below 0", "a running variance");
            m_known.push_back(unit.normName + std::string(counter));
        }
        for (const auto& [name, stored] : m_byName) {
            if (!m_result.names.contains(name) && std::ranges::find(m_known, name) == m_known.end())
                throw wrong(stored->name, "has no place in " + describe(m_result.family.full),
                            supported);
        }
    }

    std::filesystem::path m_file;
    NetworkCheckpoint m_result;
    Stored m_byName;
    std::vector<std::string> m_known;
};

} // namespace

NetworkCheckpoint readNetworkCheckpoint(const std::filesystem::path& file)
{
    return Reader(file).read();
}

Network foldedNetwork(const NetworkCheckpoint& checkpoint)
{
    Network network{checkpoint.family, checkpoint.configuration(), {}};
    std::map<std::string, const WeightTensor*> byName;
    for (const WeightTensor& tensor : checkpoint.tensors)
        byName[tensor.name] = &tensor;
    for (const Unit& unit : units(network.family, network.configuration)) {
        WeightTensor weight = *byName.at(unit.name + ".weight");
        const auto own = byName.find(unit.name + ".bias");
        WeightTensor bias{unit.name + ".bias", {unit.out.size},
                          own != byName.end() ? own->second->values
                                              : std::vector<float>(std::size_t(unit.out.size))};
        if (checkpoint.normalised && unit.normalised()) {
            const auto vector = [&](const char* field) -> const std::vector<float>& {
                return byName.at(unit.normName + field)->values;
            };
            const std::size_t columns = weight.values.size() / bias.values.size();
            for (std::size_t row = 0; row < bias.values.size(); ++row) {
                const double scale = double(vector(".weight")[row])
                    / std::sqrt(double(vector(".running_var")[row]) + normEpsilon);
                for (std::size_t i = row * columns; i < (row + 1) * columns; ++i)
                    weight.values[i] = static_cast<float>(weight.values[i] * scale);
                bias.values[row] = static_cast<float>(
                    double(vector(".bias")[row])
                    + (double(bias.values[row]) - double(vector(".running_mean")[row])) * scale);
            }
        }
        network.tensors.push_back(std::move(weight));
        network.tensors.push_back(std::move(bias));
    }
    return network;
}

std::map<std::string, std::string> orderProvenance(const Network& before, OrderKind order)
{
    return {{"program", "Morphospace " + programVersion()},
            {"channel_order", std::string(nameOf(order))},
            {"permuted_from", before.hash()}};
}

void writePermuted(const NetworkCheckpoint& checkpoint, const ChannelOrders& orders,
                   OrderKind kind, const std::filesystem::path& file)
{
    const Family& family = checkpoint.family;
    StoredFile permuted = checkpoint.stored;
    Network after = foldedNetwork(checkpoint);
    const std::map<std::string, std::string> provenance = orderProvenance(after, kind);
    // What 'sample' wrote about the weights would no longer be true.
    if (const auto weights = permuted.metadata.find("weights"); weights != permuted.metadata.end()) {
        after.tensors = permute(family, checkpoint.configuration(), after.tensors, orders);
        weights->second = after.hash();
    }
    // As 'permute' named the order once: a word of somebody's own stays.
    if (const auto order = permuted.metadata.find("order");
        order != permuted.metadata.end()
        && std::ranges::find(orderKinds, order->second,
                             [](OrderKind each) { return std::string(nameOf(each)); })
            != orderKinds.end())
        permuted.metadata.erase(order);
    for (const auto& [name, value] : provenance)
        permuted.metadata[name] = value;
    std::map<std::string, const WeightTensor*> byFileName;
    for (const WeightTensor& tensor : checkpoint.tensors)
        byFileName[checkpoint.names.at(tensor.name)] = &tensor;
    for (StoredTensor& stored : permuted.tensors) {
        const auto found = byFileName.find(stored.name);
        if (found == byFileName.end())
            continue;
        const std::vector<std::size_t> from =
            permutedPlaces(family, checkpoint.configuration(), *found->second, orders);
        // Moved as bytes, so that the type of the file stays what it is.
        const std::vector<std::byte> before = stored.bytes;
        const std::size_t bytes = from.empty() ? 0 : before.size() / from.size();
        for (std::size_t i = 0; i < from.size(); ++i)
            std::copy_n(before.begin() + std::ptrdiff_t(from[i] * bytes), bytes,
                        stored.bytes.begin() + std::ptrdiff_t(i * bytes));
    }
    writeSafetensors(file, permuted);
}

} // namespace morphospace
