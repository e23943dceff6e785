// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/font_labels.h"
#include "core/datasets/library.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace morphospace {

/// The letters A to Z and a to z: the first characters of Glyphs.
inline constexpr std::size_t typefaceLetters = 52;

/// One face of a font: who drew it, and its letters.
struct Typeface {
    std::string family;   ///< "DejaVu Sans"
    std::string style;    ///< "Bold"
    std::string group;    ///< the cluster: families that never meet those of another set
    std::string package;
    std::string licence;
    std::vector<std::uint8_t> pixels; ///< 52 x 28 x 28, ink is 255
    FontLabels labels;                ///< what the font states of itself

    [[nodiscard]] std::string name() const { return style.empty() ? family : family + ' ' + style; }
};

/// The faces of one set of Glyphs, from a folder written by renderGlyphs() (empty: the bundled
/// one). Throws Error as loadImageSet() and readGlyphFaces() do, and where an image is missing.
[[nodiscard]] std::vector<Typeface> readTypefaces(Split split,
                                                  const std::filesystem::path& folder = {});

/// At most `count` faces (0: all): one of every group, then a second one of each, and so on.
[[nodiscard]] std::vector<Typeface> spreadOverGroups(const std::vector<Typeface>& faces,
                                                     std::size_t count);

/// SHA-256 over names and pixels, in order.
[[nodiscard]] std::string typefacesHash(const std::vector<Typeface>& faces);

} // namespace morphospace
