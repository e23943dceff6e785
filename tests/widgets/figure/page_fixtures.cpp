// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/figure/page_fixtures.h"

#include "tests/widgets/smoothness/order_fixtures.h"
#include "tests/widgets/weightspace/weightspace_fixtures.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/smoothness/experiment_view.h"
#include "widgets/smoothness/smoothness_figures.h"
#include "widgets/weightspace/point_cloud_3d.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace morphospace {
namespace {

/// Weights that are smooth along both channel axes and differ from tap to tap and tensor to tensor.
std::vector<WeightTensor> waves(std::vector<WeightTensor> tensors, double jitter)
{
    for (std::size_t t = 0; t < tensors.size(); ++t) {
        WeightTensor& tensor = tensors[t];
        const std::int64_t rows = tensor.shape[0];
        const std::int64_t columns = tensor.shape.size() > 1 ? tensor.shape[1] : 1;
        const std::int64_t taps = std::int64_t(tensor.values.size()) / (rows * columns);
        for (std::int64_t row = 0; row < rows; ++row) {
            for (std::int64_t column = 0; column < columns; ++column) {
                for (std::int64_t tap = 0; tap < taps; ++tap) {
                    const double y = (double(row) + 0.5) / double(rows)
                        + jitter * std::sin(double(7 * row + tap));
                    const double x = (double(column) + 0.5) / double(columns)
                        + jitter * std::sin(double(5 * column + 3 * tap));
                    tensor.values[std::size_t((row * columns + column) * taps + tap)] =
                        float(std::sin(5 * y + double(t)) * std::cos(4 * x)
                              + 0.3 * std::cos(double(tap) + 3 * x));
                }
            }
        }
    }
    return tensors;
}

Network wavesAt(const Manifold& manifold, const Configuration& size, double jitter = 0)
{
    Network network = sampleNetwork(manifold, size);
    network.tensors = waves(std::move(network.tensors), jitter);
    return network;
}

Measurement hillAt(const Manifold& manifold, const Configuration& size, double accuracy)
{
    Measurement m;
    m.configuration = size;
    m.dataset = "Made up (test)";
    m.datasetHash = "5ea1";
    m.images = 10000;
    m.correct = std::llround(10000 * accuracy);
    m.low = accuracy - 0.006;
    m.high = accuracy + 0.006;
    m.intervalMethod = "cluster bootstrap by font family";
    m.parameters = parameterCount(manifold.family(), size);
    m.macs = macCount(manifold.family(), size);
    m.compression = compression(manifold.family(), size);
    m.source = "manifold";
    return m;
}

Similarity similarityOf(std::vector<Configuration> sizes, std::vector<std::string> layers)
{
    Similarity similarity;
    similarity.sizes = std::move(sizes);
    similarity.layers = std::move(layers);
    similarity.dataset = "Made up (test)";
    similarity.datasetHash = "5ea1";
    similarity.images = 992;
    similarity.manifold = std::string(64, 'a');
    similarity.programVersion = "0.1.0";
    const std::size_t count = similarity.sizes.size();
    for (std::size_t l = 0; l < similarity.layers.size(); ++l) {
        std::vector<double> matrix;
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t j = 0; j < count; ++j) {
                const double apart = std::abs(double(i) - double(j)) / double(count - 1);
                matrix.push_back(1 - 0.05 * double(l + 1) * apart);
            }
        }
        similarity.cka.push_back(std::move(matrix));
    }
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j) {
            const double apart = std::abs(double(i) - double(j));
            similarity.divergence.push_back(0.1 * apart);
            similarity.divergenceInterval.push_back({0.08 * apart, 0.12 * apart});
            similarity.agreement.push_back(1 - 0.02 * apart);
        }
    }
    return similarity;
}

} // namespace

SmoothnessSubject madeUpOrders()
{
    const auto manifold = untrainedManifold(FamilyKind::ResNet);
    OrderComparison orders =
        compareOrders(wavesAt(*manifold, manifold->family().full), manifold->scaling(),
                      OrderKind::Random, OrderKind::Original);
    for (OrderComparison::Group& group : orders.groups) {
        // Principal components have a sign, and rounding, of the library that found them.
        const auto count = int(group.plane.size() / 2);
        for (int channel = 0; channel < count; ++channel) {
            const double part = (channel + 0.5) / count;
            group.plane[std::size_t(2 * channel)] = float(std::cos(5 * part) * (0.4 + part));
            group.plane[std::size_t(2 * channel + 1)] = float(std::sin(5 * part));
        }
    }
    orders.outputDifference = 3.2e-7;   // rounding, which differs from machine to machine
    SmoothnessSubject subject;
    subject.title = QString::fromStdString(manifold->title);
    subject.orders = std::make_shared<const OrderComparison>(std::move(orders));
    return subject;
}

SmoothnessSubject madeUpSizes()
{
    const auto manifold = untrainedManifold(FamilyKind::LeNet);
    SizeComparison sizes;
    sizes.full = wavesAt(*manifold, {{8}, {}});
    sizes.current = wavesAt(*manifold, {{5}, {}});
    sizes.jittered = wavesAt(*manifold, {{5}, {}}, 0.05);
    sizes.jitter = 1;
    for (std::size_t t = 0; t < sizes.full.tensors.size(); ++t) {
        SizeComparison::Tensor tensor;
        tensor.name = sizes.full.tensors[t].name;
        tensor.full = 40 + 11 * double(t);
        tensor.current = 30 + 7 * double(t);
        tensor.jittered = 44 + 8 * double(t);
        tensor.moved = 0.1 + 0.01 * double(t);
        sizes.tensors.push_back(tensor);
    }
    sizes.variationFull = 78.5;
    sizes.variationCurrent = 54.25;
    sizes.variationJittered = 71.75;
    sizes.moved = 0.131;
    SmoothnessSubject subject;
    subject.title = QString::fromStdString(manifold->title);
    subject.sizes = std::make_shared<const SizeComparison>(std::move(sizes));
    return subject;
}

LandscapeData madeUpLandscape()
{
    const auto manifold = untrainedManifold(FamilyKind::ResNet);
    LandscapeData data;
    data.title = QString::fromStdString(manifold->title);
    data.manifold = std::string(64, 'a');
    data.grid = landscapeGrid(*manifold, {LandscapeAxis::Kind::Widths, 0},
                              {LandscapeAxis::Kind::StageWidth, 2}, manifold->family().full, 9);
    data.trained = manifold->trained;
    data.close = false;
    const std::size_t columns = data.grid.xs.size();
    for (std::size_t cell = 0; cell < data.grid.count(); ++cell) {
        const double x = double(cell % columns) / double(columns - 1);
        const double y = double(cell / columns) / double(data.grid.ys.size() - 1);
        data.cells.emplace_back(hillAt(
            *manifold, data.configuration(cell),
            0.93 - 0.3 * (x - 0.7) * (x - 0.7) - 0.2 * (y - 0.6) * (y - 0.6)));
    }
    data.cells.front().reset();
    data.current = data.configuration(data.grid.at(columns / 2, data.grid.ys.size() / 2));
    data.pinned = data.configuration(data.grid.at(columns - 2, data.grid.ys.size() - 2));
    return data;
}

FrontData madeUpFront()
{
    FrontData data;
    data.title = QStringLiteral("Test / ResNet");
    data.cost = Cost::Macs;
    data.limit = 1.2e6;
    data.onTest = true;
    for (int i = 1; i <= 4; ++i) {
        const double accuracy = 0.82 + 0.025 * i - 0.002 * i * i;
        data.found.push_back({{{i, 2 * i, 4 * i}, {1, 2, 1}}, 2.8e5 * i, accuracy,
                              accuracy - 0.006, accuracy + 0.006});
        data.uniform.push_back({{{i, 2 * i, 4 * i}, {1, 1, 1}}, 2.6e5 * i, accuracy - 0.012,
                                accuracy - 0.018, accuracy - 0.006});
    }
    return data;
}

Similarity madeUpPair()
{
    Similarity pair = similarityOf({{{4, 8, 16}, {2, 1, 2}}, {{2, 4, 8}, {1, 2, 2}}},
                                   {"conv1", "layer1.0", "layer1.1", "layer2.0", "layer2.1",
                                    "layer3.0", "layer3.1", "fc"});
    const double none = std::numeric_limits<double>::quiet_NaN();
    // The first lacks layer2.1, the second layer1.1.
    pair.cka[2] = {1, none, none, none};
    pair.cka[4] = {none, none, none, 1};
    return pair;
}

Similarity madeUpWidths()
{
    std::vector<Configuration> sizes;
    for (int width = 2; width <= 14; width += 2) {
        sizes.push_back({{width, 2 * width, 4 * width}, {2, 2, 2}});
    }
    return similarityOf(std::move(sizes), {"conv1", "layer1.0", "layer2.0", "layer3.0", "fc"});
}

WeightSpaceShown madeUpWeightSpace()
{
    WeightSpaceShown shown;
    shown.specimen.current = {QStringLiteral("DejaVu Sans, stroke +2 σ"),
                              {faceDrawing(QStringLiteral("DejaVuSans-Bold.ttf"))}};
    shown.specimen.pinned =
        SpecimenModel{QStringLiteral("DejaVu Sans"), {faceDrawing(QStringLiteral("DejaVuSans.ttf"))}};
    shown.cloud = cloud(120);
    shown.cloud.current = CloudPlace{2.4, 0.2, 0.3};
    shown.cloud.pinned = shown.cloud.places[3];
    shown.cloud.base = shown.cloud.places[3];
    shown.cloud.baseMember = 3;
    if (openGlProblem().isEmpty()) {
        shown.camera = cloudCamera();
    }
    shown.directions = madeUpDirections();
    shown.scores = madeUpScores();
    return shown;
}

QStringList figureGroups()
{
    return {QStringLiteral("lenet"), QStringLiteral("resnet"), QStringLiteral("orders"),
            QStringLiteral("sizes"), QStringLiteral("experiment"), QStringLiteral("landscape"),
            QStringLiteral("weightspace")};
}

std::vector<Figure> figuresOf(const QString& group)
{
    if (group == QStringLiteral("lenet")) {
        return allFigures(FamilyKind::LeNet);
    }
    if (group == QStringLiteral("resnet")) {
        return allFigures(FamilyKind::ResNet);
    }
    if (group == QStringLiteral("orders")) {
        const SmoothnessSubject orders = madeUpOrders();
        std::vector<Figure> list =
            smoothnessFigures(orders, "layer3.1.conv2.weight", {Taps::Kind::Mean, 0}, 0.4, {});
        list.push_back(smoothnessPageFigure(list, QStringLiteral("smoothness-maps"),
                                            QStringLiteral("channel-path"), summary(orders)));
        return list;
    }
    if (group == QStringLiteral("sizes")) {
        const SmoothnessSubject sizes = madeUpSizes();
        std::vector<Figure> list =
            smoothnessFigures(sizes, "conv2.weight", {Taps::Kind::All, 0}, 1, {});
        list.push_back(smoothnessPageFigure(list, QStringLiteral("smoothness-maps"),
                                            QStringLiteral("total-variation"), summary(sizes)));
        return list;
    }
    if (group == QStringLiteral("experiment")) {
        const OrderResults results = madeOrders();
        std::vector<Figure> list;
        for (const auto shown : {OrderCurves::Shown::Accuracy, OrderCurves::Shown::Difference}) {
            list.push_back(orderFigure(orderCurves(results, "lenet/grid", shown),
                                       orderVerdict(results, "lenet/grid")));
        }
        // The page offers one of both, by one name.
        list.back().name = QStringLiteral("order-difference");
        return list;
    }
    if (group == QStringLiteral("weightspace")) {
        return weightSpaceFigures(madeUpWeightSpace());
    }
    std::vector<Figure> figures = landscapeFigures(madeUpLandscape());
    LandscapeData timed = madeUpLandscape();
    timed.colour = LandscapeData::Colour::Latency;
    timed.processor = "a processor";
    for (std::size_t cell = 0; cell < timed.cells.size(); ++cell) {
        timed.latencies.emplace_back(1e-4 * (1 + double(cell % timed.grid.xs.size())));
    }
    figures.push_back(landscapeFigures(timed).front());
    figures.back().name = QStringLiteral("landscape-latency");
    figures.push_back(frontFigure(madeUpFront(), QStringLiteral("made up")));
    const Similarity pair = madeUpPair();
    figures.push_back(similarityFigure(pair, true, pair.layers.size() - 2, QStringLiteral("made up")));
    const Similarity widths = madeUpWidths();
    figures.push_back(
        similarityFigure(widths, false, widths.layers.size() - 2, QStringLiteral("made up")));
    // The page offers one of both, by one name.
    figures.back().name = QStringLiteral("similarity-widths");
    figures.push_back(similarityFigure(widths, false, std::nullopt, QStringLiteral("made up")));
    figures.back().name = QStringLiteral("similarity-divergence");
    figures.push_back(landscapePageFigure(
        figures.front(),
        {QStringLiteral("B, current: 2-4-9 × 2-2-2: 92.31 % (91.71 % to 92.91 %) on 10,000 images."),
         QStringLiteral("44 of 45 sizes measured.")}));
    return figures;
}

bool isSurface(const QString& figure)
{
    return figure.endsWith(QStringLiteral("-surface")) || figure.endsWith(QStringLiteral("-3d"));
}

QStringList namesOf(const QString& group)
{
    if (group == QStringLiteral("orders")) {
        return {QStringLiteral("smoothness-maps"), QStringLiteral("smoothness-surface"),
                QStringLiteral("total-variation"), QStringLiteral("neighbour-distances"),
                QStringLiteral("channel-path"), QStringLiteral("smoothness-page")};
    }
    if (group == QStringLiteral("sizes")) {
        return {QStringLiteral("smoothness-maps"), QStringLiteral("smoothness-surface"),
                QStringLiteral("total-variation"), QStringLiteral("smoothness-page")};
    }
    if (group == QStringLiteral("landscape")) {
        return {QStringLiteral("landscape"), QStringLiteral("landscape-surface"),
                QStringLiteral("landscape-latency"), QStringLiteral("best-sizes"),
                QStringLiteral("similarity"), QStringLiteral("similarity-widths"),
                QStringLiteral("similarity-divergence"), QStringLiteral("landscape-page")};
    }
    if (group == QStringLiteral("weightspace")) {
        return {QStringLiteral("specimen"), QStringLiteral("weight-space"),
                QStringLiteral("weight-space-3d"), QStringLiteral("entanglement"),
                QStringLiteral("edit-scores"), QStringLiteral("weight-space-page")};
    }
    QStringList names;
    for (const Figure& figure : figuresOf(group)) {
        names += figure.name;
    }
    return names;
}

Figure figureOf(const QString& group, const QString& name)
{
    for (const Figure& figure : figuresOf(group)) {
        if (figure.name == name) {
            return figure;
        }
    }
    qFatal("there is no figure %s of %s", qPrintable(name), qPrintable(group));
    return {};
}

} // namespace morphospace
