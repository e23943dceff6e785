// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace morphospace {

Error fileError(const std::filesystem::path& file, std::string_view place, std::string_view problem,
                std::string_view expected)
{
    std::string message = file.filename().string();
    if (!place.empty())
        message.append(": at ").append(place);
    message.append(": ").append(problem);
    if (!expected.empty())
        message.append("; expected ").append(expected);
    return Error(message);
}

} // namespace morphospace
