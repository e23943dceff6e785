// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

// For .cpp files that see LibTorch only.

namespace morphospace {

/// The to x from matrix that resamples an axis. Narrower: each new channel is the mean of the old
/// ones it covers, [c from/to, (c + 1) from/to) moved by `noise` (channels of the new size), parts
/// counted in proportion. Wider: linear interpolation between the middles. Same size and no noise:
/// the identity. Rows sum to one. Throws Error where the noise is not finite.
[[nodiscard]] at::Tensor resamplingMatrix(int from, int to, const at::Tensor& noise);

} // namespace morphospace
