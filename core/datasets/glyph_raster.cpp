// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datasets/glyph_raster.h"

#include "core/base/error.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_SFNT_NAMES_H
#include FT_TRUETYPE_IDS_H

#include <algorithm>
#include <array>
#include <memory>

namespace morphospace {

namespace {

constexpr int oversampling = 4;
constexpr int canvas = glyphCell * oversampling;
constexpr int subpixels = 64; // FreeType's outlines count in 1/64 pixel

struct LibraryDeleter {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct FaceDeleter {
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using Library = std::unique_ptr<std::remove_pointer_t<FT_Library>, LibraryDeleter>;
using Face = std::unique_ptr<std::remove_pointer_t<FT_Face>, FaceDeleter>;

Library openLibrary()
{
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0)
        throw Error("FreeType cannot be started");
    return Library(library);
}

std::string text(const char* name)
{
    return name ? std::string(name) : std::string();
}

/// The free licence that the licence records of the font (or its copyright record) name, by the
/// words these licences ask to be named with; empty when they name none of them.
std::string statedLicence(FT_Face face)
{
    constexpr std::size_t longest = 20000;
    for (FT_UInt i = 0; i < FT_Get_Sfnt_Name_Count(face); ++i) {
        FT_SfntName name{};
        if (FT_Get_Sfnt_Name(face, i, &name) != 0
            || (name.name_id != TT_NAME_ID_LICENSE && name.name_id != TT_NAME_ID_LICENSE_URL
                && name.name_id != TT_NAME_ID_COPYRIGHT))
            continue;
        // Latin text in either of the encodings in use is its bytes without the zeros.
        std::string words;
        for (std::size_t k = 0; k < std::min<std::size_t>(name.string_len, longest); ++k) {
            if (name.string[k] != 0)
                words += static_cast<char>(name.string[k]);
        }
        const auto says = [&words](std::string_view phrase) {
            return words.find(phrase) != std::string::npos;
        };
        if (says("SIL Open Font License") || says("scripts.sil.org/OFL")
            || says("openfontlicense.org"))
            return "OFL";
        if (says("Apache License, Version 2.0") || says("apache.org/licenses/LICENSE-2.0"))
            return "Apache-2.0";
        if (says("GUST Font License"))
            return "GUST Font License";
    }
    return {};
}

/// Loads a character's outline in font units into the face's slot; false when there is none.
bool loadOutline(FT_Face face, char character)
{
    const FT_UInt index = FT_Get_Char_Index(face, static_cast<unsigned char>(character));
    return index != 0 && FT_Load_Glyph(face, index, FT_LOAD_NO_SCALE) == 0
        && face->glyph->format == FT_GLYPH_FORMAT_OUTLINE && face->glyph->outline.n_points > 0;
}

FT_BBox outlineBox(FT_Outline& outline)
{
    // Font units are rounded to whole ones: as fine as the points of the outline themselves.
    FT_BBox box{};
    FT_Outline_Get_CBox(&outline, &box);
    return box;
}

/// What all characters of a face need: their height and reach in font units.
struct Extent {
    FT_Pos capHeight = 0;
    FT_Pos widest = 0;
    FT_Pos above = 0;
    FT_Pos below = 0;
};

bool measure(FT_Face face, Extent& extent, std::string& problem)
{
    for (const char character : glyphCharacters) {
        if (!loadOutline(face, character)) {
            problem = std::string("has no outline for '") + character + "'";
            return false;
        }
        const FT_BBox box = outlineBox(face->glyph->outline);
        if (box.xMax <= box.xMin || box.yMax <= box.yMin) {
            problem = std::string("draws nothing for '") + character + "'";
            return false;
        }
        if (character == 'H')
            extent.capHeight = box.yMax;
        extent.widest = std::max(extent.widest, box.xMax - box.xMin);
        extent.above = std::max(extent.above, box.yMax);
        extent.below = std::max(extent.below, -box.yMin);
    }
    if (extent.capHeight <= 0) {
        problem = "has an H that does not stand on the baseline";
        return false;
    }
    return true;
}

/// Pixels of the enlarged canvas per font unit, as FreeType's 16.16 fixed point on 26.6
/// coordinates, and how much smaller than the 17-pixel H that is.
struct Scale {
    FT_Fixed factor = 0;
    double shrink = 1;
};

Scale chooseScale(const Extent& extent)
{
    // Every bound as a fraction: so many 1/64 pixels of the canvas for so many font units.
    const auto factor = [](int pixels, FT_Pos units) {
        return units <= 0 ? FT_Fixed{0x7fffffff}
                          : (FT_Fixed{pixels} * oversampling * subpixels << 16) / units;
    };
    const FT_Fixed wanted = factor(glyphCapHeight, extent.capHeight);
    const FT_Fixed fitting = std::min({factor(glyphCell, extent.widest),
                                       factor(glyphBaseline, extent.above),
                                       factor(glyphCell - glyphBaseline, extent.below)});
    if (fitting >= wanted)
        return {wanted, 1};
    return {fitting, static_cast<double>(fitting) / static_cast<double>(wanted)};
}

void drawCharacter(FT_Library library, FT_Outline& outline, FT_Fixed factor, std::uint8_t* cell)
{
    const FT_Matrix matrix{factor, 0, 0, factor};
    FT_Outline_Transform(&outline, &matrix);
    const FT_BBox box = outlineBox(outline);
    const FT_Pos middle = FT_Pos{canvas} * subpixels / 2;
    const FT_Pos baseline =
        FT_Pos{glyphCell - glyphBaseline} * oversampling * subpixels; // from the lower edge
    FT_Outline_Translate(&outline, middle - (box.xMin + box.xMax) / 2, baseline);

    std::array<std::uint8_t, static_cast<std::size_t>(canvas) * canvas> large{};
    FT_Bitmap bitmap{};
    bitmap.rows = canvas;
    bitmap.width = canvas;
    bitmap.pitch = canvas; // positive: the first row is the top one
    bitmap.buffer = large.data();
    bitmap.num_grays = 256;
    bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
    if (FT_Outline_Get_Bitmap(library, &outline, &bitmap) != 0)
        large.fill(0);

    constexpr int area = oversampling * oversampling;
    for (int y = 0; y < glyphCell; ++y) {
        for (int x = 0; x < glyphCell; ++x) {
            int sum = area / 2;
            for (int v = 0; v < oversampling; ++v) {
                const auto* row = large.data() + (y * oversampling + v) * canvas;
                for (int u = 0; u < oversampling; ++u)
                    sum += row[x * oversampling + u];
            }
            cell[y * glyphCell + x] = static_cast<std::uint8_t>(sum / area);
        }
    }
}

GlyphFace drawFace(FT_Library library, FT_Face face, double smallestScale)
{
    GlyphFace drawn;
    drawn.family = text(face->family_name);
    drawn.style = text(face->style_name);
    drawn.statedLicence = statedLicence(face);
    drawn.labels = labelsOfFace(face);
    const auto refuse = [&drawn](std::string problem) {
        drawn.pixels.clear();
        drawn.problem = std::move(problem);
        return drawn;
    };
    if (drawn.family.empty())
        return refuse("has no family name");
    if (!FT_IS_SCALABLE(face))
        return refuse("has no outlines");
    if (FT_Select_Charmap(face, FT_ENCODING_UNICODE) != 0)
        return refuse("has no Unicode character map");
    Extent extent;
    if (!measure(face, extent, drawn.problem))
        return drawn;
    const Scale scale = chooseScale(extent);
    drawn.scale = scale.shrink;
    if (drawn.scale < smallestScale)
        return refuse("does not fit the cell");

    drawn.pixels.resize(glyphClasses * glyphImageBytes);
    for (std::size_t i = 0; i < glyphClasses; ++i) {
        std::uint8_t* cell = drawn.pixels.data() + i * glyphImageBytes;
        if (loadOutline(face, glyphCharacters[i]))
            drawCharacter(library, face->glyph->outline, scale.factor, cell);
        if (std::all_of(cell, cell + glyphImageBytes, [](std::uint8_t v) { return v < 64; }))
            return refuse(std::string("draws nothing for '") + glyphCharacters[i] + "'");
    }
    return drawn;
}

} // namespace

std::vector<GlyphFace> drawFontFile(const std::filesystem::path& file, double smallestScale)
{
    const Library library = openLibrary();
    std::vector<GlyphFace> faces;
    FT_Long count = 1;
    for (FT_Long index = 0; index < count; ++index) {
        FT_Face opened = nullptr;
        if (FT_New_Face(library.get(), file.c_str(), index, &opened) != 0) {
            GlyphFace face;
            face.family = file.filename().string();
            face.problem = "cannot be read as a font";
            faces.push_back(std::move(face));
            continue;
        }
        const Face face(opened);
        // A collection states how many faces it has; no real one has more than a few dozen.
        count = std::clamp<FT_Long>(face->num_faces, 1, 256);
        faces.push_back(drawFace(library.get(), face.get(), smallestScale));
    }
    return faces;
}

} // namespace morphospace
