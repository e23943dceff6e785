// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/session/session_file.h"
#include "random_actions.h"

#include <algorithm>
#include <span>

namespace morphospace {

inline std::string randomText(std::mt19937_64& random)
{
    static const char* const pieces[] = {"width", "\"quoted\"", "Grüße", "\n", "\\", "数字", "</x>", " "};
    std::string text;
    for (std::size_t i = random() % 6; i > 0; --i)
        text += pieces[random() % std::size(pieces)];
    return text;
}

/// In no language that is named, or in some.
inline LocalText randomLocalText(std::mt19937_64& random, const std::string& beginning = {})
{
    if (random() % 2)
        return beginning + randomText(random);
    return std::map<std::string, std::string>{{"en", beginning + randomText(random)},
                                              {"de-AT", beginning + randomText(random)}};
}

inline LessonPage randomPage(std::mt19937_64& random)
{
    const auto& controls = lessonControls();
    LessonPage page;
    page.title = randomLocalText(random, "title");
    page.text = randomLocalText(random);
    for (std::size_t i = random() % 3; i > 0; --i)
        page.locked.emplace_back(controls[random() % controls.size()]);
    for (std::size_t i = random() % 3; i > 0; --i)
        page.hidden.emplace_back(controls[random() % controls.size()]);
    if (random() % 2)
        page.highlight = controls[random() % controls.size()];
    if (std::ranges::find(page.hidden, page.highlight) != page.hidden.end())
        page.highlight.clear();
    if (random() % 2)
        page.question = LessonQuestion{"why?", {"a", randomLocalText(random, "b"), "c"},
                                       int(random() % 3), randomLocalText(random)};
    return page;
}

/// A document with every field of every step set now and then, its steps applicable.
inline SessionDocument randomDocument(std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    Journal journal;
    journal.record(OpenManifold{resNetReference()});
    if (seed % 2)
        journal.record(OpenZoo{zooReference()});
    for (int i = 0; i < 60; ++i) {
        try {
            journal.record(randomAction(random), random() % 2);
        } catch (const std::exception&) {
            continue; // an illegal one
        }
        const std::size_t last = journal.steps().size() - 1;
        if (random() % 3 == 0)
            journal.setNote(last, randomText(random));
        if (random() % 4 == 0)
            journal.setLesson(last, randomPage(random));
        if (random() % 4 == 0) {
            Outcome outcome{std::string(64, 'c'), {}, 9982, std::int64_t(random() % 9983),
                            std::string(64, 'd'), "computed"};
            for (int k = 0; k < 32; ++k)
                outcome.probe.push_back(float(double(random()) * 1e-19 - 0.5));
            journal.setOutcome(last, outcome);
        }
    }
    SessionDocument document;
    document.title = randomLocalText(random);
    document.steps.assign(journal.steps().begin(), journal.steps().end());
    document.position = random() % (document.steps.size() + 1);
    document.data = {{"glyphs", std::string(64, 'd')}, {"mnist", std::string(64, 'e')}};
    std::string bytes;
    for (std::size_t i = random() % 100; i > 0; --i)
        bytes += char(random());
    document.embedded[sha256(std::as_bytes(std::span(bytes)))] = bytes;
    document.layout = "AAAA/w==";
    return document;
}

} // namespace morphospace
