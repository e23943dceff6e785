// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finds text that no translator was asked for, and text that is cut when it gets longer.
#include "app/gui/present_window.h"
#include "tests/app/people/painted_text.h"
#include "tests/app/people/pseudo_translator.h"
#include "tests/app/people/windows.h"
#include "tests/widgets/fixtures.h"
#include "core/evaluation/threads.h"
#include "core/evaluation/versions.h"
#include "widgets/language/language.h"
#include "widgets/lesson/bundled_lessons.h"
#include "widgets/shared/elided_label.h"
#include "widgets/shared/eliding_box.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAction>
#include <QComboBox>
#include <QDirIterator>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QRegularExpression>
#include <QTabBar>
#include <QTextEdit>
#include <QToolButton>
#include <QXmlStreamReader>

#include <map>

using namespace morphospace;

namespace {

/// The words of a widget that no painting shows: for tips, screen readers, lists that are closed.
std::map<QString, QString> spokenTexts(const QWidget& widget)
{
    std::map<QString, QString> texts{
        {QStringLiteral("tool tip"), widget.toolTip()},
        {QStringLiteral("status tip"), widget.statusTip()},
        {QStringLiteral("what's this"), widget.whatsThis()},
        {QStringLiteral("accessible name"), widget.accessibleName()},
        {QStringLiteral("accessible description"), widget.accessibleDescription()},
    };
    if (widget.isWindow()) {
        texts[QStringLiteral("window title")] = widget.windowTitle();
    }
    if (const auto* field = qobject_cast<const QLineEdit*>(&widget)) {
        texts[QStringLiteral("placeholder")] = field->placeholderText();
    }
    if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
        for (int i = 0; i < box->count(); ++i) {
            texts[QStringLiteral("item %1").arg(i)] = box->itemText(i);
            texts[QStringLiteral("tip of item %1").arg(i)] = box->itemData(i, Qt::ToolTipRole).toString();
        }
    }
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
            texts[QStringLiteral("tab %1").arg(i)] = tabs->tabText(i);
            texts[QStringLiteral("tip of tab %1").arg(i)] = tabs->tabToolTip(i);
        }
    }
    const auto* view = qobject_cast<const QAbstractItemView*>(&widget);
    if (view != nullptr && view->model() != nullptr && qobject_cast<const QHeaderView*>(view) == nullptr) {
        const QAbstractItemModel& model = *view->model();
        for (int column = 0; column < model.columnCount(view->rootIndex()); ++column) {
            texts[QStringLiteral("column %1").arg(column)] =
                model.headerData(column, Qt::Horizontal).toString();
            for (int row = 0; row < std::min(40, model.rowCount(view->rootIndex())); ++row) {
                const QModelIndex index = model.index(row, column, view->rootIndex());
                for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole),
                                       int(Qt::AccessibleTextRole)}) {
                    texts[QStringLiteral("cell %1, %2, role %3").arg(row).arg(column).arg(role)] =
                        index.data(role).toString();
                }
            }
        }
    }
    for (const QAction* action : widget.actions()) {
        const QString name = action->text();
        texts[QStringLiteral("action '%1'").arg(name)] = name;
        texts[QStringLiteral("tip of action '%1'").arg(name)] = action->toolTip();
        texts[QStringLiteral("status tip of action '%1'").arg(name)] = action->statusTip();
    }
    return texts;
}

/// Content of a person's own: what a text field holds is not the program's to translate.
bool isContent(const QWidget& widget)
{
    return widget.inherits("QTextBrowser") || widget.inherits("QTextEdit")
        || (widget.parentWidget() != nullptr && isContent(*widget.parentWidget()));
}

/// Plain words of a text but for the titles of the lessons that ship, which bring their own languages,
/// and what libraries and processor call themselves.
QStringList foreignWords(QString text)
{
    static const std::vector<BundledLesson> lessons = bundledLessons();
    for (const BundledLesson& lesson : lessons) {
        text.remove(QString::fromStdString(lesson.title.in("en")));
    }
    for (const std::string& name : {torchVersion(), blasName(), processorName()}) {
        text.remove(QString::fromStdString(name));
    }
    // Names that the zoo of the tests has in its file.
    static const QRegularExpression names(QStringLiteral("Test / Typefaces|\\bFace( \\d+)?\\b"));
    text.remove(names);
    return plainWords(text);
}

/// The first widget around this one, itself included, that scrolls what it holds.
const QAbstractScrollArea* scrollAround(const QWidget& widget)
{
    for (const QWidget* around = &widget; around != nullptr && !around->isWindow();
         around = around->parentWidget()) {
        const auto* area = qobject_cast<const QAbstractScrollArea*>(around);
        if (area != nullptr && !around->inherits("QGraphicsView")) {
            return area;
        }
    }
    return nullptr;
}

/// What is wrong with where a text stands; empty where all of it is seen.
QString cutOf(const PaintedText& text, const QWidget& widget)
{
    const QRectF seen = text.clip.adjusted(-1.5, -1.5, 1.5, 1.5);
    const bool scrolls = scrollAround(widget) != nullptr;
    const bool cell = scrolls && qobject_cast<const QAbstractItemView*>(scrollAround(widget)) != nullptr;
    if (!cell && !seen.contains(text.rect)) {
        return QStringLiteral("cut by its own widget");
    }
    // Parts of the widget that lie outside of what is around it; what scrolls there can be had.
    QRectF rect = text.rect;
    for (const QWidget* part = &widget; part->parentWidget() != nullptr && !part->isWindow();
         part = part->parentWidget()) {
        const QWidget* around = part->parentWidget();
        rect.translate(part->pos());
        QRectF room = QRectF(around->rect()).adjusted(-1.5, -1.5, 1.5, 1.5);
        const auto* area = qobject_cast<const QAbstractScrollArea*>(around->parentWidget());
        const bool scrolled = area != nullptr && area->viewport() == around;
        if (scrolled) {
            room.adjust(0, -1e6, 0, 1e6);
            if (area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff) {
                break;
            }
        }
        if (!cell && !room.contains(rect)) {
            return QStringLiteral("cut by %1 around it")
                .arg(QString::fromLatin1(around->metaObject()->className()));
        }
        if (scrolled) {
            break;
        }
    }
    const bool shortened = text.text.contains(u'…') && !text.text.contains(u']');
    // A tip shows all of it: this label's own does, and cells may have one.
    if (shortened && qobject_cast<const ElidedLabel*>(&widget) == nullptr
        && qobject_cast<const ElidingBox*>(&widget) == nullptr && !cell) {
        return QStringLiteral("shortened");
    }
    return {};
}

/// Fixed and framed by Qt, whatever the words: checked by size hint, because styles cut by themselves.
QString tooNarrow(const QWidget& widget)
{
    int needed = 0;
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        if (qobject_cast<const ElidedLabel*>(label) != nullptr || label->text().isEmpty()) {
            return {};
        }
        if (label->wordWrap()) {
            const int high = label->heightForWidth(label->width());
            return high > label->height() + 1
                ? QStringLiteral("%1 of %2 pixels high").arg(label->height()).arg(high)
                : QString();
        }
        needed = label->sizeHint().width();
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        if (button->text().isEmpty() || widget.inherits("QDockWidgetTitleButton")) {
            return {};
        }
        needed = widget.sizeHint().width();
        const auto* tool = qobject_cast<const QToolButton*>(button);
        if (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly) {
            return {};
        }
    } else if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
        // The longest item counts: it may be chosen.
        needed = qobject_cast<const ElidingBox*>(box) != nullptr
            ? 0
            : widget.sizeHint().width();
    } else if (qobject_cast<const QAbstractSpinBox*>(&widget) != nullptr) {
        const auto* field = widget.findChild<QLineEdit*>();
        if (field == nullptr) {
            return {};
        }
        needed = widget.width()
            + std::max(0, field->fontMetrics().horizontalAdvance(field->text()) + 4 - field->width());
    } else if (const auto* field = qobject_cast<const QLineEdit*>(&widget)) {
        if (field->placeholderText().isEmpty()) {
            return {};
        }
        needed = field->fontMetrics().horizontalAdvance(field->placeholderText()) + 12;
    } else if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
            if (tabs->isTabVisible(i)
                && tabs->fontMetrics().size(Qt::TextShowMnemonic, tabs->tabText(i)).width()
                    > tabs->tabRect(i).width()) {
                return QStringLiteral("tab '%1' is shortened").arg(tabs->tabText(i));
            }
        }
        return {};
    }
    return needed > widget.width() + 1
        ? QStringLiteral("%1 of %2 pixels wide").arg(widget.width()).arg(needed)
        : QString();
}

} // namespace

class TestPseudo : public QObject {
    Q_OBJECT
    std::unique_ptr<PseudoTranslator> m_translator;
    std::unique_ptr<EveryWindow> m_windows;

private Q_SLOTS:
    void initTestCase()
    {
        applyLanguage(LanguageChoice::English);
        m_windows = std::make_unique<EveryWindow>();
        m_translator = std::make_unique<PseudoTranslator>();
        QCoreApplication::installTranslator(m_translator.get());
    }

    void cleanupTestCase()
    {
        QCoreApplication::removeTranslator(m_translator.get());
    }

    void theLanguageItself()
    {
        const QString text = m_translator->translate("c", "Step %1 of <b>%n</b> (*.csv)", nullptr, 2);
        QVERIFY2(text.startsWith(QStringLiteral("[Šťéþ %1 óƒ <b>%n</b> (*.csv)")), qPrintable(text));
        QVERIFY(text.endsWith(u']'));
        QVERIFY(text.size() >= 1.3 * 28);
        QCOMPARE(m_translator->translate("c", "Ctrl+E", nullptr, -1), QStringLiteral("Ctrl+E"));
        QVERIFY(plainWords(text).filter(QStringLiteral("csv")) == QStringList{QStringLiteral("csv")});
        QCOMPARE(plainWords(QStringLiteral("[Šťéþ] of 12 MB")), QStringList{QStringLiteral("of")});
        QCOMPARE(plainWords(PseudoTranslator::marked(QStringLiteral("All the words"))), QStringList());
    }

    void everyTextIsTranslatedAndSeenWhole()
    {
        QStringList untranslated;
        QStringList cut;
        int texts = 0;
        m_windows->visit(QSize(1280, 720), [&](const QString& name, QWidget& window) {
            QList<QWidget*> widgets = window.findChildren<QWidget*>();
            widgets.prepend(&window);
            // A window that grew is too large for its screen; the widest parts say why.
            if (window.width() > 1280 || window.height() > 720) {
                QStringList wide;
                for (const QWidget* widget : widgets) {
                    if (widget->window() == &window && widget->isVisible()
                        && widget->minimumSizeHint().width() > 640) {
                        wide += QStringLiteral("%1 %2").arg(whereIs(*widget)).arg(widget->minimumSizeHint().width());
                    }
                }
                cut += QStringLiteral("%1: the window is %2 x %3: %4").arg(name).arg(window.width())
                           .arg(window.height()).arg(wide.join(QStringLiteral(", ")));
            }
            for (QWidget* widget : widgets) {
                if (widget->window() != &window && qobject_cast<QMenu*>(widget->window()) == nullptr) {
                    continue;   // a dialog of its own
                }
                const QString place = QStringLiteral("%1: %2").arg(name, whereIs(*widget));
                for (const auto& [what, text] : spokenTexts(*widget)) {
                    ++texts;
                    const QStringList words = isContent(*widget) ? QStringList() : foreignWords(text);
                    if (!words.isEmpty()) {
                        untranslated += QStringLiteral("%1: %2: %3 in \"%4\"")
                                            .arg(place, what, words.join(u' '), text);
                    }
                }
                // The live network of a lesson has what the lesson leaves it, which no page fills with all
                // panels; its words are those of the main window.
                const QWidget* live = nullptr;
                if (const auto* present = qobject_cast<const PresentWindow*>(&window)) {
                    live = present->liveArea();
                }
                const bool inLive = live != nullptr && live->isAncestorOf(widget);
                if (!widget->isVisible()) {
                    continue;
                }
                const QString narrow = tooNarrow(*widget);
                if (!narrow.isEmpty() && !inLive) {
                    cut += QStringLiteral("%1: %2").arg(place, narrow);
                }
                for (const PaintedText& text : paintedTexts(*widget)) {
                    ++texts;
                    const QStringList words =
                        isContent(*widget) || qobject_cast<QLineEdit*>(widget) != nullptr
                        ? QStringList()
                        : foreignWords(text.text);
                    if (!words.isEmpty()) {
                        untranslated += QStringLiteral("%1: painted: %2 in \"%3\"")
                                            .arg(place, words.join(u' '), text.text);
                    }
                    const QString wrong = cutOf(text, *widget);
                    if (!wrong.isEmpty() && !inLive) {
                        cut += QStringLiteral("%1: \"%2\" %3").arg(place, text.text, wrong);
                    }
                }
            }
        });
        untranslated.removeDuplicates();
        cut.removeDuplicates();
        QVERIFY(texts > 1000);   // or the walk saw nothing
        for (const QString& line : untranslated) {
            qWarning("no translator was asked: %s", qPrintable(line));
        }
        for (const QString& line : cut) {
            qWarning("cut: %s", qPrintable(line));
        }
        QCOMPARE(untranslated.size(), 0);
        QCOMPARE(cut.size(), 0);
    }

    /// What a page needs while another one goes must not widen the window for good.
    void turningPagesLeavesTheWindowAsItIs()
    {
        const QSize size(1280, 720);
        int turns = 0;
        QStringList grown;
        m_windows->turnPages(size, [&](const QString& turn, QWidget& window) {
            ++turns;
            if (window.size() != size) {
                grown += QStringLiteral("%1: %2 x %3").arg(turn).arg(window.width()).arg(window.height());
                window.resize(size);
            }
        });
        QCOMPARE(turns, 80);
        QVERIFY2(grown.isEmpty(), qPrintable(grown.join(u'\n')));
    }

    /// The tools of translation name contexts by reading the sources, the program by running: a text that
    /// is asked for under another name is never found.
    void whatIsAskedForIsInTheTranslation()
    {
        QFile ts(QStringLiteral(MORPHOSPACE_SOURCE_DIR "/translations/morphospace_de.ts"));
        QVERIFY(ts.open(QIODevice::ReadOnly));
        std::set<std::pair<QString, QString>> known;
        QString context;
        QXmlStreamReader xml(&ts);
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement) {
                if (xml.name() == u"name") {
                    context = xml.readElementText();
                } else if (xml.name() == u"source") {
                    known.emplace(context, xml.readElementText());
                }
            }
        }
        int asked = 0;
        int lost = 0;
        for (const auto& text : m_translator->asked()) {
            if (text.first.startsWith(QStringLiteral("morphospace"))) {
                ++asked;
                if (!known.contains(text)) {
                    qWarning("not in the translation: %s | %s", qPrintable(text.first),
                             qPrintable(text.second));
                    ++lost;
                }
            }
        }
        QVERIFY(asked > 400);   // after the walk above
        QCOMPARE(lost, 0);
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestPseudo>(argc, argv);
}

#include "tst_pseudo.moc"
