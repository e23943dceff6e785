// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/image_set.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

namespace morphospace {

enum class Cifar {
    Ten,     ///< records of one label byte and 3 x 32 x 32 pixels
    Hundred, ///< records of a coarse and a fine label byte and the pixels; the fine one is used
};

/// One file holds at most this much once unpacked; CIFAR-100's training file has 153,700,000 bytes.
inline constexpr std::size_t largestCifarFile = std::size_t{256} << 20;

/// Reads files of the "binary version" of CIFAR-10 or CIFAR-100, plain or packed by gzip, one
/// after the other into one set. The format has no magic number: a file is taken when its length
/// is a whole number of records and every label is legal.
///
/// Throws Error naming the file, the byte and what was expected when a file is missing, of another
/// kind, empty, truncated, larger than largestCifarFile or has a label past the classes.
[[nodiscard]] ImageSet readCifar(std::span<const std::filesystem::path> files, Cifar kind,
                                 std::string name);

} // namespace morphospace
