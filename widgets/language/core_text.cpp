// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/language/core_text.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace morphospace {
namespace {

/// Messages are short; one that nests deeper than this was not made by core.
constexpr int deepest = 8;

struct Pattern {
    const char* english = nullptr;
    QRegularExpression expression;
    qsizetype letters = 0;   ///< that are the same every time
};

QString translated(const char* phrase)
{
    return QCoreApplication::translate("morphospace::CoreText", phrase);
}

/// Those with placeholders, the most particular first.
const std::vector<Pattern>& patterns()
{
    static const std::vector<Pattern> list = [] {
        static const QRegularExpression placeholder(QStringLiteral("%\\d"));
        std::vector<Pattern> patterns;
        for (const char* english : corePhrases()) {
            const QString text = QString::fromUtf8(english);
            const QStringList pieces = text.split(placeholder);
            const qsizetype letters = text.size() - 2 * (pieces.size() - 1);
            // Marks alone are no phrase: they are dealt with by themselves.
            if (pieces.size() < 2 || std::ranges::none_of(pieces, [](const QString& piece) {
                    return piece.contains(QRegularExpression(QStringLiteral("[A-Za-z]{2}")));
                }) || text.startsWith(QStringLiteral("%1; expected"))
                || text == QStringLiteral("at %1: %2")) {
                continue;
            }
            QString expression;
            qsizetype at = 0;
            for (auto it = placeholder.globalMatch(text); it.hasNext();) {
                const auto match = it.next();
                expression += QRegularExpression::escape(text.mid(at, match.capturedStart() - at))
                    + QStringLiteral("(.+?)");
                at = match.capturedEnd();
            }
            expression += QRegularExpression::escape(text.mid(at));
            patterns.push_back({english,
                                QRegularExpression(QRegularExpression::anchoredPattern(expression)),
                                letters});
        }
        std::ranges::stable_sort(patterns, std::ranges::greater(), &Pattern::letters);
        return patterns;
    }();
    return list;
}

/// All arguments at once: what stands in one is never taken for a placeholder.
QString filled(const QString& text, const QStringList& arguments)
{
    static const QRegularExpression placeholder(QStringLiteral("%(\\d)"));
    QString result;
    qsizetype at = 0;
    for (auto it = placeholder.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        result += text.mid(at, match.capturedStart() - at)
            + arguments.value(match.captured(1).toInt() - 1);
        at = match.capturedEnd();
    }
    return result + text.mid(at);
}

QString worded(const QString& english, int depth)
{
    static const QHash<QString, const char*> whole = [] {
        QHash<QString, const char*> table;
        for (const char* phrase : corePhrases()) {
            table[QString::fromUtf8(phrase)] = phrase;
        }
        return table;
    }();
    if (const auto found = whole.constFind(english); found != whole.constEnd()) {
        return translated(*found);
    }
    if (depth >= deepest) {
        return english;
    }
    const auto deeper = [depth](const QString& text) { return worded(text, depth + 1); };
    const qsizetype expected = english.indexOf(QStringLiteral("; expected "));
    if (expected >= 0) {
        return filled(translated("%1; expected %2"),
                      {deeper(english.left(expected)), deeper(english.mid(expected + 11))});
    }
    static const QRegularExpression place(QStringLiteral("^(.+?): at (.+?): (.+)$"));
    if (const auto match = place.match(english); match.hasMatch()) {
        return filled(translated("%1: %2"),
                      {match.captured(1), filled(translated("at %1: %2"),
                                                 {deeper(match.captured(2)),
                                                  deeper(match.captured(3))})});
    }
    for (const Pattern& pattern : patterns()) {
        if (const auto match = pattern.expression.match(english); match.hasMatch()) {
            QStringList arguments = match.capturedTexts().mid(1);
            for (QString& argument : arguments) {
                argument = deeper(argument);
            }
            return filled(translated(pattern.english), arguments);
        }
    }
    const qsizetype colon = english.indexOf(QStringLiteral(": "));
    if (colon > 0) {
        return filled(translated("%1: %2"),
                      {deeper(english.left(colon)), deeper(english.mid(colon + 2))});
    }
    return english;
}

} // namespace

QString coreText(std::string_view english)
{
    return worded(QString::fromUtf8(english.data(), qsizetype(english.size())), 0);
}

QString errorText(const std::exception& error)
{
    return coreText(error.what());
}

} // namespace morphospace
