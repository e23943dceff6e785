// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/fitted_font.h"

#include <QFontMetricsF>

namespace morphospace {

QFont fittedFont(QFont font, const QString& text, double width, double least)
{
    // In steps, because Qt rounds sizes to whole pixels: a size worked out may be rounded up again.
    constexpr double step = 0.25;
    const double smallest = least * font.pointSizeF();
    while (QFontMetricsF(font).horizontalAdvance(text) > width
           && font.pointSizeF() - step >= smallest) {
        font.setPointSizeF(font.pointSizeF() - step);
    }
    return font;
}

} // namespace morphospace
