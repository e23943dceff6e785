// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/arguments.h"

#include "app/gui/dialog_picture.h"
#include "core/base/version.h"

#include <QCommandLineParser>

namespace morphospace {
namespace {

// The command line speaks English in every language of the window, as scripts, their documentation
// and morphospace-cli do.
QString words(const char* text)
{
    return QString::fromUtf8(text);
}

const QStringList pages{QStringLiteral("morph"), QStringLiteral("compression"),
                        QStringLiteral("smoothness"), QStringLiteral("landscape"),
                        QStringLiteral("weightspace")};

} // namespace

Arguments parseArguments(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        words("Opens a weight manifold: drag a slider, see a real network morph.\n"
              "Examples:\n"
              "  morphospace resources/manifolds/glyphs-lenet.manifold\n"
              "  morphospace --replay resources/lessons/3-compression.morph --export out\n"
              "  morphospace --script resources/scripts/tour.json --export out FILE\n"
              "  morphospace --screenshot page.png --page compression --theme dark FILE"));
    parser.addPositionalArgument(QStringLiteral("FILE"), words("A manifold (.manifold), a typeface zoo "
                                                               "(.zoo), a session (.morph), a figure with "
                                                               "its session, or a network as "
                                                               ".safetensors; without it, a bundled "
                                                               "manifold."),
                                 QStringLiteral("[FILE]"));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, words("Prints this."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     words("Prints the version."));
    const QCommandLineOption script(QStringLiteral("script"),
                                    words("Plays a list of actions (JSON) in the window, then ends."),
                                    QStringLiteral("FILE.json"));
    const QCommandLineOption replay(QStringLiteral("replay"),
                                    words("Opens a session and plays it from its start, then ends."),
                                    QStringLiteral("SESSION"));
    const QCommandLineOption present(QStringLiteral("present"),
                                     words("Presents a lesson on the whole screen, or in a window of --size; "
                                        "with --screenshot writes a picture of it, then ends."),
                                     QStringLiteral("LESSON"));
    const QCommandLineOption lessonPage(QStringLiteral("lesson-page"),
                                        words("Begins the lesson with page N; the first is 1."),
                                        QStringLiteral("N"));
    const QCommandLineOption exports(QStringLiteral("export"),
                                     words("Writes window picture, figure, numbers and checkpoint into a "
                                           "folder, then ends; without --script after a short tour "
                                           "of sizes."),
                                     QStringLiteral("DIR"));
    const QCommandLineOption screenshot(QStringLiteral("screenshot"),
                                        words("Writes a picture of the window, then ends."),
                                        QStringLiteral("FILE.png"));
    const QCommandLineOption dialog(
        QStringLiteral("dialog"),
        words("With --screenshot: opens a dialog over the window first: %1; checkpoint:FOLDER, "
              "figure:NAME and invert:FILE say what it begins with, FILE being a letter or a font.")
            .arg(dialogNames().join(QStringLiteral(", "))),
        QStringLiteral("NAME"));
    const QCommandLineOption record(
        QStringLiteral("record"),
        words("Writes what is done with mouse, wheel and keys until the window closes; with the "
              "program's own preferences, so that --play finds the same window."),
        QStringLiteral("FILE.json"));
    const QCommandLineOption play(
        QStringLiteral("play"),
        words("Does again what --record wrote, compares the session with the one recorded, then ends."),
        QStringLiteral("FILE.json"));
    const QCommandLineOption enclose(
        QStringLiteral("enclose"),
        words("What written pictures and figures say of their making: session (they open as the session "
           "that made them), origin or nothing."),
        QStringLiteral("WHAT"));
    const QCommandLineOption page(
        QStringLiteral("page"),
        words("Page to show: morph, compression, smoothness, landscape or weightspace."),
        QStringLiteral("PAGE"));
    const QCommandLineOption theme(QStringLiteral("theme"), words("light, dark or system; for this run only."),
                                   QStringLiteral("THEME"));
    const QCommandLineOption language(QStringLiteral("language"),
                                      words("en, de or system; for this run only."),
                                      QStringLiteral("LANGUAGE"));
    const QCommandLineOption size(QStringLiteral("size"), words("Size of the window in pixels, for this run only."),
                                  QStringLiteral("WxH"));
    const QCommandLineOption threads(QStringLiteral("threads"),
                                     words("Compute threads; 0: one less than the cores."),
                                     QStringLiteral("N"));
    const QCommandLineOption images(QStringLiteral("images"),
                                    words("Measures on the first N test images; 0: on all."),
                                    QStringLiteral("N"));
    const QCommandLineOption measure(
        QStringLiteral("measure"),
        words("Measures all sizes of the page Landscape before pictures and figures are written, "
              "then ends."));
    const QCommandLineOption bench(QStringLiteral("bench"),
                                   words("Drags the width slider 200 moves and cancels 20 sweeps; prints how "
                                         "long the first picture, the longest gap between event-loop "
                                         "turns and a cancelled job's end took."));
    const QCommandLineOption json(QStringLiteral("json"), words("With --bench: prints one JSON object."));
    parser.addOptions({help, version, script, replay, present, lessonPage, exports, screenshot, dialog, record, play, enclose, page, theme, language, size, threads, images,
                       measure, bench, json});

    Arguments result;
    if (!parser.parse(arguments)) {
        result.error = parser.errorText();
        return result;
    }
    if (parser.isSet(help)) {
        result.help = parser.helpText();
        return result;
    }
    if (parser.isSet(version)) {
        result.help = QStringLiteral("morphospace %1\n").arg(QString::fromStdString(programVersion()));
        return result;
    }
    if (parser.positionalArguments().size() > 1) {
        result.error = words("more than one file; expected one manifold, zoo, session, figure or checkpoint");
        return result;
    }
    result.file = parser.positionalArguments().value(0);
    result.script = parser.value(script);
    result.replay = parser.value(replay);
    if (!result.replay.isEmpty() && !(result.file.isEmpty() && result.script.isEmpty())) {
        result.error = words("--replay beside another file or a script; expected it alone");
    }
    result.present = parser.value(present);
    if (!result.present.isEmpty()
        && !(result.file.isEmpty() && result.script.isEmpty() && result.replay.isEmpty())) {
        result.error = words("--present beside another file, a script or a replay; expected it alone");
    }
    result.record = parser.value(record);
    result.play = parser.value(play);
    if (!result.play.isEmpty()
        && !(result.record.isEmpty() && result.script.isEmpty() && result.replay.isEmpty())) {
        result.error = words("--play beside --record, --replay or --script; expected it alone");
    }
    if (!result.record.isEmpty() && result.isUnattended()) {
        result.error = words("--record beside an option that ends by itself; expected it alone");
    }
    result.exportFolder = parser.value(exports);
    result.screenshot = parser.value(screenshot);
    result.dialog = parser.value(dialog);
    if (parser.isSet(dialog)) {
        if (result.screenshot.isEmpty() || !result.present.isEmpty()) {
            result.error = words("--dialog needs --screenshot, without --present");
        } else if (const QString problem = dialogProblem(result.dialog); !problem.isEmpty()) {
            result.error = problem;
        }
    }
    result.measure = parser.isSet(measure);
    result.bench = parser.isSet(bench);
    result.json = parser.isSet(json);
    result.page = parser.value(page);
    if (!result.page.isEmpty() && !pages.contains(result.page)) {
        result.error =
            words("--page %1; expected morph, compression, smoothness, landscape or weightspace")
                .arg(result.page);
    }
    if (parser.isSet(enclose)) {
        const QString what = parser.value(enclose);
        if (what == QStringLiteral("nothing")) {
            result.enclosed = Enclosed::Nothing;
        } else if (what == QStringLiteral("origin")) {
            result.enclosed = Enclosed::Origin;
        } else if (what != QStringLiteral("session")) {
            result.error = words("--enclose %1; expected session, origin or nothing").arg(what);
        }
    }
    if (parser.isSet(theme)) {
        const QString name = parser.value(theme);
        const ThemeChoice choice = themeChoiceNamed(name, ThemeChoice::System);
        if (nameOf(choice) != name) {
            result.error = words("--theme %1; expected light, dark or system").arg(name);
        }
        result.theme = choice;
    }
    if (parser.isSet(language)) {
        const QString name = parser.value(language);
        const LanguageChoice choice = languageChoiceNamed(name, LanguageChoice::System);
        if (nameOf(choice) != name) {
            result.error = words("--language %1; expected en, de or system").arg(name);
        }
        result.language = choice;
    }
    if (parser.isSet(size)) {
        const QStringList sides = parser.value(size).split(u'x');
        const QSize chosen(sides.value(0).toInt(), sides.value(1).toInt());
        if (sides.size() != 2 || chosen.width() < 320 || chosen.height() < 240
            || chosen.width() > 8192 || chosen.height() > 8192) {
            result.error = words("--size %1; expected such as 1280x800, from 320x240 to 8192x8192")
                               .arg(parser.value(size));
        }
        result.size = chosen;
    }
    const auto number = [&](const QCommandLineOption& option, int greatest) {
        bool good = false;
        const int value = parser.value(option).toInt(&good);
        if (!good || value < 0 || value > greatest) {
            result.error = words("--%1 %2; expected a number from 0 to %3")
                               .arg(option.names().constFirst(), parser.value(option))
                               .arg(greatest);
        }
        return value;
    };
    if (parser.isSet(threads)) {
        result.threads = number(threads, 256);
    }
    if (parser.isSet(lessonPage)) {
        result.lessonPage = number(lessonPage, 10000);
    }
    if (parser.isSet(images)) {
        result.images = number(images, 100000000);
    }
    return result;
}

} // namespace morphospace
