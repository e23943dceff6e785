// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_fields.h"
#include "core/base/text_file.h"
#include "core/manifold/manifold.h"
#include "core/smoothness/orders.h"

#include <QTest>

#include <map>

using namespace morphospace;

/// Against the best paths of long runs, stored with the command that found them, and lower bounds.
class TestPathQuality : public QObject {
    Q_OBJECT

private:
    std::map<std::string, DistanceMatrix> m_groups;

private Q_SLOTS:
    void initTestCase()
    {
        for (const char* name : {"glyphs-lenet", "glyphs-resnet", "mnist-lenet"}) {
            const auto manifold = readManifold(
                std::string(MORPHOSPACE_SOURCE_DIR "/resources/manifolds/") + name + ".manifold");
            const Network network = sampleNetwork(*manifold, manifold->family().full);
            const auto groups = channelGroups(network.family, network.configuration);
            const auto vectors = channelVectors(network);
            for (std::size_t i = 0; i < groups.size(); ++i)
                m_groups[std::string(name) + ": " + groups[i].name] =
                    channelDistances(vectors[i]);
        }
    }

    void withinOnePercentOfTheBestKnown_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("length");
        QTest::addColumn<double>("best");
        QTest::addColumn<double>("bound");
        const char* expected = "the output of 'paths'";
        const nlohmann::json object =
            parseJson(readTextFile(MORPHOSPACE_SOURCE_DIR
                                   "/tests/core/smoothness/fixtures/best_paths.json",
                                   1 << 20, expected),
                      expected);
        for (const nlohmann::json& one : object.at("paths")) {
            const std::string name = one.at("name");
            QTest::newRow(name.c_str())
                << QString::fromStdString(name) << one.at("channels").get<int>()
                << one.at("values_a_channel").get<int>() << one.at("best_known").get<double>()
                << one.at("lower_bound").get<double>();
        }
    }

    void withinOnePercentOfTheBestKnown()
    {
        QFETCH(QString, name);
        QFETCH(int, channels);
        QFETCH(int, length);
        QFETCH(double, best);
        QFETCH(double, bound);
        const auto group = m_groups.find(name.toStdString());
        const DistanceMatrix distances = group != m_groups.end()
            ? group->second
            : l1Distances(randomChannels(channels, length, 1), channels);
        QCOMPARE(distances.size, channels);
        const double found = pathLength(distances, shortestPath(distances));
        QVERIFY2(found <= 1.01 * best,
                 qPrintable(QString("%1 % above").arg(100 * (found / best - 1))));
        // Nobody is better than what cannot be beaten; the bounds themselves are close.
        QVERIFY(found >= bound * (1 - 1e-6));
        QVERIFY(best <= 1.03 * bound);
    }
};

QTEST_APPLESS_MAIN(TestPathQuality)
#include "tst_path_quality.moc"
