// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The translations are complete, and changing the language of a window at work loses nothing.
#include "app/gui/main_window.h"
#include "app/gui/preferences_dialog.h"
#include "core/session/session_file.h"
#include "tests/widgets/fixtures.h"
#include "widgets/checkpoint/percent_list.h"
#include "widgets/compression/compression_page.h"
#include "widgets/language/core_text.h"
#include "widgets/language/language.h"
#include "widgets/lesson/bundled_lessons.h"
#include "widgets/model/step_text.h"
#include "widgets/morph/image_strip.h"
#include "widgets/morph/morph_page.h"
#include "widgets/shared/decimal_field.h"
#include "widgets/shared/message_bar.h"
#include "widgets/shared/text.h"

#include <QComboBox>
#include <QDirIterator>
#include <QDockWidget>
#include <QFile>
#include <QLineEdit>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <map>

using namespace morphospace;

namespace {

constexpr int longWait = 60000;   // only a broken program waits this long

const QString sources = QStringLiteral(MORPHOSPACE_SOURCE_DIR);

struct Entry {
    QString translation;   ///< forms of a plural one after the other
    bool finished = true;
    int forms = 1;
    bool numerus = false;
};

/// Of a Qt Linguist file, by context, text and comment.
std::map<QStringList, Entry> entriesOf(const QString& file)
{
    QFile ts(file);
    if (!ts.open(QIODevice::ReadOnly)) {
        qFatal("%s cannot be read", qPrintable(file));
    }
    QXmlStreamReader xml(&ts);
    std::map<QStringList, Entry> entries;
    QString context;
    QString source;
    QString comment;
    Entry entry;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            if (xml.name() == u"name") {
                context = xml.readElementText();
            } else if (xml.name() == u"message") {
                source.clear();
                comment.clear();
                entry = {};
                entry.numerus = xml.attributes().value(QLatin1String("numerus")) == u"yes";
            } else if (xml.name() == u"source") {
                source = xml.readElementText();
            } else if (xml.name() == u"comment") {
                comment = xml.readElementText();
            } else if (xml.name() == u"translation") {
                entry.finished = !xml.attributes().hasAttribute(QLatin1String("type"));
                if (!entry.numerus) {
                    entry.translation = xml.readElementText();
                } else {
                    entry.forms = 0;
                }
            } else if (xml.name() == u"numerusform") {
                const QString form = xml.readElementText();
                entry.forms += form.isEmpty() ? 0 : 1;
                entry.translation += form;
            }
        } else if (xml.isEndElement() && xml.name() == u"message") {
            entries[{context, source, comment}] = entry;
        }
    }
    return entries;
}

std::map<QString, int> placeholders(const QString& text)
{
    static const QRegularExpression placeholder(QStringLiteral("%(?:L?\\d|n)"));
    std::map<QString, int> found;
    for (auto it = placeholder.globalMatch(text); it.hasNext();) {
        found[it.next().captured()] = 1;
    }
    return found;
}

QString translations(const char* language)
{
    return sources + QStringLiteral("/translations/morphospace_%1.ts").arg(QLatin1String(language));
}

/// The literals of calls that make an Error, in pieces as core puts them together.
QStringList messagePieces(const QString& file)
{
    QFile code(file);
    if (!code.open(QIODevice::ReadOnly)) {
        qFatal("%s cannot be read", qPrintable(file));
    }
    QString text = QString::fromUtf8(code.readAll());
    text.remove(QRegularExpression(QStringLiteral("//[^\\n]*")));
    static const QRegularExpression call(QStringLiteral("\\b(?:fileError|Error|wrong|fail|error)\\("));
    QStringList pieces;
    for (auto it = call.globalMatch(text); it.hasNext();) {
        qsizetype at = it.next().capturedEnd();
        int open = 1;
        QString literal;
        bool inside = false;
        for (; at < text.size() && open > 0; ++at) {
            const QChar c = text[at];
            if (!inside && c == u'\'') {
                at += text[at + 1] == u'\\' ? 3 : 2;   // a letter, be it a quotation mark
                continue;
            }
            if (inside) {
                if (c == u'\\') {
                    literal += text[at + 1];
                    ++at;
                } else if (c == u'"') {
                    inside = false;
                    pieces += literal;
                    literal.clear();
                } else {
                    literal += c;
                }
            } else if (c == u'"') {
                // Literals one after the other are one.
                static const QRegularExpression between(QStringLiteral("\"\\s*$"));
                const bool goesOn = !pieces.isEmpty()
                    && between.match(text.left(at)).hasMatch() && text.left(at).trimmed().endsWith(u'"');
                literal = goesOn ? pieces.takeLast() : QString();
                inside = true;
            } else if (c == u'(') {
                ++open;
            } else if (c == u')') {
                --open;
            }
        }
    }
    return pieces;
}

} // namespace

class TestLanguage : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    [[nodiscard]] std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdU16String()) / name;
    }

    static Preferences in(LanguageChoice language)
    {
        Preferences preferences;
        preferences.language = language;
        return preferences;
    }

private Q_SLOTS:
    void init() { applyLanguage(LanguageChoice::English); }

    void choices()
    {
        for (const LanguageChoice choice : languageChoices) {
            QCOMPARE(languageChoiceNamed(nameOf(choice), LanguageChoice::English), choice);
        }
        QCOMPARE(languageChoiceNamed(QStringLiteral("fr"), LanguageChoice::System),
                 LanguageChoice::System);
        QVERIFY(applyLanguage(LanguageChoice::German));
        QVERIFY(!applyLanguage(LanguageChoice::German));
        QCOMPARE(MainWindow::tr("Preferences…"), QStringLiteral("Einstellungen …"));
        // Qt's own words.
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Abbrechen"));
        QCOMPARE(QKeySequence(Qt::CTRL | Qt::Key_E).toString(QKeySequence::NativeText),
                 QStringLiteral("Strg+E"));
        QVERIFY(applyLanguage(LanguageChoice::English));
        QCOMPARE(MainWindow::tr("Preferences…"), QStringLiteral("Preferences…"));
    }

    void preferencesKeepTheLanguage()
    {
        QSettings settings(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        savePreferences(in(LanguageChoice::German), settings);
        QCOMPARE(loadPreferences(settings).language, LanguageChoice::German);
        PreferencesDialog dialog(loadPreferences(settings));
        QCOMPARE(dialog.preferences().language, LanguageChoice::German);
        for (auto* box : dialog.findChildren<QComboBox*>()) {
            if (box->accessibleName() == QStringLiteral("Language")) {
                box->setCurrentIndex(box->findText(QStringLiteral("English")));
            }
        }
        QCOMPARE(dialog.preferences().language, LanguageChoice::English);
    }

    void numbersFollowTheLanguageInTheWindowOnly()
    {
        const QString gap(QChar(0x202F));
        MeasurementModel model;
        model.setManifold(untrainedManifold(FamilyKind::LeNet));
        const QString csv = model.csv();
        QCOMPARE(percentText(0.9241), QStringLiteral("92.4") + gap + u'%');
        QCOMPARE(decimalText(-0.5, 2), QString(QChar(0x2212)) + QStringLiteral("0.50"));
        applyLanguage(LanguageChoice::German);
        QCOMPARE(percentText(0.9241), QStringLiteral("92,4") + gap + u'%');
        QCOMPARE(decimalText(-0.5, 2), QString(QChar(0x2212)) + QStringLiteral("0,50"));
        QCOMPARE(countText(270906), QStringLiteral("270") + gap + QStringLiteral("906"));
        QCOMPARE(model.csv(), csv);
        QVERIFY(csv.contains(QStringLiteral("0.")));
    }

    void pointAndCommaAreBothTyped()
    {
        for (const LanguageChoice language : {LanguageChoice::English, LanguageChoice::German}) {
            applyLanguage(language);
            DecimalField field;
            field.setLocale(QLocale());
            field.setSuffix(QStringLiteral(" dots."));
            field.setRange(0, 1000);
            for (const char* typed : {"12.5", "12,5"}) {
                field.setValue(0);
                field.selectAll();
                QTest::keyClicks(&field, QString::fromLatin1(typed));
                QCOMPARE(field.value(), 12.5);
            }
        }
    }

    void listsOfPercentagesAreReadAsTheLanguageWritesThem()
    {
        using List = std::vector<double>;
        QCOMPARE(parsePercents(QStringLiteral("25,50, 12.5"), 400).fractions, (List{0.25, 0.5, 0.125}));
        applyLanguage(LanguageChoice::German);
        QCOMPARE(parsePercents(QStringLiteral("25; 50; 12,5 %"), 400).fractions, (List{0.25, 0.5, 0.125}));
        QCOMPARE(parsePercents(QStringLiteral("25, 50, 75 %"), 400).fractions, (List{0.25, 0.5, 0.75}));
        QVERIFY(!parsePercents(QStringLiteral("1,2,3"), 400).problem.isEmpty());
    }

    void everyTextHasItsTranslation_data()
    {
        QTest::addColumn<QByteArray>("language");
        QTest::newRow("German") << QByteArray("de");
        QTest::newRow("English plurals") << QByteArray("en");
    }

    void everyTextHasItsTranslation()
    {
        QFETCH(QByteArray, language);
        int wrong = 0;
        for (const auto& [key, entry] : entriesOf(translations(language.constData()))) {
            const QString what = key.join(QStringLiteral(" | "));
            if (!entry.finished || entry.translation.isEmpty()) {
                qWarning("not translated: %s", qPrintable(what));
                ++wrong;
            }
            if (entry.numerus && entry.forms != 2) {
                qWarning("%d plural forms: %s", entry.forms, qPrintable(what));
                ++wrong;
            }
            if (placeholders(key[1]) != placeholders(entry.translation)) {
                qWarning("other placeholders: %s: %s", qPrintable(what), qPrintable(entry.translation));
                ++wrong;
            }
        }
        QCOMPARE(wrong, 0);
    }

    void translationsAreUpToDate_data() { everyTextHasItsTranslation_data(); }

    void translationsAreUpToDate()
    {
        QFETCH(QByteArray, language);
        const QString fresh = m_folder.filePath(QStringLiteral("fresh.ts"));
        QFile::remove(fresh);
        QStringList arguments{QStringLiteral("-locations"), QStringLiteral("none"),
                              QStringLiteral("-I"), QStringLiteral("."),
                              QStringLiteral("app/gui"), QStringLiteral("widgets"),
                              QStringLiteral("-ts"), fresh};
        if (language == "en") {
            arguments.prepend(QStringLiteral("-pluralonly"));
        }
        QProcess lupdate;
        lupdate.setWorkingDirectory(sources);
        lupdate.setProcessChannelMode(QProcess::MergedChannels);
        lupdate.start(QStringLiteral(MORPHOSPACE_LUPDATE), arguments);
        QVERIFY(lupdate.waitForFinished(longWait));
        const QString said = QString::fromLocal8Bit(lupdate.readAll());
        QVERIFY2(lupdate.exitCode() == 0, qPrintable(said));
        const auto now = entriesOf(fresh);
        const auto kept = entriesOf(translations(language.constData()));
        int wrong = 0;
        for (const auto& [key, entry] : now) {
            if (!kept.contains(key)) {
                qWarning("missing in the .ts file: %s", qPrintable(key.join(QStringLiteral(" | "))));
                ++wrong;
            }
        }
        for (const auto& [key, entry] : kept) {
            if (!now.contains(key)) {
                qWarning("no longer in the sources: %s", qPrintable(key.join(QStringLiteral(" | "))));
                ++wrong;
            }
        }
        QVERIFY2(wrong == 0, "cmake --build --preset release --target update_translations, then translate");
        // A tr() whose context the program does not ask for at run time: see widgets/language/words.h.
        static const QRegularExpression lost(QStringLiteral("Class '(?!morphospace')[^']+' lacks"));
        QVERIFY2(!said.contains(lost), qPrintable(said));
        // Line numbers would make every change of a source one of the translations.
        QFile ts(translations(language.constData()));
        QVERIFY(ts.open(QIODevice::ReadOnly));
        QVERIFY(!ts.readAll().contains("<location"));
    }

    void everyMessageOfCoreIsKnown()
    {
        // What opening, measuring and saving go through, and whatever else the window includes.
        static const QRegularExpression always(QStringLiteral(
            "/core/((base|checkpoints|formats|manifold|networks|replay|session)/|"
            "datasets/(cifar|gzip|idx|library)|evaluation/runner)"));
        QSet<QString> included;
        static const QRegularExpression include(QStringLiteral("#include \"(core/[^\"]+)\\.h\""));
        for (const char* folder : {"/app/gui", "/widgets"}) {
            QDirIterator files(sources + QLatin1String(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                               QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                for (auto it = include.globalMatch(text); it.hasNext();) {
                    included.insert(sources + u'/' + it.next().captured(1) + QStringLiteral(".cpp"));
                }
            }
        }
        QStringList phrases;
        for (const char* phrase : corePhrases()) {
            phrases += QString::fromUtf8(phrase);
        }
        static const QRegularExpression word(QStringLiteral("[A-Za-z]{3}"));
        static const QRegularExpression edges(QStringLiteral("^[;,:.' ]+|[;,:.' ]+$"));
        static const QRegularExpression number(QStringLiteral("\\d+"));
        const auto isKnown = [&](const QString& piece) {
            return std::ranges::any_of(phrases, [&](const QString& phrase) {
                return phrase.contains(piece)
                    || QString(piece).replace(number, QStringLiteral("%1")) == phrase;
            });
        };
        int pieces = 0;
        int unknown = 0;
        QDirIterator files(sources + QStringLiteral("/core"), {QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            if (!file.contains(always) && !included.contains(file)) {
                continue;
            }
            for (const QString& literal : messagePieces(file)) {
                QString rest = literal;
                rest.replace(QStringLiteral("; expected "), QStringLiteral(": "));
                for (QString piece : rest.split(QStringLiteral(": "))) {
                    piece.remove(edges);
                    // What is quoted is a name, and so is what has an underscore.
                    piece = piece.section(u'"', 0, 0).trimmed();
                    piece.remove(QStringLiteral("expected "));
                    piece.remove(QRegularExpression(QStringLiteral("\\{$")));
                    piece = piece.trimmed();
                    if (!piece.contains(word) || piece.contains(u'_')) {
                        continue;
                    }
                    ++pieces;
                    if (!isKnown(piece)) {
                        qWarning("%s: \"%s\" is in no phrase", qPrintable(file.mid(sources.size() + 1)),
                                 qPrintable(piece));
                        ++unknown;
                    }
                }
            }
        }
        QVERIFY(pieces > 150);   // or the sources were not found
        QCOMPARE(unknown, 0);
    }

    void coreSpeaksGerman_data()
    {
        QTest::addColumn<QByteArray>("english");
        QTest::addColumn<QString>("german");
        const auto row = [](const char* english, const char* german) {
            QTest::newRow(english) << QByteArray(english) << QString::fromUtf8(german);
        };
        row("bad.manifold: at byte 0: a header of 12 bytes, but only 4 follow; expected a safetensors "
            "file that is not truncated",
            "bad.manifold: bei Byte 0: ein Kopf von 12 Bytes, aber nur 4 folgen; erwartet: eine nicht "
            "abgeschnittene safetensors-Datei");
        row("s.morph: at byte 7: this is not JSON, or the file ends too early; expected a session",
            "s.morph: bei Byte 7: das ist kein JSON, oder die Datei endet zu früh; erwartet: eine Sitzung");
        row("s.morph: step 3: the field 'stage' of the step is missing; expected a whole number",
            "s.morph: Schritt 3: das Feld „stage“ fehlt (der Schritt); erwartet: eine ganze Zahl");
        row("width 900 of stage 2 is not possible; expected 1 to 128",
            "Breite 900 der Stufe 2 ist nicht möglich; erwartet: 1 bis 128");
        row("out.svg: cannot be written: Permission denied; expected a folder that exists and can be "
            "written",
            "out.svg: lässt sich nicht schreiben: Permission denied; erwartet: ein vorhandener Ordner "
            "mit Schreibrecht");
        row("MNIST: \"t10k\" (or \"t10k.gz\") is neither in the folder \"data\" nor below it in \"mnist\"; "
            "its owners publish it at http://example.org/mnist",
            "MNIST: \"t10k\" (oder \"t10k.gz\") ist weder im Ordner \"data\" noch darunter in \"mnist\"; "
            "seine Herausgeber veröffentlichen es unter http://example.org/mnist");
        row("Wilson over font families, which all agree", "Wilson über Schriftfamilien, die alle übereinstimmen");
        row("what nobody ever said", "what nobody ever said");
        row("x: %1 of %2", "x: %1 of %2");   // placeholders in what is said are no placeholders
    }

    void coreSpeaksGerman()
    {
        QFETCH(QByteArray, english);
        QFETCH(QString, german);
        QCOMPARE(coreText(english.toStdString()), QString::fromUtf8(english));
        applyLanguage(LanguageChoice::German);
        QCOMPARE(coreText(english.toStdString()), german);
    }

    void realMessagesOfBadFilesAreGerman()
    {
        applyLanguage(LanguageChoice::German);
        const auto messageOf = [&](const QByteArray& content, const char* name) {
            QFile file(m_folder.filePath(QString::fromLatin1(name)));
            if (!file.open(QIODevice::WriteOnly)) {
                qFatal("no file can be written");
            }
            file.write(content);
            file.close();
            try {
                if (QByteArray(name).endsWith(".morph")) {
                    (void)readSession(path(name));
                } else {
                    (void)readManifold(path(name));
                }
            } catch (const std::exception& error) {
                return errorText(error);
            }
            return QString();
        };
        QCOMPARE(messageOf("", "a.manifold"),
                 QStringLiteral("a.manifold: bei Byte 0: die Datei endet; erwartet: eine "
                                "safetensors-Datei, die mit der Länge des Kopfs in 8 Bytes beginnt"));
        const QString session = messageOf("{}", "b.morph");
        QVERIFY2(session.startsWith(QStringLiteral("b.morph: das ist keine Sitzung; erwartet: ein Objekt mit")),
                 qPrintable(session));
    }

    void stepsAndOptionsHaveWords()
    {
        applyLanguage(LanguageChoice::German);
        SessionState state;
        state.current = {{64, 32}, {2, 2}};
        QCOMPARE(stepText(SetWidth{1, 20}, state), QStringLiteral("Breite 32 → 20, Stufe 2"));
        QCOMPARE(stepText(SetAveraging{5}, state), QStringLiteral("Mittelung 1 → 5"));
        for (const SessionOption& option : sessionOptions()) {
            const std::string name(option.name);
            QVERIFY2(optionText(name).toStdString() != name, name.c_str());
            for (const std::string_view value : option.accepted) {
                const std::string text = optionValueText(name, std::string(value)).toStdString();
                const bool same = value == "*" || !QRegularExpression(QStringLiteral("[a-z]{2}"))
                                                       .match(QString::fromStdString(std::string(value)))
                                                       .hasMatch();
                QVERIFY2(same || text != value, (name + " " + std::string(value)).c_str());
            }
        }
    }

    void lessonsThatShipSpeakBothLanguages()
    {
        int texts = 0;
        for (const BundledLesson& lesson : bundledLessons()) {
            const auto both = [&](const LocalText& text) {
                if (text.empty()) {
                    return;
                }
                ++texts;
                QVERIFY2(text.byLanguage().contains("en") && text.byLanguage().contains("de"),
                         text.in("en").c_str());
            };
            both(lesson.title);
            for (const SessionStep& step : readSession(lesson.file).steps) {
                if (step.lesson) {
                    both(step.lesson->title);
                    both(step.lesson->text);
                    if (step.lesson->question) {
                        both(step.lesson->question->text);
                        both(step.lesson->question->explanation);
                        for (const LocalText& choice : step.lesson->question->choices) {
                            both(choice);
                        }
                    }
                }
            }
        }
        QVERIFY(texts > 10);
    }

    void changingTheLanguageLosesNothing()
    {
        MainWindow window(in(LanguageChoice::English), false);
        window.resize(1280, 720);
        window.setImageLimit(60);
        window.show();
        writeManifold(*untrainedManifold(FamilyKind::ResNet), path("good.manifold"));
        QSignalSpy opened(&window, &MainWindow::opened);
        window.openFile(path("good.manifold"));
        QVERIFY(opened.wait(longWait));
        window.images().provide(randomImages(FamilyKind::ResNet, 20000));
        SessionModel& session = window.session();
        session.perform(PinSample{});
        session.perform(SetWidth{0, 3});
        session.perform(SetWidth{1, 5});
        session.undo();
        QVERIFY(QTest::qWaitFor([&] { return window.live().isSettled(); }, longWait));
        window.morphPage()->strip()->select(7);
        window.messages()->showMessage(MessageBar::Kind::Problem, QStringLiteral("trouble"),
                                       QStringLiteral("act"), [] {});
        window.morphPage()->showConfusion();
        auto* journal = window.findChild<QDockWidget*>(QStringLiteral("journal"));
        auto* note = journal->findChild<QLineEdit*>();
        QTest::keyClicks(note, QStringLiteral("half a note"));
        window.findChild<QDockWidget*>(QStringLiteral("inspector"))->hide();
        window.addDockWidget(Qt::RightDockWidgetArea,
                             window.findChild<QDockWidget*>(QStringLiteral("configuration")));
        window.compressionPage()->sweep().start(
            widthSweep(*session.manifold(), session.state().current.depths));
        QVERIFY(window.compressionPage()->sweep().isRunning());
        const JobId job = window.compressionPage()->sweep().job();
        const SessionDocument before = session.document();
        const SessionState state = session.state();
        const int measured = window.compressionPage()->measurements().rowCount();
        QVERIFY(measured > 8);   // those recorded, and the present one

        for (const LanguageChoice language : {LanguageChoice::German, LanguageChoice::English,
                                              LanguageChoice::German}) {
            window.applyPreferences(in(language));
            QCoreApplication::processEvents();   // new widgets are shown a moment later
            const bool german = language == LanguageChoice::German;
            QCOMPARE(window.menuBar()->actions().front()->text(),
                     german ? QStringLiteral("&Datei") : QStringLiteral("&File"));
            QCOMPARE(window.locale().decimalPoint(), german ? QStringLiteral(",") : QStringLiteral("."));
            QVERIFY(session.state() == state);
            QCOMPARE(sessionText(session.document()), sessionText(before));
            QCOMPARE(session.canRedo(), true);
            QCOMPARE(window.dockWidgetArea(window.findChild<QDockWidget*>(QStringLiteral("configuration"))),
                     Qt::RightDockWidgetArea);
            QVERIFY(window.findChild<QDockWidget*>(QStringLiteral("inspector"))->isHidden());
            QCOMPARE(window.morphPage()->strip()->selected(), 7);
            QVERIFY(window.morphPage()->showsConfusion());
            QCOMPARE(window.messages()->text(), QStringLiteral("trouble"));
            QVERIFY(window.messages()->isVisible());
            QCOMPARE(window.findChild<QDockWidget*>(QStringLiteral("journal"))->findChild<QLineEdit*>()->text(),
                     QStringLiteral("half a note"));
            QVERIFY(window.live().current() != nullptr && window.live().current()->measurement);
            QVERIFY(window.compressionPage()->measurements().rowCount() >= measured);
            QCOMPARE(window.compressionPage()->sweep().job(), job);
            // Each key has one action: two would answer to neither.
            std::map<QString, int> keys;
            for (const QAction* action : window.findChildren<QAction*>()) {
                const QString key = action->shortcut().toString();
                if (!key.isEmpty()) {
                    QVERIFY2(++keys[key] == 1, qPrintable(key));
                }
            }
            QVERIFY(keys.size() > 10);
            QCOMPARE(session.undoText(), german ? QStringLiteral("Breite 4 → 3, Stufe 1")
                                                : QStringLiteral("width 4 → 3, stage 1"));
        }
        // What ran goes on and is recorded.
        QVERIFY(QTest::qWaitFor(
            [&] { return window.compressionPage()->measurements().rowCount() > measured; }, longWait));
        window.compressionPage()->sweep().cancel();
        session.redo();
        QCOMPARE(session.state().current.widths[1], 5);
        session.moveTo(0);
        QCOMPARE(session.canUndo(), false);
    }

    void changingTheLanguageLeavesEveryPartItsRoom_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1280x720") << QSize(1280, 720);
        QTest::newRow("1920x1080") << QSize(1920, 1080);
    }

    void changingTheLanguageLeavesEveryPartItsRoom()
    {
        QFETCH(QSize, size);
        MainWindow window(in(LanguageChoice::English), false);
        window.resize(size);
        window.setImageLimit(60);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        writeManifold(*untrainedManifold(FamilyKind::ResNet), path("good.manifold"));
        QSignalSpy opened(&window, &MainWindow::opened);
        window.openFile(path("good.manifold"));
        QVERIFY(opened.wait(longWait));
        QCoreApplication::processEvents();
        const auto journal = [&] {
            return window.findChild<QDockWidget*>(QStringLiteral("journal"))->height();
        };
        const int before = journal();
        QVERIFY(window.centralWidget()->height() > size.height() / 2);
        for (const LanguageChoice language : {LanguageChoice::German, LanguageChoice::English,
                                              LanguageChoice::German}) {
            window.applyPreferences(in(language));
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            QCOMPARE(window.size(), size);
            QVERIFY2(std::abs(journal() - before) <= 8,
                     qPrintable(QStringLiteral("journal: %1, now %2").arg(before).arg(journal())));
            QVERIFY2(window.centralWidget()->height() > size.height() / 2,
                     qPrintable(QString::number(window.centralWidget()->height())));
        }
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestLanguage>(argc, argv);
}

#include "tst_language.moc"
