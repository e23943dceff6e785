// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace morphospace {

/// A whole file. Throws Error naming the file where it is missing, cannot be read or has more
/// than `most` bytes; `expected` says what would have been accepted.
[[nodiscard]] std::string readTextFile(const std::filesystem::path& file, std::uintmax_t most,
                                       const std::string& expected);

} // namespace morphospace
