// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/typefaces.h"
#include "core/diffusion/zoo.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace morphospace {

/// Yes-or-no facts that fonts state in their tables: bold (weight 600 and more against 350 to 500),
/// italic, serif, monospace, condensed (width class 4 and less against 5 and more).
inline constexpr std::array<std::string_view, 5> fontLabelNames{"bold", "italic", "serif",
                                                                "monospace", "condensed"};
/// Nothing where the font does not say, or lies between the two.
[[nodiscard]] std::optional<bool> labelOf(const FontLabels& labels, std::size_t which);

/// How well a direction that was learned on the members' labels tells those of unseen faces.
struct LabelScore {
    std::string_view label;
    std::size_t positives = 0;   ///< among the unseen faces
    std::size_t negatives = 0;
    double area = 0;             ///< under the ROC curve
    double accuracy = 0;         ///< balanced; threshold midway between the members' class means
};

/// Least squares of each label (Dravid et al. 2024, section 3.4) on the first `components`
/// coefficients of the members that state it; judged on the rows `z` of `unseen`. A label with an
/// empty class, in members or unseen faces, is left out.
[[nodiscard]] std::vector<LabelScore> scoreLabels(const TypefaceZoo& zoo, const Matrix& z,
                                                  const std::vector<Typeface>& unseen,
                                                  std::size_t components);

} // namespace morphospace
