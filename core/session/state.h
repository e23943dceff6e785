// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/family.h"

#include <compare>
#include <optional>
#include <string>

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
    std::string page = "morph";

    bool operator==(const SessionState&) const = default;
};

} // namespace morphospace
