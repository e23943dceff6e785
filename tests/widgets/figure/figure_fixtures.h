// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/fixtures.h"
#include "widgets/compression/compression_figures.h"
#include "widgets/morph/morph_figures.h"

#include <QImage>

namespace morphospace {

/// Everything a page shows, made up, the same on every machine: long class names, wrong answers, a
/// pinned sample, a measurement at the top of the scale.
[[nodiscard]] MorphFigureData madeUpMorph(FamilyKind kind);
[[nodiscard]] FigureData madeUpChart(FamilyKind kind);
/// The figures of both pages.
[[nodiscard]] std::vector<Figure> allFigures(FamilyKind kind);
/// The figure of that name; fails the test where there is none.
[[nodiscard]] Figure figureNamed(FamilyKind kind, const QString& name);

/// What a file could say, with characters that formats have to escape.
[[nodiscard]] Provenance madeUpProvenance();

/// How far two pictures are apart: both are brought to `side` cells across, which takes out how a
/// renderer spreads an edge over pixels, and compared cell by cell.
struct Distance {
    double mean = 0; ///< of all cells and channels, 0 to 255
    double greatest = 0;
};
[[nodiscard]] Distance distanceOf(const QImage& a, const QImage& b, int across = 120);

} // namespace morphospace
