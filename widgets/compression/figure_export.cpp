// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compression/figure_export.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "widgets/compression/compression_chart.h"

#include <QBuffer>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace morphospace {
namespace {

constexpr double pixelsPerMillimetre = 96 / 25.4;   // the pixel of CSS and SVG
constexpr int pngDotsPerInch = 300;

Theme paper()
{
    Theme theme = lightTheme();
    theme.window = Qt::white;
    theme.surface = Qt::white;
    theme.text = Qt::black;
    theme.muted = QColor("#454d57");
    return theme;
}

} // namespace

QByteArray renderFigure(const FigureData& data, FigureFormat format, QSizeF millimetres)
{
    const QSizeF size = millimetres * pixelsPerMillimetre;
    QGraphicsScene scene;
    auto* chart = new CompressionChart;
    scene.addItem(chart);
    chart->setTheme(paper());
    chart->setHeadline(data.title);
    chart->resize(size);
    chart->setData(data);
    chart->layout()->activate();
    const QRectF source(QPointF(0, 0), size);
    scene.setSceneRect(source);

    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (format == FigureFormat::Svg) {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setResolution(96);
        generator.setSize(size.toSize());
        generator.setViewBox(source);
        generator.setTitle(data.title);
        generator.setDescription(data.provenance);
        QPainter painter(&generator);
        scene.render(&painter, source, source);
    } else if (format == FigureFormat::Pdf) {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(millimetres, QPageSize::Millimeter));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setResolution(600);
        writer.setTitle(data.title + QStringLiteral(" ") + data.provenance);
        writer.setCreator(QStringLiteral("Morphospace"));
        QPainter painter(&writer);
        scene.render(&painter, QRectF(0, 0, writer.width(), writer.height()), source);
    } else {
        const double scale = pngDotsPerInch / 96.0;
        QImage image((size * scale).toSize(), QImage::Format_ARGB32);
        image.fill(Qt::white);
        image.setDotsPerMeterX(int(pngDotsPerInch / 0.0254));
        image.setDotsPerMeterY(int(pngDotsPerInch / 0.0254));
        image.setText(QStringLiteral("Title"), data.title);
        image.setText(QStringLiteral("Description"), data.provenance);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        scene.render(&painter, QRectF(QPointF(0, 0), QSizeF(image.size())), source);
        painter.end();
        image.save(&buffer, "PNG");
    }
    return buffer.data();
}

void exportFigure(const FigureData& data, const std::filesystem::path& file)
{
    const std::string ending = file.extension().string();
    FigureFormat format = FigureFormat::Svg;
    if (ending == ".pdf") {
        format = FigureFormat::Pdf;
    } else if (ending == ".png") {
        format = FigureFormat::Png;
    } else if (ending != ".svg") {
        throw fileError(file, {}, "the ending '" + ending + "' is not a figure format",
                        ".svg, .pdf or .png");
    }
    const QByteArray bytes = renderFigure(data, format);
    writeFileAtomically(file, std::string_view(bytes.constData(), std::size_t(bytes.size())));
}

} // namespace morphospace
