// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "tests/core/fuzz/mutation.h"
#include "tests/core/fuzz/readers.h"

#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <fstream>

using namespace morphospace;

namespace {

/// Memory that a reader of these small files may take beside what the process has.
constexpr rlim_t mostBytes = rlim_t{512} << 20;

rlim_t bytesInUse()
{
    std::ifstream file("/proc/self/statm");
    rlim_t pages = 0;
    file >> pages;
    return pages * 4096;
}

} // namespace

/// Readers take any bytes: what is wrong comes out as an Error and as nothing else, and memory is
/// never asked for by a length that the file does not have.
class TestReaders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_readers = readers(m_folder.path().toStdString());
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_AS, &limit), 0);
        m_unlimited = limit.rlim_cur;
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        limit.rlim_cur = std::min(limit.rlim_max, bytesInUse() + mostBytes);
        QCOMPARE(setrlimit(RLIMIT_AS, &limit), 0);
#endif
    }

    void cleanupTestCase()
    {
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_AS, &limit), 0);
        limit.rlim_cur = m_unlimited;
        QCOMPARE(setrlimit(RLIMIT_AS, &limit), 0);
    }

    void wholeFilesAreRead_data() { rows(); }
    void wholeFilesAreRead()
    {
        QFETCH(int, reader);
        for (const std::string& seed : m_readers[std::size_t(reader)].seeds)
            QCOMPARE(outcome(reader, seed), QString());
    }

    void cutFilesGiveAnError_data() { rows(); }
    void cutFilesGiveAnError()
    {
        QFETCH(int, reader);
        for (const std::string& seed : m_readers[std::size_t(reader)].seeds) {
            const std::size_t step = std::max<std::size_t>(1, seed.size() / 150);
            for (std::size_t size = 0; size < seed.size(); size += step)
                requireSound(reader, seed.substr(0, size));
        }
    }

    void damagedFilesGiveAnError_data() { rows(); }
    void damagedFilesGiveAnError()
    {
        QFETCH(int, reader);
        std::mt19937_64 random(20260 + std::uint64_t(reader));
        int refused = 0;
        constexpr int files = 3000;
        const auto& seeds = m_readers[std::size_t(reader)].seeds;
        for (int i = 0; i < files; ++i) {
            refused += requireSound(reader, mutated(seeds[std::size_t(i) % seeds.size()], random)) ? 1 : 0;
            if (QTest::currentTestFailed())
                return;
        }
        // A pixel may have any value and a log may end anywhere; else most damage is noticed.
        if (m_readers[std::size_t(reader)].name != "recovery log")
            QVERIFY2(refused > files / 4, qPrintable(QString::number(refused)));
    }

private:
    void rows()
    {
        QTest::addColumn<int>("reader");
        for (std::size_t i = 0; i < m_readers.size(); ++i)
            QTest::addRow("%s", m_readers[i].name.c_str()) << int(i);
    }

    /// What was said about a file: nothing where it was read.
    QString outcome(int reader, const std::string& bytes)
    {
        // A new file each time: some file systems flush one that is written anew.
        const std::filesystem::path file = std::filesystem::path(m_folder.path().toStdString())
            / ("input-" + std::to_string(++m_files));
        std::ofstream(file, std::ios::binary) << bytes;
        const auto remove = qScopeGuard([&file] { std::filesystem::remove(file); });
        try {
            m_readers[std::size_t(reader)].read(file);
            return {};
        } catch (const Error& error) {
            return QString::fromUtf8(error.what());
        }
    }

    /// Whether it was refused; anything but an Error is kept and fails the test.
    bool requireSound(int reader, const std::string& bytes)
    {
        QString failure;
        try {
            const QString said = outcome(reader, bytes);
            if (!said.isEmpty() && !said.contains(QLatin1Char('\0')))
                return true;
            if (said.isEmpty())
                return false;
            failure = "the message holds a zero byte";
        } catch (const std::exception& error) {
            failure = QString::fromUtf8(error.what());
        }
        QFile kept(QString(MORPHOSPACE_BINARY_DIR) + "/reader-failure");
        if (kept.open(QIODevice::WriteOnly))
            kept.write(bytes.data(), qint64(bytes.size()));
        [&] { QFAIL(qPrintable("no Error but: " + failure + "; kept as reader-failure")); }();
        return false;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
    std::vector<Reader> m_readers;
    rlim_t m_unlimited = RLIM_INFINITY;
};

QTEST_APPLESS_MAIN(TestReaders)
#include "tst_readers.moc"
