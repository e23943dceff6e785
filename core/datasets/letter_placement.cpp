// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datasets/letter_placement.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace morphospace {

namespace {

constexpr int workingSide = 1024;             // the cell has 28: more only costs time
constexpr std::size_t mostPixels = 64000000;
constexpr double leastContrast = 20;          // of 255, between ink and paper
constexpr double leastOverNoise = 4;          // and in standard deviations of the paper

// Medians over the 968 training faces, in the order of glyphCharacters; tst_letter_placement measures
// them again.
constexpr std::array<LetterExtent, glyphClasses> extents{{
    {4.00, 21.00}, {4.00, 21.00}, {3.76, 21.28}, {4.00, 21.00}, {4.00, 21.00}, {4.00, 21.00},
    {3.75, 21.28}, {4.00, 21.00}, {4.00, 21.00}, {4.00, 21.58}, {4.00, 21.00}, {4.00, 21.00},
    {4.00, 21.00}, {4.00, 21.00}, {3.76, 21.28}, {4.00, 21.00}, {3.75, 24.81}, {4.00, 21.00},
    {3.74, 21.29}, {4.00, 21.00}, {4.00, 21.28}, {4.00, 21.00}, {4.00, 21.00}, {4.00, 21.00},
    {4.00, 21.00}, {4.00, 21.00}, {8.90, 21.24}, {3.16, 21.24}, {8.90, 21.25}, {3.16, 21.24},
    {8.90, 21.25}, {3.00, 21.00}, {8.86, 26.55}, {3.16, 21.00}, {3.88, 21.00}, {3.84, 26.47},
    {3.14, 21.00}, {3.11, 21.00}, {8.92, 21.00}, {8.93, 21.00}, {8.91, 21.24}, {8.69, 26.46},
    {8.90, 26.46}, {9.00, 21.00}, {8.89, 21.25}, {5.67, 21.21}, {9.13, 21.23}, {9.09, 21.00},
    {9.12, 21.00}, {9.10, 21.00}, {9.12, 26.49}, {9.08, 21.00}, {3.90, 21.26}, {4.04, 21.00},
    {3.89, 21.00}, {4.00, 21.28}, {4.00, 21.00}, {4.00, 21.28}, {3.89, 21.26}, {4.00, 21.00},
    {3.85, 21.25}, {3.88, 21.29},
}};

/// A picture of numbers, at the size that work is done at.
struct Field {
    int width = 0;
    int height = 0;
    std::vector<double> values;

    [[nodiscard]] double at(int x, int y) const
    {
        return values[static_cast<std::size_t>(y) * static_cast<std::size_t>(width)
                      + static_cast<std::size_t>(x)];
    }
};

/// Means of squares of pixels, so that the longer side has at most workingSide of them.
Field reduced(const GreyPicture& picture)
{
    const int step = std::max(1, (std::max(picture.width, picture.height) + workingSide - 1) / workingSide);
    Field field;
    field.width = std::max(1, picture.width / step);
    field.height = std::max(1, picture.height / step);
    const int stepX = std::min(step, picture.width);
    const int stepY = std::min(step, picture.height);
    field.values.reserve(static_cast<std::size_t>(field.width) * static_cast<std::size_t>(field.height));
    for (int y = 0; y < field.height; ++y) {
        for (int x = 0; x < field.width; ++x) {
            double sum = 0;
            for (int v = 0; v < stepY; ++v) {
                for (int u = 0; u < stepX; ++u)
                    sum += picture.pixels[static_cast<std::size_t>(y * stepY + v)
                                              * static_cast<std::size_t>(picture.width)
                                          + static_cast<std::size_t>(x * stepX + u)];
            }
            field.values.push_back(sum / (stepX * stepY));
        }
    }
    return field;
}

/// Otsu's threshold of values from 0 to 255: values above it are the upper class.
double otsu(const std::vector<double>& values)
{
    std::array<double, 256> histogram{};
    for (const double value : values)
        ++histogram[static_cast<std::size_t>(std::clamp(std::lround(value), 0L, 255L))];
    double all = 0;
    for (std::size_t i = 0; i < 256; ++i)
        all += static_cast<double>(i) * histogram[i];
    const auto total = static_cast<double>(values.size());
    double below = 0, sum = 0, best = -1, threshold = 127.5;
    for (std::size_t i = 0; i < 255; ++i) {
        below += histogram[i];
        sum += static_cast<double>(i) * histogram[i];
        if (below == 0 || below == total)
            continue;
        const double difference = sum / below - (all - sum) / (total - below);
        const double between = below * (total - below) * difference * difference;
        // In the middle of a gap: thresholds in it are all as good.
        if (between > best * (1 + 1e-12)) {
            best = between;
            std::size_t end = i;
            while (end + 1 < 255 && histogram[end + 1] == 0)
                ++end;
            threshold = static_cast<double>(i + end) / 2 + 0.5;
        }
    }
    return threshold;
}

/// Brightness a + b x + c y.
struct Plane {
    double a = 0, b = 0, c = 0;
    [[nodiscard]] double at(int x, int y) const { return a + b * x + c * y; }
};

/// Least squares over the pixels that `taken` says; level where they do not span a plane.
Plane fittedPlane(const Field& field, const std::vector<bool>& taken)
{
    double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0, syy = 0, sv = 0, sxv = 0, syv = 0;
    for (int y = 0; y < field.height; ++y) {
        for (int x = 0; x < field.width; ++x) {
            const std::size_t i = static_cast<std::size_t>(y) * static_cast<std::size_t>(field.width)
                + static_cast<std::size_t>(x);
            if (!taken[i])
                continue;
            const double v = field.values[i];
            ++n;
            sx += x, sy += y, sv += v;
            sxx += double(x) * x, sxy += double(x) * y, syy += double(y) * y;
            sxv += x * v, syv += y * v;
        }
    }
    Plane plane;
    if (n == 0)
        return plane;
    // From the means, two equations for the slopes.
    const double xx = sxx - sx * sx / n, xy = sxy - sx * sy / n, yy = syy - sy * sy / n;
    const double xv = sxv - sx * sv / n, yv = syv - sy * sv / n;
    const double determinant = xx * yy - xy * xy;
    if (determinant > 1e-9 * std::max(1.0, xx * yy)) {
        plane.b = (xv * yy - yv * xy) / determinant;
        plane.c = (yv * xx - xv * xy) / determinant;
    }
    plane.a = (sv - plane.b * sx - plane.c * sy) / n;
    return plane;
}

/// Which class is paper: what nearly all of the edge shows; where the edge is mixed, as in a picture
/// cut close to the letter, the bright one, unless dark covers most of it all.
bool paperIsBright(const Field& field, double threshold)
{
    std::size_t bright = 0, edge = 0, dark = 0;
    for (int y = 0; y < field.height; ++y) {
        for (int x = 0; x < field.width; ++x) {
            const bool isBright = field.at(x, y) > threshold;
            dark += isBright ? 0 : 1;
            if (x == 0 || y == 0 || x == field.width - 1 || y == field.height - 1) {
                ++edge;
                bright += isBright ? 1 : 0;
            }
        }
    }
    const double part = static_cast<double>(bright) / static_cast<double>(edge);
    // A heavy E that is cut close has ink along four fifths of the edge.
    if (part >= 0.85 || part <= 0.06)
        return part >= 0.85;
    return static_cast<double>(dark) < 0.75 * static_cast<double>(field.values.size());
}

struct Piece {
    std::size_t area = 0;
    int left = 0, top = 0, right = 0, bottom = 0; // last ones included
    bool atEdge = false;
};

/// Pieces of ink that touch, corners as well; `label` is 0 for paper, else piece + 1.
std::vector<Piece> piecesOf(const std::vector<bool>& ink, int width, int height, std::vector<int>& label)
{
    label.assign(ink.size(), 0);
    std::vector<Piece> pieces;
    std::vector<std::size_t> open;
    for (std::size_t start = 0; start < ink.size(); ++start) {
        if (!ink[start] || label[start] != 0)
            continue;
        Piece piece{0, width, height, -1, -1, false};
        const int number = static_cast<int>(pieces.size()) + 1;
        label[start] = number;
        open.push_back(start);
        while (!open.empty()) {
            const std::size_t i = open.back();
            open.pop_back();
            const int x = static_cast<int>(i) % width;
            const int y = static_cast<int>(i) / width;
            ++piece.area;
            piece.left = std::min(piece.left, x);
            piece.right = std::max(piece.right, x);
            piece.top = std::min(piece.top, y);
            piece.bottom = std::max(piece.bottom, y);
            for (int v = std::max(0, y - 1); v <= std::min(height - 1, y + 1); ++v) {
                for (int u = std::max(0, x - 1); u <= std::min(width - 1, x + 1); ++u) {
                    const std::size_t next = static_cast<std::size_t>(v) * static_cast<std::size_t>(width)
                        + static_cast<std::size_t>(u);
                    if (ink[next] && label[next] == 0) {
                        label[next] = number;
                        open.push_back(next);
                    }
                }
            }
        }
        piece.atEdge = piece.left == 0 || piece.top == 0 || piece.right == width - 1
            || piece.bottom == height - 1;
        pieces.push_back(piece);
    }
    return pieces;
}

/// Which pieces are the letter's.
std::vector<bool> keptPieces(const std::vector<Piece>& pieces)
{
    std::size_t inside = 0, all = 0;
    for (const Piece& piece : pieces) {
        all = std::max(all, piece.area);
        if (!piece.atEdge)
            inside = std::max(inside, piece.area);
    }
    // A strip at the edge of a photograph goes where there is a letter inside; a letter that was cut
    // close, with a speck beside it, stays.
    const bool edgesGo = static_cast<double>(inside) > 0.05 * static_cast<double>(all);
    std::vector<bool> kept;
    for (const Piece& piece : pieces) {
        const std::size_t least = (edgesGo ? inside : all) / 100;
        kept.push_back(piece.area >= least && !(edgesGo && piece.atEdge));
    }
    return kept;
}

std::size_t placeInAlphabet(char character)
{
    const std::size_t at = glyphCharacters.find(character);
    if (at == std::string_view::npos)
        throw Error(std::string("'") + character
                    + "' is no letter of the data set; expected one of A to Z, a to z, 0 to 9");
    return at;
}

/// Integral of the ink from the upper left corner to fractional places.
class Area {
public:
    explicit Area(const InkPicture& ink)
        : m_width(ink.width)
        , m_height(ink.height)
        , m_sums(static_cast<std::size_t>(ink.width + 1) * static_cast<std::size_t>(ink.height + 1), 0.0)
    {
        for (int y = 0; y < m_height; ++y) {
            double row = 0;
            for (int x = 0; x < m_width; ++x) {
                row += ink.ink[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width)
                               + static_cast<std::size_t>(x)];
                m_sums[index(x + 1, y + 1)] = m_sums[index(x + 1, y)] + row;
            }
        }
    }

    [[nodiscard]] double over(double left, double top, double right, double bottom) const
    {
        return upTo(right, bottom) - upTo(left, bottom) - upTo(right, top) + upTo(left, top);
    }

private:
    [[nodiscard]] std::size_t index(int x, int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width + 1)
            + static_cast<std::size_t>(x);
    }
    [[nodiscard]] double upTo(double x, double y) const
    {
        x = std::clamp(x, 0.0, static_cast<double>(m_width));
        y = std::clamp(y, 0.0, static_cast<double>(m_height));
        const int u = std::min(static_cast<int>(x), m_width - 1);
        const int v = std::min(static_cast<int>(y), m_height - 1);
        const double s = x - u, t = y - v;
        return (1 - t) * ((1 - s) * m_sums[index(u, v)] + s * m_sums[index(u + 1, v)])
            + t * ((1 - s) * m_sums[index(u, v + 1)] + s * m_sums[index(u + 1, v + 1)]);
    }

    int m_width;
    int m_height;
    std::vector<double> m_sums;
};

} // namespace

LetterExtent usualExtent(char character)
{
    return extents[placeInAlphabet(character)];
}

LetterExtent inkExtent(std::span<const std::uint8_t> cell)
{
    constexpr int faint = 16;
    std::array<int, glyphCell> darkest{};
    for (int y = 0; y < glyphCell; ++y) {
        for (int x = 0; x < glyphCell; ++x)
            darkest[static_cast<std::size_t>(y)] =
                std::max<int>(darkest[static_cast<std::size_t>(y)],
                              cell[static_cast<std::size_t>(y * glyphCell + x)]);
    }
    const auto first = std::find_if(darkest.begin(), darkest.end(), [](int v) { return v >= faint; });
    if (first == darkest.end())
        return {};
    const int top = static_cast<int>(first - darkest.begin());
    int bottom = glyphCell - 1;
    while (darkest[static_cast<std::size_t>(bottom)] < faint)
        --bottom;
    const auto part = [&darkest](int row, int inner) {
        const int own = darkest[static_cast<std::size_t>(row)];
        const int near = inner >= 0 && inner < glyphCell
            ? std::max(own, darkest[static_cast<std::size_t>(inner)])
            : own;
        return static_cast<double>(own) / near;
    };
    return {top + 1 - part(top, top + 1), bottom + part(bottom, bottom - 1)};
}

InkPicture findInk(const GreyPicture& picture, const std::string& name)
{
    const std::size_t count =
        static_cast<std::size_t>(std::max(0, picture.width)) * static_cast<std::size_t>(std::max(0, picture.height));
    if (picture.width < 4 || picture.height < 4 || count != picture.pixels.size())
        throw Error(name + ": a picture of " + std::to_string(picture.width) + " x "
                    + std::to_string(picture.height)
                    + " pixels shows no letter; expected at least 4 x 4");
    if (count > mostPixels)
        throw Error(name + ": has " + std::to_string(count / 1000000)
                    + " million pixels; at most 64 million are read");
    const Field field = reduced(picture);
    const std::size_t size = field.values.size();

    // Paper, its light taken out twice: the first threshold may be off where light is uneven.
    double threshold = otsu(field.values);
    const bool bright = paperIsBright(field, threshold);
    std::vector<bool> paper(size);
    for (std::size_t i = 0; i < size; ++i)
        paper[i] = (field.values[i] > threshold) == bright;
    std::vector<double> ink(size);
    for (int pass = 0; pass < 2; ++pass) {
        const Plane plane = fittedPlane(field, paper);
        for (int y = 0; y < field.height; ++y) {
            for (int x = 0; x < field.width; ++x) {
                const std::size_t i = static_cast<std::size_t>(y) * static_cast<std::size_t>(field.width)
                    + static_cast<std::size_t>(x);
                ink[i] = (bright ? 1 : -1) * (plane.at(x, y) - field.values[i]);
            }
        }
        threshold = otsu(ink);
        for (std::size_t i = 0; i < size; ++i)
            paper[i] = ink[i] <= threshold;
    }
    double sum = 0, paperSquares = 0, paperCount = 0, inkCount = 0;
    for (std::size_t i = 0; i < size; ++i) {
        if (paper[i]) {
            // Negative noise says as much about the paper as positive; edges of letters do not.
            paperSquares += std::min(ink[i], 0.0) * std::min(ink[i], 0.0);
            paperCount += ink[i] < 0 ? 1 : 0;
        } else {
            sum += ink[i];
            ++inkCount;
        }
    }
    const double noise = paperCount > 0 ? std::sqrt(paperSquares / paperCount) : 0;
    const double level = inkCount > 0 ? sum / inkCount : 0;
    if (level < leastContrast || level < leastOverNoise * noise)
        throw Error(name + ": no letter stands out from the paper (ink and paper differ by "
                    + std::to_string(std::lround(level)) + " of 255); expected one dark letter on "
                    "bright paper, or the other way round");
    if (inkCount > 0.75 * static_cast<double>(size))
        throw Error(name + ": ink covers " + std::to_string(std::lround(100 * inkCount / double(size)))
                    + " % of the picture; expected one letter with some paper around it");

    std::vector<bool> isInk(size);
    for (std::size_t i = 0; i < size; ++i)
        isInk[i] = !paper[i];
    std::vector<int> label;
    const std::vector<Piece> pieces = piecesOf(isInk, field.width, field.height, label);
    const std::vector<bool> kept = keptPieces(pieces);
    InkPicture result;
    result.width = field.width;
    result.height = field.height;
    result.wasInverted = !bright;
    result.left = field.width;
    result.top = field.height;
    for (std::size_t k = 0; k < pieces.size(); ++k) {
        if (!kept[k])
            continue;
        result.left = std::min(result.left, pieces[k].left);
        result.top = std::min(result.top, pieces[k].top);
        result.right = std::max(result.right, pieces[k].right + 1);
        result.bottom = std::max(result.bottom, pieces[k].bottom + 1);
    }
    // Grey belongs to the letter within two pixels of it, and to a speck nowhere.
    constexpr int reach = 2;
    std::vector<bool> near(size, false);
    for (int y = 0; y < field.height; ++y) {
        for (int x = 0; x < field.width; ++x) {
            const int number = label[static_cast<std::size_t>(y) * static_cast<std::size_t>(field.width)
                                     + static_cast<std::size_t>(x)];
            if (number == 0 || !kept[static_cast<std::size_t>(number - 1)])
                continue;
            for (int v = std::max(0, y - reach); v <= std::min(field.height - 1, y + reach); ++v) {
                for (int u = std::max(0, x - reach); u <= std::min(field.width - 1, x + reach); ++u)
                    near[static_cast<std::size_t>(v) * static_cast<std::size_t>(field.width)
                         + static_cast<std::size_t>(u)] = true;
            }
        }
    }
    const double low = std::max(0.08 * level, 1.5 * noise);
    result.ink.resize(size, 0);
    for (std::size_t i = 0; i < size; ++i) {
        const int number = label[i];
        if (!near[i] || (number > 0 && !kept[static_cast<std::size_t>(number - 1)]))
            continue;
        const double part = (ink[i] - low) / std::max(1.0, 0.95 * level - low);
        result.ink[i] = static_cast<std::uint8_t>(std::lround(255 * std::clamp(part, 0.0, 1.0)));
    }
    return result;
}

LetterCell placeLetter(const InkPicture& ink, char character, double scale, double raise)
{
    const LetterExtent usual = usualExtent(character);
    const double width = ink.right - ink.left;
    const double height = ink.bottom - ink.top;
    if (width <= 0 || height <= 0)
        throw Error("there is no ink to place");
    // Cell pixels to a pixel of the picture, the baseline held.
    const double wanted = (usual.bottom - usual.top) * scale / height;
    const double across = std::min(wanted, glyphCell / width);
    const double bottom = glyphBaseline + (usual.bottom - glyphBaseline) * scale - raise;
    const double middle = (ink.left + ink.right) / 2.0;
    const Area area(ink);
    LetterCell cell{};
    const double pixel = 1 / across;
    for (int y = 0; y < glyphCell; ++y) {
        const double top = ink.bottom + (y - bottom) * pixel;
        for (int x = 0; x < glyphCell; ++x) {
            const double left = middle + (x - glyphCell / 2.0) * pixel;
            const double mean = area.over(left, top, left + pixel, top + pixel) / (pixel * pixel);
            cell[static_cast<std::size_t>(y * glyphCell + x)] =
                static_cast<std::uint8_t>(std::lround(std::clamp(mean, 0.0, 255.0)));
        }
    }
    return cell;
}

} // namespace morphospace
