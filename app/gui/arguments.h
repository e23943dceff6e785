// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/language/language.h"
#include "widgets/figure/figure_choice.h"
#include "widgets/theme/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace morphospace {

/// What the command line asks of the graphical program.
struct Arguments {
    QString file;                        ///< what to open; empty: a bundled manifold
    QString replay;                      ///< session to play again from its start
    QString present;                     ///< lesson to present
    int lessonPage = 1;                  ///< page to begin it with, the first is 1
    QString script;                      ///< list of actions to play
    QString record;                      ///< file for what a person does
    QString play;                        ///< such a file, to do it again
    QString exportFolder;
    QString screenshot;                  ///< file for a picture of the window
    QString dialog;                      ///< that stands over the window in it; empty: none
    QString page;                        ///< page to show first
    std::optional<ThemeChoice> theme;
    std::optional<LanguageChoice> language;
    std::optional<QSize> size;           ///< of the window; nothing: as it was left
    std::optional<int> threads;
    int images = 0;                      ///< test images to measure on; 0: all
    Enclosed enclosed = Enclosed::Session;   ///< in pictures and figures
    bool measure = false;                ///< the landscape, before anything is written
    bool bench = false;
    bool json = false;

    QString error;                       ///< what is wrong with the command line; empty: nothing
    QString help;                        ///< text to print instead of running; empty: run

    /// With nobody's preferences, so that it is the same on every machine.
    [[nodiscard]] bool isPlain() const { return isUnattended() || !record.isEmpty(); }

    /// Does its work by itself and ends.
    [[nodiscard]] bool isUnattended() const
    {
        return !replay.isEmpty() || !script.isEmpty() || !exportFolder.isEmpty() || !screenshot.isEmpty()
            || !play.isEmpty() || measure || bench;
    }
};

[[nodiscard]] Arguments parseArguments(const QStringList& arguments);

} // namespace morphospace
