// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/view_3d.h"

#include "widgets/scene/scene_labels.h"
#include "widgets/shared/focus_ring.h"

#include <QElapsedTimer>
#include <QFontMetricsF>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPinchGesture>
#include <QTimerEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr double degreesPerPixel = 0.4;
constexpr double degreesPerKey = 6;
constexpr double shiftPerKey = 0.04;
constexpr double zoomPerKey = 1.12;
constexpr double nearest = 0.6;
constexpr double farthest = 8;
constexpr int stillMilliseconds = 200;

} // namespace

View3D::View3D(std::unique_ptr<Scene> scene, QWidget* parent)
    : QWidget(parent)
    , m_scene(std::move(scene))
{
    setFocusPolicy(Qt::StrongFocus);
    new FocusRing(this);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_AcceptTouchEvents);
    grabGesture(Qt::PinchGesture);
    setCursor(Qt::OpenHandCursor);
    setAccessibleDescription(tr("Arrows turn the surface, with Shift they move it, plus and minus "
                                "zoom, Home goes back to the first view"));
    setToolTip(tr("Drag to turn, Shift and drag to move, wheel to zoom; double-click goes back to "
                  "the first view"));
    m_colours = {Qt::white, Qt::lightGray, Qt::black, Qt::darkGray};
    if (openGlProblem().isEmpty()) {
        m_renderer = std::make_unique<SceneRenderer>();
    }
}

View3D::~View3D()
{
    // The renderer holds what the scene has on the graphics card.
    m_renderer.reset();
}

void View3D::refresh()
{
    m_fit.reset();
    m_old = true;
    update();
}

void View3D::setHasty(bool hasty)
{
    if (hasty != m_hasty) {
        m_hasty = hasty;
        refresh();
    }
}

void View3D::setColours(const SceneColours& colours)
{
    if (colours != m_colours) {
        m_colours = colours;
        refresh();
    }
}

void View3D::setCamera(const SceneCamera& camera)
{
    if (camera != m_camera) {
        m_camera = camera;
        m_old = true;
        update();
    }
}

void View3D::setHomeCamera(const SceneCamera& camera)
{
    m_home = camera;
    setCamera(camera);
    refresh();
}

SceneCamera View3D::shownCamera() const
{
    if (!m_fit) {
        m_fit = fitted(*m_scene, m_camera, m_home, QSizeF(size()), QFontMetricsF(font()),
                       QMarginsF(contentsMargins()))
                    .fit;
    }
    SceneCamera camera = m_camera;
    camera.fit = *m_fit;
    return camera;
}

void View3D::moveTo(SceneCamera camera)
{
    camera.elevation = std::clamp(camera.elevation, -89.0, 89.0);
    camera.azimuth = std::remainder(camera.azimuth, 360.0);
    camera.distance = std::clamp(camera.distance, nearest, farthest);
    camera.panX = std::clamp(camera.panX, -1.0, 1.0);
    camera.panY = std::clamp(camera.panY, -1.0, 1.0);
    if (camera != m_camera) {
        setCamera(camera);
        Q_EMIT cameraChanged(m_camera);
    }
}

void View3D::turn(double right, double up)
{
    SceneCamera camera = m_camera;
    camera.azimuth -= right;
    camera.elevation += up;
    moveTo(camera);
}

void View3D::shift(double right, double up)
{
    SceneCamera camera = m_camera;
    camera.panX += right;
    camera.panY += up;
    moveTo(camera);
}

void View3D::zoom(double factor)
{
    SceneCamera camera = m_camera;
    camera.distance /= factor;
    moveTo(camera);
}

void View3D::setMoving(bool moving_)
{
    if (moving_ != m_moving) {
        m_moving = moving_;
        Q_EMIT moving(moving_);
    }
}

QImage View3D::picture(const QSize& pixels, const SceneColours& colours)
{
    if (!m_renderer) {
        return {};
    }
    m_scene->setColours(colours);
    const QImage image = m_renderer->render(*m_scene, m_camera, pixels);
    m_scene->setColours(m_colours);
    m_old = true;
    return image;
}

QString View3D::driver() const
{
    return m_renderer ? m_renderer->driver() : QString();
}

void View3D::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_colours.background);
    const double ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    if (m_renderer && (m_old || m_picture.size() != pixels)) {
        QElapsedTimer clock;
        clock.start();
        m_scene->setColours(m_colours);
        m_picture = m_renderer->render(*m_scene, shownCamera(), pixels, m_hasty);
        m_picture.setDevicePixelRatio(ratio);
        m_lastFrame = double(clock.nsecsElapsed()) / 1e6;
        m_old = false;
        if (!m_moving && !m_hasty) {
            m_slowest = m_drawn > 0 ? m_lastFrame : 0;   // the first one also sets things up
            ++m_drawn;
        }
    }
    if (m_picture.isNull()) {
        painter.setPen(m_colours.muted);
        const QString words =
            m_renderer ? tr("The graphics driver did not draw the surface.") : openGlProblem();
        painter.drawText(rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap,
                         words);
        return;
    }
    painter.drawImage(0, 0, m_picture);
    paintLabels(painter, QRectF(rect()), *m_scene, shownCamera(), m_colours,
                QMarginsF(contentsMargins()));
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

bool View3D::event(QEvent* event)
{
    if (event->type() == QEvent::Gesture) {
        auto* gestures = static_cast<QGestureEvent*>(event);
        if (auto* pinch = static_cast<QPinchGesture*>(gestures->gesture(Qt::PinchGesture))) {
            setMoving(pinch->state() != Qt::GestureFinished
                      && pinch->state() != Qt::GestureCanceled);
            if (pinch->scaleFactor() > 0) {
                zoom(pinch->scaleFactor());
            }
            const QPointF by = pinch->centerPoint() - pinch->lastCenterPoint();
            const QPointF far = inScene(by);
            shift(far.x(), -far.y());
            gestures->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ContentsRectChange || event->type() == QEvent::FontChange) {
        refresh();
    }
    return QWidget::event(event);
}

void View3D::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refresh();
}

QPointF View3D::inScene(const QPointF& way) const
{
    const SceneCamera camera = shownCamera();
    return way * camera.distance / pixelsPerUnit(camera, QSizeF(size()));
}

void View3D::mousePressEvent(QMouseEvent* event)
{
    m_last = event->position();
    setCursor(Qt::ClosedHandCursor);
    setMoving(true);
}

void View3D::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() == Qt::NoButton) {
        return;
    }
    const QPointF by = event->position() - m_last;
    m_last = event->position();
    const bool shifts = (event->buttons() & (Qt::MiddleButton | Qt::RightButton)) != 0
        || (event->modifiers() & Qt::ShiftModifier) != 0;
    if (shifts) {
        const QPointF far = inScene(by);
        shift(far.x(), -far.y());
    } else {
        turn(by.x() * degreesPerPixel, by.y() * degreesPerPixel);
    }
}

void View3D::mouseReleaseEvent(QMouseEvent*)
{
    setCursor(Qt::OpenHandCursor);
    setMoving(false);
}

void View3D::mouseDoubleClickEvent(QMouseEvent*)
{
    moveTo(m_home);
}

void View3D::wheelEvent(QWheelEvent* event)
{
    const double steps = event->angleDelta().y() / 120.0;
    if (steps == 0) {
        event->ignore();
        return;
    }
    setMoving(true);
    m_still.start(stillMilliseconds, this);
    zoom(std::pow(zoomPerKey, steps));
    event->accept();
}

void View3D::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_still.timerId()) {
        m_still.stop();
        setMoving(false);
    } else {
        QWidget::timerEvent(event);
    }
}

void View3D::keyPressEvent(QKeyEvent* event)
{
    const bool shifts = (event->modifiers() & Qt::ShiftModifier) != 0;
    const auto way = [&](double right, double up) {
        if (shifts) {
            shift(right * shiftPerKey, up * shiftPerKey);
        } else {
            turn(right * degreesPerKey, -up * degreesPerKey);
        }
    };
    switch (event->key()) {
    case Qt::Key_Left: way(-1, 0); break;
    case Qt::Key_Right: way(1, 0); break;
    case Qt::Key_Up: way(0, 1); break;
    case Qt::Key_Down: way(0, -1); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(zoomPerKey); break;
    case Qt::Key_Minus: zoom(1 / zoomPerKey); break;
    case Qt::Key_Home: moveTo(m_home); break;
    default: QWidget::keyPressEvent(event); return;
    }
    setMoving(true);
    m_still.start(stillMilliseconds, this);
}

} // namespace morphospace
