// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/scene.h"

#include <QMarginsF>
#include <QRectF>

#include <vector>

class QFontMetricsF;
class QPainter;

namespace morphospace {

/// A label as it stands in a picture.
struct PlacedLabel {
    SceneLabel label;
    QRectF where;
    double smaller = 1;   ///< its font, where it is too wide for the picture
};
/// The labels of a scene that is drawn in `area`, what is strong first. All stand in it, in its whole
/// width between the margins above and below: a title that would reach out slides along its axis or
/// is written smaller, a number is left out.
[[nodiscard]] std::vector<PlacedLabel> placedLabels(const QFontMetricsF& metrics, const QRectF& area,
                                                    const Scene& scene, const SceneCamera& camera,
                                                    const QMarginsF& margins = {});
/// Paints them and the marks over a picture of the scene.
void paintLabels(QPainter& painter, const QRectF& area, const Scene& scene,
                 const SceneCamera& camera, const SceneColours& colours,
                 const QMarginsF& margins = {});

/// `camera` with the fit for pictures of `size`: from `home` the box of the scene is within `margins`
/// and the words around it are in the picture, and the box stays so while it is turned. Nothing is made
/// larger, nothing is moved without need, and where `camera` is does not matter: zooming and moving it
/// are the hand's.
[[nodiscard]] SceneCamera fitted(const Scene& scene, SceneCamera camera, const SceneCamera& home,
                                 const QSizeF& size, const QFontMetricsF& metrics,
                                 const QMarginsF& margins = {});

} // namespace morphospace
