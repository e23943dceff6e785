// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/scene_renderer.h"

#include <QBasicTimer>
#include <QWidget>

#include <memory>
#include <optional>

namespace morphospace {

/// A scene on the screen. Dragging turns it, the wheel and two fingers zoom, dragging with Shift or
/// the middle button moves it; arrows turn, + and - zoom, Home goes back. VTK draws it into a
/// picture that the widget paints: so the window stays an ordinary one, whose other parts cost
/// nothing more where OpenGL runs in software, and labels are as sharp as all text.
///
/// The scene stays within the contents' margins, with all its words, however small the view is:
/// see fitted().
///
/// Where openGlProblem() says something the widget shows those words, and nothing else happens.
class View3D : public QWidget {
    Q_OBJECT
public:
    explicit View3D(std::unique_ptr<Scene> scene, QWidget* parent = nullptr);
    ~View3D() override;

    [[nodiscard]] Scene& scene() { return *m_scene; }
    /// After the scene has changed.
    void refresh();
    /// Pictures with steps at their edges while they follow each other; see SceneRenderer.
    void setHasty(bool hasty);
    void setColours(const SceneColours& colours);

    [[nodiscard]] const SceneCamera& camera() const { return m_camera; }
    /// The same with the fit of this view: where projected() finds what is seen.
    [[nodiscard]] SceneCamera shownCamera() const;
    /// Tells nobody: views that are linked set each other's.
    void setCamera(const SceneCamera& camera);
    void setHomeCamera(const SceneCamera& camera);

    /// The scene as an opaque picture in other colours, without labels: for figures.
    [[nodiscard]] QImage picture(const QSize& pixels, const SceneColours& colours);
    /// Milliseconds that VTK took for the last picture on the screen.
    [[nodiscard]] double lastFrame() const { return m_lastFrame; }
    /// Slower than a hand expects, with all there is to draw.
    [[nodiscard]] bool isSlow() const { return m_slowest > slowMilliseconds; }
    [[nodiscard]] QString driver() const;
    [[nodiscard]] QSize sizeHint() const override { return {320, 240}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 90}; }

Q_SIGNALS:
    void cameraChanged(const SceneCamera& camera);
    /// The person turns or moves it now, or has ended: a scene may draw less meanwhile.
    void moving(bool moving);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void moveTo(SceneCamera camera);
    void turn(double right, double up);
    void shift(double right, double up);
    void zoom(double factor);
    /// How far that way on the screen is, in units of the scene.
    [[nodiscard]] QPointF inScene(const QPointF& way) const;
    void setMoving(bool moving);

    std::unique_ptr<Scene> m_scene;
    std::unique_ptr<SceneRenderer> m_renderer;
    SceneColours m_colours;
    SceneCamera m_home;
    SceneCamera m_camera;
    mutable std::optional<SceneFit> m_fit;   ///< of this scene and size; none: not known yet
    QImage m_picture;
    bool m_old = true;          ///< the picture no longer shows the scene
    QPointF m_last;
    bool m_moving = false;
    bool m_hasty = false;
    QBasicTimer m_still;        ///< after the wheel and keys: when it no longer moves
    double m_lastFrame = 0;
    static constexpr double slowMilliseconds = 40;
    double m_slowest = 0;       ///< milliseconds of the last frame while nothing moved
    int m_drawn = 0;
};

} // namespace morphospace
