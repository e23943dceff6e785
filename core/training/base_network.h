// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/image_set.h"
#include "core/manifold/manifold.h"
#include "core/networks/forward.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <stop_token>
#include <string>

// For .cpp files that see LibTorch only.

namespace morphospace {

/// A trained network of one size: what a manifold is built around.
struct BaseNetwork {
    Family family;         ///< its own size is the full size
    SlotTensors slots;     ///< with normalisation, unless it was stored folded
    InputScaling scaling;
};

/// Reads a base from a checkpoint (see readNetworkCheckpoint). `otherwise` is the scaling of a
/// checkpoint that tells none. Throws Error for what is no such network.
[[nodiscard]] BaseNetwork readBase(const std::filesystem::path& file,
                                   const InputScaling& otherwise);
/// Writes it by PyTorch's names, normalisation included, so that readBase() and PyTorch read it.
void writeBase(const BaseNetwork& base, const std::map<std::string, std::string>& provenance,
               const std::filesystem::path& file);

[[nodiscard]] Network foldedNetwork(const Family& family, const Configuration& size,
                                    const SlotTensors& slots);

/// Measures a network that is no sample of a manifold on all images.
[[nodiscard]] Measurement measureNetwork(const Network& network, const InputScaling& scaling,
                                         std::shared_ptr<const ImageSet> images,
                                         std::uint64_t seed, std::string source,
                                         std::stop_token stop);

/// Largest difference of class scores over the scores' own scale, on the first 200 images of the
/// set.
[[nodiscard]] double outputDifference(const Network& before, const Network& after,
                                      const InputScaling& scaling, const ImageSet& images);

} // namespace morphospace
