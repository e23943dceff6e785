// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace morphospace {

/// Numbers as people read them: digits in groups of three, a point before the decimals, the same
/// under every locale, so that what the window shows is what a file and a script say.

[[nodiscard]] QString countText(std::int64_t count);                   ///< "270 906"
[[nodiscard]] QString decimalText(double value, int decimals);         ///< "92.41"
[[nodiscard]] QString percentText(double fraction, int decimals = 1);  ///< "92.4 %"
[[nodiscard]] QString shortCountText(std::int64_t count);              ///< "271 k", "40.6 M"
[[nodiscard]] QString bytesText(std::int64_t bytes);                   ///< "1.08 MB"
[[nodiscard]] QString durationText(double seconds);                    ///< "1.42 ms"

} // namespace morphospace
