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

/// "smoothness-page": of those figures the two that the page shows, with its sentence. `matrix` and
/// `chart` are names of figures; a chart that there is none of is left out.
[[nodiscard]] Figure smoothnessPageFigure(const std::vector<Figure>& figures, const QString& matrix,
                                          const QString& chart, const QString& sentence);

} // namespace morphospace
