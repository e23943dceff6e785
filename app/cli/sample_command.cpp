// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/error.h"
#include "core/checkpoints/checkpoint_export.h"
#include "core/datasets/library.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/threads.h"
#include "core/manifold/manifold_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace morphospace::cli {

namespace {

struct SampleCommand {
    std::filesystem::path manifold;
    std::filesystem::path output;
    std::vector<std::string> formats;
    std::vector<double> fractions;
    std::vector<int> widths;
    std::vector<int> depths;
    std::vector<std::string> sizes;
    SampleOptions sample;
    bool card = true;
    std::filesystem::path data;
    std::size_t images = 0;
};

/// All sizes that were asked for, in the order of the options; full size where none was.
std::vector<Configuration> configurations(const SampleCommand& options, const Family& family)
{
    std::vector<Configuration> list;
    const std::vector<int> depths = options.depths.empty() ? family.full.depths : options.depths;
    for (const double fraction : options.fractions)
        list.push_back(uniformWidths(family, fraction, depths));
    if (!options.widths.empty())
        list.push_back({options.widths, depths});
    for (const std::string& size : options.sizes)
        list.push_back(parseSize(size, family));
    if (list.empty())
        list.push_back({family.full.widths, depths});
    for (const Configuration& configuration : list)
        requireLegal(family, configuration);
    return list;
}

CheckpointFormat formatNamed(const std::string& name)
{
    return *std::ranges::find_if(checkpointFormats, [&](CheckpointFormat format) {
        return name == extensionOf(format).substr(1);
    });
}

std::vector<CheckpointItem> items(const SampleCommand& options, const Family& family)
{
    const std::vector<Configuration> sizes = configurations(options, family);
    std::error_code failed;
    const bool named = !options.output.has_filename();
    if (!named && !std::filesystem::is_directory(options.output, failed)) {
        if (!options.formats.empty())
            throw CLI::ValidationError("--format", "goes with a folder, such as -o networks/");
        return checkpointItems(sizes, options.output);
    }
    if (named && !std::filesystem::exists(options.output, failed)
        && !std::filesystem::create_directory(options.output, failed))
        throw fileError(options.output.parent_path(), "", "the folder cannot be made",
                        "a name in a folder that exists and can be written");
    std::vector<CheckpointFormat> formats;
    for (const std::string& name : options.formats)
        formats.push_back(formatNamed(name));
    if (formats.empty())
        formats.push_back(CheckpointFormat::Safetensors);
    return checkpointItems(sizes, options.output, options.manifold.stem().string(), formats);
}

nlohmann::json object(const WrittenCheckpoint& written, const Family& family)
{
    nlohmann::json measured;
    if (written.measured)
        measured = morphospace::toJson(*written.measured);
    nlohmann::json card;
    if (!written.card.empty())
        card = written.card.filename().string();
    return {{"file", written.file.filename().string()},
            {"card", card},
            {"format", nameOf(written.format)},
            {"sha256", written.sha256},
            {"bytes", written.bytes},
            {"widths", written.configuration.widths},
            {"depths", written.configuration.depths},
            {"parameters", parameterCount(family, written.configuration)},
            {"macs", macCount(family, written.configuration)},
            {"compression", compression(family, written.configuration)},
            {"weights_hash", written.weightsHash},
            {"measured", measured}};
}

std::string inWords(const WrittenCheckpoint& written, const Family& family)
{
    std::string text = "wrote " + written.file.filename().string() + ": "
        + describe(written.configuration) + ", "
        + withThousands(parameterCount(family, written.configuration)) + " parameters";
    if (written.measured) {
        const Measurement& m = *written.measured;
        text += ", " + fixed(100 * m.accuracy(), 2) + " % (" + fixed(100 * m.low, 2) + " to "
            + fixed(100 * m.high, 2) + ") on " + withThousands(m.images) + " images";
    }
    return text;
}

void run(const SampleCommand& options, bool measures, const Common& common)
{
    setComputeThreads(common.threads);
    const auto manifold = readManifold(options.manifold);
    const Family& family = manifold->family();
    CheckpointOrder order;
    order.items = items(options, family);
    order.sample = options.sample;
    order.cards = options.card;
    order.imageLimit = options.images;
    std::string notMeasured;
    if (measures) {
        try {
            order.images = loadImageSet(manifold->dataset, Split::Test, options.data);
            requireFits(family, *order.images);
        } catch (const Error& error) {
            // Who names a folder wants to hear what is wrong with it.
            if (!options.data.empty())
                throw;
            order.images.reset();
            notMeasured = error.what();
        }
    }
    std::vector<WrittenCheckpoint> done;
    const auto tellDone = [&] {
        for (const WrittenCheckpoint& one : done)
            log("kept " + one.file.filename().string() + ", which was written before");
    };
    try {
        exportCheckpoints(
            *manifold, order, common.stop,
            [](const CheckpointProgress& at) {
                if (at.step == CheckpointProgress::Step::Sampling && at.items > 1)
                    log(describe(at.configuration) + " (" + std::to_string(at.item + 1) + " of "
                        + std::to_string(at.items) + ")");
            },
            [&](const WrittenCheckpoint& one) { done.push_back(one); });
    } catch (...) {
        tellDone();
        throw;
    }

    nlohmann::json files = nlohmann::json::array();
    std::string text;
    for (const WrittenCheckpoint& one : done) {
        files.push_back(object(one, family));
        text += (text.empty() ? "" : "\n") + inWords(one, family);
    }
    // One file's facts stand at the top, too, where they are easily had.
    nlohmann::json result = done.size() == 1 ? files.front() : nlohmann::json::object();
    result["manifold"] = manifold->hash;
    result["generator_parameters"] = manifold->generatorParameters();
    text += "\ngenerator: " + withThousands(manifold->generatorParameters()) + " parameters";
    result["files"] = files;
    if (!notMeasured.empty()) {
        result["not_measured"] = notMeasured;
        text += "\nnot measured: " + notMeasured;
    }
    report(common, result, text);
}

} // namespace

void addSample(CLI::App& app, Common& common)
{
    CLI::App* command = app.add_subcommand(
        "sample", "write the standalone network at one configuration, or at several");
    auto options = std::make_shared<SampleCommand>();
    command->add_option("manifold", options->manifold, "a .manifold file")->required();
    command
        ->add_option("-o,--output", options->output,
                     "NET.safetensors (PyTorch's names), NET.pt (TorchScript), NET.onnx, or a "
                     "folder/; several sizes get theirs in the names")
        ->required();
    command
        ->add_option("--format", options->formats,
                     "into a folder: safetensors, pt, onnx, or several of them")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::IsMember({"safetensors", "pt", "onnx"}));
    CLI::Option* fractions =
        command
            ->add_option("--width", options->fractions,
                         "all stages at these fractions of full width, such as 0.25,0.5 (rounded "
                         "half up, at least 1)")
            ->delimiter(',')
            ->allow_extra_args(false)
            ->check(fractionOfFullSize());
    command->add_option("--widths", options->widths, "channels of each stage, such as 16,32,64")
        ->delimiter(',')
        ->excludes(fractions);
    command->add_option("--depths", options->depths, "blocks of each stage, such as 3,3,3")
        ->delimiter(',');
    command
        ->add_option("--size", options->sizes,
                     "a whole size, such as 16,32,64:3,3,3 (may be repeated)")
        ->allow_extra_args(false);
    addSampleOptions(*command, options->sample);
    command->add_flag("--card,!--no-card", options->card,
                      "a model card beside each file (default), with the accuracy measured now");
    const CLI::Option* data = command->add_option(
        "--data", options->data, "folder that holds the data set (glyphs: bundled)");
    const CLI::Option* images =
        command->add_option("--images", options->images,
                            "measure only the first N images of a fixed random order (0: all)");
    command->footer(
        "Without a card nothing is measured, unless --data or --images ask for it.\n"
        "Examples:\n"
        "  morphospace-cli sample resources/manifolds/glyphs-lenet.manifold --width 0.5 "
        "-o half.safetensors\n"
        "  morphospace-cli sample resources/manifolds/glyphs-resnet.manifold "
        "--width 0.25,0.5,0.75 -o networks/ --format pt,onnx --json");
    command->callback([options, data, images, &common] {
        run(*options, options->card || data->count() > 0 || images->count() > 0, common);
    });
}

} // namespace morphospace::cli
