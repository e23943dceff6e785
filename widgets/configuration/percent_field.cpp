// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/configuration/percent_field.h"

namespace morphospace {

PercentField::PercentField(QWidget* parent)
    : DecimalField(parent)
{
    setButtonSymbols(NoButtons);
    setDecimals(1);
    setSuffix(QStringLiteral(" %"));
    setKeyboardTracking(false);
    setAlignment(Qt::AlignRight);
}

} // namespace morphospace
