// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/configuration.h"

#include <QString>

namespace morphospace {

/// A size as people read it, wherever the window and its figures name one: "16-32-64 × 3-3-3".
[[nodiscard]] QString sizeText(const Configuration& configuration);

} // namespace morphospace
