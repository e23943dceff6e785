// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fixtures.h"

#include "app/gui/main_window.h"
#include "widgets/compression/compression_page.h"
#include "widgets/inspector/inspector_panel.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>

using namespace morphospace;

namespace {

constexpr int longWait = 60000;   // only a broken program waits this long

/// Controls and words that are seen and have less width than they need, or stick out to the side.
QStringList cutWidgets(QWidget* window)
{
    QStringList list;
    for (QWidget* widget : window->findChildren<QWidget*>()) {
        const auto* label = qobject_cast<QLabel*>(widget);
        const bool counts = (label != nullptr && !label->wordWrap())
            || qobject_cast<QPushButton*>(widget) != nullptr
            || qobject_cast<QToolButton*>(widget) != nullptr
            || qobject_cast<QComboBox*>(widget) != nullptr
            || qobject_cast<QAbstractSpinBox*>(widget) != nullptr;
        if (!counts || !widget->isVisible()) {
            continue;
        }
        const bool narrow = widget->width() < widget->minimumSizeHint().width();
        bool out = false;
        for (QWidget* around = widget->parentWidget(); around != nullptr && !around->isWindow();
             around = around->parentWidget()) {
            const int left = widget->mapTo(around, QPoint()).x();
            out = out || left < 0 || left + widget->width() > around->width();
        }
        if (narrow || out) {
            list += QStringLiteral("%1 '%2' %3 of %4 wide")
                        .arg(QString::fromLatin1(widget->metaObject()->className()),
                             widget->accessibleName())
                        .arg(widget->width())
                        .arg(widget->minimumSizeHint().width());
        }
    }
    return list;
}

} // namespace

class TestWindowFit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsCut_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<bool>("pinned");
        for (const char* page : {"morph", "compression"}) {
            for (const bool pinned : {false, true}) {
                QTest::addRow("%s%s", page, pinned ? ", A pinned" : "") << QByteArray(page) << pinned;
            }
        }
    }

    void nothingIsCut()
    {
        QFETCH(QByteArray, page);
        QFETCH(bool, pinned);
        MainWindow window(Preferences{}, false);
        window.setImageLimit(100);
        window.showForNow(std::nullopt, QSize(1024, 640));
        window.show();
        QSignalSpy settled(&window.live(), &LiveMorph::settled);
        QSignalSpy opened(&window, &MainWindow::opened);
        // Bundled, because its sizes have as many digits as real ones have.
        window.openFile(MORPHOSPACE_SOURCE_DIR "/resources/manifolds/glyphs-resnet.manifold");
        QVERIFY(opened.wait(longWait));
        if (pinned) {
            window.session().perform(PinSample{});
            window.session().perform(SetConfiguration{{{12, 24, 48}, {2, 3, 1}}});
        }
        window.session().perform(ShowPage{page.toStdString()});
        while (!window.live().isSettled()) {
            QVERIFY(settled.wait(longWait));
        }
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        QCOMPARE(window.size(), QSize(1024, 640));
        const QStringList cut = cutWidgets(&window);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    }

    void recordedNumbersWithoutImages()
    {
        MainWindow window(Preferences{}, false);
        window.show();
        QSignalSpy settled(&window.live(), &LiveMorph::settled);
        QSignalSpy opened(&window, &MainWindow::opened);
        window.openFile(MORPHOSPACE_SOURCE_DIR "/resources/manifolds/mnist-lenet.manifold");
        QVERIFY(opened.wait(longWait));
        while (!window.live().isSettled()) {
            QVERIFY(settled.wait(longWait));
        }
        QVERIFY(window.images().images() == nullptr);
        const QString accuracy = window.inspectorPanel()->number(QStringLiteral("accuracy"), false);
        QVERIFY2(accuracy.startsWith(QStringLiteral("99.3")), qPrintable(accuracy));
        QVERIFY2(accuracy.endsWith(QStringLiteral("recorded")), qPrintable(accuracy));
        QVERIFY(window.inspectorPanel()->number(QStringLiteral("latency"), false)
                != QStringLiteral("–"));
    }

    void themeOfThisRunIsNotRemembered()
    {
        Preferences light;
        light.theme = ThemeChoice::Light;
        MainWindow window(light, false);
        window.showForNow(ThemeChoice::Dark, {});
        QCOMPARE(currentTheme().dark, true);
        QCOMPARE(window.preferences().theme, ThemeChoice::Light);
        QStringList checked;
        for (const QAction* action : window.findChildren<QAction*>()) {
            if (action->isChecked() && action->actionGroup() != nullptr) {
                checked += action->text();
            }
        }
        QVERIFY2(checked.contains(QStringLiteral("Dark")), qPrintable(checked.join(u' ')));
        applyTheme(*qApp, ThemeChoice::Light);
    }

    void aCancelledSweepKeepsWhatItMeasured()
    {
        MainWindow window(Preferences{}, false);
        window.show();
        window.session().open(untrainedManifold(FamilyKind::ResNet), "test.manifold");
        window.images().provide(randomImages(FamilyKind::ResNet, 300));
        CompressionPage& page = *window.compressionPage();
        QSignalSpy settled(&window.live(), &LiveMorph::settled);
        while (!window.live().isSettled()) {
            QVERIFY(settled.wait(longWait));
        }
        const int before = page.measurements().rowCount();
        QSignalSpy measured(&page.sweep(), &Sweep::measured);
        QSignalSpy ended(&window.jobs(), &JobBoard::ended);
        std::vector<Configuration> list;
        for (int width = 1; width <= 16; ++width) {
            list.push_back(Configuration{{2, 4, width}, {1, 1, 1}});
        }
        page.sweep().start(list);
        QVERIFY(page.sweep().isRunning());
        QVERIFY(measured.wait(longWait));
        page.sweep().cancel();
        const qsizetype kept = measured.size();
        QVERIFY(kept >= 1);
        QVERIFY(ended.wait(longWait));
        QCOMPARE(measured.size(), kept);
        QCOMPARE(page.measurements().rowCount(), before + int(kept));
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestWindowFit>(argc, argv);
}

#include "tst_window_fit.moc"
