// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/page_figure.h"

#include "widgets/theme/paper.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace morphospace {
namespace {

constexpr double margin = 8;
constexpr double gap = 6;
constexpr double between = 3;   // sentences
constexpr double column = 413;  // units of a column of 85 mm with text of 7 points

double wordsHeight(const QStringList& sentences, double width)
{
    const QFontMetricsF metrics(figureFont());
    double height = margin;
    for (const QString& sentence : sentences) {
        height += metrics
                      .boundingRect(QRectF(0, 0, width - 2 * margin, 10000), Qt::TextWordWrap,
                                    sentence)
                      .height()
            + between;
    }
    return height;
}

double partsHeight(const std::vector<Figure>& parts, double width)
{
    double height = gap * double(std::max<std::size_t>(1, parts.size()) - 1);
    for (const Figure& part : parts) {
        height += part.heightFor(width);
    }
    return height;
}

void paintAll(QPainter& painter, const QSizeF& size, const std::vector<Figure>& parts,
              const QStringList& sentences)
{
    const double room = size.height() - wordsHeight(sentences, size.width());
    const double give = room / std::max(1.0, partsHeight(parts, size.width()));
    // On a page that is too low they stand beside each other, each as it is in a column.
    const bool beside = parts.size() > 1 && give < 0.75;
    const double across = size.width() / (beside ? double(parts.size()) : 1);
    const double scale = beside ? std::min(1.0, across / column) : 1;
    QPointF at(0, 0);
    for (const Figure& part : parts) {
        const double width = across / scale;
        const double suits = part.heightFor(width);
        const QSizeF own(width, beside ? std::min(suits, room / scale) : give * suits);
        painter.save();
        painter.translate(at);
        painter.scale(scale, scale);
        painter.setFont(figureFont());
        painter.setPen(paperTheme().text);
        part.paint(painter, own);
        painter.restore();
        at += beside ? QPointF(across, 0) : QPointF(0, own.height() + give * gap);
    }
    painter.setFont(figureFont());
    painter.setPen(paperTheme().text);
    double y = room;
    for (const QString& sentence : sentences) {
        QRectF used;
        painter.drawText(QRectF(margin, y, size.width() - 2 * margin, 10000),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, sentence, &used);
        y += used.height() + between;
    }
}

} // namespace

Figure pageFigure(const QString& name, const QString& title, const std::vector<Figure>& parts,
                  const QStringList& sentences)
{
    Figure page;
    page.name = name;
    page.title = title;
    QStringList words;
    for (const Figure& part : parts) {
        words += part.description;
        page.numbers += part.numbers;
    }
    page.description = words.join(u' ');
    page.paint = [parts, sentences](QPainter& painter, const QSizeF& size) {
        paintAll(painter, size, parts, sentences);
    };
    page.heightFor = [parts, sentences](double width) {
        return partsHeight(parts, width) + wordsHeight(sentences, width);
    };
    return page;
}

} // namespace morphospace
