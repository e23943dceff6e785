// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/figure/figure_fixtures.h"

#include "widgets/figure/recording.h"
#include "widgets/figure/svg_file.h"
#include "widgets/theme/paper.h"

#include <QLinearGradient>
#include <QPainter>
#include <QSvgRenderer>

using namespace morphospace;

namespace {

constexpr QSizeF page(100, 100);

QImage rendered(const Recording& recording)
{
    QImage image(400, 400, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(4, 4);
    replay(recording, painter);
    return image;
}

QImage renderedSvg(const Recording& recording)
{
    QSvgRenderer renderer(svgOf(recording, {25, 25}, {}));
    QImage image(400, 400, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

} // namespace

class TestRecording : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clipsAreResolved_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("filled disc") << 0;
        QTest::newRow("line") << 1;
        QTest::newRow("dashed curve") << 2;
        QTest::newRow("picture") << 3;
        QTest::newRow("turned") << 4;
        QTest::newRow("text") << 5;
    }

    /// The same drawing straight onto an image, clipped by QPainter, is what the recording gives in
    /// both of its forms.
    void clipsAreResolved()
    {
        QFETCH(int, what);
        const auto draw = [what](QPainter& painter) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setClipRect(QRectF(20, 20, 50, 50));
            painter.setClipRect(QRectF(0, 30, 100, 100), Qt::IntersectClip);
            painter.setBrush(QColor(0, 114, 178));
            painter.setPen(Qt::NoPen);
            QPixmap picture(10, 10);
            picture.fill(Qt::darkGreen);
            QPainterPath curve;
            curve.moveTo(5, 90);
            curve.cubicTo(30, 0, 60, 0, 95, 90);
            switch (what) {
            case 0:
                painter.drawEllipse(QPointF(60, 60), 30, 30);
                break;
            case 1:
                painter.setPen(QPen(Qt::red, 4));
                painter.drawLine(QPointF(5, 5), QPointF(95, 80));
                break;
            case 2:
                painter.setPen(QPen(Qt::black, 3, Qt::DashLine));
                painter.setBrush(Qt::NoBrush);
                painter.drawPath(curve);
                break;
            case 3:
                painter.drawPixmap(QRectF(10, 10, 40, 40), picture, QRectF(0, 0, 10, 10));
                break;
            case 4:
                painter.rotate(20);
                painter.drawRect(QRectF(40, 0, 50, 60));
                break;
            default:
                painter.setFont(figureFont());
                painter.setPen(Qt::black);
                painter.scale(3, 3);
                painter.drawText(QPointF(2, 20), QStringLiteral("Morphospace"));
            }
            painter.setClipping(false);
            painter.setPen(Qt::NoPen);
            painter.setBrush(Qt::black);
            painter.drawRect(QRectF(0, 0, 4, 4)); // outside the clip that is over now
        };
        QImage expected(400, 400, QImage::Format_RGB32);
        expected.fill(Qt::white);
        {
            QPainter painter(&expected);
            painter.scale(4, 4);
            draw(painter);
        }
        const Recording recording = record(page, draw);
        QVERIFY(!recording.items.empty());
        // 100 cells of four pixels: half a cell of an edge may differ by antialiasing.
        const Distance replayed = distanceOf(expected, rendered(recording), 100);
        const Distance svg = distanceOf(expected, renderedSvg(recording), 100);
        QVERIFY2(replayed.mean < 0.6 && replayed.greatest < 110,
                 qPrintable(
                     QStringLiteral("replayed: %1 %2").arg(replayed.mean).arg(replayed.greatest)));
        QVERIFY2(svg.mean < 0.6 && svg.greatest < 110,
                 qPrintable(QStringLiteral("SVG: %1 %2").arg(svg.mean).arg(svg.greatest)));
        QCOMPARE(recording.cut.isEmpty(), what != 5);
    }

    void textIsKeptAsTextAndAsOutlines()
    {
        const Recording recording = record(page, [](QPainter& painter) {
            painter.setFont(figureFont());
            painter.drawText(QRectF(0, 0, 100, 30), Qt::AlignCenter, QStringLiteral("95 % – ok"));
            painter.rotate(90);
            painter.drawText(QPointF(30, -60), QStringLiteral("turned"));
        });
        QCOMPARE(recording.texts(),
                 QStringList({QStringLiteral("95 % – ok"), QStringLiteral("turned")}));
        const QRectF upright = recording.items[0].path.boundingRect();
        QVERIFY(std::abs(upright.center().x() - 50) < 2);
        QVERIFY(upright.width() > 40 && upright.width() < 75 && upright.height() < 14);
        const QRectF turned = recording.items[1].path.boundingRect();
        QVERIFY(turned.height() > 2 * turned.width());
        QVERIFY(recording.cut.isEmpty());
        // As text it fills the same place.
        QImage text(400, 400, QImage::Format_RGB32);
        text.fill(Qt::white);
        QPainter painter(&text);
        painter.scale(4, 4);
        replay(recording, painter, TextAs::Text);
        painter.end();
        const Distance distance = distanceOf(rendered(recording), text, 100);
        QVERIFY2(distance.mean < 0.8, qPrintable(QString::number(distance.mean)));
    }

    void whatDoesNotFitIsTold()
    {
        const auto texts = [](const QString& text, const QPointF& at) {
            return record(page,
                          [&](QPainter& painter) {
                              painter.setFont(figureFont());
                              painter.drawText(at, text);
                          })
                .cut;
        };
        QVERIFY(texts(QStringLiteral("inside"), {10, 50}).isEmpty());
        QCOMPARE(texts(QStringLiteral("over the edge"), {60, 50}).size(), 1);
        QCOMPARE(texts(QStringLiteral("too high"), {10, 3}).size(), 1);
        QCOMPARE(texts(QStringLiteral("shorten…"), {10, 50}).size(), 1);
    }

    void transformsAndOpacityAreApplied()
    {
        const Recording recording = record(page, [](QPainter& painter) {
            painter.translate(10, 20);
            painter.scale(2, 2);
            painter.setOpacity(0.5);
            painter.setPen(QPen(Qt::black, 3));
            painter.setBrush(QColor(255, 0, 0, 128));
            painter.drawRect(QRectF(0, 0, 10, 10));
            painter.scale(1, 3); // an uneven stroke is no pen any more
            painter.drawLine(QPointF(0, 5), QPointF(10, 8));
        });
        QCOMPARE(recording.items.size(), std::size_t(3));
        QCOMPARE(recording.items[0].path.boundingRect(), QRectF(10, 20, 20, 20));
        QCOMPARE(recording.items[0].colour.alpha(), 64);
        QCOMPARE(recording.items[1].kind, FigureItem::Kind::Stroke);
        QCOMPARE(recording.items[1].pen.widthF(), 6.0);
        QCOMPARE(recording.items[1].pen.color().alpha(), 128);
        QCOMPARE(recording.items[2].kind, FigureItem::Kind::Fill);
    }

    void whatIsNoVectorBecomesAPicture()
    {
        const Recording recording = record(page, [](QPainter& painter) {
            QLinearGradient gradient(0, 0, 100, 0);
            gradient.setColorAt(0, Qt::black);
            gradient.setColorAt(1, Qt::white);
            painter.fillRect(QRectF(0, 0, 100, 50), gradient);
            painter.drawImage(QRectF(0, 60, 20, 20), QImage(300, 300, QImage::Format_RGB32));
        });
        int pictures = 0;
        for (const FigureItem& item : recording.items) {
            pictures += item.kind == FigureItem::Kind::Image;
        }
        QCOMPARE(pictures, 2);
        QCOMPARE(recording.items.back().image.width(), 300); // at its own resolution
        QVERIFY(svgOf(recording, {25, 25}, {}).contains("data:image/png;base64,"));
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestRecording>(argc, argv);
}

#include "tst_recording.moc"
