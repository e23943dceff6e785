// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace morphospace {

/// Fractions of a list of percentages as people write it: "25, 50, 75 %", in the order given,
/// separated by commas, semicolons or blanks; a point before decimals, or, in a language that writes
/// so, a comma between two digits.
struct PercentList {
    std::vector<double> fractions;
    QString problem; ///< what is wrong with the list, for people; empty where it is right
};

/// Percentages above 0 and up to `most`; at most 100 of them.
[[nodiscard]] PercentList parsePercents(const QString& text, double most);

} // namespace morphospace
