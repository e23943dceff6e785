// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/error.h"
#include "core/datasets/library.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/threads.h"
#include "core/manifold/manifold_json.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace morphospace::cli {

namespace {

struct EvaluateOptions {
    std::filesystem::path manifold;
    std::filesystem::path data;
    SizeOptions size;
    SampleOptions sample;
    std::size_t images = 0;
    std::string split = "test";
    int steps = 16;
    std::vector<std::string> depths;
};

void addShared(CLI::App& command, EvaluateOptions& options)
{
    command.add_option("manifold", options.manifold, "a .manifold file")->required();
    command.add_option("--data", options.data, "folder that holds the data set (glyphs: bundled)");
    command.add_option("--images", options.images,
                       "measure only the first N images of a fixed random order (0: all)");
    command.add_option("--split", options.split, "which images")
        ->check(CLI::IsMember({"test", "validation", "train"}))
        ->capture_default_str();
    addSampleOptions(command, options.sample);
}

std::shared_ptr<const ImageSet> imagesFor(const Manifold& manifold, const EvaluateOptions& options)
{
    const Split split = options.split == "train" ? Split::Train
        : options.split == "validation"          ? Split::Validation
                                                 : Split::Test;
    auto images = loadImageSet(manifold.dataset, split, options.data);
    requireFits(manifold.family(), *images);
    return images;
}

std::string inWords(const Measurement& m, const Manifold& manifold)
{
    return describe(m.configuration) + "  " + fixed(100 * m.accuracy(), 2) + " %  (95 % "
        + fixed(100 * m.low, 2) + " to " + fixed(100 * m.high, 2) + ", " + m.intervalMethod + ", "
        + withThousands(m.images) + " images)  " + withThousands(m.parameters) + " parameters  "
        + withThousands(m.macs) + " MACs  compression " + fixed(m.compression, 3)
        + "  (generator: " + withThousands(manifold.generatorParameters()) + " parameters)";
}

nlohmann::json object(const Measurement& measurement, const Manifold& manifold)
{
    nlohmann::json result = morphospace::toJson(measurement);
    result["manifold"] = manifold.hash;
    result["generator_parameters"] = manifold.generatorParameters();
    result["trained_range"] = isTrained(manifold.trained, measurement.configuration);
    return result;
}

} // namespace

void addEvaluate(CLI::App& app, Common& common)
{
    CLI::App* command =
        app.add_subcommand("evaluate", "accuracy and cost of the network at one configuration");
    auto options = std::make_shared<EvaluateOptions>();
    addShared(*command, *options);
    options->size.add(*command);
    command->footer(
        "Compression is 1 - parameters / parameters at full size: 0 to 1 inside full size,"
        " negative above it.\n"
        "Examples:\n"
        "  morphospace-cli evaluate resources/manifolds/glyphs-lenet.manifold --width 0.5\n"
        "  morphospace-cli evaluate resources/manifolds/glyphs-resnet.manifold "
        "--widths 8,20,32 --depths 1,2,3 --json");
    command->callback([options, &common] {
        setComputeThreads(common.threads);
        const auto manifold = readManifold(options->manifold);
        const Configuration size = options->size.configuration(manifold->family());
        const Measurement result = measure(*manifold, size, options->sample,
                                           imagesFor(*manifold, *options), options->images,
                                           common.stop);
        report(common, object(result, *manifold), inWords(result, *manifold));
    });
}

void addSweep(CLI::App& app, Common& common)
{
    CLI::App* command = app.add_subcommand(
        "sweep", "accuracy against compression over evenly spaced widths (and given depths)");
    auto options = std::make_shared<EvaluateOptions>();
    addShared(*command, *options);
    command->add_option("--steps", options->steps, "widths from 1 / steps to full size")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_option("--depths", options->depths,
                        "block counts to sweep at, such as 3,3,3 (may be repeated)");
    command->footer("Example:\n  morphospace-cli sweep resources/manifolds/glyphs-resnet.manifold "
                    "--steps 8 --depths 3,3,3 --depths 1,1,1 --json");
    command->callback([options, &common] {
        setComputeThreads(common.threads);
        const auto manifold = readManifold(options->manifold);
        const Family& family = manifold->family();
        const auto images = imagesFor(*manifold, *options);
        std::vector<std::vector<int>> depths;
        for (const std::string& text : options->depths) {
            std::string full;
            for (const int width : family.full.widths)
                full += (full.empty() ? "" : ",") + std::to_string(width);
            depths.push_back(parseSize(full + ":" + text, family).depths);
        }
        if (depths.empty())
            depths.push_back(family.full.depths);
        nlohmann::json points = nlohmann::json::array();
        std::string text;
        for (const std::vector<int>& blocks : depths) {
            Configuration last;
            for (int step = 1; step <= options->steps; ++step) {
                const Configuration size =
                    uniformWidths(family, double(step) / options->steps, blocks);
                if (size == last)
                    continue;
                last = size;
                const Measurement result = measure(*manifold, size, options->sample, images,
                                                   options->images, common.stop);
                log(inWords(result, *manifold));
                points.push_back(object(result, *manifold));
                text += inWords(result, *manifold)
                    + (isTrained(manifold->trained, size) ? "\n" : "  unseen\n");
            }
        }
        report(common, {{"manifold", manifold->hash}, {"points", points}}, text);
    });
}

} // namespace morphospace::cli
