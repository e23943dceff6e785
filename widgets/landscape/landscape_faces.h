// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/landscape/landscape_data.h"

#include <functional>
#include <optional>
#include <vector>

class QPainter;

namespace morphospace {

struct LandscapeFrame;
struct Theme;

/// The surface through what is measured: map, contours, 3-D view and files all have this one.
[[nodiscard]] std::vector<LandscapeFace> measuredFaces(const LandscapeData& data);
/// The same through those cells whose colourValue() is known: fewer where it is latency.
[[nodiscard]] std::vector<LandscapeFace> colouredFaces(const LandscapeData& data);

/// The height of faces at sizes, with `value` at their corners, linear in the triangles that the 3-D
/// view draws; nothing beside them.
[[nodiscard]] std::optional<double> heightOn(const LandscapeData& data,
                                             const std::vector<LandscapeFace>& faces, double xSize,
                                             double ySize,
                                             const std::function<double(std::size_t)>& value);

/// Fills a frame's plot with the colours of colouredFaces(), hatched where accuracy is known and what
/// colours stand for is not. Returns which cells lie on what is coloured.
std::vector<bool> fillFaces(QPainter& painter, const LandscapeData& data,
                            const LandscapeFrame& frame, const Theme& theme);

} // namespace morphospace
