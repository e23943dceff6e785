// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/datasets/glyph_raster.h"
#include "core/datasets/gray_png.h"
#include "core/datasets/typeface_measures.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace morphospace;

namespace {

constexpr std::size_t bytes = 52 * glyphImageBytes;

/// All letters an upright bar: `left` to `right`, sheared by `lean` pixels a row.
std::vector<std::uint8_t> bars(int left, int right, double lean = 0)
{
    std::vector<std::uint8_t> letters(bytes, 0);
    for (std::size_t letter = 0; letter < 52; ++letter) {
        for (int y = 4; y < glyphBaseline; ++y) {
            for (int x = left; x < right; ++x) {
                const int shifted = x + int(std::lround(lean * (12 - y)));
                letters[letter * glyphImageBytes + std::size_t(y * glyphCell + shifted)] = 255;
            }
        }
    }
    return letters;
}

std::size_t attribute(std::string_view name)
{
    return std::size_t(std::find(typefaceAttributes.begin(), typefaceAttributes.end(), name)
                       - typefaceAttributes.begin());
}

} // namespace

class TestTypefaceMeasures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void barsHaveTheirClosedForm();
    void aLeanIsItsTangent();
    void feetAreSerifs();
    void emptyLettersAreFinite();
    void dejavuIsWhatItsNamesSay();
    void picturesAreWritten();
};

void TestTypefaceMeasures::barsHaveTheirClosedForm()
{
    // A bar of w x 17: ink 17 w, total variation 34 across and 2 w down.
    const TypefaceMeasures m = measureTypeface(bars(10, 14));
    const double stroke = std::log(2 * 17.0 * 4 / std::hypot(34.0, 8.0));
    QVERIFY(std::abs(m[attribute("stroke")] - stroke) < 1e-6);
    QVERIFY(std::abs(m[attribute("slant")]) < 1e-9);
    const double width = std::log(std::sqrt((16 - 1) / 12.0) / std::sqrt((17 * 17 - 1) / 12.0));
    QVERIFY(std::abs(m[attribute("width")] - width) < 1e-6);
    QVERIFY(std::abs(m[attribute("mono")]) < 1e-9);
    QVERIFY(std::abs(m[attribute("xheight")]) < 1e-9);
    QVERIFY(std::abs(m[attribute("serif")]) < 1e-9);
    QCOMPARE(letterInk(bars(10, 14))[7], 68.0);
}

void TestTypefaceMeasures::aLeanIsItsTangent()
{
    // A pixel a row is exact; half a pixel is rounded to whole ones, by up to half of one.
    for (const auto& [lean, tolerance] :
         {std::pair(-1.0, 1e-9), std::pair(1.0, 1e-9), std::pair(-0.5, 0.06), std::pair(0.5, 0.06)}) {
        const double found = measureTypeface(bars(12, 15, lean))[attribute("slant")];
        QVERIFY2(std::abs(found - lean) < tolerance, qPrintable(QString::number(found)));
    }
    // Shear does not make a face wider.
    const double upright = measureTypeface(bars(12, 15))[attribute("width")];
    QVERIFY(std::abs(measureTypeface(bars(12, 15, 0.5))[attribute("width")] - upright) < 0.15);
}

void TestTypefaceMeasures::feetAreSerifs()
{
    std::vector<std::uint8_t> letters = bars(12, 14);
    for (std::size_t letter = 0; letter < 52; ++letter) {
        for (int y = glyphBaseline - 2; y < glyphBaseline; ++y) {
            for (int x = 9; x < 17; ++x)
                letters[letter * glyphImageBytes + std::size_t(y * glyphCell + x)] = 255;
        }
    }
    QVERIFY(std::abs(measureTypeface(letters)[attribute("serif")] - std::log(4.0)) < 1e-9);
}

void TestTypefaceMeasures::emptyLettersAreFinite()
{
    for (const double value : measureTypeface(std::vector<std::uint8_t>(bytes, 0)))
        QVERIFY(std::isfinite(value));
    QVERIFY_EXCEPTION_THROWN((void)measureTypeface(std::vector<std::uint8_t>(5)), Error);
}

void TestTypefaceMeasures::dejavuIsWhatItsNamesSay()
{
    const std::string folder = "/usr/share/fonts/truetype/dejavu/";
    if (!std::filesystem::exists(folder + "DejaVuSerif-Bold.ttf"))
        QSKIP("fonts-dejavu-core is not installed");
    const auto measure = [&folder](const char* file) {
        const std::vector<GlyphFace> faces = drawFontFile(folder + file);
        return measureTypeface(std::span(faces.at(0).pixels).first(bytes));
    };
    const TypefaceMeasures sans = measure("DejaVuSans.ttf");
    const TypefaceMeasures bold = measure("DejaVuSans-Bold.ttf");
    const TypefaceMeasures serif = measure("DejaVuSerif.ttf");
    const TypefaceMeasures mono = measure("DejaVuSansMono.ttf");
    QVERIFY(bold[attribute("stroke")] > sans[attribute("stroke")] + 0.3);
    QVERIFY(serif[attribute("serif")] > sans[attribute("serif")] + 0.3);
    QVERIFY(mono[attribute("mono")] > sans[attribute("mono")] + 0.3);
    QVERIFY(std::abs(sans[attribute("slant")]) < 0.02);
}

void TestTypefaceMeasures::picturesAreWritten()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("p.png");
    std::vector<std::uint8_t> pixels;
    for (int i = 0; i < 7 * 5; ++i)
        pixels.push_back(static_cast<std::uint8_t>(i * 7));
    writeGrayPng(file.toStdString(), 7, 5, pixels);
    const QImage read(file);
    QCOMPARE(read.size(), QSize(7, 5));
    for (int i = 0; i < 7 * 5; ++i)
        QCOMPARE(qGray(read.pixel(i % 7, i / 7)), int(pixels[std::size_t(i)]));
    QVERIFY_EXCEPTION_THROWN(writeGrayPng(file.toStdString(), 7, 6, pixels), Error);
}

QTEST_GUILESS_MAIN(TestTypefaceMeasures)
#include "tst_typeface_measures.moc"
