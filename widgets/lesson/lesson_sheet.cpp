// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lesson/lesson_sheet.h"

#include "widgets/lesson/choice_button.h"
#include "widgets/lesson/markdown_view.h"
#include "widgets/shared/content_scroll.h"
#include "widgets/shared/local_words.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QLabel>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace morphospace {
namespace {

/// Its words wrap: how high they are depends on the width alone, not on the narrowest they could be.
class Sheet : public PageContent {
public:
    QSize minimumSizeHint() const override { return {PageContent::minimumSizeHint().width(), 0}; }
};

} // namespace

LessonSheet::LessonSheet(QWidget* parent)
    : QScrollArea(parent)
    , m_title(new QLabel)
    , m_text(new MarkdownView)
    , m_asked(new MarkdownView)
    , m_answers(new QVBoxLayout)
    , m_verdict(new QLabel)
    , m_explanation(new MarkdownView)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAttribute(Qt::WA_AcceptTouchEvents);
    auto* content = new Sheet;
    content->setObjectName(QStringLiteral("scrolled"));
    m_column = new QVBoxLayout(content);
    m_column->addWidget(m_title);
    m_column->addWidget(m_text);
    m_column->addWidget(m_asked);
    m_column->addLayout(m_answers);
    m_column->addWidget(m_verdict);
    m_column->addWidget(m_explanation);
    m_column->addStretch(1);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    setWidget(content);
    applySizes();
}

void LessonSheet::setPage(const LessonPage& page)
{
    m_question = page.question;
    m_solved = false;
    m_title->setText(localWords(page.title));
    m_text->setMarkdown(localWords(page.text));
    m_asked->setMarkdown(m_question ? localWords(m_question->text) : QString());
    for (ChoiceButton* choice : m_choices) {
        delete choice;
    }
    m_choices.clear();
    for (std::size_t i = 0; m_question && i < m_question->choices.size(); ++i) {
        auto* choice = new ChoiceButton(int(i), localWords(m_question->choices[i]));
        connect(choice, &QAbstractButton::clicked, this, [this, i] { choose(int(i)); });
        m_answers->addWidget(choice);
        m_choices.push_back(choice);
    }
    m_verdict->hide();
    m_explanation->setMarkdown({});
    applySizes();
    verticalScrollBar()->setValue(0);
}

void LessonSheet::choose(int index)
{
    if (!m_question || m_solved || index < 0 || std::size_t(index) >= m_choices.size()) {
        return;
    }
    const bool right = index == m_question->answer;
    m_solved = right;
    m_choices[std::size_t(index)]->setVerdict(right ? ChoiceButton::Verdict::Right
                                                    : ChoiceButton::Verdict::Wrong);
    if (right) {
        // The explanation takes the place of the other answers.
        for (ChoiceButton* choice : m_choices) {
            choice->setVisible(choice == m_choices[std::size_t(index)]);
        }
        m_explanation->setMarkdown(localWords(m_question->explanation));
        showFeedback(tr("Right."), true);
    } else {
        showFeedback(tr("Not this one. Choose another."), false);
    }
    Q_EMIT chosen(index, right);
}

void LessonSheet::showFeedback(const QString& text, bool right)
{
    m_verdict->setText(text);
    QPalette palette = m_verdict->palette();
    palette.setColor(QPalette::WindowText, right ? currentTheme().right : currentTheme().wrong);
    m_verdict->setPalette(palette);
    m_verdict->show();
    QAccessibleEvent event(m_verdict, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    // Once the new lines have their place.
    QTimer::singleShot(0, this, [this] {
        ensureWidgetVisible(m_explanation->isVisible() ? static_cast<QWidget*>(m_explanation)
                                                       : m_verdict);
    });
}

QString LessonSheet::feedback() const
{
    return m_verdict->isHidden() ? QString() : m_verdict->text();
}

void LessonSheet::setTextHeight(int pixels)
{
    if (pixels != m_textHeight) {
        m_textHeight = pixels;
        applySizes();
    }
}

void LessonSheet::applySizes()
{
    const auto sized = [this](double factor, bool strong) {
        QFont font = this->font();
        font.setPixelSize(int(m_textHeight * factor));
        font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
        return font;
    };
    m_title->setFont(sized(1.4, true));
    m_text->setFont(sized(1, false));
    m_asked->setFont(sized(1, true));
    m_verdict->setFont(sized(1, true));
    m_explanation->setFont(sized(1, false));
    for (ChoiceButton* choice : m_choices) {
        choice->setFont(sized(1, false));
    }
    const int gap = m_textHeight / 2;
    m_column->setSpacing(gap);
    m_answers->setSpacing(gap / 2);
    m_column->setContentsMargins(m_textHeight, gap, gap, gap);
    verticalScrollBar()->setSingleStep(m_textHeight);
}

bool LessonSheet::canScrollDown() const
{
    return verticalScrollBar()->value() < verticalScrollBar()->maximum();
}

bool LessonSheet::canScrollUp() const
{
    return verticalScrollBar()->value() > verticalScrollBar()->minimum();
}

void LessonSheet::scrollBy(int pixels)
{
    verticalScrollBar()->setValue(verticalScrollBar()->value() + pixels);
}

int LessonSheet::neededHeight() const
{
    return widget()->heightForWidth(viewport()->width());
}

void LessonSheet::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        viewport()->update();
    }
}

} // namespace morphospace
