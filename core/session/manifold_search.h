// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/state.h"

#include <filesystem>
#include <vector>

namespace morphospace {

/// Where a manifold or a zoo that a session names may lie.
struct SearchPlaces {
    std::vector<std::filesystem::path> files;  ///< bundled and recently used ones, asked by hash
    std::filesystem::path sessionFolder;       ///< the folder of the session's own file, or empty
};

struct FoundManifold {
    std::filesystem::path file;                ///< has the hash asked for; empty: none has
    /// The file that the reference names, where it exists but holds something else.
    std::filesystem::path changed;
};

/// A zoo, in the same way.
[[nodiscard]] FoundManifold findZoo(const ZooReference& reference, const SearchPlaces& places);

/// By content first: any of `files`, then every manifold beside the session, then the relative
/// path. A file is the one meant only if its SHA-256 is. Never throws: a file that cannot be read
/// is none.
[[nodiscard]] FoundManifold findManifold(const ManifoldReference& reference,
                                         const SearchPlaces& places);

/// The name under which a session in `sessionFolder` refers to `manifold`: a relative path where it
/// lies below that folder, its file name elsewhere.
[[nodiscard]] std::string referenceName(const std::filesystem::path& manifold,
                                        const std::filesystem::path& sessionFolder);

} // namespace morphospace
