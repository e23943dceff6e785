// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure.h"
#include "widgets/smoothness/smoothness_content.h"

#include <vector>

namespace morphospace {

/// What the page offers as figures: "smoothness-maps", "smoothness-surface" (where there is OpenGL),
/// "total-variation", "neighbour-distances" and "channel-path".
[[nodiscard]] std::vector<Figure> smoothnessFigures(const SmoothnessSubject& subject,
                                                    const std::string& tensor, const Taps& taps,
                                                    double part, const SceneCamera& camera);

} // namespace morphospace
