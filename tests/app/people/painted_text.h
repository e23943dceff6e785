// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

#include <vector>

class QWidget;

namespace morphospace {

/// A piece of text as a widget paints it, in pixels of that widget.
struct PaintedText {
    QString text;
    QRectF rect;          ///< of its letters: as wide as it runs, from ascent to descent
    QRectF clip;          ///< what of the widget is painted there
    QColor colour;        ///< with its opacity
    QFont font;
};

/// What this widget itself paints, without its children: labels, cells, axes and what it draws by
/// hand alike.
[[nodiscard]] std::vector<PaintedText> paintedTexts(QWidget& widget);

} // namespace morphospace
