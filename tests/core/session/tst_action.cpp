// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/session/action.h"
#include "random_actions.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <functional>

using namespace morphospace;
using nlohmann::json;

namespace {

SessionState openState(const ManifoldReference& reference = resNetReference())
{
    return morphospace::apply({}, OpenManifold{reference});
}

ZooPlace member(int index, const std::string& name)
{
    ZooPlace place;
    place.kind = ZooPlaceKind::Member;
    place.member = index;
    place.name = name;
    return place;
}

/// One action of every kind, by name.
std::vector<Action> everyKind()
{
    return {OpenManifold{resNetReference()},
            SetWidth{2, 41},
            SetDepth{0, 2},
            SetConfiguration{{{8, 16, 32}, {1, 2, 3}}},
            PinSample{},
            UnpinSample{},
            SwapPinned{},
            SetAveraging{10},
            ShowPage{"accuracy"},
            SetOption{"compression.axis", "macs"},
            SetPinned{{{4, 8, 16}, {3, 2, 1}}},
            OpenZoo{zooReference()},
            SetPlace{member(3, "DejaVu Sans")},
            SetDirection{"slant", 1.5},
            ResetDirections{},
            SetIndependent{"slant", {"stroke"}},
            MarkMembers{"B", {4, 2}},
            MakeDirection{{"mine", {1, 2}, {3}}},
            RemoveDirection{"old"},
            SetInjection{700},
            SetWord{"Rag"},
            SetNoise{18446744073709551615ULL},
            PinModel{},
            UnpinModel{},
            SwapModels{}};
}

/// The same state with a zoo open, a direction made and A pinned.
SessionState withZoo(SessionState state)
{
    for (const Action& action :
         {Action(OpenZoo{zooReference()}), Action(MakeDirection{{"old", {0, 1}, {2}}}),
          Action(SetPlace{member(5, {})}), Action(PinModel{}), Action(SetDirection{"slant", -0.5})})
        state = morphospace::apply(state, action);
    return state;
}

QByteArray messageOf(const std::function<void()>& call)
{
    try {
        call();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

} // namespace

class TestAction : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void openShowsTheFullSize();
    void setters();
    void pinAndSwap();
    void illegal_data();
    void illegal();
    void everyKindIsListed();
    void jsonRoundTrip_data();
    void jsonRoundTrip();
    void jsonIsStable();
    void randomJsonRoundTrips();
    void badJson_data();
    void badJson();
    void words_data();
    void words();
    void mergedOnlyWithinADrag();
    void stateAsJson();
    void zooBesideAManifold();
    void zooSetters();
    void zooIllegal_data();
    void zooIllegal();
    void aRemovedDirectionIsNowhere();
};

void TestAction::openShowsTheFullSize()
{
    SessionState state = openState();
    QVERIFY(state.current == resNetReference().family.full);
    state = morphospace::apply(apply(state, PinSample{}), SetAveraging{4});
    // Another manifold: what was pinned has no meaning there.
    const SessionState other = morphospace::apply(state, OpenManifold{leNetReference()});
    QVERIFY(other.current == (Configuration{{32}, {}}));
    QVERIFY(!other.pinned);
    QCOMPARE(other.averaging, 4);
}

void TestAction::setters()
{
    SessionState state = openState();
    state = morphospace::apply(state, SetWidth{2, 41});
    QVERIFY(state.current == (Configuration{{16, 32, 41}, {3, 3, 3}}));
    state = morphospace::apply(state, SetDepth{0, 1});
    QVERIFY(state.current == (Configuration{{16, 32, 41}, {1, 3, 3}}));
    state = morphospace::apply(state, SetConfiguration{{{32, 1, 128}, {3, 2, 1}}});
    QVERIFY(state.current == (Configuration{{32, 1, 128}, {3, 2, 1}}));
    QCOMPARE(morphospace::apply(state, SetAveraging{maximumAveraging}).averaging, maximumAveraging);
    QCOMPARE(morphospace::apply(state, ShowPage{"accuracy"}).page, std::string("accuracy"));
    QCOMPARE(morphospace::apply({}, ShowPage{"accuracy"}).page, std::string("accuracy"));
}

void TestAction::pinAndSwap()
{
    const SessionState open = openState();
    const SessionState pinned = morphospace::apply(open, PinSample{});
    QVERIFY(pinned.pinned == open.current);
    const SessionState moved = morphospace::apply(pinned, SetWidth{0, 5});
    const SessionState swapped = morphospace::apply(moved, SwapPinned{});
    QVERIFY(swapped.current == open.current);
    QVERIFY(swapped.pinned == moved.current);
    QVERIFY(morphospace::apply(swapped, SwapPinned{}) == moved);
    QVERIFY(!morphospace::apply(swapped, UnpinSample{}).pinned);
    QVERIFY(morphospace::apply(open, UnpinSample{}) == open);
    // A can be another size without B moving, whether something was pinned or not.
    const Configuration other{{5, 6, 7}, {1, 2, 3}};
    for (const SessionState& state : {open, moved}) {
        const SessionState dragged = morphospace::apply(state, SetPinned{other});
        QVERIFY(dragged.pinned == other);
        QVERIFY(dragged.current == state.current);
    }
}

void TestAction::illegal_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("manifold");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("range");
    const auto row = [](const char* name, const char* script, const char* manifold,
                        const char* value, const char* range) {
        QTest::newRow(name) << QByteArray(script) << QByteArray(manifold) << QByteArray(value)
                            << QByteArray(range);
    };
    row("width, nothing open", R"({"action":"SetWidth","stage":0,"channels":3})", "", "no manifold",
        "OpenManifold");
    row("size, nothing open",
        R"({"action":"SetConfiguration","configuration":{"widths":[3],"depths":[]}})", "",
        "no manifold", "OpenManifold");
    row("pin, nothing open", R"({"action":"PinSample"})", "", "no manifold", "OpenManifold");
    row("width zero", R"({"action":"SetWidth","stage":2,"channels":0})", "ResNet",
        "width 0 of stage 3", "1 to 128");
    row("width beyond twice", R"({"action":"SetWidth","stage":0,"channels":33})", "ResNet",
        "width 33 of stage 1", "1 to 32");
    row("width of no stage", R"({"action":"SetWidth","stage":3,"channels":3})", "ResNet", "stage 3",
        "0 to 2");
    row("width of a stage below zero", R"({"action":"SetWidth","stage":-1,"channels":3})", "ResNet",
        "stage -1", "0 to 2");
    row("depth zero", R"({"action":"SetDepth","stage":0,"blocks":0})", "ResNet",
        "depth 0 of stage 1", "1 to 3");
    row("depth beyond full", R"({"action":"SetDepth","stage":1,"blocks":4})", "ResNet",
        "depth 4 of stage 2", "1 to 3");
    row("depth of no stage", R"({"action":"SetDepth","stage":7,"blocks":1})", "ResNet", "stage 7",
        "0 to 2");
    row("depth of a LeNet", R"({"action":"SetDepth","stage":0,"blocks":1})", "LeNet", "LeNet",
        "several depths");
    row("widths of another family",
        R"({"action":"SetConfiguration","configuration":{"widths":[3],"depths":[]}})", "ResNet",
        "got 1", "3 stages");
    row("one of three out of range",
        R"({"action":"SetConfiguration","configuration":{"widths":[16,32,129],"depths":[1,1,1]}})",
        "ResNet", "width 129 of stage 3", "1 to 128");
    row("swap without a pin", R"({"action":"SwapPinned"})", "ResNet", "nothing is pinned",
        "PinSample");
    row("averaging zero", R"({"action":"SetAveraging","samples":0})", "ResNet", "averaging 0",
        "1 to 100");
    row("averaging too many", R"({"action":"SetAveraging","samples":101})", "ResNet",
        "averaging 101", "1 to 100");
    row("page without a name", R"({"action":"ShowPage","page":""})", "ResNet", "page", "name");
    const std::string family =
        R"(,"family":{"kind":"LeNet","image_channels":1,"image_size":28,"classes":10,)"
        R"("stem_stride":1,"full":{"widths":[32],"depths":[]}}}})";
    const auto open = [&row](const char* name, const std::string& manifold, const char* value,
                             const char* range) {
        row(name, (R"({"action":"OpenManifold","manifold":{"hash":"h")" + manifold).c_str(),
            "ResNet", value, range);
    };
    open("path above the session", R"(,"file":"a/../../b.manifold")" + family, "a/../../b.manifold",
         "below the session's folder");
    open("absolute path", R"(,"file":"/b.manifold")" + family, "/b.manifold",
         "below the session's folder");
    open("no file", R"(,"file":"")" + family, "the file ''", "a name");
    std::string deep = family;
    deep.replace(deep.find(R"("depths":[])"), 11, R"("depths":[3])");
    open("LeNet with a depth", R"(,"file":"b.manifold")" + deep, "32 x 3", "one width");
    std::string empty = family;
    empty.replace(empty.find("[32]"), 4, "[0]");
    open("full width zero", R"(,"file":"b.manifold")" + empty, "full width 0", "1 to");
}

void TestAction::illegal()
{
    QFETCH(QByteArray, script);
    QFETCH(QByteArray, manifold);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, range);
    const SessionState state = manifold.isEmpty() ? SessionState{}
        : openState(manifold == "LeNet" ? leNetReference() : resNetReference());
    const Action action = actionFromJson(json::parse(script.toStdString()));
    const QByteArray message = messageOf([&] { (void)morphospace::apply(state, action); });
    QVERIFY2(message.contains(value), message.constData());
    QVERIFY2(message.contains(range), message.constData());
    // In words all the same: the window shows what was tried.
    QVERIFY(!describe(action, state).empty());
}

void TestAction::everyKindIsListed()
{
    const std::vector<Action> list = everyKind();
    QCOMPARE(list.size(), std::variant_size_v<Action>);
    for (std::size_t i = 0; i < list.size(); ++i)
        QCOMPARE(list[i].index(), i);
}

void TestAction::jsonRoundTrip_data()
{
    QTest::addColumn<int>("index");
    const std::vector<Action> list = everyKind();
    for (std::size_t i = 0; i < list.size(); ++i)
        QTest::newRow(actionName(list[i]).c_str()) << int(i);
}

void TestAction::jsonRoundTrip()
{
    QFETCH(int, index);
    const Action action = everyKind()[std::size_t(index)];
    const std::string text = toJson(action).dump();
    QVERIFY(actionFromJson(json::parse(text)) == action);
    QVERIFY(text.find('"' + actionName(action) + '"') != std::string::npos);
}

void TestAction::jsonIsStable()
{
    // The form that saved sessions and scripts are written in.
    QCOMPARE(toJson(Action(SetWidth{2, 41})).dump(),
             std::string(R"({"action":"SetWidth","channels":41,"stage":2})"));
    QCOMPARE(toJson(Action(SetConfiguration{{{8, 9, 10}, {1, 2, 3}}})).dump(),
             std::string(R"({"action":"SetConfiguration",)"
                         R"("configuration":{"depths":[1,2,3],"widths":[8,9,10]}})"));
    QCOMPARE(toJson(Action(SetPinned{{{8, 9, 10}, {1, 2, 3}}})).dump(),
             std::string(R"({"action":"SetPinned",)"
                         R"("configuration":{"depths":[1,2,3],"widths":[8,9,10]}})"));
    QCOMPARE(toJson(Action(SwapPinned{})).dump(), std::string(R"({"action":"SwapPinned"})"));
}

void TestAction::randomJsonRoundTrips()
{
    std::mt19937_64 random(17);
    for (int i = 0; i < 2000; ++i) {
        const Action action = randomAction(random);
        QVERIFY(actionFromJson(json::parse(toJson(action).dump())) == action);
    }
}

void TestAction::badJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* text, const char* field,
                        const char* expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(field) << QByteArray(expected);
    };
    row("number", "3", "action", "an object");
    row("null", "null", "action", "an object");
    row("list", "[]", "action", "an object");
    row("no name", "{}", "action", "the name of an action");
    row("name is a number", R"({"action":1})", "action", "the name of an action");
    row("unknown", R"({"action":"SetWitdh"})", "SetWitdh", "SetWidth or another");
    row("missing", R"({"action":"SetWidth","stage":1})", "channels", "a whole number");
    row("text for a number", R"({"action":"SetWidth","stage":"1","channels":2})", "stage",
        "a whole number");
    row("fraction", R"({"action":"SetWidth","stage":1,"channels":2.5})", "channels",
        "a whole number");
    row("too large", R"({"action":"SetWidth","stage":1,"channels":4294967297})", "channels",
        "a whole number");
    row("far too large", R"({"action":"SetWidth","stage":1,"channels":1e300})", "channels",
        "a whole number");
    row("too small", R"({"action":"SetWidth","stage":-4294967297,"channels":1})", "stage",
        "a whole number");
    row("unknown field", R"({"action":"SetWidth","stage":1,"channels":2,"x":0})", "'x'",
        "action, stage, channels");
    row("field of an action without", R"({"action":"PinSample","stage":1})", "'stage'", "action");
    row("configuration is a list", R"({"action":"SetConfiguration","configuration":[1]})",
        "configuration", "widths, depths");
    row("width is text", R"({"action":"SetConfiguration","configuration":{"widths":["1"],)"
                         R"("depths":[]}})",
        "widths", "a list of whole numbers");
    row("depths missing", R"({"action":"SetConfiguration","configuration":{"widths":[1]}})",
        "depths", "a list of whole numbers");
    row("page is a number", R"({"action":"ShowPage","page":1})", "page", "text");
    row("manifold is null", R"({"action":"OpenManifold","manifold":null})", "manifold",
        "hash, file, family");
    row("family missing", R"({"action":"OpenManifold","manifold":{"hash":"","file":"a"}})",
        "family", "a network family");
    row("family unknown",
        R"({"action":"OpenManifold","manifold":{"hash":"","file":"a","family":{"kind":"Net",)"
        R"("image_channels":1,"image_size":28,"classes":10,"stem_stride":1,"full":{}}}})",
        "Net", "LeNet or ResNet");
}

void TestAction::badJson()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, expected);
    const QByteArray message =
        messageOf([&] { (void)actionFromJson(json::parse(text.toStdString())); });
    QVERIFY2(message.contains(field), message.constData());
    QVERIFY2(message.contains(expected), message.constData());
}

void TestAction::words_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QByteArray>("words");
    const std::vector<QByteArray> words{"open glyphs-resnet.manifold",
                                        "width 64 -> 41, stage 3",
                                        "depth 3 -> 2, stage 1",
                                        "size 16-32-64 x 3-3-3 -> 8-16-32 x 1-2-3",
                                        "pin 16-32-64 x 3-3-3",
                                        "unpin 16-32-5 x 3-3-3",
                                        "swap 16-32-64 x 3-3-3 with the pinned 16-32-5 x 3-3-3",
                                        "averaging 1 -> 10",
                                        "page morph -> accuracy",
                                        "compression counted by parameters -> macs",
                                        "pinned size 16-32-5 x 3-3-3 -> 4-8-16 x 3-2-1",
                                        "open typefaces.zoo",
                                        "member 5 -> DejaVu Sans",
                                        "slant -0.5 -> +1.5 sigma",
                                        "all directions to 0",
                                        "slant independent of stroke",
                                        "group B: 2 members",
                                        "direction mine from 2 members to 1",
                                        "without the direction old",
                                        "edit from time step 1000 -> 700",
                                        "word Hamburg -> Rag",
                                        "noise 1 -> 18446744073709551615",
                                        "pin member 5, slant -0.5",
                                        "unpin member 5",
                                        "swap member 5, slant -0.5 with the pinned member 5"};
    QCOMPARE(words.size(), everyKind().size());
    for (std::size_t i = 0; i < words.size(); ++i)
        QTest::newRow(actionName(everyKind()[i]).c_str()) << int(i) << words[i];
}

void TestAction::words()
{
    QFETCH(int, index);
    QFETCH(QByteArray, words);
    SessionState state = withZoo(openState());
    state.pinned = Configuration{{16, 32, 5}, {3, 3, 3}};
    QCOMPARE(QByteArray::fromStdString(describe(everyKind()[std::size_t(index)], state)), words);
    // One stage needs no number.
    QCOMPARE(describe(SetWidth{0, 20}, openState(leNetReference())), std::string("width 32 -> 20"));
}

void TestAction::mergedOnlyWithinADrag()
{
    QVERIFY(merged(SetWidth{1, 5}, SetWidth{1, 7}) == Action(SetWidth{1, 7}));
    QVERIFY(merged(SetDepth{1, 5}, SetDepth{1, 7}) == Action(SetDepth{1, 7}));
    QVERIFY(merged(SetAveraging{5}, SetAveraging{7}) == Action(SetAveraging{7}));
    const SetConfiguration a{{{1}, {}}};
    const SetConfiguration b{{{2}, {}}};
    QVERIFY(merged(a, b) == Action(b));
    QVERIFY(merged(SetDirection{"slant", 1}, SetDirection{"slant", 2})
            == Action(SetDirection{"slant", 2}));
    QVERIFY(!merged(SetDirection{"slant", 1}, SetDirection{"stroke", 2}));
    QVERIFY(merged(SetInjection{5}, SetInjection{7}) == Action(SetInjection{7}));
    const auto onPath = [](int from, int to, double share) {
        ZooPlace place = member(from, {});
        place.kind = ZooPlaceKind::Path;
        place.other = to;
        place.share = share;
        return SetPlace{place};
    };
    QVERIFY(merged(onPath(1, 2, 0.1), onPath(1, 2, 0.2)) == Action(onPath(1, 2, 0.2)));
    QVERIFY(!merged(onPath(1, 2, 0.1), onPath(1, 3, 0.2)));
    QVERIFY(!merged(SetPlace{member(1, {})}, SetPlace{member(2, {})}));
    QVERIFY(merged(SetPinned{{{1}, {}}}, SetPinned{{{2}, {}}}) == Action(SetPinned{{{2}, {}}}));
    QVERIFY(!merged(SetWidth{1, 5}, SetWidth{2, 7}));
    QVERIFY(!merged(SetDepth{1, 5}, SetDepth{2, 7}));
    const std::vector<Action> list = everyKind();
    for (std::size_t i = 0; i < list.size(); ++i) {
        for (std::size_t j = 0; j < list.size(); ++j) {
            if (i != j)
                QVERIFY(!merged(list[i], list[j]));
        }
    }
    for (const Action& action : {Action(PinSample{}), Action(UnpinSample{}), Action(SwapPinned{}),
                                 Action(ShowPage{"a"}), Action(OpenManifold{leNetReference()}),
                                 Action(OpenZoo{zooReference()}), Action(MarkMembers{"A", {1}}),
                                 Action(PinModel{}), Action(SwapModels{})})
        QVERIFY(!merged(action, action));
}

void TestAction::stateAsJson()
{
    const json none = toJson(SessionState{});
    QVERIFY(none["manifold"].is_null());
    QVERIFY(none["pinned"].is_null());
    const SessionState state = morphospace::apply(apply(openState(), PinSample{}), SetWidth{1, 20});
    const json value = toJson(state);
    QVERIFY(value["manifold"]["file"] == json("glyphs-resnet.manifold"));
    QVERIFY(value["current"]["widths"] == json({16, 20, 64}));
    QVERIFY(value["pinned"]["widths"] == json({16, 32, 64}));
    QVERIFY(value["averaging"] == json(1));
    QVERIFY(value["page"] == json("morph"));
}

void TestAction::zooBesideAManifold()
{
    const SessionState alone = morphospace::apply({}, OpenZoo{zooReference()});
    QVERIFY(!alone.manifold);
    QVERIFY(alone.zoo->zoo == zooReference());
    QVERIFY(alone.zoo->current.place.kind == ZooPlaceKind::Mean);
    const SessionState both = withZoo(openState());
    QVERIFY(both.manifold && both.zoo);
    // Neither touches the other.
    const SessionState other = morphospace::apply(both, OpenManifold{leNetReference()});
    QVERIFY(other.zoo == both.zoo);
    QVERIFY(morphospace::apply(both, OpenZoo{zooReference()}).current == both.current);
    QVERIFY(!toJson(openState()).contains("zoo"));
    QVERIFY(toJson(both)["zoo"]["current"]["pushes"]["slant"] == json(-0.5));
}

void TestAction::zooSetters()
{
    const SessionState open = withZoo({});
    const auto after = [&open](const Action& action) {
        return *morphospace::apply(open, action).zoo;
    };
    QCOMPARE(after(SetDirection{"slant", 1.25}).current.pushes.at("slant"), 1.25);
    // Nothing pushed is no push, so that equal states are equal.
    QVERIFY(after(SetDirection{"slant", 0}).current.pushes.empty());
    QVERIFY(after(ResetDirections{}).current.pushes.empty());
    // A push goes along where the model goes.
    QCOMPARE(after(SetPlace{member(7, {})}).current.pushes.at("slant"), -0.5);
    QCOMPARE(after(SetPlace{member(7, {})}).pinned->place.member, 5);
    QCOMPARE(after(SetPlace{}).current.pushes.at("slant"), -0.5);
    // But a model that was drawn at random, found or customised is first seen as it is; A is let be.
    ZooPlace sample;
    sample.kind = ZooPlaceKind::Sample;
    ZooPlace found;
    found.kind = ZooPlaceKind::Found;
    found.coefficients = {1, 2};
    SessionState pushed = morphospace::apply(open, PinModel{});
    for (const ZooPlace& place : {sample, found}) {
        const ZooState then = *morphospace::apply(pushed, SetPlace{place}).zoo;
        QVERIFY(then.current.pushes.empty());
        QCOMPARE(then.pinned->pushes.at("slant"), -0.5);
        QVERIFY(describe(SetPlace{place}, pushed).ends_with(", all directions to 0"));
        const SessionState plain = morphospace::apply(pushed, ResetDirections{});
        QVERIFY(describe(SetPlace{place}, plain).find("directions") == std::string::npos);
    }
    QCOMPARE(after(MarkMembers{"A", {3, 1, 3}}).groupA, (std::vector<int>{1, 3}));
    const SessionState marked = morphospace::apply(open, MarkMembers{"A", {1, 2, 3}});
    const ZooState both = *morphospace::apply(marked, MarkMembers{"B", {2}}).zoo;
    QCOMPARE(both.groupA, (std::vector<int>{1, 3}));
    QCOMPARE(both.groupB, (std::vector<int>{2}));
    QCOMPARE(after(SetIndependent{"old", {"slant", "stroke", "slant"}}).independent.at("old"),
             (std::vector<std::string>{"slant", "stroke"}));
    QVERIFY(after(SetIndependent{"old", {}}).independent.empty());
    const ZooState swapped = after(SwapModels{});
    QVERIFY(swapped.current == *open.zoo->pinned && swapped.pinned == open.zoo->current);
    // Another zoo: only the word and its noise stay.
    const SessionState word = morphospace::apply(open, SetWord{"Rag"});
    ZooReference another = zooReference();
    another.hash = "other";
    const ZooState fresh = *morphospace::apply(word, OpenZoo{another}).zoo;
    QVERIFY(fresh.word == "Rag" && fresh.made.empty() && !fresh.pinned
            && fresh.current == ZooModel{});
}

void TestAction::zooIllegal_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("range");
    const auto row = [](const char* name, const char* script, const char* value,
                        const char* range) {
        QTest::newRow(name) << QByteArray(script) << QByteArray(value) << QByteArray(range);
    };
    const auto place = [&row](const char* name, const char* fields, const char* value,
                              const char* range) {
        row(name, (std::string(R"({"action":"SetPlace","place":{)") + fields + "}}").c_str(), value,
            range);
    };
    place("no such member", R"("kind":"member","member":12)", "member 12", "0 to 11");
    place("member below zero", R"("kind":"member","member":-1)", "member -1", "0 to 11");
    place("path's end", R"("kind":"path","member":1,"other":99,"share":0)", "member 99", "0 to 11");
    place("share", R"("kind":"path","member":1,"other":2,"share":1.5)", "1.5", "0.0 to 1.0");
    place("sampling", R"("kind":"sample","sampling":"dice","seed":1,"spread":1,"components":3)",
          "dice", "independent, covariance or bounded");
    place("spread", R"("kind":"sample","sampling":"bounded","seed":1,"spread":11,"components":3)",
          "spread 11", "0.0 to 10.0");
    place("components", R"("kind":"sample","sampling":"bounded","seed":1,"spread":1,"components":0)",
          "components 0", "1 to");
    place("no coefficients", R"("kind":"found","coefficients":[])", "coefficients 0", "1 to 5");
    place("too many coefficients", R"("kind":"found","coefficients":[1,2,3,4,5,6])",
          "coefficients 6", "1 to 5");
    place("coefficient too large", R"("kind":"found","coefficients":[1e300])", "not finite",
          "numbers");
    row("unknown direction", R"({"action":"SetDirection","direction":"taste","sigma":1})", "taste",
        "stroke, slant, old");
    row("far away", R"({"action":"SetDirection","direction":"slant","sigma":21})", "21",
        "-20.0 to 20.0");
    row("of itself", R"({"action":"SetIndependent","direction":"slant","of":["slant"]})", "itself",
        "others");
    row("of nobody", R"({"action":"SetIndependent","direction":"slant","of":["taste"]})", "taste",
        "stroke");
    row("group", R"({"action":"MarkMembers","group":"C","members":[]})", "'C'", "A or B");
    row("marked", R"({"action":"MarkMembers","group":"A","members":[3,12]})", "member 12", "0 to 11");
    row("name taken",
        R"({"action":"MakeDirection","direction":{"name":"slant","from":[1],"to":[2]}})", "slant",
        "another name");
    row("no name", R"({"action":"MakeDirection","direction":{"name":"","from":[1],"to":[2]}})",
        "''", "a name");
    row("empty group", R"({"action":"MakeDirection","direction":{"name":"a","from":[],"to":[2]}})",
        "0 members", "at least one");
    row("in both", R"({"action":"MakeDirection","direction":{"name":"a","from":[1,2],"to":[2]}})",
        "member 2", "without a common");
    row("not made", R"({"action":"RemoveDirection","direction":"slant"})", "slant", "no measured");
    row("time step", R"({"action":"SetInjection","from":1001})", "1001", "0 to 1000");
    row("digits", R"({"action":"SetWord","word":"R2"})", "R2", "A to Z");
    row("no word", R"({"action":"SetWord","word":""})", "''", "1 to 24");
    row("one member",
        R"({"action":"OpenZoo","zoo":{"hash":"","file":"a.zoo","members":1,"components":3,)"
        R"("attributes":[]}})",
        "members 1", "2 to");
    row("absolute path",
        R"({"action":"OpenZoo","zoo":{"hash":"","file":"/a.zoo","members":3,"components":3,)"
        R"("attributes":[]}})",
        "/a.zoo", "below the session's folder");
}

void TestAction::zooIllegal()
{
    QFETCH(QByteArray, script);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, range);
    const SessionState state = withZoo({});
    const Action action = actionFromJson(json::parse(script.toStdString()));
    const QByteArray message = messageOf([&] { (void)morphospace::apply(state, action); });
    QVERIFY2(message.contains(value), message.constData());
    QVERIFY2(message.contains(range), message.constData());
    QVERIFY(!describe(action, state).empty());
    QVERIFY(!describe(action, {}).empty());
    if (!std::holds_alternative<OpenZoo>(action)) {
        const QByteArray without = messageOf([&] { (void)morphospace::apply({}, action); });
        QVERIFY2(without.contains("no zoo is open"), without.constData());
    }
}

void TestAction::aRemovedDirectionIsNowhere()
{
    SessionState state = withZoo({});
    for (const Action& action :
         {Action(SetDirection{"old", 2}), Action(PinModel{}),
          Action(SetIndependent{"slant", {"old"}}), Action(SetIndependent{"old", {"slant"}}),
          Action(RemoveDirection{"old"})})
        state = morphospace::apply(state, action);
    QCOMPARE(toJson(*state.zoo).dump().find("\"old\""), std::string::npos);
}

QTEST_APPLESS_MAIN(TestAction)
#include "tst_action.moc"
