// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the window presents lessons.
#include "app/gui/main_window.h"

#include "app/gui/present_window.h"
#include "core/base/error.h"
#include "core/datasets/library.h"
#include "widgets/language/core_text.h"
#include "widgets/lesson/bundled_lessons.h"
#include "widgets/lesson/lesson_editor.h"
#include "widgets/shared/icon.h"
#include "widgets/shared/local_words.h"
#include "widgets/shared/message_bar.h"

#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>

#include <utility>

namespace morphospace {

void MainWindow::buildLessonsMenu()
{
    auto* menu = menuBar()->addMenu(tr("&Lessons"));
    for (const BundledLesson& lesson : bundledLessons()) {
        menu->addAction(icon(QStringLiteral("lesson")), localWords(lesson.title), this,
                        [this, file = lesson.file] { presentFile(file); });
    }
    if (bundledLessons().empty()) {
        menu->addAction(tr("No lesson is bundled"))->setEnabled(false);
    }
    menu->addSeparator();
    menu->addAction(tr("Present a lesson from a file…"), this, [this] {
        const QString file = QFileDialog::getOpenFileName(this, tr("Present a lesson"), QString(),
                                                          tr("Lessons and sessions (*.morph)"));
        if (!file.isEmpty()) {
            presentFile(file.toStdU16String());
        }
    });
    menu->addAction(m_do.present);
    menu->addSeparator();
    menu->addAction(m_do.makeLesson);
}

void MainWindow::presentFile(const std::filesystem::path& file, int page)
{
    const QString name = QString::fromStdU16String(file.filename().u16string());
    m_jobs.scheduler().runLatest(
        "lesson", tr("Opening %1").arg(name).toStdString(),
        [this, file, page, places = m_files->placesOf(file)](JobContext& context) {
            try {
                auto lesson = std::make_shared<SessionDocument>(readSession(file));
                if (!lesson->isLesson()) {
                    throw fileError(file, "", "this session has no pages to present",
                                    "a lesson, whose steps carry titles and texts");
                }
                auto manifolds = std::make_shared<SessionManifolds>(loadManifolds(*lesson, places));
                if (!manifolds->missing.empty()) {
                    throw fileError(file, "", describe(manifolds->missing.front()));
                }
                context.deliver([this, lesson, manifolds, page] {
                    present(*lesson, std::move(manifolds->opened), page, std::move(manifolds->zoos));
                });
            } catch (const Error& error) {
                context.deliver(
                    [this, text = errorText(error)] { showProblem(text); });
            }
        });
}

void MainWindow::present(const SessionDocument& lesson, OpenedManifolds manifolds, int page,
                         OpenedZoos zoos)
{
    delete std::exchange(m_present, nullptr);
    m_present = new PresentWindow(m_jobs, this);
    m_present->setImageLimit(m_imageLimit);
    for (const std::string& dataset : knownDatasets()) {
        m_present->setFolder(
            dataset,
            m_preferences.dataFolders.value(QString::fromStdString(dataset)).toStdU16String());
    }
    m_present->resize(m_presentSize.value_or(screen()->size()));
    try {
        m_present->present(lesson, std::move(manifolds), page, std::move(zoos));
    } catch (const Error& error) {
        delete std::exchange(m_present, nullptr);
        showProblem(errorText(error));
        return;
    }
    connect(m_present, &PresentWindow::left, this, [this] {
        std::exchange(m_present, nullptr)->deleteLater();
        // Back to where it was begun: a preview was asked for in the editor.
        QWidget* before = m_editor != nullptr && m_editor->isVisible() ? static_cast<QWidget*>(m_editor)
                                                                       : this;
        before->raise();
        before->activateWindow();
    });
    if (m_presentSize) {
        m_present->show();
    } else {
        m_present->setScreen(screen());
        m_present->showFullScreen();
    }
    Q_EMIT presented();
}

LessonEditor* MainWindow::editLesson()
{
    if (m_editor == nullptr) {
        m_editor = new LessonEditor(m_files->document(), this, this);
        m_editor->setAttribute(Qt::WA_DeleteOnClose);
        m_editor->setAsks(m_remembers);
        m_editor->setNaming([this](SessionDocument& lesson, const std::filesystem::path& folder) {
            m_files->nameManifolds(lesson, folder);
        });
        connect(m_editor, &LessonEditor::previewWanted, this,
                [this, opened = m_session.opened(),
                 zoos = m_session.openedZoos()](const SessionDocument& lesson, int page) {
                    present(lesson, opened, page, zoos);
                });
        connect(m_editor, &LessonEditor::saved, this, &MainWindow::noteUsed);
        connect(m_editor, &QObject::destroyed, this, [this] { m_editor = nullptr; });
    }
    m_editor->show();
    m_editor->raise();
    m_editor->activateWindow();
    return m_editor;
}

void MainWindow::presentSession(int page)
{
    present(m_session.document(), m_session.opened(), page, m_session.openedZoos());
}

} // namespace morphospace
