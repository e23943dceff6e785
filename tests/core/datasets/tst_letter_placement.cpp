// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures of letters, drawn large with FreeType and placed in the cell, against what the data set's own
// renderer draws of the same font.
#include "core/base/error.h"
#include "core/datasets/letter_placement.h"
#include "core/datasets/library.h"

#include <QTest>

#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <cmath>
#include <random>

using namespace morphospace;

namespace {

namespace fs = std::filesystem;
const fs::path dejavu = "/usr/share/fonts/truetype/dejavu";
constexpr int photoHeight = 200;   // pixels of an em

/// A letter as FreeType draws it at 200 pixels an em, black on white, with paper around.
GreyPicture photo(const fs::path& file, char character, int margin = 40)
{
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    GreyPicture picture;
    if (FT_Init_FreeType(&library) != 0 || FT_New_Face(library, file.c_str(), 0, &face) != 0
        || FT_Set_Pixel_Sizes(face, 0, photoHeight) != 0
        || FT_Load_Char(face, FT_ULong(character), FT_LOAD_RENDER | FT_LOAD_NO_HINTING) != 0)
        qFatal("FreeType does not draw %s", file.c_str());
    const FT_Bitmap& bitmap = face->glyph->bitmap;
    picture.width = int(bitmap.width) + 2 * margin;
    picture.height = int(bitmap.rows) + 2 * margin;
    picture.pixels.assign(std::size_t(picture.width) * std::size_t(picture.height), 255);
    for (unsigned y = 0; y < bitmap.rows; ++y) {
        for (unsigned x = 0; x < bitmap.width; ++x)
            picture.pixels[(y + unsigned(margin)) * unsigned(picture.width) + x + unsigned(margin)] =
                std::uint8_t(255 - bitmap.buffer[y * unsigned(bitmap.pitch) + x]);
    }
    FT_Done_Face(face);
    FT_Done_FreeType(library);
    return picture;
}

std::span<const std::uint8_t> cellOf(const GlyphFace& face, char character)
{
    return std::span(face.pixels)
        .subspan(glyphCharacters.find(character) * glyphImageBytes, glyphImageBytes);
}

double inkOf(std::span<const std::uint8_t> cell)
{
    double sum = 0;
    for (const std::uint8_t v : cell)
        sum += v / 255.0;
    return sum;
}

/// First and last column with ink, with fractions as inkExtent() has them for rows.
LetterExtent columnsOf(std::span<const std::uint8_t> cell)
{
    LetterCell turned{};
    for (int y = 0; y < glyphCell; ++y) {
        for (int x = 0; x < glyphCell; ++x)
            turned[std::size_t(x * glyphCell + y)] = cell[std::size_t(y * glyphCell + x)];
    }
    return inkExtent(turned);
}

double rms(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::pow((a[i] - b[i]) / 255.0, 2);
    return std::sqrt(sum / double(a.size()));
}

template<typename Call>
std::string errorOf(Call call)
{
    try {
        call();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

} // namespace

class LetterPlacementTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(fs::exists(dejavu / "DejaVuSans.ttf"),
                 "the package fonts-dejavu-core, listed in packaging/packages.txt, is missing");
    }

    void theTableIsTheMedianOfTheData()
    {
        const auto images = loadImageSet("glyphs", Split::Train);
        std::array<std::vector<double>, glyphClasses> tops, bottoms;
        for (std::size_t i = 0; i < images->size(); ++i) {
            const LetterExtent extent = inkExtent(images->image(i));
            tops[images->labels[i]].push_back(extent.top);
            bottoms[images->labels[i]].push_back(extent.bottom);
        }
        const auto median = [](std::vector<double>& values) {
            std::sort(values.begin(), values.end());
            const std::size_t half = values.size() / 2;
            return values.size() % 2 != 0 ? values[half] : (values[half - 1] + values[half]) / 2;
        };
        for (std::size_t c = 0; c < glyphClasses; ++c) {
            const LetterExtent usual = usualExtent(glyphCharacters[c]);
            // The table has two decimals.
            const double top = median(tops[c]);
            const double bottom = median(bottoms[c]);
            QVERIFY2(std::abs(top - usual.top) < 0.0051 && std::abs(bottom - usual.bottom) < 0.0051,
                     qPrintable(QStringLiteral("%1: %2 to %3")
                                    .arg(QLatin1Char(glyphCharacters[c]))
                                    .arg(top)
                                    .arg(bottom)));
        }
    }

    void lettersLandWhereTheDataHasThem_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("characters");
        QTest::addColumn<double>("upright");   // rows
        QTest::addColumn<double>("across");    // columns
        QTest::addColumn<double>("difference");
        // Capitals have one height in every face, but for what points and curves overshoot. The heights of small letters are each face's own:
        // DejaVu's are 0.86 of a row taller than most, and what is scaled by it gets as much narrower.
        for (const char* file : {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf",
                                 "DejaVuSerif.ttf"}) {
            QTest::newRow(qPrintable(QStringLiteral("%1, capitals").arg(QLatin1String(file))))
                << QString(file) << QString("ABCDEFGHIKLMNOPRSTUVXYZ") << 0.45 << 0.6 << 0.09;
            QTest::newRow(qPrintable(QStringLiteral("%1, small").arg(QLatin1String(file))))
                << QString(file) << QString("abcdefghijklmnopqrstuvwxyz") << 1.35 << 1.6 << 0.24;
        }
    }

    void lettersLandWhereTheDataHasThem()
    {
        QFETCH(QString, file);
        QFETCH(QString, characters);
        QFETCH(double, upright);
        QFETCH(double, across);
        QFETCH(double, difference);
        const GlyphFace face = drawFontFile(dejavu / file.toStdString(), 0.3).at(0);
        QCOMPARE(face.problem, std::string());
        double mean = 0;
        for (const QChar c : characters) {
            const char character = c.toLatin1();
            const LetterCell placed =
                placeLetter(findInk(photo(dejavu / file.toStdString(), character), "photo.png"),
                            character, face.scale);
            const auto wanted = cellOf(face, character);
            const LetterExtent rows = inkExtent(placed), rowsWanted = inkExtent(wanted);
            const LetterExtent columns = columnsOf(placed), columnsWanted = columnsOf(wanted);
            const double off =
                std::max(std::abs(rows.top - rowsWanted.top), std::abs(rows.bottom - rowsWanted.bottom));
            const double aside = std::max(std::abs(columns.top - columnsWanted.top),
                                          std::abs(columns.bottom - columnsWanted.bottom));
            const double far = rms(placed, wanted);
            mean += far / double(characters.size());
            QVERIFY2(off < upright && aside < across && far < difference,
                     qPrintable(QStringLiteral("%1: %2 rows, %3 columns, rms %4")
                                    .arg(c)
                                    .arg(off)
                                    .arg(aside)
                                    .arg(far)));
        }
        qInfo("mean rms %.3f", mean);
    }

    void aPictureMayBeAnyhowLit_data()
    {
        QTest::addColumn<int>("paper");
        QTest::addColumn<int>("ink");
        QTest::addColumn<double>("slope");    // of brightness, from left to right over the picture
        QTest::addColumn<double>("noise");
        QTest::addColumn<bool>("inverted");
        QTest::newRow("black on white") << 255 << 0 << 0.0 << 0.0 << false;
        QTest::newRow("white on black") << 0 << 255 << 0.0 << 0.0 << true;
        QTest::newRow("pencil") << 220 << 150 << 0.0 << 4.0 << false;
        QTest::newRow("light from one side") << 150 << 60 << 90.0 << 4.0 << false;
        QTest::newRow("chalk, light from one side") << 70 << 170 << 60.0 << 4.0 << true;
    }

    void aPictureMayBeAnyhowLit()
    {
        QFETCH(int, paper);
        QFETCH(int, ink);
        QFETCH(double, slope);
        QFETCH(double, noise);
        QFETCH(bool, inverted);
        std::mt19937 random(5);
        std::normal_distribution<double> grain(0, std::max(noise, 1e-9));
        for (const char character : std::string_view("RagM")) {
            const GreyPicture clean = photo(dejavu / "DejaVuSerif.ttf", character);
            GreyPicture picture = clean;
            for (int y = 0; y < picture.height; ++y) {
                for (int x = 0; x < picture.width; ++x) {
                    auto& v = picture.pixels[std::size_t(y * picture.width + x)];
                    const double part = v / 255.0;
                    const double light = slope * (double(x) / picture.width - 0.5);
                    v = std::uint8_t(std::clamp(part * paper + (1 - part) * ink + light + grain(random),
                                                0.0, 255.0));
                }
            }
            const InkPicture found = findInk(picture, "photo.png");
            QCOMPARE(found.wasInverted, inverted);
            const LetterCell cell = placeLetter(found, character);
            const LetterCell wanted = placeLetter(findInk(clean, "clean.png"), character);
            // Noise moves edges by parts of a pixel; what was lost or gained would be far more.
            QVERIFY2(rms(cell, wanted) < 0.06,
                     qPrintable(QStringLiteral("%1: %2").arg(QLatin1Char(character)).arg(rms(cell, wanted))));
            QVERIFY(std::abs(inkOf(cell) / inkOf(wanted) - 1) < 0.1);
        }
    }

    void dotsStayAndSpecksGo()
    {
        const GreyPicture clean = photo(dejavu / "DejaVuSans.ttf", 'i');
        const LetterCell wanted = placeLetter(findInk(clean, "i.png"), 'i');
        GreyPicture dirty = clean;
        // Specks of two pixels, and the dark edge of the table along one side.
        for (const auto& [x, y] : {std::pair{5, 7}, {dirty.width - 9, 12}, {8, dirty.height - 10}}) {
            for (int v = 0; v < 2; ++v)
                dirty.pixels[std::size_t((y + v) * dirty.width + x)] = 20;
        }
        for (int y = 0; y < dirty.height; ++y) {
            for (int x = 0; x < 3; ++x)
                dirty.pixels[std::size_t(y * dirty.width + x)] = 30;
        }
        QVERIFY(rms(placeLetter(findInk(dirty, "i.png"), 'i'), wanted) < 0.02);
        // The dot is there: ink, then none, then ink down the middle.
        int changes = 0;
        bool before = false;
        for (int y = 0; y < glyphCell; ++y) {
            const bool now = wanted[std::size_t(y * glyphCell + glyphCell / 2)] > 100;
            changes += now != before ? 1 : 0;
            before = now;
        }
        QCOMPARE(changes, 4);
    }

    void cutCloseIsAsGood()
    {
        for (const char character : std::string_view("EHoM")) {
            const LetterCell wide = placeLetter(findInk(photo(dejavu / "DejaVuSans-Bold.ttf", character), "w"),
                                                character);
            const LetterCell close =
                placeLetter(findInk(photo(dejavu / "DejaVuSans-Bold.ttf", character, 0), "c"), character);
            QVERIFY2(rms(wide, close) < 0.03, qPrintable(QString::number(rms(wide, close))));
        }
    }

    void sizeAndHeightAreChangedFromTheBaseline()
    {
        const InkPicture ink = findInk(photo(dejavu / "DejaVuSans.ttf", 'H'), "H.png");
        const LetterExtent half = inkExtent(placeLetter(ink, 'H', 0.5));
        QVERIFY(std::abs(half.bottom - 21) < 0.2);
        QVERIFY(std::abs(half.top - 12.5) < 0.3);
        const LetterExtent up = inkExtent(placeLetter(ink, 'H', 1, 2));
        QVERIFY(std::abs(up.bottom - 19) < 0.2);
        QVERIFY(std::abs(up.top - 2) < 0.3);
    }

    void wideLettersAreMadeSmaller()
    {
        GreyPicture dash;
        dash.width = 400;
        dash.height = 60;
        dash.pixels.assign(24000, 255);
        for (int y = 20; y < 40; ++y)
            std::fill_n(dash.pixels.begin() + y * 400 + 20, 360, std::uint8_t(0));
        const LetterCell cell = placeLetter(findInk(dash, "dash.png"), 'H');
        const LetterExtent columns = columnsOf(cell);
        QVERIFY(columns.top >= 0 && columns.bottom <= 28);
        QVERIFY(columns.bottom - columns.top > 27);
        QVERIFY(std::abs(inkExtent(cell).bottom - 21) < 0.3);
    }

    void badPicturesSayWhatIsWrong_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << 0 << 0 << 0 << "expected at least 4 x 4";
        QTest::newRow("tiny") << 2 << 90 << 0 << "expected at least 4 x 4";
        QTest::newRow("blank") << 60 << 60 << 0 << "no letter stands out";
        QTest::newRow("noise alone") << 80 << 80 << 1 << "no letter stands out";
        QTest::newRow("faint") << 80 << 80 << 2 << "no letter stands out";
        QTest::newRow("all ink") << 80 << 80 << 3 << "expected one letter with some paper";
    }

    void badPicturesSayWhatIsWrong()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, kind);
        QFETCH(QString, says);
        GreyPicture picture{width, height, std::vector<std::uint8_t>(std::size_t(width * height), 200)};
        std::mt19937 random(9);
        std::normal_distribution<double> grain(200, 8);
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                auto& v = picture.pixels[std::size_t(y * width + x)];
                const bool inside = x > width / 3 && x < width / 2 && y > height / 4 && y < height / 2;
                const bool edge = x < 2 || y < 2 || x >= width - 2 || y >= height - 2;
                if (kind == 1)
                    v = std::uint8_t(std::clamp(grain(random), 0.0, 255.0));
                else if (kind == 2 && inside)
                    v = 190;
                else if (kind == 3)
                    v = edge ? 255 : 10;
            }
        }
        const std::string error = errorOf([&] { (void)findInk(picture, "letter.png"); });
        QVERIFY2(error.starts_with("letter.png: "), error.c_str());
        QVERIFY2(error.find(says.toStdString()) != std::string::npos, error.c_str());
    }

    void otherCharactersAreRefused()
    {
        QVERIFY(errorOf([] { (void)usualExtent('!'); }).find("expected one of A to Z") != std::string::npos);
        InkPicture nothing;
        QVERIFY(errorOf([&] { (void)placeLetter(nothing, 'a'); }).find("no ink") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(LetterPlacementTest)
#include "tst_letter_placement.moc"
