// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/figure/figure_fixtures.h"

#include "widgets/model/examples.h"

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

const char* const longNames[] = {"airplane", "automobile", "bird",  "cat",  "deer",
                                 "dog",      "frog",       "horse", "ship", "truck"};

Measurement measurementOf(const Manifold& manifold, const Configuration& size, double accuracy)
{
    Measurement m;
    m.configuration = size;
    m.dataset = "Made up (test)";
    m.datasetHash = "5ea1";
    m.images = 10000;
    m.correct = std::int64_t(std::lround(10000 * accuracy));
    m.low = std::max(0.0, accuracy - 0.006);
    m.high = std::min(1.0, accuracy + 0.006);
    m.intervalMethod = "cluster bootstrap by font family";
    m.parameters = parameterCount(manifold.family(), size);
    m.macs = macCount(manifold.family(), size);
    m.compression = compression(manifold.family(), size);
    m.source = "manifold";
    return m;
}

std::shared_ptr<Manifold> named(FamilyKind kind)
{
    auto manifold = untrainedManifold(kind);
    manifold->classNames.assign(std::begin(longNames), std::end(longNames));
    return manifold;
}

} // namespace

MorphFigureData madeUpMorph(FamilyKind kind)
{
    const auto manifold = named(kind);
    auto images = std::make_shared<ImageSet>(*randomImages(kind, 200));
    images->classNames = manifold->classNames;
    MorphFigureData data;
    data.manifold = manifold;
    data.current = uniformWidths(manifold->family(), 0.75, manifold->family().full.depths);
    data.pinned = manifold->family().full;
    data.images = images;
    data.which = chooseExamples(*images, 24);
    for (std::size_t i = 0; i < data.which.size(); ++i) {
        const int truth = images->labels[data.which[i]];
        const bool wrong = i % 5 == 1;
        data.saidCurrent.push_back({wrong ? (truth + 1) % 10 : truth, wrong ? 0.41F : 1.0F});
        data.saidPinned.push_back({truth, 0.87F});
    }
    data.selected = 1; // a long name, and wrong
    data.measured = measurementOf(*manifold, data.current, 0.9241);
    data.measuredPinned = measurementOf(*manifold, *data.pinned, 0.9512);
    data.total = 10000;
    for (int truth = 0; truth < 10; ++truth) {
        for (int predicted = 0; predicted < 10; ++predicted) {
            data.confusion.push_back(truth == predicted ? 924 - 9 * truth
                                                        : (truth * 7 + predicted * 3) % 11 * 2);
        }
    }
    return data;
}

FigureData madeUpChart(FamilyKind kind)
{
    const auto manifold = named(kind);
    const Family& family = manifold->family();
    MeasurementModel model;
    model.setManifold(manifold);
    for (const double fraction : {0.375, 0.5, 0.625, 0.875}) {
        model.record(measurementOf(*manifold, uniformWidths(family, fraction, family.full.depths),
                                   0.7 + 0.2 * fraction));
    }
    const auto live =
        measurementOf(*manifold, uniformWidths(family, 0.75, family.full.depths), 0.92);
    const auto pinned = measurementOf(*manifold, family.full, 0.999);
    model.record(live);
    model.record(pinned);
    return figureData(model, CostAxis::Parameters, live, pinned);
}

std::vector<Figure> allFigures(FamilyKind kind)
{
    std::vector<Figure> figures = morphFigures(madeUpMorph(kind));
    MeasurementModel model;
    model.setManifold(named(kind));
    for (Figure& figure : compressionFigures(madeUpChart(kind), model.numbers())) {
        figures.push_back(std::move(figure));
    }
    return figures;
}

Figure figureNamed(FamilyKind kind, const QString& name)
{
    for (const Figure& figure : allFigures(kind)) {
        if (figure.name == name) {
            return figure;
        }
    }
    qFatal("there is no figure %s", qPrintable(name));
    return {};
}

Provenance madeUpProvenance()
{
    Provenance provenance;
    provenance.program = "0.1.0";
    provenance.manifold = "Fünf <digits> & \"letters\" ]]>";
    provenance.manifoldHash = std::string(64, 'a');
    provenance.current = {{12, 24, 48}, {2, 3, 1}};
    provenance.pinned = Configuration{{16, 32, 64}, {3, 3, 3}};
    provenance.averaging = 8;
    provenance.seed = 18446744073709551615ULL;
    provenance.data = "Made up (test)";
    provenance.dataHash = std::string(64, 'b');
    provenance.images = 10000;
    provenance.session = "{\"note\": \"a < b && c > d\\n\",\n \"where\": \"日本\"}\n";
    return provenance;
}

Distance distanceOf(const QImage& a, const QImage& b, int across)
{
    if (a.isNull() || b.isNull()) {
        return {255, 255};
    }
    const QSize cells(across, std::max(1, across * a.height() / a.width()));
    const auto brought = [&](const QImage& image) {
        return image.convertToFormat(QImage::Format_RGB32)
            .scaled(cells, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    const QImage left = brought(a);
    const QImage right = brought(b);
    Distance distance;
    for (int y = 0; y < cells.height(); ++y) {
        for (int x = 0; x < cells.width(); ++x) {
            const QRgb p = left.pixel(x, y);
            const QRgb q = right.pixel(x, y);
            for (const int d : {qRed(p) - qRed(q), qGreen(p) - qGreen(q), qBlue(p) - qBlue(q)}) {
                distance.mean += std::abs(d);
                distance.greatest = std::max(distance.greatest, double(std::abs(d)));
            }
        }
    }
    distance.mean /= 3.0 * cells.width() * cells.height();
    return distance;
}

} // namespace morphospace
