// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/checkpoint.h"

#include "core/base/error.h"
#include "core/formats/checkpoint_content.h"
#include "core/formats/onnx.h"
#include "core/formats/safetensors.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <numeric>

namespace morphospace {

namespace {

void requireTensor(const WeightTensor& tensor, const std::string& name,
                   const std::vector<std::int64_t>& shape)
{
    const std::int64_t count = std::accumulate(shape.begin(), shape.end(), std::int64_t(1),
                                               std::multiplies<>());
    if (tensor.name != name || tensor.shape != shape
        || std::int64_t(tensor.values.size()) != count)
        throw Error("tensor " + tensor.name + " is not " + name
                    + " of this network; expected the order and the shapes of its units");
}

} // namespace

std::string_view nameOf(CheckpointFormat format)
{
    switch (format) {
    case CheckpointFormat::Safetensors: return "safetensors";
    case CheckpointFormat::TorchScript: return "TorchScript";
    case CheckpointFormat::Onnx: return "ONNX";
    }
    return {};
}

std::string_view extensionOf(CheckpointFormat format)
{
    switch (format) {
    case CheckpointFormat::Safetensors: return ".safetensors";
    case CheckpointFormat::TorchScript: return ".pt";
    case CheckpointFormat::Onnx: return ".onnx";
    }
    return {};
}

CheckpointFormat checkpointFormat(const std::filesystem::path& file)
{
    const std::string extension = file.extension().string();
    for (const CheckpointFormat format : checkpointFormats) {
        if (extension == extensionOf(format))
            return format;
    }
    throw fileError(file, "", "unknown kind of checkpoint '" + extension + "'",
                    "a name that ends in .safetensors, .pt or .onnx");
}

void writeNetwork(const Network& network, const InputScaling& scaling,
                  const std::map<std::string, std::string>& provenance,
                  const std::filesystem::path& file)
{
    switch (checkpointFormat(file)) {
    case CheckpointFormat::Safetensors:
        return writeCheckpoint(network, scaling, provenance, file);
    case CheckpointFormat::TorchScript:
        return writeTorchScript(network, scaling, provenance, file);
    case CheckpointFormat::Onnx: return writeOnnx(network, scaling, provenance, file);
    }
}

void requireComplete(const Network& network, const InputScaling& scaling)
{
    const std::vector<Unit> list = units(network.family, network.configuration);
    if (network.tensors.size() != 2 * list.size())
        throw Error("network " + describe(network.configuration) + " has "
                    + std::to_string(network.tensors.size()) + " tensors; expected "
                    + std::to_string(2 * list.size()));
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Unit& unit = list[i];
        std::vector<std::int64_t> shape{unit.out.size, unit.in.size};
        if (unit.operation == Operation::Convolution)
            shape.insert(shape.end(), {unit.kernel, unit.kernel});
        requireTensor(network.tensors[2 * i], unit.name + ".weight", shape);
        requireTensor(network.tensors[2 * i + 1], unit.name + ".bias", {unit.out.size});
    }
    const auto channels = std::size_t(network.family.imageChannels);
    if (scaling.mean.size() != channels || scaling.deviation.size() != channels
        || !std::ranges::all_of(scaling.deviation, [](float value) { return value > 0; }))
        throw Error("the input scaling does not fit the network; expected a mean and a deviation"
                    " above 0 for each of its " + std::to_string(channels) + " image channels");
}

std::map<std::string, std::string> checkpointFacts(
    const Network& network, const InputScaling& scaling,
    const std::map<std::string, std::string>& provenance)
{
    using nlohmann::json;
    const Family& family = network.family;
    std::map<std::string, std::string> facts{
        {"format", "pt"},
        {"family", std::string(familyName(family.kind))},
        {"widths", json(network.configuration.widths).dump()},
        {"depths", json(network.configuration.depths).dump()},
        {"image_channels", std::to_string(family.imageChannels)},
        {"image_size", std::to_string(family.imageSize)},
        {"classes", std::to_string(family.classes)},
        {"stem_stride", std::to_string(family.stemStride)},
        {"input_mean", json(scaling.mean).dump()},
        {"input_deviation", json(scaling.deviation).dump()}};
    // What describes the tensors is taken from them, whatever the caller says.
    facts.insert(provenance.begin(), provenance.end());
    return facts;
}

void writeCheckpoint(const Network& network, const InputScaling& scaling,
                     const std::map<std::string, std::string>& provenance,
                     const std::filesystem::path& file)
{
    requireComplete(network, scaling);
    StoredFile stored;
    stored.metadata = checkpointFacts(network, scaling, provenance);
    for (const WeightTensor& tensor : network.tensors)
        stored.tensors.push_back(storeFloats(tensor.name, tensor.shape, tensor.values));
    writeSafetensors(file, stored);
}

} // namespace morphospace
