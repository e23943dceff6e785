// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoints/checkpoint_export.h"

#include "core/base/atomic_file.h"
#include "core/base/cancel.h"
#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/version.h"
#include "core/datasets/library.h"
#include "core/evaluation/evaluation.h"
#include "core/formats/model_card.h"
#include "core/manifold/generator.h"

#include <nlohmann/json.hpp>

#include <ATen/core/Tensor.h>

#include <algorithm>

namespace morphospace {

namespace {

std::vector<Configuration> onceEach(const std::vector<Configuration>& configurations)
{
    std::vector<Configuration> result;
    for (const Configuration& configuration : configurations) {
        if (std::ranges::find(result, configuration) == result.end())
            result.push_back(configuration);
    }
    return result;
}

ModelCard cardOf(const Manifold& manifold, const CheckpointOrder& order, const Network& network,
                 const WrittenCheckpoint& file)
{
    ModelCard card;
    card.file = file.file.filename().string();
    card.sha256 = file.sha256;
    card.bytes = file.bytes;
    card.format = file.format;
    card.family = network.family;
    card.configuration = network.configuration;
    card.scaling = manifold.scaling();
    card.classNames = manifold.classNames;
    card.weightsHash = file.weightsHash;
    if (file.measured) {
        const Measurement& m = *file.measured;
        card.accuracy = {m.dataset, m.datasetHash, m.images, std::int64_t(order.images->size()),
                         m.correct, m.low,         m.high,   m.intervalMethod};
    }
    card.notMeasured = "no test images of " + datasetTitle(manifold.dataset) + " were at hand";
    card.manifoldTitle = manifold.title;
    card.manifoldDescription = manifold.description;
    card.manifoldHash = manifold.hash;
    card.dataset = datasetTitle(manifold.dataset);
    card.trainedRange =
        describe(manifold.trained.least) + " to " + describe(manifold.trained.greatest);
    card.trained = isTrained(manifold.trained, network.configuration);
    card.averaging = order.sample.averaging;
    card.jitter = order.sample.jitter;
    card.seed = order.sample.seed;
    card.normalisation = nameOf(normalisationState(manifold));
    card.program = "Morphospace " + programVersion();
    return card;
}

} // namespace

std::string nameOf(const Configuration& configuration)
{
    std::string name = describe(configuration);
    if (const std::size_t by = name.find(" x "); by != std::string::npos)
        name.replace(by, 3, "_");
    return name;
}

std::vector<CheckpointItem> checkpointItems(const std::vector<Configuration>& configurations,
                                            const std::filesystem::path& folder,
                                            const std::string& stem,
                                            const std::vector<CheckpointFormat>& formats)
{
    std::vector<CheckpointItem> items;
    for (const Configuration& configuration : onceEach(configurations)) {
        CheckpointItem item{configuration, {}};
        for (const CheckpointFormat format : formats)
            item.files.push_back(
                folder / (stem + "-" + nameOf(configuration) + std::string(extensionOf(format))));
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<CheckpointItem> checkpointItems(const std::vector<Configuration>& configurations,
                                            const std::filesystem::path& file)
{
    const CheckpointFormat format = checkpointFormat(file);
    const std::vector<Configuration> list = onceEach(configurations);
    if (list.size() == 1)
        return {{list.front(), {file}}};
    return checkpointItems(list, file.parent_path(), file.stem().string(), {format});
}

std::filesystem::path cardFile(const std::filesystem::path& checkpoint)
{
    std::filesystem::path card = checkpoint;
    card += ".md";
    return card;
}

NormalisationState normalisationState(const Manifold& manifold)
{
    if (manifold.generator().generatesNormalisation())
        return NormalisationState::Generated;
    const std::vector<Unit> list = units(manifold.family(), manifold.family().full);
    return std::ranges::any_of(list, &Unit::normalised) ? NormalisationState::Folded
                                                        : NormalisationState::None;
}

std::string nameOf(NormalisationState state)
{
    switch (state) {
    case NormalisationState::Generated:
        return "generated and folded";
    case NormalisationState::Folded:
        return "folded before training";
    case NormalisationState::None:
        return "none in this family";
    }
    return {};
}

std::map<std::string, std::string>
checkpointProvenance(const Manifold& manifold, const Network& network, const SampleOptions& options)
{
    return {{"program", "Morphospace " + programVersion()},
            {"manifold", manifold.hash},
            {"manifold_title", manifold.title},
            {"dataset", manifold.dataset},
            {"configuration", describe(network.configuration)},
            {"averaging", std::to_string(options.averaging)},
            {"jitter", nlohmann::json(options.averaging > 1 ? options.jitter : 0.0).dump()},
            {"seed", std::to_string(options.seed)},
            {"normalisation", nameOf(normalisationState(manifold))},
            {"weights", network.hash()}};
}

std::vector<WrittenCheckpoint>
exportCheckpoints(const Manifold& manifold, const CheckpointOrder& order, std::stop_token stop,
                  const std::function<void(const CheckpointProgress&)>& progress,
                  const std::function<void(const WrittenCheckpoint&)>& written)
{
    using Step = CheckpointProgress::Step;
    const std::size_t count = order.items.size();
    // Everything that can be known to be wrong is, before the first file is written.
    for (const CheckpointItem& item : order.items) {
        requireLegal(manifold.family(), item.configuration);
        for (const std::filesystem::path& file : item.files)
            (void)checkpointFormat(file);
    }
    if (order.images)
        requireFits(manifold.family(), *order.images);

    std::vector<WrittenCheckpoint> result;
    for (std::size_t i = 0; i < count; ++i) {
        const CheckpointItem& item = order.items[i];
        const auto tell = [&](Step step, double part) {
            throwIfStopped(stop);
            if (progress)
                progress({step, item.configuration, i, count, (double(i) + part) / double(count)});
        };
        tell(Step::Sampling, 0);
        const Network network = sampleNetwork(manifold, item.configuration, order.sample, stop);
        std::optional<Measurement> measured;
        if (order.images) {
            const NetworkRunner runner(network, manifold.scaling());
            AccuracyStream stream(order.images, order.imageLimit);
            measureRest(stream, runner, [&] {
                tell(Step::Measuring,
                     0.95 * double(stream.measured())
                         / double(std::max<std::int64_t>(1, stream.total())));
            });
            measured = toMeasurement(stream, manifold, item.configuration, order.sample);
        }
        const auto provenance = checkpointProvenance(manifold, network, order.sample);
        for (const std::filesystem::path& file : item.files) {
            tell(Step::Writing, 0.95);
            writeNetwork(network, manifold.scaling(), provenance, file);
            WrittenCheckpoint one;
            one.file = file;
            one.sha256 = sha256OfFile(file);
            one.bytes = std::int64_t(std::filesystem::file_size(file));
            one.format = checkpointFormat(file);
            one.configuration = item.configuration;
            one.weightsHash = provenance.at("weights");
            one.measured = measured;
            if (order.cards) {
                one.card = cardFile(file);
                writeFileAtomically(one.card,
                                    formatModelCard(cardOf(manifold, order, network, one)));
            }
            if (written)
                written(one);
            result.push_back(std::move(one));
        }
    }
    return result;
}

} // namespace morphospace
