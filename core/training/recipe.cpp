// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/recipe.h"

#include "core/base/cancel.h"
#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/checkpoints/network_checkpoint.h"
#include "core/evaluation/evaluation.h"
#include "core/manifold/manifold_json.h"
#include "core/manifold/sample_limits.h"
#include "core/training/base_network.h"
#include "core/training/manifold_training.h"
#include "core/training/network_training.h"

#include <nlohmann/json.hpp>
#include <torch/types.h>
#include <torch/utils.h>

#include <chrono>
#include <numeric>

namespace morphospace {

namespace {

using nlohmann::json;

json toJson(const NetworkTraining& base)
{
    return {base.epochs, base.batch, base.rate, base.weightDecay, base.seed};
}

json toJson(const JointTraining& joint)
{
    return {joint.epochs, joint.steps, joint.batch, joint.rate, joint.weightDecay, joint.averaging,
            joint.distillation, joint.temperature, joint.anchor, joint.jitter, joint.jitterFrom,
            joint.replaceFrom, joint.replaceTo, joint.sizes.least, joint.sizes.greatest,
            joint.sizes.depth, joint.seed};
}

/// Everything that shapes a phase, so that a checkpoint is only used by the run that made it.
/// `given` is the hash of a base that was not trained here.
std::string fingerprint(const Recipe& recipe, const TrainingImages& images,
                        const std::string& phase, const std::string& given = {})
{
    json about{images.train->hash, morphospace::toJson(recipe.family), toJson(recipe.base), phase};
    if (phase == "warm start" || phase == "joint training") {
        about.push_back(morphospace::toJson(recipe.generator));
        about.push_back({recipe.warmStart.steps, recipe.warmStart.rate, nameOf(recipe.order),
                         recipe.orderSeed.value_or(recipe.seed), given});
    }
    if (phase == "joint training")
        about.push_back(toJson(recipe.joint));
    Sha256 hash;
    hash.add(about.dump());
    return hash.hex();
}

Learner::Progress observing(const std::string& phase, const RecipeObserver& observe)
{
    const auto start = std::chrono::steady_clock::now();
    const auto firstStep = std::make_shared<int>(-1);
    return [=](const LearnerProgress& progress) {
        if (!observe)
            return;
        if (*firstStep < 0)
            *firstStep = progress.step - 1;
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
        const int done = progress.step - *firstStep;
        const double left =
            done < 5 ? -1 : spent.count() / done * (progress.steps - progress.step);
        observe({phase, progress.step, progress.steps, progress.loss, left});
    };
}

/// Re-orders the base's channels and records what that did.
SlotTensors permuted(const Recipe& recipe, const SlotTensors& base, const InputScaling& scaling,
                     const ImageSet& images, std::map<std::string, double>& numbers)
{
    const Family& family = recipe.family;
    const std::vector<Unit> list = units(family, family.full);
    const Network before = foldedNetwork(family, family.full, base);
    numbers["total variation before permutation"] = totalVariation(before.tensors);
    const ChannelOrders orders =
        channelOrders(before, recipe.order, recipe.orderSeed.value_or(recipe.seed));
    const SlotTensors result =
        slotsByName(list, permute(family, family.full, namedTensors(list, base), orders));
    const Network after = foldedNetwork(family, family.full, result);
    numbers["total variation after permutation"] = totalVariation(after.tensors);
    numbers["largest relative output difference by permutation"] =
        outputDifference(before, after, scaling, images);
    return result;
}

std::shared_ptr<Manifold> assemble(const Recipe& recipe, const TrainingImages& images,
                                   InputScaling scaling, std::unique_ptr<Generator> generator)
{
    auto manifold =
        std::make_shared<Manifold>(recipe.family, std::move(scaling), std::move(generator));
    manifold->title = recipe.title;
    manifold->description = recipe.description;
    manifold->dataset = recipe.dataset;
    manifold->classNames = images.train->classNames;
    SizeSampling sizes = recipe.joint.sizes;
    sizes.depth = sizes.depth && manifold->changesDepth();
    manifold->trained = trainedRange(recipe.family, sizes);
    manifold->command = recipe.command;
    manifold->seed = recipe.seed;
    return manifold;
}

BaseNetwork trainedBase(const Recipe& recipe, const TrainingImages& images,
                        const std::filesystem::path& checkpoint, const RecipeObserver& observe,
                        std::stop_token stop)
{
    const InputScaling scaling = scalingOf(*images.train);
    TrainingData data(images.train, scaling, recipe.base.batch, recipe.base.seed);
    return {recipe.family,
            trainNetwork(recipe.family, recipe.family.full, data, recipe.base, checkpoint,
                         fingerprint(recipe, images, "base network"),
                         observing("base network", observe), stop),
            scaling};
}

/// What would only be found out after minutes of training.
void requireSound(const Recipe& recipe)
{
    const JointTraining& joint = recipe.joint;
    // Bounds of a family as the reader of manifolds has them: what is trained must open again.
    (void)familyFromJson(morphospace::toJson(recipe.family));
    // Written so that NaN, which no comparison holds for, is refused.
    if (!(joint.sizes.least > 0 && joint.sizes.least <= joint.sizes.greatest
          && joint.sizes.greatest <= maximumWidthFactor))
        throw Error("widths cannot be drawn between these fractions; expected 0 < least <= greatest"
                    " <= "
                    + std::to_string(maximumWidthFactor));
    if (!(joint.jitter >= 0 && joint.jitter <= maximumJitter))
        throw Error("this jitter is not possible; expected 0 to "
                    + std::to_string(int(maximumJitter)) + " channels");
    if (!(recipe.base.rate > 0 && joint.rate > 0 && joint.temperature > 0))
        throw Error("rates and the temperature have to be above 0");
    for (const Configuration& size : recipe.measured)
        requireLegal(recipe.family, size);
    if (recipe.baseFile.empty())
        return;
    if (const Family given = readNetworkCheckpoint(recipe.baseFile).family; given != recipe.family)
        throw fileError(recipe.baseFile, "",
                        "this base is a " + std::string(familyName(given.kind)) + " "
                            + describe(given.full) + " for " + std::to_string(given.classes)
                            + " classes and " + std::to_string(given.imageSize) + " pixels",
                        "the network that is trained: " + std::string(familyName(recipe.family.kind))
                            + " " + describe(recipe.family.full) + " for "
                            + std::to_string(recipe.family.classes) + " classes and "
                            + std::to_string(recipe.family.imageSize) + " pixels");
}

} // namespace

std::shared_ptr<Manifold> trainManifold(const Recipe& recipe, const TrainingImages& images,
                                        const std::vector<Measurement>& references,
                                        const std::filesystem::path& output,
                                        const RecipeObserver& observe, std::stop_token stop)
{
    namespace fs = std::filesystem;
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    const fs::path work = output.string() + ".training";
    requireSound(recipe);
    requireFits(recipe.family, *images.train);
    std::error_code failed;
    fs::create_directory(work, failed);
    if (!fs::is_directory(work))
        throw fileError(work, "", "the folder for checkpoints cannot be made",
                        "a name in a folder that exists and can be written");
    double secondsBefore = 0;
    for (const char* phase : {"base.safetensors", "warm_start.safetensors", "joint.safetensors"})
        secondsBefore += secondsSpent(work / phase);
    std::map<std::string, double> numbers;
    std::string given;
    BaseNetwork network = recipe.baseFile.empty()
        ? trainedBase(recipe, images, work / "base.safetensors", observe, stop)
        : readBase(recipe.baseFile, scalingOf(*images.train));
    const Network folded = foldedNetwork(recipe.family, recipe.family.full, network.slots);
    if (!recipe.baseFile.empty())
        given = folded.hash();
    const InputScaling scaling = network.scaling;
    SlotTensors base = std::move(network.slots);
    const Measurement baseMeasured =
        measureNetwork(folded, scaling, images.test, recipe.base.seed, "base", stop);
    if (recipe.order != OrderKind::Original)
        base = permuted(recipe, base, scaling, *images.train, numbers);

    std::unique_ptr<Generator> generator =
        makeGenerator(recipe.family, recipe.generator, base, recipe.seed);
    if (recipe.warmStart.steps > 0)
        warmStart(*generator, recipe.family, base, recipe.warmStart,
                  work / "warm_start.safetensors", fingerprint(recipe, images, "warm start", given),
                  observing("warm start", observe), stop);
    TrainingData jointData(images.train, scaling, recipe.joint.batch, recipe.joint.seed + 1000);
    JointTraining joint = recipe.joint;
    joint.sizes.depth = joint.sizes.depth && generator->changesDepth();
    bool stopped = false;
    try {
        trainJointly(*generator, recipe.family, base, jointData, joint, work / "joint.safetensors",
                     fingerprint(recipe, images, "joint training", given),
                     observing("joint training", observe), stop);
    } catch (const Cancelled&) {
        stopped = true;
    }
    std::shared_ptr<Manifold> manifold =
        assemble(recipe, images, scaling, std::move(generator));
    manifold->numbers = numbers;
    manifold->reference = references;
    manifold->reference.push_back(baseMeasured);
    if (stopped) {
        manifold->description += " (training was stopped before its end)";
        writeManifold(*manifold, output);
        throw Cancelled();
    }
    int done = 0;
    for (const Configuration& size : recipe.measured) {
        if (observe)
            observe({"measuring", done++, static_cast<int>(recipe.measured.size()), 0, -1});
        manifold->recorded.push_back(measure(*manifold, size, {}, images.test, 0, stop));
    }
    manifold->numbers["seconds of training"] =
        secondsBefore + std::chrono::duration<double>(Clock::now() - start).count();
    writeManifold(*manifold, output);
    fs::remove_all(work);
    return manifold;
}

Measurement trainBase(const Recipe& recipe, const TrainingImages& images,
                      const std::filesystem::path& output, const RecipeObserver& observe,
                      std::stop_token stop)
{
    (void)familyFromJson(morphospace::toJson(recipe.family));
    requireFits(recipe.family, *images.train);
    const std::filesystem::path checkpoint = output.string() + ".training";
    const BaseNetwork base = trainedBase(recipe, images, checkpoint, observe, stop);
    const Measurement measured =
        measureNetwork(foldedNetwork(recipe.family, recipe.family.full, base.slots), base.scaling,
                       images.test, recipe.base.seed, "base", stop);
    writeBase(base,
              {{"dataset", recipe.dataset},
               {"command", recipe.command},
               {"measured", morphospace::toJson(measured).dump()},
               {"seconds", json(secondsSpent(checkpoint)).dump()}},
              output);
    std::filesystem::remove(checkpoint);
    return measured;
}

std::vector<Measurement> trainReferences(const Recipe& recipe,
                                         const std::vector<Configuration>& sizes,
                                         const TrainingImages& images,
                                         const std::filesystem::path& work,
                                         const RecipeObserver& observe, std::stop_token stop)
{
    requireFits(recipe.family, *images.train);
    for (const Configuration& size : sizes)
        requireLegal(recipe.family, size);
    std::filesystem::create_directories(work);
    const InputScaling scaling = scalingOf(*images.train);
    std::vector<Measurement> measured;
    for (const Configuration& size : sizes) {
        const std::string name = describe(size);
        std::string file = "network " + name + ".safetensors";
        TrainingData data(images.train, scaling, recipe.base.batch, recipe.base.seed);
        const SlotTensors slots =
            trainNetwork(recipe.family, size, data, recipe.base, work / file,
                         fingerprint(recipe, images, "network " + name),
                         observing("network " + name, observe), stop);
        measured.push_back(measureNetwork(foldedNetwork(recipe.family, size, slots), scaling,
                                          images.test, recipe.base.seed, "one by one", stop));
    }
    return measured;
}

} // namespace morphospace
