// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/lesson.h"

#include "core/base/error.h"

#include <algorithm>

namespace morphospace {

const std::vector<std::string_view>& lessonControls()
{
    static const std::vector<std::string_view> controls{
        "width",    "depth",    "stages",   "averaging", "pin",   "full-size", "inspector",
        "diagram",  "accuracy", "by-class", "images",    "chart", "sweep",
        "weights",  "travel",   "jitter",   "smoothness", "landscape", "measure"};
    return controls;
}

void requireSound(const LessonPage& page)
{
    if (page.title.empty())
        throw Error("a page of a lesson has no title; expected a few words");
    const std::string name = "the page '" + page.title.in("en") + "'";
    const auto requireControl = [&name](const std::string& control) {
        const auto& controls = lessonControls();
        if (std::ranges::find(controls, control) != controls.end())
            return;
        std::string known;
        for (const std::string_view one : controls)
            known.append(known.empty() ? "" : ", ").append(one);
        throw Error(name + " names the unknown control '" + control + "'; expected one of " + known);
    };
    std::ranges::for_each(page.locked, requireControl);
    std::ranges::for_each(page.hidden, requireControl);
    if (!page.highlight.empty()) {
        requireControl(page.highlight);
        if (std::ranges::find(page.hidden, page.highlight) != page.hidden.end())
            throw Error(name + " points at the control '" + page.highlight
                        + "' that it hides; expected one that is shown");
    }
    if (!page.question)
        return;
    const LessonQuestion& question = *page.question;
    if (question.text.empty() || question.choices.size() < 2 || question.choices.size() > 6)
        throw Error("the question of the page '" + page.title.in("en") + "' has "
                    + (question.text.empty() ? "no text and " : "")
                    + std::to_string(question.choices.size())
                    + " choices; expected a text and two to six choices");
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
        if (question.choices[i].empty())
            throw Error("choice " + std::to_string(i + 1) + " of the question of the page '"
                        + page.title.in("en") + "' is empty; expected a few words");
    }
    if (question.answer < 0 || std::size_t(question.answer) >= question.choices.size())
        throw Error("the answer of the page '" + page.title.in("en") + "' is choice "
                    + std::to_string(question.answer) + "; expected 0 to "
                    + std::to_string(question.choices.size() - 1));
}

} // namespace morphospace
