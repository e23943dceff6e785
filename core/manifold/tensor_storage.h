// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/safetensors.h"
#include "core/manifold/named_tensor.h"

#include <vector>

// For .cpp files that see LibTorch only.

namespace morphospace {

/// Adds the tensors under PREFIX + name as float32.
void store(StoredFile& file, const std::string& prefix, const std::vector<NamedTensor>& tensors);
/// Copies stored values into `tensors`, in place. Throws Error naming the tensor that is missing,
/// has another shape, or holds a value that is not finite.
void restore(const StoredFile& file, const std::string& prefix,
             const std::vector<NamedTensor>& tensors);

} // namespace morphospace
