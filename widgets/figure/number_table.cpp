// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/number_table.h"

#include <QJsonArray>
#include <QLocale>

namespace morphospace {
namespace {

QString field(const QVariant& value)
{
    if (value.typeId() == QMetaType::Double) {
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    }
    QString text = value.toString();
    if (text.contains(u',') || text.contains(u'"') || text.contains(u'\n')) {
        text.replace(u'"', QStringLiteral("\"\""));
        text = u'"' + text + u'"';
    }
    return text;
}

} // namespace

QString csvOf(const NumberTable& table)
{
    QString text = table.columns.join(u',') + u'\n';
    for (const QVariantList& row : table.rows) {
        QStringList fields;
        for (const QVariant& value : row) {
            fields += field(value);
        }
        text += fields.join(u',') + u'\n';
    }
    return text;
}

QString csvOf(const QList<NumberTable>& tables)
{
    if (tables.size() == 1) {
        return csvOf(tables.front());
    }
    QString text;
    for (const NumberTable& table : tables) {
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + QStringLiteral("# ")
            + table.name + u'\n' + csvOf(table);
    }
    return text;
}

QJsonObject jsonOf(const QList<NumberTable>& tables)
{
    QJsonObject object;
    for (const NumberTable& table : tables) {
        QJsonArray rows;
        for (const QVariantList& row : table.rows) {
            QJsonObject entry;
            for (qsizetype i = 0; i < row.size(); ++i) {
                entry[table.columns[i]] = QJsonValue::fromVariant(row[i]);
            }
            rows.append(entry);
        }
        object[table.name] = rows;
    }
    return object;
}

} // namespace morphospace
