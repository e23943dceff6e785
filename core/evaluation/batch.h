// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/image_set.h"
#include "core/networks/network.h"

#include <ATen/core/Tensor.h>

#include <span>

// For .cpp files that see LibTorch only.

namespace morphospace {

/// Images as a network takes them: N x C x S x S float32, scaled.
[[nodiscard]] at::Tensor imageBatch(const ImageSet& images, std::span<const std::size_t> which,
                                    const InputScaling& scaling);

} // namespace morphospace
