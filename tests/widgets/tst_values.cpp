// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fixtures.h"

#include "widgets/model/byte_cache.h"
#include "widgets/model/examples.h"
#include "widgets/model/loop_watch.h"
#include "widgets/model/measurement_model.h"
#include "widgets/morph/confusion_model.h"
#include "widgets/morph/diagram_layout.h"
#include "widgets/shared/text.h"

#include <QAbstractItemModelTester>

#include <clocale>
#include <set>

using namespace morphospace;

class TestValues : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        // Numbers of files never follow the locale; those of the window do.
        QVERIFY2(std::setlocale(LC_ALL, "de_DE.UTF-8") != nullptr, "needs the German locale");
        QLocale::setDefault(QLocale(QLocale::German));
    }

    void numbersAsPeopleReadThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const QString gap(QChar(0x202F));
        QTest::newRow("count") << countText(270906) << QStringLiteral("270") + gap + "906";
        QTest::newRow("small count") << countText(906) << QStringLiteral("906");
        QTest::newRow("million") << countText(1000000) << QStringLiteral("1") + gap + "000" + gap + "000";
        QTest::newRow("percent") << percentText(0.9241) << QStringLiteral("92,4") + gap + "%";
        QTest::newRow("negative") << percentText(-0.25, 0) << QString(QChar(0x2212)) + "25" + gap + "%";
        QTest::newRow("short") << shortCountText(40600000) << QStringLiteral("40,6") + gap + "M";
        QTest::newRow("bytes") << bytesText(1083624) << QStringLiteral("1,08") + gap + "MB";
        QTest::newRow("time") << durationText(0.00142) << QStringLiteral("1,42") + gap + "ms";
    }

    void numbersAsPeopleReadThem()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(text, expected);
    }

    void cacheKeepsWhatWasUsedLastWithinItsBytes()
    {
        ByteCache<int, int> cache(100);
        cache.insert(1, 10, 40);
        cache.insert(2, 20, 40);
        QVERIFY(cache.find(1) != nullptr);   // 1 is used now, so that 2 goes first
        cache.insert(3, 30, 40);
        QVERIFY(cache.find(2) == nullptr);
        QCOMPARE(*cache.find(1), 10);
        QCOMPARE(*cache.find(3), 30);
        QCOMPARE(cache.bytes(), std::size_t(80));
        cache.insert(3, 31, 50);             // a new value takes the place of the old
        QCOMPARE(*cache.find(3), 31);
        QCOMPARE(cache.bytes(), std::size_t(90));
        cache.insert(4, 40, 101);            // larger than everything
        QVERIFY(cache.find(4) == nullptr);
        QVERIFY(cache.bytes() <= 100);
        cache.setLimit(0);
        QCOMPARE(cache.size(), std::size_t(0));
        QCOMPARE(cache.bytes(), std::size_t(0));
    }

    void quantiles()
    {
        QCOMPARE(quantile({}, 0.5), 0.0);
        QCOMPARE(quantile({3}, 0.95), 3.0);
        QCOMPARE(quantile({4, 1, 3, 2}, 0.5), 2.0);
        QCOMPARE(quantile({4, 1, 3, 2}, 1), 4.0);
        std::vector<double> hundred;
        for (int i = 1; i <= 100; ++i) {
            hundred.push_back(i);
        }
        QCOMPARE(quantile(hundred, 0.95), 95.0);
    }

    void confusion()
    {
        ConfusionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setCounts({QStringLiteral("a"), QStringLiteral("b, c")}, {8, 2, 0, 0});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.images(0), 10);
        QCOMPARE(model.accuracy(0), 0.8);
        QVERIFY(model.accuracy(1) < 0);
        QCOMPARE(model.csv(), QStringLiteral("true_class,a,\"b, c\",images,accuracy_percent\n"
                                             "a,8,2,10,80.000\n"
                                             "\"b, c\",0,0,0,\n"));
        model.setCounts({QStringLiteral("a"), QStringLiteral("b, c")}, {8, 2, 1, 3});
        QCOMPARE(model.count(1, 1), 3);
    }

    void measurementsKeepTheBestOfASize()
    {
        MeasurementModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto manifold = untrainedManifold(FamilyKind::LeNet);
        model.setManifold(manifold);
        QCOMPARE(model.rowCount(), 8);   // four recorded, four references
        Measurement measurement = manifold->recorded.front();
        measurement.images = 256;
        measurement.correct = 128;
        measurement.dataset = "odd \"name\", here";
        model.record(measurement);
        QCOMPARE(model.rowCount(), 9);
        QCOMPARE(model.rows().back().unseen, true);   // width 2 of 4 to 8
        measurement.images = 100;
        model.record(measurement);
        QCOMPARE(model.rows().back().measurement.images, 256);
        measurement.images = 1000;
        model.record(measurement);
        QCOMPARE(model.rowCount(), 9);
        QCOMPARE(model.rows().back().measurement.images, 1000);
        const QStringList lines = model.csv().split(u'\n');
        QCOMPARE(lines.size(), 11);      // header, nine rows, the end of the last line
        QVERIFY2(lines[9].contains(QStringLiteral(",12.8,")), qPrintable(lines[9]));
        QVERIFY(lines[9].contains(QStringLiteral("\"odd \"\"name\"\", here\"")));
        model.setManifold(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void examplesDifferAndAreTheSameEveryTime()
    {
        const auto images = randomImages(FamilyKind::LeNet, 200);
        const auto chosen = chooseExamples(*images, 32);
        QCOMPARE(chosen.size(), std::size_t(32));
        QCOMPARE(chooseExamples(*images, 32), chosen);
        QCOMPARE(std::set<std::size_t>(chosen.begin(), chosen.end()).size(), std::size_t(32));
        std::set<int> classes;
        for (std::size_t i = 0; i < 10; ++i) {
            classes.insert(images->labels[chosen[i]]);
        }
        QCOMPARE(classes.size(), std::size_t(10));   // one of each class first
        QCOMPARE(chooseExamples(*randomImages(FamilyKind::LeNet, 5), 32).size(), std::size_t(5));
        const QImage picture = pictureOf(*images, 3);
        QCOMPARE(qGray(picture.pixel(2, 1)), int(images->image(3)[28 + 2]));
    }

    void diagramFollowsChannels_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("LeNet") << int(FamilyKind::LeNet);
        QTest::newRow("ResNet") << int(FamilyKind::ResNet);
    }

    void diagramFollowsChannels()
    {
        QFETCH(int, kind);
        const Family family = untrainedManifold(FamilyKind(kind))->family();
        const QRectF area(80, 60, 600, 150);
        const DiagramLayout layout = layOut(family, family.full, area);
        QCOMPARE(layout.boxes.size(), units(family, family.full).size());
        double right = area.left() - 0.001;
        for (const DiagramBox& box : layout.boxes) {
            QVERIFY(layout.find(box.unit.name) == &box);
            if (box.kind == DiagramBox::Kind::Convolution) {
                QVERIFY(std::abs(box.slot.width() - box.unit.out.size * layout.scale) < 1e-9);
            }
            if (box.kind != DiagramBox::Kind::Shortcut) {
                QVERIFY2(box.slot.left() >= right, box.unit.name.c_str());   // in the order of data
                right = box.slot.right();
            }
        }
        QVERIFY(right <= area.right() + 0.001);
        // What recedes behind a stage ends before the next one, with its first line of a bypass, begins.
        for (const QRectF& room : {area, QRectF(0, 0, 280, 180), QRectF(0, 0, 600, 300),
                                   QRectF(0, 0, 2000, 400)}) {
            const DiagramLayout drawn = layOut(family, family.full, room);
            const DiagramBox* before = nullptr;
            for (const DiagramBox& box : drawn.boxes) {
                if (box.kind == DiagramBox::Kind::Shortcut) {
                    continue;
                }
                if (before != nullptr && before->unit.stage != box.unit.stage) {
                    QVERIFY2(before->slot.right() + drawn.recede(before->slot.height()).x() + 3
                                 < box.slot.left(),
                             box.unit.name.c_str());
                }
                before = &box;
            }
        }
        QVERIFY(layout.find("nothing") == nullptr);
        // Half as wide is half as thick in the same places.
        QCOMPARE(unitAt(family, uniformWidths(family, 0.5, family.full.depths), "conv1")->out.size,
                 family.full.widths[0] / 2);
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestValues>(argc, argv);
}

#include "tst_values.moc"
