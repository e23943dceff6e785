// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/letter_placement.h"

#include <QImage>
#include <QPointF>

#include <cstddef>
#include <optional>
#include <vector>

namespace morphospace {

/// A line of a pen, in pixels of the cell from its top left corner.
struct LetterStroke {
    struct Point {
        QPointF at;
        double width = 0;    ///< of the pen there: pressure has been taken in
        bool operator==(const Point&) const = default;
    };
    std::vector<Point> points;
    bool erases = false;
    bool operator==(const LetterStroke&) const = default;
};

/// What a person gave as one letter: a picture that was placed in the cell, strokes over it, or both.
struct LetterDrawing {
    std::optional<InkPicture> ink;      ///< of a photograph: placed anew when its letter changes
    std::optional<LetterCell> picture;  ///< under the strokes
    std::vector<LetterStroke> strokes;

    [[nodiscard]] bool isEmpty() const { return !picture && strokes.empty(); }
};

/// The letter in the cell. Strokes are drawn at twelve times the size and averaged, as fonts are; where
/// there are none the picture comes back as it is.
[[nodiscard]] LetterCell cellOf(const LetterDrawing& drawing);
/// The ink of a drawing as `side` x `side` grey pixels, 255 is ink: for the screen.
[[nodiscard]] QImage inkOf(const LetterDrawing& drawing, int side);
/// True where there is less ink than a dot: nothing to find a model by.
[[nodiscard]] bool isBlank(const LetterCell& cell);

/// Steps of a drawing, forth and back.
class DrawingHistory {
public:
    [[nodiscard]] const LetterDrawing& now() const { return m_steps[m_at]; }
    void add(LetterDrawing drawing);
    /// In the place of the newest step: while a stroke grows.
    void replace(LetterDrawing drawing) { m_steps[m_at] = std::move(drawing); }
    [[nodiscard]] bool canUndo() const { return m_at > 0; }
    [[nodiscard]] bool canRedo() const { return m_at + 1 < m_steps.size(); }
    void undo();
    void redo();

private:
    std::vector<LetterDrawing> m_steps{LetterDrawing{}};
    std::size_t m_at = 0;
};

/// A picture as findInk() wants it. What is see-through becomes paper.
[[nodiscard]] GreyPicture greyOf(const QImage& image);

} // namespace morphospace
