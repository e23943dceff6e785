// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figure.h"

#include "widgets/language/words.h"
#include "widgets/theme/paper.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr double unitsPerMillimetre = 96 / 25.4;
constexpr double textPointsOfUnit = figureTextHeight * 72 / 96; // 9 points

/// Millimetres of a figure unit where text has so many points.
double unitOf(double textPoints)
{
    return textPoints / textPointsOfUnit / unitsPerMillimetre;
}

} // namespace

std::vector<FigurePreset> figurePresets()
{
    // Widths of the columns of most journals; text no smaller than they ask for.
    return {{QStringLiteral("column"), tr("One column (85 mm)"), {85, 0}, 7},
            {QStringLiteral("columns"), tr("Two columns (178 mm)"), {178, 0}, 8},
            {QStringLiteral("slide"), tr("Slide (254 × 143 mm)"), {254, 143}, 14}};
}

FigurePreset figurePreset(const QString& name)
{
    const std::vector<FigurePreset> presets = figurePresets();
    const auto found =
        std::find_if(presets.begin(), presets.end(),
                     [&](const FigurePreset& preset) { return preset.name == name; });
    return found == presets.end() ? presets.front() : *found;
}

QSizeF sizeOf(const Figure& figure, const FigurePreset& preset)
{
    QSizeF size = preset.millimetres;
    if (size.height() <= 0) {
        const PaperScope paper; // what suits depends on the widths of texts
        const double unit = unitOf(preset.textPoints);
        size.setHeight(std::ceil(figure.heightFor(size.width() / unit) * unit));
    }
    return size;
}

FigurePage pageOf(const Figure& figure, const QSizeF& millimetres, double textPoints,
                  const std::optional<Provenance>& provenance)
{
    const PaperScope paper;
    const QSizeF units = millimetres / unitOf(textPoints);
    FigurePage page;
    page.millimetres = millimetres;
    page.title = figure.title;
    page.description = figure.description;
    page.provenance = provenance;
    page.recording = record(units, [&](QPainter& painter) {
        painter.fillRect(QRectF(QPointF(0, 0), units), paperTheme().surface);
        painter.setFont(figureFont());
        painter.setPen(paperTheme().text);
        figure.paint(painter, units);
    });
    return page;
}

} // namespace morphospace
