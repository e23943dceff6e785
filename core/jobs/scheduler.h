// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace morphospace {

using JobId = std::uint64_t;

struct JobStatus {
    JobId id = 0;
    std::string name;        ///< shown to people
    double progress = 0;     ///< 0 to 1; negative: unknown
    std::string note;        ///< "width 12 of 32"
    enum class Phase { Waiting, Running, Done, Cancelled, Failed } phase = Phase::Waiting;
    std::string error;       ///< message of the Error, when Failed
};

/// What a running job may do. Everything a job reads it owns.
class JobContext {
public:
    virtual ~JobContext() = default;
    [[nodiscard]] virtual std::stop_token stopToken() const = 0;
    /// Throws Cancelled when the owner no longer wants the result.
    virtual void checkpoint() const = 0;
    virtual void progress(double fraction, std::string note = {}) = 0;
    /// Runs `receive` on the receiving thread, in order, unless the job is cancelled or replaced
    /// by then: a stale result is never received. May be called many times (coarse, then finer).
    virtual void deliver(std::function<void()> receive) = 0;
    /// Ends this piece of the job; the job goes on with `rest`, called last in a piece. Of live work
    /// everything that waits comes first, and rests take turns: what makes a shown result more exact
    /// never keeps what is not shown yet waiting. Long work keeps its place.
    virtual void later(std::function<void(JobContext&)> rest) = 0;
};

/// Runs jobs on its own threads: one for live requests, where the newest of a channel wins and what
/// was put off (JobContext::later()) gives way to what was not, and one queue for long work. The only
/// threads of the program besides the compute threads inside them.
class Scheduler {
public:
    using Job = std::function<void(JobContext&)>;
    /// Puts a call on the receiving thread (the GUI thread's event loop); must be thread-safe and
    /// keep the order of calls.
    using Post = std::function<void(std::function<void()>)>;
    /// Called on the receiving thread whenever a job's status changes (progress is coalesced).
    using Watch = std::function<void(const JobStatus&)>;

    explicit Scheduler(Post post, Watch watch = {});
    /// Cancels everything and joins; nothing is delivered afterwards.
    ~Scheduler();
    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;

    /// Live work: cancels what runs or waits on `channel` and takes its place.
    JobId runLatest(const std::string& channel, std::string name, Job job);
    /// Long work, one after the other in order of arrival.
    JobId enqueue(std::string name, Job job);
    /// Asks for a stop; its results are no longer received from now on.
    void cancel(JobId id);
    void cancelAll();

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace morphospace
