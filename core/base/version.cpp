// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/version.h"

namespace morphospace {

std::string programVersion()
{
    return MORPHOSPACE_VERSION;
}

} // namespace morphospace
