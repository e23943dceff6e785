// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/heat_map_view.h"

#include "widgets/language/words.h"
#include "widgets/shared/focus_ring.h"
#include "widgets/smoothness/heat_map_plot.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr double deepest = 4;           // entries that are seen at the least

/// Where an upright axis has no room for the whole title, it still says what it is of.
QString rowTitleFor(const HeatMapPair& pair, const HeatMapView& view, const HeatMapPlot& plot)
{
    constexpr int around = 80;   // the heading over the map, ticks and title under it
    const int room = view.height() - around - (plot.withRows ? plot.profileSize + 24 : 0);
    return QFontMetrics(view.font()).horizontalAdvance(pair.rowTitle) <= room
        ? pair.rowTitle
        : morphospace::tr("output channel");
}

} // namespace

HeatMapView::HeatMapView(QWidget* parent)
    : QWidget(parent)
    , m_plot(std::make_unique<HeatMapPlot>(this))
{
    setFocusPolicy(Qt::StrongFocus);
    new FocusRing(this);
    setAccessibleDescription(tr("Arrows move the place that is read, plus and minus zoom, Home shows "
                                "all"));
    setToolTip(tr("Point at an entry to read it; wheel to zoom, drag to move, double-click to see "
                  "all"));
    m_plot->plot->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot->plot);
    for (const HeatMapPlot::Side& side : m_plot->sides) {
        for (QCPAxis* axis :
             {side.rect->axis(QCPAxis::atBottom), side.rect->axis(QCPAxis::atLeft)}) {
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
                        m_plot->link(axis, QCPRange(middle - size / 2, middle + size / 2));
                        if (axis->range() != QCPRange(middle - size / 2, middle + size / 2)) {
                            axis->setRange(middle - size / 2, middle + size / 2);
                        }
                    });
        }
    }
    arrange();
    m_plot->takeTheme(font());
}

HeatMapView::~HeatMapView() = default;

void HeatMapView::arrange()
{
    const bool before = showsProfiles();
    m_plot->arrangeFor(size(), m_profiles, fontMetrics().lineSpacing() + 8);
    if (showsProfiles() != before) {
        Q_EMIT profilesChanged();
    }
}

bool HeatMapView::showsProfiles() const
{
    return m_plot->withRows && m_plot->withColumns;
}

void HeatMapView::setProfiles(Profiles profiles)
{
    m_profiles = profiles;
    settle();
}

void HeatMapView::settle()
{
    if (!m_plot->isArrangedFor(size(), m_profiles)) {
        arrange();
    }
    m_plot->sides[0].rect->axis(QCPAxis::atLeft)->setLabel(rowTitleFor(m_pair, *this, *m_plot));
}

void HeatMapView::setPair(const HeatMapPair& pair)
{
    HeatMapPlot& p = *m_plot;
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
        HeatMapPlot::Side& side = p.sides[std::size_t(index)];
        side.title->setText(pair.titles[std::size_t(index)]);
        side.rect->axis(QCPAxis::atBottom)->setLabel(pair.columnTitle);
        side.rect->axis(QCPAxis::atLeft)->setLabel(index == 0 ? rowTitleFor(pair, *this, p)
                                                              : QString());
        p.fill(side, pair.sides[std::size_t(index)]);
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
    m_plot->showProfiles(m_pair, m_place);
    p.plot->replot(QCustomPlot::rpQueuedReplot);
}

void HeatMapView::showAll()
{
    const PlacedMatrix& matrix = m_pair.sides[0];
    if (matrix.rows == 0) {
        return;
    }
    HeatMapPlot::Side& side = m_plot->sides[0];
    m_plot->link(side.rect->axis(QCPAxis::atBottom), QCPRange(matrix.columnFrom, matrix.columnTo));
    m_plot->link(side.rect->axis(QCPAxis::atLeft), QCPRange(matrix.rowFrom, matrix.rowTo));
    m_plot->plot->replot(QCustomPlot::rpQueuedReplot);
}

std::array<double, 4> HeatMapView::seen(int side) const
{
    const QCPAxisRect* rect = m_plot->sides[std::size_t(side)].rect;
    const QCPRange x = rect->axis(QCPAxis::atBottom)->range();
    const QCPRange y = rect->axis(QCPAxis::atLeft)->range();
    return {x.lower, x.upper, y.lower, y.upper};
}

void HeatMapView::zoom(double factor)
{
    QCPAxisRect* rect = m_plot->sides[0].rect;
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
    m_plot->plot->replot(QCustomPlot::rpQueuedReplot);
}

QPoint HeatMapView::positionOf(const Place& place) const
{
    const QCPAxisRect* rect = m_plot->sides[std::size_t(place.side)].rect;
    const PlacedMatrix& matrix = m_pair.sides[std::size_t(place.side)];
    const double x = rect->axis(QCPAxis::atBottom)
                         ->coordToPixel(matrix.columnPlaces[std::size_t(place.column)]);
    const double y =
        rect->axis(QCPAxis::atLeft)->coordToPixel(matrix.rowPlaces[std::size_t(place.row)]);
    return m_plot->plot->mapTo(this, QPointF(x, y).toPoint());
}

void HeatMapView::readAt(const QPointF& position)
{
    for (int index = 0; index < 2; ++index) {
        const QCPAxisRect* rect = m_plot->sides[std::size_t(index)].rect;
        const PlacedMatrix& matrix = m_pair.sides[std::size_t(index)];
        if (!rect->rect().contains(position.toPoint()) || matrix.rows == 0) {
            continue;
        }
        const double x = rect->axis(QCPAxis::atBottom)->pixelToCoord(position.x());
        const double y = rect->axis(QCPAxis::atLeft)->pixelToCoord(position.y());
        read({index, nearestPlace(matrix.rowPlaces, y), nearestPlace(matrix.columnPlaces, x)});
        return;
    }
}

void HeatMapView::read(const Place& place)
{
    if (place != m_place) {
        m_place = place;
        m_plot->showProfiles(m_pair, m_place);
        m_plot->plot->replot(QCustomPlot::rpQueuedReplot);
        Q_EMIT placeChanged(m_place);
    }
}

bool HeatMapView::event(QEvent* event)
{
    // Help is for who has not found the maps yet: over them it would cover what is read.
    if (event->type() == QEvent::ToolTip) {
        const QPoint position = static_cast<QHelpEvent*>(event)->pos();
        const bool over = std::ranges::any_of(m_plot->sides, [&](const HeatMapPlot::Side& side) {
            return side.rect->outerRect().contains(m_plot->plot->mapFrom(this, position));
        });
        if (over) {
            QToolTip::hideText();
            return true;
        }
    }
    return QWidget::event(event);
}

void HeatMapView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::FontChange) {
        m_plot->takeTheme(font());
    }
}

void HeatMapView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    settle();
}

bool HeatMapView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_plot->plot) {
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
