// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compression/figure_data.h"

#include "widgets/language/core_text.h"
#include "widgets/language/words.h"
#include "widgets/model/size_text.h"
#include "widgets/shared/text.h"


#include <algorithm>

namespace morphospace {
namespace {

double costCompression(const Family& family, CostAxis axis, const Configuration& configuration)
{
    return axis == CostAxis::Parameters
        ? compression(family, configuration)
        : 1 - double(macCount(family, configuration)) / double(macCount(family, family.full));
}

} // namespace

FigureData figureData(const MeasurementModel& model, CostAxis axis,
                      const std::optional<Measurement>& live,
                      const std::optional<Measurement>& pinned)
{
    FigureData data;
    data.axis = axis;
    const auto manifold = model.manifold();
    if (!manifold) {
        return data;
    }
    const Family& family = manifold->family();
    const auto point = [&](const Measurement& measurement, MeasurementModel::Origin origin,
                           bool unseen) {
        const Configuration& size = measurement.configuration;
        const auto lead = std::size_t(std::max_element(family.full.widths.begin(),
                                                       family.full.widths.end())
                                      - family.full.widths.begin());
        const double fraction = double(size.widths.at(lead)) / family.full.widths[lead];
        return FigurePoint{costCompression(family, axis, size), measurement, origin, unseen,
                           uniformWidths(family, fraction, size.depths) == size};
    };
    for (const auto& row : model.rows()) {
        data.points.push_back(point(row.measurement, row.origin, row.unseen));
    }
    const auto now = [&](const Measurement& measurement) {
        return point(measurement, MeasurementModel::Origin::Session,
                     !isTrained(manifold->trained, measurement.configuration));
    };
    if (live) {
        data.live = now(*live);
    }
    if (pinned) {
        data.pinned = now(*pinned);
    }
    data.trainedFrom = costCompression(family, axis, manifold->trained.greatest);
    data.trainedTo = costCompression(family, axis, manifold->trained.least);
    data.title = QString::fromStdString(manifold->title);
    return data;
}

QString describe(const FigurePoint& point)
{
    const Measurement& m = point.measurement;
    const QString source = point.origin == MeasurementModel::Origin::Session ? tr("this session")
        : point.origin == MeasurementModel::Origin::Recorded ? tr("recorded when trained")
                                                             : coreText(m.source);
    QString text = tr("%1: %2, accuracy %3 (95 % interval %4 to %5) on %6 images, compression %7")
                       .arg(source, sizeText(m.configuration),
                            percentText(m.accuracy(), 2), percentText(m.low), percentText(m.high),
                            countText(m.images), percentText(point.compression));
    if (point.unseen) {
        text += tr(", unseen size");
    }
    if (m.averaging > 1) {
        text += tr(", average of %1 samples").arg(m.averaging);
    }
    return text;
}

} // namespace morphospace
