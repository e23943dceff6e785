// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure.h"
#include "widgets/scene/scene.h"
#include "widgets/weightspace/cloud_data.h"
#include "widgets/weightspace/entanglement_matrix.h"
#include "widgets/weightspace/score_bars.h"
#include "widgets/weightspace/specimen_data.h"

#include <optional>

namespace morphospace {

/// What the Weight space page shows, as values.
struct WeightSpaceShown {
    SpecimenData specimen;
    CloudData cloud;
    std::optional<SceneCamera> camera;           ///< of the members in 3-D; empty: not without OpenGL
    std::optional<EntanglementData> directions;
    ScoreData scores;                            ///< without rows: nothing was edited
    QString view;                                ///< the figure of members that is seen now
};

/// "specimen", "weight-space", "weight-space-3d", "entanglement", "edit-scores" and last
/// "weight-space-page": letters, the view that is seen (the map, where that is no figure) and scores.
[[nodiscard]] std::vector<Figure> weightSpaceFigures(const WeightSpaceShown& shown);

} // namespace morphospace
