// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session_file.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace morphospace {

/// What a session was when its program ended without closing it.
struct RecoveredSession {
    std::filesystem::path log;              ///< the recovery log it was read from
    SessionDocument document;               ///< up to the last step that was written whole
    std::filesystem::path savedAs;          ///< file it was saved to last; empty: never
    std::filesystem::file_time_type changed;
    /// Something was done that no file holds: more than opening and looking.
    bool unsaved = true;
    std::size_t droppedBytes = 0;           ///< at the end of the log, of a step cut short
};

/// Everything done in a session, appended to a file of its own as it is done, so that it is there
/// after the program was killed at any moment: a step is on record when the call that told it
/// returns. The file stands in the program's own data folder, never leaves this machine, and is
/// locked while it is in use. Not copyable; not for several threads.
class RecoveryLog {
public:
    /// A new log in `folder` (made where missing). Throws Error naming what cannot be written.
    /// `unsaved`: `start` holds something that no file does.
    RecoveryLog(std::filesystem::path folder, const SessionDocument& start,
                std::filesystem::path savedAs = {}, bool unsaved = true);
    /// Closes the log; the file stays unless discard() was called.
    ~RecoveryLog();
    RecoveryLog(const RecoveryLog&) = delete;
    RecoveryLog& operator=(const RecoveryLog&) = delete;

    /// Journal::record and Journal::moveTo as they were called. Throw Error when the disk is full;
    /// the log then holds what it held before.
    void record(const Action& action, bool merge);
    void moveTo(std::size_t position);
    /// Everything anew: after opening, saving, or a change that is no step (a note, a page of a
    /// lesson). Replaces the file atomically, which also keeps it small.
    void rebase(const SessionDocument& document, std::filesystem::path savedAs, bool unsaved = true);
    /// The session ended well: there is nothing to recover.
    void discard();

    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    [[nodiscard]] std::int64_t bytes() const { return m_bytes; }
    /// Bytes written since the last rebase(); what a session embeds can be far more than its steps.
    [[nodiscard]] std::int64_t appended() const { return m_bytes - m_baseBytes; }

private:
    void append(const std::string& line);

    std::filesystem::path m_file;
    int m_descriptor = -1;
    std::int64_t m_bytes = 0;
    std::int64_t m_baseBytes = 0;
};

/// What earlier programs left behind in `folder`, newest first. Logs of programs that still run are
/// locked and left out; one that cannot be read at all is left out and, where `unreadable` is
/// given, named there.
[[nodiscard]] std::vector<RecoveredSession>
recoverableSessions(const std::filesystem::path& folder,
                    std::vector<std::filesystem::path>* unreadable = nullptr);

} // namespace morphospace
