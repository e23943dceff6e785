// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/recording.h"

#include <QByteArray>

namespace morphospace {

/// What a figure file says of itself.
struct FigureWords {
    QString title;
    QString description; ///< for those who cannot see it
    QString provenance;  ///< JSON in one line; empty: nothing is said
};

/// The namespace of what figures say of themselves, in SVG and XMP.
inline constexpr const char* figureNamespace = "urn:morphospace:figure:";

/// The recording as an SVG 1.1 document of that size. Text is outlines, each in a group that names
/// it, so it needs no font and a screen reader still reads it; clips are resolved already.
[[nodiscard]] QByteArray svgOf(const Recording& recording, const QSizeF& millimetres,
                               const FigureWords& words);

/// XML 1.0 has no character for most control codes: they become U+FFFD.
[[nodiscard]] QString xmlText(QString text);

} // namespace morphospace
