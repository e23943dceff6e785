// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace morphospace {

/// One of the program's readers of files, for tests that feed it damaged ones.
struct Reader {
    std::string name;
    std::vector<std::string> seeds;  ///< bytes of files that it reads without an error
    /// Reads the file; whatever is wrong with it may only come out as an Error.
    std::function<void(const std::filesystem::path&)> read;
};

/// Every reader of `core`. Uses `folder` for the files it needs beside the one that is read.
[[nodiscard]] std::vector<Reader> readers(const std::filesystem::path& folder);

} // namespace morphospace
