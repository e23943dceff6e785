// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fixtures.h"

#include "app/gui/main_window.h"
#include "app/gui/present_window.h"
#include "widgets/language/language.h"
#include "widgets/lesson/lesson_editor.h"
#include "widgets/lesson/lesson_sheet.h"
#include "widgets/lesson/markdown_view.h"
#include "widgets/lesson/part_picker.h"
#include "widgets/shared/message_bar.h"
#include "widgets/shared/parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QUndoStack>

using namespace morphospace;

namespace {

constexpr int longWait = 60000;   // only a broken program waits this long

template<class Widget>
Widget* named(QWidget* root, const char* name)
{
    for (Widget* widget : root->findChildren<Widget*>()) {
        if (widget->accessibleName() == QString::fromUtf8(name)) {
            return widget;
        }
    }
    return nullptr;
}

} // namespace

/// A lesson made of a session of the real window, with keys and mouse.
class TestLessonEditor : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    LessonEditor* m_editor = nullptr;

    [[nodiscard]] std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdU16String()) / name;
    }
    void click(const char* name)
    {
        auto* button = named<QPushButton>(m_editor, name);
        QVERIFY2(button != nullptr, name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    template<class Field>
    void type(const char* name, const char* text)
    {
        auto* field = named<Field>(m_editor, name);
        QVERIFY2(field != nullptr, name);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, QString::fromUtf8(text));
    }
    void showTab(int index)
    {
        m_editor->findChild<QTabWidget*>()->setCurrentIndex(index);
    }
    [[nodiscard]] const LessonPage& page(int index) const
    {
        return m_editor->draft().pages.at(std::size_t(index)).page;
    }

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<MainWindow>(Preferences{}, false);
        m_window->setImageLimit(20);
        m_window->setPresentSize(QSize(1280, 720));
        m_window->resize(1280, 800);
        m_window->show();
        const auto manifold = untrainedManifold(FamilyKind::ResNet);
        writeManifold(*manifold, path("a.manifold"));
        QSignalSpy opened(m_window.get(), &MainWindow::opened);
        m_window->openFile(path("a.manifold"));
        QVERIFY(opened.wait(longWait));
        m_window->images().provide(randomImages(FamilyKind::ResNet, 60));
        m_window->session().perform(SetWidth{2, 9});
        m_window->session().setNote(1, QStringLiteral("narrower in **stage 3**"));
        m_window->session().perform(PinSample{});
        m_window->session().perform(SetDepth{1, 1});
        m_editor = m_window->editLesson();
        QVERIFY(QTest::qWaitForWindowExposed(m_editor));
        m_editor->activateWindow();   // nothing else does where there is no window manager
        QVERIFY(QTest::qWaitForWindowActive(m_editor));
    }

    void cleanup()
    {
        m_window.reset();
        m_editor = nullptr;
        applyLanguage(LanguageChoice::English);
    }

    void stepsBecomePages()
    {
        QCOMPARE(m_editor->draft().pages.size(), 4u);
        auto* pages = named<QListWidget>(m_editor, "Pages");
        QCOMPARE(pages->count(), 4);
        // Called after what was done, in the words of the journal.
        QCOMPARE(pages->item(0)->text(), QStringLiteral("1  Open a.manifold"));
        QCOMPARE(pages->item(1)->text(), QStringLiteral("2  Width 16 → 9, stage 3"));
        pages->setCurrentRow(1);
        QCOMPARE(m_editor->page(), 1);
        QCOMPARE(named<QPlainTextEdit>(m_editor, "Text of the page")->toPlainText(),
                 QStringLiteral("narrower in **stage 3**"));
        // As it will look.
        const auto* preview = m_editor->findChild<MarkdownView*>();
        QCOMPARE(preview->plainText(), QStringLiteral("narrower in stage 3"));
        QCOMPARE(named<QListWidget>(m_editor, "Steps of this page")->count(), 1);
        QCOMPARE(unnamedControls(m_editor), QStringList());
    }

    void titlesAreInTheLanguageOfTheWindow()
    {
        m_editor->close();
        QTRY_VERIFY(m_window->findChild<LessonEditor*>() == nullptr);
        Preferences german;
        german.language = LanguageChoice::German;
        m_window->applyPreferences(german);
        m_editor = m_window->editLesson();
        QVERIFY(QTest::qWaitForWindowExposed(m_editor));
        for (int i = 0; i < int(m_editor->draft().pages.size()); ++i) {
            const auto& titles = page(i).title.byLanguage();
            QCOMPARE(titles.size(), 1u);
            QCOMPARE(titles.begin()->first, std::string("de"));
        }
        // The name of a file stays as it is written.
        QCOMPARE(page(0).title.in("de"), std::string("a.manifold öffnen"));
        QVERIFY(page(1).title.in("de").starts_with("Breite"));
        QCOMPARE(page(1).text.in("de"), std::string("narrower in **stage 3**"));
        // Longer titles end in dots; no bar lies over the second one.
        for (const QListWidget* list : m_editor->findChildren<QListWidget*>()) {
            QVERIFY(!list->horizontalScrollBar()->isVisible());
        }
    }

    void textIsWrittenAndUndone()
    {
        m_editor->showPage(1);
        const LessonDraft before = m_editor->draft();
        type<QLineEdit>("Title of the page", "Half");
        type<QPlainTextEdit>("Text of the page", "*Half* of it");
        QCOMPARE(page(1).title.in("en"), std::string("Half"));
        QCOMPARE(page(1).text.in("en"), std::string("*Half* of it"));
        QCOMPARE(m_editor->findChild<MarkdownView*>()->plainText(), QStringLiteral("Half of it"));
        QVERIFY(m_editor->isWindowModified());
        // One undo for a text, also with the keys while the cursor is in it.
        auto* text = named<QPlainTextEdit>(m_editor, "Text of the page");
        QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(page(1).text.in("en"), std::string("narrower in **stage 3**"),
                                  longWait);
        QCOMPARE(page(1).title.in("en"), std::string("Half"));
        click("Undo");
        QVERIFY(m_editor->draft() == before);
        QVERIFY(!m_editor->isWindowModified());
        click("Redo");
        QCOMPARE(page(1).title.in("en"), std::string("Half"));
    }

    void anotherLanguageStandsBesideTheFirst()
    {
        m_editor->showPage(1);
        auto* languages = named<QComboBox>(m_editor, "Language");
        languages->setCurrentIndex(languages->findData(QStringLiteral("en")));
        type<QLineEdit>("Title of the page", "Half");
        languages->setCurrentIndex(languages->findData(QStringLiteral("de")));
        auto* title = named<QLineEdit>(m_editor, "Title of the page");
        QVERIFY(title->text().isEmpty());
        type<QLineEdit>("Title of the page", "Haelfte");
        QCOMPARE(page(1).title.in("en"), std::string("Half"));
        QCOMPARE(page(1).title.in("de"), std::string("Haelfte"));
        languages->setCurrentIndex(languages->findData(QStringLiteral("en")));
        QCOMPARE(title->text(), QStringLiteral("Half"));
    }

    void pagesAreMovedJoinedSplitAndDeleted()
    {
        const LessonDraft before = m_editor->draft();
        m_editor->showPage(2);
        click("Join with the page before");
        QCOMPARE(m_editor->draft().pages.size(), 3u);
        QCOMPARE(m_editor->page(), 1);
        auto* steps = named<QListWidget>(m_editor, "Steps of this page");
        QCOMPARE(steps->count(), 2);
        QVERIFY(!named<QPushButton>(m_editor, "New page from this step on")->isEnabled());
        steps->setCurrentRow(1);
        click("New page from this step on");
        QCOMPARE(m_editor->draft().pages.size(), 4u);
        click("Move down");
        QCOMPARE(m_editor->page(), 3);
        QVERIFY(!named<QPushButton>(m_editor, "Move down")->isEnabled());
        click("Move up");
        click("Delete");
        QCOMPARE(m_editor->draft().pages.size(), 3u);
        click("Add");
        QCOMPARE(m_editor->draft().pages.size(), 4u);
        QVERIFY(page(m_editor->page()).title.empty());
        while (m_editor->undoStack()->canUndo()) {
            click("Undo");
        }
        QVERIFY(m_editor->draft() == before);
        // Nothing is left: the editor says so by what can be pressed, and begins again.
        for (int i = 0; i < 4; ++i) {
            click("Delete");
        }
        QVERIFY(m_editor->draft().pages.empty());
        QVERIFY(!named<QPushButton>(m_editor, "Save…")->isEnabled());
        click("Add");
        QCOMPARE(m_editor->draft().pages.size(), 1u);
    }

    void controlsArePointedAt()
    {
        m_editor->showPage(1);
        showTab(1);
        PartPicker* picker = m_editor->pointAt(LessonEditor::Rule::Lock);
        QVERIFY(!m_editor->isVisible());
        QWidget* depth = findPart(m_window.get(), QStringLiteral("depth"));
        const QPoint at = depth->mapTo(m_window.get(), depth->rect().center());
        QTest::mouseMove(picker, at);
        QVERIFY(picker->part() == depth);
        QTest::mouseClick(picker, Qt::LeftButton, Qt::NoModifier, at);
        QVERIFY(m_editor->isVisible());
        QCOMPARE(page(1).locked, std::vector<std::string>{"depth"});
        // Nowhere is no control, and Escape is none either.
        picker = m_editor->pointAt(LessonEditor::Rule::Hide);
        QTest::mouseClick(picker, Qt::LeftButton, Qt::NoModifier, QPoint(m_window->width() / 2, 4));
        QVERIFY(!m_editor->isVisible());
        QTest::keyClick(picker, Qt::Key_Escape);
        QVERIFY(m_editor->isVisible());
        QVERIFY(page(1).hidden.empty());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        picker = m_editor->pointAt(LessonEditor::Rule::Highlight);
        QWidget* strip = findPart(m_window.get(), QStringLiteral("images"));
        QTest::mouseClick(picker, Qt::LeftButton, Qt::NoModifier,
                          strip->mapTo(m_window.get(), strip->rect().center()));
        QCOMPARE(page(1).highlight, std::string("images"));

        // The table shows them, and does the same for the keyboard.
        auto* table = named<QTableWidget>(m_editor, "Controls");
        const auto box = [table](const char* control, int column) {
            for (int row = 0; row < table->rowCount(); ++row) {
                if (table->item(row, 0)->data(Qt::UserRole).toString() == QLatin1String(control)) {
                    return table->item(row, column);
                }
            }
            return static_cast<QTableWidgetItem*>(nullptr);
        };
        QCOMPARE(box("depth", 1)->checkState(), Qt::Checked);
        QCOMPARE(box("images", 3)->checkState(), Qt::Checked);
        table->setCurrentItem(box("images", 2));
        QTest::keyClick(table, Qt::Key_Space);
        QCOMPARE(page(1).hidden, std::vector<std::string>{"images"});
        // What is hidden cannot be pointed at.
        QVERIFY(page(1).highlight.empty());
        QCOMPARE(box("images", 3)->checkState(), Qt::Unchecked);
    }

    void aQuestionIsWritten()
    {
        m_editor->showPage(3);
        showTab(2);
        QTest::mouseClick(m_editor->findChild<QCheckBox*>(), Qt::LeftButton, Qt::NoModifier, QPoint(8, 8));
        QVERIFY(page(3).question.has_value());
        type<QLineEdit>("Question", "How deep?");
        type<QLineEdit>("Choice A", "one");
        type<QLineEdit>("Choice B", "two");
        type<QLineEdit>("Choice C", "three");
        QTest::mouseClick(named<QRadioButton>(m_editor, "C is right"), Qt::LeftButton, Qt::NoModifier,
                          QPoint(8, 8));
        type<QPlainTextEdit>("Explanation", "Three blocks.");
        const LessonQuestion& question = *page(3).question;
        QCOMPARE(question.text.in("en"), std::string("How deep?"));
        QCOMPARE(question.choices.size(), 3u);
        QCOMPARE(question.answer, 2);
        QCOMPARE(question.explanation.in("en"), std::string("Three blocks."));
    }

    void errorsAreClear()
    {
        m_editor->showPage(2);
        auto* title = named<QLineEdit>(m_editor, "Title of the page");
        title->setFocus();
        QTest::keyClick(title, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(title, Qt::Key_Delete);
        m_editor->showPage(0);
        QVERIFY(!m_editor->saveTo(path("bad.morph")));
        QVERIFY(!std::filesystem::exists(path("bad.morph")));
        QCOMPARE(m_editor->page(), 2);
        QVERIFY2(m_editor->messages()->text().contains(QStringLiteral("Page 3")),
                 qPrintable(m_editor->messages()->text()));
        type<QLineEdit>("Title of the page", "Two");
        QVERIFY(!m_editor->messages()->isVisible());
        showTab(2);
        QTest::mouseClick(m_editor->findChild<QCheckBox*>(), Qt::LeftButton, Qt::NoModifier, QPoint(8, 8));
        click("Preview");
        QVERIFY(m_window->presentWindow() == nullptr);
        QVERIFY2(m_editor->messages()->text().contains(QStringLiteral("question")),
                 qPrintable(m_editor->messages()->text()));
        QCOMPARE(m_editor->findChild<QTabWidget*>()->currentIndex(), 2);
        click("Undo");
        QVERIFY(!m_editor->saveTo(path("no/such/folder/a.morph")));
        QVERIFY(m_editor->messages()->isVisible());
    }

    void savedReadAgainAndPresented()
    {
        type<QLineEdit>("Title of the lesson", "My lesson");
        m_editor->showPage(1);
        type<QLineEdit>("Title of the page", "Half");
        m_editor->setRule(LessonEditor::Rule::Hide, QStringLiteral("inspector"), true);
        click("Preview");
        PresentWindow* shown = m_window->presentWindow();
        QVERIFY(shown != nullptr);
        QCOMPARE(shown->player().page(), 1);
        QCOMPARE(shown->player().pageCount(), 4);
        QCOMPARE(shown->session().state().current.widths, (std::vector<int>{4, 8, 9}));
        QTest::keyClick(shown, Qt::Key_Escape);

        QVERIFY(m_editor->saveTo(path("mine")));
        QVERIFY(!m_editor->isWindowModified());
        const SessionDocument lesson = readSession(path("mine.morph"));
        QVERIFY(lesson.isLesson());
        QCOMPARE(lesson.title.in("en"), std::string("My lesson"));
        // The same pages come back, and the same bytes when they are saved again.
        QVERIFY(draftOf(lesson).pages.size() == m_editor->draft().pages.size());
        for (std::size_t i = 0; i < draftOf(lesson).pages.size(); ++i) {
            QVERIFY(draftOf(lesson).pages[i].page == m_editor->draft().pages[i].page);
        }
        LessonEditor again(lesson, m_window.get());
        again.setAsks(false);
        QVERIFY(again.saveTo(path("again.morph")));
        QVERIFY(readSession(path("again.morph")) == lesson);

        QSignalSpy presented(m_window.get(), &MainWindow::presented);
        m_window->presentFile(path("mine.morph"));
        QVERIFY(presented.wait(longWait));
        QCOMPARE(m_window->presentWindow()->player().title(), QStringLiteral("My lesson"));
    }
};

int main(int argc, char** argv)
{
    qputenv("MORPHOSPACE_RESOURCES", MORPHOSPACE_SOURCE_DIR "/resources");
    return runGuiTest<TestLessonEditor>(argc, argv);
}

#include "tst_lesson_editor.moc"
