// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Smoothness page in the real window: views, the way between two orders, sizes and jitter, a
// checkpoint that is dropped, and what every view looks like in both themes.
#include "tests/widgets/fixtures.h"
#include "tests/widgets/looks.h"
#include "tests/widgets/smoothness/order_fixtures.h"

#include "app/gui/frame_bench.h"
#include "app/gui/main_window.h"
#include "core/checkpoints/network_checkpoint.h"
#include "core/evaluation/evaluation.h"
#include "core/formats/checkpoint.h"
#include "core/formats/safetensors.h"
#include "widgets/figure/figure.h"
#include "widgets/figure/number_table_view.h"
#include "widgets/jobs/jobs_bar.h"
#include "widgets/model/step_text.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/shared/message_bar.h"
#include "widgets/smoothness/smoothness_page.h"
#include "widgets/smoothness/summary_row.h"
#include "widgets/theme/paper.h"

#include <nlohmann/json.hpp>

#include <QAbstractButton>
#include <QComboBox>
#include <QDropEvent>
#include <QFontInfo>
#include <QHelpEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QToolTip>

#include <cmath>

using namespace morphospace;

namespace {

constexpr int longWait = 60000;   // only a broken program waits this long

} // namespace

class TestSmoothnessPage : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;

    [[nodiscard]] std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdU16String()) / name;
    }
    [[nodiscard]] SmoothnessPage* page() const { return m_window->smoothnessPage(); }
    [[nodiscard]] SmoothnessModel& model() const { return m_window->smoothness(); }
    [[nodiscard]] std::string option(const char* name) const
    {
        return optionValue(m_window->session().state(), name);
    }

    void makeWindow(FamilyKind kind)
    {
        m_window = std::make_unique<MainWindow>(Preferences{}, false);
        m_window->resize(1280, 720);
        m_window->show();
        const auto manifold = untrainedManifold(kind);
        writeManifold(*manifold, path("good.manifold"));
        QSignalSpy opened(m_window.get(), &MainWindow::opened);
        m_window->openFile(path("good.manifold"));
        QVERIFY(opened.wait(longWait));
        m_window->images().provide(randomImages(kind, 120));
        m_window->session().perform(ShowPage{"smoothness"});
        QTRY_VERIFY_WITH_TIMEOUT(model().orders() != nullptr, longWait);
        QTRY_VERIFY_WITH_TIMEOUT(model().isSettled() && m_window->live().isSettled(), longWait);
    }

    [[nodiscard]] QAbstractButton* namedButton(const QString& name) const
    {
        for (QAbstractButton* button : page()->findChildren<QAbstractButton*>()) {
            if (button->accessibleName() == name) {
                return button;
            }
        }
        return nullptr;
    }

    void clickView(const QString& view)
    {
        for (QAbstractButton* button : page()->findChildren<QAbstractButton*>()) {
            if (button->property("view").toString() == view) {
                QVERIFY(button->isVisible());
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QFAIL(qPrintable(view));
    }

private Q_SLOTS:
    void cleanup()
    {
        m_window.reset();
        applyTheme(*qApp, ThemeChoice::Light);
    }

    void everyControlHasAName()
    {
        makeWindow(FamilyKind::ResNet);
        QCOMPARE(unnamedControls(page()), QStringList());
        page()->window()->resize(1400, 1200);
        QTest::qWait(0);
        QCOMPARE(unnamedControls(page()), QStringList());
    }

    /// Every view has its numbers on the page; what is listed is what the picture is made of.
    void everyViewHasATable()
    {
        makeWindow(FamilyKind::ResNet);
        SessionModel& session = m_window->session();
        session.perform(SetOption{"smoothness.tensor", "layer3.0.conv2.weight"});
        QAbstractButton* table = nullptr;
        for (QAbstractButton* button : page()->findChildren<QAbstractButton*>()) {
            if (button->accessibleName() == QStringLiteral("Table")) {
                table = button;
            }
        }
        QVERIFY(table != nullptr);
        const auto visible = [&] {
            std::vector<NumberTableView*> seen;
            for (NumberTableView* one : page()->findChildren<NumberTableView*>()) {
                if (one->isVisible()) {
                    seen.push_back(one);
                }
            }
            return seen;
        };
        for (const QSize size : {QSize(1280, 720), QSize(1400, 1200)}) {
            m_window->resize(size);
            QTRY_COMPARE(m_window->size(), size);
            for (const char* view : {"maps", "surface", "variation", "neighbours", "path"}) {
                clickView(QString::fromLatin1(view));
                QVERIFY(visible().empty());
                QTest::mouseClick(table, Qt::LeftButton);
                QCOMPARE(option("smoothness.form"), std::string("table"));
                QCOMPARE(visible().size(), 1u);
                const NumberTable numbers = visible().front()->numbers();
                const bool matrix = QByteArray(view) == "maps" || QByteArray(view) == "surface";
                if (matrix) {
                    const NumberTable expected = mapNumbers(page()->maps()->pair());
                    QCOMPARE(numbers.columns, expected.columns);
                    QVERIFY(numbers.rows == expected.rows);
                    QCOMPARE(numbers.rows.size(), 2 * 16 * 16);
                } else {
                    QVERIFY(numbers.rows == page()->chart()->figure()->data().numbers.rows);
                    QVERIFY(!numbers.rows.isEmpty());
                }
                QCOMPARE(visible().front()->model()->rowCount(), int(numbers.rows.size()));
                QTest::mouseClick(table, Qt::LeftButton);
            }
        }
        // The table follows what travels once it rests.
        session.perform(SetOption{"smoothness.view", "maps"});
        session.perform(SetOption{"smoothness.form", "table"});
        session.perform(SetOption{"smoothness.travel", "50"});
        QVERIFY(visible().front()->numbers().rows == mapNumbers(page()->maps()->pair()).rows);
    }

    void viewsAreStepsOfTheSession()
    {
        makeWindow(FamilyKind::ResNet);
        for (const char* view :
             {"surface", "variation", "experiment", "neighbours", "path", "maps"}) {
            clickView(QString::fromLatin1(view));
            QCOMPARE(option("smoothness.view"), std::string(view));
        }
        auto* tensors = page()->findChildren<QComboBox*>().at(1);
        tensors->setFocus();
        const int before = tensors->currentIndex();
        QTest::keyClick(tensors, Qt::Key_Up);
        QCOMPARE(tensors->currentIndex(), before - 1);
        QCOMPARE(option("smoothness.tensor"), tensors->currentData().toString().toStdString());
        // A session that is read again shows the same.
        m_window->session().perform(SetOption{"smoothness.taps", "all"});
        m_window->session().perform(SetOption{"smoothness.tensor", "layer2.0.conv1.weight"});
        const SessionDocument document = m_window->session().document();
        const OpenedManifolds manifolds = m_window->session().opened();
        m_window->session().perform(SetOption{"smoothness.tensor", "fc.weight"});
        m_window->session().replace(document, manifolds);
        QTRY_VERIFY_WITH_TIMEOUT(page()->maps()->pair().sides[0].columns == 4 * 9, longWait);
    }

    void mapsAreReadAndZoomedTogether()
    {
        makeWindow(FamilyKind::ResNet);
        HeatMapView* maps = page()->maps();
        const HeatMapView::Place wanted{1, 3, 5};
        const QPoint at = maps->positionOf(wanted);
        QTest::mouseMove(maps->childAt(at), maps->childAt(at)->mapFrom(maps, at));
        QTRY_VERIFY(maps->place() == wanted);
        const PlacedMatrix& matrix = maps->pair().sides[1];
        QVERIFY2(page()->readout().contains(
                     QString::number(double(matrix.at(3, 5)), 'g', 4)),
                 qPrintable(page()->readout()));
        // It says on which of both the mouse is; help does not cover what is read.
        QVERIFY2(page()->readout().startsWith(QStringLiteral("After: ")), qPrintable(page()->readout()));
        QHelpEvent help(QEvent::ToolTip, at, maps->mapToGlobal(at));
        QApplication::sendEvent(maps, &help);
        QVERIFY(!QToolTip::isVisible());
        const QPoint other = maps->positionOf({0, 3, 5});
        QTest::mouseMove(maps->childAt(other), maps->childAt(other)->mapFrom(maps, other));
        QTRY_VERIFY(page()->readout().startsWith(QStringLiteral("Before: ")));
        QTest::mouseMove(maps->childAt(at), maps->childAt(at)->mapFrom(maps, at));
        QTRY_VERIFY(maps->place() == wanted);
        const auto whole = maps->seen(0);
        maps->setFocus();
        QTest::keyClick(maps, Qt::Key_Plus);
        QVERIFY(maps->seen(0)[1] - maps->seen(0)[0] < whole[1] - whole[0]);
        QCOMPARE(maps->seen(1), maps->seen(0));
        QTest::keyClick(maps, Qt::Key_Home);
        QCOMPARE(maps->seen(0), whole);
        QTest::keyClick(maps, Qt::Key_Right);
        QVERIFY(maps->place() != wanted);
    }

    void channelsTravelByMouseAndKeys()
    {
        makeWindow(FamilyKind::ResNet);
        QSlider* slider = page()->travelSlider();
        const auto order = [&] { return byPlace(page()->maps()->pair().sides[1].rowPlaces); };
        const std::vector<int> before = byPlace(page()->maps()->pair().sides[0].rowPlaces);
        const std::vector<int> after = order();
        QVERIFY(before != after);
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(order(), before);
        QCOMPARE(option("smoothness.travel"), std::string("0"));
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(option("smoothness.travel"), std::string("5"));
        QTest::keyClick(slider, Qt::Key_End);
        QCOMPARE(order(), after);
        QCOMPARE(option("smoothness.travel"), std::string("100"));
        // A step of the session moves them, too.
        m_window->session().perform(SetOption{"smoothness.travel", "50"});
        QCOMPARE(page()->travelled(), 0.5);
        // Let go anywhere, what is shown is what is kept: a replay shows the same picture.
        slider->setSliderDown(true);
        slider->setSliderPosition(48);
        slider->setSliderDown(false);
        QCOMPARE(option("smoothness.travel"), std::string("48"));
        QCOMPARE(page()->travelled(), 0.48);
        page()->travelTo(0.513);
        page()->play();
        page()->play();
        QCOMPARE(option("smoothness.travel"),
                 std::to_string(int(std::lround(100 * page()->travelled()))));
        QCOMPARE(page()->travelled(), std::stoi(option("smoothness.travel")) / 100.0);
        QCOMPARE(slider->value(), std::stoi(option("smoothness.travel")));
        // Played, they arrive; every step on the way is a picture.
        page()->travelTo(0.98);
        page()->play();
        QVERIFY(page()->isPlaying());
        QTRY_VERIFY_WITH_TIMEOUT(!page()->isPlaying(), longWait);
        QCOMPARE(page()->travelled(), 1.0);
        QCOMPARE(order(), after);
    }

    void bothOrdersAreMeasured()
    {
        makeWindow(FamilyKind::LeNet);
        auto* row = page()->findChild<SummaryRow*>();
        auto* button = row->findChild<QPushButton*>();
        QVERIFY(row->effectText().isEmpty());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(model().isMeasuringOrders());
        QTRY_VERIFY_WITH_TIMEOUT(!model().isMeasuringOrders(), longWait);
        const OrderEffect* effect = model().orderEffect();
        QVERIFY(effect != nullptr && effect->before && effect->after);
        QCOMPARE(effect->before->images, 120);
        QCOMPARE(effect->after->correct, effect->before->correct);
        QVERIFY(*effect->outputDifference < 1e-4);
        QVERIFY2(row->effectText().contains(QStringLiteral("120")), qPrintable(row->effectText()));
        // Asked for again while it runs, it ends; what is known stays.
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(model().isMeasuringOrders());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!model().isMeasuringOrders());
        // In another order it is a number of something else.
        m_window->session().perform(SetOption{"smoothness.before", "fiedler"});
        QTRY_VERIFY_WITH_TIMEOUT(model().isSettled(), longWait);
        QVERIFY(model().orderEffect() == nullptr);
        QVERIFY(row->effectText().isEmpty());
    }

    void aCheckpointWithoutScalingHasNoAccuracy()
    {
        makeWindow(FamilyKind::LeNet);
        const auto manifold = untrainedManifold(FamilyKind::LeNet);
        const Network network = sampleNetwork(*manifold, manifold->family().full);
        StoredFile file;   // as PyTorch writes it: tensors and nothing about pixels
        for (const WeightTensor& tensor : network.tensors) {
            file.tensors.push_back(storeFloats(tensor.name, tensor.shape, tensor.values));
        }
        writeSafetensors(path("plain.safetensors"), file);
        model().openCheckpoint(path("plain.safetensors"));
        QTRY_VERIFY_WITH_TIMEOUT(model().hasCheckpoint() && model().orders(), longWait);
        QSignalSpy problem(page(), &SmoothnessPage::problem);
        model().measureOrderAccuracy();
        QCOMPARE(problem.count(), 1);
        QVERIFY(problem.first().first().toString().contains(QStringLiteral("plain.safetensors")));
        QVERIFY(!model().isMeasuringOrders());
    }

    void sizesAndJitter()
    {
        makeWindow(FamilyKind::LeNet);
        m_window->session().perform(SetOption{"smoothness.compare", "sizes"});
        m_window->session().perform(SetWidth{0, 4});
        QTRY_VERIFY_WITH_TIMEOUT(model().sizes()
                                     && model().sizes()->current.configuration.widths[0] == 4,
                                 longWait);
        QVERIFY(page()->jitterSlider()->isVisible());
        QVERIFY(!page()->travelSlider()->isVisible());
        const auto clean = page()->maps()->pair().sides[1].values;
        page()->jitterSlider()->setFocus();
        QTest::keyClick(page()->jitterSlider(), Qt::Key_End);
        QCOMPARE(option("smoothness.jitter"), std::string("8"));
        // The journal says the number that stands beside the slider.
        QVERIFY(stepText(SetOption{"smoothness.jitter", "1.5"}, m_window->session().state())
                    .endsWith(QStringLiteral("± 0.75")));
        QTRY_VERIFY_WITH_TIMEOUT(model().sizes()->jitter == 8, longWait);
        QVERIFY(page()->maps()->pair().sides[1].values != clean);
        model().measureJitter();
        QVERIFY(model().isMeasuring());
        QTRY_VERIFY_WITH_TIMEOUT(!model().isMeasuring(), longWait);
        const JitterEffect* effect = model().effect();
        QVERIFY(effect != nullptr && effect->clean && effect->draw && effect->averaged);
        QCOMPARE(effect->averaged->averaging, SmoothnessModel::effectAveraging);
        QCOMPARE(effect->clean->images, 120);
        // The same as measured directly.
        const auto manifold = m_window->session().manifold();
        const Measurement direct =
            measure(*manifold, effect->configuration, {}, m_window->images().images());
        QCOMPARE(effect->clean->correct, direct.correct);
        // Another size makes it a number of something else.
        m_window->session().perform(SetWidth{0, 5});
        QVERIFY(model().effect() == nullptr);
    }

    void aCheckpointIsDroppedAndWritten()
    {
        makeWindow(FamilyKind::LeNet);
        const auto manifold = untrainedManifold(FamilyKind::ResNet);
        const Network network = sampleNetwork(*manifold, manifold->family().full);
        writeCheckpoint(network, manifold->scaling(), {}, path("mine.safetensors"));
        m_window->session().perform(ShowPage{"morph"});
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(m_folder.filePath(QStringLiteral("mine.safetensors")))});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &drop);
        QString wrong;
        connect(m_window.get(), &MainWindow::problem, this, [&](const QString& text) { wrong = text; });
        QTRY_VERIFY2_WITH_TIMEOUT((model().hasCheckpoint() && model().orders()) || !wrong.isEmpty(),
                                  "no answer", longWait);
        QCOMPARE(wrong, QString());
        disconnect(m_window.get(), &MainWindow::problem, this, nullptr);
        QVERIFY(page()->isVisible());
        QCOMPARE(model().title(), QStringLiteral("mine.safetensors"));
        // The page says whose weights are seen, in the place of what there is nothing to choose of.
        const auto* name = page()->findChild<QLabel*>(QStringLiteral("subject-name"));
        QVERIFY(name != nullptr && name->isVisible());
        QCOMPARE(name->text(), QStringLiteral("mine.safetensors"));
        QCOMPARE(unnamedControls(page()), QStringList());
        QCOMPARE(int(model().before()), int(OrderKind::Original));
        QCOMPARE(int(model().after()), int(OrderKind::Path));
        QVERIFY(model().orders()->variationAfter < model().orders()->variationBefore);
        QSignalSpy told(page(), &SmoothnessPage::told);
        model().exportOrdered(path("smooth.safetensors"));
        QVERIFY(told.wait(longWait));
        // It is told where it takes no room from the page.
        QTRY_COMPARE_WITH_TIMEOUT(m_window->findChild<JobsBar*>()->text(),
                                  QStringLiteral("Wrote smooth.safetensors"), longWait);
        QVERIFY(!m_window->messages()->isVisible());
        const NetworkCheckpoint written = readNetworkCheckpoint(path("smooth.safetensors"));
        QCOMPARE(totalVariation(foldedNetwork(written).tensors), model().orders()->variationAfter);
        // The header is the one that the command line writes.
        for (const auto& [name, value] : orderProvenance(model().orders()->network, OrderKind::Path)) {
            QCOMPARE(written.stored.metadata.at(name), value);
        }
        QVERIFY(!written.stored.metadata.contains("order"));
        // Damaged: told, and what was shown stays.
        QVERIFY(QFile::resize(m_folder.filePath(QStringLiteral("mine.safetensors")), 500));
        QSignalSpy problem(m_window.get(), &MainWindow::problem);
        m_window->openFile(path("mine.safetensors"));
        QVERIFY(problem.wait(longWait));
        QVERIFY(problem.first().first().toString().contains(QStringLiteral("mine.safetensors")));
        QVERIFY(model().hasCheckpoint());
        model().closeCheckpoint();
        QVERIFY(!name->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(model().orders() != nullptr, longWait);
        QCOMPARE(int(model().orders()->network.family.kind), int(FamilyKind::LeNet));
    }

    void figuresHaveTheirNumbers()
    {
        makeWindow(FamilyKind::ResNet);
        QStringList names;
        for (const Figure& figure : page()->figures()) {
            names += figure.name;
            QVERIFY(!figure.numbers.isEmpty());
            QVERIFY(!figure.numbers.first().rows.isEmpty());
            for (const FigurePreset& preset : figurePresets()) {
                const FigurePage paper = pageOf(figure, sizeOf(figure, preset), preset.textPoints);
                QVERIFY2(paper.recording.cut.isEmpty(),
                         qPrintable(figure.name + u' ' + preset.name + QStringLiteral(": ")
                                    + paper.recording.cut.join(QStringLiteral(" | "))));
                QVERIFY(!paper.recording.texts().isEmpty());
            }
        }
        QStringList expected{QStringLiteral("smoothness-maps"), QStringLiteral("total-variation"),
                             QStringLiteral("neighbour-distances"), QStringLiteral("channel-path"),
                             QStringLiteral("order-experiment"), QStringLiteral("smoothness-page")};
        if (openGlProblem().isEmpty()) {
            expected.insert(1, QStringLiteral("smoothness-surface"));
        }
        QCOMPARE(names, expected);
    }

    void withoutOpenGlTheMapsStandIn()
    {
        if (openGlProblem().isEmpty()) {
            QSKIP("there is OpenGL here: the second run of this program has none");
        }
        makeWindow(FamilyKind::ResNet);
        clickView(QStringLiteral("surface"));
        QVERIFY(page()->maps()->isVisible());
        QVERIFY(page()->readout().contains(openGlProblem()));
        const FrameReport frames = measureFrames(1);
        QCOMPARE(frames.problem, openGlProblem());
        QVERIFY(frames.mapTravel > 0);
    }

    /// In the smallest window with everything open, too: the maps make room for them.
    void profilesAreThereWhenWanted()
    {
        makeWindow(FamilyKind::ResNet);
        HeatMapView* maps = page()->maps();
        auto* button = namedButton(QStringLiteral("Profiles"));
        QVERIFY(button != nullptr && button->isVisible());
        QVERIFY(!maps->showsProfiles());
        QVERIFY(!button->isChecked());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(option("smoothness.profiles"), std::string("shown"));
        QVERIFY(maps->showsProfiles() && button->isChecked());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(option("smoothness.profiles"), std::string("hidden"));
        QVERIFY(!maps->showsProfiles() && !button->isChecked());
        // Hidden stays hidden in a large window; where nothing was chosen they are there.
        m_window->resize(2400, 1400);
        QTRY_COMPARE(m_window->size(), QSize(2400, 1400));
        QVERIFY(!maps->showsProfiles());
        m_window->session().perform(SetOption{"smoothness.profiles", "auto"});
        QTRY_VERIFY(maps->showsProfiles() && button->isChecked());
        // Of heat maps only.
        clickView(QStringLiteral("variation"));
        m_window->resize(1280, 720);
        QTRY_VERIFY(!button->isVisible());
    }

    /// What is said below the figure scrolls and does not push it, in the smallest window.
    void theFigureStaysAsHighAsItIs()
    {
        makeWindow(FamilyKind::ResNet);
        const QSize before = page()->maps()->size();
        model().measureOrderAccuracy();
        QTRY_VERIFY_WITH_TIMEOUT(!model().isMeasuringOrders(), longWait);
        QVERIFY(!page()->findChild<SummaryRow*>()->effectText().isEmpty());
        QTest::qWait(0);
        QCOMPARE(page()->maps()->size(), before);
    }

    void everyViewLooksAsItDid_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QString>("view");
        for (const bool dark : {false, true}) {
            for (const char* view : {"maps", "surface", "variation", "neighbours", "path", "sizes",
                                     "table", "experiment", "difference", "measured", "profiles",
                                     "sizes-surface", "sizes-variation", "jitter"}) {
                QTest::addRow("%s-%s", view, dark ? "dark" : "light")
                    << dark << QString::fromLatin1(view);
            }
        }
    }

    void everyViewLooksAsItDid()
    {
        QFETCH(bool, dark);
        QFETCH(QString, view);
        if (view.endsWith(QStringLiteral("surface")) && !openGlProblem().isEmpty()) {
            QSKIP(qPrintable(openGlProblem()));
        }
        if (QFontInfo(QFont(QStringLiteral("DejaVu Sans"))).family()
            != QStringLiteral("DejaVu Sans")) {
            QSKIP("the pictures are in DejaVu Sans (Debian's fonts-dejavu-core)");
        }
        // Not the experiment that ships: a new recording is no other look.
        const Elsewhere made(toJson(madeOrders()).dump());
        const QFont font = QApplication::font();
        QApplication::setFont(QFont(QStringLiteral("DejaVu Sans"), 9));
        makeWindow(FamilyKind::ResNet);
        Preferences preferences;
        preferences.theme = dark ? ThemeChoice::Dark : ThemeChoice::Light;
        m_window->applyPreferences(preferences);
        SessionModel& session = m_window->session();
        session.perform(SetOption{"smoothness.tensor", "layer3.0.conv2.weight"});
        const bool sizes = view.startsWith(QStringLiteral("sizes")) || view == QStringLiteral("jitter");
        if (sizes) {
            session.perform(SetOption{"smoothness.compare", "sizes"});
            session.perform(SetOption{"smoothness.view", view.endsWith(QStringLiteral("surface"))
                                                             ? "surface"
                                                             : view.endsWith(QStringLiteral("variation"))
                                                             ? "variation"
                                                             : "maps"});
            if (view == QStringLiteral("jitter")) {
                session.perform(SetOption{"smoothness.jitter", "1.5"});
            }
            session.perform(SetConfiguration{{{2, 4, 8}, {2, 2, 2}}});
            QTRY_VERIFY_WITH_TIMEOUT(
                model().sizes() && model().sizes()->current.configuration.widths[2] == 8
                    && model().isSettled(),
                longWait);
            if (view == QStringLiteral("jitter")) {
                // With its accuracies: of an untrained network they are the same in every run.
                QTRY_COMPARE_WITH_TIMEOUT(model().sizes()->jitter, 1.5, longWait);
                model().measureJitter();
                QTRY_VERIFY_WITH_TIMEOUT(!model().isMeasuring(), longWait);
            }
        } else if (view == QStringLiteral("profiles")) {
            session.perform(SetOption{"smoothness.profiles", "shown"});
        } else if (view == QStringLiteral("table")) {
            session.perform(SetOption{"smoothness.view", "variation"});
            session.perform(SetOption{"smoothness.form", "table"});
        } else if (view == QStringLiteral("difference")) {
            session.perform(SetOption{"smoothness.view", "experiment"});
            session.perform(SetOption{"smoothness.measure", "difference"});
        } else if (view == QStringLiteral("measured")) {
            // With the line of accuracies, on a page of all there is.
            session.perform(SetOption{"smoothness.view", "maps"});
            model().measureOrderAccuracy();
            QTRY_VERIFY_WITH_TIMEOUT(!model().isMeasuringOrders(), longWait);
        } else {
            session.perform(SetOption{"smoothness.view", view.toStdString()});
        }
        if (!sizes) {
            QTRY_VERIFY_WITH_TIMEOUT(model().orders() != nullptr, longWait);
        }
        // The page alone, at one size whatever the window's parts need.
        SmoothnessPage alone(session, m_window->images(), model());
        alone.resize(720, 420);
        alone.show();
        QVERIFY(QTest::qWaitForWindowExposed(&alone));
        QTRY_COMPARE(alone.size(), QSize(720, 420));
        const QString differs = differsFromReference(
            [&] { return undisturbedPicture(alone); }, QStringLiteral("app/reference"),
            QStringLiteral("smoothness-%1-%2")
                .arg(view, dark ? QStringLiteral("dark") : QStringLiteral("light")));
        QApplication::setFont(font);
        QVERIFY2(differs.isEmpty(), qPrintable(differs));
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestSmoothnessPage>(argc, argv);
}

#include "tst_smoothness_page.moc"
