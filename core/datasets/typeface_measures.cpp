// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datasets/typeface_measures.h"

#include "core/base/error.h"
#include "core/datasets/glyph_raster.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace morphospace {

namespace {

constexpr std::size_t letterCount = 52;

struct Moments {
    double ink = 0;
    double variation = 0; // sqrt(TVx^2 + TVy^2)
    double xx = 0, yy = 0, xy = 0;

    [[nodiscard]] double horizontal() const // spread without the shear
    {
        return std::sqrt(std::max(xx - (yy > 0 ? xy * xy / yy : 0), 1e-6));
    }
    [[nodiscard]] double vertical() const { return std::sqrt(std::max(yy, 1e-6)); }
};

double rowsInk(std::span<const std::uint8_t> cell, int first, int last)
{
    double sum = 0;
    for (int y = first; y <= last; ++y) {
        for (int x = 0; x < glyphCell; ++x)
            sum += cell[static_cast<std::size_t>(y * glyphCell + x)] / 255.0;
    }
    return std::max(sum, 1 / 255.0);
}

Moments momentsOf(std::span<const std::uint8_t> cell)
{
    Moments m;
    double x1 = 0, y1 = 0, across = 0, down = 0;
    const auto at = [&cell](int y, int x) {
        return cell[static_cast<std::size_t>(y * glyphCell + x)] / 255.0;
    };
    for (int y = 0; y < glyphCell; ++y) {
        for (int x = 0; x < glyphCell; ++x) {
            const double v = at(y, x);
            m.ink += v;
            x1 += v * x;
            y1 += v * y;
            across += std::abs((x + 1 < glyphCell ? at(y, x + 1) : 0) - v);
            down += std::abs((y + 1 < glyphCell ? at(y + 1, x) : 0) - v);
        }
        across += at(y, 0);
    }
    for (int x = 0; x < glyphCell; ++x)
        down += at(0, x);
    m.variation = std::max(std::hypot(across, down), 1 / 255.0);
    m.ink = std::max(m.ink, 1 / 255.0);
    x1 /= m.ink;
    y1 /= m.ink;
    for (int y = 0; y < glyphCell; ++y) {
        for (int x = 0; x < glyphCell; ++x) {
            const double v = at(y, x) / m.ink;
            m.xx += v * (x - x1) * (x - x1);
            m.yy += v * (y - y1) * (y - y1);
            m.xy += v * (x - x1) * (y - y1);
        }
    }
    return m;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 != 0 ? values[half] : (values[half - 1] + values[half]) / 2;
}

} // namespace

TypefaceMeasures measureTypeface(std::span<const std::uint8_t> letters)
{
    if (letters.size() != letterCount * glyphImageBytes)
        throw Error("a face of " + std::to_string(letters.size()) + " bytes cannot be measured; "
                    "expected 52 letters of 28 x 28");
    std::vector<Moments> moments;
    for (std::size_t i = 0; i < letterCount; ++i)
        moments.push_back(momentsOf(letters.subspan(i * glyphImageBytes, glyphImageBytes)));
    const auto over = [&moments](std::string_view which, auto value) {
        std::vector<double> values;
        for (const char letter : which)
            values.push_back(value(moments[glyphCharacters.find(letter)]));
        return values;
    };
    const auto mean = [](const std::vector<double>& values) {
        double sum = 0;
        for (const double value : values)
            sum += value;
        return sum / static_cast<double>(values.size());
    };
    constexpr std::string_view all = glyphCharacters.substr(0, letterCount);
    constexpr std::string_view capitals = glyphCharacters.substr(0, 26);
    const auto horizontal = [](const Moments& m) { return m.horizontal(); };
    const auto vertical = [](const Moments& m) { return m.vertical(); };
    const double capitalHeight = mean(over(capitals, vertical));
    std::vector<double> feet;
    for (const char letter : std::string_view("TYFP")) {
        const auto cell =
            letters.subspan(glyphCharacters.find(letter) * glyphImageBytes, glyphImageBytes);
        feet.push_back(rowsInk(cell, glyphBaseline - 2, glyphBaseline - 1)
                       / rowsInk(cell, glyphBaseline - 5, glyphBaseline - 4));
    }
    return {std::log(median(over(all, [](const Moments& m) { return 2 * m.ink / m.variation; }))),
            median(over("HIMOTUVWXAilovwx",
                        [](const Moments& m) { return m.yy > 0 ? -m.xy / m.yy : 0; })),
            std::log(mean(over(all, horizontal)) / capitalHeight),
            std::log(median(feet)),
            std::log(mean(over("iljI", horizontal)) / mean(over("mwMW", horizontal))),
            std::log(mean(over("acemnorsuvwxz", vertical)) / capitalHeight)};
}

std::array<double, 52> letterInk(std::span<const std::uint8_t> letters)
{
    std::array<double, 52> ink{};
    for (std::size_t i = 0; i < letterCount && (i + 1) * glyphImageBytes <= letters.size(); ++i) {
        for (const std::uint8_t pixel : letters.subspan(i * glyphImageBytes, glyphImageBytes))
            ink[i] += pixel / 255.0;
    }
    return ink;
}

} // namespace morphospace
