// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Letters drawn by hand, from pictures and from fonts, as a model is found by them.
#include "tests/widgets/weightspace/weightspace_fixtures.h"
#include "widgets/shared/decimal_field.h"
#include "widgets/weightspace/invert_dialog.h"
#include "widgets/weightspace/letter_canvas.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPainter>
#include <QPointingDevice>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabletEvent>
#include <QTemporaryDir>

#include <cmath>
#include <numeric>

using namespace morphospace;

namespace {

const QString dejavu = QStringLiteral("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");

double ink(const LetterCell& cell)
{
    return std::accumulate(cell.begin(), cell.end(), 0.0) / 255;
}

int pixel(const LetterCell& cell, int x, int y)
{
    return cell[std::size_t(y * glyphCell + x)];
}

/// A canvas on the screen.
struct Canvas {
    LetterCanvas view;
    explicit Canvas()
    {
        view.resize(400, 400);
        view.show();
        (void)QTest::qWaitForWindowExposed(&view);
        view.activateWindow();
        view.setFocus();
        QCoreApplication::processEvents();
    }
    void line(const QPointF& from, const QPointF& to, Qt::MouseButton button = Qt::LeftButton)
    {
        drag(&view, {view.positionOf(from), view.positionOf(to)}, button);
    }
};

void pen(QWidget* widget, QEvent::Type type, const QPointF& at, double pressure,
         QPointingDevice::PointerType kind = QPointingDevice::PointerType::Pen)
{
    static const QPointingDevice stylus(QStringLiteral("pen"), 1, QInputDevice::DeviceType::Stylus,
                                        QPointingDevice::PointerType::Pen,
                                        QInputDevice::Capability::Pressure, 1, 2);
    static const QPointingDevice eraser(QStringLiteral("eraser"), 2, QInputDevice::DeviceType::Stylus,
                                        QPointingDevice::PointerType::Eraser,
                                        QInputDevice::Capability::Pressure, 1, 2);
    const bool erases = kind == QPointingDevice::PointerType::Eraser;
    QTabletEvent event(type, erases ? &eraser : &stylus, at, widget->mapToGlobal(at), pressure, 0, 0, 0, 0,
                       0, Qt::NoModifier, Qt::LeftButton, Qt::LeftButton);
    QApplication::sendEvent(widget, &event);
}

/// A letter on a sheet of paper, photographed: large, grey, not in the middle.
QImage photograph(QChar letter)
{
    QImage image(500, 640, QImage::Format_RGB32);
    image.fill(QColor(222, 218, 208));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(300);
    painter.setFont(font);
    painter.setPen(QColor(40, 44, 60));
    painter.drawText(QPointF(140, 420), QString(letter));
    return image;
}

} // namespace

class TestLetterCanvas : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineOfTheMouseIsALineOfTheCell()
    {
        Canvas canvas;
        QSignalSpy changed(&canvas.view, &LetterCanvas::changed);
        canvas.view.setPenWidth(2);
        canvas.line({14, 4}, {14, 21});
        QVERIFY(changed.count() > 3);
        const LetterCell cell = canvas.view.cell();
        // A bar of 2 x 17 and its round ends: 34 + pi.
        QVERIFY2(std::abs(ink(cell) - 34 - M_PI) < 1.2, qPrintable(QString::number(ink(cell))));
        QVERIFY(pixel(cell, 13, 12) > 240 && pixel(cell, 14, 12) > 240);
        QVERIFY(pixel(cell, 11, 12) == 0 && pixel(cell, 16, 12) == 0);
        QVERIFY(pixel(cell, 13, 2) == 0);
        QCOMPARE(int(canvas.view.history().now().strokes.size()), 1);
    }

    void erasingUndoAndRedo()
    {
        Canvas canvas;
        canvas.line({6, 12}, {22, 12});
        const LetterCell whole = canvas.view.cell();
        canvas.line({14, 4}, {14, 20}, Qt::RightButton);
        const LetterCell cut = canvas.view.cell();
        QVERIFY(pixel(cut, 14, 12) < 20);
        QVERIFY(pixel(cut, 8, 12) > 200);
        QTest::keyClick(&canvas.view, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(canvas.view.cell(), whole);
        QTest::keyClick(&canvas.view, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(canvas.view.cell(), cut);
        canvas.view.clear();
        QCOMPARE(ink(canvas.view.cell()), 0.0);
        canvas.view.undo();
        QCOMPARE(canvas.view.cell(), cut);
        canvas.view.undo();
        canvas.view.undo();
        QVERIFY(isBlank(canvas.view.cell()));
        canvas.view.undo();   // nothing is left to take back
        // A new stroke after undo: what was undone is gone.
        canvas.line({14, 4}, {14, 21});
        QVERIFY(!canvas.view.history().canRedo());
    }

    void pressureMakesThickerAndTheOtherEndErases()
    {
        Canvas canvas;
        const auto stroke = [&](double y, double pressure) {
            pen(&canvas.view, QEvent::TabletPress, canvas.view.positionOf({5, y}), pressure);
            for (double x = 6; x <= 23; x += 1) {
                pen(&canvas.view, QEvent::TabletMove, canvas.view.positionOf({x, y}), pressure);
            }
            pen(&canvas.view, QEvent::TabletRelease, canvas.view.positionOf({23, y}), 0);
        };
        stroke(8, 0.1);
        const double light = ink(canvas.view.cell());
        stroke(18, 1.0);
        const double heavy = ink(canvas.view.cell()) - light;
        QVERIFY2(heavy > 2 * light, qPrintable(QStringLiteral("%1, %2").arg(light).arg(heavy)));
        pen(&canvas.view, QEvent::TabletPress, canvas.view.positionOf({14, 18}), 1.0,
            QPointingDevice::PointerType::Eraser);
        pen(&canvas.view, QEvent::TabletRelease, canvas.view.positionOf({14, 18}), 0,
            QPointingDevice::PointerType::Eraser);
        QVERIFY(pixel(canvas.view.cell(), 14, 17) < 20);
    }

    void theKeyboardDraws()
    {
        Canvas canvas;
        canvas.view.setPenWidth(2);
        QTest::keyClick(&canvas.view, Qt::Key_Right);   // the pen comes in from the middle
        QVERIFY(isBlank(canvas.view.cell()));
        QTest::keyClick(&canvas.view, Qt::Key_Space);
        QVERIFY(canvas.view.accessibleDescription().contains(QStringLiteral("the pen is down")));
        for (int i = 0; i < 6; ++i) {
            QTest::keyClick(&canvas.view, Qt::Key_Down);
        }
        QTest::keyClick(&canvas.view, Qt::Key_Space);
        for (int i = 0; i < 6; ++i) {
            QTest::keyClick(&canvas.view, Qt::Key_Left);
        }
        const double drawn = ink(canvas.view.cell());
        QVERIFY2(std::abs(drawn - 12 - M_PI) < 1.2, qPrintable(QString::number(drawn)));
        QVERIFY(canvas.view.accessibleDescription().contains(QStringLiteral("column 9.0, row 20.0")));
        QTest::keyClick(&canvas.view, Qt::Key_E);
        QVERIFY(canvas.view.isErasing());
        QTest::keyClick(&canvas.view, Qt::Key_Delete);
        QVERIFY(isBlank(canvas.view.cell()));
    }

    void aPictureUntouchedIsGivenAsItIs()
    {
        LetterDrawing drawing;
        drawing.picture.emplace();
        for (std::size_t i = 0; i < glyphImageBytes; ++i) {
            (*drawing.picture)[i] = std::uint8_t(i % 251);
        }
        QCOMPARE(cellOf(drawing), *drawing.picture);
    }

    void photographsBecomeLetters()
    {
        InvertDialog dialog;
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QVERIFY(dialog.letters().empty());
        dialog.goTo(placeOf(u'R'));
        QVERIFY2(dialog.setPicture(photograph(u'R'), QStringLiteral("R.png")), qPrintable(dialog.message()));
        QCOMPARE(int(dialog.letters().size()), 1);
        const LetterCell cell = dialog.letters()[0].cell;
        const LetterExtent extent = inkExtent(cell);
        QVERIFY(std::abs(extent.top - 4) < 0.3 && std::abs(extent.bottom - 21) < 0.3);
        // Another letter stands elsewhere: a p has a descender.
        dialog.rename(placeOf(u'p'));
        const LetterExtent p = inkExtent(dialog.letters()[0].cell);
        QVERIFY(std::abs(p.bottom - usualExtent('p').bottom) < 0.3);
        QCOMPARE(dialog.letters()[0].letter, placeOf(u'p'));
        // And it is moved and made larger by hand, as one step each.
        const QList<DecimalField*> fields = dialog.findChildren<DecimalField*>();
        fields[0]->setValue(120);
        QVERIFY(inkExtent(dialog.letters()[0].cell).top < p.top - 2);
        dialog.canvas()->undo();
        QCOMPARE(inkExtent(dialog.letters()[0].cell).top, p.top);
    }

    void severalLettersAndNoneTwice()
    {
        InvertDialog dialog;
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        for (const QChar letter : QStringLiteral("gRa")) {
            dialog.goTo(placeOf(letter));
            QVERIFY(dialog.setPicture(photograph(letter), QStringLiteral("photo.png")));
        }
        std::vector<int> given;
        for (const GivenLetter& letter : dialog.letters()) {
            given.push_back(letter.letter);
        }
        QCOMPARE(given, (std::vector<int>{placeOf(u'R'), placeOf(u'a'), placeOf(u'g')}));
        dialog.rename(placeOf(u'R'));   // there is one
        QVERIFY2(dialog.message().contains(QStringLiteral("There is a letter R already")), qPrintable(dialog.message()));
        QCOMPARE(dialog.letter(), placeOf(u'a'));
        // Typed into the field, as a person does it.
        auto* field = dialog.findChild<QLineEdit*>();
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("e"));
        QCOMPARE(dialog.letter(), placeOf(u'e'));
        QCOMPARE(int(dialog.letters().size()), 3);
        // The list goes to another sheet.
        auto* list = dialog.findChild<QListWidget*>();
        QCOMPARE(list->count(), 3);
        list->setCurrentRow(0);
        QCOMPARE(dialog.letter(), placeOf(u'g'));
        for (auto* button : dialog.findChildren<QPushButton*>()) {
            if (button->accessibleName() == QStringLiteral("Remove")) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QCOMPARE(int(dialog.letters().size()), 2);
        QCOMPARE(unnamedControls(&dialog), QStringList());
    }

    void fontsGiveTheirLetters()
    {
        InvertDialog dialog;
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QVERIFY2(dialog.openFont(dejavu), qPrintable(dialog.message()));
        const auto given = dialog.letters();
        QCOMPARE(int(given.size()), 3);
        const SpecimenDrawing wanted = faceDrawing(QStringLiteral("DejaVuSans.ttf"));
        for (const GivenLetter& letter : given) {
            const auto cell = wanted.cell(letter.letter);
            QVERIFY(std::equal(cell.begin(), cell.end(), letter.cell.begin()));
        }
        QCOMPARE(dialog.title(), QStringLiteral("DejaVu Sans Book: R, a, g"));
        // Other letters of it take their place; what was drawn stays.
        dialog.goTo(placeOf(u'Q'));
        drag(dialog.canvas(), {dialog.canvas()->positionOf({8, 8}), dialog.canvas()->positionOf({20, 20})});
        for (auto* field : dialog.findChildren<QLineEdit*>()) {
            if (field->accessibleName() == QStringLiteral("Letters of the font")) {
                field->setFocus();
                field->selectAll();
                QTest::keyClicks(field, QStringLiteral("xy"));
            }
        }
        QString names;
        for (const GivenLetter& letter : dialog.letters()) {
            names += letterOf(letter.letter);
        }
        QCOMPARE(names, QStringLiteral("Qxy"));
        QVERIFY(dialog.title().startsWith(QStringLiteral("Given letters")));
    }

    void whatIsDroppedAndPastedIsTaken()
    {
        QTemporaryDir folder;
        InvertDialog dialog;
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        const QString file = folder.filePath(QStringLiteral("R.png"));
        QVERIFY(photograph(u'R').save(file));
        const auto drop = [&](QMimeData& data) {
            QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(&dialog, &enter);
            QVERIFY(enter.isAccepted());
            QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(&dialog, &event);
        };
        QMimeData url;
        url.setUrls({QUrl::fromLocalFile(file)});
        drop(url);
        QCOMPARE(int(dialog.letters().size()), 1);
        dialog.goTo(placeOf(u'a'));
        QApplication::clipboard()->setImage(photograph(u'a'));
        QTest::keyClick(dialog.canvas(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(int(dialog.letters().size()), 2);
        QMimeData font;
        font.setUrls({QUrl::fromLocalFile(dejavu)});
        drop(font);
        QVERIFY(dialog.letters().size() >= 3);
        QApplication::clipboard()->setText(QStringLiteral("no picture"));
        dialog.paste();
        QVERIFY(dialog.message().contains(QStringLiteral("no picture on the clipboard")));
    }

    void badFilesSayWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("says");
        QTest::newRow("text as picture") << QByteArray("no picture") << "letter.png"
                                         << "letter.png cannot be read as a picture";
        QTest::newRow("empty") << QByteArray() << "letter.jpg" << "letter.jpg cannot be read as a picture";
        QTest::newRow("text as font") << QByteArray("no font") << "face.ttf"
                                      << "face.ttf: cannot be read as a font";
        QTest::newRow("missing") << QByteArray("-") << "none.png" << "none.png cannot be read as a picture";
    }

    void badFilesSayWhatIsWrong()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, name);
        QFETCH(QString, says);
        QTemporaryDir folder;
        const QString path = folder.filePath(name);
        if (content != "-") {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        }
        InvertDialog dialog;
        const bool font = name.endsWith(QStringLiteral("ttf"));
        QVERIFY(!(font ? dialog.openFont(path) : dialog.openPicture(path)));
        QVERIFY2(dialog.message().startsWith(says), qPrintable(dialog.message()));
        QVERIFY(!dialog.message().contains(folder.path()));
        QVERIFY(dialog.letters().empty());
    }

    void blankPicturesSayWhatIsWrong()
    {
        InvertDialog dialog;
        QImage blank(200, 200, QImage::Format_RGB32);
        blank.fill(Qt::white);
        QVERIFY(!dialog.setPicture(blank, QStringLiteral("blank.png")));
        QVERIFY2(dialog.message().contains(QStringLiteral("no letter stands out")), qPrintable(dialog.message()));
        // Letters on nothing are letters, dark or bright.
        for (const QColor& colour : {QColor(Qt::black), QColor(Qt::white)}) {
            QImage clear(300, 300, QImage::Format_ARGB32);
            clear.fill(Qt::transparent);
            QPainter painter(&clear);
            painter.fillRect(120, 60, 50, 180, colour);
            painter.end();
            QVERIFY2(dialog.setPicture(clear, QStringLiteral("clear.png")), qPrintable(dialog.message()));
        }
    }

    void looksAsBefore_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void looksAsBefore()
    {
        QFETCH(bool, dark);
        applyTheme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        InvertDialog dialog;
        QVERIFY(dialog.openFont(dejavu));
        dialog.goTo(placeOf(u'g'));
        dialog.resize(820, 560);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        drag(dialog.canvas(), {dialog.canvas()->positionOf({4, 24}), dialog.canvas()->positionOf({24, 3})});
        dialog.activateWindow();
        dialog.canvas()->setFocus();
        QTRY_VERIFY(dialog.canvas()->hasFocus());
        QCoreApplication::processEvents();
        const QString differs = differsFromReference(
            [&] { return dialog.grab().toImage(); }, QStringLiteral("widgets/weightspace/reference"),
            dark ? QStringLiteral("invert-dark") : QStringLiteral("invert-light"));
        applyTheme(*qApp, ThemeChoice::Light);
        QVERIFY2(differs.isEmpty(), qPrintable(differs));
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestLetterCanvas>(argc, argv);
}

#include "tst_letter_canvas.moc"
