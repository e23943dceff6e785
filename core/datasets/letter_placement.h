// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/glyph_raster.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace morphospace {

/// A grey picture, row major. As a photograph has it: 255 is bright.
struct GreyPicture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;
};

/// A letter in the cell of Glyphs.
using LetterCell = std::array<std::uint8_t, glyphImageBytes>;

/// Where a letter's ink usually begins and ends, in rows of the cell: `top` above the first row with
/// ink, `bottom` below the last; fractions where the outline ends within a row.
struct LetterExtent {
    double top = 0;
    double bottom = 0;
};
/// The median over the faces of Glyphs' training set; `character` is one of glyphCharacters. Throws
/// Error for another.
[[nodiscard]] LetterExtent usualExtent(char character);
/// The extent of the ink in a cell, to fractions of a row: a grey row at the end counts as the part
/// of it that its ink is of the darkest row near it. Height 0 where there is no ink.
[[nodiscard]] LetterExtent inkExtent(std::span<const std::uint8_t> cell);

/// Ink and paper told apart.
struct InkPicture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> ink;  ///< 255 is ink; edges keep their grey
    bool wasInverted = false;       ///< bright ink on dark paper
    int left = 0, top = 0, right = 0, bottom = 0; ///< box of the ink: first, and one past the last
};

/// Finds the ink of a letter in a picture. The paper is what most of the edge of the picture shows, its
/// brightness a plane fitted to it, so that light from one side does no harm; the threshold is Otsu's
/// (1979) on what is left. Specks smaller than a hundredth of the largest piece of ink do not count, nor
/// do dark strips along the edge of a photograph. `name` is used in errors. Throws Error where the picture
/// is empty or larger than 64 million pixels, shows nothing, or nothing but ink.
[[nodiscard]] InkPicture findInk(const GreyPicture& picture, const std::string& name);

/// Places a letter's ink in the cell as drawFontFile() places letters: the box from the usual top to the
/// usual bottom of that letter, its proportions kept, centred from left to right, averaged over
/// the area of each pixel. Made smaller where it would be wider than the cell. `scale` makes it
/// larger or smaller from the baseline, `raise` moves it up by rows.
/// Throws Error for another character than those of Glyphs, or an empty box.
[[nodiscard]] LetterCell placeLetter(const InkPicture& ink, char character, double scale = 1,
                                     double raise = 0);

} // namespace morphospace
