// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/journal.h"

#include "core/base/error.h"
#include "core/base/text_file.h"
#include "core/base/json_fields.h"

#include <algorithm>

namespace morphospace {

namespace {

/// Far beyond any script; keeps a wrong file from being read whole.
constexpr std::uintmax_t largestScript = 16 * 1024 * 1024;

} // namespace

Journal::Journal(SessionState initial) : m_initial(std::move(initial)) {}

Journal::Journal(std::vector<SessionStep> steps, std::size_t position, SessionState initial)
    : m_initial(std::move(initial))
{
    m_steps.reserve(steps.size());
    for (SessionStep& step : steps) {
        try {
            if (step.lesson)
                requireSound(*step.lesson);
            append(std::move(step));
        } catch (const Error& error) {
            throw Error("step " + std::to_string(m_steps.size() + 1) + ": " + error.what());
        }
    }
    moveTo(position);
}

void Journal::append(SessionStep step)
{
    const SessionState& before = stateAt(m_steps.size());
    SessionState after = morphospace::apply(before, step.action);
    std::string words = describe(step.action, before);
    m_steps.push_back({std::move(step), std::move(after), std::move(words)});
}

const SessionState& Journal::state() const
{
    return stateAt(m_position);
}

const SessionState& Journal::stateAt(std::size_t position) const
{
    return position == 0 ? m_initial : m_steps[position - 1].after;
}

bool Journal::record(const Action& action, bool merge)
{
    if (morphospace::apply(state(), action) == state())
        return false;
    std::size_t kept = m_position;
    SessionStep recorded;
    recorded.action = action;
    // Only the newest step can still be under way. A drag that comes back to where it began stays a
    // step, so that whoever follows the journal finds one step for one drag.
    if (merge && m_position > 0 && m_position == m_steps.size()) {
        if (std::optional<Action> both = merged(m_steps.back().action, action)) {
            recorded.action = std::move(*both);
            recorded.note = m_steps.back().note;
            --kept;
        }
    }
    const bool isPage = std::holds_alternative<ShowPage>(action);
    if (isPage && m_position > 0) {
        const Step& last = m_steps[m_position - 1];
        if (std::holds_alternative<ShowPage>(last.action) && last.note.empty() && !last.lesson)
            --kept;
    }
    std::vector<SessionStep> undone;
    if (isViewAction(action))
        undone.assign(m_steps.begin() + std::ptrdiff_t(m_position), m_steps.end());
    m_steps.erase(m_steps.begin() + std::ptrdiff_t(kept), m_steps.end());
    // Back on the page that one came from: nothing was turned.
    m_position = kept;
    if (!isPage || morphospace::apply(state(), action) != state())
        append(std::move(recorded));
    m_position = m_steps.size();
    for (SessionStep& step : undone)
        append(std::move(step));
    return true;
}

void Journal::moveTo(std::size_t position)
{
    m_position = std::min(position, m_steps.size());
}

void Journal::setNote(std::size_t index, std::string note)
{
    if (index < m_steps.size())
        m_steps[index].note = std::move(note);
}

void Journal::setOutcome(std::size_t index, std::optional<Outcome> outcome)
{
    if (index < m_steps.size())
        m_steps[index].outcome = std::move(outcome);
}

void Journal::setLesson(std::size_t index, std::optional<LessonPage> page)
{
    if (page)
        requireSound(*page);
    if (index < m_steps.size())
        m_steps[index].lesson = std::move(page);
}

bool isViewAction(const Action& action)
{
    return std::holds_alternative<ShowPage>(action) || std::holds_alternative<SetOption>(action);
}

std::vector<Action> readScript(const std::filesystem::path& file)
{
    const std::string text = readTextFile(file, largestScript, "a script of actions");
    nlohmann::json script;
    try {
        script = parseJson(text, "a list of actions");
    } catch (const Error& error) {
        throw fileError(file, "", error.what());
    }
    if (!script.is_array())
        throw fileError(file, "", std::string("the script is ") + script.type_name(),
                        "a list of actions");
    std::vector<Action> actions;
    actions.reserve(script.size());
    for (const nlohmann::json& entry : script) {
        try {
            actions.push_back(actionFromJson(entry));
        } catch (const Error& error) {
            throw fileError(file, "action " + std::to_string(actions.size() + 1), error.what());
        }
    }
    return actions;
}

} // namespace morphospace
