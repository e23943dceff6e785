// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/checkpoints/checkpoint_export.h"
#include "core/datasets/library.h"
#include "core/evaluation/threads.h"
#include "core/manifold/manifold_json.h"
#include "core/replay/load.h"
#include "core/replay/replay.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <map>
#include <memory>

namespace morphospace::cli {

namespace {

struct ReplayCommand {
    std::filesystem::path session;
    std::vector<std::filesystem::path> manifolds;
    std::filesystem::path data;
    std::filesystem::path record;
    std::filesystem::path output;
    std::size_t until = std::numeric_limits<std::size_t>::max();
    std::size_t images = 0;
};

SessionManifolds findAndRead(const SessionDocument& session, const ReplayCommand& options)
{
    SearchPlaces places{options.manifolds, options.session.parent_path()};
    if (places.sessionFolder.empty())
        places.sessionFolder = ".";
    std::error_code failed;
    for (const auto& entry :
         std::filesystem::directory_iterator(resourceFolder() / "manifolds", failed))
        places.files.push_back(entry.path());
    SessionManifolds manifolds = loadManifolds(session, places, false);
    if (!manifolds.missing.empty())
        throw fileError(options.session, "",
                        describe(manifolds.missing.front()) + ", named with --manifold");
    return manifolds;
}

nlohmann::json object(const ReplayedStep& step)
{
    nlohmann::json result = morphospace::toJson(step.measurement);
    result["step"] = step.number;
    result["words"] = step.words;
    result["weights_hash"] = step.outcome.weights;
    result["agreement"] = nameOf(step.check.agreement);
    if (step.check.agreement != Agreement::Unrecorded) {
        result["weights_apart"] = step.check.weightsApart;
        result["correct_apart"] = step.check.countApart;
        result["same_kernels"] = step.check.sameKernels;
    }
    return result;
}

std::string inWords(const ReplayedStep& step)
{
    const Measurement& m = step.measurement;
    std::string text = "step " + std::to_string(step.number) + "  " + step.words + "  "
        + describe(m.configuration) + "  " + fixed(100 * m.accuracy(), 2) + " %  "
        + withThousands(m.correct) + " of " + withThousands(m.images) + "  "
        + nameOf(step.check.agreement);
    if (step.check.agreement == Agreement::Close || step.check.agreement == Agreement::Differs) {
        // Two digits say how far; --json has them all.
        std::array<char, 32> apart{};
        const auto end = std::to_chars(apart.data(), apart.data() + apart.size(),
                                       step.check.weightsApart, std::chars_format::general, 2);
        text += " (weights apart by " + std::string(apart.data(), end.ptr)
            + " of the largest, correct answers by "
            + std::to_string(step.check.countApart) + ")";
    }
    return text;
}

void writeSample(const Manifold& manifold, const SessionState& state,
                 const std::filesystem::path& file)
{
    CheckpointOrder order;
    order.items = checkpointItems({state.current}, file);
    order.sample = {state.averaging, 1.0, manifold.seed};
    order.cards = false;
    exportCheckpoints(manifold, order);
}

void run(const ReplayCommand& options, const Common& common)
{
    setComputeThreads(common.threads);
    SessionDocument session = readSession(options.session);
    if (options.until != std::numeric_limits<std::size_t>::max()
        && options.until > session.steps.size())
        throw fileError(options.session, "",
                        "there is no step " + std::to_string(options.until),
                        "0 to " + std::to_string(session.steps.size()));
    std::shared_ptr<const Manifold> last;
    const ReplaySources sources{
        [&, manifolds = findAndRead(session, options)](const ManifoldReference& reference) {
            last = manifolds.opened.at(reference.hash);
            return last;
        },
        [&](const Manifold& manifold) {
            auto images = loadImageSet(manifold.dataset, Split::Test, options.data);
            requireFits(manifold.family(), *images);
            return std::shared_ptr<const ImageSet>(images);
        }};
    const ReplayReport report = replay(
        session, sources,
        {options.until, options.images, common.stop,
         [](const ReplayedStep& step) { log(inWords(step)); }});

    nlohmann::json result{{"session", options.session.filename().string()},
                          {"steps_in_session", session.steps.size()},
                          {"computed", report.computed},
                          {"measured", nlohmann::json::array()},
                          {"other_data", nlohmann::json::array()},
                          {"state", toJson(report.state)},
                          {"first_different_step", report.firstDifferent}};
    for (const OtherData& data : report.otherData)
        result["other_data"].push_back(
            {{"name", data.name}, {"recorded", data.recorded}, {"here", data.here}});
    std::map<Agreement, int> counts;
    for (const ReplayedStep& step : report.steps) {
        result["measured"].push_back(object(step));
        ++counts[step.check.agreement];
    }
    if (!options.record.empty()) {
        for (const ReplayedStep& step : report.steps)
            session.steps[step.number - 1].outcome = step.outcome;
        if (last && !report.steps.empty())
            session.data = {{last->dataset, report.steps.back().measurement.datasetHash}};
        writeSession(session, options.record);
        result["recorded"] = options.record.filename().string();
    }
    if (!options.output.empty()) {
        if (!last)
            throw fileError(options.session, "", "no manifold is open after the last step",
                            "a session that opens one, for --output");
        writeSample(*last, report.state, options.output);
        result["checkpoint"] = options.output.filename().string();
    }
    std::string text = std::to_string(report.steps.size()) + " samples measured";
    for (const auto& [agreement, count] : counts)
        text += ", " + std::to_string(count) + " " + nameOf(agreement);
    morphospace::cli::report(common, result, text);
    if (!report.otherData.empty()) {
        const OtherData& data = report.otherData.front();
        throw fileError(options.session, "data",
                        "the numbers of this session were measured on other data: the images of '"
                            + data.name + "' here have the hash " + data.here
                            + (report.firstDifferent != 0
                                   ? ", and from step " + std::to_string(report.firstDifferent)
                                       + " on the replay differs"
                                   : ""),
                        "those with the hash " + data.recorded);
    }
    if (report.firstDifferent != 0) {
        const auto differs = [&](const ReplayedStep& step) {
            return step.number == report.firstDifferent;
        };
        throw fileError(options.session, "step " + std::to_string(report.firstDifferent),
                        "the replay differs: "
                            + inWords(*std::ranges::find_if(report.steps, differs)),
                        "what was recorded");
    }
}

} // namespace

void addReplay(CLI::App& app, Common& common)
{
    CLI::App* command = app.add_subcommand(
        "replay", "play a session again, measure each sample and compare with what was recorded");
    auto options = std::make_shared<ReplayCommand>();
    command->add_option("session", options->session, "a .morph file, or a list of actions (.json)")
        ->required();
    command->add_option("--until", options->until, "play only the first N steps");
    command->add_option("--manifold", options->manifolds,
                        "where a manifold of the session may be (may be repeated)");
    command->add_option("--data", options->data, "folder that holds the data set (glyphs: bundled)");
    command->add_option("--images", options->images,
                        "measure only the first N images of a fixed random order (0: all)");
    command->add_option("--record", options->record,
                        "write the session again with what was measured now");
    command->add_option("-o,--output", options->output,
                        "write the last sample: NET.safetensors, NET.pt or NET.onnx");
    command->footer("Examples:\n"
                    "  morphospace-cli replay resources/lessons/3-compression.morph\n"
                    "  morphospace-cli replay session.morph --until 5 --json\n"
                    "Exit code 1 where a step differs from what was recorded, or was measured on other"
                    " data; the message names the first.");
    command->callback([options, &common] { run(*options, common); });
}

} // namespace morphospace::cli
