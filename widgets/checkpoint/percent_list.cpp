// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checkpoint/percent_list.h"

#include "widgets/language/words.h"
#include "widgets/shared/text.h"

#include <QLocale>
#include <QRegularExpression>

namespace morphospace {
namespace {

constexpr qsizetype mostEntries = 100;

} // namespace

PercentList parsePercents(const QString& text, double most)
{
    // Where decimals begin with a comma, one between two digits does, and one before a blank separates.
    static const QRegularExpression separators(QStringLiteral("[\\s,;%]+"));
    static const QRegularExpression butDecimals(QStringLiteral("(?:[\\s;%]|,(?!\\d)|(?<!\\d),)+"));
    const bool commas = QLocale().decimalPoint() == u',';
    const QStringList words = text.split(commas ? butDecimals : separators, Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        return {{}, tr("A list such as 25, 50, 75 %")};
    }
    if (words.size() > mostEntries) {
        return {{},
                tr("At most %1 sizes at a time")
                    .arg(mostEntries)};
    }
    PercentList list;
    for (const QString& word : words) {
        bool isNumber = false;
        QString number = word;
        const double percent = number.replace(u',', u'.').toDouble(&isNumber);
        if (!isNumber || !(percent > 0) || percent > most) {
            return {{},
                    tr("%1 is not a percentage above 0 and up to %2")
                        .arg(word, decimalText(most, 0))};
        }
        list.fractions.push_back(percent / 100);
    }
    return list;
}

} // namespace morphospace
