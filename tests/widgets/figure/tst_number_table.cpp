// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers behind a chart, as a table on the screen.
#include "tests/widgets/fixtures.h"
#include "widgets/figure/number_table_view.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QSignalSpy>

#include <cmath>
#include <limits>

using namespace morphospace;

namespace {

NumberTable tensors()
{
    return {QStringLiteral("total_variation"),
            {QStringLiteral("tensor"), QStringLiteral("total_variation_before"),
             QStringLiteral("step"), QStringLiteral("accuracy_percent")},
            {{QStringLiteral("b"), 2448.173, 12, 91.5},
             {QStringLiteral("a"), 20.5, qlonglong(1234567), 9.25},
             {QStringLiteral("c"), 300.25, 3, 100.0}}};
}

QStringList columnOf(const NumberTableView& view, int column)
{
    QStringList texts;
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        texts += view.model()->index(row, column).data().toString();
    }
    return texts;
}

} // namespace

class TestNumberTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theModelIsSound()
    {
        NumberTableModel model;
        const QAbstractItemModelTester tester(&model,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setNumbers(tensors(), {});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.columnCount(), 4);
        model.setNumbers({}, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void numbersAreForPeople()
    {
        NumberTableView view;
        view.setNumbers(tensors());
        QCOMPARE(view.model()->headerData(1, Qt::Horizontal).toString(),
                 QStringLiteral("total variation before"));
        // The points of a column stand below each other.
        QCOMPARE(columnOf(view, 1), QStringList({"2,448.17", "20.50", "300.25"}));
        QCOMPARE(columnOf(view, 2)[0], QStringLiteral("12"));
        QVERIFY(columnOf(view, 2)[1] != QStringLiteral("1234567"));   // in groups
        QCOMPARE(columnOf(view, 3)[1], QStringLiteral("9.25\u202F%"));
        const auto alignment = [&](int column) {
            return view.model()->index(0, column).data(Qt::TextAlignmentRole).toInt();
        };
        QVERIFY(alignment(0) & Qt::AlignLeft);
        QVERIFY(alignment(1) & Qt::AlignRight);
        view.setNumbers(tensors(), {QStringLiteral("one"), QStringLiteral("two")});
        QCOMPARE(view.model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("two"));
        QCOMPARE(view.model()->headerData(2, Qt::Horizontal).toString(), QStringLiteral("step"));
    }

    void decimals_data()
    {
        QTest::addColumn<QVariantList>("values");
        QTest::addColumn<int>("decimals");
        QTest::newRow("thousands") << QVariantList{3329.7, 0.1} << 2;
        QTest::newRow("tens") << QVariantList{12.5, -99.0} << 3;
        QTest::newRow("weights") << QVariantList{0.25, -0.7} << 5;
        QTest::newRow("small") << QVariantList{0.0021} << 6;
        QTest::newRow("tiny") << QVariantList{1e-7, -2e-9} << -1;
        QTest::newRow("whole") << QVariantList{25.0, -3.0} << 0;
        QTest::newRow("nothing") << QVariantList{} << 0;
        QTest::newRow("texts") << QVariantList{QStringLiteral("x")} << 0;
        QTest::newRow("no number") << QVariantList{std::numeric_limits<double>::quiet_NaN(), 0.5}
                                   << 5;
    }

    void decimals()
    {
        QFETCH(QVariantList, values);
        QFETCH(int, decimals);
        NumberTable table{QStringLiteral("t"), {QStringLiteral("v")}, {}};
        for (const QVariant& value : values) {
            table.rows += QVariantList{value};
        }
        QCOMPARE(decimalsOf(table, 0), decimals);
    }

    void sortsByValueAndBack()
    {
        NumberTableView view;
        view.setNumbers(tensors());
        QCOMPARE(columnOf(view, 0), QStringList({"b", "a", "c"}));
        view.sortByColumn(1, Qt::AscendingOrder);
        QCOMPARE(columnOf(view, 0), QStringList({"a", "c", "b"}));   // 20 before 300 before 2448
        QSignalSpy activated(&view, &NumberTableView::rowActivated);
        view.show();
        view.setFocus();
        view.setCurrentIndex(view.model()->index(0, 0));
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated[0][0].toInt(), 1);
        // The same columns with other values: still sorted, and the row stays current.
        NumberTable again = tensors();
        again.rows[1][1] = 1e6;
        view.setNumbers(again);
        QCOMPARE(columnOf(view, 0), QStringList({"c", "b", "a"}));
        QCOMPARE(view.currentIndex().data().toString(), QStringLiteral("a"));
        view.sortByColumn(-1, Qt::AscendingOrder);
        QCOMPARE(columnOf(view, 0), QStringList({"b", "a", "c"}));
        // Other columns: in their own order.
        view.sortByColumn(0, Qt::DescendingOrder);
        view.setNumbers({QStringLiteral("n"), {QStringLiteral("x")}, {{2}, {9}, {4}}});
        QCOMPARE(columnOf(view, 0), QStringList({"2", "9", "4"}));
        view.setNumbers({});
        QCOMPARE(view.model()->rowCount(), 0);
    }

    void manyRowsAreNoWait()
    {
        NumberTable large{QStringLiteral("weights"), {QStringLiteral("value")}, {}};
        for (int i = 0; i < 200000; ++i) {
            large.rows += QVariantList{std::sin(i)};
        }
        NumberTableView view;
        QElapsedTimer clock;
        clock.start();
        view.setNumbers(large);
        view.show();
        QCOMPARE(view.model()->rowCount(), 200000);
        // Far more than it takes, and far less than an item for each cell would.
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    }

    void hasANameAndATip()
    {
        NumberTableView view;
        view.setNumbers(tensors());
        view.show();
        QCOMPARE(unnamedControls(&view), QStringList());
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestNumberTable>(argc, argv);
}

#include "tst_number_table.moc"
