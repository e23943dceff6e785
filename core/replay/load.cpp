// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/load.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"

#include <algorithm>
#include <cstdlib>

namespace morphospace {

namespace {

/// A folder that is gone when this is: an embedded manifold is read from a file like any other.
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        std::string name =
            (std::filesystem::temp_directory_path() / "morphospace-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            throw Error("no temporary folder can be made; expected one that can be written");
        m_path = name;
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

std::shared_ptr<const Manifold> readEmbedded(const std::string& bytes, const std::string& name)
{
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / std::filesystem::path(name).filename();
    writeFileAtomically(file, bytes);
    return readManifold(file);
}

} // namespace

SessionManifolds loadManifolds(const SessionDocument& session, const SearchPlaces& places)
{
    SessionManifolds result;
    for (const SessionStep& step : session.steps) {
        const auto* open = std::get_if<OpenManifold>(&step.action);
        if (open == nullptr || result.opened.contains(open->manifold.hash))
            continue;
        const ManifoldReference& reference = open->manifold;
        if (const auto held = session.embedded.find(reference.hash);
            held != session.embedded.end()) {
            result.opened[reference.hash] = readEmbedded(held->second, reference.file);
            continue;
        }
        const FoundManifold found = findManifold(reference, places);
        if (found.file.empty()) {
            const auto same = [&](const SessionManifolds::Missing& missing) {
                return missing.reference.hash == reference.hash;
            };
            if (std::ranges::none_of(result.missing, same))
                result.missing.push_back({reference, found.changed});
            continue;
        }
        result.opened[reference.hash] = readManifold(found.file);
        result.files[reference.hash] = found.file;
    }
    return result;
}

std::string describe(const SessionManifolds::Missing& missing)
{
    return "the manifold " + missing.reference.file
        + (missing.changed.empty() ? " of this session is not to be found"
                                   : " is not the one this session was made with")
        + "; expected the file with SHA-256 " + missing.reference.hash;
}

} // namespace morphospace
