// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/generator.h"
#include "core/smoothness/orders.h"
#include "core/training/recipe.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace morphospace {

/// Does the order of the channels matter? Manifolds trained on the same base, with the same images,
/// sizes and random draws, that differ in the order of the base's channels alone.
struct OrderExperiment {
    std::map<std::string, Family> families;       ///< by the name that results carry
    std::vector<std::string> networks;            ///< the families that are trained
    /// What turns a base into all sizes: generators by name, trained; "slice" (the first channels of
    /// the base) and "resample" (an untrained grid), not trained.
    std::vector<std::string> methods;
    std::vector<OrderKind> orders;
    std::vector<std::uint64_t> seeds;             ///< each trains a base of its own
    std::vector<double> widths;                   ///< measured, fractions of full size
    NetworkTraining base;                         ///< but for the seed
    std::map<std::string, GeneratorSettings> generators;
    std::map<std::string, WarmStart> warmStarts;  ///< of those that need one
    JointTraining joint;                          ///< but for seed, steps and rate
    std::map<std::string, int> steps;             ///< of joint training, by network
    /// Its highest learning rates, by generator, then network.
    std::map<std::string, std::map<std::string, double>> rates;
    std::string command;                          ///< recorded
};
/// A small experiment on 28 x 28 pictures that a processor core ends in an hour or two: see
/// docs/smoothness.md for what was chosen and why.
[[nodiscard]] OrderExperiment defaultOrderExperiment(int classes);

/// One manifold (or one set of untrained networks), measured over the widths.
struct OrderRun {
    std::string network;
    std::string method;
    OrderKind order = OrderKind::Original;
    std::uint64_t seed = 0;
    double seconds = 0;                           ///< of training
    std::vector<Measurement> points;
};
struct OrderBase {
    std::string network;
    std::uint64_t seed = 0;
    Measurement measured;
    std::map<std::string, double> variation;      ///< total variation by the order's name
    std::map<std::string, double> length;         ///< sum of the groups' path lengths, likewise
};
struct OrderResults {
    std::string settings;                         ///< JSON of everything that shapes a run
    std::string command;
    std::vector<OrderBase> bases;
    std::vector<OrderRun> runs;
};
[[nodiscard]] nlohmann::json toJson(const OrderResults& results);
[[nodiscard]] OrderResults orderResultsFromJson(const nlohmann::json& json);

/// Trains and measures what `output` does not hold yet, method by method, and writes the file anew
/// after each run. Bases and the run in progress are kept in the folder OUTPUT.work, from which the
/// same call goes on. Throws Error where the file is of other settings.
OrderResults runOrderExperiment(const OrderExperiment& experiment, const TrainingImages& images,
                                const std::filesystem::path& output,
                                const RecipeObserver& observe, std::stop_token stop);

/// Accuracies of one network, method and width over the seeds, 0 to 1.
struct OrderSummary {
    std::string network;
    std::string method;
    Configuration configuration;
    std::map<std::string, std::map<std::uint64_t, double>> accuracies;  ///< by order, then seed
};
[[nodiscard]] std::vector<OrderSummary> summarise(const OrderResults& results);

/// Mean of b - a over the seeds that both have, and half the width of its 95 % interval by Student's
/// t (infinite for fewer than two).
struct MeanDifference {
    int count = 0;
    double mean = 0;
    double half = 0;
};
[[nodiscard]] MeanDifference meanDifference(const std::map<std::uint64_t, double>& a,
                                            const std::map<std::uint64_t, double>& b);

} // namespace morphospace
