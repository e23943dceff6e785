// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/arguments.h"
#include "app/gui/drag_bench.h"
#include "app/gui/frame_bench.h"
#include "app/gui/interaction_player.h"
#include "app/gui/interaction_recorder.h"
#include "app/gui/main_window.h"
#include "app/gui/present_window.h"
#include "app/gui/script_player.h"
#include "app/gui/termination.h"
#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/version.h"
#include "core/evaluation/threads.h"
#include "core/session/journal.h"
#include "widgets/figure/figure_file.h"
#include "widgets/morph/morph_page.h"
#include "widgets/morph/network_diagram.h"
#include "widgets/shared/icon.h"
#include "widgets/shared/resources.h"
#include "widgets/welcome/welcome_page.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QStandardPaths>

#include <csignal>
#include <cstdio>
#include <memory>

using namespace morphospace;

namespace {

// Documented in docs/command-line.md; the command-line program uses the same.
constexpr int exitFailure = 1;
constexpr int exitUsage = 2;

void print(FILE* stream, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
    std::fflush(stream);
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

QString imagesText(const DragReport& report)
{
    return report.realImages ? QStringLiteral("the data set's")
                             : QStringLiteral("noise of the same size: the data set is not here");
}

QString framesText(const FrameReport& frames)
{
    const auto ms = [](double value) { return QString::number(value, 'f', 1); };
    const QString maps =
        QStringLiteral("a frame of two heat maps of 512 x 512, one of them travelling: median %1 ms\n")
            .arg(ms(frames.mapTravel));
    if (!frames.problem.isEmpty()) {
        return maps + QStringLiteral("no surfaces: %1\n").arg(frames.problem);
    }
    return maps
        + QStringLiteral("a frame of a surface of 512 x 512 (%1): turning median %2 ms, coarse as a hand "
                         "turns it %3 ms, travelling %4 ms, thinned %5 ms\n")
              .arg(frames.driver, ms(frames.surface), ms(frames.surfaceCoarse),
                   ms(frames.surfaceTravel), ms(frames.surfaceTravelThin));
}

QString benchText(const DragReport& report, const FrameReport& frames, MainWindow& window, bool json)
{
    const auto manifold = window.session().manifold();
    if (json) {
        const QJsonObject object{
            {QStringLiteral("program"), QStringLiteral("morphospace")},
            {QStringLiteral("version"), QString::fromStdString(programVersion())},
            {QStringLiteral("manifold"), QString::fromStdString(manifold->title)},
            {QStringLiteral("manifold_sha256"), QString::fromStdString(manifold->hash)},
            {QStringLiteral("processor"), QString::fromStdString(processorName())},
            {QStringLiteral("compute_threads"), computeThreads()},
            {QStringLiteral("platform"), QGuiApplication::platformName()},
            {QStringLiteral("moves"), report.moves},
            {QStringLiteral("first_picture_ms"),
             QJsonObject{{QStringLiteral("p50"), report.pictureP50},
                         {QStringLiteral("p95"), report.pictureP95},
                         {QStringLiteral("max"), report.pictureMax}}},
            {QStringLiteral("event_loop_gap_ms"),
             QJsonObject{{QStringLiteral("p95"), report.gapP95},
                         {QStringLiteral("max"), report.longestGap}}},
            {QStringLiteral("requests"), report.requests},
            {QStringLiteral("stale_shown"), report.staleShown},
            {QStringLiteral("cancel_to_end_ms"),
             QJsonObject{{QStringLiteral("sweeps"), report.cancels},
                         {QStringLiteral("p50"), report.cancelP50},
                         {QStringLiteral("max"), report.cancelMax}}},
            {QStringLiteral("images"), imagesText(report)},
            {QStringLiteral("frame_ms_512x512"),
             QJsonObject{{QStringLiteral("driver"), frames.driver},
                         {QStringLiteral("problem"), frames.problem},
                         {QStringLiteral("frames"), frames.frames},
                         {QStringLiteral("surface"), frames.surface},
                         {QStringLiteral("surface_coarse"), frames.surfaceCoarse},
                         {QStringLiteral("surface_travelling"), frames.surfaceTravel},
                         {QStringLiteral("surface_travelling_thinned"), frames.surfaceTravelThin},
                         {QStringLiteral("heat_maps_travelling"), frames.mapTravel}}}};
        return QString::fromUtf8(QJsonDocument(object).toJson());
    }
    return QStringLiteral("%1 on %2, %3 moves\n"
                          "slider to first picture: median %4 ms, 95 %% within %5 ms, all within %6 ms\n"
                          "longest gap between event-loop turns: %7 ms (95 %% within %8 ms)\n"
                          "stale results shown: %9\n"
                          "cancel of a running sweep to its end: median %10 ms, all within %11 ms (%12)\n"
                          "images: %13\n")
        .arg(QString::fromStdString(manifold->title), QString::fromStdString(processorName()))
        .arg(report.moves)
        .arg(report.pictureP50, 0, 'f', 1)
        .arg(report.pictureP95, 0, 'f', 1)
        .arg(report.pictureMax, 0, 'f', 1)
        .arg(report.longestGap, 0, 'f', 1)
        .arg(report.gapP95, 0, 'f', 1)
        .arg(report.staleShown)
        .arg(report.cancelP50, 0, 'f', 1)
        .arg(report.cancelMax, 0, 'f', 1)
        .arg(QStringLiteral("%1 sweeps").arg(report.cancels), imagesText(report))
        .replace(QStringLiteral("%%"), QStringLiteral("%"))
        + framesText(frames);
}

/// What the program does by itself once a manifold is open: play, write, measure, end.
class Unattended : public QObject {
public:
    Unattended(MainWindow& window, const Arguments& arguments, std::vector<Action> actions,
               std::optional<Interaction> interaction)
        : m_window(window)
        , m_arguments(arguments)
        , m_player(window, std::move(actions))
        , m_export(window, arguments.exportFolder.toStdU16String(), arguments.enclosed)
        , m_bench(window, 200)
    {
        window.morphPage()->diagram()->setAnimated(arguments.bench);
        if (!arguments.script.isEmpty()) {
            m_player.setSource(arguments.script.toStdU16String());
        }
        connect(&m_player, &ScriptPlayer::failed, this, &Unattended::fail);
        connect(&m_player, &ScriptPlayer::finished, this, &Unattended::played);
        connect(&m_export, &SessionExport::failed, this, &Unattended::fail);
        connect(&m_export, &SessionExport::written, this, [this](const QString& name) {
            print(stdout, QStringLiteral("wrote %1/%2\n").arg(m_arguments.exportFolder, name));
        });
        connect(&m_export, &SessionExport::finished, this, [] { QCoreApplication::exit(0); });
        connect(&m_bench, &DragBench::finished, this, [this] {
            print(stdout, benchText(m_bench.report(), measureFrames(), m_window,
                                    m_arguments.json));
            QCoreApplication::exit(0);
        });
        if (interaction) {
            m_interaction = std::make_unique<InteractionPlayer>(window, std::move(*interaction));
            connect(m_interaction.get(), &InteractionPlayer::failed, this, &Unattended::fail);
            connect(m_interaction.get(), &InteractionPlayer::finished, this, [this] {
                print(stdout, QStringLiteral("played %1 as it was recorded\n").arg(m_arguments.play));
                played();
            });
        }
        connect(&m_window, &MainWindow::opened, this, [this] {
            if (std::exchange(m_begun, true)) {
                return;
            }
            if (m_interaction) {
                m_interaction->start();
                return;
            }
            if (!m_arguments.replay.isEmpty()) {
                m_player.playSession();
            } else if (m_arguments.script.isEmpty() && !m_arguments.exportFolder.isEmpty()) {
                const auto manifold = m_window.session().manifold();
                m_player.playFirst(manifold ? tourOf(*manifold) : tourOfZoo());
            }
            m_player.start();
        });
        connect(&m_window, &MainWindow::problem, this, [this](const QString& text) {
            // The player says at which action.
            if (!m_player.isPlaying()) {
                fail(text);
            }
        });
    }

private:
    void fail(const QString& text)
    {
        if (!m_failed) {
            m_failed = true;
            print(stderr, QStringLiteral("morphospace: %1\n").arg(text));
            QCoreApplication::exit(exitFailure);
        }
    }

    /// Begins to measure the landscape; whether there is any of it to wait for.
    bool measures()
    {
        if (!m_arguments.measure || std::exchange(m_measured, true)) {
            return false;
        }
        LandscapeModel& landscape = m_window.landscape();
        landscape.measure(std::size_t(std::max(0, m_arguments.images)));
        if (landscape.isMeasuring()) {
            connect(&landscape, &LandscapeModel::measuringChanged, this, [this] {
                if (!m_window.landscape().isMeasuring()) {
                    m_window.landscape().disconnect(this);
                    played();
                }
            });
        }
        return landscape.isMeasuring();
    }

    void played()
    {
        if (measures()) {
            return;
        }
        if (m_arguments.bench) {
            m_bench.start();
            return;
        }
        if (!m_arguments.screenshot.isEmpty()) {
            try {
                writePicture(m_window, m_arguments.screenshot.toStdU16String(),
                             m_arguments.enclosed, m_arguments.dialog);
                print(stdout, QStringLiteral("wrote %1\n").arg(m_arguments.screenshot));
            } catch (const Error& error) {
                fail(QString::fromUtf8(error.what()));
                return;
            }
        }
        if (m_arguments.exportFolder.isEmpty()) {
            QCoreApplication::exit(0);
        } else {
            m_export.start();
        }
    }

    MainWindow& m_window;
    Arguments m_arguments;
    ScriptPlayer m_player;
    SessionExport m_export;
    DragBench m_bench;
    std::unique_ptr<InteractionPlayer> m_interaction;
    bool m_begun = false;
    bool m_measured = false;
    bool m_failed = false;
};

/// Writes a picture of a page of a lesson once everything on it is measured, then ends.
class LessonPicture : public QObject {
public:
    LessonPicture(MainWindow& window, const QString& file)
        : m_window(window)
        , m_file(file)
    {
        connect(&window, &MainWindow::presented, this, [this] {
            PresentWindow* shown = m_window.presentWindow();
            connect(&shown->live(), &LiveMorph::settled, this, &LessonPicture::tryIt,
                    Qt::QueuedConnection);
            connect(&m_window.jobs(), &JobBoard::ended, this, &LessonPicture::tryIt,
                    Qt::QueuedConnection);
            QMetaObject::invokeMethod(this, &LessonPicture::tryIt, Qt::QueuedConnection);
        });
        connect(&window, &MainWindow::problem, this, [](const QString& text) {
            print(stderr, QStringLiteral("morphospace: %1\n").arg(text));
            QCoreApplication::exit(exitFailure);
        });
    }

private:
    void tryIt()
    {
        PresentWindow* shown = m_window.presentWindow();
        if (m_done || shown == nullptr || !shown->live().isSettled()
            || !m_window.jobs().active().empty()) {
            return;
        }
        m_done = true;
        try {
            shown->refresh();
            QCoreApplication::sendPostedEvents();
            FigurePage page;
            page.title = shown->windowTitle();
            page.description =
                QCoreApplication::translate("morphospace::Figure", "A page of a lesson in Morphospace.");
            const QByteArray bytes = pngWithWords(shown->grab().toImage(), page);
            writeFileAtomically(m_file.toStdU16String(),
                                std::string_view(bytes.constData(), std::size_t(bytes.size())));
            print(stdout, QStringLiteral("wrote %1\n").arg(m_file));
            QCoreApplication::exit(0);
        } catch (const Error& error) {
            print(stderr, QStringLiteral("morphospace: %1\n").arg(QString::fromUtf8(error.what())));
            QCoreApplication::exit(exitFailure);
        }
    }

    MainWindow& m_window;
    QString m_file;
    bool m_done = false;
};

/// Where recovery logs stand: the program's own folder on this machine.
std::filesystem::path recoveryFolder()
{
    return std::filesystem::path(
               QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                   .toStdU16String())
        / "recovery";
}

/// Begins once the manifold is open and ends with the program.
void record(MainWindow& window, const QString& file, std::unique_ptr<InteractionRecorder>& recorder)
{
    QObject::connect(&window, &MainWindow::opened, &window, [&] {
        if (!recorder) {
            recorder = std::make_unique<InteractionRecorder>(window);
        }
    });
    QObject::connect(qApp, &QCoreApplication::aboutToQuit, &window, [&, file] {
        if (!recorder) {
            return;
        }
        try {
            writeInteraction(recorder->interaction(), file.toStdU16String());
            print(stdout, QStringLiteral("wrote %1\n").arg(file));
        } catch (const Error& error) {
            print(stderr, QStringLiteral("morphospace: %1\n").arg(QString::fromUtf8(error.what())));
            QCoreApplication::exit(exitFailure);
        }
    });
}

int run(QApplication& application, const Arguments& arguments)
{
    initResources();
    QApplication::setWindowIcon(programIcon());
    QSettings settings;
    // A script gives the same pictures on every machine: nobody's preferences but the data folders.
    Preferences preferences = loadPreferences(settings);
    if (arguments.isPlain()) {
        Preferences plain;
        plain.theme = ThemeChoice::Light;
        plain.language = LanguageChoice::English;
        plain.dataFolders = preferences.dataFolders;
        preferences = plain;
    }
    setComputeThreads(arguments.threads.value_or(preferences.threads));

    std::vector<Action> actions;
    if (!arguments.script.isEmpty()) {
        try {
            actions = readScript(arguments.script.toStdU16String());
        } catch (const Error& error) {
            print(stderr, QStringLiteral("morphospace: %1\n").arg(QString::fromUtf8(error.what())));
            return exitUsage;
        }
    }
    if (!arguments.page.isEmpty()) {
        actions.push_back(ShowPage{arguments.page.toStdString()});
    }

    MainWindow window(preferences, !arguments.isPlain(), arguments.language);
    window.showForNow(arguments.theme,
                      arguments.isPlain() ? arguments.size.value_or(QSize(1280, 800))
                                               : arguments.size);
    window.setImageLimit(std::size_t(arguments.images));
    std::unique_ptr<Unattended> unattended;
    std::unique_ptr<LessonPicture> picture;
    if (!arguments.present.isEmpty()) {
        if (arguments.isUnattended()) {
            picture = std::make_unique<LessonPicture>(window, arguments.screenshot);
        }
        window.setPresentSize(arguments.isUnattended()
                                  ? arguments.size.value_or(QSize(1280, 720))
                                  : arguments.size);
    } else if (arguments.isUnattended()) {
        std::optional<Interaction> interaction;
        if (!arguments.play.isEmpty()) {
            try {
                interaction = readInteraction(arguments.play.toStdU16String());
            } catch (const Error& error) {
                print(stderr,
                      QStringLiteral("morphospace: %1\n").arg(QString::fromUtf8(error.what())));
                return exitUsage;
            }
        }
        unattended = std::make_unique<Unattended>(window, arguments, std::move(actions),
                                                  std::move(interaction));
    } else if (!arguments.page.isEmpty()) {
        QObject::connect(
            &window, &MainWindow::opened, &window,
            [&window, &arguments] {
                window.session().perform(ShowPage{arguments.page.toStdString()});
            },
            Qt::SingleShotConnection);
    }
    window.show();
    if (!arguments.isPlain()) {
        // In front of a class nobody wants to be asked: the next start offers it.
        if (arguments.present.isEmpty()) {
            window.offerRecovery(recoveryFolder());
        }
        window.keepRecovery(recoveryFolder());
    }
    const Termination termination;
    if (!arguments.isUnattended()) {
        QObject::connect(&termination, &Termination::wanted, &window, &MainWindow::endNow);
    } else {
        QObject::connect(&termination, &Termination::wanted, qApp,
                         [] { QCoreApplication::exit(exitFailure); });
    }
    std::unique_ptr<InteractionRecorder> recorder;
    if (!arguments.record.isEmpty()) {
        record(window, arguments.record, recorder);
    }
    if (!arguments.present.isEmpty()) {
        window.presentFile(arguments.present.toStdU16String(), arguments.lessonPage - 1);
    } else if (window.files().isOpening()) {
        // The session that was recovered comes first; the file that was named is one click away.
        if (!arguments.file.isEmpty()) {
            window.openInstead(arguments.file.toStdU16String());
        }
    } else if (!arguments.replay.isEmpty()) {
        window.openFile(arguments.replay.toStdU16String());
    } else if (!arguments.file.isEmpty()) {
        const auto bundled = bundledManifolds();
        if (arguments.file.endsWith(QStringLiteral(".safetensors"), Qt::CaseInsensitive)
            && !bundled.empty()) {
            // Somebody's own network stands beside a manifold, whose pages have something to show.
            QObject::connect(
                &window, &MainWindow::opened, &window,
                [&window, &arguments] { window.openFile(arguments.file.toStdU16String()); },
                Qt::SingleShotConnection);
            window.openFile(bundled.front().file);
        } else {
            window.openFile(arguments.file.toStdU16String());
        }
    } else if (const auto bundled = bundledManifolds(); !bundled.empty()) {
        window.openFile(bundled.front().file);
    } else if (arguments.isUnattended()) {
        print(stderr, QStringLiteral("morphospace: no manifold is bundled; name a file\n"));
        return exitUsage;
    }
    return application.exec();
}

} // namespace

int main(int argc, char** argv)
{
    // A file-size limit is then an error of the write that meets it, like a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    QStringList words;
    for (int i = 0; i < argc; ++i) {
        words += QString::fromLocal8Bit(argv[i]);
    }
    const Arguments arguments = parseArguments(words);
    if (!arguments.error.isEmpty()) {
        print(stderr, QStringLiteral("morphospace: %1\nTry morphospace --help.\n").arg(arguments.error));
        return exitUsage;
    }
    if (!arguments.help.isEmpty()) {
        print(stdout, arguments.help);
        return 0;
    }
    if (!hasDisplay()) {
        if (!arguments.isUnattended()) {
            print(stderr, QStringLiteral("morphospace: there is no display (DISPLAY and WAYLAND_DISPLAY "
                                         "are not set); with --script and --export it works without "
                                         "one.\n"));
            return exitFailure;
        }
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication::setApplicationName(QStringLiteral("Morphospace"));
    QApplication::setOrganizationName(QStringLiteral("Morphospace"));
    QApplication::setApplicationVersion(QString::fromStdString(programVersion()));
    QApplication::setDesktopFileName(QStringLiteral("org.morphospace.Morphospace"));
    QApplication application(argc, argv);
    try {
        return run(application, arguments);
    } catch (const std::exception& error) {
        print(stderr, QStringLiteral("morphospace: %1\n").arg(QString::fromUtf8(error.what())));
        return exitFailure;
    }
}
