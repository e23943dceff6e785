// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/manifold.h"

namespace morphospace {

/// What was measured of a sample when the manifold was trained; null where nothing was. It lives as
/// long as the manifold.
[[nodiscard]] const Measurement* recordedAt(const Manifold& manifold,
                                            const Configuration& configuration, int averaging);

} // namespace morphospace
