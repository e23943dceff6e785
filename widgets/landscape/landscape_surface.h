// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/landscape/landscape_data.h"
#include "widgets/landscape/landscape_marker.h"
#include "widgets/scene/surface_scene.h"
#include "widgets/theme/theme.h"

#include <QWidget>

#include <optional>

namespace morphospace {

class PaintedView;
class View3D;

/// A landscape as a surface in its box: contour lines on the floor, the trained range as an outline,
/// intervals as sheets where the data asks for them, A and B as markers.
[[nodiscard]] SurfaceSceneData surfaceScene(const LandscapeData& data, const Theme& theme);
/// The same in sizes and percents for other programs.
[[nodiscard]] VtpSurface vtpSurface(const LandscapeData& data);

/// The surface on the screen. Points are read by pointing; A and B are dragged by their markers, or
/// stepped from place to place by Ctrl and arrows, A with Shift; everything else turns the surface.
class LandscapeSurface : public QWidget {
    Q_OBJECT
public:
    explicit LandscapeSurface(QWidget* parent = nullptr);

    void setData(std::optional<LandscapeData> data);
    [[nodiscard]] View3D* view() const { return m_view; }
    /// What its colours stand for, beside it.
    [[nodiscard]] PaintedView* key() const { return m_key; }
    [[nodiscard]] int marked() const { return m_marked; }
    /// Where a cell is in view().
    [[nodiscard]] QPointF positionOf(std::size_t cell) const;
    /// Null where that marker is not there.
    [[nodiscard]] QPointF positionOfMarker(LandscapeMarker marker) const;

Q_SIGNALS:
    void markedChanged(int cell);
    void dragBegan();
    void wanted(LandscapeMarker marker, const Configuration& configuration);
    void dragEnded();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void make();
    void show();
    [[nodiscard]] int nearest(const QPointF& position, double reach) const;

    std::optional<LandscapeData> m_data;
    View3D* m_view = nullptr;
    SurfaceScene* m_scene = nullptr;
    PaintedView* m_key = nullptr;   ///< of its colours
    int m_marked = -1;
    bool m_dragging = false;
    LandscapeMarker m_dragged = LandscapeMarker::Current;
    bool m_old = true;
};

} // namespace morphospace
