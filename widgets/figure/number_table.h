// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace morphospace {

/// The numbers behind a figure. Column names are for programs: lower case, with units, never
/// translated.
struct NumberTable {
    QString name; ///< "measurements"
    QStringList columns;
    QList<QVariantList> rows; ///< texts, whole numbers and doubles, as many as columns
};

/// RFC 4180 with a header line. Doubles are the shortest text that reads back as the same number,
/// with a point whatever the locale. Several tables stand under each other, each after a line
/// "# name", with an empty line between.
[[nodiscard]] QString csvOf(const NumberTable& table);
[[nodiscard]] QString csvOf(const QList<NumberTable>& tables);

/// One object for each table: {"measurements": [{"source": "session", ...}, ...]}.
[[nodiscard]] QJsonObject jsonOf(const QList<NumberTable>& tables);

} // namespace morphospace
