// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lesson/lesson_editor.h"

#include "widgets/lesson/markdown_view.h"
#include "widgets/lesson/part_picker.h"
#include "widgets/model/step_text.h"
#include "widgets/shared/card.h"
#include "widgets/shared/local_words.h"
#include "widgets/shared/message_bar.h"
#include "widgets/shared/parts.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTableWidget>
#include <QTabWidget>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>

namespace morphospace {
namespace {

QString inWords(const std::string& language)
{
    if (language == anyLanguage) {
        return LessonEditor::tr("any language");
    }
    if (language == "en") {
        return QStringLiteral("English");   // else it is American
    }
    const QString name = QLocale(QString::fromStdString(language)).nativeLanguageName();
    return name.isEmpty() ? QString::fromStdString(language) : name;
}

/// Only what differs, so that the place of the cursor stays.
void showText(QLineEdit* field, const QString& text)
{
    if (field->text() != text) {
        field->setText(text);
    }
}

void showText(QPlainTextEdit* field, const QString& text)
{
    if (field->toPlainText() != text) {
        field->setPlainText(text);
    }
}

std::vector<std::string>* namesOf(LessonPage& page, LessonEditor::Rule rule)
{
    return rule == LessonEditor::Rule::Lock ? &page.locked
        : rule == LessonEditor::Rule::Hide  ? &page.hidden
                                            : nullptr;
}

/// The name of the file that a step opens; empty where it opens none.
QString openedBy(const Action& action)
{
    const auto* manifold = std::get_if<OpenManifold>(&action);
    const auto* zoo = std::get_if<OpenZoo>(&action);
    return manifold != nullptr ? QString::fromStdString(manifold->manifold.file)
        : zoo != nullptr       ? QString::fromStdString(zoo->zoo.file)
                               : QString();
}

/// The words of a step as those of a title. The name of a file stays as it is written.
std::string asTitle(QString words, const Action& action)
{
    const QString file = QFileInfo(openedBy(action)).fileName();
    if (!words.isEmpty() && (file.isEmpty() || !words.startsWith(file))) {
        words.replace(0, 1, QLocale().toUpper(words.first(1)));
    }
    return words.toStdString();
}

/// Until they get a title of their own, pages are called after what was done, in the words of the window
/// and so in its language. A person's notes are taken to be in it as well.
void nameByFirstStep(LessonDraft& draft, const std::string& language)
{
    for (DraftPage& page : draft.pages) {
        if (!page.steps.empty()) {
            const Action& first = page.steps.front().action;
            page.page.title = std::map<std::string, std::string>{
                {language, asTitle(stepText(first, page.start), first)}};
        }
        const auto& notes = page.page.text.byLanguage();
        if (const auto note = notes.find(std::string(anyLanguage)); note != notes.end()) {
            page.page.text = std::map<std::string, std::string>{{language, note->second}};
        }
    }
}

} // namespace

/// The draft before and after a change.
class LessonEditor::Change : public QUndoCommand {
public:
    Change(LessonEditor& editor, const QString& words, LessonDraft after, int pageAfter, QString key)
        : QUndoCommand(words)
        , m_editor(editor)
        , m_before(editor.m_draft)
        , m_after(std::move(after))
        , m_pageBefore(editor.m_page)
        , m_pageAfter(pageAfter)
        , m_key(std::move(key))
    {
    }

    int id() const override { return m_key.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const Change*>(other);
        if (next->m_key != m_key) {
            return false;
        }
        m_after = next->m_after;
        m_pageAfter = next->m_pageAfter;
        return true;
    }
    void undo() override { m_editor.take(m_before, m_pageBefore); }
    void redo() override { m_editor.take(m_after, m_pageAfter); }

private:
    LessonEditor& m_editor;
    LessonDraft m_before;
    LessonDraft m_after;
    int m_pageBefore;
    int m_pageAfter;
    QString m_key;
};

LessonEditor::LessonEditor(const SessionDocument& session, QWidget* pointed, QWidget* parent)
    : QDialog(parent)
    , m_draft(draftOf(session))
    , m_pointed(pointed)
    , m_stack(new QUndoStack(this))
    , m_messages(new MessageBar)
    , m_title(new QLineEdit)
    , m_languages(new QComboBox)
    , m_tabs(new QTabWidget)
{
    if (!session.isLesson()) {
        nameByFirstStep(m_draft, windowLanguage().substr(0, 2));
    }
    setWindowTitle(tr("Make a lesson") + QStringLiteral("[*]"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    describeControl(m_title, tr("Title of the lesson"), tr("As the menu of lessons shows it"));
    describeControl(m_languages, tr("Language"),
                    tr("Which language is written now; a lesson may hold several, and is shown in that "
                       "of the window"));
    fillLanguages();
    auto* head = new QFormLayout;
    head->addRow(tr("Title of the lesson"), m_title);
    head->addRow(tr("Language"), m_languages);
    m_tabs->addTab(buildText(), tr("Text"));
    m_tabs->addTab(buildControls(), tr("Controls"));
    m_tabs->addTab(buildQuestion(), tr("Question"));
    m_tabs->setAccessibleName(tr("Parts of the page"));
    auto* split = new QSplitter;
    split->addWidget(buildPages());
    split->addWidget(m_tabs);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);

    auto* row = new QHBoxLayout;
    const auto button = [this, row](const QString& name, const QString& text, const QString& tip,
                                    auto run) {
        auto* made = new QPushButton(text);
        made->setAutoDefault(false);
        describeControl(made, text, tip);
        connect(made, &QPushButton::clicked, this, run);
        row->addWidget(made);
        m_buttons[name] = made;
        return made;
    };
    button(QStringLiteral("undo"), tr("Undo"), tr("Takes the last change back"), [this] { m_stack->undo(); });
    button(QStringLiteral("redo"), tr("Redo"), tr("Makes the change again"), [this] { m_stack->redo(); });
    row->addStretch(1);
    button(QStringLiteral("preview"), tr("Preview"), tr("Presents the lesson from this page on"),
           [this] { preview(); });
    button(QStringLiteral("save"), tr("Save…"), tr("Writes the lesson to a file"), [this] { save(); })
        ->setObjectName(QStringLiteral("primary"));
    button(QStringLiteral("close"), tr("Close"), tr("Closes the editor"), [this] { close(); });

    auto* column = new QVBoxLayout(this);
    column->addWidget(m_messages);
    column->addLayout(head);
    column->addWidget(split, 1);
    column->addLayout(row);
    resize(980, 640);

    for (const auto& [keys, run] :
         {std::pair{QKeySequence::Undo, &QUndoStack::undo}, {QKeySequence::Redo, &QUndoStack::redo}}) {
        auto* action = new QAction(this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, m_stack, run);
        addAction(action);
    }
    connect(m_stack, &QUndoStack::canUndoChanged, m_buttons[QStringLiteral("undo")], &QWidget::setEnabled);
    connect(m_stack, &QUndoStack::canRedoChanged, m_buttons[QStringLiteral("redo")], &QWidget::setEnabled);
    connect(m_stack, &QUndoStack::cleanChanged, this, [this](bool clean) { setWindowModified(!clean); });
    m_buttons[QStringLiteral("undo")]->setEnabled(false);
    m_buttons[QStringLiteral("redo")]->setEnabled(false);
    connect(m_title, &QLineEdit::textEdited, this, [this](const QString& text) {
        changeText(tr("title of the lesson"), QStringLiteral("title"), text,
                   [](LessonDraft& draft) -> LocalText& { return draft.title; });
    });
    connect(m_languages, &QComboBox::currentIndexChanged, this, [this] {
        m_language = m_languages->currentData().toString().toStdString();
        refresh();
    });
    // Their own history would undo letters that the pages no longer hold.
    m_text->setUndoRedoEnabled(false);
    m_explanation->setUndoRedoEnabled(false);
    for (QWidget* field : findChildren<QWidget*>()) {
        if (qobject_cast<QLineEdit*>(field) != nullptr
            || qobject_cast<QPlainTextEdit*>(field) != nullptr) {
            field->installEventFilter(this);
        }
    }
    refresh();
}

LessonEditor::~LessonEditor()
{
    // Nobody is told of changes any more.
    m_stack->disconnect();
}

void LessonEditor::fillLanguages()
{
    std::vector<std::string> codes{std::string(anyLanguage), "en", "de"};
    const auto add = [&codes](const LocalText& text) {
        for (const auto& [code, words] : text.byLanguage()) {
            if (std::find(codes.begin(), codes.end(), code) == codes.end()) {
                codes.push_back(code);
            }
        }
    };
    add(m_draft.title);
    for (const DraftPage& page : m_draft.pages) {
        add(page.page.title);
    }
    // The one that the lesson is written in, as far as it can be told.
    const auto& first = m_draft.pages.empty() ? m_draft.title.byLanguage()
                                              : m_draft.pages.front().page.title.byLanguage();
    const std::string window = windowLanguage().substr(0, 2);
    m_language = first.empty() || first.contains(std::string(anyLanguage)) ? std::string(anyLanguage)
        : first.contains(window)                                          ? window
                                                                          : first.begin()->first;
    for (const std::string& code : codes) {
        m_languages->addItem(inWords(code), QString::fromStdString(code));
    }
    m_languages->setCurrentIndex(m_languages->findData(QString::fromStdString(m_language)));
}

QString LessonEditor::words(const LocalText& text) const
{
    const auto found = text.byLanguage().find(m_language);
    return found == text.byLanguage().end() ? QString() : QString::fromStdString(found->second);
}

void LessonEditor::change(const QString& words, const std::function<void(LessonDraft&)>& edit,
                          const QString& key, int page)
{
    if (m_refreshing || (!hasPage() && key != QStringLiteral("title") && page < 0)) {
        return;
    }
    LessonDraft after = m_draft;
    edit(after);
    if (after != m_draft) {
        m_messages->dismiss();
        m_stack->push(new Change(*this, words, std::move(after), page < 0 ? m_page : page, key));
    }
}

void LessonEditor::changeText(const QString& words, const QString& key, const QString& text,
                              const std::function<LocalText&(LessonDraft&)>& which)
{
    change(words,
           [this, &text, &which](LessonDraft& draft) {
               which(draft).set(m_language, text.toStdString());
           },
           key == QStringLiteral("title") ? key : QStringLiteral("%1 %2").arg(key).arg(m_page));
}

void LessonEditor::take(const LessonDraft& draft, int page)
{
    m_draft = draft;
    m_page = std::clamp(page, 0, std::max(0, int(m_draft.pages.size()) - 1));
    refresh();
}

void LessonEditor::showPage(int page)
{
    m_page = std::clamp(page, 0, std::max(0, int(m_draft.pages.size()) - 1));
    refresh();
}

void LessonEditor::refresh()
{
    const QScopedValueRollback guard(m_refreshing, true);
    showText(m_title, words(m_draft.title));
    m_title->setPlaceholderText(localWords(m_draft.title));
    refreshPages();
    m_tabs->setEnabled(hasPage());
    for (const char* name : {"delete", "split", "join", "up", "down", "preview", "save"}) {
        m_buttons[QString::fromLatin1(name)]->setEnabled(hasPage());
    }
    if (!hasPage()) {
        m_steps->clear();
        return;
    }
    m_buttons[QStringLiteral("join")]->setEnabled(m_page > 0);
    m_buttons[QStringLiteral("up")]->setEnabled(m_page > 0);
    m_buttons[QStringLiteral("down")]->setEnabled(m_page + 1 < int(m_draft.pages.size()));
    const DraftPage& shown = m_draft.pages[std::size_t(m_page)];
    const LessonPage& page = shown.page;
    showText(m_pageTitle, words(page.title));
    m_pageTitle->setPlaceholderText(localWords(page.title));
    showText(m_text, words(page.text));
    m_preview->setMarkdown(QString::fromStdString(page.text.in(m_language)));
    m_steps->clear();
    SessionState state = shown.start;
    for (const SessionStep& step : shown.steps) {
        m_steps->addItem(stepText(step.action, state));
        m_steps->item(m_steps->count() - 1)->setToolTip(m_steps->item(m_steps->count() - 1)->text());
        state = morphospace::apply(state, step.action);
    }
    m_buttons[QStringLiteral("split")]->setEnabled(false);
    const auto has = [](const std::vector<std::string>& names, const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    for (int row = 0; row < m_controls->rowCount(); ++row) {
        const std::string name = m_controls->item(row, 0)->data(Qt::UserRole).toString().toStdString();
        const bool on[] = {has(page.locked, name), has(page.hidden, name), page.highlight == name};
        for (int column = 1; column < 4; ++column) {
            m_controls->item(row, column)->setCheckState(on[column - 1] ? Qt::Checked : Qt::Unchecked);
        }
    }
    refreshQuestion();
}

void LessonEditor::refreshPages()
{
    if (m_pages->count() != int(m_draft.pages.size())) {
        m_pages->clear();
        for (std::size_t i = 0; i < m_draft.pages.size(); ++i) {
            m_pages->addItem(QString());
        }
    }
    for (int i = 0; i < m_pages->count(); ++i) {
        const LocalText& title = m_draft.pages[std::size_t(i)].page.title;
        const QString name = QString::fromStdString(title.in(m_language));
        m_pages->item(i)->setText(QStringLiteral("%1  %2").arg(i + 1).arg(
            name.isEmpty() ? tr("(no title)") : name));
        m_pages->item(i)->setToolTip(name);
    }
    m_pages->setCurrentRow(hasPage() ? m_page : -1);
}

void LessonEditor::refreshQuestion()
{
    const auto& question = m_draft.pages[std::size_t(m_page)].page.question;
    m_asked->setChecked(question.has_value());
    m_question->setEnabled(question.has_value());
    m_explanation->setEnabled(question.has_value());
    showText(m_question, question ? words(question->text) : QString());
    showText(m_explanation, question ? words(question->explanation) : QString());
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        const bool there = question && i < question->choices.size();
        m_choices[i]->setEnabled(question.has_value() && i <= question->choices.size());
        showText(m_choices[i], there ? words(question->choices[i]) : QString());
        m_right[i]->setEnabled(there);
        m_right[i]->setAutoExclusive(false);
        m_right[i]->setChecked(question && question->answer == int(i));
        m_right[i]->setAutoExclusive(true);
    }
}

void LessonEditor::addPage()
{
    const int at = m_draft.pages.empty() ? 0 : m_page + 1;
    change(tr("page added"),
           [at](LessonDraft& draft) {
               DraftPage page;
               if (at > 0) {
                   page.start = draft.pages[std::size_t(at) - 1].end();
               } else {
                   for (const SessionStep& step : draft.before) {
                       page.start = morphospace::apply(page.start, step.action);
                   }
               }
               draft.pages.insert(draft.pages.begin() + at, std::move(page));
           },
           {}, at);
    m_tabs->setCurrentIndex(0);
    m_pageTitle->setFocus();
}

void LessonEditor::deletePage()
{
    change(tr("page deleted"), [this](LessonDraft& draft) {
        draft.pages.erase(draft.pages.begin() + m_page);
    });
}

void LessonEditor::movePage(int by)
{
    const int to = m_page + by;
    if (to >= 0 && to < int(m_draft.pages.size())) {
        change(tr("page moved"),
               [this, to](LessonDraft& draft) {
                   std::swap(draft.pages[std::size_t(m_page)], draft.pages[std::size_t(to)]);
               },
               {}, to);
    }
}

void LessonEditor::joinWithBefore()
{
    change(tr("pages joined"), [this](LessonDraft& draft) { joinPage(draft, std::size_t(m_page)); }, {},
           m_page - 1);
}

void LessonEditor::splitAtStep()
{
    const int step = m_steps->currentRow();
    if (step > 0) {
        const DraftPage& page = m_draft.pages[std::size_t(m_page)];
        const std::string title =
            asTitle(m_steps->item(step)->text(), page.steps[std::size_t(step)].action);
        // Steps are told in the language of the window, whichever is written now.
        const std::string language =
            m_language == anyLanguage ? m_language : windowLanguage().substr(0, 2);
        change(tr("page split"),
               [this, step, title, language](LessonDraft& draft) {
                   LocalText named;
                   named.set(language, title);
                   splitPage(draft, std::size_t(m_page), std::size_t(step), named);
               },
               {}, m_page + 1);
    }
}

void LessonEditor::setRule(Rule rule, const QString& control, bool on)
{
    change(tr("control of the page"), [this, rule, name = control.toStdString(), on](LessonDraft& draft) {
        LessonPage& page = draft.pages[std::size_t(m_page)].page;
        if (std::vector<std::string>* names = namesOf(page, rule)) {
            std::erase(*names, name);
            if (on) {
                names->push_back(name);
            }
            if (on && rule == Rule::Hide && page.highlight == name) {
                page.highlight.clear();
            }
        } else {
            page.highlight = on ? name : std::string();
            // What is pointed at has to be seen.
            std::erase(page.hidden, page.highlight);
        }
    });
    refresh();
}

PartPicker* LessonEditor::pointAt(Rule rule)
{
    const QString hint = tr("Click a control. Escape: none");
    auto* picker = new PartPicker(m_pointed, hint);
    connect(picker, &PartPicker::picked, this, [this, rule, place = pos()](const QString& name) {
        if (!name.isEmpty()) {
            setRule(rule, name, true);
        }
        show();
        move(place);   // or some window managers shift it by its frame
        raise();
        activateWindow();
    });
    hide();
    m_pointed->activateWindow();
    return picker;
}

bool LessonEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace morphospace
