// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/formats/safetensors.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <cstring>
#include <limits>
#include <random>

using namespace morphospace;

namespace {

std::vector<std::byte> bytesOf(std::string_view text)
{
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

/// A file with this header and this much data.
std::vector<std::byte> fileWith(const QByteArray& header, int dataBytes)
{
    const std::uint64_t length = std::uint64_t(header.size());
    std::vector<std::byte> bytes(8 + header.size() + dataBytes);
    std::memcpy(bytes.data(), &length, 8);
    std::memcpy(bytes.data() + 8, header.constData(), header.size());
    return bytes;
}

StoredFile example()
{
    StoredFile file;
    file.metadata = {{"format", "pt"}, {"words", "grüße \" \\ \n"}};
    file.tensors.push_back(storeFloats("conv1.weight", {2, 1, 2, 2},
                                       std::vector<float>{1, 2, 3, 4, 5, 6, 7, -0.0f}));
    file.tensors.push_back({"a.count", "I64", {}, std::vector<std::byte>(8, std::byte(3))});
    file.tensors.push_back({"empty", "F32", {0, 3}, {}});
    file.tensors.push_back({"mask", "BOOL", {3}, std::vector<std::byte>(3, std::byte(1))});
    return file;
}

bool same(const StoredFile& a, const StoredFile& b)
{
    return a.metadata == b.metadata
        && std::ranges::equal(a.tensors, b.tensors, [](const auto& x, const auto& y) {
               return x.name == y.name && x.type == y.type && x.shape == y.shape
                   && x.bytes == y.bytes;
           });
}

std::string messageOf(const std::vector<std::byte>& bytes)
{
    try {
        (void)parseSafetensors(bytes, "folder/bad.safetensors");
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

} // namespace

class TestSafetensors : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTrip();
    void knownBytes();
    void fileRoundTrip();
    void foreignOrderAndPadding();
    void badFiles_data();
    void badFiles();
    void badPaths();
    void everyTruncationIsAnError();
    void mutationsNeverCrash();
    void writerRefusesWhatReaderWould_data();
    void writerRefusesWhatReaderWould();
    void floatTypes();
    void otherTypesAreNamed();
};

void TestSafetensors::roundTrip()
{
    const StoredFile file = example();
    const auto bytes = formatSafetensors(file);
    const StoredFile read = parseSafetensors(bytes, "x");
    QVERIFY(same(read, file));
    QVERIFY(formatSafetensors(read) == bytes);
    std::uint64_t header = 0;
    std::memcpy(&header, bytes.data(), 8);
    QCOMPARE(header % 8, 0u);
}

void TestSafetensors::knownBytes()
{
    StoredFile file;
    file.tensors.push_back(storeFloats("w", {1}, std::vector<float>{1.0f}));
    const QByteArray header =
        R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})" + QByteArray(2, ' ');
    auto expected = fileWith(header, 4);
    const float one = 1;
    std::memcpy(expected.data() + expected.size() - 4, &one, 4);
    QVERIFY(formatSafetensors(file) == expected);
}

void TestSafetensors::fileRoundTrip()
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("a.safetensors").toStdString();
    const StoredFile file = example();
    QCOMPARE(writeSafetensors(path, file), sha256(formatSafetensors(file)));
    QVERIFY(same(readSafetensors(path), file));
    // Written again over the old file: no temporary file stays behind.
    writeSafetensors(path, file);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TestSafetensors::foreignOrderAndPadding()
{
    // Other writers list tensors in any order; the order of the data counts.
    const auto bytes = fileWith(
        R"({"b":{"shape":[2],"data_offsets":[4,6],"dtype":"U8"},)"
        R"("a":{"dtype":"I32","shape":[],"data_offsets":[0,4]},"__metadata__":{}}   )", 6);
    const StoredFile file = parseSafetensors(bytes, "x");
    QCOMPARE(file.tensors.size(), 2u);
    QCOMPARE(file.tensors[0].name, std::string("a"));
    QCOMPARE(file.tensors[1].name, std::string("b"));
}

void TestSafetensors::badFiles_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("data");
    QTest::addColumn<QByteArray>("says");
    const auto tensor = [](const QByteArray& fields) { return "{\"w\":{" + fields + "}}"; };

    QTest::newRow("empty header") << QByteArray() << 0 << QByteArray("JSON");
    QTest::newRow("text") << QByteArray("hello") << 0 << QByteArray("JSON");
    QTest::newRow("space before the object") << QByteArray(" {}") << 0 << QByteArray("JSON");
    QTest::newRow("cut JSON") << QByteArray("{\"w\":") << 0 << QByteArray("not JSON");
    QTest::newRow("two objects") << QByteArray("{}{}") << 0 << QByteArray("not JSON");
    QTest::newRow("bad UTF-8") << QByteArray("{\"\xff\":{}}") << 0 << QByteArray("not JSON");
    QTest::newRow("tensor is a number") << QByteArray("{\"w\":1}") << 0 << QByteArray("an object");
    QTest::newRow("tensor is a list") << QByteArray("{\"w\":[1]}") << 0 << QByteArray("an object");
    QTest::newRow("metadata is text")
        << QByteArray(R"({"__metadata__":"a"})") << 0 << QByteArray("an object");
    QTest::newRow("metadata holds a number")
        << QByteArray(R"({"__metadata__":{"a":1}})") << 0 << QByteArray("expected text");
    QTest::newRow("metadata holds null")
        << QByteArray(R"({"__metadata__":{"a":null}})") << 0 << QByteArray("expected text");
    QTest::newRow("metadata twice")
        << QByteArray(R"({"__metadata__":{"a":"1","a":"2"}})") << 0 << QByteArray("appears twice");
    QTest::newRow("tensor twice")
        << QByteArray(R"({"w":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},)"
                      R"("w":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}})")
        << 1 << QByteArray("appears twice");
    QTest::newRow("field twice")
        << tensor(R"("dtype":"U8","dtype":"U8","shape":[1],"data_offsets":[0,1])") << 1
        << QByteArray("appears twice");
    QTest::newRow("field missing")
        << tensor(R"("dtype":"U8","shape":[1])") << 1 << QByteArray("missing");
    QTest::newRow("field unknown")
        << tensor(R"("dtype":"U8","shape":[1],"data_offsets":[0,1],"x":1)") << 1
        << QByteArray("unknown field 'x'");
    QTest::newRow("type unknown") << tensor(R"("dtype":"C64","shape":[1],"data_offsets":[0,8])")
                                  << 8 << QByteArray("unknown type 'C64'");
    QTest::newRow("type is a number") << tensor(R"("dtype":1,"shape":[1],"data_offsets":[0,8])")
                                      << 8 << QByteArray("name of a type");
    QTest::newRow("shape is a number") << tensor(R"("dtype":"U8","shape":1,"data_offsets":[0,1])")
                                       << 1 << QByteArray("list of numbers");
    QTest::newRow("shape is nested")
        << tensor(R"("dtype":"U8","shape":[[1]],"data_offsets":[0,1])") << 1
        << QByteArray("in the shape");
    QTest::newRow("shape is negative")
        << tensor(R"("dtype":"U8","shape":[-1],"data_offsets":[0,1])") << 1
        << QByteArray("negative");
    QTest::newRow("shape is a fraction")
        << tensor(R"("dtype":"U8","shape":[1.5],"data_offsets":[0,1])") << 1
        << QByteArray("whole number");
    QTest::newRow("shape beyond 64 bits")
        << tensor(R"("dtype":"U8","shape":[18446744073709551615],"data_offsets":[0,1])") << 1
        << QByteArray("too large");
    QTest::newRow("product beyond 64 bits")
        << tensor(R"("dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0])") << 0
        << QByteArray("not possible");
    QTest::newRow("too many axes")
        << tensor(R"("dtype":"U8","shape":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1],)"
                  R"("data_offsets":[0,1])")
        << 1 << QByteArray("at most 16");
    QTest::newRow("one offset") << tensor(R"("dtype":"U8","shape":[1],"data_offsets":[0])") << 1
                                << QByteArray("1 numbers");
    QTest::newRow("three offsets")
        << tensor(R"("dtype":"U8","shape":[1],"data_offsets":[0,1,2])") << 1
        << QByteArray("two whole numbers");
    QTest::newRow("negative offset")
        << tensor(R"("dtype":"U8","shape":[1],"data_offsets":[-1,0])") << 1
        << QByteArray("negative");
    QTest::newRow("end before begin")
        << tensor(R"("dtype":"U8","shape":[1],"data_offsets":[1,0])") << 1
        << QByteArray("within its 1 bytes");
    QTest::newRow("end beyond the file")
        << tensor(R"("dtype":"F32","shape":[1000000000000],"data_offsets":[0,4000000000000])") << 4
        << QByteArray("truncated");
    QTest::newRow("shape does not fit")
        << tensor(R"("dtype":"F32","shape":[2],"data_offsets":[0,4])") << 4
        << QByteArray("expected 8 bytes");
    QTest::newRow("gap at the start")
        << tensor(R"("dtype":"U8","shape":[1],"data_offsets":[1,2])") << 2 << QByteArray("gap");
    QTest::newRow("gap")
        << QByteArray(R"({"v":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},)"
                      R"("w":{"dtype":"U8","shape":[1],"data_offsets":[2,3]}})")
        << 3 << QByteArray("gap");
    QTest::newRow("overlap")
        << QByteArray(R"({"v":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},)"
                      R"("w":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}})")
        << 3 << QByteArray("overlap");
    QTest::newRow("bytes left over")
        << tensor(R"("dtype":"U8","shape":[1],"data_offsets":[0,1])") << 3
        << QByteArray("2 bytes belong to no tensor");
    QTest::newRow("deep nesting") << "{\"w\":{\"shape\":" + QByteArray(100000, '[') << 0
                                  << QByteArray("in the shape");
}

void TestSafetensors::badFiles()
{
    QFETCH(QByteArray, header);
    QFETCH(int, data);
    QFETCH(QByteArray, says);
    const std::string message = messageOf(fileWith(header, data));
    QVERIFY2(message.starts_with("bad.safetensors: "), message.c_str());
    QVERIFY2(message.find(says.toStdString()) != std::string::npos, message.c_str());

    // The reader that goes through the file in pieces must say the same.
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("bad.safetensors").toStdString();
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto bytes = fileWith(header, data);
    file.write(reinterpret_cast<const char*>(bytes.data()), qint64(bytes.size()));
    file.close();
    try {
        (void)readSafetensors(path);
        QFAIL("no error");
    } catch (const Error& error) {
        QCOMPARE(std::string(error.what()), message);
    }
}

void TestSafetensors::badPaths()
{
    QTemporaryDir folder;
    QVERIFY_THROWS_EXCEPTION(Error, (void)readSafetensors("does/not/exist"));
    QVERIFY_THROWS_EXCEPTION(Error, (void)readSafetensors(folder.path().toStdString()));
    QVERIFY_THROWS_EXCEPTION(Error, writeSafetensors("does/not/exist", example()));
    // A length that would ask for all memory.
    std::vector<std::byte> bytes(64, std::byte(0xff));
    QVERIFY(messageOf(bytes).find("this is not a safetensors file") != std::string::npos);
    QVERIFY(messageOf(bytesOf("# Words of a page")).find("not a safetensors") != std::string::npos);
    QVERIFY(messageOf(bytesOf("abc")).find("the file ends") != std::string::npos);
}

void TestSafetensors::everyTruncationIsAnError()
{
    const auto bytes = formatSafetensors(example());
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        const std::vector<std::byte> part(bytes.begin(), bytes.begin() + std::ptrdiff_t(length));
        QVERIFY2(!messageOf(part).empty(), std::to_string(length).c_str());
    }
}

void TestSafetensors::mutationsNeverCrash()
{
    const auto valid = formatSafetensors(example());
    std::mt19937_64 random(20240607);
    const std::string_view likely = "{}[]\",:0123456789-.eE\\ntF32U8";
    int parsed = 0;
    int refused = 0;
    for (int round = 0; round < 20000; ++round) {
        auto bytes = valid;
        const int edits = 1 + int(random() % 4);
        for (int edit = 0; edit < edits && !bytes.empty(); ++edit) {
            const std::size_t at = random() % bytes.size();
            const auto position = bytes.begin() + std::ptrdiff_t(at);
            switch (random() % 5) {
            case 0: bytes[at] = std::byte(random() & 255); break;
            case 1: bytes[at] = std::byte(likely[random() % likely.size()]); break;
            case 2: bytes.erase(position); break;
            case 3: bytes.insert(position, std::byte(likely[random() % likely.size()])); break;
            default: bytes.resize(at); break;
            }
        }
        try {
            const StoredFile file = parseSafetensors(bytes, "mutated");
            // What parses is a file: it can be written and read again as the same.
            QVERIFY(same(parseSafetensors(formatSafetensors(file), "again"), file));
            ++parsed;
        } catch (const Error&) {
            ++refused;
        }
    }
    // The mutations reach both outcomes, or they would show nothing.
    QVERIFY(parsed > 100);
    QVERIFY(refused > 10000);
}

void TestSafetensors::writerRefusesWhatReaderWould_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("extent");
    QTest::addColumn<int>("bytes");
    QTest::newRow("taken name") << QByteArray("a.count") << QByteArray("U8") << 1 << 1;
    QTest::newRow("metadata") << QByteArray("__metadata__") << QByteArray("U8") << 1 << 1;
    QTest::newRow("type") << QByteArray("x") << QByteArray("float") << 1 << 4;
    QTest::newRow("size") << QByteArray("x") << QByteArray("F32") << 1 << 5;
    QTest::newRow("extent") << QByteArray("x") << QByteArray("U8") << -1 << 1;
    QTest::newRow("not UTF-8") << QByteArray("\xc3") << QByteArray("U8") << 1 << 1;
}

void TestSafetensors::writerRefusesWhatReaderWould()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, type);
    QFETCH(int, extent);
    QFETCH(int, bytes);
    StoredFile file = example();
    file.tensors.push_back({name.toStdString(), type.toStdString(), {extent},
                            std::vector<std::byte>(std::size_t(bytes))});
    QVERIFY_THROWS_EXCEPTION(Error, (void)formatSafetensors(file));
}

void TestSafetensors::floatTypes()
{
    // Encodings from IEEE 754 (binary16) and from bfloat16 as the upper half of a float.
    struct Case {
        std::uint16_t bits;
        float half;
        float brain;
    };
    const float infinity = std::numeric_limits<float>::infinity();
    const std::vector<Case> cases{{0x0000, 0.0f, 0.0f},
                                  {0x3c00, 1.0f, 0x1p-7f},
                                  {0xc000, -2.0f, -2.0f},
                                  {0x7bff, 65504.0f, 0x1.fep120f},
                                  {0x0001, 0x1p-24f, 0x1p-133f},
                                  {0x03ff, 0x1.ff8p-15f, 0x1.fep-120f},
                                  {0x0400, 0x1p-14f, 0x1p-119f},
                                  {0x7c00, infinity, 0x1p121f},
                                  {0x7f80, std::numeric_limits<float>::quiet_NaN(), infinity}};
    for (const Case& item : cases) {
        StoredTensor tensor{"x", "F16", {1}, std::vector<std::byte>(2)};
        std::memcpy(tensor.bytes.data(), &item.bits, 2);
        const float half = loadFloats(tensor).at(0);
        QVERIFY(std::isnan(item.half) ? std::isnan(half) : half == item.half);
        tensor.type = "BF16";
        QCOMPARE(loadFloats(tensor).at(0), item.brain);
    }
    const double values[] = {0.1, -1e300};
    StoredTensor doubles{"x", "F64", {2}, std::vector<std::byte>(16)};
    std::memcpy(doubles.bytes.data(), values, 16);
    QCOMPARE(loadFloats(doubles), (std::vector<float>{0.1f, -infinity}));
    const std::vector<float> floats{1.5f, -0.25f};
    QCOMPARE(loadFloats(storeFloats("x", {2}, floats)), floats);
    QVERIFY_THROWS_EXCEPTION(Error, (void)storeFloats("x", {3}, floats));
}

void TestSafetensors::otherTypesAreNamed()
{
    const StoredTensor tensor{"steps", "I64", {1}, std::vector<std::byte>(8)};
    try {
        (void)loadFloats(tensor);
        QFAIL("no error");
    } catch (const Error& error) {
        QVERIFY(QByteArray(error.what()).contains("steps"));
        QVERIFY(QByteArray(error.what()).contains("I64"));
    }
}

QTEST_APPLESS_MAIN(TestSafetensors)
#include "tst_safetensors.moc"
