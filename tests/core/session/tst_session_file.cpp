// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/base64.h"
#include "core/base/error.h"
#include "core/session/session_file.h"
#include "session_documents.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <set>

#include <csignal>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace morphospace;
using nlohmann::json;

class TestSessionFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void savedLoadedSavedIsTheSame_data();
    void savedLoadedSavedIsTheSame();
    void everySettingSurvives();
    void everyActionIsAmongThem();
    void oldVersionsAreRead_data();
    void oldVersionsAreRead();
    void badSessions_data();
    void badSessions();
    void everyTruncationIsAnError();
    void damagedBytesNeverCrash();
    void holdsNoAbsolutePath();
    void missingFile();
    void folderThatMayNotBeWritten();
    void fullDisk();
    void base64_data();
    void base64();
};

void TestSessionFile::savedLoadedSavedIsTheSame_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 0; seed < 200; ++seed)
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
}

void TestSessionFile::savedLoadedSavedIsTheSame()
{
    QFETCH(quint64, seed);
    const SessionDocument document = randomDocument(seed);
    const std::string text = sessionText(document);
    const SessionDocument loaded = sessionFromText(text);
    QVERIFY(loaded == document);
    QCOMPARE(sessionText(loaded), text);
    // And the states, not only the steps.
    const Journal before(document.steps, document.position);
    const Journal after(loaded.steps, loaded.position);
    QVERIFY(before.state() == after.state());
    for (std::size_t i = 0; i < before.steps().size(); ++i)
        QVERIFY(before.steps()[i].after == after.steps()[i].after);
}

void TestSessionFile::everySettingSurvives()
{
    // Each value of each option, one at a time, from a state in which it is not set.
    for (const SessionOption& option : sessionOptions()) {
        for (const std::string_view value : option.accepted) {
            SessionDocument document;
            const std::string name(option.name);
            document.steps = {{SetOption{name, std::string(option.accepted.back())}, {}, {}, {}},
                              {SetOption{name, std::string(value)}, {}, {}, {}}};
            document.position = 2;
            const SessionDocument loaded = sessionFromText(sessionText(document));
            QCOMPARE(optionValue(Journal(loaded.steps, 2).state(), name), std::string(value));
        }
    }
}

void TestSessionFile::everyActionIsAmongThem()
{
    // Or the random documents would say nothing of an action that came in later.
    std::set<std::size_t> kinds;
    std::set<ZooPlaceKind> places;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const SessionDocument document = randomDocument(seed);
        for (const SessionStep& step : document.steps) {
            kinds.insert(step.action.index());
            if (const auto* place = std::get_if<SetPlace>(&step.action))
                places.insert(place->place.kind);
        }
    }
    for (std::size_t kind = 0; kind < std::variant_size_v<Action>; ++kind)
        QVERIFY2(kinds.contains(kind), qPrintable(QString::number(kind)));
    QCOMPARE(places.size(), 5u);
}

void TestSessionFile::oldVersionsAreRead_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("position");
    QTest::newRow("0: a list of actions") << "session-0.json" << 3 << 3;
    QTest::newRow("1") << "session-1.morph" << 5 << 4;
    QTest::newRow("2: a zoo beside the manifold") << "session-2.morph" << 25 << 25;
}

void TestSessionFile::oldVersionsAreRead()
{
    QFETCH(QString, file);
    QFETCH(int, steps);
    QFETCH(int, position);
    const auto path = std::filesystem::path(MORPHOSPACE_SOURCE_DIR) / "tests/core/session/fixtures"
        / file.toStdString();
    const SessionDocument document = readSession(path);
    QCOMPARE(int(document.steps.size()), steps);
    QCOMPARE(int(document.position), position);
    const Journal journal(document.steps, document.position);
    QCOMPARE(journal.state().current, (Configuration{{12, 24, 48}, {3, 2, 3}}));
    // Written again it is of the newest version, and says the same.
    QVERIFY(sessionFromText(sessionText(document)) == document);
}

void TestSessionFile::badSessions_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const std::string& text, const char* says) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << QString::fromLatin1(says);
    };
    const json good = sessionJson(randomDocument(7));
    const auto changed = [&good](const char* pointer, const json& value) {
        json copy = good;
        copy[json::json_pointer(pointer)] = value;
        return copy.dump();
    };
    row("empty", "", "at byte 1: this is not JSON");
    row("text", "Dear reader", "this is not JSON");
    row("number", "7", "not a session but number");
    row("another format", R"({"format": "lesson"})", "expected an object with \"format\"");
    row("no version", R"({"format": "morphospace-session"})", "has no version");
    row("version 0", changed("/version", 0), "has no version");
    row("newer", changed("/version", 3), "of version 3, made by a newer Morphospace");
    row("version in words", changed("/version", "1"), "has no version");
    row("unknown field", changed("/author", "me"), "the unknown field 'author'");
    row("unknown action", changed("/steps/3/do/action", "Fly"), "step 4: the unknown action 'Fly'; expected ");
    row("width out of range",
        R"([{"action": "OpenManifold", "manifold": )"
            + toJson(Action(OpenManifold{resNetReference()})).at("manifold").dump()
            + R"(}, {"action": "SetWidth", "stage": 0, "channels": 4000}])",
        "step 2: ");
    row("no manifold", R"([{"action": "PinSample"}])", "step 1: no manifold is open");
    row("unknown option", R"([{"action": "SetOption", "option": "colour", "value": "red"}])",
        "unknown option 'colour'; expected one of compression.axis");
    row("option's value",
        R"([{"action": "SetOption", "option": "compression.axis", "value": "red"}])",
        "cannot be 'red'; expected one of parameters, macs");
    row("position behind the end", changed("/position", 100000), "behind the last of");
    row("negative position", changed("/position", -1), "expected a whole number, 0 or more");
    row("steps are no list", changed("/steps", 3), "'steps' of the session is number");
    row("lesson without title", changed("/steps/0/lesson", {{"title", ""}, {"text", ""}}),
        "step 1: a page of a lesson has no title");
    row("lesson with unknown control",
        changed("/steps/0/lesson", {{"title", "a"}, {"text", ""}, {"highlight", "moon"}}),
        "unknown control 'moon'");
    row("answer that is no choice",
        changed("/steps/0/lesson",
                {{"title", "a"},
                 {"text", ""},
                 {"question",
                  {{"text", "?"}, {"choices", {"x", "y"}}, {"answer", 2}, {"explanation", ""}}}}),
        "expected 0 to 1");
    row("more correct than images",
        changed("/steps/0/outcome", {{"weights", ""},
                                     {"probe", json::array()},
                                     {"images", 3},
                                     {"correct", 4},
                                     {"data", ""},
                                     {"computed", ""}}),
        "4 correct of 3 images");
    row("embedded file changed",
        changed("/embedded", {{std::string(64, '0'), toBase64("something")}}),
        "does not have this hash");
    row("embedded file is no base64", changed("/embedded", {{std::string(64, '0'), "a"}}),
        "expected a multiple of four");
    row("hash of a manifold", [&] {
        json copy = good;
        copy["steps"][0]["do"]["manifold"]["hash"] = "xyz";
        return copy.dump();
    }(), "step 1: the hash 'xyz' of the manifold is no SHA-256; expected 64 hexadecimal digits");
    row("hash of another length", [&] {
        json copy = good;
        copy["steps"][0]["do"]["manifold"]["hash"] = std::string(63, 'a');
        return copy.dump();
    }(), "is no SHA-256; expected 64 hexadecimal digits");
    row("hash of other letters", [&] {
        json copy = good;
        copy["steps"][0]["do"]["manifold"]["hash"] = std::string(63, 'a') + "g";
        return copy.dump();
    }(), "is no SHA-256; expected 64 hexadecimal digits");
    row("absolute path", [&] {
        json copy = good;
        copy["steps"][0]["do"]["manifold"]["file"] = "/etc/passwd";
        return copy.dump();
    }(), "below the session's folder");
    row("path upwards", [&] {
        json copy = good;
        copy["steps"][0]["do"]["manifold"]["file"] = "../secret.manifold";
        return copy.dump();
    }(), "below the session's folder");
    row("a hundred thousand brackets", std::string(100000, '['), "this is not JSON");
}

void TestSessionFile::badSessions()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "bad.morph";
    QFile out(QString::fromStdString(file.string()));
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(text);
    out.close();
    try {
        (void)readSession(file);
        QFAIL("a bad session was accepted");
    } catch (const Error& error) {
        const QString message = QString::fromUtf8(error.what());
        QVERIFY2(message.startsWith("bad.morph: "), qPrintable(message));
        QVERIFY2(message.contains(says), qPrintable(message));
        QVERIFY2(!message.contains(folder.path()), qPrintable(message));
    }
}

void TestSessionFile::everyTruncationIsAnError()
{
    const std::string text = sessionText(randomDocument(3));
    // The last character is the newline after the object.
    for (std::size_t length = 0; length + 1 < text.size(); length += 7) {
        try {
            (void)sessionFromText(std::string_view(text).substr(0, length));
            QFAIL("a truncated session was accepted");
        } catch (const Error&) {
        }
    }
}

void TestSessionFile::damagedBytesNeverCrash()
{
    const std::string text = sessionText(randomDocument(5));
    std::mt19937_64 random(11);
    for (int i = 0; i < 2000; ++i) {
        std::string damaged = text;
        damaged[random() % damaged.size()] = char(random());
        try {
            (void)sessionFromText(damaged);
        } catch (const Error&) {
            // Only errors of our own: anything else fails the test.
        }
    }
}

void TestSessionFile::holdsNoAbsolutePath()
{
    const std::string text = sessionText(randomDocument(9));
    const std::string home = qEnvironmentVariable("HOME", "/root").toStdString();
    QVERIFY(text.find(home) == std::string::npos);
    QVERIFY(text.find(MORPHOSPACE_SOURCE_DIR) == std::string::npos);
}

void TestSessionFile::missingFile()
{
    QVERIFY_EXCEPTION_THROWN((void)readSession("nowhere.morph"), Error);
    QTemporaryDir folder;
    QVERIFY_EXCEPTION_THROWN((void)readSession(folder.path().toStdString()), Error);
}

void TestSessionFile::folderThatMayNotBeWritten()
{
    if (::geteuid() == 0) {
        // Root may write anywhere; a child that is somebody else may not.
        QTemporaryDir folder;
        const auto file = std::filesystem::path(folder.path().toStdString()) / "own.morph";
        QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner
                                                         | QFile::ExeOwner));
        const pid_t child = ::fork();
        if (child == 0) {
            int result = 1;
            if (::setgid(65534) == 0 && ::setuid(65534) == 0) {
                try {
                    writeSession(randomDocument(1), file);
                } catch (const Error& error) {
                    result = QByteArray(error.what()).contains("own.morph: cannot be written") ? 0 : 2;
                }
            }
            ::_exit(result);
        }
        int status = -1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QCOMPARE(status, 0);
        QVERIFY(!std::filesystem::exists(file));
        return;
    }
    QTemporaryDir folder;
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
    const auto file = std::filesystem::path(folder.path().toStdString()) / "own.morph";
    QVERIFY_EXCEPTION_THROWN(writeSession(randomDocument(1), file), Error);
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void TestSessionFile::fullDisk()
{
    QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "full.morph";
    const SessionDocument small = randomDocument(1);
    writeSession(small, file);
    SessionDocument large = randomDocument(2);
    large.title = std::string(100000, 'x');
    const pid_t child = ::fork();
    if (child == 0) {
        // A limit on the size of files stands in for a full disk.
        const rlimit limit{20000, 20000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        ::signal(SIGXFSZ, SIG_IGN);
        int result = 1;
        try {
            writeSession(large, file);
        } catch (const Error&) {
            result = 0;
        }
        ::_exit(result);
    }
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    // What was there is still there, and nothing beside it.
    QVERIFY(readSession(file) == small);
    QCOMPARE(std::distance(std::filesystem::directory_iterator(file.parent_path()), {}), 1);
}

void TestSessionFile::base64_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (int length = 0; length < 70; ++length) {
        QByteArray bytes;
        for (int i = 0; i < length; ++i)
            bytes += char(i * 37 + length);
        QTest::newRow(qPrintable(QString::number(length))) << bytes;
    }
}

void TestSessionFile::base64()
{
    QFETCH(QByteArray, bytes);
    const std::string text = toBase64(bytes.toStdString());
    QCOMPARE(QByteArray::fromStdString(text), bytes.toBase64());
    QCOMPARE(QByteArray::fromStdString(fromBase64(text)), bytes);
}

QTEST_GUILESS_MAIN(TestSessionFile)
#include "tst_session_file.moc"
