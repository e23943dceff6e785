// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/height_field.h"

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace morphospace {

using ScenePoint = std::array<double, 3>;

/// Half the height of the box around a surface; across and along it is one unit wide.
inline constexpr double surfaceHalfHeight = 0.24;

/// A surface through points, with all that stands around it, in units of the scene.
struct SurfaceSceneData {
    std::vector<ScenePoint> points;
    std::vector<std::vector<std::size_t>> faces;      ///< three or four corners
    std::vector<QRgb> colours;                        ///< one a point
    std::vector<double> low;                          ///< z of a sheet below; empty: none
    std::vector<double> high;                         ///< and of one above
    std::vector<std::pair<ScenePoint, ScenePoint>> floor;     ///< thin lines
    std::vector<std::pair<ScenePoint, ScenePoint>> outline;   ///< thick ones
    struct Marker {
        ScenePoint at{};
        QColor colour;
        QString letter;
    };
    std::vector<Marker> markers;
    HeightFieldAxes axes;    ///< rows go from the front to the back here
};

/// The scene of a surface that is given point by point.
class SurfaceScene : public Scene {
public:
    SurfaceScene();
    ~SurfaceScene() override;

    void setData(const SurfaceSceneData& data);
    [[nodiscard]] const SurfaceSceneData& data() const;

    [[nodiscard]] vtkRenderer* renderer() override;
    void setColours(const SceneColours& colours) override;
    [[nodiscard]] std::array<double, 3> box() const override;
    [[nodiscard]] std::vector<SceneLabel> labels(const SceneCamera& camera) const override;
    [[nodiscard]] std::vector<SceneMark> marks() const override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// A surface for other programs: points in units of what is measured, with arrays of numbers by
/// point and words about the whole.
struct VtpSurface {
    std::vector<ScenePoint> points;
    std::vector<std::vector<std::size_t>> faces;
    std::vector<std::pair<std::string, std::vector<double>>> arrays;   ///< one value a point
    std::vector<std::pair<std::string, std::string>> words;            ///< field data
};
/// The XML text of a VTK PolyData file (.vtp), values in plain text.
[[nodiscard]] std::string vtpText(const VtpSurface& surface);

} // namespace morphospace
