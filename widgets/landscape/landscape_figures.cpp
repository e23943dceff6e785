// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/landscape_figures.h"

#include "widgets/figure/number_table_view.h"
#include "widgets/figure/page_figure.h"
#include "widgets/landscape/landscape_surface.h"
#include "widgets/language/words.h"
#include "widgets/scene/scene_labels.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/theme/paper.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr double dotsPerUnit = 4;   // 384 dots per inch where text has 9 points
constexpr int mostDots = 2400;

QString joined(const std::vector<int>& sizes)
{
    QStringList list;
    for (const int size : sizes) {
        list += QString::number(size);
    }
    return list.join(u'-');
}

double height(double width)
{
    return std::clamp(width * 0.68, 240.0, 460.0);
}

void paintSurface(QPainter& painter, const QSizeF& size, const LandscapeData& data)
{
    SurfaceScene scene;
    scene.setData(surfaceScene(data, paperTheme()));
    const SceneColours colours{Qt::white, paperTheme().line, paperTheme().text, paperTheme().muted};
    scene.setColours(colours);
    SceneCamera camera;
    camera.azimuth = 38;
    camera.distance = 3.0;
    // The key of its colours stands beside it.
    const double side = colourKeyWidth(painter.font());
    const QRectF area(0, 0, std::max(1.0, size.width() - side), size.height());
    QSize pixels = (area.size() * dotsPerUnit).toSize();
    if (std::max(pixels.width(), pixels.height()) > mostDots) {
        pixels.scale(mostDots, mostDots, Qt::KeepAspectRatio);
    }
    camera = fitted(scene, camera, camera, area.size(), QFontMetricsF(painter.font()));
    SceneRenderer renderer;
    painter.drawImage(area, renderer.render(scene, camera, pixels));
    paintLabels(painter, area, scene, camera, colours);
    paintColourKeyBeside(painter, {area.right(), 0, side, size.height()}, data, paperTheme());
}

} // namespace

std::vector<Figure> landscapeFigures(const LandscapeData& data)
{
    Figure map;
    map.name = QStringLiteral("landscape");
    map.title = tr("Landscape of accuracy");
    map.description =
        tr("Accuracy of %1 over %2 and %3: %4 of %5 sizes measured, lines of equal accuracy, the "
           "trained range as dashes.")
            .arg(data.title, axisTitle(data.grid.x), axisTitle(data.grid.y))
            .arg(data.knownCount())
            .arg(data.cells.size());
    map.paint = [data](QPainter& painter, const QSizeF& size) {
        paintLandscape(painter, QRectF(QPointF(0, 0), size), data, paperTheme());
    };
    map.heightFor = height;
    map.numbers = {landscapeNumbers(data)};
    std::vector<Figure> list{map};
    if (openGlProblem().isEmpty()) {
        Figure surface = map;
        surface.name = QStringLiteral("landscape-surface");
        surface.title = tr("Landscape of accuracy as a surface");
        surface.paint = [data](QPainter& painter, const QSizeF& size) {
            paintSurface(painter, size, data);
        };
        list.push_back(std::move(surface));
    }
    return list;
}

Figure frontFigure(const FrontData& data, const QString& words)
{
    Figure figure;
    figure.name = QStringLiteral("best-sizes");
    figure.title = tr("Best sizes within a budget");
    figure.description = words;
    figure.paint = [data](QPainter& painter, const QSizeF& size) {
        paintFront(painter, QRectF(QPointF(0, 0), size), data, paperTheme());
    };
    figure.heightFor = height;
    NumberTable table;
    table.name = QStringLiteral("sizes");
    table.columns = QStringLiteral("kind,widths,depths,cost,cost_value,accuracy_percent,low_percent,"
                                   "high_percent")
                        .split(u',');
    const std::string_view cost = nameOf(data.cost);
    for (const auto& [list, kind] :
         {std::pair(&data.found, QStringLiteral("found")),
          std::pair(&data.uniform, QStringLiteral("uniform"))}) {
        for (const FrontData::Point& point : *list) {
            table.rows += QVariantList{kind,
                                       joined(point.configuration.widths),
                                       joined(point.configuration.depths),
                                       QString::fromUtf8(cost.data(), qsizetype(cost.size())),
                                       point.cost,
                                       100 * point.accuracy,
                                       100 * point.low,
                                       100 * point.high};
        }
    }
    figure.numbers = {table};
    return figure;
}

Figure similarityFigure(const Similarity& similarity, bool pair, std::optional<std::size_t> layer,
                        const QString& words)
{
    Figure figure;
    figure.name = QStringLiteral("similarity");
    figure.title = pair ? tr("Similarity of two sizes, layer by layer")
        : layer          ? tr("Similarity of all widths")
                         : tr("Divergence of the outputs of all widths");
    figure.description = words;
    figure.paint = [similarity, pair, layer](QPainter& painter, const QSizeF& size) {
        const QRectF area(QPointF(0, 0), size);
        if (pair) {
            paintLayers(painter, area, similarity, paperTheme());
        } else {
            paintWidths(painter, area, similarity, layer, paperTheme());
        }
    };
    figure.heightFor = [pair, similarity](double width) {
        return pair ? std::clamp(40.0 + 15.0 * double(similarity.layers.size()), 160.0, 480.0)
                    : height(width);
    };
    NumberTable table;
    table.name = QStringLiteral("similarity");
    table.columns = QStringLiteral("layer,widths_a,depths_a,widths_b,depths_b,cka,kl_nats,"
                                   "same_class_percent,images,dataset_sha256,manifold_sha256,"
                                   "program_version")
                        .split(u',');
    for (std::size_t l = 0; l < similarity.layers.size(); ++l) {
        for (std::size_t i = 0; i < similarity.sizes.size(); ++i) {
            for (std::size_t j = 0; j < similarity.sizes.size(); ++j) {
                const double cka = similarity.cka[l][similarity.at(i, j)];
                if (i == j) {
                    continue;
                }
                table.rows += QVariantList{
                    QString::fromStdString(similarity.layers[l]),
                    joined(similarity.sizes[i].widths), joined(similarity.sizes[i].depths),
                    joined(similarity.sizes[j].widths), joined(similarity.sizes[j].depths),
                    // A layer that one of them lacks has no number.
                    std::isnan(cka) ? QVariant(QString()) : QVariant(cka),
                    similarity.divergence[similarity.at(i, j)],
                    100 * similarity.agreement[similarity.at(i, j)], qlonglong(similarity.images),
                    QString::fromStdString(similarity.datasetHash),
                    QString::fromStdString(similarity.manifold),
                    QString::fromStdString(similarity.programVersion)};
            }
        }
    }
    figure.numbers = {table};
    return figure;
}

Figure landscapePageFigure(const Figure& shown, const QStringList& sentences)
{
    return pageFigure(QStringLiteral("landscape-page"), tr("Whole page: landscape"), {shown},
                      sentences);
}

NumberTable landscapeTable(const LandscapeData& data)
{
    const NumberTable whole = landscapeNumbers(data);
    NumberTable table;
    table.name = whole.name;
    table.columns = QStringLiteral("x_size,y_size,accuracy_percent,low_percent,high_percent,"
                                   "parameters,macs,images,range")
                        .split(u',');
    if (data.latencyCount() > 0) {
        table.columns.insert(table.columns.size() - 2, QStringLiteral("latency_seconds"));
    }
    for (const QVariantList& row : whole.rows) {
        QVariantList some;
        for (const QString& column : table.columns) {
            some += row[whole.columns.indexOf(column)];
        }
        table.rows += some;
    }
    return table;
}

QStringList landscapeHeadings(const LandscapeData& data)
{
    QStringList headings;
    for (const QString& column : landscapeTable(data).columns) {
        headings += column == QStringLiteral("x_size") ? axisName(data.grid.x)
            : column == QStringLiteral("y_size")       ? axisName(data.grid.y)
                                                       : numberHeading(column);
    }
    return headings;
}

NumberTable similarityTable(const Similarity& similarity, bool pair, std::size_t layer)
{
    const auto sizeText = [&](std::size_t size) {
        return QString::fromStdString(describe(similarity.sizes[size]));
    };
    const auto ckaOf = [&](std::size_t l, std::size_t i, std::size_t j) {
        const double cka = similarity.cka[l][similarity.at(i, j)];
        return std::isnan(cka) ? QVariant(QString()) : QVariant(cka);
    };
    NumberTable table;
    table.name = QStringLiteral("similarity");
    if (pair) {
        table.columns = QStringLiteral("layer,cka").split(u',');
        for (std::size_t l = 0; l < similarity.layers.size(); ++l) {
            QVariant value = ckaOf(l, 0, 1);
            if (value.typeId() == QMetaType::QString) {
                value = similarity.has(l, 0) ? tr("only the first has it")
                                             : tr("only the second has it");
            }
            table.rows += QVariantList{QString::fromStdString(similarity.layers[l]), value};
        }
        return table;
    }
    table.columns = QStringLiteral("first_size,second_size,cka,kl_nats,same_class_percent").split(u',');
    for (std::size_t i = 0; i < similarity.sizes.size(); ++i) {
        for (std::size_t j = 0; j < similarity.sizes.size(); ++j) {
            if (i != j) {
                table.rows += QVariantList{sizeText(i), sizeText(j), ckaOf(layer, i, j),
                                           similarity.divergence[similarity.at(i, j)],
                                           100 * similarity.agreement[similarity.at(i, j)]};
            }
        }
    }
    return table;
}

} // namespace morphospace
