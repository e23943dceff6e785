// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace morphospace {

/// A field for a number with decimals in the writing of the language. A point and a comma both begin
/// the decimals, whichever the keyboard offers; there are no group separators to confuse them with.
class DecimalField : public QDoubleSpinBox {
    Q_OBJECT
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QValidator::State validate(QString& text, int& cursor) const override;
};

} // namespace morphospace
