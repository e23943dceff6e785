// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/session/recovery.h"
#include "session_documents.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fstream>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace morphospace;

namespace {

SessionDocument documentOf(const Journal& journal)
{
    SessionDocument document;
    document.steps.assign(journal.steps().begin(), journal.steps().end());
    document.position = journal.position();
    return document;
}

/// The worker's own journal after `acknowledged` acknowledged things: the same random numbers.
Journal expected(std::uint64_t seed, int acknowledged)
{
    std::mt19937_64 random(seed);
    Journal journal;
    while (acknowledged > 0) {
        const bool merge = random() % 2;
        if (random() % 8 == 0) {
            journal.moveTo(random() % (journal.steps().size() + 1));
        } else if (random() % 16 != 0) {
            try {
                if (!journal.record(randomAction(random), merge))
                    continue;
            } catch (const std::exception&) {
                continue;
            }
        }
        --acknowledged;
    }
    return journal;
}

} // namespace

class TestRecovery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void killedAtAnyMoment();
    void aLogInUseIsNotOffered();
    void whatIsSavedIsTold();
    void aDiscardedLogIsGone();
    void aTornLineIsDropped_data();
    void aTornLineIsDropped();
    void whatIsNoLogIsNamed();
    void aFullDiskLosesNothingBefore();
};

void TestRecovery::killedAtAnyMoment()
{
    std::mt19937_64 random(20241018);
    int steps = 0;
    int saved = 0;
    int cutShort = 0;
    for (int round = 0; round < 200; ++round) {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        const std::uint64_t seed = random();
        QProcess worker;
        worker.start(RECOVERY_WORKER, {folder.path(), QString::number(seed)});
        QVERIFY(worker.waitForStarted());
        // Killed after a random number of acknowledged things, at whatever it is doing then.
        const qint64 wanted = 1 + qint64(random() % 150);
        while (worker.bytesAvailable() < wanted)
            QVERIFY(worker.waitForReadyRead());
        ::kill(pid_t(worker.processId()), SIGKILL);
        QVERIFY(worker.waitForFinished());
        const int acknowledged = int(worker.readAllStandardOutput().size());

        std::vector<std::filesystem::path> unreadable;
        const auto sessions = recoverableSessions(path / "recovery", &unreadable);
        QCOMPARE(unreadable.size(), 0u);
        QCOMPARE(sessions.size(), 1u);
        const SessionDocument& found = sessions.front().document;
        // One thing more may be on record than was acknowledged, never one less.
        const bool exact = found == documentOf(expected(seed, acknowledged));
        const bool oneMore = found == documentOf(expected(seed, acknowledged + 1));
        QVERIFY2(exact || oneMore,
                 qPrintable(QStringLiteral("round %1, %2 acknowledged").arg(round).arg(acknowledged)));
        steps += acknowledged;
        cutShort += sessions.front().droppedBytes > 0;
        if (std::filesystem::exists(path / "saved.morph")) {
            (void)readSession(path / "saved.morph"); // whole, or it throws
            ++saved;
        }
    }
    QVERIFY(steps > 200);
    QVERIFY2(saved > 20, "the workers were killed before they saved: the test shows nothing");
    qInfo("%d things acknowledged, %d sessions saved, %d logs cut short", steps, saved, cutShort);
}

void TestRecovery::aLogInUseIsNotOffered()
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    const SessionDocument document = randomDocument(1);
    {
        RecoveryLog log(path, document, path / "somewhere" / "mine.morph");
        QCOMPARE(recoverableSessions(path).size(), 0u);
        log.rebase(document, path / "mine.morph");
        QCOMPARE(recoverableSessions(path).size(), 0u);
    }
    const auto sessions = recoverableSessions(path);
    QCOMPARE(sessions.size(), 1u);
    QVERIFY(sessions[0].document == document);
    QVERIFY(sessions[0].savedAs == path / "mine.morph");
    QCOMPARE(sessions[0].droppedBytes, 0u);
}

void TestRecovery::whatIsSavedIsTold()
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    SessionDocument document;
    document.steps = {{OpenManifold{resNetReference()}, {}, {}, {}}, {SetWidth{0, 5}, {}, {}, {}}};
    document.position = 2;
    const auto unsaved = [&](auto work, bool before = false) {
        std::filesystem::path file;
        {
            RecoveryLog log(path, document, {}, before);
            work(log);
            file = log.file();
        }
        const auto sessions = recoverableSessions(path);
        const bool result = sessions.at(0).unsaved;
        std::filesystem::remove(file);
        return result;
    };
    // Opened, looked at: all is in the file that it came from.
    QVERIFY(!unsaved([](RecoveryLog&) {}));
    QVERIFY(!unsaved([](RecoveryLog& log) { log.record(ShowPage{"compression"}, false); }));
    QVERIFY(!unsaved([](RecoveryLog& log) { log.record(OpenManifold{leNetReference()}, false); }));
    QVERIFY(unsaved([](RecoveryLog& log) { log.record(SetWidth{1, 7}, false); }));
    QVERIFY(unsaved([](RecoveryLog& log) { log.moveTo(1); }));
    QVERIFY(unsaved([](RecoveryLog&) {}, true));
    QVERIFY(!unsaved([&](RecoveryLog& log) {
        log.record(SetWidth{1, 7}, false);
        log.rebase(document, path / "saved.morph", false);
    }));
}

void TestRecovery::aDiscardedLogIsGone()
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    {
        RecoveryLog log(path, {});
        log.record(OpenManifold{resNetReference()}, false);
        log.discard();
    }
    QVERIFY(std::filesystem::is_empty(path));
}

void TestRecovery::aTornLineIsDropped_data()
{
    QTest::addColumn<QByteArray>("tail");
    QTest::newRow("half a step") << QByteArray(R"({"do":{"action":"SetWid)");
    QTest::newRow("nothing of it") << QByteArray("{");
    QTest::newRow("not JSON") << QByteArray("garbage\n");
    QTest::newRow("an illegal step")
        << QByteArray(R"({"do":{"action":"SetWidth","stage":9,"channels":1}})" "\n");
    QTest::newRow("another object") << QByteArray("{\"fly\":1}\n");
}

void TestRecovery::aTornLineIsDropped()
{
    QFETCH(QByteArray, tail);
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    std::filesystem::path file;
    {
        RecoveryLog log(path, {});
        log.record(OpenManifold{resNetReference()}, false);
        log.record(SetWidth{0, 9}, false);
        log.record(SetWidth{0, 7}, true);
        log.moveTo(1);
        file = log.file();
    }
    std::ofstream(file, std::ios::app | std::ios::binary) << tail.toStdString();
    const auto sessions = recoverableSessions(path);
    QCOMPARE(sessions.size(), 1u);
    QCOMPARE(sessions[0].document.steps.size(), 2u);
    QVERIFY(sessions[0].document.steps[1].action == Action(SetWidth{0, 7}));
    QCOMPARE(sessions[0].document.position, 1u);
    QCOMPARE(sessions[0].droppedBytes, std::size_t(tail.size()));
}

void TestRecovery::whatIsNoLogIsNamed()
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    std::ofstream(path / "a.recovery") << "hello\n";
    std::ofstream(path / "b.recovery") << "";
    std::ofstream(path / "c.recovery") << R"({"session": 7, "saved_as": ""})" << "\n";
    std::ofstream(path / "notes.txt") << "hello\n";
    std::vector<std::filesystem::path> unreadable;
    QCOMPARE(recoverableSessions(path, &unreadable).size(), 0u);
    QCOMPARE(unreadable.size(), 3u);
    QCOMPARE(recoverableSessions(path / "missing").size(), 0u);
}

void TestRecovery::aFullDiskLosesNothingBefore()
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    const pid_t child = ::fork();
    if (child == 0) {
        const rlimit limit{4096, 4096};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        ::signal(SIGXFSZ, SIG_IGN);
        RecoveryLog log(path, {});
        log.record(OpenManifold{resNetReference()}, false);
        for (int channels = 1; channels < 200; ++channels) {
            try {
                log.record(SetWidth{2, channels}, false);
            } catch (const Error&) {
                ::_exit(channels); // the first that found no room
            }
        }
        ::_exit(0);
    }
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    const int failedAt = WEXITSTATUS(status);
    QVERIFY(failedAt > 1);
    const auto sessions = recoverableSessions(path);
    QCOMPARE(sessions.size(), 1u);
    QCOMPARE(sessions[0].droppedBytes, 0u);
    QVERIFY(sessions[0].document.steps.back().action == Action(SetWidth{2, failedAt - 1}));
}

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
