// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure_file.h"
#include "widgets/figure/number_table.h"

#include <QString>

#include <functional>
#include <vector>

class QPainter;

namespace morphospace {

/// A figure that a page offers, as values: it stays what it was when the page goes on. Its units
/// are 1/96 inch where its text has 9 points, and it is as large as its text asks for: a slide has
/// fewer units than a column, not only larger ones.
struct Figure {
    QString name;        ///< for files and scripts: "accuracy-compression"
    QString title;       ///< for people: "Accuracy against compression"
    QString description; ///< what it shows, in words
    /// Paints it into a page of this size, with the painter in the colours and font of paper.
    std::function<void(QPainter&, const QSizeF&)> paint;
    /// Height that suits a width.
    std::function<double(double)> heightFor;
    QList<NumberTable> numbers;
};

/// A size for a purpose.
struct FigurePreset {
    QString name;       ///< for settings: "column"
    QString title;      ///< for people
    QSizeF millimetres; ///< height 0: what suits the figure
    double textPoints = 8;
};
[[nodiscard]] std::vector<FigurePreset> figurePresets();
/// One of figurePresets(), the first where none has the name.
[[nodiscard]] FigurePreset figurePreset(const QString& name);

/// The size of a figure with that preset: a height of 0 becomes the one that suits.
[[nodiscard]] QSizeF sizeOf(const Figure& figure, const FigurePreset& preset);

/// Draws the figure on paper. On the thread of the window.
[[nodiscard]] FigurePage pageOf(const Figure& figure, const QSizeF& millimetres, double textPoints,
                                const std::optional<Provenance>& provenance = std::nullopt);

} // namespace morphospace
