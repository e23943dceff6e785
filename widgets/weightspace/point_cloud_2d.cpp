// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/point_cloud_2d.h"

#include "widgets/language/words.h"
#include "widgets/shared/focus_ring.h"
#include "widgets/theme/theme.h"
#include "widgets/weightspace/cloud_overlay.h"
#include "widgets/weightspace/cloud_painter.h"
#include "widgets/weightspace/cloud_plottable.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr double reach = 12;        // pixels from a member that still mean it
constexpr double clickSlack = 4;    // a hand is not still while it clicks
constexpr double deepest = 400;     // of the whole: nobody looks closer

} // namespace

struct PointCloud2D::Parts {
    QCustomPlot* plot = nullptr;
    QCPAxis* x = nullptr;
    QCPAxis* y = nullptr;
    QCPColorScale* scale = nullptr;
    CloudMembers* members = nullptr;
};

PointCloud2D::PointCloud2D(QWidget* parent)
    : CloudView(parent)
    , m_parts(std::make_unique<Parts>())
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Members in two components"));
    setToolTip(tr("Point at a member to see its letters, click to go there; wheel to zoom, drag to move "
                  "or to mark. Shift adds to the selection, Ctrl takes from it."));
    Parts& p = *m_parts;
    p.plot = new QCustomPlot(this);
    p.plot->setFocusPolicy(Qt::NoFocus);
    p.plot->setMouseTracking(true);
    p.plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    p.plot->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(p.plot);

    QCPAxisRect* rect = p.plot->axisRect();
    rect->setupFullAxesBox(true);
    p.x = rect->axis(QCPAxis::atBottom);
    p.y = rect->axis(QCPAxis::atLeft);
    for (QCPAxis* axis : rect->axes()) {
        axis->setSubTicks(false);
        axis->setTicks(axis == p.x || axis == p.y);
    }
    for (QCPAxis* axis : {p.x, p.y}) {
        axis->setTicker(QSharedPointer<CloudTicker>::create());
        connect(axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
                [this, axis](const QCPRange& range) {
                    // Never so far out or so deep that nothing is left to see.
                    const CloudRange whole = placeRange(m_data, axis == m_parts->x ? 0 : 1);
                    const double span = whole.greatest - whole.least;
                    const double size = std::clamp(range.size(), span / deepest, 2 * span);
                    const double middle = std::clamp(range.center(), whole.least, whole.greatest);
                    const QCPRange held(middle - size / 2, middle + size / 2);
                    if (std::abs(held.lower - range.lower) + std::abs(held.upper - range.upper)
                        > 1e-9 * span) {
                        axis->setRange(held);
                    }
                    m_overlay->update();
                });
    }
    p.members = new CloudMembers(p.x, p.y, m_data);
    p.scale = new QCPColorScale(p.plot);
    p.scale->setType(QCPAxis::atRight);
    p.scale->setBarWidth(12);
    p.scale->setRangeDrag(false);
    p.scale->setRangeZoom(false);
    p.scale->axis()->setTicker(QSharedPointer<CloudTicker>::create());
    p.scale->axis()->setSubTicks(false);
    QCPColorGradient gradient;
    gradient.clearColorStops();
    const auto& colours = sequentialColours();
    for (std::size_t i = 0; i < colours.size(); ++i) {
        gradient.setColorStopAt(double(i) / double(colours.size() - 1), QColor(colours[i]));
    }
    gradient.setLevelCount(int(colours.size()));
    p.scale->setGradient(gradient);
    auto* margins = new QCPMarginGroup(p.plot);
    rect->setMarginGroup(QCP::msTop | QCP::msBottom, margins);
    p.scale->setMarginGroup(QCP::msTop | QCP::msBottom, margins);
    m_overlay = new CloudOverlay(this, [this](QPainter& painter) { paintOver(painter); });
    m_overlay->raise();
    new FocusRing(this);
    connect(p.plot, &QCustomPlot::afterReplot, m_overlay, qOverload<>(&QWidget::update));
    arrange();
    takeTheme();
    describe();
}

PointCloud2D::~PointCloud2D() = default;

void PointCloud2D::arrange()
{
    Parts& p = *m_parts;
    QCPLayoutGrid* grid = p.plot->plotLayout();
    const bool wanted = m_data.hasValues();
    const bool there = grid->hasElement(0, 1);
    if (wanted && !there) {
        grid->addElement(0, 1, p.scale);
        p.scale->setVisible(true);
    } else if (!wanted && there) {
        grid->take(p.scale);
        grid->simplify();
        p.scale->setVisible(false);
    }
    p.plot->axisRect()->setMinimumMargins(QMargins(4, fontMetrics().lineSpacing() + 8, 8, 4));
}

void PointCloud2D::takeTheme()
{
    Parts& p = *m_parts;
    const Theme& theme = currentTheme();
    p.plot->setBackground(theme.surface);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.92);
    for (QCPAxis* axis : p.plot->axisRect()->axes()) {
        styleCloudAxis(axis, small);
    }
    styleCloudAxis(p.scale->axis(), small);
    p.scale->axis()->setTickLabelPadding(4);
    p.plot->replot(QCustomPlot::rpQueuedReplot);
    m_overlay->update();
}

void PointCloud2D::setData(CloudData data)
{
    Parts& p = *m_parts;
    const bool same = data.axes[0].component == m_data.axes[0].component
        && data.axes[1].component == m_data.axes[1].component && data.size() == m_data.size()
        && !m_data.places.empty();
    const bool whole = showsAll();
    takeData(std::move(data));
    p.x->setLabel(axisTitle(m_data.axes[0]));
    p.y->setLabel(axisTitle(m_data.axes[1]));
    if (m_data.hasValues()) {
        const CloudRange range = colourRange(m_data);
        p.scale->setDataRange(QCPRange(range.least, range.greatest));
        p.scale->setLabel(m_data.valueTitle);
    }
    arrange();
    if (!same || (whole && !showsAll())) {
        showAll();
    }
    if (m_wantedView && !m_data.places.empty()) {
        const auto view = *m_wantedView;
        m_wantedView.reset();
        p.x->setRange(view[0], view[1]);
        p.y->setRange(view[2], view[3]);
    }
    describe();
    p.plot->replot(QCustomPlot::rpQueuedReplot);
    m_overlay->update();
}

void PointCloud2D::setCurrent(const std::optional<CloudPlace>& current)
{
    const bool whole = showsAll();
    m_data.current = current;
    if (whole && !showsAll()) {
        showAll(); // who sees all goes on seeing all, also where B leaves the members
    }
    m_overlay->update();
}

bool PointCloud2D::showsAll() const
{
    const auto all = [this](const QCPAxis* axis, std::size_t number) {
        const CloudRange whole = placeRange(m_data, number);
        const double slack = 1e-6 * (whole.greatest - whole.least);
        return axis->range().lower <= whole.least + slack
            && axis->range().upper >= whole.greatest - slack;
    };
    return all(m_parts->x, 0) && all(m_parts->y, 1);
}

void PointCloud2D::setTool(CloudTool tool)
{
    m_tool = tool;
    m_parts->plot->setCursor(tool == CloudTool::Move ? Qt::ArrowCursor : Qt::CrossCursor);
}

void PointCloud2D::showAll()
{
    const CloudRange xs = placeRange(m_data, 0);
    const CloudRange ys = placeRange(m_data, 1);
    m_parts->x->setRange(xs.least, xs.greatest);
    m_parts->y->setRange(ys.least, ys.greatest);
    m_parts->plot->replot(QCustomPlot::rpQueuedReplot);
}

void PointCloud2D::zoom(double factor)
{
    Parts& p = *m_parts;
    const auto middle = marked() >= 0 ? m_data.places[std::size_t(marked())]
                                      : CloudPlace{p.x->range().center(), p.y->range().center(), 0};
    p.x->scaleRange(1 / factor, middle[0]);
    p.y->scaleRange(1 / factor, middle[1]);
    p.plot->replot(QCustomPlot::rpQueuedReplot);
}

void PointCloud2D::describe()
{
    const QString where = marked() >= 0
        ? memberText(m_data, std::size_t(marked())) + QStringLiteral(". ")
        : QString();
    setAccessibleDescription(where + cloudText(m_data) + u' '
                             + tr("Arrows walk to the nearest member that way, Return goes there, Space "
                                  "selects it, Escape selects none, plus and minus zoom, Home shows "
                                  "all."));
}

QPointF PointCloud2D::positionOf(const CloudPlace& place) const
{
    return {m_parts->x->coordToPixel(place[0]), m_parts->y->coordToPixel(place[1])};
}

std::array<double, 4> PointCloud2D::seen() const
{
    const QCPRange x = m_parts->x->range();
    const QCPRange y = m_parts->y->range();
    return {x.lower, x.upper, y.lower, y.upper};
}

QVariant PointCloud2D::viewState() const
{
    QVariantList list;
    for (const double end : seen()) {
        list += end;
    }
    list += marked();
    return list;
}

void PointCloud2D::setViewState(const QVariant& state)
{
    const QVariantList list = state.toList();
    if (list.size() != 5) {
        return;
    }
    std::array<double, 4> view{};
    for (qsizetype i = 0; i < 4; ++i) {
        view[std::size_t(i)] = list[i].toDouble();
    }
    if (m_data.places.empty()) {
        m_wantedView = view;
        return;
    }
    m_parts->x->setRange(view[0], view[1]);
    m_parts->y->setRange(view[2], view[3]);
    if (list[4].toInt() < int(m_data.size())) {
        mark(list[4].toInt());
    }
    m_parts->plot->replot(QCustomPlot::rpQueuedReplot);
}

bool PointCloud2D::onPlot(const QPointF& position) const
{
    return m_parts->plot->axisRect()->rect().contains(position.toPoint());
}

int PointCloud2D::memberAt(const QPointF& position) const
{
    int best = -1;
    double least = reach;
    const QRectF rect(m_parts->plot->axisRect()->rect());
    for (std::size_t i = 0; i < m_data.size(); ++i) {
        const QPointF at = positionOf(m_data.places[i]);
        const double far = std::hypot(at.x() - position.x(), at.y() - position.y());
        if (far < least && rect.contains(at)) {
            least = far;
            best = int(i);
        }
    }
    return best;
}

void PointCloud2D::paintOver(QPainter& painter)
{
    const Theme& theme = currentTheme();
    const QRectF rect(m_parts->plot->axisRect()->rect());
    painter.setFont(font());
    paintGroupLegend(painter, {rect.left() + 2, rect.top() - fontMetrics().lineSpacing() - 4}, m_data,
                     theme);
    if (m_data.places.empty()) {
        painter.setPen(theme.muted);
        painter.drawText(rect, Qt::AlignCenter | Qt::TextWordWrap, tr("No members to show."));
    }
    painter.save();
    painter.setClipRect(rect.adjusted(-1, -1, 1, 1));
    const auto seenAt = [this](const std::optional<CloudPlace>& place) {
        return place ? std::optional(positionOf(*place)) : std::nullopt;
    };
    paintModels(painter, rect, seenAt(m_data.base), seenAt(m_data.pinned), seenAt(m_data.current),
                theme);
    painter.setFont(font());
    const double radius = memberRadius(m_data.size(), rect.size());
    if (marked() >= 0) {
        paintRing(painter, positionOf(m_data.places[std::size_t(marked())]), radius, theme);
    }
    if (m_marking && !m_area.isEmpty()) {
        QColor fill = theme.accent;
        fill.setAlphaF(0.14F);
        painter.setPen(QPen(theme.accent, 1.4, m_way == SelectionWay::Remove ? Qt::DashLine
                                                                             : Qt::SolidLine));
        painter.setBrush(fill);
        painter.drawPolygon(m_rectangle ? QPolygonF(m_area.boundingRect()) : m_area);
    }
    painter.restore();
    if (!m_marking) {
        paintMarkedCard(painter, rect, hasFocus(), false);
    }
}

void PointCloud2D::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::FontChange) {
        arrange();
        takeTheme();
    }
}

void PointCloud2D::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    const bool byKeys = event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
    if (!byKeys && event->reason() != Qt::OtherFocusReason) {
        hideCard(); // a dialog was closed, or another window: nobody walks
    }
    if (marked() < 0 && event->reason() != Qt::MouseFocusReason && m_data.current) {
        // Where B is, or whoever is nearest: the keys have somewhere to start.
        const QPointF at = positionOf(*m_data.current);
        int best = -1;
        double least = 1e18;
        for (std::size_t i = 0; i < m_data.size(); ++i) {
            const QPointF by = positionOf(m_data.places[i]) - at;
            if (std::hypot(by.x(), by.y()) < least) {
                least = std::hypot(by.x(), by.y());
                best = int(i);
            }
        }
        startKeysAt(best);
    }
}

void PointCloud2D::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_overlay->update();
}

bool PointCloud2D::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_parts->plot) {
        return QWidget::eventFilter(watched, event);
    }
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        setFocus(Qt::MouseFocusReason);
        if (mouse->button() != Qt::LeftButton || !onPlot(mouse->position())) {
            return false;
        }
        m_pressed = true;
        m_moved = false;
        m_pressedAt = mouse->position();
        hideCard(); // it would cover what is marked or moved
        const bool adds = (mouse->modifiers() & Qt::ShiftModifier) != 0;
        const bool removes = (mouse->modifiers() & Qt::ControlModifier) != 0;
        m_way = adds ? SelectionWay::Add : removes ? SelectionWay::Remove : SelectionWay::Replace;
        m_marking = m_tool != CloudTool::Move || adds || removes;
        m_rectangle = m_tool == CloudTool::Rectangle;
        m_area = QPolygonF{m_pressedAt};
        return m_marking;
    }
    case QEvent::MouseMove: {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const QPointF by = mouse->position() - m_pressedAt;
        m_moved = m_moved || (m_pressed && std::hypot(by.x(), by.y()) > clickSlack);
        if (m_pressed && m_marking) {
            if (m_rectangle) {
                m_area = QPolygonF{m_pressedAt, mouse->position()};
            } else {
                m_area += mouse->position();
            }
            m_overlay->update();
            return true;
        }
        if (!m_pressed) {
            pointAt(onPlot(mouse->position()) ? memberAt(mouse->position()) : -1);
        }
        return false;
    }
    case QEvent::MouseButtonRelease: {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() != Qt::LeftButton || !m_pressed) {
            return false;
        }
        m_pressed = false;
        const bool marking = m_marking;
        if (marking && m_moved) {
            endMarking();
        } else {
            m_marking = false;
            const int member = memberAt(mouse->position());
            if (member >= 0 && m_way != SelectionWay::Replace) {
                // A click with Shift or Ctrl is about one member.
                Q_EMIT selectionWanted(
                    changedSelection(m_data.selected, {std::size_t(member)}, m_way));
            } else if (!m_moved && member >= 0) {
                mark(member);
                Q_EMIT memberWanted(member);
            } else if (marking && !m_moved && m_way == SelectionWay::Replace
                       && !m_data.selected.empty()) {
                Q_EMIT selectionWanted({});
            }
        }
        m_overlay->update();
        return marking;
    }
    case QEvent::MouseButtonDblClick:
        if (memberAt(static_cast<QMouseEvent*>(event)->position()) < 0) {
            showAll();
        }
        return true;
    case QEvent::Leave:
        if (!m_pressed) {
            pointAt(-1);
        }
        return false;
    default:
        return false;
    }
}

void PointCloud2D::endMarking()
{
    m_marking = false;
    const QPolygonF area = m_rectangle ? QPolygonF(m_area.boundingRect()) : m_area;
    std::vector<std::size_t> inside;
    for (std::size_t i = 0; i < m_data.size(); ++i) {
        if (area.containsPoint(positionOf(m_data.places[i]), Qt::OddEvenFill)) {
            inside.push_back(i);
        }
    }
    m_area.clear();
    const auto all = changedSelection(m_data.selected, inside, m_way);
    if (all != m_data.selected) {
        Q_EMIT selectionWanted(all);
    }
}

void PointCloud2D::walk(const QPointF& way)
{
    const int next = memberTowards(way, QPointF(m_parts->plot->axisRect()->rect().center()));
    if (next < 0) {
        return;
    }
    markByKeys(next);
    // Who walks over the edge takes the view along.
    const CloudPlace& at = m_data.places[std::size_t(next)];
    for (QCPAxis* axis : {m_parts->x, m_parts->y}) {
        const double value = at[axis == m_parts->x ? 0 : 1];
        const QCPRange range = axis->range();
        const double room = 0.05 * range.size();
        if (value < range.lower + room) {
            axis->moveRange(value - room - range.lower);
        } else if (value > range.upper - room) {
            axis->moveRange(value + room - range.upper);
        }
    }
    m_parts->plot->replot(QCustomPlot::rpQueuedReplot);
}

void PointCloud2D::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::SelectAll)) {
        std::vector<std::size_t> all(m_data.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i] = i;
        }
        Q_EMIT selectionWanted(all);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left: walk({-1, 0}); return;
    case Qt::Key_Right: walk({1, 0}); return;
    case Qt::Key_Up: walk({0, 1}); return;
    case Qt::Key_Down: walk({0, -1}); return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(1.5); return;
    case Qt::Key_Minus: zoom(1 / 1.5); return;
    case Qt::Key_Home: showAll(); return;
    case Qt::Key_Escape:
        if (m_marking) {
            m_marking = false;
            m_pressed = false;
            m_area.clear();
            m_overlay->update();
            return;
        }
        break;
    default: break;
    }
    if (!memberKey(event->key())) {
        QWidget::keyPressEvent(event);
    }
}

} // namespace morphospace
