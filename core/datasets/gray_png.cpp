// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datasets/gray_png.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"

#include <zlib.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace morphospace {

namespace {

std::string bigEndian(std::uint32_t value)
{
    std::string bytes;
    for (const int shift : {24, 16, 8, 0})
        bytes += static_cast<char>((value >> shift) & 0xff);
    return bytes;
}

std::string chunk(std::string_view kind, std::string_view data)
{
    const std::string body = std::string(kind) + std::string(data);
    const auto sum = crc32(0, reinterpret_cast<const Bytef*>(body.data()),
                           static_cast<uInt>(body.size()));
    return bigEndian(static_cast<std::uint32_t>(data.size())) + body
        + bigEndian(static_cast<std::uint32_t>(sum));
}

} // namespace

void writeGrayPng(const std::filesystem::path& file, std::size_t width, std::size_t height,
                  std::span<const std::uint8_t> pixels)
{
    constexpr std::size_t largest = 1 << 15;
    if (width == 0 || height == 0 || width > largest || height > largest
        || pixels.size() != width * height)
        throw Error("a picture of " + std::to_string(width) + " x " + std::to_string(height)
                    + " pixels cannot be written from " + std::to_string(pixels.size())
                    + " bytes");
    std::string rows;
    for (std::size_t y = 0; y < height; ++y) {
        rows += '\0'; // no filter
        rows.append(reinterpret_cast<const char*>(pixels.data() + y * width), width);
    }
    uLongf packedSize = compressBound(rows.size());
    std::string packed(packedSize, '\0');
    if (compress2(reinterpret_cast<Bytef*>(packed.data()), &packedSize,
                  reinterpret_cast<const Bytef*>(rows.data()), rows.size(), 9)
        != Z_OK)
        throw fileError(file, "", "the picture cannot be packed");
    packed.resize(packedSize);
    const std::string header = bigEndian(static_cast<std::uint32_t>(width))
        + bigEndian(static_cast<std::uint32_t>(height)) + std::string("\x08\0\0\0\0", 5);
    writeFileAtomically(file, std::string("\x89PNG\r\n\x1a\n") + chunk("IHDR", header)
                            + chunk("IDAT", packed) + chunk("IEND", ""));
}

} // namespace morphospace
