// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From the draft to a lesson: what has to be sound before it is shown or written.
#include "widgets/lesson/lesson_editor.h"

#include "core/base/error.h"
#include "widgets/language/core_text.h"
#include "widgets/shared/message_bar.h"

#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QTabWidget>
#include <QUndoStack>

namespace morphospace {

std::optional<SessionDocument> LessonEditor::sound()
{
    for (std::size_t i = 0; i < m_draft.pages.size(); ++i) {
        try {
            requireSound(m_draft.pages[i].page);
        } catch (const Error& error) {
            showPage(int(i));
            m_tabs->setCurrentIndex(m_draft.pages[i].page.title.empty() ? 0 : 2);
            m_messages->showMessage(MessageBar::Kind::Problem,
                                    tr("Page %1: %2").arg(int(i) + 1).arg(errorText(error)));
            return std::nullopt;
        }
    }
    try {
        return documentOf(m_draft);
    } catch (const Error& error) {
        m_messages->showMessage(MessageBar::Kind::Problem, errorText(error));
        return std::nullopt;
    }
}

void LessonEditor::preview()
{
    if (const auto lesson = sound()) {
        Q_EMIT previewWanted(*lesson, m_page);
    }
}

bool LessonEditor::saveTo(const std::filesystem::path& chosen)
{
    auto lesson = sound();
    if (!lesson) {
        return false;
    }
    std::filesystem::path file = chosen;
    if (file.extension().empty()) {
        file += sessionEnding;
    }
    try {
        if (m_naming) {
            m_naming(*lesson, file.parent_path());
        }
        writeSession(*lesson, file);
    } catch (const Error& error) {
        m_messages->showMessage(MessageBar::Kind::Problem, errorText(error));
        return false;
    }
    m_stack->setClean();
    const QString name = QString::fromStdU16String(file.u16string());
    m_messages->showMessage(MessageBar::Kind::Note, tr("Saved %1").arg(QFileInfo(name).fileName()));
    Q_EMIT saved(name);
    return true;
}

void LessonEditor::save()
{
    if (!sound()) {
        return;
    }
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the lesson"),
                                                      tr("lesson") + QStringLiteral(".morph"),
                                                      tr("Lessons (*.morph)"));
    if (!file.isEmpty()) {
        saveTo(file.toStdU16String());
    }
}

bool LessonEditor::mayClose()
{
    if (!m_asks || m_stack->isClean()) {
        return true;
    }
    QMessageBox box(QMessageBox::Question, tr("Save the lesson?"), tr("The lesson was changed."),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setInformativeText(tr("Without saving, what was written here is lost."));
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save: save(); return m_stack->isClean();
    case QMessageBox::Discard: return true;
    default: return false;
    }
}

void LessonEditor::closeEvent(QCloseEvent* event)
{
    if (mayClose()) {
        event->accept();
    } else {
        event->ignore();
    }
}

void LessonEditor::reject()
{
    close();   // Escape asks as well
}

} // namespace morphospace
