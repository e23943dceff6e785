// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/image_set.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace morphospace {

/// Files hold at most this much once unpacked; MNIST's largest has 47 million bytes.
inline constexpr std::size_t largestIdxFile = std::size_t{256} << 20;

/// Reads a pair of IDX files (the format of MNIST and Fashion-MNIST), plain or packed by gzip:
/// images of unsigned bytes (magic 0x00000803: count, height, width) and labels (0x00000801:
/// count), all sizes 32 bits, big-endian. `classNames` says how many labels are legal.
///
/// Sets everything but `clusters`. Throws Error naming the file, the byte (of the unpacked
/// content) and what was expected when a file is missing, of another kind, truncated, too long,
/// larger than largestIdxFile, has a label past the classes, or when the counts of the two differ.
[[nodiscard]] ImageSet readIdx(const std::filesystem::path& images,
                               const std::filesystem::path& labels,
                               std::vector<std::string> classNames, std::string name);

} // namespace morphospace
