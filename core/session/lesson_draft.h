// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session_file.h"

#include <cstddef>
#include <vector>

namespace morphospace {

/// The steps `first` up to, not including, `end` of a session that belong to one page.
struct PageSpan {
    std::size_t first = 0;
    std::size_t end = 0;

    bool operator==(const PageSpan&) const = default;
};

/// Pages of a lesson in order: each begins at a step that has one and ends before the next. Steps
/// before the first page belong to none.
[[nodiscard]] std::vector<PageSpan> pageSpans(const std::vector<SessionStep>& steps);

/// Actions that lead from one state to the other, as few as there are differences; none where they
/// are equal.
[[nodiscard]] std::vector<Action> bridge(const SessionState& from, const SessionState& to);

/// A page while a lesson is being written: what it says, what is done on it, and the state that
/// its steps begin at, which holds wherever the page is moved to.
struct DraftPage {
    LessonPage page;
    std::vector<SessionStep> steps;
    SessionState start;

    bool operator==(const DraftPage&) const = default;
    /// Throws Error where a step cannot be applied.
    [[nodiscard]] SessionState end() const;
};

/// A lesson while it is being written.
struct LessonDraft {
    LocalText title;
    std::vector<SessionStep> before;      ///< steps of no page
    std::vector<DraftPage> pages;
    std::vector<DataReference> data;
    std::map<std::string, std::string> embedded;
    std::string layout;

    bool operator==(const LessonDraft&) const = default;
};

/// A session cut into pages: at the pages it has; where it has none, a page for each step that
/// changes what is sampled, named by the step's words and holding its note.
[[nodiscard]] LessonDraft draftOf(const SessionDocument& document);

/// The lesson as a session. Between pages that do not follow each other any more the actions of
/// bridge() are put in, and a page without steps gets one that changes nothing. The position is the end
/// of the first page.
/// Throws Error naming the page that is not sound or whose steps cannot be applied.
[[nodiscard]] SessionDocument documentOf(const LessonDraft& draft);

/// Splits a page before its step `step`; the new page has the title given. Nothing happens at the
/// first step or behind the last.
void splitPage(LessonDraft& draft, std::size_t page, std::size_t step, const LocalText& title);
/// Joins a page with the one before it, whose title, controls and question stay; texts follow each
/// other. Nothing happens at the first page.
void joinPage(LessonDraft& draft, std::size_t page);

} // namespace morphospace
