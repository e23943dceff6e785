// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/specimen_data.h"

#include "widgets/language/words.h"
#include "widgets/shared/fitted_font.h"
#include "widgets/shared/text.h"
#include "widgets/theme/paper.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace morphospace {
namespace {

constexpr double letterGap = 2.4;       // source pixels between the ink of two letters of a word
constexpr double wordGap = 8;
constexpr double lineHeight = 27;       // source pixels from line to line: descenders clear ascenders
constexpr double largest = 168;         // six times 28: larger shows nothing more
constexpr double margin = 8;
constexpr double printScale = 4;        // picture pixels a figure unit: 384 dots per inch at 9 points

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
                   double mostScale = largest / glyphCell)
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
    return std::min({room.width() / columns, room.height() / rows, largest});
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
    const QRectF room = paper.adjusted(margin, margin, -margin, -margin);
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

/// A question mark in a disc: "not read" by shape as well as by colour.
void paintUnread(QPainter& painter, const QRectF& tile, const Theme& theme)
{
    const double radius = std::clamp(tile.width() * 0.13, 3.5, 8.0);
    const QPointF centre(tile.right() - radius - 1, tile.top() + radius + 1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.wrong);
    painter.drawEllipse(centre, radius, radius);
    // Painted and not written: it has no size of letters, and no language.
    painter.setPen(QPen(theme.surface, radius * 0.28, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    const double r = radius * 0.33;
    painter.drawArc(QRectF(centre.x() - r, centre.y() - radius * 0.62, 2 * r, 2 * r), 180 * 16,
                    -235 * 16);
    painter.drawLine(centre + QPointF(0, radius * 0.06), centre + QPointF(0, radius * 0.2));
    painter.drawPoint(centre + QPointF(0, radius * 0.56));
}

} // namespace

int SpecimenDrawing::indexOf(int letter) const
{
    const auto found = std::ranges::find(letters, letter);
    return letter < 0 || found == letters.end() ? -1 : int(found - letters.begin());
}

std::span<const std::uint8_t> SpecimenDrawing::cell(int index) const
{
    const std::size_t from = std::size_t(index) * glyphImageBytes;
    return from + glyphImageBytes <= pixels.size() ? std::span(pixels).subspan(from, glyphImageBytes)
                                               : std::span<const std::uint8_t>();
}

bool SpecimenDrawing::isUnread(int index) const
{
    const auto at = std::size_t(index);
    return at < readAs.size() && readAs[at] != letters[at];
}

QString SpecimenData::shownWord() const
{
    return word.trimmed().isEmpty() ? QStringLiteral("Hamburgefonstiv") : word.trimmed();
}

SpecimenLayout specimenLayout(const SpecimenData& data, const QRectF& area, const QFont& font)
{
    QRectF first = area;
    QRectF second = area;
    if (data.pinned && data.beside) {
        first.setWidth((area.width() - 2 * margin) / 2);
        second.setLeft(area.right() - first.width());
    } else if (data.pinned) {
        first.setHeight((area.height() - margin) / 2);
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
    SpecimenLayout layout = placed(largest / glyphCell, greatest, least);
    if (least < greatest && least > 0) {
        // Words of A and B in one size, so that weights and widths compare.
        layout = placed(least / glyphCell, greatest, least);
    }
    return layout;
}

QString tileText(const SpecimenData& data, const SpecimenTile& tile)
{
    const SpecimenModel& model = tile.model == 0 ? data.current : *data.pinned;
    const SpecimenDrawing& drawing = model.drawings[std::size_t(tile.drawing)];
    const auto at = std::size_t(tile.index);
    QString text = tr("letter %1 of %2, seed %3")
                       .arg(QString(letterOf(drawing.letters[at])),
                            tile.model == 0 ? QStringLiteral("B") : QStringLiteral("A"),
                            countText(std::int64_t(drawing.seed)));
    if (at < drawing.readAs.size()) {
        const int read = drawing.readAs[at];
        text += QStringLiteral("; ")
            + (read == drawing.letters[at] ? tr("it is read as what it is")
               : read < 0                  ? tr("it is not read")
                                           : tr("it is read as %1").arg(QString(letterOf(read))));
    }
    return text;
}

QString specimenText(const SpecimenData& data)
{
    QStringList parts;
    const auto say = [&](const QString& letter, const SpecimenModel& model) {
        QString text = model.title.isEmpty() ? letter : QStringLiteral("%1: %2").arg(letter, model.title);
        if (!model.drawings.empty()) {
            const SpecimenDrawing& drawing = model.drawings.front();
            if (!drawing.readAs.empty()) {
                int unread = 0;
                for (int i = 0; i < int(drawing.letters.size()); ++i) {
                    unread += drawing.isUnread(i) ? 1 : 0;
                }
                text += QStringLiteral(", ")
                    + tr("%1 of %2 letters read")
                          .arg(int(drawing.letters.size()) - unread)
                          .arg(drawing.letters.size());
            }
        }
        parts += text;
    };
    if (data.pinned) {
        say(QStringLiteral("A"), *data.pinned);
    }
    say(QStringLiteral("B"), data.current);
    return parts.join(QStringLiteral("; "));
}

SpecimenColours specimenColours(const Theme& theme)
{
    return theme.dark ? SpecimenColours{theme.text, theme.window}
                      : SpecimenColours{theme.text, Qt::white};
}

void paintSpecimen(QPainter& painter, const SpecimenData& data, const SpecimenLayout& layout,
                   const Theme& theme, double pixelsPerUnit, int marked, const LetterSource& picture)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const SpecimenColours colours = specimenColours(theme);
    for (const QRectF& paper : layout.papers) {
        painter.setPen(QPen(theme.line, 1));
        painter.setBrush(colours.paper);
        painter.drawRoundedRect(paper.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const QFont normal = painter.font();
    for (const SpecimenLabel& label : layout.labels) {
        QFont font = normal;
        font.setWeight(label.strong ? QFont::DemiBold : QFont::Normal);
        font = fittedFont(font, label.text, label.place.width());
        painter.setFont(font);
        painter.setPen(label.model == 0   ? theme.accent
                       : label.model == 1 ? theme.pinned
                                          : theme.muted);
        painter.drawText(label.place, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(font).elidedText(label.text, Qt::ElideRight,
                                                        label.place.width()));
    }
    painter.setFont(normal);
    const int side = std::max(1, int(std::lround(layout.side * pixelsPerUnit)));
    // Cells of a word overlap where their paper does: only ink is laid on.
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    for (const SpecimenTile& tile : layout.tiles) {
        const SpecimenModel& model = tile.model == 0 ? data.current : *data.pinned;
        const SpecimenDrawing& drawing = model.drawings[std::size_t(tile.drawing)];
        QImage image = picture ? picture(tile, side)
                               : enlargedLetter(drawing.cell(tile.index), side);
        if (image.isNull()) {
            continue;
        }
        if (image.format() == QImage::Format_Grayscale8) {
            image = inkedClear(image, colours.ink);
        }
        // On whole pixels where the painter's are the screen's, else letters would be smoothed twice.
        const QPointF corner(std::round(tile.cell.left() * pixelsPerUnit) / pixelsPerUnit,
                             std::round(tile.cell.top() * pixelsPerUnit) / pixelsPerUnit);
        painter.drawImage(QRectF(corner, QSizeF(side, side) / pixelsPerUnit), image,
                          QRectF(image.rect()));
    }
    for (std::size_t i = 0; i < layout.tiles.size(); ++i) {
        const SpecimenTile& tile = layout.tiles[i];
        const SpecimenModel& model = tile.model == 0 ? data.current : *data.pinned;
        if (model.drawings[std::size_t(tile.drawing)].isUnread(tile.index)) {
            paintUnread(painter, tile.ink, theme);
        }
        if (int(i) == marked) {
            QColor fill = theme.accent;
            fill.setAlphaF(theme.dark ? 0.20F : 0.10F);
            painter.setPen(QPen(theme.accent, 1.6));
            painter.setBrush(fill);
            painter.drawRoundedRect(tile.ink.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        }
    }
    painter.restore();
}

Figure specimenFigure(const SpecimenData& data)
{
    Figure figure;
    figure.name = QStringLiteral("specimen");
    figure.title = tr("Specimen");
    figure.description = specimenText(data);
    figure.paint = [data](QPainter& painter, const QSizeF& size) {
        const QRectF area = QRectF(QPointF(0, 0), size).adjusted(6, 6, -6, -6);
        paintSpecimen(painter, data, specimenLayout(data, area, painter.font()), paperTheme(),
                      printScale);
    };
    figure.heightFor = [data](double width) {
        const double models = data.pinned && !data.beside ? 2 : 1;
        const double across = data.pinned && data.beside ? width / 2 : width;
        const double rows = data.form == SpecimenForm::Seeds
            ? double(std::max<std::size_t>(1, data.current.drawings.size()))
            : 1;
        double each = 0;
        if (data.form == SpecimenForm::Alphabet) {
            // Four rows of thirteen.
            each = 4 * (across - 28) / 13;
        } else {
            const double letters = std::max(4.0, double(data.shownWord().size()));
            each = rows * std::min(largest, (across - 28) / letters * 2.0);
        }
        return models * (each + 3 * margin + figureTextHeight + 8) + 12;
    };
    NumberTable table;
    table.name = QStringLiteral("specimen");
    table.columns = QStringLiteral("model,title,seed,letter,ink,read_as").split(u',');
    const auto add = [&](const QString& letter, const SpecimenModel& model) {
        for (const SpecimenDrawing& drawing : model.drawings) {
            for (int i = 0; i < int(drawing.letters.size()); ++i) {
                const auto cell = drawing.cell(i);
                const double ink = std::accumulate(cell.begin(), cell.end(), 0.0) / 255;
                QString read;
                if (std::size_t(i) < drawing.readAs.size()) {
                    const int as = drawing.readAs[std::size_t(i)];
                    read = as < 0 ? QStringLiteral("-") : QString(letterOf(as));
                }
                table.rows += QVariantList{letter, model.title, qlonglong(drawing.seed),
                                           QString(letterOf(drawing.letters[std::size_t(i)])), ink,
                                           read};
            }
        }
    };
    if (data.pinned) {
        add(QStringLiteral("A"), *data.pinned);
    }
    add(QStringLiteral("B"), data.current);
    figure.numbers = {table};
    return figure;
}

} // namespace morphospace
