// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure.h"
#include "widgets/scene/point_scene.h"
#include "widgets/theme/theme.h"
#include "widgets/weightspace/cloud_view.h"

namespace morphospace {

class View3D;

/// The members as balls in a box of their three components.
[[nodiscard]] PointSceneData pointScene(const CloudData& data, const Theme& theme);
/// Where a place of the components is in that scene.
[[nodiscard]] ScenePoint scenePlace(const CloudData& data, const CloudPlace& place);
/// From where clouds are seen at first.
[[nodiscard]] SceneCamera cloudCamera();

/// "weight-space-3d": a picture of the points as seen from there, with labels and markers as vectors.
/// Only where openGlProblem() is empty.
[[nodiscard]] Figure cloudFigure3D(const CloudData& data, const SceneCamera& camera);

/// Members of a zoo at three components. Drag to turn; point at a member to see its letters, click it
/// to go there. With the keyboard arrows turn, Ctrl and arrows walk to the nearest member that way on
/// the screen, Return goes there, Space selects it, Escape selects none.
class PointCloud3D : public CloudView {
    Q_OBJECT
    Q_PROPERTY(QVariant viewState READ viewState WRITE setViewState)
public:
    explicit PointCloud3D(QWidget* parent = nullptr);

    void setData(CloudData data);
    void setCurrent(const std::optional<CloudPlace>& current);

    [[nodiscard]] View3D* view() const { return m_view; }
    [[nodiscard]] SceneCamera camera() const;
    [[nodiscard]] QPointF positionOf(const CloudPlace& place) const override;
    [[nodiscard]] QVariant viewState() const;
    void setViewState(const QVariant& state);

Q_SIGNALS:
    void cameraChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void make();
    void showData();
    void paintOver(QPainter& painter);
    [[nodiscard]] SceneCamera shownCamera() const;
    [[nodiscard]] double barWidth() const;   ///< 0 where there is none
    void makeRoom();                         ///< in the scene, for what is painted over it
    [[nodiscard]] int memberAt(const QPointF& position) const;
    void walk(const QPointF& way);
    [[nodiscard]] bool key(QKeyEvent* event);
    void describe() override;
    [[nodiscard]] std::vector<QPointF> positions() const override;

    View3D* m_view = nullptr;      ///< made when it is first shown: the window opens faster
    PointScene* m_scene = nullptr;
    SceneCamera m_camera;
    QPointF m_pressedAt;
    bool m_moved = false;
    bool m_old = true;
};

} // namespace morphospace
