// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The recorded experiment as curves: against values by hand, of the file that ships, and of files that
// take its place.
#include "tests/widgets/fixtures.h"
#include "tests/widgets/smoothness/order_fixtures.h"

#include "core/base/resources.h"
#include "core/base/text_file.h"
#include "widgets/figure/figure.h"
#include "widgets/figure/number_table_view.h"
#include "widgets/smoothness/experiment_view.h"

#include <nlohmann/json.hpp>

#include <QComboBox>
#include <QLabel>

#include <algorithm>
#include <cmath>

using namespace morphospace;

namespace {

const OrderCurves::Curve& curveOf(const OrderCurves& curves, OrderKind order)
{
    return *std::ranges::find(curves.curves, order, &OrderCurves::Curve::order);
}

void show(ExperimentView& view)
{
    view.resize(720, 420);
    view.showOptions();
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
}

} // namespace

class TestOrderCurves : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void meansAndIntervals()
    {
        const OrderCurves curves =
            orderCurves(madeOrders(), "lenet/grid", OrderCurves::Shown::Accuracy);
        QCOMPARE(curves.curves.size(), std::size_t(2));
        const OrderCurves::Curve& random = curveOf(curves, OrderKind::Random);
        QCOMPARE(random.points.size(), std::size_t(2));
        QCOMPARE(random.points[0].width, 50.0);
        QCOMPARE(random.points[1].width, 100.0);
        // Seed 4 has no path: it is left out, or the mean would be 60.75.
        QCOMPARE(random.points[0].seeds.size(), std::size_t(3));
        QVERIFY(std::abs(random.points[0].mean - 81) < 1e-9);
        // 80, 81, 82: standard deviation 1; Student's t with 2 degrees of freedom is 4.303.
        QVERIFY(std::abs(random.points[0].half - 4.303 / std::sqrt(3.0)) < 1e-6);
        QVERIFY(std::abs(random.points[1].half) < 1e-9);
        QCOMPARE(curves.count(), 4);
        for (int i = 0; i < curves.count(); ++i) {
            QVERIFY(!curves.describe(i).isEmpty());
        }
        QVERIFY2(curves.describe(0).contains(QStringLiteral("81.00")), qPrintable(curves.describe(0)));
    }

    void differencesArePaired()
    {
        const OrderCurves curves =
            orderCurves(madeOrders(), "lenet/grid", OrderCurves::Shown::Difference);
        QCOMPARE(curves.curves.size(), std::size_t(1));   // none of random from itself
        const OrderCurves::Point& narrow = curves.curves[0].points[0];
        // 1.1, 1.2 and 1.6 points: mean 1.3, standard deviation 0.2646.
        QVERIFY(std::abs(narrow.mean - 1.3) < 1e-9);
        QVERIFY(std::abs(narrow.half - 4.303 * std::sqrt(0.07) / std::sqrt(3.0)) < 1e-6);
        QVERIFY(std::abs(narrow.seeds[2].second - 1.6) < 1e-9);
        // Mean over both sizes by seed: 0.75, 0.8, 1.0 points: more than the interval.
        const QString verdict = orderVerdict(madeOrders(), "lenet/grid");
        QVERIFY2(verdict.contains(QStringLiteral("+0.85")), qPrintable(verdict));
        QVERIFY2(verdict.endsWith(QStringLiteral("more than the interval.")), qPrintable(verdict));
    }

    void whatIsNotThereIsNotShown()
    {
        const OrderResults results = madeOrders();
        QCOMPARE(orderBlocks(results), (std::vector<std::string>{"lenet/grid", "lenet/slice"}));
        const OrderCurves one = orderCurves(results, "lenet/slice", OrderCurves::Shown::Accuracy);
        QCOMPARE(one.curves.size(), std::size_t(1));
        QVERIFY(std::isinf(one.curves[0].points[0].half));
        QVERIFY(one.describe(0).contains(QStringLiteral("no interval")));
        QCOMPARE(orderCurves(results, "lenet/slice", OrderCurves::Shown::Difference).count(), 0);
        QVERIFY(!orderVerdict(results, "lenet/slice").isEmpty());
        QCOMPARE(orderCurves(results, "unet/grid", OrderCurves::Shown::Accuracy).count(), 0);
        QCOMPARE(one.numbers[1].rows.size(), 2);
        for (const NumberTable& table : one.numbers) {
            for (const QVariantList& row : table.rows) {
                QCOMPARE(row.size(), table.columns.size());
            }
        }
    }

    void theOneThatShips()
    {
        const OrderResults results =
            readOrderResults(resourceFolder() / "experiments" / "channel-order.json");
        const std::vector<std::string> blocks = orderBlocks(results);
        QVERIFY(!blocks.empty());
        bool paired = false;
        for (const std::string& block : blocks) {
            for (const auto shown : {OrderCurves::Shown::Accuracy, OrderCurves::Shown::Difference}) {
                const OrderCurves curves = orderCurves(results, block, shown);
                for (int i = 0; i < curves.count(); ++i) {
                    QVERIFY(std::isfinite(curves.point(i).mean));
                    QVERIFY(!curves.point(i).seeds.empty());
                }
                paired = paired
                    || (shown == OrderCurves::Shown::Difference && curves.count() > 0);
                const Figure figure = orderFigure(curves, orderVerdict(results, block));
                for (const FigurePreset& preset : figurePresets()) {
                    const FigurePage page = pageOf(figure, sizeOf(figure, preset), preset.textPoints);
                    QVERIFY2(page.recording.cut.isEmpty(),
                             qPrintable(preset.name + u' '
                                        + page.recording.cut.join(QStringLiteral(" | "))));
                }
            }
        }
        QVERIFY(paired);
    }

    /// Cells are words for people; what is written for programs keeps the names.
    void cellsAreWords_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char* column, const char* name, const char* shown) {
            QTest::addRow("%s %s", column, name)
                << QString::fromLatin1(column) << QString::fromLatin1(name)
                << QString::fromLatin1(shown);
        };
        row("order", "original", "as trained");
        row("order", "path", "shortest path");
        row("order", "somebody's", "somebody's");
        row("method", "slice", "first channels, untrained");
        row("method", "grid", "grid");
        row("network", "lenet", "LeNet");
        row("tensor", "path", "path");
    }
    void cellsAreWords()
    {
        QFETCH(QString, column);
        QFETCH(QString, name);
        QFETCH(QString, shown);
        QCOMPARE(numberText(column, name, 0), shown);
    }
    void writtenNumbersKeepTheirNames()
    {
        const OrderCurves curves =
            orderCurves(madeOrders(), "lenet/grid", OrderCurves::Shown::Accuracy);
        const QString csv = csvOf(curves.numbers);
        QVERIFY2(csv.contains(QStringLiteral("lenet,grid,")), qPrintable(csv));
        QVERIFY2(csv.contains(QStringLiteral(",random,")), qPrintable(csv));
    }

    void theViewShowsWhatIsRecorded()
    {
        const Elsewhere file(toJson(madeOrders()).dump());
        SessionModel session;
        ExperimentView view(session);
        show(view);
        QCOMPARE(view.blocks()->count(), 2);
        QCOMPARE(view.chart()->figure()->curves().count(), 4);
        QCOMPARE(view.table()->model()->rowCount(), 4);
        QCOMPARE(unnamedControls(&view), QStringList());
        // By mouse and by keys.
        const QPointF at = view.chart()->figure()->positionOf(2);
        QCOMPARE(view.chart()->figure()->nearest(at), 2);
        view.chart()->setFocus();
        QTest::keyClick(view.chart(), Qt::Key_Right);
        QCOMPARE(view.chart()->marked(), 0);
        QCOMPARE(view.readout(), view.chart()->figure()->curves().describe(0));
        view.blocks()->setFocus();
        QTest::keyClick(view.blocks(), Qt::Key_Down);
        QCOMPARE(optionValue(session.state(), "smoothness.experiment"), std::string("lenet/slice"));
        view.showOptions();
        QCOMPARE(view.chart()->figure()->curves().count(), 2);
        session.perform(SetOption{"smoothness.experiment", "lenet/gone"});   // of another file
        view.showOptions();
        QCOMPARE(view.chart()->figure()->curves().count(), 4);
        session.perform(SetOption{"smoothness.measure", "difference"});
        view.showOptions();
        QCOMPARE(view.chart()->figure()->curves().count(), 2);
    }

    void otherFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        OrderResults empty;
        empty.settings = "{}";
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{\"format\": ");
        QTest::newRow("another kind") << QByteArray("{\"format\": \"morphospace.session\"}");
        QTest::newRow("nothing measured") << QByteArray::fromStdString(toJson(empty).dump());
    }

    void otherFiles()
    {
        QFETCH(QByteArray, text);
        const Elsewhere file(text.toStdString());
        SessionModel session;
        ExperimentView view(session);
        show(view);
        QVERIFY(!view.figure());
        QVERIFY(!view.blocks()->isEnabled());
        bool told = false;
        for (const QLabel* label : view.findChildren<QLabel*>()) {
            told = told || label->text().contains(QStringLiteral("experiment"));
        }
        QVERIFY(told);
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestOrderCurves>(argc, argv);
}

#include "tst_order_curves.moc"
