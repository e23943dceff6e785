// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morphospace {

/// RFC 4648 with padding, no line breaks.
[[nodiscard]] std::string toBase64(std::string_view bytes);
/// Throws Error where the text is not that.
[[nodiscard]] std::string fromBase64(std::string_view text);

} // namespace morphospace
