// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/threads.h"
#include "core/formats/checkpoint.h"
#include "core/formats/safetensors.h"
#include "core/manifold/manifold_json.h"
#include "core/networks/forward.h"
#include "core/smoothness/permutation.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <memory>
#include <random>

namespace morphospace::cli {

namespace {

/// A checkpoint that 'sample' wrote: family, configuration and scaling stand in its header.
std::pair<Network, InputScaling> readCheckpoint(const std::filesystem::path& file)
{
    const StoredFile stored = readSafetensors(file);
    const auto text = [&](const char* name) {
        const auto found = stored.metadata.find(name);
        if (found == stored.metadata.end())
            throw Error(std::string("metadata '") + name
                        + "' is missing; expected a checkpoint written by 'sample'");
        return found->second;
    };
    const auto field = [&](const char* name) {
        return parseJson(text(name), std::string("'") + name + "' as 'sample' writes it");
    };
    Network network;
    InputScaling scaling;
    try {
        network.configuration = configurationFromJson(
            {{"widths", field("widths")}, {"depths", field("depths")}});
        // A checkpoint is its own full size: what it was sampled from does not matter here.
        network.family = familyFromJson({{"kind", text("family")},
                                         {"image_channels", field("image_channels")},
                                         {"image_size", field("image_size")},
                                         {"classes", field("classes")},
                                         {"stem_stride", field("stem_stride")},
                                         {"full", toJson(network.configuration)}});
        scaling = inputScalingFromJson(
            {{"mean", field("input_mean")}, {"deviation", field("input_deviation")}});
    } catch (const Error& error) {
        throw fileError(file, "header", error.what());
    }
    std::map<std::string, const StoredTensor*> byName;
    for (const StoredTensor& tensor : stored.tensors)
        byName[tensor.name] = &tensor;
    for (const Unit& unit : units(network.family, network.configuration)) {
        for (const char* what : {".weight", ".bias"}) {
            const auto found = byName.find(unit.name + what);
            if (found == byName.end())
                throw fileError(file, "tensors", "'" + unit.name + what + "' is missing",
                                "the tensors of " + describe(network.configuration));
            network.tensors.push_back(
                {unit.name + what, found->second->shape, loadFloats(*found->second)});
        }
    }
    return {std::move(network), std::move(scaling)};
}

/// Noise pictures: outputs must be the same for any input, not only for pictures of the data.
ImageSet noisePictures(const Family& family)
{
    ImageSet images;
    images.name = "noise";
    images.channels = family.imageChannels;
    images.height = family.imageSize;
    images.width = family.imageSize;
    images.labels.assign(64, 0);
    images.classNames.assign(std::size_t(family.classes), "");
    std::mt19937_64 random(1);
    images.pixels.resize(64 * images.imageBytes());
    for (std::uint8_t& pixel : images.pixels)
        pixel = static_cast<std::uint8_t>(random());
    return images;
}

} // namespace

void addPermute(CLI::App& app, Common& common)
{
    CLI::App* command = app.add_subcommand(
        "permute", "re-order the channels of a sampled network along shortest Hamiltonian paths");
    struct Options {
        std::filesystem::path input;
        std::filesystem::path output;
        std::uint64_t seed = 1;
    };
    auto options = std::make_shared<Options>();
    command->add_option("checkpoint", options->input, "a .safetensors file written by 'sample'")
        ->required();
    command->add_option("-o,--output", options->output, "the re-ordered .safetensors file")
        ->required();
    command->add_option("--seed", options->seed, "of the search")->capture_default_str();
    command->footer("Example:\n  morphospace-cli permute half.safetensors -o smooth.safetensors");
    command->callback([options, &common] {
        setComputeThreads(common.threads);
        const auto [network, scaling] = readCheckpoint(options->input);
        Network smooth = network;
        smooth.tensors = permute(network.family, network.configuration, network.tensors,
                                 smoothOrders(network, options->seed));
        const ImageSet images = noisePictures(network.family);
        const std::vector<std::size_t> which = measuringOrder(images.size());
        const std::vector<float> before = NetworkRunner(network, scaling).logits(images, which);
        const std::vector<float> after = NetworkRunner(smooth, scaling).logits(images, which);
        double difference = 0;
        double scale = 0;
        for (std::size_t i = 0; i < before.size(); ++i) {
            difference = std::max(difference, std::abs(double(before[i]) - after[i]));
            scale = std::max(scale, std::abs(double(before[i])));
        }
        const double relative = difference / std::max(scale, 1e-12);
        const double tvBefore = totalVariation(network.tensors);
        const double tvAfter = totalVariation(smooth.tensors);
        writeCheckpoint(smooth, scaling, {{"permuted_from", network.hash()}}, options->output);
        report(common,
               {{"file", options->output.filename().string()},
                {"total_variation_before", tvBefore},
                {"total_variation_after", tvAfter},
                {"largest_relative_output_difference", relative}},
               "total variation " + fixed(tvBefore, 2) + " -> " + fixed(tvAfter, 2)
                   + "\nlargest output difference, relative to the outputs' scale: "
                   + nlohmann::json(relative).dump() + "\nwrote "
                   + options->output.filename().string());
    });
}

} // namespace morphospace::cli
