// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/formats/safetensors.h"
#include "core/manifold/generator.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <torch/types.h>
#include <torch/utils.h>

using namespace morphospace;

namespace {

std::shared_ptr<Manifold> example(const char* kind = "grid")
{
    const Family family = resNet({3, 4, 5}, {1, 2, 1}, 1, 28, 3, 2);
    GeneratorSettings settings;
    settings.kind = kind;
    settings.hidden = 8;
    settings.rank = 2;
    auto manifold = std::make_shared<Manifold>(
        family, InputScaling{{0.25F}, {0.5F}},
        makeGenerator(family, settings, initialSlots(units(family, family.full), 1), 2));
    manifold->title = "Ex\u00e4mple";
    manifold->dataset = "glyphs";
    manifold->classNames = {"A", "B", "\u00df"};
    manifold->trained = {{{1, 1, 1}, {1, 1, 1}}, family.full};
    manifold->command = "morphospace-cli train";
    manifold->seed = 18446744073709551615ULL;
    manifold->numbers["total variation"] = 0.1;
    Measurement measurement;
    measurement.configuration = {{3, 4, 5}, {1, 1, 1}};
    measurement.images = 7;
    measurement.correct = 3;
    measurement.low = 0.1;
    measurement.high = 0.9;
    measurement.source = "manifold";
    manifold->recorded = {measurement};
    return manifold;
}

std::string failureOf(const std::filesystem::path& file)
{
    try {
        (void)readManifold(file);
    } catch (const Error& error) {
        return error.what();
    }
    return "no failure";
}

} // namespace

class TestManifoldFile : public QObject {
    Q_OBJECT

private:
    std::filesystem::path path(const char* name)
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void roundTrip_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"grid", "separable", "mlp"})
            QTest::addRow("%s", kind) << kind;
    }

    void roundTrip()
    {
        QFETCH(QString, kind);
        const auto manifold = example(qPrintable(kind));
        writeManifold(*manifold, path("a.manifold"));
        QCOMPARE(manifold->hash, sha256OfFile(path("a.manifold")));
        const auto again = readManifold(path("a.manifold"));
        QCOMPARE(again->hash, manifold->hash);
        QVERIFY(again->family() == manifold->family());
        QCOMPARE(again->title, manifold->title);
        QCOMPARE(again->classNames, manifold->classNames);
        QCOMPARE(again->seed, manifold->seed);
        QCOMPARE(again->numbers, manifold->numbers);
        QCOMPARE(again->recorded.size(), std::size_t(1));
        QCOMPARE(again->recorded[0].correct, std::int64_t(3));
        QCOMPARE(again->generatorParameters(), manifold->generatorParameters());
        const Configuration size{{2, 3, 4}, manifold->family().full.depths};
        QCOMPARE(sampleNetwork(*again, size).hash(), sampleNetwork(*manifold, size).hash());
        // Saving what was read gives the same bytes.
        writeManifold(*again, path("b.manifold"));
        QCOMPARE(again->hash, manifold->hash);
    }

    void badFilesAreNamed_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("words");
        QTest::addRow("missing") << "missing" << "does not exist";
        QTest::addRow("truncated") << "truncated" << "bad.manifold";
        QTest::addRow("text") << "text" << "bad.manifold";
        QTest::addRow("other safetensors") << "other" << "not a weight manifold";
        QTest::addRow("newer") << "newer" << "version";
        QTest::addRow("tensor gone") << "tensor gone" << "is missing";
        QTest::addRow("shape") << "shape" << "another shape";
        QTest::addRow("not finite") << "not finite" << "not finite";
        QTest::addRow("classes") << "classes" << "class_names";
        QTest::addRow("field gone") << "\"trained\""
                                    << "'trained' of the manifold is missing";
        QTest::addRow("field of another type") << "\"seed\":"
                                               << "whole number";
        QTest::addRow("size of another type") << "\"image_size\":"
                                              << "'image_size' of the family";
        QTest::addRow("number too large") << "\"deviation\":["
                                          << "too large";
        QTest::addRow("no JSON") << "{"
                                 << "not JSON";
    }

    void badFilesAreNamed()
    {
        QFETCH(QString, kind);
        QFETCH(QString, words);
        const std::filesystem::path file = path("bad.manifold");
        std::filesystem::remove(file);
        const auto manifold = example();
        if (kind == "classes")
            manifold->classNames.pop_back();
        writeManifold(*manifold, file);
        StoredFile stored = readSafetensors(file);
        if (kind == "missing") {
            std::filesystem::remove(file);
        } else if (kind == "truncated") {
            std::filesystem::resize_file(file, std::filesystem::file_size(file) - 5);
        } else if (kind == "text") {
            QFile text(QString::fromStdString(file.string()));
            QVERIFY(text.open(QIODevice::WriteOnly));
            text.write("this is a letter to a friend, not a manifold");
        } else if (kind != "classes") {
            if (kind == "other")
                stored.metadata.clear();
            if (kind == "newer")
                stored.metadata["format_version"] = "2";
            if (kind == "tensor gone")
                stored.tensors.pop_back();
            if (kind == "shape")
                stored.tensors[0].shape = {1, std::int64_t(stored.tensors[0].bytes.size() / 4)};
            // What the text in quotes is replaced by is no longer what is expected there.
            if (std::string& about = stored.metadata["manifold"];
                kind.contains('"') || kind == "{") {
                const std::string text = kind.toStdString();
                const std::size_t at = about.find(text);
                QVERIFY(at != std::string::npos);
                if (kind.endsWith(':'))
                    about.insert(at + text.size(), "\"x\",\"y\":");
                else if (kind.endsWith('['))
                    about.insert(at + text.size(), "1e9999,");
                else
                    about.replace(at, text.size(), kind == "{" ? "[" : "\"x\"");
            }
            if (kind == "not finite") {
                const float bad = std::numeric_limits<float>::quiet_NaN();
                std::memcpy(stored.tensors[0].bytes.data(), &bad, sizeof bad);
            }
            writeSafetensors(file, stored);
        }
        const std::string failure = failureOf(file);
        QVERIFY2(QString::fromStdString(failure).contains(words), failure.c_str());
        QVERIFY2(QString::fromStdString(failure).contains("bad.manifold"), failure.c_str());
        QVERIFY2(!QString::fromStdString(failure).contains(m_folder.path()), failure.c_str());
        QVERIFY2(!QString::fromStdString(failure).contains("json.exception"), failure.c_str());
    }
};

QTEST_APPLESS_MAIN(TestManifoldFile)
#include "tst_manifold_file.moc"
