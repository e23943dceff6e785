// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compression/compression_figures.h"

#include "widgets/compression/compression_chart.h"
#include "widgets/language/words.h"
#include "widgets/shared/comparison_text.h"
#include "widgets/shared/text.h"
#include "widgets/theme/paper.h"

#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QPainter>

#include <algorithm>

namespace morphospace {
namespace {

constexpr double margin = 10;

void paintChart(QPainter& painter, const QRectF& area, const FigureData& data)
{
    QGraphicsScene scene;
    auto* chart = new CompressionChart;
    scene.addItem(chart);
    chart->setFont(figureFont());
    chart->setTheme(paperTheme());
    chart->setHeadline(data.title);
    chart->resize(area.size());
    chart->setData(data);
    chart->layout()->activate();
    scene.setSceneRect(QRectF(QPointF(0, 0), area.size()));
    scene.render(&painter, area, scene.sceneRect());
}

double chartHeight(double width)
{
    return std::clamp(width * 0.68, 260.0, 460.0);
}

/// The samples in words, as the page says them under the chart.
QStringList sentences(const FigureData& data)
{
    QStringList list;
    if (data.live) {
        list += tr("B, current: %1.").arg(describe(*data.live));
    }
    if (data.pinned) {
        list += tr("A, pinned: %1.").arg(describe(*data.pinned));
    }
    if (data.compared) {
        list += comparisonText(*data.compared);
    }
    QString reading = tr("Bars are 95 % intervals.");
    if (data.close) {
        reading += u' ' + tr("Arrows at the edge point to measurements outside it.");
    }
    list += reading;
    return list;
}

double sentencesHeight(const FigureData& data, double width)
{
    const QFontMetricsF metrics(figureFont());
    double height = margin;
    for (const QString& sentence : sentences(data)) {
        height +=
            metrics.boundingRect(QRectF(0, 0, width - 2 * margin, 1000), Qt::TextWordWrap, sentence)
                .height()
            + 3;
    }
    return height;
}

void paintPage(QPainter& painter, const QSizeF& size, const FigureData& data)
{
    const double words = sentencesHeight(data, size.width());
    paintChart(painter, QRectF(0, 0, size.width(), size.height() - words), data);
    painter.setFont(figureFont());
    painter.setPen(paperTheme().text);
    double y = size.height() - words;
    for (const QString& sentence : sentences(data)) {
        QRectF used;
        painter.drawText(QRectF(margin, y, size.width() - 2 * margin, 1000),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, sentence, &used);
        y += used.height() + 3;
    }
}

QString inWords(const FigureData& data)
{
    QString text = tr("Accuracy against compression of %1: %2 measurements with 95 % intervals.")
                       .arg(data.title, QString::number(data.points.size()));
    for (const QString& sentence : sentences(data)) {
        text += u' ' + sentence;
    }
    return text;
}

} // namespace

std::vector<Figure> compressionFigures(const FigureData& data, const NumberTable& numbers)
{
    Figure chart;
    chart.name = QStringLiteral("accuracy-compression");
    chart.title = tr("Accuracy against compression");
    chart.description = inWords(data);
    chart.paint = [data](QPainter& painter, const QSizeF& size) {
        paintChart(painter, QRectF(QPointF(0, 0), size), data);
    };
    chart.heightFor = chartHeight;
    chart.numbers = {numbers};

    Figure page = chart;
    page.name = QStringLiteral("compression-page");
    page.title = tr("Whole page: accuracy against compression");
    page.paint = [data](QPainter& painter, const QSizeF& size) { paintPage(painter, size, data); };
    page.heightFor = [data](double width) {
        return chartHeight(width) + sentencesHeight(data, width);
    };
    return {chart, page};
}

} // namespace morphospace
