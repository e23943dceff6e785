// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fixtures.h"

#include "app/gui/main_window.h"
#include "core/base/text_file.h"
#include "core/manifold/manifold.h"
#include "widgets/shared/message_bar.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <functional>

using namespace morphospace;
using nlohmann::json;

namespace {

constexpr int longWait = 60000;   // only a broken program waits this long
constexpr uid_t anotherUser = 65534;

/// While it lives this process writes as a user who owns nothing, where it may become one.
class AsAnotherUser {
public:
    AsAnotherUser() { m_is = ::geteuid() == 0 && ::seteuid(anotherUser) == 0; }
    ~AsAnotherUser()
    {
        if (m_is && ::seteuid(0) != 0) {
            std::abort();
        }
    }
    AsAnotherUser(const AsAnotherUser&) = delete;
    AsAnotherUser& operator=(const AsAnotherUser&) = delete;

private:
    bool m_is;
};

/// While it lives a file may have so many bytes and no more: a disk that is full.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before{};
};

} // namespace

/// What a person may hand the window or its folders, and what it says: each names the file, tells
/// what was expected, and leaves the session as it was.
class TestBadInput : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;

    [[nodiscard]] std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder->path().toStdU16String()) / name;
    }

    void write(const char* name, const std::string& text) const
    {
        QFile file(QString::fromStdU16String(path(name).u16string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.data(), qint64(text.size()));
    }

    [[nodiscard]] QString said() const { return m_window->messages()->text(); }

    [[nodiscard]] int filesInFolder(const char* name) const
    {
        int count = 0;
        for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(path(name))) {
            ++count;
        }
        return count;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        writeManifold(*untrainedManifold(FamilyKind::LeNet), path("a.manifold"));
        m_window = std::make_unique<MainWindow>(Preferences{}, false);
        m_window->setImageLimit(20);
        m_window->show();
        QSignalSpy opened(m_window.get(), &MainWindow::opened);
        m_window->openFile(path("a.manifold"));
        QVERIFY(opened.wait(longWait));
        m_window->session().perform(SetWidth{0, 5});
        m_window->session().perform(PinSample{});
        m_window->session().setNote(1, QStringLiteral("mine"));
    }
    void cleanup()
    {
        m_window.reset();
        std::filesystem::permissions(m_folder->path().toStdU16String(), std::filesystem::perms::all);
        m_folder.reset();
    }

    void aBadSessionIsToldAndTheOldOneStays_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("truncated") << QStringLiteral("truncated")
                                   << QStringList{"bad.morph", "byte", "ends too early"};
        QTest::newRow("empty") << QStringLiteral("empty") << QStringList{"bad.morph", "expected"};
        QTest::newRow("wrong hash")
            << QStringLiteral("hash") << QStringList{"a.manifold", "was not opened"};
        QTest::newRow("unknown action") << QStringLiteral("action")
                                        << QStringList{"bad.morph", "step 2", "SetWdith", "SetWidth", "docs/formats.md"};
        QTest::newRow("malformed hash")
            << QStringLiteral("no hash") << QStringList{"bad.morph", "step 1", "xyz", "64"};
        QTest::newRow("newer version")
            << QStringLiteral("version") << QStringList{"bad.morph", "99", "newer Morphospace"};
        QTest::newRow("impossible step")
            << QStringLiteral("step") << QStringList{"step 2", "900", "expected"};
    }

    void aBadSessionIsToldAndTheOldOneStays()
    {
        QFETCH(QString, how);
        QFETCH(QStringList, words);
        QVERIFY(m_window->files().saveTo(path("good.morph"), false));
        const std::string good = readTextFile(path("good.morph"), 1 << 20, "a session");
        json session = json::parse(good);
        std::string bad;
        if (how == u"truncated") {
            bad = good.substr(0, good.size() / 2);
        } else if (how == u"empty") {
            bad.clear();
        } else {
            json& steps = session.at("steps");
            const auto action = [](json& step) -> json& {
                return step.at("do");
            };
            if (how == u"hash") {
                action(steps.at(0)).at("manifold").at("hash") = std::string(64, '0');
            } else if (how == u"action") {
                action(steps.at(1)).at("action") = "SetWdith";
            } else if (how == u"no hash") {
                action(steps.at(0)).at("manifold").at("hash") = "xyz";
            } else if (how == u"step") {
                action(steps.at(1)).at("channels") = 900;
            } else {
                session.at("version") = 99;
            }
            bad = session.dump();
        }
        write("bad.morph", bad);
        const SessionDocument before = m_window->session().document();
        QSignalSpy problem(m_window.get(), &MainWindow::problem);
        m_window->openFile(path("bad.morph"));
        QVERIFY(problem.wait(longWait));
        const QString text = problem[0][0].toString();
        for (const QString& word : words) {
            QVERIFY2(text.contains(word), qPrintable(text));
        }
        QVERIFY2(!text.contains(m_folder->path()), "a message carries no path");
        QCOMPARE(said(), text);
        QVERIFY(m_window->session().document() == before);
        QCOMPARE(m_window->files().file(), path("good.morph"));
        // And it goes on.
        QVERIFY(m_window->session().perform(SetWidth{0, 6}));
        QVERIFY(m_window->files().save());
    }

    void aFolderThatMayNotBeWrittenIsTold()
    {
        std::filesystem::create_directory(path("closed"));
        std::filesystem::permissions(path("closed"), std::filesystem::perms::owner_read
                                                         | std::filesystem::perms::owner_exec
                                                         | std::filesystem::perms::others_exec
                                                         | std::filesystem::perms::others_read);
        std::filesystem::permissions(m_folder->path().toStdU16String(),
                                     std::filesystem::perms(0755));
        {
            const AsAnotherUser other;
            QVERIFY(!m_window->files().saveTo(path("closed") / "mine.morph", false));
        }
        QVERIFY2(said().startsWith(QStringLiteral("mine.morph")), qPrintable(said()));
        QVERIFY2(said().contains(QStringLiteral("can be written")), qPrintable(said()));
        QCOMPARE(filesInFolder("closed"), 0);
        QVERIFY(m_window->files().isModified());
        QVERIFY(m_window->files().file().empty());
        QVERIFY(m_window->files().saveTo(path("mine.morph"), false));
        QVERIFY(!m_window->files().isModified());
    }

    void withoutAFolderForRecoveryThatIsToldAfterTheFirstFile()
    {
        std::filesystem::create_directory(path("closed"));
        std::filesystem::permissions(path("closed"), std::filesystem::perms(0555));
        std::filesystem::permissions(m_folder->path().toStdU16String(),
                                     std::filesystem::perms(0755));
        m_window = std::make_unique<MainWindow>(Preferences{}, false);
        m_window->show();
        {
            const AsAnotherUser other;
            m_window->files().keepRecovery(path("closed") / "recovery");
        }
        QVERIFY2(said().contains(QStringLiteral("after a crash")), qPrintable(said()));
        QSignalSpy opened(m_window.get(), &MainWindow::opened);
        m_window->openFile(path("a.manifold"));
        QVERIFY(opened.wait(longWait));
        QVERIFY2(said().contains(QStringLiteral("after a crash")), qPrintable(said()));
        QVERIFY(m_window->session().perform(SetWidth{0, 6}));
    }

    void aFullDiskLeavesTheOldFile()
    {
        QVERIFY(m_window->files().saveTo(path("mine.morph"), false));
        const std::string before = readTextFile(path("mine.morph"), 1 << 20, "a session");
        const auto files = filesInFolder("");
        m_window->session().perform(SetWidth{0, 7});
        {
            const FullDisk full(100);
            QVERIFY(!m_window->files().save());
        }
        QVERIFY2(said().startsWith(QStringLiteral("mine.morph")), qPrintable(said()));
        QVERIFY2(said().contains(QStringLiteral("room")), qPrintable(said()));
        QCOMPARE(readTextFile(path("mine.morph"), 1 << 20, "a session"), before);
        QCOMPARE(filesInFolder(""), files);
        QVERIFY(m_window->files().isModified());
        QVERIFY(m_window->files().save());
        QVERIFY(!m_window->files().isModified());
    }

    void aFullDiskIsToldOnceByTheRecoveryLog()
    {
        m_window->files().keepRecovery(path("recovery"));
        QSignalSpy problem(m_window.get(), &MainWindow::problem);
        {
            const FullDisk full(100);
            for (int width = 1; width <= 8; ++width) {
                m_window->session().perform(SetWidth{0, width});
            }
        }
        QCOMPARE(problem.size(), 1);
        QVERIFY2(said().contains(QStringLiteral("after a crash")), qPrintable(said()));
        QCOMPARE(m_window->session().state().current.widths.front(), 8);
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestBadInput>(argc, argv);
}

#include "tst_bad_input.moc"
