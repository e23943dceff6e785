// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/scheduler.h"

#include "core/base/error.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace morphospace {

namespace {

/// One request, from its arrival to the last call it causes on the receiving thread.
struct Task {
    JobId id = 0;
    std::string channel;  ///< empty for long work
    Scheduler::Job job;
    Scheduler::Job rest;  ///< what the piece that ran last has put off
    std::stop_source stop;

    std::mutex mutex;        ///< guards what follows
    JobStatus status;
    bool announced = false;  ///< a call that shows the status is on its way
};

using TaskPointer = std::shared_ptr<Task>;

struct Queue {
    std::deque<TaskPointer> waiting;
    std::deque<TaskPointer> putOff;   ///< begun, and goes on when nothing waits
    std::condition_variable_any arrived;
};

} // namespace

/// What outlives the scheduler: calls on their way to the receiving thread hold it, and find it
/// closed when they arrive too late.
struct Scheduler::Shared : std::enable_shared_from_this<Scheduler::Shared> {
    class Context;

    Post post;
    Watch watch;
    std::atomic<bool> closed = false;

    std::mutex mutex;                     ///< guards the queues and the tasks
    JobId lastId = 0;
    /// Kept until the receiving thread has seen the end: a job that is done can still have results
    /// on their way, which a newer request must be able to stop.
    std::map<JobId, TaskPointer> tasks;
    std::map<std::string, JobId> newest;  ///< of each live channel
    Queue live;
    Queue lasting;

    std::vector<std::jthread> workers;

    JobId add(Queue& queue, std::string channel, std::string name, Job job);
    void cancel(JobId id);
    void work(const std::stop_token& stop, Queue& queue);
    void run(const TaskPointer& task, Queue& queue);
    void goOnLater(const TaskPointer& task, Queue& queue);
    void announce(const TaskPointer& task);
    void finish(const TaskPointer& task, JobStatus::Phase phase, std::string error = {});
    void receiveEnd(Task& task);
};

/// What a running job sees.
class Scheduler::Shared::Context final : public JobContext {
public:
    Context(Shared& shared, TaskPointer task) : m_shared(shared), m_task(std::move(task)) {}

    [[nodiscard]] std::stop_token stopToken() const override { return m_task->stop.get_token(); }

    void checkpoint() const override
    {
        if (m_task->stop.stop_requested())
            throw Cancelled();
    }

    void progress(double fraction, std::string note) override
    {
        {
            const std::lock_guard lock(m_task->mutex);
            m_task->status.progress = fraction;
            m_task->status.note = std::move(note);
        }
        m_shared.announce(m_task);
    }

    void deliver(std::function<void()> receive) override
    {
        if (m_task->stop.stop_requested())
            return;
        // Whether the result is still wanted is asked again on the receiving thread: a request made
        // there before this call runs has already asked this job to stop.
        m_shared.post([shared = m_shared.shared_from_this(), task = m_task,
                       receive = std::move(receive)] {
            if (!shared->closed && !task->stop.stop_requested())
                receive();
        });
    }

    void later(std::function<void(JobContext&)> rest) override { m_task->rest = std::move(rest); }

private:
    Shared& m_shared;
    TaskPointer m_task;
};

JobId Scheduler::Shared::add(Queue& queue, std::string channel, std::string name, Job job)
{
    auto task = std::make_shared<Task>();
    task->channel = std::move(channel);
    task->job = std::move(job);
    task->status.name = std::move(name);
    JobId replaced = 0;
    {
        const std::lock_guard lock(mutex);
        task->id = task->status.id = ++lastId;
        tasks[task->id] = task;
        if (!task->channel.empty())
            replaced = std::exchange(newest[task->channel], task->id);
    }
    cancel(replaced);
    announce(task);
    {
        const std::lock_guard lock(mutex);
        queue.waiting.push_back(task);
    }
    queue.arrived.notify_one();
    return task->id;
}

void Scheduler::Shared::cancel(JobId id)
{
    TaskPointer task;
    bool wasWaiting = false;
    {
        const std::lock_guard lock(mutex);
        const auto found = tasks.find(id);
        if (found == tasks.end())
            return;
        task = found->second;
        for (Queue* queue : {&live, &lasting})
            wasWaiting = std::erase(queue->waiting, task) + std::erase(queue->putOff, task) > 0
                || wasWaiting;
    }
    task->stop.request_stop();
    // What does not run now ends here, and does not stay in sight behind a long job.
    if (wasWaiting)
        finish(task, JobStatus::Phase::Cancelled);
}

void Scheduler::Shared::work(const std::stop_token& stop, Queue& queue)
{
    while (true) {
        TaskPointer task;
        {
            std::unique_lock lock(mutex);
            if (!queue.arrived.wait(lock, stop, [&queue] {
                    return !queue.waiting.empty() || !queue.putOff.empty();
                }))
                return;
            std::deque<TaskPointer>& next = queue.waiting.empty() ? queue.putOff : queue.waiting;
            task = std::move(next.front());
            next.pop_front();
        }
        run(task, queue);
    }
}

void Scheduler::Shared::run(const TaskPointer& task, Queue& queue)
{
    if (task->stop.stop_requested()) {
        finish(task, JobStatus::Phase::Cancelled);
        return;
    }
    {
        const std::lock_guard lock(task->mutex);
        task->status.phase = JobStatus::Phase::Running;
    }
    announce(task);
    try {
        Context context(*this, task);
        task->job(context);
        if (task->rest)
            goOnLater(task, queue);
        else
            finish(task, JobStatus::Phase::Done);
    } catch (const Cancelled&) {
        finish(task, JobStatus::Phase::Cancelled);
    } catch (const std::exception& error) {
        finish(task, JobStatus::Phase::Failed, error.what());
    } catch (...) {
        finish(task, JobStatus::Phase::Failed, "an unknown failure");
    }
}

void Scheduler::Shared::goOnLater(const TaskPointer& task, Queue& queue)
{
    task->job = std::exchange(task->rest, nullptr);
    // A stop that is asked for before this finds nothing that waits: run() sees it.
    const std::lock_guard lock(mutex);
    if (&queue == &live)
        queue.putOff.push_back(task);
    else
        queue.waiting.push_front(task);
}

void Scheduler::Shared::announce(const TaskPointer& task)
{
    if (!watch)
        return;
    {
        const std::lock_guard lock(task->mutex);
        // The call that is on its way will show the newest status when it arrives.
        if (std::exchange(task->announced, true))
            return;
    }
    post([shared = shared_from_this(), task] {
        JobStatus status;
        {
            const std::lock_guard lock(task->mutex);
            task->announced = false;
            status = task->status;
        }
        // The end has a call of its own, behind the last result.
        const bool goesOn = status.phase == JobStatus::Phase::Waiting
            || status.phase == JobStatus::Phase::Running;
        if (goesOn && !shared->closed)
            shared->watch(status);
    });
}

void Scheduler::Shared::finish(const TaskPointer& task, JobStatus::Phase phase, std::string error)
{
    // The snapshot a job worked on may be large: it does not wait for the receiving thread.
    task->job = nullptr;
    task->rest = nullptr;
    {
        const std::lock_guard lock(task->mutex);
        task->status.phase = phase;
        task->status.error = std::move(error);
        if (phase == JobStatus::Phase::Done)
            task->status.progress = 1;
    }
    post([shared = shared_from_this(), task] {
        if (!shared->closed)
            shared->receiveEnd(*task);
    });
}

void Scheduler::Shared::receiveEnd(Task& task)
{
    {
        const std::lock_guard lock(mutex);
        tasks.erase(task.id);
        if (const auto entry = newest.find(task.channel);
            entry != newest.end() && entry->second == task.id)
            newest.erase(entry);
    }
    if (!watch)
        return;
    JobStatus status;
    {
        const std::lock_guard lock(task.mutex);
        status = task.status;
    }
    // However it ended: what was not wanted any more was cancelled, and is no failure.
    if (task.stop.stop_requested()) {
        status.phase = JobStatus::Phase::Cancelled;
        status.error.clear();
    }
    watch(status);
}

Scheduler::Scheduler(Post post, Watch watch) : m_shared(std::make_shared<Shared>())
{
    m_shared->post = std::move(post);
    m_shared->watch = std::move(watch);
    for (Queue* queue : {&m_shared->live, &m_shared->lasting}) {
        m_shared->workers.emplace_back(
            [shared = m_shared.get(), queue](const std::stop_token& stop) {
                shared->work(stop, *queue);
            });
    }
}

Scheduler::~Scheduler()
{
    m_shared->closed = true;
    cancelAll();
    for (std::jthread& worker : m_shared->workers)
        worker.request_stop();
    m_shared->workers.clear();
    // Calls that are still on their way keep `Shared`, but nothing of what surrounds it.
    m_shared->post = nullptr;
    m_shared->watch = nullptr;
    m_shared->tasks.clear();
}

JobId Scheduler::runLatest(const std::string& channel, std::string name, Job job)
{
    return m_shared->add(m_shared->live, channel, std::move(name), std::move(job));
}

JobId Scheduler::enqueue(std::string name, Job job)
{
    return m_shared->add(m_shared->lasting, {}, std::move(name), std::move(job));
}

void Scheduler::cancel(JobId id)
{
    m_shared->cancel(id);
}

void Scheduler::cancelAll()
{
    std::vector<JobId> ids;
    {
        const std::lock_guard lock(m_shared->mutex);
        for (const auto& [id, task] : m_shared->tasks)
            ids.push_back(id);
    }
    // The newest first, so that no waiting job begins because the one before it has ended.
    for (auto id = ids.rbegin(); id != ids.rend(); ++id)
        m_shared->cancel(*id);
}

} // namespace morphospace
