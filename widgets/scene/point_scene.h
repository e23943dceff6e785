// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/surface_scene.h"

#include <QRgb>

#include <memory>
#include <vector>

namespace morphospace {

/// Half the sides of the box around the points.
inline constexpr std::array<double, 3> pointBox{0.5, 0.5, 0.42};

struct PointSceneData {
    std::vector<ScenePoint> points;     ///< in units of the scene, inside of pointBox
    std::vector<QRgb> colours;          ///< one a point
    std::vector<float> radii;           ///< one a point, in units of the scene
    HeightFieldAxes axes;               ///< columns: x, rows: y from the front to the back, values: z
};

/// Points as small lit balls in a box. What is farther away is smaller and fades into the ground.
class PointScene : public Scene {
public:
    PointScene();
    ~PointScene() override;

    void setData(const PointSceneData& data);
    [[nodiscard]] const PointSceneData& data() const;

    [[nodiscard]] vtkRenderer* renderer() override;
    void setColours(const SceneColours& colours) override;
    void prepare(const SceneCamera& camera, const QSize& pixels) override;
    [[nodiscard]] std::array<double, 3> box() const override;
    [[nodiscard]] std::vector<SceneLabel> labels(const SceneCamera& camera) const override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace morphospace
