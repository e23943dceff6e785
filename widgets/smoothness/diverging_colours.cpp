// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/diverging_colours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace morphospace {
namespace {

using Lab = std::array<double, 3>;

/// Lightness, chroma and hue in degrees to Oklab.
Lab polar(double lightness, double chroma, double hue)
{
    const double angle = hue * std::numbers::pi / 180;
    return {lightness, chroma * std::cos(angle), chroma * std::sin(angle)};
}

int coded(double linear)
{
    const double c = std::clamp(linear, 0.0, 1.0);
    const double value = c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
    return int(std::lround(255 * value));
}

/// Oklab to sRGB: the matrices of Ottosson, "A perceptual color space for image processing" (2020).
QRgb toRgb(const Lab& lab)
{
    const double l = std::pow(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2], 3);
    const double m = std::pow(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2], 3);
    const double s = std::pow(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2], 3);
    return qRgb(coded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                coded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                coded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
}

std::vector<QRgb> between(const Lab& negative, const Lab& zero, const Lab& positive, int count)
{
    std::vector<QRgb> colours;
    for (int i = 0; i < count; ++i) {
        const double place = count > 1 ? 2.0 * i / (count - 1) - 1 : 0;
        const Lab& end = place < 0 ? negative : positive;
        Lab mixed{};
        for (std::size_t axis = 0; axis < 3; ++axis) {
            mixed[axis] = zero[axis] + std::abs(place) * (end[axis] - zero[axis]);
        }
        colours.push_back(toRgb(mixed));
    }
    return colours;
}

} // namespace

// Ends inside sRGB, alike in lightness and chroma: neither sign looks larger than the other.

std::vector<QRgb> divergingColours(bool dark, int count)
{
    return dark ? between(polar(0.80, 0.115, 235), polar(0.23, 0.004, 250), polar(0.80, 0.115, 62),
                          count)
                : between(polar(0.45, 0.115, 250), polar(0.985, 0.002, 250), polar(0.45, 0.110, 48),
                          count);
}

std::vector<QRgb> reliefColours(bool dark, int count)
{
    return dark ? between(polar(0.74, 0.125, 240), polar(0.56, 0.006, 250), polar(0.74, 0.130, 58),
                          count)
                : between(polar(0.52, 0.130, 250), polar(0.90, 0.004, 250), polar(0.54, 0.125, 50),
                          count);
}

} // namespace morphospace
