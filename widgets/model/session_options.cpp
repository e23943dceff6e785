// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/model/session_options.h"

namespace morphospace {

std::string shownOption(const SessionModel& session, const char* name)
{
    return optionValue(session.state(), name);
}

void chooseOption(SessionModel& session, const char* name, const std::string& value)
{
    if (shownOption(session, name) != value) {
        session.perform(SetOption{name, value});
    }
}

} // namespace morphospace
