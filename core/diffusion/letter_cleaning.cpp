// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/letter_cleaning.h"

#include "core/datasets/glyph_raster.h"

#include <algorithm>
#include <array>

namespace morphospace {

namespace {

constexpr int strongest = 90;      // the darkest that "strong ink" may ask for
constexpr int hair = 48;           // ink of a hairline beside that
constexpr int shortestHairline = 4;
constexpr int smallestShare = 100; // of a part's ink in the largest part's

// A frame of paper, so that every pixel has eight neighbours.
constexpr int side = int(glyphCell) + 2;
constexpr int places = side * side;
constexpr std::array around{-side - 1, -side, -side + 1, -1, 1, side - 1, side, side + 1};

enum class Kept : std::uint8_t { No, Part, Edge };

struct Part {
    int first = 0;
    int last = 0;  ///< one behind
    int ink = 0;
};

class Letter {
public:
    explicit Letter(std::uint8_t* pixels) : m_pixels(pixels)
    {
        for (int y = 0; y < int(glyphCell); ++y)
            std::copy_n(pixels + y * int(glyphCell), glyphCell, m_ink.begin() + (y + 1) * side + 1);
    }

    void clean()
    {
        const int darkest = *std::max_element(m_ink.begin(), m_ink.end());
        if (darkest == 0)
            return;
        const int strong = std::clamp(2 * darkest / 5, 1, strongest);
        keepParts(strong);
        keepEdges();
        if (keepHairlines(std::max(1, strong * hair / strongest)))
            keepEdges();
        for (int y = 0; y < int(glyphCell); ++y) {
            for (int x = 0; x < int(glyphCell); ++x) {
                if (m_kept[std::size_t((y + 1) * side + x + 1)] == Kept::No)
                    m_pixels[y * int(glyphCell) + x] = 0;
            }
        }
    }

private:
    /// The connected places from `start` on for which `is` says so, behind those listed before.
    template <class Is> Part partFrom(int start, const Is& is)
    {
        Part part{m_listed, m_listed, 0};
        const auto add = [&](int place) {
            m_seen[std::size_t(place)] = true;
            m_list[std::size_t(part.last++)] = static_cast<std::int16_t>(place);
            part.ink += m_ink[std::size_t(place)];
        };
        add(start);
        for (int next = part.first; next < part.last; ++next) {
            for (const int by : around) {
                const int place = m_list[std::size_t(next)] + by;
                if (!m_seen[std::size_t(place)] && is(place))
                    add(place);
            }
        }
        m_listed = part.last;
        return part;
    }

    void keep(const Part& part)
    {
        for (int i = part.first; i < part.last; ++i)
            m_kept[std::size_t(m_list[std::size_t(i)])] = Kept::Part;
    }

    void keepParts(int strong)
    {
        const auto is = [&](int place) { return m_ink[std::size_t(place)] >= strong; };
        std::array<Part, places / 4> parts; // no two touch
        std::size_t count = 0;
        int largest = 0;
        for (int place = side; place < places - side; ++place) {
            if (!m_seen[std::size_t(place)] && is(place)) {
                parts[count] = partFrom(place, is);
                largest = std::max(largest, parts[count++].ink);
            }
        }
        for (std::size_t i = 0; i < count; ++i) {
            if (smallestShare * parts[i].ink >= largest)
                keep(parts[i]);
        }
    }

    /// Whether any is kept that was not.
    bool keepHairlines(int least)
    {
        m_seen.fill(false);
        m_listed = 0;
        bool found = false;
        bool touches = false;
        const auto is = [&](int place) {
            if (m_ink[std::size_t(place)] < least)
                return false;
            touches = touches || m_kept[std::size_t(place)] != Kept::No;
            return m_kept[std::size_t(place)] == Kept::No;
        };
        for (int place = side; place < places - side; ++place) {
            if (m_seen[std::size_t(place)] || !is(place))
                continue;
            touches = false;
            const Part run = partFrom(place, is);
            if (touches && run.last - run.first >= shortestHairline) {
                keep(run);
                found = true;
            }
        }
        return found;
    }

    void keepEdges()
    {
        for (int place = side; place < places - side; ++place) {
            if (m_kept[std::size_t(place)] != Kept::Part)
                continue;
            for (const int by : around) {
                Kept& kept = m_kept[std::size_t(place + by)];
                kept = kept == Kept::No ? Kept::Edge : kept;
            }
        }
    }

    std::uint8_t* m_pixels;
    std::array<std::uint8_t, places> m_ink{};
    std::array<Kept, places> m_kept{};
    std::array<bool, places> m_seen{};
    std::array<std::int16_t, places> m_list;
    int m_listed = 0;
};

} // namespace

void cleanLetters(std::span<std::uint8_t> letters)
{
    for (std::size_t at = 0; at + glyphImageBytes <= letters.size(); at += glyphImageBytes)
        Letter(letters.data() + at).clean();
}

} // namespace morphospace
