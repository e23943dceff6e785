// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/decimal_field.h"

namespace morphospace {

QValidator::State DecimalField::validate(QString& text, int& cursor) const
{
    const QString sign = locale().decimalPoint();
    // Not in the suffix, which may have a point of its own.
    const qsizetype end = text.endsWith(suffix()) ? text.size() - suffix().size() : text.size();
    for (qsizetype i = 0; i < end; ++i) {
        if (text[i] == u'.' || text[i] == u',') {
            text.replace(i, 1, sign);
        }
    }
    return QDoubleSpinBox::validate(text, cursor);
}

} // namespace morphospace
