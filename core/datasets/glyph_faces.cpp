// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datasets/glyph_faces.h"

#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/datasets/glyph_raster.h"
#include "core/datasets/gzip.h"

#include <limits>
#include <map>

namespace morphospace {

std::vector<GlyphFaceEntry> readGlyphFaces(const std::filesystem::path& file, std::string_view set)
{
    constexpr std::size_t largest = std::size_t{8} << 20;
    const std::vector<std::uint8_t> text = readMaybeGzip(file, largest);
    try {
        const nlohmann::json document =
            parseJson({reinterpret_cast<const char*>(text.data()), text.size()},
                      "the description of the faces of Glyphs");
        const JsonFields fields(document, "the description of Glyphs");
        if (fields.text("format") != "morphospace-glyphs")
            throw Error("\"format\" is of another kind; expected \"morphospace-glyphs\"");
        if (fields.number("version") != 1)
            throw Error("\"version\" is " + std::to_string(fields.number("version"))
                        + "; expected 1");
        std::vector<GlyphFaceEntry> faces;
        for (const nlohmann::json& one : fields.object("sets").list(std::string(set).c_str())) {
            const JsonFields face(one, "a face");
            faces.push_back({face.text("family"), face.text("style"), face.text("group"),
                             face.text("package"), face.text("licence"),
                             one.contains("labels") ? fontLabelsFromJson(one["labels"])
                                                    : FontLabels{}});
        }
        return faces;
    } catch (const Error& error) {
        throw fileError(file, "", error.what());
    }
}

std::vector<std::uint16_t> readGlyphClusters(const std::filesystem::path& file,
                                             std::string_view set, std::size_t images)
{
    const std::vector<GlyphFaceEntry> faces = readGlyphFaces(file, set);
    if (faces.size() * glyphClasses != images || faces.empty())
        throw fileError(file, '"' + std::string(set) + '"',
                        "describes " + std::to_string(faces.size()) + " faces of "
                            + std::to_string(glyphClasses) + " images",
                        std::to_string(images) + " images, as in the images file beside it");
    std::map<std::string, std::uint16_t> numbers;
    std::vector<std::uint16_t> ofFace;
    for (const GlyphFaceEntry& face : faces) {
        const auto next = static_cast<std::uint16_t>(numbers.size());
        ofFace.push_back(numbers.try_emplace(face.group, next).first->second);
        if (numbers.size() > std::numeric_limits<std::uint16_t>::max())
            throw fileError(file, "", "has too many groups", "at most 65535");
    }
    std::vector<std::uint16_t> clusters(images);
    for (std::size_t i = 0; i < images; ++i)
        clusters[i] = ofFace[i % faces.size()];
    return clusters;
}

} // namespace morphospace
