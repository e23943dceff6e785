// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the editor of lessons is made of: pages and steps, text, controls, question.
#include "widgets/lesson/lesson_editor.h"

#include "widgets/lesson/markdown_view.h"
#include "widgets/shared/card.h"
#include "widgets/shared/content_scroll.h"
#include "widgets/shared/parts.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSplitter>
#include <QTableWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace morphospace {

QWidget* LessonEditor::buildPages()
{
    m_pages = new QListWidget;
    describeControl(m_pages, tr("Pages"), tr("The pages of the lesson, in their order"));
    m_steps = new QListWidget;
    describeControl(m_steps, tr("Steps of this page"), tr("What is done when the page is shown"));
    for (QListWidget* list : {m_pages, m_steps}) {
        // What is longer than the list ends in dots, and its tip has it whole.
        list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        list->setTextElideMode(Qt::ElideRight);
    }
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 6, 0);
    const auto button = [this](const QString& name, const QString& text, const QString& tip, auto run) {
        auto* made = new QPushButton(text);
        made->setAutoDefault(false);
        describeControl(made, text, tip);
        connect(made, &QPushButton::clicked, this, run);
        m_buttons[name] = made;
        return made;
    };
    column->addWidget(makeHeading(tr("Pages")));
    column->addWidget(m_pages, 3);
    auto* grid = new QGridLayout;
    grid->addWidget(button(QStringLiteral("add"), tr("Add"), tr("Adds a page after this one, on the same state"),
                           [this] { addPage(); }), 0, 0);
    grid->addWidget(button(QStringLiteral("delete"), tr("Delete"),
                           tr("Deletes the page with its steps; the other pages show what they showed"),
                           [this] { deletePage(); }), 0, 1);
    grid->addWidget(button(QStringLiteral("up"), tr("Move up"), tr("Moves the page towards the beginning"),
                           [this] { movePage(-1); }), 1, 0);
    grid->addWidget(button(QStringLiteral("down"), tr("Move down"), tr("Moves the page towards the end"),
                           [this] { movePage(1); }), 1, 1);
    grid->addWidget(button(QStringLiteral("join"), tr("Join with the page before"),
                           tr("Makes one page of this one and the one before"),
                           [this] { joinWithBefore(); }), 2, 0, 1, 2);
    column->addLayout(grid);
    column->addSpacing(8);
    column->addWidget(makeHeading(tr("Steps of this page")));
    column->addWidget(m_steps, 2);
    column->addWidget(button(QStringLiteral("split"), tr("New page from this step on"),
                             tr("The chosen step and those after it become a page of their own"),
                             [this] { splitAtStep(); }));
    connect(m_pages, &QListWidget::currentRowChanged, this, [this](int row) {
        if (!m_refreshing && row >= 0) {
            showPage(row);
        }
    });
    connect(m_steps, &QListWidget::currentRowChanged, this, [this](int row) {
        m_buttons[QStringLiteral("split")]->setEnabled(row > 0);
    });
    return panel;
}

QWidget* LessonEditor::buildText()
{
    m_pageTitle = new QLineEdit;
    describeControl(m_pageTitle, tr("Title of the page"), tr("A few words, shown large"));
    m_text = new QPlainTextEdit;
    m_text->setTabChangesFocus(true);
    describeControl(m_text, tr("Text of the page"),
                    tr("Markdown: **bold**, *italic*, lists with - , paragraphs with an empty line between"));
    m_text->setPlaceholderText(tr("What this page says, in Markdown. Keep it short: it is read from far away."));
    m_preview = new MarkdownView;
    auto* scroll = new ContentScroll(m_preview);
    auto* card = makeCard();
    auto* inside = new QVBoxLayout(card);
    inside->addWidget(scroll);
    auto* halves = new QSplitter(Qt::Vertical);
    halves->addWidget(m_text);
    halves->addWidget(card);
    halves->setChildrenCollapsible(false);
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    auto* form = new QFormLayout;
    form->addRow(tr("Title of the page"), m_pageTitle);
    column->addLayout(form);
    column->addWidget(halves, 1);
    connect(m_pageTitle, &QLineEdit::textEdited, this, [this](const QString& text) {
        changeText(tr("title of the page"), QStringLiteral("page title"), text,
                   [page = m_page](LessonDraft& draft) -> LocalText& {
                       return draft.pages[std::size_t(page)].page.title;
                   });
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        changeText(tr("text of the page"), QStringLiteral("text"), m_text->toPlainText(),
                   [page = m_page](LessonDraft& draft) -> LocalText& {
                       return draft.pages[std::size_t(page)].page.text;
                   });
    });
    return panel;
}

QWidget* LessonEditor::buildControls()
{
    const auto& controls = lessonControls();
    m_controls = new QTableWidget(int(controls.size()), 4);
    m_controls->setHorizontalHeaderLabels({tr("Control"), tr("Locked"), tr("Hidden"), tr("Pointed at")});
    describeControl(m_controls, tr("Controls"),
                    tr("Which controls this page locks or hides, and which one it points at"));
    m_controls->verticalHeader()->hide();
    m_controls->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_controls->setSelectionMode(QAbstractItemView::SingleSelection);
    for (int row = 0; row < int(controls.size()); ++row) {
        const QString name = QString::fromUtf8(controls[std::size_t(row)].data(),
                                               qsizetype(controls[std::size_t(row)].size()));
        auto* item = new QTableWidgetItem(partWords(name));
        item->setData(Qt::UserRole, name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_controls->setItem(row, 0, item);
        for (int column = 1; column < 4; ++column) {
            auto* box = new QTableWidgetItem;
            box->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
            box->setCheckState(Qt::Unchecked);
            box->setData(Qt::AccessibleTextRole,
                         QStringLiteral("%1: %2").arg(item->text(),
                                                      m_controls->horizontalHeaderItem(column)->text()));
            m_controls->setItem(row, column, box);
        }
    }
    connect(m_controls, &QTableWidget::itemChanged, this, [this](QTableWidgetItem* item) {
        if (!m_refreshing && item->column() > 0) {
            setRule(Rule(item->column() - 1),
                    m_controls->item(item->row(), 0)->data(Qt::UserRole).toString(),
                    item->checkState() == Qt::Checked);
        }
    });
    auto* row = new QHBoxLayout;
    const std::pair<Rule, std::pair<QString, QString>> pointers[] = {
        {Rule::Lock, {tr("Lock…"), tr("Then click the control in the window that the class cannot use")}},
        {Rule::Hide, {tr("Hide…"), tr("Then click the control in the window that is not shown")}},
        {Rule::Highlight, {tr("Point at…"), tr("Then click the control in the window that the page speaks of")}}};
    for (const auto& [rule, words] : pointers) {
        auto* button = new QPushButton(words.first);
        button->setAutoDefault(false);
        describeControl(button, words.first, words.second);
        connect(button, &QPushButton::clicked, this, [this, which = rule] { pointAt(which); });
        row->addWidget(button);
    }
    row->addStretch(1);
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    column->addWidget(makeNote(tr("What is neither locked nor hidden the class may use. Press a button and "
                                  "click a control in the window, or tick it here.")));
    column->addLayout(row);
    column->addWidget(m_controls, 1);
    return panel;
}

QWidget* LessonEditor::buildQuestion()
{
    m_asked = new QCheckBox(tr("Ask a question on this page"));
    describeControl(m_asked, tr("Ask a question on this page"),
                    tr("Two to six choices, one of which is right"));
    m_question = new QLineEdit;
    describeControl(m_question, tr("Question"), tr("What is asked; Markdown"));
    m_explanation = new QPlainTextEdit;
    m_explanation->setTabChangesFocus(true);
    describeControl(m_explanation, tr("Explanation"),
                    tr("Shown once the right choice was made; Markdown"));
    auto* form = new QFormLayout;
    form->addRow(tr("Question"), m_question);
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        m_right[i] = new QRadioButton;
        m_choices[i] = new QLineEdit;
        const QString letter(QChar(u'A' + int(i)));
        describeControl(m_right[i], tr("%1 is right").arg(letter), tr("This choice is the right one"));
        describeControl(m_choices[i], tr("Choice %1").arg(letter),
                        tr("A possible answer; empty ones at the end are left out"));
        auto* row = new QHBoxLayout;
        row->addWidget(m_right[i]);
        row->addWidget(m_choices[i], 1);
        form->addRow(tr("Choice %1").arg(letter), row);
        connect(m_right[i], &QRadioButton::clicked, this, [this, i] {
            change(tr("right choice"), [page = m_page, i](LessonDraft& draft) {
                draft.pages[std::size_t(page)].page.question->answer = int(i);
            });
        });
        connect(m_choices[i], &QLineEdit::textEdited, this, [this, i](const QString& text) {
            change(tr("choice"),
                   [this, i, text](LessonDraft& draft) {
                       auto& choices = draft.pages[std::size_t(m_page)].page.question->choices;
                       if (choices.size() <= i) {
                           choices.resize(i + 1);
                       }
                       choices[i].set(m_language, text.toStdString());
                       while (choices.size() > 2 && choices.back().empty()) {
                           choices.pop_back();
                       }
                   },
                   QStringLiteral("choice %1 %2").arg(i).arg(m_page));
        });
    }
    form->addRow(tr("Explanation"), m_explanation);
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    column->addWidget(m_asked);
    column->addLayout(form, 1);
    connect(m_asked, &QCheckBox::clicked, this, [this](bool on) {
        change(on ? tr("question added") : tr("question taken away"), [this, on](LessonDraft& draft) {
            auto& question = draft.pages[std::size_t(m_page)].page.question;
            question.reset();
            if (on) {
                question.emplace().choices.resize(2);
            }
        });
    });
    connect(m_question, &QLineEdit::textEdited, this, [this](const QString& text) {
        changeText(tr("question"), QStringLiteral("question"), text,
                   [page = m_page](LessonDraft& draft) -> LocalText& {
                       return draft.pages[std::size_t(page)].page.question->text;
                   });
    });
    connect(m_explanation, &QPlainTextEdit::textChanged, this, [this] {
        if (hasPage() && m_draft.pages[std::size_t(m_page)].page.question) {
            changeText(tr("explanation"), QStringLiteral("explanation"), m_explanation->toPlainText(),
                       [page = m_page](LessonDraft& draft) -> LocalText& {
                           return draft.pages[std::size_t(page)].page.question->explanation;
                       });
        }
    });
    return panel;
}

} // namespace morphospace
