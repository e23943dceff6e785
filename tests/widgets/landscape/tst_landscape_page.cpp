// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fixtures.h"
#include "widgets/figure/figure.h"
#include "widgets/figure/number_table.h"
#include "widgets/landscape/landscape_page.h"
#include "widgets/landscape/landscape_surface.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/scene/view_3d.h"

#include <QDir>
#include <QImage>
#include <QLineF>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QToolButton>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>

using namespace morphospace;

namespace {

/// A page with all that it needs, as in the window.
struct World {
    JobBoard jobs;
    SessionModel session;
    TestImages images{jobs};
    MeasurementModel measurements;
    LandscapeModel model{session, images, measurements, jobs};
    std::unique_ptr<LandscapePage> page;

    explicit World(FamilyKind kind, std::size_t count = 60)
    {
        QObject::connect(&model, &LandscapeModel::measured, &measurements,
                         &MeasurementModel::record);
        auto manifold = untrainedManifold(kind);
        manifold->hash = std::string(64, 'a');
        measurements.setManifold(manifold);
        session.open(manifold, "untrained.manifold");
        images.provide(randomImages(kind, count));
        model.provideValidation(randomImages(kind, 40));
        page = std::make_unique<LandscapePage>(session, images, model);
        page->resize(900, 600);
        page->show();
        (void)QTest::qWaitForWindowExposed(page.get());
    }

    [[nodiscard]] QAbstractButton* button(const QString& name) const
    {
        for (auto* one : page->findChildren<QAbstractButton*>()) {
            if (one->accessibleName() == name) {
                return one;
            }
        }
        return nullptr;
    }
    void click(const QString& name) const
    {
        QTest::mouseClick(button(name), Qt::LeftButton);
    }
};

/// Means of squares of 8 x 8 pixels: what a person sees of a picture, and not how a font was hinted.
QImage cells(const QImage& image)
{
    return image.convertToFormat(QImage::Format_RGB32)
        .scaled(image.width() / 8, image.height() / 8, Qt::IgnoreAspectRatio,
                Qt::SmoothTransformation);
}

struct Distance {
    double mean = 0;
    int greatest = 0;
};

Distance distanceOf(const QImage& a, const QImage& b)
{
    if (a.size() != b.size()) {
        return {255, 255};
    }
    Distance distance;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QColor p(a.pixel(x, y));
            const QColor q(b.pixel(x, y));
            for (const int way : {p.red() - q.red(), p.green() - q.green(), p.blue() - q.blue()}) {
                distance.mean += std::abs(way) / (3.0 * a.width() * a.height());
                distance.greatest = std::max(distance.greatest, std::abs(way));
            }
        }
    }
    return distance;
}

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

SearchOptions quick()
{
    SearchOptions options;
    options.candidates = 24;
    options.screening = 10;
    options.population = 6;
    return options;
}

} // namespace

class TestLandscapePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void measuresFromTheCornersAndGoesOn()
    {
        World world(FamilyKind::ResNet);
        QSignalSpy measured(&world.model, &LandscapeModel::measured);
        world.click("Measure");
        QTRY_VERIFY(measured.count() >= 6);
        world.click("Cancel measuring");
        QVERIFY(!world.model.isMeasuring());
        QTRY_VERIFY(world.jobs.active().empty());
        const auto half = world.model.data();
        const std::size_t known = half->knownCount();
        QVERIFY(known >= 6);
        QVERIFY(known < half->cells.size());
        // The corners are there.
        const std::size_t columns = half->grid.xs.size();
        const std::size_t rows = half->grid.ys.size();
        for (const std::size_t cell : {std::size_t(0), columns - 1, (rows - 1) * columns}) {
            QVERIFY(half->cells[cell].has_value());
        }
        measured.clear();
        world.click("Measure");
        QTRY_VERIFY_WITH_TIMEOUT(!world.model.isMeasuring(), 60000);
        const auto all = world.model.data();
        QCOMPARE(all->knownCount(), all->cells.size());
        // Nothing was measured twice, and every number is of its own size.
        QCOMPARE(std::size_t(measured.count()), all->cells.size() - known);
        QVERIFY(measured.count() > 0);
        for (std::size_t cell = 0; cell < all->cells.size(); ++cell) {
            QCOMPARE(all->cells[cell]->configuration, all->configuration(cell));
            // What training recorded stays where it has more images.
            QVERIFY(all->cells[cell]->images >= 60);
        }
        const NumberTable table = landscapeNumbers(*all);
        QCOMPARE(std::size_t(table.rows.size()), all->cells.size());
        for (const QVariantList& row : table.rows) {
            QCOMPARE(row.size(), table.columns.size());
        }
    }

    void draggingTheMapMovesTheSliders()
    {
        World world(FamilyKind::ResNet);
        LandscapeMap* map = world.page->map();
        QTRY_VERIFY(map->data().has_value());
        const LandscapeGrid& grid = map->data()->grid;
        const std::size_t steps = world.session.journal().steps().size();
        const Configuration wanted = grid.configurationOf(grid.xs[2], grid.ys[0]);
        QTest::mousePress(map, Qt::LeftButton, {}, map->positionOf(grid.xs.back(), grid.ys.back()));
        for (const double part : {0.3, 0.6}) {
            QTest::mouseMove(map, map->positionOf(grid.xs.back() - part * grid.xs.back() / 2,
                                                  grid.ys.back()));
        }
        QTest::mouseMove(map, map->positionOf(grid.xs[2], grid.ys[0]));
        QTest::mouseRelease(map, Qt::LeftButton, {}, map->positionOf(grid.xs[2], grid.ys[0]));
        QCOMPARE(world.session.state().current, wanted);
        // One drag is one step, which undo takes back.
        QCOMPARE(world.session.journal().steps().size(), steps + 1);
        world.session.undo();
        QCOMPARE(world.session.state().current, world.session.manifold()->family().full);
    }

    void theMapMovesWhatIsTakenHoldOf()
    {
        World world(FamilyKind::ResNet);
        LandscapeMap* map = world.page->map();
        QTRY_VERIFY(map->data().has_value());
        const LandscapeGrid grid = map->data()->grid;
        const Configuration a = grid.configuration(6, 1);
        const Configuration b = grid.configuration(1, 0);
        world.session.perform(SetConfiguration{b});
        world.session.perform(SetPinned{a});
        QTRY_COMPARE(map->data()->pinned, std::optional(a));
        QTRY_COMPARE(map->data()->current, b);
        const std::size_t steps = world.session.journal().steps().size();
        const auto placeOf = [&](std::size_t column, std::size_t row) {
            return map->positionOf(grid.xs[column], grid.ys[row]);
        };
        QTest::mousePress(map, Qt::LeftButton, {}, placeOf(6, 1));
        QCOMPARE(world.session.state().current, b);   // taking hold of A moves nothing
        QTest::mouseMove(map, placeOf(5, 1));
        QTest::mouseMove(map, placeOf(3, 0));
        QTest::mouseRelease(map, Qt::LeftButton, {}, placeOf(3, 0));
        QCOMPARE(world.session.state().pinned, std::optional(grid.configuration(3, 0)));
        QCOMPARE(world.session.state().current, b);
        // One drag is one step, which undo takes back.
        QCOMPARE(world.session.journal().steps().size(), steps + 1);
        world.session.undo();
        QCOMPARE(world.session.state().pinned, std::optional(a));
        // With the keyboard.
        QTRY_COMPARE(map->data()->pinned, std::optional(a));
        map->setFocus();
        QTest::keyClick(map, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(world.session.state().pinned, std::optional(grid.configuration(5, 1)));
        QCOMPARE(world.session.state().current, b);
        QTRY_COMPARE(map->data()->pinned, std::optional(grid.configuration(5, 1)));
        QTest::keyClick(map, Qt::Key_Right);
        QCOMPARE(world.session.state().current, grid.configuration(2, 0));
        // Where both stand at one place, B is what is meant.
        world.session.perform(PinSample{});
        QTRY_COMPARE(map->data()->pinned, std::optional(grid.configuration(2, 0)));
        QTest::mousePress(map, Qt::LeftButton, {}, placeOf(2, 0));
        QTest::mouseMove(map, placeOf(4, 1));
        QTest::mouseRelease(map, Qt::LeftButton, {}, placeOf(4, 1));
        QCOMPARE(world.session.state().current, grid.configuration(4, 1));
        QCOMPARE(world.session.state().pinned, std::optional(grid.configuration(2, 0)));
    }

    void withoutAPinnedSizeShiftMovesNothing()
    {
        World world(FamilyKind::ResNet);
        LandscapeMap* map = world.page->map();
        QTRY_VERIFY(map->data().has_value());
        const SessionState before = world.session.state();
        map->setFocus();
        QTest::keyClick(map, Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(world.session.state() == before);
    }

    void latencyIsMeasuredWhereColoursShowIt()
    {
        World world(FamilyKind::ResNet, 20);
        world.model.measure();
        QTRY_VERIFY_WITH_TIMEOUT(!world.model.isMeasuring(), 60000);
        QCOMPARE(world.model.data()->latencyCount(), std::size_t(0));
        QVERIFY(vtpText(vtpSurface(*world.model.data())).find("latency") == std::string::npos);
        QSignalSpy measured(&world.model, &LandscapeModel::measured);
        world.session.perform(SetOption{"landscape.colour", "latency"});
        world.click("Measure");
        QTRY_VERIFY_WITH_TIMEOUT(!world.model.isMeasuring(), 120000);
        // Accuracy is known and is not measured again.
        QCOMPARE(measured.count(), 0);
        const auto data = world.model.data();
        QCOMPARE(data->latencyCount(), data->cells.size());
        QVERIFY(!data->processor.empty());
        for (std::size_t cell = 0; cell < data->cells.size(); ++cell) {
            QVERIFY(*colourValue(*data, cell) > 0);
            QVERIFY(cellText(*data, cell).contains(QString::fromStdString(data->processor)));
        }
        const NumberTable table = landscapeNumbers(*data);
        const qsizetype column = table.columns.indexOf(QStringLiteral("latency_seconds"));
        QVERIFY(column >= 0);
        QCOMPARE(table.rows.front()[column].toDouble(), *data->latencies[0]);
        QVERIFY(vtpText(vtpSurface(*data)).find("latency_seconds") != std::string::npos);
        QVERIFY2(world.page->readout().contains(QString::fromStdString(data->processor)),
                 qPrintable(world.page->readout()));
        // Another manifold's are others.
        auto other = untrainedManifold(FamilyKind::ResNet);
        other->hash = std::string(64, 'b');
        world.session.open(other, "other.manifold");
        QCOMPARE(world.model.data()->latencyCount(), std::size_t(0));
    }

    void undoOfACostBringsItsUnitBack()
    {
        World world(FamilyKind::ResNet);
        world.session.perform(SetOption{"landscape.view", "best"});
        const Budget macs = world.page->budget();
        world.session.perform(SetOption{"landscape.cost", "latency"});
        QCOMPARE(world.page->budget().cost, Cost::Latency);
        QVERIFY(world.page->budget().limit < 1);   // seconds
        world.session.undo();
        QCOMPARE(world.page->budget().cost, Cost::Macs);
        QCOMPARE(world.page->budget().limit, macs.limit);
    }

    void arrowsMoveFromPlaceToPlace()
    {
        World world(FamilyKind::ResNet);
        LandscapeMap* map = world.page->map();
        QTRY_VERIFY(map->data().has_value());
        const LandscapeGrid grid = map->data()->grid;
        world.session.perform(SetConfiguration{grid.configuration(3, 0)});
        QTRY_COMPARE(map->data()->current, grid.configuration(3, 0));
        map->setFocus();
        QTest::keyClick(map, Qt::Key_Up);
        QCOMPARE(world.session.state().current, grid.configuration(3, 1));
        QTRY_COMPARE(map->data()->current, grid.configuration(3, 1));
        QTest::keyClick(map, Qt::Key_Left);
        QCOMPARE(world.session.state().current, grid.configuration(2, 1));
        QTRY_COMPARE(world.page->readout(),
                     cellText(*map->data(), map->data()->grid.at(2, 1)));
    }

    void pointingReadsNumbers()
    {
        World world(FamilyKind::ResNet);
        world.model.measure();
        QTRY_VERIFY_WITH_TIMEOUT(!world.model.isMeasuring(), 60000);
        LandscapeMap* map = world.page->map();
        QTRY_COMPARE(map->data()->knownCount(), map->data()->cells.size());
        const LandscapeGrid& grid = map->data()->grid;
        QTest::mouseMove(map, map->positionOf(grid.xs[4], grid.ys[1]));
        const std::size_t cell = grid.at(4, 1);
        QTRY_COMPARE(map->marked(), int(cell));
        const QString text = world.page->readout();
        QVERIFY2(text.contains(QString::fromStdString(describe(grid.configuration(4, 1)))),
                 qPrintable(text));
        QCOMPARE(text, cellText(*map->data(), cell));
    }

    void optionsAreStepsOfTheSession()
    {
        World world(FamilyKind::ResNet);
        for (const char* view : {"surface", "best", "similarity", "map"}) {
            world.session.perform(SetOption{"landscape.view", view});
            for (auto* one : world.page->findChildren<QToolButton*>()) {
                if (one->property("view").isValid()) {
                    QCOMPARE(one->isChecked(), one->property("view").toString() == view);
                }
            }
        }
        world.session.perform(SetOption{"landscape.x", "width3"});
        world.session.perform(SetOption{"landscape.y", "width1"});
        const auto data = world.model.data();
        QCOMPARE(data->grid.x.name(), std::string("width3"));
        QCOMPARE(data->grid.y.name(), std::string("width1"));
        // The same axis twice is none: the other gives way.
        world.session.perform(SetOption{"landscape.y", "width3"});
        QVERIFY(world.model.data()->grid.y != world.model.data()->grid.x);
        world.session.undo();
        QCOMPARE(world.model.data()->grid.y.name(), std::string("width1"));
    }

    void oneSizeHasNoLandscape()
    {
        World world(FamilyKind::LeNet);
        QVERIFY(!world.model.data().has_value());
        QVERIFY(world.page->readout().contains("one size only"));
        QVERIFY(!world.button("Measure")->isEnabled());
        QVERIFY(world.page->figures().empty());
    }

    void findBestShowsWhatItFound()
    {
        World world(FamilyKind::ResNet);
        world.page->setSearchOptions(quick());
        world.session.perform(SetOption{"landscape.view", "best"});
        world.page->setBudget(0.5);
        const Budget budget = world.page->budget();
        QCOMPARE(int(budget.cost), int(Cost::Macs));
        QVERIFY(budget.limit > 0);
        world.click("Search");
        QVERIFY(world.model.isSearching());
        QTRY_VERIFY_WITH_TIMEOUT(!world.model.isSearching(), 60000);
        const SearchReport* report = world.model.report();
        QVERIFY(report != nullptr);
        QTableWidget* table = world.page->foundTable();
        QCOMPARE(std::size_t(table->rowCount()), report->front.size() + report->uniform.size());
        for (const Tested& tested : report->front) {
            QVERIFY(tested.chosen.cost <= budget.limit);
            QCOMPARE(tested.test.images, 60); // of the test images, not of the validation ones
        }
        // What the search of the command line finds with the same options.
        SearchOptions options = quick();
        options.budget = budget;
        SearchRecord record;
        const auto manifold = world.session.manifold();
        const SearchResult same = searchConfigurations(
            trainedSpace(*manifold), options,
            manifoldEvaluator(manifold, randomImages(FamilyKind::ResNet, 40), budget.cost,
                              {1, 1.0, manifold->seed}),
            record);
        QCOMPARE(same.front.size(), report->front.size());
        for (std::size_t i = 0; i < same.front.size(); ++i) {
            QCOMPARE(same.front[i].configuration, report->front[i].chosen.configuration);
        }
        Q_EMIT table->cellActivated(0, 0);
        QCOMPARE(world.session.state().current, report->front.front().chosen.configuration);
        const std::vector<Figure> figures = world.page->figures();
        const auto figure =
            std::ranges::find(figures, QStringLiteral("best-sizes"), &Figure::name);
        QVERIFY(figure != figures.end());
        QCOMPARE(figure->numbers.front().rows.size(), table->rowCount());
    }

    void aCancelledSearchGoesOn()
    {
        World world(FamilyKind::ResNet);
        QSignalSpy problems(&world.model, &LandscapeModel::problem);
        world.page->setSearchOptions(quick());
        world.session.perform(SetOption{"landscape.view", "best"});
        world.page->setBudget(0.5);
        world.click("Search");
        QTest::qWait(20);
        if (world.model.isSearching()) {
            world.click("Cancel search");
        }
        QVERIFY(!world.model.isSearching());
        world.click("Search");
        QTRY_VERIFY_WITH_TIMEOUT(!world.model.isSearching(), 60000);
        QVERIFY(world.model.report() != nullptr);
        QVERIFY(problems.isEmpty());
    }

    void budgetsThatNothingFitsAreTold()
    {
        World world(FamilyKind::ResNet);
        QSignalSpy problems(world.page.get(), &LandscapePage::problem);
        world.model.search({Cost::Parameters, 3}, quick());
        QTRY_COMPARE(problems.count(), 1);
        QVERIFY(problems.front().front().toString().contains("budget"));
        QTRY_VERIFY(!world.model.isSearching());
        QVERIFY(world.model.report() == nullptr);
    }

    void similarityOfAPairAndOfAllWidths()
    {
        World world(FamilyKind::ResNet, 140);
        world.session.perform(SetOption{"landscape.view", "similarity"});
        world.session.perform(PinSample{});
        const LandscapeGrid grid = world.model.data()->grid;
        world.session.perform(SetConfiguration{grid.configuration(4, 0)});
        world.click("Compare");
        QTRY_VERIFY_WITH_TIMEOUT(world.model.pair() != nullptr, 60000);
        QCOMPARE(world.model.pair()->sizes.front(), *world.session.state().pinned);
        QCOMPARE(world.model.pair()->sizes.back(), world.session.state().current);
        QTRY_VERIFY(!world.model.isComparing());
        world.session.perform(SetOption{"landscape.similarity", "divergence"});
        QVERIFY(world.model.widths() == nullptr);
        world.click("Compare");
        QTRY_VERIFY_WITH_TIMEOUT(world.model.widths() != nullptr, 60000);
        const Similarity& widths = *world.model.widths();
        QVERIFY(widths.sizes.size() > 3);
        const std::vector<Figure> figures = world.page->figures();
        QVERIFY(std::ranges::find(figures, QStringLiteral("similarity"), &Figure::name)
                != figures.end());
    }

    void theSurfaceIsReadAndDragged()
    {
        if (!openGlProblem().isEmpty()) {
            QSKIP("no OpenGL 3.2 here");
        }
        World world(FamilyKind::ResNet);
        world.model.measure();
        QTRY_VERIFY_WITH_TIMEOUT(!world.model.isMeasuring(), 60000);
        world.session.perform(SetOption{"landscape.view", "surface"});
        LandscapeSurface* surface = world.page->surface();
        QTRY_VERIFY(surface->view() != nullptr);
        QTRY_VERIFY(!surface->positionOfMarker(LandscapeMarker::Current).isNull());
        // All of it is on the screen: the last measurements come a moment later.
        QTRY_COMPARE(world.page->map()->data()->knownCount(), world.model.data()->cells.size());
        View3D* view = surface->view();
        const auto data = world.model.data();
        // A cell that stands alone in the picture, and is not B's own.
        const auto room = [&](std::size_t cell) {
            double least = 1e9;
            for (std::size_t other = 0; other < data->cells.size(); ++other) {
                if (other != cell) {
                    least = std::min(
                        least,
                        QLineF(surface->positionOf(cell), surface->positionOf(other)).length());
                }
            }
            return least;
        };
        std::size_t target = data->cells.size();
        for (std::size_t cell = 0; cell < data->cells.size(); ++cell) {
            if (data->configuration(cell) != data->current
                && (target == data->cells.size() || room(cell) > room(target))) {
                target = cell;
            }
        }
        QVERIFY(room(target) > 4);
        const SceneCamera before = view->camera();
        QTest::mousePress(view, Qt::LeftButton, {}, surface->positionOfMarker(LandscapeMarker::Current).toPoint());
        QTest::mouseMove(view, surface->positionOf(target).toPoint());
        QTest::mouseRelease(view, Qt::LeftButton, {}, surface->positionOf(target).toPoint());
        QCOMPARE(world.session.state().current, data->configuration(target));
        QCOMPARE(view->camera(), before);
        // A as well, without B or the eye moving.
        const Configuration current = world.session.state().current;
        QVERIFY(surface->positionOfMarker(LandscapeMarker::Pinned).isNull());
        world.session.perform(SetPinned{data->configuration(0)});
        QTRY_VERIFY(!surface->positionOfMarker(LandscapeMarker::Pinned).isNull());
        QTest::mousePress(view, Qt::LeftButton, {},
                          surface->positionOfMarker(LandscapeMarker::Pinned).toPoint());
        const std::size_t last = data->cells.size() - 1;
        QTest::mouseMove(view, surface->positionOf(last).toPoint());
        QTest::mouseRelease(view, Qt::LeftButton, {}, surface->positionOf(last).toPoint());
        QCOMPARE(world.session.state().pinned, std::optional(data->configuration(last)));
        QCOMPARE(world.session.state().current, current);
        QCOMPARE(view->camera(), before);
        // By keys: with Ctrl B, with Shift as well A; alone the arrows turn.
        view->setFocus();
        const auto stepped = [&](LandscapeMarker marker, Qt::Key key) {
            QTRY_COMPARE(world.page->map()->data()->pinned, world.session.state().pinned);
            const auto cell = steppedCell(*world.page->map()->data(), marker, key);
            QTest::keyClick(view, key,
                            marker == LandscapeMarker::Pinned
                                ? Qt::ControlModifier | Qt::ShiftModifier
                                : Qt::KeyboardModifiers(Qt::ControlModifier));
            QCOMPARE(marker == LandscapeMarker::Pinned ? *world.session.state().pinned
                                                       : world.session.state().current,
                     data->configuration(*cell));
        };
        stepped(LandscapeMarker::Pinned, Qt::Key_Left);
        stepped(LandscapeMarker::Current, Qt::Key_Down);
        QCOMPARE(view->camera(), before);
        // Elsewhere the mouse turns it.
        QTest::mousePress(view, Qt::LeftButton, {}, QPoint(12, 12));
        QTest::mouseMove(view, QPoint(60, 12));
        QTest::mouseRelease(view, Qt::LeftButton, {}, QPoint(60, 12));
        QVERIFY(view->camera() != before);
    }

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
            world.model.provideSimilarity(madeSimilarity(grid, view == u"similarity"),
                                          view != u"similarity");
        }
        world.page->resize(720, 480);
        QTRY_COMPARE(world.page->size(), QSize(720, 480));
        world.page->hide();
        world.page->show();
        QVERIFY(QTest::qWaitForWindowExposed(world.page.get()));
        QTRY_COMPARE(world.page->map()->data()->knownCount(), grid.count());
        QTest::qWait(100);
        const QImage seen = cells(world.page->grab().toImage());
        QApplication::setFont(font);
        applyTheme(*qApp, ThemeChoice::Light);
        const QString name = QStringLiteral("%1-%2").arg(view, dark ? QStringLiteral("dark")
                                                                    : QStringLiteral("light"));
        const QString file = QStringLiteral(MORPHOSPACE_SOURCE_DIR
                                            "/tests/widgets/landscape/reference/%1.png")
                                 .arg(name);
        if (qEnvironmentVariableIsSet("MORPHOSPACE_WRITE_REFERENCES")) {
            QVERIFY(seen.save(file));
        }
        if (view == u"surface"
            && world.page->surface()->view()->driver().contains(QStringLiteral("softpipe")))
            QSKIP("softpipe draws B's marker dark; the reference is llvmpipe's");
        // Cells of 8 x 8 pixels, in 255ths, with the thresholds of the other pages: what is missing
        // or in another colour changes its cells by more than 40.
        const Distance distance = distanceOf(seen, QImage(file).convertToFormat(QImage::Format_RGB32));
        if (distance.mean >= 2.5 || distance.greatest >= 48) {
            const QString kept = QDir(QStringLiteral(MORPHOSPACE_BINARY_DIR))
                                     .filePath(QStringLiteral("differs-landscape-%1.png").arg(name));
            world.page->grab().save(kept);
            QFAIL(qPrintable(QStringLiteral("mean %1, greatest %2; see %3")
                                 .arg(distance.mean)
                                 .arg(distance.greatest)
                                 .arg(kept)));
        }
    }

    void everyControlHasAName()
    {
        World world(FamilyKind::ResNet);
        for (const char* view : {"map", "surface", "best", "similarity"}) {
            world.session.perform(SetOption{"landscape.view", view});
            QCOMPARE(unnamedControls(world.page.get()), QStringList());
        }
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
    return runGuiTest<TestLandscapePage>(argc, argv);
}
#include "tst_landscape_page.moc"
