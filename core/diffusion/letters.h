// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/typefaces.h"

#include <ATen/core/Tensor.h>

#include <vector>

// For .cpp files that see LibTorch only.

namespace morphospace {

/// The letters of many faces: uint8 [faces, 52, 784], ink is 255.
[[nodiscard]] at::Tensor letterBytes(const std::vector<Typeface>& faces);
/// Bytes to what the denoiser sees: float32 in [-1, 1], paper is -1.
[[nodiscard]] at::Tensor scaledLetters(const at::Tensor& bytes);
/// The other way, rounded: uint8.
[[nodiscard]] at::Tensor letterBytes(const at::Tensor& scaled);

} // namespace morphospace
