// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checkpoint/percent_list.h"

#include "widgets/shared/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace morphospace {
namespace {

constexpr qsizetype mostEntries = 100;

QString translated(const char* text)
{
    return QCoreApplication::translate("PercentList", text);
}

} // namespace

PercentList parsePercents(const QString& text, double most)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,;%]+"));
    const QStringList words = text.split(separators, Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        return {{}, translated(QT_TRANSLATE_NOOP("PercentList", "A list such as 25, 50, 75 %"))};
    }
    if (words.size() > mostEntries) {
        return {{},
                translated(QT_TRANSLATE_NOOP("PercentList", "At most %1 sizes at a time"))
                    .arg(mostEntries)};
    }
    PercentList list;
    for (const QString& word : words) {
        bool isNumber = false;
        // Whatever the locale: a comma separates.
        const double percent = word.toDouble(&isNumber);
        if (!isNumber || !(percent > 0) || percent > most) {
            return {{},
                    translated(QT_TRANSLATE_NOOP("PercentList",
                                                 "%1 is not a percentage above 0 and up to %2"))
                        .arg(word, decimalText(most, 0))};
        }
        list.fractions.push_back(percent / 100);
    }
    return list;
}

} // namespace morphospace
