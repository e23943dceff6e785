// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/order_results.h"

#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/base/text_file.h"
#include "core/manifold/manifold_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

namespace morphospace {

using nlohmann::json;

namespace {

constexpr const char* format = "morphospace.order-experiment";
constexpr int version = 1;

} // namespace

json toJson(const OrderResults& results)
{
    json bases = json::array();
    for (const OrderBase& base : results.bases)
        bases.push_back({{"network", base.network},
                         {"seed", base.seed},
                         {"measured", toJson(base.measured)},
                         {"hash", base.hash},
                         {"total_variation", base.variation},
                         {"path_length", base.length}});
    json runs = json::array();
    for (const OrderRun& run : results.runs) {
        json points = json::array();
        for (const Measurement& point : run.points)
            points.push_back(toJson(point));
        runs.push_back({{"network", run.network},
                        {"method", run.method},
                        {"order", nameOf(run.order)},
                        {"seed", run.seed},
                        {"seconds", run.seconds},
                        {"points", std::move(points)}});
    }
    return {{"format", format},
            {"version", version},
            {"command", results.command},
            {"settings", json::parse(results.settings)},
            {"bases", std::move(bases)},
            {"runs", std::move(runs)}};
}

OrderResults orderResultsFromJson(const json& object)
{
    const JsonFields fields(object, "an order experiment");
    if (fields.text("format") != format || fields.number("version") != version)
        throw Error("this is no order experiment of a version that is known; expected "
                    + std::string(format) + ", version " + std::to_string(version));
    OrderResults results;
    results.command = fields.text("command");
    results.settings = fields.get("settings", "an object").dump();
    for (const json& one : fields.list("bases")) {
        const JsonFields base(one, "a base of an order experiment");
        results.bases.push_back({base.text("network"), base.bits("seed"),
                                 measurementFromJson(base.get("measured", "a measurement")),
                                 base.has("hash") ? base.text("hash") : "",
                                 base.namedNumbers("total_variation"),
                                 base.namedNumbers("path_length")});
    }
    for (const json& one : fields.list("runs")) {
        const JsonFields run(one, "a run of an order experiment");
        OrderRun result{run.text("network"), run.text("method"), orderNamed(run.text("order")),
                        run.bits("seed"), run.real("seconds"), {}};
        for (const json& point : run.list("points"))
            result.points.push_back(measurementFromJson(point));
        results.runs.push_back(std::move(result));
    }
    return results;
}

OrderResults readOrderResults(const std::filesystem::path& file)
{
    constexpr std::uintmax_t largest = std::uintmax_t{64} << 20;
    const char* expected = "the output of 'experiment'";
    const std::string text = readTextFile(file, largest, expected);
    try {
        return orderResultsFromJson(parseJson(text, expected));
    } catch (const Error& error) {
        throw fileError(file, "", error.what());
    }
}

std::vector<OrderSummary> summarise(const OrderResults& results)
{
    std::vector<OrderSummary> summaries;
    for (const OrderRun& run : results.runs) {
        for (const Measurement& point : run.points) {
            auto found = std::ranges::find_if(summaries, [&](const OrderSummary& one) {
                return one.network == run.network && one.method == run.method
                    && one.configuration == point.configuration;
            });
            if (found == summaries.end()) {
                summaries.push_back({run.network, run.method, point.configuration, {}});
                found = summaries.end() - 1;
            }
            found->accuracies[std::string(nameOf(run.order))][run.seed] = point.accuracy();
        }
    }
    std::ranges::stable_sort(summaries, {}, [](const OrderSummary& one) {
        return std::tie(one.network, one.method, one.configuration);
    });
    return summaries;
}

OrderSummary paired(OrderSummary summary)
{
    std::map<std::uint64_t, std::size_t> times;
    for (const auto& [order, seeds] : summary.accuracies) {
        for (const auto& [seed, accuracy] : seeds)
            ++times[seed];
    }
    for (auto& [order, seeds] : summary.accuracies)
        std::erase_if(seeds, [&](const auto& entry) {
            return times.at(entry.first) < summary.accuracies.size();
        });
    return summary;
}

OrderSummary meanOverSizes(const std::vector<OrderSummary>& sizes)
{
    OrderSummary mean;
    for (const OrderSummary& one : sizes) {
        mean.network = one.network;
        mean.method = one.method;
        for (const auto& [order, seeds] : one.accuracies) {
            for (const auto& [seed, accuracy] : seeds)
                mean.accuracies[order][seed] += accuracy / double(sizes.size());
        }
    }
    return mean;
}

MeanDifference meanDifference(const std::map<std::uint64_t, double>& a,
                              const std::map<std::uint64_t, double>& b)
{
    // Two-sided 95 % quantiles of Student's t with 1 to 30 degrees of freedom.
    constexpr std::array quantiles{12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306,
                                   2.262,  2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
                                   2.110,  2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064,
                                   2.060,  2.056, 2.052, 2.048, 2.045, 2.042};
    std::vector<double> differences;
    for (const auto& [seed, value] : a) {
        if (const auto found = b.find(seed); found != b.end())
            differences.push_back(found->second - value);
    }
    MeanDifference result{static_cast<int>(differences.size()), 0,
                          std::numeric_limits<double>::infinity()};
    if (differences.empty())
        return result;
    const double n = double(differences.size());
    result.mean = std::accumulate(differences.begin(), differences.end(), 0.0) / n;
    if (differences.size() < 2)
        return result;
    double squares = 0;
    for (const double difference : differences)
        squares += (difference - result.mean) * (difference - result.mean);
    const double quantile =
        differences.size() - 2 < quantiles.size() ? quantiles[differences.size() - 2] : 1.960;
    result.half = quantile * std::sqrt(squares / (n - 1) / n);
    return result;
}

MeanDifference meanOf(const std::map<std::uint64_t, double>& values)
{
    std::map<std::uint64_t, double> zero;
    for (const auto& [seed, value] : values)
        zero[seed] = 0;
    return meanDifference(zero, values);
}

} // namespace morphospace
