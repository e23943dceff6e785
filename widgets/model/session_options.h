// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/model/session_model.h"

#include <string>

namespace morphospace {

/// How a page shows things now: one of sessionOptions().
[[nodiscard]] std::string shownOption(const SessionModel& session, const char* name);
/// Makes it another one by a step of the session; nothing where it is that already.
void chooseOption(SessionModel& session, const char* name, const std::string& value);

} // namespace morphospace
