// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/heat_map_view.h"

#include "widgets/language/words.h"
#include "widgets/shared/focus_ring.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace morphospace {
namespace {

constexpr int profileSize = 58;         // pixels of the strips beside the maps
constexpr int widthForColumns = 820;    // with less, the maps need the room of the upright strips
constexpr int heightForRows = 270;
constexpr int finest = 720;             // cells along an axis while rows and columns travel
constexpr double deepest = 4;           // entries that are seen at the least

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

/// Where an upright axis has no room for the whole title, it still says what it is of.
QString rowTitleFor(const HeatMapPair& pair, const HeatMapView& view, bool withRows)
{
    constexpr int around = 80;   // the heading over the map, ticks and title under it
    const int room = view.height() - around - (withRows ? profileSize + 24 : 0);
    return QFontMetrics(view.font()).horizontalAdvance(pair.rowTitle) <= room
        ? pair.rowTitle
        : morphospace::tr("output channel");
}

} // namespace

struct HeatMapView::Parts {
    QCustomPlot* plot = nullptr;
    struct Side {
        QCPAxisRect* rect = nullptr;
        QCPAxisRect* rowRect = nullptr;      ///< profile of a row, under the map
        QCPAxisRect* columnRect = nullptr;   ///< profile of a column, beside it
        QCPColorMap* map = nullptr;
        QCPGraph* rowProfile = nullptr;
        QCPCurve* columnProfile = nullptr;
        QCPItemLine* across = nullptr;
        QCPItemLine* upright = nullptr;
        QCPTextElement* title = nullptr;
    };
    std::array<Side, 2> sides;
    QCPColorScale* scale = nullptr;
    QCPMarginGroup* margins = nullptr;
    bool linking = false;
    bool withRows = true;
    bool withColumns = true;

    void link(QCPAxis* from, const QCPRange& range)
    {
        if (linking) {
            return;
        }
        linking = true;
        const bool upright = from->orientation() == Qt::Vertical;
        for (Side& side : sides) {
            if (upright) {
                side.rect->axis(QCPAxis::atLeft)->setRange(range);
                side.columnRect->axis(QCPAxis::atLeft)->setRange(range);
            } else {
                side.rect->axis(QCPAxis::atBottom)->setRange(range);
                side.rowRect->axis(QCPAxis::atBottom)->setRange(range);
            }
        }
        linking = false;
    }
};

HeatMapView::HeatMapView(QWidget* parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>())
{
    setFocusPolicy(Qt::StrongFocus);
    new FocusRing(this);
    setAccessibleDescription(tr("Arrows move the place that is read, plus and minus zoom, Home shows "
                                "all"));
    setToolTip(tr("Point at an entry to read it; wheel to zoom, drag to move, double-click to see "
                  "all"));
    Parts& p = *m_parts;
    p.plot = new QCustomPlot(this);
    p.plot->setFocusPolicy(Qt::NoFocus);
    p.plot->setMouseTracking(true);
    p.plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    p.plot->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(p.plot);

    p.plot->plotLayout()->setRowSpacing(2);
    p.plot->plotLayout()->setColumnSpacing(2);
    p.margins = new QCPMarginGroup(p.plot);
    p.scale = new QCPColorScale(p.plot);
    p.scale->setType(QCPAxis::atRight);
    p.scale->setBarWidth(12);
    p.scale->setRangeDrag(false);
    p.scale->setRangeZoom(false);
    for (int index = 0; index < 2; ++index) {
        Parts::Side& side = p.sides[std::size_t(index)];
        side.rect = new QCPAxisRect(p.plot);
        side.rowRect = new QCPAxisRect(p.plot);
        side.columnRect = new QCPAxisRect(p.plot);
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
        side.map->setColorScale(p.scale);
        side.rowProfile = new QCPGraph(side.rowRect->axis(QCPAxis::atBottom),
                                       side.rowRect->axis(QCPAxis::atLeft));
        side.columnProfile = new QCPCurve(side.columnRect->axis(QCPAxis::atBottom),
                                          side.columnRect->axis(QCPAxis::atLeft));
        side.across = new QCPItemLine(p.plot);
        side.upright = new QCPItemLine(p.plot);
        for (QCPItemLine* line : {side.across, side.upright}) {
            for (QCPItemPosition* end : {line->start, line->end}) {
                end->setAxes(x, y);
                end->setAxisRect(side.rect);
            }
            line->setClipAxisRect(side.rect);
            line->setVisible(false);
        }
        side.title = new QCPTextElement(p.plot, QString());
        side.title->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
        side.rect->setMarginGroup(QCP::msTop | QCP::msBottom, p.margins);
        side.columnRect->setMarginGroup(QCP::msTop | QCP::msBottom, p.margins);
        auto* upright = new QCPMarginGroup(p.plot);
        side.rect->setMarginGroup(QCP::msLeft | QCP::msRight, upright);
        side.rowRect->setMarginGroup(QCP::msLeft | QCP::msRight, upright);
        for (QCPAxis* axis : {x, y}) {
            connect(axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
                    [this, axis](const QCPRange& range) {
                        const PlacedMatrix& matrix = m_pair.sides[0];
                        const bool across = axis->orientation() == Qt::Horizontal;
                        const double from = across ? matrix.columnFrom : matrix.rowFrom;
                        const double to = across ? matrix.columnTo : matrix.rowTo;
                        // Never past the edge, nor so deep that nothing is left to compare.
                        const int most = std::max(across ? matrix.columns : matrix.rows, 1);
                        const double whole = to - from;
                        double size = std::min(range.size(), whole);
                        size = std::max(size, whole * std::min(1.0, deepest / most));
                        const double middle = std::clamp(range.center(), from + size / 2,
                                                         to - size / 2);
                        m_parts->link(axis, QCPRange(middle - size / 2, middle + size / 2));
                        if (axis->range() != QCPRange(middle - size / 2, middle + size / 2)) {
                            axis->setRange(middle - size / 2, middle + size / 2);
                        }
                    });
        }
    }
    p.scale->setMarginGroup(QCP::msTop | QCP::msBottom, p.margins);
    // Not sooner: new items want an axis rectangle of the plot's.
    p.plot->plotLayout()->clear();
    arrange();
    takeTheme();
}

HeatMapView::~HeatMapView() = default;

void HeatMapView::arrange()
{
    Parts& p = *m_parts;
    QCPLayoutGrid* grid = p.plot->plotLayout();
    // Taken out, not deleted, and put where there is room now.
    for (int index = grid->elementCount() - 1; index >= 0; --index) {
        if (QCPLayoutElement* element = grid->elementAt(index)) {
            grid->take(element);
        }
    }
    grid->simplify();
    p.withRows = height() >= heightForRows;
    p.withColumns = width() >= widthForColumns;
    int column = 0;
    for (Parts::Side& side : p.sides) {
        grid->addElement(0, column, side.title);
        grid->addElement(1, column, side.rect);
        if (p.withRows) {
            grid->addElement(2, column, side.rowRect);
        }
        grid->setColumnStretchFactor(column, 1);
        ++column;
        if (p.withColumns) {
            grid->addElement(1, column, side.columnRect);
            ++column;
        }
    }
    grid->addElement(1, column, p.scale);
    for (Parts::Side& side : p.sides) {
        side.rowRect->setVisible(p.withRows);
        side.rowProfile->setVisible(p.withRows);
        side.columnRect->setVisible(p.withColumns);
        side.columnProfile->setVisible(p.withColumns);
        side.columnRect->setMaximumSize(profileSize, QWIDGETSIZE_MAX);
        side.columnRect->setMinimumSize(profileSize, 10);
        side.rowRect->setMaximumSize(QWIDGETSIZE_MAX, profileSize);
        side.rowRect->setMinimumSize(10, profileSize);
        side.title->setMaximumSize(QWIDGETSIZE_MAX, fontMetrics().lineSpacing() + 8);
    }
    p.plot->replot(QCustomPlot::rpQueuedReplot);
}

void HeatMapView::takeTheme()
{
    Parts& p = *m_parts;
    const Theme& theme = currentTheme();
    p.plot->setBackground(theme.surface);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const auto style = [&](QCPAxis* axis) {
        axis->setBasePen(QPen(theme.line));
        axis->setTickPen(QPen(theme.line));
        axis->setTickLabelColor(theme.muted);
        axis->setLabelColor(theme.muted);
        axis->setTickLabelFont(small);
        axis->setLabelFont(small);
        axis->setTickLengthIn(0);
        axis->setTickLengthOut(3);
        axis->setLabelPadding(3);
        axis->setTickLabelPadding(3);
        axis->setNumberFormat(QStringLiteral("g"));
        axis->setNumberPrecision(3);
        QColor grid = theme.line;
        grid.setAlphaF(0.6F);
        axis->grid()->setPen(QPen(grid, 1));
        axis->grid()->setZeroLinePen(QPen(theme.line, 1));
    };
    for (std::size_t index = 0; index < 2; ++index) {
        Parts::Side& side = p.sides[index];
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
    style(p.scale->axis());
    p.plot->replot(QCustomPlot::rpQueuedReplot);
}

void HeatMapView::setPair(const HeatMapPair& pair)
{
    Parts& p = *m_parts;
    const auto ranges = [](const PlacedMatrix& m) {
        return std::array{m.columnFrom, m.columnTo, m.rowFrom, m.rowTo, double(m.columns > 0)};
    };
    const bool again = ranges(pair.sides[0]) == ranges(m_pair.sides[0]);
    m_pair = pair;
    QCPColorGradient gradient;
    gradient.clearColorStops();
    gradient.setLevelCount(int(std::max<std::size_t>(2, pair.colours.size())));
    for (std::size_t i = 0; i < pair.colours.size(); ++i) {
        gradient.setColorStopAt(double(i) / double(std::max<std::size_t>(1, pair.colours.size() - 1)),
                                QColor(pair.colours[i]));
    }
    p.scale->setGradient(gradient);
    p.scale->setDataRange(QCPRange(-pair.limit, pair.limit));
    p.scale->setLabel(pair.valueTitle);
    for (int index = 0; index < 2; ++index) {
        Parts::Side& side = p.sides[std::size_t(index)];
        side.title->setText(pair.titles[std::size_t(index)]);
        side.rect->axis(QCPAxis::atBottom)->setLabel(pair.columnTitle);
        side.rect->axis(QCPAxis::atLeft)->setLabel(index == 0 ? rowTitleFor(pair, *this, p.withRows)
                                                              : QString());
        fill(index);
    }
    if (!again) {
        showAll();
    }
    const PlacedMatrix& left = pair.sides[0];
    const PlacedMatrix& read = pair.sides[std::size_t(std::max(0, m_place.side))];
    if (m_place.side < 0 || m_place.row >= read.rows || m_place.column >= read.columns) {
        // The middle: profiles have something to show, and the keyboard somewhere to start.
        const bool some = left.rows > 0 && left.columns > 0;
        m_place = some ? Place{0, byPlace(left.rowPlaces)[std::size_t(left.rows / 2)],
                               byPlace(left.columnPlaces)[std::size_t(left.columns / 2)]}
                       : Place{-1, 0, 0};
        Q_EMIT placeChanged(m_place);
    }
    showProfiles();
    p.plot->replot(QCustomPlot::rpQueuedReplot);
}

void HeatMapView::fill(int index)
{
    const PlacedMatrix& matrix = m_pair.sides[std::size_t(index)];
    QCPColorMapData* data = m_parts->sides[std::size_t(index)].map->data();
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

void HeatMapView::showAll()
{
    const PlacedMatrix& matrix = m_pair.sides[0];
    if (matrix.rows == 0) {
        return;
    }
    Parts::Side& side = m_parts->sides[0];
    m_parts->link(side.rect->axis(QCPAxis::atBottom), QCPRange(matrix.columnFrom, matrix.columnTo));
    m_parts->link(side.rect->axis(QCPAxis::atLeft), QCPRange(matrix.rowFrom, matrix.rowTo));
    m_parts->plot->replot(QCustomPlot::rpQueuedReplot);
}

std::array<double, 4> HeatMapView::seen(int side) const
{
    const QCPAxisRect* rect = m_parts->sides[std::size_t(side)].rect;
    const QCPRange x = rect->axis(QCPAxis::atBottom)->range();
    const QCPRange y = rect->axis(QCPAxis::atLeft)->range();
    return {x.lower, x.upper, y.lower, y.upper};
}

void HeatMapView::zoom(double factor)
{
    QCPAxisRect* rect = m_parts->sides[0].rect;
    const PlacedMatrix& matrix = m_pair.sides[std::size_t(std::max(0, m_place.side))];
    QCPAxis* x = rect->axis(QCPAxis::atBottom);
    QCPAxis* y = rect->axis(QCPAxis::atLeft);
    if (m_place.side >= 0) {
        x->scaleRange(1 / factor, matrix.columnPlaces[std::size_t(m_place.column)]);
        y->scaleRange(1 / factor, matrix.rowPlaces[std::size_t(m_place.row)]);
    } else {
        x->scaleRange(1 / factor);
        y->scaleRange(1 / factor);
    }
    m_parts->plot->replot(QCustomPlot::rpQueuedReplot);
}

QPoint HeatMapView::positionOf(const Place& place) const
{
    const QCPAxisRect* rect = m_parts->sides[std::size_t(place.side)].rect;
    const PlacedMatrix& matrix = m_pair.sides[std::size_t(place.side)];
    const double x = rect->axis(QCPAxis::atBottom)
                         ->coordToPixel(matrix.columnPlaces[std::size_t(place.column)]);
    const double y =
        rect->axis(QCPAxis::atLeft)->coordToPixel(matrix.rowPlaces[std::size_t(place.row)]);
    return m_parts->plot->mapTo(this, QPointF(x, y).toPoint());
}

void HeatMapView::readAt(const QPointF& position)
{
    for (int index = 0; index < 2; ++index) {
        const QCPAxisRect* rect = m_parts->sides[std::size_t(index)].rect;
        const PlacedMatrix& matrix = m_pair.sides[std::size_t(index)];
        if (!rect->rect().contains(position.toPoint()) || matrix.rows == 0) {
            continue;
        }
        const double x = rect->axis(QCPAxis::atBottom)->pixelToCoord(position.x());
        const double y = rect->axis(QCPAxis::atLeft)->pixelToCoord(position.y());
        const auto nearest = [](const std::vector<double>& places, double at) {
            return int(std::ranges::min_element(places, {},
                                                [at](double place) { return std::abs(place - at); })
                       - places.begin());
        };
        read({index, nearest(matrix.rowPlaces, y), nearest(matrix.columnPlaces, x)});
        return;
    }
}

void HeatMapView::read(const Place& place)
{
    if (place != m_place) {
        m_place = place;
        showProfiles();
        m_parts->plot->replot(QCustomPlot::rpQueuedReplot);
        Q_EMIT placeChanged(m_place);
    }
}

void HeatMapView::showProfiles()
{
    Parts& p = *m_parts;
    for (std::size_t index = 0; index < 2; ++index) {
        Parts::Side& side = p.sides[index];
        const PlacedMatrix& matrix = m_pair.sides[index];
        const bool on = m_place.side >= 0 && matrix.rows > 0;
        side.across->setVisible(on);
        side.upright->setVisible(on);
        side.rowRect->axis(QCPAxis::atLeft)->setRange(-1.05 * m_pair.limit, 1.05 * m_pair.limit);
        side.columnRect->axis(QCPAxis::atBottom)
            ->setRange(-1.05 * m_pair.limit, 1.05 * m_pair.limit);
        side.rowProfile->data()->clear();
        side.columnProfile->data()->clear();
        if (!on) {
            continue;
        }
        // The same place on both sides, so that what lies there is compared.
        const PlacedMatrix& from = m_pair.sides[std::size_t(m_place.side)];
        const double x = from.columnPlaces[std::size_t(m_place.column)];
        const double y = from.rowPlaces[std::size_t(m_place.row)];
        side.across->start->setCoords(matrix.columnFrom, y);
        side.across->end->setCoords(matrix.columnTo, y);
        side.upright->start->setCoords(x, matrix.rowFrom);
        side.upright->end->setCoords(x, matrix.rowTo);
        const auto nearest = [](const std::vector<double>& places, double at) {
            return int(std::ranges::min_element(places, {},
                                                [at](double place) { return std::abs(place - at); })
                       - places.begin());
        };
        const bool own = int(index) == m_place.side;
        const int row = own ? m_place.row : nearest(matrix.rowPlaces, y);
        const int column = own ? m_place.column : nearest(matrix.columnPlaces, x);
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

void HeatMapView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::FontChange) {
        takeTheme();
    }
}

void HeatMapView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_parts->withRows != (height() >= heightForRows)
        || m_parts->withColumns != (width() >= widthForColumns)) {
        arrange();
    }
    m_parts->sides[0].rect->axis(QCPAxis::atLeft)
        ->setLabel(rowTitleFor(m_pair, *this, m_parts->withRows));
}

bool HeatMapView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_parts->plot) {
        if (event->type() == QEvent::MouseMove) {
            readAt(static_cast<QMouseEvent*>(event)->position());
        } else if (event->type() == QEvent::MouseButtonPress) {
            setFocus(Qt::MouseFocusReason);
        } else if (event->type() == QEvent::MouseButtonDblClick) {
            showAll();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void HeatMapView::keyPressEvent(QKeyEvent* event)
{
    const PlacedMatrix& matrix = m_pair.sides[std::size_t(std::max(0, m_place.side))];
    const auto step = [&](int right, int down) {
        if (matrix.rows == 0) {
            return;
        }
        Place next = m_place;
        if (next.side < 0) {
            const std::vector<int> rows = byPlace(matrix.rowPlaces);
            const std::vector<int> columns = byPlace(matrix.columnPlaces);
            next = {0, rows.front(), columns.front()};
        } else {
            // To the neighbour in place, not in number.
            const auto moved = [](const std::vector<double>& places, int from, int by) {
                const std::vector<int> order = byPlace(places);
                const auto at = int(std::ranges::find(order, from) - order.begin());
                return order[std::size_t(std::clamp(at + by, 0, int(order.size()) - 1))];
            };
            next.row = moved(matrix.rowPlaces, next.row, down);
            next.column = moved(matrix.columnPlaces, next.column, right);
        }
        read(next);
    };
    switch (event->key()) {
    case Qt::Key_Left: step(-1, 0); break;
    case Qt::Key_Right: step(1, 0); break;
    case Qt::Key_Up: step(0, -1); break;
    case Qt::Key_Down: step(0, 1); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(1.5); break;
    case Qt::Key_Minus: zoom(1 / 1.5); break;
    case Qt::Key_Home: showAll(); break;
    default: QWidget::keyPressEvent(event); return;
    }
}

} // namespace morphospace
