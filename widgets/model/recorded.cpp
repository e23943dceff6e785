// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/model/recorded.h"

#include <algorithm>

namespace morphospace {

const Measurement* recordedAt(const Manifold& manifold, const Configuration& configuration,
                              int averaging)
{
    const auto found = std::find_if(manifold.recorded.begin(), manifold.recorded.end(),
                                    [&](const Measurement& measurement) {
                                        return measurement.configuration == configuration
                                            && measurement.averaging == averaging;
                                    });
    return found != manifold.recorded.end() ? &*found : nullptr;
}

} // namespace morphospace
