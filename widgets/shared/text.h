// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace morphospace {

/// Numbers as people read them, on the screen and in figures, never in a file of numbers: digits in
/// groups of three with a narrow space between them, as ISO 80000-1 has it for every language, and the
/// decimal sign of the language that the window speaks.

[[nodiscard]] QString countText(std::int64_t count);                   ///< "270 906"
[[nodiscard]] QString decimalText(double value, int decimals);         ///< "92.41"
[[nodiscard]] QString percentText(double fraction, int decimals = 1);  ///< "92.4 %"
[[nodiscard]] QString shortCountText(std::int64_t count);              ///< "271 k", "40.6 M"
[[nodiscard]] QString bytesText(std::int64_t bytes);                   ///< "1.08 MB"
[[nodiscard]] QString significantText(double value, int digits);        ///< "0.0695", "2.1 × 10⁻⁷"
[[nodiscard]] QString durationText(double seconds);                    ///< "1.42 ms"

} // namespace morphospace
