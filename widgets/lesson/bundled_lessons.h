// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/local_text.h"

#include <filesystem>
#include <vector>

namespace morphospace {

/// A lesson that ships with the program.
struct BundledLesson {
    LocalText title;
    std::filesystem::path file;
    int pages = 0;
};

/// Those in the `lessons` folder of the resources, in the order of their files' names; those that
/// cannot be read are left out. Read once.
[[nodiscard]] const std::vector<BundledLesson>& bundledLessons();

} // namespace morphospace
