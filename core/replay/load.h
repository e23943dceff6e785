// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diffusion/zoo.h"
#include "core/manifold/manifold.h"
#include "core/session/manifold_search.h"
#include "core/session/session_file.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace morphospace {

/// The manifolds and zoos that the steps of a session open, by hash, and those that are not to be
/// found.
struct SessionManifolds {
    struct Missing {
        ManifoldReference reference;     ///< of a zoo only its hash and file
        std::filesystem::path changed;   ///< a file of that name that holds something else
        bool isZoo = false;
    };

    std::map<std::string, std::shared_ptr<const Manifold>> opened;
    std::map<std::string, std::shared_ptr<const TypefaceZoo>> zoos;
    std::map<std::string, std::filesystem::path> files;   ///< where those not embedded were found
    std::vector<Missing> missing;
};

/// Reads them: embedded ones first, then where findManifold() finds them. Throws Error where a file
/// with the right hash cannot be read as what it is asked for. Without `withZoos` zoos are passed
/// over: they are neither looked for nor missing.
[[nodiscard]] SessionManifolds loadManifolds(const SessionDocument& session,
                                             const SearchPlaces& places, bool withZoos = true);

/// The sentence that tells a person which manifold or zoo is missing, and what would do.
[[nodiscard]] std::string describe(const SessionManifolds::Missing& missing);

} // namespace morphospace
