// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diffusion/denoiser.h"

#include <filesystem>
#include <map>
#include <string>

// For .cpp files that see LibTorch only.

namespace morphospace {

struct DiffusionBase {
    Denoiser denoiser;
    std::map<std::string, std::string> metadata;
    std::string hash; ///< SHA-256 of the file
};

/// Writes shape, tensors and metadata as safetensors; returns the SHA-256.
std::string writeBase(const Denoiser& denoiser, std::map<std::string, std::string> metadata,
                      const std::filesystem::path& file);
/// Throws Error naming file, tensor and what was expected.
[[nodiscard]] DiffusionBase readBase(const std::filesystem::path& file);

} // namespace morphospace
