// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/datasets/data_files.h"

#include "core/base/error.h"
#include "core/datasets/cifar.h"
#include "core/datasets/class_names.h"
#include "core/datasets/idx.h"

#include <QTemporaryDir>
#include <QTest>

using namespace morphospace;

Q_DECLARE_METATYPE(morphospace::Bytes)

namespace {

template<typename Call>
QString messageOf(Call call)
{
    try {
        call();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return QStringLiteral("nothing was thrown");
}

Bytes text(const char* characters)
{
    return Bytes(characters, characters + qstrlen(characters));
}

template<typename Change>
Bytes changed(Bytes bytes, Change change)
{
    change(bytes);
    return bytes;
}

} // namespace

class DataFilesTest : public QObject {
    Q_OBJECT

private:
    [[nodiscard]] std::filesystem::path at(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    [[nodiscard]] ImageSet idx() const
    {
        return readIdx(at("images"), at("labels"), digitClassNames(), "Tiny");
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_folder.isValid());
        writeBytes(at("images"), idxImages(12, 3, 5));
        writeBytes(at("labels"), idxLabels(12));
    }

    void idxIsReadPlainAndPacked_data()
    {
        QTest::addColumn<bool>("gzip");
        QTest::newRow("plain") << false;
        QTest::newRow("gzip") << true;
    }

    void idxIsReadPlainAndPacked()
    {
        QFETCH(bool, gzip);
        if (gzip) {
            writeBytes(at("images"), packed(idxImages(12, 3, 5)));
            writeBytes(at("labels"), packed(idxLabels(12)));
        }
        const ImageSet set = idx();
        QCOMPARE(set.size(), std::size_t{12});
        QCOMPARE(set.channels, 1);
        QCOMPARE(set.height, 3);
        QCOMPARE(set.width, 5);
        QCOMPARE(set.classNames.size(), std::size_t{10});
        QCOMPARE(int{set.labels[11]}, 1);
        QCOMPARE(int{set.image(2)[4]}, 2 * 15 + 4);
        // SHA-256 of "1 3 5 12\n", the pixels 0 ... 179 and the labels, reckoned by other means; it
        // cannot tell how the file was packed.
        QCOMPARE(set.hash,
                 std::string("67ecf3bd430c12474c44b16ee5e814f6bfaeb101c2073ea025d74988bfb1aeba"));
    }

    void badImagesAreExplained_data()
    {
        QTest::addColumn<Bytes>("content");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("expected");
        const Bytes good = idxImages(12, 3, 5);
        const QString magic = QStringLiteral("0x00000803");
        QTest::newRow("empty") << Bytes{} << "byte 0" << "ends inside its header" << "16 bytes";
        QTest::newRow("half a header") << Bytes(good.begin(), good.begin() + 9) << "byte 9"
                                       << "ends inside its header" << "16 bytes";
        QTest::newRow("truncated") << Bytes(good.begin(), good.end() - 7) << "byte 189"
                                   << "ends too early" << "196 bytes for the 12 items";
        QTest::newRow("too long") << changed(good, [](Bytes& b) { b.push_back(1); }) << "byte 196"
                                  << "more data follows" << "196 bytes";
        QTest::newRow("labels") << idxLabels(12) << "byte 0" << "holds labels, not images" << magic;
        QTest::newRow("picture") << text("\x89PNG\r\n\x1a\n and so on") << "byte 0"
                                 << "is a PNG picture" << magic;
        QTest::newRow("web page") << text("<!DOCTYPE html><title>404</title>") << "byte 0"
                                  << "is a web page" << magic;
        QTest::newRow("zip") << text("PK\x03\x04 and so on, and on") << "byte 0"
                             << "is a ZIP archive" << magic;
        QTest::newRow("floats") << changed(good, [](Bytes& b) { b[2] = 0x0d; }) << "byte 0"
                                << "begins with 0x00000d03" << magic;
        QTest::newRow("huge count") << changed(good, [](Bytes& b) { b[4] = 0xff; }) << "byte 196"
                                    << "ends too early" << "64172851396 bytes";
        QTest::newRow("no images") << idxImages(0, 3, 5) << "byte 4" << "holds no images"
                                   << "at least one";
        QTest::newRow("no height") << changed(good, [](Bytes& b) { b[11] = 0; }) << "byte 8"
                                   << "0 pixels tall" << "1 to 1024";
        QTest::newRow("huge width") << changed(good, [](Bytes& b) { b[12] = 0xff; }) << "byte 12"
                                    << "4278190085 pixels wide" << "1 to 1024";
        const Bytes gz = packed(good);
        QTest::newRow("truncated gzip") << Bytes(gz.begin(), gz.begin() + 30) << "byte 30"
                                        << "ends before its end mark" << "a complete file";
        QTest::newRow("damaged gzip") << changed(gz, [](Bytes& b) { b[b.size() - 6] ^= 1; })
                                      << "byte" << "is damaged" << "checksum";
        QTest::newRow("gzip and more") << changed(gz, [](Bytes& b) { b.push_back(0); })
                                       << "byte " + QString::number(gz.size())
                                       << "more data follows the gzip end mark"
                                       << "one gzip member";
        QTest::newRow("gzip twice") << packed(gz) << "byte 0" << "packed by gzip twice" << magic;
    }

    void badImagesAreExplained()
    {
        QFETCH(Bytes, content);
        QFETCH(QString, place);
        QFETCH(QString, problem);
        QFETCH(QString, expected);
        writeBytes(at("images"), content);
        const QString message = messageOf([this] { (void)idx(); });
        QVERIFY2(message.startsWith("images: at " + place), qPrintable(message));
        QVERIFY2(message.contains(problem), qPrintable(message));
        QVERIFY2(message.section("; expected ", 1).contains(expected), qPrintable(message));
        QVERIFY2(!message.contains(m_folder.path()), qPrintable(message));
    }

    void badLabelsAreExplained_data()
    {
        QTest::addColumn<Bytes>("content");
        QTest::addColumn<QString>("message");
        const Bytes good = idxLabels(12);
        QTest::newRow("images") << idxImages(12, 3, 5)
                                << "labels: at byte 0: holds images, not labels; expected IDX "
                                   "labels, which begin with 0x00000801";
        QTest::newRow("one more") << idxLabels(13)
                                  << "labels: at byte 4: has 13 labels; expected 12, one for each "
                                     "image in images";
        QTest::newRow("no such class") << changed(good, [](Bytes& b) { b[10] = 10; })
                                       << "labels: at byte 10: has the label 10; expected 0 to 9";
        QTest::newRow("truncated") << Bytes(good.begin(), good.end() - 1)
                                   << "labels: at byte 19: ends too early; expected 20 bytes for "
                                      "the 12 items its header announces";
    }

    void badLabelsAreExplained()
    {
        QFETCH(Bytes, content);
        QFETCH(QString, message);
        writeBytes(at("labels"), content);
        QCOMPARE(messageOf([this] { (void)idx(); }), message);
    }

    void missingFileIsNamed()
    {
        std::filesystem::remove(at("images"));
        QCOMPARE(messageOf([this] { (void)idx(); }),
                 QStringLiteral("images: cannot be opened; expected a file that exists and can be "
                                "read"));
    }

    void unpackingIsBounded()
    {
        constexpr std::size_t limit = 100000;
        writeBytes(at("exact"), packed(Bytes(limit)));
        QCOMPARE(readMaybeGzip(at("exact"), limit).size(), limit);
        writeBytes(at("bomb"), packed(Bytes(50 * limit)));
        const QString bomb = messageOf([this] { (void)readMaybeGzip(at("bomb"), limit); });
        QVERIFY2(bomb.contains("unpacks to more than 100000 bytes"), qPrintable(bomb));
        writeBytes(at("large"), Bytes(limit + 1));
        const QString large = messageOf([this] { (void)readMaybeGzip(at("large"), limit); });
        QVERIFY2(large.contains("has 100001 bytes"), qPrintable(large));
    }

    void packedBytesCarryNoTimeAndNoName()
    {
        const Bytes gz = packed(idxLabels(3));
        const Bytes header(gz.begin(), gz.begin() + 10);
        // RFC 1952: magic, deflate, no flags, time 0, best compression, unknown system.
        QCOMPARE(header, (Bytes{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255}));
    }

    void cifarIsRead_data()
    {
        QTest::addColumn<bool>("hundred");
        QTest::addColumn<bool>("gzip");
        for (const bool hundred : {false, true})
            for (const bool gzip : {false, true})
                QTest::addRow("%s %s", hundred ? "100" : "10", gzip ? "gzip" : "plain")
                    << hundred << gzip;
    }

    void cifarIsRead()
    {
        QFETCH(bool, hundred);
        QFETCH(bool, gzip);
        const std::size_t labels = hundred ? 2 : 1;
        Bytes first = cifarRecords(3, labels);
        Bytes second = cifarRecords(2, labels, 7);
        if (hundred)
            second[1] = 99; // the fine label of its first record
        writeBytes(at("a.bin"), gzip ? packed(first) : first);
        writeBytes(at("b.bin"), gzip ? packed(second) : second);
        const std::array files{at("a.bin"), at("b.bin")};
        const ImageSet set = readCifar(files, hundred ? Cifar::Hundred : Cifar::Ten, "Tiny");
        QCOMPARE(set.size(), std::size_t{5});
        QCOMPARE(set.channels, 3);
        QCOMPARE(set.imageBytes(), std::size_t{3072});
        QCOMPARE(set.classNames.size(), std::size_t{hundred ? 100u : 10u});
        QCOMPARE(int{set.labels[2]}, 2);
        QCOMPARE(int{set.labels[3]}, hundred ? 99 : 7);
        QCOMPARE(int{set.image(4)[3071]}, 1);
    }

    void badCifarIsExplained_data()
    {
        QTest::addColumn<bool>("hundred");
        QTest::addColumn<Bytes>("content");
        QTest::addColumn<QString>("message");
        const Bytes good = cifarRecords(3, 1);
        QTest::newRow("empty") << false << Bytes{}
                               << "a.bin: at byte 0: is empty; expected records of 3073 bytes";
        QTest::newRow("truncated") << false << Bytes(good.begin(), good.end() - 73)
                                   << "a.bin: at byte 6146: ends inside a record of 3000 bytes; "
                                      "expected records of 3073 bytes";
        QTest::newRow("other kind") << true << good
                                    << "a.bin: at byte 6148: ends inside a record of 3071 bytes; "
                                       "expected records of 3074 bytes";
        QTest::newRow("label") << false << changed(good, [](Bytes& b) { b[3073] = 10; })
                               << "a.bin: at byte 3073: has the label 10; expected 0 to 9";
        QTest::newRow("fine label")
            << true << changed(cifarRecords(2, 2), [](Bytes& b) { b[3075] = 100; })
            << "a.bin: at byte 3075: has the label 100; expected 0 to 99";
        QTest::newRow("picture") << false << text("\x89PNG\r\n\x1a\n")
                                 << "a.bin: at byte 0: is a PNG picture; expected the binary "
                                    "version of the data set: records of 3073 bytes";
    }

    void badCifarIsExplained()
    {
        QFETCH(bool, hundred);
        QFETCH(Bytes, content);
        QFETCH(QString, message);
        writeBytes(at("a.bin"), content);
        const std::array files{at("a.bin")};
        QCOMPARE(messageOf([&] {
                     (void)readCifar(files, hundred ? Cifar::Hundred : Cifar::Ten, "Tiny");
                 }),
                 message);
    }
};

QTEST_APPLESS_MAIN(DataFilesTest)
#include "tst_data_files.moc"
