// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datasets/glyph_select.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string_view>

namespace morphospace {

namespace {

constexpr int half = glyphCell / 2;
constexpr std::size_t halfBytes = static_cast<std::size_t>(half) * half;
using Patch = std::array<double, halfBytes>;

/// Zero mean, unit length; all zero when the image is flat.
void normalise(std::span<double> values)
{
    const double mean = std::accumulate(values.begin(), values.end(), 0.0)
        / static_cast<double>(values.size());
    double square = 0;
    for (double& value : values) {
        value -= mean;
        square += value * value;
    }
    const double length = std::sqrt(square);
    for (double& value : values)
        value = length > 0 ? value / length : 0;
}

double dot(std::span<const double> a, std::span<const double> b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// The ink's box stretched to 14 x 14 by nearest pixels, normalised.
Patch stretched(std::span<const std::uint8_t> cell)
{
    constexpr int threshold = 64;
    int left = glyphCell, right = -1, top = glyphCell, bottom = -1;
    for (int y = 0; y < glyphCell; ++y) {
        for (int x = 0; x < glyphCell; ++x) {
            if (cell[static_cast<std::size_t>(y * glyphCell + x)] < threshold)
                continue;
            left = std::min(left, x);
            right = std::max(right, x);
            top = std::min(top, y);
            bottom = std::max(bottom, y);
        }
    }
    Patch patch{};
    if (right < 0)
        return patch;
    for (int y = 0; y < half; ++y) {
        for (int x = 0; x < half; ++x) {
            const int fromY = top + (2 * y + 1) * (bottom - top + 1) / (2 * half);
            const int fromX = left + (2 * x + 1) * (right - left + 1) / (2 * half);
            patch[static_cast<std::size_t>(y * half + x)] =
                cell[static_cast<std::size_t>(fromY * glyphCell + fromX)];
        }
    }
    normalise(patch);
    return patch;
}

/// Characters that many faces draw alike count as one.
char folded(char character)
{
    switch (character) {
    case '0':
        return 'o';
    case '1':
    case 'I':
        return 'l';
    default:
        return static_cast<char>(std::tolower(static_cast<unsigned char>(character)));
    }
}

std::string firstWord(std::string_view family)
{
    std::string word;
    for (const char c : family) {
        const bool space = std::isspace(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
        if (space && !word.empty())
            break;
        if (!space)
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return word;
}

/// Names that begin alike: "cabin" and "cabinsketch", "inconsolatan" and "inconsolatazi4".
bool beginAlike(std::string_view a, std::string_view b)
{
    constexpr std::size_t shortest = 4;
    constexpr std::size_t sure = 5;
    if (a.size() < shortest || b.size() < shortest)
        return false;
    return a.starts_with(b) || b.starts_with(a) || a.substr(0, sure) == b.substr(0, sure);
}

/// Squared difference summed over all characters, or anything above `enough` once that is passed.
std::int64_t squaredDifference(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b,
                               std::int64_t enough)
{
    std::int64_t total = 0;
    for (std::size_t from = 0; from < a.size() && total <= enough; from += halfBytes) {
        int sum = 0;
        for (std::size_t i = from; i < from + halfBytes; ++i) {
            const int difference = int{a[i]} - int{b[i]};
            sum += difference * difference;
        }
        total += sum;
    }
    return total;
}

std::int64_t squaredLimit(double rms)
{
    const double count = static_cast<double>(glyphClasses * halfBytes);
    return static_cast<std::int64_t>(rms * rms * 255 * 255 * count);
}

/// Disjoint sets of words; a set is named by its alphabetically first word.
class Groups {
public:
    const std::string& find(const std::string& word)
    {
        const auto place = m_parents.try_emplace(word, word).first;
        if (place->second == word)
            return place->first;
        const std::string& root = find(place->second);
        place->second = root;
        return root;
    }
    void join(const std::string& a, const std::string& b)
    {
        const std::string rootA = find(a);
        const std::string rootB = find(b);
        m_parents[std::max(rootA, rootB)] = std::min(rootA, rootB);
    }

private:
    std::map<std::string, std::string> m_parents;
};

} // namespace

std::vector<std::uint8_t> halfSize(std::span<const std::uint8_t> pixels)
{
    std::vector<std::uint8_t> small;
    small.reserve(pixels.size() / 4);
    for (std::size_t cell = 0; cell + glyphImageBytes <= pixels.size(); cell += glyphImageBytes) {
        for (std::size_t y = 0; y < glyphCell; y += 2) {
            for (std::size_t x = 0; x < glyphCell; x += 2) {
                const std::uint8_t* p = pixels.data() + cell + y * glyphCell + x;
                const int sum = p[0] + p[1] + p[glyphCell] + p[glyphCell + 1];
                small.push_back(static_cast<std::uint8_t>((sum + 2) / 4));
            }
        }
    }
    return small;
}

double caseCorrelation(std::span<const std::uint8_t> pixels)
{
    constexpr std::string_view distinct = "ABDEFGHLMNQRT";
    std::vector<double> correlations;
    for (const char upper : distinct) {
        const std::size_t a = glyphCharacters.find(upper);
        const std::size_t b = a + 26; // the lower case follows the upper one
        const Patch first = stretched(pixels.subspan(a * glyphImageBytes, glyphImageBytes));
        const Patch second = stretched(pixels.subspan(b * glyphImageBytes, glyphImageBytes));
        correlations.push_back(dot(first, second));
    }
    const auto middle = correlations.begin() + static_cast<std::ptrdiff_t>(distinct.size() / 2);
    std::nth_element(correlations.begin(), middle, correlations.end());
    return *middle;
}

std::vector<double> readability(std::span<const GlyphCandidate> candidates)
{
    // Each character twice: where it stands in its cell, and its shape alone. Wide or heavy faces
    // are far from the mean in the first, I and l are flat in the second.
    using Views = std::array<Patch, 2>;
    const auto viewsOf = [](const GlyphCandidate& candidate, std::size_t character) {
        Views views{};
        const auto small = std::span(candidate.small).subspan(character * halfBytes, halfBytes);
        std::copy(small.begin(), small.end(), views[0].begin());
        normalise(views[0]);
        views[1] = stretched(std::span(candidate.face.pixels)
                                 .subspan(character * glyphImageBytes, glyphImageBytes));
        return views;
    };
    std::vector<Views> means(glyphClasses);
    for (const GlyphCandidate& candidate : candidates) {
        for (std::size_t c = 0; c < glyphClasses; ++c) {
            const Views views = viewsOf(candidate, c);
            for (std::size_t v = 0; v < views.size(); ++v) {
                for (std::size_t i = 0; i < halfBytes; ++i)
                    means[c][v][i] += views[v][i];
            }
        }
    }
    for (Views& mean : means) {
        for (Patch& view : mean)
            normalise(view);
    }

    std::vector<double> shares;
    for (const GlyphCandidate& candidate : candidates) {
        int right = 0;
        for (std::size_t c = 0; c < glyphClasses; ++c) {
            const Views views = viewsOf(candidate, c);
            std::size_t best = 0;
            double highest = -3;
            for (std::size_t k = 0; k < glyphClasses; ++k) {
                const double correlation = dot(views[0], means[k][0]) + dot(views[1], means[k][1]);
                if (correlation > highest) {
                    highest = correlation;
                    best = k;
                }
            }
            right += folded(glyphCharacters[best]) == folded(glyphCharacters[c]);
        }
        shares.push_back(right / static_cast<double>(glyphClasses));
    }
    return shares;
}

std::vector<GlyphCandidate> groupCandidates(std::vector<GlyphCandidate>& candidates,
                                            double duplicate, double related)
{
    const std::int64_t same = squaredLimit(duplicate);
    const std::int64_t near = std::max(squaredLimit(related), same);
    Groups groups;
    std::vector<GlyphCandidate> kept;
    std::vector<GlyphCandidate> out;
    std::set<std::string> words;
    for (const GlyphCandidate& candidate : candidates) {
        const std::string word = firstWord(candidate.face.family);
        for (const std::string& other : words) {
            if (beginAlike(word, other))
                groups.join(word, other);
        }
        words.insert(word);
    }
    for (GlyphCandidate& candidate : candidates) {
        const std::string word = firstWord(candidate.face.family);
        const GlyphCandidate* twin = nullptr;
        for (const GlyphCandidate& other : kept) {
            const std::int64_t difference = squaredDifference(candidate.small, other.small, near);
            // A face that goes still ties its family to that of its twin.
            if (difference < near)
                groups.join(word, firstWord(other.face.family));
            if (difference < same && !twin)
                twin = &other;
        }
        if (twin) {
            candidate.face.problem =
                "is nearly the same as " + twin->face.family + ' ' + twin->face.style;
            out.push_back(std::move(candidate));
        } else {
            kept.push_back(std::move(candidate));
        }
    }
    for (GlyphCandidate& candidate : kept)
        candidate.group = groups.find(firstWord(candidate.face.family));
    candidates = std::move(kept);
    return out;
}

} // namespace morphospace
