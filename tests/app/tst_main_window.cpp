// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fixtures.h"

#include "app/gui/about_dialog.h"
#include "app/gui/arguments.h"
#include "app/gui/main_window.h"
#include "app/gui/preferences_dialog.h"
#include "app/gui/script_player.h"
#include "core/base/error.h"
#include "core/formats/safetensors.h"
#include "core/session/session_file.h"
#include "widgets/compression/compression_page.h"
#include "widgets/figure/figure_dialog.h"
#include "widgets/configuration/configuration_panel.h"
#include "widgets/morph/confusion_dialog.h"
#include "widgets/morph/morph_page.h"
#include "widgets/shared/message_bar.h"

#include <QFile>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QDropEvent>

#include <map>

using namespace morphospace;

namespace {

constexpr int longWait = 60000;   // only a broken program waits this long

bool settle(MainWindow& window)
{
    QSignalSpy settled(&window.live(), &LiveMorph::settled);
    while (!window.live().isSettled()) {
        if (!settled.wait(longWait)) {
            return false;
        }
    }
    return true;
}

/// How many different colours a picture has: an empty page has few.
std::size_t colours(const QImage& image)
{
    std::map<QRgb, int> seen;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2) {
            ++seen[image.pixel(x, y)];
        }
    }
    return seen.size();
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;

    [[nodiscard]] std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdU16String()) / name;
    }

    /// A window with a manifold opened from a file, on random images.
    void makeWindow(FamilyKind kind)
    {
        m_window = std::make_unique<MainWindow>(Preferences{}, false);
        m_window->resize(1200, 800);
        m_window->show();
        const auto manifold = untrainedManifold(kind);
        writeManifold(*manifold, path("good.manifold"));
        QSignalSpy opened(m_window.get(), &MainWindow::opened);
        m_window->openFile(path("good.manifold"));
        QVERIFY(opened.wait(longWait));
        m_window->images().provide(randomImages(kind, 300));
        QVERIFY(settle(*m_window));
    }

private Q_SLOTS:
    void cleanup() { m_window.reset(); }

    void badFilesAreToldAndTheOldStateStays_data()
    {
        QTest::addColumn<QByteArray>("how");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("missing") << QByteArray("missing") << QByteArray("bad.manifold");
        QTest::newRow("truncated") << QByteArray("truncated") << QByteArray("bad.manifold");
        QTest::newRow("foreign") << QByteArray("foreign") << QByteArray("bad.manifold");
        QTest::newRow("empty") << QByteArray("empty") << QByteArray("bad.manifold");
        QTest::newRow("newer version") << QByteArray("newer") << QByteArray("version");
    }

    void badFilesAreToldAndTheOldStateStays()
    {
        QFETCH(QByteArray, how);
        QFETCH(QByteArray, word);
        makeWindow(FamilyKind::LeNet);
        m_window->session().perform(SetWidth{0, 5});
        const SessionState before = m_window->session().state();
        QFile::remove(m_folder.filePath(QStringLiteral("bad.manifold")));
        if (how != "missing") {
            QFile good(m_folder.filePath(QStringLiteral("good.manifold")));
            QVERIFY(good.open(QIODevice::ReadOnly));
            QByteArray bytes = good.readAll();
            if (how == "truncated") {
                bytes.truncate(bytes.size() / 2);
            } else if (how == "foreign") {
                bytes = QByteArray("\x89PNG\r\n\x1a\n", 8) + QByteArray(4096, 'x');
            } else if (how == "empty") {
                bytes.clear();
            } else {
                StoredFile file = readSafetensors(path("good.manifold"));
                bool found = false;
                for (auto& [key, value] : file.metadata) {
                    if (key.find("version") != std::string::npos && key.find("program") == std::string::npos) {
                        value = "999";
                        found = true;
                    }
                }
                QVERIFY2(found, "the file says no format version");
                writeSafetensors(path("bad.manifold"), file);
                bytes.clear();
            }
            if (how != "newer") {
                QFile bad(m_folder.filePath(QStringLiteral("bad.manifold")));
                QVERIFY(bad.open(QIODevice::WriteOnly));
                bad.write(bytes);
            }
        }
        QSignalSpy problem(m_window.get(), &MainWindow::problem);
        m_window->openFile(path("bad.manifold"));
        QVERIFY(problem.wait(longWait));
        const QString text = problem[0][0].toString();
        QVERIFY2(text.contains(QString::fromUtf8(word)), qPrintable(text));
        QVERIFY2(!text.contains(m_folder.path()), "a message carries no path");
        QVERIFY(m_window->messages()->isVisible());
        QCOMPARE(m_window->messages()->text(), text);
        QCOMPARE(m_window->session().state(), before);
        QVERIFY(m_window->session().manifold() != nullptr);
        QVERIFY(settle(*m_window));
        // And it goes on.
        QVERIFY(m_window->session().perform(SetWidth{0, 6}));
        QVERIFY(settle(*m_window));
    }

    void openedByDrop()
    {
        makeWindow(FamilyKind::LeNet);
        const auto other = untrainedManifold(FamilyKind::ResNet);
        writeManifold(*other, path("other.manifold"));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_folder.filePath(QStringLiteral("other.manifold")))});
        QSignalSpy opened(m_window.get(), &MainWindow::opened);
        QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &drop);
        QVERIFY(opened.wait(longWait));
        QCOMPARE(m_window->session().manifold()->hash, other->hash);
        // Undo goes back to the manifold before.
        m_window->session().undo();
        QCOMPARE(m_window->session().manifold()->family().kind, FamilyKind::LeNet);
        QVERIFY(m_window->preferences().recentFiles.constFirst().endsWith(
            QStringLiteral("other.manifold")));
    }

    void everyControlHasANameAndATip()
    {
        makeWindow(FamilyKind::ResNet);
        for (const char* page : {"morph", "compression"}) {
            m_window->session().perform(ShowPage{page});
            const QStringList unnamed = unnamedControls(m_window.get());
            QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
        }
        m_window->morphPage()->showConfusion();
        PreferencesDialog preferences{Preferences{}};
        AboutDialog about;
        for (QWidget* dialog : {static_cast<QWidget*>(&preferences), static_cast<QWidget*>(&about),
                                m_window->morphPage()->findChild<QWidget*>(
                                    QString(), Qt::FindChildrenRecursively)}) {
            const QStringList unnamed = unnamedControls(dialog);
            QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
        }
    }

    void pagesShowSomethingInBothThemes_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<QByteArray>("page");
        for (const auto theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            for (const char* page : {"morph", "compression"}) {
                QTest::addRow("%s %s", qPrintable(nameOf(theme)), page) << int(theme)
                                                                        << QByteArray(page);
            }
        }
    }

    void pagesShowSomethingInBothThemes()
    {
        QFETCH(int, theme);
        QFETCH(QByteArray, page);
        applyTheme(*qApp, ThemeChoice(theme));
        makeWindow(FamilyKind::ResNet);
        applyTheme(*qApp, ThemeChoice(theme));
        m_window->session().perform(ShowPage{page.toStdString()});
        QVERIFY(settle(*m_window));
        m_window->compressionPage()->refresh();
        const QImage picture = m_window->grab().toImage();
        QVERIFY2(colours(picture) > 50, qPrintable(QString::number(colours(picture))));
        // The ground is that of the theme.
        const bool dark = qGray(picture.pixel(3, picture.height() / 2)) < 100;
        QCOMPARE(dark, ThemeChoice(theme) == ThemeChoice::Dark);
        applyTheme(*qApp, ThemeChoice::Light);
    }

    void aClickOnAPointGoesThere()
    {
        makeWindow(FamilyKind::LeNet);
        m_window->session().perform(ShowPage{"compression"});
        m_window->compressionPage()->refresh();
        ChartView* view = m_window->compressionPage()->view();
        const auto& points = view->figure()->data().points;
        const auto half = std::find_if(points.begin(), points.end(), [](const FigurePoint& point) {
            return point.origin == MeasurementModel::Origin::Recorded
                && point.measurement.configuration.widths[0] == 4;
        });
        QVERIFY(half != points.end());
        const QPoint at = view->positionOf(int(half - points.begin()));
        QVERIFY2(view->rect().contains(at), "the point is seen");
        const std::size_t steps = m_window->session().journal().steps().size();
        QTest::mouseMove(view->viewport(), at);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::NoModifier, at);
        QCOMPARE(m_window->session().state().current.widths, std::vector<int>{4});
        QCOMPARE(m_window->session().journal().steps().size(), steps + 1);
        // The same by keyboard: walk to the first point, which saves least.
        QTest::keyClick(view, Qt::Key_Right);
        QVERIFY(view->marked() >= 0);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(m_window->session().state().current,
                 view->figure()->data().points[std::size_t(view->marked())].measurement.configuration);
        QVERIFY(settle(*m_window));
    }

    void aSweepAddsPointsAndCanBeCancelled()
    {
        makeWindow(FamilyKind::ResNet);
        CompressionPage& page = *m_window->compressionPage();
        const int before = page.measurements().rowCount();
        QSignalSpy measured(&page.sweep(), &Sweep::measured);
        QSignalSpy running(&page.sweep(), &Sweep::runningChanged);
        page.sweep().start({Configuration{{2, 4, 8}, {1, 1, 1}}, Configuration{{3, 6, 12}, {2, 2, 2}}});
        while (page.sweep().isRunning()) {
            QVERIFY(running.wait(longWait));
        }
        QCOMPARE(measured.size(), 2);
        QCOMPARE(page.measurements().rowCount(), before + 2);
        page.startSweep(true);
        QVERIFY(page.sweep().isRunning());
        page.sweep().cancel();
        QVERIFY(!page.sweep().isRunning());
        const qsizetype now = measured.size();
        QSignalSpy ended(&m_window->jobs(), &JobBoard::ended);
        QVERIFY(ended.wait(longWait));
        QCOMPARE(measured.size(), now);   // nothing arrives after the cancel
    }

    void aScriptIsPlayedAndItsFilesWritten()
    {
        makeWindow(FamilyKind::ResNet);
        ScriptPlayer player(*m_window, {SetConfiguration{{{2, 4, 8}, {2, 2, 2}}}, PinSample{},
                                        SetDepth{0, 1}, ShowPage{"compression"}});
        QSignalSpy finished(&player, &ScriptPlayer::finished);
        player.start();
        QVERIFY(finished.wait(longWait));
        QCOMPARE(m_window->session().state().current.depths, (std::vector<int>{1, 2, 2}));
        QVERIFY(m_window->live().isSettled());
        SessionExport exporter(*m_window, path("out"));
        QSignalSpy written(&exporter, &SessionExport::written);
        QSignalSpy done(&exporter, &SessionExport::finished);
        exporter.start();
        QVERIFY(done.wait(longWait));
        // Seven figures of the first two pages at least, each in three formats.
        const auto figures = qsizetype(m_window->figures().size());
        QVERIFY(figures >= 7);
        QCOMPARE(written.size(), 3 + 3 * figures);
        for (const QList<QVariant>& entry : written) {
            const QString file = m_folder.filePath(QStringLiteral("out/") + entry[0].toString());
            QVERIFY2(QFileInfo(file).size() > 500, qPrintable(file));
        }
        const StoredFile network = readSafetensors(path("out") / "network.safetensors");
        QVERIFY(!network.tensors.empty());
        QFile csv(m_folder.filePath(QStringLiteral("out/accuracy-compression.csv")));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArray numbers = csv.readAll();
        QVERIFY(numbers.startsWith("source,widths"));
        QVERIFY(numbers.contains("session,2-4-8,1-2-2"));
    }

    void aWrongStepEndsTheScript()
    {
        makeWindow(FamilyKind::LeNet);
        ScriptPlayer player(*m_window, {SetWidth{0, 999}});
        QSignalSpy failed(&player, &ScriptPlayer::failed);
        player.start();
        QVERIFY(failed.wait(longWait));
        QVERIFY(failed[0][0].toString().contains(QStringLiteral("999")));
        QVERIFY(!player.isPlaying());
    }

    void aWrongStepNamesTheScriptAndThePlace()
    {
        makeWindow(FamilyKind::LeNet);
        ScriptPlayer player(*m_window, {PinSample{}, SetWidth{0, 999}, PinSample{}});
        player.setSource(path("tour.json"));
        QSignalSpy failed(&player, &ScriptPlayer::failed);
        player.start();
        QVERIFY(player.isPlaying());
        QVERIFY(failed.wait(longWait));
        QVERIFY2(failed[0][0].toString().startsWith(QStringLiteral("tour.json: at action 2: ")),
                 qPrintable(failed[0][0].toString()));
    }

    void figuresSayWhatTheyShowAndNameNobody()
    {
        // Names that are found wherever they stand: in a folder's, and as the person's home.
        const QByteArray telltale = "jane-doe-7f3a";
        const QByteArray home = qgetenv("HOME");
        const std::filesystem::path folder = path(telltale.constData());
        std::filesystem::create_directories(folder);
        qputenv("HOME", QByteArray::fromStdString(folder.string()));
        qputenv("USER", telltale);
        makeWindow(FamilyKind::LeNet);
        std::filesystem::copy_file(path("good.manifold"), folder / "mine.manifold",
                                   std::filesystem::copy_options::overwrite_existing);
        QSignalSpy opened(m_window.get(), &MainWindow::opened);
        m_window->openFile(folder / "mine.manifold");
        QVERIFY(opened.wait(longWait));
        m_window->images().provide(randomImages(FamilyKind::LeNet, 300));
        m_window->session().perform(PinSample{});
        m_window->session().perform(SetWidth{0, 5});
        QVERIFY(settle(*m_window));

        const Provenance provenance = m_window->provenance();
        QCOMPARE(provenance.manifold, std::string("Test / LeNet"));
        QCOMPARE(provenance.current.widths, std::vector<int>{5});
        QVERIFY(provenance.pinned.has_value());
        QCOMPARE(provenance.images, 300);
        QCOMPARE(provenance.dataHash, std::string("random"));
        const SessionDocument session = sessionFromText(provenance.session);
        QVERIFY(session.steps.size() >= 3);
        SessionExport exporter(*m_window, path("named"));
        QSignalSpy done(&exporter, &SessionExport::finished);
        exporter.start();
        QVERIFY(done.wait(longWait));
        int figures = 0;
        for (const auto& entry : std::filesystem::directory_iterator(path("named"))) {
            QFile file(QString::fromStdU16String(entry.path().u16string()));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QByteArray bytes = file.readAll();
            // What is packed inside: PDF streams and PNG texts.
            for (qsizetype at = bytes.indexOf("stream\n"); at >= 0;
                 at = bytes.indexOf("stream\n", at + 1)) {
                const qsizetype end = bytes.indexOf("endstream", at + 7);
                if (entry.path().extension() == ".pdf" && end > at) {
                    const QByteArray packed = bytes.mid(at + 7, end - at - 7);
                    bytes += qUncompress(QByteArray("\0\x10\0\0", 4) + packed);
                }
            }
            if (isFigureFile(entry.path()) && entry.path().filename() != "window.png") {
                ++figures;
                const Provenance read = readProvenance(entry.path());
                QCOMPARE(read.manifoldHash, m_window->session().manifold()->hash);
                QCOMPARE(read.session, provenance.session);
                bytes += provenanceText(read).c_str();
            }
            for (const QByteArray& word :
                 {telltale, QByteArray::fromStdString(m_folder.path().toStdString()), home}) {
                QVERIFY2(word.isEmpty() || word == "/" || !bytes.contains(word),
                         qPrintable(file.fileName() + QStringLiteral(" has ")
                                    + QString::fromUtf8(word)));
            }
        }
        QCOMPARE(figures, 24);
        qputenv("HOME", home);
    }

    void aFigureOpensAsTheSessionThatMadeIt()
    {
        makeWindow(FamilyKind::LeNet);
        m_window->session().perform(PinSample{});
        m_window->session().perform(SetWidth{0, 5});
        QVERIFY(settle(*m_window));
        const SessionState made = m_window->session().state();
        const Figure network = m_window->figures().front();
        for (const char* name : {"made.svg", "made.pdf", "made.png"}) {
            writeFigure(pageOf(network, {85, 60}, 7, m_window->provenance()), path(name));
            m_window->session().perform(SetWidth{0, 7});
            QVERIFY(!(m_window->session().state() == made));
            QSignalSpy opened(m_window.get(), &MainWindow::opened);
            m_window->openFile(path(name));
            QVERIFY2(opened.wait(longWait), name);
            QVERIFY2(m_window->session().state() == made, name);
        }
    }

    void theFigureDialogOffersBothPages()
    {
        makeWindow(FamilyKind::LeNet);
        QStringList names;
        for (const Figure& figure : m_window->figures()) {
            names += figure.name;
        }
        QCOMPARE(names, QStringLiteral("network accuracy images confusion morph-page "
                                       "accuracy-compression compression-page order-experiment")
                            .split(u' '));
        m_window->session().perform(ShowPage{"compression"});
        QCOMPARE(m_window->figures().front().name, QStringLiteral("accuracy-compression"));
    }

    void theFigureDialogBeginsWithThePageThatIsSeen()
    {
        makeWindow(FamilyKind::LeNet);
        const auto offered = [&] {
            QString figure;
            QTimer::singleShot(0, m_window.get(), [&] {
                auto* dialog = m_window->findChild<FigureDialog*>();
                figure = dialog->choice().figure;
                dialog->reject();
            });
            m_window->exportFigure();
            return figure;
        };
        m_window->session().perform(ShowPage{"morph"});
        QCOMPARE(offered(), QStringLiteral("network"));
        m_window->session().perform(ShowPage{"compression"});
        QCOMPARE(offered(), QStringLiteral("accuracy-compression"));
        // Another one of the same page stays chosen.
        Preferences chosen = m_window->preferences();
        chosen.figure.figure = QStringLiteral("compression-page");
        m_window->applyPreferences(chosen);
        QCOMPARE(offered(), QStringLiteral("compression-page"));
    }

    void successesGoByThemselvesAndProblemsStay()
    {
        MessageBar bar;
        bar.setPatience(30);
        bar.showMessage(MessageBar::Kind::Note, QStringLiteral("Wrote a"));
        QVERIFY(bar.isVisible() && bar.isLeaving());
        QTRY_VERIFY_WITH_TIMEOUT(!bar.isVisible(), longWait);
        QVERIFY(bar.text().isEmpty());
        // What has to be read or answered stays.
        bar.showMessage(MessageBar::Kind::Problem, QStringLiteral("trouble"));
        QVERIFY(!bar.isLeaving());
        bar.showMessage(MessageBar::Kind::Note, QStringLiteral("This is a lesson"), QStringLiteral("Present"),
                        [] {});
        QVERIFY(!bar.isLeaving());
        // A problem that follows a success is not taken away by the time of that one.
        bar.showMessage(MessageBar::Kind::Note, QStringLiteral("Wrote a"));
        bar.showMessage(MessageBar::Kind::Problem, QStringLiteral("trouble"));
        QVERIFY(!bar.isLeaving());
        bar.setLasting(true);
        bar.showMessage(MessageBar::Kind::Note, QStringLiteral("not presented"));
        QVERIFY(!bar.isLeaving());
    }

    void preferencesComeBack()
    {
        QSettings settings(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        Preferences preferences;
        preferences.theme = ThemeChoice::Dark;
        preferences.threads = 3;
        preferences.cacheMegabytes = 77;
        preferences.dataFolders[QStringLiteral("mnist")] = QStringLiteral("/some/where");
        for (int i = 0; i < 12; ++i) {
            noteRecent(preferences, QStringLiteral("file %1").arg(i));
        }
        noteRecent(preferences, QStringLiteral("file 7"));
        savePreferences(preferences, settings);
        const Preferences read = loadPreferences(settings);
        QCOMPARE(read.theme, ThemeChoice::Dark);
        QCOMPARE(read.threads, 3);
        QCOMPARE(read.cacheMegabytes, 77);
        QCOMPARE(read.dataFolders, preferences.dataFolders);
        QCOMPARE(read.recentFiles.size(), mostRecentFiles);
        QCOMPARE(read.recentFiles.constFirst(), QStringLiteral("file 7"));
        PreferencesDialog dialog(read);
        QCOMPARE(dialog.preferences().cacheMegabytes, 77);
        QCOMPARE(dialog.preferences().dataFolders, preferences.dataFolders);
    }

    void commandLine_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("error");
        const QString name = QStringLiteral("morphospace");
        QTest::newRow("nothing") << QStringList{name} << QString();
        QTest::newRow("size") << QStringList{name, QStringLiteral("--size"), QStringLiteral("big")}
                              << QStringLiteral("1280x800");
        QTest::newRow("theme") << QStringList{name, QStringLiteral("--theme"), QStringLiteral("blue")}
                               << QStringLiteral("light, dark or system");
        QTest::newRow("page") << QStringList{name, QStringLiteral("--page"), QStringLiteral("cover")}
                              << QStringLiteral("expected morph, compression");
        const QStringList picture{name, QStringLiteral("--screenshot"), QStringLiteral("a.png")};
        const QString dialog = QStringLiteral("--dialog");
        QTest::newRow("dialog") << picture + QStringList{dialog, QStringLiteral("figure:specimen")}
                                << QString();
        QTest::newRow("unknown dialog") << picture + QStringList{dialog, QStringLiteral("cover")}
                                        << QStringLiteral("--dialog cover; expected about, by-class");
        QTest::newRow("dialog with") << picture + QStringList{dialog, QStringLiteral("about:me")}
                                     << QStringLiteral("only checkpoint, figure, invert");
        QTest::newRow("dialog alone") << QStringList{name, dialog, QStringLiteral("figure")}
                                      << QStringLiteral("--dialog needs --screenshot");
        QTest::newRow("dialog of a lesson")
            << picture + QStringList{dialog, QStringLiteral("figure"), QStringLiteral("--present"),
                                     QStringLiteral("a.morph")}
            << QStringLiteral("without --present");
        QTest::newRow("unknown") << QStringList{name, QStringLiteral("--wings")}
                                 << QStringLiteral("wings");
        QTest::newRow("two files") << QStringList{name, QStringLiteral("a"), QStringLiteral("b")}
                                   << QStringLiteral("one manifold, zoo, session, figure or checkpoint");
        QTest::newRow("images") << QStringList{name, QStringLiteral("--images"), QStringLiteral("-1")}
                                << QStringLiteral("a number");
    }

    void commandLine()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, error);
        const Arguments arguments = parseArguments(words);
        QCOMPARE(arguments.error.isEmpty(), error.isEmpty());
        QVERIFY2(arguments.error.contains(error), qPrintable(arguments.error));
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestMainWindow>(argc, argv);
}

#include "tst_main_window.moc"
