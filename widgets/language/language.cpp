// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/language/language.h"

#include <QCoreApplication>
#include <QTranslator>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace morphospace {
namespace {

QLocale::Language languageOf(LanguageChoice choice)
{
    switch (choice) {
    case LanguageChoice::German:
        return QLocale::German;
    case LanguageChoice::English:
        return QLocale::English;
    case LanguageChoice::System:
        break;
    }
    // The first language of the desktop that the program speaks.
    for (const QString& name : QLocale::system().uiLanguages()) {
        const QLocale::Language language = QLocale(name).language();
        if (language == QLocale::German || language == QLocale::English) {
            return language;
        }
    }
    return QLocale::English;
}

} // namespace

QString nameOf(LanguageChoice choice)
{
    switch (choice) {
    case LanguageChoice::English:
        return QStringLiteral("en");
    case LanguageChoice::German:
        return QStringLiteral("de");
    case LanguageChoice::System:
        break;
    }
    return QStringLiteral("system");
}

LanguageChoice languageChoiceNamed(const QString& name, LanguageChoice otherwise)
{
    const auto* found = std::ranges::find(languageChoices, name, nameOf);
    return found != std::end(languageChoices) ? *found : otherwise;
}

QLocale localeOf(LanguageChoice choice)
{
    const QLocale::Language language = languageOf(choice);
    const QLocale system = QLocale::system();
    QLocale locale = system.language() == language ? system : QLocale(language);
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale;
}

bool applyLanguage(LanguageChoice choice)
{
    static std::vector<std::unique_ptr<QTranslator>> installed;
    static std::optional<QLocale> spoken;
    const QLocale locale = localeOf(choice);
    if (spoken == locale) {
        return false;
    }
    for (const auto& translator : installed) {
        QCoreApplication::removeTranslator(translator.get());
    }
    installed.clear();
    // English texts stand in the sources; its file holds the plurals. Qt's own are English, too.
    const QString code = locale.language() == QLocale::German ? QStringLiteral("de") : QStringLiteral("en");
    for (const QString& name : {QStringLiteral("qtbase"), QStringLiteral("morphospace")}) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(QStringLiteral(":/translations/%1_%2.qm").arg(name, code))) {
            QCoreApplication::installTranslator(translator.get());
            installed.push_back(std::move(translator));
        }
    }
    QLocale::setDefault(locale);
    spoken = locale;
    return true;
}

} // namespace morphospace
