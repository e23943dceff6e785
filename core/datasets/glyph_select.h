// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/glyph_raster.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace morphospace {

/// A drawn face on its way into the data set.
struct GlyphCandidate {
    GlyphFace face;
    std::string package;           ///< the package it came from, or the folder
    std::string licence;           ///< as stated for the package; empty when no list was given
    std::string group;             ///< faces of one group never meet faces of another set
    std::string hash;              ///< SHA-256 of the pixels: the content decides every order
    std::vector<std::uint8_t> small; ///< glyphClasses x 14 x 14, for comparing faces
};

/// The images at half size (2 x 2 averages), as faces are compared.
[[nodiscard]] std::vector<std::uint8_t> halfSize(std::span<const std::uint8_t> pixels);

/// Median correlation of upper and lower case over the letters whose two cases differ in shape,
/// each stretched to one box: near 1 for faces whose small letters are small capitals.
[[nodiscard]] double caseCorrelation(std::span<const std::uint8_t> pixels);

/// For each face the share of its characters whose nearest class mean (largest correlation, means
/// over all faces, cases and O0, I1l not told apart) is their own class: low for picture fonts.
[[nodiscard]] std::vector<double> readability(std::span<const GlyphCandidate> candidates);

/// Takes out of `candidates` every face that is nearly another one that stays (root mean square
/// difference at half size below `duplicate`, ink = 1) and gives the others their group: families
/// whose first words are equal or begin alike, and families with faces closer than `related`, are
/// one group, named by the alphabetically first of those words. The order of the list decides
/// which of two stays. Gives back those taken out, each with the problem
/// "is nearly the same as FAMILY STYLE".
[[nodiscard]] std::vector<GlyphCandidate>
groupCandidates(std::vector<GlyphCandidate>& candidates, double duplicate, double related);

} // namespace morphospace
