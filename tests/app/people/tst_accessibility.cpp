// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who cannot use a mouse, see small contrasts, or see at all, walks through every window as well.
#include "tests/app/people/painted_text.h"
#include "tests/app/people/windows.h"
#include "tests/widgets/fixtures.h"
#include "widgets/shared/eliding_box.h"
#include "widgets/theme/theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QButtonGroup>
#include <QComboBox>
#include <QDirIterator>
#include <QDockWidget>
#include <QFile>
#include <QGraphicsView>
#include <QLineEdit>
#include <QMenuBar>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>

#include <algorithm>
#include <cmath>
#include <map>

using namespace morphospace;

namespace {

/// WCAG 2.1, "relative luminance".
double luminance(const QColor& colour)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

/// WCAG 2.1, "contrast ratio": 1 to 21.
double contrast(const QColor& a, const QColor& b)
{
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

QColor over(const QColor& above, const QColor& below)
{
    const double a = above.alphaF();
    return QColor::fromRgbF(float(a * above.redF() + (1 - a) * below.redF()),
                            float(a * above.greenF() + (1 - a) * below.greenF()),
                            float(a * above.blueF() + (1 - a) * below.blueF()));
}

/// The colour that most of a rectangle has besides the letters themselves.
QColor backgroundOf(const QImage& image, const QRectF& rect, const QColor& letters)
{
    const QRect area = rect.adjusted(-2, -2, 2, 2).toAlignedRect() & image.rect();
    QHash<QRgb, int> counts;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            ++counts[image.pixel(x, y)];
        }
    }
    const QRgb own = letters.rgb();
    QRgb best = 0;
    int most = 0;
    for (auto it = counts.constBegin(); it != counts.constEnd(); ++it) {
        if (it.value() > most && (letters.alpha() < 255 || it.key() != own)) {
            best = it.key();
            most = it.value();
        }
    }
    return QColor(best);
}

/// 18 points, or 14 of bold letters.
bool isLarge(const QFont& font)
{
    const double pixels = QFontInfo(font).pixelSize();
    return pixels >= 24 || (font.bold() && pixels >= 18.6);
}

/// Controls that a person reaches with the Tab key.
QList<QWidget*> tabStops(QWidget& window)
{
    QList<QWidget*> stops;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const bool stops_here = widget->window() == &window && widget->isVisible() && widget->isEnabled()
            && (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr;
        const auto* radio = qobject_cast<const QRadioButton*>(widget);
        // Of buttons that exclude each other one is a stop, and the arrow keys go to the others.
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool grouped = (radio != nullptr && radio->autoExclusive())
            || (button != nullptr && button->group() != nullptr && button->group()->exclusive());
        if (stops_here && !(grouped && !button->isChecked())) {
            stops += widget;
        }
    }
    return stops;
}

/// The control that a focused widget is, or is part of. Of buttons that exclude each other any will
/// do: the arrow keys go on from there.
bool isWithin(const QWidget* focus, const QWidget* control)
{
    const auto* one = qobject_cast<const QRadioButton*>(focus);
    const auto* other = qobject_cast<const QRadioButton*>(control);
    const bool together = one != nullptr && other != nullptr
        && one->parentWidget() == other->parentWidget() && one->group() == other->group();
    return focus != nullptr && (focus == control || control->isAncestorOf(focus) || together);
}

} // namespace

class TestAccessibility : public QObject {
    Q_OBJECT
    std::unique_ptr<EveryWindow> m_windows;

    void report(const QStringList& problems)
    {
        QStringList once = problems;
        once.removeDuplicates();
        for (const QString& line : once) {
            qWarning("%s", qPrintable(line));
        }
        QCOMPARE(once.size(), 0);
    }

private Q_SLOTS:
    void initTestCase() { m_windows = std::make_unique<EveryWindow>(); }

    void themesThemselves_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void themesThemselves()
    {
        QFETCH(bool, dark);
        const Theme& theme = dark ? darkTheme() : lightTheme();
        for (const QColor& ground : {theme.window, theme.surface, theme.raised}) {
            QVERIFY(contrast(theme.text, ground) >= 7);
            QVERIFY2(contrast(theme.muted, ground) >= 4.5,
                     qPrintable(QString::number(contrast(theme.muted, ground))));
        }
        for (const QColor& ground : {theme.window, theme.surface}) {
            for (const QColor& meaning : {theme.accent, theme.pinned, theme.right, theme.wrong}) {
                QVERIFY2(contrast(meaning, ground) >= 4.5,
                         qPrintable(meaning.name() + u' ' + QString::number(contrast(meaning, ground))));
            }
        }
        QVERIFY(contrast(theme.accentText, theme.accent) >= 4.5);
        QCOMPARE(qRound(contrast(Qt::black, Qt::white)), 21);
    }

    void theChosenOneOfAListCanBeRead_data() { themesThemselves_data(); }

    void theChosenOneOfAListCanBeRead()
    {
        QFETCH(bool, dark);
        applyTheme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        QComboBox box;
        box.addItems({QStringLiteral("One column"), QStringLiteral("Two columns")});
        box.resize(240, box.sizeHint().height());
        box.show();
        QVERIFY(QTest::qWaitForWindowExposed(&box));
        box.showPopup();
        QVERIFY(QTest::qWaitForWindowExposed(box.view()->window()));
        for (const int row : {0, 1}) {
            box.view()->setCurrentIndex(box.model()->index(row, 0));
            const QImage list = box.view()->viewport()->grab().toImage();
            const QRect at = box.view()->visualRect(box.model()->index(row, 0)).adjusted(6, 2, -6, -2);
            QVERIFY(list.rect().contains(at));
            // The ground is what most of it is of, the words are what differs most from it.
            std::map<QRgb, int> colours;
            for (int y = at.top(); y <= at.bottom(); ++y) {
                for (int x = at.left(); x <= at.right(); ++x) {
                    ++colours[list.pixel(x, y)];
                }
            }
            const QColor ground(std::ranges::max_element(colours, {}, [](const auto& colour) {
                                    return colour.second;
                                })->first);
            double greatest = 1;
            for (const auto& [colour, count] : colours) {
                greatest = std::max(greatest, contrast(QColor(colour), ground));
            }
            QVERIFY2(greatest >= 4.5, qPrintable(QString::number(greatest)));
        }
        box.hidePopup();
    }

    void aListShowsWhatItsBoxIsTooNarrowFor()
    {
        ElidingBox box;
        box.addItems({QStringLiteral("One"), QStringLiteral("Mean over the taps of every kernel")});
        box.resize(box.minimumSizeHint());
        QVERIFY(box.width() < box.fontMetrics().horizontalAdvance(box.itemText(1)));
        box.show();
        QVERIFY(QTest::qWaitForWindowExposed(&box));
        box.showPopup();
        QVERIFY(QTest::qWaitForWindowExposed(box.view()->window()));
        QVERIFY(box.view()->viewport()->width() >= box.view()->sizeHintForColumn(0));
        box.hidePopup();
    }

    void everyWindowCanBeUsedByEverybody_data() { themesThemselves_data(); }

    void everyWindowCanBeUsedByEverybody()
    {
        QFETCH(bool, dark);
        QStringList problems;
        int texts = 0;
        int controls = 0;
        m_windows->setTheme(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        m_windows->visit(QSize(1280, 720), [&](const QString& name, QWidget& window) {
            const auto say = [&](const QWidget& widget, const QString& what) {
                problems += QStringLiteral("%1: %2: %3").arg(name, whereIs(widget), what);
            };
            for (const QString& unnamed : unnamedControls(&window)) {
                problems += QStringLiteral("%1: no name or no tip: %2").arg(name, unnamed);
            }

            // Letters against what is behind them, as they are painted.
            const QImage seen = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
            QList<QWidget*> widgets = window.findChildren<QWidget*>();
            widgets.prepend(&window);
            for (QWidget* widget : widgets) {
                // What cannot be used now need not be read, says WCAG 1.4.3.
                if (widget->window() != &window || !widget->isVisible() || !widget->isEnabled()) {
                    continue;
                }
                const QPointF offset(widget->mapTo(&window, QPoint()));
                const QRegion visible = widget->visibleRegion();
                for (const PaintedText& text : paintedTexts(*widget)) {
                    if (!visible.contains(text.rect.toAlignedRect() & widget->rect())
                        || text.colour.alpha() == 0) {
                        continue;
                    }
                    ++texts;
                    const QRectF shown = text.rect & text.clip;
                    if (shown.width() < text.font.pointSizeF()) {
                        continue;   // a sliver of a letter at the edge of what scrolls
                    }
                    const QColor ground = backgroundOf(seen, shown.translated(offset), text.colour);
                    const double ratio = contrast(over(text.colour, ground), ground);
                    const double least = isLarge(text.font) ? 3.0 : 4.5;
                    if (ratio < least - 0.05) {
                        say(*widget, QStringLiteral("\"%1\" has a contrast of %2: %3 on %4")
                                         .arg(text.text)
                                         .arg(ratio, 0, 'f', 1)
                                         .arg(over(text.colour, ground).name(), ground.name()));
                    }
                }
            }

            // The Tab key goes round all of them, in one circle.
            window.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&window));
            QList<QWidget*> stops = tabStops(window);
            controls += int(stops.size());
            QSet<QWidget*> reached;
            if (!stops.isEmpty()) {
                stops.front()->setFocus(Qt::TabFocusReason);
                for (qsizetype press = 0; press < 3 * stops.size() + 20; ++press) {
                    QWidget* focus = window.focusWidget();
                    for (QWidget* stop : stops) {
                        if (isWithin(focus, stop)) {
                            reached.insert(stop);
                        }
                    }
                    if (focus == nullptr) {
                        break;
                    }
                    QTest::keyClick(focus, Qt::Key_Tab);
                    if (window.focusWidget() == focus && stops.size() > 1) {
                        say(*focus, QStringLiteral("Tab does not leave it"));
                        break;
                    }
                }
            }
            for (QWidget* stop : stops) {
                if (!reached.contains(stop)) {
                    say(*stop, QStringLiteral("Tab does not reach it"));
                }
            }

            // Where the keys go is seen.
            for (QWidget* stop : stops) {
                if (!stop->isVisible() || !stop->isEnabled()) {
                    continue;
                }
                QWidget* other = stop == stops.front() ? stops.back() : stops.front();
                if (other == stop) {
                    continue;
                }
                for (QWidget* part = stop->parentWidget(); part != nullptr; part = part->parentWidget()) {
                    if (auto* area = qobject_cast<QScrollArea*>(part)) {
                        area->ensureWidgetVisible(stop);   // as the Tab key does
                    }
                }
                // What is measured meanwhile may take a control away for a moment, or draw it anew, and a
                // window system the activity from a window, and with it every ring. So all of it is tried
                // again for a while: without the focus, then with it.
                const auto isThere = [stop] { return stop->isVisible() && stop->isEnabled(); };
                bool isTaken = false;
                const auto isSeen = [&] {
                    window.activateWindow();
                    other->setFocus(Qt::TabFocusReason);
                    QCoreApplication::processEvents();
                    const QRect around(stop->mapTo(&window, QPoint(-4, -4)), stop->size() + QSize(8, 8));
                    const QImage without = window.grab(around).toImage();
                    stop->setFocus(Qt::TabFocusReason);
                    QCoreApplication::processEvents();
                    isTaken = isWithin(window.focusWidget(), stop);
                    return isTaken && window.grab(around).toImage() != without;
                };
                if (!QTest::qWaitFor([&] { return isSeen() || !isThere(); }, 5000)) {
                    say(*stop, isTaken ? QStringLiteral("the focus is not seen")
                                       : QStringLiteral("does not take the focus"));
                }
            }

            // Whoever cannot see a chart reads its numbers in a table beside it.
            for (QWidget* chart : widgets) {
                const bool isChart = chart->inherits("QGraphicsView") || chart->inherits("QCustomPlot")
                    || chart->inherits("morphospace::View3D");
                if (!isChart || !chart->isVisible() || chart->window() != &window) {
                    continue;
                }
                bool offered = false;
                for (QWidget* around = chart->parentWidget(); around != nullptr && !offered;
                     around = around->parentWidget()) {
                    for (const auto* table : around->findChildren<QTableView*>()) {
                        offered = offered || (table->model() != nullptr && table->model()->rowCount() > 0);
                    }
                    if (QString::fromLatin1(around->metaObject()->className()).endsWith(QStringLiteral("Page"))) {
                        break;   // a table of another page does not help
                    }
                }
                // Or they are written as a file of numbers.
                for (QWidget* around = chart->parentWidget(); around != nullptr && !offered;
                     around = around->parentWidget()) {
                    for (const auto* button : around->findChildren<QAbstractButton*>()) {
                        offered = offered || (button->isVisible() && button->text().contains(QStringLiteral("CSV")));
                    }
                }
                if (!offered) {
                    say(*chart, QStringLiteral("a chart without a table of its numbers"));
                }
            }
        });
        QVERIFY(texts > 500);      // or the walk saw nothing
        QVERIFY(controls > 100);
        report(problems);
    }

    /// A new dialog is walked as well, or this says that it is not.
    void everyWindowIsInTheList()
    {
        m_windows->visit(QSize(1280, 720), [](const QString&, QWidget&) {});
        static const QRegularExpression declared(QStringLiteral(
            "class (\\w+(?:Dialog|Window|Wizard)|\\w+(?= (?:final )?: public QDialog))\\b[^;{]*\\{"));
        QStringList missing;
        int found = 0;
        for (const char* folder : {"app/gui", "widgets"}) {
            QDirIterator files(QStringLiteral(MORPHOSPACE_SOURCE_DIR "/") + QString::fromLatin1(folder),
                               {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                for (auto it = declared.globalMatch(text); it.hasNext();) {
                    const QString name = it.next().captured(1);
                    ++found;
                    if (!m_windows->classes().contains("morphospace::" + name.toLatin1())) {
                        missing += name;
                    }
                }
            }
        }
        QVERIFY(found > 5);
        QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("tests/app/people/windows.cpp does not visit ")
                                               + missing.join(QStringLiteral(", "))));
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestAccessibility>(argc, argv);
}

#include "tst_accessibility.moc"
