// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/state.h"
#include "core/session/zoo_action.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <variant>

namespace morphospace {

struct OpenManifold { ManifoldReference manifold; bool operator==(const OpenManifold&) const = default; };
struct SetWidth { int stage = 0; int channels = 1; bool operator==(const SetWidth&) const = default; };
struct SetDepth { int stage = 0; int blocks = 1; bool operator==(const SetDepth&) const = default; };
/// Every stage at once: the global sliders, a clicked point, "go there".
struct SetConfiguration { Configuration configuration; bool operator==(const SetConfiguration&) const = default; };
struct PinSample { bool operator==(const PinSample&) const = default; };       ///< A := current
/// A := a size that need not be the current one: A is dragged.
struct SetPinned { Configuration configuration; bool operator==(const SetPinned&) const = default; };
struct UnpinSample { bool operator==(const UnpinSample&) const = default; };
struct SwapPinned { bool operator==(const SwapPinned&) const = default; };     ///< A <-> B
struct SetAveraging { int samples = 1; bool operator==(const SetAveraging&) const = default; };
struct ShowPage { std::string page; bool operator==(const ShowPage&) const = default; };
/// How a page shows things: one of sessionOptions() and one of the values it accepts.
struct SetOption { std::string option; std::string value; bool operator==(const SetOption&) const = default; };

using Action = std::variant<OpenManifold, SetWidth, SetDepth, SetConfiguration, PinSample,
                            UnpinSample, SwapPinned, SetAveraging, ShowPage, SetOption, SetPinned,
                            OpenZoo, SetPlace, SetDirection, ResetDirections, SetIndependent,
                            MarkMembers, MakeDirection, RemoveDirection, SetInjection, SetWord,
                            SetNoise, PinModel, UnpinModel, SwapModels>;

/// Whether an action of this kind is about a zoo.
template <class A>
concept ZooAction = requires(const ZooState* state, const A& action) { applied(state, action); };
[[nodiscard]] bool isZooAction(const Action& action);

/// The state after `action`. A pure function; throws Error when the action is illegal in this
/// state (no manifold open, a width outside its range: names value and range). Outside this
/// namespace call it by its full name: with variants as arguments std::apply is found as well.
[[nodiscard]] SessionState apply(const SessionState& state, const Action& action);

/// Stable name used in JSON and scripts: "SetWidth".
[[nodiscard]] std::string actionName(const Action& action);
/// In words, with the state it is applied to: "width 64 -> 41, stage 3".
[[nodiscard]] std::string describe(const Action& action, const SessionState& before);

[[nodiscard]] nlohmann::json toJson(const Action& action);
/// Throws Error naming the field that is wrong or missing and what is accepted.
[[nodiscard]] Action actionFromJson(const nlohmann::json& json);

[[nodiscard]] nlohmann::json toJson(const SessionState& state);

/// One action that does what `first` then `second` do, where both belong to one drag (same kind,
/// same stage); nothing otherwise.
[[nodiscard]] std::optional<Action> merged(const Action& first, const Action& second);

} // namespace morphospace
