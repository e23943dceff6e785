// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datasets/glyph_raster.h"
#include "core/datasets/typefaces.h"
#include "core/diffusion/letter_cleaning.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <numeric>

using namespace morphospace;

namespace {

constexpr int n = int(glyphCell);
using Letter = std::array<std::uint8_t, glyphImageBytes>;

void fill(Letter& letter, int left, int top, int width, int height, int ink)
{
    for (int y = top; y < top + height; ++y) {
        for (int x = left; x < left + width; ++x)
            letter[std::size_t(y * n + x)] = static_cast<std::uint8_t>(ink);
    }
}

/// An upright of 3 x 18 with grey edges.
Letter stem(int ink)
{
    Letter letter{};
    fill(letter, 11, 5, 5, 18, ink / 3);
    fill(letter, 12, 5, 3, 18, ink);
    return letter;
}

Letter cleaned(Letter letter)
{
    cleanLetters(letter);
    return letter;
}

int inkOf(const Letter& letter)
{
    return std::accumulate(letter.begin(), letter.end(), 0);
}

} // namespace

class TestLetterCleaning : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void speckleGoes_data();
    void speckleGoes();
    void truePartsStay_data();
    void truePartsStay();
    void everyLetterByItself();
    void lettersOfFontsStay();
};

void TestLetterCleaning::speckleGoes_data()
{
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("top");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("ink");
    QTest::addRow("a faint dot") << 3 << 8 << 1 << 1 << 20;
    QTest::addRow("a dot of ink 80") << 22 << 12 << 1 << 1 << 80;
    QTest::addRow("a grey island") << 4 << 15 << 3 << 3 << 85;
    QTest::addRow("a dark single pixel") << 20 << 20 << 1 << 1 << 110;
    QTest::addRow("in the corner") << 27 << 27 << 1 << 1 << 60;
    QTest::addRow("haze from the stem outwards") << 17 << 10 << 8 << 2 << 30;
    QTest::addRow("a short spur beyond the edge") << 17 << 10 << 2 << 1 << 70;
}

void TestLetterCleaning::speckleGoes()
{
    QFETCH(int, left);
    QFETCH(int, top);
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, ink);
    const Letter plain = stem(255);
    Letter speckled = plain;
    fill(speckled, left, top, width, height, ink);
    QVERIFY(speckled != plain);
    QCOMPARE(cleaned(speckled), plain);
}

void TestLetterCleaning::truePartsStay_data()
{
    QTest::addColumn<Letter>("letter");
    const auto with = [](Letter letter, int left, int top, int width, int height, int ink) {
        fill(letter, left, top, width, height, ink);
        return letter;
    };
    QTest::addRow("a stem with its edges") << stem(255);
    QTest::addRow("the dot of an i") << with(stem(255), 12, 1, 3, 2, 240);
    QTest::addRow("the small dot of a thin i")
        << with(with(Letter{}, 13, 6, 1, 17, 110), 13, 2, 1, 1, 100);
    QTest::addRow("serifs of a grey hair") << with(stem(255), 7, 22, 13, 1, 60);
    QTest::addRow("a hairline over the whole cell") << with(stem(255), 16, 13, 9, 1, 50);
    QTest::addRow("a letter of nothing but a hairline") << with(Letter{}, 13, 4, 1, 20, 40);
    QTest::addRow("two strokes apart") << with(stem(255), 22, 5, 2, 18, 200);
    QTest::addRow("blank") << Letter{};
    QTest::addRow("all ink") << with(Letter{}, 0, 0, n, n, 255);
}

void TestLetterCleaning::truePartsStay()
{
    QFETCH(Letter, letter);
    QCOMPARE(cleaned(letter), letter);
}

void TestLetterCleaning::everyLetterByItself()
{
    // A faint letter beside a dark one is measured by its own ink.
    Letter faint{};
    fill(faint, 13, 4, 1, 20, 40);
    Letter dark = stem(255);
    std::vector<std::uint8_t> both(dark.begin(), dark.end());
    both.insert(both.end(), faint.begin(), faint.end());
    const std::vector<std::uint8_t> before = both;
    cleanLetters(both);
    QCOMPARE(both, before);
}

void TestLetterCleaning::lettersOfFontsStay()
{
    // What fonts draw is no speckle, thin as it may be.
    std::size_t letters = 0;
    std::size_t hurt = 0;
    for (const Typeface& face :
         readTypefaces(Split::Test, MORPHOSPACE_SOURCE_DIR "/resources/glyphs")) {
        for (std::size_t i = 0; i < typefaceLetters; ++i) {
            Letter letter;
            std::copy_n(face.pixels.begin() + std::ptrdiff_t(i * glyphImageBytes), glyphImageBytes,
                        letter.begin());
            const int before = inkOf(letter);
            const int lost = before - inkOf(cleaned(letter));
            QVERIFY2(10 * lost <= before, qPrintable(QString("%1, letter %2: %3 of %4")
                                                         .arg(face.name().c_str())
                                                         .arg(i)
                                                         .arg(lost)
                                                         .arg(before)));
            ++letters;
            hurt += 100 * lost > before ? 1 : 0;
        }
    }
    QVERIFY2(100 * hurt < letters, qPrintable(QString("%1 of %2").arg(hurt).arg(letters)));
}

QTEST_GUILESS_MAIN(TestLetterCleaning)
#include "tst_letter_cleaning.moc"
