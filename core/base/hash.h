// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace morphospace {

/// Incremental SHA-256; `hex()` ends it and gives 64 lower-case hexadecimal digits.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::span<const std::byte> bytes);
    void add(std::string_view text);
    [[nodiscard]] std::string hex();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

[[nodiscard]] std::string sha256(std::span<const std::byte> bytes);
/// Of a file's bytes, read in pieces. Throws Error naming the file when it cannot be read.
[[nodiscard]] std::string sha256OfFile(const std::filesystem::path& file);

} // namespace morphospace
