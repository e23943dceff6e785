// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/landscape_painter.h"

#include "widgets/landscape/landscape_faces.h"
#include "widgets/language/words.h"
#include "widgets/shared/fitted_font.h"
#include "widgets/shared/text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace morphospace {
namespace {

double line(const QFont& font)
{
    return QFontMetricsF(font).height();
}

/// Smaller where it would reach out of `area`.
void paintUpright(QPainter& painter, const QRectF& area, const QPointF& middle, const QString& text)
{
    const double room = 2 * std::min(middle.y() - area.top(), area.bottom() - middle.y());
    painter.save();
    painter.setFont(fittedFont(painter.font(), text, room - 10));
    const QFontMetricsF metrics(painter.font());
    painter.translate(middle);
    painter.rotate(-90);
    painter.drawText(QRectF(-metrics.horizontalAdvance(text) / 2 - 4, -metrics.height() / 2,
                            metrics.horizontalAdvance(text) + 8, metrics.height()),
                     Qt::AlignCenter, text);
    painter.restore();
}

/// Places of an axis that get a number: as many as fit without touching.
std::vector<int> ticksOf(const std::vector<int>& places, double length, double each)
{
    const auto most = std::max<std::size_t>(2, std::size_t(length / each));
    const std::size_t step = (places.size() + most - 1) / most;
    std::vector<int> ticks;
    for (std::size_t i = 0; i < places.size(); i += std::max<std::size_t>(1, step)) {
        ticks.push_back(places[i]);
    }
    return ticks;
}

void paintMarker(QPainter& painter, const QPointF& at, const QString& letter, const QColor& colour,
                 bool inPlane, const Theme& theme)
{
    const double radius = markerRadius(painter.font());
    painter.setPen(QPen(inPlane ? theme.surface : colour, 2,
                        inPlane ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(inPlane ? colour : theme.surface);
    painter.drawEllipse(at, radius, radius);
    painter.setPen(inPlane ? theme.accentText : colour);
    painter.drawText(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius),
                     Qt::AlignCenter, letter);
}

void paintScale(QPainter& painter, const QRectF& bar, const QString& title, const QString& least,
                const QString& greatest, const Theme& theme)
{
    // Bands, each a little over the next: a file of vectors keeps them, where a picture would blur.
    constexpr int bands = 96;
    const double each = bar.height() / bands;
    for (int band = 0; band < bands; ++band) {
        painter.fillRect(QRectF(bar.left(), bar.top() + band * each, bar.width(),
                                each + (band + 1 < bands ? 0.4 : 0.0)),
                         QColor(sequentialColour(1 - band / double(bands - 1))));
    }
    painter.setPen(theme.muted);
    const double height = line(painter.font());
    painter.drawText(QRectF(bar.right() + 5, bar.top() - 2, 90, height),
                     Qt::AlignLeft | Qt::AlignVCenter, greatest);
    painter.drawText(QRectF(bar.right() + 5, bar.bottom() - height + 2, 90, height),
                     Qt::AlignLeft | Qt::AlignVCenter, least);
    painter.setPen(theme.text);
    paintUpright(painter, bar.adjusted(0, -40, 0, 40), {bar.right() + 4 + height / 2, bar.center().y()}, title);
}

/// Slanting lines. A brush with such a pattern would become a picture in a file of vectors.
void paintHatch(QPainter& painter, const QRectF& area, const QColor& colour)
{
    constexpr double apart = 6;
    painter.setPen(QPen(colour, 1));
    const double height = area.height();
    for (double x = area.left() - height + apart; x < area.right(); x += apart) {
        const double from = std::max(0.0, area.left() - x);
        const double to = std::min(height, area.right() - x);
        painter.drawLine(QPointF(x + from, area.bottom() - from),
                         QPointF(x + to, area.bottom() - to));
    }
}

} // namespace

double markerRadius(const QFont& font)
{
    return std::max(8.0, 0.62 * line(font));
}

QPointF LandscapeFrame::at(double xSize, double ySize) const
{
    return {plot.left() + (xSize - xLeast) / (xGreatest - xLeast) * plot.width(),
            plot.bottom() - (ySize - yLeast) / (yGreatest - yLeast) * plot.height()};
}

QPointF LandscapeFrame::sizesAt(const QPointF& position) const
{
    return {xLeast + (position.x() - plot.left()) / plot.width() * (xGreatest - xLeast),
            yLeast + (plot.bottom() - position.y()) / plot.height() * (yGreatest - yLeast)};
}

LandscapeFrame landscapeFrame(const LandscapeData& data, const QRectF& area, const QFont& font)
{
    const double height = line(font);
    LandscapeFrame frame;
    frame.plot = area.adjusted(3.4 * height, 0.8 * height, -6.2 * height, -3.3 * height - 8);
    frame.scale = {frame.plot.right() + 1.2 * height, frame.plot.top(), 0.8 * height,
                   frame.plot.height()};
    // Half a place of room, so that markers at the edge are whole.
    const auto room = [](const std::vector<int>& places) {
        return places.size() > 1
            ? 0.5 * double(places.back() - places.front()) / double(places.size() - 1)
            : 0.5;
    };
    frame.xLeast = data.grid.xs.front() - room(data.grid.xs);
    frame.xGreatest = data.grid.xs.back() + room(data.grid.xs);
    frame.yLeast = data.grid.ys.front() - room(data.grid.ys);
    frame.yGreatest = data.grid.ys.back() + room(data.grid.ys);
    return frame;
}

void paintLandscape(QPainter& painter, const QRectF& area, const LandscapeData& data,
                    const Theme& theme, int marked)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const LandscapeFrame frame = landscapeFrame(data, area, painter.font());
    const double height = line(painter.font());
    const std::size_t columns = data.grid.xs.size();
    painter.fillRect(frame.plot, theme.window);
    const LandscapeRange range = colourRange(data);
    const std::vector<bool> coloured = fillFaces(painter, data, frame, theme);
    painter.setClipRect(frame.plot);
    // Where a label would be hidden: under A and B, and under another label.
    std::vector<QRectF> taken;
    const double disc = std::max(8.0, 0.62 * line(painter.font())) + 2;
    const auto takePlace = [&](const Configuration& configuration) {
        const auto place = data.grid.positionOf(configuration);
        const QPointF at = frame.at(place.x, place.y);
        taken.emplace_back(at.x() - disc, at.y() - disc, 2 * disc, 2 * disc);
    };
    takePlace(data.current);
    if (data.pinned) {
        takePlace(*data.pinned);
    }
    // Lines of equal accuracy, whatever the colours show; each says its accuracy once.
    std::size_t labelled = 0;
    for (const double level : contourLevels(data)) {
        const std::vector<ContourPiece> pieces = contour(data, level);
        QPainterPath path;
        for (const ContourPiece& piece : pieces) {
            path.moveTo(frame.at(piece.from.x(), piece.from.y()));
            path.lineTo(frame.at(piece.to.x(), piece.to.y()));
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(0, 0, 0, 120), 2.6));
        painter.drawPath(path);
        painter.setPen(QPen(Qt::white, 1.2));
        painter.drawPath(path);
        if (!pieces.empty()) {
            // Labels of neighbouring lines stand at different places, so that none hides another.
            const std::size_t first = (pieces.size() * (labelled++ % 4 * 2 + 1)) / 8;
            const QString text = percentText(level, 1);
            const double width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 6;
            QRectF box;
            for (std::size_t tried = 0; tried < pieces.size() && box.isNull(); ++tried) {
                const ContourPiece& piece = pieces[(first + tried) % pieces.size()];
                const QPointF at = frame.at((piece.from.x() + piece.to.x()) / 2,
                                            (piece.from.y() + piece.to.y()) / 2);
                const QRectF here(at.x() - width / 2, at.y() - height / 2, width, height);
                if (std::ranges::none_of(
                        taken, [&](const QRectF& other) { return other.intersects(here); })) {
                    box = here;
                }
            }
            if (box.isNull()) {
                continue;   // the colours say it too
            }
            taken.push_back(box);
            painter.setPen(Qt::NoPen);
            painter.setBrush(QColor(0, 0, 0, 150));
            painter.drawRoundedRect(box, 3, 3);
            painter.setPen(Qt::white);
            painter.drawText(box, Qt::AlignCenter, text);
        }
    }
    // What training sampled; the sizes that are no part of either axis stay as they are.
    const auto least = data.grid.positionOf(data.trained.least);
    const auto greatest = data.grid.positionOf(data.trained.greatest);
    const QRectF trained =
        QRectF(frame.at(least.x, least.y), frame.at(greatest.x, greatest.y)).normalized();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.text, 1.6, Qt::DashLine));
    painter.drawRect(trained.adjusted(-7, -7, 7, 7));
    // A dot a cell: full where measured, and in its colour where no surface around it shows that.
    for (std::size_t cell = 0; cell < data.cells.size(); ++cell) {
        const QPointF at = frame.at(data.grid.xs[cell % columns], data.grid.ys[cell / columns]);
        const bool known = data.cells[cell].has_value();
        painter.setPen(known ? QPen(QColor(0, 0, 0, 160), 1) : QPen(theme.muted, 1));
        painter.setBrush(known ? QBrush(Qt::white) : QBrush(Qt::NoBrush));
        const double radius = int(cell) == marked ? 6 : 2.4;
        const std::optional<double> alone =
            known && !coloured[cell] ? colourValue(data, cell) : std::nullopt;
        if (alone) {
            painter.setBrush(QColor(
                sequentialColour((*alone - range.least) / (range.greatest - range.least))));
        }
        painter.drawEllipse(at, alone ? std::max(5.0, radius) : radius,
                            alone ? std::max(5.0, radius) : radius);
    }
    if (data.pinned) {
        const auto a = data.grid.positionOf(*data.pinned);
        paintMarker(painter, frame.at(a.x, a.y), QStringLiteral("A"), theme.pinned, a.inPlane,
                    theme);
    }
    const auto b = data.grid.positionOf(data.current);
    paintMarker(painter, frame.at(b.x, b.y), QStringLiteral("B"), theme.accent, b.inPlane,
                theme);
    painter.setClipping(false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme.line);
    painter.drawRect(frame.plot);
    painter.setPen(theme.muted);
    for (const int x : ticksOf(data.grid.xs, frame.plot.width(), 3 * height)) {
        const double at = frame.at(x, 0).x();
        painter.drawText(QRectF(at - 40, frame.plot.bottom() + 2, 80, height), Qt::AlignCenter,
                         QString::number(x));
    }
    for (const int y : ticksOf(data.grid.ys, frame.plot.height(), 1.6 * height)) {
        const double at = frame.at(0, y).y();
        painter.drawText(QRectF(area.left(), at - height / 2, frame.plot.left() - area.left() - 5,
                                height),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(y));
    }
    painter.setPen(theme.text);
    painter.drawText(QRectF(frame.plot.left() - 60, frame.plot.bottom() + height + 4,
                            frame.plot.width() + 120, height),
                     Qt::AlignCenter, axisTitle(data.grid.x));
    paintUpright(painter, area, {area.left() + 0.8 * height, frame.plot.center().y()},
                 axisTitle(data.grid.y));
    painter.setPen(theme.muted);
    const QString reading = tr("Dashes: trained range. Lines: equal accuracy, through what is measured.");
    painter.setFont(fittedFont(painter.font(), reading, area.width() - 8));
    painter.drawText(QRectF(area.left() + 4, frame.plot.bottom() + 2 * height + 6, area.width() - 8, height),
                     Qt::AlignCenter, reading);
    paintColourKey(painter, frame.scale, data, theme);
    painter.restore();
}

double colourKeyWidth(const QFont& font)
{
    return 5.4 * line(font);
}

void paintColourKey(QPainter& painter, const QRectF& bar, const LandscapeData& data,
                    const Theme& theme)
{
    const bool latency = data.colour == LandscapeData::Colour::Latency;
    if (latency ? data.latencyCount() > 0 : data.knownCount() > 0) {
        const LandscapeRange range = colourRange(data);
        paintScale(painter, bar, colourTitle(data), colourText(data, range.least),
                   colourText(data, range.greatest), theme);
    }
}

void paintColourKeyBeside(QPainter& painter, const QRectF& area, const LandscapeData& data,
                          const Theme& theme)
{
    const double height = line(painter.font());
    // As long as it is read well; in the middle of what it belongs to.
    const double length = std::min(area.height() - 2 * height, 16 * height);
    paintColourKey(painter,
                   {area.left() + 0.4 * height, area.center().y() - length / 2, 0.8 * height, length},
                   data, theme);
}

QString costTitle(Cost cost)
{
    switch (cost) {
    case Cost::Parameters: return tr("Parameters");
    case Cost::Macs: return tr("MACs");
    case Cost::Bytes: return tr("Bytes of weights");
    case Cost::Latency: return tr("Latency");
    }
    return {};
}

QString costWords(Cost cost, double value)
{
    switch (cost) {
    case Cost::Parameters:
    case Cost::Macs: return shortCountText(std::llround(value));
    case Cost::Bytes: return bytesText(std::llround(value));
    case Cost::Latency: return durationText(value);
    }
    return {};
}

void paintFront(QPainter& painter, const QRectF& area, const FrontData& data, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double height = line(painter.font());
    const QRectF plot = area.adjusted(4.2 * height, 2.0 * height, -1.2 * height, -2.8 * height);
    double low = 1;
    double high = 0;
    for (const auto* list : {&data.found, &data.uniform}) {
        for (const FrontData::Point& point : *list) {
            low = std::min(low, point.low);
            high = std::max(high, point.high);
        }
    }
    if (low > high) {
        painter.restore();
        return;
    }
    const double step = high - low > 0.1 ? 0.05 : 0.01;
    low = std::floor(low / step) * step;
    high = std::ceil(high / step) * step;
    const auto at = [&](double cost, double accuracy) {
        return QPointF(plot.left() + cost / (1.06 * data.limit) * plot.width(),
                       plot.bottom() - (accuracy - low) / (high - low) * plot.height());
    };
    painter.setPen(theme.line);
    painter.drawRect(plot);
    for (double level = low; level <= high + 1e-9; level += step) {
        const double y = at(0, level).y();
        painter.setPen(theme.line);
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(area.left(), y - height / 2, plot.left() - area.left() - 5, height),
                         Qt::AlignRight | Qt::AlignVCenter, percentText(level, 0));
    }
    for (int part = 0; part <= 4; ++part) {
        const double cost = data.limit * part / 4;
        const double x = at(cost, low).x();
        painter.setPen(theme.muted);
        painter.drawText(QRectF(x - 60, plot.bottom() + 3, 120, height), Qt::AlignCenter,
                         costWords(data.cost, cost));
    }
    painter.setPen(theme.text);
    painter.drawText(QRectF(plot.left() - 60, plot.bottom() + height + 6, plot.width() + 120, height),
                     Qt::AlignCenter, costTitle(data.cost));
    paintUpright(painter, area, {area.left() + 0.7 * height, plot.center().y()},
                 data.onTest ? tr("Accuracy, test images") : tr("Accuracy, validation images"));
    painter.setPen(QPen(theme.unseen, 1.6, Qt::DashLine));
    painter.drawLine(at(data.limit, low), at(data.limit, high));
    const auto series = [&](const std::vector<FrontData::Point>& points, const QColor& colour,
                            bool square, double shift) {
        QPainterPath path;
        for (const FrontData::Point& point : points) {
            const QPointF place = at(point.cost, point.accuracy) + QPointF(shift, 0);
            path.isEmpty() ? path.moveTo(place) : path.lineTo(place);
            painter.setPen(QPen(colour, 1.2));
            painter.drawLine(at(point.cost, point.low) + QPointF(shift, 0),
                             at(point.cost, point.high) + QPointF(shift, 0));
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 2));
        painter.drawPath(path);
        painter.setBrush(colour);
        painter.setPen(Qt::NoPen);
        for (const FrontData::Point& point : points) {
            const QPointF place = at(point.cost, point.accuracy) + QPointF(shift, 0);
            if (square) {
                painter.drawRect(QRectF(place.x() - 4.5, place.y() - 4.5, 9, 9));
            } else {
                painter.drawEllipse(place, 5, 5);
            }
        }
    };
    series(data.uniform, theme.pinned, true, -3);
    series(data.found, theme.accent, false, 3);
    double x = plot.left();
    const auto entry = [&](const QString& text, const QColor& colour, bool square) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        const QPointF middle(x + 6, area.top() + height);
        if (square) {
            painter.drawRect(QRectF(middle.x() - 4.5, middle.y() - 4.5, 9, 9));
        } else {
            painter.drawEllipse(middle, 5, 5);
        }
        painter.setPen(theme.text);
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(text);
        painter.drawText(QRectF(x + 16, area.top() + height / 2, width + 4, height),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
        x += width + 40;
    };
    entry(tr("found"), theme.accent, false);
    if (!data.uniform.empty()) {
        entry(tr("uniform, chosen in the same way"), theme.pinned, true);
    }
    painter.restore();
}

void paintLayers(QPainter& painter, const QRectF& area, const Similarity& similarity,
                 const Theme& theme, bool old)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double height = line(painter.font());
    const std::size_t count = similarity.layers.size();
    double names = 0;
    for (const std::string& layer : similarity.layers) {
        names = std::max(names, QFontMetricsF(painter.font())
                                    .horizontalAdvance(QString::fromStdString(layer)));
    }
    const QRectF plot = area.adjusted(names + 14, 0.4 * height, -4.5 * height, -2.4 * height);
    const double each = plot.height() / double(std::max<std::size_t>(1, count));
    for (int part = 0; part <= 4; ++part) {
        const double x = plot.left() + plot.width() * part / 4;
        painter.setPen(theme.line);
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(x - 40, plot.bottom() + 2, 80, height), Qt::AlignCenter,
                         decimalText(part / 4.0, 2));
    }
    painter.setPen(theme.text);
    painter.drawText(QRectF(plot.left(), plot.bottom() + height + 2, plot.width(), height),
                     Qt::AlignCenter, tr("Linear CKA of features"));
    // Names of layers where they fit; never one over the other.
    const int step = std::max(1, int(std::ceil(0.95 * height / each)));
    for (std::size_t l = 0; l < count; ++l) {
        const double y = plot.top() + double(l) * each;
        painter.setPen(theme.muted);
        if (int(l) % step == 0) {
            painter.drawText(QRectF(area.left(), y + each / 2 - height / 2, names + 8, height),
                             Qt::AlignRight | Qt::AlignVCenter,
                             QString::fromStdString(similarity.layers[l]));
        }
        const bool first = similarity.has(l, 0);
        const bool second = similarity.has(l, 1);
        const QRectF row(plot.left(), y + 0.12 * each, plot.width(), 0.76 * each);
        if (first && second) {
            const double cka = std::clamp(similarity.cka[l][similarity.at(0, 1)], 0.0, 1.0);
            painter.fillRect(QRectF(row.left(), row.top(), row.width() * cka, row.height()),
                             old ? theme.muted : theme.stages[1]);
            painter.setPen(theme.text);
            if (int(l) % step == 0) {
                painter.drawText(QRectF(plot.right() + 6, y + each / 2 - height / 2, 4.4 * height,
                                        height),
                                 Qt::AlignLeft | Qt::AlignVCenter,
                                 decimalText(similarity.cka[l][similarity.at(0, 1)], 3));
            }
        } else if (first || second) {
            paintHatch(painter, row, theme.unseen);
            if (each >= 0.8 * height) {
                painter.setPen(theme.text);
                const QString words = first ? tr("only the first has it") : tr("only the second has it");
                const double width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 10;
                const QRectF box(plot.left() + 6, y + each / 2 - height / 2, width, height);
                painter.fillRect(box, theme.surface);
                painter.drawText(box, Qt::AlignCenter, words);
            }
        }
    }
    painter.restore();
}

void paintWidths(QPainter& painter, const QRectF& area, const Similarity& similarity,
                 std::optional<std::size_t> layer, const Theme& theme)
{
    painter.save();
    const double height = line(painter.font());
    const std::size_t count = similarity.sizes.size();
    const double side = std::min(area.width() - 11 * height, area.height() - 3.4 * height);
    const QRectF plot(area.left() + 4 * height + (area.width() - 11 * height - side) / 2,
                      area.top() + 0.5 * height, side, side);
    // CKA is near 1 for neighbours: colours run from the least there is, and the bar says it; those
    // of a divergence from 0 to the greatest.
    const std::vector<double>& values = layer ? similarity.cka[*layer] : similarity.divergence;
    double least = layer ? 0.999 : 0;
    double greatest = layer ? 1 : 1e-3;
    for (const double value : values) {
        (layer ? least : greatest) = layer ? std::min(least, value) : std::max(greatest, value);
    }
    const double each = side / double(count);
    std::vector<int> widest;
    for (const Configuration& size : similarity.sizes) {
        widest.push_back(*std::ranges::max_element(size.widths));
    }
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j) {
            const double value = values[similarity.at(i, j)];
            painter.fillRect(QRectF(plot.left() + double(j) * each, plot.bottom() - double(i + 1) * each,
                                    each + 0.5, each + 0.5),
                             QColor(sequentialColour((value - least) / (greatest - least))));
        }
    }
    painter.setPen(theme.muted);
    const int step = std::max(1, int(std::ceil(2.2 * height / each)));
    for (std::size_t i = 0; i < count; i += std::size_t(step)) {
        const QString text = QString::number(widest[i]);
        painter.drawText(QRectF(plot.left() + (double(i) + 0.5) * each - 30, plot.bottom() + 2, 60,
                                height),
                         Qt::AlignCenter, text);
        painter.drawText(QRectF(plot.left() - 66, plot.bottom() - (double(i) + 0.5) * each - height / 2,
                                60, height),
                         Qt::AlignRight | Qt::AlignVCenter, text);
    }
    painter.setPen(theme.text);
    painter.drawText(QRectF(plot.left() - 80, plot.bottom() + height + 4, side + 160, height),
                     Qt::AlignCenter,
                     layer ? tr("Channels of the widest stage")
                           : tr("to: channels of the widest stage"));
    paintUpright(painter, area, {plot.left() - 3.2 * height, plot.center().y()},
                 layer ? tr("Channels of the widest stage")
                       : tr("from: channels of the widest stage"));
    paintScale(painter, {plot.right() + height, plot.top(), 0.8 * height, side},
               layer ? tr("Linear CKA, %1").arg(QString::fromStdString(similarity.layers[*layer]))
                     : tr("KL divergence, nats"),
               decimalText(least, 2), decimalText(greatest, 2), theme);
    painter.restore();
}

} // namespace morphospace
