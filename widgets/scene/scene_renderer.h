// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/scene.h"

#include <QImage>
#include <QPointF>
#include <QSize>

#include <memory>
#include <optional>
#include <vector>

namespace morphospace {

/// Why there can be no 3-D pictures here: no display, or no OpenGL 3.2. Empty where there can.
/// Asked once; the answer stays for the run of the program.
[[nodiscard]] QString openGlProblem();

/// Renders scenes with VTK into pictures, in an OpenGL context of Qt and without a window of VTK's
/// own, so that it works wherever Qt has OpenGL, on X11 and on Wayland. On the thread of the window.
class SceneRenderer {
public:
    /// Only where openGlProblem() is empty.
    SceneRenderer();
    ~SceneRenderer();
    SceneRenderer(const SceneRenderer&) = delete;
    SceneRenderer& operator=(const SceneRenderer&) = delete;

    /// An opaque picture of exactly these pixels; null where the driver fails. A hasty one has steps
    /// at its edges: it costs software a fraction, and what moves does not show them.
    [[nodiscard]] QImage render(Scene& scene, const SceneCamera& camera, const QSize& pixels,
                                bool hasty = false);
    /// What the driver calls itself: "llvmpipe (LLVM 15.0.6, 256 bits)".
    [[nodiscard]] QString driver() const;

private:
    struct Window;
    std::unique_ptr<Window> m_window;
};

/// Where a place of the scene is in a picture of `size`, in its units from the top left.
[[nodiscard]] QPointF projected(const std::array<double, 3>& place, const SceneCamera& camera,
                                const QSizeF& size);
/// The same for many places.
struct ScenePlace {
    QPointF at;
    double depth = 0;   ///< distance from the eye along the view, in units of the scene
};
[[nodiscard]] std::vector<ScenePlace> projected(const std::vector<std::array<double, 3>>& places,
                                                const SceneCamera& camera, const QSizeF& size);
/// Units of a picture of `size` that one unit of the scene takes at the distance 1 from the eye.
[[nodiscard]] double pixelsPerUnit(const SceneCamera& camera, const QSizeF& size);

} // namespace morphospace
