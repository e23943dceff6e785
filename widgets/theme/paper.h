// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QFont>

namespace morphospace {

/// The light theme with black on white: what figures are drawn in, whatever the window shows.
[[nodiscard]] const Theme& paperTheme();

/// While it lives, currentTheme() is that of paper, so that what paints a widget paints a figure.
/// On the thread of the window only, around painting and nothing else.
class PaperScope {
public:
    PaperScope();
    ~PaperScope();
    PaperScope(const PaperScope&) = delete;
    PaperScope& operator=(const PaperScope&) = delete;

private:
    const Theme* m_before;
};

/// Height in figure units of the text of a figure; there are 96 units to the inch at 9 points.
inline constexpr double figureTextHeight = 12;
/// The font of figures: the same on every desktop, and without hinting, which is for screens.
[[nodiscard]] QFont figureFont();

} // namespace morphospace
