// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/main_window.h"
#include "core/manifold/manifold.h"
#include "tests/widgets/fixtures.h"
#include "widgets/figure/figure_file.h"
#include "widgets/shared/message_bar.h"
#include "widgets/weightspace/letters_panel.h"
#include "widgets/weightspace/weight_space_controls.h"
#include "widgets/weightspace/weight_space_page.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTemporaryDir>

#include <memory>

using namespace morphospace;

namespace {

constexpr int longWait = 60000;   // only a broken program waits this long

ZooPlace memberPlace(int member)
{
    ZooPlace place;
    place.kind = ZooPlaceKind::Member;
    place.member = member;
    return place;
}

} // namespace

class TestWeightSpaceWindow : public QObject {
    Q_OBJECT

private:
    [[nodiscard]] std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdU16String()) / name;
    }
    void settle()
    {
        QVERIFY(QTest::qWaitFor([this] { return m_window->weightSpace().isSettled(); }, longWait));
    }
    void open(const char* name)
    {
        QSignalSpy opened(m_window.get(), &MainWindow::opened);
        m_window->openFile(path(name));
        QVERIFY(opened.wait(longWait));
    }
    [[nodiscard]] QTabWidget* pages() const { return m_window->findChild<QTabWidget*>(); }
    [[nodiscard]] QAction* action(const char* name) const
    {
        return m_window->findChild<QAction*>(QString::fromLatin1(name));
    }
    [[nodiscard]] const ZooState& zoo() const { return *m_window->session().state().zoo; }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;

private Q_SLOTS:
    void initTestCase()
    {
        writeTinyZoo(path("tiny.zoo"));
        writeManifold(*untrainedManifold(FamilyKind::LeNet), path("lenet.manifold"));
    }

    void init()
    {
        m_window = std::make_unique<MainWindow>(Preferences{}, false);
        m_window->files().setAsks(false);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        applyLanguage(LanguageChoice::English);
    }

    void aZooNeedsNoManifold()
    {
        open("tiny.zoo");
        settle();
        QVERIFY(!m_window->session().manifold());
        QCOMPARE(pages()->currentWidget(), m_window->weightSpacePage());
        QVERIFY(m_window->weightSpacePage()->isVisible());
        QVERIFY(m_window->weightSpaceControls()->isVisible());
        for (int page = 0; page < 4; ++page) {
            QVERIFY(!pages()->isTabEnabled(page));
        }
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("Test / Typefaces")));
        QVERIFY(action("save")->isEnabled());
        // One step and no page turned that nobody asked for.
        QCOMPARE(m_window->session().state().page, std::string("weightspace"));
        QCOMPARE(m_window->figures().front().name, QStringLiteral("specimen"));
    }

    void theChoiceOfLettersIsSeenWhole_data()
    {
        QTest::addColumn<int>("language");
        QTest::newRow("English") << int(LanguageChoice::English);
        QTest::newRow("German") << int(LanguageChoice::German);
    }

    void theChoiceOfLettersIsSeenWhole()
    {
        QFETCH(int, language);
        m_window = std::make_unique<MainWindow>(Preferences{}, false, LanguageChoice(language));
        m_window->files().setAsks(false);
        m_window->show();
        open("tiny.zoo");
        settle();
        m_window->resize(1280, 720);
        QCoreApplication::processEvents();
        QCOMPARE(m_window->size(), QSize(1280, 720));
        for (const auto* box : m_window->weightSpacePage()->letters()->findChildren<QComboBox*>()) {
            QVERIFY(box->isVisible());
            // As ElidingBox has it: 24 for the arrow, 22 for padding and border, 4 to spare.
            const int needed = box->fontMetrics().horizontalAdvance(box->currentText()) + 50;
            QVERIFY2(box->width() >= std::min(needed, box->sizeHint().width()),
                     qPrintable(QStringLiteral("%1 of %2").arg(box->width()).arg(needed)));
        }
        // The word beside it still has room.
        QVERIFY(m_window->weightSpacePage()->letters()->word()->width() >= 70);
    }

    void aManifoldBesideAZoo()
    {
        open("tiny.zoo");
        open("lenet.manifold");
        QVERIFY(m_window->session().manifold() && m_window->session().zoo());
        for (int page = 0; page < 5; ++page) {
            QVERIFY(pages()->isTabEnabled(page));
        }
        m_window->session().perform(ShowPage{"morph"});
        QVERIFY(!m_window->weightSpaceControls()->isVisible());
        m_window->activateWindow();   // nothing else does where there is no window manager
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_5, Qt::ControlModifier);
        QCOMPARE(m_window->session().state().page, std::string("weightspace"));
        QVERIFY(m_window->weightSpaceControls()->isVisible());
        // Back to before the manifold: the page that is left is the one that needs none.
        m_window->session().moveTo(2);
        QVERIFY(!m_window->session().manifold());
        QCOMPARE(pages()->currentWidget(), m_window->weightSpacePage());
    }

    void pinIsThatOfThePage()
    {
        open("tiny.zoo");
        open("lenet.manifold");
        m_window->session().perform(ShowPage{"weightspace"});
        action("pin")->trigger();
        QVERIFY(zoo().pinned);
        QVERIFY(!m_window->session().state().pinned);
        QVERIFY(action("pin")->isChecked());
        m_window->session().perform(SetPlace{memberPlace(4)});
        action("swap")->trigger();
        QVERIFY(zoo().current.place.kind == ZooPlaceKind::Mean);
        QCOMPARE(zoo().pinned->place.member, 4);
        m_window->session().perform(ShowPage{"morph"});
        QVERIFY(!action("pin")->isChecked());
        action("pin")->trigger();
        QVERIFY(m_window->session().state().pinned);
        m_window->session().perform(ShowPage{"weightspace"});
        action("pin")->trigger();
        QVERIFY(!zoo().pinned);
        QVERIFY(m_window->session().state().pinned);
    }

    void aSavedSessionBringsItAllBack()
    {
        open("tiny.zoo");
        SessionModel& session = m_window->session();
        session.perform(SetPlace{memberPlace(4)});
        session.perform(PinModel{});
        session.perform(SetDirection{"slant", 1.25});
        session.perform(SetWord{"Rag"});
        const SessionState before = session.state();
        QVERIFY(m_window->files().saveTo(path("space.morph"), false));
        cleanup();
        init();
        open("space.morph");
        QVERIFY(m_window->session().state() == before);
        settle();
        QVERIFY(m_window->weightSpace().current()->model == before.zoo->current);
        QCOMPARE(pages()->currentWidget(), m_window->weightSpacePage());
        // Undo and redo go through it.
        m_window->session().undo();
        m_window->session().undo();
        QVERIFY(m_window->session().state().zoo->current.pushes.empty());
    }

    void aSessionHoldsItsZooWhereAskedFor()
    {
        QTemporaryDir elsewhere;
        open("tiny.zoo");
        m_window->session().perform(SetPlace{memberPlace(7)});
        const auto file =
            std::filesystem::path(elsewhere.path().toStdU16String()) / "whole.morph";
        QVERIFY(m_window->files().saveTo(file, true));
        cleanup();
        init();
        QSignalSpy opened(m_window.get(), &MainWindow::opened);
        m_window->openFile(file);
        QVERIFY(opened.wait(longWait));
        QCOMPARE(zoo().current.place.member, 7);
    }

    void aMissingZooIsNamed()
    {
        QTemporaryDir elsewhere;
        open("tiny.zoo");
        const auto file = std::filesystem::path(elsewhere.path().toStdU16String()) / "lost.morph";
        QVERIFY(m_window->files().saveTo(file, false));
        cleanup();
        init();
        QSignalSpy problem(m_window.get(), &MainWindow::problem);
        m_window->openFile(file);
        QVERIFY(problem.wait(longWait));
        QVERIFY2(problem[0][0].toString().contains(QStringLiteral("tiny.zoo")),
                 qPrintable(problem[0][0].toString()));
        QVERIFY(!m_window->session().zoo());
    }

    void aFileThatIsNoZooLeavesAllAsItWas()
    {
        open("tiny.zoo");
        std::filesystem::copy_file(path("lenet.manifold"), path("wrong.zoo"),
                                   std::filesystem::copy_options::overwrite_existing);
        QSignalSpy problem(m_window.get(), &MainWindow::problem);
        m_window->openFile(path("wrong.zoo"));
        QVERIFY(problem.wait(longWait));
        QVERIFY(problem[0][0].toString().contains(QStringLiteral("wrong.zoo")));
        QVERIFY(m_window->session().zoo());
    }

    void aFigureBringsBackItsSession()
    {
        open("tiny.zoo");
        m_window->session().perform(SetPlace{memberPlace(3)});
        settle();
        const Figure figure = m_window->figures().front();
        const FigurePage page = pageOf(figure, {120, 80}, 8, m_window->provenance());
        writeFigure(page, path("specimen.png"));
        const Provenance read = readProvenance(path("specimen.png"));
        QCOMPARE(read.zoo, std::string("Test / Typefaces"));
        QCOMPARE(read.zooModel, std::string("member 3"));
        QVERIFY(read.manifoldHash.empty());
        const SessionDocument document = sessionFromText(read.session);
        QVERIFY(Journal(document.steps, document.position).state().zoo->current == zoo().current);
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestWeightSpaceWindow>(argc, argv);
}

#include "tst_weight_space_window.moc"
