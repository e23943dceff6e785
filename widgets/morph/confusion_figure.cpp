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
constexpr double leastText = 5.5; // units: about four points; smaller cannot be read in print

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

/// Where the parts of the matrix are, in the coordinates of its area.
struct Frame {
    QFont labels;
    bool turned = false; ///< names of columns stand upright
    double left = 0;
    double top = 0;
    double right = 0; ///< width of the last column
    double cellWidth = 0;
};

Frame frameFor(double width, const QStringList& names)
{
    const int classes = std::max(1, int(names.size()));
    Frame frame;
    frame.labels = sized(classes > 20 ? 7.5 : 10.5);
    const QFontMetricsF metrics(frame.labels);
    const double words = longest(frame.labels, names);
    frame.left = margin + metrics.height() + words + 8;
    frame.right =
        std::max(metrics.horizontalAdvance(percentText(1)), metrics.horizontalAdvance(tr("right")))
        + 10;
    frame.cellWidth = (width - frame.left - frame.right - margin) / classes;
    frame.turned = words > frame.cellWidth - 3;
    const double headline = QFontMetricsF(figureFont()).height() + 8;
    frame.top =
        margin + headline + metrics.height() + (frame.turned ? words + 8 : metrics.height() + 4);
    return frame;
}

/// The font in which the longest count fits its cell; none where it could not be read.
QFont countFont(const Frame& frame, double cellHeight, const std::vector<std::int64_t>& counts,
                bool& readable)
{
    QString longestText;
    for (const std::int64_t count : counts) {
        if (count > 0 && countText(count).size() > longestText.size()) {
            longestText = countText(count);
        }
    }
    const double wanted = std::clamp(cellHeight - 2, leastText, 10.5);
    const QFont font =
        fittedFont(sized(wanted), longestText, frame.cellWidth - 3, leastText / wanted);
    const QFontMetricsF metrics(font);
    readable = metrics.horizontalAdvance(longestText) <= frame.cellWidth - 1
        && metrics.capHeight() <= cellHeight - 2;
    return font;
}

} // namespace

double confusionHeight(double width, const QStringList& classNames)
{
    const Frame frame = frameFor(width, classNames);
    const double least = QFontMetricsF(frame.labels).height();
    const double cell = std::clamp(frame.cellWidth * 0.8, least, std::max(least, 30.0));
    return frame.top + cell * double(classNames.size()) + margin
        + 2 * QFontMetricsF(frame.labels).height();
}

void paintConfusion(QPainter& painter, const QRectF& area, const QString& headline,
                    const QStringList& classNames, const std::vector<std::int64_t>& counts)
{
    const Theme& theme = paperTheme();
    ConfusionModel model;
    model.setCounts(classNames, counts);
    const int classes = model.classes();
    const Frame frame = frameFor(area.width(), classNames);
    const QFontMetricsF metrics(frame.labels);
    const double note = metrics.height() + 4;
    const double cellHeight = std::min(
        frame.cellWidth, (area.height() - frame.top - note - margin) / std::max(1, classes));
    painter.save();
    painter.translate(area.topLeft());

    QFont strong = figureFont();
    strong.setWeight(QFont::DemiBold);
    strong = fittedFont(strong, headline, area.width() - 2 * margin);
    painter.setFont(strong);
    painter.setPen(theme.text);
    painter.drawText(QPointF(margin, margin + QFontMetricsF(strong).ascent()), headline);

    painter.setFont(frame.labels);
    painter.setPen(theme.muted);
    const double cells = frame.cellWidth * classes;
    const double headlineHeight = QFontMetricsF(figureFont()).height() + 8;
    const auto centred = [&](const QPointF& middle, const QString& text, const QFontMetricsF& m) {
        painter.drawText(
            middle + QPointF(-m.horizontalAdvance(text) / 2, (m.ascent() - m.descent()) / 2), text);
    };
    centred({frame.left + cells / 2, margin + headlineHeight + metrics.height() / 2},
            tr("predicted class"), metrics);
    painter.save();
    painter.translate(margin + metrics.height() / 2, frame.top + cellHeight * classes / 2);
    painter.rotate(-90);
    centred({0, 0}, tr("true class"), metrics);
    painter.restore();
    painter.setPen(theme.text);
    const double lastColumn = frame.left + cells;
    painter.drawText(QPointF(lastColumn + frame.right - metrics.horizontalAdvance(tr("right")),
                             frame.top - 4 - metrics.descent()),
                     tr("right"));

    // Where cells are smaller than letters, every second or third class is named.
    const double across = frame.turned ? metrics.ascent() : longest(frame.labels, classNames) + 2;
    const int columnStep = std::max(1, int(std::ceil(across / frame.cellWidth)));
    const int rowStep = std::max(1, int(std::ceil(metrics.ascent() / std::max(1.0, cellHeight))));
    for (int i = 0; i < classes; ++i) {
        const QString& name = classNames[i];
        const double x = frame.left + (i + 0.5) * frame.cellWidth;
        const double y = frame.top + (i + 0.5) * cellHeight;
        if (i % columnStep == 0 && frame.turned) {
            painter.save();
            painter.translate(x, frame.top - 4);
            painter.rotate(-90);
            painter.drawText(QPointF(0, (metrics.ascent() - metrics.descent()) / 2), name);
            painter.restore();
        } else if (i % columnStep == 0) {
            centred({x, frame.top - metrics.height() / 2 - 2}, name, metrics);
        }
        if (i % rowStep != 0) {
            continue;
        }
        painter.drawText(QPointF(frame.left - 5 - metrics.horizontalAdvance(name),
                                 y + (metrics.ascent() - metrics.descent()) / 2),
                         name);
        const QString share =
            model.images(i) > 0 ? percentText(model.accuracy(i)) : QStringLiteral("–");
        painter.drawText(QPointF(lastColumn + frame.right - metrics.horizontalAdvance(share),
                                 y + (metrics.ascent() - metrics.descent()) / 2),
                         share);
    }

    bool readable = true;
    const QFont small = countFont(frame, cellHeight, counts, readable);
    const QFontMetricsF smallMetrics(small);
    for (int truth = 0; truth < classes; ++truth) {
        for (int predicted = 0; predicted < classes; ++predicted) {
            const std::int64_t count = model.count(truth, predicted);
            if (count == 0) {
                continue;
            }
            const QRectF cell(frame.left + predicted * frame.cellWidth,
                              frame.top + truth * cellHeight, frame.cellWidth, cellHeight);
            painter.fillRect(
                cell, model.index(truth, predicted).data(Qt::BackgroundRole).value<QColor>());
            if (readable) {
                painter.setFont(small);
                painter.setPen(theme.text);
                centred(cell.center(), countText(count), smallMetrics);
            }
        }
    }
    painter.setPen(QPen(theme.line, 0.6));
    for (int i = 0; i <= classes; ++i) {
        const double x = frame.left + i * frame.cellWidth;
        const double y = frame.top + i * cellHeight;
        painter.drawLine(QPointF(x, frame.top), QPointF(x, frame.top + classes * cellHeight));
        painter.drawLine(QPointF(frame.left, y), QPointF(lastColumn, y));
    }
    // What is right lies on the diagonal, so that it is told by place as well as by colour.
    painter.setFont(frame.labels);
    painter.setPen(theme.muted);
    const QString legend = tr("on the diagonal: right; elsewhere: wrong");
    painter.drawText(QPointF(frame.left, frame.top + classes * cellHeight + metrics.ascent() + 4),
                     legend);
    painter.restore();
}

} // namespace morphospace
