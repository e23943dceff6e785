// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/base/text_file.h"
#include "core/checkpoints/network_checkpoint.h"
#include "core/datasets/library.h"
#include "core/evaluation/threads.h"
#include "core/manifold/manifold_json.h"
#include "core/manifold/sample_limits.h"
#include "core/training/recipe.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>

namespace morphospace::cli {

namespace {

struct TrainOptions {
    std::string dataset = "glyphs";
    std::filesystem::path data;
    std::string family = "lenet";
    std::vector<int> widths;
    std::vector<int> depths{3, 3, 3};
    int stemStride = 1;
    Recipe recipe;
    bool noPermutation = false;
    std::string order = "path";
    std::optional<std::uint64_t> orderSeed;
    std::vector<double> measuredWidths{0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1.0};
    std::vector<std::string> measured;
    std::vector<std::string> sizes;
    std::filesystem::path references;
    std::filesystem::path into;
    std::filesystem::path output;
    bool restart = false;
};

void addNetworkOptions(CLI::App& command, TrainOptions& options)
{
    command.add_option("--dataset", options.dataset, "what to train on")
        ->check(CLI::IsMember(knownDatasets()))
        ->capture_default_str();
    command.add_option("--data", options.data, "folder that holds the data set (glyphs: bundled)");
    command.add_option("--family", options.family, "network family")
        ->check(CLI::IsMember({"lenet", "resnet"}))
        ->capture_default_str();
    command.add_option("--full-widths", options.widths,
                       "channels at full size: h (LeNet, default 32) or w1,w2,w3 (ResNet, default "
                       "16,32,64)")
        ->delimiter(',');
    command.add_option("--full-depths", options.depths, "ResNet's blocks at full size")
        ->delimiter(',')
        ->capture_default_str();
    command.add_option("--stem-stride", options.stemStride, "stride of ResNet's first convolution")
        ->check(CLI::Range(1, 4))
        ->capture_default_str();
    command.add_option("--base-epochs", options.recipe.base.epochs, "epochs of a network by itself")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command.add_option("--base-rate", options.recipe.base.rate, "its highest learning rate")
        ->check(CLI::Range(1e-9, 10.0))
        ->capture_default_str();
    command.add_option("--batch", options.recipe.base.batch, "images a step")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command.add_option("--seed", options.recipe.seed, "of everything random")
        ->capture_default_str();
    command.add_flag("--restart", options.restart, "forget an interrupted run and begin again");
}

void fillFamily(TrainOptions& options, const ImageSet& images)
{
    Recipe& recipe = options.recipe;
    recipe.dataset = options.dataset;
    const int classes = static_cast<int>(images.classNames.size());
    if (!recipe.baseFile.empty()) {
        recipe.family = readNetworkCheckpoint(recipe.baseFile).family;
    } else if (options.family == "lenet") {
        if (options.widths.size() > 1)
            throw Error("LeNet has one width; expected --full-widths h");
        recipe.family = leNet(options.widths.empty() ? 32 : options.widths[0], classes);
        recipe.family.imageChannels = images.channels;
    } else {
        recipe.family =
            resNet(options.widths.empty() ? std::vector{16, 32, 64} : options.widths,
                   options.depths, images.channels, images.height, classes, options.stemStride);
    }
    recipe.base.seed = recipe.seed;
    recipe.joint.seed = recipe.seed;
    recipe.joint.batch = recipe.base.batch;
}

TrainingImages loadImages(const TrainOptions& options)
{
    return {loadImageSet(options.dataset, Split::Train, options.data),
            loadImageSet(options.dataset, Split::Test, options.data)};
}

/// Progress on standard error: a line every few seconds, and one whenever a phase begins.
RecipeObserver logging()
{
    using Clock = std::chrono::steady_clock;
    auto last = std::make_shared<Clock::time_point>();
    auto phase = std::make_shared<std::string>();
    return [last, phase](const RecipeProgress& progress) {
        const bool begins = *phase != progress.phase;
        if (!begins && progress.step < progress.steps
            && Clock::now() - *last < std::chrono::seconds(5))
            return;
        *phase = progress.phase;
        *last = Clock::now();
        std::string line = progress.phase + "  " + std::to_string(progress.step) + " / "
            + std::to_string(progress.steps);
        if (progress.loss != 0)
            line += "  loss " + fixed(progress.loss, 4);
        if (progress.secondsLeft >= 0)
            line += "  " + fixed(progress.secondsLeft, 0) + " s left";
        log(line);
    };
}

std::vector<Measurement> readReferences(const std::filesystem::path& file)
{
    if (file.empty())
        return {};
    constexpr std::uintmax_t largest = std::uintmax_t{64} << 20;
    const std::string text = readTextFile(file, largest, "the output of 'reference'");
    std::vector<Measurement> measurements;
    try {
        const nlohmann::json object = parseJson(text, "the output of 'reference'");
        const JsonFields fields(object, "the output of 'reference'");
        for (const nlohmann::json& one : fields.list("measurements"))
            measurements.push_back(measurementFromJson(one));
    } catch (const Error& error) {
        throw fileError(file, "", error.what());
    }
    return measurements;
}

nlohmann::json toJson(const std::vector<Measurement>& measurements)
{
    nlohmann::json array = nlohmann::json::array();
    for (const Measurement& measurement : measurements)
        array.push_back(morphospace::toJson(measurement));
    return array;
}

std::string describeAll(const std::vector<Measurement>& measurements)
{
    std::string text;
    for (const Measurement& m : measurements)
        text += describe(m.configuration) + "  " + fixed(100 * m.accuracy(), 2) + " %  ("
            + fixed(100 * m.low, 2) + " to " + fixed(100 * m.high, 2) + ")  " + m.source + "\n";
    return text;
}

void runBase(TrainOptions& options, const Common& common)
{
    requireFolderOf(options.output);
    setComputeThreads(common.threads);
    const TrainingImages images = loadImages(options);
    fillFamily(options, *images.train);
    if (options.restart)
        std::filesystem::remove(options.output.string() + ".training");
    const Measurement measured =
        trainBase(options.recipe, images, options.output, logging(), common.stop);
    nlohmann::json object = morphospace::toJson(measured);
    object["file"] = options.output.filename().string();
    report(common, object,
           describeAll({measured}) + "wrote " + options.output.filename().string());
}

void runTrain(TrainOptions& options, Common& common)
{
    const SizeSampling& drawn = options.recipe.joint.sizes;
    if (drawn.least > drawn.greatest)
        throw CLI::ValidationError("--least",
                                   "is above --greatest; expected at most "
                                       + nlohmann::json(drawn.greatest).dump());
    if (options.recipe.joint.replaceFrom > options.recipe.joint.replaceTo)
        throw CLI::ValidationError("--replace-from", "is above --replace-to");
    requireFolderOf(options.output);
    const std::vector<Measurement> references = readReferences(options.references);
    setComputeThreads(common.threads);
    const TrainingImages images = loadImages(options);
    fillFamily(options, *images.train);
    Recipe& recipe = options.recipe;
    recipe.order =
        options.noPermutation ? OrderKind::Original : orderNamed(options.order);
    recipe.orderSeed = options.orderSeed;
    if (recipe.joint.sizes.depth && !changesDepth(recipe.family))
        throw Error("--depth: LeNet has one depth; expected a family with blocks");
    for (const std::string& size : options.measured)
        recipe.measured.push_back(parseSize(size, recipe.family));
    if (recipe.measured.empty()) {
        for (const double width : options.measuredWidths)
            recipe.measured.push_back(
                uniformWidths(recipe.family, width, recipe.family.full.depths));
    }
    if (options.restart)
        std::filesystem::remove_all(options.output.string() + ".training");
    const std::shared_ptr<Manifold> manifold =
        trainManifold(recipe, images, references, options.output, logging(), common.stop);
    nlohmann::json object{{"file", options.output.filename().string()},
                          {"hash", manifold->hash},
                          {"generator_parameters", manifold->generatorParameters()},
                          {"numbers", manifold->numbers},
                          {"recorded", toJson(manifold->recorded)},
                          {"reference", toJson(manifold->reference)}};
    std::string text = describeAll(manifold->recorded) + describeAll(manifold->reference);
    for (const auto& [name, value] : manifold->numbers)
        text += name + ": " + nlohmann::json(value).dump() + "\n";
    report(common, object, text + "wrote " + options.output.filename().string());
}

std::vector<Measurement> trainReferenceSizes(TrainOptions& options, const Common& common)
{
    requireFolderOf(options.output);
    setComputeThreads(common.threads);
    const TrainingImages images = loadImages(options);
    fillFamily(options, *images.train);
    std::vector<Configuration> sizes;
    for (const std::string& size : options.sizes)
        sizes.push_back(parseSize(size, options.recipe.family));
    const std::filesystem::path work = options.output.string() + ".training";
    if (options.restart)
        std::filesystem::remove_all(work);
    std::vector<Measurement> measured =
        trainReferences(options.recipe, sizes, images, work, logging(), common.stop);
    const nlohmann::json object{{"measurements", toJson(measured)}};
    writeFileAtomically(options.output, object.dump(2) + "\n");
    std::filesystem::remove_all(work);
    return measured;
}

} // namespace

void addTrain(CLI::App& app, Common& common)
{
    CLI::App* command = app.add_subcommand(
        "train", "train a weight manifold: base network, permutation, generator, all sizes");
    auto options = std::make_shared<TrainOptions>();
    Recipe& recipe = options->recipe;
    JointTraining& joint = recipe.joint;
    addNetworkOptions(*command, *options);
    command->add_option("--title", recipe.title, "as shown to people");
    command->add_option("--description", recipe.description, "a sentence about it");
    command->add_option("--generator", recipe.generator.kind, "what turns coordinates into weights")
        ->check(CLI::IsMember({"grid", "separable", "mlp"}))
        ->capture_default_str();
    command->add_option("--hidden", recipe.generator.hidden, "width of the coordinate networks")
        ->check(CLI::Range(1, 4096))
        ->capture_default_str();
    command->add_option("--layers", recipe.generator.layers, "hidden layers of 'mlp'")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    command->add_option("--frequencies", recipe.generator.frequencies, "bands of the coordinates")
        ->check(CLI::Range(0, 32))
        ->capture_default_str();
    command->add_option("--rank", recipe.generator.rank, "rank of 'separable' and of the grid's change")
        ->check(CLI::Range(1, 4096))
        ->capture_default_str();
    CLI::Option* base = command->add_option(
        "--base", recipe.baseFile,
        "a trained base (.safetensors, from 'base' or PyTorch) to take instead of training one");
    for (const char* own : {"--family", "--full-widths", "--full-depths", "--stem-stride",
                            "--base-epochs", "--base-rate"})
        base->excludes(command->get_option(own));
    CLI::Option* order = command->add_option("--order", options->order,
                                             "of the base's channels before anything else is made")
                             ->check(CLI::IsMember(orderNames()))
                             ->capture_default_str();
    command->add_option("--order-seed", options->orderSeed, "of that order (default: --seed)");
    command
        ->add_flag("--no-permutation", options->noPermutation,
                   "leave the base's channels in their order: --order original")
        ->excludes(order);
    command
        ->add_option("--warm-start", recipe.warmStart.steps,
                     "steps that fit the generator to the base first (grid needs none)")
        ->check(CLI::Range(0, 10'000'000))
        ->capture_default_str();
    command->add_option("--epochs", joint.epochs, "epochs of the joint training of all sizes")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command->add_option("--steps", joint.steps, "steps of it, instead of --epochs")
        ->check(CLI::Range(1, 100'000'000));
    command->add_option("--rate", joint.rate, "its highest learning rate")
        ->check(CLI::Range(1e-9, 10.0))
        ->capture_default_str();
    command->add_option("--least", joint.sizes.least, "smallest width drawn, a fraction")
        ->check(CLI::Range(0.01, 1.0))
        ->capture_default_str();
    command->add_option("--greatest", joint.sizes.greatest, "largest width drawn, a fraction")
        ->check(CLI::Range(0.1, double(maximumWidthFactor)))
        ->capture_default_str();
    command->add_flag("--depth", joint.sizes.depth, "draw block counts too");
    command->add_option("--distillation", joint.distillation, "share of the base's soft outputs")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command->add_option("--temperature", joint.temperature, "of the soft outputs")
        ->check(CLI::Range(0.01, 1000.0))
        ->capture_default_str();
    command->add_option("--anchor", joint.anchor, "weight of the fit to the base at full size")
        ->check(CLI::Range(0.0, 1e6))
        ->capture_default_str();
    command->add_option("--jitter", joint.jitter, "coordinate noise in channels, second half only")
        ->check(CLI::Range(0.0, maximumJitter))
        ->capture_default_str();
    command->add_option("--averaging", joint.averaging, "decay of the parameters' moving average")
        ->check(CLI::Range(0.0, 0.99999))
        ->capture_default_str();
    command
        ->add_option("--replace-from", joint.replaceFrom,
                     "share of the steps at which batch statistics begin to be replaced")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command->add_option("--replace-to", joint.replaceTo, "and at which all are")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command
        ->add_option("--measure-widths", options->measuredWidths,
                     "fractions measured on the test images in the end")
        ->check(fractionOfFullSize())
        ->delimiter(',');
    command->add_option("--measure", options->measured,
                        "sizes measured instead, such as 16,32,64:3,3,3 (may be repeated)");
    command->add_option("--references", options->references,
                        "measurements of networks trained one by one, from 'reference'");
    command->add_option("-o,--output", options->output, "the .manifold file")->required();
    command->footer(
        "An interrupted run goes on where it was when the same command is given again.\n"
        "Examples:\n"
        "  morphospace-cli train --epochs 4 -o glyphs.manifold\n"
        "  morphospace-cli train --dataset mnist --data DIR --generator separable --rank 64 "
        "--warm-start 800 -o mnist.manifold\n"
        "  morphospace-cli train --family resnet --stem-stride 2 --depth -o resnet.manifold");
    command->callback([options, &common, command] {
        options->recipe.command = recordedCommand(*command);
        if (options->recipe.title.empty())
            options->recipe.title = options->dataset + " / " + options->family;
        runTrain(*options, common);
    });
}

void addBase(CLI::App& app, Common& common)
{
    CLI::App* command = app.add_subcommand(
        "base", "train one network by itself: a base for 'train --base' and 'permute'");
    auto options = std::make_shared<TrainOptions>();
    addNetworkOptions(*command, *options);
    command
        ->add_option("--device", options->recipe.base.device,
                     "what trains it; cuda: a graphics card, with a LibTorch that can use one")
        ->check(CLI::IsMember({"cpu", "cuda"}))
        ->capture_default_str();
    command->add_option("-o,--output", options->output, "the .safetensors file")->required();
    command->footer(
        "An interrupted run goes on where it was when the same command is given again.\n"
        "Example:\n  morphospace-cli base --dataset cifar10 --data DIR --family resnet "
        "--base-epochs 20 -o resnet20.safetensors");
    command->callback([options, &common, command] {
        options->recipe.command = recordedCommand(*command);
        runBase(*options, common);
    });
}

void addReference(CLI::App& app, Common& common)
{
    CLI::App* command = app.add_subcommand(
        "reference", "train networks of given sizes one by one, to compare a manifold with");
    auto options = std::make_shared<TrainOptions>();
    addNetworkOptions(*command, *options);
    CLI::Option* sizes =
        command->add_option("--sizes", options->sizes,
                            "a size such as 16,32,64:3,3,3 (may be repeated)");
    CLI::Option* output =
        command->add_option("-o,--output", options->output, "a JSON file for 'train --references'")
            ->needs(sizes);
    CLI::Option* from = command->add_option("--from", options->references,
                                            "take measurements from such a file, train nothing");
    from->excludes(sizes)->excludes(output);
    command->add_option("--into", options->into,
                        "add the measurements to this .manifold file, in place of those of the same"
                        " sizes");
    command->footer("Examples:\n"
                    "  morphospace-cli reference --sizes 8 --sizes 16 --sizes 32 -o refs.json\n"
                    "  morphospace-cli reference --from refs.json --into glyphs.manifold");
    command->callback([options, &common] {
        std::vector<Measurement> measured;
        const std::shared_ptr<Manifold> manifold =
            options->into.empty() ? nullptr : readManifold(options->into);
        if (!options->references.empty()) {
            measured = readReferences(options->references);
        } else {
            if (options->sizes.empty() || options->output.empty())
                throw CLI::ValidationError(
                    "nothing to do",
                    "expected --sizes SIZE -o FILE, or --from FILE --into MANIFOLD");
            measured = trainReferenceSizes(*options, common);
        }
        if (manifold) {
            std::vector<Measurement>& kept = manifold->reference;
            std::erase_if(kept, [&measured](const Measurement& one) {
                return one.source == "one by one"
                    && std::ranges::any_of(measured, [&one](const Measurement& fresh) {
                           return fresh.configuration == one.configuration;
                       });
            });
            // Behind the other networks trained one by one, before the base.
            const auto end = std::ranges::find_if(
                kept, [](const Measurement& one) { return one.source != "one by one"; });
            kept.insert(end, measured.begin(), measured.end());
            writeManifold(*manifold, options->into);
        }
        report(common, {{"measurements", toJson(measured)}}, describeAll(measured));
    });
}

} // namespace morphospace::cli
