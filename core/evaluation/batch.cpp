// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/batch.h"

#include <torch/types.h>
#include <torch/utils.h>

namespace morphospace {

at::Tensor imageBatch(const ImageSet& images, std::span<const std::size_t> which,
                      const InputScaling& scaling)
{
    at::Tensor batch = torch::empty(
        {std::int64_t(which.size()), images.channels, images.height, images.width});
    float* to = batch.data_ptr<float>();
    const std::size_t plane = std::size_t(images.height) * std::size_t(images.width);
    for (const std::size_t index : which) {
        const std::span<const std::uint8_t> pixels = images.image(index);
        for (std::size_t channel = 0; channel < std::size_t(images.channels); ++channel) {
            const float factor = 1.0F / (255.0F * scaling.deviation[channel]);
            const float offset = scaling.mean[channel] / scaling.deviation[channel];
            for (std::size_t i = 0; i < plane; ++i)
                *to++ = float(pixels[channel * plane + i]) * factor - offset;
        }
    }
    return batch;
}

} // namespace morphospace
