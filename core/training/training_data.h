// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/image_set.h"
#include "core/networks/network.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

// For .cpp files that see LibTorch only.

namespace morphospace {

/// Training images in a shuffled order that only the seed and the step decide.
class TrainingData {
public:
    TrainingData(std::shared_ptr<const ImageSet> images, InputScaling scaling, int batch,
                 std::uint64_t seed);

    struct Batch {
        at::Tensor images;   ///< N x C x S x S
        at::Tensor labels;   ///< N
        at::Tensor indices;  ///< N, into the set
    };
    [[nodiscard]] Batch batch(int step);
    /// Any images of the set, scaled.
    [[nodiscard]] at::Tensor scaled(std::span<const std::size_t> which) const;
    [[nodiscard]] int stepsPerEpoch() const;
    [[nodiscard]] const ImageSet& images() const { return *m_images; }
    [[nodiscard]] const InputScaling& scaling() const { return m_scaling; }

private:
    std::shared_ptr<const ImageSet> m_images;
    InputScaling m_scaling;
    int m_batch;
    std::uint64_t m_seed;
    int m_epoch = -1;
    std::vector<std::size_t> m_order;
};

/// Mean and deviation of all pixels / 255, a channel each.
[[nodiscard]] InputScaling scalingOf(const ImageSet& images);

} // namespace morphospace
