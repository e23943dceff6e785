// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace morphospace {

/// "a PNG picture", "a web page" ... when the first bytes are those of a well-known kind of file
/// that is no data set; empty otherwise. For messages only.
[[nodiscard]] std::string foreignKind(std::span<const std::uint8_t> content);

} // namespace morphospace
