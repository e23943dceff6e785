// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/jobs/scheduler.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <latch>
#include <map>
#include <mutex>
#include <semaphore>
#include <thread>

using namespace morphospace;

namespace {

/// The receiving thread's event loop, turned by hand.
class Inbox {
public:
    Scheduler::Post post()
    {
        return [this](std::function<void()> call) {
            {
                const std::lock_guard lock(m_mutex);
                m_calls.push_back(std::move(call));
            }
            m_arrived.notify_one();
        };
    }
    /// Waits for one call and makes it.
    void turn()
    {
        std::function<void()> call;
        {
            std::unique_lock lock(m_mutex);
            m_arrived.wait(lock, [this] { return !m_calls.empty(); });
            call = std::move(m_calls.front());
            m_calls.pop_front();
        }
        call();
    }
    /// Makes calls until the condition holds.
    void turnUntil(const std::function<bool()>& condition)
    {
        while (!condition())
            turn();
    }
    /// Makes the calls that are there.
    void turnAll()
    {
        while (waiting() > 0)
            turn();
    }
    std::size_t waiting()
    {
        const std::lock_guard lock(m_mutex);
        return m_calls.size();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<std::function<void()>> m_calls;
};

using Phase = JobStatus::Phase;

bool isEnd(Phase phase)
{
    return phase != Phase::Waiting && phase != Phase::Running;
}

/// Every status that was shown, in order, by job.
struct Log {
    std::map<JobId, std::vector<JobStatus>> seen;

    Scheduler::Watch watch()
    {
        return [this](const JobStatus& status) { seen[status.id].push_back(status); };
    }
    bool ended(JobId id) { return !seen[id].empty() && isEnd(seen[id].back().phase); }
    Phase phase(JobId id) { return seen[id].back().phase; }
    /// A job ends once, and nothing is shown of it afterwards.
    bool endsOnce()
    {
        return std::ranges::all_of(seen, [](const auto& entry) {
            const auto& list = entry.second;
            return std::ranges::count_if(list, [](const auto& s) { return isEnd(s.phase); }) <= 1
                && std::ranges::all_of(list.begin(), list.end() - 1,
                                       [](const auto& s) { return !isEnd(s.phase); });
        });
    }
};

void waitForStop(JobContext& context)
{
    std::binary_semaphore stopped(0);
    const std::stop_callback callback(context.stopToken(), [&stopped] { stopped.release(); });
    stopped.acquire();
}

} // namespace

class TestScheduler : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void resultsArriveOnTheReceivingThread();
    void latestWinsOver200Requests_data();
    void latestWinsOver200Requests();
    void finishedButUnreceivedIsReplaced();
    void channelsAreIndependent();
    void queueKeepsOrder();
    void liveDoesNotWaitForTheQueue();
    void cancelStopsARunningJob();
    void cancelOfAWaitingJobEndsItAtOnce();
    void cancelAfterTheEndDropsWhatIsUnreceived();
    void cancelOfAnUnknownJobDoesNothing();
    void failures_data();
    void failures();
    void progressIsCoalesced();
    void theEndComesAfterTheLastResult();
    void worksWithoutAWatcher();
    void snapshotIsReleasedWithTheJob();
    void destructorWithWorkInFlight();
    void lateCallsFindItClosed();
    void requestsFromSeveralThreads();
    void whatWaitsGoesBeforeWhatWasPutOff();
    void restsTakeTurns();
    void aRestIsReplacedAndCancelled_data();
    void aRestIsReplacedAndCancelled();
    void longWorkInPiecesKeepsItsPlace();
    void destructorWithARestPutOff();
};

void TestScheduler::resultsArriveOnTheReceivingThread()
{
    Inbox inbox;
    Log log;
    Scheduler scheduler(inbox.post(), log.watch());
    std::thread::id worker;
    std::vector<std::thread::id> receivers;
    std::vector<int> values;
    const JobId id = scheduler.enqueue("coarse, then finer", [&](JobContext& context) {
        worker = std::this_thread::get_id();
        for (int i = 0; i < 3; ++i) {
            context.deliver([&, i] {
                receivers.push_back(std::this_thread::get_id());
                values.push_back(i);
            });
        }
    });
    inbox.turnUntil([&] { return log.ended(id); });
    QCOMPARE(values, (std::vector{0, 1, 2}));
    QVERIFY(worker != std::this_thread::get_id());
    for (const std::thread::id receiver : receivers)
        QVERIFY(receiver == std::this_thread::get_id());
    QCOMPARE(log.phase(id), Phase::Done);
    QCOMPARE(log.seen[id].back().progress, 1.0);
    QCOMPARE(log.seen[id].back().name, std::string("coarse, then finer"));
}

void TestScheduler::latestWinsOver200Requests_data()
{
    QTest::addColumn<int>("turnsBetween");
    QTest::newRow("no turn of the event loop between requests") << 0;
    QTest::newRow("some") << 2;
    QTest::newRow("until the first result") << -1;
}

void TestScheduler::latestWinsOver200Requests()
{
    QFETCH(int, turnsBetween);
    Inbox inbox;
    Log log;
    Scheduler scheduler(inbox.post(), log.watch());
    int newest = -1;
    int stale = 0;
    std::vector<std::pair<int, int>> received;
    JobId last = 0;
    for (int request = 0; request < 200; ++request) {
        newest = request;
        last = scheduler.runLatest("morph", "request", [&, request](JobContext& context) {
            for (int part = 0; part < 3; ++part) {
                context.checkpoint();
                context.deliver([&, request, part] {
                    stale += request != newest;
                    received.emplace_back(request, part);
                });
            }
        });
        for (int turn = 0; turn < turnsBetween && inbox.waiting() > 0; ++turn)
            inbox.turn();
        if (turnsBetween < 0) {
            const std::size_t before = received.size();
            inbox.turnUntil([&] { return received.size() > before; });
        }
    }
    inbox.turnUntil([&] { return log.ended(last); });
    QCOMPARE(stale, 0);
    QVERIFY(std::ranges::is_sorted(received));
    QVERIFY(received.size() >= 3);
    // The last request is received whole, whatever happened to those before it.
    const std::vector<std::pair<int, int>> tail(received.end() - 3, received.end());
    QCOMPARE(tail, (std::vector<std::pair<int, int>>{{199, 0}, {199, 1}, {199, 2}}));
    if (turnsBetween < 0)
        QVERIFY(received.size() >= 200);
    QCOMPARE(log.phase(last), Phase::Done);
    QVERIFY(log.endsOnce());
    QCOMPARE(log.seen.size(), 200u);
    for (const auto& [id, statuses] : log.seen)
        QVERIFY2(isEnd(statuses.back().phase), std::to_string(id).c_str());
}

void TestScheduler::finishedButUnreceivedIsReplaced()
{
    // The hard case: the old job is done and its result is on its way when a new one is asked for.
    Inbox inbox;
    Log log;
    Scheduler scheduler(inbox.post(), log.watch());
    std::vector<int> received;
    std::latch delivered(1);
    const JobId first = scheduler.runLatest("morph", "first", [&](JobContext& context) {
        context.deliver([&] { received.push_back(1); });
        delivered.count_down();
    });
    delivered.wait();
    const JobId second = scheduler.runLatest("morph", "second", [&](JobContext& context) {
        context.deliver([&] { received.push_back(2); });
    });
    inbox.turnUntil([&] { return log.ended(second); });
    QCOMPARE(received, std::vector{2});
    QCOMPARE(log.phase(first), Phase::Cancelled);
}

void TestScheduler::channelsAreIndependent()
{
    Inbox inbox;
    Log log;
    Scheduler scheduler(inbox.post(), log.watch());
    std::vector<std::string> received;
    std::vector<JobId> ids;
    for (const std::string channel : {"pictures", "accuracy", "latency"}) {
        ids.push_back(scheduler.runLatest(channel, channel, [&, channel](JobContext& context) {
            context.deliver([&, channel] { received.push_back(channel); });
        }));
    }
    inbox.turnUntil(
        [&] { return std::ranges::all_of(ids, [&](JobId id) { return log.ended(id); }); });
    QCOMPARE(received, (std::vector<std::string>{"pictures", "accuracy", "latency"}));
}

void TestScheduler::queueKeepsOrder()
{
    Inbox inbox;
    Log log;
    Scheduler scheduler(inbox.post(), log.watch());
    std::vector<int> received;
    std::atomic<int> running = 0;
    std::atomic<bool> together = false;
    JobId last = 0;
    for (int i = 0; i < 50; ++i) {
        last = scheduler.enqueue("long work", [&, i](JobContext& context) {
            together = together || running++ > 0;
            context.deliver([&, i] { received.push_back(i); });
            --running;
        });
    }
    inbox.turnUntil([&] { return log.ended(last); });
    QCOMPARE(received.size(), 50u);
    QVERIFY(std::ranges::is_sorted(received));
    QVERIFY(!together);
}

void TestScheduler::liveDoesNotWaitForTheQueue()
{
    Inbox inbox;
    Log log;
    Scheduler scheduler(inbox.post(), log.watch());
    std::binary_semaphore release(0);
    const JobId sweep = scheduler.enqueue("sweep", [&](JobContext&) { release.acquire(); });
    const JobId morph = scheduler.runLatest("morph", "morph", [](JobContext&) {});
    inbox.turnUntil([&] { return log.ended(morph); });
    QVERIFY(!log.ended(sweep));
    release.release();
    inbox.turnUntil([&] { return log.ended(sweep); });
    QCOMPARE(log.phase(sweep), Phase::Done);
}

void TestScheduler::cancelStopsARunningJob()
{
    Inbox inbox;
    Log log;
    Scheduler scheduler(inbox.post(), log.watch());
    std::latch started(1);
    bool received = false;
    const JobId id = scheduler.enqueue("sweep", [&](JobContext& context) {
        context.deliver([&] { received = true; });
        started.count_down();
        waitForStop(context);
        context.deliver([&] { received = true; });
        context.checkpoint();
        std::abort();
    });
    started.wait();
    scheduler.cancel(id);
    inbox.turnUntil([&] { return log.ended(id); });
    QVERIFY(!received);
    QCOMPARE(log.phase(id), Phase::Cancelled);
}

void TestScheduler::cancelOfAWaitingJobEndsItAtOnce()
{
    Inbox inbox;
    Log log;
    Scheduler scheduler(inbox.post(), log.watch());
    std::binary_semaphore release(0);
    std::atomic<bool> ran = false;
    const JobId first = scheduler.enqueue("first", [&](JobContext&) { release.acquire(); });
    const JobId second = scheduler.enqueue("second", [&](JobContext&) { ran = true; });
    scheduler.cancel(second);
    inbox.turnUntil([&] { return log.ended(second); });
    QVERIFY(!log.ended(first));
    QCOMPARE(log.phase(second), Phase::Cancelled);
    release.release();
    inbox.turnUntil([&] { return log.ended(first); });
    QVERIFY(!ran);
    QVERIFY(log.endsOnce());
}

void TestScheduler::cancelAfterTheEndDropsWhatIsUnreceived()
{
    Inbox inbox;
    Log log;
    Scheduler scheduler(inbox.post(), log.watch());
    std::latch finished(1);
    bool received = false;
    const JobId first = scheduler.enqueue("export", [&](JobContext& context) {
        context.deliver([&] { received = true; });
    });
    scheduler.enqueue("the next begins when the first has ended",
                      [&](JobContext&) { finished.count_down(); });
    finished.wait();
    scheduler.cancel(first);
    inbox.turnUntil([&] { return log.ended(first); });
    QVERIFY(!received);
    QCOMPARE(log.phase(first), Phase::Cancelled);
}

void TestScheduler::cancelOfAnUnknownJobDoesNothing()
{
    Inbox inbox;
    Log log;
    Scheduler scheduler(inbox.post(), log.watch());
    scheduler.cancel(0);
    scheduler.cancel(77);
    const JobId id = scheduler.enqueue("work", [](JobContext&) {});
    inbox.turnUntil([&] { return log.ended(id); });
    scheduler.cancel(id);
    inbox.turnAll();
    QCOMPARE(log.phase(id), Phase::Done);
}

void TestScheduler::failures_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("error") << 0 << QByteArray("net.manifold: truncated");
    QTest::newRow("standard exception") << 1 << QByteArray("out of range");
    QTest::newRow("anything") << 2 << QByteArray("an unknown failure");
}

void TestScheduler::failures()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, message);
    Inbox inbox;
    Log log;
    Scheduler scheduler(inbox.post(), log.watch());
    const JobId id = scheduler.enqueue("open", [kind](JobContext&) {
        if (kind == 0)
            throw Error("net.manifold: truncated");
        if (kind == 1)
            throw std::out_of_range("out of range");
        throw 1;
    });
    // The worker goes on with the next job.
    const JobId next = scheduler.enqueue("next", [](JobContext&) {});
    inbox.turnUntil([&] { return log.ended(next); });
    QCOMPARE(log.phase(id), Phase::Failed);
    QCOMPARE(log.seen[id].back().error, message.toStdString());
    QCOMPARE(log.phase(next), Phase::Done);
}

void TestScheduler::progressIsCoalesced()
{
    Inbox inbox;
    Log log;
    Scheduler scheduler(inbox.post(), log.watch());
    std::latch reported(1);
    std::binary_semaphore release(0);
    const JobId id = scheduler.enqueue("sweep", [&](JobContext& context) {
        for (int i = 0; i <= 1000; ++i)
            context.progress(i / 2000.0, "width " + std::to_string(i));
        reported.count_down();
        release.acquire();
    });
    reported.wait();
    // One call stands for waiting, running and a thousand steps, and shows the newest.
    QCOMPARE(inbox.waiting(), 1u);
    inbox.turn();
    QCOMPARE(log.seen[id].size(), 1u);
    QCOMPARE(log.seen[id][0].progress, 0.5);
    QCOMPARE(log.seen[id][0].note, std::string("width 1000"));
    QCOMPARE(log.phase(id), Phase::Running);
    release.release();
    inbox.turnUntil([&] { return log.ended(id); });
}

void TestScheduler::theEndComesAfterTheLastResult()
{
    Inbox inbox;
    Log log;
    Scheduler scheduler(inbox.post(), log.watch());
    JobId id = 0;
    bool endedBefore = false;
    int received = 0;
    std::latch all(1);
    id = scheduler.enqueue("work", [&](JobContext& context) {
        for (int i = 0; i < 5; ++i)
            context.deliver([&] {
                ++received;
                endedBefore = endedBefore || log.ended(id);
            });
    });
    scheduler.enqueue("the next", [&](JobContext&) { all.count_down(); });
    // Nothing is shown before the job has ended, so an early announcement finds the end already.
    all.wait();
    inbox.turnUntil([&] { return log.ended(id); });
    QCOMPARE(received, 5);
    QVERIFY(!endedBefore);
}

void TestScheduler::worksWithoutAWatcher()
{
    Inbox inbox;
    Scheduler scheduler(inbox.post());
    int received = 0;
    for (int i = 0; i < 3; ++i) {
        scheduler.runLatest("morph", "morph", [&](JobContext& context) {
            context.deliver([&] { ++received; });
        });
        const int before = received;
        inbox.turnUntil([&] { return received > before; });
    }
    QCOMPARE(received, 3);
}

void TestScheduler::snapshotIsReleasedWithTheJob()
{
    Inbox inbox;
    Log log;
    Scheduler scheduler(inbox.post(), log.watch());
    auto snapshot = std::make_shared<int>(5);
    const std::weak_ptr<int> watched = snapshot;
    const JobId id = scheduler.enqueue("work", [snapshot](JobContext&) {});
    snapshot.reset();
    inbox.turnUntil([&] { return log.ended(id); });
    QVERIFY(watched.expired());
}

void TestScheduler::destructorWithWorkInFlight()
{
    Inbox inbox;
    Log log;
    std::atomic<int> stopped = 0;
    std::atomic<bool> ran = false;
    int received = 0;
    auto snapshot = std::make_shared<int>(5);
    const std::weak_ptr<int> watched = snapshot;
    {
        Scheduler scheduler(inbox.post(), log.watch());
        std::latch started(2);
        const auto job = [&](JobContext& context) {
            context.deliver([&] { ++received; });
            started.count_down();
            waitForStop(context);
            ++stopped;
        };
        scheduler.enqueue("sweep", job);
        scheduler.runLatest("morph", "morph", job);
        scheduler.enqueue("waiting", [&, snapshot](JobContext&) { ran = true; });
        scheduler.runLatest("other", "waiting too", [&, snapshot](JobContext&) { ran = true; });
        snapshot.reset();
        started.wait();
    }
    QCOMPARE(stopped.load(), 2);
    QVERIFY(!ran);
    QVERIFY(watched.expired());
    inbox.turnAll();
    QCOMPARE(received, 0);
    QVERIFY(log.seen.empty());
}

void TestScheduler::lateCallsFindItClosed()
{
    Inbox inbox;
    int received = 0;
    {
        // Captured by the callbacks only: they must not be kept by calls that were never made.
        auto owned = std::make_shared<int>(1);
        const std::weak_ptr<int> watched = owned;
        {
            Scheduler scheduler(inbox.post(), [owned](const JobStatus&) {});
            owned.reset();
            std::latch delivered(1);
            scheduler.runLatest("morph", "morph", [&](JobContext& context) {
                context.deliver([&] { ++received; });
                delivered.count_down();
            });
            delivered.wait();
        }
        QVERIFY(watched.expired());
    }
    QVERIFY(inbox.waiting() > 0);
    inbox.turnAll();
    QCOMPARE(received, 0);
}

void TestScheduler::requestsFromSeveralThreads()
{
    // The window asks from one thread only; nothing may break if others do.
    Inbox inbox;
    Log log;
    Scheduler scheduler(inbox.post(), log.watch());
    {
        std::vector<std::jthread> askers;
        for (int asker = 0; asker < 4; ++asker) {
            askers.emplace_back([&scheduler, asker] {
                for (int i = 0; i < 50; ++i) {
                    const JobId id = scheduler.runLatest(
                        asker % 2 ? "a" : "b", "work", [](JobContext& context) {
                            context.progress(0.5);
                            context.deliver([] {});
                        });
                    if (i % 7 == 0)
                        scheduler.cancel(id);
                }
            });
        }
    }
    const JobId last = scheduler.runLatest("c", "last", [](JobContext&) {});
    inbox.turnUntil([&] { return log.ended(last); });
    QCOMPARE(log.seen.size(), 201u);
    QVERIFY(log.endsOnce());
    scheduler.cancelAll();
}

namespace {

/// A job of so many pieces, each of which is told; the first of them waits for the gate, if any.
struct Pieces {
    std::string name;
    int count = 1;
    std::function<void(const std::string&)> told;
    std::binary_semaphore* gate = nullptr;
    int at = 0;

    void operator()(JobContext& context) const
    {
        if (at == 0 && gate != nullptr)
            gate->acquire();
        context.checkpoint();
        context.progress(double(at + 1) / count);
        context.deliver([told = told, text = name + ' ' + std::to_string(at)] { told(text); });
        if (at + 1 < count) {
            Pieces rest = *this;
            ++rest.at;
            context.later(rest);
        }
    }
};

} // namespace

void TestScheduler::whatWaitsGoesBeforeWhatWasPutOff()
{
    // A measurement in many pieces has begun; what is asked meanwhile is done before its second.
    Inbox inbox;
    Log log;
    Scheduler scheduler(inbox.post(), log.watch());
    std::vector<std::string> received;
    const auto told = [&](const std::string& text) { received.push_back(text); };
    std::binary_semaphore gate(0);
    const JobId measuring = scheduler.runLatest("sample", "B", Pieces{"sample", 4, told, &gate});
    scheduler.runLatest("sizes", "sizes", Pieces{"sizes", 1, told});
    scheduler.runLatest("orders", "orders", Pieces{"orders", 1, told});
    gate.release();
    inbox.turnUntil([&] { return log.ended(measuring); });
    QCOMPARE(received, (std::vector<std::string>{"sample 0", "sizes 0", "orders 0", "sample 1",
                                                 "sample 2", "sample 3"}));
    QCOMPARE(log.phase(measuring), Phase::Done);
    QVERIFY(log.endsOnce());
    // Between its pieces it still runs, for who watches.
    for (const JobStatus& status : log.seen[measuring])
        QVERIFY(status.phase != Phase::Waiting || status.progress == 0);
}

void TestScheduler::restsTakeTurns()
{
    Inbox inbox;
    Log log;
    Scheduler scheduler(inbox.post(), log.watch());
    std::vector<std::string> received;
    const auto told = [&](const std::string& text) { received.push_back(text); };
    std::binary_semaphore gate(0);
    const JobId first = scheduler.runLatest("a", "a", Pieces{"a", 3, told, &gate});
    const JobId second = scheduler.runLatest("b", "b", Pieces{"b", 3, told});
    gate.release();
    inbox.turnUntil([&] { return log.ended(first) && log.ended(second); });
    QCOMPARE(received, (std::vector<std::string>{"a 0", "b 0", "a 1", "b 1", "a 2", "b 2"}));
}

void TestScheduler::aRestIsReplacedAndCancelled_data()
{
    QTest::addColumn<bool>("replaced");
    QTest::newRow("a newer request of its channel") << true;
    QTest::newRow("cancelled") << false;
}

void TestScheduler::aRestIsReplacedAndCancelled()
{
    QFETCH(bool, replaced);
    Inbox inbox;
    Log log;
    Scheduler scheduler(inbox.post(), log.watch());
    std::vector<std::string> received;
    const auto told = [&](const std::string& text) { received.push_back(text); };
    auto snapshot = std::make_shared<int>(5);
    const std::weak_ptr<int> watched = snapshot;
    std::binary_semaphore begin(0);
    std::binary_semaphore release(0);
    // Its rest is put off when the other job runs, which holds the thread.
    const JobId old = scheduler.runLatest(
        "sample", "old", [&, snapshot](JobContext& context) {
            begin.acquire();
            context.deliver([&] { told("old 0"); });
            context.later([&, snapshot](JobContext& rest) { rest.deliver([&] { told("old 1"); }); });
        });
    snapshot.reset();
    std::latch held(1);
    const JobId holding = scheduler.runLatest("sizes", "sizes", [&](JobContext&) {
        held.count_down();
        release.acquire();
    });
    begin.release();
    held.wait();
    JobId last = holding;
    if (replaced)
        last = scheduler.runLatest("sample", "new", Pieces{"new", 2, told});
    else
        scheduler.cancel(old);
    inbox.turnUntil([&] { return log.ended(old); });
    // At once, not when the thread is free; and what it worked on is let go.
    QVERIFY(!log.ended(holding));
    QVERIFY(watched.expired());
    QCOMPARE(log.phase(old), Phase::Cancelled);
    release.release();
    inbox.turnUntil([&] { return log.ended(last); });
    inbox.turnAll();
    QCOMPARE(received, replaced ? (std::vector<std::string>{"new 0", "new 1"})
                                : std::vector<std::string>{});
    QVERIFY(log.endsOnce());
}

void TestScheduler::longWorkInPiecesKeepsItsPlace()
{
    Inbox inbox;
    Log log;
    Scheduler scheduler(inbox.post(), log.watch());
    std::vector<std::string> received;
    const auto told = [&](const std::string& text) { received.push_back(text); };
    std::binary_semaphore gate(0);
    scheduler.enqueue("sweep", Pieces{"sweep", 3, told, &gate});
    const JobId next = scheduler.enqueue("next", Pieces{"next", 1, told});
    gate.release();
    inbox.turnUntil([&] { return log.ended(next); });
    QCOMPARE(received, (std::vector<std::string>{"sweep 0", "sweep 1", "sweep 2", "next 0"}));
}

void TestScheduler::destructorWithARestPutOff()
{
    Inbox inbox;
    Log log;
    std::atomic<bool> ran = false;
    auto snapshot = std::make_shared<int>(5);
    const std::weak_ptr<int> watched = snapshot;
    {
        std::binary_semaphore begin(0);
        Scheduler scheduler(inbox.post(), log.watch());
        scheduler.runLatest("sample", "sample", [&, snapshot](JobContext& context) {
            begin.acquire();
            context.later([&, snapshot](JobContext&) { ran = true; });
        });
        snapshot.reset();
        std::latch held(1);
        scheduler.runLatest("sizes", "sizes", [&](JobContext& context) {
            held.count_down();
            waitForStop(context);
        });
        begin.release();
        held.wait();
    }
    QVERIFY(!ran);
    QVERIFY(watched.expired());
    inbox.turnAll();
    QVERIFY(log.seen.empty());
}

QTEST_APPLESS_MAIN(TestScheduler)
#include "tst_scheduler.moc"
