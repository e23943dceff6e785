// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the letters of a specimen stand.
#include "widgets/weightspace/specimen_data.h"

#include "widgets/language/words.h"
#include "widgets/shared/text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace morphospace {
namespace {

constexpr double letterGap = 2.4;       // source pixels between the ink of two letters of a word
constexpr double wordGap = 8;
constexpr double lineHeight = 27;       // source pixels from line to line: descenders clear ascenders

double line(const QFont& font)
{
    return std::ceil(QFontMetricsF(font).height()) + 2;
}

/// Letters of one line of a word: index into the drawing and where its cell begins, in source pixels.
struct SetLetter {
    int index = 0;
    double cellLeft = 0;
    double inkLeft = 0;
    double inkRight = 0;
};
struct SetLine {
    std::vector<SetLetter> letters;
    double width = 0;
};

/// A word without spaces.
SetLine setWord(const SpecimenDrawing& drawing, const QString& word)
{
    SetLine result;
    double x = 0;
    for (const QChar character : word) {
        const int index = drawing.indexOf(placeOf(character));
        if (index < 0) {
            x += wordGap - letterGap;
            continue;
        }
        InkSpan span = inkSpan(drawing.cell(index));
        if (span.width() <= 0) {
            span = {glyphCell / 2 - 3, glyphCell / 2 + 2};   // an empty letter keeps a place
        }
        result.letters.push_back({index, x - span.left, x, x + span.width()});
        x += span.width() + letterGap;
    }
    result.width = std::max(0.0, x - letterGap);
    return result;
}

/// Words into lines no wider than `most`, where there is more than one word.
std::vector<SetLine> brokenInto(const std::vector<SetLine>& words, double most)
{
    std::vector<SetLine> lines;
    for (const SetLine& word : words) {
        if (lines.empty() || lines.back().width + wordGap + word.width > most) {
            lines.push_back(word);
            continue;
        }
        SetLine& last = lines.back();
        const double from = last.width + wordGap;
        for (SetLetter letter : word.letters) {
            letter.cellLeft += from;
            letter.inkLeft += from;
            letter.inkRight += from;
            last.letters.push_back(letter);
        }
        last.width = from + word.width;
    }
    return lines;
}

struct SetText {
    std::vector<SetLine> lines;
    double scale = 0;   ///< units a source pixel
};

SetText fittedText(const SpecimenDrawing& drawing, const QString& text, const QSizeF& room,
                   double mostScale = largestLetter / glyphCell)
{
    std::vector<SetLine> words;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        SetLine set = setWord(drawing, word);
        if (!set.letters.empty()) {
            words.push_back(std::move(set));
        }
    }
    SetText best;
    if (words.empty() || room.isEmpty()) {
        return best;
    }
    double widest = 0;
    double all = 0;
    for (const SetLine& word : words) {
        widest = std::max(widest, word.width);
        all += word.width + wordGap;
    }
    // Every width at which another break could fall, coarsely.
    for (int step = 0; step <= 24; ++step) {
        const double most = widest + (all - widest) * step / 24;
        std::vector<SetLine> lines = brokenInto(words, most);
        double width = 0;
        for (const SetLine& one : lines) {
            width = std::max(width, one.width);
        }
        const double scale = std::min({room.width() / (width + 2),
                                       room.height() / (lineHeight * double(lines.size())),
                                       mostScale});
        if (scale > best.scale + 1e-9) {
            best = {std::move(lines), scale};
        }
    }
    return best;
}

void placeText(SpecimenLayout& layout, const SetText& text, const QRectF& area, int model, int drawing,
               bool centred)
{
    const double scale = text.scale;
    const double high = lineHeight * scale * double(text.lines.size());
    double y = area.top() + std::max(0.0, (area.height() - high) / 2);
    for (const SetLine& one : text.lines) {
        const double x = centred ? area.center().x() - one.width * scale / 2 : area.left();
        // The cell's capitals begin at row 4 and descenders end at row 27.
        const double top = y - 0.5 * scale;
        for (const SetLetter& letter : one.letters) {
            SpecimenTile tile;
            tile.model = model;
            tile.drawing = drawing;
            tile.index = letter.index;
            tile.cell = {x + letter.cellLeft * scale, top, glyphCell * scale, glyphCell * scale};
            tile.ink = {x + (letter.inkLeft - letterGap / 2) * scale, y,
                        (letter.inkRight - letter.inkLeft + letterGap) * scale, lineHeight * scale};
            layout.tiles.push_back(tile);
        }
        y += lineHeight * scale;
    }
    layout.side = glyphCell * scale;
}

/// Indices in the order of the alphabet, the small letters after the capitals.
std::pair<std::vector<int>, std::vector<int>> byCase(const SpecimenDrawing& drawing)
{
    std::vector<int> order(drawing.letters.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](int i) { return drawing.letters[std::size_t(i)]; });
    const auto small = std::ranges::partition_point(
        order, [&](int i) { return drawing.letters[std::size_t(i)] < 26; });
    return {{order.begin(), small}, {small, order.end()}};
}

int rowsFor(std::size_t count, int columns)
{
    return (int(count) + columns - 1) / columns;
}

double alphabetSide(std::size_t capitals, std::size_t small, const QSizeF& room, int columns)
{
    const int rows = std::max(1, rowsFor(capitals, columns) + rowsFor(small, columns));
    return std::min({room.width() / columns, room.height() / rows, largestLetter});
}

int alphabetColumns(std::size_t capitals, std::size_t small, const QSizeF& room)
{
    int best = 1;
    double side = 0;
    for (int columns = 1; columns <= std::max<int>(1, int(std::max(capitals, small))); ++columns) {
        const double now = alphabetSide(capitals, small, room, columns);
        // Of equal sizes the one with fewer columns: its rows are fuller.
        if (now > side * 1.001) {
            side = now;
            best = columns;
        }
    }
    return best;
}

void placeAlphabet(SpecimenLayout& layout, const SpecimenDrawing& drawing, const QRectF& area,
                   int model)
{
    const auto [capitals, small] = byCase(drawing);
    const int columns = alphabetColumns(capitals.size(), small.size(), area.size());
    const double side = alphabetSide(capitals.size(), small.size(), area.size(), columns);
    const int rows = rowsFor(capitals.size(), columns) + rowsFor(small.size(), columns);
    const double x = area.center().x() - side * columns / 2;
    const double y = area.center().y() - side * rows / 2;
    int row = 0;
    for (const auto* group : {&capitals, &small}) {
        for (std::size_t i = 0; i < group->size(); ++i) {
            SpecimenTile tile;
            tile.model = model;
            tile.index = (*group)[i];
            tile.cell = {x + side * double(int(i) % columns), y + side * double(row + int(i) / columns),
                         side, side};
            tile.ink = tile.cell;
            layout.tiles.push_back(tile);
        }
        row += rowsFor(group->size(), columns);
    }
    layout.side = side;
}

void placeModel(SpecimenLayout& layout, const SpecimenData& data, const SpecimenModel& model,
                int number, const QRectF& area, const QFont& font, double mostScale)
{
    const double high = line(font);
    const QString letter = number == 0 ? QStringLiteral("B") : QStringLiteral("A");
    layout.labels.push_back({{area.left(), area.top(), area.width(), high},
                             model.title.isEmpty() ? letter
                                                   : QStringLiteral("%1   %2").arg(letter, model.title),
                             number,
                             true});
    const QRectF paper = area.adjusted(0, high + 2, 0, 0);
    layout.papers.push_back(paper);
    const QRectF room = paper.adjusted(sheetMargin, sheetMargin, -sheetMargin, -sheetMargin);
    if (model.drawings.empty() || room.isEmpty()) {
        return;
    }
    switch (data.form) {
    case SpecimenForm::Alphabet:
        placeAlphabet(layout, model.drawings.front(), room, number);
        break;
    case SpecimenForm::Word:
        placeText(layout, fittedText(model.drawings.front(), data.shownWord(), room.size(), mostScale),
                  room, number, 0, true);
        break;
    case SpecimenForm::Seeds: {
        const QFontMetricsF metrics(font);
        double words = 0;
        for (const SpecimenDrawing& drawing : model.drawings) {
            words = std::max(words, metrics.horizontalAdvance(
                                        tr("seed %1").arg(countText(std::int64_t(drawing.seed)))));
        }
        const double left = words + 14;
        const double row = room.height() / double(model.drawings.size());
        const QSizeF each(room.width() - left, row);
        // One size for all rows, so that weights compare.
        double scale = 1e9;
        std::vector<SetText> texts;
        for (const SpecimenDrawing& drawing : model.drawings) {
            texts.push_back(fittedText(drawing, data.shownWord(), each, mostScale));
            scale = std::min(scale, texts.back().scale);
        }
        for (std::size_t i = 0; i < texts.size(); ++i) {
            texts[i].scale = scale;
            const QRectF strip(room.left() + left, room.top() + row * double(i), each.width(), row);
            placeText(layout, texts[i], strip, number, int(i), false);
            layout.labels.push_back(
                {{room.left(), strip.center().y() - high / 2, words + 2, high},
                 tr("seed %1").arg(countText(std::int64_t(model.drawings[i].seed))),
                 -1,
                 false});
        }
        break;
    }
    }
}

} // namespace

SpecimenLayout specimenLayout(const SpecimenData& data, const QRectF& area, const QFont& font)
{
    QRectF first = area;
    QRectF second = area;
    if (data.pinned && data.beside) {
        first.setWidth((area.width() - 2 * sheetMargin) / 2);
        second.setLeft(area.right() - first.width());
    } else if (data.pinned) {
        first.setHeight((area.height() - sheetMargin) / 2);
        second.setTop(area.bottom() - first.height());
    }
    const auto placed = [&](double mostScale, double& greatest, double& least) {
        SpecimenLayout layout;
        placeModel(layout, data, data.current, 0, second, font, mostScale);
        greatest = least = layout.side;
        if (data.pinned) {
            placeModel(layout, data, *data.pinned, 1, first, font, mostScale);
            greatest = std::max(greatest, layout.side);
            least = std::min(least, layout.side);
        }
        return layout;
    };
    double greatest = 0;
    double least = 0;
    SpecimenLayout layout = placed(largestLetter / glyphCell, greatest, least);
    if (least < greatest && least > 0) {
        // Words of A and B in one size, so that weights and widths compare.
        layout = placed(least / glyphCell, greatest, least);
    }
    return layout;
}

} // namespace morphospace
