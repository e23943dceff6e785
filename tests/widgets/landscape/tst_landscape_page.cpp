// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/landscape/landscape_world.h"
#include "widgets/figure/figure.h"
#include "widgets/figure/number_table_view.h"
#include "widgets/landscape/best_sizes_view.h"
#include "widgets/landscape/landscape_faces.h"
#include "widgets/landscape/landscape_surface.h"
#include "widgets/landscape/similarity_view.h"
#include "widgets/model/size_text.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/scene/view_3d.h"
#include "widgets/theme/paper.h"

#include <QHelpEvent>
#include <QImage>
#include <QLineF>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <random>

using namespace morphospace;

namespace {

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
        world.click("Cancel");
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

    /// Whatever is measured, in whatever order: at each of its sizes the surface has its accuracy.
    void theSurfaceGoesThroughWhatIsMeasured()
    {
        World world(FamilyKind::ResNet);
        const LandscapeData empty = *world.model.data();
        std::mt19937_64 random(5);
        for (int round = 1; round <= 40; ++round) {
            LandscapeData data = empty;
            for (std::size_t cell = 0; cell < data.cells.size(); ++cell) {
                data.cells[cell].reset();
                if (int(random() % 40) < round) {
                    Measurement m;
                    m.configuration = data.configuration(cell);
                    m.images = 1000;
                    m.correct = std::int64_t(random() % 1000);
                    data.cells[cell] = m;
                }
            }
            const std::vector<LandscapeFace> faces = measuredFaces(data);
            for (std::size_t cell = 0; cell < data.cells.size() && !faces.empty(); ++cell) {
                if (data.cells[cell]) {
                    const auto height = heightOn(
                        data, faces, data.grid.xs[cell % data.grid.xs.size()],
                        data.grid.ys[cell / data.grid.xs.size()],
                        [&](std::size_t at) { return data.cells[at]->accuracy(); });
                    QVERIFY(height.has_value());
                    QVERIFY(std::abs(*height - data.cells[cell]->accuracy()) < 1e-9);
                }
            }
        }
    }

    /// The corners are measured first and collapse; what is good between them is not painted over.
    void goodSizesBetweenBadCornersAreSeen()
    {
        World world(FamilyKind::ResNet);
        LandscapeData data = *world.model.data();
        const std::size_t columns = data.grid.xs.size();
        const std::size_t rows = data.grid.ys.size();
        const auto measure = [&](std::size_t column, std::size_t row, std::int64_t correct) {
            Measurement m;
            m.configuration = data.grid.configuration(column, row);
            m.images = 1000;
            m.correct = correct;
            data.cells[data.grid.at(column, row)] = m;
        };
        for (auto& cell : data.cells) {
            cell.reset();
        }
        for (const std::size_t row : {std::size_t(0), rows - 1}) {
            measure(0, row, 20);
            measure(columns - 1, row, 20);
        }
        for (std::size_t column = 2; column + 2 < columns; ++column) {
            measure(column, rows / 2, 900);
        }
        data.close = false;
        data.current = data.grid.configuration(0, 0);
        data.pinned.reset();
        QImage image(900, 600, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintLandscape(painter, image.rect(), data, paperTheme());
        const LandscapeFrame frame = landscapeFrame(data, image.rect(), painter.font());
        painter.end();
        const QColor good(sequentialColour(1));
        int seen = 0;
        int looked = 0;
        for (std::size_t column = 2; column + 3 < columns; ++column) {
            const QPointF middle =
                (frame.at(data.grid.xs[column], data.grid.ys[rows / 2])
                 + frame.at(data.grid.xs[column + 1], data.grid.ys[rows / 2])) / 2;
            const QColor here = image.pixelColor(middle.toPoint());
            seen += std::abs(here.red() - good.red()) + std::abs(here.green() - good.green()) < 40;
            ++looked;
        }
        QVERIFY(looked >= 3);
        QVERIFY2(seen + 1 >= looked, qPrintable(QStringLiteral("%1 of %2").arg(seen).arg(looked)));
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

    void latencyThatIsChosenWhileMeasuringIsMeasured()
    {
        World world(FamilyKind::ResNet, 20);
        QSignalSpy measured(&world.model, &LandscapeModel::measured);
        world.click("Measure");
        QTRY_VERIFY(measured.count() >= 3);
        QVERIFY(world.model.isMeasuring());
        world.session.perform(SetOption{"landscape.colour", "latency"});
        QVERIFY(world.model.isMeasuring());
        QTRY_VERIFY_WITH_TIMEOUT(!world.model.isMeasuring(), 120000);
        const auto data = world.model.data();
        QCOMPARE(data->knownCount(), data->cells.size());
        QCOMPARE(data->latencyCount(), data->cells.size());
    }

    void missingLatencyIsAskedFor()
    {
        World world(FamilyKind::ResNet, 20);
        world.model.measure();
        QTRY_VERIFY_WITH_TIMEOUT(!world.model.isMeasuring(), 60000);
        world.session.perform(SetOption{"landscape.colour", "latency"});
        QTRY_VERIFY2(world.page->readout().contains("Measure adds"),
                     qPrintable(world.page->readout()));
        QVERIFY(world.button("Measure")->isEnabled());
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
        QVERIFY2(text.contains(sizeText(grid.configuration(4, 1))),
                 qPrintable(text));
        QCOMPARE(text, cellText(*map->data(), cell));
    }

    void theTableHasWhatTheMapShows()
    {
        World world(FamilyKind::ResNet);
        world.model.measure();
        QTRY_VERIFY_WITH_TIMEOUT(!world.model.isMeasuring(), 60000);
        QTRY_COMPARE(world.page->map()->data()->knownCount(), world.model.data()->cells.size());
        NumberTableView* table = world.page->numbersTable();
        QVERIFY(!table->isVisible());
        world.click("Table");
        QCOMPARE(optionValue(world.session.state(), "landscape.form"), std::string("table"));
        QTRY_VERIFY(table->isVisible());
        QVERIFY(!world.page->map()->isVisible());
        const auto data = *world.model.data();
        QTRY_COMPARE(std::size_t(table->model()->rowCount()), data.cells.size());
        for (std::size_t cell = 0; cell < data.cells.size(); ++cell) {
            const QVariantList& row = table->numbers().rows[qsizetype(cell)];
            QCOMPARE(row[0].toInt(), data.grid.xs[cell % data.grid.xs.size()]);
            QCOMPARE(row[1].toInt(), data.grid.ys[cell / data.grid.xs.size()]);
            QCOMPARE(row[2].toDouble(), 100 * data.cells[cell]->accuracy());
        }
        QCOMPARE(table->model()->headerData(0, Qt::Horizontal).toString(), axisName(data.grid.x));
        // Sorted by parameters, the largest first; Return goes to the size of the row.
        table->sortByColumn(int(table->numbers().columns.indexOf("parameters")),
                            Qt::DescendingOrder);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(world.session.state().current, data.configuration(data.cells.size() - 1));
        // The surface has the same one; the best sizes have their list beside the figure.
        world.session.perform(SetOption{"landscape.view", "surface"});
        QTRY_VERIFY(table->isVisible());
        world.session.perform(SetOption{"landscape.view", "best"});
        QVERIFY(!world.button("Table")->isVisible());
        world.session.perform(SetOption{"landscape.form", "figure"});
        world.session.perform(SetOption{"landscape.view", "map"});
        QTRY_VERIFY(world.page->map()->isVisible());
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

    void oneAxisHasNoLandscape()
    {
        World world(FamilyKind::LeNet);
        QVERIFY(!world.model.data().has_value());
        // Why, and what to use instead; no controls that do nothing.
        QVERIFY2(world.page->readout().contains("many widths"), qPrintable(world.page->readout()));
        QVERIFY(world.page->readout().contains("Compression"));
        QVERIFY(!world.button("Measure")->isVisible());
        QVERIFY(!world.page->map()->isVisible());
        QVERIFY(world.page->figures().empty());
    }

    void findBestShowsWhatItFound()
    {
        World world(FamilyKind::ResNet);
        world.page->setSearchOptions(quick());
        world.session.perform(SetOption{"landscape.view", "best"});
        QVERIFY(world.page->foundTable()->isHidden());   // no empty table before the first search
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
        QVERIFY(!table->isHidden());
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
        SearchOptions options = quick();
        options.candidates = 400;   // there is time to cancel it
        world.page->setSearchOptions(options);
        world.session.perform(SetOption{"landscape.view", "best"});
        const auto* best = world.page->findChild<BestSizesView*>();
        const QString introduction = best->verdict();
        world.page->setBudget(0.5);
        world.click("Search");
        QVERIFY(best->verdict() != introduction);
        QVERIFY2(!best->verdict().contains("figure"), qPrintable(best->verdict()));   // none yet
        // The uniform line is there before anything else.
        QTRY_VERIFY(!world.model.found().uniform.empty());
        QVERIFY(world.page->foundTable()->isVisible());
        world.click("Cancel search");
        QVERIFY(!world.model.isSearching());
        // What was found stays, and the page says that it can go on.
        QVERIFY(world.page->foundTable()->isVisible());
        QVERIFY(world.page->foundTable()->rowCount() > 0);
        QVERIFY2(best->verdict().contains("goes on"), qPrintable(best->verdict()));
        QTRY_VERIFY(world.jobs.active().empty());
        QVERIFY(world.page->foundTable()->rowCount() > 0);
        // Another cost begins anew, and nothing else is said.
        world.session.perform(SetOption{"landscape.cost", "parameters"});
        QVERIFY(!best->verdict().contains("goes on"));
        world.session.undo();
        QVERIFY(best->verdict().contains("goes on"));
        world.page->setBudget(0.5);
        world.click("Search");
        QVERIFY(world.page->foundTable()->rowCount() > 0);
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
        // Over the chart stands whose they are; once B is another, that they are not of now.
        const auto* similarity = world.page->findChild<SimilarityView*>();
        const Configuration compared = world.session.state().current;
        const QString name = sizeText(compared);
        QVERIFY2(similarity->title().contains(name), qPrintable(similarity->title()));
        QVERIFY(!similarity->title().contains("earlier"));
        world.session.perform(SetConfiguration{grid.configuration(2, 0)});
        QVERIFY2(similarity->title().contains("earlier"), qPrintable(similarity->title()));
        QVERIFY(similarity->title().contains(name));
        world.session.perform(SetConfiguration{compared});
        QVERIFY(!similarity->title().contains("earlier"));
        world.click("Table");
        NumberTableView* table = world.page->similarityTable();
        QTRY_VERIFY(table->isVisible());
        const Similarity& pair = *world.model.pair();
        QCOMPARE(std::size_t(table->numbers().rows.size()), pair.layers.size());
        bool one = false;
        for (std::size_t l = 0; l < pair.layers.size(); ++l) {
            const QVariant value = table->numbers().rows[qsizetype(l)][1];
            if (pair.has(l, 0) && pair.has(l, 1)) {
                QCOMPARE(value.toDouble(), pair.cka[l][pair.at(0, 1)]);
            } else {
                QVERIFY(value.toString().contains(pair.has(l, 0) ? "first" : "second"));
                one = true;
            }
        }
        QVERIFY(one);
        world.session.perform(SetOption{"landscape.similarity", "widths"});
        QTRY_COMPARE(table->numbers().rows.size(), 0);
        QVERIFY(world.model.widths() == nullptr);
        world.click("Compare");
        QTRY_VERIFY_WITH_TIMEOUT(world.model.widths() != nullptr, 60000);
        const Similarity& widths = *world.model.widths();
        QVERIFY(widths.sizes.size() > 3);
        // Both ends of what was trained are among them.
        QCOMPARE(widths.sizes.front().widths, world.session.manifold()->trained.least.widths);
        QCOMPARE(widths.sizes.back().widths, world.session.manifold()->trained.greatest.widths);
        QCOMPARE(std::size_t(table->numbers().rows.size()),
                 widths.sizes.size() * (widths.sizes.size() - 1));
        const std::vector<Figure> figures = world.page->figures();
        QVERIFY(std::ranges::find(figures, QStringLiteral("similarity"), &Figure::name)
                != figures.end());
        // The divergence of the outputs is of the same comparison, with the same table.
        world.session.perform(SetOption{"landscape.similarity", "divergence"});
        QVERIFY(!world.model.isComparing());
        const std::vector<Figure> divergence = world.page->figures();
        const auto figure =
            std::ranges::find(divergence, QStringLiteral("similarity"), &Figure::name);
        QVERIFY(figure != divergence.end());
        QVERIFY(figure->title.contains(QStringLiteral("Divergence")));
        QCOMPARE(std::size_t(table->numbers().rows.size()),
                 widths.sizes.size() * (widths.sizes.size() - 1));
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

    void theSurfaceHasAKeyBesideIt()
    {
        if (!openGlProblem().isEmpty()) {
            QSKIP("no OpenGL 3.2 here");
        }
        World world(FamilyKind::ResNet);
        world.model.measure();
        QTRY_VERIFY_WITH_TIMEOUT(!world.model.isMeasuring(), 60000);
        world.session.perform(SetOption{"landscape.colour", "macs"});
        world.session.perform(SetOption{"landscape.view", "surface"});
        LandscapeSurface* surface = world.page->surface();
        QTRY_VERIFY(surface->key() != nullptr && surface->key()->isVisible());
        QTRY_COMPARE(world.page->map()->data()->knownCount(), world.model.data()->cells.size());
        QVERIFY(!surface->key()->geometry().intersects(surface->view()->geometry()));
        // The whole range of colours, from the top to the bottom.
        const QImage picture = surface->key()->grab().toImage();
        for (const double end : {0.0, 1.0}) {
            const QColor wanted(sequentialColour(end));
            bool found = false;
            for (int y = 0; y < picture.height() && !found; ++y) {
                for (int x = 0; x < picture.width() && !found; ++x) {
                    found = picture.pixelColor(x, y) == wanted;
                }
            }
            QVERIFY2(found, qPrintable(wanted.name()));
        }
        QTRY_VERIFY2(surface->key()->accessibleName().contains(colourTitle(*world.model.data())),
                     qPrintable(surface->key()->accessibleName()));
    }

    void readingTheSurfaceIsNotCovered()
    {
        if (!openGlProblem().isEmpty()) {
            QSKIP("no OpenGL 3.2 here");
        }
        World world(FamilyKind::ResNet);
        world.model.measure();
        QTRY_VERIFY_WITH_TIMEOUT(!world.model.isMeasuring(), 60000);
        world.session.perform(SetOption{"landscape.view", "surface"});
        LandscapeSurface* surface = world.page->surface();
        QTRY_COMPARE(world.page->map()->data()->knownCount(), world.model.data()->cells.size());
        QTRY_VERIFY(surface->view() != nullptr);
        View3D* view = surface->view();
        const std::size_t cell = world.model.data()->cells.size() / 2;
        QTRY_VERIFY(view->isVisible() && view->width() > 300);
        const auto ask = [&](const QPoint& where) {
            QHelpEvent help(QEvent::ToolTip, where, view->mapToGlobal(where));
            QApplication::sendEvent(view, &help);
            return QToolTip::isVisible();
        };
        QTest::mouseMove(view, QPoint(3, 3));
        QTRY_COMPARE(surface->marked(), -1);
        QVERIFY(ask(QPoint(3, 3)));
        const QPoint at = surface->positionOf(cell).toPoint();
        QTest::mouseMove(view, at);
        QTRY_VERIFY(surface->marked() >= 0);
        QTRY_VERIFY(!QToolTip::isVisible());
        QVERIFY(!ask(at));
        QCOMPARE(world.page->readout(),
                 cellText(*world.model.data(), std::size_t(surface->marked())));
    }

    void withoutOpenGlTheMapStandsIn()
    {
        if (openGlProblem().isEmpty()) {
            QSKIP("there is OpenGL here: the second run of this program has none");
        }
        World world(FamilyKind::ResNet);
        world.model.measure();
        QTRY_VERIFY_WITH_TIMEOUT(!world.model.isMeasuring(), 60000);
        world.session.perform(SetOption{"landscape.view", "surface"});
        QTRY_VERIFY(world.page->map()->isVisible());
        QVERIFY(!world.page->surface()->isVisible());
        QTRY_VERIFY2(world.page->readout().contains(openGlProblem()),
                     qPrintable(world.page->readout()));
        QVERIFY(!world.button("Intervals")->isEnabled());
        // It is the map, with all that a map does.
        LandscapeMap* map = world.page->map();
        const LandscapeGrid grid = map->data()->grid;
        QTest::mouseMove(map, map->positionOf(grid.xs[4], grid.ys[1]));
        QTRY_COMPARE(map->marked(), int(grid.at(4, 1)));
        QCOMPARE(world.page->readout(), cellText(*map->data(), grid.at(4, 1)));
        const std::vector<Figure> figures = world.page->figures();
        QVERIFY(std::ranges::find(figures, QStringLiteral("landscape"), &Figure::name)
                != figures.end());
    }

    void everyControlHasAName()
    {
        World world(FamilyKind::ResNet);
        for (const char* view : {"map", "surface", "best", "similarity"}) {
            for (const char* form : {"table", "figure"}) {
                world.session.perform(SetOption{"landscape.view", view});
                world.session.perform(SetOption{"landscape.form", form});
                QCOMPARE(unnamedControls(world.page.get()), QStringList());
            }
        }
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestLandscapePage>(argc, argv);
}
#include "tst_landscape_page.moc"
