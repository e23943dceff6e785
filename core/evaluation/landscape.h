// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/manifold.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace morphospace {

/// What one side of a landscape changes.
struct LandscapeAxis {
    enum class Kind { Widths, Depths, StageWidth, StageDepth } kind = Kind::Widths;
    int stage = 0;   ///< of StageWidth and StageDepth

    bool operator==(const LandscapeAxis&) const = default;
    /// "widths", "depths", "width1" ... "depth3": stages count from one.
    [[nodiscard]] std::string name() const;
};
/// Every axis that a family has, widths first. One only for a family of one width.
[[nodiscard]] std::vector<LandscapeAxis> landscapeAxes(const Family& family);

/// Sizes along an axis: channels (of the widest stage where all change) or blocks (of the deepest).
/// From below the trained range, whose ends are among them, to beyond it: at most `most` of widths,
/// all of depths.
[[nodiscard]] std::vector<int> landscapePlaces(const Manifold& manifold, const LandscapeAxis& axis,
                                               int most = 17);

/// Configurations over two axes. What neither changes is as in `base`.
struct LandscapeGrid {
    Family family;
    Configuration base;
    LandscapeAxis x;
    LandscapeAxis y;
    std::vector<int> xs;   ///< ascending
    std::vector<int> ys;

    bool operator==(const LandscapeGrid&) const = default;
    [[nodiscard]] std::size_t count() const { return xs.size() * ys.size(); }
    [[nodiscard]] std::size_t at(std::size_t column, std::size_t row) const
    {
        return row * xs.size() + column;
    }
    [[nodiscard]] Configuration configuration(std::size_t column, std::size_t row) const;
    /// A configuration with the sizes `xSize` and `ySize`, which need not be places of the grid.
    [[nodiscard]] Configuration configurationOf(int xSize, int ySize) const;
    /// Sizes of a configuration along both axes, and whether it lies in the plane of the grid:
    /// whether all else is as in `base`.
    struct Position {
        double x = 0;
        double y = 0;
        bool inPlane = false;
    };
    [[nodiscard]] Position positionOf(const Configuration& configuration) const;
};

/// The grid over two different axes. Throws Error where they are the same or the family lacks one.
[[nodiscard]] LandscapeGrid landscapeGrid(const Manifold& manifold, const LandscapeAxis& x,
                                          const LandscapeAxis& y, const Configuration& base,
                                          int most = 17);

/// Cells (column, row) of a grid from coarse to fine: corners first, then always the middles of
/// what is there, so that every level covers the whole. Each cell once.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> coarseToFine(std::size_t columns,
                                                                            std::size_t rows);

/// Three or four measured cells, by LandscapeGrid::at(), counterclockwise: a piece of the surface
/// through what is known. Four are the corners of a rectangle between neighbouring places, the first
/// least on both axes.
using LandscapeFace = std::vector<std::size_t>;
/// The surface through all that is known (`known` as in at(), over the sizes `xs` and `ys`, both
/// ascending): coarse where little is known, fine where much is. Every known cell is a corner of it,
/// none lies inside a face or an edge, no two faces overlap, and together they cover the convex hull
/// of the known cells: their Delaunay triangulation, distances counted in mean places of each axis.
/// Where all corners of a rectangle between neighbouring places are known it is one face. Empty
/// where all that is known lies on one line. The same for the same cells, whatever came first.
[[nodiscard]] std::vector<LandscapeFace> knownFaces(const std::vector<int>& xs,
                                                    const std::vector<int>& ys,
                                                    const std::vector<bool>& known);

} // namespace morphospace
