// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datasets/typefaces.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/resources.h"
#include "core/datasets/glyph_faces.h"
#include "core/datasets/glyph_raster.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>

namespace morphospace {

std::vector<Typeface> readTypefaces(Split split, const std::filesystem::path& folder)
{
    const std::shared_ptr<const ImageSet> images = loadImageSet("glyphs", split, folder);
    const char* set = split == Split::Train ? "train"
        : split == Split::Validation        ? "validation"
                                            : "test";
    const std::filesystem::path file =
        (folder.empty() ? resourceFolder() / "glyphs" : folder) / "faces.json";
    const std::vector<GlyphFaceEntry> entries = readGlyphFaces(file, set);
    if (entries.empty() || entries.size() * glyphClasses != images->size()
        || images->imageBytes() != glyphImageBytes)
        throw fileError(file, std::string("\"") + set + '"',
                        "describes " + std::to_string(entries.size()) + " faces, but there are "
                            + std::to_string(images->size()) + " images",
                        std::to_string(glyphClasses) + " images of 28 x 28 pixels a face");
    std::vector<Typeface> faces;
    faces.reserve(entries.size());
    for (const GlyphFaceEntry& entry : entries)
        faces.push_back({entry.family, entry.style, entry.group, entry.package, entry.licence,
                         std::vector<std::uint8_t>(typefaceLetters * glyphImageBytes),
                         entry.labels});
    std::vector<std::size_t> found(entries.size(), 0);
    for (std::size_t i = 0; i < images->size(); ++i) {
        const std::size_t letter = images->labels[i];
        if (letter >= typefaceLetters)
            continue;
        const std::size_t face = i % entries.size();
        const auto image = images->image(i);
        std::copy(image.begin(), image.end(),
                  faces[face].pixels.begin()
                      + static_cast<std::ptrdiff_t>(letter * glyphImageBytes));
        ++found[face];
    }
    for (std::size_t face = 0; face < found.size(); ++face) {
        if (found[face] != typefaceLetters)
            throw fileError(file, std::string("\"") + set + "\", " + faces[face].name(),
                            "has images of " + std::to_string(found[face]) + " letters",
                            "one image of each of 52");
    }
    return faces;
}

std::vector<Typeface> spreadOverGroups(const std::vector<Typeface>& faces, std::size_t count)
{
    std::map<std::string, int> seen;
    std::vector<int> turn;
    for (const Typeface& face : faces)
        turn.push_back(seen[face.group]++);
    std::vector<std::size_t> order(faces.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&turn](std::size_t i) { return turn[i]; });
    if (count > 0)
        order.resize(std::min(order.size(), count));
    std::vector<Typeface> chosen;
    for (const std::size_t i : order)
        chosen.push_back(faces[i]);
    return chosen;
}

std::string typefacesHash(const std::vector<Typeface>& faces)
{
    Sha256 hash;
    for (const Typeface& face : faces) {
        hash.add(face.name() + '\n');
        hash.add(std::as_bytes(std::span(face.pixels)));
    }
    return hash.hex();
}

} // namespace morphospace
