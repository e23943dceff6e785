// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/lesson.h"

#include <QScrollArea>

#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace morphospace {

class ChoiceButton;
class MarkdownView;

/// What a page of a lesson says: title, text, and its question with choices. It scrolls where there
/// is too much for one screen.
class LessonSheet : public QScrollArea {
    Q_OBJECT
public:
    explicit LessonSheet(QWidget* parent = nullptr);

    /// Begins at the top, with nothing answered.
    void setPage(const LessonPage& page);
    /// Height in pixels of the letters of the text; the title is half as high again.
    void setTextHeight(int pixels);
    [[nodiscard]] int textHeight() const { return m_textHeight; }

    /// Chooses an answer, as a click on it does; nothing where there is none of that number or the
    /// right one was chosen already. Beside the right one there are no others any more.
    void choose(int index);
    [[nodiscard]] const std::vector<ChoiceButton*>& choices() const { return m_choices; }
    /// What the person was told of the answer chosen last.
    [[nodiscard]] QString feedback() const;
    [[nodiscard]] MarkdownView* text() const { return m_text; }
    [[nodiscard]] QLabel* title() const { return m_title; }

    /// Whether something is below what is seen.
    [[nodiscard]] bool canScrollDown() const;
    [[nodiscard]] bool canScrollUp() const;
    void scrollBy(int pixels);
    /// Height that all of it takes at the present width.
    [[nodiscard]] int neededHeight() const;

Q_SIGNALS:
    void chosen(int index, bool right);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applySizes();
    void showFeedback(const QString& text, bool right);

    int m_textHeight = 24;
    std::optional<LessonQuestion> m_question;
    bool m_solved = false;
    QVBoxLayout* m_column;
    QLabel* m_title;
    MarkdownView* m_text;
    MarkdownView* m_asked;
    QVBoxLayout* m_answers;
    std::vector<ChoiceButton*> m_choices;
    QLabel* m_verdict;
    MarkdownView* m_explanation;
};

} // namespace morphospace
