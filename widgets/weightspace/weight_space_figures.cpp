// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/weight_space_figures.h"

#include "widgets/figure/page_figure.h"
#include "widgets/language/words.h"
#include "widgets/weightspace/cloud_painter.h"
#include "widgets/weightspace/point_cloud_3d.h"

#include <algorithm>

namespace morphospace {

std::vector<Figure> weightSpaceFigures(const WeightSpaceShown& shown)
{
    std::vector<Figure> list{specimenFigure(shown.specimen), cloudFigure(shown.cloud)};
    if (shown.camera) {
        list.push_back(cloudFigure3D(shown.cloud, *shown.camera));
    }
    if (shown.directions) {
        list.push_back(entanglementFigure(*shown.directions));
    }
    if (!shown.scores.rows.empty()) {
        list.push_back(scoreFigure(shown.scores));
    }
    const auto seen = std::ranges::find(list, shown.view, &Figure::name);
    std::vector<Figure> parts{list[0], seen == list.end() ? list[1] : *seen};
    if (!shown.scores.rows.empty()) {
        parts.push_back(list.back());
    }
    list.push_back(pageFigure(QStringLiteral("weight-space-page"), tr("Whole page: weight space"),
                              parts, {parts[0].description, parts[1].description}));
    return list;
}

} // namespace morphospace
