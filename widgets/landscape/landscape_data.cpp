// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/landscape_data.h"

#include "widgets/landscape/landscape_faces.h"
#include "widgets/language/words.h"
#include "widgets/model/size_text.h"
#include "widgets/shared/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace morphospace {
namespace {

std::size_t nearestPlace(const std::vector<int>& places, double size)
{
    std::size_t best = 0;
    for (std::size_t i = 1; i < places.size(); ++i) {
        if (std::abs(places[i] - size) < std::abs(places[best] - size)) {
            best = i;
        }
    }
    return best;
}

QString joined(const std::vector<int>& sizes)
{
    QStringList list;
    for (const int size : sizes) {
        list += QString::number(size);
    }
    return list.join(u'-');
}

LandscapeRange rangeOf(const LandscapeData& data, bool trainedOnly,
                       double (*value)(const Measurement&))
{
    LandscapeRange range{1e300, -1e300};
    for (const auto& cell : data.cells) {
        if (cell && (!trainedOnly || isTrained(data.trained, cell->configuration))) {
            range.least = std::min(range.least, value(*cell));
            range.greatest = std::max(range.greatest, value(*cell));
        }
    }
    if (range.least > range.greatest) {
        return trainedOnly ? rangeOf(data, false, value) : LandscapeRange();
    }
    if (range.greatest - range.least < 1e-9) {
        range.greatest = range.least + 1e-9;
    }
    return range;
}

} // namespace

std::vector<bool> LandscapeData::known() const
{
    std::vector<bool> list;
    for (const auto& cell : cells) {
        list.push_back(cell.has_value());
    }
    return list;
}

std::size_t LandscapeData::knownCount() const
{
    return std::size_t(std::ranges::count_if(cells, [](const auto& cell) { return cell.has_value(); }));
}

std::size_t LandscapeData::latencyCount() const
{
    return std::size_t(
        std::ranges::count_if(latencies, [](const auto& one) { return one.has_value(); }));
}

std::size_t LandscapeData::nearest(double xSize, double ySize) const
{
    return grid.at(nearestPlace(grid.xs, xSize), nearestPlace(grid.ys, ySize));
}

Configuration LandscapeData::configuration(std::size_t cell) const
{
    return grid.configuration(cell % grid.xs.size(), cell / grid.xs.size());
}

LandscapeRange accuracyRange(const LandscapeData& data)
{
    return rangeOf(data, data.close, [](const Measurement& m) { return m.accuracy(); });
}

std::optional<double> colourValue(const LandscapeData& data, std::size_t cell)
{
    const Measurement& m = *data.cells[cell];
    switch (data.colour) {
    case LandscapeData::Colour::Accuracy: return m.accuracy();
    case LandscapeData::Colour::Parameters: return double(m.parameters);
    case LandscapeData::Colour::Macs: return double(m.macs);
    case LandscapeData::Colour::Latency:
        return cell < data.latencies.size() ? data.latencies[cell] : std::nullopt;
    }
    return std::nullopt;
}

LandscapeRange colourRange(const LandscapeData& data)
{
    switch (data.colour) {
    case LandscapeData::Colour::Accuracy: return accuracyRange(data);
    case LandscapeData::Colour::Parameters:
        return rangeOf(data, false, [](const Measurement& m) { return double(m.parameters); });
    case LandscapeData::Colour::Macs:
        return rangeOf(data, false, [](const Measurement& m) { return double(m.macs); });
    case LandscapeData::Colour::Latency: {
        LandscapeRange range{1e300, -1e300};
        for (std::size_t cell = 0; cell < data.cells.size(); ++cell) {
            if (data.cells[cell] && colourValue(data, cell)) {
                range.least = std::min(range.least, *colourValue(data, cell));
                range.greatest = std::max(range.greatest, *colourValue(data, cell));
            }
        }
        return range.least > range.greatest ? LandscapeRange()
            : range.least < range.greatest  ? range
                                            : LandscapeRange{range.least, range.least + 1e-9};
    }
    }
    return {};
}

QString colourTitle(const LandscapeData& data)
{
    switch (data.colour) {
    case LandscapeData::Colour::Accuracy: return tr("Accuracy");
    case LandscapeData::Colour::Parameters: return tr("Parameters");
    case LandscapeData::Colour::Macs: return tr("MACs");
    case LandscapeData::Colour::Latency: return tr("Latency, one image");
    }
    return {};
}

QString colourText(const LandscapeData& data, double value)
{
    return data.colour == LandscapeData::Colour::Accuracy ? percentText(value, 1)
        : data.colour == LandscapeData::Colour::Latency  ? durationText(value)
                                                         : shortCountText(std::llround(value));
}

QString axisName(const LandscapeAxis& axis)
{
    switch (axis.kind) {
    case LandscapeAxis::Kind::Widths: return tr("Width");
    case LandscapeAxis::Kind::Depths: return tr("Depth");
    case LandscapeAxis::Kind::StageWidth: return tr("Width of stage %1").arg(axis.stage + 1);
    case LandscapeAxis::Kind::StageDepth: return tr("Depth of stage %1").arg(axis.stage + 1);
    }
    return {};
}

QString axisTitle(const LandscapeAxis& axis)
{
    switch (axis.kind) {
    case LandscapeAxis::Kind::Widths: return tr("Width (channels of the widest stage)");
    case LandscapeAxis::Kind::Depths: return tr("Depth (blocks of each stage)");
    case LandscapeAxis::Kind::StageWidth: return tr("Width of stage %1 (channels)").arg(axis.stage + 1);
    case LandscapeAxis::Kind::StageDepth: return tr("Depth of stage %1 (blocks)").arg(axis.stage + 1);
    }
    return {};
}

QString cellText(const LandscapeData& data, std::size_t cell)
{
    const Configuration size = data.configuration(cell);
    const QString name = sizeText(size);
    if (!data.cells[cell]) {
        return tr("%1: not measured yet. Click to go there.").arg(name);
    }
    const Measurement& m = *data.cells[cell];
    QString text =
        tr("%1: %2 (95 %: %3 to %4, %5 images), %6 parameters, %7 MACs.")
            .arg(name, percentText(m.accuracy(), 2), percentText(m.low, 2), percentText(m.high, 2),
                 countText(m.images), countText(m.parameters), countText(m.macs));
    if (cell < data.latencies.size() && data.latencies[cell]) {
        text += u' '
            + tr("%1 an image on %2, one thread.", "duration and processor")
                  .arg(durationText(*data.latencies[cell]), QString::fromStdString(data.processor));
    }
    return isTrained(data.trained, size) ? text : tr("%1 Unseen in training.").arg(text);
}

std::vector<double> contourLevels(const LandscapeData& data, int most)
{
    const LandscapeRange range = accuracyRange(data);
    std::vector<double> levels;
    if (data.knownCount() < 4) {
        return levels;
    }
    // Round steps of percents; the finest that is not too many lines.
    for (const double step : {0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2}) {
        levels.clear();
        for (double level = std::ceil(range.least / step) * step; level < range.greatest;
             level += step) {
            if (level > range.least) {
                levels.push_back(level);
            }
        }
        if (int(levels.size()) <= most) {
            break;
        }
    }
    return levels;
}

std::vector<ContourPiece> contour(const LandscapeData& data, double accuracy)
{
    std::vector<ContourPiece> pieces;
    const std::size_t columns = data.grid.xs.size();
    struct Corner {
        QPointF at;
        double value;
    };
    const auto corner = [&](std::size_t cell) {
        return Corner{{double(data.grid.xs[cell % columns]), double(data.grid.ys[cell / columns])},
                      data.cells[cell]->accuracy()};
    };
    const auto inTriangle = [&](const std::array<Corner, 3>& corners) {
        std::vector<QPointF> crossings;
        for (std::size_t i = 0; i < 3; ++i) {
            const Corner& a = corners[i];
            const Corner& b = corners[(i + 1) % 3];
            if ((a.value < accuracy) != (b.value < accuracy)) {
                crossings.push_back(a.at
                                    + (b.at - a.at) * ((accuracy - a.value) / (b.value - a.value)));
            }
        }
        if (crossings.size() == 2) {
            pieces.push_back({crossings[0], crossings[1]});
        }
    };
    for (const LandscapeFace& face : measuredFaces(data)) {
        for (std::size_t i = 1; i + 1 < face.size(); ++i) {
            inTriangle({corner(face[0]), corner(face[i]), corner(face[i + 1])});
        }
    }
    return pieces;
}

const std::vector<QRgb>& sequentialColours()
{
    static const std::vector<QRgb> colours = [] {
        // Nine of viridis' 256 colours; between them a line is within a just noticeable difference.
        constexpr std::array<QRgb, 9> anchors{0xff440154, 0xff472d7b, 0xff3b528b,
                                              0xff2c728e, 0xff21918c, 0xff28ae80,
                                              0xff5ec962, 0xffaddc30, 0xfffde725};
        std::vector<QRgb> list;
        for (int i = 0; i < 256; ++i) {
            const double place = i / 255.0 * 8;
            const auto low = std::min<std::size_t>(7, std::size_t(place));
            const double part = place - double(low);
            const auto mixed = [&](int (*channel)(QRgb)) {
                return int(std::lround((1 - part) * channel(anchors[low])
                                       + part * channel(anchors[low + 1])));
            };
            list.push_back(qRgb(mixed(qRed), mixed(qGreen), mixed(qBlue)));
        }
        return list;
    }();
    return colours;
}

QRgb sequentialColour(double place)
{
    const auto& colours = sequentialColours();
    return colours[std::size_t(
        std::lround(std::clamp(place, 0.0, 1.0) * double(colours.size() - 1)))];
}

NumberTable landscapeNumbers(const LandscapeData& data)
{
    NumberTable table;
    table.name = QStringLiteral("landscape");
    table.columns = QStringLiteral("x_axis,x_size,y_axis,y_size,widths,depths,parameters,macs,"
                                   "accuracy_percent,low_percent,high_percent,images,correct,"
                                   "averaging,range,dataset,dataset_sha256,interval_method,seed,"
                                   "program_version,manifold_sha256,latency_seconds,processor")
                        .split(u',');
    const auto text = [](const std::string& words) { return QString::fromStdString(words); };
    for (std::size_t cell = 0; cell < data.cells.size(); ++cell) {
        if (!data.cells[cell]) {
            continue;
        }
        const Measurement& m = *data.cells[cell];
        const bool timed = cell < data.latencies.size() && data.latencies[cell].has_value();
        table.rows += QVariantList{
            text(data.grid.x.name()), data.grid.xs[cell % data.grid.xs.size()],
            text(data.grid.y.name()), data.grid.ys[cell / data.grid.xs.size()],
            joined(m.configuration.widths), joined(m.configuration.depths), qlonglong(m.parameters),
            qlonglong(m.macs), 100 * m.accuracy(), 100 * m.low, 100 * m.high, qlonglong(m.images),
            qlonglong(m.correct), m.averaging,
            isTrained(data.trained, m.configuration) ? QStringLiteral("trained")
                                                     : QStringLiteral("unseen"),
            text(m.dataset), text(m.datasetHash), text(m.intervalMethod), QString::number(m.seed),
            text(m.programVersion), text(data.manifold),
            timed ? QVariant(data.latencies[cell].value()) : QVariant(QString()),
            timed ? text(data.processor) : QString()};
    }
    return table;
}

} // namespace morphospace
