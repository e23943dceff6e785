// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/glyph_raster.h"

#include <QColor>
#include <QImage>
#include <QString>

#include <cstdint>
#include <span>
#include <vector>

namespace morphospace {

/// The letters that models draw, in their order: a letter's place here is its number everywhere.
inline constexpr int letterCount = 52;
/// "A" to "Z", "a" to "z".
[[nodiscard]] QChar letterOf(int place);
/// -1 where the character is none of them.
[[nodiscard]] int placeOf(QChar character);
/// Every letter of a text once, in the order of appearance; what is no letter is passed over.
[[nodiscard]] std::vector<int> lettersOf(const QString& text);

/// How a letter of 28 x 28 pixels is made larger.
enum class LetterScaling {
    Blocks,    ///< as it is: for those who want to see the pixels
    Linear,
    Cubic,     ///< Catmull and Rom's: sharper, and grey at the edges of large letters
    Outline    ///< cubic, its edges drawn as steep as the screen can show them; what is used
};

/// The ink of a letter as `side` x `side` grey pixels, 255 is ink. `cell` has glyphImageBytes.
///
/// Outline: the cubic surface is compared with half of the ink around (the largest within a pixel),
/// and the ramp between paper and ink made about one screen pixel wide. So edges stand where half of
/// the ink is, hair lines keep their grey, and the grey halo of a large letter is gone. Where nothing
/// around is darker than a sixteenth of black there is paper: speckle that sampling left.
[[nodiscard]] QImage enlargedLetter(std::span<const std::uint8_t> cell, int side,
                                    LetterScaling scaling = LetterScaling::Outline);

/// Ink and paper in colours, opaque.
[[nodiscard]] QImage inked(const QImage& grey, const QColor& ink, const QColor& paper);

/// Ink in a colour on nothing, so that cells may overlap.
[[nodiscard]] QImage inkedClear(const QImage& grey, const QColor& ink);

/// First and last column with ink (at least an eighth of black): left > right where there is none.
struct InkSpan {
    int left = glyphCell;
    int right = -1;
    [[nodiscard]] int width() const { return right - left + 1; }
};
[[nodiscard]] InkSpan inkSpan(std::span<const std::uint8_t> cell);

} // namespace morphospace
