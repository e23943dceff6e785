// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/scene.h"

#include <QRgb>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace morphospace {

/// A matrix as a lit surface over the floor: one vertex an entry, at places of its own along both
/// axes, so that rows and columns can stand where they like and move.
struct HeightFieldData {
    int rows = 0;
    int columns = 0;
    std::vector<float> values;             ///< rows x columns, row major; not finite: a hole
    std::vector<double> rowPlaces;         ///< ascending, 0 to 1 from the back to the front
    std::vector<double> columnPlaces;      ///< ascending, 0 to 1 from left to right
    double least = -1;                     ///< value at the bottom of the box and of `colours`
    double greatest = 1;                   ///< and at the top
    std::vector<QRgb> colours;             ///< from least to greatest, evenly
};

struct HeightFieldAxes {
    struct Tick {
        double place = 0;   ///< 0 to 1 along the axis
        QString text;
    };
    QString rowTitle;
    QString columnTitle;
    QString valueTitle;
    std::vector<Tick> rowTicks;
    std::vector<Tick> columnTicks;
    std::vector<Tick> valueTicks;
};

/// The scene of a height field in a box: floor, frame, the plane of zero, surface and labels.
class HeightField : public Scene {
public:
    HeightField();
    ~HeightField() override;

    /// Data of the same number of rows and columns only moves the vertices, which is fast.
    void setData(const HeightFieldData& data);
    void setAxes(const HeightFieldAxes& axes);
    [[nodiscard]] long long triangles() const;
    /// Draws only as many triangles as software manages while a hand turns the surface.
    void setCoarse(bool coarse);

    [[nodiscard]] vtkRenderer* renderer() override;
    /// Draws what is near first: what it hides is then never shaded.
    void prepare(const SceneCamera& camera, const QSize& pixels) override;
    void setColours(const SceneColours& colours) override;
    [[nodiscard]] std::array<double, 3> box() const override;
    [[nodiscard]] std::vector<SceneLabel> labels(const SceneCamera& camera) const override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace morphospace
