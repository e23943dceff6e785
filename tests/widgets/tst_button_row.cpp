// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fixtures.h"

#include "widgets/shared/button_row.h"
#include "widgets/shared/eliding_box.h"
#include "widgets/shared/icon.h"
#include "widgets/shared/text_button.h"

#include <QAction>
#include <QMainWindow>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace morphospace;

/// A row of controls in a window of a given width, as pages have them.
class TestButtonRow : public QObject {
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    ButtonRow* m_row = nullptr;
    QPushButton* m_start = nullptr;
    std::vector<QToolButton*> m_buttons;

    static void settle()
    {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }

    [[nodiscard]] static bool hasWords(const QToolButton* button)
    {
        return button->toolButtonStyle() == Qt::ToolButtonTextBesideIcon;
    }

    /// Nothing sticks out of the row or has less than it needs.
    void fits() const
    {
        for (const QWidget* part : m_row->findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
            if (!part->isVisible()) {
                continue;
            }
            QVERIFY2(part->width() >= part->minimumSizeHint().width(),
                     qPrintable(QStringLiteral("%1: %2 of %3").arg(part->accessibleName())
                                    .arg(part->width()).arg(part->minimumSizeHint().width())));
            QVERIFY2(part->geometry().right() < m_row->width(), qPrintable(part->accessibleName()));
        }
    }

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        auto* column = new QVBoxLayout(m_window.get());
        m_row = new ButtonRow;
        m_start = new QPushButton(QStringLiteral("Measure"));
        m_start->setAccessibleName(QStringLiteral("start"));
        m_row->addWidget(m_start);
        m_row->addStretch();
        m_buttons.clear();
        for (const char* word : {"Walk", "Figure", "Export"}) {
            m_buttons.push_back(makeTextButton(QStringLiteral("play"), QString::fromLatin1(word), {}));
            m_row->addWidget(m_buttons.back());
        }
        column->addWidget(m_row);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        // Just as wide as all words need.
        settle();
        m_window->resize(m_window->width() + m_row->sizeHint().width() - m_row->width(), 80);
        settle();
        for (const QToolButton* button : m_buttons) {
            QVERIFY(hasWords(button));
        }
    }

    void cleanup() { m_window.reset(); }

    void aLongerWordTakesTheRoomOfTheLast()
    {
        const QSize size = m_window->size();
        m_buttons[0]->setText(QStringLiteral("Walk on and on"));
        settle();
        QCOMPARE(m_window->size(), size);
        QVERIFY(hasWords(m_buttons[0]));
        QVERIFY(!hasWords(m_buttons[2]));
        fits();
        m_buttons[0]->setText(QStringLiteral("Walk"));
        settle();
        for (const QToolButton* button : m_buttons) {
            QVERIFY(hasWords(button));
        }
        QCOMPARE(m_window->size(), size);
        fits();
    }

    /// A button that has lost its words keeps them in mind: shorter ones fit again.
    void aShorterWordComesBackByItself()
    {
        m_buttons[2]->setText(QStringLiteral("Export all that is here"));
        settle();
        QVERIFY(!hasWords(m_buttons[2]));
        m_buttons[2]->setText(QStringLiteral("Exp"));
        settle();
        QVERIFY(hasWords(m_buttons[2]));
        fits();
    }

    void ofAPushButtonAsWell()
    {
        const QSize size = m_window->size();
        m_start->setText(QStringLiteral("Cancel measuring"));
        settle();
        QCOMPARE(m_start->width(), m_start->sizeHint().width());
        QVERIFY(!hasWords(m_buttons[2]));
        QCOMPARE(m_window->size(), size);
        fits();
        m_start->setText(QStringLiteral("Go"));
        settle();
        QCOMPARE(m_start->width(), m_start->sizeHint().width());
        for (const QToolButton* button : m_buttons) {
            QVERIFY(hasWords(button));
        }
        fits();
    }

    void whileTheRowIsNotSeen()
    {
        m_row->hide();
        m_buttons[0]->setText(QStringLiteral("Walk on and on"));
        settle();
        m_row->show();
        settle();
        QVERIFY(!hasWords(m_buttons[2]));
        fits();
        m_row->hide();
        m_buttons[0]->setText(QStringLiteral("Walk"));
        m_row->show();
        settle();
        for (const QToolButton* button : m_buttons) {
            QVERIFY(hasWords(button));
        }
        fits();
    }

    void noButtonNeedsRoomThatIsHidden()
    {
        m_buttons[1]->hide();
        m_buttons[0]->setText(QStringLiteral("Walk on"));
        settle();
        QVERIFY(hasWords(m_buttons[2]));
        m_buttons[1]->show();
        settle();
        QVERIFY(!hasWords(m_buttons[2]));
        fits();
    }

    /// In a page that scrolls nothing to the side, as narrow as it can be: the page follows the word.
    void whereThereIsNoRoomAtAll()
    {
        auto* box = new ElidingBox;
        box->addItem(QStringLiteral("A long name that may be shortened"));
        m_row->addWidget(box);
        settle();
        m_window->resize(m_window->minimumSizeHint());
        settle();
        const int least = m_window->width();
        fits();
        m_start->setText(QStringLiteral("Cancel measuring"));
        settle();
        QVERIFY(m_window->width() > least);
        QCOMPARE(m_start->width(), m_start->sizeHint().width());
        fits();
        m_start->setText(QStringLiteral("Go"));
        settle();
        fits();
        QCOMPARE(m_start->width(), m_start->sizeHint().width());
        m_window->resize(m_window->minimumSizeHint());
        settle();
        QVERIFY(m_window->width() < least);
        fits();
    }

    /// Inside of what is not seen: it is right when it comes back.
    void onAPageThatIsNotShown()
    {
        QStackedWidget pages;
        auto* page = new QWidget;
        auto* column = new QVBoxLayout(page);
        column->addWidget(m_row);
        pages.addWidget(page);
        pages.addWidget(new QWidget);
        pages.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pages));
        settle();
        pages.resize(pages.width() + m_row->sizeHint().width() - m_row->width(), 80);
        settle();
        const int width = pages.width();
        for (const bool longer : {true, false}) {
            pages.setCurrentIndex(1);
            m_start->setText(longer ? QStringLiteral("Cancel measuring") : QStringLiteral("Measure"));
            settle();
            pages.setCurrentIndex(0);
            settle();
            QCOMPARE(pages.width(), width);
            QCOMPARE(m_start->width(), m_start->sizeHint().width());
            QCOMPARE(hasWords(m_buttons[2]), !longer);
            fits();
        }
        m_row->setParent(m_window.get());   // which deletes it
    }

    void aToolBarAsWell()
    {
        QMainWindow window;
        auto* bar = window.addToolBar(QStringLiteral("Tools"));
        bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        std::vector<QAction*> actions;
        for (const char* word : {"Pin", "Figure", "Export"}) {
            actions.push_back(bar->addAction(icon(QStringLiteral("pin")), QString::fromLatin1(word)));
        }
        keepWordsWhereRoom(bar);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        settle();
        window.resize(bar->sizeHint().width() + 4, 80);
        settle();
        const auto words = [&](std::size_t at) {
            return hasWords(qobject_cast<QToolButton*>(bar->widgetForAction(actions[at])));
        };
        QVERIFY(words(0) && words(1) && words(2));
        actions[0]->setText(QStringLiteral("Take the pin away"));
        settle();
        QVERIFY(words(0) && !words(2));
        actions[0]->setText(QStringLiteral("Pin"));
        settle();
        QVERIFY(words(0) && words(1) && words(2));
    }

    /// Narrower than all words together: the window can still be made as narrow as the icons are.
    void theLeastWidthFollowsTheWords()
    {
        const int before = m_row->minimumSizeHint().width();
        m_start->setText(QStringLiteral("Cancel measuring"));
        const int more = m_start->sizeHint().width() - m_start->width();
        QVERIFY(more > 0);
        settle();
        QCOMPARE(m_row->minimumSizeHint().width(), before + more);
        m_buttons[0]->setText(QStringLiteral("Walk on and on"));
        settle();
        QCOMPARE(m_row->minimumSizeHint().width(), before + more);
        m_window->resize(m_window->minimumSizeHint());
        settle();
        for (const QToolButton* button : m_buttons) {
            QVERIFY(!hasWords(button));
        }
        fits();
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestButtonRow>(argc, argv);
}

#include "tst_button_row.moc"
