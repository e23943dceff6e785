// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/manifold.h"
#include "core/smoothness/orders.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace morphospace {

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
    std::string hash;                             ///< Network::hash, normalisation folded
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

/// Reads a file that runOrderExperiment() wrote. Throws Error naming it and what is wrong.
[[nodiscard]] OrderResults readOrderResults(const std::filesystem::path& file);

/// Accuracies of one network, method and width over the seeds, 0 to 1.
struct OrderSummary {
    std::string network;
    std::string method;
    Configuration configuration;
    std::map<std::string, std::map<std::uint64_t, double>> accuracies;  ///< by order, then seed
};
[[nodiscard]] std::vector<OrderSummary> summarise(const OrderResults& results);
/// Only the seeds that are there for every order that has any: what is compared has to be paired.
[[nodiscard]] OrderSummary paired(OrderSummary summary);
/// The mean over several sizes of one network and method, seed by seed, without a configuration.
[[nodiscard]] OrderSummary meanOverSizes(const std::vector<OrderSummary>& sizes);

/// Mean of b - a over the seeds that both have, and half the width of its 95 % interval by Student's
/// t (infinite for fewer than two).
struct MeanDifference {
    int count = 0;
    double mean = 0;
    double half = 0;
};
[[nodiscard]] MeanDifference meanDifference(const std::map<std::uint64_t, double>& a,
                                            const std::map<std::uint64_t, double>& b);
/// The same of the values themselves: their mean and half the width of its interval.
[[nodiscard]] MeanDifference meanOf(const std::map<std::uint64_t, double>& values);

} // namespace morphospace
