// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/figure/figure_fixtures.h"

#include "core/base/error.h"
#include "widgets/figure/figure_choice.h"
#include "widgets/figure/png_text.h"
#include "widgets/theme/paper.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QSvgGenerator>
#include <QTemporaryDir>
#include <QtEndian>

using namespace morphospace;

Q_DECLARE_METATYPE(morphospace::FigureFormat)

namespace {

/// A page with little on it, so that a test can cut its files everywhere.
FigurePage smallPage(const std::optional<Provenance>& provenance = madeUpProvenance())
{
    Figure figure;
    figure.name = QStringLiteral("small");
    figure.title = QStringLiteral("Small <figure> & more");
    figure.description = QStringLiteral("A box\x01, \"quoted\" ü");
    figure.paint = [](QPainter& painter, const QSizeF&) {
        painter.fillRect(QRectF(10, 10, 30, 20), QColor(0, 114, 178));
        painter.drawText(QPointF(10, 50), QStringLiteral("B"));
    };
    return pageOf(figure, {25, 20}, 9, provenance);
}

void addFormats()
{
    QTest::addColumn<FigureFormat>("format");
    QTest::newRow("SVG") << FigureFormat::Svg;
    QTest::newRow("PDF") << FigureFormat::Pdf;
    QTest::newRow("PNG") << FigureFormat::Png;
}

QByteArray chunkOf(const QByteArray& type, const QByteArray& data)
{
    QByteArray length(4, '\0');
    qToBigEndian(quint32(data.size()), length.data());
    return length + type + data + QByteArray(4, '\0'); // no checksum
}

QByteArray unpacked(const QByteArray& pdf)
{
    QByteArray all = pdf;
    for (qsizetype at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at + 1)) {
        const qsizetype end = pdf.indexOf("endstream", at + 7);
        if (end > at) {
            all += qUncompress(QByteArray("\0\x10\0\0", 4) + pdf.mid(at + 7, end - at - 7));
        }
    }
    return all;
}

} // namespace

class TestFigureFiles : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    [[nodiscard]] std::filesystem::path path(const QString& name) const
    {
        return m_folder.filePath(name).toStdU16String();
    }

private Q_SLOTS:
    void provenanceComesBack_data() { addFormats(); }

    void provenanceComesBack()
    {
        QFETCH(FigureFormat, format);
        const std::filesystem::path file =
            path(QStringLiteral("a") + QLatin1String(endingOf(format)));
        writeFigure(smallPage(), file, 72);
        QVERIFY(readProvenance(file) == madeUpProvenance());
        // Much of it as well: what a session with embedded manifolds weighs.
        Provenance large = madeUpProvenance();
        for (int i = 0; i < 400000; ++i) {
            large.session += char('A' + (i * i / 7) % 26);
        }
        QVERIFY(provenanceOf(encodeFigure(smallPage(large), format, 72)) == large);
    }

    void thePdfCarriesTheSessionAsAnAttachment()
    {
        const std::filesystem::path file = path(QStringLiteral("attached.pdf"));
        writeFigure(smallPage(), file);
        QProcess tool;
        tool.start(QStringLiteral("pdfdetach"),
                   {QStringLiteral("-saveall"), QStringLiteral("-o"), m_folder.path(),
                    QString::fromStdU16String(file.u16string())});
        QVERIFY2(tool.waitForFinished() && tool.exitCode() == 0, "needs poppler-utils");
        QFile session(m_folder.filePath(QStringLiteral("session.morph")));
        QVERIFY(session.open(QIODevice::ReadOnly));
        QCOMPARE(session.readAll(), QByteArray::fromStdString(madeUpProvenance().session));
    }

    void keepingBackLeavesNothing_data() { addFormats(); }

    void keepingBackLeavesNothing()
    {
        QFETCH(FigureFormat, format);
        const QByteArray none = encodeFigure(smallPage(std::nullopt), format, 72);
        for (const QByteArray& word : {QByteArray("provenance"), QByteArray(64, 'a'),
                                       QByteArray(64, 'b'), QByteArray("session")}) {
            QVERIFY2(!unpacked(none).contains(word), word.constData());
        }
        QVERIFY_EXCEPTION_THROWN((void)provenanceOf(none), Error);
        Provenance origin = madeUpProvenance();
        origin.session.clear();
        const QByteArray without = encodeFigure(smallPage(origin), format, 72);
        QVERIFY(!unpacked(without).contains("session"));
        QVERIFY(provenanceOf(without) == origin);
    }

    void everyTruncationIsAnError_data() { addFormats(); }

    void everyTruncationIsAnError()
    {
        QFETCH(FigureFormat, format);
        const QByteArray whole = encodeFigure(smallPage(), format, 72);
        qsizetype taken = 0;
        for (qsizetype length = 0; length < whole.size(); ++length) {
            try {
                QVERIFY(provenanceOf(whole.left(length)) == madeUpProvenance());
                ++taken;
            } catch (const Error& error) {
                QVERIFY(*error.what() != '\0');
            }
        }
        // Only the line break that ends the file may be missing.
        QVERIFY2(taken <= 1, qPrintable(QString::number(taken)));
    }

    void everyDamagedByteIsBorne_data() { addFormats(); }

    void everyDamagedByteIsBorne()
    {
        QFETCH(FigureFormat, format);
        const QByteArray whole = encodeFigure(smallPage(), format, 72);
        for (qsizetype at = 0; at < whole.size(); ++at) {
            for (const char flip : {'\x01', '\x80', '\xff'}) {
                QByteArray damaged = whole;
                damaged[at] = char(damaged[at] ^ flip);
                try {
                    (void)provenanceOf(damaged);
                } catch (const Error& error) {
                    QVERIFY(*error.what() != '\0');
                }
            }
        }
    }

    void foreignFilesAreTold_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("word");
        QBuffer png;
        png.open(QIODevice::WriteOnly);
        QImage image(4, 4, QImage::Format_RGB32);
        image.fill(Qt::red);
        image.setText(QStringLiteral("Comment"), QString(500, u'x'));
        image.save(&png, "PNG");
        QBuffer pdf;
        pdf.open(QIODevice::WriteOnly);
        {
            QPdfWriter writer(&pdf);
            QPainter painter(&writer);
            painter.drawLine(0, 0, 9, 9);
        }
        QBuffer svg;
        svg.open(QIODevice::WriteOnly);
        {
            QSvgGenerator generator;
            generator.setOutputDevice(&svg);
            QPainter painter(&generator);
            painter.drawLine(0, 0, 9, 9);
        }
        const QByteArray origin("does not say where it comes from");
        QTest::newRow("empty") << QByteArray() << QByteArray("no figure");
        QTest::newRow("text") << QByteArray("hello") << QByteArray("no figure");
        QTest::newRow("another PNG") << png.data() << origin;
        QTest::newRow("another PDF") << pdf.data() << origin;
        QTest::newRow("another SVG") << svg.data() << origin;
        QTest::newRow("other XML") << QByteArray("<html><body/></html>") << QByteArray("html");
        const QByteArray head = png.data().left(8);
        QTest::newRow("huge chunk") << head + QByteArray("\xff\xff\xff\xf0iTXt....", 12)
                                    << QByteArray("longer than the file");
        QTest::newRow("checksum") << head + chunkOf("IHDR", QByteArray(13, 'x'))
                                  << QByteArray("checksum");
        const QByteArray bomb = withPngText(png.data(), pngKeyword, QString(300'000'000, u'a'));
        QTest::newRow("packed far too large") << bomb << QByteArray("too long");
        QTest::newRow("not JSON") << withPngText(png.data(), pngKeyword, QStringLiteral("{"))
                                  << QByteArray("JSON");
        QByteArray laughs("<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaaaaaaaa\">");
        for (char c = 'b'; c < 'k'; ++c) {
            laughs += QByteArray("<!ENTITY ") + c + " \"";
            for (int i = 0; i < 10; ++i) {
                laughs += QByteArray("&") + char(c - 1) + ';';
            }
            laughs += "\">";
        }
        QTest::newRow("entities without end") << laughs
                + "]><svg><metadata><provenance xmlns=\"urn:morphospace:figure:\">&j;"
                  "</provenance></metadata></svg>"
                                              << QByteArray("damaged");
    }

    void foreignFilesAreTold()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, word);
        const std::filesystem::path file = path(QStringLiteral("foreign.png"));
        QFile out(QString::fromStdU16String(file.u16string()));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
        out.close();
        try {
            (void)readProvenance(file);
            QFAIL("taken");
        } catch (const Error& error) {
            const QByteArray said(error.what());
            QVERIFY2(said.contains(word), said.constData());
            QVERIFY2(said.startsWith("foreign.png"), said.constData());
        }
        QVERIFY_EXCEPTION_THROWN((void)readProvenance(path(QStringLiteral("missing.png"))), Error);
        QVERIFY_EXCEPTION_THROWN((void)readProvenance(path(QString())), Error);
    }

    void textsOfOtherWritersAreRead()
    {
        // Qt itself writes tEXt for a short text and zTXt for a long one.
        for (const int length : {10, 5000}) {
            QBuffer png;
            png.open(QIODevice::WriteOnly);
            QImage image(4, 4, QImage::Format_RGB32);
            image.fill(Qt::red);
            image.setText(QStringLiteral("morphospace"), QString(length, u'z'));
            image.save(&png, "PNG");
            QCOMPARE(pngText(png.data(), "morphospace", 10000), QString(length, u'z'));
            QCOMPARE(pngText(png.data(), "other", 10000), std::nullopt);
        }
        // Ours is read by Qt, and what was in the file stays.
        const QByteArray png = encodeFigure(smallPage(), FigureFormat::Png, 144);
        const QImage image = QImage::fromData(png);
        QCOMPARE(image.size(), QSize(142, 113));
        QCOMPARE(image.dotsPerMeterX(), 5669);
        QCOMPARE(image.text(QStringLiteral("Title")), QStringLiteral("Small <figure> & more"));
        QVERIFY(image.text(QStringLiteral("morphospace")).contains(QStringLiteral("provenance")));
    }

    void sizesThatCannotBeAreRefused()
    {
        FigurePage page = smallPage();
        QVERIFY_EXCEPTION_THROWN((void)encodeFigure(page, FigureFormat::Png, 50000), Error);
        page.millimetres = {5000, 1};
        QVERIFY_EXCEPTION_THROWN((void)encodeFigure(page, FigureFormat::Png, 1200), Error);
        page.millimetres = {0, 10};
        QVERIFY_EXCEPTION_THROWN((void)encodeFigure(page, FigureFormat::Svg), Error);
        page.millimetres = {10, std::nan("")};
        QVERIFY_EXCEPTION_THROWN((void)encodeFigure(page, FigureFormat::Pdf), Error);
    }

    void filesThatCannotBeWrittenAreTold()
    {
        const FigurePage page = smallPage();
        try {
            writeFigure(page, path(QStringLiteral("no/folder.svg")));
            QFAIL("written");
        } catch (const Error& error) {
            QVERIFY2(QByteArray(error.what()).contains("folder.svg"), error.what());
            QVERIFY2(!QByteArray(error.what()).contains(m_folder.path().toUtf8()), error.what());
        }
        QVERIFY_EXCEPTION_THROWN(writeFigure(page, path(QStringLiteral("a.jpg"))), Error);
        QVERIFY(isFigureFile("A.SVG") && isFigureFile("b.pdf") && !isFigureFile("c.manifold"));
    }

    void numbersAsCsvAndJson()
    {
        const Figure chart = figureNamed(FamilyKind::LeNet, QStringLiteral("accuracy-compression"));
        writeNumbers(chart.numbers, madeUpProvenance(), path(QStringLiteral("n.csv")));
        writeNumbers(chart.numbers, madeUpProvenance(), path(QStringLiteral("n.json")));
        QFile csv(m_folder.filePath(QStringLiteral("n.csv")));
        QFile json(m_folder.filePath(QStringLiteral("n.json")));
        QVERIFY(csv.open(QIODevice::ReadOnly) && json.open(QIODevice::ReadOnly));
        const QByteArrayList lines = csv.readAll().trimmed().split('\n');
        QVERIFY(lines[0].startsWith("source,widths"));
        const QJsonObject object = QJsonDocument::fromJson(json.readAll()).object();
        const QJsonArray rows = object[QStringLiteral("measurements")].toArray();
        QCOMPARE(rows.size(), lines.size() - 1);
        QCOMPARE(rows[0][QStringLiteral("images")].toInt(), 400);
        QVERIFY(lines[1].contains(
            QByteArray::number(rows[0][QStringLiteral("accuracy_percent")].toDouble())));
        const QJsonObject origin = object[QStringLiteral("provenance")].toObject();
        QCOMPARE(origin[QStringLiteral("seed")].toString(), QStringLiteral("18446744073709551615"));
        QVERIFY(!origin.contains(QStringLiteral("session")));
        QVERIFY_EXCEPTION_THROWN(
            writeNumbers(chart.numbers, std::nullopt, path(QStringLiteral("n.txt"))), Error);
        // Several tables stand under each other, by name.
        const QString page =
            csvOf(figureNamed(FamilyKind::LeNet, QStringLiteral("morph-page")).numbers);
        for (const char* name : {"# network\n", "# accuracy\n", "# images\n"}) {
            QVERIFY(page.contains(QLatin1String(name)));
        }
        NumberTable odd{QStringLiteral("odd"),
                        {QStringLiteral("a"), QStringLiteral("b")},
                        {{QStringLiteral("x,\"y\""), 0.1}, {QString(), qlonglong(1) << 60}}};
        QCOMPARE(csvOf(odd), QStringLiteral("a,b\n\"x,\"\"y\"\"\",0.1\n,1152921504606846976\n"));
    }

    void choicesComeBack()
    {
        FigureChoice choice;
        choice.figure = QStringLiteral("network");
        choice.preset = QString::fromLatin1(ownSize);
        choice.millimetres = {123.5, 77.25};
        choice.textPoints = 11.5;
        choice.dotsPerInch = 450;
        choice.format = FigureFormat::Svg;
        choice.enclosed = Enclosed::Nothing;
        QVERIFY(figureChoiceFromText(toText(choice)) == choice);
        QVERIFY(figureChoiceFromText(QString()) == FigureChoice());
        QVERIFY(figureChoiceFromText(QStringLiteral("{\"width_mm\": 1e9, \"dots_per_inch\": -1,"
                                                    " \"format\": 7, \"enclosed\": \"all\"}"))
                == FigureChoice());
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestFigureFiles>(argc, argv);
}

#include "tst_figure_files.moc"
