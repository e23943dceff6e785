// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fixtures.h"

#include "widgets/configuration/configuration_panel.h"
#include "widgets/configuration/size_row.h"
#include "widgets/model/live_morph.h"

#include <QDoubleSpinBox>
#include <QSignalSpy>

#include <semaphore>

using namespace morphospace;

namespace {

constexpr int longWait = 60000;   // only a broken program waits this long

/// The session of a window, with a manifold and images of the test's own.
struct Rig {
    JobBoard jobs;
    SessionModel session;
    TestImages images{jobs};
    LiveMorph live{session, images, jobs};
    std::unique_ptr<ConfigurationPanel> panel;

    explicit Rig(FamilyKind kind, std::size_t count = 300)
    {
        QObject::connect(&session, &SessionModel::manifoldChanged, &images,
                         [this] { images.require(session.manifold()); });
        panel = std::make_unique<ConfigurationPanel>(session);
        panel->resize(300, 700);
        panel->show();
        session.open(untrainedManifold(kind), "test.manifold");
        images.provide(randomImages(kind, count));
    }

    bool settle()
    {
        QSignalSpy settled(&live, &LiveMorph::settled);
        while (!live.isSettled()) {
            if (!settled.wait(longWait)) {
                return false;
            }
        }
        return true;
    }
};

} // namespace

class TestLiveMorph : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dragShowsNothingStaleAndKeepsOrder_data()
    {
        QTest::addColumn<int>("family");
        QTest::newRow("LeNet") << int(FamilyKind::LeNet);
        QTest::newRow("ResNet") << int(FamilyKind::ResNet);
    }

    void dragShowsNothingStaleAndKeepsOrder()
    {
        QFETCH(int, family);
        Rig rig{FamilyKind(family)};
        QVERIFY(rig.settle());

        std::vector<Configuration> asked;
        std::vector<Configuration> shown;
        QObject::connect(&rig.session, &SessionModel::stateChanged, &rig.live,
                         [&] { asked.push_back(rig.session.state().current); });
        QObject::connect(&rig.live, &LiveMorph::pictureChanged, &rig.live, [&] {
            if (rig.live.current() != nullptr) {
                // Never another network than the one that is asked for now.
                QCOMPARE(rig.live.current()->key.configuration, rig.session.state().current);
                shown.push_back(rig.live.current()->key.configuration);
            }
        });
        SizeSlider* slider = rig.panel->widthSlider();
        const int span = slider->maximum() - slider->minimum();
        sendMouse(slider, QEvent::MouseButtonPress, slider->value());
        for (int move = 1; move <= 200; ++move) {
            const int place = move % (2 * span);
            sendMouse(slider, QEvent::MouseMove,
                      slider->maximum() - (place <= span ? place : 2 * span - place));
            QCoreApplication::processEvents();
        }
        // Rest somewhere else than at the start, whose result is there already.
        sendMouse(slider, QEvent::MouseMove, slider->minimum());
        sendMouse(slider, QEvent::MouseButtonRelease, slider->value());
        QVERIFY(rig.settle());

        QCOMPARE(rig.live.staleShown(), 0);
        QVERIFY2(asked.size() > 150, qPrintable(QString::number(asked.size())));
        QVERIFY(!shown.empty());
        QCOMPARE(shown.back(), rig.session.state().current);
        // What was shown was asked for in the same order.
        std::size_t at = 0;
        for (const Configuration& configuration : shown) {
            while (at < asked.size() && asked[at] != configuration) {
                ++at;
            }
            QVERIFY2(at < asked.size(), "shown out of order");
        }
        // The whole drag is one step beside the opening.
        QCOMPARE(rig.session.journal().steps().size(), std::size_t(2));
        QCOMPARE(rig.session.journal().steps().size(), std::size_t(2));
    }

    void undoAndRedoOfADrag()
    {
        Rig rig(FamilyKind::ResNet, 40);
        const Configuration before = rig.session.state().current;
        SizeSlider* slider = rig.panel->stageWidths().at(2)->slider();
        sendMouse(slider, QEvent::MouseButtonPress, 14);
        for (int width = 13; width >= 5; --width) {
            sendMouse(slider, QEvent::MouseMove, width);
        }
        sendMouse(slider, QEvent::MouseButtonRelease, 5);
        const Configuration after = rig.session.state().current;
        QCOMPARE(after.widths, (std::vector<int>{4, 8, 5}));
        QCOMPARE(rig.session.undoText(), QStringLiteral("width 16 → 5, stage 3"));
        rig.session.undo();
        QCOMPARE(rig.session.state().current, before);
        QCOMPARE(slider->value(), 16);
        QCOMPARE(rig.panel->stageWidths().at(2)->field()->value(), 16);
        rig.session.redo();
        QCOMPARE(rig.session.state().current, after);
        QCOMPARE(slider->value(), 5);
        // A second drag is a second step.
        sendMouse(slider, QEvent::MouseButtonPress, 7);
        sendMouse(slider, QEvent::MouseButtonRelease, 7);
        QCOMPARE(rig.session.journal().steps().size(), std::size_t(3));
        rig.session.undo();
        QCOMPARE(rig.session.state().current, after);
        QVERIFY(rig.settle());
        QCOMPARE(rig.live.staleShown(), 0);
    }

    void typedValues()
    {
        Rig rig(FamilyKind::ResNet, 40);
        QDoubleSpinBox* percent = rig.panel->widthField();
        percent->setFocus();
        percent->selectAll();
        QTest::keyClicks(percent, QStringLiteral("60"));
        QTest::keyClick(percent, Qt::Key_Return);
        // 2.4, 4.8, 9.6, rounded half up.
        QCOMPARE(rig.session.state().current.widths, (std::vector<int>{2, 5, 10}));
        QCOMPARE(percent->value(), 60.0);
        QSpinBox* field = rig.panel->stageWidths().at(1)->field();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("16"));
        QTest::keyClick(field, Qt::Key_Return);
        // Past the end of the slider, which makes room.
        QCOMPARE(rig.session.state().current.widths, (std::vector<int>{2, 16, 10}));
        QCOMPARE(rig.panel->stageWidths().at(1)->slider()->value(), 16);
        QSpinBox* depth = rig.panel->stageDepths().at(0)->field();
        depth->selectAll();
        QTest::keyClicks(depth, QStringLiteral("1"));
        QTest::keyClick(depth, Qt::Key_Return);
        QCOMPARE(rig.session.state().current.depths, (std::vector<int>{1, 2, 2}));
        QVERIFY(rig.settle());
    }

    void keyboard_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("width");
        QTest::newRow("left") << int(Qt::Key_Left) << 7;
        QTest::newRow("right") << int(Qt::Key_Right) << 9;
        QTest::newRow("page down") << int(Qt::Key_PageDown) << 7;
        QTest::newRow("home") << int(Qt::Key_Home) << 1;
        QTest::newRow("end") << int(Qt::Key_End) << 10;
    }

    void keyboard()
    {
        QFETCH(int, key);
        QFETCH(int, width);
        Rig rig(FamilyKind::LeNet, 40);
        QTest::keyClick(rig.panel->widthSlider(), Qt::Key(key));
        QCOMPARE(rig.session.state().current.widths, std::vector<int>{width});
        rig.session.undo();
        QCOMPARE(rig.session.state().current.widths, std::vector<int>{8});
        QVERIFY(rig.settle());
    }

    void widthOnlyDisablesDepth()
    {
        Rig rig(FamilyKind::LeNet, 40);
        QVERIFY(!rig.panel->depthSlider()->isEnabled());
        Rig deep(FamilyKind::ResNet, 40);
        QVERIFY(deep.panel->depthSlider()->isEnabled());
        QTest::keyClick(deep.panel->depthSlider(), Qt::Key_Left);
        QCOMPARE(deep.session.state().current.depths, (std::vector<int>{1, 1, 1}));
        QVERIFY(rig.settle());
        QVERIFY(deep.settle());
    }

    void pictureComesBeforeAccuracyAndTheWholeSetIsMeasured()
    {
        Rig rig(FamilyKind::LeNet, 700);
        bool picture = false;
        std::vector<std::int64_t> counts;
        QObject::connect(&rig.live, &LiveMorph::pictureChanged, &rig.live,
                         [&] { picture = picture || rig.live.current() != nullptr; });
        QObject::connect(&rig.live, &LiveMorph::measurementChanged, &rig.live, [&] {
            if (rig.live.current() != nullptr && rig.live.current()->measurement) {
                QVERIFY(picture);
                counts.push_back(rig.live.current()->measurement->images);
            }
        });
        rig.session.perform(SetWidth{0, 5});
        QVERIFY(rig.settle());
        QVERIFY(!counts.empty());
        QCOMPARE(counts.front(), 256);
        QVERIFY(std::is_sorted(counts.begin(), counts.end()));
        QCOMPARE(counts.back(), 700);
        const MorphResult& result = *rig.live.current();
        QCOMPARE(result.strip.size(), LiveMorph::exampleCount);
        QVERIFY(result.latency && result.latency->medianSeconds > 0);
        // The streamed numbers are those of one measurement in one go.
        const Measurement whole =
            measure(*rig.session.manifold(), rig.session.state().current,
                    SampleOptions{1, 1.0, rig.session.manifold()->seed}, rig.images.images());
        QCOMPARE(result.measurement->correct, whole.correct);
        QCOMPARE(result.measurement->low, whole.low);
    }

    /// What else is looked at (here: anything on another channel, asked after the sample) waits for
    /// the sample's pictures, and not for its accuracy.
    void measuringGivesWayToWhatIsLookedAt()
    {
        Rig rig(FamilyKind::LeNet, 700);
        QVERIFY(rig.settle());
        std::binary_semaphore gate(0);
        rig.jobs.scheduler().runLatest("gate", "gate", [&](JobContext&) { gate.acquire(); });
        rig.session.perform(SetWidth{0, 5});
        bool shown = false;
        std::int64_t measured = -1;
        const JobId sizes =
            rig.jobs.scheduler().runLatest("sizes", "sizes", [&](JobContext& context) {
                context.deliver([&] {
                    const MorphResult* current = rig.live.current();
                    shown = current != nullptr && current->key.configuration.widths[0] == 5;
                    measured = current != nullptr && current->measurement
                        ? current->measurement->images
                        : 0;
                });
            });
        QSignalSpy ended(&rig.jobs, &JobBoard::ended);
        gate.release();
        while (rig.jobs.active().contains(sizes) || measured < 0) {
            QVERIFY(ended.wait(longWait));
        }
        QVERIFY(shown);
        QCOMPARE(measured, 0);
        QVERIFY(rig.settle());
        QCOMPARE(rig.live.current()->measurement->images, 700);
    }

    void whatWasMeasuredIsKept()
    {
        Rig rig(FamilyKind::LeNet, 300);
        QVERIFY(rig.settle());
        rig.session.perform(SetWidth{0, 5});
        QVERIFY(rig.settle());
        rig.session.undo();
        // At once, without a job: it was measured before.
        QVERIFY(rig.live.isSettled());
        QCOMPARE(rig.live.current()->key.configuration.widths, std::vector<int>{8});
        // With no room nothing is kept.
        rig.live.setCacheBytes(0);
        rig.session.redo();
        QVERIFY(!rig.live.isSettled());
        QVERIFY(rig.settle());
    }

    void pinnedIsMeasuredToo()
    {
        Rig rig(FamilyKind::LeNet, 300);
        rig.live.setCacheBytes(0);
        rig.session.perform(PinSample{});
        rig.session.perform(SetWidth{0, 3});
        QVERIFY(rig.settle());
        QVERIFY(rig.live.pinned() != nullptr && rig.live.pinned()->complete);
        QCOMPARE(rig.live.pinned()->key.configuration.widths, std::vector<int>{8});
        QCOMPARE(rig.live.current()->key.configuration.widths, std::vector<int>{3});
        rig.session.perform(SwapPinned{});
        QVERIFY(rig.settle());
        QCOMPARE(rig.live.pinned()->key.configuration.widths, std::vector<int>{3});
        QCOMPARE(rig.live.current()->key.configuration.widths, std::vector<int>{8});
        rig.session.perform(UnpinSample{});
        QVERIFY(rig.live.pinned() == nullptr);
    }

    void anIllegalActionIsToldAndChangesNothing()
    {
        Rig rig(FamilyKind::LeNet, 40);
        QVERIFY(rig.settle());
        QSignalSpy problem(&rig.session, &SessionModel::problem);
        const SessionState before = rig.session.state();
        QVERIFY(!rig.session.perform(SetWidth{0, 17}));
        QCOMPARE(problem.size(), 1);
        QVERIFY(problem[0][0].toString().contains(QStringLiteral("1 to 16")));
        QCOMPARE(rig.session.state(), before);
        QCOMPARE(rig.session.journal().steps().size(), std::size_t(1));
    }

    void imagesThatDoNotFit()
    {
        Rig rig(FamilyKind::LeNet, 40);
        auto wrong = std::make_shared<ImageSet>(*rig.images.images());
        wrong->channels = 3;
        wrong->height = wrong->width = 32;
        wrong->pixels.assign(wrong->labels.size() * wrong->imageBytes(), 0);
        rig.images.provide(wrong);
        QVERIFY(rig.images.images() == nullptr);
        QVERIFY(!rig.images.missing().isEmpty());
        QVERIFY(rig.settle());
        // The network is still there; only its accuracy is not.
        QVERIFY(rig.live.current() != nullptr && !rig.live.current()->measurement);
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestLiveMorph>(argc, argv);
}

#include "tst_live_morph.moc"
