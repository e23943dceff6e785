// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure_file.h"

#include <QSizeF>
#include <QString>

namespace morphospace {

/// What a figure file says of its making.
enum class Enclosed {
    Session, ///< where it comes from and the session: the file opens as that session
    Origin,  ///< where it comes from
    Nothing
};

/// How figures are wanted: what the dialog remembers from one time to the next.
struct FigureChoice {
    QString figure;                            ///< Figure::name of the last one
    QString preset = QStringLiteral("column"); ///< of figurePresets(), or "own"
    QSizeF millimetres{85, 60};                ///< of an own size
    double textPoints = 7;                     ///< of an own size
    int dotsPerInch = 300;
    FigureFormat format = FigureFormat::Pdf;
    Enclosed enclosed = Enclosed::Session;

    bool operator==(const FigureChoice&) const = default;
};

inline constexpr const char* ownSize = "own";
inline constexpr double leastMillimetres = 20;
inline constexpr double mostMillimetres = 1200;
inline constexpr int leastDotsPerInch = 72;
inline constexpr int mostDotsPerInch = 2400;

/// What of a provenance a file that encloses this much holds.
[[nodiscard]] std::optional<Provenance> enclosedOf(Provenance provenance, Enclosed enclosed);

/// JSON in one line, for settings.
[[nodiscard]] QString toText(const FigureChoice& choice);
/// Reads toText(); what is missing, unknown or out of its range is as in a new choice.
[[nodiscard]] FigureChoice figureChoiceFromText(const QString& text);

} // namespace morphospace
