// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/morph/morph_figures.h"

#include "widgets/language/words.h"
#include "widgets/model/examples.h"
#include "widgets/model/size_text.h"
#include "widgets/morph/accuracy_gauge.h"
#include "widgets/morph/confusion_figure.h"
#include "widgets/morph/image_strip.h"
#include "widgets/morph/network_diagram.h"
#include "widgets/shared/comparison_text.h"
#include "widgets/shared/fitted_font.h"
#include "widgets/shared/text.h"
#include "widgets/theme/paper.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

using Data = std::shared_ptr<const MorphFigureData>;
constexpr double margin = 10;
constexpr double headlineHeight = 26;
/// A page wider than this has the images beside the network, not under it.
constexpr double wideProportion = 1.35;

/// Has the painter paint a widget that was never shown, in a part of the page.
template <class Widget>
void paintIn(QPainter& painter, const QRectF& area, Widget& widget)
{
    painter.save();
    painter.translate(area.topLeft());
    widget.paint(painter);
    painter.restore();
}

/// Before it is filled: a widget that is not shown hears nothing of its size later.
void prepare(QWidget& widget, const QSizeF& size)
{
    widget.setFont(figureFont());
    widget.resize(size.toSize());
}

void paintNetwork(QPainter& painter, const QRectF& area, const MorphFigureData& data)
{
    NetworkDiagram diagram;
    prepare(diagram, area.size());
    diagram.setAnimated(false);
    diagram.setFamily(data.manifold->family());
    diagram.setConfigurations(data.current, data.pinned);
    const auto at = std::size_t(data.selected);
    if (data.images && at < data.which.size()) {
        QString answer;
        bool right = true;
        if (at < data.saidCurrent.size()) {
            const int label = data.saidCurrent[at].label;
            answer = QString::fromStdString(data.images->classNames.at(std::size_t(label)));
            right = label == data.images->labels[data.which[at]];
        }
        diagram.setExample(pictureOf(*data.images, data.which[at]), answer, right);
    }
    // A deep network is wider than a column, however thin its blocks: all of it is then drawn smaller.
    const double scale = area.width() / (area.width() + std::ceil(diagram.missingWidth()));
    painter.save();
    painter.translate(area.topLeft());
    painter.scale(scale, scale);
    if (scale < 1) {
        diagram.resize((area.size() / scale).toSize());
        diagram.setConfigurations(data.current, data.pinned);   // laid out again
    }
    paintIn(painter, QRectF(QPointF(0, 0), area.size() / scale), diagram);
    painter.restore();
}

void fill(AccuracyGauge& gauge, const MorphFigureData& data)
{
    if (data.measured) {
        gauge.setCurrent(*data.measured, data.total, data.recorded);
        gauge.setPinned(data.measuredPinned);
    }
}

double gaugeHeight(double width, const MorphFigureData& data)
{
    AccuracyGauge gauge;
    gauge.setFont(figureFont());
    fill(gauge, data);
    return gauge.heightForWidth(int(width - 2 * margin)) + 1.5 * margin;
}

void paintGauge(QPainter& painter, const QRectF& area, const MorphFigureData& data)
{
    AccuracyGauge gauge;
    const QRectF inside = area.adjusted(margin, margin, -margin, 0);
    prepare(gauge, inside.size());
    fill(gauge, data);
    paintIn(painter, inside, gauge);
}

void fill(ImageStrip& strip, const MorphFigureData& data)
{
    strip.setForPrint(true);
    strip.setImages(data.images, data.which);
    strip.setCurrent(data.saidCurrent);
    strip.setPinned(data.saidPinned);
}

double stripHeight(double width, const MorphFigureData& data)
{
    ImageStrip strip;
    strip.setFont(figureFont());
    fill(strip, data);
    return strip.heightForPrint(width);
}

/// As many of the images as have room: those that are first in the fixed order.
void paintStrip(QPainter& painter, const QRectF& area, MorphFigureData data)
{
    ImageStrip strip;
    prepare(strip, area.size());
    while (data.which.size() > 1 && stripHeight(area.width(), data) > area.height() + 1) {
        data.which.pop_back();
    }
    fill(strip, data);
    paintIn(painter, area, strip);
}

double networkHeight(double width)
{
    return std::clamp(width * 0.42, 190.0, 300.0);
}

QString headlineOf(const MorphFigureData& data)
{
    QString text =
        tr("%1 at %2").arg(QString::fromStdString(data.manifold->title), sizeText(data.current));
    if (data.pinned) {
        text += tr(", A: %1").arg(sizeText(*data.pinned));
    }
    return text;
}

void paintHeadline(QPainter& painter, double width, const QString& text)
{
    QFont strong = figureFont();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(fittedFont(strong, text, width - 2 * margin));
    painter.setPen(paperTheme().text);
    painter.drawText(QPointF(margin, headlineHeight - 8), text);
}

void paintPage(QPainter& painter, const QSizeF& size, const MorphFigureData& data)
{
    paintHeadline(painter, size.width(), headlineOf(data));
    const bool strip = data.images && !data.which.empty();
    const bool beside = strip && size.width() > wideProportion * size.height();
    const double left = beside ? std::round(0.58 * size.width()) : size.width();
    const double gauge = data.measured ? gaugeHeight(left, data) : 0;
    double network = size.height() - headlineHeight - gauge;
    if (strip && !beside) {
        // What the images leave, within what a diagram can be drawn in.
        network = std::max(std::min(network / 2, networkHeight(left)),
                           network - stripHeight(size.width(), data));
    }
    paintNetwork(painter, QRectF(0, headlineHeight, left, network), data);
    double y = headlineHeight + network;
    if (data.measured) {
        paintGauge(painter, QRectF(0, y, left, gauge), data);
        y += gauge;
    }
    if (beside) {
        paintStrip(
            painter,
            QRectF(left, headlineHeight, size.width() - left, size.height() - headlineHeight),
            data);
    } else if (strip) {
        paintStrip(painter, QRectF(0, y, size.width(), size.height() - y), data);
    }
}

QString joined(const std::vector<int>& values)
{
    QStringList list;
    for (const int value : values) {
        list += QString::number(value);
    }
    return list.join(u'-');
}

NumberTable networkNumbers(const MorphFigureData& data)
{
    NumberTable table;
    table.name = QStringLiteral("network");
    table.columns = QStringLiteral("sample,widths,depths,unit,operation,in,out,kernel,output_size,"
                                   "parameters,macs")
                        .split(u',');
    const auto add = [&](const QString& sample, const Configuration& size) {
        for (const Unit& unit : units(data.manifold->family(), size)) {
            table.rows +=
                QVariantList{sample,
                             joined(size.widths),
                             joined(size.depths),
                             QString::fromStdString(unit.name),
                             unit.operation == Operation::Linear ? QStringLiteral("linear")
                                                                 : QStringLiteral("convolution"),
                             unit.in.size,
                             unit.out.size,
                             unit.kernel,
                             unit.outputSize,
                             qlonglong(unit.weightCount() + unit.out.size),
                             qlonglong(unit.weightCount() * unit.outputSize * unit.outputSize)};
        }
    };
    add(QStringLiteral("B"), data.current);
    if (data.pinned) {
        add(QStringLiteral("A"), *data.pinned);
    }
    return table;
}

NumberTable accuracyNumbers(const MorphFigureData& data)
{
    NumberTable table;
    table.name = QStringLiteral("accuracy");
    table.columns = QStringLiteral("sample,widths,depths,averaging,dataset,dataset_sha256,images,"
                                   "correct,accuracy_percent,low_percent,high_percent,"
                                   "interval_method,recorded")
                        .split(u',');
    const auto add = [&](const QString& sample, const std::optional<Measurement>& m,
                         bool recorded) {
        if (m) {
            table.rows += QVariantList{sample,
                                       joined(m->configuration.widths),
                                       joined(m->configuration.depths),
                                       m->averaging,
                                       QString::fromStdString(m->dataset),
                                       QString::fromStdString(m->datasetHash),
                                       qlonglong(m->images),
                                       qlonglong(m->correct),
                                       100 * m->accuracy(),
                                       100 * m->low,
                                       100 * m->high,
                                       QString::fromStdString(m->intervalMethod),
                                       recorded};
        }
    };
    add(QStringLiteral("B"), data.measured, data.recorded);
    add(QStringLiteral("A"), data.measuredPinned, false);
    return table;
}

NumberTable imageNumbers(const MorphFigureData& data)
{
    NumberTable table;
    table.name = QStringLiteral("images");
    table.columns =
        QStringLiteral("image,true_class,sample,predicted_class,probability").split(u',');
    const auto name = [&](int label) {
        return QString::fromStdString(data.images->classNames.at(std::size_t(label)));
    };
    for (std::size_t i = 0; i < data.which.size(); ++i) {
        const auto add = [&](const QString& sample, const std::vector<Prediction>& said) {
            if (i < said.size()) {
                table.rows +=
                    QVariantList{qlonglong(data.which[i]), name(data.images->labels[data.which[i]]),
                                 sample, name(said[i].label), double(said[i].confidence)};
            }
        };
        add(QStringLiteral("B"), data.saidCurrent);
        add(QStringLiteral("A"), data.saidPinned);
    }
    return table;
}

NumberTable confusionNumbers(const QStringList& names, const std::vector<std::int64_t>& counts)
{
    NumberTable table;
    table.name = QStringLiteral("confusion");
    table.columns = QStringList{QStringLiteral("true_class")} + names;
    for (qsizetype truth = 0; truth < names.size(); ++truth) {
        QVariantList row{names[truth]};
        for (qsizetype predicted = 0; predicted < names.size(); ++predicted) {
            row += qlonglong(counts.at(std::size_t(truth * names.size() + predicted)));
        }
        table.rows += row;
    }
    return table;
}

NumberTable comparisonNumbers(const PairedComparison& compared)
{
    NumberTable table;
    table.name = QStringLiteral("comparison");
    table.columns = QStringLiteral("images,difference_points,low_points,high_points,interval_method,"
                                   "only_a_right,only_b_right,mcnemar_p,clustered_p")
                        .split(u',');
    table.rows += QVariantList{qlonglong(compared.images),
                               100 * compared.difference,
                               100 * compared.interval.low,
                               100 * compared.interval.high,
                               QString::fromStdString(compared.intervalMethod),
                               qlonglong(compared.onlyA),
                               qlonglong(compared.onlyB),
                               compared.mcnemar,
                               compared.clustered ? QVariant(*compared.clustered) : QVariant()};
    return table;
}

Figure confusionFigure(const Data& data)
{
    QStringList names;
    for (const std::string& name : data->manifold->classNames) {
        names += QString::fromStdString(name);
    }
    Figure figure;
    figure.name = QStringLiteral("confusion");
    figure.title = tr("Confusion matrix");
    const Measurement& m = *data->measured;
    const QString headline =
        tr("%1 at %2: %3 of %4 images right")
            .arg(QString::fromStdString(data->manifold->title), sizeText(data->current),
                 countText(m.correct), countText(m.images));
    figure.description = tr("Confusion matrix of %1.").arg(headline);
    figure.paint = [=](QPainter& painter, const QSizeF& size) {
        paintConfusion(painter, QRectF(QPointF(0, 0), size), headline, names, data->confusion);
    };
    figure.heightFor = [=](double width) { return confusionHeight(width, names); };
    figure.numbers = {confusionNumbers(names, data->confusion)};
    return figure;
}

QString accuracyWords(const MorphFigureData& data)
{
    const Measurement& m = *data.measured;
    return tr("accuracy %1 (95 % interval %2 to %3) on %4 images")
        .arg(percentText(m.accuracy(), 2), percentText(m.low), percentText(m.high),
             countText(m.images));
}

} // namespace

std::vector<Figure> morphFigures(const MorphFigureData& values)
{
    if (!values.manifold) {
        return {};
    }
    const Data data = std::make_shared<const MorphFigureData>(values);
    const QString headline = headlineOf(*data);
    std::vector<Figure> figures;
    const auto whole = [](const QSizeF& size) { return QRectF(QPointF(0, 0), size); };

    Figure network;
    network.name = QStringLiteral("network");
    network.title = tr("Network diagram");
    network.description =
        tr("The network %1 as boxes along the way of the data: %2 parameters.")
            .arg(headline, countText(parameterCount(data->manifold->family(), data->current)));
    network.paint = [=](QPainter& painter, const QSizeF& size) {
        paintNetwork(painter, whole(size), *data);
    };
    network.heightFor = networkHeight;
    network.numbers = {networkNumbers(*data)};
    figures.push_back(network);

    Figure page;
    page.name = QStringLiteral("morph-page");
    page.title = tr("Whole page: network, accuracy and images");
    page.description = headline;
    page.numbers = network.numbers;
    if (data->measured) {
        Figure accuracy;
        accuracy.name = QStringLiteral("accuracy");
        accuracy.title = tr("Accuracy with its interval");
        accuracy.description = headline + QStringLiteral(": ") + accuracyWords(*data);
        accuracy.paint = [=](QPainter& painter, const QSizeF& size) {
            const double height = gaugeHeight(size.width(), *data);
            const double top = std::max(0.0, (size.height() - height) / 2);
            paintGauge(painter, QRectF(0, top, size.width(), height), *data);
        };
        accuracy.heightFor = [=](double width) { return gaugeHeight(width, *data); };
        accuracy.numbers = {accuracyNumbers(*data)};
        if (data->compared) {
            accuracy.numbers.push_back(comparisonNumbers(*data->compared));
            accuracy.description += QStringLiteral(". ") + comparisonText(*data->compared);
        }
        figures.push_back(accuracy);
        page.numbers += accuracy.numbers;
        page.description += QStringLiteral(": ") + accuracyWords(*data);
    }
    if (data->images && !data->which.empty()) {
        Figure images;
        images.name = QStringLiteral("images");
        images.title = tr("Test images and predictions");
        images.description = tr("%1 test images with what %2 says of each.")
                                 .arg(QString::number(data->which.size()), headline);
        images.paint = [=](QPainter& painter, const QSizeF& size) {
            paintStrip(painter, whole(size), *data);
        };
        images.heightFor = [=](double width) { return stripHeight(width, *data); };
        images.numbers = {imageNumbers(*data)};
        figures.push_back(images);
        page.numbers += images.numbers;
    }
    if (data->measured && !data->confusion.empty()) {
        figures.push_back(confusionFigure(data));
    }
    page.paint = [=](QPainter& painter, const QSizeF& size) { paintPage(painter, size, *data); };
    page.heightFor = [=](double width) {
        return headlineHeight + networkHeight(width)
            + (data->measured ? gaugeHeight(width, *data) : 0)
            + (data->images && !data->which.empty() ? stripHeight(width, *data) : 0);
    };
    figures.push_back(page);
    return figures;
}

} // namespace morphospace
