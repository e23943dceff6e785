// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/letter_picture.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace morphospace {
namespace {

constexpr int n = glyphCell;
constexpr float faint = 0.06F;   // of black: speckle that denoising left
constexpr float seen = 0.18F;    // the greyest hair lines of real faces are darker

/// Four source places and their weights for each target place along one axis.
struct Taps {
    std::vector<std::array<int, 4>> at;
    std::vector<std::array<float, 4>> weight;
};

Taps taps(int side, bool cubic)
{
    Taps result;
    result.at.resize(std::size_t(side));
    result.weight.resize(std::size_t(side));
    for (int i = 0; i < side; ++i) {
        const float place = (float(i) + 0.5F) * float(n) / float(side) - 0.5F;
        const int low = int(std::floor(place));
        const float t = place - float(low);
        auto& w = result.weight[std::size_t(i)];
        if (cubic) {
            w = {((-0.5F * t + 1) * t - 0.5F) * t, (1.5F * t - 2.5F) * t * t + 1,
                 ((-1.5F * t + 2) * t + 0.5F) * t, (0.5F * t - 0.5F) * t * t};
        } else {
            w = {0, 1 - t, t, 0};
        }
        for (int k = 0; k < 4; ++k) {
            result.at[std::size_t(i)][std::size_t(k)] = low - 1 + k;
        }
    }
    return result;
}

/// Separable; outside of the cell is paper.
std::vector<float> enlarged(const std::array<float, glyphImageBytes>& cell, int side, const Taps& taps)
{
    std::vector<float> rows(std::size_t(n) * std::size_t(side));
    for (int y = 0; y < n; ++y) {
        for (int x = 0; x < side; ++x) {
            float sum = 0;
            for (std::size_t k = 0; k < 4; ++k) {
                const int from = taps.at[std::size_t(x)][k];
                if (from >= 0 && from < n) {
                    sum += taps.weight[std::size_t(x)][k] * cell[std::size_t(y * n + from)];
                }
            }
            rows[std::size_t(y) * std::size_t(side) + std::size_t(x)] = sum;
        }
    }
    std::vector<float> all(std::size_t(side) * std::size_t(side), 0.0F);
    for (int y = 0; y < side; ++y) {
        float* out = all.data() + std::size_t(y) * std::size_t(side);
        for (std::size_t k = 0; k < 4; ++k) {
            const int from = taps.at[std::size_t(y)][k];
            const float weight = taps.weight[std::size_t(y)][k];
            if (from < 0 || from >= n || weight == 0) {
                continue;
            }
            const float* in = rows.data() + std::size_t(from) * std::size_t(side);
            for (int x = 0; x < side; ++x) {
                out[x] += weight * in[x];
            }
        }
    }
    return all;
}

/// The largest value among a place and its eight neighbours.
std::array<float, glyphImageBytes> widened(const std::array<float, glyphImageBytes>& cell)
{
    std::array<float, glyphImageBytes> result{};
    for (int y = 0; y < n; ++y) {
        for (int x = 0; x < n; ++x) {
            float most = 0;
            for (int v = std::max(0, y - 1); v <= std::min(n - 1, y + 1); ++v) {
                for (int u = std::max(0, x - 1); u <= std::min(n - 1, x + 1); ++u) {
                    most = std::max(most, cell[std::size_t(v * n + u)]);
                }
            }
            result[std::size_t(y * n + x)] = most;
        }
    }
    return result;
}

} // namespace

QChar letterOf(int place)
{
    return QChar(place < 26 ? 'A' + place : 'a' + place - 26);
}

int placeOf(QChar character)
{
    if (character >= u'A' && character <= u'Z') {
        return character.unicode() - u'A';
    }
    if (character >= u'a' && character <= u'z') {
        return character.unicode() - u'a' + 26;
    }
    return -1;
}

std::vector<int> lettersOf(const QString& text)
{
    std::vector<int> letters;
    for (const QChar character : text) {
        const int place = placeOf(character);
        if (place >= 0 && std::ranges::find(letters, place) == letters.end()) {
            letters.push_back(place);
        }
    }
    return letters;
}

QImage enlargedLetter(std::span<const std::uint8_t> cell, int side, LetterScaling scaling)
{
    QImage image(side, side, QImage::Format_Grayscale8);
    if (side < 1 || cell.size() != glyphImageBytes) {
        return {};
    }
    if (scaling == LetterScaling::Blocks || side < n) {
        QImage small(cell.data(), n, n, n, QImage::Format_Grayscale8);
        return small.scaled(side, side, Qt::IgnoreAspectRatio,
                            side < n ? Qt::SmoothTransformation : Qt::FastTransformation)
            .convertToFormat(QImage::Format_Grayscale8);
    }
    std::array<float, glyphImageBytes> ink{};
    std::ranges::transform(cell, ink.begin(), [](std::uint8_t v) { return float(v) / 255; });
    const bool outline = scaling == LetterScaling::Outline;
    const std::vector<float> surface =
        enlarged(ink, side, taps(side, scaling != LetterScaling::Linear));
    std::vector<float> around;
    if (outline) {
        around = enlarged(widened(ink), side, taps(side, false));
    }
    // The cubic ramp of a straight edge is about one source pixel wide.
    const float steep = std::max(1.0F, float(side) / float(n) / 1.25F);
    for (int y = 0; y < side; ++y) {
        std::uint8_t* line = image.scanLine(y);
        for (int x = 0; x < side; ++x) {
            const std::size_t at = std::size_t(y) * std::size_t(side) + std::size_t(x);
            float value = surface[at];
            if (outline) {
                const float most = around[at];
                const float part = most > 0 ? value / most : 0.0F;
                const float kept = std::clamp((most - faint) / (seen - faint), 0.0F, 1.0F);
                value = kept * most * std::clamp((part - 0.5F) * steep + 0.5F, 0.0F, 1.0F);
            }
            line[x] = std::uint8_t(std::lround(255 * std::clamp(value, 0.0F, 1.0F)));
        }
    }
    return image;
}

QImage inked(const QImage& grey, const QColor& ink, const QColor& paper)
{
    std::array<QRgb, 256> colours{};
    for (int i = 0; i < 256; ++i) {
        const auto mixed = [&](int on, int off) { return (on * i + off * (255 - i) + 127) / 255; };
        colours[std::size_t(i)] = qRgb(mixed(ink.red(), paper.red()), mixed(ink.green(), paper.green()),
                                       mixed(ink.blue(), paper.blue()));
    }
    QImage image(grey.size(), QImage::Format_RGB32);
    for (int y = 0; y < grey.height(); ++y) {
        const std::uint8_t* from = grey.constScanLine(y);
        auto* to = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < grey.width(); ++x) {
            to[x] = colours[from[x]];
        }
    }
    return image;
}

QImage inkedClear(const QImage& grey, const QColor& ink)
{
    std::array<QRgb, 256> colours{};
    for (int i = 0; i < 256; ++i) {
        colours[std::size_t(i)] = qPremultiply(qRgba(ink.red(), ink.green(), ink.blue(), i));
    }
    QImage image(grey.size(), QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < grey.height(); ++y) {
        const std::uint8_t* from = grey.constScanLine(y);
        auto* to = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < grey.width(); ++x) {
            to[x] = colours[from[x]];
        }
    }
    return image;
}

InkSpan inkSpan(std::span<const std::uint8_t> cell)
{
    InkSpan span;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] >= 32) {
            const int x = int(i % glyphCell);
            span.left = std::min(span.left, x);
            span.right = std::max(span.right, x);
        }
    }
    return span;
}

} // namespace morphospace
