// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/journal.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace morphospace {

/// The images that were measured on: a session knows them again by their hash.
struct DataReference {
    std::string name;   ///< "glyphs", "mnist" ...
    std::string hash;   ///< ImageSet::hash

    bool operator==(const DataReference&) const = default;
};

/// Everything a session file (`.morph`) holds.
struct SessionDocument {
    LocalText title;
    std::vector<SessionStep> steps;
    std::size_t position = 0;                     ///< steps applied when it was saved
    std::vector<DataReference> data;              ///< in the order of their names
    std::map<std::string, std::string> embedded;  ///< bytes of manifolds and zoos by their SHA-256
    std::string layout;                           ///< where docks stand, as the window encodes it

    bool operator==(const SessionDocument&) const = default;
    /// A lesson is a session with at least one page.
    [[nodiscard]] bool isLesson() const;
};

/// Version 2 has zoos. A session without one is written as version 1, which older programs read.
inline constexpr int sessionVersion = 2;
inline constexpr std::string_view sessionEnding = ".morph";

/// The file's text: versioned JSON with sorted keys, the same bytes for equal documents. It holds
/// no path but names and relative paths of manifolds.
[[nodiscard]] std::string sessionText(const SessionDocument& document);
[[nodiscard]] nlohmann::json sessionJson(const SessionDocument& document);

/// Reads sessionText(), of this version or an older one (version 0 is a bare list of actions).
/// Every step is applied, so what is returned can be replayed. Throws Error naming the place (a
/// byte, a field or a step) and what is accepted.
[[nodiscard]] SessionDocument sessionFromText(std::string_view text);
[[nodiscard]] SessionDocument sessionFromJson(const nlohmann::json& json);

/// Throws Error naming the file.
[[nodiscard]] SessionDocument readSession(const std::filesystem::path& file);
void writeSession(const SessionDocument& document, const std::filesystem::path& file);

} // namespace morphospace
