// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datasets/cifar.h"

#include "core/base/error.h"
#include "core/datasets/class_names.h"
#include "core/datasets/file_kind.h"
#include "core/datasets/gzip.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace morphospace {

namespace {

constexpr int side = 32;
constexpr std::size_t imageBytes = 3 * side * side;

std::string bytePlace(std::size_t at)
{
    return "byte " + std::to_string(at);
}

void append(ImageSet& set, const std::filesystem::path& file, Cifar kind)
{
    const std::vector<std::uint8_t> content = readMaybeGzip(file, largestCifarFile);
    // CIFAR-100 counts its twenty coarse classes first.
    const std::vector<std::size_t> classes =
        kind == Cifar::Ten ? std::vector<std::size_t>{10} : std::vector<std::size_t>{20, 100};
    const std::size_t record = classes.size() + imageBytes;
    const std::string records = "records of " + std::to_string(record) + " bytes";
    if (const std::string foreign = foreignKind(content);
        !foreign.empty() && content.size() % record != 0)
        throw fileError(file, bytePlace(0), "is " + foreign,
                        "the binary version of the data set: " + records);
    if (content.empty())
        throw fileError(file, bytePlace(0), "is empty", records);
    if (content.size() % record != 0)
        throw fileError(file, bytePlace(content.size() / record * record),
                        "ends inside a record of " + std::to_string(content.size() % record)
                            + " bytes",
                        records);

    const std::size_t count = content.size() / record;
    set.pixels.reserve(set.pixels.size() + count * imageBytes);
    set.labels.reserve(set.labels.size() + count);
    for (std::size_t at = 0; at < content.size(); at += record) {
        for (std::size_t i = 0; i < classes.size(); ++i) {
            if (content[at + i] >= classes[i])
                throw fileError(file, bytePlace(at + i),
                                "has the label " + std::to_string(content[at + i]),
                                "0 to " + std::to_string(classes[i] - 1));
        }
        set.labels.push_back(content[at + classes.size() - 1]);
        const auto pixels = content.begin() + static_cast<std::ptrdiff_t>(at + classes.size());
        set.pixels.insert(set.pixels.end(), pixels,
                          pixels + static_cast<std::ptrdiff_t>(imageBytes));
    }
}

} // namespace

ImageSet readCifar(std::span<const std::filesystem::path> files, Cifar kind, std::string name)
{
    ImageSet set;
    set.name = std::move(name);
    set.channels = 3;
    set.height = side;
    set.width = side;
    set.classNames = kind == Cifar::Ten ? cifar10ClassNames() : cifar100ClassNames();
    for (const std::filesystem::path& file : files)
        append(set, file, kind);
    set.hash = imageSetHash(set);
    return set;
}

} // namespace morphospace
