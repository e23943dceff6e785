// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/lesson.h"

#include "core/base/error.h"

#include <algorithm>

namespace morphospace {

const std::vector<std::string_view>& lessonControls()
{
    static const std::vector<std::string_view> controls{
        "width",         "depth",     "stages",  "averaging", "pin",     "diagram", "accuracy",
        "images",        "by-class",  "chart",   "sweep",     "journal", "inspector",
        "export-figure", "export-checkpoint"};
    return controls;
}

void requireSound(const LessonPage& page)
{
    if (page.title.empty())
        throw Error("a page of a lesson has no title; expected a few words");
    const auto requireControl = [&page](const std::string& name) {
        const auto& controls = lessonControls();
        if (std::ranges::find(controls, name) != controls.end())
            return;
        std::string known;
        for (const std::string_view control : controls)
            known.append(known.empty() ? "" : ", ").append(control);
        throw Error("the page '" + page.title + "' names the unknown control '" + name
                    + "'; expected one of " + known);
    };
    std::ranges::for_each(page.locked, requireControl);
    std::ranges::for_each(page.hidden, requireControl);
    if (!page.highlight.empty())
        requireControl(page.highlight);
    if (!page.question)
        return;
    const LessonQuestion& question = *page.question;
    if (question.text.empty() || question.choices.size() < 2 || question.choices.size() > 6)
        throw Error("the question of the page '" + page.title + "' has "
                    + std::to_string(question.choices.size())
                    + " choices; expected a text and two to six choices");
    if (question.answer < 0 || std::size_t(question.answer) >= question.choices.size())
        throw Error("the answer of the page '" + page.title + "' is choice "
                    + std::to_string(question.answer) + "; expected 0 to "
                    + std::to_string(question.choices.size() - 1));
}

} // namespace morphospace
