// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/surface_scene.h"

#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkDoubleArray.h>
#include <vtkFieldData.h>
#include <vtkLight.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkStringArray.h>
#include <vtkUnsignedCharArray.h>
#include <vtkXMLPolyDataWriter.h>

#include <cmath>
#include <numbers>

namespace morphospace {
namespace {

constexpr double half = 0.5;

void setColour(vtkProperty* property, const QColor& colour)
{
    property->SetColor(colour.redF(), colour.greenF(), colour.blueF());
}

void fillFaces(vtkPolyData* to, const std::vector<ScenePoint>& points,
               const std::vector<std::vector<std::size_t>>& faces)
{
    vtkNew<vtkPoints> places;
    for (const ScenePoint& point : points) {
        places->InsertNextPoint(point.data());
    }
    vtkNew<vtkCellArray> cells;
    for (const std::vector<std::size_t>& face : faces) {
        // Corners of a quad need not lie in one plane: two triangles always do.
        for (std::size_t i = 1; i + 1 < face.size(); ++i) {
            const vtkIdType corners[3] = {vtkIdType(face[0]), vtkIdType(face[i]),
                                          vtkIdType(face[i + 1])};
            cells->InsertNextCell(3, corners);
        }
    }
    to->SetPoints(places);
    to->SetPolys(cells);
    to->Modified();
}

void fillLines(vtkPolyData* to, const std::vector<std::pair<ScenePoint, ScenePoint>>& pieces)
{
    vtkNew<vtkPoints> places;
    vtkNew<vtkCellArray> cells;
    for (const auto& [from, end] : pieces) {
        const vtkIdType ends[2] = {places->InsertNextPoint(from.data()),
                                   places->InsertNextPoint(end.data())};
        cells->InsertNextCell(2, ends);
    }
    to->SetPoints(places);
    to->SetLines(cells);
    to->Modified();
}

struct Layer {
    vtkNew<vtkPolyData> data;
    vtkNew<vtkActor> actor;

    void show(vtkRenderer* renderer)
    {
        vtkNew<vtkPolyDataMapper> mapper;
        mapper->SetInputData(data);
        actor->SetMapper(mapper);
        renderer->AddActor(actor);
    }
    void asLines(float width)
    {
        actor->GetProperty()->LightingOff();
        actor->GetProperty()->SetLineWidth(width);
    }
};

} // namespace

struct SurfaceScene::Parts {
    vtkNew<vtkRenderer> renderer;
    Layer frame;
    Layer floor;
    Layer surface;
    Layer low;
    Layer high;
    Layer outline;
    Layer markers;
    SurfaceSceneData data;
};

SurfaceScene::SurfaceScene()
    : m_parts(std::make_unique<Parts>())
{
    Parts& p = *m_parts;
    for (Layer* layer : {&p.frame, &p.floor, &p.surface, &p.outline, &p.markers, &p.low,
                         &p.high}) {
        layer->show(p.renderer);
    }
    p.frame.asLines(1.2F);
    p.floor.asLines(2.0F);
    p.outline.asLines(3.0F);
    p.markers.asLines(3.0F);
    vtkProperty* look = p.surface.actor->GetProperty();
    look->SetInterpolationToFlat();
    look->SetAmbient(0.5);
    look->SetDiffuse(0.55);
    look->SetSpecular(0.04);
    // Where it is measured: a corner of the lines is a size.
    look->EdgeVisibilityOn();
    look->SetEdgeColor(0.2, 0.2, 0.2);
    for (Layer* sheet : {&p.low, &p.high}) {
        sheet->actor->GetProperty()->SetOpacity(0.28);
        sheet->actor->GetProperty()->LightingOff();
    }
    p.renderer->AutomaticLightCreationOff();
    // As for height fields: from the upper left, fixed to the eye.
    vtkNew<vtkLight> key;
    key->SetLightTypeToCameraLight();
    key->SetPosition(-0.75, 0.9, 0.75);
    key->SetFocalPoint(0, 0, 0);
    p.renderer->AddLight(key);
}

SurfaceScene::~SurfaceScene() = default;

const SurfaceSceneData& SurfaceScene::data() const
{
    return m_parts->data;
}

vtkRenderer* SurfaceScene::renderer()
{
    return m_parts->renderer;
}

void SurfaceScene::setData(const SurfaceSceneData& data)
{
    Parts& p = *m_parts;
    p.data = data;
    fillFaces(p.surface.data, data.points, data.faces);
    vtkNew<vtkUnsignedCharArray> colours;
    colours->SetNumberOfComponents(3);
    for (const QRgb colour : data.colours) {
        colours->InsertNextTuple3(qRed(colour), qGreen(colour), qBlue(colour));
    }
    p.surface.data->GetPointData()->SetScalars(colours);
    const auto sheet = [&](Layer& layer, const std::vector<double>& heights) {
        std::vector<ScenePoint> points = data.points;
        for (std::size_t i = 0; i < heights.size(); ++i) {
            points[i][2] = heights[i];
        }
        fillFaces(layer.data, points,
                  heights.empty() ? std::vector<std::vector<std::size_t>>() : data.faces);
    };
    sheet(p.low, data.low);
    sheet(p.high, data.high);
    fillLines(p.floor.data, data.floor);
    fillLines(p.outline.data, data.outline);

    // A pole from the floor up to each marker; the marker itself is painted over the picture.
    vtkNew<vtkPoints> places;
    vtkNew<vtkCellArray> poles;
    vtkNew<vtkUnsignedCharArray> of;
    of->SetNumberOfComponents(3);
    for (const SurfaceSceneData::Marker& marker : data.markers) {
        const vtkIdType ends[2] = {
            places->InsertNextPoint(marker.at[0], marker.at[1], -surfaceHalfHeight),
            places->InsertNextPoint(marker.at.data())};
        poles->InsertNextCell(2, ends);
        of->InsertNextTuple3(marker.colour.red(), marker.colour.green(), marker.colour.blue());
    }
    p.markers.data->SetPoints(places);
    p.markers.data->SetLines(poles);
    p.markers.data->GetCellData()->SetScalars(of);
    p.markers.data->Modified();

    std::vector<std::pair<ScenePoint, ScenePoint>> frame;
    for (const double z : {-surfaceHalfHeight, surfaceHalfHeight}) {
        frame.push_back({{-half, -half, z}, {half, -half, z}});
        frame.push_back({{-half, half, z}, {half, half, z}});
        frame.push_back({{-half, -half, z}, {-half, half, z}});
        frame.push_back({{half, -half, z}, {half, half, z}});
    }
    for (const double x : {-half, half}) {
        for (const double y : {-half, half}) {
            frame.push_back({{x, y, -surfaceHalfHeight}, {x, y, surfaceHalfHeight}});
        }
    }
    fillLines(p.frame.data, frame);
}

void SurfaceScene::setColours(const SceneColours& colours)
{
    Parts& p = *m_parts;
    p.renderer->SetBackground(colours.background.redF(), colours.background.greenF(),
                              colours.background.blueF());
    setColour(p.frame.actor->GetProperty(), colours.line);
    setColour(p.floor.actor->GetProperty(), colours.muted);
    setColour(p.outline.actor->GetProperty(), colours.text);
    setColour(p.low.actor->GetProperty(), colours.muted);
    setColour(p.high.actor->GetProperty(), colours.muted);
}

std::array<double, 3> SurfaceScene::box() const
{
    return {half, half, surfaceHalfHeight};
}

std::vector<SceneLabel> SurfaceScene::labels(const SceneCamera& camera) const
{
    const HeightFieldAxes& axes = m_parts->data.axes;
    const double azimuth = camera.azimuth * std::numbers::pi / 180;
    // The eye is over this corner: labels stand at the two edges of the floor that meet there.
    const double sx = std::sin(azimuth) >= 0 ? 1 : -1;
    const double sy = -std::cos(azimuth) >= 0 ? 1 : -1;
    const double floor = -surfaceHalfHeight;
    std::vector<SceneLabel> list;
    for (const HeightFieldAxes::Tick& tick : axes.columnTicks) {
        const double at = tick.place - half;
        list.push_back({{at, sy * half, floor}, {at, 0, floor}, tick.text, false});
    }
    for (const HeightFieldAxes::Tick& tick : axes.rowTicks) {
        const double at = tick.place - half;
        list.push_back({{sx * half, at, floor}, {0, at, floor}, tick.text, false});
    }
    list.push_back({{0, sy * (half + 0.13), floor}, {0, 0, floor}, axes.columnTitle, true});
    list.push_back({{sx * (half + 0.13), 0, floor}, {0, 0, floor}, axes.rowTitle, true});
    const bool rowEdge = (sx > 0) == (sy > 0);
    const double ex = (rowEdge ? sx : -sx) * half;
    const double ey = (rowEdge ? -sy : sy) * half;
    for (const HeightFieldAxes::Tick& tick : axes.valueTicks) {
        const double z = surfaceHalfHeight * (2 * tick.place - 1);
        list.push_back({{ex, ey, z}, {0, 0, z}, tick.text, false});
    }
    list.push_back(
        {{ex, ey, surfaceHalfHeight + 0.05}, {ex, ey, 0}, axes.valueTitle, true});
    return list;
}

std::vector<SceneMark> SurfaceScene::marks() const
{
    std::vector<SceneMark> list;
    for (const SurfaceSceneData::Marker& marker : m_parts->data.markers) {
        list.push_back({marker.at, marker.letter, marker.colour});
    }
    return list;
}

std::string vtpText(const VtpSurface& surface)
{
    vtkNew<vtkPolyData> data;
    vtkNew<vtkPoints> points;
    points->SetDataTypeToDouble();
    for (const ScenePoint& point : surface.points) {
        points->InsertNextPoint(point.data());
    }
    vtkNew<vtkCellArray> cells;
    for (const std::vector<std::size_t>& face : surface.faces) {
        cells->InsertNextCell(int(face.size()));
        for (const std::size_t corner : face) {
            cells->InsertCellPoint(vtkIdType(corner));
        }
    }
    data->SetPoints(points);
    data->SetPolys(cells);
    for (const auto& [name, values] : surface.arrays) {
        vtkNew<vtkDoubleArray> array;
        array->SetName(name.c_str());
        for (const double value : values) {
            array->InsertNextValue(value);
        }
        data->GetPointData()->AddArray(array);
    }
    for (const auto& [name, words] : surface.words) {
        vtkNew<vtkStringArray> array;
        array->SetName(name.c_str());
        array->InsertNextValue(words);
        data->GetFieldData()->AddArray(array);
    }
    vtkNew<vtkXMLPolyDataWriter> writer;
    writer->SetInputData(data);
    writer->SetDataModeToAscii();
    writer->WriteToOutputStringOn();
    writer->Write();
    return writer->GetOutputString();
}

} // namespace morphospace
