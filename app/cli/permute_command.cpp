// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/error.h"
#include "core/checkpoints/network_checkpoint.h"
#include "core/datasets/library.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/noise_images.h"
#include "core/evaluation/threads.h"
#include "core/smoothness/orders.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>
#include <optional>

namespace morphospace::cli {

namespace {

struct PermuteOptions {
    std::filesystem::path input;
    std::filesystem::path output;
    std::string order = "path";
    std::uint64_t seed = 1;
    bool compare = false;
    std::string dataset;
    std::filesystem::path data;
    std::size_t images = 0;
};

/// The network, what it may be written back to, and what it can be shown.
struct Subject {
    Network network;
    InputScaling scaling;
    std::optional<NetworkCheckpoint> checkpoint; ///< none for a manifold
    std::shared_ptr<const ImageSet> noise;       ///< outputs must be the same for any input
    std::shared_ptr<const ImageSet> images;      ///< null: no accuracy
};

Subject subjectOf(const PermuteOptions& options)
{
    Subject subject;
    std::string dataset = options.dataset;
    if (options.input.extension() == ".manifold") {
        const std::shared_ptr<Manifold> manifold = readManifold(options.input);
        subject.network = sampleNetwork(*manifold, manifold->family().full);
        subject.scaling = manifold->scaling();
        if (dataset.empty() && (manifold->dataset == "glyphs" || !options.data.empty()))
            dataset = manifold->dataset;
    } else {
        subject.checkpoint = readNetworkCheckpoint(options.input);
        subject.network = foldedNetwork(*subject.checkpoint);
        const std::vector<float> half(std::size_t(subject.network.family.imageChannels), 0.5F);
        subject.scaling = subject.checkpoint->scaling.value_or(InputScaling{half, half});
        if (!dataset.empty() && !subject.checkpoint->scaling)
            throw fileError(options.input, "header",
                            "it does not say how pixels are scaled, so that no accuracy can be"
                            " measured",
                            "'input_mean' and 'input_deviation', or no --dataset");
    }
    constexpr std::size_t noisePictures = 64;
    subject.noise = noiseImages(subject.network.family, noisePictures);
    if (!dataset.empty()) {
        subject.images = loadImageSet(dataset, Split::Test, options.data);
        requireFits(subject.network.family, *subject.images);
    }
    return subject;
}

/// One order of the channels and everything that it changes and leaves.
struct Ordered {
    OrderKind kind = OrderKind::Path;
    ChannelOrders orders;
    Smoothness smooth;
    double difference = 0;                  ///< of class scores, relative to their scale
    std::optional<std::int64_t> correct;
};

std::int64_t correctOf(const Network& network, const Subject& subject, std::size_t limit,
                       const Common& common)
{
    const NetworkRunner runner(network, subject.scaling);
    AccuracyStream stream(subject.images, limit);
    while (stream.advance(runner, 250)) {
        if (common.stop.stop_requested())
            throw Cancelled();
    }
    return stream.correct();
}

Ordered ordered(const Subject& subject, OrderKind kind, const PermuteOptions& options,
                const Common& common)
{
    const Network& network = subject.network;
    Ordered result{kind, channelOrders(network, kind, options.seed), {}, 0, {}};
    result.smooth = smoothness(network, result.orders);
    Network after = network;
    after.tensors =
        permute(network.family, network.configuration, network.tensors, result.orders);
    const std::vector<std::size_t> which = measuringOrder(subject.noise->size());
    const std::vector<float> before =
        NetworkRunner(network, subject.scaling).logits(*subject.noise, which);
    const std::vector<float> scores =
        NetworkRunner(after, subject.scaling).logits(*subject.noise, which);
    double scale = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        result.difference = std::max(result.difference, std::abs(double(before[i]) - scores[i]));
        scale = std::max(scale, std::abs(double(before[i])));
    }
    result.difference /= std::max(scale, 1e-12);
    if (subject.images)
        result.correct = correctOf(after, subject, options.images, common);
    return result;
}

double lengthOf(const Ordered& one)
{
    double sum = 0;
    for (const GroupSmoothness& group : one.smooth.groups)
        sum += group.after;
    return sum;
}

std::int64_t imagesOf(const Subject& subject, const PermuteOptions& options)
{
    const std::size_t all = subject.images ? subject.images->size() : 0;
    return std::int64_t(options.images == 0 ? all : std::min(all, options.images));
}

nlohmann::json toJson(const Ordered& one, const Subject& subject, const PermuteOptions& options)
{
    nlohmann::json groups = nlohmann::json::array();
    for (const GroupSmoothness& group : one.smooth.groups)
        groups.push_back({{"group", group.group.name},
                          {"channels", group.group.size},
                          {"path_length_before", group.before},
                          {"path_length_after", group.after}});
    nlohmann::json tensors = nlohmann::json::array();
    for (const TensorSmoothness& tensor : one.smooth.tensors)
        tensors.push_back({{"tensor", tensor.tensor},
                           {"total_variation_before", tensor.before},
                           {"total_variation_after", tensor.after}});
    nlohmann::json object{{"order", nameOf(one.kind)},
                          {"total_variation_before", one.smooth.before},
                          {"total_variation_after", one.smooth.after},
                          {"path_length", lengthOf(one)},
                          {"largest_relative_output_difference", one.difference},
                          {"groups", std::move(groups)},
                          {"tensors", std::move(tensors)}};
    if (one.correct) {
        const std::int64_t images = imagesOf(subject, options);
        object["correct"] = *one.correct;
        object["images"] = images;
        object["accuracy"] = 100.0 * double(*one.correct) / double(images);
    }
    return object;
}

std::string shortNumber(double value)
{
    char buffer[32];
    const auto [end, code] =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific, 1);
    return code == std::errc() ? std::string(buffer, end) : "?";
}

void compare(const PermuteOptions& options, const Common& common)
{
    const Subject subject = subjectOf(options);
    nlohmann::json orders = nlohmann::json::array();
    std::string text = "| order | total variation | of the original | path length | of the original |"
                       " largest output difference, relative | "
        + std::string(subject.images ? "right of " + withThousands(imagesOf(subject, options)) + " |" : "")
        + "\n|---|---|---|---|---|---|" + (subject.images ? "---|" : "");
    double variation = 0;
    double length = 0;
    for (const OrderKind kind : orderKinds) {
        const Ordered one = ordered(subject, kind, options, common);
        orders.push_back(toJson(one, subject, options));
        if (kind == OrderKind::Original) {
            variation = one.smooth.after;
            length = lengthOf(one);
        }
        text += "\n| " + std::string(nameOf(kind)) + " | " + fixed(one.smooth.after, 2) + " | "
            + fixed(100 * one.smooth.after / std::max(variation, 1e-300), 1) + " % | "
            + fixed(lengthOf(one), 2) + " | "
            + fixed(100 * lengthOf(one) / std::max(length, 1e-300), 1) + " % | "
            + shortNumber(one.difference) + " |";
        if (one.correct)
            text += " " + withThousands(*one.correct) + " |";
    }
    report(common,
           {{"file", options.input.filename().string()},
            {"network", std::string(familyName(subject.network.family.kind)) + " "
                 + describe(subject.network.configuration)},
            {"orders", std::move(orders)}},
           text);
}

void write(const PermuteOptions& options, const Common& common)
{
    requireFolderOf(options.output);
    const Subject subject = subjectOf(options);
    if (!subject.checkpoint)
        throw fileError(options.input, "",
                        "a manifold's channels cannot be re-ordered after training",
                        "a network's checkpoint, or --compare");
    const Ordered one = ordered(subject, orderNamed(options.order), options, common);
    writePermuted(*subject.checkpoint, one.orders, one.kind, options.output);
    nlohmann::json object = toJson(one, subject, options);
    object["file"] = options.output.filename().string();
    report(common, object,
           "total variation " + fixed(one.smooth.before, 2) + " -> " + fixed(one.smooth.after, 2)
               + "\nlargest output difference, relative to the outputs' scale: "
               + shortNumber(one.difference) + "\nwrote " + options.output.filename().string());
}

} // namespace

void addPermute(CLI::App& app, Common& common)
{
    CLI::App* command = app.add_subcommand(
        "permute", "re-order the channels of a trained network, or compare orders of them");
    auto options = std::make_shared<PermuteOptions>();
    command
        ->add_option("checkpoint", options->input,
                     "a LeNet or CIFAR ResNet as .safetensors, from 'sample', 'base' or PyTorch; for"
                     " --compare also a .manifold, at full size")
        ->required();
    CLI::Option* output =
        command->add_option("-o,--output", options->output,
                            "the same file with its channels re-ordered (.safetensors)");
    CLI::Option* compared = command->add_flag(
        "--compare", options->compare,
        "every order: total variation, path lengths, and what the network still computes");
    CLI::Option* order = command->add_option("--order", options->order, "what is written")
                             ->check(CLI::IsMember(orderNames()))
                             ->capture_default_str();
    compared->excludes(output)->excludes(order);
    command->add_option("--seed", options->seed, "of the search")->capture_default_str();
    command->add_option("--dataset", options->dataset, "measure the accuracy on its test images")
        ->check(CLI::IsMember(knownDatasets()));
    command->add_option("--data", options->data, "folder that holds the data set (glyphs: bundled)");
    command->add_option("--images", options->images, "measure on this many images; 0: all");
    command->footer("Examples:\n"
                    "  morphospace-cli permute half.safetensors -o smooth.safetensors\n"
                    "  morphospace-cli permute resnet20.safetensors --compare --dataset cifar10 "
                    "--data DIR");
    command->callback([options, &common] {
        if (!options->compare && options->output.empty())
            throw CLI::ValidationError("nothing to do", "expected -o FILE or --compare");
        setComputeThreads(common.threads);
        options->compare ? compare(*options, common) : write(*options, common);
    });
}

} // namespace morphospace::cli
