// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/session/journal.h"
#include "random_actions.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace morphospace;

namespace {

/// The state by the definition: every step up to the position applied to the initial one.
SessionState replayed(const Journal& journal, const SessionState& initial)
{
    SessionState state = initial;
    for (std::size_t i = 0; i < journal.position(); ++i)
        state = morphospace::apply(state, journal.steps()[i].action);
    return state;
}

} // namespace

class TestJournal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDragIsOneStep();
    void dragsOfTwoStagesAreTwoSteps();
    void aDragBackStaysOneStep();
    void undoAndRedo();
    void aNewActionCutsOffWhatWasUndone();
    void aChangeOfTheViewKeepsWhatWasUndone();
    void pagesInARowAreOneStep();
    void stepsOfASessionAreApplied();
    void nothingChangesNothing();
    void anIllegalActionLeavesTheJournal();
    void randomListsEqualReplay_data();
    void randomListsEqualReplay();
    void scriptReplaysToTheSameState();
    void badScripts_data();
    void badScripts();
    void missingScript();
};

void TestJournal::aDragIsOneStep()
{
    Journal journal;
    QVERIFY(journal.record(OpenManifold{resNetReference()}));
    QVERIFY(journal.record(SetWidth{2, 63}));
    for (int channels = 62; channels >= 41; --channels)
        QVERIFY(journal.record(SetWidth{2, channels}, true));
    QCOMPARE(journal.steps().size(), 2u);
    QCOMPARE(journal.steps()[1].words, std::string("width 64 -> 41, stage 3"));
    QCOMPARE(journal.state().current.widths[2], 41);
    journal.moveTo(1);
    QCOMPARE(journal.state().current.widths[2], 64);
    // Without the button held it is a step of its own.
    journal.moveTo(2);
    QVERIFY(journal.record(SetWidth{2, 40}));
    QCOMPARE(journal.steps().size(), 3u);
}

void TestJournal::dragsOfTwoStagesAreTwoSteps()
{
    Journal journal;
    journal.record(OpenManifold{resNetReference()});
    journal.record(SetWidth{2, 63}, true);
    journal.record(SetWidth{1, 31}, true);
    journal.record(SetWidth{1, 30}, true);
    QCOMPARE(journal.steps().size(), 3u);
    QCOMPARE(journal.steps()[2].words, std::string("width 32 -> 30, stage 2"));
}

void TestJournal::aDragBackStaysOneStep()
{
    Journal journal;
    journal.record(OpenManifold{resNetReference()});
    const SessionState before = journal.state();
    journal.record(SetWidth{0, 10});
    QVERIFY(journal.record(SetWidth{0, 16}, true));
    QVERIFY(journal.state() == before);
    QCOMPARE(journal.position(), 2u);
    QVERIFY(journal.record(SetWidth{0, 12}, true));
    QCOMPARE(journal.position(), 2u);
    QCOMPARE(journal.steps()[1].words, std::string("width 16 -> 12, stage 1"));
}

void TestJournal::undoAndRedo()
{
    Journal journal;
    QVERIFY(!journal.canUndo());
    QVERIFY(!journal.canRedo());
    journal.record(OpenManifold{leNetReference()});
    journal.record(SetWidth{0, 20});
    const SessionState last = journal.state();
    QVERIFY(journal.canUndo());
    QVERIFY(!journal.canRedo());
    journal.moveTo(0);
    QVERIFY(journal.state() == SessionState{});
    QVERIFY(!journal.canUndo());
    QVERIFY(journal.canRedo());
    journal.moveTo(99);
    QCOMPARE(journal.position(), 2u);
    QVERIFY(journal.state() == last);
}

void TestJournal::aNewActionCutsOffWhatWasUndone()
{
    Journal journal;
    journal.record(OpenManifold{leNetReference()});
    journal.record(SetWidth{0, 20});
    journal.record(PinSample{});
    journal.moveTo(2);
    // Merging is for the newest step only: here it would rewrite what undo went back to.
    QVERIFY(journal.record(SetWidth{0, 10}, true));
    QCOMPARE(journal.steps().size(), 3u);
    QCOMPARE(journal.steps()[2].words, std::string("width 20 -> 10"));
    QVERIFY(!journal.canRedo());
}

void TestJournal::aChangeOfTheViewKeepsWhatWasUndone()
{
    Journal journal;
    journal.record(OpenManifold{resNetReference()});
    journal.record(SetWidth{0, 9});
    journal.record(SetWidth{0, 7});
    journal.moveTo(2);
    QVERIFY(journal.record(SetOption{"compression.axis", "macs"}));
    QVERIFY(journal.record(ShowPage{"compression"}));
    QCOMPARE(journal.position(), 4u);
    QVERIFY(journal.canRedo());
    journal.moveTo(5);
    QCOMPARE(journal.state().current.widths[0], 7);
    QCOMPARE(journal.state().page, std::string("compression"));
    QCOMPARE(optionValue(journal.state(), "compression.axis"), std::string("macs"));
    // Anything else cuts it off.
    journal.moveTo(4);
    QVERIFY(journal.record(SetWidth{0, 8}));
    QVERIFY(!journal.canRedo());
}

void TestJournal::pagesInARowAreOneStep()
{
    Journal journal;
    journal.record(OpenManifold{resNetReference()});
    journal.record(ShowPage{"compression"});
    journal.record(ShowPage{"landscape"});
    QCOMPARE(journal.steps().size(), 2u);
    QCOMPARE(journal.steps()[1].words, std::string("page morph -> landscape"));
    // What somebody wrote about a page stays.
    journal.setNote(1, "look here");
    journal.record(ShowPage{"morph"});
    QCOMPARE(journal.steps().size(), 3u);
    // Back on the page that one came from, nothing was turned.
    Journal back;
    back.record(OpenManifold{resNetReference()});
    back.record(SetWidth{0, 9});
    back.record(ShowPage{"compression"});
    QVERIFY(back.record(ShowPage{"morph"}));
    QCOMPARE(back.steps().size(), 2u);
    QCOMPARE(back.position(), 2u);
    QCOMPARE(back.state().page, std::string("morph"));
}

void TestJournal::stepsOfASessionAreApplied()
{
    const std::vector<SessionStep> steps{{OpenManifold{resNetReference()}, "first", {}, {}},
                                         {ShowPage{"morph"}, {}, {}, {}},
                                         {SetWidth{0, 9}, {}, {}, {}}};
    const Journal journal(steps, 99);
    // The second changes nothing, and stays: a lesson may have two pages on one state.
    QCOMPARE(journal.steps().size(), 3u);
    QCOMPARE(journal.position(), 3u);
    QCOMPARE(journal.steps()[0].note, std::string("first"));
    QCOMPARE(journal.state().current.widths[0], 9);
    QCOMPARE(journal.stateAt(2).current.widths[0], 16);
    try {
        const Journal bad({{SetWidth{0, 9}, {}, {}, {}}}, 1);
        QFAIL("a step without a manifold was applied");
    } catch (const Error& error) {
        QVERIFY(QByteArray(error.what()).startsWith("step 1: "));
    }
}

void TestJournal::nothingChangesNothing()
{
    Journal journal;
    journal.record(OpenManifold{leNetReference()});
    journal.record(SetWidth{0, 20});
    journal.moveTo(1);
    QVERIFY(!journal.record(SetWidth{0, 32}));
    QVERIFY(!journal.record(SetWidth{0, 32}, true));
    QVERIFY(!journal.record(UnpinSample{}));
    // What can be redone stays.
    QCOMPARE(journal.steps().size(), 2u);
}

void TestJournal::anIllegalActionLeavesTheJournal()
{
    Journal journal;
    journal.record(OpenManifold{leNetReference()});
    journal.record(SetWidth{0, 20});
    journal.moveTo(1);
    const SessionState before = journal.state();
    QVERIFY_THROWS_EXCEPTION(Error, journal.record(SetWidth{0, 65}));
    QVERIFY_THROWS_EXCEPTION(Error, journal.record(SetWidth{0, 65}, true));
    QVERIFY(journal.state() == before);
    QCOMPARE(journal.steps().size(), 2u);
    QCOMPARE(journal.position(), 1u);
}

void TestJournal::randomListsEqualReplay_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 30; ++seed)
        QTest::newRow(qPrintable(QString("seed %1").arg(seed))) << seed;
}

void TestJournal::randomListsEqualReplay()
{
    QFETCH(int, seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    SessionState initial;
    initial.page = "accuracy";
    Journal journal(initial);
    int refused = 0;
    for (int i = 0; i < 400; ++i) {
        const SessionState before = journal.state();
        const std::size_t position = journal.position();
        if (random() % 4 == 0) {
            const std::size_t to = random() % (journal.steps().size() + 1);
            journal.moveTo(to);
            QCOMPARE(journal.position(), to);
        } else {
            const Action action = randomAction(random);
            const bool merge = random() % 2;
            try {
                const bool changed = journal.record(action, merge);
                QCOMPARE(changed, journal.state() != before);
                QVERIFY(journal.state() == morphospace::apply(before, action));
                // Pages shown one after the other are one step.
                if (!merge && !std::holds_alternative<ShowPage>(action))
                    QCOMPARE(changed, journal.position() == position + 1);
            } catch (const Error&) {
                ++refused;
                QVERIFY(journal.state() == before);
                QCOMPARE(journal.position(), position);
            }
        }
        QVERIFY2(journal.state() == replayed(journal, initial),
                 toJson(journal.state()).dump().c_str());
    }
    // Undo to the start and redo to the end pass through the recorded states.
    for (std::size_t at = 0; at <= journal.steps().size(); ++at) {
        journal.moveTo(at);
        QVERIFY(journal.state() == (at == 0 ? initial : journal.steps()[at - 1].after));
        QVERIFY(journal.state() == replayed(journal, initial));
    }
    QVERIFY(refused > 10);
    QVERIFY(!journal.steps().empty());
}

void TestJournal::scriptReplaysToTheSameState()
{
    std::mt19937_64 random(5);
    Journal journal;
    journal.record(OpenManifold{resNetReference()});
    for (int i = 0; i < 200; ++i) {
        try {
            journal.record(randomAction(random));
        } catch (const Error&) {
            continue;
        }
    }
    nlohmann::json script = nlohmann::json::array();
    for (const Journal::Step& step : journal.steps())
        script.push_back(toJson(step.action));

    QTemporaryDir folder;
    QFile file(folder.filePath("script.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(script.dump(2)));
    file.close();
    Journal again;
    for (const Action& action : readScript(file.fileName().toStdString()))
        again.record(action);
    QVERIFY(again.state() == journal.state());
    QCOMPARE(again.steps().size(), journal.steps().size());
}

void TestJournal::badScripts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("empty") << QByteArray() << QByteArray("bad.json: at byte 1: this is not JSON");
    QTest::newRow("cut") << QByteArray("[{") << QByteArray("bad.json: at byte 3: this is not JSON");
    QTest::newRow("object")
        << QByteArray("{}") << QByteArray("bad.json: the script is object; expected a list");
    QTest::newRow("third action")
        << QByteArray(R"([{"action":"PinSample"},{"action":"PinSample"},{"action":"Nothing"}])")
        << QByteArray("bad.json: at action 3: the unknown action 'Nothing'; expected ");
    QTest::newRow("action misspelt")
        << QByteArray(R"([{"action":"SetWdith","stage":0,"channels":3}])")
        << QByteArray("bad.json: at action 1: the unknown action 'SetWdith'; expected SetWidth or "
                      "another one of the actions that docs/formats.md lists");
    QTest::newRow("field of the second")
        << QByteArray(R"([{"action":"PinSample"},{"action":"SetWidth","stage":0}])")
        << QByteArray("bad.json: at action 2: the field 'channels' of SetWidth is missing;");
    QTest::newRow("deep nesting") << QByteArray(200000, '[')
                                  << QByteArray("bad.json: at byte 200001: this is not JSON");
    QTest::newRow("too large") << QByteArray(16 * 1024 * 1024 + 1, ' ')
                               << QByteArray("bad.json: the file has 16777217 bytes; expected");
}

void TestJournal::badScripts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, message);
    QTemporaryDir folder;
    QFile file(folder.filePath("bad.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    try {
        (void)readScript(file.fileName().toStdString());
        QFAIL("no error");
    } catch (const Error& error) {
        QVERIFY2(QByteArray(error.what()).startsWith(message), error.what());
    }
}

void TestJournal::missingScript()
{
    QVERIFY_THROWS_EXCEPTION(Error, (void)readScript("does/not/exist.json"));
    QTemporaryDir folder;
    QVERIFY_THROWS_EXCEPTION(Error, (void)readScript(folder.path().toStdString()));
}

QTEST_APPLESS_MAIN(TestJournal)
#include "tst_journal.moc"
