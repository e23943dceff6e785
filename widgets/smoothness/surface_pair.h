// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/view_3d.h"
#include "widgets/smoothness/heat_map_view.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QLabel;

namespace morphospace {

class HeightField;
struct Theme;

/// The two heat maps as lit surfaces beside each other, seen from one place: turning one turns both.
/// Made when it is first seen, as OpenGL is only needed then.
class SurfacePair : public QWidget {
    Q_OBJECT
public:
    explicit SurfacePair(QWidget* parent = nullptr);

    void setPair(const HeatMapPair& pair);
    /// Only the right one moves while channels travel: thinned and with steps at its edges where all
    /// of it is slow to draw, and whole again when they rest.
    void setRight(const HeatMapPair& pair);
    [[nodiscard]] View3D* view(int side) const { return m_views[std::size_t(side)]; }
    [[nodiscard]] const SceneCamera& camera() const { return m_camera; }
    [[nodiscard]] static SceneColours coloursOf(const Theme& theme);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void make();
    void show(int side, bool thin = false);

    HeatMapPair m_pair;
    SceneCamera m_camera;
    std::array<QLabel*, 2> m_titles{};
    std::array<View3D*, 2> m_views{};
    std::array<HeightField*, 2> m_fields{};
    std::array<QWidget*, 2> m_places{};
    QTimer m_rest;
    bool m_old = false;
    bool m_thin = false;   ///< the right one is drawn thinned
};

} // namespace morphospace
