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

/// Calls `read` with the path of a file of that name and content.
template <class Read> auto readEmbedded(const std::string& bytes, const std::string& name, Read read)
{
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / std::filesystem::path(name).filename();
    writeFileAtomically(file, bytes);
    return read(file);
}

/// One file of the session into `opened`, or onto the list of those missing.
template <class Opened, class Find, class Read>
void load(SessionManifolds& result, Opened& opened, const SessionDocument& session,
          const std::string& hash, const std::string& name, bool isZoo, Find find, Read read)
{
    if (opened.contains(hash))
        return;
    if (const auto held = session.embedded.find(hash); held != session.embedded.end()) {
        opened[hash] = readEmbedded(held->second, name, read);
        return;
    }
    const FoundManifold found = find();
    if (found.file.empty()) {
        const auto same = [&](const SessionManifolds::Missing& missing) {
            return missing.reference.hash == hash;
        };
        if (std::ranges::none_of(result.missing, same))
            result.missing.push_back({{hash, name, {}}, found.changed, isZoo});
        return;
    }
    opened[hash] = read(found.file);
    result.files[hash] = found.file;
}

} // namespace

SessionManifolds loadManifolds(const SessionDocument& session, const SearchPlaces& places,
                               bool withZoos)
{
    SessionManifolds result;
    for (const SessionStep& step : session.steps) {
        if (const auto* open = std::get_if<OpenManifold>(&step.action)) {
            load(
                result, result.opened, session, open->manifold.hash, open->manifold.file, false,
                [&] { return findManifold(open->manifold, places); },
                [](const std::filesystem::path& file) {
                    return std::shared_ptr<const Manifold>(readManifold(file));
                });
        } else if (const auto* openZoo = std::get_if<OpenZoo>(&step.action);
                   openZoo != nullptr && withZoos) {
            load(
                result, result.zoos, session, openZoo->zoo.hash, openZoo->zoo.file, true,
                [&] { return findZoo(openZoo->zoo, places); },
                [](const std::filesystem::path& file) {
                    return std::make_shared<const TypefaceZoo>(TypefaceZoo::read(file));
                });
        }
    }
    return result;
}

std::string describe(const SessionManifolds::Missing& missing)
{
    return (missing.isZoo ? "the zoo " : "the manifold ") + missing.reference.file
        + (missing.changed.empty() ? " of this session is not to be found"
                                   : " is not the one this session was made with")
        + "; expected the file with SHA-256 " + missing.reference.hash;
}

} // namespace morphospace
