// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fixtures.h"

#include "app/gui/interaction_player.h"
#include "app/gui/interaction_recorder.h"
#include "app/gui/main_window.h"
#include "core/base/error.h"
#include "widgets/configuration/configuration_panel.h"
#include "widgets/configuration/size_slider.h"

#include <QComboBox>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWheelEvent>
#include <QWindow>

using namespace morphospace;

namespace {

constexpr int longWait = 60000;   // only a broken program waits this long

Interaction fixture()
{
    return readInteraction(MORPHOSPACE_SOURCE_DIR "/tests/app/fixtures/interaction.json");
}

} // namespace

class TestInteraction : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;

    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    void openWindow()
    {
        m_window = std::make_unique<MainWindow>(Preferences{}, false);
        m_window->setImageLimit(60);
        m_window->showForNow(std::nullopt, QSize(1280, 800));
        m_window->show();
        m_window->activateWindow();   // nothing else does where there is no window manager
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QSignalSpy settled(&m_window->live(), &LiveMorph::settled);
        QSignalSpy opened(m_window.get(), &MainWindow::opened);
        m_window->openFile(MORPHOSPACE_SOURCE_DIR "/resources/manifolds/glyphs-lenet.manifold");
        QVERIFY(opened.wait(longWait));
        while (!m_window->live().isSettled()) {
            QVERIFY(settled.wait(longWait));
        }
    }

    /// What the player says: empty when it played as recorded.
    QString play(const Interaction& interaction)
    {
        InteractionPlayer player(*m_window, interaction);
        QSignalSpy finished(&player, &InteractionPlayer::finished);
        QSignalSpy failed(&player, &InteractionPlayer::failed);
        player.start();
        while (finished.isEmpty() && failed.isEmpty()) {
            QTest::qWait(10);
        }
        return failed.isEmpty() ? QString() : failed[0][0].toString();
    }

private Q_SLOTS:
    void cleanup() { m_window.reset(); }

    void aRecordingReadsBackAsItWasWritten()
    {
        const Interaction recorded = fixture();
        QVERIFY(recorded.events.size() > 40);
        QVERIFY(recorded.steps.size() > 8);
        writeInteraction(recorded, path("again.json"));
        QVERIFY(readInteraction(path("again.json")) == recorded);
        QFile first(QStringLiteral(MORPHOSPACE_SOURCE_DIR "/tests/app/fixtures/interaction.json"));
        QFile second(m_folder.filePath(QStringLiteral("again.json")));
        QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
        QCOMPARE(second.readAll(), first.readAll());
    }

    void whatWasRecordedPlaysAndAnythingElseIsTold()
    {
        openWindow();
        Interaction recorded = fixture();
        QCOMPARE(play(recorded), QString());
        cleanup();
        openWindow();
        recorded.steps[3] = R"({"action":"PinSample"})";
        const QString said = play(recorded);
        QVERIFY2(said.contains(QStringLiteral("step 4")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("PinSample")), qPrintable(said));
    }

    void mouseKeysAndWheelAreRecordedAndPlayedAgain()
    {
        openWindow();
        InteractionRecorder recorder(*m_window);
        SizeSlider* slider = m_window->configurationPanel()->widthSlider();
        QWindow* window = m_window->windowHandle();
        const auto at = [&](double share) {
            return slider->mapTo(m_window.get(),
                                 QPoint(int(share * slider->width()), slider->height() / 2));
        };
        QTest::mousePress(window, Qt::LeftButton, {}, at(0.8));
        QTest::mouseMove(window, at(0.6));
        QTest::mouseMove(window, at(0.4));
        QTest::mouseRelease(window, Qt::LeftButton, {}, at(0.4));
        QTest::keyClick(window, Qt::Key_Left);
        QTest::keyClick(window, Qt::Key_P, Qt::ControlModifier);
        QWheelEvent wheel(at(0.5), m_window->mapToGlobal(at(0.5)), QPoint(), QPoint(0, 120),
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&wheel);   // as if it came from outside
        qApp->notify(window, &wheel);
        QTest::keyClick(window, Qt::Key_Z, Qt::ControlModifier);
        const Interaction recorded = recorder.interaction();
        QCOMPARE(recorded.events.front().widget, QStringLiteral("window/width/SizeSlider"));
        QCOMPARE(recorded.steps.size(), std::size_t(4));   // a drag, a key, a pin and the wheel
        QVERIFY(recorded.state.find("\"pinned\":{") != std::string::npos);
        const SessionState state = m_window->session().state();
        cleanup();
        openWindow();
        QCOMPARE(play(recorded), QString());
        QVERIFY(m_window->session().state() == state);
    }

    void aWidgetIsFoundByItsPath()
    {
        openWindow();
        int found = 0;
        for (QWidget* widget : m_window->findChildren<QWidget*>()) {
            if (widget->window() == m_window.get()) {
                QCOMPARE(widgetOf(pathOf(widget)), widget);
                ++found;
            }
        }
        QVERIFY(found > 50);
        QVERIFY(widgetOf(QStringLiteral("window/nothing/SizeSlider")) == nullptr);
        QVERIFY(widgetOf(QStringLiteral("popup/QMenu")) == nullptr);
    }

    void badRecordingsAreTold_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("word");
        const auto file = [](const QByteArray& change) {
            return R"({"format": "morphospace-interaction", "version": 1, "window": [1280, 720],)"
                   R"( "steps": [], "state": {}, "events": [)"
                + change + "]}";
        };
        QTest::newRow("no JSON") << QByteArray("not one") << QByteArray("expected");
        QTest::newRow("foreign") << QByteArray(R"({"format": "else", "version": 1, "window": [1, 1],)"
                                               R"( "steps": [], "state": {}, "events": []})")
                                 << QByteArray("morphospace-interaction");
        QTest::newRow("newer") << QByteArray(R"({"format": "morphospace-interaction", "version": 9,)"
                                             R"( "window": [1, 1], "steps": [], "state": {},)"
                                             R"( "events": []})")
                               << QByteArray("version 9");
        QTest::newRow("unknown event")
            << file(R"({"event": "touch"})") << QByteArray("event 1");
        QTest::newRow("no place")
            << file(R"({"event": "press", "ms": 1, "widget": "window", "size": [1, 1],)"
                    R"( "modifiers": 0, "at": [1], "button": 1, "buttons": 1})")
            << QByteArray("'at'");
    }

    void badRecordingsAreTold()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, word);
        QFile file(m_folder.filePath(QStringLiteral("bad.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        try {
            (void)readInteraction(path("bad.json"));
            QFAIL("a bad recording was read");
        } catch (const Error& error) {
            const QByteArray said = error.what();
            QVERIFY2(said.contains("bad.json") && said.contains(word), said.constData());
        }
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestInteraction>(argc, argv);
}

#include "tst_interaction.moc"
