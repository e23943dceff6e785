// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/font_labels.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace morphospace {

/// The characters of the Glyphs data set; a character's place here is its label.
inline constexpr std::string_view glyphCharacters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
inline constexpr std::size_t glyphClasses = glyphCharacters.size();

/// The cell every character is drawn in, in pixels. A capital H stands on the baseline (the lower
/// edge of row `glyphBaseline` - 1) and is `glyphCapHeight` rows tall.
inline constexpr int glyphCell = 28;
inline constexpr int glyphBaseline = 21;
inline constexpr int glyphCapHeight = 17;
inline constexpr std::size_t glyphImageBytes =
    static_cast<std::size_t>(glyphCell) * static_cast<std::size_t>(glyphCell);

/// One face of a font, drawn; or why it could not be.
struct GlyphFace {
    std::string family;                ///< "DejaVu Sans"
    std::string style;                 ///< "Bold Oblique"
    std::string statedLicence;         ///< "OFL", "Apache-2.0" where the font's own records say so
    FontLabels labels;                 ///< weight, slant, serifs ... as the font's tables state them
    std::vector<std::uint8_t> pixels;  ///< glyphClasses x 28 x 28, ink is 255; empty on a problem
    double scale = 1;                  ///< below 1 where a wide or tall face had to be made smaller
    std::string problem;               ///< empty when the face was drawn
};

/// Draws the characters of every face in a font file, unhinted, in grey: at four times the size,
/// then averaged over 4 x 4 pixels, the ink's box centred from left to right. The scale is one for
/// all characters of a face: H is 17 pixels tall, unless a character would leave the cell; then
/// the face is made smaller as a whole, down to `smallestScale`, below which it does not fit.
/// Only integers decide about pixels, so equal fonts and an equal FreeType give equal bytes.
/// A file that is no font gives one face with a problem; nothing is thrown for a bad font.
[[nodiscard]] std::vector<GlyphFace> drawFontFile(const std::filesystem::path& file,
                                                  double smallestScale = 0.78);

} // namespace morphospace
