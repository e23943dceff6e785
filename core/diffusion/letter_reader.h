// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

namespace morphospace {

/// Who reads letters: for each of so many pictures of 28 x 28 bytes (ink is 255) the place in
/// "A..Za..z" that it takes it for. May be called from several threads at once.
using LetterReader = std::function<std::vector<int>(const std::vector<std::uint8_t>& pictures)>;

/// The network at full size of a manifold that classifies the characters of Glyphs; of its classes
/// only letters count. Empty: the bundled Glyphs / ResNet. Throws Error for another manifold.
[[nodiscard]] LetterReader readLetterReader(const std::filesystem::path& manifold = {});

/// Whether each letter of each face (faces x 52 pictures) is read as what it is.
[[nodiscard]] std::vector<bool> readRight(const std::vector<std::uint8_t>& drawn,
                                          const LetterReader& reader);
/// Share of a face's 52 letters that are read as what they are, one a face.
[[nodiscard]] std::vector<double> legibility(const std::vector<std::uint8_t>& drawn,
                                             const LetterReader& reader);

} // namespace morphospace
