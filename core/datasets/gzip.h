// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace morphospace {

/// The bytes as one gzip member without a time or a file name, so that equal bytes and an equal
/// zlib give equal files.
[[nodiscard]] std::vector<std::byte> gzip(std::span<const std::byte> bytes);

/// The whole content of a file, unpacked when it starts with gzip's two magic bytes. Never holds
/// more than `limit` bytes of content: a larger file, or a small one that unpacks to more, is
/// refused with an Error that names the file. So are files that end too early or fail gzip's
/// checksum.
[[nodiscard]] std::vector<std::uint8_t> readMaybeGzip(const std::filesystem::path& file,
                                                      std::size_t limit);

} // namespace morphospace
