// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/smoothness/orders.h"

#include <vector>

namespace morphospace {

/// A value for each channel: its coordinate along the first principal component.
[[nodiscard]] std::vector<double> firstComponent(const ChannelVectors& channels);

/// A value for each point: the eigenvector to the second smallest eigenvalue of the Laplacian of
/// the similarities (largest distance) - (distance).
[[nodiscard]] std::vector<double> fiedlerVector(const DistanceMatrix& distances);

} // namespace morphospace
