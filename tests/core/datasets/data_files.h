// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/gzip.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <vector>

// Small data set files for tests.

namespace morphospace {

using Bytes = std::vector<std::uint8_t>;

inline void writeBytes(const std::filesystem::path& file, const Bytes& bytes)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream output(file, std::ios::binary);
    output.write(reinterpret_cast<const char*>(bytes.data()),
                 static_cast<std::streamsize>(bytes.size()));
}

inline Bytes packed(const Bytes& bytes)
{
    const std::vector<std::byte> result = gzip(std::as_bytes(std::span(bytes)));
    Bytes copy(result.size());
    for (std::size_t i = 0; i < copy.size(); ++i)
        copy[i] = std::to_integer<std::uint8_t>(result[i]);
    return copy;
}

inline void append32(Bytes& bytes, std::uint32_t value)
{
    for (const int shift : {24, 16, 8, 0})
        bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

/// `count` images whose pixels count up from 0 and wrap.
inline Bytes idxImages(std::uint32_t count, std::uint32_t height, std::uint32_t width)
{
    Bytes bytes;
    append32(bytes, 0x0803);
    append32(bytes, count);
    append32(bytes, height);
    append32(bytes, width);
    for (std::uint32_t i = 0; i < count * height * width; ++i)
        bytes.push_back(static_cast<std::uint8_t>(i));
    return bytes;
}

/// Labels 0, 1 ... 9, 0 ...
inline Bytes idxLabels(std::uint32_t count)
{
    Bytes bytes;
    append32(bytes, 0x0801);
    append32(bytes, count);
    for (std::uint32_t i = 0; i < count; ++i)
        bytes.push_back(static_cast<std::uint8_t>(i % 10));
    return bytes;
}

/// Records of `labels` label bytes (all `first` + record modulo 10) and 3,072 pixels that all
/// equal the record's number.
inline Bytes cifarRecords(std::size_t count, std::size_t labels, std::size_t first = 0)
{
    Bytes bytes;
    for (std::size_t i = 0; i < count; ++i) {
        bytes.insert(bytes.end(), labels, static_cast<std::uint8_t>((first + i) % 10));
        bytes.insert(bytes.end(), 3072, static_cast<std::uint8_t>(i));
    }
    return bytes;
}

} // namespace morphospace
