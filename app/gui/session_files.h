// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replay/load.h"
#include "core/session/recovery.h"
#include "widgets/model/job_board.h"
#include "widgets/model/session_model.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

class QMainWindow;

namespace morphospace {

/// The session as a file: opening with all it refers to, saving, whether anything would be lost,
/// and the recovery log.
class SessionFiles : public QObject {
    Q_OBJECT
public:
    /// Dialogs, where any are needed, belong to `window`; its docks are kept as the layout.
    SessionFiles(SessionModel& session, JobBoard& jobs, QMainWindow& window);
    ~SessionFiles() override;

    /// Where manifolds may lie besides the session's own folder: bundled and recent files.
    void setPlaces(std::function<std::vector<std::filesystem::path>()> places);
    /// Where the manifolds of a session file are looked for.
    [[nodiscard]] SearchPlaces placesOf(const std::filesystem::path& session) const;
    /// Names the manifolds of a session as they are found from `folder`.
    void nameManifolds(SessionDocument& document, const std::filesystem::path& folder) const;
    /// Whether it may ask: a script must not wait for an answer.
    void setAsks(bool asks) { m_asks = asks; }
    /// Remembers where an opened manifold or zoo came from.
    void noteManifold(const std::string& hash, const std::filesystem::path& file);
    /// The images of the present measurements, kept with the session.
    void noteData(const DataReference& data);
    /// The hash of the images of this name that the session was measured on; empty where it says nothing.
    [[nodiscard]] std::string dataHash(const std::string& name) const;

    /// Begins a recovery log in `folder`. Without it nothing is kept.
    void keepRecovery(const std::filesystem::path& folder);
    /// Sessions that an earlier program left behind: asks what to do with them. isOpening() tells
    /// afterwards whether one of them is on its way.
    void offerRecovery(const std::filesystem::path& folder);

    /// Reads a session, or the one inside an exported figure; opened() or problem() follow.
    void open(const std::filesystem::path& name);
    /// Takes a document; `file` is where it was saved to, or empty.
    void openDocument(SessionDocument document, const std::filesystem::path& file, bool unsaved);

    /// All return whether nothing stands in the way of going on. save() keeps inside what was inside, and
    /// all of it where all of it was.
    bool save();
    bool saveAs();
    /// With the manifolds inside, for a machine that has none.
    bool saveWhole();
    bool saveTo(const std::filesystem::path& file, bool whole);
    /// Asks about unsaved changes where there are any.
    bool mayGoOn();
    /// The program has to end and may not ask: what was saved nowhere is offered at the next start.
    void end();
    /// The program ends well: nothing will have to be recovered.
    void finish();

    /// A session is being read and will be here soon.
    [[nodiscard]] bool isOpening() const { return m_opening; }
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    [[nodiscard]] bool isModified() const;
    /// The session with data and layout, as it would be saved beside `folder`.
    [[nodiscard]] SessionDocument document(const std::filesystem::path& folder = {}) const;

Q_SIGNALS:
    void opened();
    /// The file's name or whether it is up to date.
    void changed();
    /// A file was opened or written, for the list of recent ones.
    void used(const QString& file);
    void told(const QString& text);
    void problem(const QString& text);
    /// There is no recovery log any more; all else goes on.
    void notKept(const QString& text);

private:
    /// A session on its way into the window.
    struct Arriving {
        SessionDocument document;
        std::filesystem::path file;   ///< where it is saved; empty: nowhere
        bool unsaved = false;         ///< it holds more than that file
        std::filesystem::path log;    ///< recovery log that goes once the session is here
    };
    void fail(const QString& text);
    void load(Arriving session);
    /// What a session refers to was not found: asks for it, then loads the session again.
    void findMissing(const Arriving& session, const SessionManifolds& manifolds);
    void take(const Arriving& session, SessionManifolds manifolds);
    /// What of the session's manifolds and zoos is written into its file. What no file holds always is.
    enum class Inside { AsBefore, Nothing, All };
    bool write(const std::filesystem::path& file, Inside inside);
    /// Hashes of the manifolds and zoos that the session opened.
    [[nodiscard]] std::vector<std::string> hashes() const;
    /// The content of an opened file, as it was when it was opened.
    [[nodiscard]] std::string contentOf(const std::string& hash) const;
    void logged(const std::function<void(RecoveryLog&)>& write);
    [[nodiscard]] std::string comparable() const;

    SessionModel& m_session;
    JobBoard& m_jobs;
    QMainWindow& m_window;
    std::function<std::vector<std::filesystem::path>()> m_places;
    std::map<std::string, std::filesystem::path> m_manifoldFiles;
    std::map<std::string, std::string> m_embedded;
    bool m_whole = false;                         ///< what is opened later goes inside as well
    std::vector<std::filesystem::path> m_found;   ///< by the person, for what was missing
    std::map<std::string, std::string> m_data;
    std::filesystem::path m_file;
    std::string m_saved;                          ///< comparable() when it was saved
    std::unique_ptr<RecoveryLog> m_log;
    bool m_asks = true;
    bool m_opening = false;
    bool m_logFailed = false;
};

} // namespace morphospace
