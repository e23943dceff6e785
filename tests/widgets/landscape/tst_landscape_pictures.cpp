// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the Landscape page draws and writes: every view against its reference picture in both themes,
// contours, scales, figures, and the surface as a file.
#include "tests/widgets/landscape/landscape_world.h"
#include "tests/widgets/looks.h"
#include "widgets/figure/figure.h"
#include "widgets/landscape/landscape_surface.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/scene/view_3d.h"

#include <QImage>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>

using namespace morphospace;

namespace {

/// Measured as it pleases: pictures must not hang on what a processor rounds.
Measurement madeMeasurement(const Configuration& size, std::int64_t correct)
{
    Measurement m;
    m.configuration = size;
    m.images = 1000;
    m.correct = correct;
    m.low = m.accuracy() - 0.02;
    m.high = m.accuracy() + 0.015;
    return m;
}

SearchReport madeReport(const LandscapeGrid& grid)
{
    SearchReport report;
    report.options.budget = {Cost::Macs, 1e6};
    for (std::size_t i = 0; i < 5; ++i) {
        const Configuration found = grid.configuration(i + 1, 0);
        const Configuration uniform = grid.configuration(i + 1, 1);
        report.front.push_back({{found, 2e5 * double(i + 1), {}},
                                madeMeasurement(found, 820 + 20 * std::int64_t(i))});
        report.uniform.push_back({{uniform, 1.8e5 * double(i + 1), {}},
                                  madeMeasurement(uniform, 800 + 22 * std::int64_t(i))});
    }
    report.compared = PairedComparison();
    report.compared->difference = 0.012;
    report.compared->interval = {0.004, 0.02};
    return report;
}

Similarity madeSimilarity(const LandscapeGrid& grid, bool pair)
{
    Similarity s;
    s.layers = {"conv1", "layer1.0", "layer2.0", "layer2.1", "layer3.0", "fc"};
    for (std::size_t i = 0; i < (pair ? 2 : 7); ++i) {
        s.sizes.push_back(grid.configuration(i + 1, 0));
    }
    s.images = 992;
    for (std::size_t l = 0; l < s.layers.size(); ++l) {
        s.cka.emplace_back();
        for (std::size_t i = 0; i < s.sizes.size(); ++i) {
            for (std::size_t j = 0; j < s.sizes.size(); ++j) {
                const double apart = std::abs(double(i) - double(j));
                // One block is in the first size only.
                const bool missing = pair && s.layers[l] == "layer2.1" && (i == 1 || j == 1);
                s.cka[l].push_back(missing ? std::nan("")
                                           : 1 - apart * (0.02 + 0.01 * double(l)));
            }
        }
    }
    for (std::size_t i = 0; i < s.sizes.size(); ++i) {
        for (std::size_t j = 0; j < s.sizes.size(); ++j) {
            const double away = double(i) - double(j);
            s.divergence.push_back(0.05 * away * away + (i < j ? 0.1 : 0) * std::abs(away));
            s.divergenceInterval.push_back({0.8 * s.divergence.back(), 1.2 * s.divergence.back()});
            s.agreement.push_back(1 - 0.02 * std::abs(away));
        }
    }
    return s;
}

} // namespace

class TestLandscapePictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theVtkFileHoldsWhatIsMeasured()
    {
        World world(FamilyKind::ResNet);
        world.model.measure();
        QTRY_VERIFY_WITH_TIMEOUT(!world.model.isMeasuring(), 60000);
        const auto data = world.model.data();
        const QByteArray text = QByteArray::fromStdString(vtpText(vtpSurface(*data)));
        QXmlStreamReader reader(text);
        int points = 0;
        int polys = 0;
        QStringList arrays;
        QByteArray coordinates;
        while (!reader.atEnd()) {
            reader.readNext();
            if (!reader.isStartElement()) {
                continue;
            }
            if (reader.name() == u"Piece") {
                points = reader.attributes().value("NumberOfPoints").toInt();
                polys = reader.attributes().value("NumberOfPolys").toInt();
            } else if (reader.name() == u"DataArray" || reader.name() == u"Array") {
                const QString name = reader.attributes().value("Name").toString();
                arrays += name;
                if (name == u"Points") {
                    coordinates = reader.readElementText(QXmlStreamReader::SkipChildElements).toLatin1();
                }
            }
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(std::size_t(points), data->cells.size());
        QCOMPARE(std::size_t(polys),
                 (data->grid.xs.size() - 1) * (data->grid.ys.size() - 1));
        for (const char* name : {"low_percent", "high_percent", "macs", "parameters",
                                 "in_trained_range", "dataset_sha256", "manifold_sha256"}) {
            QVERIFY2(arrays.contains(name), name);
        }
        const QList<QByteArray> numbers = coordinates.simplified().split(' ');
        QCOMPARE(numbers.size(), 3 * points);
        QCOMPARE(numbers[0].toInt(), data->grid.xs[0]);
        QVERIFY(std::abs(numbers[2].toDouble() - 100 * data->cells[0]->accuracy()) < 1e-4);
    }

    /// Close up, what training did not see cannot stretch the scale.
    void theScaleFollowsTheTrainedRange()
    {
        World world(FamilyKind::ResNet);
        auto data = *world.model.data();
        for (std::size_t cell = 0; cell < data.cells.size(); ++cell) {
            Measurement m;
            m.configuration = data.configuration(cell);
            m.images = 1000;
            m.correct = isTrained(data.trained, m.configuration) ? 900 + std::int64_t(cell) : 10;
            data.cells[cell] = m;
        }
        QVERIFY(accuracyRange(data).least >= 0.9);
        QVERIFY(contourLevels(data).front() > 0.9);
        data.close = false;
        QCOMPARE(accuracyRange(data).least, 0.01);
        QVERIFY(contourLevels(data).front() < 0.9);
    }

    void contoursLieWhereTheyShould()
    {
        World world(FamilyKind::ResNet);
        auto data = *world.model.data();
        // A plane: accuracy grows to the right, one percent a place.
        for (std::size_t cell = 0; cell < data.cells.size(); ++cell) {
            Measurement m;
            m.configuration = data.configuration(cell);
            m.images = 100000;
            m.correct = 1000 * std::int64_t(data.grid.xs[cell % data.grid.xs.size()]);
            data.cells[cell] = m;
        }
        const double level = (data.grid.xs[1] + 0.5) / 100;
        const std::vector<ContourPiece> pieces = contour(data, level);
        QVERIFY(!pieces.empty());
        data.close = false;
        double length = 0;
        for (const ContourPiece& piece : pieces) {
            QVERIFY(std::abs(piece.from.x() - (data.grid.xs[1] + 0.5)) < 1e-9);
            QVERIFY(std::abs(piece.to.x() - (data.grid.xs[1] + 0.5)) < 1e-9);
            length += std::abs(piece.to.y() - piece.from.y());
        }
        QVERIFY(std::abs(length - (data.grid.ys.back() - data.grid.ys.front())) < 1e-9);
    }

    void looksAsItDid_data()
    {
        QTest::addColumn<QString>("view");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true}) {
            for (const char* view : {"map", "surface", "latency", "best", "similarity", "widths",
                                     "divergence"}) {
                QTest::addRow("%s %s", view, dark ? "dark" : "light") << QString(view) << dark;
            }
        }
    }

    void looksAsItDid()
    {
        QFETCH(QString, view);
        QFETCH(bool, dark);
        if (view == u"surface" && !openGlProblem().isEmpty()) {
            QSKIP("no OpenGL 3.2 here");
        }
        const QFont font = QApplication::font();
        QApplication::setFont(QFont(QStringLiteral("DejaVu Sans"), 9));
        applyTheme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        World world(FamilyKind::ResNet);
        // A hill that is known: pictures must not hang on what a processor rounds.
        const LandscapeGrid grid = world.model.data()->grid;
        for (std::size_t row = 0; row < grid.ys.size(); ++row) {
            for (std::size_t column = 0; column < grid.xs.size(); ++column) {
                Measurement m;
                m.configuration = grid.configuration(column, row);
                m.images = 100000;
                m.correct = 90000 + 800 * std::int64_t(row)
                    - 150 * std::abs(std::int64_t(column) - 7) * std::abs(std::int64_t(column) - 7);
                m.low = m.accuracy() - 0.01;
                m.high = m.accuracy() + 0.01;
                world.measurements.record(m);
            }
        }
        world.session.perform(SetPinned{grid.configuration(6, 1)});
        world.session.perform(SetConfiguration{grid.configuration(3, 0)});
        world.session.perform(SetOption{"landscape.sheets", "shown"});
        const bool compares = view == u"similarity" || view == u"widths" || view == u"divergence";
        world.session.perform(
            SetOption{"landscape.view", compares ? "similarity"
                          : view == u"latency"   ? "map"
                                                 : view.toStdString()});
        if (view == u"latency") {
            world.session.perform(SetOption{"landscape.colour", "latency"});
            for (std::size_t cell = 0; cell + 1 < grid.count(); ++cell) {   // one is missing
                world.model.provideLatency(world.model.data()->configuration(cell),
                                           1e-4 * (1 + double(cell % grid.xs.size())));
            }
        } else if (view == u"best") {
            world.model.provideReport(madeReport(grid));
        } else if (compares) {
            world.session.perform(SetOption{
                "landscape.similarity", view == u"similarity" ? "pair" : view.toStdString()});
            const Similarity made = madeSimilarity(grid, view == u"similarity");
            world.session.perform(SetPinned{made.sizes[0]});
            world.session.perform(SetConfiguration{made.sizes[1]});
            world.model.provideSimilarity(made, view != u"similarity");
        }
        world.page->resize(720, 480);
        QTRY_COMPARE(world.page->size(), QSize(720, 480));
        world.page->hide();
        world.page->show();
        QVERIFY(QTest::qWaitForWindowExposed(world.page.get()));
        QTRY_COMPARE(world.page->map()->data()->knownCount(), grid.count());
        if (view == u"surface"
            && world.page->surface()->view()->driver().contains(QStringLiteral("softpipe"))) {
            QApplication::setFont(font);
            applyTheme(*qApp, ThemeChoice::Light);
            QSKIP("softpipe draws B's marker dark; the reference is llvmpipe's");
        }
        const QString differs = differsFromReference(
            [&] {
                const QImage seen = undisturbedPicture(*world.page);
                // The words below name the processor.
                return view == u"latency" ? seen.copy(0, 0, 720, 432) : seen;
            },
            QStringLiteral("widgets/landscape/reference"),
            QStringLiteral("%1-%2").arg(view, dark ? QStringLiteral("dark")
                                                    : QStringLiteral("light")));
        QApplication::setFont(font);
        applyTheme(*qApp, ThemeChoice::Light);
        QVERIFY2(differs.isEmpty(), qPrintable(differs));
    }

    void figuresPaint()
    {
        World world(FamilyKind::ResNet);
        world.model.measure();
        QTRY_VERIFY_WITH_TIMEOUT(!world.model.isMeasuring(), 60000);
        for (const Figure& figure : world.page->figures()) {
            const FigurePreset preset = figurePreset(QStringLiteral("column"));
            const FigurePage page = pageOf(figure, sizeOf(figure, preset), preset.textPoints);
            QVERIFY2(!figure.description.isEmpty(), qPrintable(figure.name));
            const QImage image = imageOf(page, 96);
            QCOMPARE(image.isNull(), false);
            // Something is on it: the landscape's colours are no shade of grey.
            int coloured = 0;
            for (int y = 0; y < image.height(); y += 4) {
                for (int x = 0; x < image.width(); x += 4) {
                    coloured += image.pixelColor(x, y).saturation() > 100;
                }
            }
            QVERIFY2(coloured > 200, qPrintable(figure.name));
        }
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestLandscapePictures>(argc, argv);
}
#include "tst_landscape_pictures.moc"
