// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/preferences.h"

#include <QSettings>

#include <algorithm>

namespace morphospace {

Preferences loadPreferences(QSettings& settings)
{
    Preferences preferences;
    preferences.theme = themeChoiceNamed(settings.value(QStringLiteral("theme")).toString(),
                                         ThemeChoice::System);
    preferences.language = languageChoiceNamed(
        settings.value(QStringLiteral("language")).toString(), LanguageChoice::System);
    preferences.threads = std::clamp(settings.value(QStringLiteral("threads"), 0).toInt(), 0, 256);
    preferences.cacheMegabytes =
        std::clamp(settings.value(QStringLiteral("cacheMegabytes"), 256).toInt(), 1, 65536);
    settings.beginGroup(QStringLiteral("dataFolders"));
    for (const QString& dataset : settings.childKeys()) {
        preferences.dataFolders[dataset] = settings.value(dataset).toString();
    }
    settings.endGroup();
    preferences.recentFiles =
        settings.value(QStringLiteral("recentFiles")).toStringList().mid(0, mostRecentFiles);
    preferences.figure = figureChoiceFromText(settings.value(QStringLiteral("figure")).toString());
    preferences.geometry = settings.value(QStringLiteral("geometry")).toByteArray();
    preferences.windowState = settings.value(QStringLiteral("windowState")).toByteArray();
    return preferences;
}

void savePreferences(const Preferences& preferences, QSettings& settings)
{
    settings.setValue(QStringLiteral("theme"), nameOf(preferences.theme));
    settings.setValue(QStringLiteral("language"), nameOf(preferences.language));
    settings.setValue(QStringLiteral("threads"), preferences.threads);
    settings.setValue(QStringLiteral("cacheMegabytes"), preferences.cacheMegabytes);
    settings.remove(QStringLiteral("dataFolders"));
    settings.beginGroup(QStringLiteral("dataFolders"));
    for (auto it = preferences.dataFolders.begin(); it != preferences.dataFolders.end(); ++it) {
        settings.setValue(it.key(), it.value());
    }
    settings.endGroup();
    settings.setValue(QStringLiteral("recentFiles"), preferences.recentFiles);
    settings.setValue(QStringLiteral("figure"), toText(preferences.figure));
    settings.setValue(QStringLiteral("geometry"), preferences.geometry);
    settings.setValue(QStringLiteral("windowState"), preferences.windowState);
}

void noteRecent(Preferences& preferences, const QString& file)
{
    preferences.recentFiles.removeAll(file);
    preferences.recentFiles.prepend(file);
    while (preferences.recentFiles.size() > mostRecentFiles) {
        preferences.recentFiles.removeLast();
    }
}

} // namespace morphospace
