// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/action.h"
#include "core/session/lesson.h"
#include "core/session/outcome.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace morphospace {

/// A step of a session as it is kept: what was done, and what is said about it.
struct SessionStep {
    Action action;
    std::string note;                     ///< of the person, in words
    std::optional<LessonPage> lesson;     ///< a page of a lesson begins here
    std::optional<Outcome> outcome;       ///< measured after this step

    bool operator==(const SessionStep&) const = default;
};

/// The list of steps a session is made of, with a position in it: undo and redo move the position,
/// a new action cuts off what lies behind it. The state is always the steps up to the position
/// applied to the initial state.
class Journal {
public:
    struct Step : SessionStep {
        SessionState after;
        std::string words;
    };

    explicit Journal(SessionState initial = {});
    /// The steps of a session, `position` of them applied. Steps that change nothing stay: a lesson
    /// may have several pages on one state. Throws Error naming the step that cannot be applied.
    Journal(std::vector<SessionStep> steps, std::size_t position, SessionState initial = {});

    /// Applies and records. With `merge` (a drag is under way) it replaces the last step where
    /// merged() allows. An action that changes nothing is not recorded. Throws Error, unchanged.
    /// A change of the view alone (ShowPage, SetOption) never cuts off what was undone: it is put in
    /// before that; pages shown one after the other are one step. Returns whether the state changed.
    bool record(const Action& action, bool merge = false);

    [[nodiscard]] const SessionState& state() const;
    /// The state after `position` steps.
    [[nodiscard]] const SessionState& stateAt(std::size_t position) const;
    [[nodiscard]] const std::vector<Step>& steps() const { return m_steps; }
    [[nodiscard]] std::size_t position() const { return m_position; }  ///< steps applied
    [[nodiscard]] bool canUndo() const { return m_position > 0; }
    [[nodiscard]] bool canRedo() const { return m_position < m_steps.size(); }
    /// Moves to having `position` steps applied (clamped).
    void moveTo(std::size_t position);

    /// What is said about step `index` (the first is 0); an index past the end changes nothing.
    void setNote(std::size_t index, std::string note);
    void setOutcome(std::size_t index, std::optional<Outcome> outcome);
    /// Throws Error for a page that is not sound.
    void setLesson(std::size_t index, std::optional<LessonPage> page);

private:
    void append(SessionStep step);

    SessionState m_initial;
    std::vector<Step> m_steps;
    std::size_t m_position = 0;
};

/// Whether an action changes only what is shown, not what is sampled.
[[nodiscard]] bool isViewAction(const Action& action);

/// A script: a JSON array of actions, as `replay` and the window read it. Throws Error naming the
/// file, the number of the action (the first is 1) and what was expected.
[[nodiscard]] std::vector<Action> readScript(const std::filesystem::path& file);

} // namespace morphospace
