// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/model/size_text.h"

namespace morphospace {

QString sizeText(const Configuration& configuration)
{
    return QString::fromStdString(describe(configuration)).replace(QStringLiteral(" x "),
                                                                  QStringLiteral(" × "));
}

} // namespace morphospace
