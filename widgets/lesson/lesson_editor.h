// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/lesson_draft.h"

#include <QDialog>

#include <array>
#include <functional>
#include <map>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;
class QTableWidget;
class QTabWidget;
class QToolButton;
class QUndoStack;

namespace morphospace {

class MarkdownView;
class MessageBar;
class PartPicker;

/// Makes a lesson of a session's steps: groups them into pages, writes titles and texts with a
/// preview, says which controls are locked, hidden or pointed at, and asks questions. Every change
/// can be undone.
class LessonEditor : public QDialog {
    Q_OBJECT
public:
    /// `pointed`: the window whose controls a person points at.
    LessonEditor(const SessionDocument& session, QWidget* pointed, QWidget* parent = nullptr);
    ~LessonEditor() override;

    [[nodiscard]] const LessonDraft& draft() const { return m_draft; }
    [[nodiscard]] int page() const { return m_page; }
    void showPage(int page);
    [[nodiscard]] QUndoStack* undoStack() const { return m_stack; }
    [[nodiscard]] MessageBar* messages() const { return m_messages; }

    /// How manifolds are named in a file that is saved in `folder`.
    void setNaming(std::function<void(SessionDocument&, const std::filesystem::path& folder)> naming)
    {
        m_naming = std::move(naming);
    }
    /// Whether it may ask: a test must not wait for an answer.
    void setAsks(bool asks) { m_asks = asks; }
    /// Writes the lesson; what stands in the way is told above the pages, and its page is shown.
    /// Returns whether it was written.
    bool saveTo(const std::filesystem::path& file);

    /// What the buttons do.
    void addPage();
    void deletePage();
    void movePage(int by);
    void joinWithBefore();
    void splitAtStep();
    void preview();
    void save();
    enum class Rule { Lock, Hide, Highlight };
    void setRule(Rule rule, const QString& control, bool on);
    /// Waits for a click on a part of the window.
    PartPicker* pointAt(Rule rule);

Q_SIGNALS:
    void previewWanted(const SessionDocument& lesson, int page);
    void saved(const QString& file);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void reject() override;

private:
    class Change;
    QWidget* buildPages();
    QWidget* buildText();
    QWidget* buildControls();
    QWidget* buildQuestion();
    /// One step of the undo history. Changes with the same `key` one after the other are one.
    void change(const QString& words, const std::function<void(LessonDraft&)>& edit,
                const QString& key = {}, int page = -1);
    void changeText(const QString& words, const QString& key, const QString& text,
                    const std::function<LocalText&(LessonDraft&)>& which);
    void take(const LessonDraft& draft, int page);
    void fillLanguages();
    void refresh();
    void refreshPages();
    void refreshQuestion();
    [[nodiscard]] bool hasPage() const { return m_page >= 0 && m_page < int(m_draft.pages.size()); }
    [[nodiscard]] QString words(const LocalText& text) const;
    /// The lesson as a session, or nothing after saying what is wrong with it.
    [[nodiscard]] std::optional<SessionDocument> sound();
    [[nodiscard]] bool mayClose();

    LessonDraft m_draft;
    int m_page = 0;
    std::string m_language{anyLanguage};
    QWidget* m_pointed;
    std::function<void(SessionDocument&, const std::filesystem::path&)> m_naming;
    bool m_asks = true;
    bool m_refreshing = false;
    QUndoStack* m_stack;

    MessageBar* m_messages;
    QLineEdit* m_title;
    QComboBox* m_languages;
    QListWidget* m_pages;
    QListWidget* m_steps;
    QTabWidget* m_tabs;
    QLineEdit* m_pageTitle;
    QPlainTextEdit* m_text;
    MarkdownView* m_preview;
    QTableWidget* m_controls;
    QCheckBox* m_asked;
    QLineEdit* m_question;
    std::array<QRadioButton*, 6> m_right{};
    std::array<QLineEdit*, 6> m_choices{};
    QPlainTextEdit* m_explanation;
    std::map<QString, QPushButton*> m_buttons;
};

} // namespace morphospace
