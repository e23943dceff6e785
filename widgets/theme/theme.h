// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <array>

class QApplication;

namespace morphospace {

/// The colours of one theme. Meaningful ones come from Okabe and Ito's palette (2008), which
/// stays apart under the common forms of colour blindness; meaning is never told by colour alone.
struct Theme {
    QString name;
    bool dark = false;
    QColor window;    ///< behind everything
    QColor surface;   ///< cards, lists, fields
    QColor raised;    ///< buttons, hover
    QColor line;      ///< hairlines and tracks
    QColor text;
    QColor muted;     ///< secondary text, at least 4.5 : 1 on window and surface
    QColor accent;    ///< the current sample, B
    QColor accentText;
    QColor pinned;    ///< the pinned sample, A
    QColor right;     ///< a right answer
    QColor wrong;     ///< a wrong answer, an error
    QColor unseen;    ///< outside what training sampled
    QColor trained;   ///< the band of what training sampled
    std::array<QColor, 4> stages;  ///< stages of a network, dark to bright as in viridis
};

enum class ThemeChoice { System, Light, Dark };

[[nodiscard]] const Theme& lightTheme();
[[nodiscard]] const Theme& darkTheme();
/// What widgets paint with; they read it while painting, so a change needs only a repaint.
[[nodiscard]] const Theme& currentTheme();

/// Style, palette and style sheet for the whole program. System: dark where the desktop's own
/// palette was dark when the program started.
void applyTheme(QApplication& application, ThemeChoice choice);

[[nodiscard]] ThemeChoice themeChoiceNamed(const QString& name, ThemeChoice otherwise);
[[nodiscard]] QString nameOf(ThemeChoice choice);

} // namespace morphospace
