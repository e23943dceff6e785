// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/people/pseudo_translator.h"

#include <QRegularExpression>
#include <QSet>

#include <cmath>

namespace morphospace {
namespace {

// Letters with a mark that every font of a desktop has, about as wide as the plain ones.
constexpr char16_t lower[] = u"áƀçđéƒğĥíĵķľɱñóþʠŕšťúṽŵẋýž";
constexpr char16_t upper[] = u"ÁƁÇĐÉƑĞĤÍĴĶĽṀÑÓÞɊŔŠŤÚṼŴẊÝŽ";

/// The same in every language: names, formats, units, and what the tests themselves put in.
const QSet<QString>& properNames()
{
    static const QSet<QString> names{
        // names
        "Morphospace", "Qt", "LibTorch", "OpenBLAS", "PyTorch", "TorchScript", "ONNX", "Runtime", "OpenCV",
        "safetensors", "BibTeX", "Markdown", "Python", "MNIST", "Fashion", "CIFAR", "Glyphs", "LeNet",
        "ResNet", "American", "English", "Deutsch", "GNU", "Wilson", "McNemar", "Tango", "torch", "jit",
        "load", "mnist", "lenet", "resnet", "glyphs",
        // formats and endings
        "PDF", "SVG", "PNG", "CSV", "JSON", "SHA", "manifold", "morph", "pt", "onnx", "png", "svg", "pdf",
        // units
        "mm", "MB", "kB", "ms", "pt", "dpi", "MACs", "px",
        // keys, which Qt words itself
        "Ctrl", "Shift", "Alt", "Tab", "Return", "Esc", "Home", "End",
        // what tests put in
        "Test", "test", "AM", "PM",
    };
    return names;
}

} // namespace

QString PseudoTranslator::marked(const QString& text)
{
    static const QRegularExpression kept(QStringLiteral(
        R"(%L?\d+|%n|<[^>]*>|&[a-z]+;|\(\*[^)]*\)|\*\.[a-z]+)"));
    QString result;
    qsizetype from = 0;
    const auto mark = [&](const QString& piece) {
        for (const QChar letter : piece) {
            const char16_t code = letter.unicode();
            result += code >= u'a' && code <= u'z' ? QChar(lower[code - u'a'])
                : code >= u'A' && code <= u'Z'     ? QChar(upper[code - u'A'])
                                                   : letter;
        }
    };
    for (auto it = kept.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        mark(text.mid(from, match.capturedStart() - from));
        result += match.captured();
        from = match.capturedEnd();
    }
    mark(text.mid(from));
    return result;
}

QString PseudoTranslator::translate(const char* context, const char* source, const char*, int) const
{
    const QString text = QString::fromUtf8(source);
    m_asked.emplace(QString::fromUtf8(context), text);
    static const QRegularExpression keys(QStringLiteral("^(Ctrl|Shift|Alt|Meta)\\+"));
    if (text.isEmpty() || text.contains(keys)) {
        return text;
    }
    // More of it at the end: words where the text has words, so that it wraps as a text would.
    const qsizetype more = qsizetype(std::ceil(0.3 * double(text.size())));
    QString filler;
    while (filler.size() < more) {
        filler += text.contains(u' ') && filler.size() % 8 == 7 ? QChar(u' ') : QChar(u'ö');
    }
    const QString gap(text.contains(u' ') ? 1 : 0, u' ');
    return u'[' + marked(text) + gap + filler + u']';
}

QStringList plainWords(const QString& shown)
{
    // Names of tensors and files, and of the units of a network.
    static const QRegularExpression identifiers(QStringLiteral(
        "(/[\\w.-]+)+|\\b[0-9a-f]{8,}\\b|\\b\\w+(?:\\.\\w+)+|\\b(?:conv|bn|layer|fc|shortcut)\\d*\\b"));
    QString text = shown;
    text.replace(identifiers, QStringLiteral(" "));
    static const QRegularExpression words(QStringLiteral("[A-Za-z]{2,}"));
    static const QRegularExpression letters(QStringLiteral("\\p{L}"));
    QStringList list;
    for (auto it = words.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        // Part of a marked word: the letters beside it have marks.
        const auto beside = [&](qsizetype at) {
            return at >= 0 && at < text.size() && letters.match(text.mid(at, 1)).hasMatch();
        };
        if (beside(match.capturedStart() - 1) || beside(match.capturedEnd())
            || properNames().contains(match.captured())) {
            continue;
        }
        list += match.captured();
    }
    return list;
}

} // namespace morphospace
