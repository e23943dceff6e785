// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/datasets/data_files.h"

#include "core/base/error.h"
#include "core/datasets/glyph_faces.h"
#include "core/datasets/glyph_raster.h"
#include "core/datasets/glyph_select.h"
#include "core/datasets/glyph_sources.h"
#include "core/datasets/glyphs.h"
#include "core/datasets/library.h"
#include "core/datasets/typefaces.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <numeric>

using namespace morphospace;

namespace {

namespace fs = std::filesystem;

/// Package fonts-dejavu-core, which packaging/packages.txt installs.
const fs::path dejavu = "/usr/share/fonts/truetype/dejavu";

Bytes readAll(const fs::path& file)
{
    return readMaybeGzip(file, std::size_t{64} << 20);
}

/// A font with the family name's first word, "DejaVu", replaced: another family to the program.
Bytes renamed(Bytes font, const std::string& word)
{
    const std::string old = "DejaVu";
    Bytes from;
    Bytes to;
    for (std::size_t i = 0; i < old.size(); ++i) {
        from.insert(from.end(), {0, static_cast<std::uint8_t>(old[i])}); // UTF-16, as names are
        to.insert(to.end(), {0, static_cast<std::uint8_t>(word[i])});
    }
    for (auto at = font.begin();;) {
        at = std::search(at, font.end(), from.begin(), from.end());
        if (at == font.end())
            return font;
        at = std::copy(to.begin(), to.end(), at);
    }
}

std::span<const std::uint8_t> cell(const GlyphFace& face, char character)
{
    return std::span(face.pixels)
        .subspan(glyphCharacters.find(character) * glyphImageBytes, glyphImageBytes);
}

int largestInRow(std::span<const std::uint8_t> image, int row)
{
    const auto from = image.begin() + row * glyphCell;
    return *std::max_element(from, from + glyphCell);
}

GlyphCandidate candidate(const std::string& family, const GlyphFace& face)
{
    GlyphCandidate result;
    result.face = face;
    result.face.family = family;
    result.small = halfSize(face.pixels);
    return result;
}

} // namespace

class GlyphsTest : public QObject {
    Q_OBJECT

private:
    GlyphFace m_sans;
    GlyphFace m_mono;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(fs::exists(dejavu / "DejaVuSans.ttf"),
                 "the package fonts-dejavu-core, listed in packaging/packages.txt, is missing");
        m_sans = drawFontFile(dejavu / "DejaVuSans.ttf").at(0);
        m_mono = drawFontFile(dejavu / "DejaVuSansMono.ttf").at(0);
        QCOMPARE(m_sans.problem, std::string());
        QCOMPARE(m_sans.family, std::string("DejaVu Sans"));
        QCOMPARE(m_sans.pixels.size(), glyphClasses * glyphImageBytes);
    }

    void capitalsStandOnTheBaseline_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file : {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf",
                                 "DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf"})
            QTest::newRow(file) << QString(file);
    }

    void capitalsStandOnTheBaseline()
    {
        QFETCH(QString, file);
        const GlyphFace face = drawFontFile(dejavu / file.toStdString()).at(0);
        QCOMPARE(face.problem, std::string());
        if (face.scale < 1)
            QSKIP("this face is wider than the cell and was made smaller as a whole");
        const auto image = cell(face, 'H');
        for (int row = 0; row < glyphCell; ++row) {
            const bool inside = row >= glyphBaseline - glyphCapHeight && row < glyphBaseline;
            // A stem may fall on the border of two columns, but then both are at least half ink;
            // nothing at all may be above or below.
            if (inside)
                QVERIFY2(largestInRow(image, row) >= 127, qPrintable(QString::number(row)));
            else
                QCOMPARE(largestInRow(image, row), 0);
        }
    }

    void inkIsCentredAndFull()
    {
        const auto image = cell(m_sans, 'H');
        std::array<int, glyphCell> columns{};
        for (std::size_t i = 0; i < glyphImageBytes; ++i)
            columns[i % glyphCell] += image[i];
        const auto weight = [&columns](int from, int to) {
            return std::accumulate(columns.begin() + from, columns.begin() + to, 0);
        };
        // H is its own mirror image, so both halves hold the same ink, up to rounding of pixels.
        const int left = weight(0, glyphCell / 2);
        const int right = weight(glyphCell / 2, glyphCell);
        QVERIFY2(std::abs(left - right) * 100 < left, qPrintable(QString::number(left - right)));
        QCOMPARE(int{*std::max_element(image.begin(), image.end())}, 255);
    }

    void descendersHangBelow()
    {
        QVERIFY(largestInRow(cell(m_sans, 'p'), glyphBaseline + 2) > 127);
        QCOMPARE(largestInRow(cell(m_sans, 'x'), glyphBaseline + 1), 0);
    }

    void drawingTwiceGivesTheSameBytes()
    {
        QVERIFY(drawFontFile(dejavu / "DejaVuSans.ttf").at(0).pixels == m_sans.pixels);
    }

    void whatIsNoFontIsToldApart_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::newRow("empty") << 0;
        QTest::newRow("a header") << 40;
        QTest::newRow("half a font") << 300000;
    }

    void whatIsNoFontIsToldApart()
    {
        QFETCH(int, bytes);
        QTemporaryDir folder;
        const auto file = fs::path(folder.path().toStdString()) / "broken.ttf";
        Bytes font = readAll(dejavu / "DejaVuSans.ttf");
        font.resize(static_cast<std::size_t>(bytes));
        writeBytes(file, font);
        const std::vector<GlyphFace> faces = drawFontFile(file);
        QCOMPARE(faces.size(), std::size_t{1});
        QVERIFY(!faces[0].problem.empty());
        QVERIFY(faces[0].pixels.empty());
    }

    void smallCapitalsAreSeen()
    {
        GlyphFace capitals = m_sans;
        const auto half = capitals.pixels.begin() + 26 * static_cast<int>(glyphImageBytes);
        std::copy(capitals.pixels.begin(), half, half);
        QCOMPARE(caseCorrelation(capitals.pixels), 1.0);
        QVERIFY(caseCorrelation(m_sans.pixels) < 0.6);
    }

    void mixedUpCharactersAreUnreadable()
    {
        GlyphFace mixed = m_mono;
        std::rotate(mixed.pixels.begin(),
                    mixed.pixels.begin() + 7 * static_cast<int>(glyphImageBytes),
                    mixed.pixels.end());
        const GlyphFace bold = drawFontFile(dejavu / "DejaVuSans-Bold.ttf").at(0);
        const GlyphFace serif = drawFontFile(dejavu / "DejaVuSerif.ttf").at(0);
        const std::array faces{candidate("A", m_sans), candidate("B", bold), candidate("C", m_mono),
                               candidate("D", serif), candidate("E", mixed)};
        const std::vector<double> shares = readability(faces);
        for (std::size_t i = 0; i < 4; ++i)
            QVERIFY2(shares[i] > 0.9, qPrintable(QString::number(shares[i])));
        QVERIFY2(shares[4] < 0.3, qPrintable(QString::number(shares[4])));
    }

    void twinsGoAndRelativesShareAGroup()
    {
        std::vector<GlyphCandidate> faces{candidate("Zeta One", m_sans), candidate("Alpha", m_sans),
                                          candidate("ZetaMono", m_mono), candidate("Beta", m_mono)};
        // Another face altogether, so that one group stays by itself.
        faces.push_back(candidate("Gamma", drawFontFile(dejavu / "DejaVuSerif-Bold.ttf").at(0)));
        const std::vector<GlyphCandidate> out = groupCandidates(faces, 0.02, 0.051);
        QCOMPARE(out.size(), std::size_t{2});
        QCOMPARE(out[0].face.problem, "is nearly the same as Zeta One " + m_sans.style);
        QCOMPARE(faces.size(), std::size_t{3});
        // Alpha is gone, but ties its name to Zeta; "zeta" and "zetamono" begin alike.
        QCOMPARE(faces[0].group, std::string("alpha"));
        QCOMPARE(faces[1].group, std::string("alpha"));
        QCOMPARE(faces[2].group, std::string("gamma"));
    }

    void sameFontsSameBytesWhereverTheyLie()
    {
        QTemporaryDir temporary;
        const fs::path root = temporary.path().toStdString();
        const std::array<std::array<std::string, 3>, 3> fonts{
            {{"DejaVuSans.ttf", "Abacus", "one"},
             {"DejaVuSansMono.ttf", "Lintel", "two"},
             {"DejaVuSerif.ttf", "Quarto", "three"}}};
        writeBytes(root / "list", [] {
            const std::string lines =
                "# a comment\none\t1.0\tOFL-1.1\ntwo\t2\tMIT\nthree\t3\tMIT\n";
            return Bytes(lines.begin(), lines.end());
        }());
        const auto render = [&](const std::string& name, bool backwards) {
            for (std::size_t i = 0; i < fonts.size(); ++i) {
                const auto& [file, word, package] = fonts[backwards ? fonts.size() - 1 - i : i];
                writeBytes(root / name / package / (backwards ? "deeper" : "") / file,
                           renamed(readAll(dejavu / file), word));
            }
            writeBytes(root / name / "unlisted" / "DejaVuSans.ttf",
                       readAll(dejavu / "DejaVuSans.ttf"));
            GlyphOptions options;
            options.fontFolders = {root / name};
            options.sources = root / "list";
            options.output = root / (name + " out");
            options.trainFaces = options.validationFaces = options.testFaces = 1;
            return renderGlyphs(options);
        };
        const GlyphReport report = render("first", false);
        (void)render("second", true);
        QCOMPARE(report.sets.size(), std::size_t{3});
        for (const GlyphSetReport& set : report.sets)
            QCOMPARE(set.images, glyphClasses);
        QCOMPARE(report.leftOut.size(), std::size_t{1});
        QCOMPARE(report.leftOut[0].reason, std::string("no licence is listed for its package"));

        int files = 0;
        for (const auto& entry : fs::directory_iterator(root / "first out")) {
            ++files;
            const fs::path other = root / "second out" / entry.path().filename();
            QCOMPARE(fs::file_size(entry.path()), fs::file_size(other));
            QVERIFY2(readAll(entry.path()) == readAll(other), entry.path().filename().c_str());
        }
        QCOMPARE(files, 8);

        // What was written reads back, with each image where the order says.
        const auto test = loadImageSet("glyphs", Split::Test, root / "first out");
        const auto face = readGlyphFaces(root / "first out" / "faces.json", "test").at(0);
        const auto found = std::find_if(fonts.begin(), fonts.end(), [&face](const auto& font) {
            return face.family.starts_with(font[1]);
        });
        QVERIFY(found != fonts.end());
        QCOMPARE(face.package, (*found)[2]);
        const GlyphFace drawn = drawFontFile(dejavu / (*found)[0]).at(0);
        QVERIFY(test->pixels == drawn.pixels); // one face: the characters in their order
        QCOMPARE(test->clusters, std::vector<std::uint16_t>(glyphClasses, 0));
    }

    void fontsSayWhatTheyAre_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("weight");
        QTest::addColumn<bool>("monospace");
        QTest::addColumn<bool>("serif");
        QTest::newRow("sans") << "DejaVuSans.ttf" << 400 << false << false;
        QTest::newRow("sans bold") << "DejaVuSans-Bold.ttf" << 700 << false << false;
        QTest::newRow("mono") << "DejaVuSansMono.ttf" << 400 << true << false;
        QTest::newRow("serif") << "DejaVuSerif.ttf" << 400 << false << true;
    }
    void fontsSayWhatTheyAre()
    {
        QFETCH(QString, file);
        QFETCH(int, weight);
        QFETCH(bool, monospace);
        QFETCH(bool, serif);
        const FontLabels labels = drawFontFile(dejavu / file.toStdString()).at(0).labels;
        QCOMPARE(labels.weight, std::optional<int>(weight));
        QCOMPARE(labels.width, std::optional<int>(5));
        QCOMPARE(labels.italic, std::optional<bool>(false));
        QCOMPARE(labels.angle, std::optional<double>(0));
        QCOMPARE(labels.monospace, std::optional<bool>(monospace));
        QCOMPARE(labels.serif, std::optional<bool>(serif));
        QCOMPARE(fontLabelsFromJson(toJson(labels)), labels);
    }

    void badLabelsAreErrors_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {R"([])", R"({"weight":0})", R"({"weight":"bold"})",
                                 R"({"width":12})", R"({"italic":1})", R"({"angle":120})",
                                 R"({"serif":"yes"})"})
            QTest::newRow(text) << text;
    }
    void badLabelsAreErrors()
    {
        QFETCH(QString, text);
        QVERIFY_THROWS_EXCEPTION(
            Error, (void)fontLabelsFromJson(nlohmann::json::parse(text.toStdString())));
    }

    void tooFewFamiliesAreRefused()
    {
        QTemporaryDir temporary;
        GlyphOptions options;
        options.fontFolders = {dejavu};
        options.output = temporary.path().toStdString();
        QVERIFY_THROWS_EXCEPTION(Error, renderGlyphs(options));
    }

    void smallFoldersAreEnoughForAZoo()
    {
        QTemporaryDir temporary;
        GlyphOptions options;
        options.fontFolders = {dejavu};
        options.output = temporary.path().toStdString();
        options.needsHeldOut = false;
        const GlyphReport report = renderGlyphs(options);
        QVERIFY(report.sets[0].faces > 0);
        QVERIFY(8 * report.sets[1].faces <= report.sets[0].faces + report.sets[1].faces
                    + report.sets[2].faces);
        QCOMPARE(readTypefaces(Split::Train, options.output).size(), report.sets[0].faces);
        // And where there must be more, the words say of what.
        options.needsHeldOut = true;
        try {
            (void)renderGlyphs(options);
            QFAIL("nothing was thrown");
        } catch (const Error& error) {
            QVERIFY(QByteArray(error.what()).contains("expected"));
        }
    }

    void sourcesAreChecked_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("two columns") << QByteArray("package\t1.0");
        QTest::newRow("four columns") << QByteArray("package\t1.0\tMIT\tyes");
        QTest::newRow("no licence") << QByteArray("package\t1.0\t");
        QTest::newRow("no package") << QByteArray("\t1.0\tMIT");
        QTest::newRow("too long") << "package\t1.0\t" + QByteArray(1000, 'x');
    }

    void sourcesAreChecked()
    {
        QFETCH(QByteArray, line);
        QTemporaryDir temporary;
        const fs::path file = fs::path(temporary.path().toStdString()) / "list";
        const QByteArray text = "good\t1\tMIT\n" + line + "\n";
        writeBytes(file, Bytes(text.begin(), text.end()));
        try {
            (void)readGlyphSources(file);
            QFAIL("nothing was thrown");
        } catch (const Error& error) {
            QVERIFY(QString::fromUtf8(error.what()).startsWith("list: at line 2: "));
        }
    }
};

QTEST_APPLESS_MAIN(GlyphsTest)
#include "tst_glyphs.moc"
