// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/landscape_faces.h"

#include "widgets/landscape/landscape_painter.h"
#include "widgets/theme/theme.h"

#include <QImage>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cmath>

namespace morphospace {
namespace {

struct Corner {
    QPointF at;
    double value = 0;
};
using Corners = std::array<Corner, 3>;

double cross(const QPointF& a, const QPointF& b)
{
    return a.x() * b.y() - a.y() * b.x();
}

/// How much of each corner a place has; together 1, none below 0 within the triangle.
std::array<double, 3> shares(const Corners& corners, const QPointF& at)
{
    const QPointF first = corners[1].at - corners[0].at;
    const QPointF second = corners[2].at - corners[0].at;
    const double whole = cross(first, second);
    const double one = cross(at - corners[0].at, second) / whole;
    const double two = cross(first, at - corners[0].at) / whole;
    return {1 - one - two, one, two};
}

double mixed(const Corners& corners, const std::array<double, 3>& parts)
{
    return parts[0] * corners[0].value + parts[1] * corners[1].value
        + parts[2] * corners[2].value;
}

/// A rectangle of neighbours in small squares, bilinear between its corners: low left, low right,
/// high right, high left.
void fillRectangle(QPainter& painter, const QRectF& area, const std::array<double, 4>& values)
{
    constexpr double side = 6;
    const int across = std::clamp(int(area.width() / side), 1, 64);
    const int up = std::clamp(int(area.height() / side), 1, 64);
    QImage image(across, up, QImage::Format_RGB32);
    for (int row = 0; row < up; ++row) {
        const double v = 1 - (row + 0.5) / up;
        for (int column = 0; column < across; ++column) {
            const double u = (column + 0.5) / across;
            const double value = (1 - v) * ((1 - u) * values[0] + u * values[1])
                + v * ((1 - u) * values[3] + u * values[2]);
            image.setPixel(column, row, sequentialColour(value));
        }
    }
    painter.drawImage(area, image);
}

/// Triangles in one picture, so that nothing shows between two of them; each reaches half a dot over
/// its edges, under the rectangles beside it.
void fillTriangles(QPainter& painter, const QRectF& area, const std::vector<Corners>& triangles)
{
    if (triangles.empty()) {
        return;
    }
    constexpr int most = 1600;
    const int across = std::clamp(int(std::ceil(area.width())), 1, most);
    const int up = std::clamp(int(std::ceil(area.height())), 1, most);
    QImage image(across, up, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    for (Corners corners : triangles) {
        for (Corner& corner : corners) {
            corner.at = {(corner.at.x() - area.left()) / area.width() * across,
                         (corner.at.y() - area.top()) / area.height() * up};
        }
        const QRectF box =
            QPolygonF({corners[0].at, corners[1].at, corners[2].at}).boundingRect();
        const double whole =
            std::abs(cross(corners[1].at - corners[0].at, corners[2].at - corners[0].at));
        if (whole < 1e-9) {
            continue;
        }
        std::array<double, 3> reach{};
        for (std::size_t i = 0; i < 3; ++i) {
            const QPointF edge = corners[(i + 2) % 3].at - corners[(i + 1) % 3].at;
            reach[i] = 0.75 * std::hypot(edge.x(), edge.y()) / whole;
        }
        const int left = std::max(0, int(box.left()) - 1);
        const int right = std::min(across, int(box.right()) + 2);
        const int bottom = std::min(up, int(box.bottom()) + 2);
        for (int y = std::max(0, int(box.top()) - 1); y < bottom; ++y) {
            auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
            for (int x = left; x < right; ++x) {
                const auto parts = shares(corners, {x + 0.5, y + 0.5});
                if (parts[0] >= -reach[0] && parts[1] >= -reach[1] && parts[2] >= -reach[2]) {
                    line[x] = sequentialColour(mixed(corners, parts));
                }
            }
        }
    }
    painter.drawImage(area, image);
}

} // namespace

std::vector<LandscapeFace> measuredFaces(const LandscapeData& data)
{
    return knownFaces(data.grid.xs, data.grid.ys, data.known());
}

std::vector<LandscapeFace> colouredFaces(const LandscapeData& data)
{
    std::vector<bool> known = data.known();
    for (std::size_t cell = 0; cell < known.size(); ++cell) {
        known[cell] = known[cell] && colourValue(data, cell).has_value();
    }
    return knownFaces(data.grid.xs, data.grid.ys, known);
}

std::optional<double> heightOn(const LandscapeData& data, const std::vector<LandscapeFace>& faces,
                               double xSize, double ySize,
                               const std::function<double(std::size_t)>& value)
{
    constexpr double rounding = 1e-9;
    const std::size_t columns = data.grid.xs.size();
    const auto corner = [&](std::size_t cell) {
        return Corner{{double(data.grid.xs[cell % columns]), double(data.grid.ys[cell / columns])},
                      value(cell)};
    };
    for (const LandscapeFace& face : faces) {
        for (std::size_t i = 1; i + 1 < face.size(); ++i) {
            const Corners corners{corner(face[0]), corner(face[i]), corner(face[i + 1])};
            const auto parts = shares(corners, {xSize, ySize});
            if (std::ranges::min(parts) >= -rounding) {
                return mixed(corners, parts);
            }
        }
    }
    return std::nullopt;
}

std::vector<bool> fillFaces(QPainter& painter, const LandscapeData& data,
                            const LandscapeFrame& frame, const Theme& theme)
{
    const std::size_t columns = data.grid.xs.size();
    const auto place = [&](std::size_t cell) {
        return frame.at(data.grid.xs[cell % columns], data.grid.ys[cell / columns]);
    };
    const LandscapeRange range = colourRange(data);
    const auto part = [&](std::size_t cell) {
        return (*colourValue(data, cell) - range.least) / (range.greatest - range.least);
    };
    if (data.colour == LandscapeData::Colour::Latency
        && data.latencyCount() < data.cells.size()) {
        for (const LandscapeFace& face : measuredFaces(data)) {
            QPolygonF outline;
            for (const std::size_t cell : face) {
                outline += place(cell);
            }
            painter.setPen(Qt::NoPen);
            painter.setBrush(QBrush(theme.muted, Qt::BDiagPattern));
            painter.drawPolygon(outline);
        }
    }
    const std::vector<LandscapeFace> faces = colouredFaces(data);
    std::vector<bool> coloured(data.cells.size(), false);
    std::vector<Corners> triangles;
    for (const LandscapeFace& face : faces) {
        for (const std::size_t cell : face) {
            coloured[cell] = true;
        }
        if (face.size() == 3) {
            triangles.push_back({Corner{place(face[0]), part(face[0])},
                                 Corner{place(face[1]), part(face[1])},
                                 Corner{place(face[2]), part(face[2])}});
        }
    }
    fillTriangles(painter, frame.plot, triangles);
    for (const LandscapeFace& face : faces) {
        if (face.size() == 4) {
            const QPointF low = place(face[0]);
            const QPointF high = place(face[2]);
            fillRectangle(painter, {QPointF(low.x(), high.y()), QPointF(high.x(), low.y())},
                          {part(face[0]), part(face[1]), part(face[2]), part(face[3])});
        }
    }
    return coloured;
}

} // namespace morphospace
