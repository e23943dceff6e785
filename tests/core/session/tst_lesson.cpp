// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/session/lesson_draft.h"
#include "session_documents.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace morphospace;
using nlohmann::json;

namespace {

std::string problemOf(const std::function<void()>& act)
{
    try {
        act();
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

/// States that were reached by acting at random.
std::vector<SessionState> randomStates(std::uint64_t seed)
{
    std::vector<SessionState> states{SessionState{}};
    std::mt19937_64 random(seed);
    for (int i = 0; i < 80; ++i) {
        try {
            states.push_back(morphospace::apply(states.back(), randomAction(random)));
        } catch (const Error&) {
            continue; // an illegal one
        }
    }
    return states;
}

SessionStep step(Action action)
{
    return {std::move(action), {}, {}, {}};
}

/// Three pages: full size, half of it with A pinned, and a question on the same state.
LessonDraft threePages()
{
    SessionDocument document;
    document.steps = {step(OpenManifold{resNetReference()}), step(PinSample{}),
                      step(SetConfiguration{{{8, 16, 32}, {3, 3, 3}}}), step(ShowPage{"morph"})};
    document.steps[0].lesson = LessonPage{"Full size", "All of it.", {}, {"chart"}, "diagram", {}};
    document.steps[1].lesson = LessonPage{"Half", "Half of it.", {"width"}, {}, "", {}};
    document.steps[3].lesson =
        LessonPage{"Which?", "", {}, {}, "", LessonQuestion{"Which is it?", {"A", "B"}, 1, "B is."}};
    return draftOf(document);
}

SessionState endOf(const SessionDocument& document, std::size_t page)
{
    const Journal journal(document.steps, 0);
    return journal.stateAt(pageSpans(document.steps).at(page).end);
}

} // namespace

class TestLesson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void languages_data();
    void languages();
    void languageCodes();
    void textsAreReadAndWritten();
    void badPages_data();
    void badPages();
    void spans();
    void bridgeLeadsThere();
    void aSessionBecomesPages();
    void everyLessonSurvivesTheDraft();
    void movedPagesKeepTheirState();
    void splitAndJoin();
    void badDrafts();
};

void TestLesson::languages_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("texts");
    QTest::addColumn<QString>("text");
    const QString both = QStringLiteral(R"({"en": "page", "de": "Seite"})");
    QTest::newRow("exact") << "de" << both << "Seite";
    QTest::newRow("a kind of") << "de-AT" << both << "Seite";
    QTest::newRow("another") << "fr" << both << "page";
    QTest::newRow("no English") << "fr" << R"({"de": "Seite", "it": "pagina"})" << "Seite";
    QTest::newRow("any before English") << "fr" << R"({"any": "§", "en": "page"})" << "§";
    QTest::newRow("plain") << "de" << "\"§\"" << "§";
}

void TestLesson::languages()
{
    QFETCH(QString, language);
    QFETCH(QString, texts);
    QFETCH(QString, text);
    const json value = json::parse(texts.toStdString());
    const LocalText read = value.is_string()
        ? LocalText(value.get<std::string>())
        : LocalText(value.get<std::map<std::string, std::string>>());
    QCOMPARE(QString::fromStdString(read.in(language.toStdString())), text);
    QVERIFY(LocalText().in("en").empty());
}

void TestLesson::languageCodes()
{
    for (const char* good : {"de", "en", "gsw", "de-AT", "zh-Hans", "any"})
        QVERIFY2(isLanguageCode(good), good);
    for (const char* bad : {"", "d", "DE", "german", "de-", "de_AT", "de AT", "de-ä"})
        QVERIFY2(!isLanguageCode(bad), bad);
}

void TestLesson::textsAreReadAndWritten()
{
    SessionDocument document = documentOf(threePages());
    document.title = std::map<std::string, std::string>{{"de", "Stunde"}, {"en", "Lesson"}};
    document.steps[0].lesson->text = std::map<std::string, std::string>{{"de", "Ein *Text*."}};
    const json object = json::parse(sessionText(document));
    QCOMPARE(object["title"]["de"].get<std::string>(), std::string("Stunde"));
    QCOMPARE(object["steps"][0]["lesson"]["title"].get<std::string>(), std::string("Full size"));
    QVERIFY(sessionFromText(sessionText(document)) == document);
}

void TestLesson::badPages_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const json& changes, const char* message) {
        json page{{"title", "Sizes"}, {"text", ""}};
        page.update(changes);
        QTest::newRow(name) << QByteArray::fromStdString(page.dump()) << QByteArray(message);
    };
    const auto asked = [](const json& changes) {
        json question{{"text", "?"}, {"choices", {"x", "y"}}, {"answer", 0}, {"explanation", ""}};
        question.update(changes);
        return json{{"question", question}};
    };
    row("no title", {{"title", ""}}, "step 1: a page of a lesson has no title");
    row("title is a number", {{"title", 3}},
        "step 1: the title of the page is number; expected a text, or an object of texts");
    row("no language", {{"text", json::object()}}, "the text of the page is an empty object");
    row("unknown language", {{"text", {{"german", "x"}}}},
        "the text of the page is in the unknown language 'german'");
    row("text in a language is a list", {{"text", {{"de", {"x"}}}}},
        "the text of the page in the language 'de' is array");
    row("unknown field", {{"colour", "red"}}, "colour");
    row("unknown control", {{"locked", {"moon"}}},
        "the page 'Sizes' names the unknown control 'moon'; expected one of width, depth");
    row("points at what it hides", {{"hidden", {"chart"}}, {"highlight", "chart"}},
        "points at the control 'chart' that it hides");
    row("one choice", asked({{"choices", {"x"}}}), "has 1 choices; expected a text and two to six");
    row("no question", asked({{"text", ""}}), "has no text and 2 choices");
    row("empty choice", asked({{"choices", {"x", ""}}}), "choice 2 of the question of the page 'Sizes'");
    row("answer that is no choice", asked({{"answer", 2}}), "is choice 2; expected 0 to 1");
    row("negative answer", asked({{"answer", -1}}), "is choice -1; expected 0 to 1");
}

void TestLesson::badPages()
{
    QFETCH(QByteArray, page);
    QFETCH(QByteArray, message);
    json object = json::parse(sessionText(documentOf(threePages())));
    object["steps"][0]["lesson"] = json::parse(page.toStdString());
    const std::string problem = problemOf([&] { (void)sessionFromText(object.dump()); });
    QVERIFY2(problem.find(message.toStdString()) != std::string::npos, problem.c_str());
}

void TestLesson::spans()
{
    const SessionDocument document = documentOf(threePages());
    QVERIFY(document.isLesson());
    QCOMPARE(document.position, 1u);
    const std::vector<PageSpan> expected{{0, 1}, {1, 3}, {3, 4}};
    QVERIFY(pageSpans(document.steps) == expected);
    QVERIFY(pageSpans({step(OpenManifold{resNetReference()})}).empty());
}

void TestLesson::bridgeLeadsThere()
{
    int bridges = 0;
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
        const auto states = randomStates(seed);
        for (const SessionState& from : states) {
            for (std::size_t i = 0; i < states.size(); i += 5) {
                const SessionState& to = states[i];
                if ((from.manifold && !to.manifold) || (from.zoo && !to.zoo))
                    continue; // nothing closes a manifold or a zoo
                SessionState state = from;
                for (const Action& action : bridge(from, to))
                    state = morphospace::apply(state, action);
                QVERIFY(state == to);
                ++bridges;
            }
            QVERIFY(bridge(from, from).empty());
        }
    }
    QVERIFY(bridges > 1000);
}

void TestLesson::aSessionBecomesPages()
{
    Journal journal;
    journal.record(OpenManifold{resNetReference()});
    journal.record(SetWidth{0, 12});
    journal.setNote(1, "one stage **only**");
    journal.record(ShowPage{"accuracy"});
    journal.record(PinSample{});
    SessionDocument document;
    document.steps.assign(journal.steps().begin(), journal.steps().end());
    const LessonDraft draft = draftOf(document);
    QCOMPARE(draft.pages.size(), 3u);
    // How it is shown belongs to what was done before.
    QCOMPARE(draft.pages[1].steps.size(), 2u);
    QCOMPARE(draft.pages[1].page.title.in("en"), journal.steps()[1].words);
    QCOMPARE(draft.pages[1].page.text.in("en"), std::string("one stage **only**"));
    const SessionDocument made = documentOf(draft);
    QCOMPARE(made.steps.size(), document.steps.size());
    QCOMPARE(Journal(made.steps, 4).state(), journal.state());
}

void TestLesson::everyLessonSurvivesTheDraft()
{
    int lessons = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        SessionDocument document = randomDocument(seed);
        if (!document.isLesson())
            continue;
        ++lessons;
        document.position = pageSpans(document.steps).front().end;
        QVERIFY(documentOf(draftOf(document)) == document);
        const LessonDraft draft = draftOf(document);
        QVERIFY(draftOf(sessionFromText(sessionText(documentOf(draft)))) == draft);
    }
    QVERIFY(lessons > 20);
}

void TestLesson::movedPagesKeepTheirState()
{
    const LessonDraft draft = threePages();
    const SessionDocument document = documentOf(draft);
    const SessionState full = endOf(document, 0);
    const SessionState half = endOf(document, 1);
    QVERIFY(full != half);
    LessonDraft moved = draft;
    std::swap(moved.pages[0], moved.pages[2]);
    moved.before = {step(OpenManifold{resNetReference()})};
    const SessionDocument after = sessionFromText(sessionText(documentOf(moved)));
    QCOMPARE(pageSpans(after.steps).size(), 3u);
    QVERIFY(endOf(after, 0) == half);
    QVERIFY(endOf(after, 1) == half);
    QCOMPARE(endOf(after, 2).current, full.current);
    // A page that goes takes its steps along; the state of the next does not change.
    LessonDraft shorter = draft;
    shorter.pages.erase(shorter.pages.begin() + 1);
    QVERIFY(endOf(documentOf(shorter), 1) == half);
    // Back in the old order nothing is left of the move.
    std::swap(moved.pages[0], moved.pages[2]);
    moved.before.clear();
    QVERIFY(documentOf(moved) == document);
}

void TestLesson::splitAndJoin()
{
    LessonDraft draft = threePages();
    const SessionDocument document = documentOf(draft);
    splitPage(draft, 1, 1, "the second step");
    QCOMPARE(draft.pages.size(), 4u);
    QCOMPARE(documentOf(draft).steps.size(), document.steps.size());
    QVERIFY(endOf(documentOf(draft), 2) == endOf(document, 1));
    joinPage(draft, 2);
    QVERIFY(documentOf(draft) == document);
    joinPage(draft, 1);
    QCOMPARE(draft.pages[0].page.text.in("en"), std::string("All of it.\n\nHalf of it."));
    QVERIFY(endOf(documentOf(draft), 0) == endOf(document, 1));
    const LessonDraft before = draft;
    joinPage(draft, 0);
    splitPage(draft, 0, 0, "x");
    splitPage(draft, 9, 1, "x");
    QVERIFY(draft == before);
}

void TestLesson::badDrafts()
{
    LessonDraft draft = threePages();
    draft.pages[1].page.title = {};
    QCOMPARE(problemOf([&] { (void)documentOf(draft); }),
             std::string("page 2 (''): a page of a lesson has no title; expected a few words"));
    draft = threePages();
    draft.pages[2].steps = {step(SetWidth{0, 100000})};
    QVERIFY(problemOf([&] { (void)documentOf(draft); }).starts_with("page 3 ('Which?'): "));
    draft.pages.clear();
    QCOMPARE(problemOf([&] { (void)documentOf(draft); }),
             std::string("the lesson has no page; expected one at least"));
}

QTEST_GUILESS_MAIN(TestLesson)
#include "tst_lesson.moc"
