// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/height_field.h"

#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkIdTypeArray.h>
#include <vtkLight.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkUnsignedCharArray.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace morphospace {
namespace {

constexpr int coarseSide = 128;       // vertices along an axis of the coarse surface at the most
constexpr double halfHeight = 0.17;   // of the box: surfaces look alive, and rows behind stay seen

void setColour(vtkProperty* property, const QColor& colour)
{
    property->SetColor(colour.redF(), colour.greenF(), colour.blueF());
}

/// 0, step, 2 step ... and the last one.
std::vector<int> everyNth(int count, int step)
{
    std::vector<int> kept;
    for (int at = 0; at < count; at += step) {
        kept.push_back(at);
    }
    if (!kept.empty() && kept.back() != count - 1) {
        kept.push_back(count - 1);
    }
    return kept;
}

int stepFor(int count, int most)
{
    return std::max(1, (count + most - 1) / most);
}

} // namespace

struct HeightField::Parts {
    vtkNew<vtkRenderer> renderer;
    vtkNew<vtkPoints> points;
    vtkNew<vtkFloatArray> normals;
    vtkNew<vtkUnsignedCharArray> colours;
    vtkNew<vtkPolyData> surface;
    vtkNew<vtkCellArray> fine;
    vtkNew<vtkCellArray> coarse;
    vtkNew<vtkActor> surfaceActor;
    vtkNew<vtkPolyData> frame;
    vtkNew<vtkActor> frameActor;
    HeightFieldAxes axes;
    int rows = 0;
    int columns = 0;
    double halfAcross = 0.5;   ///< of the box, along the columns' axis
    double halfAlong = 0.5;    ///< along the rows' axis
    bool lastRowFirst = true;      ///< triangles are drawn from the near rows and columns to the far
    bool lastColumnFirst = false;

    void makeCells(const HeightFieldData& data);
    void orderCells();
    void fillCells(vtkCellArray* polys, int step) const;
    void makeFrame();
};

HeightField::HeightField()
    : m_parts(std::make_unique<Parts>())
{
    Parts& p = *m_parts;
    p.points->SetDataTypeToFloat();
    p.normals->SetNumberOfComponents(3);
    p.colours->SetNumberOfComponents(4);   // three would be copied to four for every picture
    p.surface->SetPoints(p.points);
    p.surface->GetPointData()->SetNormals(p.normals);
    p.surface->GetPointData()->SetScalars(p.colours);
    vtkNew<vtkPolyDataMapper> mapper;
    mapper->SetInputData(p.surface);
    mapper->StaticOn();
    p.surfaceActor->SetMapper(mapper);
    vtkProperty* look = p.surfaceActor->GetProperty();
    look->SetInterpolationToPhong();
    // Colours carry the values: light may shade them and must not bleach them.
    look->SetAmbient(0.42);
    look->SetDiffuse(0.62);
    look->SetSpecular(0.06);
    look->SetSpecularPower(22);
    vtkNew<vtkPolyDataMapper> lines;
    lines->SetInputData(p.frame);
    p.frameActor->SetMapper(lines);
    p.frameActor->GetProperty()->LightingOff();
    p.frameActor->GetProperty()->SetLineWidth(1.2F);
    p.renderer->AddActor(p.frameActor);
    p.renderer->AddActor(p.surfaceActor);
    p.renderer->AutomaticLightCreationOff();
    // Light from the upper left, as in maps, fixed to the eye, so that turning never darkens.
    vtkNew<vtkLight> key;
    key->SetLightTypeToCameraLight();
    key->SetPosition(-0.75, 0.9, 0.75);
    key->SetFocalPoint(0, 0, 0);
    key->SetIntensity(1.0);
    p.renderer->AddLight(key);
    vtkNew<vtkLight> fill;
    fill->SetLightTypeToCameraLight();
    fill->SetPosition(0.9, 0.1, 0.6);
    fill->SetIntensity(0.28);
    p.renderer->AddLight(fill);
}

HeightField::~HeightField() = default;

void HeightField::setCoarse(bool coarse)
{
    m_parts->surface->SetPolys(coarse ? m_parts->coarse : m_parts->fine);
}

vtkRenderer* HeightField::renderer()
{
    return m_parts->renderer;
}

void HeightField::prepare(const SceneCamera& camera, const QSize& /*pixels*/)
{
    Parts& p = *m_parts;
    // The eye is at (sin, -cos) of the azimuth; the last row is at the least y.
    const double azimuth = camera.azimuth * std::numbers::pi / 180;
    const bool lastRowFirst = std::cos(azimuth) >= 0;
    const bool lastColumnFirst = std::sin(azimuth) >= 0;
    if (lastRowFirst != p.lastRowFirst || lastColumnFirst != p.lastColumnFirst) {
        p.lastRowFirst = lastRowFirst;
        p.lastColumnFirst = lastColumnFirst;
        p.orderCells();
    }
}

long long HeightField::triangles() const
{
    return m_parts->surface->GetNumberOfPolys();
}

void HeightField::Parts::makeCells(const HeightFieldData& data)
{
    rows = data.rows;
    columns = data.columns;
    // A narrow matrix stays readable: its short side is never below a quarter of the long one.
    const double ratio =
        std::clamp(std::sqrt(double(std::max(1, columns)) / std::max(1, rows)), 0.25, 4.0);
    halfAcross = ratio >= 1 ? 0.5 : 0.5 * ratio;
    halfAlong = ratio >= 1 ? 0.5 / ratio : 0.5;
    const vtkIdType count = vtkIdType(rows) * columns;
    points->SetNumberOfPoints(count);
    normals->SetNumberOfTuples(count);
    colours->SetNumberOfTuples(count);
    orderCells();
    surface->SetPolys(fine);
    makeFrame();
}

void HeightField::Parts::orderCells()
{
    fillCells(fine, 1);
    fillCells(coarse, stepFor(std::max(rows, columns), coarseSide));
}

/// Two triangles for each rectangle of every step-th row and column and the last ones.
void HeightField::Parts::fillCells(vtkCellArray* polys, int step) const
{
    std::vector<int> down = everyNth(rows, step);
    std::vector<int> across = everyNth(columns, step);
    if (lastRowFirst) {
        std::ranges::reverse(down);
    }
    if (lastColumnFirst) {
        std::ranges::reverse(across);
    }
    const vtkIdType cells = down.size() > 1 && across.size() > 1
        ? 2 * vtkIdType(down.size() - 1) * vtkIdType(across.size() - 1)
        : 0;
    vtkNew<vtkIdTypeArray> offsets;
    vtkNew<vtkIdTypeArray> corners;
    offsets->SetNumberOfValues(cells + 1);
    corners->SetNumberOfValues(3 * cells);
    vtkIdType* to = corners->GetPointer(0);
    for (std::size_t r = 0; cells > 0 && r + 1 < down.size(); ++r) {
        for (std::size_t c = 0; c + 1 < across.size(); ++c) {
            // Whatever comes first, a triangle turns the same way: its front is its upper side.
            const int left = std::min(across[c], across[c + 1]);
            const vtkIdType a = vtkIdType(std::min(down[r], down[r + 1])) * columns + left;
            const vtkIdType b = vtkIdType(std::max(down[r], down[r + 1])) * columns + left;
            const vtkIdType right = std::abs(across[c + 1] - across[c]);
            for (const vtkIdType corner : {a, b, a + right, a + right, b, b + right}) {
                *to++ = corner;
            }
        }
    }
    for (vtkIdType cell = 0; cell <= cells; ++cell) {
        offsets->SetValue(cell, 3 * cell);
    }
    polys->SetData(offsets, corners);
}

void HeightField::Parts::makeFrame()
{
    // The floor, its ticks' grid, and the plane of the middle value as a thin outline.
    vtkNew<vtkPoints> corners;
    vtkNew<vtkCellArray> lines;
    const auto line = [&](double x0, double y0, double z0, double x1, double y1, double z1) {
        const vtkIdType ends[2] = {corners->InsertNextPoint(x0, y0, z0),
                                   corners->InsertNextPoint(x1, y1, z1)};
        lines->InsertNextCell(2, ends);
    };
    const double x = halfAcross;
    const double y = halfAlong;
    for (const double z : {-halfHeight, 0.0}) {
        line(-x, -y, z, x, -y, z);
        line(-x, y, z, x, y, z);
        line(-x, -y, z, -x, y, z);
        line(x, -y, z, x, y, z);
    }
    for (const double sx : {-x, x}) {
        for (const double sy : {-y, y}) {
            line(sx, sy, -halfHeight, sx, sy, halfHeight);
        }
    }
    for (const HeightFieldAxes::Tick& tick : axes.columnTicks) {
        const double at = x * (2 * tick.place - 1);
        line(at, -y, -halfHeight, at, y, -halfHeight);
    }
    for (const HeightFieldAxes::Tick& tick : axes.rowTicks) {
        const double at = y * (1 - 2 * tick.place);
        line(-x, at, -halfHeight, x, at, -halfHeight);
    }
    frame->SetPoints(corners);
    frame->SetLines(lines);
    frame->Modified();
}

void HeightField::setData(const HeightFieldData& data)
{
    Parts& p = *m_parts;
    if (data.rows != p.rows || data.columns != p.columns) {
        p.makeCells(data);
    }
    const int rows = data.rows;
    const int columns = data.columns;
    if (rows == 0 || columns == 0) {
        p.points->Modified();
        return;
    }
    const double span = std::max(1e-30, data.greatest - data.least);
    const auto height = [&](int r, int c) {
        const float value = data.values[std::size_t(r) * std::size_t(columns) + std::size_t(c)];
        const double place = std::isfinite(value) ? (double(value) - data.least) / span : 0.5;
        return std::clamp(place, 0.0, 1.0);
    };
    std::vector<float> x(std::size_t(columns), 0);
    std::vector<float> y(std::size_t(rows), 0);
    for (int c = 0; c < columns; ++c) {
        x[std::size_t(c)] =
            float(p.halfAcross * (2 * data.columnPlaces[std::size_t(c)] - 1));
    }
    for (int r = 0; r < rows; ++r) {
        y[std::size_t(r)] = float(p.halfAlong * (1 - 2 * data.rowPlaces[std::size_t(r)]));
    }
    auto* points = static_cast<vtkFloatArray*>(p.points->GetData())->GetPointer(0);
    auto* normals = p.normals->GetPointer(0);
    auto* colours = p.colours->GetPointer(0);
    const int last = int(data.colours.size()) - 1;
    std::vector<float> places(std::size_t(rows) * std::size_t(columns));
    for (int r = 0; r < rows; ++r) {
        for (int c = 0; c < columns; ++c) {
            places[std::size_t(r) * std::size_t(columns) + std::size_t(c)] = float(height(r, c));
        }
    }
    const auto scale = float(2 * halfHeight);
    for (int r = 0; r < rows; ++r) {
        const int up = std::max(0, r - 1);
        const int down = std::min(rows - 1, r + 1);
        const float dy = y[std::size_t(down)] - y[std::size_t(up)];
        const float* here = places.data() + std::size_t(r) * std::size_t(columns);
        const float* above = places.data() + std::size_t(up) * std::size_t(columns);
        const float* below = places.data() + std::size_t(down) * std::size_t(columns);
        for (int c = 0; c < columns; ++c) {
            const int left = std::max(0, c - 1);
            const int right = std::min(columns - 1, c + 1);
            const float dx = x[std::size_t(right)] - x[std::size_t(left)];
            *points++ = x[std::size_t(c)];
            *points++ = y[std::size_t(r)];
            *points++ = scale * (here[c] - 0.5F);
            // Central differences; rows that pass each other share a place for a moment.
            const float sx = std::abs(dx) > 1e-6F ? scale * (here[right] - here[left]) / dx : 0;
            const float sy = std::abs(dy) > 1e-6F ? scale * (below[c] - above[c]) / dy : 0;
            const float length = std::sqrt(sx * sx + sy * sy + 1);
            *normals++ = -sx / length;
            *normals++ = -sy / length;
            *normals++ = 1 / length;
            const QRgb colour = last < 0 ? qRgb(128, 128, 128)
                                         : data.colours[std::size_t(std::lround(here[c] * float(last)))];
            *colours++ = static_cast<unsigned char>(qRed(colour));
            *colours++ = static_cast<unsigned char>(qGreen(colour));
            *colours++ = static_cast<unsigned char>(qBlue(colour));
            *colours++ = 255;
        }
    }
    p.points->Modified();
    p.normals->Modified();
    p.colours->Modified();
    p.surface->Modified();
}

void HeightField::setAxes(const HeightFieldAxes& axes)
{
    m_parts->axes = axes;
    m_parts->makeFrame();
}

void HeightField::setColours(const SceneColours& colours)
{
    Parts& p = *m_parts;
    p.renderer->SetBackground(colours.background.redF(), colours.background.greenF(),
                              colours.background.blueF());
    setColour(p.frameActor->GetProperty(), colours.line);
}

std::array<double, 3> HeightField::box() const
{
    return {m_parts->halfAcross, m_parts->halfAlong, halfHeight};
}

std::vector<SceneLabel> HeightField::labels(const SceneCamera& camera) const
{
    const Parts& p = *m_parts;
    const double azimuth = camera.azimuth * std::numbers::pi / 180;
    // The eye is over this corner: labels stand at the two edges of the floor that meet there.
    const double sx = std::sin(azimuth) >= 0 ? 1 : -1;
    const double sy = -std::cos(azimuth) >= 0 ? 1 : -1;
    const double x = p.halfAcross;
    const double y = p.halfAlong;
    const double floor = -halfHeight;
    std::vector<SceneLabel> list;
    for (const HeightFieldAxes::Tick& tick : p.axes.columnTicks) {
        const double at = x * (2 * tick.place - 1);
        list.push_back({{at, sy * y, floor}, {at, 0, floor}, tick.text, false});
    }
    for (const HeightFieldAxes::Tick& tick : p.axes.rowTicks) {
        const double at = y * (1 - 2 * tick.place);
        list.push_back({{sx * x, at, floor}, {0, at, floor}, tick.text, false});
    }
    list.push_back({{0, sy * (y + 0.13), floor}, {0, 0, floor}, p.axes.columnTitle, true});
    list.push_back({{sx * (x + 0.13), 0, floor}, {0, 0, floor}, p.axes.rowTitle, true});
    // Of the two upright edges at the sides of the picture, the left one.
    const bool rowEdge = (sx > 0) == (sy > 0);
    const std::array<double, 2> edge =
        rowEdge ? std::array<double, 2>{sx * x, -sy * y} : std::array<double, 2>{-sx * x, sy * y};
    for (const HeightFieldAxes::Tick& tick : p.axes.valueTicks) {
        const double z = halfHeight * (2 * tick.place - 1);
        list.push_back({{edge[0], edge[1], z}, {0, 0, z}, tick.text, false});
    }
    list.push_back({{edge[0], edge[1], halfHeight + 0.05}, {edge[0], edge[1], 0}, p.axes.valueTitle,
                    true});
    return list;
}

} // namespace morphospace
