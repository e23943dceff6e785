// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fixtures.h"

#include "tests/core/datasets/data_files.h"

#include "app/gui/main_window.h"
#include "app/gui/script_player.h"
#include "core/base/error.h"
#include "core/evaluation/paired.h"
#include "widgets/compression/chart_view.h"
#include "widgets/compression/compression_chart.h"
#include "widgets/compression/compression_page.h"
#include "widgets/configuration/configuration_panel.h"
#include "widgets/configuration/size_row.h"
#include "widgets/figure/figure_file.h"
#include "widgets/inspector/comparison_card.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/journal/journal_list.h"
#include "widgets/shared/comparison_text.h"
#include "widgets/shared/frozen_column_table.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QToolButton>

using namespace morphospace;

namespace {

constexpr int longWait = 60000;   // only a broken program waits this long

std::shared_ptr<const ImageSet> imagesWithoutClusters()
{
    auto images = std::make_shared<ImageSet>(*randomImages(FamilyKind::LeNet, 300));
    images->clusters.clear();
    return images;
}

} // namespace

/// The session and the controls of the window say the same, and A and B are compared as they should.
class TestWindowState : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;

    template<class Control>
    Control* control(const char* name) const
    {
        return m_window->findChild<Control*>(QLatin1String(name));
    }

    bool settle()
    {
        QSignalSpy settled(&m_window->live(), &LiveMorph::settled);
        while (!m_window->live().isSettled()) {
            if (!settled.wait(longWait)) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] QString compared() const
    {
        return m_window->inspectorPanel()->comparison()->text();
    }

    [[nodiscard]] std::string option(const char* name) const
    {
        return optionValue(m_window->session().state(), name);
    }

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<MainWindow>(Preferences{}, false);
        m_window->showForNow(std::nullopt, QSize(1280, 800));
        m_window->show();
        m_window->session().open(untrainedManifold(FamilyKind::LeNet), "test.manifold");
        QCoreApplication::processEvents();   // new rows are shown by the event loop
    }
    void cleanup() { m_window.reset(); }

    /// 100 images, of which only A gets 10 right and only B 2. McNemar, exact: 2 (1 + 12 + 66) / 2^12
    /// = 0.0386. Bonett and Price: (3 - 11) / 102 -+ 1.96 sqrt((14/102 - (8/102)^2) / 102).
    void aPairComputedByHand()
    {
        ImageSet images = *randomImages(FamilyKind::LeNet, 100);
        images.clusters.clear();
        std::vector<bool> a(100, true);
        std::vector<bool> b(100, true);
        for (std::size_t i = 0; i < 12; ++i) {
            (i < 10 ? b : a)[7 * i] = false;
        }
        const PairedComparison found = comparePaired(images, a, b);
        QCOMPARE(found.onlyA, 10);
        QCOMPARE(found.onlyB, 2);
        QVERIFY(!found.clustered);
        QVERIFY(std::abs(found.mcnemar - 158.0 / 4096) < 1e-12);
        const QString text = comparisonText(found);
        for (const char* word : {"100 images", "−8.00 points", "−14.87 to −0.82", "p = 0.039",
                                 "McNemar", "only A right on 10", "only B on 2"}) {
            QVERIFY2(text.contains(QString::fromUtf8(word)), qPrintable(text));
        }
    }

    /// Four families of 40, 10, 30 and 20 images whose gains are 3, -1, 2 and 0: Yang, Sun and
    /// Hardin's statistic is (3 - 1 + 2)^2 / (9 + 1 + 4) = 1.142857, p = 0.285 with one degree of
    /// freedom. (With equal weights for families it would be 0.0417^2 / 0.0201 = 0.086.)
    void clusteredPairsComputedByHand()
    {
        ImageSet images = *randomImages(FamilyKind::LeNet, 100);
        const std::vector<std::size_t> order = measuringOrder(100);
        images.clusters.assign(100, 0);
        std::vector<bool> a(100, true);
        std::vector<bool> b(100, true);
        std::size_t at = 0;
        for (const auto& [count, gain] : {std::pair{40, 3}, {10, -1}, {30, 2}, {20, 0}}) {
            const auto family = std::uint16_t(count);
            for (int i = 0; i < count; ++i, ++at) {
                images.clusters[order[at]] = family;
                if (i < std::abs(gain)) {
                    (gain > 0 ? a : b)[at] = false;
                }
            }
        }
        const PairedComparison found = comparePaired(images, a, b);
        QVERIFY(found.clustered.has_value());
        QVERIFY2(std::abs(*found.clustered - 0.28505) < 1e-5,
                 qPrintable(QString::number(*found.clustered, 'g', 8)));
        QCOMPARE(found.onlyA, 1);
        QCOMPARE(found.onlyB, 5);
    }

    void aAgainstBOnTheSameImages()
    {
        m_window->images().provide(imagesWithoutClusters());
        QVERIFY(settle());
        QVERIFY(!m_window->inspectorPanel()->comparison()->isVisible());
        m_window->session().perform(PinSample{});
        QVERIFY2(compared().contains(QStringLiteral("same network")), qPrintable(compared()));
        m_window->session().perform(SetWidth{0, 3});
        QVERIFY(m_window->live().comparison() == nullptr);
        QTRY_VERIFY2_WITH_TIMEOUT(compared().contains(QStringLiteral("Not yet"))
                         || compared().contains(QStringLiteral("points")),
                     qPrintable(compared()), longWait);
        QVERIFY(settle());
        const auto& a = m_window->live().pinned()->right;
        const auto& b = m_window->live().current()->right;
        QCOMPARE(a.size(), std::size_t(300));
        QCOMPARE(b.size(), std::size_t(300));
        int onlyA = 0;
        int onlyB = 0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            onlyA += a[i] && !b[i];
            onlyB += b[i] && !a[i];
        }
        QVERIFY2(onlyA + onlyB > 0, "two networks that agree on every image test nothing");
        const PairedComparison* found = m_window->live().comparison();
        QVERIFY(found != nullptr);
        QCOMPARE(found->onlyA, onlyA);
        QCOMPARE(found->onlyB, onlyB);
        QTRY_VERIFY2_WITH_TIMEOUT(compared().contains(QStringLiteral("only A right: %1\nonly B right: %2")
                                             .arg(onlyA)
                                             .arg(onlyB)),
                     qPrintable(compared()), longWait);
        QVERIFY2(compared().contains(QStringLiteral("McNemar's exact test")), qPrintable(compared()));
        QVERIFY2(compared().contains(probabilityText(mcnemarTest(onlyA, onlyB))),
                 qPrintable(compared()));
        // The compression page and the figures say the same.
        m_window->session().perform(ShowPage{"compression"});
        const FigureData data = m_window->compressionPage()->figure();
        QVERIFY(data.compared);
        QCOMPARE(data.compared->onlyA, onlyA);
        bool inNumbers = false;
        for (const Figure& figure : m_window->figures()) {
            for (const NumberTable& table : figure.numbers) {
                inNumbers = inNumbers
                    || (table.name == u"comparison" && table.rows.value(0).value(5) == onlyA);
            }
        }
        QVERIFY(inNumbers);
    }

    void imagesOfOneFontAreNotTakenAsIndependent()
    {
        m_window->images().provide(randomImages(FamilyKind::LeNet, 300));   // two clusters
        m_window->session().perform(PinSample{});
        m_window->session().perform(SetWidth{0, 3});
        QVERIFY(settle());
        QVERIFY(m_window->live().comparison()->clustered);
        QTRY_VERIFY2_WITH_TIMEOUT(compared().contains(QStringLiteral("Hardin")),
                                  qPrintable(compared()), longWait);
        QVERIFY2(compared().contains(
                     probabilityText(*m_window->live().comparison()->clustered)),
                 qPrintable(compared()));
    }

    void withoutImagesItSaysWhyNothingIsCompared()
    {
        m_window->session().perform(PinSample{});
        m_window->session().perform(SetWidth{0, 3});
        QVERIFY(settle());
        if (m_window->images().images() == nullptr) {
            QTRY_VERIFY2_WITH_TIMEOUT(compared().contains(QStringLiteral("no test images")),
                         qPrintable(compared()), longWait);
        }
    }

    void choicesOfThePagesAreSteps()
    {
        const std::size_t first = m_window->session().journal().steps().size();
        control<QComboBox>("compression-axis")->setCurrentIndex(1);
        QCOMPARE(option("compression.axis"), std::string("macs"));
        QVERIFY(m_window->compressionPage()->figure().axis == CostAxis::Macs);
        control<QToolButton>("compression-range")->click();
        QCOMPARE(option("compression.range"), std::string("whole"));
        QVERIFY(!m_window->compressionPage()->figure().close);
        control<QToolButton>("compression-view")->click();
        QCOMPARE(option("compression.view"), std::string("table"));
        control<QToolButton>("fold")->click();
        QCOMPARE(option("configuration.stages"), std::string("hidden"));
        SizeRow* row = m_window->configurationPanel()->stageWidths().front();
        QVERIFY(!row->isVisible());
        QCOMPARE(m_window->session().journal().steps().size(), first + 4);

        // Undo and redo move the controls.
        m_window->session().undo();
        QVERIFY(row->isVisible());
        QVERIFY(control<QToolButton>("fold")->isChecked());
        m_window->session().undo();
        QVERIFY(!control<QToolButton>("compression-view")->isChecked());
        m_window->session().undo();
        QVERIFY(control<QToolButton>("compression-range")->isChecked());
        m_window->session().undo();
        QCOMPARE(control<QComboBox>("compression-axis")->currentIndex(), 0);
        QVERIFY(m_window->compressionPage()->figure().axis == CostAxis::Parameters);
        m_window->session().moveTo(first + 4);
        QCOMPARE(control<QComboBox>("compression-axis")->currentIndex(), 1);
        QVERIFY(!row->isVisible());
        QCOMPARE(m_window->session().journal().steps().size(), first + 4);

        // Saved, and shown by another window.
        const SessionDocument saved =
            sessionFromText(sessionText(m_window->session().document()));
        const OpenedManifolds manifolds = m_window->session().opened();
        m_window = std::make_unique<MainWindow>(Preferences{}, false);
        m_window->show();
        m_window->session().replace(saved, manifolds);
        QCOMPARE(control<QComboBox>("compression-axis")->currentIndex(), 1);
        QVERIFY(!control<QToolButton>("compression-range")->isChecked());
        QVERIFY(control<QToolButton>("compression-view")->isChecked());
        QVERIFY(!control<QToolButton>("fold")->isChecked());
    }

    void aDataFolderCountsAtOnce()
    {
        const auto here = std::filesystem::path(m_folder.path().toStdString());
        for (const char* name : {"first", "second"}) {
            const std::uint32_t count = name[0] == 'f' ? 40 : 50;
            writeBytes(here / name / "t10k-images-idx3-ubyte", idxImages(count, 28, 28));
            writeBytes(here / name / "t10k-labels-idx1-ubyte", idxLabels(count));
        }
        QSignalSpy opened(m_window.get(), &MainWindow::opened);
        m_window->openFile(MORPHOSPACE_SOURCE_DIR "/resources/manifolds/mnist-lenet.manifold");
        QVERIFY(opened.wait(longWait));
        QVERIFY(settle());
        QVERIFY(m_window->images().images() == nullptr);
        Preferences preferences = m_window->preferences();
        const auto choose = [&](const char* name) {
            preferences.dataFolders.remove(QStringLiteral("mnist"));
            if (name != nullptr) {
                preferences.dataFolders[QStringLiteral("mnist")] =
                    QString::fromStdString((here / name).string());
            }
            m_window->applyPreferences(preferences);
            return settle();
        };
        QVERIFY(choose("first"));
        QVERIFY2(m_window->images().images() != nullptr, qPrintable(m_window->images().missing()));
        QCOMPARE(m_window->images().images()->size(), std::size_t(40));
        QCOMPARE(m_window->live().current()->measurement->images, 40);
        QVERIFY(choose("second"));
        QCOMPARE(m_window->live().current()->measurement->images, 50);
        QVERIFY(choose(nullptr));
        QVERIFY(m_window->images().images() == nullptr);
        QVERIFY(!m_window->live().current()->measurement);
        QVERIFY(choose("first"));
        QCOMPARE(m_window->live().current()->measurement->images, 40);
    }

    void havingLookedAtAPageIsNoChange()
    {
        m_window->session().perform(ShowPage{"compression"});
        m_window->session().perform(SetOption{"compression.view", "table"});
        QVERIFY(!m_window->files().isModified());
        m_window->session().perform(SetWidth{0, 5});
        QVERIFY(m_window->files().isModified());
    }

    void undoInAFieldIsThatOfTheWindow()
    {
        m_window->activateWindow();   // nothing else does where there is no window manager
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        auto* field = m_window->configurationPanel()->stageWidths().front()->findChild<QSpinBox*>();
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("4"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_window->session().state().current.widths.front(), 4);
        QTest::keyClick(m_window->windowHandle(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_window->session().state().current.widths.front(), 8);
        QCOMPARE(field->value(), 8);
    }

    void aDragTouchesOneRowOfTheJournal()
    {
        SessionModel& session = m_window->session();
        for (int width = 1; width <= 6; ++width) {
            session.perform(SetWidth{0, width});
        }
        JournalList list(session);
        const QAbstractItemModelTester tester(&list,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&list, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&list, &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(&list, &QAbstractItemModel::dataChanged);
        const int rows = list.rowCount();
        session.beginDrag();
        session.perform(SetWidth{0, 7});
        QCOMPARE(inserted.size(), 1);
        changed.clear();
        for (int width = 6; width >= 1; --width) {
            session.perform(SetWidth{0, width});
        }
        session.endDrag();
        QCOMPARE(list.rowCount(), rows + 1);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(changed.size(), 6);
        for (const QList<QVariant>& one : changed) {
            QCOMPARE(one[0].toModelIndex().row(), rows);
            QCOMPARE(one[1].toModelIndex().row(), rows);
        }
        QVERIFY(list.data(list.index(rows), Qt::DisplayRole).toString().contains(u'1'));
        // Undone steps are cut off by another one; notes change their row alone.
        session.moveTo(3);
        session.perform(SetWidth{0, 8});
        QCOMPARE(list.rowCount(), 5);
        changed.clear();
        session.setNote(1, QStringLiteral("why"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 2);
        QCOMPARE(reset.size(), 0);
        // Rows that come and go move nobody in the session.
        QCOMPARE(session.journal().position(), std::size_t(4));
    }

    void thePictureOfTheWindowOpensAsItsSession()
    {
        m_window->session().perform(SetWidth{0, 5});
        const auto folder = std::filesystem::path(m_folder.path().toStdString());
        writePicture(*m_window, folder / "window.png");
        const Provenance found = readProvenance(folder / "window.png");
        QCOMPARE(found.current, (Configuration{{5}, {}}));
        QVERIFY(!found.session.empty());
        QVERIFY(sessionFromText(found.session).steps.size() == 2);
        writePicture(*m_window, folder / "origin.png", Enclosed::Origin);
        QVERIFY(readProvenance(folder / "origin.png").session.empty());
        writePicture(*m_window, folder / "nothing.png", Enclosed::Nothing);
        QVERIFY_EXCEPTION_THROWN((void)readProvenance(folder / "nothing.png"), Error);
    }

    void theFrozenColumnStaysAndSorts()
    {
        QStandardItemModel model(30, 20);
        for (int row = 0; row < 30; ++row) {
            for (int column = 0; column < 20; ++column) {
                model.setData(model.index(row, column), (row * 7 + column) % 30, Qt::EditRole);
            }
        }
        QSortFilterProxyModel sorted;
        sorted.setSourceModel(&model);
        FrozenColumnTable table;
        table.setModel(&sorted);
        table.resize(400, 300);
        table.freeze(19);
        table.setFrozenWidth(60);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        const QPoint before = table.frozen()->mapTo(&table, QPoint());
        table.horizontalScrollBar()->setValue(table.horizontalScrollBar()->maximum());
        QCOMPARE(table.frozen()->mapTo(&table, QPoint()), before);
        QCOMPARE(table.frozen()->width(), 60);
        table.verticalScrollBar()->setValue(40);
        QCOMPARE(table.frozen()->verticalScrollBar()->value(), 40);
        // Each heading sorts: down, up, and back to the order of the model.
        QHeaderView* header = table.frozen()->horizontalHeader();
        const auto click = [&] {
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(30, 5));
            return sorted.index(0, 19).data().toInt();
        };
        QCOMPARE(click(), 0);
        QCOMPARE(click(), 29);
        QCOMPARE(click(), 19);
        QVERIFY(table.selectionModel()->selectedIndexes().isEmpty());
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestWindowState>(argc, argv);
}

#include "tst_window_state.moc"
