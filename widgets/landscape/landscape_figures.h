// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure.h"
#include "widgets/landscape/landscape_painter.h"

#include <vector>

namespace morphospace {

/// "landscape", the map, and where there is OpenGL "landscape-surface", a picture of the surface.
[[nodiscard]] std::vector<Figure> landscapeFigures(const LandscapeData& data);
/// "best-sizes".
[[nodiscard]] Figure frontFigure(const FrontData& data, const QString& words);
/// "similarity", of a pair, or of all widths at a layer or (no layer) in their outputs.
[[nodiscard]] Figure similarityFigure(const Similarity& similarity, bool pair,
                                      std::optional<std::size_t> layer, const QString& words);

/// "landscape-page": one of those figures with what the page says under it.
[[nodiscard]] Figure landscapePageFigure(const Figure& shown, const QStringList& sentences);

/// What the page lists of a landscape: a row for each cell that is measured, in their order, without
/// what is the same in all. Its headings are landscapeHeadings().
[[nodiscard]] NumberTable landscapeTable(const LandscapeData& data);
[[nodiscard]] QStringList landscapeHeadings(const LandscapeData& data);
/// The same of similarityFigure(): layers of a pair, or pairs of widths at a layer.
[[nodiscard]] NumberTable similarityTable(const Similarity& similarity, bool pair,
                                          std::size_t layer);

} // namespace morphospace
