// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datasets/idx.h"

#include "core/base/error.h"
#include "core/datasets/file_kind.h"
#include "core/datasets/gzip.h"

#include <array>
#include <span>
#include <string_view>
#include <utility>

namespace morphospace {

namespace {

constexpr std::uint32_t imagesMagic = 0x0803; // unsigned bytes, three dimensions
constexpr std::uint32_t labelsMagic = 0x0801; // unsigned bytes, one dimension
constexpr std::uint32_t largestSide = 1024;

std::uint32_t bigEndian(std::span<const std::uint8_t> content, std::size_t at)
{
    return std::uint32_t{content[at]} << 24 | std::uint32_t{content[at + 1]} << 16
        | std::uint32_t{content[at + 2]} << 8 | std::uint32_t{content[at + 3]};
}

std::string hexadecimal(std::uint32_t value)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "0x";
    for (int shift = 28; shift >= 0; shift -= 4)
        text += digits[(value >> shift) & 15];
    return text;
}

/// Checks the magic number and that the header is all there.
void checkStart(const std::filesystem::path& file, std::span<const std::uint8_t> content,
                std::uint32_t magic, std::size_t headerBytes)
{
    const std::string wanted = magic == imagesMagic ? "IDX images" : "IDX labels";
    const std::string expected = wanted + ", which begin with " + hexadecimal(magic);
    if (const std::string kind = foreignKind(content); !kind.empty())
        throw fileError(file, "byte 0", "is " + kind, expected);
    if (content.size() >= 4) {
        const std::uint32_t found = bigEndian(content, 0);
        if (found == (magic == imagesMagic ? labelsMagic : imagesMagic))
            throw fileError(file, "byte 0",
                            magic == imagesMagic ? "holds labels, not images"
                                                 : "holds images, not labels",
                            expected);
        if (found != magic)
            throw fileError(file, "byte 0", "begins with " + hexadecimal(found), expected);
    }
    if (content.size() < headerBytes)
        throw fileError(file, "byte " + std::to_string(content.size()), "ends inside its header",
                        std::to_string(headerBytes) + " bytes of header");
}

/// Checks that `count` items of `itemBytes` follow the header, no less and no more.
void checkLength(const std::filesystem::path& file, std::span<const std::uint8_t> content,
                 std::size_t headerBytes, std::uint64_t count, std::uint64_t itemBytes)
{
    // 32 bits each for count, height and width; the sides are bounded, so nothing can overflow.
    const std::uint64_t wanted = headerBytes + count * itemBytes;
    const std::string expected = std::to_string(wanted) + " bytes for the "
        + std::to_string(count) + " items its header announces";
    if (content.size() < wanted)
        throw fileError(file, "byte " + std::to_string(content.size()), "ends too early", expected);
    if (content.size() > wanted)
        throw fileError(file, "byte " + std::to_string(wanted), "more data follows the last item",
                        expected);
}

} // namespace

ImageSet readIdx(const std::filesystem::path& images, const std::filesystem::path& labels,
                 std::vector<std::string> classNames, std::string name)
{
    constexpr std::size_t imagesHeader = 16;
    constexpr std::size_t labelsHeader = 8;

    std::vector<std::uint8_t> content = readMaybeGzip(images, largestIdxFile);
    checkStart(images, content, imagesMagic, imagesHeader);
    const std::uint32_t count = bigEndian(content, 4);
    const std::array<std::uint32_t, 2> sides{bigEndian(content, 8), bigEndian(content, 12)};
    for (std::size_t i = 0; i < sides.size(); ++i) {
        if (sides[i] < 1 || sides[i] > largestSide)
            throw fileError(images, "byte " + std::to_string(8 + 4 * i),
                            "images are " + std::to_string(sides[i])
                                + (i == 0 ? " pixels tall" : " pixels wide"),
                            "1 to " + std::to_string(largestSide));
    }
    if (count == 0)
        throw fileError(images, "byte 4", "holds no images", "at least one");
    checkLength(images, content, imagesHeader, count, std::uint64_t{sides[0]} * sides[1]);

    std::vector<std::uint8_t> classes = readMaybeGzip(labels, largestIdxFile);
    checkStart(labels, classes, labelsMagic, labelsHeader);
    const std::uint32_t labelCount = bigEndian(classes, 4);
    checkLength(labels, classes, labelsHeader, labelCount, 1);
    if (labelCount != count)
        throw fileError(labels, "byte 4", "has " + std::to_string(labelCount) + " labels",
                        std::to_string(count) + ", one for each image in "
                            + images.filename().string());
    for (std::size_t at = labelsHeader; at < classes.size(); ++at) {
        if (classes[at] >= classNames.size())
            throw fileError(labels, "byte " + std::to_string(at),
                            "has the label " + std::to_string(classes[at]),
                            "0 to " + std::to_string(classNames.size() - 1));
    }

    ImageSet set;
    set.name = std::move(name);
    set.channels = 1;
    set.height = static_cast<int>(sides[0]);
    set.width = static_cast<int>(sides[1]);
    content.erase(content.begin(), content.begin() + imagesHeader);
    classes.erase(classes.begin(), classes.begin() + labelsHeader);
    set.pixels = std::move(content);
    set.labels = std::move(classes);
    set.classNames = std::move(classNames);
    set.hash = imageSetHash(set);
    return set;
}

} // namespace morphospace
