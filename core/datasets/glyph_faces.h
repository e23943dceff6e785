// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/font_labels.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace morphospace {

/// A face of the Glyphs data set, as faces.json describes it.
struct GlyphFaceEntry {
    std::string family;  ///< "DejaVu Sans"
    std::string style;   ///< "Bold"
    std::string group;   ///< the cluster: families that never meet those of another set
    std::string package;
    std::string licence;
    FontLabels labels;   ///< empty where the file has none
};

/// The faces of one set ("train", "validation", "test"): image i of the set shows face i modulo
/// their number. Throws Error naming file and place when the file is not a faces.json, or larger
/// than 8 MiB.
[[nodiscard]] std::vector<GlyphFaceEntry> readGlyphFaces(const std::filesystem::path& file,
                                                         std::string_view set);

/// One cluster number (of the faces' groups, from 0 in order of appearance) for each image; throws
/// Error as above, and when the faces do not make that number of images.
[[nodiscard]] std::vector<std::uint16_t> readGlyphClusters(const std::filesystem::path& file,
                                                           std::string_view set,
                                                           std::size_t images);

} // namespace morphospace
