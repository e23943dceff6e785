// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/weightspace/weightspace_fixtures.h"

#include "core/datasets/glyph_raster.h"

#include <QMouseEvent>

#include <cmath>
#include <random>

namespace morphospace {

SpecimenDrawing faceDrawing(const QString& file, std::uint64_t seed)
{
    const auto faces =
        drawFontFile(std::filesystem::path("/usr/share/fonts/truetype/dejavu") / file.toStdString(), 0.3);
    if (faces.empty() || !faces.front().problem.empty()) {
        qFatal("the package fonts-dejavu-core, listed in packaging/packages.txt, is missing");
    }
    SpecimenDrawing drawing;
    drawing.seed = seed;
    for (int i = 0; i < letterCount; ++i) {
        drawing.letters.push_back(i);
    }
    drawing.pixels.assign(faces.front().pixels.begin(),
                          faces.front().pixels.begin() + std::ptrdiff_t(letterCount * glyphImageBytes));
    return drawing;
}

CloudData cloud(std::size_t members)
{
    CloudData data;
    data.axes = {CloudAxis{0, 0.045}, CloudAxis{1, 0.031}, CloudAxis{2, 0.021}};
    data.valueTitle = QStringLiteral("stroke");
    // Numbers of our own: the standard library's distributions differ from one to the next.
    std::mt19937 random(11);
    const auto uniform = [&] { return (double(random()) + 0.5) / 4294967296.0; };
    const auto normal = [&] {
        const double r = std::sqrt(-2 * std::log(uniform()));
        return r * std::cos(2 * M_PI * uniform());
    };
    const std::array<CloudPlace, 3> middles{CloudPlace{-2, 0.5, 0.4}, CloudPlace{1, -1, -0.6},
                                            CloudPlace{1.6, 1.8, 0.9}};
    for (std::size_t i = 0; i < members; ++i) {
        CloudPlace place{};
        for (std::size_t axis = 0; axis < 3; ++axis) {
            place[axis] = middles[i % 3][axis] + 0.9 * normal();
        }
        data.places.push_back(place);
        data.names += QStringLiteral("Face %1").arg(i);
        data.values.push_back(0.3 * place[0] + 0.05 * normal());
    }
    return data;
}

EntanglementData madeUpDirections()
{
    EntanglementData data;
    data.names = {QStringLiteral("Stroke"), QStringLiteral("Slant"), QStringLiteral("Width"),
                  QStringLiteral("Serif"), QStringLiteral("Mono"), QStringLiteral("x-height")};
    const double upper[6][6] = {{1, 0.04, 0.31, 0.12, -0.08, 0.22}, {0, 1, -0.17, 0.05, -0.02, -0.11},
                                {0, 0, 1, 0.02, 0.44, 0.09},        {0, 0, 0, 1, 0.16, -0.61},
                                {0, 0, 0, 0, 1, 0.003},             {0, 0, 0, 0, 0, 1}};
    for (int r = 0; r < 6; ++r) {
        for (int c = 0; c < 6; ++c) {
            data.cosines.push_back(upper[std::min(r, c)][std::max(r, c)]);
        }
    }
    return data;
}

ScoreData madeUpScores()
{
    ScoreData data;
    data.rows = {{QStringLiteral("Stroke"), 1.82, 2.0},       {QStringLiteral("Slant"), 0.04, {}},
                 {QStringLiteral("Width"), 0.35, {}},         {QStringLiteral("Serif"), -0.21, {}},
                 {QStringLiteral("Mono"), -0.001, {}},        {QStringLiteral("x-height"), 0.12, {}}};
    data.legibility = 49.0 / 52;
    data.legibilityBefore = 50.0 / 52;
    data.from = QStringLiteral("DejaVu Sans");
    return data;
}

void mouse(QWidget* widget, QEvent::Type type, const QPointF& at, Qt::MouseButton button,
           Qt::KeyboardModifiers modifiers)
{
    const bool move = type == QEvent::MouseMove;
    QMouseEvent event(type, at, widget->mapToGlobal(at), move ? Qt::NoButton : button,
                      type == QEvent::MouseButtonRelease ? Qt::MouseButtons(Qt::NoButton)
                                                         : Qt::MouseButtons(button),
                      modifiers);
    QApplication::sendEvent(widget, &event);
}

void drag(QWidget* widget, const QList<QPointF>& way, Qt::MouseButton button,
          Qt::KeyboardModifiers modifiers)
{
    mouse(widget, QEvent::MouseButtonPress, way.front(), button, modifiers);
    for (qsizetype i = 1; i < way.size(); ++i) {
        for (int step = 1; step <= 8; ++step) {
            mouse(widget, QEvent::MouseMove, way[i - 1] + (way[i] - way[i - 1]) * step / 8, button,
                  modifiers);
        }
    }
    mouse(widget, QEvent::MouseButtonRelease, way.back(), button, modifiers);
}

} // namespace morphospace
