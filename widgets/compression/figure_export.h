// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compression/figure_data.h"

#include <QByteArray>
#include <QSizeF>

#include <filesystem>

namespace morphospace {

enum class FigureFormat { Svg, Pdf, Png };

/// The figure as it goes into a paper: light background whatever the theme, true vectors, size in
/// millimetres, where its numbers come from in the file's own metadata.
[[nodiscard]] QByteArray renderFigure(const FigureData& data, FigureFormat format,
                                      QSizeF millimetres = {160, 100});

/// The format by the file's ending; throws Error naming the file and the endings accepted.
/// Writes atomically.
void exportFigure(const FigureData& data, const std::filesystem::path& file);

} // namespace morphospace
