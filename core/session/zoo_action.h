// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/zoo_state.h"

#include <nlohmann/json_fwd.hpp>

namespace morphospace {

struct OpenZoo { ZooReference zoo; bool operator==(const OpenZoo&) const = default; };
struct SetPlace { ZooPlace place; bool operator==(const SetPlace&) const = default; }; ///< samples and found models take all directions to 0
/// How far the current model is pushed along a direction, in sigma; 0: not at all.
struct SetDirection { std::string direction; double sigma = 0; bool operator==(const SetDirection&) const = default; };
struct ResetDirections { bool operator==(const ResetDirections&) const = default; };
/// The directions that one is made orthogonal to; none: it is as it was found.
struct SetIndependent { std::string direction; std::vector<std::string> of; bool operator==(const SetIndependent&) const = default; };
/// Marks members as group "A" or "B", instead of those that were; a member is in one group only.
struct MarkMembers { std::string group; std::vector<int> members; bool operator==(const MarkMembers&) const = default; };
struct MakeDirection { MadeDirection direction; bool operator==(const MakeDirection&) const = default; };
struct RemoveDirection { std::string direction; bool operator==(const RemoveDirection&) const = default; };
/// Delayed injection: the time step below which the pushes act.
struct SetInjection { int from = 1000; bool operator==(const SetInjection&) const = default; };
struct SetWord { std::string word; bool operator==(const SetWord&) const = default; };
struct SetNoise { std::uint64_t seed = 1; bool operator==(const SetNoise&) const = default; };
struct PinModel { bool operator==(const PinModel&) const = default; };      ///< A := current
struct UnpinModel { bool operator==(const UnpinModel&) const = default; };
struct SwapModels { bool operator==(const SwapModels&) const = default; };  ///< A <-> B

/// Pushes go at most so far, in sigma.
inline constexpr double largestPush = 20;
inline constexpr std::size_t longestWord = 24;

/// The state after an action; `state` is empty where no zoo is open. Throw Error as apply() does.
[[nodiscard]] ZooState applied(const ZooState* state, const OpenZoo& action);
[[nodiscard]] ZooState applied(const ZooState* state, const SetPlace& action);
[[nodiscard]] ZooState applied(const ZooState* state, const SetDirection& action);
[[nodiscard]] ZooState applied(const ZooState* state, const ResetDirections& action);
[[nodiscard]] ZooState applied(const ZooState* state, const SetIndependent& action);
[[nodiscard]] ZooState applied(const ZooState* state, const MarkMembers& action);
[[nodiscard]] ZooState applied(const ZooState* state, const MakeDirection& action);
[[nodiscard]] ZooState applied(const ZooState* state, const RemoveDirection& action);
[[nodiscard]] ZooState applied(const ZooState* state, const SetInjection& action);
[[nodiscard]] ZooState applied(const ZooState* state, const SetWord& action);
[[nodiscard]] ZooState applied(const ZooState* state, const SetNoise& action);
[[nodiscard]] ZooState applied(const ZooState* state, const PinModel& action);
[[nodiscard]] ZooState applied(const ZooState* state, const UnpinModel& action);
[[nodiscard]] ZooState applied(const ZooState* state, const SwapModels& action);

/// "member 12 (DejaVu Sans)", "sample 3", "the mean", "Rag".
[[nodiscard]] std::string describe(const ZooPlace& place);
/// The place and what it is pushed by: "the mean, slant +1.5".
[[nodiscard]] std::string describe(const ZooModel& model);
/// In words, for the zoo that is open before it (null: none).
[[nodiscard]] std::string described(const ZooState* before, const OpenZoo& action);
[[nodiscard]] std::string described(const ZooState* before, const SetPlace& action);
[[nodiscard]] std::string described(const ZooState* before, const SetDirection& action);
[[nodiscard]] std::string described(const ZooState* before, const ResetDirections& action);
[[nodiscard]] std::string described(const ZooState* before, const SetIndependent& action);
[[nodiscard]] std::string described(const ZooState* before, const MarkMembers& action);
[[nodiscard]] std::string described(const ZooState* before, const MakeDirection& action);
[[nodiscard]] std::string described(const ZooState* before, const RemoveDirection& action);
[[nodiscard]] std::string described(const ZooState* before, const SetInjection& action);
[[nodiscard]] std::string described(const ZooState* before, const SetWord& action);
[[nodiscard]] std::string described(const ZooState* before, const SetNoise& action);
[[nodiscard]] std::string described(const ZooState* before, const PinModel& action);
[[nodiscard]] std::string described(const ZooState* before, const UnpinModel& action);
[[nodiscard]] std::string described(const ZooState* before, const SwapModels& action);

/// Whether both belong to one drag: the same slider, or two points of one path.
[[nodiscard]] bool belongTogether(const SetPlace& first, const SetPlace& second);

[[nodiscard]] nlohmann::json toJson(const ZooReference& reference);
[[nodiscard]] nlohmann::json toJson(const ZooPlace& place);
[[nodiscard]] nlohmann::json toJson(const ZooModel& model);
[[nodiscard]] nlohmann::json toJson(const MadeDirection& direction);
[[nodiscard]] nlohmann::json toJson(const ZooState& state);
/// Throw Error naming the field that is wrong or missing and what is accepted.
[[nodiscard]] ZooReference zooReferenceFromJson(const nlohmann::json& object);
[[nodiscard]] ZooPlace zooPlaceFromJson(const nlohmann::json& object);
[[nodiscard]] ZooModel zooModelFromJson(const nlohmann::json& object);
[[nodiscard]] MadeDirection madeDirectionFromJson(const nlohmann::json& object);

} // namespace morphospace
