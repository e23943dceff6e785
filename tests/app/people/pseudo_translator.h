// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

#include <set>
#include <utility>

namespace morphospace {

/// A language that nobody speaks: every letter has a mark, every text brackets and a third more of
/// length. What is still plain on the screen was never given to a translator, and what is cut would
/// be cut in a language that needs more room than English.
class PseudoTranslator : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source,
                                    const char* disambiguation, int n) const override;

    /// What was asked for so far: context and text.
    [[nodiscard]] const std::set<std::pair<QString, QString>>& asked() const { return m_asked; }

    /// The text with marks on its letters; placeholders, mark-up and file patterns stay.
    [[nodiscard]] static QString marked(const QString& text);

private:
    mutable std::set<std::pair<QString, QString>> m_asked;
};

/// Words of plain letters in a text that is shown: they did not come from the translator. Names and
/// units that are the same in every language are none.
[[nodiscard]] QStringList plainWords(const QString& shown);

} // namespace morphospace
