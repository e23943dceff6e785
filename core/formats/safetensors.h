// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <span>
#include <string_view>
#include <vector>

namespace morphospace {

/// One tensor of a safetensors file, bytes as stored (little endian, row major).
struct StoredTensor {
    std::string name;
    std::string type;                    ///< "F32", "F16", "BF16", "F64", "I64", "I32", "U8", "BOOL" ...
    std::vector<std::int64_t> shape;
    std::vector<std::byte> bytes;
};

struct StoredFile {
    std::vector<StoredTensor> tensors;              ///< in the order of their data
    std::map<std::string, std::string> metadata;    ///< the header's __metadata__
};

/// Reads a safetensors file. Bounded: header length, every offset and every shape is checked
/// against the file's size before anything is allocated; gaps, overlaps, unknown types and
/// duplicate names are errors. Throws Error naming file, place and what was expected.
[[nodiscard]] StoredFile readSafetensors(const std::filesystem::path& file);
/// The same from memory; `name` is used in messages.
[[nodiscard]] StoredFile parseSafetensors(std::span<const std::byte> bytes, std::string_view name);

/// Header padded to 8 bytes, tensors in the given order; deterministic bytes.
[[nodiscard]] std::vector<std::byte> formatSafetensors(const StoredFile& file);
/// formatSafetensors, atomically. Returns the SHA-256 of the bytes written.
std::string writeSafetensors(const std::filesystem::path& path, const StoredFile& file);

[[nodiscard]] StoredTensor storeFloats(std::string name, std::vector<std::int64_t> shape,
                                       std::span<const float> values);
/// F16, BF16, F32 and F64 become float; other types are an error naming the tensor.
[[nodiscard]] std::vector<float> loadFloats(const StoredTensor& tensor);

} // namespace morphospace
