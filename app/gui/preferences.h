// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure_choice.h"
#include "widgets/language/language.h"
#include "widgets/theme/theme.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

class QSettings;

namespace morphospace {

/// What the program remembers of a person's wishes.
struct Preferences {
    ThemeChoice theme = ThemeChoice::System;
    LanguageChoice language = LanguageChoice::System;
    int threads = 0;                     ///< compute threads; 0: one less than the cores
    int cacheMegabytes = 256;
    QMap<QString, QString> dataFolders;  ///< by data set: "mnist" -> folder
    QStringList recentFiles;             ///< newest first
    FigureChoice figure;                 ///< how the last one was exported
    QByteArray geometry;
    QByteArray windowState;
};

inline constexpr int mostRecentFiles = 8;

[[nodiscard]] Preferences loadPreferences(QSettings& settings);
void savePreferences(const Preferences& preferences, QSettings& settings);

/// Puts a file at the head of the recent ones, once.
void noteRecent(Preferences& preferences, const QString& file);

} // namespace morphospace
