// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/height_field.h"
#include "widgets/smoothness/heat_map_view.h"
#include "widgets/smoothness/order_comparison.h"
#include "widgets/smoothness/smoothness_chart.h"

#include <QString>

#include <optional>

namespace morphospace {

/// What is compared: two orders of one network, or two sizes of one manifold.
struct SmoothnessSubject {
    QString title;                                   ///< manifold or file
    bool checkpoint = false;
    std::shared_ptr<const OrderComparison> orders;   ///< null: sizes are compared
    std::shared_ptr<const SizeComparison> sizes;
};

/// In words: "shortest path", "own order".
[[nodiscard]] QString orderWords(OrderKind kind, bool checkpoint);

/// Names of the tensors that can be shown, in order of the units.
[[nodiscard]] std::vector<std::string> tensorNames(const SmoothnessSubject& subject);
/// The one that shows most: of the largest weights with taps the first; empty where there is none.
[[nodiscard]] std::string tensorOfChoice(const SmoothnessSubject& subject);

/// Two matrices of a tensor: before, and on the way to after (`part` 0 to 1); or full and current
/// size. Limits and colours are those of both together.
[[nodiscard]] HeatMapPair heatMaps(const SmoothnessSubject& subject, const std::string& tensor,
                                   const Taps& taps, double part, bool dark);
/// Moves the right side of maps that stand for orders; nothing for sizes.
void moveAlong(HeatMapPair& pair, const SmoothnessSubject& subject, const std::string& tensor,
               double part);

/// One side of the maps as a surface. With `most`, of every n-th row and column as they are stored,
/// so that at most as many of each are left: what software manages to draw while they travel, always
/// the same ones.
[[nodiscard]] HeightFieldData heightField(const HeatMapPair& pair, int side, int most = 0);
[[nodiscard]] HeightFieldAxes heightAxes(const HeatMapPair& pair, int side);

/// Which entry is read, in words with its value; places are positions in an order, or coordinates.
[[nodiscard]] QString describe(const HeatMapPair& pair, const HeatMapView::Place& place,
                               bool coordinates);

/// The charts. For neighbours and path the group is that of the tensor's outputs, or of its inputs
/// where the outputs are never re-ordered. Sizes have no path: nothing.
[[nodiscard]] std::optional<SmoothnessChartData> chartData(const SmoothnessSubject& subject,
                                                           SmoothnessChartData::Kind kind,
                                                           const std::string& tensor);
/// The numbers behind the maps: a row for each entry.
[[nodiscard]] NumberTable mapNumbers(const HeatMapPair& pair);
/// The whole network in one sentence.
[[nodiscard]] QString summary(const SmoothnessSubject& subject);

} // namespace morphospace
