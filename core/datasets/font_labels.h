// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace morphospace {

/// What a font says of itself in its tables (OpenType: OS/2, post, and PANOSE within OS/2); a
/// thing that no table states is absent. Some fonts state nothing, and some state it wrongly.
struct FontLabels {
    std::optional<int> weight;      ///< OS/2 usWeightClass, 1 to 1000; 400 is regular, 700 bold
    std::optional<int> width;       ///< OS/2 usWidthClass, 1 (ultra-condensed) to 9 (ultra-expanded)
    std::optional<bool> italic;     ///< OS/2 fsSelection or the style's name, oblique included
    std::optional<double> angle;    ///< post italicAngle, degrees; below 0 leans to the right
    std::optional<bool> serif;      ///< PANOSE of Latin text: serif styles 2 to 10 against 11 to 15
    std::optional<bool> monospace;  ///< post isFixedPitch

    bool operator==(const FontLabels&) const = default;
};

/// Only what is stated: {"weight": 700, "italic": true ...}.
[[nodiscard]] nlohmann::json toJson(const FontLabels& labels);
/// Throws Error naming a field of another kind or out of range.
[[nodiscard]] FontLabels fontLabelsFromJson(const nlohmann::json& object);

/// Of an open face of FreeType (an FT_Face; no header of ours includes FreeType's).
[[nodiscard]] FontLabels labelsOfFace(void* face);

} // namespace morphospace
