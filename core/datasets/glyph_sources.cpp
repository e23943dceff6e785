// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datasets/glyph_sources.h"

#include "core/base/error.h"

#include <algorithm>
#include <fstream>
#include <numeric>
#include <string_view>

namespace morphospace {

namespace {

constexpr std::size_t longestLine = 400;

/// The reason without the character or the twin it names, so that reasons can be counted.
std::string kindOfReason(const std::string& reason)
{
    for (const std::string_view kind : {"has no outline for", "draws nothing for"}) {
        if (reason.starts_with(kind))
            return "lacks one of the 62 characters";
    }
    if (reason.starts_with("is nearly the same as"))
        return "is nearly the same as another face";
    return reason;
}

} // namespace

GlyphSources readGlyphSources(const std::filesystem::path& file)
{
    std::ifstream input(file);
    if (!input)
        throw fileError(file, "", "cannot be opened", "a list of font packages");
    GlyphSources sources;
    std::string line;
    for (int number = 1; std::getline(input, line); ++number) {
        if (line.empty() || line.front() == '#')
            continue;
        const std::size_t first = line.find('\t');
        const std::size_t second =
            first == std::string::npos ? first : line.find('\t', first + 1);
        if (line.size() > longestLine || first == 0 || second == std::string::npos
            || second + 1 == line.size() || line.find('\t', second + 1) != std::string::npos)
            throw fileError(file, "line " + std::to_string(number), "is not a source",
                            "package, version and licence with a tab between them");
        sources[line.substr(0, first)] = {line.substr(first + 1, second - first - 1),
                                          line.substr(second + 1)};
    }
    return sources;
}

std::string describeSources(const GlyphReport& report, const GlyphSources& sources,
                            const std::map<std::string, std::array<int, 3>>& facesUsed)
{
    std::string text =
        "# Sources of the Glyphs data set\n\n"
        "Small pictures of characters, drawn by FreeType "
        + report.freetype
        + " from the fonts below. No font file is part of this project. The licence is the one "
          "that the package states for its faces; `faces.json` names family, style, group, package and "
          "licence of every face. Families whose names begin alike or that have nearly the same "
          "shapes form a group, and a group is in one set only.\n\n"
          "This file is written together with the images, by\n\n"
          "    resources/glyphs/fetch-fonts FONTS\n"
          "    morphospace-cli glyphs --fonts FONTS --sources resources/glyphs/sources.tsv"
          " -o FOLDER\n\n"
          "The same packages, FreeType and zlib give the same bytes.\n\n"
          "| set | images | faces | families | groups |\n|---|---|---|---|---|\n";
    for (const GlyphSetReport& set : report.sets) {
        text += "| " + set.name;
        for (const std::size_t number : {set.images, set.faces, set.families, set.groups})
            text += " | " + std::to_string(number);
        text += " |\n";
    }

    text += "\n## Packages\n\nFaces used in training, validation and test.\n\n"
            "| package | version | licence | train | validation | test |\n"
            "|---|---|---|---|---|---|\n";
    for (const auto& [package, counts] : facesUsed) {
        const auto source = sources.find(package);
        const GlyphSource stated = source == sources.end() ? GlyphSource{} : source->second;
        text += "| " + package + " | " + stated.version + " | "
            + (stated.licence == "*" ? "as each face states: see faces.json" : stated.licence);
        for (const int number : counts)
            text += " | " + std::to_string(number);
        text += " |\n";
    }

    std::map<std::string, int> reasons;
    std::map<std::string, std::vector<std::string>> named;
    for (const GlyphLeftOut& face : report.leftOut) {
        const std::string kind = kindOfReason(face.reason);
        ++reasons[kind];
        named[kind].push_back(face.font);
    }
    text += "\n## Left out\n\n| reason | faces |\n|---|---|\n";
    for (const auto& [reason, number] : reasons)
        text += "| " + reason + " | " + std::to_string(number) + " |\n";
    for (const char* kind : {"has small capitals for small letters", "is not readable",
                             "does not fit the cell"}) {
        std::vector<std::string> names = named[kind];
        if (names.empty())
            continue;
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        text += std::string("\nA face that ") + kind + ": ";
        text += std::accumulate(std::next(names.begin()), names.end(), names.front(),
                                [](const auto& a, const auto& b) { return a + ", " + b; });
        text += ".\n";
    }
    return text;
}

} // namespace morphospace
