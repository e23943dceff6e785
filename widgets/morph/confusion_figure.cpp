// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/morph/confusion_figure.h"

#include "widgets/language/words.h"
#include "widgets/morph/confusion_model.h"
#include "widgets/shared/fitted_font.h"
#include "widgets/shared/text.h"
#include "widgets/theme/paper.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr double margin = 10;
constexpr double leastText = 7; // units: about four points in a column; smaller cannot be read
constexpr double gap = 4;
constexpr double barWidth = 42;

QFont sized(double height)
{
    QFont font = figureFont();
    font.setPointSizeF(font.pointSizeF() * height / figureTextHeight);
    return font;
}

double longest(const QFont& font, const QStringList& texts)
{
    double width = 0;
    for (const QString& text : texts) {
        width = std::max(width, QFontMetricsF(font).horizontalAdvance(text));
    }
    return width;
}

/// Where the parts of the matrix are, in the coordinates of its area. Cells are square. Where they are
/// smaller than letters, the names of neighbours stand in several rows or columns of names.
struct Frame {
    bool turned = false; ///< names of columns stand upright
    bool bars = false;   ///< the share of each class is a bar: its number has no room
    int rowLevels = 1;
    int columnLevels = 1;
    double words = 0;    ///< width of the longest name
    double left = 0;
    double top = 0;
    double right = 0; ///< width of the last column
    double cell = 0;
};

double noteHeight()
{
    return QFontMetricsF(figureFont()).height() + 4;
}

/// `height` 0: as high as it has to be for its width.
Frame frameFor(double width, double height, const QStringList& names)
{
    const int classes = std::max(1, int(names.size()));
    const QFontMetricsF metrics(figureFont());
    const double line = 0.86 * metrics.height(); // from the top of a capital to the foot of a "g"
    Frame frame;
    frame.words = longest(figureFont(), names);
    const auto place = [&] {
        const double numbers = std::max(metrics.horizontalAdvance(percentText(1)),
                                        metrics.horizontalAdvance(tr("right")));
        frame.right = (frame.bars ? std::max(barWidth, metrics.horizontalAdvance(tr("right")))
                                  : numbers)
            + 10;
        frame.left = margin + metrics.height() + frame.rowLevels * (frame.words + gap) + gap;
        const double level = frame.turned ? frame.words + gap : metrics.height();
        frame.top = margin + 2 * metrics.height() + 8 + frame.columnLevels * level + gap;
        frame.cell = (width - frame.left - frame.right - margin) / classes;
        if (height > 0) {
            frame.cell = std::min(frame.cell,
                                  (height - frame.top - noteHeight() - margin) / classes);
        }
        frame.cell = std::max(frame.cell, 0.5);
    };
    place();
    // More rows of names make the cells smaller, which may ask for more of them still.
    for (int round = 0; round < 8; ++round) {
        const Frame before = frame;
        frame.bars = frame.bars || line > frame.cell;
        frame.turned = frame.words > frame.cell - 3 && frame.words > 1.5 * metrics.height();
        const double across = frame.turned ? line : frame.words + 2;
        frame.rowLevels = std::max(frame.rowLevels, int(std::ceil(line / frame.cell)));
        frame.columnLevels = std::max(frame.columnLevels, int(std::ceil(across / frame.cell)));
        frame.rowLevels = std::min(frame.rowLevels, classes);
        frame.columnLevels = std::min(frame.columnLevels, classes);
        place();
        if (before.rowLevels == frame.rowLevels && before.columnLevels == frame.columnLevels
            && before.bars == frame.bars && before.turned == frame.turned) {
            break;
        }
    }
    return frame;
}

/// The font in which the longest count fits its cell; none where it could not be read.
QFont countFont(double cell, const std::vector<std::int64_t>& counts, bool& readable)
{
    QString longestText;
    for (const std::int64_t count : counts) {
        if (count > 0 && QString::number(count).size() > longestText.size()) {
            longestText = QString::number(count);
        }
    }
    const double wanted = std::clamp(cell - 2, leastText, 10.5);
    const QFont font = fittedFont(sized(wanted), longestText, cell - 3, leastText / wanted);
    const QFontMetricsF metrics(font);
    readable = metrics.horizontalAdvance(longestText) <= cell - 1 && metrics.capHeight() <= cell - 2;
    return font;
}

} // namespace

double confusionHeight(double width, const QStringList& classNames)
{
    const Frame frame = frameFor(width, 0, classNames);
    return frame.top + frame.cell * double(std::max<qsizetype>(1, classNames.size())) + noteHeight()
        + margin;
}

void paintConfusion(QPainter& painter, const QRectF& area, const QString& headline,
                    const QStringList& classNames, const std::vector<std::int64_t>& counts)
{
    const Theme& theme = paperTheme();
    ConfusionModel model;
    model.setCounts(classNames, counts);
    const int classes = model.classes();
    Frame frame = frameFor(area.width(), area.height(), classNames);
    const QFont labels = figureFont();
    const QFontMetricsF metrics(labels);
    const double cell = frame.cell;
    const double cells = cell * classes;
    // A page that is wider than the square has it in the middle.
    frame.left += std::max(0.0, area.width() - margin - frame.right - cells - frame.left) / 2;
    const double lastColumn = frame.left + cells;
    painter.save();
    painter.translate(area.topLeft());

    QFont strong = figureFont();
    strong.setWeight(QFont::DemiBold);
    strong = fittedFont(strong, headline, area.width() - 2 * margin);
    painter.setFont(strong);
    painter.setPen(theme.text);
    painter.drawText(QPointF(margin, margin + QFontMetricsF(strong).ascent()), headline);

    painter.setFont(labels);
    painter.setPen(theme.muted);
    const double headlineHeight = metrics.height() + 8;
    const auto centred = [&](const QPointF& middle, const QString& text, const QFontMetricsF& m) {
        painter.drawText(
            middle + QPointF(-m.horizontalAdvance(text) / 2, (m.ascent() - m.descent()) / 2), text);
    };
    centred({frame.left + cells / 2, margin + headlineHeight + metrics.height() / 2},
            tr("predicted class"), metrics);
    const double namesLeft = frame.left - frame.rowLevels * (frame.words + gap) - gap;
    painter.save();
    painter.translate(namesLeft - metrics.height() / 2, frame.top + cells / 2);
    painter.rotate(-90);
    centred({0, 0}, tr("true class"), metrics);
    painter.restore();
    painter.setPen(theme.text);
    const double rightEdge = lastColumn + frame.right;
    painter.drawText(QPointF(frame.bars ? lastColumn + 8
                                        : rightEdge - metrics.horizontalAdvance(tr("right")),
                             frame.top - 4 - metrics.descent()),
                     tr("right"));

    const double levelHeight = frame.turned ? frame.words + gap : metrics.height();
    // From a name that stands farther off to its row or column.
    painter.setPen(QPen(theme.line, 0.5));
    for (int i = 0; i < classes; ++i) {
        const double at = (i + 0.5) * cell;
        if (const int level = i % frame.rowLevels; level > 0) {
            painter.drawLine(QPointF(frame.left - gap - level * (frame.words + gap), frame.top + at),
                             QPointF(frame.left, frame.top + at));
        }
        if (const int level = i % frame.columnLevels; level > 0) {
            painter.drawLine(QPointF(frame.left + at, frame.top - gap - level * levelHeight),
                             QPointF(frame.left + at, frame.top));
        }
    }
    painter.setPen(theme.text);
    for (int i = 0; i < classes; ++i) {
        const QString& name = classNames[i];
        const double x = frame.left + (i + 0.5) * cell;
        const double y = frame.top + (i + 0.5) * cell;
        const double base = y + (metrics.ascent() - metrics.descent()) / 2;
        const double foot = frame.top - gap - (i % frame.columnLevels) * levelHeight;
        if (frame.turned) {
            painter.save();
            painter.translate(x, foot);
            painter.rotate(-90);
            painter.drawText(QPointF(0, (metrics.ascent() - metrics.descent()) / 2), name);
            painter.restore();
        } else {
            centred({x, foot - metrics.height() / 2}, name, metrics);
        }
        painter.drawText(QPointF(frame.left - gap - (i % frame.rowLevels) * (frame.words + gap)
                                     - metrics.horizontalAdvance(name),
                                 base),
                         name);
        if (frame.bars) {
            const QRectF whole(lastColumn + 8, frame.top + (i + 0.15) * cell, barWidth, 0.7 * cell);
            painter.fillRect(whole, theme.line);
            if (model.images(i) > 0) {
                painter.fillRect(QRectF(whole.topLeft(),
                                        QSizeF(barWidth * model.accuracy(i), whole.height())),
                                 theme.accent);
            }
            continue;
        }
        const QString share =
            model.images(i) > 0 ? percentText(model.accuracy(i)) : QStringLiteral("–");
        painter.drawText(QPointF(rightEdge - metrics.horizontalAdvance(share), base), share);
    }

    bool readable = true;
    const QFont small = countFont(cell, counts, readable);
    const QFontMetricsF smallMetrics(small);
    for (int truth = 0; truth < classes; ++truth) {
        for (int predicted = 0; predicted < classes; ++predicted) {
            const std::int64_t count = model.count(truth, predicted);
            if (count == 0) {
                continue;
            }
            const QRectF place(frame.left + predicted * cell, frame.top + truth * cell, cell, cell);
            painter.fillRect(
                place, model.index(truth, predicted).data(Qt::BackgroundRole).value<QColor>());
            if (readable) {
                painter.setFont(small);
                painter.setPen(theme.text);
                centred(place.center(), QString::number(count), smallMetrics);
            }
        }
    }
    painter.setPen(QPen(theme.line, std::min(0.6, 0.08 * cell)));
    for (int i = 0; i <= classes; ++i) {
        const double x = frame.left + i * cell;
        const double y = frame.top + i * cell;
        painter.drawLine(QPointF(x, frame.top), QPointF(x, frame.top + cells));
        painter.drawLine(QPointF(frame.left, y), QPointF(lastColumn, y));
    }
    // What is right lies on the diagonal, so that it is told by place as well as by colour.
    painter.setPen(theme.muted);
    const QString legend = tr("on the diagonal: right; elsewhere: wrong");
    painter.setFont(fittedFont(labels, legend, area.width() - frame.left - margin));
    painter.drawText(QPointF(frame.left, frame.top + cells + metrics.ascent() + 4), legend);
    painter.restore();
}

} // namespace morphospace
