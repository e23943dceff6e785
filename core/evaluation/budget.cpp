// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/budget.h"

#include "core/base/error.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace morphospace {

namespace {

std::optional<double> scaleOf(Cost cost, std::string_view suffix)
{
    if (cost == Cost::Latency) {
        if (suffix == "s")
            return 1;
        if (suffix == "ms")
            return 1e-3;
        if (suffix == "us")
            return 1e-6;
        return {};
    }
    if (suffix.empty())
        return 1;
    if (suffix == "k" || suffix == "K")
        return 1e3;
    if (suffix == "M")
        return 1e6;
    if (suffix == "G")
        return 1e9;
    return {};
}

std::string shortest(double value)
{
    char buffer[64];
    const auto [end, code] = std::to_chars(buffer, buffer + sizeof buffer, value);
    return code == std::errc() ? std::string(buffer, end) : "?";
}

} // namespace

std::string_view nameOf(Cost cost)
{
    switch (cost) {
    case Cost::Parameters: return "parameters";
    case Cost::Macs: return "macs";
    case Cost::Bytes: return "bytes";
    case Cost::Latency: return "latency";
    }
    return "";
}

Budget parseBudget(std::string_view text)
{
    const auto wrong = [&](const std::string& problem) {
        return Error("budget '" + std::string(text) + "': " + problem
                     + "; expected parameters=N, macs=N or bytes=N, N with k, M or G if wanted, or"
                       " latency=N with s, ms or us");
    };
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos)
        throw wrong("there is no '='");
    const std::string_view name = text.substr(0, equals);
    const auto cost = std::ranges::find(costs, name, nameOf);
    if (cost == costs.end())
        throw wrong("'" + std::string(name) + "' is no cost");
    const char* const last = text.data() + text.size();
    double value = 0;
    const auto [next, code] = std::from_chars(text.data() + equals + 1, last, value);
    if (code != std::errc() || !std::isfinite(value) || value <= 0)
        throw wrong("no number above 0");
    const auto scale = scaleOf(*cost, {next, std::size_t(last - next)});
    if (!scale)
        throw wrong(next == last ? "a unit is missing"
                                 : "'" + std::string(next, last) + "' is no unit of it");
    const double limit = value * *scale;
    // 1.2M is no exact product in binary, and a network of exactly 1200000 MACs fits.
    return {*cost, *cost == Cost::Latency ? limit : std::floor(limit + 1e-6)};
}

std::string costText(Cost cost, double value)
{
    if (cost != Cost::Latency)
        return shortest(std::round(value));
    return shortest(std::round(value * 1e6) / 1e3) + " ms";
}

std::string describe(const Budget& budget)
{
    const char* const unit = budget.cost == Cost::Parameters ? " parameters"
        : budget.cost == Cost::Macs                          ? " MACs"
        : budget.cost == Cost::Bytes                         ? " bytes of weights"
                                                             : " for an image";
    return "at most " + costText(budget.cost, budget.limit) + unit;
}

double countedCost(Cost cost, const Family& family, const Configuration& configuration)
{
    switch (cost) {
    case Cost::Parameters: return double(parameterCount(family, configuration));
    case Cost::Macs: return double(macCount(family, configuration));
    case Cost::Bytes: return double(parameterCount(family, configuration)) * sizeof(float);
    case Cost::Latency: break;
    }
    throw Error("latency is measured, not counted");
}

} // namespace morphospace
