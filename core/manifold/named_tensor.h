// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <string>

namespace morphospace {

/// For .cpp files that see LibTorch only.
struct NamedTensor {
    std::string name;
    at::Tensor tensor;
};

} // namespace morphospace
