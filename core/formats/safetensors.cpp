// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/safetensors.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/formats/safetensors_header.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <fstream>
#include <set>

namespace morphospace {

namespace {

static_assert(std::endian::native == std::endian::little,
              "tensors are stored little endian and copied as they are");

constexpr std::size_t lengthBytes = 8;

/// Text, pictures and archives give a length that no header has: the number would only confuse.
Error notSafetensors(const std::filesystem::path& file)
{
    return fileError(file, "", "this is not a safetensors file",
                     "a .manifold, .zoo or .safetensors file, which starts with its header's length");
}

/// Checks the first eight bytes against the file's size and gives the header's length.
std::size_t headerLength(std::span<const std::byte, lengthBytes> bytes, std::uint64_t fileSize,
                         const std::filesystem::path& file)
{
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), lengthBytes);
    const std::uint64_t room = fileSize - lengthBytes;
    if (length > maximumHeaderBytes)
        throw notSafetensors(file);
    if (length > room)
        throw fileError(file, "byte 0",
                        "a header of " + std::to_string(length) + " bytes, but only "
                            + std::to_string(room) + " follow",
                        "a safetensors file that is not truncated");
    return static_cast<std::size_t>(length);
}

Error tooShort(const std::filesystem::path& file, std::uint64_t size)
{
    return fileError(file, "byte " + std::to_string(size), "the file ends",
                     "a safetensors file, which starts with the header's length in 8 bytes");
}

float halfToFloat(std::uint16_t half)
{
    const std::uint32_t sign = std::uint32_t(half & 0x8000u) << 16;
    const std::uint32_t exponent = (half >> 10) & 31u;
    const std::uint32_t fraction = half & 0x3ffu;
    if (exponent == 31)
        return std::bit_cast<float>(sign | 0x7f800000u | fraction << 13);
    if (exponent == 0) {
        const float magnitude = float(fraction) * 0x1p-24f;
        return sign ? -magnitude : magnitude;
    }
    return std::bit_cast<float>(sign | (exponent + 112) << 23 | fraction << 13);
}

template <class Stored, class Convert>
std::vector<float> converted(const StoredTensor& tensor, Convert convert)
{
    if (tensor.bytes.size() % sizeof(Stored) != 0)
        throw Error("tensor " + tensor.name + ": " + std::to_string(tensor.bytes.size())
                    + " bytes are not a whole number of " + tensor.type + " values");
    std::vector<float> values(tensor.bytes.size() / sizeof(Stored));
    for (std::size_t i = 0; i < values.size(); ++i) {
        Stored stored;
        std::memcpy(&stored, tensor.bytes.data() + i * sizeof(Stored), sizeof(Stored));
        values[i] = convert(stored);
    }
    return values;
}

std::string headerText(const StoredFile& file)
{
    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    if (!file.metadata.empty())
        header["__metadata__"] = file.metadata;
    std::set<std::string_view> names;
    std::uint64_t offset = 0;
    for (const StoredTensor& tensor : file.tensors) {
        if (tensor.name == "__metadata__" || !names.insert(tensor.name).second)
            throw Error("tensor " + tensor.name + ": the name is taken; expected every tensor of a"
                        " safetensors file to have a name of its own");
        const std::uint64_t needed = storedBytes(tensor.type, tensor.shape, tensor.name);
        if (needed != tensor.bytes.size())
            throw Error("tensor " + tensor.name + ": " + std::to_string(tensor.bytes.size())
                        + " bytes; expected " + std::to_string(needed) + " for its type and shape");
        header[tensor.name] = {{"dtype", tensor.type},
                               {"shape", tensor.shape},
                               {"data_offsets", {offset, offset + needed}}};
        offset += needed;
    }
    std::string text;
    try {
        text = header.dump();
    } catch (const nlohmann::json::exception&) {
        throw Error("a tensor's name or the metadata of a safetensors file is not valid UTF-8");
    }
    text.append((8 - text.size() % 8) % 8, ' ');
    if (text.size() > maximumHeaderBytes)
        throw Error("the header of a safetensors file would have " + std::to_string(text.size())
                    + " bytes; expected at most " + std::to_string(maximumHeaderBytes));
    return text;
}

} // namespace

StoredFile readSafetensors(const std::filesystem::path& file)
{
    std::error_code failed;
    if (!std::filesystem::exists(file, failed))
        throw fileError(file, "", "the file does not exist");
    if (!std::filesystem::is_regular_file(file, failed))
        throw fileError(file, "", "this is not a file", "a safetensors file");
    std::ifstream stream(file, std::ios::binary);
    const std::uint64_t size = std::filesystem::file_size(file, failed);
    if (!stream || failed)
        throw fileError(file, "", "the file cannot be read");
    // The size may shrink while we read: every read is checked as well.
    const auto read = [&stream, &file](std::byte* to, std::size_t count, std::uint64_t offset) {
        stream.read(reinterpret_cast<char*>(to), static_cast<std::streamsize>(count));
        if (std::size_t(stream.gcount()) != count)
            throw fileError(file, "byte " + std::to_string(offset + std::uint64_t(stream.gcount())),
                            "the file ends", std::to_string(count) + " bytes from byte "
                                + std::to_string(offset));
    };
    if (size < lengthBytes)
        throw tooShort(file, size);
    std::array<std::byte, lengthBytes> start{};
    read(start.data(), start.size(), 0);
    const std::size_t length = headerLength(start, size, file);
    std::string text(length, '\0');
    read(reinterpret_cast<std::byte*>(text.data()), length, lengthBytes);

    const std::uint64_t dataStart = lengthBytes + length;
    SafetensorsHeader header = parseSafetensorsHeader(text, size - dataStart, file);
    StoredFile result;
    result.metadata = std::move(header.metadata);
    result.tensors.reserve(header.entries.size());
    for (SafetensorsHeader::Entry& entry : header.entries) {
        std::vector<std::byte> bytes(entry.end - entry.begin);
        read(bytes.data(), bytes.size(), dataStart + entry.begin);
        result.tensors.push_back({std::move(entry.name), std::move(entry.type),
                                  std::move(entry.shape), std::move(bytes)});
    }
    return result;
}

StoredFile parseSafetensors(std::span<const std::byte> bytes, std::string_view name)
{
    const std::filesystem::path file(name);
    if (bytes.size() < lengthBytes)
        throw tooShort(file, bytes.size());
    const std::size_t length = headerLength(bytes.first<lengthBytes>(), bytes.size(), file);
    const std::span<const std::byte> text = bytes.subspan(lengthBytes, length);
    const std::span<const std::byte> data = bytes.subspan(lengthBytes + length);
    SafetensorsHeader header = parseSafetensorsHeader(
        {reinterpret_cast<const char*>(text.data()), text.size()}, data.size(), file);
    StoredFile result;
    result.metadata = std::move(header.metadata);
    result.tensors.reserve(header.entries.size());
    for (SafetensorsHeader::Entry& entry : header.entries) {
        const auto part = data.subspan(entry.begin, entry.end - entry.begin);
        result.tensors.push_back({std::move(entry.name), std::move(entry.type),
                                  std::move(entry.shape), {part.begin(), part.end()}});
    }
    return result;
}

std::vector<std::byte> formatSafetensors(const StoredFile& file)
{
    const std::string text = headerText(file);
    std::size_t size = lengthBytes + text.size();
    for (const StoredTensor& tensor : file.tensors)
        size += tensor.bytes.size();
    std::vector<std::byte> bytes(size);
    const std::uint64_t length = text.size();
    std::memcpy(bytes.data(), &length, lengthBytes);
    std::memcpy(bytes.data() + lengthBytes, text.data(), text.size());
    auto next = bytes.begin() + std::ptrdiff_t(lengthBytes + text.size());
    for (const StoredTensor& tensor : file.tensors)
        next = std::ranges::copy(tensor.bytes, next).out;
    return bytes;
}

std::string writeSafetensors(const std::filesystem::path& path, const StoredFile& file)
{
    const std::vector<std::byte> bytes = formatSafetensors(file);
    const std::array parts{std::span<const std::byte>(bytes)};
    writeFileAtomically(path, parts);
    return sha256(bytes);
}

StoredTensor storeFloats(std::string name, std::vector<std::int64_t> shape,
                         std::span<const float> values)
{
    const auto bytes = std::as_bytes(values);
    const std::uint64_t needed = storedBytes("F32", shape, name);
    if (needed != bytes.size())
        throw Error("tensor " + name + ": " + std::to_string(values.size())
                    + " values; expected " + std::to_string(needed / sizeof(float))
                    + " for its shape");
    return {std::move(name), "F32", std::move(shape), {bytes.begin(), bytes.end()}};
}

std::vector<float> loadFloats(const StoredTensor& tensor)
{
    if (tensor.type == "F32")
        return converted<float>(tensor, [](float value) { return value; });
    if (tensor.type == "F64")
        return converted<double>(tensor, [](double value) { return static_cast<float>(value); });
    if (tensor.type == "F16")
        return converted<std::uint16_t>(tensor, halfToFloat);
    if (tensor.type == "BF16")
        return converted<std::uint16_t>(tensor, [](std::uint16_t value) {
            return std::bit_cast<float>(std::uint32_t(value) << 16);
        });
    throw Error("tensor " + tensor.name + " holds " + tensor.type
                + " values; expected F32, F64, F16 or BF16");
}

} // namespace morphospace
