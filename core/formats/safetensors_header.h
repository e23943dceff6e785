// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace morphospace {

/// The format's own limit, so that a wrong length cannot ask for all memory.
inline constexpr std::size_t maximumHeaderBytes = 100'000'000;

/// The JSON header of a safetensors file, checked: `entries` are in the order of their data and
/// fill it without gap or overlap.
struct SafetensorsHeader {
    struct Entry {
        std::string name;
        std::string type;
        std::vector<std::int64_t> shape;
        std::uint64_t begin = 0;  ///< byte offsets into the data that follows the header
        std::uint64_t end = 0;
    };
    std::vector<Entry> entries;
    std::map<std::string, std::string> metadata;
};

/// `file` is only used in messages. Throws Error naming file, tensor and what was expected.
[[nodiscard]] SafetensorsHeader parseSafetensorsHeader(std::string_view text,
                                                       std::uint64_t dataBytes,
                                                       const std::filesystem::path& file);

/// Bytes that a tensor of this type and shape takes. Throws Error naming the tensor for an unknown
/// type, a negative extent, or a product beyond 64 bits.
[[nodiscard]] std::uint64_t storedBytes(std::string_view type,
                                        std::span<const std::int64_t> shape,
                                        std::string_view name);

} // namespace morphospace
