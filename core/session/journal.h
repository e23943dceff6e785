// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/action.h"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace morphospace {

/// The list of steps a session is made of, with a position in it: undo and redo move the position,
/// a new action cuts off what lies behind it. The state is always the steps up to the position
/// applied to the initial state.
class Journal {
public:
    struct Step {
        Action action;
        SessionState after;
        std::string words;
    };

    explicit Journal(SessionState initial = {});

    /// Applies and records. With `merge` (a drag is under way) it replaces the last step where
    /// merged() allows. An action that changes nothing is not recorded. Throws Error, unchanged.
    /// Returns whether the state changed.
    bool record(const Action& action, bool merge = false);

    [[nodiscard]] const SessionState& state() const;
    [[nodiscard]] const std::vector<Step>& steps() const { return m_steps; }
    [[nodiscard]] std::size_t position() const { return m_position; }  ///< steps applied
    [[nodiscard]] bool canUndo() const { return m_position > 0; }
    [[nodiscard]] bool canRedo() const { return m_position < m_steps.size(); }
    /// Moves to having `position` steps applied (clamped).
    void moveTo(std::size_t position);

private:
    SessionState m_initial;
    std::vector<Step> m_steps;
    std::size_t m_position = 0;
};

/// A script: a JSON array of actions, as `replay` and the window read it. Throws Error naming the
/// file, the number of the action (the first is 1) and what was expected.
[[nodiscard]] std::vector<Action> readScript(const std::filesystem::path& file);

} // namespace morphospace
