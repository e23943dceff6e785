// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>
#include <QString>
#include <QStringList>

namespace morphospace {

/// Whether a file is named as the fonts that drawFontFile() reads.
[[nodiscard]] inline bool isFontFile(const QString& file)
{
    static const QStringList endings{
        QStringLiteral("ttf"), QStringLiteral("otf"), QStringLiteral("ttc"), QStringLiteral("otc"),
        QStringLiteral("pfa"), QStringLiteral("pfb"), QStringLiteral("woff")};
    return endings.contains(QFileInfo(file).suffix().toLower());
}

} // namespace morphospace
