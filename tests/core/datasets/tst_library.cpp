// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/datasets/data_files.h"

#include "core/base/error.h"
#include "core/datasets/glyph_faces.h"
#include "core/datasets/glyph_raster.h"
#include "core/datasets/glyphs.h"
#include "core/datasets/library.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

using namespace morphospace;

namespace {

const std::filesystem::path bundled =
    std::filesystem::path(MORPHOSPACE_SOURCE_DIR) / "resources" / "glyphs";

QString loadMessage(const char* dataset, Split split, const std::filesystem::path& folder)
{
    try {
        (void)loadImageSet(dataset, split, folder);
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return QStringLiteral("nothing was thrown");
}

} // namespace

class LibraryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bundledGlyphsAreWhatTheyWere_data()
    {
        QTest::addColumn<int>("split");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("faces");
        QTest::addColumn<int>("groups");
        QTest::addColumn<QString>("hash");
        QTest::newRow("train") << int(Split::Train) << "Glyphs (train)" << 968 << 68
            << "f46719f3234c35fca2802f5bc3537db41d7718d9e644801dee2c7c048cf453cb";
        QTest::newRow("validation") << int(Split::Validation) << "Glyphs (validation)" << 129 << 51
            << "a115832adb7881d7ee2bd5fbd719412ecf6e817921baf1ada423fa3fabe5fdbf";
        QTest::newRow("test") << int(Split::Test) << "Glyphs (test)" << 161 << 62
            << "b2beb0bd04764530d9a0a590f65351f81fc0a1be4d0361ef30ac6323b3cedd76";
    }

    void bundledGlyphsAreWhatTheyWere()
    {
        QFETCH(int, split);
        QFETCH(QString, name);
        QFETCH(int, faces);
        QFETCH(int, groups);
        QFETCH(QString, hash);
        qputenv("MORPHOSPACE_RESOURCES", MORPHOSPACE_SOURCE_DIR "/resources");
        const auto set = loadImageSet("glyphs", static_cast<Split>(split));
        QCOMPARE(QString::fromStdString(set->name), name);
        QCOMPARE(set->size(), static_cast<std::size_t>(faces) * glyphClasses);
        QCOMPARE(set->width, 28);
        QCOMPARE(QString::fromStdString(set->hash), hash);
        QCOMPARE(set->classNames[26], std::string("a"));
        // Every face shows every character once.
        for (int label = 0; label < int(glyphClasses); ++label)
            QCOMPARE(int(std::count(set->labels.begin(), set->labels.end(), label)), faces);
        QCOMPARE(set->clusters.size(), set->size());
        QCOMPARE(int(std::set(set->clusters.begin(), set->clusters.end()).size()), groups);
    }

    void noFamilyOrGroupIsInTwoSets()
    {
        std::set<std::string> seen;
        for (const char* name : {"train", "validation", "test"}) {
            std::set<std::string> here;
            for (const GlyphFaceEntry& face : readGlyphFaces(bundled / "faces.json", name)) {
                here.insert("family " + face.family);
                here.insert("group " + face.group);
                QVERIFY2(!face.licence.empty(), face.family.c_str());
            }
            for (const std::string& entry : here)
                QVERIFY2(seen.insert(entry).second, entry.c_str());
        }
    }

    void anyStretchOfImagesHasEveryFaceOnce()
    {
        constexpr std::size_t faces = 5;
        std::set<std::pair<std::size_t, std::size_t>> shown;
        for (std::size_t i = 0; i < faces * glyphClasses; ++i)
            shown.emplace(i % faces, glyphLabel(i, faces));
        QCOMPARE(shown.size(), faces * glyphClasses);
    }

    void facesOfOtherImagesAreRefused()
    {
        try {
            (void)readGlyphClusters(bundled / "faces.json", "test", 9981);
            QFAIL("nothing was thrown");
        } catch (const Error& error) {
            QCOMPARE(QString::fromUtf8(error.what()),
                     QStringLiteral("faces.json: at \"test\": describes 161 faces of 62 images; "
                                    "expected 9981 images, as in the images file beside it"));
        }
    }

    void strangeFacesFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no JSON") << QByteArray("\x89PNG");
        QTest::newRow("a list") << QByteArray("[1, 2]");
        QTest::newRow("another format") << QByteArray("{\"format\": \"x\", \"version\": 1}");
        QTest::newRow("newer")
            << QByteArray("{\"format\": \"morphospace-glyphs\", \"version\": 2}");
        QTest::newRow("no such set")
            << QByteArray("{\"format\": \"morphospace-glyphs\", \"version\": 1, \"sets\": {}}");
        QTest::newRow("wrong type") << QByteArray(
            "{\"format\": \"morphospace-glyphs\", \"version\": 1, \"sets\": {\"test\": [7]}}");
    }

    void strangeFacesFilesAreRefused()
    {
        QFETCH(QByteArray, content);
        QTemporaryDir folder;
        const auto file = std::filesystem::path(folder.path().toStdString()) / "faces.json";
        writeBytes(file, Bytes(content.begin(), content.end()));
        QVERIFY_THROWS_EXCEPTION(Error, (void)readGlyphFaces(file, "test"));
    }

    void validationIsTheEndOfTraining_data()
    {
        QTest::addColumn<QString>("below");
        QTest::addColumn<bool>("gzip");
        QTest::newRow("in the folder") << "" << false;
        QTest::newRow("in the folder, packed") << "" << true;
        QTest::newRow("in mnist") << "mnist" << true;
    }

    void validationIsTheEndOfTraining()
    {
        QFETCH(QString, below);
        QFETCH(bool, gzip);
        QTemporaryDir temporary;
        const std::filesystem::path folder = temporary.path().toStdString();
        const auto write = [&](const std::string& name, const Bytes& bytes) {
            writeBytes(folder / below.toStdString() / (gzip ? name + ".gz" : name),
                       gzip ? packed(bytes) : bytes);
        };
        write("train-images-idx3-ubyte", idxImages(5003, 1, 2));
        write("train-labels-idx1-ubyte", idxLabels(5003));
        write("t10k-images-idx3-ubyte", idxImages(4, 1, 2));
        write("t10k-labels-idx1-ubyte", idxLabels(4));
        const auto train = loadImageSet("mnist", Split::Train, folder);
        const auto validation = loadImageSet("mnist", Split::Validation, folder);
        const auto test = loadImageSet("mnist", Split::Test, folder);
        QCOMPARE(train->size(), std::size_t{3});
        QCOMPARE(validation->size(), std::size_t{5000});
        QCOMPARE(test->size(), std::size_t{4});
        QCOMPARE(int{train->image(2)[0]}, 4);
        QCOMPARE(int{validation->image(0)[0]}, 6);
        QCOMPARE(int{validation->labels[0]}, 3);
        QVERIFY(train->hash != validation->hash);
        QCOMPARE(QString::fromStdString(validation->name), QStringLiteral("MNIST (validation)"));
    }

    void cifarBatchesFollowOneAnother()
    {
        QTemporaryDir temporary;
        const std::filesystem::path folder = temporary.path().toStdString();
        for (int batch = 1; batch <= 5; ++batch)
            writeBytes(folder / "cifar-10-batches-bin"
                           / ("data_batch_" + std::to_string(batch) + ".bin"),
                       cifarRecords(1001, 1, static_cast<std::size_t>(batch)));
        const auto train = loadImageSet("cifar10", Split::Train, folder);
        QCOMPARE(train->size(), std::size_t{5});
        QCOMPARE(int{train->labels[0]}, 1);
        const auto validation = loadImageSet("cifar10", Split::Validation, folder);
        QCOMPARE(validation->size(), std::size_t{5000});
        QCOMPARE(int{validation->labels[4999]}, (5 + 1000) % 10);
        QVERIFY(loadMessage("cifar10", Split::Test, folder).contains("\"test_batch.bin\""));
    }

    void missingFilesAreNamed()
    {
        QTemporaryDir temporary;
        const auto folder = std::filesystem::path(temporary.path().toStdString()) / "pictures";
        writeBytes(folder / "train-images-idx3-ubyte", idxImages(1, 1, 1));
        QCOMPARE(loadMessage("mnist", Split::Train, folder),
                 QStringLiteral("MNIST: \"train-labels-idx1-ubyte\" (or "
                                "\"train-labels-idx1-ubyte.gz\") is neither in the folder "
                                "\"pictures\" nor below it in \"mnist\", \"MNIST/raw\"; its owners "
                                "publish it at http://yann.lecun.com/exdb/mnist"));
        QVERIFY(loadMessage("mnist", Split::Test, {}).startsWith("MNIST is not part of this"));
        QCOMPARE(loadMessage("imagenet", Split::Test, folder),
                 QStringLiteral("there is no data set \"imagenet\"; expected one of \"glyphs\", "
                                "\"mnist\", \"fashion-mnist\", \"cifar10\", \"cifar100\""));
    }

    void tooFewImagesToHoldOut()
    {
        QTemporaryDir temporary;
        const std::filesystem::path folder = temporary.path().toStdString();
        writeBytes(folder / "train-images-idx3-ubyte", idxImages(5000, 1, 1));
        writeBytes(folder / "train-labels-idx1-ubyte", idxLabels(5000));
        QVERIFY(loadMessage("fashion-mnist", Split::Train, folder).contains("hold 5000 images"));
    }
};

QTEST_APPLESS_MAIN(LibraryTest)
#include "tst_library.moc"
