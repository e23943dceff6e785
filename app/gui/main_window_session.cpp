// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the window opens what it is given, and what it keeps of a session while one works.
#include "app/gui/main_window.h"

#include "core/base/error.h"
#include "core/datasets/library.h"
#include "core/replay/replay.h"
#include "core/replay/zoo_model.h"
#include "widgets/language/core_text.h"
#include "widgets/shared/message_bar.h"
#include "widgets/smoothness/smoothness_page.h"
#include "widgets/welcome/welcome_page.h"

#include <QAction>
#include <QFileInfo>

namespace morphospace {

void MainWindow::buildSession()
{
    m_files = new SessionFiles(m_session, m_jobs, *this);
    m_files->setAsks(m_remembers);
    m_files->setPlaces([this] {
        std::vector<std::filesystem::path> places;
        for (const BundledManifold& manifold : bundledManifolds()) {
            places.push_back(manifold.file);
        }
        for (const BundledManifold& zoo : bundledZoos()) {
            places.push_back(zoo.file);
        }
        for (const QString& file : m_preferences.recentFiles) {
            places.emplace_back(file.toStdU16String());
        }
        return places;
    });
    m_naming.setSingleShot(true);
    m_naming.setInterval(150);
    connect(&m_naming, &QTimer::timeout, this, &MainWindow::nameWindow);
    connect(m_files, &SessionFiles::changed, this, &MainWindow::nameWindowSoon);
    connect(m_files, &SessionFiles::used, this, &MainWindow::noteUsed);
    connect(m_files, &SessionFiles::problem, this, &MainWindow::showProblem);
    connect(m_files, &SessionFiles::notKept, this, [this](const QString& text) {
        showProblem(text);
        if (!m_session.manifold() && !m_session.zoo()) {
            // Opening the first file closes what is said, and this is to be read after it.
            connect(this, &MainWindow::opened, this, [this, text] { showProblem(text); },
                    Qt::SingleShotConnection);
        }
    });
    connect(m_files, &SessionFiles::told, this, [this](const QString& text) {
        m_messages->showMessage(MessageBar::Kind::Note, text);
    });
    connect(m_files, &SessionFiles::opened, this, [this] {
        m_messages->dismiss();
        if (m_session.isLesson()) {
            m_messages->showMessage(MessageBar::Kind::Note, tr("This session is a lesson."),
                                    tr("Present"), [this] { presentSession(); });
        }
        compareData();
        Q_EMIT opened();
    });
    connect(&m_images, &TestImages::changed, this, &MainWindow::compareData);
    connect(&m_live, &LiveMorph::settled, this, &MainWindow::keepOutcome);
}

void MainWindow::openFile(const std::filesystem::path& file)
{
    const QString ending = QString::fromStdU16String(file.extension().u16string()).toLower();
    if (ending == u".morph" || ending == u".png" || ending == u".svg" || ending == u".pdf") {
        m_files->open(file);
    } else if (ending == u".safetensors") {
        // Somebody's own network: shown where its channels can be re-ordered.
        m_center->setCurrentIndex(1);
        m_pages->setCurrentWidget(m_smoothnessPage);
        m_smoothness.openCheckpoint(file);
    } else if (ending == u".zoo") {
        openZoo(file);
    } else {
        openManifold(file);
    }
}

void MainWindow::openZoo(const std::filesystem::path& file)
{
    const QString name = QString::fromStdU16String(file.filename().u16string());
    m_jobs.scheduler().runLatest(
        "open", tr("Opening %1").arg(name).toStdString(), [this, file](JobContext& context) {
            try {
                const auto zoo = std::make_shared<const TypefaceZoo>(TypefaceZoo::read(file));
                context.deliver([this, zoo, file] {
                    m_messages->dismiss();
                    m_files->noteManifold(zoo->hash(), file);
                    m_session.open(zoo, file);
                    m_session.perform(ShowPage{"weightspace"});
                    noteUsed(QFileInfo(QString::fromStdU16String(file.u16string()))
                                 .absoluteFilePath());
                    Q_EMIT opened();
                });
            } catch (const Error& error) {
                context.deliver([this, text = errorText(error)] {
                    showProblem(text);
                });
            }
        });
}

void MainWindow::openManifold(const std::filesystem::path& file)
{
    const QString name = QString::fromStdU16String(file.filename().u16string());
    m_jobs.scheduler().runLatest(
        "open", tr("Opening %1").arg(name).toStdString(), [this, file](JobContext& context) {
            try {
                const std::shared_ptr<const Manifold> manifold = readManifold(file);
                context.deliver([this, manifold, file] {
                    m_messages->dismiss();
                    m_files->noteManifold(manifold->hash, file);
                    m_session.open(manifold, file);
                    noteUsed(QFileInfo(QString::fromStdU16String(file.u16string()))
                                 .absoluteFilePath());
                    Q_EMIT opened();
                });
            } catch (const Error& error) {
                context.deliver([this, text = errorText(error)] {
                    showProblem(text);
                });
            }
        });
}

void MainWindow::noteUsed(const QString& file)
{
    noteRecent(m_preferences, file);
    fillRecent();
    remember();
}

void MainWindow::nameWindowSoon()
{
    // A drag has sixty moves a second, and comparing with what is saved takes its time.
    if (m_session.isDragging()) {
        m_naming.start();
    } else {
        nameWindow();
    }
}

void MainWindow::nameWindow()
{
    const auto manifold = m_session.manifold();
    QStringList parts;
    if (!m_files->file().empty()) {
        parts << QString::fromStdU16String(m_files->file().filename().u16string());
    }
    if (showsWeightSpace() && m_session.zoo()) {
        parts << QString::fromStdString(titleOf(*m_session.zoo()));
    } else if (manifold) {
        parts << QString::fromStdString(manifold->title);
    }
    parts << QStringLiteral("Morphospace");
    setWindowTitle(QStringLiteral("[*]") + parts.join(QStringLiteral(" – ")));
    setWindowModified(m_files->isModified());

    const auto show = [](QAction* action, const QString& verb, const QString& step) {
        action->setEnabled(!step.isEmpty());
        action->setText(step.isEmpty() ? verb : QStringLiteral("%1 %2").arg(verb, step));
        action->setIconText(verb);
    };
    show(m_do.undo, tr("Undo"), m_session.undoText());
    show(m_do.redo, tr("Redo"), m_session.redoText());
    const bool something = manifold != nullptr || m_session.zoo() != nullptr;
    m_do.save->setEnabled(something);
    m_do.saveAs->setEnabled(something);
    m_do.saveWhole->setEnabled(something);
}

void MainWindow::keepOutcome()
{
    const MorphResult* result = m_live.current();
    const Journal& journal = m_session.journal();
    if (result == nullptr || !result->complete || !result->measurement || journal.position() == 0
        || m_session.state() != journal.state()) {
        return;
    }
    // The step that led to this sample: since then only pages were turned, or it was pinned.
    std::size_t step = journal.position();
    const auto sampled = [&journal](std::size_t index) {
        const SessionState& before = journal.stateAt(index);
        const SessionState& after = journal.stateAt(index + 1);
        return before.manifold != after.manifold || before.current != after.current
            || before.averaging != after.averaging;
    };
    while (step > 0 && !sampled(step - 1)) {
        --step;
    }
    if (step == 0) {
        return;
    }
    --step;
    const Outcome outcome = toOutcome(result->weights, *result->measurement);
    const auto& recorded = journal.steps()[step].outcome;
    if (!recorded || recorded->images < outcome.images) {
        m_session.setOutcome(step, outcome);
        m_files->noteData({m_session.manifold()->dataset, outcome.data});
    } else if (const OutcomeCheck checked = check(recorded, outcome);
               checked.agreement == Agreement::Differs) {
        m_messages->showMessage(
            MessageBar::Kind::Problem,
            tr("Step %1 does not replay as it was recorded: %2 of %3 images right now, %4 then.")
                .arg(step + 1)
                .arg(outcome.correct)
                .arg(outcome.images)
                .arg(recorded->correct));
    }
}

void MainWindow::compareData()
{
    const auto manifold = m_session.manifold();
    const auto images = m_images.images();
    if (!manifold || !images || m_files->isOpening()) {
        return;
    }
    const std::string recorded = m_files->dataHash(manifold->dataset);
    if (recorded.empty() || recorded == images->hash) {
        return;
    }
    const auto start = [](const std::string& hash) { return QString::fromStdString(hash.substr(0, 12)); };
    showProblem(tr("The numbers of this session were measured on other data: on images of %1 with the "
                   "hash %2…, and those here have %3…. What is measured now is on those here.")
                    .arg(QString::fromStdString(datasetTitle(manifold->dataset)), start(recorded),
                         start(images->hash)));
}

void MainWindow::offerRecovery(const std::filesystem::path& folder)
{
    m_files->offerRecovery(folder);
}

void MainWindow::keepRecovery(const std::filesystem::path& folder)
{
    m_files->keepRecovery(folder);
}

void MainWindow::openInstead(const std::filesystem::path& file)
{
    connect(
        this, &MainWindow::opened, this,
        [this, file] {
            std::error_code ignored;
            if (std::filesystem::equivalent(file, m_files->file(), ignored)) {
                return;
            }
            const QString name = QString::fromStdU16String(file.filename().u16string());
            m_messages->showMessage(MessageBar::Kind::Note,
                                    tr("%1 was not opened: the recovered session is here.").arg(name),
                                    tr("Open %1").arg(name), [this, file] { openFile(file); });
        },
        Qt::SingleShotConnection);
}

} // namespace morphospace
