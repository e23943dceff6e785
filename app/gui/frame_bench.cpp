// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/frame_bench.h"

#include "widgets/model/loop_watch.h"
#include "widgets/scene/height_field.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/smoothness/diverging_colours.h"
#include "widgets/smoothness/heat_map_view.h"
#include "widgets/smoothness/smoothness_content.h"

#include <QElapsedTimer>

#include <cmath>
#include <functional>
#include <random>
#include <vector>

namespace morphospace {
namespace {

constexpr int side = 512;
constexpr QSize pixels(800, 600);

/// A smooth matrix whose rows and columns stand in a random order: what a permutation finds.
PlacedMatrix shuffledMatrix(std::vector<int>& order)
{
    PlacedMatrix matrix;
    matrix.rows = matrix.columns = side;
    for (int r = 0; r < side; ++r) {
        for (int c = 0; c < side; ++c) {
            matrix.values.push_back(float(std::sin(0.031 * r) * std::cos(0.047 * c)));
        }
    }
    matrix.rowFrom = matrix.columnFrom = -0.5;
    matrix.rowTo = matrix.columnTo = side - 0.5;
    order.resize(side);
    for (int i = 0; i < side; ++i) {
        order[std::size_t(i)] = i;
    }
    std::mt19937 random(1);
    for (int i = side - 1; i > 0; --i) {
        std::swap(order[std::size_t(i)],
                  order[std::size_t(random() % std::uint32_t(i + 1))]);
    }
    return matrix;
}

double median(int frames, const std::function<void(int)>& draw)
{
    draw(0);   // the first one also sets things up
    std::vector<double> times;
    for (int frame = 1; frame <= frames; ++frame) {
        QElapsedTimer clock;
        clock.start();
        draw(frame);
        times.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    return quantile(times, 0.5);
}

} // namespace

FrameReport measureFrames(int frames)
{
    FrameReport report;
    report.frames = frames;
    std::vector<int> shuffled;
    HeatMapPair pair;
    pair.sides[0] = shuffledMatrix(shuffled);
    pair.colours = divergingColours(false);
    pair.relief = reliefColours(false);
    std::vector<int> sorted(side);
    for (int i = 0; i < side; ++i) {
        sorted[std::size_t(i)] = i;
    }
    const auto travel = [&](PlacedMatrix& matrix, int frame) {
        matrix.rowPlaces = placesBetween(shuffled, sorted, double(frame) / frames);
        matrix.columnPlaces = matrix.rowPlaces;
    };
    travel(pair.sides[0], 0);
    pair.sides[1] = pair.sides[0];

    HeatMapView maps;
    maps.resize(900, 460);
    maps.setAttribute(Qt::WA_DontShowOnScreen);
    maps.show();
    QImage page(maps.size(), QImage::Format_RGB32);
    report.mapTravel = median(frames, [&](int frame) {
        travel(pair.sides[1], frame);
        maps.setPair(pair);
        maps.render(&page);
    });

    report.problem = openGlProblem();
    if (!report.problem.isEmpty()) {
        return report;
    }
    SceneRenderer renderer;
    report.driver = renderer.driver();
    HeightField field;
    field.setColours({Qt::white, Qt::lightGray, Qt::black, Qt::darkGray});
    travel(pair.sides[1], frames);
    field.setData(heightField(pair, 1));
    SceneCamera camera;
    const auto turn = [&](int frame) {
        camera.azimuth = -52 + 3 * frame;
        (void)renderer.render(field, camera, pixels);
    };
    report.surface = median(frames, turn);
    field.setCoarse(true);
    report.surfaceCoarse = median(frames, [&](int frame) {
        camera.azimuth = -52 + 3 * frame;
        (void)renderer.render(field, camera, pixels, true);
    });
    field.setCoarse(false);
    camera = {};
    report.surfaceTravel = median(frames, [&](int frame) {
        travel(pair.sides[1], frame);
        field.setData(heightField(pair, 1));
        (void)renderer.render(field, camera, pixels);
    });
    report.surfaceTravelThin = median(frames, [&](int frame) {
        travel(pair.sides[1], frame);
        field.setData(heightField(pair, 1, 128));
        (void)renderer.render(field, camera, pixels, true);
    });
    return report;
}

} // namespace morphospace
