// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/paired.h"
#include "widgets/model/measurement_model.h"

#include <QString>

#include <optional>
#include <vector>

namespace morphospace {

/// Which cost the horizontal axis counts.
enum class CostAxis { Parameters, Macs };

struct FigurePoint {
    double compression = 0;   ///< 0 to 1, of the axis chosen
    Measurement measurement;
    MeasurementModel::Origin origin = MeasurementModel::Origin::Session;
    bool unseen = false;
    bool together = false;    ///< all stages at one fraction of their full width
};

/// All that the accuracy-against-compression figure shows, as values: the page and the exported
/// figure are drawn from the same.
struct FigureData {
    CostAxis axis = CostAxis::Parameters;
    bool close = true;                    ///< axes follow the trained range; what lies outside is
                                          ///< marked at the edge. Otherwise they hold everything
    QString title;
    std::vector<FigurePoint> points;
    std::optional<FigurePoint> live;      ///< the current sample B
    std::optional<FigurePoint> pinned;    ///< A
    std::optional<PairedComparison> compared;   ///< B against A
    double trainedFrom = 0;               ///< compression of the largest trained configuration
    double trainedTo = 0;                 ///< and of the smallest
};

[[nodiscard]] FigureData figureData(const MeasurementModel& model, CostAxis axis,
                                    const std::optional<Measurement>& live,
                                    const std::optional<Measurement>& pinned);

/// In words: where it comes from, its size, accuracy and interval.
[[nodiscard]] QString describe(const FigurePoint& point);

} // namespace morphospace
