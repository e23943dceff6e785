// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/specimen_data.h"

#include "widgets/language/words.h"
#include "widgets/shared/fitted_font.h"
#include "widgets/shared/text.h"
#include "widgets/theme/paper.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace morphospace {
namespace {

constexpr double leastText = 9;         // pixels: nobody reads smaller titles
constexpr double printScale = 4;        // picture pixels a figure unit: 384 dots per inch at 9 points

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
        // Smaller where that is enough, but never too small to be read: then the middle is left out.
        font = fittedFont(font, label.text, label.place.width(),
                          std::clamp(leastText / QFontInfo(font).pixelSize(), 0.75, 1.0));
        painter.setFont(font);
        painter.setPen(label.model == 0   ? theme.accent
                       : label.model == 1 ? theme.pinned
                                          : theme.muted);
        painter.drawText(label.place, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(font).elidedText(label.text, Qt::ElideMiddle,
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
            each = rows * std::min(largestLetter, (across - 28) / letters * 2.0);
        }
        return models * (each + 3 * sheetMargin + figureTextHeight + 8) + 12;
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
