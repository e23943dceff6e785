// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/error.h"
#include "core/datasets/library.h"
#include "core/evaluation/similarity.h"
#include "core/evaluation/threads.h"
#include "core/manifold/manifold_json.h"
#include "core/manifold/sample_limits.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <memory>

namespace morphospace::cli {

namespace {

struct SimilarityCommand {
    std::filesystem::path manifold;
    std::filesystem::path data;
    std::vector<std::string> sizes;
    std::string split = "test";
    std::string estimator = "unbiased";
    SimilarityOptions options;
    SampleOptions sample;
};

nlohmann::json matrix(const std::vector<double>& values, std::size_t size)
{
    nlohmann::json rows = nlohmann::json::array();
    for (std::size_t row = 0; row < size; ++row) {
        nlohmann::json cells = nlohmann::json::array();
        for (std::size_t column = 0; column < size; ++column) {
            const double value = values[row * size + column];
            cells.push_back(std::isnan(value) ? nlohmann::json() : nlohmann::json(value));
        }
        rows.push_back(std::move(cells));
    }
    return rows;
}

nlohmann::json object(const Similarity& similarity, const SimilarityCommand& command)
{
    const std::size_t count = similarity.sizes.size();
    nlohmann::json sizes = nlohmann::json::array();
    for (const Configuration& size : similarity.sizes)
        sizes.push_back(toJson(size));
    nlohmann::json layers = nlohmann::json::array();
    for (std::size_t l = 0; l < similarity.layers.size(); ++l)
        layers.push_back({{"layer", similarity.layers[l]}, {"cka", matrix(similarity.cka[l], count)}});
    std::vector<double> low;
    std::vector<double> high;
    for (const Interval& interval : similarity.divergenceInterval) {
        low.push_back(interval.low);
        high.push_back(interval.high);
    }
    return {{"manifold", similarity.manifold},
            {"sizes", sizes},
            {"layers", layers},
            {"kl_nats", matrix(similarity.divergence, count)},
            {"kl_low", matrix(low, count)},
            {"kl_high", matrix(high, count)},
            {"agreement", matrix(similarity.agreement, count)},
            {"estimator", command.estimator},
            {"batch", similarity.options.batch},
            {"images", similarity.images},
            {"dataset", similarity.dataset},
            {"dataset_hash", similarity.datasetHash},
            {"averaging", similarity.sample.averaging},
            {"seed", similarity.sample.seed},
            {"version", similarity.programVersion}};
}

std::string inWords(const Similarity& similarity)
{
    std::string text;
    for (std::size_t i = 0; i < similarity.sizes.size(); ++i) {
        for (std::size_t j = i + 1; j < similarity.sizes.size(); ++j) {
            text += describe(similarity.sizes[i]) + " and " + describe(similarity.sizes[j]) + ", "
                + std::to_string(similarity.images) + " images of " + similarity.dataset
                + "\n  linear CKA\n";
            for (std::size_t l = 0; l < similarity.layers.size(); ++l) {
                const double cka = similarity.cka[l][similarity.at(i, j)];
                const bool both = similarity.has(l, i) && similarity.has(l, j);
                if (!similarity.has(l, i) && !similarity.has(l, j))
                    continue;
                text += "    " + similarity.layers[l] + "  "
                    + (both                     ? fixed(cka, 4)
                           : similarity.has(l, i) ? "only in the first"
                                                  : "only in the second")
                    + "\n";
            }
            for (const auto& [a, b] : {std::pair(i, j), std::pair(j, i)}) {
                const std::size_t at = similarity.at(a, b);
                text += "  KL divergence of outputs, " + describe(similarity.sizes[a]) + " from "
                    + describe(similarity.sizes[b]) + ": " + fixed(similarity.divergence[at], 4)
                    + " nats (95 % " + fixed(similarity.divergenceInterval[at].low, 4) + " to "
                    + fixed(similarity.divergenceInterval[at].high, 4) + ")\n";
            }
            text += "  same class predicted: "
                + fixed(100 * similarity.agreement[similarity.at(i, j)], 2) + " % of images\n";
        }
    }
    return text;
}

} // namespace

void addSimilarity(CLI::App& app, Common& common)
{
    CLI::App* command = app.add_subcommand(
        "similarity", "how alike sizes of a manifold compute: linear CKA by layer, KL of outputs");
    auto options = std::make_shared<SimilarityCommand>();
    command->add_option("manifold", options->manifold, "a .manifold file")->required();
    command
        ->add_option("--size", options->sizes, "16,32,64:3,3,3; twice or more (default: full size "
                                               "and half of it)")
        ->allow_extra_args(false);
    command
        ->add_option("--images", options->options.images,
                     "the first N images of a fixed random order (0: all)")
        ->capture_default_str();
    command->add_option("--split", options->split, "which images")
        ->check(CLI::IsMember({"test", "validation", "train"}))
        ->capture_default_str();
    command->add_option("--estimator", options->estimator,
                        "unbiased: averaged over batches; biased: all images at once")
        ->check(CLI::IsMember({"unbiased", "biased"}))
        ->capture_default_str();
    command->add_option("--batch", options->options.batch, "images a batch of the unbiased estimate")
        ->check(CLI::Range(4, 4096))
        ->capture_default_str();
    command->add_option("--average", options->sample.averaging,
                        "average K samples: one clean, K - 1 at jittered coordinates")
        ->check(CLI::Range(1, mostSamplesAveraged))
        ->capture_default_str();
    command->add_option("--data", options->data, "folder that holds the data set (glyphs: bundled)");
    command->footer("Layers are read after their activation and compared where both sizes have "
                    "them.\nExample:\n"
                    "  morphospace-cli similarity resources/manifolds/glyphs-resnet.manifold \\\n"
                    "    --size 16,32,64:3,3,3 --size 8,16,32:2,2,2");
    command->callback([options, &common] {
        SimilarityCommand& o = *options;
        setComputeThreads(common.threads);
        const auto manifold = readManifold(o.manifold);
        const Family& family = manifold->family();
        std::vector<Configuration> sizes;
        for (const std::string& size : o.sizes)
            sizes.push_back(parseSize(size, family));
        if (sizes.empty())
            sizes = {family.full, uniformWidths(family, 0.5, family.full.depths)};
        if (sizes.size() < 2)
            throw Error("one size has nothing to be compared with; expected --size twice or more");
        o.sample.seed = manifold->seed;
        o.options.estimator =
            o.estimator == "biased" ? HsicEstimator::Biased : HsicEstimator::Unbiased;
        const Split split = o.split == "train" ? Split::Train
            : o.split == "validation"          ? Split::Validation
                                               : Split::Test;
        const auto images = loadImageSet(manifold->dataset, split, o.data);
        const Similarity result =
            compareSizes(*manifold, sizes, *images, o.options, o.sample, common.stop);
        report(common, object(result, o), inWords(result));
    });
}

} // namespace morphospace::cli
