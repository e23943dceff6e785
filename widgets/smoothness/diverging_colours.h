// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>

#include <vector>

namespace morphospace {

/// Colours from the most negative value over zero to the most positive one: blue, the ground,
/// orange. Both halves are straight lines of one length in Ottosson's Oklab (2020), so that equal
/// steps of value look equally large, and blue against orange stays apart under every common colour
/// blindness. Zero is light on a light ground and dark on a dark one: what is large stands out.
[[nodiscard]] std::vector<QRgb> divergingColours(bool dark, int count = 255);
/// The same for lit surfaces: zero is a grey that shading can darken and brighten.
[[nodiscard]] std::vector<QRgb> reliefColours(bool dark, int count = 255);

} // namespace morphospace
