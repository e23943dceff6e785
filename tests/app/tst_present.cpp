// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fixtures.h"

#include "app/gui/main_window.h"
#include "app/gui/present_window.h"
#include "core/base/error.h"
#include "widgets/configuration/configuration_panel.h"
#include "widgets/configuration/size_slider.h"
#include "widgets/landscape/landscape_page.h"
#include "widgets/language/language.h"
#include "widgets/lesson/bundled_lessons.h"
#include "widgets/lesson/choice_button.h"
#include "widgets/lesson/lesson_sheet.h"
#include "widgets/lesson/markdown_view.h"
#include "widgets/lesson/page_progress.h"
#include "widgets/lesson/spotlight.h"
#include "widgets/shared/content_scroll.h"
#include "widgets/shared/message_bar.h"
#include "widgets/shared/parts.h"
#include "widgets/smoothness/smoothness_page.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QLabel>
#include <QPointingDevice>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>
#include <set>

using namespace morphospace;

namespace {

constexpr int longWait = 60000;   // only a broken program waits this long

QToolButton* toolButton(QWidget* root, const QString& name)
{
    for (QToolButton* button : root->findChildren<QToolButton*>()) {
        if (button->accessibleName() == name) {
            return button;
        }
    }
    return nullptr;
}

QPushButton* pushButton(QWidget* root, const QString& name)
{
    for (QPushButton* button : root->findChildren<QPushButton*>()) {
        if (button->accessibleName() == name) {
            return button;
        }
    }
    return nullptr;
}

SessionStep step(Action action)
{
    return {std::move(action), {}, {}, {}};
}

SessionStep pageStep(Action action, LessonPage page)
{
    return {std::move(action), {}, std::move(page), {}};
}

/// Everything beside the pages' own pictures.
const std::vector<std::string> besides{"width", "depth", "stages", "averaging",
                                       "pin",   "full-size", "inspector"};

/// Weights that travel, a chart of them, and a landscape that can be measured or not.
SessionDocument lessonOfPictures(const Manifold& manifold)
{
    std::vector<std::string> weights = besides;
    weights.emplace_back("smoothness");
    std::vector<std::string> chart = besides;
    chart.insert(chart.end(), {"weights", "travel"});
    std::vector<std::string> still = besides;
    still.emplace_back("measure");
    SessionDocument lesson;
    lesson.title = std::map<std::string, std::string>{{"en", "Pictures"}};
    lesson.steps = {
        pageStep(OpenManifold{{manifold.hash, "a.manifold", manifold.family()}},
                 {"First", "All.", {}, {}, "", {}}),
        pageStep(SetOption{"smoothness.travel", "0"},
                 {"Weights", "Look.", {}, weights, "travel", {}}),
        step(ShowPage{"smoothness"}),
        step(SetOption{"smoothness.travel", "100"}),
        pageStep(SetOption{"smoothness.view", "variation"},
                 {"Sums", "Count.", {}, chart, "smoothness", {}}),
        pageStep(ShowPage{"landscape"}, {"Land", "Measure.", {}, besides, "measure", {}}),
        pageStep(ShowPage{"landscape"}, {"Land again", "Look.", {}, still, "", {}}),
        pageStep(ShowPage{"morph"}, {"Last", "The end.", {}, {}, "", {}})};
    return lesson;
}

/// The session of a window without what is measured while it stands there.
SessionDocument ownSession(MainWindow& window)
{
    SessionDocument document = window.files().document();
    document.data.clear();
    document.layout.clear();
    for (SessionStep& step : document.steps) {
        step.outcome.reset();
    }
    return document;
}

/// What of the live part is seen and has less width than it needs, or sticks out to the side.
QStringList cutParts(const QWidget* live)
{
    QStringList list;
    for (QWidget* widget : live->findChildren<QWidget*>()) {
        const auto* label = qobject_cast<QLabel*>(widget);
        const bool counts = (label != nullptr && !label->wordWrap())
            || qobject_cast<QAbstractButton*>(widget) != nullptr
            || qobject_cast<QAbstractSpinBox*>(widget) != nullptr
            || qobject_cast<QAbstractSlider*>(widget) != nullptr;
        if (!counts || !widget->isVisible() || qobject_cast<QScrollBar*>(widget) != nullptr) {
            continue;
        }
        bool cut = widget->width() + 1 < widget->minimumSizeHint().width();
        for (QWidget* around = widget->parentWidget(); around != live->parentWidget();
             around = around->parentWidget()) {
            const int left = widget->mapTo(around, QPoint()).x();
            cut = cut || left < 0 || left + widget->width() > around->width();
        }
        if (cut) {
            list += QStringLiteral("%1 '%2' %3 of %4 wide")
                        .arg(QString::fromLatin1(widget->metaObject()->className()),
                             label != nullptr ? label->text() : widget->accessibleName())
                        .arg(widget->width())
                        .arg(widget->minimumSizeHint().width());
        }
    }
    return list;
}

/// Panels beside the pages that scroll.
QStringList scrollingPanels(const QWidget* live)
{
    QStringList list;
    for (const ContentScroll* scroll : live->findChildren<ContentScroll*>()) {
        if (scroll->isVisible() && scroll->verticalScrollBar()->maximum() > 0) {
            list += QStringLiteral("%1 misses %2 pixels, needs %3 and has %4")
                        .arg(QString::fromLatin1(scroll->parentWidget()->metaObject()->className()))
                        .arg(scroll->verticalScrollBar()->maximum())
                        .arg(scroll->neededHeight(scroll->width()))
                        .arg(scroll->height());
        }
    }
    return list;
}

/// Lines that are wider than their places; a pixel is rounding.
QStringList narrowLabels(const QWidget* live)
{
    QStringList list;
    for (const QLabel* label : live->findChildren<QLabel*>()) {
        if (label->isVisible() && !label->wordWrap()
            && label->width() + 1 < label->minimumSizeHint().width()) {
            list += QStringLiteral("'%1' has %2 of %3 pixels, %4")
                        .arg(label->text())
                        .arg(label->width())
                        .arg(label->minimumSizeHint().width())
                        .arg(label->accessibleName());
        }
    }
    return list;
}

/// Four pages on an untrained ResNet 4-8-16 x 2-2-2.
SessionDocument lessonOf(const Manifold& manifold)
{
    SessionDocument lesson;
    lesson.title = std::map<std::string, std::string>{{"en", "A test"}, {"de", "Ein Test"}};
    lesson.steps = {
        pageStep(OpenManifold{{manifold.hash, "a.manifold", manifold.family()}},
                 {"First", "All of **it**.", {}, {"stages", "inspector"}, "diagram", {}}),
        pageStep(SetConfiguration{{{2, 4, 8}, {2, 2, 2}}},
                 {"Half", "Half of it.", {"depth", "pin"}, {"averaging"}, "width", {}}),
        step(SetConfiguration{{{2, 4, 8}, {1, 1, 1}}}),
        pageStep(ShowPage{"compression"},
                 {"Which?", "", {}, {}, "",
                  LessonQuestion{"Which is it?", {"the first", "the second", "the third"}, 1,
                                 "The *second* it is."}}),
        pageStep(ShowPage{"morph"}, {"Last", "The end.", {}, {}, "", {}})};
    return lesson;
}

} // namespace

class TestPresent : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::shared_ptr<Manifold> m_manifold;

    [[nodiscard]] PresentWindow* shown() const { return m_window->presentWindow(); }
    [[nodiscard]] LessonPlayer& player() const { return shown()->player(); }

    void presentLesson(int page = 0, const QSize& size = {1280, 720})
    {
        m_window->setPresentSize(size);
        m_window->present(lessonOf(*m_manifold), {{m_manifold->hash, m_manifold}}, page);
        QVERIFY(shown() != nullptr);
        QVERIFY(QTest::qWaitForWindowExposed(shown()));
        shown()->activateWindow();   // nothing else does where there is no window manager
        QVERIFY(QTest::qWaitForWindowActive(shown()));
        shown()->images().provide(randomImages(FamilyKind::ResNet, 120));
    }

    void key(Qt::Key key, QWidget* at = nullptr)
    {
        QTest::keyClick(at != nullptr ? at : static_cast<QWidget*>(shown()), key);
    }

    [[nodiscard]] QWidget* part(const char* name) const
    {
        return findPart(shown()->liveArea(), QString::fromLatin1(name));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<MainWindow>(Preferences{}, false);
        m_window->setImageLimit(40);
        m_window->show();
        m_manifold = untrainedManifold(FamilyKind::ResNet);
        m_window->session().open(m_manifold, "a.manifold");
        m_window->session().perform(SetWidth{0, 3});
        m_window->session().perform(PinSample{});
    }

    void cleanup()
    {
        m_window.reset();
        applyTheme(*qApp, ThemeChoice::Light);
        applyLanguage(LanguageChoice::English);
    }

    void keysTurnPages_data()
    {
        QTest::addColumn<int>("forward");
        QTest::addColumn<int>("backward");
        QTest::newRow("clicker") << int(Qt::Key_PageDown) << int(Qt::Key_PageUp);
        QTest::newRow("arrows") << int(Qt::Key_Right) << int(Qt::Key_Left);
        QTest::newRow("up and down") << int(Qt::Key_Down) << int(Qt::Key_Up);
        QTest::newRow("space") << int(Qt::Key_Space) << int(Qt::Key_PageUp);
    }

    void keysTurnPages()
    {
        QFETCH(int, forward);
        QFETCH(int, backward);
        presentLesson();
        QCOMPARE(player().page(), 0);
        QCOMPARE(shown()->sheet()->title()->text(), QStringLiteral("First"));
        QCOMPARE(shown()->sheet()->text()->plainText(), QStringLiteral("All of it."));
        // Faster than the steps are played: the page still ends where it has to.
        key(Qt::Key(forward));
        key(Qt::Key(forward));
        QCOMPARE(player().page(), 2);
        key(Qt::Key(backward));
        QCOMPARE(player().page(), 1);
        QCOMPARE(shown()->session().state().current, (Configuration{{2, 4, 8}, {1, 1, 1}}));
        key(Qt::Key_End);
        QCOMPARE(player().page(), 3);
        key(Qt::Key(forward));
        QCOMPARE(player().page(), 3);
        key(Qt::Key_Home);
        QCOMPARE(player().page(), 0);
        key(Qt::Key(backward));
        QCOMPARE(player().page(), 0);
        const auto* progress = shown()->findChild<PageProgress*>();
        QCOMPARE(progress->page(), 0);
        QCOMPARE(progress->count(), 4);
    }

    void stepsArePlayed()
    {
        presentLesson();
        std::vector<int> widths;
        connect(&shown()->session(), &SessionModel::stateChanged, this, [&] {
            widths.push_back(shown()->session().state().current.widths[2]);
        });
        QSignalSpy changed(&player(), &LessonPlayer::stateChanged);
        key(Qt::Key_PageDown);
        QVERIFY(player().isPlaying());
        QVERIFY(!player().isChanged());
        while (player().isPlaying()) {
            QVERIFY(changed.wait(longWait));
        }
        QVERIFY(std::any_of(widths.begin(), widths.end(), [](int w) { return w > 8 && w < 16; }));
        QCOMPARE(shown()->session().state().current, (Configuration{{2, 4, 8}, {1, 1, 1}}));
        // What is being played can be cut short.
        key(Qt::Key_Home);
        key(Qt::Key_PageDown);
        player().finishPlaying();
        QVERIFY(!player().isPlaying());
        QCOMPARE(shown()->session().state().current, (Configuration{{2, 4, 8}, {1, 1, 1}}));
    }

    void mouseAndTouch()
    {
        presentLesson();
        QTest::mouseClick(pushButton(shown(), QStringLiteral("Next")), Qt::LeftButton);
        QCOMPARE(player().page(), 1);
        QTest::mouseClick(pushButton(shown(), QStringLiteral("Back")), Qt::LeftButton);
        QCOMPARE(player().page(), 0);
        QVERIFY(!pushButton(shown(), QStringLiteral("Back"))->isEnabled());
        // Big enough for a finger.
        for (const char* name : {"Next", "Back"}) {
            const QPushButton* button = pushButton(shown(), QString::fromLatin1(name));
            QVERIFY(button->height() >= 720 / 15 && button->width() >= 2 * 720 / 15);
        }
        // A click on the bar of a page.
        auto* progress = shown()->findChild<PageProgress*>();
        QTest::mouseClick(progress, Qt::LeftButton, Qt::NoModifier,
                          QPoint(progress->width() * 5 / 8, progress->height() / 2));
        QCOMPARE(player().page(), 2);

        static QPointingDevice* touch = QTest::createTouchDevice();
        QWidget* surface = shown()->sheet()->viewport();
        const auto swipe = [&](int from, int to) {
            const int y = surface->height() * 4 / 5;
            const auto at = [&](int percent) { return QPoint(surface->width() * percent / 100, y); };
            QTest::touchEvent(surface, touch).press(1, at(from), surface);
            QTest::touchEvent(surface, touch).move(1, at((from + to) / 2), surface);
            QTest::touchEvent(surface, touch).move(1, at(to), surface);
            QTest::touchEvent(surface, touch).release(1, at(to), surface);
        };
        swipe(20, 80);
        QCOMPARE(player().page(), 1);
        swipe(80, 20);
        QCOMPARE(player().page(), 2);
        swipe(50, 52);
        QCOMPARE(player().page(), 2);
        // A tap on an answer chooses it.
        ChoiceButton* second = shown()->sheet()->choices().at(1);
        const QPoint at = second->mapTo(surface, second->rect().center());
        QTest::touchEvent(surface, touch).press(1, at, surface);
        QTest::touchEvent(surface, touch).release(1, at, surface);
        QCOMPARE(second->verdict(), ChoiceButton::Verdict::Right);
    }

    void controlsAreLockedHiddenAndPointedAt()
    {
        presentLesson();
        QVERIFY(!part("stages")->isVisible());
        QVERIFY(!part("inspector")->isVisible());
        QVERIFY(part("averaging")->isVisible());
        QVERIFY(shown()->spotlight()->target() == part("diagram"));
        player().goTo(1, false);
        QCoreApplication::processEvents();
        QVERIFY(!part("averaging")->isVisible());
        QVERIFY(part("stages")->isVisible());
        QVERIFY(shown()->spotlight()->target() == part("width"));
        // The locked slider refuses the mouse and the keys; the one beside it does not.
        ConfigurationPanel* panel = shown()->configurationPanel();
        auto* depth = panel->depthSlider();
        auto* width = panel->widthSlider();
        const SessionState before = shown()->session().state();
        QTest::mouseClick(depth, Qt::LeftButton, Qt::NoModifier,
                          QPoint(depth->width() - 4, depth->height() / 2));
        QTest::mouseClick(pushButton(panel, QStringLiteral("Pin A")), Qt::LeftButton);
        QVERIFY(shown()->session().state() == before);
        QVERIFY(!depth->isEnabled());
        player().goTo(1, false);
        QTest::mouseClick(width, Qt::LeftButton, Qt::NoModifier,
                          QPoint(width->width() / 4, width->height() / 2));
        QVERIFY(shown()->session().state() != before);
        // On the next page everything is free again.
        player().goTo(3, false);
        QVERIFY(depth->isEnabled());
        QVERIFY(shown()->spotlight()->target() == nullptr);
    }

    void theRingIsPainted()
    {
        presentLesson(1);
        QCoreApplication::processEvents();
        const QRect ring = shown()->spotlight()->ring();
        QVERIFY(!ring.isEmpty());
        QWidget* width = part("width");
        QVERIFY(ring.contains(QRect(width->mapTo(shown(), QPoint()), width->size())));
        const auto amber = [&](const QImage& image) {
            int count = 0;
            const QColor colour = currentTheme().unseen;
            for (int x = ring.left(); x < ring.right(); ++x) {
                for (int y = ring.top(); y < ring.top() + 8; ++y) {
                    const QColor seen = image.pixelColor(x, y);
                    count += std::abs(seen.red() - colour.red()) < 12
                        && std::abs(seen.green() - colour.green()) < 12;
                }
            }
            return count;
        };
        QVERIFY(amber(shown()->grab().toImage()) > ring.width());
        player().goTo(3, false);
        QCoreApplication::processEvents();
        QVERIFY(amber(shown()->grab().toImage()) < ring.width() / 4);
    }

    void theAudienceMayTryAndReset()
    {
        presentLesson(1);
        const SessionState page = shown()->session().state();
        QToolButton* reset = toolButton(shown(), QStringLiteral("Reset"));
        QVERIFY(!reset->isEnabled());
        auto* slider = shown()->configurationPanel()->widthSlider();
        const int value = slider->value();
        sendMouse(slider, QEvent::MouseButtonPress, value);
        sendMouse(slider, QEvent::MouseMove, value + 3);
        sendMouse(slider, QEvent::MouseMove, value + 5);
        sendMouse(slider, QEvent::MouseButtonRelease, value + 5);
        QVERIFY(shown()->session().state() != page);
        QVERIFY(player().isChanged());
        QVERIFY(reset->isEnabled());
        // Their drag is a step of the journal, so it can be taken back and had again.
        const SessionState theirs = shown()->session().state();
        QTest::keyClick(shown(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(shown()->session().state() == page);
        QTest::keyClick(shown(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(shown()->session().state() == page);
        player().redo();
        QVERIFY(shown()->session().state() == theirs);
        QTest::mouseClick(reset, Qt::LeftButton);
        QVERIFY(shown()->session().state() == page);
        shown()->session().perform(SetWidth{0, 4});
        QVERIFY(player().isChanged());
        key(Qt::Key_R);
        QVERIFY(shown()->session().state() == page);
        // The next page is what it is, whatever was done on this one.
        shown()->session().perform(SetWidth{0, 4});
        key(Qt::Key_PageDown);
        player().finishPlaying();
        QCOMPARE(shown()->session().state().current, page.current);
    }

    void aDraggedSliderLeavesTheArrowsToThePages()
    {
        presentLesson(1);
        auto* slider = shown()->configurationPanel()->widthSlider();
        sendMouse(slider, QEvent::MouseButtonPress, 5);
        sendMouse(slider, QEvent::MouseButtonRelease, 5);
        QVERIFY(!slider->hasFocus());
        // Reached by the tab key it has them, and the clicker still turns pages.
        slider->setFocus(Qt::TabFocusReason);
        const int value = slider->value();
        key(Qt::Key_Right, slider);
        QCOMPARE(slider->value(), value + 1);
        QCOMPARE(player().page(), 1);
        key(Qt::Key_PageDown, slider);
        QCOMPARE(player().page(), 2);
    }

    void aQuestionAnswers()
    {
        presentLesson(2);
        LessonSheet* sheet = shown()->sheet();
        QCOMPARE(sheet->choices().size(), 3u);
        QVERIFY(sheet->feedback().isEmpty());
        QTest::mouseClick(sheet->choices()[0], Qt::LeftButton);
        QCOMPARE(sheet->choices()[0]->verdict(), ChoiceButton::Verdict::Wrong);
        QVERIFY2(sheet->choices()[0]->accessibleName().contains(QStringLiteral("wrong")),
                 qPrintable(sheet->choices()[0]->accessibleName()));
        const QString first = sheet->feedback();
        QVERIFY(!first.isEmpty());
        QCOMPARE(sheet->choices()[1]->verdict(), ChoiceButton::Verdict::Open);
        const auto explains = [sheet] {
            for (const MarkdownView* text : sheet->findChildren<MarkdownView*>()) {
                if (text->isVisible() && text->plainText() == QStringLiteral("The second it is.")) {
                    return true;
                }
            }
            return false;
        };
        QVERIFY(!explains());
        key(Qt::Key_2);
        QCOMPARE(sheet->choices()[1]->verdict(), ChoiceButton::Verdict::Right);
        QVERIFY(sheet->feedback() != first);
        QVERIFY(explains());
        // Solved is solved; another visit asks again.
        key(Qt::Key_3);
        QCOMPARE(sheet->choices()[2]->verdict(), ChoiceButton::Verdict::Open);
        key(Qt::Key_PageUp);
        key(Qt::Key_PageDown);
        QVERIFY(sheet->feedback().isEmpty());
        QCOMPARE(sheet->choices()[1]->verdict(), ChoiceButton::Verdict::Open);
    }

    void theScreenGoesBlank()
    {
        presentLesson();
        key(Qt::Key_B);
        QVERIFY(shown()->isBlank());
        QCOMPARE(shown()->grab().toImage().pixelColor(300, 300), QColor(Qt::black));
        key(Qt::Key_Period);
        QVERIFY(!shown()->isBlank());
        key(Qt::Key_B);
        key(Qt::Key_PageDown);
        QVERIFY(!shown()->isBlank());
    }

    void leavingLeavesTheSessionAsItWas()
    {
        QSignalSpy measured(&m_window->live(), &LiveMorph::settled);
        while (!m_window->live().isSettled()) {
            QVERIFY(measured.wait(longWait));
        }
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        const SessionDocument before = ownSession(*m_window);
        const QByteArray docks = m_window->saveState();
        presentLesson();
        key(Qt::Key_PageDown);
        player().finishPlaying();
        shown()->session().perform(SetWidth{1, 7});
        QVERIFY(shown()->session().state() != m_window->session().state());
        key(Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(shown() == nullptr, longWait);
        QVERIFY(ownSession(*m_window) == before);
        QCOMPARE(m_window->saveState(), docks);
        QSignalSpy settled(&m_window->live(), &LiveMorph::settled);
        while (!m_window->live().isSettled()) {
            QVERIFY(settled.wait(longWait));
        }
        QVERIFY(m_window->session().perform(SetWidth{0, 2}));
        // And again.
        presentLesson(1);
        QCOMPARE(player().page(), 1);
    }

    void everyControlHasANameAndATip()
    {
        presentLesson(2);
        QCOMPARE(unnamedControls(shown()), QStringList());
        player().goTo(3, false);
        QCOMPARE(unnamedControls(shown()), QStringList());
    }

    void aPageThatIsNotPresentedIsNamed()
    {
        SessionDocument lesson = lessonOf(*m_manifold);
        lesson.steps[3].action = ShowPage{"elsewhere"};
        m_window->present(lesson, {{m_manifold->hash, m_manifold}}, 2);
        auto* bar = shown()->findChild<MessageBar*>();
        QVERIFY2(bar->text().contains(QStringLiteral("elsewhere")), qPrintable(bar->text()));
        key(Qt::Key_Home);
        QVERIFY(bar->text().isEmpty());
    }

    void smoothnessAndLandscapeArePresented_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1280x720") << QSize(1280, 720);
        QTest::newRow("1920x1080") << QSize(1920, 1080);
    }

    void smoothnessAndLandscapeArePresented()
    {
        QFETCH(QSize, size);
        m_window->setPresentSize(size);
        m_window->present(lessonOfPictures(*m_manifold), {{m_manifold->hash, m_manifold}}, 1);
        QVERIFY(QTest::qWaitForWindowExposed(shown()));
        shown()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(shown()));
        shown()->images().provide(randomImages(FamilyKind::ResNet, 60));
        const auto* bar = shown()->findChild<MessageBar*>();
        const auto readable = [&](QWidget* page) {
            for (const QLabel* label : page->findChildren<QLabel*>()) {
                QVERIFY2(!label->isVisible()
                             || 48 * QFontInfo(label->font()).pixelSize() >= size.height(),
                         qPrintable(label->text()));
            }
            QCOMPARE(unnamedControls(page), QStringList());
        };
        const auto isThere = [&](std::initializer_list<const char*> names) {
            for (const char* name : {"weights", "travel", "smoothness", "landscape", "measure",
                                     "smoothness-controls", "smoothness-views", "order-before",
                                     "landscape-views", "landscape-x", "diagram"}) {
                const bool expected = std::ranges::any_of(
                    names, [name](const char* one) { return std::string(one) == name; });
                QVERIFY2(part(name)->isVisible() == expected, name);
            }
        };

        // The weights, as large as their page, with the way between two orders.
        SmoothnessPage* weights = shown()->smoothnessPage();
        QTRY_VERIFY_WITH_TIMEOUT(shown()->smoothness().orders() != nullptr, longWait);
        QTRY_VERIFY_WITH_TIMEOUT(weights->isVisible(), longWait);
        QVERIFY2(bar->text().isEmpty(), qPrintable(bar->text()));
        isThere({"weights", "travel"});
        QVERIFY(weights->maps()->isVisible());
        QVERIFY(weights->maps()->width() > size.width() / 2);
        QVERIFY(weights->maps()->height() > size.height() / 2);
        QVERIFY(48 * QFontInfo(weights->maps()->font()).pixelSize() >= size.height());
        QVERIFY(weights->maps()->pair().sides[0].rows > 0);
        readable(weights);
        QVERIFY(shown()->spotlight()->target() == part("travel"));
        QVERIFY(part("travel")->isEnabled());
        // The class lets the channels travel, and takes it back.
        QCOMPARE(weights->travelled(), 1.0);
        auto* slider = weights->travelSlider();
        sendMouse(slider, QEvent::MouseButtonPress, 100);
        sendMouse(slider, QEvent::MouseMove, 40);
        sendMouse(slider, QEvent::MouseButtonRelease, 40);
        QVERIFY(weights->travelled() < 0.6);
        QVERIFY(player().isChanged());
        key(Qt::Key_R);
        QCOMPARE(weights->travelled(), 1.0);
        // Arrows belong to the map that has the focus, the clicker to the pages.
        weights->maps()->setFocus();
        const auto place = weights->maps()->place();
        key(Qt::Key_Right, weights->maps());
        QVERIFY(!(weights->maps()->place() == place));
        QCOMPARE(player().page(), 1);
        key(Qt::Key_PageDown, weights->maps());
        QCOMPARE(player().page(), 2);

        // What is counted of them.
        player().finishPlaying();
        QCoreApplication::processEvents();
        isThere({"smoothness"});
        QVERIFY(weights->chart()->isVisible());
        QVERIFY(weights->chart()->figure()->data().count() > 0);
        QVERIFY(weights->chart()->height() > size.height() / 2);
        QVERIFY(48 * QFontInfo(weights->chart()->font()).pixelSize() >= size.height());
        readable(weights);

        // A landscape that the class measures.
        player().goTo(3, false);
        QCoreApplication::processEvents();
        isThere({"landscape", "measure"});
        LandscapePage* land = shown()->landscapePage();
        QVERIFY(land->map()->isVisible());
        QVERIFY(land->map()->height() > size.height() / 2);
        QVERIFY(48 * QFontInfo(land->map()->font()).pixelSize() >= size.height());
        readable(land);
        QTRY_VERIFY_WITH_TIMEOUT(pushButton(land, QStringLiteral("Measure")) != nullptr, longWait);
        QTRY_VERIFY_WITH_TIMEOUT(pushButton(land, QStringLiteral("Measure"))->isEnabled(),
                                 longWait);
        const std::size_t known = shown()->landscape().data()->knownCount();
        QTest::mouseClick(pushButton(land, QStringLiteral("Measure")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(shown()->landscape().data()->knownCount() > known, longWait);
        player().goTo(4, false);
        QCoreApplication::processEvents();
        isThere({"landscape"});
        // Leaving ends what was begun.
        key(Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(shown() == nullptr, longWait);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->jobs().active().empty(), longWait);
    }

    void channelsTravelWhilePlayed()
    {
        m_window->setPresentSize(QSize(1280, 720));
        m_window->present(lessonOfPictures(*m_manifold), {{m_manifold->hash, m_manifold}}, 0);
        QVERIFY(QTest::qWaitForWindowExposed(shown()));
        std::set<std::string> ways;
        connect(&shown()->session(), &SessionModel::stateChanged, this, [&] {
            ways.insert(optionValue(shown()->session().state(), "smoothness.travel"));
        });
        QSignalSpy changed(&player(), &LessonPlayer::stateChanged);
        player().next();
        while (player().isPlaying()) {
            QVERIFY(changed.wait(longWait));
        }
        QVERIFY(ways.contains("0") && ways.contains("100"));
        QVERIFY2(ways.size() > 4, "channels jump");
        QCOMPARE(shown()->smoothnessPage()->travelled(), 1.0);
    }

    void badLessonsAreTold_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("word");
        const auto manifold = untrainedManifold(FamilyKind::ResNet);
        const std::string good = sessionText(lessonOf(*manifold));
        SessionDocument plain = lessonOf(*manifold);
        for (SessionStep& step : plain.steps) {
            step.lesson.reset();
        }
        QTest::newRow("no pages") << QByteArray::fromStdString(sessionText(plain))
                                  << QByteArray("no pages to present");
        QTest::newRow("cut short") << QByteArray::fromStdString(good.substr(0, good.size() / 2))
                                   << QByteArray("bad.morph");
        QTest::newRow("no JSON") << QByteArray("# A lesson") << QByteArray("bad.morph");
        QByteArray control = QByteArray::fromStdString(good);
        QTest::newRow("unknown control")
            << control.replace("\"highlight\": \"diagram\"", "\"highlight\": \"moon\"")
            << QByteArray("moon");
        QTest::newRow("manifold is missing") << QByteArray::fromStdString(good)
                                             << QByteArray("a.manifold");
    }

    void badLessonsAreTold()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, word);
        const QString file = m_folder->filePath(QStringLiteral("bad.morph"));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
        out.close();
        const SessionDocument before = ownSession(*m_window);
        QSignalSpy problem(m_window.get(), &MainWindow::problem);
        m_window->presentFile(file.toStdU16String());
        QVERIFY(problem.wait(longWait));
        const QString told = problem[0][0].toString();
        QVERIFY2(told.contains(QString::fromUtf8(word)), qPrintable(told));
        QVERIFY2(!told.contains(m_folder->path()), "a message carries no path");
        QVERIFY(shown() == nullptr);
        QVERIFY(ownSession(*m_window) == before);
    }

    void letters_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1280, 720), QSize(1920, 1080), QSize(2560, 1440)}) {
            QTest::addRow("%dx%d", size.width(), size.height()) << size;
        }
    }

    /// The rule for the last row: 1/28 of the height of the screen, and 1/48 for the live part.
    void letters()
    {
        QFETCH(QSize, size);
        presentLesson(2, size);
        QCoreApplication::processEvents();
        QCOMPARE(shown()->size(), size);
        const auto pixels = [](const QWidget* widget) { return QFontInfo(widget->font()).pixelSize(); };
        for (const MarkdownView* text : shown()->sheet()->findChildren<MarkdownView*>()) {
            QVERIFY(28 * pixels(text) >= size.height());
        }
        for (const ChoiceButton* choice : shown()->sheet()->choices()) {
            QVERIFY(28 * pixels(choice) >= size.height());
        }
        QVERIFY(20 * pixels(shown()->sheet()->title()) >= size.height());
        player().goTo(3, false);
        for (const QLabel* label : shown()->configurationPanel()->findChildren<QLabel*>()) {
            QVERIFY2(48 * pixels(label) >= size.height(),
                     qPrintable(QStringLiteral("'%1': %2").arg(label->text()).arg(pixels(label))));
        }
    }

    void theLessonsFitTheScreen_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("language");
        for (const auto language : {LanguageChoice::English, LanguageChoice::German}) {
            for (const QSize size : {QSize(1280, 720), QSize(1920, 1080), QSize(2560, 1440)}) {
                QTest::addRow("%s %dx%d", qPrintable(nameOf(language)), size.width(), size.height())
                    << size << int(language);
            }
        }
    }

    void theLessonsFitTheScreen()
    {
        QFETCH(QSize, size);
        QFETCH(int, language);
        applyLanguage(LanguageChoice(language));
        QCOMPARE(bundledLessons().size(), 3u);
        m_window->setPresentSize(size);
        for (const BundledLesson& lesson : bundledLessons()) {
            QSignalSpy presented(m_window.get(), &MainWindow::presented);
            m_window->presentFile(lesson.file);
            QVERIFY(presented.wait(longWait));
            QVERIFY(QTest::qWaitForWindowExposed(shown()));
            QCOMPARE(player().pageCount(), lesson.pages);
            for (int page = 0; page < lesson.pages; ++page) {
                player().goTo(page, false);
                LessonSheet* sheet = shown()->sheet();
                QCoreApplication::processEvents();
                for (std::size_t i = 0; i < sheet->choices().size(); ++i) {
                    sheet->choose(int(i));
                }
                QCoreApplication::processEvents();
                QVERIFY2(sheet->neededHeight() <= sheet->viewport()->height(),
                         qPrintable(QStringLiteral("%1, page %2: %3 of %4 pixels")
                                        .arg(player().title())
                                        .arg(page + 1)
                                        .arg(sheet->neededHeight())
                                        .arg(sheet->viewport()->height())));
                QVERIFY2(QTest::qWaitFor([&] { return sheet->verticalScrollBar()->maximum() == 0; }),
                         qPrintable(QStringLiteral("%1, page %2: the text scrolls by %3 pixels")
                                        .arg(player().title())
                                        .arg(page + 1)
                                        .arg(sheet->verticalScrollBar()->maximum())));
                // What is measured makes room for itself.
                QTRY_VERIFY_WITH_TIMEOUT(shown()->live().isSettled(), longWait);
                const auto misfits = [this] {
                    return scrollingPanels(shown()->liveArea()) + narrowLabels(shown()->liveArea());
                };
                QVERIFY2(QTest::qWaitFor([&] { return misfits().isEmpty(); }),
                         qPrintable(QStringLiteral("%1, page %2: %3")
                                        .arg(player().title())
                                        .arg(page + 1)
                                        .arg(misfits().join(u';'))));
            }
        }
    }

    void nothingIsCutWhereNothingIsHidden_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("language");
        QTest::addColumn<bool>("pinned");
        for (const auto language : {LanguageChoice::English, LanguageChoice::German}) {
            for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)}) {
                for (const bool pinned : {false, true}) {
                    QTest::addRow("%s %dx%d%s", qPrintable(nameOf(language)), size.width(), size.height(),
                                  pinned ? ", pinned" : "")
                        << size << int(language) << pinned;
                }
            }
        }
    }

    /// As the editor makes a lesson: every control is there.
    void nothingIsCutWhereNothingIsHidden()
    {
        QFETCH(QSize, size);
        QFETCH(int, language);
        QFETCH(bool, pinned);
        applyLanguage(LanguageChoice(language));
        // Bundled, because its sizes have as many digits as real ones have.
        const auto manifold = readManifold(
            std::filesystem::path(MORPHOSPACE_SOURCE_DIR "/resources/manifolds/glyphs-resnet.manifold"));
        SessionDocument lesson;
        lesson.title = std::map<std::string, std::string>{{"any", "All"}};
        lesson.steps = {pageStep(OpenManifold{{manifold->hash, "glyphs-resnet.manifold", manifold->family()}},
                                 {"First", "All.", {}, {}, "", {}})};
        if (pinned) {
            lesson.steps.push_back(step(PinSample{}));
        }
        lesson.steps.push_back(
            pageStep(SetConfiguration{uniformWidths(manifold->family(), 17.0 / 32, {3, 3, 3})},
                     {"Second", "Smaller.", {}, {}, "", {}}));
        m_window->setPresentSize(size);
        m_window->present(lesson, {{manifold->hash, manifold}}, 1);
        QVERIFY(QTest::qWaitForWindowExposed(shown()));
        QTRY_VERIFY_WITH_TIMEOUT(shown()->live().isSettled(), longWait);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        const QStringList cut = cutParts(shown()->liveArea());
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
        QVERIFY(shown()->liveArea()->geometry().right() < size.width());
    }

    void theLessonSpeaksTheLanguageOfTheWindow()
    {
        applyLanguage(LanguageChoice::German);
        presentLesson();
        QCOMPARE(player().title(), QStringLiteral("Ein Test"));
    }

    void followsTheSizeOfItsWindow()
    {
        presentLesson(1, QSize(1280, 720));
        const int before = QFontInfo(shown()->configurationPanel()->font()).pixelSize();
        shown()->resize(1920, 1080);
        QTRY_VERIFY_WITH_TIMEOUT(
            QFontInfo(shown()->configurationPanel()->font()).pixelSize() > before, longWait);
        QVERIFY(!part("averaging")->isVisible());
        QVERIFY(shown()->spotlight()->target() == part("width"));
        QCOMPARE(player().page(), 1);
        // On a tall screen the text is above.
        shown()->resize(900, 1200);
        QTRY_COMPARE_WITH_TIMEOUT(shown()->sheet()->x(), 0, longWait);
        QTRY_VERIFY2_WITH_TIMEOUT(shown()->sheet()->geometry().bottom() <= shown()->liveArea()->geometry().top(),
                     qPrintable(QStringLiteral("%1 x %2: %3, %4")
                                    .arg(shown()->width())
                                    .arg(shown()->height())
                                    .arg(shown()->sheet()->geometry().bottom())
                                    .arg(shown()->liveArea()->geometry().top())), longWait);
    }
};

int main(int argc, char** argv)
{
    qputenv("MORPHOSPACE_RESOURCES", MORPHOSPACE_SOURCE_DIR "/resources");
    return runGuiTest<TestPresent>(argc, argv);
}

#include "tst_present.moc"
