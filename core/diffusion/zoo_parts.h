// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diffusion/adaptation.h"
#include "core/diffusion/base_file.h"
#include "core/diffusion/zoo.h"

// For .cpp files that see LibTorch only.

namespace morphospace {

/// What a .zoo file holds.
struct TypefaceZoo::Parts {
    Denoiser base;
    PackedOnce packed; ///< the base, once something is drawn: it changes no more from then on
    AdapterLayout layout;
    WeightSpace space;
    Matrix coefficients;
    std::vector<ZooMember> members;
    std::vector<ZooLeftOut> leftOut;
    std::map<std::string, Calibration> calibrations;
    std::map<std::string, std::string> metadata; ///< recipe, sources ...: kept as they are
    std::string hash;
};

/// Base and components in half precision, everything else in single.
std::string writeZoo(const TypefaceZoo::Parts& parts, const std::filesystem::path& file);
[[nodiscard]] TypefaceZoo::Parts readZooParts(const std::filesystem::path& file);

} // namespace morphospace
