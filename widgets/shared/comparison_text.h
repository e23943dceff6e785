// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/paired.h"

#include <QString>

namespace morphospace {

/// The difference of accuracies B minus A in percentage points, with its sign: "−1.24".
[[nodiscard]] QString pointsText(double difference);
/// "p = 0.013" or "p < 0.0001".
[[nodiscard]] QString probabilityText(double p);
/// The p that is to be read: of the test of Yang, Sun and Hardin where images come in clusters, McNemar's elsewhere.
[[nodiscard]] double pOf(const PairedComparison& comparison);
/// Which tests and intervals these are, in whole sentences.
[[nodiscard]] QString methodText(const PairedComparison& comparison);
/// All of it in one sentence, for a figure or under a chart.
[[nodiscard]] QString comparisonText(const PairedComparison& comparison);

} // namespace morphospace
