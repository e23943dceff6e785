// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/chart_parts.h"

#include <QAbstractAxis>

#include <cmath>

namespace morphospace {

QPen chartPen(const QColor& colour, double width, Qt::PenStyle style)
{
    QPen pen(colour, width, style);
    pen.setCosmetic(true);
    pen.setJoinStyle(Qt::RoundJoin);
    return pen;
}

double roundedUp(double greatest)
{
    if (!(greatest > 0)) {
        return 1;
    }
    const double unit = std::pow(10, std::floor(std::log10(greatest)));
    for (const double step : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}) {
        if (step * unit >= greatest) {
            return step * unit;
        }
    }
    return 10 * unit;
}

double roundStep(double step)
{
    if (!(step > 0)) {
        return 1;
    }
    const double unit = std::pow(10, std::floor(std::log10(step)));
    return step < 1.5 * unit ? unit : step < 3.5 * unit ? 2 * unit : step < 7.5 * unit ? 5 * unit
                                                                                       : 10 * unit;
}

QString tickFormat(double greatest)
{
    return greatest >= 1000 && greatest < 1e7 ? QStringLiteral("%.0f") : QStringLiteral("%.3g");
}

void styleAxes(QChart& chart, const Theme& theme)
{
    QFont small = chart.font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    for (QAbstractAxis* axis : chart.axes()) {
        axis->setLabelsFont(small);
        axis->setTitleFont(small);
        axis->setLabelsColor(theme.muted);
        axis->setTitleBrush(theme.muted);
        axis->setLinePenColor(theme.line);
        axis->setGridLinePen(chartPen(theme.line, 1));
    }
}

} // namespace morphospace
