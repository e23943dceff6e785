// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/heat_map_plot.h"

#include "widgets/shared/plot_axis.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace morphospace {
namespace {

constexpr int widthForColumns = 820;    // with less, the maps need the room of the upright strips
constexpr int heightForRows = 270;
constexpr int wideStrip = 58;
constexpr int narrowStrip = 42;         // where the maps give of their little room
constexpr int finest = 720;             // cells along an axis while rows and columns travel

/// Every entry stands in the middle of a cell of its own.
bool standsStill(const std::vector<double>& places, double from, double to)
{
    const double cell = (to - from) / double(std::max<std::size_t>(1, places.size()));
    std::set<long> taken;
    for (const double place : places) {
        const double index = (place - from) / cell - 0.5;
        if (std::abs(index - std::round(index)) > 1e-6 || !taken.insert(std::lround(index)).second) {
            return false;
        }
    }
    return true;
}

int cellsOf(const std::vector<double>& places, double from, double to)
{
    const int count = int(places.size());
    return standsStill(places, from, to) || count >= finest
        ? count
        : std::min(finest, count * std::max(2, std::min(8, finest / std::max(1, count))));
}

} // namespace

int nearestPlace(const std::vector<double>& places, double at)
{
    return int(std::ranges::min_element(places, {},
                                        [at](double place) { return std::abs(place - at); })
               - places.begin());
}

HeatMapPlot::HeatMapPlot(QWidget* parent)
{
    plot = new QCustomPlot(parent);
    plot->setFocusPolicy(Qt::NoFocus);
    plot->setMouseTracking(true);
    plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    plot->plotLayout()->setRowSpacing(2);
    plot->plotLayout()->setColumnSpacing(2);
    margins = new QCPMarginGroup(plot);
    scale = new QCPColorScale(plot);
    scale->setType(QCPAxis::atRight);
    scale->setBarWidth(12);
    scale->setRangeDrag(false);
    scale->setRangeZoom(false);
    for (std::size_t index = 0; index < sides.size(); ++index) {
        makeSide(index);
    }
    scale->setMarginGroup(QCP::msTop | QCP::msBottom, margins);
    // Not sooner: new items want an axis rectangle of the plot's.
    plot->plotLayout()->clear();
}

void HeatMapPlot::makeSide(std::size_t index)
{
    Side& side = sides[index];
    side.rect = new QCPAxisRect(plot);
    side.rowRect = new QCPAxisRect(plot);
    side.columnRect = new QCPAxisRect(plot);
    for (QCPAxisRect* rect : {side.rect, side.rowRect, side.columnRect}) {
        rect->setupFullAxesBox(true);
        rect->setMinimumMargins(QMargins(4, 4, 4, 4));
        for (QCPAxis* axis : rect->axes()) {
            axis->setLayer(QStringLiteral("axes"));
            axis->grid()->setLayer(QStringLiteral("grid"));
            axis->setSubTicks(false);
        }
    }
    QCPAxis* x = side.rect->axis(QCPAxis::atBottom);
    QCPAxis* y = side.rect->axis(QCPAxis::atLeft);
    y->setRangeReversed(true);
    x->grid()->setVisible(false);
    y->grid()->setVisible(false);
    side.columnRect->axis(QCPAxis::atLeft)->setRangeReversed(true);
    side.columnRect->axis(QCPAxis::atLeft)->setTickLabels(false);
    side.rowRect->axis(QCPAxis::atBottom)->setTickLabels(false);
    for (QCPAxisRect* strip : {side.rowRect, side.columnRect}) {
        strip->setRangeDrag({});
        strip->setRangeZoom({});
        for (QCPAxis* axis : strip->axes()) {
            axis->ticker()->setTickCount(2);
        }
    }
    side.columnRect->axis(QCPAxis::atBottom)->setTickLabels(false);
    side.rowRect->axis(QCPAxis::atLeft)->setTickLabels(index == 0);
    side.map = new QCPColorMap(x, y);
    side.map->setInterpolate(false);
    side.map->setTightBoundary(true);
    side.map->setColorScale(scale);
    side.rowProfile = new QCPGraph(side.rowRect->axis(QCPAxis::atBottom),
                                   side.rowRect->axis(QCPAxis::atLeft));
    side.columnProfile = new QCPCurve(side.columnRect->axis(QCPAxis::atBottom),
                                      side.columnRect->axis(QCPAxis::atLeft));
    side.across = new QCPItemLine(plot);
    side.upright = new QCPItemLine(plot);
    for (QCPItemLine* line : {side.across, side.upright}) {
        for (QCPItemPosition* end : {line->start, line->end}) {
            end->setAxes(x, y);
            end->setAxisRect(side.rect);
        }
        line->setClipAxisRect(side.rect);
        line->setVisible(false);
    }
    side.title = new QCPTextElement(plot, QString());
    side.title->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    side.rect->setMarginGroup(QCP::msTop | QCP::msBottom, margins);
    side.columnRect->setMarginGroup(QCP::msTop | QCP::msBottom, margins);
    auto* upright = new QCPMarginGroup(plot);
    side.rect->setMarginGroup(QCP::msLeft | QCP::msRight, upright);
    side.rowRect->setMarginGroup(QCP::msLeft | QCP::msRight, upright);
}

void HeatMapPlot::link(const QCPAxis* axis, const QCPRange& range)
{
    if (m_linking) {
        return;
    }
    m_linking = true;
    const bool upright = axis->orientation() == Qt::Vertical;
    for (Side& side : sides) {
        if (upright) {
            side.rect->axis(QCPAxis::atLeft)->setRange(range);
            side.columnRect->axis(QCPAxis::atLeft)->setRange(range);
        } else {
            side.rect->axis(QCPAxis::atBottom)->setRange(range);
            side.rowRect->axis(QCPAxis::atBottom)->setRange(range);
        }
    }
    m_linking = false;
}

HeatMapPlot::Strips HeatMapPlot::stripsFor(const QSize& size, HeatMapView::Profiles profiles)
{
    using Profiles = HeatMapView::Profiles;
    const bool tall = size.height() >= heightForRows;
    const bool wide = size.width() >= widthForColumns;
    const bool wanted = profiles == Profiles::Shown;
    const bool allowed = profiles != Profiles::Hidden;
    return {allowed && (tall || wanted), allowed && (wide || wanted),
            wanted && !(tall && wide) ? narrowStrip : wideStrip};
}

bool HeatMapPlot::isArrangedFor(const QSize& size, HeatMapView::Profiles profiles) const
{
    const Strips strips = stripsFor(size, profiles);
    return withRows == strips.rows && withColumns == strips.columns && profileSize == strips.size;
}

void HeatMapPlot::arrangeFor(const QSize& size, HeatMapView::Profiles profiles, int titleHeight)
{
    QCPLayoutGrid* grid = plot->plotLayout();
    // Taken out, not deleted, and put where there is room now.
    for (int index = grid->elementCount() - 1; index >= 0; --index) {
        if (QCPLayoutElement* element = grid->elementAt(index)) {
            grid->take(element);
        }
    }
    grid->simplify();
    const Strips strips = stripsFor(size, profiles);
    withRows = strips.rows;
    withColumns = strips.columns;
    profileSize = strips.size;
    int column = 0;
    for (Side& side : sides) {
        grid->addElement(0, column, side.title);
        grid->addElement(1, column, side.rect);
        if (withRows) {
            grid->addElement(2, column, side.rowRect);
        }
        grid->setColumnStretchFactor(column, 1);
        ++column;
        if (withColumns) {
            grid->addElement(1, column, side.columnRect);
            ++column;
        }
    }
    grid->addElement(1, column, scale);
    for (Side& side : sides) {
        side.rowRect->setVisible(withRows);
        side.rowProfile->setVisible(withRows);
        side.columnRect->setVisible(withColumns);
        side.columnProfile->setVisible(withColumns);
        side.columnRect->setMaximumSize(profileSize, QWIDGETSIZE_MAX);
        side.columnRect->setMinimumSize(profileSize, 10);
        side.rowRect->setMaximumSize(QWIDGETSIZE_MAX, profileSize);
        side.rowRect->setMinimumSize(10, profileSize);
        side.title->setMaximumSize(QWIDGETSIZE_MAX, titleHeight);
    }
    plot->replot(QCustomPlot::rpQueuedReplot);
}

void HeatMapPlot::takeTheme(const QFont& font)
{
    const Theme& theme = currentTheme();
    plot->setBackground(theme.surface);
    QFont small = font;
    small.setPointSizeF(small.pointSizeF() * 0.88);
    QFont strong = font;
    strong.setWeight(QFont::DemiBold);
    const auto style = [&](QCPAxis* axis) {
        styleAxis(axis, small, theme.muted);
        axis->setNumberFormat(QStringLiteral("g"));
        axis->setNumberPrecision(3);
        QColor grid = theme.line;
        grid.setAlphaF(0.6F);
        axis->grid()->setPen(QPen(grid, 1));
        axis->grid()->setZeroLinePen(QPen(theme.line, 1));
    };
    for (std::size_t index = 0; index < 2; ++index) {
        Side& side = sides[index];
        for (QCPAxisRect* rect : {side.rect, side.rowRect, side.columnRect}) {
            rect->setBackground(theme.surface);
            for (QCPAxis* axis : rect->axes()) {
                style(axis);
            }
        }
        const QColor colour = index == 0 ? theme.muted : theme.accent;
        side.rowProfile->setPen(QPen(colour, 1.4));
        side.columnProfile->setPen(QPen(colour, 1.4));
        for (QCPItemLine* line : {side.across, side.upright}) {
            QColor cross = theme.text;
            cross.setAlphaF(0.55F);
            line->setPen(QPen(cross, 1));
        }
        side.title->setFont(strong);
        side.title->setTextColor(theme.text);
    }
    style(scale->axis());
    plot->replot(QCustomPlot::rpQueuedReplot);
}

void HeatMapPlot::fill(Side& side, const PlacedMatrix& matrix) const
{
    QCPColorMapData* data = side.map->data();
    if (matrix.rows == 0 || matrix.columns == 0) {
        data->clear();
        return;
    }
    const int across = cellsOf(matrix.columnPlaces, matrix.columnFrom, matrix.columnTo);
    const int down = cellsOf(matrix.rowPlaces, matrix.rowFrom, matrix.rowTo);
    const std::vector<int> columns =
        nearestPlaces(matrix.columnPlaces, matrix.columnFrom, matrix.columnTo, across);
    const std::vector<int> rows =
        nearestPlaces(matrix.rowPlaces, matrix.rowFrom, matrix.rowTo, down);
    data->setSize(across, down);
    // The range of the middles of the first and the last cell.
    const double cellX = (matrix.columnTo - matrix.columnFrom) / across;
    const double cellY = (matrix.rowTo - matrix.rowFrom) / down;
    data->setRange(QCPRange(matrix.columnFrom + cellX / 2, matrix.columnTo - cellX / 2),
                   QCPRange(matrix.rowFrom + cellY / 2, matrix.rowTo - cellY / 2));
    for (int y = 0; y < down; ++y) {
        for (int x = 0; x < across; ++x) {
            data->setCell(x, y, double(matrix.at(rows[std::size_t(y)], columns[std::size_t(x)])));
        }
    }
    // One cell has no range of its own: it fills the axis.
    if (across == 1 || down == 1) {
        data->setRange(across == 1 ? QCPRange(matrix.columnFrom, matrix.columnTo) : data->keyRange(),
                       down == 1 ? QCPRange(matrix.rowFrom, matrix.rowTo) : data->valueRange());
    }
}

void HeatMapPlot::showProfiles(const HeatMapPair& pair, const HeatMapView::Place& place)
{
    for (std::size_t index = 0; index < 2; ++index) {
        Side& side = sides[index];
        const PlacedMatrix& matrix = pair.sides[index];
        const bool on = place.side >= 0 && matrix.rows > 0;
        side.across->setVisible(on);
        side.upright->setVisible(on);
        side.rowRect->axis(QCPAxis::atLeft)->setRange(-1.05 * pair.limit, 1.05 * pair.limit);
        side.columnRect->axis(QCPAxis::atBottom)
            ->setRange(-1.05 * pair.limit, 1.05 * pair.limit);
        side.rowProfile->data()->clear();
        side.columnProfile->data()->clear();
        if (!on) {
            continue;
        }
        // The same place on both sides, so that what lies there is compared.
        const PlacedMatrix& from = pair.sides[std::size_t(place.side)];
        const double x = from.columnPlaces[std::size_t(place.column)];
        const double y = from.rowPlaces[std::size_t(place.row)];
        side.across->start->setCoords(matrix.columnFrom, y);
        side.across->end->setCoords(matrix.columnTo, y);
        side.upright->start->setCoords(x, matrix.rowFrom);
        side.upright->end->setCoords(x, matrix.rowTo);
        const bool own = int(index) == place.side;
        const int row = own ? place.row : nearestPlace(matrix.rowPlaces, y);
        const int column = own ? place.column : nearestPlace(matrix.columnPlaces, x);
        QVector<double> keys;
        QVector<double> values;
        for (const int c : byPlace(matrix.columnPlaces)) {
            keys.push_back(matrix.columnPlaces[std::size_t(c)]);
            values.push_back(double(matrix.at(row, c)));
        }
        side.rowProfile->setData(keys, values, true);
        QVector<double> order;
        keys.clear();
        values.clear();
        for (const int r : byPlace(matrix.rowPlaces)) {
            order.push_back(double(order.size()));
            keys.push_back(double(matrix.at(r, column)));
            values.push_back(matrix.rowPlaces[std::size_t(r)]);
        }
        side.columnProfile->setData(order, keys, values, true);
    }
}

} // namespace morphospace
