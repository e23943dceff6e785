// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/point_cloud_3d.h"

#include "widgets/language/words.h"
#include "widgets/scene/scene_labels.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/scene/view_3d.h"
#include "widgets/shared/text.h"
#include "widgets/theme/paper.h"
#include "widgets/weightspace/cloud_overlay.h"
#include "widgets/weightspace/cloud_painter.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace morphospace {
namespace {

constexpr double reach = 14;          // pixels from a member that still mean it
constexpr double clickSlack = 4;
constexpr double ballRadius = 0.0095; // of the box: 5 pixels where it fills 500
constexpr double dotsPerUnit = 4;     // 384 dots per inch where text has 9 points
constexpr int mostDots = 2400;

QString shortTitle(const CloudAxis& axis)
{
    return axis.share > 0
        ? tr("component %1 (%2)").arg(axis.component + 1).arg(percentText(axis.share, 1))
        : axisName(axis);
}

std::vector<HeightFieldAxes::Tick> ticksOf(const CloudData& data, std::size_t axis)
{
    const CloudRange range = placeRange(data, axis);
    const std::vector<double> values = roundTicks(range.least, range.greatest, 4);
    std::vector<HeightFieldAxes::Tick> ticks;
    for (const double value : values) {
        ticks.push_back({range.part(value),
                         tickText(value, values.size() > 1 ? values[1] - values[0] : 1)});
    }
    return ticks;
}

SceneColours sceneColours(const Theme& theme)
{
    return {theme.surface, theme.line, theme.text, theme.muted};
}

/// Markers and the arrow over a picture of the scene in `area`.
void paintMarkers(QPainter& painter, const QRectF& area, const CloudData& data,
                  const SceneCamera& camera, const Theme& theme)
{
    const auto at = [&](const CloudPlace& place) {
        return projected(scenePlace(data, place), camera, area.size()) + area.topLeft();
    };
    // A thread down to the floor says where in the box a marker is.
    const auto thread = [&](const CloudPlace& place, const QColor& colour) {
        ScenePoint foot = scenePlace(data, place);
        foot[2] = -pointBox[2];
        const QPointF below = projected(foot, camera, area.size()) + area.topLeft();
        painter.setPen(QPen(colour, 1.4, Qt::DotLine));
        painter.drawLine(below, at(place));
        painter.setBrush(colour);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(below, 2.5, 2.5);
    };
    if (data.pinned) {
        thread(*data.pinned, theme.pinned);
    }
    if (data.current) {
        thread(*data.current, theme.accent);
    }
    const auto seenAt = [&](const std::optional<CloudPlace>& place) {
        return place ? std::optional(at(*place)) : std::nullopt;
    };
    paintModels(painter, area, seenAt(data.base), seenAt(data.pinned), seenAt(data.current), theme);
}

} // namespace

SceneCamera cloudCamera()
{
    SceneCamera camera;
    camera.azimuth = -38;
    camera.elevation = 22;
    camera.distance = 2.95;
    camera.panY = 0.03;
    return camera;
}

ScenePoint scenePlace(const CloudData& data, const CloudPlace& place)
{
    ScenePoint point{};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        point[axis] = (2 * placeRange(data, axis).part(place[axis]) - 1) * pointBox[axis];
    }
    return point;
}

PointSceneData pointScene(const CloudData& data, const Theme& theme)
{
    PointSceneData scene;
    const CloudRange colours = colourRange(data);
    const std::array<CloudRange, 3> ranges{placeRange(data, 0), placeRange(data, 1),
                                           placeRange(data, 2)};
    scene.points.reserve(data.size());
    for (std::size_t i = 0; i < data.size(); ++i) {
        ScenePoint point{};
        for (std::size_t axis = 0; axis < 3; ++axis) {
            point[axis] = (2 * ranges[axis].part(data.places[i][axis]) - 1) * pointBox[axis];
        }
        scene.points.push_back(point);
        const bool strong = data.isSelected(i) || data.groupOf(i) != CloudGroup::None;
        QColor colour = memberColour(data, i, colours, theme);
        if (colour.alphaF() < 1) {
            const double a = colour.alphaF();
            colour = QColor::fromRgbF(float(a * colour.redF() + (1 - a) * theme.surface.redF()),
                                      float(a * colour.greenF() + (1 - a) * theme.surface.greenF()),
                                      float(a * colour.blueF() + (1 - a) * theme.surface.blueF()));
        }
        if (theme.dark) {
            // The dark end of the colours, seen through haze, would be lost in the ground.
            const auto lifted = [](int channel) { return channel + (255 - channel) * 18 / 100; };
            colour = QColor(lifted(colour.red()), lifted(colour.green()), lifted(colour.blue()));
        }
        scene.colours.push_back(colour.rgb());
        scene.radii.push_back(float(ballRadius * (strong ? 1.7 : 1)));
    }
    scene.axes.columnTitle = shortTitle(data.axes[0]);
    scene.axes.rowTitle = shortTitle(data.axes[1]);
    scene.axes.valueTitle = shortTitle(data.axes[2]);
    scene.axes.columnTicks = ticksOf(data, 0);
    scene.axes.rowTicks = ticksOf(data, 1);
    scene.axes.valueTicks = ticksOf(data, 2);
    return scene;
}

Figure cloudFigure3D(const CloudData& data, const SceneCamera& camera)
{
    Figure figure;
    figure.name = QStringLiteral("weight-space-3d");
    figure.title = tr("Weight space in three components");
    figure.description = cloudText(data, true);
    figure.paint = [data, camera](QPainter& painter, const QSizeF& size) {
        const Theme& theme = paperTheme();
        PointScene scene;
        scene.setData(pointScene(data, theme));
        const SceneColours colours{Qt::white, theme.line, theme.text, theme.muted};
        scene.setColours(colours);
        const double bar = colourBarWidth(data, painter.font());
        const QRectF area(0, 0, size.width() - (bar > 0 ? bar + 8 : 0), size.height());
        QSize pixels = (area.size() * dotsPerUnit).toSize();
        if (std::max(pixels.width(), pixels.height()) > mostDots) {
            pixels.scale(mostDots, mostDots, Qt::KeepAspectRatio);
        }
        const QFontMetricsF metrics(painter.font());
        const QMarginsF legend(0, hasGroups(data) ? metrics.height() + 8 : 0, 0, 0);
        const SceneCamera eye = fitted(scene, camera, cloudCamera(), area.size(), metrics, legend);
        SceneRenderer renderer;
        painter.drawImage(area, renderer.render(scene, eye, pixels));
        painter.save();
        paintLabels(painter, area, scene, eye, colours, legend);
        paintMarkers(painter, area, data, eye, theme);
        painter.restore();
        paintGroupLegend(painter, {8, 6}, data, theme);
        if (bar > 0) {
            paintColourBar(painter,
                           QRectF(area.right() + 2, 0.12 * size.height(), bar, 0.76 * size.height()),
                           data, theme);
        }
    };
    figure.heightFor = [](double width) { return std::clamp(width * 0.76, 240.0, 520.0); };
    figure.numbers = {cloudNumbers(data, true)};
    return figure;
}

PointCloud3D::PointCloud3D(QWidget* parent)
    : CloudView(parent)
    , m_camera(cloudCamera())
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void PointCloud3D::make()
{
    if (m_view != nullptr) {
        return;
    }
    auto scene = std::make_unique<PointScene>();
    m_scene = scene.get();
    m_view = new View3D(std::move(scene));
    m_view->setMouseTracking(true);
    m_view->setHomeCamera(cloudCamera());
    m_view->setCamera(m_camera);
    m_view->setColours(sceneColours(currentTheme()));
    m_view->setAccessibleName(tr("Members in three components"));
    m_view->setToolTip(tr("Drag to turn, Shift and drag to move, wheel to zoom; point at a member to see "
                          "its letters, click to go there"));
    m_view->installEventFilter(this);
    layout()->addWidget(m_view);
    m_overlay = new CloudOverlay(this, [this](QPainter& painter) { paintOver(painter); });
    m_overlay->setGeometry(rect());
    m_overlay->raise();
    m_overlay->show();
    connect(m_view, &View3D::cameraChanged, this, [this](const SceneCamera& camera) {
        m_camera = camera;
        m_overlay->update();
        Q_EMIT cameraChanged();
    });
    describe();
}

void PointCloud3D::setData(CloudData data)
{
    takeData(std::move(data));
    m_old = true;
    if (isVisible()) {
        showData();
    }
    describe();
}

void PointCloud3D::setCurrent(const std::optional<CloudPlace>& current)
{
    // Where it leaves the box the box grows with it, and all has to be placed anew.
    const bool inside = current && std::ranges::all_of(std::array{0U, 1U, 2U}, [&](std::size_t axis) {
        const CloudRange range = placeRange(m_data, axis);
        return (*current)[axis] > range.least && (*current)[axis] < range.greatest;
    });
    if (inside && m_data.current && !m_old) {
        std::array<CloudRange, 3> before;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            before[axis] = placeRange(m_data, axis);
        }
        m_data.current = current;
        bool same = true;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const CloudRange now = placeRange(m_data, axis);
            same = same && now.least == before[axis].least && now.greatest == before[axis].greatest;
        }
        if (same) {
            if (m_overlay != nullptr) {
                m_overlay->update();
            }
            return;
        }
    }
    CloudData data = m_data;
    data.current = current;
    setData(std::move(data));
}

void PointCloud3D::showData()
{
    make();
    if (m_old) {
        m_scene->setData(pointScene(m_data, currentTheme()));
        makeRoom();
        m_view->refresh();
        m_overlay->update();
        m_old = false;
    }
}

double PointCloud3D::barWidth() const
{
    return width() > 360 ? colourBarWidth(m_data, font()) : 0;
}

void PointCloud3D::makeRoom()
{
    if (m_view != nullptr) {
        const double bar = barWidth();
        m_view->setContentsMargins(0, hasGroups(m_data) ? QFontMetrics(font()).height() + 8 : 0,
                                   bar > 0 ? int(bar) + 16 : 0, 0);
    }
}

SceneCamera PointCloud3D::camera() const
{
    return m_camera;
}

SceneCamera PointCloud3D::shownCamera() const
{
    return m_view != nullptr ? m_view->shownCamera() : m_camera;
}

QVariant PointCloud3D::viewState() const
{
    return QVariantList{m_camera.azimuth, m_camera.elevation, m_camera.distance, m_camera.panX,
                        m_camera.panY, marked()};
}

void PointCloud3D::setViewState(const QVariant& state)
{
    const QVariantList list = state.toList();
    if (list.size() != 6) {
        return;
    }
    m_camera = {list[0].toDouble(), list[1].toDouble(), list[2].toDouble(), list[3].toDouble(),
                list[4].toDouble(), {}};
    if (m_view != nullptr) {
        m_view->setCamera(m_camera);
        m_overlay->update();
    }
    if (list[5].toInt() < int(m_data.size())) {
        mark(list[5].toInt());
    }
}

void PointCloud3D::describe()
{
    if (m_view == nullptr) {
        return;
    }
    const QString where = marked() >= 0
        ? memberText(m_data, std::size_t(marked()), true) + QStringLiteral(". ")
        : QString();
    m_view->setAccessibleDescription(
        where + cloudText(m_data, true) + u' '
        + tr("Arrows turn, with Shift they move, with Ctrl they walk to the nearest member that way; "
             "Return goes there, Space selects it, plus and minus zoom, Home goes back to the first "
             "view."));
}

QPointF PointCloud3D::positionOf(const CloudPlace& place) const
{
    return projected(scenePlace(m_data, place), shownCamera(), QSizeF(size()));
}

int PointCloud3D::memberAt(const QPointF& position) const
{
    if (m_scene == nullptr) {
        return -1;
    }
    // Of balls under the pointer the one in front; else the nearest.
    const std::vector<ScenePlace> seen =
        projected(m_scene->data().points, shownCamera(), QSizeF(m_view->size()));
    const double perUnit = pixelsPerUnit(shownCamera(), QSizeF(m_view->size()));
    int best = -1;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const QPointF by = seen[i].at - position;
        const double far = std::hypot(by.x(), by.y());
        const double radius = double(m_scene->data().radii[i]) * perUnit / seen[i].depth;
        if (far > std::max(reach, radius)) {
            continue;
        }
        const double rank = far <= radius ? seen[i].depth - 1000 : far;
        if (rank < least) {
            least = rank;
            best = int(i);
        }
    }
    return best;
}

std::vector<QPointF> PointCloud3D::positions() const
{
    std::vector<QPointF> list;
    for (const ScenePlace& place :
         projected(m_scene->data().points, shownCamera(), QSizeF(m_view->size()))) {
        list.push_back(place.at);
    }
    return list;
}

void PointCloud3D::walk(const QPointF& way)
{
    const int next = m_scene == nullptr ? -1 : memberTowards(way, QPointF(m_view->rect().center()));
    if (next >= 0) {
        markByKeys(next);
    }
}

void PointCloud3D::paintOver(QPainter& painter)
{
    if (!openGlProblem().isEmpty() || m_scene == nullptr) {
        return;
    }
    const Theme& theme = currentTheme();
    painter.setFont(font());
    paintGroupLegend(painter, {10, 6}, m_data, theme);
    const double bar = barWidth();
    if (bar > 0) {
        const double high = std::min(220.0, height() * 0.5);
        paintColourBar(painter, QRectF(width() - bar - 8, 12, bar, high), m_data, theme);
    }
    paintMarkers(painter, QRectF(rect()), m_data, shownCamera(), theme);
    painter.setFont(font());
    if (marked() >= 0) {
        paintRing(painter, positionOf(m_data.places[std::size_t(marked())]), 4, theme);
        paintMarkedCard(painter, QRectF(rect()), m_view->hasFocus(), true);
    }
}

void PointCloud3D::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showData();
}

void PointCloud3D::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        makeRoom();
    }
    if (m_view != nullptr
        && (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)) {
        m_view->setColours(sceneColours(currentTheme()));
        m_old = true;
        if (isVisible()) {
            showData();
        }
    }
}

void PointCloud3D::resizeEvent(QResizeEvent* event)
{
    CloudView::resizeEvent(event);
    makeRoom();
}

bool PointCloud3D::key(QKeyEvent* event)
{
    if ((event->modifiers() & Qt::ControlModifier) != 0) {
        switch (event->key()) {
        case Qt::Key_Left: walk({-1, 0}); return true;
        case Qt::Key_Right: walk({1, 0}); return true;
        case Qt::Key_Up: walk({0, 1}); return true;
        case Qt::Key_Down: walk({0, -1}); return true;
        default: return false;
        }
    }
    return memberKey(event->key());
}

bool PointCloud3D::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_view || !openGlProblem().isEmpty()) {
        return QWidget::eventFilter(watched, event);
    }
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        m_pressedAt = static_cast<QMouseEvent*>(event)->position();
        m_moved = false;
        hideCard();
        break;
    case QEvent::ToolTip:
        if (hasCard(m_view->hasFocus())) {
            QToolTip::hideText();
            return true;
        }
        break;
    case QEvent::MouseMove: {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const QPointF by = mouse->position() - m_pressedAt;
        if (mouse->buttons() == Qt::NoButton) {
            pointAt(memberAt(mouse->position()));
        } else {
            m_moved = m_moved || std::hypot(by.x(), by.y()) > clickSlack;
        }
        break;
    }
    case QEvent::MouseButtonRelease: {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const int member = memberAt(mouse->position());
        if (mouse->button() == Qt::LeftButton && !m_moved && member >= 0) {
            mark(member);
            Q_EMIT memberWanted(member);
        }
        break;
    }
    case QEvent::Leave:
        pointAt(-1);
        break;
    case QEvent::KeyPress: return key(static_cast<QKeyEvent*>(event));
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace morphospace
