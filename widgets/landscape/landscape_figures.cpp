// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/landscape_figures.h"

#include "widgets/landscape/landscape_surface.h"
#include "widgets/language/words.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/theme/paper.h"

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
    QSize pixels = (size * dotsPerUnit).toSize();
    if (std::max(pixels.width(), pixels.height()) > mostDots) {
        pixels.scale(mostDots, mostDots, Qt::KeepAspectRatio);
    }
    SceneRenderer renderer;
    const QRectF area(QPointF(0, 0), size);
    painter.drawImage(area, renderer.render(scene, camera, pixels));
    paintLabels(painter, area, scene, camera, colours);
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

} // namespace morphospace
