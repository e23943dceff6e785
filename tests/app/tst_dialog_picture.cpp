// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fixtures.h"

#include "app/gui/dialog_picture.h"
#include "app/gui/main_window.h"
#include "app/gui/script_player.h"
#include "core/base/error.h"
#include "widgets/figure/figure_file.h"

#include <QDialog>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace morphospace;

namespace {

constexpr int longWait = 60000;   // only a broken program waits this long

QString errorOf(const std::function<void()>& call)
{
    try {
        call();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

/// Pictures of the window with a dialog over it, as --screenshot and --dialog write them.
class TestDialogPicture : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;

    [[nodiscard]] std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdU16String()) / name;
    }

    void open(const char* name)
    {
        QSignalSpy opened(m_window.get(), &MainWindow::opened);
        m_window->openFile(path(name));
        QVERIFY(opened.wait(longWait));
    }

    void settle()
    {
        QVERIFY(QTest::qWaitFor(
            [this] {
                return m_window->live().isSettled() && m_window->weightSpace().isSettled()
                    && m_window->jobs().active().empty();
            },
            longWait));
    }

    static QList<QWidget*> dialogs()
    {
        QList<QWidget*> seen;
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (widget->isVisible() && qobject_cast<QDialog*>(widget) != nullptr) {
                seen += widget;
            }
        }
        return seen;
    }

private Q_SLOTS:
    void initTestCase()
    {
        writeManifold(*untrainedManifold(FamilyKind::ResNet), path("resnet.manifold"));
        writeTinyZoo(path("tiny.zoo"));
        QImage letter(80, 100, QImage::Format_Grayscale8);
        letter.fill(255);
        QPainter painter(&letter);
        painter.fillRect(30, 10, 18, 80, Qt::black);
        painter.end();
        QVERIFY(letter.save(m_folder.filePath(QStringLiteral("letter.png"))));
        m_window = std::make_unique<MainWindow>(Preferences{}, false);
        m_window->files().setAsks(false);
        m_window->setImageLimit(20);
        m_window->showForNow(std::nullopt, QSize(1280, 720));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanupTestCase() { m_window.reset(); }
    void cleanup() { QCOMPARE(dialogs().size(), 0); }

    /// First: nothing is open yet.
    void whatHasNothingToShowSaysWhatItNeeds_data()
    {
        QTest::addColumn<QString>("wanted");
        for (const QString& name : dialogNames()) {
            if (name != u"about" && name != u"preferences") {
                QTest::newRow(qPrintable(name)) << (name == u"invert" || name == u"walk" || name == u"zoo-export"
                                                        ? QStringLiteral("an open zoo")
                                                        : QStringLiteral("an open manifold"));
            }
        }
    }

    void whatHasNothingToShowSaysWhatItNeeds()
    {
        QFETCH(QString, wanted);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const QString error = errorOf([&] { (void)pictureWithDialog(*m_window, name); });
        QVERIFY2(error.contains(name) && error.contains(wanted), qPrintable(error));
    }

    void everyDialogIsSeenOverTheWindow_data()
    {
        QTest::addColumn<QString>("kind");
        const std::map<QString, QString> classes{
            {QStringLiteral("about"), QStringLiteral("AboutDialog")},
            {QStringLiteral("by-class"), QStringLiteral("ConfusionDialog")},
            {QStringLiteral("checkpoint"), QStringLiteral("CheckpointDialog")},
            {QStringLiteral("checkpoint:") + m_folder.path(), QStringLiteral("CheckpointDialog")},
            {QStringLiteral("figure"), QStringLiteral("FigureDialog")},
            {QStringLiteral("figure:specimen"), QStringLiteral("FigureDialog")},
            {QStringLiteral("invert"), QStringLiteral("InvertDialog")},
            {QStringLiteral("invert:") + m_folder.filePath(QStringLiteral("letter.png")),
             QStringLiteral("InvertDialog")},
            {QStringLiteral("lesson-editor"), QStringLiteral("LessonEditor")},
            {QStringLiteral("missing"), QStringLiteral("MissingDialog")},
            {QStringLiteral("preferences"), QStringLiteral("PreferencesDialog")},
            {QStringLiteral("recovery"), QStringLiteral("RecoveryDialog")},
            {QStringLiteral("walk"), QStringLiteral("MemberDialog")},
            {QStringLiteral("zoo-export"), QStringLiteral("ZooExportDialog")}};
        for (const QString& name : dialogNames()) {
            QVERIFY2(classes.contains(name), qPrintable(name));   // a new one is tried as well
        }
        for (const auto& [name, its] : classes) {
            QTest::newRow(qPrintable(name)) << its;
        }
    }

    void everyDialogIsSeenOverTheWindow()
    {
        QFETCH(QString, kind);
        if (!m_window->session().manifold()) {
            open("resnet.manifold");
            m_window->images().provide(randomImages(FamilyKind::ResNet, 20));
            open("tiny.zoo");
            ZooPlace place;
            place.kind = ZooPlaceKind::Member;
            place.member = 2;
            m_window->session().perform(SetPlace{place});
        }
        settle();
        struct Seen : QObject {
            QString kind;
            QPixmap picture;
            bool eventFilter(QObject* watched, QEvent* event) override
            {
                if (auto* dialog = qobject_cast<QDialog*>(watched);
                    dialog != nullptr && event->type() == QEvent::Close) {
                    kind = QString::fromLatin1(dialog->metaObject()->className()).section(u':', -1);
                    picture = dialog->grab();
                }
                return false;
            }
        } seen;
        qApp->installEventFilter(&seen);
        const auto steps = m_window->session().journal().steps().size();
        const QImage without = m_window->grab().toImage();
        const QImage image = pictureWithDialog(*m_window, QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(seen.kind, kind);
        QCOMPARE(m_window->session().journal().steps().size(), steps);
        QVERIFY(image.width() >= 1280 && image.height() >= 720);
        // In its middle is the dialog, as it is, and round that the window, darker.
        const QImage dialog = seen.picture.toImage();
        QVERIFY(!dialog.isNull());
        const QPoint corner((image.width() - dialog.width()) / 2, 0);
        int row = 0;
        const auto equal = [&](int y) {
            // The frame's caption is over the dialog, so that this is not quite in the middle.
            for (const double x : {0.25, 0.5, 0.75}) {
                for (const double down : {0.3, 0.5, 0.7}) {
                    const QPoint at(int(x * dialog.width()), int(down * dialog.height()));
                    if (image.pixel(corner + QPoint(0, y) + at) != dialog.pixel(at)) {
                        return false;
                    }
                }
            }
            return true;
        };
        while (row + dialog.height() < image.height() && !equal(row)) {
            ++row;
        }
        QVERIFY(row + dialog.height() < image.height());
        if (image.size() == without.size()) {
            const QColor before = without.pixelColor(4, 700);
            const QColor after = image.pixelColor(4, 700);
            QVERIFY(after.lightness() < before.lightness());
        }
    }

    void whatItBeginsWithIsChecked()
    {
        const auto error = [this](const char* wanted) {
            return errorOf([&] { (void)pictureWithDialog(*m_window, QString::fromLatin1(wanted)); });
        };
        QVERIFY2(error("figure:none").contains(QStringLiteral("specimen")), qPrintable(error("figure:none")));
        QVERIFY2(error("invert:none.png").contains(QStringLiteral("a file that exists")),
                 qPrintable(error("invert:none.png")));
        QVERIFY2(error("about:me").contains(QStringLiteral("checkpoint, figure, invert")), qPrintable(error("about:me")));
        QVERIFY2(error("checkpoint:none").contains(QStringLiteral("a folder that exists")),
                 qPrintable(error("checkpoint:none")));
        const QString unknown = error("nothing");
        for (const QString& name : dialogNames()) {
            QVERIFY2(unknown.contains(name), qPrintable(unknown));
        }
    }

    void thePictureOpensAsItsSession()
    {
        writePicture(*m_window, path("dialog.png"), Enclosed::Session, QStringLiteral("figure"));
        const Provenance found = readProvenance(path("dialog.png"));
        QCOMPARE(sessionFromText(found.session).steps.size(),
                 m_window->session().journal().steps().size());
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestDialogPicture>(argc, argv);
}

#include "tst_dialog_picture.moc"
