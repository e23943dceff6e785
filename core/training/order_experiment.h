// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/generator.h"
#include "core/smoothness/orders.h"
#include "core/training/order_results.h"
#include "core/training/recipe.h"

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

/// Trains and measures what `output` does not hold yet, method by method, and writes the file anew
/// after each run. Bases and the run in progress are kept in the folder OUTPUT.work, from which the
/// same call goes on. Throws Error where the file is of other settings.
OrderResults runOrderExperiment(const OrderExperiment& experiment, const TrainingImages& images,
                                const std::filesystem::path& output,
                                const RecipeObserver& observe, std::stop_token stop);

} // namespace morphospace
