// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

namespace morphospace {

/// Whom the window speaks to. System: the desktop's language where the program knows it, English
/// elsewhere.
enum class LanguageChoice { System, English, German };

/// Every choice, in the order in which it is offered.
inline constexpr LanguageChoice languageChoices[] = {LanguageChoice::System, LanguageChoice::English,
                                                     LanguageChoice::German};

/// For settings and the command line: "system", "en", "de".
[[nodiscard]] QString nameOf(LanguageChoice choice);
[[nodiscard]] LanguageChoice languageChoiceNamed(const QString& name, LanguageChoice otherwise);

/// The locale of the words and numbers of a choice. Where the desktop speaks that language, its
/// own country is kept; numbers have no group separators but those of countText().
[[nodiscard]] QLocale localeOf(LanguageChoice choice);

/// From now on tr() gives the words of this language, Qt's own among them, and QLocale() its
/// numbers. What was worded before stays as it is: views are to be made again (docs/architecture.md).
/// Returns whether anything is different now. Needs the application object.
bool applyLanguage(LanguageChoice choice);

} // namespace morphospace
