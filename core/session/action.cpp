// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/action.h"

#include "core/base/error.h"

#include <algorithm>
#include <filesystem>
#include <type_traits>

namespace morphospace {

namespace {

constexpr int largestWidth = 65536;
constexpr int largestDepth = 1024;
/// Among the values that an option accepts: any text of 1 to longestName characters, such as the
/// name of a tensor, which only the opened manifold knows.
constexpr std::string_view anyName = "*";
constexpr std::size_t longestName = 200;

template <class... Kinds> struct Overloaded : Kinds... {
    using Kinds::operator()...;
};

void requireBetween(const std::string& what, int value, int least, int greatest)
{
    if (value < least || value > greatest)
        throw Error(what + " " + std::to_string(value) + " is not possible; expected "
                    + std::to_string(least) + " to " + std::to_string(greatest));
}

const ManifoldReference& requireManifold(const SessionState& state)
{
    if (!state.manifold)
        throw Error("no manifold is open; expected OpenManifold before this action");
    return *state.manifold;
}

/// "100", "99" ... "0".
std::vector<std::string_view> percents()
{
    static const std::vector<std::string> texts = [] {
        std::vector<std::string> list;
        for (int percent = 100; percent >= 0; --percent)
            list.push_back(std::to_string(percent));
        return list;
    }();
    return {texts.begin(), texts.end()};
}

std::string listed(const std::vector<std::string_view>& names)
{
    constexpr std::size_t most = 50;   // with more they are numbers in order
    if (names.size() > most)
        return std::string(names[0]) + ", " + std::string(names[1]) + " ... "
            + std::string(names.back());
    std::string text;
    for (const std::string_view name : names)
        text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

const SessionOption& requireOption(std::string_view name)
{
    const auto& options = sessionOptions();
    const auto found = std::ranges::find(options, name, &SessionOption::name);
    if (found == options.end()) {
        std::vector<std::string_view> known;
        for (const SessionOption& option : options)
            known.push_back(option.name);
        throw Error("the unknown option '" + std::string(name) + "'; expected one of "
                    + listed(known));
    }
    return *found;
}

bool accepts(const SessionOption& option, std::string_view value)
{
    return std::ranges::find(option.accepted, value) != option.accepted.end()
        || (option.accepted.back() == anyName && !value.empty() && value.size() <= longestName);
}

/// Index of a stage among those that have a width (or a depth).
std::size_t requireStage(const std::vector<int>& values, int stage)
{
    requireBetween("stage", stage, 0, static_cast<int>(values.size()) - 1);
    return static_cast<std::size_t>(stage);
}

void requireReference(const ManifoldReference& reference)
{
    const std::filesystem::path file(reference.file);
    if (reference.file.empty() || file.is_absolute()
        || std::ranges::find(file, std::filesystem::path("..")) != file.end())
        throw Error("the file '" + reference.file + "' of the manifold; expected a name or a path"
                    " below the session's folder");
    const Family& family = reference.family;
    const bool isLeNet = family.kind == FamilyKind::LeNet;
    if (family.full.widths.size() != (isLeNet ? 1u : 3u)
        || family.full.depths.size() != (isLeNet ? 0u : 3u))
        throw Error("full size " + describe(family.full) + " of a "
                    + std::string(familyName(family.kind)) + "; expected "
                    + (isLeNet ? "one width" : "three widths and three depths"));
    for (const int width : family.full.widths)
        requireBetween("full width", width, 1, largestWidth);
    for (const int depth : family.full.depths)
        requireBetween("full depth", depth, 1, largestDepth);
}

std::string inStage(const std::vector<int>& values, int stage)
{
    return values.size() > 1 ? ", stage " + std::to_string(stage + 1) : std::string();
}

/// "64 -> 41", or "41" where the value before is not known.
std::string change(const std::vector<int>& before, int stage, int after)
{
    std::string text;
    if (stage >= 0 && stage < static_cast<int>(before.size()))
        text = std::to_string(before[static_cast<std::size_t>(stage)]) + " -> ";
    return text + std::to_string(after);
}

} // namespace

const std::vector<SessionOption>& sessionOptions()
{
    static const std::vector<SessionOption> options{
        {"compression.axis", "compression counted by", {"parameters", "macs"}},
        {"compression.range", "range shown", {"close", "whole"}},
        {"compression.view", "measurements as", {"figure", "table"}},
        {"configuration.stages", "sliders of each stage", {"shown", "hidden"}},
        {"landscape.view", "landscape shown as", {"map", "surface", "best", "similarity"}},
        {"landscape.form", "landscape as", {"figure", "table"}},
        {"landscape.x", "axis to the right",
         {"widths", "depths", "width1", "width2", "width3", "depth1", "depth2", "depth3"}},
        {"landscape.y", "axis upwards",
         {"depths", "widths", "width1", "width2", "width3", "depth1", "depth2", "depth3"}},
        {"landscape.colour", "colour of the landscape",
         {"accuracy", "parameters", "macs", "latency"}},
        {"landscape.range", "accuracies of the landscape", {"close", "whole"}},
        {"landscape.sheets", "intervals of the landscape", {"hidden", "shown"}},
        {"landscape.cost", "cost of the budget", {"macs", "parameters", "bytes", "latency"}},
        {"landscape.similarity", "similarity of", {"pair", "widths", "divergence"}},
        {"smoothness.compare", "weights compared", {"orders", "sizes"}},
        {"smoothness.view", "smoothness shown as",
         {"maps", "surface", "variation", "neighbours", "path", "experiment"}},
        {"smoothness.experiment", "recorded experiment shown", {"auto", anyName}},
        {"smoothness.measure", "recorded experiment as", {"accuracy", "difference"}},
        {"smoothness.form", "smoothness as", {"figure", "table"}},
        {"smoothness.profiles", "profiles of rows and columns", {"auto", "shown", "hidden"}},
        {"smoothness.tensor", "tensor shown", {"auto", anyName}},
        {"smoothness.taps", "taps shown",
         {"mean", "l1", "all", "0",  "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",  "9",  "10",
          "11",   "12", "13",  "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24"}},
        {"smoothness.before", "order before",
         {"auto", "original", "random", "nearest", "component", "fiedler", "path"}},
        {"smoothness.after", "order after",
         {"auto", "original", "random", "nearest", "component", "fiedler", "path"}},
        {"smoothness.travel", "way from the order before to the one after, in percent",
         percents()},
        {"smoothness.jitter", "jitter of coordinates, from end to end in channels",
         {"0", "0.25", "0.5", "0.75", "1", "1.5", "2", "3", "4", "6", "8"}},
        {"weightspace.view", "weight space shown as", {"map", "cloud", "members", "matrix"}},
        {"weightspace.form", "weight space as", {"figure", "table"}},
        {"weightspace.x", "component to the right", {"1", "2", "3", "4", "5", "6", "7", "8"}},
        {"weightspace.y", "component upwards", {"2", "1", "3", "4", "5", "6", "7", "8"}},
        {"weightspace.z", "component into the depth", {"3", "1", "2", "4", "5", "6", "7", "8"}},
        {"weightspace.colour", "members coloured by",
         {"stroke", "slant", "width", "serif", "mono", "xheight", "fit", "none"}},
        {"weightspace.marking", "marking group", {"A", "B"}},
        {"weightspace.sheet", "letters shown", {"alphabet", "word", "seeds"}},
        {"weightspace.sampling", "samples drawn by", {"independent", "covariance", "bounded"}},
        {"weightspace.spread", "spread of samples",
         {"0.7", "0.3", "0.5", "0.85", "1", "1.25", "1.5", "2"}},
        {"weightspace.components", "components of samples",
         {"100", "10", "20", "50", "200", "400"}},
    };
    return options;
}

std::string optionValue(const SessionState& state, std::string_view name)
{
    const SessionOption& option = requireOption(name);
    const auto found = state.options.find(std::string(name));
    return found == state.options.end() ? std::string(option.accepted.front()) : found->second;
}

SessionState apply(const SessionState& state, const Action& action)
{
    SessionState next = state;
    std::visit(
        Overloaded{
            [&](const OpenManifold& open) {
                requireReference(open.manifold);
                next.manifold = open.manifold;
                next.current = open.manifold.family.full;
                // A pinned size of the manifold before may not exist in this one.
                next.pinned.reset();
            },
            [&](const SetWidth& set) {
                const Family& family = requireManifold(state).family;
                next.current.widths[requireStage(next.current.widths, set.stage)] = set.channels;
                requireLegal(family, next.current);
            },
            [&](const SetDepth& set) {
                const Family& family = requireManifold(state).family;
                if (!changesDepth(family))
                    throw Error("the depth of a " + std::string(familyName(family.kind))
                                + " does not change; expected a family of several depths");
                next.current.depths[requireStage(next.current.depths, set.stage)] = set.blocks;
                requireLegal(family, next.current);
            },
            [&](const SetConfiguration& set) {
                requireLegal(requireManifold(state).family, set.configuration);
                next.current = set.configuration;
            },
            [&](const PinSample&) {
                (void)requireManifold(state);
                next.pinned = state.current;
            },
            [&](const SetPinned& set) {
                requireLegal(requireManifold(state).family, set.configuration);
                next.pinned = set.configuration;
            },
            [&](const UnpinSample&) { next.pinned.reset(); },
            [&](const SwapPinned&) {
                if (!state.pinned)
                    throw Error("nothing is pinned; expected PinSample before SwapPinned");
                next.current = *state.pinned;
                next.pinned = state.current;
            },
            [&](const SetAveraging& set) {
                requireBetween("averaging", set.samples, 1, maximumAveraging);
                next.averaging = set.samples;
            },
            [&](const ShowPage& show) {
                if (show.page.empty())
                    throw Error("a page without a name; expected the name of a page");
                next.page = show.page;
            },
            [&](const SetOption& set) {
                const SessionOption& option = requireOption(set.option);
                if (!accepts(option, set.value))
                    throw Error("the option '" + set.option + "' cannot be '" + set.value
                                + "'; expected one of " + listed(option.accepted));
                if (set.value == option.accepted.front())
                    next.options.erase(set.option);
                else
                    next.options[set.option] = set.value;
            },
            [&]<ZooAction A>(const A& set) {
                next.zoo = applied(state.zoo ? &*state.zoo : nullptr, set);
            },
        },
        action);
    return next;
}

bool isZooAction(const Action& action)
{
    return std::visit([]<class A>(const A&) { return ZooAction<A>; }, action);
}

std::string describe(const Action& action, const SessionState& before)
{
    const Configuration& current = before.current;
    return std::visit(
        Overloaded{
            [](const OpenManifold& open) { return "open " + open.manifold.file; },
            [&](const SetWidth& set) {
                return "width " + change(current.widths, set.stage, set.channels)
                    + inStage(current.widths, set.stage);
            },
            [&](const SetDepth& set) {
                return "depth " + change(current.depths, set.stage, set.blocks)
                    + inStage(current.depths, set.stage);
            },
            [&](const SetConfiguration& set) {
                return "size " + describe(current) + " -> " + describe(set.configuration);
            },
            [&](const PinSample&) { return "pin " + describe(current); },
            [&](const SetPinned& set) {
                return before.pinned ? "pinned size " + describe(*before.pinned) + " -> "
                        + describe(set.configuration)
                                     : "pin " + describe(set.configuration);
            },
            [&](const UnpinSample&) {
                return before.pinned ? "unpin " + describe(*before.pinned) : std::string("unpin");
            },
            [&](const SwapPinned&) {
                return "swap " + describe(current) + " with the pinned "
                    + (before.pinned ? describe(*before.pinned) : std::string("sample"));
            },
            [&](const SetAveraging& set) {
                return "averaging " + std::to_string(before.averaging) + " -> "
                    + std::to_string(set.samples);
            },
            [&](const ShowPage& show) { return "page " + before.page + " -> " + show.page; },
            [&](const SetOption& set) {
                const SessionOption& option = requireOption(set.option);
                return std::string(option.words) + " " + optionValue(before, set.option) + " -> "
                    + set.value;
            },
            [&]<ZooAction A>(const A& set) {
                return described(before.zoo ? &*before.zoo : nullptr, set);
            },
        },
        action);
}

std::optional<Action> merged(const Action& first, const Action& second)
{
    return std::visit(
        [&second]<class A, class B>(const A& a, const B& b) -> std::optional<Action> {
            if constexpr (!std::is_same_v<A, B>)
                return std::nullopt;
            else if constexpr (std::is_same_v<A, SetWidth> || std::is_same_v<A, SetDepth>)
                return a.stage == b.stage ? std::optional(second) : std::nullopt;
            else if constexpr (std::is_same_v<A, SetOption>)
                return a.option == b.option ? std::optional<Action>(second) : std::nullopt;
            else if constexpr (std::is_same_v<A, SetDirection>)
                return a.direction == b.direction ? std::optional<Action>(second) : std::nullopt;
            else if constexpr (std::is_same_v<A, SetPlace>)
                return belongTogether(a, b) ? std::optional<Action>(second) : std::nullopt;
            else if constexpr (std::is_same_v<A, SetConfiguration> || std::is_same_v<A, SetPinned>
                               || std::is_same_v<A, SetAveraging>
                               || std::is_same_v<A, SetInjection> || std::is_same_v<A, SetWord>
                               || std::is_same_v<A, SetNoise>)
                return second;
            else
                return std::nullopt;
        },
        first, second);
}

} // namespace morphospace
