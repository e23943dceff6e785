// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace morphospace {

/// What a face looks like, measured on the pictures of its letters alone, so that generated faces
/// are measured as drawn ones are.
inline constexpr std::array<std::string_view, 6> typefaceAttributes{"stroke", "slant", "width",
                                                                     "serif",  "mono",  "xheight"};
using TypefaceMeasures = std::array<double, typefaceAttributes.size()>;

/// Of 52 x 28 x 28 bytes, ink is 255, as the cell of Glyphs draws them:
/// stroke: log of the median over letters of 2 ink / total variation, pixels;
/// slant: median of -cov(x, y) / var(y) of the ink over letters that stand upright, right is above 0;
/// width: log of the mean horizontal spread, shear removed, over the capitals' mean vertical one;
/// serif: log of the ink at the feet over that just above them, median over T Y F P;
/// mono: log of the spread of i l j I over that of m w M W;
/// xheight: log of the vertical spread of small letters over that of capitals.
/// Ink below 1/255 of a letter counts as 1/255, so that every number is finite.
[[nodiscard]] TypefaceMeasures measureTypeface(std::span<const std::uint8_t> letters);

/// Ink of each letter: the sum of its pixels, 255 is 1.
[[nodiscard]] std::array<double, 52> letterInk(std::span<const std::uint8_t> letters);

} // namespace morphospace
