// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/model/session_model.h"

#include <string>

namespace morphospace {

/// The value of one of sessionOptions().
[[nodiscard]] inline std::string optionOf(const SessionModel& session, const char* name)
{
    return optionValue(session.state(), name);
}

/// A step of the session, where the value is another one.
inline void chooseOption(SessionModel& session, const char* name, const std::string& value)
{
    if (optionOf(session, name) != value) {
        session.perform(SetOption{name, value});
    }
}

} // namespace morphospace
