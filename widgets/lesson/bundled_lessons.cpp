// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lesson/bundled_lessons.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/session/lesson_draft.h"

#include <algorithm>

namespace morphospace {

const std::vector<BundledLesson>& bundledLessons()
{
    static const std::vector<BundledLesson> lessons = [] {
        std::vector<BundledLesson> list;
        std::vector<std::filesystem::path> files;
        try {
            std::error_code missing;
            for (const auto& entry :
                 std::filesystem::directory_iterator(resourceFolder() / "lessons", missing)) {
                if (entry.path().extension() == sessionEnding) {
                    files.push_back(entry.path());
                }
            }
        } catch (const Error&) {
            // A program without its resources still opens files.
        }
        std::sort(files.begin(), files.end());
        for (const auto& file : files) {
            try {
                const SessionDocument lesson = readSession(file);
                const auto pages = int(pageSpans(lesson.steps).size());
                if (pages > 0) {
                    list.push_back({lesson.title, file, pages});
                }
            } catch (const Error&) {
                // The menu leaves it out; opened as a file it says what is wrong.
            }
        }
        return list;
    }();
    return lessons;
}

} // namespace morphospace
