// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/manifold_search.h"

#include "core/base/error.h"
#include "core/base/hash.h"

#include <algorithm>

namespace morphospace {

namespace {

bool hasHash(const std::filesystem::path& file, const std::string& hash)
{
    std::error_code failed;
    if (!std::filesystem::is_regular_file(file, failed))
        return false;
    try {
        return sha256OfFile(file) == hash;
    } catch (const Error&) {
        return false;
    }
}

FoundManifold find(const std::string& hash, const std::filesystem::path& name,
                   const char* extension, const SearchPlaces& places)
{
    std::vector<std::filesystem::path> candidates = places.files;
    // Most likely the one of the same name: asked first, because reading a large file takes time.
    std::ranges::stable_partition(candidates, [&name](const std::filesystem::path& file) {
        return file.filename() == name.filename();
    });
    std::filesystem::path named;
    if (!places.sessionFolder.empty()) {
        named = places.sessionFolder / name;
        candidates.push_back(named);
        std::error_code failed;
        for (const auto& entry :
             std::filesystem::directory_iterator(places.sessionFolder, failed)) {
            if (entry.path().extension() == extension && entry.path() != named)
                candidates.push_back(entry.path());
        }
    }
    FoundManifold found;
    for (const std::filesystem::path& file : candidates) {
        if (hasHash(file, hash)) {
            found.file = file;
            return found;
        }
    }
    std::error_code failed;
    if (!named.empty() && std::filesystem::exists(named, failed))
        found.changed = named;
    return found;
}

} // namespace

FoundManifold findManifold(const ManifoldReference& reference, const SearchPlaces& places)
{
    return find(reference.hash, reference.file, ".manifold", places);
}

FoundManifold findZoo(const ZooReference& reference, const SearchPlaces& places)
{
    return find(reference.hash, reference.file, ".zoo", places);
}

std::string referenceName(const std::filesystem::path& manifold,
                          const std::filesystem::path& sessionFolder)
{
    if (!sessionFolder.empty()) {
        const std::filesystem::path relative =
            manifold.lexically_normal().lexically_relative(sessionFolder.lexically_normal());
        if (!relative.empty() && relative.is_relative()
            && std::ranges::find(relative, std::filesystem::path("..")) == relative.end())
            return relative.generic_string();
    }
    return manifold.filename().string();
}

} // namespace morphospace
