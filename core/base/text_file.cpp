// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text_file.h"

#include "core/base/error.h"

#include <fstream>

namespace morphospace {

std::string readTextFile(const std::filesystem::path& file, std::uintmax_t most,
                         const std::string& expected)
{
    std::error_code failed;
    if (!std::filesystem::exists(file, failed))
        throw fileError(file, "", "the file does not exist", expected);
    // Reading a folder, a pipe or a device could block or never end.
    if (!std::filesystem::is_regular_file(file, failed))
        throw fileError(file, "", "this is no ordinary file", expected);
    const std::uintmax_t size = std::filesystem::file_size(file, failed);
    std::ifstream stream(file, std::ios::binary);
    if (failed || !stream)
        throw fileError(file, "", "the file cannot be read", "a file that this user may read");
    if (size > most)
        throw fileError(file, "", "the file has " + std::to_string(size) + " bytes",
                        expected + " of at most " + std::to_string(most));
    std::string text(static_cast<std::size_t>(size), '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

} // namespace morphospace
