// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/people/windows.h"

#include "app/gui/about_dialog.h"
#include "app/gui/missing_dialog.h"
#include "app/gui/preferences_dialog.h"
#include "app/gui/present_window.h"
#include "app/gui/recovery_dialog.h"
#include "tests/widgets/fixtures.h"
#include "widgets/checkpoint/checkpoint_dialog.h"
#include "widgets/compression/compression_page.h"
#include "widgets/figure/figure_dialog.h"
#include "widgets/figure/number_table_view.h"
#include "widgets/landscape/landscape_page.h"
#include "widgets/morph/confusion_dialog.h"
#include "widgets/morph/morph_page.h"
#include "widgets/lesson/lesson_editor.h"
#include "widgets/shared/message_bar.h"
#include "widgets/weightspace/invert_dialog.h"
#include "widgets/weightspace/member_dialog.h"
#include "widgets/weightspace/zoo_export_dialog.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTimer>

namespace morphospace {
namespace {

constexpr int longWait = 60000;   // only a broken program waits this long

void settle(MainWindow& window)
{
    QSignalSpy settled(&window.live(), &LiveMorph::settled);
    while (!window.live().isSettled()) {
        if (!settled.wait(longWait)) {
            qFatal("the window does not settle");
        }
    }
    QCoreApplication::processEvents();
}

void settle(SmoothnessModel& model)
{
    QCoreApplication::processEvents();
    if (!QTest::qWaitFor([&] { return model.isSettled(); }, longWait)) {
        qFatal("the Smoothness page does not settle");
    }
    QCoreApplication::processEvents();
}

void open(MainWindow& window, const std::filesystem::path& file)
{
    QSignalSpy opened(&window, &MainWindow::opened);
    window.openFile(file);
    if (!opened.wait(longWait)) {
        qFatal("the file does not open");
    }
}

/// Calls `start`, which opens a modal window, and closes that when it was looked at.
void lookAtModal(const std::function<void()>& start, const std::function<void(QWidget&)>& look)
{
    QTimer::singleShot(0, qApp, [&look] {
        QWidget* window = QApplication::activeModalWidget();
        if (window == nullptr) {
            qFatal("no modal window is there");
        }
        lookAt(*window, look);
        window->close();
    });
    start();
}

} // namespace

void lookAt(QWidget& window, const std::function<void(QWidget&)>& look)
{
    window.show();
    (void)QTest::qWaitForWindowExposed(&window);
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    look(window);
}

QString whereIs(const QWidget& widget)
{
    QString text = QString::fromLatin1(widget.metaObject()->className());
    const QString name = !widget.accessibleName().isEmpty() ? widget.accessibleName()
        : !widget.property("text").toString().isEmpty()     ? widget.property("text").toString()
                                                            : widget.objectName();
    text += QStringLiteral(" '%1'").arg(name);
    // The nearest classes of our own say where that is.
    int named = 0;
    for (const QWidget* around = widget.parentWidget(); around != nullptr && named < 2;
         around = around->parentWidget()) {
        const QString name = QString::fromLatin1(around->metaObject()->className());
        if (name.startsWith(QStringLiteral("morphospace::"))) {
            text += QStringLiteral(" in ") + name.mid(13);
            ++named;
        }
    }
    return text;
}

EveryWindow::EveryWindow()
{
    writeManifold(*untrainedManifold(FamilyKind::ResNet), path("resnet.manifold"));
    writeManifold(*untrainedManifold(FamilyKind::LeNet), path("lenet.manifold"));
    writeTinyZoo(path("tiny.zoo"));
}

std::filesystem::path EveryWindow::path(const char* name) const
{
    return std::filesystem::path(m_folder.path().toStdU16String()) / name;
}

void EveryWindow::visit(const QSize& size,
                        const std::function<void(const QString&, QWidget&)>& look)
{
    mainWindow(size, [&](const QString& name, QWidget& window) {
        m_classes.insert(window.metaObject()->className());
        if (const QString folder = qEnvironmentVariable("MORPHOSPACE_WINDOW_PICTURES"); !folder.isEmpty()) {
            window.grab().save(QStringLiteral("%1/%2, %3.png").arg(folder, name, nameOf(m_theme)));
        }
        look(name, window);
    });
}

void EveryWindow::mainWindow(const QSize& size,
                             const std::function<void(const QString&, QWidget&)>& look)
{
    Preferences preferences;
    preferences.theme = m_theme;
    MainWindow window(preferences, false);
    window.setImageLimit(60);
    window.showForNow(std::nullopt, size);
    const auto show = [&](const char* name) {
        lookAt(window, [&](QWidget& seen) { look(QString::fromLatin1(name), seen); });
    };
    show("nothing open");

    open(window, path("resnet.manifold"));
    window.images().provide(randomImages(FamilyKind::ResNet, 60));
    settle(window);
    SessionModel& session = window.session();
    show("Morph page");
    session.perform(PinSample{});
    session.perform(SetConfiguration{{{2, 5, 9}, {1, 2, 1}}});
    session.perform(SetAveraging{3});
    session.setNote(2, QStringLiteral("ñóťé"));
    settle(window);
    window.messages()->showMessage(MessageBar::Kind::Problem, QStringLiteral("ṕŕóƀĺéḿ"));
    show("Morph page with A pinned");
    session.moveTo(2);
    settle(window);
    show("Morph page with steps taken back");
    session.moveTo(session.journal().steps().size());
    settle(window);
    window.messages()->dismiss();
    session.perform(SetConfiguration{{{6, 12, 24}, {2, 2, 2}}});
    settle(window);
    session.perform(ShowPage{"compression"});
    window.compressionPage()->refresh();
    show("Compression page");
    session.perform(SetOption{"compression.view", "table"});
    session.perform(SetOption{"compression.axis", "macs"});
    window.compressionPage()->refresh();
    show("Compression page as a table");
    session.perform(SetOption{"compression.view", "figure"});
    session.perform(ShowPage{"smoothness"});
    for (const char* compared : {"orders", "sizes"}) {
        session.perform(SetOption{"smoothness.compare", compared});
        for (const char* view : {"maps", "variation", "neighbours", "path"}) {
            session.perform(SetOption{"smoothness.view", view});
            settle(window.smoothness());
            show(qPrintable(QStringLiteral("Smoothness page, %1, %2")
                                .arg(QLatin1String(compared), QLatin1String(view))));
        }
        for (const char* view : {"variation", "maps"}) {
            session.perform(SetOption{"smoothness.view", view});
            session.perform(SetOption{"smoothness.form", "table"});
            settle(window.smoothness());
            show(qPrintable(QStringLiteral("Smoothness page, %1, %2 as a table")
                                .arg(QLatin1String(compared), QLatin1String(view))));
        }
        session.perform(SetOption{"smoothness.form", "figure"});
    }
    session.perform(SetConfiguration{{{2, 5, 9}, {1, 2, 1}}});
    settle(window);
    // Every other page in each of its views, those that come later as well.
    for (const SessionOption& option : sessionOptions()) {
        const std::string name(option.name);
        const std::string page = name.substr(0, name.find('.'));
        if (!name.ends_with(".view") || page == "compression" || page == "smoothness") {
            continue;
        }
        session.perform(ShowPage{page});
        for (const std::string_view view : option.accepted) {
            session.perform(SetOption{name, std::string(view)});
            if (!QTest::qWaitFor([&] { return window.jobs().active().empty(); }, longWait)) {
                qFatal("the page does not settle");
            }
            show(qPrintable(QStringLiteral("%1 page, %2")
                                .arg(QString::fromStdString(page),
                                     QString::fromUtf8(view.data(), qsizetype(view.size())))));
        }
    }
    landscapeTables(window, show);
    session.perform(ShowPage{"morph"});
    dialogs(window, look);

    open(window, path("lenet.manifold"));
    window.images().provide(randomImages(FamilyKind::LeNet, 60));
    settle(window);
    session.perform(SetWidth{0, 3});
    settle(window);
    show("Morph page of a LeNet");
    weightSpace(window, show);
}

void EveryWindow::turnPages(const QSize& size,
                            const std::function<void(const QString&, QWidget&)>& look)
{
    MainWindow window(Preferences{}, false);
    window.setImageLimit(60);
    window.showForNow(std::nullopt, size);
    window.show();
    open(window, path("resnet.manifold"));
    window.images().provide(randomImages(FamilyKind::ResNet, 60));
    const std::vector<std::string> pages{"morph", "compression", "smoothness", "landscape", "weightspace"};
    const auto turn = [&](const QString& name, const std::string& page) {
        window.session().perform(ShowPage{page});
        settle(window);
        settle(window.smoothness());
        lookAt(window, [&](QWidget& seen) {
            look(QStringLiteral("%1 to %2").arg(name, QString::fromStdString(page)), seen);
        });
    };
    for (const bool zoo : {false, true}) {
        if (zoo) {
            open(window, path("tiny.zoo"));
        }
        for (const std::string& from : pages) {
            for (const std::string& to : pages) {
                if (from == to) {
                    continue;
                }
                const QString name = QString::fromStdString(from) + (zoo ? QStringLiteral(", zoo") : QString());
                turn(name, from);
                turn(name, to);
            }
        }
    }
}

void EveryWindow::landscapeTables(MainWindow& window, const std::function<void(const char*)>& show)
{
    SessionModel& session = window.session();
    LandscapeModel& model = window.landscape();
    const auto wait = [](const auto& until) {
        if (!QTest::qWaitFor(until, longWait)) {
            qFatal("the Landscape page does not settle");
        }
    };
    session.perform(ShowPage{"landscape"});
    session.perform(SetOption{"landscape.view", "map"});
    session.perform(SetOption{"landscape.colour", "latency"});
    // All that is missing, latencies as well. The table is filled where it is seen.
    model.measure(20);
    wait([&] { return !model.isMeasuring(); });
    wait([&] { return window.landscapePage()->map()->data()->latencyCount()
                   == model.data()->cells.size(); });
    show("Landscape page, all measured");
    session.perform(SetOption{"landscape.form", "table"});
    const auto rows = [&] { return window.landscapePage()->numbersTable()->model()->rowCount(); };
    wait([&] { return std::size_t(rows()) == model.data()->cells.size(); });
    show("Landscape page as a table");
    session.perform(SetOption{"landscape.view", "similarity"});
    for (const char* kind : {"pair", "widths"}) {
        session.perform(SetOption{"landscape.similarity", kind});
        if (QLatin1String(kind) == QLatin1String("pair")) {
            model.comparePair();
        } else {
            model.compareWidths();
        }
        wait([&] { return !model.isComparing(); });
        show(qPrintable(QStringLiteral("Landscape page, similarity of %1 as a table")
                            .arg(QLatin1String(kind))));
        session.perform(SetOption{"landscape.form", "figure"});
        show(qPrintable(QStringLiteral("Landscape page, similarity of %1")
                            .arg(QLatin1String(kind))));
        session.perform(SetOption{"landscape.form", "table"});
    }
    session.perform(SetOption{"landscape.form", "figure"});
}

void EveryWindow::weightSpace(MainWindow& window, const std::function<void(const char*)>& show)
{
    open(window, path("tiny.zoo"));
    SessionModel& session = window.session();
    const auto settled = [&](const QString& name) {
        if (!QTest::qWaitFor([&] { return window.weightSpace().isSettled(); }, longWait)) {
            qFatal("the Weight space page does not settle");
        }
        QCoreApplication::processEvents();
        show(qPrintable(name));
    };
    settled(QStringLiteral("Weight space page"));
    session.perform(PinModel{});
    session.perform(SetDirection{"slant", 1.5});
    session.perform(SetIndependent{"slant", {"stroke"}});
    session.perform(MarkMembers{"A", {0, 1, 2}});
    session.perform(MarkMembers{"B", {5, 6}});
    session.perform(MakeDirection{{"ḿíñé", {0, 1, 2}, {5, 6}}});
    ZooPlace place;
    place.kind = ZooPlaceKind::Path;
    place.member = 3;
    place.other = 4;
    place.share = 0.4;
    place.name = "ƒáçé";
    place.otherName = "öťĥéŕ";
    session.perform(SetPlace{place});
    for (const char* view : {"map", "cloud", "members", "matrix"}) {
        session.perform(SetOption{"weightspace.view", view});
        settled(QStringLiteral("Weight space page with A, %1").arg(QLatin1String(view)));
    }
    session.perform(SetOption{"weightspace.form", "table"});
    for (const char* view : {"matrix", "cloud", "map"}) {
        session.perform(SetOption{"weightspace.view", view});
        settled(QStringLiteral("Weight space page, numbers of %1").arg(QLatin1String(view)));
    }
    session.perform(SetOption{"weightspace.form", "figure"});
    for (const char* sheet : {"word", "seeds"}) {
        session.perform(SetOption{"weightspace.sheet", sheet});
        settled(QStringLiteral("Weight space page, letters as %1").arg(QLatin1String(sheet)));
    }
}

void EveryWindow::dialogs(MainWindow& window,
                          const std::function<void(const QString&, QWidget&)>& look)
{
    const auto show = [&](const char* name, QWidget& dialog) {
        lookAt(dialog, [&](QWidget& seen) { look(QString::fromLatin1(name), seen); });
        dialog.close();
    };
    const auto modal = [&](const char* name, const std::function<void()>& start) {
        lookAtModal(start, [&](QWidget& seen) { look(QString::fromLatin1(name), seen); });
    };
    const SessionState& state = window.session().state();
    {
        AboutDialog dialog(&window);
        show("About", dialog);
    }
    {
        PreferencesDialog dialog(Preferences{}, &window);
        show("Preferences", dialog);
    }
    {
        CheckpointDialog dialog({window.session().manifold(), state.current, state.pinned,
                                 state.averaging, window.images().images(),
                                 QStringLiteral("ñéť"), m_folder.path()},
                                &window);
        show("Export checkpoint", dialog);
    }
    {
        FigureDialog dialog(window.figures(), window.provenance(), {}, window.jobs(), &window);
        show("Export figure", dialog);
    }
    {
        ConfusionDialog dialog(window.live(), window.session(), &window);
        show("By class", dialog);
    }
    {
        std::vector<SessionManifolds::Missing> missing(2);
        missing[0].reference = *state.manifold;
        missing[1].reference = *state.manifold;
        missing[1].changed = path("lenet.manifold");
        MissingDialog dialog(missing, {}, &window);
        dialog.tryFile(0, path("lenet.manifold"));
        show("Missing manifolds", dialog);
    }
    {
        std::vector<RecoveredSession> sessions(2);
        sessions[0].document = window.session().document();
        sessions[1].document.steps.resize(1);
        RecoveryDialog dialog(sessions, &window);
        show("Recovery", dialog);
    }
    {
        InvertDialog dialog(&window);
        show("Invert", dialog);
    }
    {
        SessionDocument session = window.session().document();
        session.steps[2].lesson = LessonPage{};
        session.steps[2].lesson->title = QStringLiteral("ťíťĺé").toStdString();
        session.steps[2].lesson->text = QStringLiteral("ťéẋť").toStdString();
        LessonEditor dialog(session, &window, &window);
        dialog.setAsks(false);
        show("Lesson editor", dialog);
    }
    {
        MemberDialog dialog({QStringLiteral("ƒáçé"), QStringLiteral("öťĥéŕ")}, &window);
        show("Walk to a member", dialog);
    }
    {
        ZooExportDialog dialog(&window);
        show("Export from the weight space", dialog);
    }
    lessons(window, look);
    window.files().setAsks(true);
    modal("Save changes", [&] { (void)window.files().mayGoOn(); });
    window.files().setAsks(false);
}

void EveryWindow::lessons(MainWindow& window,
                          const std::function<void(const QString&, QWidget&)>& look)
{
    // A lesson in letters that no translator is asked for, with all that a page may have.
    SessionDocument lesson = window.session().document();
    LessonPage page;
    page.title = QStringLiteral("ťíťĺé").toStdString();
    page.text = QStringLiteral("ťéẋť").toStdString();
    page.highlight = "width";
    page.hidden = {"inspector"};   // a page shows what it speaks of
    page.question = LessonQuestion{QStringLiteral("ʠúéšťíóñ").toStdString(),
                                   {QStringLiteral("öñé").toStdString(),
                                    QStringLiteral("ťŵö").toStdString()},
                                   1,
                                   QStringLiteral("ƀéçáúšé").toStdString()};
    lesson.steps[1].lesson = page;
    page.question.reset();
    page.highlight.clear();
    page.hidden = {"width", "depth", "stages", "averaging", "pin", "full-size"};
    lesson.steps.back().lesson = page;
    window.setPresentSize(QSize(1280, 720));
    window.present(lesson, window.session().opened());
    PresentWindow* present = window.presentWindow();
    present->images().provide(randomImages(FamilyKind::ResNet, 60));
    const auto show = [&](const char* name) {
        if (!QTest::qWaitFor([&] { return present->live().isSettled(); }, longWait)) {
            qFatal("the lesson does not settle");
        }
        lookAt(*present, [&](QWidget& seen) { look(QString::fromLatin1(name), seen); });
    };
    show("Lesson with a question");
    present->player().next();
    show("Lesson, last page");
    present->close();
}

} // namespace morphospace
