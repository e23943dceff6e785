// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/recovery.h"

#include "core/base/error.h"
#include "core/base/text_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace morphospace {

using nlohmann::json;

namespace {

constexpr std::string_view ending = ".recovery";
constexpr std::uintmax_t largestLog = 1U << 30U;

std::string line(const json& object)
{
    return object.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

std::string firstLine(const SessionDocument& document, const std::filesystem::path& savedAs,
                      bool unsaved)
{
    const std::u8string saved = savedAs.u8string();
    return line({{"saved_as", std::string(saved.begin(), saved.end())},
                 {"unsaved", unsaved},
                 {"session", sessionJson(document)}});
}

/// All of `text`, or an errno.
int writeAll(int descriptor, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written == 0 ? ENOSPC : errno;
        text.remove_prefix(std::size_t(written));
    }
    return 0;
}

Error cannotWrite(const std::filesystem::path& file, int number)
{
    return fileError(file, "", std::string("the recovery log cannot be written: ")
                                   + std::strerror(number),
                     "a folder with free space that this user may write");
}

/// A new, locked file holding `text` under a temporary name beside `file`, then renamed over it:
/// the log is locked and whole at every moment anybody can see it. Returns its descriptor.
int replaceWith(const std::filesystem::path& file, const std::string& text)
{
    std::string temporary = file.string() + ".XXXXXX";
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC | O_APPEND);
    if (descriptor < 0)
        throw cannotWrite(file, errno);
    int failed = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
    if (failed == 0)
        failed = writeAll(descriptor, text);
    if (failed == 0 && ::fsync(descriptor) != 0)
        failed = errno;
    if (failed == 0 && ::rename(temporary.c_str(), file.c_str()) != 0)
        failed = errno;
    if (failed != 0) {
        ::unlink(temporary.c_str());
        ::close(descriptor);
        throw cannotWrite(file, failed);
    }
    return descriptor;
}

/// Whether a program that still runs holds this log.
bool isInUse(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return true;
    const bool free = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    ::close(descriptor);
    return !free;
}

/// Opening a file and turning pages is nothing that a person would lose.
bool onlyLooks(const Action& action)
{
    return std::holds_alternative<OpenManifold>(action) || std::holds_alternative<OpenZoo>(action)
        || isViewAction(action);
}

RecoveredSession readLog(const std::filesystem::path& file)
{
    const std::string text = readTextFile(file, largestLog, "a recovery log");
    RecoveredSession result;
    result.log = file;
    std::error_code ignored;
    result.changed = std::filesystem::last_write_time(file, ignored);

    const auto lineEnd = [&text](std::size_t from) { return text.find('\n', from); };
    std::size_t end = lineEnd(0);
    if (end == std::string::npos)
        throw fileError(file, "", "the recovery log has no whole line");
    const json head = json::parse(text.begin(), text.begin() + std::ptrdiff_t(end), nullptr, false);
    if (!head.is_object() || !head.contains("session") || !head.contains("saved_as")
        || !head.at("saved_as").is_string())
        throw fileError(file, "line 1", "this is not a recovery log");
    result.document = sessionFromJson(head.at("session"));
    const auto& saved = head.at("saved_as").get_ref<const std::string&>();
    result.savedAs = std::filesystem::path(std::u8string(saved.begin(), saved.end()));

    // Older logs do not say it, so that nothing of theirs is lost.
    result.unsaved = !head.contains("unsaved") || head.at("unsaved") != json(false);

    Journal journal(result.document.steps, result.document.position);
    std::size_t begin = end + 1;
    // A line cut short, or anything after it, was never acknowledged.
    for (; begin < text.size(); begin = end + 1) {
        end = lineEnd(begin);
        if (end == std::string::npos)
            break;
        const json entry = json::parse(text.begin() + std::ptrdiff_t(begin),
                                       text.begin() + std::ptrdiff_t(end), nullptr, false);
        try {
            if (entry.is_object() && entry.contains("do")) {
                const Action action = actionFromJson(entry.at("do"));
                journal.record(action, entry.value("merge", false));
                result.unsaved = result.unsaved || !onlyLooks(action);
            } else if (entry.is_object() && entry.contains("move")) {
                journal.moveTo(entry.at("move").get<std::size_t>());
                result.unsaved = true;
            } else {
                break;
            }
        } catch (const std::exception&) {
            break;
        }
    }
    result.droppedBytes = text.size() - begin;
    result.document.steps.assign(journal.steps().begin(), journal.steps().end());
    result.document.position = journal.position();
    return result;
}

} // namespace

RecoveryLog::RecoveryLog(std::filesystem::path folder, const SessionDocument& start,
                         std::filesystem::path savedAs, bool unsaved)
{
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        throw fileError(folder, "", "the folder for recovery cannot be made: " + failed.message());
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto stamp = std::chrono::duration_cast<std::chrono::microseconds>(now).count();
    m_file = folder / ("session-" + std::to_string(stamp) + "-" + std::to_string(::getpid())
                       + std::string(ending));
    rebase(start, std::move(savedAs), unsaved);
}

RecoveryLog::~RecoveryLog()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void RecoveryLog::record(const Action& action, bool merge)
{
    json entry{{"do", toJson(action)}};
    if (merge)
        entry["merge"] = true;
    append(line(entry));
}

void RecoveryLog::moveTo(std::size_t position)
{
    append(line({{"move", position}}));
}

void RecoveryLog::rebase(const SessionDocument& document, std::filesystem::path savedAs, bool unsaved)
{
    const std::string text = firstLine(document, savedAs, unsaved);
    const int descriptor = replaceWith(m_file, text);
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = descriptor;
    m_bytes = std::int64_t(text.size());
    m_baseBytes = m_bytes;
}

void RecoveryLog::discard()
{
    if (m_descriptor < 0)
        return;
    ::unlink(m_file.c_str());
    ::close(m_descriptor);
    m_descriptor = -1;
}

void RecoveryLog::append(const std::string& text)
{
    if (m_descriptor < 0)
        return;
    const int failed = writeAll(m_descriptor, text);
    if (failed == 0) {
        m_bytes += std::int64_t(text.size());
        return;
    }
    // Half a line would swallow the next one.
    (void)!::ftruncate(m_descriptor, m_bytes);
    throw cannotWrite(m_file, failed);
}

std::vector<RecoveredSession> recoverableSessions(const std::filesystem::path& folder,
                                                  std::vector<std::filesystem::path>* unreadable)
{
    std::vector<RecoveredSession> sessions;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        const std::filesystem::path& file = entry.path();
        if (file.extension() != ending || isInUse(file))
            continue;
        try {
            sessions.push_back(readLog(file));
        } catch (const std::exception&) {
            if (unreadable != nullptr)
                unreadable->push_back(file);
        }
    }
    std::ranges::sort(sessions, std::ranges::greater(), &RecoveredSession::changed);
    return sessions;
}

} // namespace morphospace
