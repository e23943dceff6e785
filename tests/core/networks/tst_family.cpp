// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/networks/family.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace morphospace;

Q_DECLARE_METATYPE(Family)
Q_DECLARE_METATYPE(Configuration)

class TestFamily : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsMatchClosedForms_data()
    {
        QTest::addColumn<Family>("family");
        QTest::addColumn<Configuration>("size");
        QTest::addColumn<qint64>("parameters");
        QTest::addColumn<qint64>("trainable");
        QTest::addColumn<qint64>("macs");

        // LeNet: 9h + h, 50h^2 + 2h, 200h^2 + 4h, 4hc + c.
        const auto leNetParameters = [](qint64 h, qint64 c) {
            return 9 * h + h + 50 * h * h + 2 * h + 200 * h * h + 4 * h + 4 * h * c + c;
        };
        const auto leNetMacs = [](qint64 h, qint64 c) {
            return 784 * 9 * h + 100 * 50 * h * h + 200 * h * h + 4 * h * c;
        };
        for (const int h : {1, 8, 32, 40}) {
            QTest::addRow("LeNet %d", h)
                << leNet(32, 10) << Configuration{{h}, {}} << leNetParameters(h, 10)
                << leNetParameters(h, 10) << leNetMacs(h, 10);
        }
        // ResNet 6n + 2 with projections and batch normalisation, as published implementations
        // count it: 272,474 (0.27 M) and 855,770 (0.86 M); 41 and 126 million multiplications.
        const Family twenty = resNet({16, 32, 64}, {3, 3, 3}, 3, 32, 10);
        const Family fiftySix = resNet({16, 32, 64}, {9, 9, 9}, 3, 32, 10);
        QTest::addRow("ResNet-20") << twenty << twenty.full << qint64(271690) << qint64(272474)
                                   << qint64(40813184);
        QTest::addRow("ResNet-56") << fiftySix << fiftySix.full << qint64(853642) << qint64(855770)
                                   << qint64(125747840);
    }

    void countsMatchClosedForms()
    {
        QFETCH(Family, family);
        QFETCH(Configuration, size);
        QTEST(qint64(parameterCount(family, size)), "parameters");
        QTEST(qint64(trainableParameterCount(family, size)), "trainable");
        QTEST(qint64(macCount(family, size)), "macs");
    }

    void namesAreThoseOfPyTorchCode()
    {
        const Family family = resNet({16, 32, 64}, {2, 1, 1}, 3, 32, 10);
        QStringList names;
        for (const Unit& unit : units(family, family.full))
            names << QString::fromStdString(unit.name + "/" + unit.normName);
        QCOMPARE(names,
                 QStringList({"conv1/bn1", "layer1.0.conv1/layer1.0.bn1",
                              "layer1.0.conv2/layer1.0.bn2", "layer1.1.conv1/layer1.1.bn1",
                              "layer1.1.conv2/layer1.1.bn2", "layer2.0.conv1/layer2.0.bn1",
                              "layer2.0.conv2/layer2.0.bn2",
                              "layer2.0.shortcut.0/layer2.0.shortcut.1",
                              "layer3.0.conv1/layer3.0.bn1", "layer3.0.conv2/layer3.0.bn2",
                              "layer3.0.shortcut.0/layer3.0.shortcut.1", "fc/"}));
    }

    void axesOfAGroupAgree_data()
    {
        QTest::addColumn<Family>("family");
        QTest::addColumn<Configuration>("size");
        const Family resnet = resNet({16, 32, 64}, {3, 2, 4}, 1, 28, 62, 2);
        QTest::addRow("LeNet") << leNet(32, 62) << Configuration{{13}, {}};
        QTest::addRow("full") << resnet << resnet.full;
        QTest::addRow("odd") << resnet << Configuration{{5, 40, 7}, {1, 2, 3}};
    }

    void axesOfAGroupAgree()
    {
        QFETCH(Family, family);
        QFETCH(Configuration, size);
        const std::vector<ChannelGroup> groups = channelGroups(family, size);
        std::set<int> written;
        int previousOut = family.imageChannels;
        for (const Unit& unit : units(family, size)) {
            for (const Axis& axis : {unit.out, unit.in}) {
                if (axis.group >= 0)
                    QCOMPARE(axis.size, groups.at(std::size_t(axis.group)).size);
            }
            // A group is read only after something has written it.
            if (unit.in.group >= 0)
                QVERIFY2(written.contains(unit.in.group), unit.name.c_str());
            written.insert(unit.out.group);
            previousOut = unit.out.size;
        }
        QCOMPARE(previousOut, family.classes);
        for (std::size_t g = 0; g < groups.size(); ++g)
            QCOMPARE(written.contains(int(g)), groups[g].size > 0);
    }

    void aGroupKeepsItsNumberAtEveryDepth()
    {
        const Family family = resNet({16, 32, 64}, {3, 3, 3}, 3, 32, 10);
        const auto groupOf = [&](const Configuration& size, const std::string& name) {
            for (const Unit& unit : units(family, size)) {
                if (unit.name == name)
                    return unit.out.group;
            }
            return -2;
        };
        const Configuration shallow{{4, 4, 4}, {1, 1, 1}};
        for (const char* name : {"conv1", "layer2.0.conv1", "layer3.0.conv1", "layer3.0.conv2"})
            QCOMPARE(groupOf(shallow, name), groupOf(family.full, name));
    }

    void illegalSizesAreRefusedInWords_data()
    {
        QTest::addColumn<Configuration>("size");
        QTest::addColumn<QString>("words");
        QTest::addRow("zero width") << Configuration{{0, 32, 64}, {3, 3, 3}} << "width 0 of stage 1";
        QTest::addRow("too wide") << Configuration{{16, 65, 64}, {3, 3, 3}} << "expected 1 to 64";
        QTest::addRow("no block") << Configuration{{16, 32, 64}, {3, 0, 3}} << "depth 0 of stage 2";
        QTest::addRow("too deep") << Configuration{{16, 32, 64}, {3, 3, 4}} << "expected 1 to 3";
        QTest::addRow("two widths") << Configuration{{16, 32}, {3, 3, 3}} << "3 stages of ResNet";
        QTest::addRow("no depths") << Configuration{{16, 32, 64}, {}} << "depths: got 0";
    }

    void illegalSizesAreRefusedInWords()
    {
        QFETCH(Configuration, size);
        QFETCH(QString, words);
        const Family family = resNet({16, 32, 64}, {3, 3, 3}, 3, 32, 10);
        try {
            (void)units(family, size);
            QFAIL("accepted");
        } catch (const Error& error) {
            QVERIFY2(QString(error.what()).contains(words), error.what());
        }
    }

    void oneDepthIsSaidInWords()
    {
        try {
            (void)units(leNet(32, 10), {{32}, {2}});
            QFAIL("accepted");
        } catch (const Error& error) {
            QCOMPARE(QString(error.what()),
                     QString("the LeNet family has one depth; expected no depths, got 1"));
        }
    }

    void fractionsThatAreNoneAreRefused()
    {
        for (const double fraction : {std::nan(""), HUGE_VAL, -0.5})
            QVERIFY_EXCEPTION_THROWN((void)uniformWidths(leNet(32, 10), fraction, {}), Error);
    }

    void fractionsRoundHalfUp()
    {
        const Family family = resNet({16, 32, 64}, {3, 3, 3}, 3, 32, 10);
        QCOMPARE(uniformWidths(family, 0.6, {3, 3, 3}).widths, (std::vector{10, 19, 38}));
        QCOMPARE(uniformWidths(family, 0.03125, {1, 1, 1}).widths, (std::vector{1, 1, 2}));
        QCOMPARE(uniformWidths(family, 0.001, {1, 1, 1}).widths, (std::vector{1, 1, 1}));
    }
};

QTEST_APPLESS_MAIN(TestFamily)
#include "tst_family.moc"
