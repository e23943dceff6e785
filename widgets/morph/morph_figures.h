// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/image_set.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/paired.h"
#include "core/manifold/manifold.h"
#include "widgets/figure/figure.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace morphospace {

/// All that the Morph page shows, as values.
struct MorphFigureData {
    std::shared_ptr<const Manifold> manifold;
    Configuration current;                  ///< B
    std::optional<Configuration> pinned;    ///< A
    std::shared_ptr<const ImageSet> images; ///< null: none are on this machine
    std::vector<std::size_t> which;         ///< of the strip
    std::vector<Prediction> saidCurrent;
    std::vector<Prediction> saidPinned;  ///< empty: nothing pinned
    int selected = 0;                    ///< index into `which` of what enters the network
    std::optional<Measurement> measured; ///< of B
    std::optional<Measurement> measuredPinned;
    std::optional<PairedComparison> compared;   ///< B against A
    bool recorded = false;               ///< `measured` was recorded in training
    std::int64_t total = 0;              ///< images to measure
    std::vector<std::int64_t> confusion; ///< classes x classes, or empty
};

/// What the page offers as figures: "network", "accuracy", "images" and "confusion" as far as there
/// is anything to show, and "morph-page" with all of it.
[[nodiscard]] std::vector<Figure> morphFigures(const MorphFigureData& data);

} // namespace morphospace
