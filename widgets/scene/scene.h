// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QSize>
#include <QString>

#include <array>
#include <vector>

class vtkRenderer;

namespace morphospace {

/// The colours of a 3-D picture: of a theme, or of paper.
struct SceneColours {
    QColor background;   ///< opaque
    QColor line;         ///< frame and ticks
    QColor text;
    QColor muted;
    bool operator==(const SceneColours&) const = default;
};

/// How a scene is put into a picture: smaller, or beside its middle, where all of it and the words
/// around it would not have room. The eye stays where it is, so nothing is seen from elsewhere.
struct SceneFit {
    double scale = 1;
    double right = 0;   ///< of half the width of the picture
    double down = 0;    ///< of half its height

    bool operator==(const SceneFit&) const = default;
};

/// From where a scene is seen. A value, so that views share it and sessions could keep it.
struct SceneCamera {
    double azimuth = -52;    ///< degrees around the upright axis; 0: from the front
    double elevation = 34;   ///< degrees over the floor, -89 to 89
    double distance = 2.3;   ///< from the middle; a scene is about one unit wide
    double panX = 0;         ///< of the picture, in units of the scene
    double panY = 0.02;
    SceneFit fit;            ///< each picture's own: see fitted()

    bool operator==(const SceneCamera&) const = default;
};

/// Text at a place of the scene. It is painted over the picture, so that it is sharp on every
/// screen and stays text in a figure.
struct SceneLabel {
    std::array<double, 3> at{};
    std::array<double, 3> away{};   ///< the text stands on the side of `at` away from this place
    QString text;
    bool strong = false;            ///< numbers give way to it
};

/// A disc with a letter in it, over the picture: what can be taken hold of is seen, whatever of the
/// scene stands in front of it.
struct SceneMark {
    std::array<double, 3> at{};
    QString letter;
    QColor colour;
};

/// What a View3D shows: a VTK renderer and what belongs to it. The upright axis is z; the whole
/// fits a box about one unit wide around the origin. The renderer exists as long as the scene.
class Scene {
public:
    virtual ~Scene() = default;
    [[nodiscard]] virtual vtkRenderer* renderer() = 0;
    virtual void setColours(const SceneColours& colours) = 0;
    /// Before each picture: what depends on where it is seen from.
    virtual void prepare(const SceneCamera&, const QSize&) {}
    /// Half the sides of the box around the origin in which all of it is.
    [[nodiscard]] virtual std::array<double, 3> box() const = 0;
    /// Labels for a camera: which edges of the box are in front depends on it.
    [[nodiscard]] virtual std::vector<SceneLabel> labels(const SceneCamera& camera) const = 0;
    /// The last is on top.
    [[nodiscard]] virtual std::vector<SceneMark> marks() const { return {}; }
};

} // namespace morphospace
