// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/formats/safetensors.h"
#include "core/weightspace/lora_adapter.h"

#include <c10/util/Half.h>

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>
#include <functional>
#include <random>

using namespace morphospace;

namespace {

/// The naming of the two libraries for module "PATH.to_q": A, then B.
enum class Naming { Peft, PeftNamed, Diffusers, DiffusersProcessor };

std::pair<std::string, std::string> namesOf(Naming naming, const std::string& path,
                                            const std::string& map)
{
    const std::string peft = "base_model.model." + path + '.' + map;
    const std::string diffusers = "unet." + path;
    switch (naming) {
    case Naming::Peft:
        return {peft + ".lora_A.weight", peft + ".lora_B.weight"};
    case Naming::PeftNamed:
        return {peft + ".lora_A.identity1.weight", peft + ".lora_B.identity1.weight"};
    case Naming::Diffusers:
        return {diffusers + '.' + map + ".lora.down.weight", diffusers + '.' + map + ".lora.up.weight"};
    case Naming::DiffusersProcessor:
        break;
    }
    return {diffusers + ".processor." + map + "_lora.down.weight",
            diffusers + ".processor." + map + "_lora.up.weight"};
}

const std::vector<std::pair<std::string, int>> paths{
    {"down_blocks.0.attentions.0.transformer_blocks.0.attn1", 5},
    {"mid_block.attentions.0.transformer_blocks.0.attn2", 7}};

StoredTensor halves(const StoredTensor& floats)
{
    StoredTensor stored{floats.name, "F16", floats.shape, {}};
    for (const float value : loadFloats(floats)) {
        const c10::Half half(value);
        const auto* bytes = reinterpret_cast<const std::byte*>(&half);
        stored.bytes.insert(stored.bytes.end(), bytes, bytes + sizeof half);
    }
    return stored;
}

/// Two blocks with to_q and to_v each, of the given rank.
StoredFile adapter(Naming naming, int seed, int rank = 1, bool half = false)
{
    std::mt19937 random(static_cast<unsigned>(seed));
    std::normal_distribution<float> normal;
    StoredFile file;
    file.metadata["format"] = "pt";
    const auto tensor = [&](const std::string& name, std::int64_t rows, std::int64_t columns) {
        std::vector<float> values;
        for (std::int64_t i = 0; i < rows * columns; ++i)
            values.push_back(0.1F * normal(random));
        const StoredTensor stored = storeFloats(name, {rows, columns}, values);
        file.tensors.push_back(half ? halves(stored) : stored);
    };
    for (const auto& [path, width] : paths) {
        for (const char* map : {"to_q", "to_v"}) {
            const auto [a, b] = namesOf(naming, path, map);
            tensor(a, rank, width);
            tensor(b, width + 1, rank);
        }
    }
    return file;
}

std::vector<std::byte> bytesOf(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const auto* from = reinterpret_cast<const std::byte*>(text.data());
    return {from, from + text.size()};
}

QString messageOf(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class TestLoraAdapter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothNamingsAreRead_data();
    void bothNamingsAreRead();
    void zeroEditsKeepEveryByte();
    void editsAddTheirDifference();
    void foldersMakeASpace();
    void labelsMakeDirections();
    void badAdaptersAreErrors_data();
    void badAdaptersAreErrors();
    void badFoldersAndLabelsAreErrors();
    void publishedSpacesAreRead();

private:
    std::filesystem::path path(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }
    QTemporaryDir m_folder;
};

void TestLoraAdapter::bothNamingsAreRead_data()
{
    QTest::addColumn<int>("naming");
    QTest::newRow("PEFT") << int(Naming::Peft);
    QTest::newRow("PEFT with an adapter's name") << int(Naming::PeftNamed);
    QTest::newRow("diffusers") << int(Naming::Diffusers);
    QTest::newRow("diffusers' attention processors") << int(Naming::DiffusersProcessor);
}

void TestLoraAdapter::bothNamingsAreRead()
{
    QFETCH(int, naming);
    const auto file = path("one.safetensors");
    const StoredFile stored = adapter(Naming(naming), 1);
    writeSafetensors(file, stored);
    const LoraAdapter read = LoraAdapter::read(file);
    QCOMPARE(read.modules().size(), std::size_t(4));
    QCOMPARE(read.modules()[0].path, paths[0].first + ".to_q");
    QCOMPARE(read.modules()[3].path, paths[1].first + ".to_v");
    QCOMPARE(read.modules()[2].in, std::int64_t(7));
    QCOMPARE(read.modules()[2].out, std::int64_t(8));
    // Modules by path, A before B: the order of the published code.
    std::vector<float> expected;
    for (const StoredTensor& tensor : stored.tensors) {
        const std::vector<float> values = loadFloats(tensor);
        expected.insert(expected.end(), values.begin(), values.end());
    }
    QCOMPARE(read.weights(), expected);
    QCOMPARE(read.size(), expected.size());
}

void TestLoraAdapter::zeroEditsKeepEveryByte()
{
    // A header as other programs write it: unpadded order, spaces, scalars named alpha.
    const std::string header =
        R"({"unet.x.to_q.alpha":{"dtype":"F32","shape":[],"data_offsets":[0,4]}, )"
        R"("unet.x.to_q.lora.up.weight":{"dtype":"BF16","shape":[2,1],"data_offsets":[4,8]},)"
        R"("unet.x.to_q.lora.down.weight":{"dtype":"F16","shape":[1,2],"data_offsets":[8,12]}})";
    const auto file = path("zero.safetensors");
    const std::uint64_t length = header.size();
    const unsigned char data[12] = {0, 0, 0x80, 0x3f, 0x80, 0x3f, 0x00, 0x80, 0x01, 0x3c, 0, 0x80};
    {
        std::ofstream stream(file, std::ios::binary);
        stream.write(reinterpret_cast<const char*>(&length), sizeof length);
        stream << header;
        stream.write(reinterpret_cast<const char*>(data), sizeof data);
    }
    const LoraAdapter read = LoraAdapter::read(file);
    QCOMPARE(read.size(), std::size_t(4));
    QCOMPARE(read.withAdded(std::vector<float>(4, 0.0F)), bytesOf(file));
    const std::vector<std::byte> moved = read.withAdded(std::vector<float>{0, 0, 1, 0});
    QCOMPARE(moved.size(), bytesOf(file).size());
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(moved.data()), std::streamsize(moved.size()));
    QCOMPARE(LoraAdapter::read(file).weights()[2], 2.0F); // B follows A: 1 + 1 in bfloat16
}

void TestLoraAdapter::editsAddTheirDifference()
{
    for (const bool half : {false, true}) {
        const auto file = path("edit.safetensors");
        writeSafetensors(file, adapter(Naming::Peft, 2, 2, half));
        const LoraAdapter before = LoraAdapter::read(file);
        std::vector<float> step(before.size());
        for (std::size_t i = 0; i < step.size(); ++i)
            step[i] = 0.01F * float(i % 7);
        const std::vector<std::byte> bytes = before.withAdded(step);
        std::ofstream(file, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
        const LoraAdapter after = LoraAdapter::read(file);
        after.requireSameLayout(before);
        const float tolerance = half ? 1e-3F : 1e-7F; // of the types themselves
        for (std::size_t i = 0; i < step.size(); ++i)
            QVERIFY(std::abs(after.weights()[i] - before.weights()[i] - step[i]) < tolerance);
        step[0] = 1e30F;
        if (half)
            QVERIFY(messageOf([&] { (void)before.withAdded(step); }).contains("F16"));
        QVERIFY(!messageOf([&] { (void)before.withAdded(std::vector<float>(3)); }).isEmpty());
    }
}

void TestLoraAdapter::foldersMakeASpace()
{
    const QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    std::filesystem::create_directories(root / "a");
    for (int i = 0; i < 6; ++i) {
        const std::string name = (i < 3 ? "a/" : "") + std::to_string(i) + ".safetensors";
        writeSafetensors(root / name, adapter(i % 2 != 0 ? Naming::Peft : Naming::Diffusers, i + 10));
    }
    const LoraFolder rows(root);
    QCOMPARE(rows.rows(), std::size_t(6));
    QCOMPARE(rows.names()[5], std::string("a/2"));
    const WeightSpace space = principalComponents(rows, 10);
    QCOMPARE(space.size(), std::size_t(5));
    const Matrix z = space.project(rows);
    // At full rank a member comes back, and an edit taken back is the adapter again.
    const LoraAdapter last = LoraAdapter::read(root / "a/2.safetensors");
    const std::vector<float> own = last.weights();
    const std::vector<float> back = space.unproject(z.row(5));
    for (std::size_t i = 0; i < own.size(); ++i)
        QVERIFY(std::abs(back[i] - own[i]) < 1e-5F);
    const Direction direction =
        makeDirection("d", std::vector<float>(z.row(0).begin(), z.row(0).end()), z);
    const std::vector<float> there = editDifference(space, std::vector<Edit>{{&direction, 2}});
    const std::vector<float> again = editDifference(space, std::vector<Edit>{{&direction, -2}});
    double moved = 0;
    for (std::size_t i = 0; i < there.size(); ++i) {
        moved += std::abs(there[i]);
        QVERIFY(std::abs(there[i] + again[i]) < 1e-6F);
    }
    QVERIFY(moved > 0.1);
    const std::vector<float> none = editDifference(space, std::vector<Edit>{{&direction, 0}});
    QCOMPARE(last.withAdded(none), bytesOf(root / "a/2.safetensors"));
    // The same space when it is streamed from the disk.
    StreamedPca options;
    options.components = 3;
    options.tolerance = 1e-9;
    options.passes = 30;
    const WeightSpace streamed = streamedPrincipalComponents(rows, options);
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(std::abs(streamed.variances[i] / space.variances[i] - 1) < 1e-3);
}

void TestLoraAdapter::labelsMakeDirections()
{
    std::mt19937 random(3);
    std::normal_distribution<float> normal;
    Matrix z(30, 4);
    for (float& value : z.values)
        value = normal(random);
    std::string csv = "file,smile,age\r\n";
    std::vector<std::string> names;
    for (std::size_t i = 0; i < z.rows; ++i) {
        names.push_back("member" + std::to_string(i));
        csv += names.back() + (i % 2 != 0 ? ".safetensors," : ",")
            + (i == 4 ? "" : std::to_string(2 * z.row(i)[1])) + ",1\r\n";
    }
    std::ofstream(path("labels.csv"), std::ios::binary) << csv;
    const LabelTable labels = readLabels(path("labels.csv"));
    QCOMPARE(labels.attributes, (std::vector<std::string>{"smile", "age"}));
    const Direction smile = directionFromLabels(labels, "smile", names, z);
    QVERIFY(smile.axis[1] > 0.9999F);
    QVERIFY(messageOf([&] { (void)directionFromLabels(labels, "age", names, z); }).contains("age"));
    QVERIFY(messageOf([&] { (void)directionFromLabels(labels, "x", names, z); })
                .contains("smile, age"));
    QVERIFY(messageOf([&] { (void)directionFromLabels(labels, "smile", {"q"}, z); })
                .contains("at least two"));
}

void TestLoraAdapter::badAdaptersAreErrors_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("said");
    QTest::newRow("no file") << "none" << "does not exist";
    QTest::newRow("empty") << "empty" << "ends";
    QTest::newRow("a header of ten gigabytes") << "huge" << "10737418240";
    QTest::newRow("truncated") << "truncated" << "truncated";
    QTest::newRow("mixed ranks") << "ranks" << "one rank";
    QTest::newRow("B is missing") << "no B" << "B (up) is missing";
    QTest::newRow("A is missing") << "no A" << "A (down) is missing";
    QTest::newRow("twice") << "twice" << "twice";
    QTest::newRow("not a number") << "nan" << "not finite";
    QTest::newRow("wrong shapes") << "shapes" << "as many columns";
    QTest::newRow("three axes") << "axes" << "two axes";
    QTest::newRow("whole numbers") << "type" << "I32";
    QTest::newRow("another tensor") << "other" << "no part of a LoRA";
    QTest::newRow("no tensor") << "nothing" << "no LoRA module";
}

void TestLoraAdapter::badAdaptersAreErrors()
{
    QFETCH(QString, kind);
    QFETCH(QString, said);
    const auto file = path("bad.safetensors");
    std::filesystem::remove(file);
    StoredFile stored = adapter(Naming::Peft, 4);
    if (kind == "ranks")
        stored.tensors[2] = storeFloats(stored.tensors[2].name, {2, 5}, std::vector<float>(10)),
        stored.tensors[3] = storeFloats(stored.tensors[3].name, {6, 2}, std::vector<float>(12));
    else if (kind == "no B")
        stored.tensors.erase(stored.tensors.begin() + 1);
    else if (kind == "no A")
        stored.tensors.erase(stored.tensors.begin() + 2);
    else if (kind == "twice")
        stored.tensors.push_back(storeFloats(namesOf(Naming::Diffusers, paths[0].first, "to_q").first,
                                             {1, 5}, std::vector<float>(5)));
    else if (kind == "nan")
        stored.tensors[5] = storeFloats(stored.tensors[5].name, {8, 1},
                                        std::vector<float>(8, std::nanf("")));
    else if (kind == "shapes")
        stored.tensors[1] = storeFloats(stored.tensors[1].name, {3, 2}, std::vector<float>(6));
    else if (kind == "axes")
        stored.tensors[0] = storeFloats(stored.tensors[0].name, {1, 5, 1}, std::vector<float>(5));
    else if (kind == "type")
        stored.tensors[0].type = "I32";
    else if (kind == "other")
        stored.tensors.push_back(storeFloats("conv_in.weight", {1, 1}, std::vector<float>(1)));
    else if (kind == "nothing")
        stored.tensors.clear();
    if (kind == "empty")
        std::ofstream(file, std::ios::binary) << "abc";
    else if (kind == "huge") {
        const std::uint64_t length = std::uint64_t(10) << 30;
        std::ofstream(file, std::ios::binary)
            .write(reinterpret_cast<const char*>(&length), sizeof length)
            .write("{}", 2);
    } else if (kind != "none") {
        writeSafetensors(file, stored);
    }
    if (kind == "truncated")
        std::filesystem::resize_file(file, std::filesystem::file_size(file) - 3);
    const QString message = messageOf([&] { (void)LoraAdapter::read(file); });
    QVERIFY2(message.startsWith("bad.safetensors") && message.contains(said), qPrintable(message));
}

void TestLoraAdapter::badFoldersAndLabelsAreErrors()
{
    const QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    QVERIFY(messageOf([&] { const LoraFolder rows(root / "missing"); }).contains("missing"));
    writeSafetensors(root / "a.safetensors", adapter(Naming::Peft, 1));
    QVERIFY(messageOf([&] { const LoraFolder rows(root); }).contains("at least two"));
    writeSafetensors(root / "b.safetensors", adapter(Naming::Peft, 2, 2));
    QVERIFY(messageOf([&] { (void)principalComponents(LoraFolder(root), 2); })
                .contains("b.safetensors"));
    StoredFile fewer = adapter(Naming::Diffusers, 2);
    fewer.tensors.resize(4);
    writeSafetensors(root / "b.safetensors", fewer);
    QVERIFY(messageOf([&] {
                LoraFolder(root).requireFits(LoraAdapter::read(root / "b.safetensors"));
            }).contains("mid_block"));
    QVERIFY(messageOf([&] { (void)principalComponents(LoraFolder(root), 2); }).contains("only in"));
    for (const auto& [text, said] :
         {std::pair("file\n", "line 1"), std::pair("file,a\nx,1,2\n", "line 2"),
          std::pair("file,a\nx,red\n", "red"), std::pair("file,a\nx,1\nx,2\n", "second time"),
          std::pair("file,a\n", "no label"), std::pair("file,a\nx,nan\n", "nan")}) {
        std::ofstream(root / "labels.csv", std::ios::binary | std::ios::trunc) << text;
        const QString message = messageOf([&] { (void)readLabels(root / "labels.csv"); });
        QVERIFY2(message.contains(said), qPrintable(message));
    }
}

void TestLoraAdapter::publishedSpacesAreRead()
{
    std::mt19937 random(5);
    std::normal_distribution<float> normal;
    Matrix data(20, 12);
    for (float& value : data.values)
        value = normal(random);
    const WeightSpace space = principalComponents(MatrixRows(data), 12);
    const Matrix z = space.project(MatrixRows(data));
    std::vector<float> v;
    for (std::size_t i = 0; i < 12; ++i) {
        for (std::size_t j = 0; j < 12; ++j)
            v.push_back(space.components.row(j)[i]);
    }
    StoredFile stored;
    stored.tensors = {storeFloats("mean", {1, 12}, space.mean),
                      storeFloats("std", {1, 12}, space.deviation), storeFloats("V", {12, 12}, v),
                      storeFloats("coefficients", {20, 12}, z.values)};
    const auto file = path("published.safetensors");
    writeSafetensors(file, stored);
    const PublishedSpace published = readPublishedSpace(file, 5);
    QCOMPARE(published.space.size(), std::size_t(5));
    QCOMPARE(published.names.size(), std::size_t(20));
    QCOMPARE(published.names[7], std::string("7"));
    // Written and read again it is the same, and its members have names.
    PublishedSpace named = published;
    named.names[7] = "seven";
    writeSpace(named, path("written.safetensors"));
    const PublishedSpace again = readPublishedSpace(path("written.safetensors"), 100);
    QCOMPARE(again.names, named.names);
    QCOMPARE(again.space.mean, published.space.mean);
    QCOMPARE(again.space.components.values, published.space.components.values);
    QCOMPARE(again.coefficients.values, published.coefficients.values);
    const std::vector<float> own = space.project(data.row(3));
    const std::vector<float> read = published.space.project(data.row(3));
    for (std::size_t i = 0; i < read.size(); ++i)
        QVERIFY(std::abs(own[i] - read[i]) < 1e-5F);
    QVERIFY(std::abs(published.space.variances[2] / space.variances[2] - 1) < 1e-4);
    const auto said = [&](const std::function<void(StoredFile&)>& damage) {
        StoredFile bad = stored;
        damage(bad);
        writeSafetensors(file, bad);
        return messageOf([&] { (void)readPublishedSpace(file, 5); });
    };
    QVERIFY(said([](StoredFile& f) {
                f.tensors[0] = storeFloats("mean", {1, 5}, std::vector<float>(5));
            }).contains("mean"));
    QVERIFY(said([](StoredFile& f) { f.tensors.erase(f.tensors.begin() + 1); }).contains("'std'"));
    QVERIFY(said([&](StoredFile& f) {
                std::vector<float> broken = v;
                broken[2] = std::nanf(""); // of the third component, which is read
                f.tensors[2] = storeFloats("V", {12, 12}, broken);
            }).contains("not finite"));
    QVERIFY(said([](StoredFile& f) {
                f.tensors[3] = storeFloats("coefficients", {1, 12}, std::vector<float>(12));
            }).contains("two members"));
    const std::uint64_t length = std::uint64_t(10) << 30;
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(&length), sizeof length)
        .write("{}", 2);
    QVERIFY(messageOf([&] { (void)readPublishedSpace(file, 5); }).startsWith("published.safetensors"));
}

QTEST_GUILESS_MAIN(TestLoraAdapter)
#include "tst_lora_adapter.moc"
