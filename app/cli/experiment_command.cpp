// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/error.h"
#include "core/datasets/library.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/threads.h"
#include "core/manifold/sample_limits.h"
#include "core/training/order_experiment.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <optional>

namespace morphospace::cli {

namespace {

struct ExperimentOptions {
    OrderExperiment experiment;
    std::vector<std::string> orders{"original", "random", "path"};
    std::string split = "test";
    std::size_t images = 0;
    int steps = 250;
    std::optional<double> rate;
    std::filesystem::path output;
};

/// The first `count` images in a fixed random order; all of them for 0.
std::shared_ptr<const ImageSet> part(std::shared_ptr<const ImageSet> images, std::size_t count)
{
    if (count == 0 || count >= images->size())
        return images;
    auto result = std::make_shared<ImageSet>(*images);
    result->pixels.clear();
    result->labels.clear();
    result->clusters.clear();
    const std::vector<std::size_t> order = measuringOrder(images->size());
    for (std::size_t i = 0; i < count; ++i) {
        const auto image = images->image(order[i]);
        result->pixels.insert(result->pixels.end(), image.begin(), image.end());
        result->labels.push_back(images->labels[order[i]]);
        if (!images->clusters.empty())
            result->clusters.push_back(images->clusters[order[i]]);
    }
    result->hash = imageSetHash(*result);
    return result;
}

RecipeObserver logging()
{
    using Clock = std::chrono::steady_clock;
    auto last = std::make_shared<Clock::time_point>();
    auto phase = std::make_shared<std::string>();
    return [last, phase](const RecipeProgress& progress) {
        if (*phase == progress.phase && progress.step < progress.steps
            && Clock::now() - *last < std::chrono::seconds(20))
            return;
        *phase = progress.phase;
        *last = Clock::now();
        std::string line = progress.phase;
        if (progress.steps > 0)
            line += "  " + std::to_string(progress.step) + " / " + std::to_string(progress.steps)
                + "  loss " + fixed(progress.loss, 4);
        if (progress.secondsLeft >= 0)
            line += "  " + fixed(progress.secondsLeft, 0) + " s left";
        log(line);
    };
}

std::string cell(const MeanDifference& difference)
{
    if (difference.count == 0)
        return "";
    const std::string mean = (difference.mean >= 0 ? "+" : "") + fixed(100 * difference.mean, 2);
    return difference.count < 2 ? mean : mean + " ± " + fixed(100 * difference.half, 2);
}

std::string row(const std::string& name, const OrderSummary& one,
                const std::vector<std::string>& orders)
{
    std::string text = "| " + name + " | ";
    std::size_t seeds = 0;
    for (const std::string& order : orders) {
        const auto found = one.accuracies.find(order);
        const bool has = found != one.accuracies.end();
        text += (has ? fixed(100 * meanOf(found->second).mean, 2) : "") + " | ";
        seeds = std::max(seeds, has ? found->second.size() : 0);
    }
    text += std::to_string(seeds) + " |";
    const auto random = one.accuracies.find("random");
    for (const std::string& order : orders) {
        if (order == "random")
            continue;
        const auto found = one.accuracies.find(order);
        const bool both = found != one.accuracies.end() && random != one.accuracies.end();
        text += " " + (both ? cell(meanDifference(random->second, found->second)) : "") + " |";
    }
    return text + "\n";
}

/// One network and method: mean accuracy over the seeds for each order, differences from the random
/// order, seed by seed on the same base; in the end the mean over the sizes.
std::string table(const std::vector<OrderSummary>& sizes, const std::vector<std::string>& orders)
{
    std::string text = "\n" + sizes[0].network + ", " + sizes[0].method + "\n\n| size | ";
    for (const std::string& order : orders)
        text += order + " | ";
    text += "seeds |";
    for (const std::string& order : orders)
        text += order == "random" ? "" : " " + order + " - random, 95 % |";
    text += "\n|---|---|";
    for (std::size_t i = 1; i < 2 * orders.size(); ++i)
        text += "---|";
    text += "\n";
    for (const OrderSummary& one : sizes)
        text += row(describe(one.configuration), one, orders);
    return text + row("mean of these sizes", meanOverSizes(sizes), orders);
}

/// The bases, then a Markdown table for each network and method.
std::string tables(const OrderResults& results)
{
    std::string text = "| base | seed | accuracy | total variation";
    std::vector<std::string> orders;
    for (const OrderKind kind : orderKinds) {
        const std::string name(nameOf(kind));
        if (std::ranges::any_of(results.runs, [kind](const auto& run) { return run.order == kind; }))
            orders.push_back(name);
    }
    for (std::size_t i = 0; i < orders.size(); ++i)
        text += (i == 0 ? ": " : " | ") + orders[i];
    for (std::size_t i = 0; i < orders.size(); ++i)
        text += (i == 0 ? " | path length: " : " | ") + orders[i];
    text += " |\n|---|---|---|";
    for (std::size_t i = 0; i < 2 * orders.size(); ++i)
        text += "---|";
    for (const OrderBase& base : results.bases) {
        text += "\n| " + base.network + " | " + std::to_string(base.seed) + " | "
            + fixed(100 * base.measured.accuracy(), 2) + " |";
        for (const auto* numbers : {&base.variation, &base.length}) {
            for (const std::string& order : orders) {
                const auto found = numbers->find(order);
                text += " " + (found == numbers->end() ? "" : fixed(found->second, 1)) + " |";
            }
        }
    }
    text += "\n";
    std::vector<OrderSummary> block;
    for (const OrderSummary& one : summarise(results)) {
        if (!block.empty()
            && (one.network != block[0].network || one.method != block[0].method)) {
            text += table(block, orders);
            block.clear();
        }
        block.push_back(paired(one));
    }
    return block.empty() ? text : text + table(block, orders);
}

void run(ExperimentOptions& options, Common& common, const std::string& command)
{
    requireFolderOf(options.output);
    setComputeThreads(common.threads);
    OrderExperiment& experiment = options.experiment;
    experiment.command = command;
    if (options.rate) {
        for (auto& [method, networks] : experiment.rates) {
            for (auto& [network, rate] : networks)
                rate = *options.rate;
        }
    }
    experiment.steps = {{"lenet", options.steps}, {"resnet", 2 * options.steps}};
    const TrainingImages images{
        part(loadImageSet("glyphs", Split::Train), options.images),
        loadImageSet("glyphs", options.split == "test" ? Split::Test : Split::Validation)};
    experiment.orders.clear();
    for (const std::string& order : options.orders)
        experiment.orders.push_back(orderNamed(order));
    const OrderResults results =
        runOrderExperiment(experiment, images, options.output, logging(), common.stop);
    report(common, toJson(results),
           tables(results) + "\nwrote " + options.output.filename().string());
}

} // namespace

void addExperiment(CLI::App& app, Common& common)
{
    CLI::App* command = app.add_subcommand(
        "experiment", "does the order of the channels matter? manifolds that differ in it alone");
    auto options = std::make_shared<ExperimentOptions>();
    options->experiment = defaultOrderExperiment(62);
    OrderExperiment& experiment = options->experiment;
    command->add_option("--networks", experiment.networks, "which networks")
        ->check(CLI::IsMember({"lenet", "resnet"}))
        ->delimiter(',')
        ->capture_default_str();
    command
        ->add_option("--methods", experiment.methods,
                     "generators, and 'slice' and 'resample' for the base without training")
        ->check(CLI::IsMember({"grid", "separable", "mlp", "slice", "resample"}))
        ->delimiter(',')
        ->capture_default_str();
    command->add_option("--orders", options->orders, "orders of the channels")
        ->check(CLI::IsMember(orderNames()))
        ->delimiter(',')
        ->capture_default_str();
    command->add_option("--seeds", experiment.seeds, "each trains a base of its own")
        ->delimiter(',')
        ->capture_default_str();
    command->add_option("--widths", experiment.widths, "fractions of full size that are measured")
        ->check(fractionOfFullSize())
        ->delimiter(',')
        ->capture_default_str();
    command->add_option("--base-epochs", experiment.base.epochs, "epochs of a base")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command
        ->add_option("--steps", options->steps,
                     "joint steps of a LeNet manifold; a ResNet's has twice as many")
        ->check(CLI::Range(1, 10'000'000))
        ->capture_default_str();
    command->add_option("--batch", experiment.joint.batch, "images a joint step")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command
        ->add_option("--rate", options->rate,
                     "highest learning rate of joint training, for all; default: one for each"
                     " generator and network, chosen on validation images")
        ->check(CLI::Range(1e-9, 10.0));
    command->add_option("--images", options->images, "train on this many images only; 0: all");
    command->add_option("--split", options->split, "images that are measured; choose on validation")
        ->check(CLI::IsMember({"test", "validation"}))
        ->capture_default_str();
    command->add_option("-o,--output", options->output, "results, a JSON file; what it holds is not"
                                                        " done again")
        ->required();
    command->footer("Glyphs, LeNet 32 and ResNet 16-32-64 x 1-1-1. An interrupted run goes on where it was\n"
                    "when the same command is given again; more seeds, orders or methods may be added.\n"
                    "Example:\n  morphospace-cli experiment -o order.json");
    command->callback([options, &common, command] {
        run(*options, common, recordedCommand(*command));
    });
}

} // namespace morphospace::cli
