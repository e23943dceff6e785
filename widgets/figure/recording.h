// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QImage>
#include <QPainterPath>
#include <QPen>
#include <QSizeF>
#include <QString>
#include <QStringList>
#include <QTransform>

#include <functional>
#include <vector>

class QPainter;

namespace morphospace {

/// One thing on the page, in page coordinates and already clipped, so that a file format needs
/// neither transforms of shapes nor clip paths: those are where formats and viewers differ.
struct FigureItem {
    enum class Kind { Fill, Stroke, Text, Image };
    Kind kind = Kind::Fill;
    QPainterPath path; ///< filled or stroked; of a text: its outlines
    QColor colour;     ///< of a fill or a text, with its opacity
    QPen pen;          ///< of a stroke, in units of the page
    QString text;
    QFont font;
    QTransform transform; ///< of a text from its base point, of an image from its pixels
    QImage image;         ///< a picture, or a 3-D view in high resolution
    double opacity = 1;   ///< of an image
};

/// What a drawing paints, as values: made on the thread of the window, written to any format on
/// any other. Text is kept both as text and as outlines.
struct Recording {
    QSizeF size;
    std::vector<FigureItem> items;
    QStringList cut; ///< texts that a clip cut, the page ends or an ellipsis shortens

    /// All texts, in the order they were painted.
    [[nodiscard]] QStringList texts() const;
};

/// Runs `paint` on a painter of a page of `size` (units of 1/96 inch) with antialiasing on.
/// Solid colours stay vectors; a brush or a composition that is none becomes a picture.
[[nodiscard]] Recording record(const QSizeF& size, const std::function<void(QPainter&)>& paint);

enum class TextAs { Outlines, Text };
/// Paints a recording in its own units. Outlines look the same everywhere and need no font; text
/// can be searched and copied where a format embeds its font.
void replay(const Recording& recording, QPainter& painter, TextAs text = TextAs::Outlines);

} // namespace morphospace
