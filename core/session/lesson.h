// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/local_text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace morphospace {

/// A question with choices, one of which is right.
struct LessonQuestion {
    LocalText text;
    std::vector<LocalText> choices;     ///< two to six
    int answer = 0;                     ///< index of the right one
    LocalText explanation;              ///< shown once the right one was chosen

    bool operator==(const LessonQuestion&) const = default;
};

/// What a step of a session says to a class: a page of a lesson begins at each step that has one.
struct LessonPage {
    LocalText title;
    LocalText text;                     ///< Markdown
    std::vector<std::string> locked;    ///< controls of lessonControls() that cannot be used
    std::vector<std::string> hidden;    ///< and those that are not there
    std::string highlight;              ///< one control that is pointed at; empty: none
    std::optional<LessonQuestion> question;

    bool operator==(const LessonPage&) const = default;
};

/// Names of the controls that a lesson may lock, hide or point at.
[[nodiscard]] const std::vector<std::string_view>& lessonControls();

/// Throws Error where a page names an unknown control, has no title, points at a control that it
/// hides, or asks a question without a text, with an empty choice, or whose answer is none of its
/// choices.
void requireSound(const LessonPage& page);

} // namespace morphospace
