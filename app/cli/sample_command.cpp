// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/error.h"
#include "core/base/version.h"
#include "core/evaluation/threads.h"
#include "core/formats/checkpoint.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace morphospace::cli {

namespace {

struct SampleCommand {
    std::filesystem::path manifold;
    std::filesystem::path output;
    SizeOptions size;
    SampleOptions sample;
};

} // namespace

void addSample(CLI::App& app, Common& common)
{
    CLI::App* command =
        app.add_subcommand("sample", "write the standalone network at one configuration");
    auto options = std::make_shared<SampleCommand>();
    command->add_option("manifold", options->manifold, "a .manifold file")->required();
    command
        ->add_option("-o,--output", options->output,
                     "NET.safetensors (PyTorch's names) or NET.pt (TorchScript)")
        ->required();
    options->size.add(*command);
    command->add_option("--average", options->sample.averaging, "average K samples")
        ->check(CLI::Range(1, 10000))
        ->capture_default_str();
    command->add_option("--jitter", options->sample.jitter, "full width of the jitter, in channels")
        ->capture_default_str();
    command->add_option("--seed", options->sample.seed, "of the jitter")->capture_default_str();
    command->footer("Example:\n  morphospace-cli sample resources/manifolds/glyphs-lenet.manifold "
                    "--width 0.5 -o half.safetensors");
    command->callback([options, &common] {
        setComputeThreads(common.threads);
        const auto manifold = readManifold(options->manifold);
        const Configuration size = options->size.configuration(manifold->family());
        const Network network = sampleNetwork(*manifold, size, options->sample);
        const std::map<std::string, std::string> provenance{
            {"program", "Morphospace " + programVersion()},
            {"manifold", manifold->hash},
            {"manifold_title", manifold->title},
            {"configuration", describe(size)},
            {"averaging", std::to_string(options->sample.averaging)},
            {"seed", std::to_string(options->sample.seed)}};
        const std::string extension = options->output.extension().string();
        if (extension == ".safetensors")
            writeCheckpoint(network, manifold->scaling(), provenance, options->output);
        else if (extension == ".pt")
            writeTorchScript(network, manifold->scaling(), provenance, options->output);
        else
            throw fileError(options->output, "", "unknown kind of checkpoint '" + extension + "'",
                            "a name that ends in .safetensors or .pt");
        const nlohmann::json object{{"file", options->output.filename().string()},
                                    {"widths", size.widths},
                                    {"depths", size.depths},
                                    {"parameters", parameterCount(network.family, size)},
                                    {"macs", macCount(network.family, size)},
                                    {"weights_hash", network.hash()}};
        report(common, object,
               "wrote " + options->output.filename().string() + ": " + describe(size) + ", "
                   + withThousands(parameterCount(network.family, size)) + " parameters");
    });
}

} // namespace morphospace::cli
