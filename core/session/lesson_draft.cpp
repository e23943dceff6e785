// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/lesson_draft.h"

#include "core/base/error.h"

#include <algorithm>

namespace morphospace {

namespace {

/// A step that shows what is shown: pages may stand on one and the same state.
SessionStep restingStep(const SessionState& state)
{
    return {ShowPage{state.page}, {}, {}, {}};
}

SessionState after(SessionState state, const std::vector<SessionStep>& steps)
{
    for (const SessionStep& step : steps)
        state = morphospace::apply(state, step.action);
    return state;
}

bool isResting(const SessionStep& step, const SessionState& before)
{
    return std::holds_alternative<ShowPage>(step.action) && step.note.empty() && !step.outcome
        && morphospace::apply(before, step.action) == before;
}

/// The page of a step that has none: its words for the title, its note for the text.
LessonPage pageOf(const Journal::Step& step)
{
    LessonPage page;
    page.title = step.words;
    page.text = step.note;
    return page;
}

std::string nameOf(const LessonDraft& draft, std::size_t page)
{
    return "page " + std::to_string(page + 1) + " ('" + draft.pages[page].page.title.in("en") + "')";
}

} // namespace

std::vector<PageSpan> pageSpans(const std::vector<SessionStep>& steps)
{
    std::vector<PageSpan> spans;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (!steps[i].lesson)
            continue;
        if (!spans.empty())
            spans.back().end = i;
        spans.push_back({i, steps.size()});
    }
    return spans;
}

std::vector<Action> bridge(const SessionState& from, const SessionState& to)
{
    std::vector<Action> actions;
    SessionState state = from;
    const auto add = [&](Action action) {
        SessionState next = morphospace::apply(state, action);
        if (next != state) {
            state = std::move(next);
            actions.push_back(std::move(action));
        }
    };
    if (to.manifold && state.manifold != to.manifold)
        add(OpenManifold{*to.manifold});
    if (state.pinned != to.pinned) {
        if (to.pinned) {
            add(SetConfiguration{*to.pinned});
            add(PinSample{});
        } else {
            add(UnpinSample{});
        }
    }
    if (to.manifold)
        add(SetConfiguration{to.current});
    add(SetAveraging{to.averaging});
    if (to.zoo) {
        if (!state.zoo || state.zoo->zoo != to.zoo->zoo)
            add(OpenZoo{to.zoo->zoo});
        const auto addModel = [&](const ZooModel& model) {
            // Where one stands already a sample would lose its pushes.
            if (state.zoo->current.place != model.place)
                add(SetPlace{model.place});
            for (const std::string& name : directionNames(*to.zoo)) {
                const auto push = model.pushes.find(name);
                add(SetDirection{name, push == model.pushes.end() ? 0 : push->second});
            }
            add(SetInjection{model.from});
        };
        if (state.zoo->made != to.zoo->made) {
            for (const MadeDirection& made : std::vector(state.zoo->made))
                add(RemoveDirection{made.name});
            for (const MadeDirection& made : to.zoo->made)
                add(MakeDirection{made});
        }
        for (const std::string& name : directionNames(*to.zoo)) {
            const auto of = to.zoo->independent.find(name);
            add(SetIndependent{name, of == to.zoo->independent.end() ? std::vector<std::string>()
                                                                     : of->second});
        }
        add(MarkMembers{"A", to.zoo->groupA});
        add(MarkMembers{"B", to.zoo->groupB});
        add(SetWord{to.zoo->word});
        add(SetNoise{to.zoo->seed});
        if (state.zoo->pinned != to.zoo->pinned) {
            if (to.zoo->pinned) {
                addModel(*to.zoo->pinned);
                add(PinModel{});
            } else {
                add(UnpinModel{});
            }
        }
        addModel(to.zoo->current);
    }
    for (const SessionOption& option : sessionOptions())
        add(SetOption{std::string(option.name), optionValue(to, option.name)});
    add(ShowPage{to.page});
    return actions;
}

SessionState DraftPage::end() const
{
    return after(start, steps);
}

LessonDraft draftOf(const SessionDocument& document)
{
    const Journal journal(document.steps, document.steps.size());
    LessonDraft draft;
    draft.title = document.title;
    draft.data = document.data;
    draft.embedded = document.embedded;
    draft.layout = document.layout;
    const bool isLesson = document.isLesson();
    for (std::size_t i = 0; i < journal.steps().size(); ++i) {
        const Journal::Step& step = journal.steps()[i];
        // How a page shows things belongs to what was done before.
        if (isLesson ? step.lesson.has_value() : !isViewAction(step.action))
            draft.pages.push_back({isLesson ? *step.lesson : pageOf(step), {}, journal.stateAt(i)});
        SessionStep kept = step;
        kept.lesson.reset();
        (draft.pages.empty() ? draft.before : draft.pages.back().steps).push_back(std::move(kept));
    }
    for (DraftPage& page : draft.pages) {
        // What documentOf() puts in for a page without steps.
        if (page.steps.size() == 1 && isResting(page.steps.front(), page.start))
            page.steps.clear();
    }
    return draft;
}

SessionDocument documentOf(const LessonDraft& draft)
{
    if (draft.pages.empty())
        throw Error("the lesson has no page; expected one at least");
    SessionDocument document;
    document.title = draft.title;
    document.data = draft.data;
    document.embedded = draft.embedded;
    document.layout = draft.layout;
    document.steps = draft.before;
    SessionState state = after({}, draft.before);
    for (std::size_t i = 0; i < draft.pages.size(); ++i) {
        const DraftPage& page = draft.pages[i];
        const std::size_t first = document.steps.size();
        try {
            requireSound(page.page);
            for (Action& action : bridge(state, page.start))
                document.steps.push_back({std::move(action), {}, {}, {}});
            document.steps.insert(document.steps.end(), page.steps.begin(), page.steps.end());
            if (document.steps.size() == first)
                document.steps.push_back(restingStep(page.start));
            state = page.end();
        } catch (const Error& error) {
            throw Error(nameOf(draft, i) + ": " + error.what());
        }
        document.steps[first].lesson = page.page;
    }
    document.position = pageSpans(document.steps).front().end;
    return document;
}

void splitPage(LessonDraft& draft, std::size_t page, std::size_t step, const LocalText& title)
{
    if (page >= draft.pages.size() || step == 0 || step >= draft.pages[page].steps.size())
        return;
    DraftPage& whole = draft.pages[page];
    const auto cut = whole.steps.begin() + std::ptrdiff_t(step);
    DraftPage second;
    second.page.title = title;
    second.steps.assign(cut, whole.steps.end());
    whole.steps.erase(cut, whole.steps.end());
    second.start = whole.end();
    draft.pages.insert(draft.pages.begin() + std::ptrdiff_t(page) + 1, std::move(second));
}

void joinPage(LessonDraft& draft, std::size_t page)
{
    if (page == 0 || page >= draft.pages.size())
        return;
    DraftPage& first = draft.pages[page - 1];
    DraftPage& second = draft.pages[page];
    for (Action& action : bridge(first.end(), second.start))
        first.steps.push_back({std::move(action), {}, {}, {}});
    first.steps.insert(first.steps.end(), second.steps.begin(), second.steps.end());
    for (const auto& [language, text] : second.page.text.byLanguage()) {
        const auto& texts = first.page.text.byLanguage();
        const auto before = texts.find(language);
        first.page.text.set(language,
                            before == texts.end() ? text : before->second + "\n\n" + text);
    }
    draft.pages.erase(draft.pages.begin() + std::ptrdiff_t(page));
}

} // namespace morphospace
