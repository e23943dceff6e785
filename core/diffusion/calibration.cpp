// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/calibration.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

namespace morphospace {

namespace {

/// Of the legibility before; below it an edit is no use.
constexpr double leastLegible = 0.9;

/// The measured points of one side, amounts and changes as distances from 0, nearest first.
struct Point {
    double asked = 0;
    double achieved = 0;
    double legible = 1;
};
std::vector<Point> sideOf(const std::vector<double>& asked, const Calibration::Curve& curve,
                          double sign)
{
    std::vector<Point> points;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (asked[i] * sign > 0)
            points.push_back({asked[i] * sign, curve.achieved[i] * sign,
                              curve.legible.empty() ? 1 : curve.legible[i]});
    }
    std::ranges::sort(points, {}, &Point::asked);
    return points;
}

/// How much of the way from a to b x is; within both.
double shareOf(double x, double a, double b)
{
    return b > a ? std::clamp((x - a) / (b - a), 0.0, 1.0) : 0;
}

Calibration::Curve between(const Calibration::Curve& a, const Calibration::Curve& b, double share)
{
    Calibration::Curve mixed = a;
    const auto mix = [share](std::vector<double>& values, const std::vector<double>& others) {
        for (std::size_t i = 0; i < values.size() && i < others.size(); ++i)
            values[i] += share * (others[i] - values[i]);
    };
    mix(mixed.achieved, b.achieved);
    mix(mixed.legible, b.legible);
    return mixed;
}

using Curves = std::span<const Calibration::Curve>;

/// Of the curves of one distance, by position.
Calibration::Curve along(Curves curves, double position)
{
    const auto above = std::ranges::upper_bound(
        curves, position, {}, [](const Calibration::Curve& one) { return one.at.position; });
    if (above == curves.begin())
        return curves.front();
    if (above == curves.end())
        return curves.back();
    const Calibration::Curve& below = *std::prev(above);
    return between(below, *above, shareOf(position, below.at.position, above->at.position));
}

} // namespace

Standpoint standpointOf(std::span<const float> coefficients, const Direction& direction)
{
    double squares = 0, product = 0;
    for (std::size_t k = 0; k < coefficients.size(); ++k) {
        squares += double(coefficients[k]) * coefficients[k];
        if (k < direction.axis.size())
            product += double(coefficients[k]) * direction.axis[k];
    }
    return {std::sqrt(squares), direction.sigma > 0 ? product / direction.sigma : 0};
}

Calibration::Curve Calibration::at(const Standpoint& from) const
{
    if (curves.empty())
        throw Error("a calibration has no curve");
    // The curves of the last distance that is not greater, and those of the first that is.
    Curves below, above;
    for (auto first = curves.begin(); first != curves.end();) {
        const auto end = std::find_if(first, curves.end(), [&](const Curve& one) {
            return one.at.distance != first->at.distance;
        });
        const Curves group(first, end);
        if (first->at.distance <= from.distance || below.empty()) {
            below = group;
        } else {
            above = group;
            break;
        }
        first = end;
    }
    Curve found = along(below, from.position);
    if (!above.empty()) {
        found = between(found, along(above, from.position),
                        shareOf(from.distance, below.front().at.distance,
                                above.front().at.distance));
    }
    found.at = from;
    return found;
}

double Calibration::amountFor(double wanted, const Standpoint& from) const
{
    // The curve passes through nothing asked, nothing achieved; points that fall back are skipped,
    // so that more wanted is never less asked.
    if (wanted == 0)
        return 0;
    const double sign = wanted > 0 ? 1 : -1;
    double lastAsked = 0, lastAchieved = 0, slope = 1;
    for (const Point& point : sideOf(asked, at(from), sign)) {
        if (point.achieved <= lastAchieved + 1e-9)
            continue;
        slope = (point.asked - lastAsked) / (point.achieved - lastAchieved);
        if (wanted * sign <= point.achieved)
            break;
        lastAsked = point.asked;
        lastAchieved = point.achieved;
    }
    return sign * (lastAsked + (wanted * sign - lastAchieved) * slope);
}

std::pair<double, double> Calibration::usefulRange(const Standpoint& from) const
{
    const Curve curve = at(from);
    const auto reach = [&](double sign) {
        double furthest = 0;
        for (const Point& point : sideOf(asked, curve, sign)) {
            if (point.achieved <= furthest || point.legible < leastLegible)
                break;
            furthest = point.achieved;
        }
        return furthest;
    };
    return {-reach(-1), reach(1)};
}

} // namespace morphospace
