// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/base/text_file.h"
#include "core/checkpoints/network_checkpoint.h"
#include "core/smoothness/orders.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace morphospace::cli {

namespace {

struct PathsOptions {
    std::vector<std::filesystem::path> files;
    std::filesystem::path known;
    std::filesystem::path output;
    double effort = 16;
    int tries = 4;
    int bound = 500;
};

struct Instance {
    std::string name;
    int length = 0;
    DistanceMatrix distances;
};

/// Random channels of many sizes, in the plane (where good paths are hard to find) and in 64
/// dimensions, then the groups of the networks in the files.
std::vector<Instance> instances(const std::vector<std::filesystem::path>& files)
{
    std::vector<Instance> list;
    for (const int length : {2, 64}) {
        for (int count = 16; count <= 2048; count *= 2)
            list.push_back({"random " + std::to_string(count) + " x " + std::to_string(length),
                            length, l1Distances(randomChannels(count, length, 1), count)});
    }
    for (const std::filesystem::path& file : files) {
        Network network;
        if (file.extension() == ".manifold") {
            const std::shared_ptr<Manifold> manifold = readManifold(file);
            network = sampleNetwork(*manifold, manifold->family().full);
        } else {
            network = foldedNetwork(readNetworkCheckpoint(file));
        }
        const auto groups = channelGroups(network.family, network.configuration);
        const std::vector<ChannelVectors> vectors = channelVectors(network);
        for (std::size_t i = 0; i < groups.size(); ++i)
            list.push_back({file.stem().string() + ": " + groups[i].name,
                            static_cast<int>(vectors[i].length()), channelDistances(vectors[i])});
    }
    return list;
}

std::map<std::string, double> readKnown(const std::filesystem::path& file)
{
    std::map<std::string, double> known;
    if (file.empty())
        return known;
    const char* expected = "the output of 'paths -o'";
    const std::string text = readTextFile(file, std::uintmax_t{16} << 20, expected);
    try {
        const nlohmann::json object = parseJson(text, expected);
        for (const nlohmann::json& one : JsonFields(object, expected).list("paths")) {
            const JsonFields fields(one, "a path");
            known[fields.text("name")] = fields.real("best_known");
        }
    } catch (const Error& error) {
        throw fileError(file, "", error.what());
    }
    return known;
}

void run(const PathsOptions& options, const Common& common, const std::string& commandLine)
{
    if (!options.output.empty())
        requireFolderOf(options.output);
    const std::map<std::string, double> known = readKnown(options.known);
    nlohmann::json paths = nlohmann::json::array();
    std::string text = "| channels | greedy over best | found | best known | found over best | lower"
                       " bound | best over bound |\n|---|---|---|---|---|---|---|";
    for (const Instance& one : instances(options.files)) {
        if (common.stop.stop_requested())
            throw Cancelled();
        const double found = pathLength(one.distances, shortestPath(one.distances));
        const double greedy = pathLength(one.distances, nearestNeighbourPath(one.distances));
        double best = found;
        if (const auto entry = known.find(one.name); entry != known.end()) {
            best = std::min(best, entry->second);
        } else {
            for (int attempt = 0; attempt < options.tries; ++attempt) {
                if (common.stop.stop_requested())
                    throw Cancelled();
                best = std::min(best, pathLength(one.distances,
                                                 shortestPath(one.distances,
                                                              std::uint64_t(attempt) + 2,
                                                              options.effort)));
            }
        }
        const double bound = pathLowerBound(one.distances, best, options.bound);
        paths.push_back({{"name", one.name},
                         {"channels", one.distances.size},
                         {"values_a_channel", one.length},
                         {"greedy", greedy},
                         {"found", found},
                         {"best_known", best},
                         {"lower_bound", bound}});
        const auto over = [](double a, double b) {
            // Sums of the same edges in another sequence may differ by rounding.
            return b > 0 ? fixed(std::max(100 * (a / b - 1), 0.0), 3) + " %" : std::string("-");
        };
        text += "\n| " + one.name + " | " + over(greedy, best) + " | " + fixed(found, 4) + " | "
            + fixed(best, 4) + " | " + over(found, best) + " | " + fixed(bound, 4) + " | "
            + over(best, bound) + " |";
        log(one.name);
    }
    const nlohmann::json object{{"command", commandLine}, {"paths", std::move(paths)}};
    if (!options.output.empty())
        writeFileAtomically(options.output, object.dump(1) + "\n");
    report(common, object, text);
}

} // namespace

void addPaths(CLI::App& app, Common& common)
{
    CLI::App* command = app.add_subcommand(
        "paths", "how short the paths are that order channels: against long runs and lower bounds");
    auto options = std::make_shared<PathsOptions>();
    command->add_option("files", options->files,
                        "networks (.safetensors) and manifolds whose channel groups are tried beside"
                        " the random ones");
    command->add_option("--effort", options->effort, "of a long run, times that of an ordinary one")
        ->check(CLI::Range(0.0, 1e6))
        ->capture_default_str();
    command->add_option("--tries", options->tries, "long runs, each with another seed")
        ->check(CLI::Range(0, 100000))
        ->capture_default_str();
    command->add_option("--bound-steps", options->bound, "subgradient steps of the lower bound")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    command->add_option("--against", options->known,
                        "best known lengths from such a file instead of long runs");
    command->add_option("-o,--output", options->output, "a JSON file for --against");
    command->footer("Example:\n  morphospace-cli paths resources/manifolds/glyphs-lenet.manifold");
    command->callback([options, &common, command] {
        run(*options, common, recordedCommand(*command));
    });
}

} // namespace morphospace::cli
