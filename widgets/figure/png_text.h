// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace morphospace {

/// A PNG with one more text chunk (iTXt, UTF-8, deflated where that saves) before its pixels.
/// `png` is one that Qt wrote. `keyword`: 1 to 79 Latin letters.
[[nodiscard]] QByteArray withPngText(const QByteArray& png, const QByteArray& keyword,
                                     const QString& text);

/// The text under `keyword` (tEXt, zTXt or iTXt) of a PNG; nothing where it has none. Every length
/// and checksum is verified, and a text of more than `most` bytes is refused. Throws Error naming
/// the place.
[[nodiscard]] std::optional<QString> pngText(const QByteArray& png, const QByteArray& keyword,
                                             std::size_t most);

} // namespace morphospace
