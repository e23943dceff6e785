// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace morphospace {

/// Writes 8-bit grey pixels, row major, as PNG, atomically. Throws Error where the number of
/// pixels is not width x height, or the file cannot be written.
void writeGrayPng(const std::filesystem::path& file, std::size_t width, std::size_t height,
                  std::span<const std::uint8_t> pixels);

} // namespace morphospace
