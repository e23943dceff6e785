// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/resources.h"

#include "core/base/error.h"

#include <cstdlib>

namespace morphospace {

std::filesystem::path resourceFolder()
{
    namespace fs = std::filesystem;
    const auto holds = [](const fs::path& folder) {
        std::error_code ignored;
        return fs::is_directory(folder / "glyphs", ignored);
    };
    if (const char* named = std::getenv("MORPHOSPACE_RESOURCES"); named && *named) {
        if (holds(named))
            return named;
        throw Error("MORPHOSPACE_RESOURCES names a folder that does not hold the program's resources;"
                    " expected a folder with 'glyphs' and 'manifolds' in it");
    }
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed);
    if (!failed) {
        for (fs::path folder = program.parent_path();; folder = folder.parent_path()) {
            if (holds(folder / "resources"))
                return folder / "resources";
            if (holds(folder / "share" / "morphospace"))
                return folder / "share" / "morphospace";
            if (folder == folder.parent_path())
                break;
        }
    }
    throw Error("the program's resources are missing; expected 'resources' above the program,"
                " 'share/morphospace' of an installation, or MORPHOSPACE_RESOURCES set");
}

} // namespace morphospace
