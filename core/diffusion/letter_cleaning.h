// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace morphospace {

/// Takes the speckle off letters as a network draws them, 28 x 28 bytes each, ink is 255. What is
/// left of a letter, whose strong ink is 90 or two fifths of its darkest pixel where that is less:
/// - parts that have strong ink and together more than a hundredth of the ink of the largest part
///   (dots of i and j have a tenth of it);
/// - grey that touches them: the edges of strokes;
/// - runs of at least four pixels of half as strong ink that begin there (hairlines), and their
///   edges.
/// Everything else becomes paper; what is left keeps its bytes, so that doing it again changes
/// nothing more than a hairline's end. Parts hang together by sides or corners. Throws nothing; a
/// blank letter stays blank.
void cleanLetters(std::span<std::uint8_t> letters);

} // namespace morphospace
