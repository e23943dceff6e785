// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QChart>
#include <QPen>

namespace morphospace {

/// A line of a chart: as wide on paper as on the screen.
[[nodiscard]] QPen chartPen(const QColor& colour, double width, Qt::PenStyle style = Qt::SolidLine);
/// From zero to a round number over `greatest`.
[[nodiscard]] double roundedUp(double greatest);
/// 1, 2 or 5 times a power of ten, about `step`.
[[nodiscard]] double roundStep(double step);
/// Of tick labels: digits, and no powers of ten where they can be read without.
[[nodiscard]] QString tickFormat(double greatest);
/// Colours and fonts of all axes that a chart has.
void styleAxes(QChart& chart, const Theme& theme);

} // namespace morphospace
