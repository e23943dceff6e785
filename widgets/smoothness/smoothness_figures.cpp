// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/smoothness_figures.h"

#include "widgets/figure/page_figure.h"
#include "widgets/language/words.h"
#include "widgets/scene/scene_labels.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/shared/fitted_font.h"
#include "widgets/smoothness/surface_pair.h"
#include "widgets/shared/text.h"
#include "widgets/theme/paper.h"

#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr double dotsPerUnit = 4;   // 384 dots per inch where text has 9 points
constexpr int mostDots = 2400;      // of one surface

QString number(double value)
{
    return significantText(value, 3);
}

/// The cells of one side, each of whole pixels, so that no viewer blurs them.
QImage cellsOf(const HeatMapPair& pair, int side)
{
    const PlacedMatrix& matrix = pair.sides[std::size_t(side)];
    const std::vector<int> rows = byPlace(matrix.rowPlaces);
    const std::vector<int> columns = byPlace(matrix.columnPlaces);
    const int each = std::clamp(700 / std::max({1, matrix.rows, matrix.columns}), 1, 32);
    QImage image(matrix.columns * each, matrix.rows * each, QImage::Format_RGB32);
    const int last = int(pair.colours.size()) - 1;
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const double value = double(matrix.at(rows[std::size_t(y / each)],
                                                  columns[std::size_t(x / each)]));
            const double place = std::clamp((value / pair.limit + 1) / 2, 0.0, 1.0);
            line[x] = pair.colours[std::size_t(std::lround(place * last))];
        }
    }
    return image;
}

void paintAxis(QPainter& painter, const QRectF& plot, const HeightFieldAxes& axes, bool rowTitle)
{
    const QFont whole = painter.font();
    const QFontMetricsF metrics(whole);
    painter.setPen(QPen(paperTheme().muted, 0.8));
    painter.drawRect(plot);
    for (const HeightFieldAxes::Tick& tick : axes.columnTicks) {
        const double x = plot.left() + tick.place * plot.width();
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 3));
        painter.drawText(QRectF(x - 40, plot.bottom() + 3, 80, metrics.height()), Qt::AlignCenter,
                         tick.text);
    }
    for (const HeightFieldAxes::Tick& tick : axes.rowTicks) {
        const double y = plot.top() + tick.place * plot.height();
        painter.drawLine(QPointF(plot.left() - 3, y), QPointF(plot.left(), y));
        painter.drawText(QRectF(plot.left() - 44, y - metrics.height() / 2, 39, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, tick.text);
    }
    // Where a column has no room for the whole title, the axis still says what it is of.
    const auto fitting = [&](const QString& title, const QString& less, double room) {
        const QString& text = metrics.horizontalAdvance(title) <= room ? title : less;
        painter.setFont(fittedFont(whole, text, room));
        return text;
    };
    const QString across = fitting(axes.columnTitle, tr("input channel"), plot.width() + 36);
    painter.drawText(QRectF(plot.left() - 20, plot.bottom() + 4 + metrics.height(),
                            plot.width() + 40, metrics.height()),
                     Qt::AlignCenter, across);
    if (rowTitle) {
        painter.save();
        painter.translate(plot.left() - 38, plot.center().y());
        painter.rotate(-90);
        const QString up = fitting(axes.rowTitle, tr("output channel"), plot.height() + 36);
        painter.drawText(QRectF(-plot.height() / 2 - 20, -metrics.height(), plot.height() + 40,
                                metrics.height()),
                         Qt::AlignCenter, up);
        painter.restore();
    }
    painter.setFont(whole);
}

struct MapLayout {
    std::array<QRectF, 2> plots;
    QRectF scale;
};

MapLayout mapLayout(const QSizeF& size, double line)
{
    const double left = 44 + line;
    const double scaleRoom = 74 + line;
    const double gap = 46;
    const double top = 2.2 * line;
    const double bottom = 2.6 * line + 6;
    const double each = (size.width() - left - scaleRoom - gap) / 2;
    const double height = size.height() - top - bottom;
    MapLayout layout;
    layout.plots[0] = {left, top, each, height};
    layout.plots[1] = {left + each + gap, top, each, height};
    layout.scale = {layout.plots[1].right() + 12, top, 10, height};
    return layout;
}

double mapHeight(double width)
{
    const double line = QFontMetricsF(figureFont()).height();
    const MapLayout layout = mapLayout(QSizeF(width, 300), line);
    return std::clamp(layout.plots[0].width(), 90.0, 420.0) + 4.8 * line + 6;
}

void paintMaps(QPainter& painter, const QSizeF& size, const HeatMapPair& pair)
{
    const QFontMetricsF metrics(painter.font());
    const double line = metrics.height();
    const MapLayout layout = mapLayout(size, line);
    for (int side = 0; side < 2; ++side) {
        const QRectF plot = layout.plots[std::size_t(side)];
        painter.setPen(paperTheme().text);
        // Each title has half of the page, over its map where there is room to both sides.
        const double middle = (layout.plots[0].right() + layout.plots[1].left()) / 2;
        const double from = side == 0 ? 2 : middle + 2;
        const double to = side == 0 ? middle - 2 : size.width() - 2;
        const QString& title = pair.titles[std::size_t(side)];
        const QFont whole = painter.font();
        painter.setFont(fittedFont(whole, title, to - from));
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(title) + 2;
        const double left = std::clamp(plot.center().x() - width / 2, from, std::max(from, to - width));
        painter.drawText(QRectF(left, 0.3 * line, width, line), Qt::AlignCenter, title);
        painter.setFont(whole);
        if (pair.sides[std::size_t(side)].rows > 0) {
            painter.drawImage(plot, cellsOf(pair, side));
            paintAxis(painter, plot, heightAxes(pair, side), side == 0);
        }
    }
    const QRectF bar = layout.scale;
    QImage ramp(1, 256, QImage::Format_RGB32);
    for (int y = 0; y < 256; ++y) {
        const auto at = std::size_t(std::lround((255 - y) / 255.0
                                                * double(pair.colours.size() - 1)));
        ramp.setPixel(0, y, pair.colours[at]);
    }
    painter.drawImage(bar, ramp);
    painter.setPen(QPen(paperTheme().muted, 0.8));
    painter.drawRect(bar);
    for (const double place : {0.0, 0.5, 1.0}) {
        const double y = bar.bottom() - place * bar.height();
        painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + 3, y));
        painter.drawText(QRectF(bar.right() + 5, y - line / 2, 56, line),
                         Qt::AlignLeft | Qt::AlignVCenter, number((2 * place - 1) * pair.limit));
    }
    painter.save();
    painter.translate(bar.right() + 52, bar.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-bar.height() / 2 - 20, 0, bar.height() + 40, line), Qt::AlignCenter,
                     pair.valueTitle);
    painter.restore();
}

void paintSurfaces(QPainter& painter, const QSizeF& size, const HeatMapPair& pair,
                   const SceneCamera& camera)
{
    const double line = QFontMetricsF(painter.font()).height();
    const SceneColours colours = SurfacePair::coloursOf(paperTheme());
    SceneRenderer renderer;
    for (int side = 0; side < 2; ++side) {
        const QRectF area(side * size.width() / 2, 1.6 * line, size.width() / 2,
                          size.height() - 1.6 * line);
        painter.setPen(paperTheme().text);
        painter.drawText(QRectF(area.left(), 0.3 * line, area.width(), line), Qt::AlignCenter,
                         pair.titles[std::size_t(side)]);
        if (pair.sides[std::size_t(side)].rows == 0) {
            continue;
        }
        HeightField field;
        field.setData(heightField(pair, side));
        field.setAxes(heightAxes(pair, side));
        field.setColours(colours);
        const double scale = std::min(dotsPerUnit, mostDots / std::max(area.width(), area.height()));
        const SceneCamera eye =
            fitted(field, camera, SceneCamera(), area.size(), QFontMetricsF(painter.font()));
        const QImage image = renderer.render(field, eye, (area.size() * scale).toSize());
        if (!image.isNull()) {
            painter.drawImage(area, image);
            paintLabels(painter, area, field, eye, colours);
        }
    }
}

void paintChart(QPainter& painter, const QSizeF& size, const SmoothnessChartData& data)
{
    QGraphicsScene scene;
    auto* chart = new SmoothnessChart(data, paperTheme(), figureFont());
    scene.addItem(chart);
    chart->resize(size);
    chart->layout()->activate();
    const QRectF area(QPointF(0, 0), size);
    scene.setSceneRect(area);
    scene.render(&painter, area, area);
}

} // namespace

std::vector<Figure> smoothnessFigures(const SmoothnessSubject& subject, const std::string& tensor,
                                      const Taps& taps, double part, const SceneCamera& camera)
{
    std::vector<Figure> figures;
    if (!subject.orders && !subject.sizes) {
        return figures;
    }
    const HeatMapPair pair = heatMaps(subject, tensor, taps, part, false);
    const QString of = tr("%1, tensor %2").arg(subject.title, QString::fromStdString(tensor));
    if (pair.sides[0].rows > 0) {
        Figure maps;
        maps.name = QStringLiteral("smoothness-maps");
        maps.title = tr("Heat maps of weights");
        maps.description =
            tr("Weights of %1 as two heat maps: %2; %3. %4").arg(of, pair.titles[0], pair.titles[1],
                                                                 summary(subject));
        maps.paint = [pair](QPainter& painter, const QSizeF& size) {
            paintMaps(painter, size, pair);
        };
        maps.heightFor = mapHeight;
        maps.numbers = {mapNumbers(pair)};
        figures.push_back(maps);
        if (openGlProblem().isEmpty()) {
            Figure surface = maps;
            surface.name = QStringLiteral("smoothness-surface");
            surface.title = tr("Surfaces of weights");
            surface.description = tr("Weights of %1 as two lit surfaces: %2; %3. %4")
                                      .arg(of, pair.titles[0], pair.titles[1], summary(subject));
            surface.paint = [pair, camera](QPainter& painter, const QSizeF& size) {
                paintSurfaces(painter, size, pair, camera);
            };
            surface.heightFor = [](double width) { return std::clamp(width * 0.56, 190.0, 460.0); };
            figures.push_back(surface);
        }
    }
    using Kind = SmoothnessChartData::Kind;
    const std::pair<Kind, const char*> charts[] = {{Kind::Variation, "total-variation"},
                                                   {Kind::Neighbours, "neighbour-distances"},
                                                   {Kind::Path, "channel-path"}};
    for (const auto& [kind, name] : charts) {
        const auto data = chartData(subject, kind, tensor);
        if (!data) {
            continue;
        }
        Figure figure;
        figure.name = QString::fromLatin1(name);
        figure.title = kind == Kind::Variation ? tr("Total variation by tensor")
            : kind == Kind::Neighbours         ? tr("Distances of neighbouring channels")
                                               : tr("Channels and the order through them");
        figure.description = tr("%1. %2: %3").arg(data->title, subject.title, summary(subject));
        figure.paint = [data = *data](QPainter& painter, const QSizeF& size) {
            paintChart(painter, size, data);
        };
        figure.heightFor = [](double width) { return std::clamp(width * 0.6, 240.0, 420.0); };
        figure.numbers = {data->numbers};
        figures.push_back(figure);
    }
    return figures;
}

Figure smoothnessPageFigure(const std::vector<Figure>& figures, const QString& matrix,
                            const QString& chart, const QString& sentence)
{
    std::vector<Figure> parts;
    for (const QString& name : {matrix, chart}) {
        const auto found = std::ranges::find(figures, name, &Figure::name);
        if (found != figures.end()) {
            parts.push_back(*found);
        }
    }
    return pageFigure(QStringLiteral("smoothness-page"), tr("Whole page: smoothness"), parts,
                      {sentence});
}

} // namespace morphospace
