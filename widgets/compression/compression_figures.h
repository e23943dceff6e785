// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compression/figure_data.h"
#include "widgets/figure/figure.h"

#include <vector>

namespace morphospace {

/// What the page offers as figures: the chart "accuracy-compression", and "compression-page", the
/// chart with its samples in words.
[[nodiscard]] std::vector<Figure> compressionFigures(const FigureData& data,
                                                     const NumberTable& numbers);

} // namespace morphospace
