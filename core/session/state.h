// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/family.h"
#include "core/session/zoo_state.h"

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace morphospace {

/// What a state needs to know of the opened manifold to judge an action: no weights.
struct ManifoldReference {
    std::string hash;         ///< SHA-256 of the file; decides whether a file is the same
    std::string file;         ///< file name, or a path relative to the session without ".."
    Family family;

    bool operator==(const ManifoldReference&) const = default;
};

/// Most samples that can be averaged: NeuMeta's final sweeps use this many.
inline constexpr int maximumAveraging = 100;

/// Everything a person can change that a session keeps. Changed only by applying actions.
struct SessionState {
    std::optional<ManifoldReference> manifold;
    Configuration current;                    ///< B, shared by all pages
    std::optional<Configuration> pinned;      ///< A
    int averaging = 1;                        ///< K of the sample
    std::optional<ZooState> zoo;              ///< beside a manifold or without one
    std::string page = "morph";
    std::map<std::string, std::string> options;   ///< those that are not at their default

    bool operator==(const SessionState&) const = default;
};

/// A setting of a page that a session keeps, so that a replay shows what the person saw.
struct SessionOption {
    std::string_view name;                   ///< "compression.axis"
    std::string_view words;                  ///< as the journal says it
    std::vector<std::string_view> accepted;  ///< the first is the default
};
[[nodiscard]] const std::vector<SessionOption>& sessionOptions();
/// The value of an option in a state, its default where nobody set it. Throws Error for an unknown
/// name.
[[nodiscard]] std::string optionValue(const SessionState& state, std::string_view name);

} // namespace morphospace
