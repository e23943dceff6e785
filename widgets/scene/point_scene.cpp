// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/point_scene.h"

#include "widgets/scene/scene_renderer.h"

#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPointGaussianMapper.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkUnsignedCharArray.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace morphospace {
namespace {

constexpr double mostFade = 0.5;   // of the farthest point; it is still seen
constexpr const char* scaleArray = "radius";

/// A disc with the light of a ball, from the upper left, and a darker edge, smooth where it ends.
constexpr const char* ball = R"(//VTK::Color::Impl
  float far = length(offsetVCVSOutput.xy);
  float soft = max(fwidth(far), 0.0001);
  if (far > 1.0 + soft) { discard; }
  vec2 lean = offsetVCVSOutput.xy;
  float up = sqrt(max(0.0, 1.0 - min(1.0, dot(lean, lean))));
  float lit = clamp(dot(vec3(lean, up), normalize(vec3(-0.5, 0.6, 0.75))), 0.0, 1.0);
  float edge = smoothstep(0.72, 1.0, far);
  diffuseColor *= (0.70 + 0.34 * lit) * (1.0 - 0.35 * edge);
  opacity *= 1.0 - smoothstep(1.0 - soft, 1.0, far);
)";

void setColour(vtkProperty* property, const QColor& colour)
{
    property->SetColor(colour.redF(), colour.greenF(), colour.blueF());
}

} // namespace

struct PointScene::Parts {
    vtkNew<vtkRenderer> renderer;
    vtkNew<vtkPolyData> points;
    vtkNew<vtkPointGaussianMapper> mapper;
    vtkNew<vtkActor> pointActor;
    vtkNew<vtkPolyData> frame;
    vtkNew<vtkActor> frameActor;
    PointSceneData data;
    QColor background = Qt::white;
};

PointScene::PointScene()
    : m_parts(std::make_unique<Parts>())
{
    Parts& p = *m_parts;
    vtkNew<vtkPolyDataMapper> lines;
    lines->SetInputData(p.frame);
    p.frameActor->SetMapper(lines);
    p.frameActor->GetProperty()->LightingOff();
    p.frameActor->GetProperty()->SetLineWidth(1.2F);
    p.renderer->AddActor(p.frameActor);
    p.mapper->SetInputData(p.points);
    p.mapper->SetScaleArray(scaleArray);
    p.mapper->SetScaleFactor(1);
    p.mapper->SetTriangleScale(1.1F);
    p.mapper->EmissiveOff();
    p.mapper->SetSplatShaderCode(ball);
    p.pointActor->SetMapper(p.mapper);
    p.pointActor->GetProperty()->LightingOff();
    p.pointActor->GetProperty()->SetAmbient(0);
    p.pointActor->GetProperty()->SetDiffuse(1);
    // Edges are blended, from the back to the front: prepare() has them in that order. VTK's way with
    // what is translucent would mix those in front with those behind.
    p.pointActor->ForceOpaqueOn();
    p.renderer->AddActor(p.pointActor);
    setData({});
}

PointScene::~PointScene() = default;

const PointSceneData& PointScene::data() const
{
    return m_parts->data;
}

vtkRenderer* PointScene::renderer()
{
    return m_parts->renderer;
}

void PointScene::setData(const PointSceneData& data)
{
    Parts& p = *m_parts;
    p.data = data;
    vtkNew<vtkPoints> places;
    vtkNew<vtkCellArray> cells;
    const auto line = [&](const ScenePoint& from, const ScenePoint& to) {
        const vtkIdType ends[2] = {places->InsertNextPoint(from.data()),
                                   places->InsertNextPoint(to.data())};
        cells->InsertNextCell(2, ends);
    };
    const auto [x, y, z] = pointBox;
    for (const double up : {-z, z}) {
        line({-x, -y, up}, {x, -y, up});
        line({-x, y, up}, {x, y, up});
        line({-x, -y, up}, {-x, y, up});
        line({x, -y, up}, {x, y, up});
    }
    for (const double across : {-x, x}) {
        for (const double along : {-y, y}) {
            line({across, along, -z}, {across, along, z});
        }
    }
    // Lines of the ticks on the floor, by which a place is read.
    for (const HeightFieldAxes::Tick& tick : data.axes.columnTicks) {
        line({(2 * tick.place - 1) * x, -y, -z}, {(2 * tick.place - 1) * x, y, -z});
    }
    for (const HeightFieldAxes::Tick& tick : data.axes.rowTicks) {
        line({-x, (2 * tick.place - 1) * y, -z}, {x, (2 * tick.place - 1) * y, -z});
    }
    p.frame->SetPoints(places);
    p.frame->SetLines(cells);
    p.frame->Modified();
    prepare({}, {1, 1});
}

void PointScene::setColours(const SceneColours& colours)
{
    Parts& p = *m_parts;
    p.background = colours.background;
    p.renderer->SetBackground(colours.background.redF(), colours.background.greenF(),
                              colours.background.blueF());
    setColour(p.frameActor->GetProperty(), colours.line);
}

void PointScene::prepare(const SceneCamera& camera, const QSize& pixels)
{
    Parts& p = *m_parts;
    const std::vector<ScenePlace> seen = projected(p.data.points, camera, QSizeF(pixels));
    std::vector<std::size_t> order(seen.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, std::ranges::greater(), [&](std::size_t i) { return seen[i].depth; });
    // The same haze for the same place, whatever the other points are.
    const double half = std::sqrt(pointBox[0] * pointBox[0] + pointBox[1] * pointBox[1]);
    const double near = camera.distance - half;
    vtkNew<vtkPoints> places;
    vtkNew<vtkCellArray> cells;
    vtkNew<vtkUnsignedCharArray> colours;
    colours->SetNumberOfComponents(4);
    vtkNew<vtkFloatArray> radii;
    radii->SetName(scaleArray);
    for (const std::size_t i : order) {
        const vtkIdType at = places->InsertNextPoint(p.data.points[i].data());
        cells->InsertNextCell(1, &at);
        const double fade = mostFade * std::clamp((seen[i].depth - near) / (2 * half), 0.0, 1.0);
        const QRgb own = p.data.colours[i];
        const auto mixed = [&](int colour, int ground) {
            return (1 - fade) * colour + fade * ground;
        };
        colours->InsertNextTuple4(mixed(qRed(own), p.background.red()),
                                  mixed(qGreen(own), p.background.green()),
                                  mixed(qBlue(own), p.background.blue()), 255);
        radii->InsertNextValue(p.data.radii[i]);
    }
    p.points->SetPoints(places);
    p.points->SetVerts(cells);
    p.points->GetPointData()->SetScalars(colours);
    p.points->GetPointData()->AddArray(radii);
    p.points->Modified();
    p.pointActor->SetVisibility(order.empty() ? 0 : 1);
}

std::array<double, 3> PointScene::box() const
{
    return pointBox;
}

std::vector<SceneLabel> PointScene::labels(const SceneCamera& camera) const
{
    const HeightFieldAxes& axes = m_parts->data.axes;
    const auto [x, y, z] = pointBox;
    const double azimuth = camera.azimuth * std::numbers::pi / 180;
    // The eye is over this corner: labels stand at the two edges of the floor that meet there.
    const double sx = std::sin(azimuth) >= 0 ? 1 : -1;
    const double sy = -std::cos(azimuth) >= 0 ? 1 : -1;
    std::vector<SceneLabel> list;
    for (const HeightFieldAxes::Tick& tick : axes.columnTicks) {
        const double at = (2 * tick.place - 1) * x;
        list.push_back({{at, sy * y, -z}, {at, 0, -z}, tick.text, false});
    }
    for (const HeightFieldAxes::Tick& tick : axes.rowTicks) {
        const double at = (2 * tick.place - 1) * y;
        list.push_back({{sx * x, at, -z}, {0, at, -z}, tick.text, false});
    }
    list.push_back({{0, sy * (y + 0.13), -z}, {0, 0, -z}, axes.columnTitle, true});
    list.push_back({{sx * (x + 0.13), 0, -z}, {0, 0, -z}, axes.rowTitle, true});
    const bool rowEdge = (sx > 0) == (sy > 0);
    const double ex = (rowEdge ? sx : -sx) * x;
    const double ey = (rowEdge ? -sy : sy) * y;
    for (const HeightFieldAxes::Tick& tick : axes.valueTicks) {
        const double at = z * (2 * tick.place - 1);
        list.push_back({{ex, ey, at}, {0, 0, at}, tick.text, false});
    }
    list.push_back({{ex, ey, z + 0.04}, {ex, ey, 0}, axes.valueTitle, true});
    return list;
}

} // namespace morphospace
