// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

namespace morphospace {

/// Writes the parts one after the other to a temporary file beside `path`, flushes it to the
/// disk and renames it over `path`: a reader sees the old file or the whole new one, never a
/// half. Throws Error naming the file when the folder is missing or the disk is full.
void writeFileAtomically(const std::filesystem::path& path,
                         std::span<const std::span<const std::byte>> parts);
void writeFileAtomically(const std::filesystem::path& path, std::string_view text);

} // namespace morphospace
