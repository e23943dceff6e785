// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/configuration.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace morphospace {

/// Where a figure or a file comes from: enough to make it again. It travels inside the file's own
/// metadata. It names what was used by title and hash, never by path or person.
struct Provenance {
    std::string program;                 ///< the version, "0.1.0"
    std::string manifold;                ///< title, "Glyphs / ResNet"
    std::string manifoldHash;            ///< SHA-256 of the manifold's file
    Configuration current;               ///< the sample B
    std::optional<Configuration> pinned; ///< the sample A
    int averaging = 1;                   ///< K of the sample
    std::uint64_t seed = 0;              ///< of the jitter of an averaged sample
    std::string data;                    ///< "Glyphs (test)"; empty: nothing was measured
    std::string dataHash;                ///< ImageSet::hash
    std::int64_t images = 0;             ///< measured for the sample B
    std::string zoo;                     ///< title of the zoo that is open; empty: none
    std::string zooHash;                 ///< SHA-256 of its file
    std::string zooModel;                ///< the model B in words: "DejaVu Sans, slant +1.5"
    std::string session;                 ///< a session document as text; empty: kept back

    bool operator==(const Provenance&) const = default;
};

/// Version 2 has zoos, and a manifold only where one is open. Without a zoo version 1 is written.
inline constexpr int provenanceVersion = 2;

/// Versioned JSON in one line, only ASCII: any metadata that takes text takes it.
[[nodiscard]] std::string provenanceText(const Provenance& provenance);
/// Reads provenanceText(). Throws Error naming the field that is wrong and what is accepted.
[[nodiscard]] Provenance provenanceFromText(std::string_view text);

} // namespace morphospace
