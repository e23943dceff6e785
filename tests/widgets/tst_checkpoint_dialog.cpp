// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fixtures.h"

#include "widgets/checkpoint/checkpoint_dialog.h"
#include "widgets/checkpoint/checkpoint_export_job.h"
#include "widgets/checkpoint/percent_list.h"
#include "widgets/shared/state_note.h"

#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>

using namespace morphospace;

namespace {

constexpr int longWait = 60000; // only a broken program waits this long

template <typename Widget>
Widget* named(const QDialog& dialog, const QString& name)
{
    for (Widget* widget : dialog.findChildren<Widget*>()) {
        if (widget->accessibleName() == name) {
            return widget;
        }
    }
    qFatal("no control '%s'", qPrintable(name));
}

} // namespace

class TestCheckpointDialog : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] CheckpointChoices choices(FamilyKind kind = FamilyKind::ResNet) const
    {
        CheckpointChoices result;
        result.manifold = untrainedManifold(kind);
        result.current = result.manifold->family().full;
        result.images = randomImages(kind, 300);
        result.name = QStringLiteral("net");
        result.folder = m_folder->path();
        return result;
    }

    [[nodiscard]] QStringList listing() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

    /// Names of the files that an order writes.
    [[nodiscard]] static QStringList files(const CheckpointOrder& order)
    {
        QStringList list;
        for (const CheckpointItem& item : order.items) {
            for (const auto& file : item.files) {
                list += QString::fromStdString(file.filename().string());
            }
        }
        return list;
    }

    [[nodiscard]] static QStringList shown(const CheckpointDialog& dialog)
    {
        QStringList list;
        const auto* table = dialog.findChild<QTableWidget*>();
        for (int row = 0; row < table->rowCount(); ++row) {
            list += table->item(row, 0)->text();
        }
        return list;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void percentLists_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<double>>("fractions");
        QTest::newRow("with a sign") << "25, 50, 75 %" << QList<double>{0.25, 0.5, 0.75};
        QTest::newRow("with many") << " 25%;50 %\t200%" << QList<double>{0.25, 0.5, 2};
        QTest::newRow("decimals") << "12.5" << QList<double>{0.125};
        QTest::newRow("empty") << "" << QList<double>{};
        QTest::newRow("only a sign") << " %, " << QList<double>{};
        QTest::newRow("nought") << "0, 50" << QList<double>{};
        QTest::newRow("negative") << "-25" << QList<double>{};
        QTest::newRow("too much") << "25, 201" << QList<double>{};
        QTest::newRow("not finite") << "nan" << QList<double>{};
        QTest::newRow("word") << "25, half" << QList<double>{};
        QTest::newRow("endless") << QString("1 ").repeated(101) << QList<double>{};
    }

    void percentLists()
    {
        QFETCH(QString, text);
        QFETCH(QList<double>, fractions);
        const PercentList list = parsePercents(text, 200);
        QCOMPARE(QList<double>(list.fractions.begin(), list.fractions.end()), fractions);
        QCOMPARE(list.problem.isEmpty(), !fractions.isEmpty());
    }

    void beginsWithTheCurrentSample()
    {
        CheckpointChoices start = choices();
        start.current = {{3, 8, 11}, {1, 2, 1}};
        const CheckpointDialog dialog(start);
        QCOMPARE(dialog.problem(), QString());
        QVERIFY(!dialog.summary().isProblem());
        const CheckpointOrder order = dialog.order();
        QCOMPARE(files(order), QStringList("net-3-8-11_1-2-1.safetensors"));
        QVERIFY(order.items[0].configuration == start.current);
        QCOMPARE(order.sample.averaging, 1);
        QVERIFY(order.cards);
        QCOMPARE(order.images, start.images);
        QVERIFY(!named<QCheckBox>(dialog, "Pinned sample")->isEnabled());
        QCOMPARE(shown(dialog), files(order));
    }

    void everythingAtOnce()
    {
        CheckpointChoices start = choices();
        start.current = {{4, 8, 16}, {1, 2, 1}};
        start.pinned = Configuration{{2, 2, 2}, {2, 2, 2}};
        start.averaging = 7;
        const CheckpointDialog dialog(start);
        named<QCheckBox>(dialog, "Pinned sample")->setChecked(true);
        QTest::keyClicks(named<QLineEdit>(dialog, "Percentages of full width"), " 100");
        QVERIFY(named<QCheckBox>(dialog, "Several widths")->isChecked()); // who types wants it
        named<QCheckBox>(dialog, "ONNX (.onnx)")->setChecked(true);
        named<QCheckBox>(dialog, "safetensors, PyTorch's names")->setChecked(false);
        named<QCheckBox>(dialog, "Model card")->setChecked(false);
        // 100 % is the current sample, and is written once.
        const QStringList expected{"net-4-8-16_1-2-1.onnx", "net-2-2-2_2-2-2.onnx",
                                   "net-1-2-4_1-2-1.onnx", "net-2-4-8_1-2-1.onnx",
                                   "net-3-6-12_1-2-1.onnx"};
        const CheckpointOrder order = dialog.order();
        QCOMPARE(files(order), expected);
        QCOMPARE(shown(dialog), expected);
        QCOMPARE(order.sample.averaging, 7);
        QVERIFY(!order.cards);
        QVERIFY(order.images == nullptr); // nothing would hold what is measured
        named<QRadioButton>(dialog, "Clean sample")->setChecked(true);
        QCOMPARE(dialog.order().sample.averaging, 1);
        named<QRadioButton>(dialog, "Averaged samples")->setChecked(true);
        named<QSpinBox>(dialog, "Samples to average")->setValue(3);
        QCOMPARE(dialog.order().sample.averaging, 3);
    }

    void wrongChoicesAreSaidAndCannotBeTaken_data()
    {
        QTest::addColumn<QString>("control");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("no network") << "Current sample"
                                    << ""
                                    << "at least one network";
        QTest::newRow("no format") << "safetensors, PyTorch's names"
                                   << ""
                                   << "at least one format";
        QTest::newRow("list") << "Percentages of full width"
                              << "25, x"
                              << "x is not a percentage";
        QTest::newRow("no folder") << "Folder"
                                   << ""
                                   << "folder that exists";
        QTest::newRow("folder gone") << "Folder"
                                     << "/none/of/these"
                                     << "folder that exists";
        QTest::newRow("name with a path") << "Name"
                                          << "../net"
                                          << "without /";
        QTest::newRow("no name") << "Name"
                                 << " "
                                 << "a name";
    }

    void wrongChoicesAreSaidAndCannotBeTaken()
    {
        QFETCH(QString, control);
        QFETCH(QString, text);
        QFETCH(QString, words);
        const CheckpointDialog dialog(choices());
        const auto* accept = named<QPushButton>(dialog, "Export");
        QVERIFY(accept->isEnabled());
        if (control == "Current sample" || control.startsWith("safetensors")) {
            named<QCheckBox>(dialog, control)->setChecked(false);
        } else {
            named<QCheckBox>(dialog, "Several widths")->setChecked(true);
            named<QLineEdit>(dialog, control)->setText(text);
        }
        QVERIFY2(dialog.problem().contains(words), qPrintable(dialog.problem()));
        QCOMPARE(dialog.summary().text(), dialog.problem());
        QVERIFY(dialog.summary().isProblem());   // and looks like it
        QVERIFY(!accept->isEnabled());
    }

    void filesThatExistAreNamedFirst()
    {
        CheckpointDialog dialog(choices());
        QFile existing(m_folder->filePath(shown(dialog).at(0)));
        QVERIFY(existing.open(QIODevice::WriteOnly));
        named<QCheckBox>(dialog, "TorchScript (.pt)")->setChecked(true);
        const QStringList rows = shown(dialog);
        QVERIFY(rows.at(0).contains("replaced"));
        QVERIFY(!rows.at(1).contains("replaced"));
        QCOMPARE(named<QPushButton>(dialog, "Replace and export")->text(),
                 QStringLiteral("Replace and export"));
    }

    void controlsHaveNamesAndTips()
    {
        CheckpointDialog dialog(choices());
        const QStringList unnamed = unnamedControls(&dialog);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
    }

    void normalisationIsSaid()
    {
        const auto says = [](const CheckpointDialog& dialog, const char* words) {
            const auto labels = dialog.findChildren<QLabel*>();
            return std::ranges::any_of(labels, [words](const QLabel* label) {
                return label->text().contains(QLatin1String(words));
            });
        };
        QVERIFY(says(CheckpointDialog(choices()), "generated for each size and folded"));
        QVERIFY(says(CheckpointDialog(choices(FamilyKind::LeNet)), "none"));
    }

    void aJobWritesTheOrder()
    {
        JobBoard jobs;
        CheckpointExport exporter(jobs);
        const CheckpointChoices start = choices();
        const CheckpointDialog dialog(start);
        named<QCheckBox>(dialog, "ONNX (.onnx)")->setChecked(true);
        QSignalSpy written(&exporter, &CheckpointExport::written);
        QSignalSpy ended(&exporter, &CheckpointExport::ended);
        QSignalSpy problem(&exporter, &CheckpointExport::problem);
        exporter.start(start.manifold, dialog.order());
        QVERIFY(listing().isEmpty()); // nothing is written by the thread of the window
        QVERIFY(ended.wait(longWait));
        QCOMPARE(written.size(), 2);
        QVERIFY(problem.isEmpty());
        QVERIFY(ended[0][0].toString().contains("written: 2"));
        QCOMPARE(listing(),
                 (QStringList{"net-4-8-16_2-2-2.onnx", "net-4-8-16_2-2-2.onnx.md",
                              "net-4-8-16_2-2-2.safetensors", "net-4-8-16_2-2-2.safetensors.md"}));
        QFile card(m_folder->filePath("net-4-8-16_2-2-2.onnx.md"));
        QVERIFY(card.open(QIODevice::ReadOnly));
        QVERIFY(card.readAll().contains("| images | 300 |"));
    }

    /// Cancelled at the first sign of life: whole files only, and it is said.
    void aCancelledJobLeavesWholeFiles()
    {
        JobBoard jobs;
        CheckpointExport exporter(jobs);
        const CheckpointChoices start = choices();
        CheckpointOrder order;
        std::vector<Configuration> sizes;
        for (int width = 1; width <= 8; ++width) {
            for (int other = 1; other <= 16; ++other) {
                sizes.push_back({{width, other, 16}, {2, 2, 2}});
            }
        }
        order.items = checkpointItems(sizes, m_folder->path().toStdString(), "net",
                                      {CheckpointFormat::Safetensors});
        order.images = start.images;
        QSignalSpy ended(&exporter, &CheckpointExport::ended);
        JobId id = 0;
        connect(&exporter, &CheckpointExport::written, &exporter, [&] { jobs.cancel(id); });
        id = exporter.start(start.manifold, order);
        QVERIFY(ended.wait(longWait));
        const QStringList files = listing();
        const qsizetype cards = files.filter(".md").size();
        QVERIFY(cards >= 1 && cards < qsizetype(sizes.size()));
        QCOMPARE(files.size(), 2 * cards);
        QVERIFY2(ended[0][0].toString().contains(
                     QStringLiteral("%1 of %2").arg(cards).arg(sizes.size())),
                 qPrintable(ended[0][0].toString()));
    }

    void whatGoesWrongIsToldOnce()
    {
        JobBoard jobs;
        CheckpointExport exporter(jobs);
        const CheckpointChoices start = choices();
        CheckpointOrder order;
        order.items = {{start.current, {"/none/of/these/net.pt"}}};
        QSignalSpy ended(&exporter, &CheckpointExport::ended);
        QSignalSpy problem(&exporter, &CheckpointExport::problem);
        QSignalSpy jobEnded(&jobs, &JobBoard::ended);
        exporter.start(start.manifold, order);
        QVERIFY(jobEnded.wait(longWait));
        QCOMPARE(problem.size(), 1);
        QVERIFY(problem[0][0].toString().startsWith("net.pt"));
        QVERIFY(ended.isEmpty());
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestCheckpointDialog>(argc, argv);
}

#include "tst_checkpoint_dialog.moc"
