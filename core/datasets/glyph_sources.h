// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/glyphs.h"

#include <array>
#include <filesystem>
#include <map>
#include <string>

namespace morphospace {

/// What is known about a package of fonts.
struct GlyphSource {
    std::string version;
    std::string licence;
};
using GlyphSources = std::map<std::string, GlyphSource>;

/// Reads "package TAB version TAB licence" lines; throws Error naming file and line.
[[nodiscard]] GlyphSources readGlyphSources(const std::filesystem::path& file);

/// SOURCES.md: the packages with version, licence and faces used in train, validation and test,
/// and how many faces were left out for which reason.
[[nodiscard]] std::string
describeSources(const GlyphReport& report, const GlyphSources& sources,
                const std::map<std::string, std::array<int, 3>>& facesUsed);

} // namespace morphospace
