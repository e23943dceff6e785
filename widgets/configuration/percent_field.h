// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shared/decimal_field.h"

namespace morphospace {

/// A percentage of full width. Its arrows step through the sizes that exist, one at a time, rather
/// than through percentages that round to the same size.
class PercentField : public DecimalField {
    Q_OBJECT
public:
    explicit PercentField(QWidget* parent = nullptr);

    void stepBy(int steps) override { Q_EMIT stepped(steps); }

Q_SIGNALS:
    void stepped(int steps);
};

} // namespace morphospace
