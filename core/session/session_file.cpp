// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_file.h"

#include "core/base/atomic_file.h"
#include "core/base/base64.h"
#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/text_file.h"
#include "core/base/json_fields.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <span>

namespace morphospace {

using nlohmann::json;

namespace {

constexpr std::string_view formatName = "morphospace-session";
/// Far beyond any session, embedded manifolds included.
constexpr std::uintmax_t largestFile = 512U << 20U;

/// A plain text where it names no language.
json textJson(const LocalText& text)
{
    const auto& texts = text.byLanguage();
    if (texts.empty())
        return "";
    if (texts.size() == 1 && texts.begin()->first == anyLanguage)
        return texts.begin()->second;
    return texts;
}

LocalText readText(const json& value, const std::string& what)
{
    if (value.is_string())
        return value.get<std::string>();
    const char* const expected = "; expected a text, or an object of texts by language such as \"de\"";
    if (!value.is_object() || value.empty())
        throw Error(what + " is " + (value.is_object() ? "an empty object" : value.type_name())
                    + expected);
    std::map<std::string, std::string> texts;
    for (const auto& [language, text] : value.items()) {
        if (!isLanguageCode(language))
            throw Error(what + " is in the unknown language '" + language + "'" + expected);
        if (!text.is_string())
            throw Error(what + " in the language '" + language + "' is " + text.type_name()
                        + expected);
        texts[language] = text.get<std::string>();
    }
    return texts;
}

json lessonJson(const LessonPage& page)
{
    json object{{"title", textJson(page.title)}, {"text", textJson(page.text)}};
    if (!page.locked.empty())
        object["locked"] = page.locked;
    if (!page.hidden.empty())
        object["hidden"] = page.hidden;
    if (!page.highlight.empty())
        object["highlight"] = page.highlight;
    if (page.question) {
        json choices = json::array();
        for (const LocalText& choice : page.question->choices)
            choices.push_back(textJson(choice));
        object["question"] = {{"text", textJson(page.question->text)},
                              {"choices", choices},
                              {"answer", page.question->answer},
                              {"explanation", textJson(page.question->explanation)}};
    }
    return object;
}

LessonPage readLesson(const json& object)
{
    const JsonFields fields(object, "the lesson's page",
                            {"title", "text", "locked", "hidden", "highlight", "question"});
    LessonPage page;
    page.title = readText(fields.get("title", "a text"), "the title of the page");
    page.text = readText(fields.get("text", "a text"), "the text of the page");
    if (fields.has("locked"))
        page.locked = fields.texts("locked");
    if (fields.has("hidden"))
        page.hidden = fields.texts("hidden");
    if (fields.has("highlight"))
        page.highlight = fields.text("highlight");
    if (fields.has("question")) {
        const JsonFields asked(fields.get("question", "a question"), "the question",
                               {"text", "choices", "answer", "explanation"});
        LessonQuestion question;
        question.text = readText(asked.get("text", "a text"), "the text of the question");
        for (const json& choice : asked.list("choices"))
            question.choices.push_back(
                readText(choice, "choice " + std::to_string(question.choices.size() + 1)));
        question.answer = asked.number("answer");
        question.explanation =
            readText(asked.get("explanation", "a text"), "the explanation of the question");
        page.question = std::move(question);
    }
    requireSound(page);
    return page;
}

json outcomeJson(const Outcome& outcome)
{
    return {{"weights", outcome.weights}, {"probe", outcome.probe},
            {"images", outcome.images},   {"correct", outcome.correct},
            {"data", outcome.data},       {"computed", outcome.computed}};
}

Outcome readOutcome(const json& object)
{
    const JsonFields fields(object, "the outcome",
                            {"weights", "probe", "images", "correct", "data", "computed"});
    Outcome outcome;
    outcome.weights = fields.text("weights");
    outcome.probe = fields.values("probe");
    outcome.images = fields.count("images");
    outcome.correct = fields.count("correct");
    outcome.data = fields.text("data");
    outcome.computed = fields.text("computed");
    if (outcome.correct > outcome.images)
        throw Error("the outcome has " + std::to_string(outcome.correct) + " correct of "
                    + std::to_string(outcome.images) + " images; expected no more than those");
    return outcome;
}

/// A file that a step refers to is known by its content.
void requireHash(const std::string& hash, const char* what)
{
    const bool hexadecimal = std::ranges::all_of(
        hash, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    if (hash.size() != 64 || !hexadecimal)
        throw Error("the hash '" + hash.substr(0, 70) + "' of " + what
                    + " is no SHA-256; expected 64 hexadecimal digits");
}

Action readReferring(const json& object)
{
    Action action = actionFromJson(object);
    if (const auto* open = std::get_if<OpenManifold>(&action))
        requireHash(open->manifold.hash, "the manifold");
    else if (const auto* zoo = std::get_if<OpenZoo>(&action))
        requireHash(zoo->zoo.hash, "the zoo");
    return action;
}

SessionStep readStep(const json& object)
{
    const JsonFields fields(object, "the step", {"do", "note", "lesson", "outcome"});
    SessionStep step;
    step.action = readReferring(fields.get("do", "an action"));
    if (fields.has("note"))
        step.note = fields.text("note");
    if (fields.has("lesson"))
        step.lesson = readLesson(fields.get("lesson", "a page"));
    if (fields.has("outcome"))
        step.outcome = readOutcome(fields.get("outcome", "what was measured"));
    return step;
}

json stepJson(const SessionStep& step)
{
    json object{{"do", toJson(step.action)}};
    if (!step.note.empty())
        object["note"] = step.note;
    if (step.lesson)
        object["lesson"] = lessonJson(*step.lesson);
    if (step.outcome)
        object["outcome"] = outcomeJson(*step.outcome);
    return object;
}

template <class Read> void readList(const json& list, const char* what, Read read)
{
    std::size_t number = 0;
    for (const json& entry : list) {
        ++number;
        try {
            read(entry);
        } catch (const Error& error) {
            throw Error(std::string(what) + " " + std::to_string(number) + ": " + error.what());
        }
    }
}

/// Version 0, before there was an object around it: a list of actions.
SessionDocument readActions(const json& list)
{
    SessionDocument document;
    readList(list, "action", [&document](const json& entry) {
        document.steps.push_back({readReferring(entry), {}, {}, {}});
    });
    document.position = document.steps.size();
    return document;
}

void requireVersion(const json& object)
{
    const auto format = object.find("format");
    if (format == object.end() || *format != formatName)
        throw Error("this is not a session; expected an object with \"format\": \""
                    + std::string(formatName) + "\"");
    const auto version = object.find("version");
    if (version == object.end() || !version->is_number_unsigned()
        || version->get<std::uint64_t>() < 1)
        throw Error("the session has no version; expected \"version\": 1 to "
                    + std::to_string(sessionVersion));
    if (version->get<std::uint64_t>() > std::uint64_t(sessionVersion))
        throw Error("the session is of version " + std::to_string(version->get<std::uint64_t>())
                    + ", made by a newer Morphospace; expected "
                    + (sessionVersion > 1 ? "1 to " : "") + std::to_string(sessionVersion));
}

} // namespace

bool SessionDocument::isLesson() const
{
    return std::ranges::any_of(steps, [](const SessionStep& step) { return step.lesson.has_value(); });
}

json sessionJson(const SessionDocument& document)
{
    const bool hasZoo = std::ranges::any_of(
        document.steps, [](const SessionStep& step) { return isZooAction(step.action); });
    json object{{"format", formatName},
                {"version", hasZoo ? sessionVersion : 1},
                {"title", textJson(document.title)},
                {"position", document.position},
                {"steps", json::array()}};
    for (const SessionStep& step : document.steps)
        object["steps"].push_back(stepJson(step));
    if (!document.data.empty()) {
        object["data"] = json::array();
        for (const DataReference& data : document.data)
            object["data"].push_back({{"name", data.name}, {"hash", data.hash}});
    }
    for (const auto& [hash, bytes] : document.embedded)
        object["embedded"][hash] = toBase64(bytes);
    if (!document.layout.empty())
        object["layout"] = document.layout;
    return object;
}

std::string sessionText(const SessionDocument& document)
{
    // Notes typed by a person may hold broken UTF-8; replacing it beats losing the session.
    return sessionJson(document).dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

SessionDocument sessionFromJson(const json& object)
{
    SessionDocument document;
    if (object.is_array()) {
        document = readActions(object);
    } else {
        if (!object.is_object())
            throw Error(std::string("this is not a session but ") + object.type_name()
                        + "; expected an object or a list of actions");
        requireVersion(object);
        const JsonFields fields(object, "the session",
                                {"format", "version", "title", "position", "steps", "data",
                                 "embedded", "layout"});
        document.title = readText(fields.get("title", "a text"), "the title of the session");
        document.position = std::size_t(fields.count("position"));
        readList(fields.list("steps"), "step",
                 [&](const json& entry) { document.steps.push_back(readStep(entry)); });
        if (fields.has("data"))
            readList(fields.list("data"), "data set", [&](const json& entry) {
                const JsonFields data(entry, "the data set", {"name", "hash"});
                document.data.push_back({data.text("name"), data.text("hash")});
            });
        if (fields.has("embedded")) {
            const json& embedded = fields.get("embedded", "manifolds by hash");
            if (!embedded.is_object())
                throw Error("the field 'embedded' of the session is no object; expected manifold"
                            " files by hash");
            for (const auto& [hash, text] : embedded.items()) {
                std::string bytes =
                    text.is_string() ? fromBase64(text.get_ref<const std::string&>()) : "";
                if (sha256(std::as_bytes(std::span(bytes))) != hash)
                    throw Error("the embedded manifold " + hash.substr(0, 12)
                                + " does not have this hash; expected the file unchanged");
                document.embedded[hash] = std::move(bytes);
            }
        }
        if (fields.has("layout"))
            document.layout = fields.text("layout");
    }
    if (document.position > document.steps.size())
        throw Error("the position " + std::to_string(document.position) + " is behind the last of "
                    + std::to_string(document.steps.size()) + " steps");
    // Applying every step finds what reading alone cannot: a width outside its range.
    (void)Journal(document.steps, document.position);
    return document;
}

SessionDocument sessionFromText(std::string_view text)
{
    const json object = parseJson(text, "a session");
    return sessionFromJson(object);
}

SessionDocument readSession(const std::filesystem::path& file)
{
    const std::string text = readTextFile(file, largestFile, "a session");
    try {
        return sessionFromText(text);
    } catch (const Error& error) {
        throw fileError(file, "", error.what());
    }
}

void writeSession(const SessionDocument& document, const std::filesystem::path& file)
{
    writeFileAtomically(file, sessionText(document));
}

} // namespace morphospace
