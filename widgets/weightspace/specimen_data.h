// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure.h"
#include "widgets/weightspace/letter_picture.h"

#include <QFont>
#include <QRectF>
#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

class QPainter;

namespace morphospace {

struct Theme;

/// Letters that a model drew from one start noise.
struct SpecimenDrawing {
    std::vector<int> letters;           ///< places in A to Z, a to z; what each picture is
    std::vector<std::uint8_t> pixels;   ///< letters x 784, ink is 255
    /// What the judge reads each as; empty: not judged. -1: nothing that it is sure of.
    std::vector<int> readAs;
    std::uint64_t seed = 1;

    /// Place in `letters`; -1 where it was not drawn.
    [[nodiscard]] int indexOf(int letter) const;
    [[nodiscard]] std::span<const std::uint8_t> cell(int index) const;
    [[nodiscard]] bool isUnread(int index) const;
};

struct SpecimenModel {
    QString title;                          ///< "DejaVu Sans Bold, stroke +1.5 σ"
    std::vector<SpecimenDrawing> drawings;  ///< one a seed
};

enum class SpecimenForm {
    Alphabet,   ///< all letters that were drawn, capitals first
    Word,       ///< data.word, set from the letters
    Seeds       ///< data.word once for each seed
};

struct SpecimenData {
    SpecimenForm form = SpecimenForm::Alphabet;
    QString word;                           ///< empty: "Hamburgefonstiv"
    SpecimenModel current;                  ///< B
    std::optional<SpecimenModel> pinned;    ///< A
    bool beside = false;                    ///< A left of B and not above it
    bool coarse = false;                    ///< drawn in few steps while something moves

    [[nodiscard]] QString shownWord() const;
};

/// A letter where it is painted.
struct SpecimenTile {
    int model = 0;      ///< 0: B, 1: A
    int drawing = 0;
    int index = 0;      ///< into the drawing's letters
    QRectF cell;        ///< of its 28 x 28 pixels
    QRectF ink;         ///< what it takes of the line: to point at and to mark
};

struct SpecimenLabel {
    QRectF place;
    QString text;
    int model = -1;     ///< whose title it is; -1: a remark
    bool strong = false;
};

struct SpecimenLayout {
    std::vector<SpecimenTile> tiles;        ///< in reading order, B first
    std::vector<SpecimenLabel> labels;
    std::vector<QRectF> papers;             ///< one a model
    double side = 0;                        ///< of a cell; 0 where nothing is drawn
};

inline constexpr double largestLetter = 168;   ///< six times 28: larger shows nothing more
inline constexpr double sheetMargin = 8;       ///< between a paper and its letters, and two papers

/// Where everything stands in `area`: cells as large as fit. Words are set by their ink with even
/// gaps, broken at spaces; what is no letter leaves a space. Characters that were not drawn are
/// passed over.
[[nodiscard]] SpecimenLayout specimenLayout(const SpecimenData& data, const QRectF& area,
                                            const QFont& font);

/// A letter in words: "g of B, seed 1; read as q".
[[nodiscard]] QString tileText(const SpecimenData& data, const SpecimenTile& tile);
/// What the sheet shows as a whole, with how many letters are not read.
[[nodiscard]] QString specimenText(const SpecimenData& data);

/// Colours of ink and paper of a theme. Dark: light ink on a dark sheet, a shade above the ground,
/// as white sheets there outshine everything else on the page.
struct SpecimenColours {
    QColor ink;
    QColor paper;
};
[[nodiscard]] SpecimenColours specimenColours(const Theme& theme);

/// Paints it all; `picture` gives a tile's picture at so many pixels (for a cache), or is empty.
using LetterSource = std::function<QImage(const SpecimenTile& tile, int side)>;
void paintSpecimen(QPainter& painter, const SpecimenData& data, const SpecimenLayout& layout,
                   const Theme& theme, double pixelsPerUnit, int marked = -1,
                   const LetterSource& picture = {});

/// "specimen": letters as pictures, frames and words as vectors; numbers are each letter's ink and
/// what it is read as.
[[nodiscard]] Figure specimenFigure(const SpecimenData& data);

} // namespace morphospace
