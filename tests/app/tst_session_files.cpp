// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fixtures.h"

#include "app/gui/main_window.h"
#include "app/gui/missing_dialog.h"
#include "app/gui/recovery_dialog.h"
#include "core/base/hash.h"
#include "widgets/configuration/configuration_panel.h"
#include "widgets/journal/journal_panel.h"
#include "widgets/shared/message_bar.h"
#include "widgets/shared/state_note.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>

using namespace morphospace;

namespace {

constexpr int longWait = 60000;   // only a broken program waits this long

} // namespace

/// Sessions of the real window: written, read again by another one, recovered, played.
class TestSessionFiles : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder->path().toStdU16String()) / name;
    }

    [[nodiscard]] std::unique_ptr<MainWindow> window() const
    {
        auto made = std::make_unique<MainWindow>(Preferences{}, false);
        made->setImageLimit(20);
        made->show();
        return made;
    }

    bool open(MainWindow& window, const std::filesystem::path& file)
    {
        QSignalSpy opened(&window, &MainWindow::opened);
        window.openFile(file);
        return opened.wait(longWait);
    }

    /// A window in which a manifold was opened and something was done.
    std::unique_ptr<MainWindow> workedIn()
    {
        auto made = window();
        const auto manifold = untrainedManifold(FamilyKind::ResNet);
        writeManifold(*manifold, path("a.manifold"));
        if (!open(*made, path("a.manifold"))) {
            return nullptr;
        }
        made->session().perform(SetWidth{2, 9});
        made->session().perform(PinSample{});
        made->session().perform(SetDepth{1, 1});
        made->session().setNote(1, QStringLiteral("narrower"));
        return made;
    }

    /// Two manifolds, the first of which only the session holds.
    std::unique_ptr<MainWindow> withOneInside()
    {
        auto first = workedIn();
        if (!first || !first->files().saveTo(path("whole.morph"), true)) {
            return nullptr;
        }
        std::filesystem::remove(path("a.manifold"));
        writeManifold(*untrainedManifold(FamilyKind::LeNet), path("b.manifold"));
        auto made = window();
        if (!open(*made, path("whole.morph")) || !open(*made, path("b.manifold"))) {
            return nullptr;
        }
        return made;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void savedAndOpenedAgain()
    {
        auto first = workedIn();
        QVERIFY(first);
        QVERIFY(first->isWindowModified());
        QVERIFY(first->files().saveTo(path("work"), false));
        QVERIFY(!first->isWindowModified());
        QCOMPARE(first->files().file(), path("work.morph"));
        const auto second = window();
        QVERIFY(open(*second, path("work.morph")));
        const Journal& journal = second->session().journal();
        QCOMPARE(journal.steps().size(), 4u);
        QCOMPARE(journal.position(), 4u);
        QCOMPARE(journal.steps()[1].note, std::string("narrower"));
        QVERIFY(second->session().state().current == first->session().state().current);
        QVERIFY(second->session().state().pinned == first->session().state().pinned);
        QVERIFY(!second->isWindowModified());
        // Undo reaches back to before it was saved, and saving again is of the same bytes.
        second->session().undo();
        QVERIFY(second->isWindowModified());
        second->session().redo();
        QVERIFY(!second->isWindowModified());
    }

    void aSessionWithItsManifoldNeedsNothingElse()
    {
        auto first = workedIn();
        QVERIFY(first);
        QVERIFY(first->files().saveTo(path("whole.morph"), true));
        std::filesystem::remove(path("a.manifold"));
        const auto second = window();
        QVERIFY(open(*second, path("whole.morph")));
        QVERIFY(second->session().manifold() != nullptr);
        QCOMPARE(second->session().manifold()->hash, first->session().manifold()->hash);
    }

    void whatNoFileHoldsStaysInside()
    {
        auto first = workedIn();
        QVERIFY(first);
        QVERIFY(first->files().saveTo(path("whole.morph"), true));
        std::filesystem::remove(path("a.manifold"));
        const auto second = window();
        QVERIFY(open(*second, path("whole.morph")));
        QVERIFY(second->files().saveTo(path("copy.morph"), false));
        std::filesystem::remove(path("whole.morph"));
        const auto third = window();
        QVERIFY(open(*third, path("copy.morph")));
        QCOMPARE(third->session().manifold()->hash, first->session().manifold()->hash);
    }

    void saveKeepsInsideWhatWasInside()
    {
        const auto held = [this](const char* file) {
            QStringList hashes;
            for (const auto& [hash, content] : readSession(path(file)).embedded) {
                hashes += QString::fromStdString(hash);
            }
            return hashes;
        };
        const auto second = withOneInside();
        QVERIFY(second);
        const QStringList one = held("whole.morph");
        QCOMPARE(one.size(), 1);
        QCOMPARE(second->session().opened().size(), 2u);
        QVERIFY(second->files().saveTo(path("copy.morph"), false));
        QCOMPARE(held("copy.morph"), one);
        second->session().perform(PinSample{});
        QVERIFY(second->files().save());
        QCOMPARE(held("copy.morph"), one);
        // The same in a window that opens it again.
        const auto third = window();
        QVERIFY(open(*third, path("copy.morph")));
        third->session().perform(UnpinSample{});
        QVERIFY(third->files().save());
        QCOMPARE(held("copy.morph"), one);
        QVERIFY(!third->isWindowModified());
        // A copy by reference keeps what no file holds; where a file does, it is left out.
        writeManifold(*untrainedManifold(FamilyKind::ResNet), path("a.manifold"));
        QVERIFY(open(*third, path("a.manifold")));
        QVERIFY(third->files().save());
        QCOMPARE(held("copy.morph"), one);
        QVERIFY(third->files().saveTo(path("copy.morph"), false));
        QCOMPARE(held("copy.morph"), QStringList());
        QVERIFY(third->files().save());
        QCOMPARE(held("copy.morph"), QStringList());
    }

    void whereAllIsInsideWhatIsOpenedLaterGoesInsideAsWell()
    {
        const auto second = withOneInside();
        QVERIFY(second);
        QVERIFY(second->files().save());   // whole.morph, all of which was inside
        QCOMPARE(readSession(path("whole.morph")).embedded.size(), 2u);
        std::filesystem::remove(path("b.manifold"));
        const auto third = window();
        QVERIFY(open(*third, path("whole.morph")));
        QCOMPARE(third->session().opened().size(), 2u);
    }

    void aManifoldThatChangedIsNotPutInside()
    {
        auto first = workedIn();
        QVERIFY(first);
        writeManifold(*untrainedManifold(FamilyKind::LeNet), path("a.manifold"));
        QSignalSpy problem(first.get(), &MainWindow::problem);
        QVERIFY(!first->files().saveTo(path("whole.morph"), true));
        QCOMPARE(problem.size(), 1);
        const QString text = problem.first().first().toString();
        QVERIFY2(text.contains(QStringLiteral("a.manifold")), qPrintable(text));
        QVERIFY(!std::filesystem::exists(path("whole.morph")));
        QVERIFY(first->isWindowModified());
        // By reference it is saved all the same.
        QVERIFY(first->files().saveTo(path("work.morph"), false));
    }

    void whatWasFoundOnceIsNotAskedForAgain()
    {
        auto first = workedIn();
        QVERIFY(first);
        QVERIFY(first->files().saveTo(path("work.morph"), false));
        std::filesystem::create_directory(path("moved"));
        std::filesystem::rename(path("a.manifold"), path("moved") / "b.manifold");
        const auto second = window();
        second->files().setAsks(true);
        QSignalSpy opened(second.get(), &MainWindow::opened);
        QTimer looking;
        connect(&looking, &QTimer::timeout, this, [this] {
            if (auto* dialog = qobject_cast<MissingDialog*>(QApplication::activeModalWidget())) {
                QVERIFY(dialog->tryFile(0, path("moved") / "b.manifold"));
                // The way on is one key away.
                QTest::keyClick(dialog, Qt::Key_Return);
            }
        });
        looking.start(20);
        second->openFile(path("work.morph"));
        QVERIFY(opened.wait(longWait));
        looking.stop();
        QVERIFY(second->preferences().recentFiles.contains(
            m_folder->filePath(QStringLiteral("moved/b.manifold"))));
        // It says so itself, too, once it is saved again.
        QVERIFY(second->files().save());
        const auto third = window();
        QVERIFY(open(*third, path("work.morph")));
    }

    void aMissingManifoldIsNamedAndNothingIsLost()
    {
        auto first = workedIn();
        QVERIFY(first);
        QVERIFY(first->files().saveTo(path("work.morph"), false));
        // Another manifold of the same name is not the same.
        writeManifold(*untrainedManifold(FamilyKind::LeNet), path("a.manifold"));
        const auto second = window();
        writeManifold(*untrainedManifold(FamilyKind::LeNet), path("b.manifold"));
        QVERIFY(open(*second, path("b.manifold")));
        QSignalSpy problem(second.get(), &MainWindow::problem);
        second->openFile(path("work.morph"));
        QVERIFY(problem.wait(longWait));
        const QString text = problem.first().first().toString();
        QVERIFY2(text.contains(QStringLiteral("a.manifold")), qPrintable(text));
        QVERIFY2(text.contains(QString::fromStdString(first->session().manifold()->hash)),
                 qPrintable(text));
        QCOMPARE(second->session().journal().steps().size(), 1u);
        QVERIFY(second->session().manifold() != nullptr);
    }

    void theMissingDialogTakesAFileByItsContent()
    {
        const auto manifold = untrainedManifold(FamilyKind::ResNet);
        writeManifold(*manifold, path("right.manifold"));
        writeManifold(*untrainedManifold(FamilyKind::LeNet), path("wrong.manifold"));
        SessionManifolds::Missing missing;
        missing.reference = {manifold->hash, "gone.manifold", manifold->family()};
        MissingDialog dialog(std::vector{missing});
        QVERIFY(!dialog.state(0).isProblem());
        QVERIFY(!dialog.tryFile(0, path("wrong.manifold")));
        QVERIFY(dialog.state(0).isProblem());
        QVERIFY(dialog.state(0).text().contains(QStringLiteral("wrong.manifold")));
        QVERIFY(!dialog.tryFile(0, path("nowhere.manifold")));
        QVERIFY(dialog.state(0).isProblem());
        QVERIFY(dialog.files().empty());
        QVERIFY(dialog.tryFile(0, path("right.manifold")));
        QVERIFY(!dialog.state(0).isProblem());
        QCOMPARE(dialog.files().size(), 1u);
        // A wrong one after it takes nothing away.
        QVERIFY(!dialog.tryFile(0, path("wrong.manifold")));
        QCOMPARE(dialog.files(), std::vector{path("right.manifold")});
        QCOMPARE(unnamedControls(&dialog), QStringList());
    }

    void whatWasDoneIsThereAfterAKill()
    {
        const auto folder = path("recovery");
        {
            auto first = workedIn();
            QVERIFY(first);
            first->files().keepRecovery(folder);
            first->session().perform(SetWidth{0, 2});
            first->session().undo();
            // The window goes without being closed, as it does when the program is killed.
        }
        const auto sessions = recoverableSessions(folder);
        QCOMPARE(sessions.size(), 1u);
        QCOMPARE(sessions[0].document.steps.size(), 5u);
        QCOMPARE(sessions[0].document.position, 4u);
        RecoveryDialog dialog(sessions);
        QCOMPARE(unnamedControls(&dialog), QStringList());
        const auto second = window();
        QSignalSpy opened(second.get(), &MainWindow::opened);
        second->files().noteManifold("a", path("a.manifold"));
        second->files().openDocument(sessions[0].document, {}, true);
        QVERIFY(opened.wait(longWait));
        QCOMPARE(second->session().journal().position(), 4u);
        QCOMPARE(second->session().state().current.depths[1], 1);
        // It is on no file yet.
        QVERIFY(second->isWindowModified());
    }

    void whatIsRecoveredIsChosen()
    {
        const auto folder = path("recovery");
        {
            auto first = workedIn();
            QVERIFY(first);
            QVERIFY(first->files().saveTo(path("work.morph"), false));
            first->files().keepRecovery(folder);
            first->session().perform(SetWidth{0, 2});
        }
        const auto second = window();
        const auto offer = [&](Qt::Key key, const QString& button) {
            QTimer::singleShot(0, this, [key, button] {
                auto* dialog = qobject_cast<RecoveryDialog*>(QApplication::activeModalWidget());
                QVERIFY(dialog != nullptr);
                for (auto* offered : dialog->findChildren<QPushButton*>()) {
                    if (offered->text() == button) {
                        offered->setFocus();
                    }
                }
                QTest::keyClick(button.isEmpty() ? dialog : dialog->focusWidget(), key);
            });
            second->offerRecovery(folder);
        };
        // No answer: it is asked again.
        offer(Qt::Key_Escape, {});
        QVERIFY(!second->files().isOpening());
        QCOMPARE(recoverableSessions(folder).size(), 1u);
        QSignalSpy opened(second.get(), &MainWindow::opened);
        offer(Qt::Key_Space, QStringLiteral("Open the saved one"));
        QVERIFY(opened.wait(longWait));
        QCOMPARE(second->files().file(), path("work.morph"));
        QCOMPARE(second->session().journal().steps().size(), 4u);
        QVERIFY(!second->isWindowModified());
        // What was not wanted is put away, not thrown away.
        QVERIFY(recoverableSessions(folder).empty());
        QCOMPARE(recoverableSessions(folder / "put-away").size(), 1u);
    }

    void aFileNamedAtTheStartDoesNotCostWhatIsRecovered()
    {
        const auto folder = path("recovery");
        {
            auto first = workedIn();
            QVERIFY(first);
            first->files().keepRecovery(folder);
            first->session().perform(SetWidth{0, 2});
        }
        writeManifold(*untrainedManifold(FamilyKind::LeNet), path("b.manifold"));
        const auto recover = [this, &folder](MainWindow& window) {
            window.files().noteManifold("a", path("a.manifold"));
            QTimer::singleShot(0, this, [] {
                auto* dialog = qobject_cast<RecoveryDialog*>(QApplication::activeModalWidget());
                QVERIFY(dialog != nullptr);
                QTest::keyClick(dialog, Qt::Key_Return);
            });
            window.offerRecovery(folder);
            QVERIFY(window.files().isOpening());
        };
        // Another file overtakes it: what was recovered is offered again.
        const auto second = window();
        recover(*second);
        QVERIFY(open(*second, path("b.manifold")));
        QCOMPARE(recoverableSessions(folder).size(), 1u);
        // The program opens it first, and says what it did not open.
        const auto third = window();
        recover(*third);
        third->openInstead(path("b.manifold"));
        QSignalSpy opened(third.get(), &MainWindow::opened);
        QVERIFY(opened.wait(longWait));
        QCOMPARE(third->session().journal().steps().size(), 5u);
        QVERIFY(third->isWindowModified());
        QVERIFY(third->messages()->text().contains(QStringLiteral("b.manifold")));
        QVERIFY(recoverableSessions(folder).empty());
    }

    void whatWasOnlyOpenedIsNotOffered()
    {
        const auto folder = path("recovery");
        {
            auto first = workedIn();
            QVERIFY(first);
            QVERIFY(first->files().saveTo(path("work.morph"), true));
        }
        {
            auto second = window();
            second->files().keepRecovery(folder);
            QVERIFY(open(*second, path("work.morph")));
            second->session().perform(ShowPage{"compression"});
        }
        QCOMPARE(recoverableSessions(folder).size(), 1u);
        {
            // Nothing is asked: a dialog would wait for an answer.
            auto third = window();
            third->offerRecovery(folder);
            QVERIFY(!third->files().isOpening());
        }
        QVERIFY(recoverableSessions(folder).empty());
        // Ended from outside: what is saved nowhere stays, all else goes.
        for (const bool works : {false, true}) {
            auto last = window();
            last->files().keepRecovery(folder);
            QVERIFY(open(*last, path("work.morph")));
            if (works) {
                last->session().perform(SetWidth{0, 2});
            }
            last->files().end();
            last.reset();
            QCOMPARE(recoverableSessions(folder).size(), works ? 1u : 0u);
        }
    }

    void numbersOfOtherDataAreTold()
    {
        auto first = workedIn();
        QVERIFY(first);
        first->images().provide(randomImages(FamilyKind::ResNet, 60));
        QTRY_VERIFY_WITH_TIMEOUT(first->files().dataHash(first->session().manifold()->dataset)
                                     == first->images().images()->hash,
                                 longWait);
        SessionDocument document = first->files().document();
        const auto shown = [&] {
            QSignalSpy opened(first.get(), &MainWindow::opened);
            first->files().setAsks(false);
            first->files().openDocument(document, {}, false);
            return opened.wait(longWait);
        };
        first->files().noteManifold("a", path("a.manifold"));
        QVERIFY(shown());
        first->images().provide(randomImages(FamilyKind::ResNet, 60));
        QVERIFY2(!first->messages()->text().contains(QStringLiteral("other data")),
                 qPrintable(first->messages()->text()));
        QCOMPARE(document.data.size(), 1u);
        document.data[0].hash = std::string(64, '1');
        QVERIFY(shown());
        first->images().provide(randomImages(FamilyKind::ResNet, 60));
        QVERIFY2(first->messages()->text().contains(QStringLiteral("other data")),
                 qPrintable(first->messages()->text()));
    }

    void aSessionThatEndedWellLeavesNothing()
    {
        auto first = workedIn();
        QVERIFY(first);
        first->files().keepRecovery(path("recovery"));
        first->session().perform(SetWidth{0, 2});
        QVERIFY(first->close());
        QVERIFY(std::filesystem::is_empty(path("recovery")));
    }

    void whatAStepLedToIsKeptThoughThePageWasTurned()
    {
        auto made = workedIn();
        QVERIFY(made);
        made->images().provide(randomImages(FamilyKind::ResNet, 60));
        made->session().perform(SetWidth{1, 5});
        made->session().perform(ShowPage{"compression"});
        made->session().perform(PinSample{});
        const Journal& journal = made->session().journal();
        QTRY_VERIFY_WITH_TIMEOUT(journal.steps()[4].outcome.has_value(), longWait);
        QCOMPARE(journal.steps()[4].outcome->images, 20);
        QVERIFY(!journal.steps()[5].outcome && !journal.steps()[6].outcome);
    }

    void theJournalIsPlayed()
    {
        auto made = workedIn();
        QVERIFY(made);
        auto* panel = made->findChild<JournalPanel*>();
        QVERIFY(panel != nullptr);
        QCOMPARE(panel->list()->model()->rowCount(), 5);
        // A click on a step goes there; the note of that step is in the line.
        const QModelIndex second = panel->list()->model()->index(2, 0);
        panel->list()->scrollTo(second);
        QTest::mouseClick(panel->list()->viewport(), Qt::LeftButton, Qt::NoModifier,
                          panel->list()->visualRect(second).center());
        QCOMPARE(made->session().journal().position(), 2u);
        QCOMPARE(panel->note()->text(), QStringLiteral("narrower"));

        made->session().moveTo(1);
        std::vector<int> widths;
        connect(&made->session(), &SessionModel::stateChanged, this, [&widths, &made] {
            widths.push_back(made->session().state().current.widths[2]);
        });
        QSignalSpy played(&panel->replayer(), &Replayer::playingChanged);
        // At its own pace: a loaded machine has to show a size in between, too.
        panel->replayer().setSpeed(1);
        panel->replayer().play();
        while (panel->replayer().isPlaying()) {
            QVERIFY(played.wait(longWait));
        }
        QCOMPARE(made->session().journal().position(), 4u);
        // The slider glided: sizes in between were shown, in order, and left no step behind.
        QVERIFY(std::is_sorted(widths.rbegin(), widths.rend()));
        QVERIFY(std::any_of(widths.begin(), widths.end(), [](int w) { return w > 9 && w < 16; }));
        QCOMPARE(made->session().journal().steps().size(), 4u);
    }

    void whoeverChangesSomethingStopsIt()
    {
        auto made = workedIn();
        QVERIFY(made);
        auto* panel = made->findChild<JournalPanel*>();
        made->session().moveTo(1);
        panel->replayer().play();
        QVERIFY(panel->replayer().isPlaying());
        made->session().perform(SetWidth{0, 3});
        QVERIFY(!panel->replayer().isPlaying());
        QCOMPARE(made->session().state().current.widths, (std::vector<int>{3, 8, 16}));
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestSessionFiles>(argc, argv);
}

#include "tst_session_files.moc"
