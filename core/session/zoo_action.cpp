// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/zoo_action.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

namespace morphospace {

namespace {

constexpr int mostMembers = 1'000'000;
constexpr int mostComponents = 100'000;
constexpr std::size_t longestName = 60;
constexpr double largestSpread = 10;
constexpr int diffusionTimes = 1000;
constexpr std::array<std::string_view, 3> samplings{"independent", "covariance", "bounded"};

std::string number(double value)
{
    return nlohmann::json(value).dump();
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

const ZooState& require(const ZooState* state)
{
    if (state == nullptr)
        throw Error("no zoo is open; expected OpenZoo before this action");
    return *state;
}

void requireBetween(const std::string& what, std::int64_t value, std::int64_t least,
                    std::int64_t greatest)
{
    if (value < least || value > greatest)
        throw Error(what + " " + std::to_string(value) + " is not possible; expected "
                    + std::to_string(least) + " to " + std::to_string(greatest));
}

void requireWithin(const std::string& what, double value, double least, double greatest)
{
    if (!(value >= least && value <= greatest))
        throw Error(what + " " + number(value) + " is not possible; expected " + number(least)
                    + " to " + number(greatest));
}

void requireMember(const ZooState& state, int member)
{
    requireBetween("member", member, 0, state.zoo.members - 1);
}

/// Sorted, without doubles, all of them members.
std::vector<int> requireMembers(const ZooState& state, std::vector<int> members)
{
    for (const int member : members)
        requireMember(state, member);
    std::ranges::sort(members);
    members.erase(std::unique(members.begin(), members.end()), members.end());
    return members;
}

void requireDirection(const ZooState& state, const std::string& name)
{
    const std::vector<std::string> names = directionNames(state);
    if (std::ranges::find(names, name) == names.end())
        throw Error("the unknown direction '" + name + "'; expected one of " + joined(names));
}

void requirePlace(const ZooState& state, const ZooPlace& place)
{
    // What a kind does not have stands at its default, so that equal places are equal.
    ZooPlace plain;
    plain.kind = place.kind;
    switch (place.kind) {
    case ZooPlaceKind::Mean: break;
    case ZooPlaceKind::Member:
        requireMember(state, place.member);
        plain.member = place.member;
        plain.name = place.name;
        break;
    case ZooPlaceKind::Path:
        requireMember(state, place.member);
        requireMember(state, place.other);
        requireWithin("the share of a path", place.share, 0.0, 1.0);
        plain.member = place.member;
        plain.other = place.other;
        plain.share = place.share;
        plain.name = place.name;
        plain.otherName = place.otherName;
        break;
    case ZooPlaceKind::Sample:
        if (std::ranges::find(samplings, place.sampling) == samplings.end())
            throw Error("samples cannot be drawn by '" + place.sampling
                        + "'; expected independent, covariance or bounded");
        requireWithin("the spread", place.spread, 0.0, largestSpread);
        requireBetween("the number of components", place.components, 1, mostComponents);
        plain.sampling = place.sampling;
        plain.seed = place.seed;
        plain.spread = place.spread;
        plain.components = place.components;
        break;
    case ZooPlaceKind::Found:
        requireBetween("the number of coefficients", std::int64_t(place.coefficients.size()), 1,
                       state.zoo.components);
        if (!std::ranges::all_of(place.coefficients, [](float v) { return std::isfinite(v); }))
            throw Error("a coefficient is not finite; expected numbers");
        plain.coefficients = place.coefficients;
        plain.name = place.name;
        break;
    }
    if (!(plain == place))
        throw Error("a place of the kind '" + std::string(nameOf(place.kind))
                    + "' has a field of another kind; expected only its own");
    if (place.name.size() > 4 * longestName || place.otherName.size() > 4 * longestName)
        throw Error("the name of a place is too long; expected at most 240 bytes");
}

void requireReference(const ZooReference& reference)
{
    const std::filesystem::path file(reference.file);
    if (reference.file.empty() || file.is_absolute()
        || std::ranges::find(file, std::filesystem::path("..")) != file.end())
        throw Error("the file '" + reference.file + "' of the zoo; expected a name or a path below"
                    " the session's folder");
    requireBetween("the number of members", reference.members, 2, mostMembers);
    requireBetween("the number of components", reference.components, 1, mostComponents);
}

std::string signedNumber(double value)
{
    return (value > 0 ? "+" : "") + number(value);
}

std::string pushOf(const ZooState* state, const std::string& direction)
{
    if (state == nullptr)
        return {};
    const auto found = state->current.pushes.find(direction);
    return found == state->current.pushes.end() ? "0" : signedNumber(found->second);
}

/// What was drawn at random, found or customised is first seen without pushes; members, the mean and
/// points of a path keep them, so that one edit can be compared between faces.
bool shownAsItIs(const ZooPlace& place)
{
    return place.kind == ZooPlaceKind::Sample || place.kind == ZooPlaceKind::Found;
}

void erase(ZooModel& model, const std::string& direction)
{
    model.pushes.erase(direction);
}

} // namespace

std::string_view nameOf(ZooPlaceKind kind)
{
    switch (kind) {
    case ZooPlaceKind::Mean: return "mean";
    case ZooPlaceKind::Member: return "member";
    case ZooPlaceKind::Sample: return "sample";
    case ZooPlaceKind::Path: return "path";
    case ZooPlaceKind::Found: return "found";
    }
    return {};
}

std::vector<std::string> directionNames(const ZooState& state)
{
    std::vector<std::string> names = state.zoo.attributes;
    for (const MadeDirection& made : state.made)
        names.push_back(made.name);
    return names;
}

ZooState applied(const ZooState* state, const OpenZoo& action)
{
    requireReference(action.zoo);
    ZooState next;
    next.zoo = action.zoo;
    // A word and its noise mean the same in another zoo; places and directions do not.
    if (state != nullptr) {
        next.word = state->word;
        next.seed = state->seed;
    }
    return next;
}

ZooState applied(const ZooState* state, const SetPlace& action)
{
    ZooState next = require(state);
    requirePlace(next, action.place);
    next.current.place = action.place;
    if (shownAsItIs(action.place))
        next.current.pushes.clear();
    return next;
}

ZooState applied(const ZooState* state, const SetDirection& action)
{
    ZooState next = require(state);
    requireDirection(next, action.direction);
    requireWithin("the push along " + action.direction, action.sigma, -largestPush, largestPush);
    if (action.sigma == 0)
        next.current.pushes.erase(action.direction);
    else
        next.current.pushes[action.direction] = action.sigma;
    return next;
}

ZooState applied(const ZooState* state, const ResetDirections&)
{
    ZooState next = require(state);
    next.current.pushes.clear();
    return next;
}

ZooState applied(const ZooState* state, const SetIndependent& action)
{
    ZooState next = require(state);
    requireDirection(next, action.direction);
    std::vector<std::string> of = action.of;
    std::ranges::sort(of);
    of.erase(std::unique(of.begin(), of.end()), of.end());
    for (const std::string& name : of) {
        requireDirection(next, name);
        if (name == action.direction)
            throw Error("the direction '" + name + "' cannot be independent of itself; expected"
                        " others");
    }
    if (of.empty())
        next.independent.erase(action.direction);
    else
        next.independent[action.direction] = of;
    return next;
}

ZooState applied(const ZooState* state, const MarkMembers& action)
{
    ZooState next = require(state);
    if (action.group != "A" && action.group != "B")
        throw Error("the group '" + action.group + "' is none; expected A or B");
    std::vector<int>& group = action.group == "A" ? next.groupA : next.groupB;
    std::vector<int>& other = action.group == "A" ? next.groupB : next.groupA;
    group = requireMembers(next, action.members);
    std::erase_if(other, [&group](int member) { return std::ranges::binary_search(group, member); });
    return next;
}

ZooState applied(const ZooState* state, const MakeDirection& action)
{
    ZooState next = require(state);
    MadeDirection made = action.direction;
    if (made.name.empty() || made.name.size() > longestName)
        throw Error("a direction named '" + made.name + "'; expected a name of 1 to "
                    + std::to_string(longestName) + " bytes");
    const std::vector<std::string> names = directionNames(next);
    if (std::ranges::find(names, made.name) != names.end())
        throw Error("there is a direction '" + made.name + "' already; expected another name");
    made.from = requireMembers(next, made.from);
    made.to = requireMembers(next, made.to);
    if (made.from.empty() || made.to.empty())
        throw Error("the direction '" + made.name + "' goes from " + std::to_string(made.from.size())
                    + " members to " + std::to_string(made.to.size())
                    + "; expected at least one in each group");
    std::vector<int> both;
    std::ranges::set_intersection(made.from, made.to, std::back_inserter(both));
    if (!both.empty())
        throw Error("member " + std::to_string(both.front()) + " is in both groups of '" + made.name
                    + "'; expected groups without a common member");
    next.made.push_back(std::move(made));
    return next;
}

ZooState applied(const ZooState* state, const RemoveDirection& action)
{
    ZooState next = require(state);
    const auto found = std::ranges::find(next.made, action.direction, &MadeDirection::name);
    if (found == next.made.end())
        throw Error("no direction '" + action.direction + "' was made; expected one of "
                    + joined(directionNames(next)) + " that is no measured attribute");
    next.made.erase(found);
    erase(next.current, action.direction);
    if (next.pinned)
        erase(*next.pinned, action.direction);
    next.independent.erase(action.direction);
    for (auto entry = next.independent.begin(); entry != next.independent.end();) {
        std::erase(entry->second, action.direction);
        entry = entry->second.empty() ? next.independent.erase(entry) : std::next(entry);
    }
    return next;
}

ZooState applied(const ZooState* state, const SetInjection& action)
{
    ZooState next = require(state);
    requireBetween("the time step of the injection", action.from, 0, diffusionTimes);
    next.current.from = action.from;
    return next;
}

ZooState applied(const ZooState* state, const SetWord& action)
{
    ZooState next = require(state);
    const auto isLetter = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ' ';
    };
    if (action.word.empty() || action.word.size() > longestWord
        || !std::ranges::all_of(action.word, isLetter))
        throw Error("the word '" + action.word + "' cannot be drawn; expected 1 to "
                    + std::to_string(longestWord) + " letters A to Z, a to z and spaces");
    next.word = action.word;
    return next;
}

ZooState applied(const ZooState* state, const SetNoise& action)
{
    ZooState next = require(state);
    next.seed = action.seed;
    return next;
}

ZooState applied(const ZooState* state, const PinModel&)
{
    ZooState next = require(state);
    next.pinned = next.current;
    return next;
}

ZooState applied(const ZooState* state, const UnpinModel&)
{
    ZooState next = require(state);
    next.pinned.reset();
    return next;
}

ZooState applied(const ZooState* state, const SwapModels&)
{
    ZooState next = require(state);
    if (!next.pinned)
        throw Error("nothing is pinned; expected PinModel before SwapModels");
    std::swap(next.current, *next.pinned);
    return next;
}

std::string describe(const ZooPlace& place)
{
    const auto named = [](int member, const std::string& name) {
        return name.empty() ? "member " + std::to_string(member) : name;
    };
    switch (place.kind) {
    case ZooPlaceKind::Mean: return "the mean";
    case ZooPlaceKind::Member: return named(place.member, place.name);
    case ZooPlaceKind::Sample: return "sample " + std::to_string(place.seed);
    case ZooPlaceKind::Path:
        return std::to_string(int(std::lround(100 * place.share))) + " % of the way from "
            + named(place.member, place.name) + " to " + named(place.other, place.otherName);
    case ZooPlaceKind::Found: return place.name.empty() ? "a found model" : place.name;
    }
    return {};
}

std::string describe(const ZooModel& model)
{
    std::string text = describe(model.place);
    for (const auto& [name, sigma] : model.pushes)
        text += ", " + name + " " + signedNumber(sigma);
    return text;
}

std::string described(const ZooState*, const OpenZoo& action)
{
    return "open " + action.zoo.file;
}

std::string described(const ZooState* before, const SetPlace& action)
{
    if (before == nullptr)
        return describe(action.place);
    const bool reset = shownAsItIs(action.place) && !before->current.pushes.empty();
    return describe(before->current.place) + " -> " + describe(action.place)
        + (reset ? ", all directions to 0" : "");
}

std::string described(const ZooState* before, const SetDirection& action)
{
    return action.direction + " " + (before == nullptr ? "" : pushOf(before, action.direction) + " -> ")
        + (action.sigma == 0 ? "0" : signedNumber(action.sigma)) + " sigma";
}

std::string described(const ZooState*, const ResetDirections&)
{
    return "all directions to 0";
}

std::string described(const ZooState*, const SetIndependent& action)
{
    return action.of.empty() ? action.direction + " as it was found"
                             : action.direction + " independent of " + joined(action.of);
}

std::string described(const ZooState*, const MarkMembers& action)
{
    return "group " + action.group + ": " + std::to_string(action.members.size()) + " members";
}

std::string described(const ZooState*, const MakeDirection& action)
{
    return "direction " + action.direction.name + " from " + std::to_string(action.direction.from.size())
        + " members to " + std::to_string(action.direction.to.size());
}

std::string described(const ZooState*, const RemoveDirection& action)
{
    return "without the direction " + action.direction;
}

std::string described(const ZooState* before, const SetInjection& action)
{
    return "edit from time step "
        + (before == nullptr ? std::string() : std::to_string(before->current.from) + " -> ")
        + std::to_string(action.from);
}

std::string described(const ZooState* before, const SetWord& action)
{
    return "word " + (before == nullptr ? std::string() : before->word + " -> ") + action.word;
}

std::string described(const ZooState* before, const SetNoise& action)
{
    return "noise " + (before == nullptr ? std::string() : std::to_string(before->seed) + " -> ")
        + std::to_string(action.seed);
}

std::string described(const ZooState* before, const PinModel&)
{
    return before == nullptr ? std::string("pin") : "pin " + describe(before->current);
}

std::string described(const ZooState* before, const UnpinModel&)
{
    return before == nullptr || !before->pinned ? std::string("unpin")
                                                : "unpin " + describe(*before->pinned);
}

std::string described(const ZooState* before, const SwapModels&)
{
    return before == nullptr || !before->pinned
        ? std::string("swap")
        : "swap " + describe(before->current) + " with the pinned " + describe(*before->pinned);
}

bool belongTogether(const SetPlace& first, const SetPlace& second)
{
    return first.place.kind == ZooPlaceKind::Path && second.place.kind == ZooPlaceKind::Path
        && first.place.member == second.place.member && first.place.other == second.place.other;
}

} // namespace morphospace
