// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/landscape.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>

namespace morphospace {

namespace {

using Kind = LandscapeAxis::Kind;

std::size_t leading(const std::vector<int>& sizes)
{
    return std::size_t(std::ranges::max_element(sizes) - sizes.begin());
}

/// Every number of blocks alike, as far as a stage has so many.
std::vector<int> alike(const Family& family, int blocks)
{
    const int deepest = *std::ranges::max_element(family.full.depths);
    std::vector<int> depths;
    for (const int depth : family.full.depths)
        depths.push_back(
            std::clamp(int(std::floor(double(blocks) * depth / deepest + 0.5)), 1, depth));
    return depths;
}

void setSize(const Family& family, Configuration& configuration, const LandscapeAxis& axis, int size)
{
    switch (axis.kind) {
    case Kind::Widths:
        configuration.widths =
            uniformWidths(family, double(size) / family.full.widths[leading(family.full.widths)],
                          configuration.depths)
                .widths;
        break;
    case Kind::Depths: configuration.depths = alike(family, size); break;
    case Kind::StageWidth: configuration.widths[std::size_t(axis.stage)] = size; break;
    case Kind::StageDepth: configuration.depths[std::size_t(axis.stage)] = size; break;
    }
}

int sizeOf(const Family& family, const Configuration& configuration, const LandscapeAxis& axis)
{
    switch (axis.kind) {
    case Kind::Widths: return configuration.widths[leading(family.full.widths)];
    case Kind::Depths: return configuration.depths[leading(family.full.depths)];
    case Kind::StageWidth: return configuration.widths[std::size_t(axis.stage)];
    case Kind::StageDepth: return configuration.depths[std::size_t(axis.stage)];
    }
    return 0;
}

bool changesWidths(const LandscapeAxis& axis)
{
    return axis.kind == Kind::Widths || axis.kind == Kind::StageWidth;
}

/// Places 0, 2^k, 2 2^k ... and always the last: a level of an axis.
std::vector<std::size_t> level(std::size_t count, std::size_t step)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < count; i += step)
        places.push_back(i);
    if (count > 0 && places.back() != count - 1)
        places.push_back(count - 1);
    return places;
}

std::size_t coarsest(std::size_t columns, std::size_t rows)
{
    std::size_t step = 1;
    while (step < std::max(columns, rows))
        step *= 2;
    return step;
}

} // namespace

std::string LandscapeAxis::name() const
{
    switch (kind) {
    case Kind::Widths: return "widths";
    case Kind::Depths: return "depths";
    case Kind::StageWidth: return "width" + std::to_string(stage + 1);
    case Kind::StageDepth: return "depth" + std::to_string(stage + 1);
    }
    return "";
}

std::vector<LandscapeAxis> landscapeAxes(const Family& family)
{
    std::vector<LandscapeAxis> axes{{Kind::Widths, 0}};
    if (!family.full.depths.empty())
        axes.push_back({Kind::Depths, 0});
    // Of one width, all widths are that of its stage.
    if (family.full.widths.size() > 1) {
        for (std::size_t stage = 0; stage < family.full.widths.size(); ++stage)
            axes.push_back({Kind::StageWidth, int(stage)});
    }
    for (std::size_t stage = 0; stage < family.full.depths.size(); ++stage)
        axes.push_back({Kind::StageDepth, int(stage)});
    return axes;
}

std::vector<int> landscapePlaces(const Manifold& manifold, const LandscapeAxis& axis, int most)
{
    const Family& family = manifold.family();
    std::vector<int> places;
    if (!changesWidths(axis)) {
        for (int blocks = 1; blocks <= sizeOf(family, family.full, axis); ++blocks)
            places.push_back(blocks);
        return places;
    }
    const int full = sizeOf(family, family.full, axis);
    const int least = sizeOf(family, manifold.trained.least, axis);
    const int greatest = sizeOf(family, manifold.trained.greatest, axis);
    const auto add = [&places](int from, int to, int steps) {
        steps = std::max(1, std::min(steps, to - from));
        for (int step = 0; step <= steps; ++step) {
            const int width = from + int(std::lround(double(to - from) * step / steps));
            if (places.empty() || width > places.back())
                places.push_back(width);
        }
    };
    // Both ends of what was trained are places; two more lie on either side of them.
    add(std::max(1, int(std::lround(0.5 * least))), least, 2);
    add(least, greatest, std::max(1, most - 5));
    add(greatest, std::min(maximumWidthFactor * full, int(std::lround(1.25 * greatest))), 2);
    return places;
}

Configuration LandscapeGrid::configurationOf(int xSize, int ySize) const
{
    Configuration result = base;
    // All stages at once first: the size of one stage then stands.
    const bool xFirst = x.kind == Kind::Widths || x.kind == Kind::Depths;
    setSize(family, result, xFirst ? x : y, xFirst ? xSize : ySize);
    setSize(family, result, xFirst ? y : x, xFirst ? ySize : xSize);
    return result;
}

Configuration LandscapeGrid::configuration(std::size_t column, std::size_t row) const
{
    return configurationOf(xs[column], ys[row]);
}

LandscapeGrid::Position LandscapeGrid::positionOf(const Configuration& configuration) const
{
    const int xSize = sizeOf(family, configuration, x);
    const int ySize = sizeOf(family, configuration, y);
    return {double(xSize), double(ySize), configurationOf(xSize, ySize) == configuration};
}

LandscapeGrid landscapeGrid(const Manifold& manifold, const LandscapeAxis& x,
                            const LandscapeAxis& y, const Configuration& base, int most)
{
    const std::vector<LandscapeAxis> axes = landscapeAxes(manifold.family());
    for (const LandscapeAxis& axis : {x, y}) {
        if (std::ranges::find(axes, axis) == axes.end()) {
            std::string known;
            for (const LandscapeAxis& one : axes)
                known += (known.empty() ? "" : ", ") + one.name();
            throw Error("the axis '" + axis.name() + "' of a landscape; expected one of " + known);
        }
    }
    if (x == y)
        throw Error("both axes of the landscape are '" + x.name() + "'; expected two different ones");
    return {manifold.family(), base,
            x, y,
            landscapePlaces(manifold, x, most), landscapePlaces(manifold, y, most)};
}

std::vector<std::pair<std::size_t, std::size_t>> coarseToFine(std::size_t columns, std::size_t rows)
{
    std::vector<std::pair<std::size_t, std::size_t>> order;
    std::vector<bool> seen(columns * rows, false);
    for (std::size_t step = coarsest(columns, rows); step >= 1; step /= 2) {
        for (const std::size_t row : level(rows, step)) {
            for (const std::size_t column : level(columns, step)) {
                if (!seen[row * columns + column])
                    order.emplace_back(column, row);
                seen[row * columns + column] = true;
            }
        }
    }
    return order;
}

} // namespace morphospace
