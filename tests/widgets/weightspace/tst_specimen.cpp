// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/weightspace/weightspace_fixtures.h"
#include "widgets/theme/paper.h"
#include "widgets/weightspace/specimen_sheet.h"

#include <QClipboard>
#include <QPainter>
#include <QSignalSpy>

#include <algorithm>
#include <cmath>
#include <random>

using namespace morphospace;

namespace {

SpecimenData alphabet()
{
    SpecimenData data;
    data.current.title = QStringLiteral("DejaVu Sans");
    data.current.drawings = {faceDrawing(QStringLiteral("DejaVuSans.ttf"))};
    return data;
}

SpecimenData both()
{
    SpecimenData data = alphabet();
    data.pinned.emplace();
    data.pinned->title = QStringLiteral("DejaVu Serif Bold");
    data.pinned->drawings = {faceDrawing(QStringLiteral("DejaVuSerif-Bold.ttf"))};
    return data;
}

double mean(const QImage& grey)
{
    double sum = 0;
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width(); ++x) {
            sum += grey.constScanLine(y)[x];
        }
    }
    return sum / (255.0 * grey.width() * grey.height());
}

/// Where the ink is, in parts of the side.
QPointF middle(const QImage& grey)
{
    double sum = 0;
    QPointF at;
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width(); ++x) {
            const double v = grey.constScanLine(y)[x];
            sum += v;
            at += v * QPointF((x + 0.5) / grey.width(), (y + 0.5) / grey.height());
        }
    }
    return at / sum;
}

/// Part of the pixels that are neither nearly paper nor nearly black: blur.
double grey(const QImage& image)
{
    int between = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const int v = image.constScanLine(y)[x];
            between += v > 25 && v < 230 ? 1 : 0;
        }
    }
    return double(between) / (double(image.width()) * image.height());
}

} // namespace

class TestSpecimen : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lettersHaveNumbers()
    {
        QString all;
        for (int i = 0; i < letterCount; ++i) {
            all += letterOf(i);
            QCOMPARE(placeOf(letterOf(i)), i);
            QCOMPARE(letterOf(i).toLatin1(), glyphCharacters[std::size_t(i)]);
        }
        QCOMPARE(placeOf(u'3'), -1);
        QCOMPARE(placeOf(u'é'), -1);
        QCOMPARE(lettersOf(QStringLiteral("Rag a 7!")), (std::vector<int>{17, 26, 32}));
    }

    void enlargingKeepsInkAndPlace_data()
    {
        QTest::addColumn<int>("scaling");
        QTest::addColumn<int>("side");
        QTest::addColumn<QString>("file");
        for (const char* file : {"DejaVuSans.ttf", "DejaVuSerif-Bold.ttf", "DejaVuSans-ExtraLight.ttf"}) {
            for (const int side : {28, 56, 112, 168}) {
                for (const LetterScaling scaling : {LetterScaling::Blocks, LetterScaling::Linear,
                                                    LetterScaling::Cubic, LetterScaling::Outline}) {
                    QTest::newRow(qPrintable(QStringLiteral("%1 %2 %3").arg(QLatin1String(file)).arg(side)
                                                 .arg(int(scaling))))
                        << int(scaling) << side << QString::fromLatin1(file);
                }
            }
        }
    }

    void enlargingKeepsInkAndPlace()
    {
        QFETCH(int, scaling);
        QFETCH(int, side);
        QFETCH(QString, file);
        if (!QFile::exists(QStringLiteral("/usr/share/fonts/truetype/dejavu/") + file)) {
            QSKIP("this face is in a package that is not needed otherwise");
        }
        const SpecimenDrawing drawing = faceDrawing(file);
        for (const QChar letter : QStringLiteral("RagMi")) {
            const auto cell = drawing.cell(placeOf(letter));
            const QImage small = enlargedLetter(cell, glyphCell, LetterScaling::Blocks);
            const QImage large = enlargedLetter(cell, side, LetterScaling(scaling));
            QCOMPARE(large.size(), QSize(side, side));
            // A sharp edge stands where half of the ink was: ink is kept to an eighth, and its middle to a
            // quarter of a source pixel; the others keep the middle by their weights.
            const double ratio = mean(large) / mean(small);
            QVERIFY2(std::abs(ratio - 1) < 0.12, qPrintable(QStringLiteral("%1: %2").arg(letter).arg(ratio)));
            const QPointF off = (middle(large) - middle(small)) * glyphCell;
            QVERIFY2(std::hypot(off.x(), off.y()) < (scaling == int(LetterScaling::Outline) ? 0.25 : 0.1),
                     qPrintable(QStringLiteral("%1: %2").arg(letter).arg(std::hypot(off.x(), off.y()))));
        }
    }

    void outlinesAreSharperThanCubicAndNotMadeUp()
    {
        const SpecimenDrawing drawing = faceDrawing(QStringLiteral("DejaVuSans.ttf"));
        double outline = 0;
        double cubic = 0;
        for (int i = 0; i < letterCount; ++i) {
            outline += grey(enlargedLetter(drawing.cell(i), 168));
            cubic += grey(enlargedLetter(drawing.cell(i), 168, LetterScaling::Cubic));
        }
        QVERIFY2(outline < 0.6 * cubic, qPrintable(QStringLiteral("%1 of %2").arg(outline).arg(cubic)));
        // An edge of half ink stays at its place: a black half-plane whose border column is grey.
        std::array<std::uint8_t, glyphImageBytes> edge{};
        for (int y = 0; y < glyphCell; ++y) {
            for (int x = 0; x < glyphCell; ++x) {
                edge[std::size_t(y * glyphCell + x)] = x < 14 ? 255 : 0;
            }
        }
        const QImage large = enlargedLetter(edge, 280);
        QVERIFY(large.constScanLine(140)[136] > 230);
        QVERIFY(large.constScanLine(140)[143] < 25);
    }

    void speckleIsNotShownAndHairLinesAre()
    {
        std::array<std::uint8_t, glyphImageBytes> cell{};
        std::mt19937 random(2);
        for (std::uint8_t& v : cell) {
            v = std::uint8_t(random() % 15);   // what ten steps of sampling leave on the paper
        }
        const QImage specks = enlargedLetter(cell, 112);
        for (int y = 0; y < 112; ++y) {
            for (int x = 0; x < 112; ++x) {
                QVERIFY(specks.constScanLine(y)[x] < 3);
            }
        }
        cell.fill(0);
        for (int y = 4; y < 21; ++y) {
            cell[std::size_t(y * glyphCell + 14)] = 70;   // a line of a quarter of a pixel
        }
        const QImage hair = enlargedLetter(cell, 112);
        int darkest = 0;
        for (int x = 0; x < 112; ++x) {
            darkest = std::max<int>(darkest, hair.constScanLine(50)[x]);
        }
        QVERIFY2(darkest > 55 && darkest < 90, qPrintable(QString::number(darkest)));
    }

    void everyLetterStandsOnce_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("pinned");
        QTest::addColumn<bool>("beside");
        for (const QSize& size : {QSize(1000, 200), QSize(520, 300), QSize(300, 700), QSize(240, 150)}) {
            for (const bool pinned : {false, true}) {
                for (const bool beside : {false, true}) {
                    QTest::newRow(qPrintable(QStringLiteral("%1 x %2, %3 %4").arg(size.width())
                                                 .arg(size.height()).arg(pinned).arg(beside)))
                        << size << pinned << beside;
                }
            }
        }
    }

    void everyLetterStandsOnce()
    {
        QFETCH(QSize, size);
        QFETCH(bool, pinned);
        QFETCH(bool, beside);
        SpecimenData data = pinned ? both() : alphabet();
        data.beside = beside;
        const QRectF area(QPointF(0, 0), QSizeF(size));
        const SpecimenLayout layout = specimenLayout(data, area, QFont());
        QCOMPARE(int(layout.tiles.size()), pinned ? 104 : 52);
        QCOMPARE(int(layout.papers.size()), pinned ? 2 : 1);
        for (std::size_t i = 0; i < layout.tiles.size(); ++i) {
            const SpecimenTile& tile = layout.tiles[i];
            QVERIFY(layout.papers[std::size_t(tile.model)].adjusted(-0.01, -0.01, 0.01, 0.01)
                        .contains(tile.cell));
            for (std::size_t k = 0; k < i; ++k) {
                QVERIFY(!layout.tiles[k].cell.adjusted(0.01, 0.01, -0.01, -0.01).intersects(tile.cell));
            }
        }
        if (pinned && !beside) {
            QVERIFY(layout.papers[1].bottom() < layout.papers[0].top());   // A above B
        } else if (pinned) {
            QVERIFY(layout.papers[1].right() < layout.papers[0].left());
        }
        QVERIFY(layout.side > 8);
    }

    void wordsAreSetByTheirInk()
    {
        SpecimenData data = both();
        data.form = SpecimenForm::Word;
        data.word = QStringLiteral("illMW oo");
        const SpecimenLayout layout = specimenLayout(data, QRectF(0, 0, 900, 400), QFont());
        QCOMPARE(int(layout.tiles.size()), 14);
        const double scale = layout.side / glyphCell;
        for (std::size_t i = 1; i < 7; ++i) {
            const SpecimenTile& before = layout.tiles[i - 1];
            const SpecimenTile& now = layout.tiles[i];
            const auto inkRight = [&](const SpecimenTile& tile) {
                return tile.cell.left()
                    + scale * (inkSpan(data.current.drawings[0].cell(tile.index)).right + 1);
            };
            const auto inkLeft = [&](const SpecimenTile& tile) {
                return tile.cell.left() + scale * inkSpan(data.current.drawings[0].cell(tile.index)).left;
            };
            if (now.cell.top() != before.cell.top()) {
                continue;   // the line was broken
            }
            const double gap = (inkLeft(now) - inkRight(before)) / scale;
            QVERIFY2(std::abs(gap - (i == 5 ? 8 : 2.4)) < 1e-6, qPrintable(QString::number(gap)));
        }
        // A's letters are of the same size as B's.
        QCOMPARE(layout.tiles[0].cell.height(), layout.tiles[13].cell.height());
        // What is no letter is passed over, and a word of nothing shows nothing.
        data.word = QStringLiteral("7!");
        QVERIFY(specimenLayout(data, QRectF(0, 0, 900, 400), QFont()).tiles.empty());
    }

    void seedsHaveRows()
    {
        SpecimenData data = alphabet();
        for (std::uint64_t seed = 2; seed < 6; ++seed) {
            data.current.drawings.push_back(faceDrawing(QStringLiteral("DejaVuSans.ttf"), seed));
        }
        data.form = SpecimenForm::Seeds;
        const SpecimenLayout layout = specimenLayout(data, QRectF(0, 0, 700, 400), QFont());
        QCOMPARE(int(layout.tiles.size()), 5 * 15);   // "Hamburgefonstiv"
        double y = -1;
        for (int row = 0; row < 5; ++row) {
            const SpecimenTile& tile = layout.tiles[std::size_t(15 * row)];
            QCOMPARE(tile.drawing, row);
            QVERIFY(tile.cell.top() > y);
            y = tile.cell.top();
        }
    }

    void keysAndMouseChooseALetter()
    {
        SpecimenSheet sheet;
        SpecimenData data = alphabet();
        data.current.drawings[0].readAs = data.current.drawings[0].letters;
        data.current.drawings[0].readAs[8] = placeOf(u'l');   // I is read as l
        sheet.setData(data);
        sheet.resize(700, 260);
        sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
        sheet.activateWindow();
        sheet.setFocus();
        QTRY_VERIFY(sheet.hasFocus());
        QSignalSpy chosen(&sheet, &SpecimenSheet::chosenChanged);
        QCOMPARE(sheet.chosen().letter, 0);   // the keys have somewhere to start
        QTest::keyClick(&sheet, Qt::Key_Right);
        QCOMPARE(sheet.chosen().letter, 1);
        QTest::keyClick(&sheet, Qt::Key_End);
        QCOMPARE(sheet.chosen().letter, 51);
        QTest::keyClick(&sheet, Qt::Key_Home);
        QTest::keyClick(&sheet, Qt::Key_Down);
        QVERIFY(sheet.chosen().letter > 1);
        QTest::keyClick(&sheet, Qt::Key_Up);
        QCOMPARE(sheet.chosen().letter, 0);
        QCOMPARE(chosen.count(), 5);
        const QPointF at = sheet.layout().tiles[8].ink.center();
        QTest::mouseClick(&sheet, Qt::LeftButton, {}, at.toPoint());
        QCOMPARE(sheet.chosen().letter, 8);
        QVERIFY2(sheet.accessibleDescription().contains(QStringLiteral("letter I of B, seed 1; it is read as l")),
                 qPrintable(sheet.accessibleDescription()));
        QVERIFY(sheet.accessibleDescription().contains(QStringLiteral("51 of 52 letters read")));
        // New letters of another slider position: what is chosen stays.
        sheet.setData(both());
        QCOMPARE(sheet.chosen().letter, 8);
        QTest::keyClick(&sheet, Qt::Key_C, Qt::ControlModifier);
        const QImage copied = QApplication::clipboard()->image();
        QCOMPARE(copied.size(), sheet.size() * 2);
        QCOMPARE(unnamedControls(&sheet), QStringList());
    }

    void emptySheetsSaySo()
    {
        SpecimenSheet sheet;
        sheet.resize(400, 200);
        sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
        QTest::keyClick(&sheet, Qt::Key_Right);
        QCOMPARE(sheet.chosen().letter, -1);
        SpecimenData wrong = alphabet();
        wrong.current.drawings[0].pixels.resize(1000);   // fewer than letters: passed over, no crash
        wrong.form = SpecimenForm::Word;
        sheet.setData(wrong);
        sheet.grab();
    }

    void marksWhatIsNotRead()
    {
        SpecimenData data = alphabet();
        const QRectF area(0, 0, 640, 260);
        const auto painted = [&](const SpecimenData& what) {
            QImage image(640, 260, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintSpecimen(painter, what, specimenLayout(what, area, QFont()), lightTheme(), 1);
            return image;
        };
        const auto red = [&](const QImage& image) {
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor c(image.pixel(x, y));
                    count += c.red() > c.blue() + 80 ? 1 : 0;
                }
            }
            return count;
        };
        QCOMPARE(red(painted(data)), 0);
        data.current.drawings[0].readAs = data.current.drawings[0].letters;
        QCOMPARE(red(painted(data)), 0);
        data.current.drawings[0].readAs[3] = -1;
        const int one = red(painted(data));
        QVERIFY(one > 20);
        data.current.drawings[0].readAs[5] = 40;
        QVERIFY(red(painted(data)) > 1.5 * one);
    }

    void figureHasVectorsAndItsNumbers()
    {
        SpecimenData data = both();
        data.current.drawings[0].readAs = data.current.drawings[0].letters;
        const Figure figure = specimenFigure(data);
        for (const FigurePreset& preset : figurePresets()) {
            const FigurePage page = pageOf(figure, sizeOf(figure, preset), preset.textPoints);
            QCOMPARE(page.recording.cut, QStringList());
            int pictures = 0;
            int texts = 0;
            for (const FigureItem& item : page.recording.items) {
                pictures += item.kind == FigureItem::Kind::Image ? 1 : 0;
                texts += item.kind == FigureItem::Kind::Text ? 1 : 0;
            }
            QCOMPARE(pictures, 104);
            QVERIFY(texts >= 2);
        }
        QCOMPARE(int(figure.numbers.front().rows.size()), 104);
        const QVariantList row = figure.numbers.front().rows.back();   // z of B
        QCOMPARE(row[0].toString(), QStringLiteral("B"));
        QCOMPARE(row[3].toString(), QStringLiteral("z"));
        QCOMPARE(row[5].toString(), QStringLiteral("z"));
        QVERIFY(row[4].toDouble() > 10);
    }

    void looksAsBefore_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<bool>("dark");
        for (const char* form : {"alphabet", "both", "beside", "word", "seeds"}) {
            QTest::newRow(qPrintable(QStringLiteral("%1, light").arg(QLatin1String(form))))
                << QString(form) << false;
            QTest::newRow(qPrintable(QStringLiteral("%1, dark").arg(QLatin1String(form))))
                << QString(form) << true;
        }
    }

    void looksAsBefore()
    {
        QFETCH(QString, form);
        QFETCH(bool, dark);
        applyTheme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        SpecimenData data = form == u"alphabet" || form == u"seeds" ? alphabet() : both();
        data.beside = form == u"beside";
        data.current.drawings[0].readAs = data.current.drawings[0].letters;
        data.current.drawings[0].readAs[8] = placeOf(u'l');
        if (form == u"word") {
            data.form = SpecimenForm::Word;
            data.word = QStringLiteral("Weight space");
        }
        if (form == u"seeds") {
            data.form = SpecimenForm::Seeds;
            data.current.drawings.push_back(faceDrawing(QStringLiteral("DejaVuSerif.ttf"), 2));
            data.current.drawings.push_back(faceDrawing(QStringLiteral("DejaVuSansMono.ttf"), 3));
        }
        SpecimenSheet sheet;
        sheet.setData(data);
        sheet.resize(720, 360);
        sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
        const QString differs = differsFromReference(
            [&] { return undisturbedPicture(sheet); }, QStringLiteral("widgets/weightspace/reference"),
            QStringLiteral("specimen-%1-%2").arg(form, dark ? QStringLiteral("dark") : QStringLiteral("light")));
        applyTheme(*qApp, ThemeChoice::Light);
        QVERIFY2(differs.isEmpty(), qPrintable(differs));
    }

    void isFastEnoughToFollowASlider()
    {
        const SpecimenDrawing drawing = faceDrawing(QStringLiteral("DejaVuSans.ttf"));
        QBENCHMARK {
            for (int i = 0; i < letterCount; ++i) {
                (void)enlargedLetter(drawing.cell(i), 56);
            }
        }
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestSpecimen>(argc, argv);
}

#include "tst_specimen.moc"
