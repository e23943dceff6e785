// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/local_text.h"

#include <QString>

namespace morphospace {

/// Code of the language that the window speaks, such as "en" or "de_AT".
[[nodiscard]] std::string windowLanguage();

/// A text in the language of the window, or in the one that it has.
[[nodiscard]] QString localWords(const LocalText& text);

} // namespace morphospace
