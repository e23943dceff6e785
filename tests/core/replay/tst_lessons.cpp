// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datasets/library.h"
#include "core/evaluation/threads.h"
#include "core/replay/load.h"
#include "core/replay/replay.h"
#include "core/session/lesson_draft.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace morphospace;

namespace {

const std::filesystem::path resources = std::filesystem::path(MORPHOSPACE_SOURCE_DIR) / "resources";
constexpr QChar narrow(0x202F);

QString decimals(double value, int count)
{
    return QString::number(value, 'f', count);
}

/// What may be said in numbers, as texts without spaces and with a point before the decimals.
struct Facts {
    QSet<QString> percents;
    QSet<QString> megaMacs;
    QSet<QString> parameters;
    QSet<QString> channels;
    QSet<QString> images;
    QSet<QString> others;

    void add(const Measurement& m, const Manifold& manifold)
    {
        const Family& family = manifold.family();
        percents << decimals(100 * m.accuracy(), 2) << decimals(100 * m.low, 2)
                 << decimals(100 * m.high, 2) << decimals(100 * m.compression, 1)
                 << QStringLiteral("95");   // of the interval
        megaMacs << decimals(double(m.macs) / 1e6, 2);
        parameters << QString::number(m.parameters)
                   << QString::number(parameterCount(family, family.full));
        images << QString::number(m.images);
        for (const int width : m.configuration.widths)
            channels << QString::number(width);
        others << QString::number(m.averaging) << QString::number(family.classes);
        // Elsewhere a count, and with it the interval, may differ by a little from what was recorded.
        for (const Measurement& recorded : manifold.recorded) {
            if (recorded.configuration == m.configuration && recorded.averaging == m.averaging)
                percents << decimals(100 * recorded.low, 2) << decimals(100 * recorded.high, 2);
        }
        for (const Measurement& alone : manifold.reference) {
            if (alone.configuration == m.configuration)
                percents << decimals(100 * alone.accuracy(), 2);
        }
        for (const auto& [name, value] : manifold.numbers)
            others << decimals(value, 2);
    }
};

/// Every number in a text that is not among the facts, with what stands around it.
QStringList unknownNumbers(QString text, const QString& language, const Facts& facts)
{
    static const QRegularExpression number(
        QStringLiteral("(?<![\\p{L}\\d])(\\d[\\d\\x{202F}]*)([.,]\\d+)?\\x{202F}?(%|M\\b)?"));
    static const QRegularExpression nextWord(QStringLiteral("^[ -]*([\\p{L}]+)"));
    static const QRegularExpression chance(QStringLiteral("\\b1 (of|von) (\\d+)"));
    // Guessing is right once in as many times as there are classes.
    text.replace(chance, QStringLiteral("\\2"));
    QStringList unknown;
    for (auto found = number.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString fraction = match.captured(2);
        const bool decimalSign =
            fraction.isEmpty() || fraction[0] == (language == QStringLiteral("de") ? u',' : u'.');
        const QString value =
            match.captured(1).remove(narrow) + QString(fraction).replace(u',', u'.');
        const QString rest = text.mid(match.capturedEnd());
        const QString word = nextWord.match(rest).captured(1);
        const QSet<QString>* known = &facts.others;
        if (match.captured(3) == QStringLiteral("%"))
            known = &facts.percents;
        else if (match.captured(3) == QStringLiteral("M"))
            known = &facts.megaMacs;
        else if (word.startsWith(QStringLiteral("parameter"), Qt::CaseInsensitive))
            known = &facts.parameters;
        else if (word == QStringLiteral("channels") || word.startsWith(QStringLiteral("Kan")))
            known = &facts.channels;
        else if (word == QStringLiteral("pictures") || word.startsWith(QStringLiteral("Bild")))
            known = &facts.images;
        const bool anywhere = known != &facts.others
            || facts.others.contains(value) || facts.channels.contains(value)
            || facts.parameters.contains(value);
        if (!decimalSign || !anywhere || (known != &facts.others && !known->contains(value)))
            unknown << QStringLiteral("'%1' before '%2'").arg(match.captured(), rest.left(20));
    }
    return unknown;
}

std::vector<std::pair<QString, LocalText>> textsOf(const LessonPage& page)
{
    std::vector<std::pair<QString, LocalText>> texts{{QStringLiteral("title"), page.title},
                                                     {QStringLiteral("text"), page.text}};
    if (page.question) {
        texts.emplace_back(QStringLiteral("question"), page.question->text);
        texts.emplace_back(QStringLiteral("explanation"), page.question->explanation);
        for (const LocalText& choice : page.question->choices)
            texts.emplace_back(QStringLiteral("choice"), choice);
    }
    return texts;
}

} // namespace

/// The lessons that ship: what they say is what a replay measures.
class TestLessons : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setComputeThreads(1); }
    void numbersAreFound_data();
    void numbersAreFound();
    void lessons_data();
    void lessons();
};

void TestLessons::numbersAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("unknown");
    const auto row = [](const char* name, const char* text, const char* language, int unknown) {
        QTest::newRow(name) << QString::fromUtf8(text).replace(u'~', narrow)
                            << QString::fromUtf8(language) << unknown;
    };
    row("right", "**90.68~%** of 9~982 pictures, 62 kinds", "en", 0);
    row("rounded another way", "90.7~% right", "en", 1);
    row("German", "90,68~% von 9~982 Bildern", "de", 0);
    row("English sign in German", "90.68~%", "de", 1);
    row("another count", "of 9~981 pictures", "en", 1);
    row("a percentage that is a count", "274782~%", "en", 1);
    row("channels", "16, 32 and 64 channels", "en", 0);
    row("no such channels", "16, 32 and 65 channels", "en", 1);
    row("parameters that are images", "9~982 parameters", "en", 1);
    row("chance", "guessing gets 1 of 62", "en", 0);
    row("another chance", "guessing gets 1 of 10", "en", 1);
    row("MACs", "8.53~M MACs", "en", 0);
    row("no such MACs", "8.54~M MACs", "en", 1);
}

void TestLessons::numbersAreFound()
{
    QFETCH(QString, text);
    QFETCH(QString, language);
    QFETCH(int, unknown);
    const auto manifold = readManifold(resources / "manifolds/glyphs-resnet.manifold");
    Facts facts;
    for (const Measurement& measurement : manifold->recorded) {
        if (measurement.configuration == manifold->family().full)
            facts.add(measurement, *manifold);
    }
    const QStringList found = unknownNumbers(text, language, facts);
    QVERIFY2(found.size() == unknown, qPrintable(found.join(u'\n')));
}

void TestLessons::lessons_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"1-weight-manifold", "2-smoothness", "3-compression"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestLessons::lessons()
{
    QFETCH(QString, name);
    const SessionDocument lesson =
        readSession(resources / "lessons" / (name + QStringLiteral(".morph")).toStdString());
    const std::vector<PageSpan> spans = pageSpans(lesson.steps);
    QVERIFY(spans.size() >= 6);
    QCOMPARE(spans.front().first, 0u);

    SearchPlaces places;
    for (const auto& entry : std::filesystem::directory_iterator(resources / "manifolds"))
        places.files.push_back(entry.path());
    const SessionManifolds manifolds = loadManifolds(lesson, places);
    QVERIFY2(manifolds.missing.empty(), "it opens manifolds that ship with the program");
    const ReplayReport report =
        replay(lesson,
               {[&](const ManifoldReference& reference) { return manifolds.opened.at(reference.hash); },
                [](const Manifold& manifold) {
                    return loadImageSet(manifold.dataset, Split::Test);
                }});
    for (const ReplayedStep& step : report.steps) {
        QVERIFY2(step.check.agreement == Agreement::Exact || step.check.agreement == Agreement::Close,
                 qPrintable(QStringLiteral("step %1, %2: %3")
                                .arg(step.number)
                                .arg(QString::fromStdString(step.words),
                                     QString::fromStdString(nameOf(step.check.agreement)))));
    }

    // What is recorded, because elsewhere a count may differ by a few and the text does not.
    const auto factsUpTo = [&](std::size_t end) {
        Facts facts;
        for (const ReplayedStep& step : report.steps) {
            if (step.number > end)
                break;
            Measurement measured = step.measurement;
            const Outcome& recorded = *lesson.steps[step.number - 1].outcome;
            measured.correct = recorded.correct;
            const SessionState state = Journal(lesson.steps, step.number).state();
            facts.add(measured, *manifolds.opened.at(state.manifold->hash));
        }
        return facts;
    };
    const Facts all = factsUpTo(lesson.steps.size());
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const LessonPage& page = *lesson.steps[spans[i].first].lesson;
        // Results are told when they are seen; sizes may be spoken of before.
        Facts facts = all;
        facts.percents = factsUpTo(spans[i].end).percents;
        for (const auto& [what, text] : textsOf(page)) {
            if (text.empty())
                continue;
            QVERIFY2(text.byLanguage().contains("en") && text.byLanguage().contains("de"),
                     qPrintable(QStringLiteral("page %1: %2").arg(i + 1).arg(what)));
            for (const auto& [language, words] : text.byLanguage()) {
                const QStringList unknown = unknownNumbers(
                    QString::fromStdString(words), QString::fromStdString(language), facts);
                QVERIFY2(unknown.isEmpty(),
                         qPrintable(QStringLiteral("page %1, %2 in %3: %4")
                                        .arg(i + 1)
                                        .arg(what, QString::fromStdString(language),
                                             unknown.join(QStringLiteral("; ")))));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestLessons)
#include "tst_lessons.moc"
