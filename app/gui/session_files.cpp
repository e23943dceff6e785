// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/session_files.h"

#include "app/gui/missing_dialog.h"
#include "app/gui/recovery_dialog.h"
#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/text_file.h"
#include "widgets/figure/figure_file.h"
#include "widgets/language/core_text.h"
#include "widgets/shared/card.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <span>

namespace morphospace {
namespace {

constexpr std::int64_t largestLog = std::int64_t(4) << 20;
constexpr std::uintmax_t largestManifold = std::uintmax_t(256) << 20;

QString nameOf(const std::filesystem::path& file)
{
    return QString::fromStdU16String(file.filename().u16string());
}

std::filesystem::path toPath(const QString& file)
{
    return file.toStdU16String();
}

/// A program that is started again may stand in another folder.
std::filesystem::path fullPath(const std::filesystem::path& file)
{
    std::error_code failed;
    const std::filesystem::path path = std::filesystem::absolute(file, failed);
    return failed ? file : path;
}

bool isFigure(const std::filesystem::path& file)
{
    const QString ending = QString::fromStdU16String(file.extension().u16string()).toLower();
    return ending == u".png" || ending == u".svg" || ending == u".pdf";
}

/// Opening a file is nothing that a person would lose.
bool opens(const Action& action)
{
    return std::holds_alternative<OpenManifold>(action) || std::holds_alternative<OpenZoo>(action);
}

/// The file that a step opens, by hash and name; null where it opens none.
std::pair<const std::string*, std::string*> referenceIn(Action& action)
{
    if (auto* open = std::get_if<OpenManifold>(&action)) {
        return {&open->manifold.hash, &open->manifold.file};
    }
    if (auto* open = std::get_if<OpenZoo>(&action)) {
        return {&open->zoo.hash, &open->zoo.file};
    }
    return {nullptr, nullptr};
}

/// Runs in a job.
SessionDocument readAny(const std::filesystem::path& file)
{
    if (!isFigure(file)) {
        return readSession(file);
    }
    const Provenance provenance = readProvenance(file);
    if (provenance.session.empty()) {
        throw fileError(file, "", "this figure was exported without its session",
                        "one exported with it, or a .morph file");
    }
    return sessionFromText(provenance.session);
}

} // namespace

SessionFiles::SessionFiles(SessionModel& session, JobBoard& jobs, QMainWindow& window)
    : QObject(&window)
    , m_session(session)
    , m_jobs(jobs)
    , m_window(window)
    , m_saved(comparable())
{
    connect(&m_session, &SessionModel::recorded, this, [this](const Action& action, bool merge) {
        logged([&](RecoveryLog& log) { log.record(action, merge); });
    });
    connect(&m_session, &SessionModel::moved, this, [this](std::size_t position) {
        logged([&](RecoveryLog& log) { log.moveTo(position); });
    });
    connect(&m_session, &SessionModel::rewritten, this, [this] {
        logged([&](RecoveryLog& log) {
            log.rebase(document(m_file.parent_path()), m_file, isModified());
        });
    });
    connect(&m_session, &SessionModel::journalChanged, this, &SessionFiles::changed);
}

SessionFiles::~SessionFiles() = default;

void SessionFiles::setPlaces(std::function<std::vector<std::filesystem::path>()> places)
{
    m_places = std::move(places);
}

void SessionFiles::noteManifold(const std::string& hash, const std::filesystem::path& file)
{
    m_manifoldFiles[hash] = fullPath(file);
}

void SessionFiles::noteData(const DataReference& data)
{
    std::string& known = m_data[data.name];
    // What other numbers of the session were measured on stays named.
    const bool others = !known.empty() && known != data.hash
        && std::ranges::any_of(m_session.journal().steps(), [&known](const Journal::Step& step) {
               return step.outcome && step.outcome->data == known;
           });
    if (!others) {
        known = data.hash;
    }
}

std::string SessionFiles::dataHash(const std::string& name) const
{
    const auto known = m_data.find(name);
    return known == m_data.end() ? std::string() : known->second;
}

void SessionFiles::keepRecovery(const std::filesystem::path& folder)
{
    try {
        m_log = std::make_unique<RecoveryLog>(folder, document(m_file.parent_path()), m_file,
                                              isModified());
    } catch (const Error& error) {
        Q_EMIT notKept(tr("What you do could not be recovered after a crash, so save it often: %1.")
                           .arg(errorText(error)));
    }
}

void SessionFiles::logged(const std::function<void(RecoveryLog&)>& write)
{
    if (!m_log) {
        return;
    }
    try {
        write(*m_log);
        if (m_log->appended() > largestLog) {
            m_log->rebase(document(m_file.parent_path()), m_file, isModified());
        }
        m_logFailed = false;
    } catch (const Error& error) {
        // Once, not at every move of a drag; work goes on and can be saved elsewhere.
        if (!m_logFailed) {
            m_logFailed = true;
            Q_EMIT notKept(
                tr("What you do could not be recovered after a crash, so save it often: %1.")
                    .arg(errorText(error)));
        }
    }
}

void SessionFiles::offerRecovery(const std::filesystem::path& folder)
{
    std::vector<RecoveredSession> sessions = recoverableSessions(folder);
    // Where all that was done is in a file, or nothing was done, there is nothing to ask.
    const auto isKept = [](const RecoveredSession& session) { return !session.unsaved; };
    std::error_code ignored;
    for (const RecoveredSession& session : sessions) {
        if (isKept(session)) {
            std::filesystem::remove(session.log, ignored);
        }
    }
    std::erase_if(sessions, isKept);
    if (sessions.empty()) {
        return;
    }
    RecoveryDialog dialog(sessions, &m_window);
    dialog.exec();
    const RecoveredSession& chosen = sessions[dialog.session()];
    switch (dialog.choice()) {
    case RecoveryDialog::Choice::Recover:
        m_opening = true;
        load({chosen.document, chosen.savedAs, true, chosen.log});
        return;
    case RecoveryDialog::Choice::OpenSaved:
        open(chosen.savedAs);
        break;
    case RecoveryDialog::Choice::StartNew: break;
    case RecoveryDialog::Choice::Later: return;
    }
    // Put away, not deleted: a wrong click must not cost the work.
    const std::filesystem::path old = folder / "put-away";
    std::filesystem::create_directories(old, ignored);
    std::filesystem::rename(chosen.log, old / chosen.log.filename(), ignored);
}

void SessionFiles::open(const std::filesystem::path& name)
{
    const std::filesystem::path file = fullPath(name);
    m_opening = true;
    m_jobs.scheduler().runLatest(
        "open", tr("Opening %1").arg(nameOf(file)).toStdString(),
        [this, file](JobContext& context) {
            try {
                auto document = std::make_shared<SessionDocument>(readAny(file));
                context.deliver([this, file, document] {
                    // A figure is where a session came from, not where it is saved to.
                    openDocument(std::move(*document), isFigure(file) ? std::filesystem::path() : file,
                                 false);
                    Q_EMIT used(QFileInfo(QString::fromStdU16String(file.u16string()))
                                    .absoluteFilePath());
                });
            } catch (const Error& error) {
                context.deliver(
                    [this, text = errorText(error)] { fail(text); });
            }
        });
}

void SessionFiles::fail(const QString& text)
{
    m_opening = false;
    Q_EMIT problem(text);
}

void SessionFiles::openDocument(SessionDocument document, const std::filesystem::path& file,
                                bool unsaved)
{
    m_opening = mayGoOn();
    if (m_opening) {
        load({std::move(document), file, unsaved, {}});
    }
}

SearchPlaces SessionFiles::placesOf(const std::filesystem::path& session) const
{
    SearchPlaces places;
    places.files = m_places ? m_places() : std::vector<std::filesystem::path>();
    places.files.insert(places.files.end(), m_found.begin(), m_found.end());
    for (const auto& [hash, path] : m_manifoldFiles) {
        places.files.push_back(path);
    }
    places.sessionFolder = session.parent_path();
    return places;
}

void SessionFiles::load(Arriving session)
{
    const SearchPlaces places = placesOf(session.file);
    m_jobs.scheduler().runLatest(
        "open", tr("Finding what the session refers to").toStdString(),
        [this, places, session = std::move(session)](JobContext& context) {
            try {
                auto manifolds =
                    std::make_shared<SessionManifolds>(loadManifolds(session.document, places));
                context.deliver([this, session, manifolds] {
                    if (manifolds->missing.empty()) {
                        take(session, std::move(*manifolds));
                    } else {
                        findMissing(session, *manifolds);
                    }
                });
            } catch (const Error& error) {
                context.deliver(
                    [this, text = errorText(error)] { fail(text); });
            }
        });
}

void SessionFiles::findMissing(const Arriving& session, const SessionManifolds& manifolds)
{
    if (m_asks) {
        MissingDialog dialog(manifolds.missing, session.file.parent_path(), &m_window);
        if (dialog.exec() == QDialog::Accepted) {
            m_found = dialog.files();
            // Whoever found a file once is not to be asked for it again.
            for (const std::filesystem::path& found : m_found) {
                Q_EMIT used(QFileInfo(QString::fromStdU16String(found.u16string()))
                                .absoluteFilePath());
            }
            load(session);
            return;
        }
    }
    fail(tr("The session was not opened: %1.")
             .arg(coreText(describe(manifolds.missing.front()))));
}

void SessionFiles::take(const Arriving& session, SessionManifolds manifolds)
{
    const SessionDocument& document = session.document;
    const std::filesystem::path before = std::exchange(m_file, session.file);
    try {
        m_session.replace(document, std::move(manifolds.opened), std::move(manifolds.zoos));
    } catch (const Error& error) {
        m_file = before;
        fail(errorText(error));
        return;
    }
    for (const auto& [hash, file] : manifolds.files) {
        noteManifold(hash, file);   // it may have been moved since
    }
    m_embedded = document.embedded;
    const std::vector<std::string> referred = hashes();
    m_whole = !m_embedded.empty()
        && std::ranges::all_of(referred, [this](const std::string& hash) { return m_embedded.contains(hash); });
    m_data.clear();
    for (const DataReference& data : document.data) {
        m_data[data.name] = data.hash;
    }
    if (!document.layout.empty()) {
        m_window.restoreState(QByteArray::fromBase64(QByteArray::fromStdString(document.layout)));
    }
    // What was recovered is not what the file holds.
    m_saved = session.unsaved ? std::string() : comparable();
    logged([&](RecoveryLog& log) {
        log.rebase(this->document(m_file.parent_path()), m_file, session.unsaved);
    });
    if (!session.log.empty()) {
        std::error_code ignored;
        std::filesystem::remove(session.log, ignored);
    }
    m_opening = false;
    Q_EMIT changed();
    Q_EMIT opened();
}

void SessionFiles::nameManifolds(SessionDocument& document,
                                 const std::filesystem::path& folder) const
{
    for (SessionStep& step : document.steps) {
        const auto [hash, name] = referenceIn(step.action);
        const auto file = hash == nullptr ? m_manifoldFiles.end() : m_manifoldFiles.find(*hash);
        if (file != m_manifoldFiles.end()) {
            *name = referenceName(file->second, folder);
        }
    }
}

SessionDocument SessionFiles::document(const std::filesystem::path& folder) const
{
    SessionDocument document = m_session.document();
    nameManifolds(document, folder);
    for (const auto& [name, hash] : m_data) {
        document.data.push_back({name, hash});
    }
    document.embedded = m_embedded;
    document.layout = m_window.saveState().toBase64().toStdString();
    return document;
}

std::string SessionFiles::comparable() const
{
    // Where docks stand and what a step was measured to lead to are no changes of the person's.
    SessionDocument document = m_session.document();
    for (SessionStep& step : document.steps) {
        step.outcome.reset();
        if (const auto [hash, name] = referenceIn(step.action); hash != nullptr) {
            *name = "any";
        }
    }
    return sessionText(document);
}

bool SessionFiles::isModified() const
{
    if (m_file.empty() && m_saved == comparable()) {
        return false;
    }
    const auto& steps = m_session.journal().steps();
    const bool untouched =
        m_file.empty() && m_session.title().isEmpty()
        && std::ranges::all_of(steps, [](const Journal::Step& step) {
               // Nobody wants to be asked whether having looked at a page is to be saved.
               return (opens(step.action) || isViewAction(step.action))
                   && step.note.empty() && !step.lesson;
           });
    return !untouched && m_saved != comparable();
}

bool SessionFiles::save()
{
    return m_file.empty() ? saveAs() : write(m_file, m_whole ? Inside::All : Inside::AsBefore);
}

bool SessionFiles::saveAs()
{
    const QString name =
        m_file.empty() ? tr("session") + QStringLiteral(".morph")
                       : QString::fromStdU16String(m_file.u16string());
    const QString file = QFileDialog::getSaveFileName(&m_window, tr("Save the session"), name,
                                                      tr("Sessions (*.morph)"));
    return !file.isEmpty() && saveTo(toPath(file), false);
}

bool SessionFiles::saveWhole()
{
    const QString file = QFileDialog::getSaveFileName(
        &m_window, tr("Save the session with its manifolds"),
        m_file.empty() ? tr("session") + QStringLiteral(".morph")
                       : QString::fromStdU16String(m_file.u16string()),
        tr("Sessions (*.morph)"));
    return !file.isEmpty() && saveTo(toPath(file), true);
}

std::string SessionFiles::contentOf(const std::string& hash) const
{
    if (const auto held = m_embedded.find(hash); held != m_embedded.end()) {
        return held->second;
    }
    const auto stands = m_manifoldFiles.find(hash);
    if (stands == m_manifoldFiles.end()) {
        throw Error("a manifold of this session is in no file; expected the file with SHA-256 "
                    + hash);
    }
    std::string content = readTextFile(stands->second, largestManifold, "a manifold or a zoo");
    if (sha256(std::as_bytes(std::span(content))) != hash) {
        throw fileError(stands->second, "", "the file holds something else than when it was opened",
                        "the file with SHA-256 " + hash);
    }
    return content;
}

std::vector<std::string> SessionFiles::hashes() const
{
    std::vector<std::string> list;
    for (const auto& [hash, manifold] : m_session.opened()) {
        list.push_back(hash);
    }
    for (const auto& [hash, zoo] : m_session.openedZoos()) {
        list.push_back(hash);
    }
    return list;
}

bool SessionFiles::saveTo(const std::filesystem::path& file, bool whole)
{
    return write(file, whole ? Inside::All : Inside::Nothing);
}

bool SessionFiles::write(const std::filesystem::path& chosen, Inside inside)
{
    std::filesystem::path file = chosen;
    if (file.extension().empty()) {
        file += sessionEnding;
    }
    try {
        std::map<std::string, std::string> embedded;
        for (const std::string& hash : hashes()) {
            // What no file holds can only be kept inside.
            const bool held = m_embedded.contains(hash);
            if (inside == Inside::All
                || (held && (inside == Inside::AsBefore || !m_manifoldFiles.contains(hash)))) {
                embedded[hash] = contentOf(hash);
            }
        }
        std::swap(m_embedded, embedded);
        SessionDocument saved;
        try {
            saved = document(file.parent_path());
            writeSession(saved, file);
        } catch (const Error&) {
            std::swap(m_embedded, embedded);
            throw;
        }
    } catch (const Error& error) {
        Q_EMIT problem(errorText(error));
        return false;
    }
    m_file = file;
    m_whole = inside == Inside::All;
    m_saved = comparable();
    logged([&](RecoveryLog& log) { log.rebase(document(m_file.parent_path()), m_file, false); });
    Q_EMIT used(QFileInfo(QString::fromStdU16String(file.u16string())).absoluteFilePath());
    Q_EMIT told(tr("Saved %1").arg(nameOf(file)));
    Q_EMIT changed();
    return true;
}

bool SessionFiles::mayGoOn()
{
    if (!m_asks || !isModified()) {
        return true;
    }
    QMessageBox box(QMessageBox::NoIcon, tr("Save changes?"),
                    m_file.empty() ? tr("This session was never saved.")
                                   : tr("%1 was changed.").arg(nameOf(m_file)),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &m_window);
    box.setInformativeText(m_file.empty() ? tr("Without saving, its steps are lost.")
                                          : tr("Without saving, the steps since then are lost."));
    box.setDefaultButton(QMessageBox::Save);
    const auto explain = [&box](QMessageBox::StandardButton which, const QString& tip) {
        QAbstractButton* button = box.button(which);
        describeControl(button, button->text().remove(u'&'), tip);
    };
    explain(QMessageBox::Save, tr("Saves the session, then goes on"));
    explain(QMessageBox::Discard, tr("Goes on without saving"));
    explain(QMessageBox::Cancel, tr("Stays with this session"));
    switch (box.exec()) {
    case QMessageBox::Save: return save();
    case QMessageBox::Discard: return true;
    default: return false;
    }
}

void SessionFiles::end()
{
    if (!isModified()) {
        finish();
    }
}

void SessionFiles::finish()
{
    if (m_log) {
        m_log->discard();
        m_log.reset();
    }
}

} // namespace morphospace
