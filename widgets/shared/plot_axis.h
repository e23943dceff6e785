// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <qcustomplot.h>

namespace morphospace {

/// An axis of a QCustomPlot in the colours of the theme; only for files that may include its header.
inline void styleAxis(QCPAxis* axis, const QFont& small, const QColor& label)
{
    const Theme& theme = currentTheme();
    axis->setBasePen(QPen(theme.line));
    axis->setTickPen(QPen(theme.line));
    axis->setTickLabelColor(theme.muted);
    axis->setLabelColor(label);
    axis->setTickLabelFont(small);
    axis->setLabelFont(small);
    axis->setTickLengthIn(0);
    axis->setTickLengthOut(3);
    axis->setLabelPadding(3);
    axis->setTickLabelPadding(3);
}

} // namespace morphospace
