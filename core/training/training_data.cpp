// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_data.h"

#include "core/evaluation/batch.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace morphospace {

TrainingData::TrainingData(std::shared_ptr<const ImageSet> images, InputScaling scaling, int batch,
                           std::uint64_t seed)
    : m_images(std::move(images)), m_scaling(std::move(scaling)),
      m_batch(static_cast<int>(std::min<std::size_t>(std::size_t(batch), m_images->size()))),
      m_seed(seed), m_order(m_images->size())
{
}

int TrainingData::stepsPerEpoch() const
{
    return static_cast<int>(m_images->size()) / m_batch;
}

at::Tensor TrainingData::scaled(std::span<const std::size_t> which) const
{
    return imageBatch(*m_images, which, m_scaling);
}

TrainingData::Batch TrainingData::batch(int step)
{
    const int epoch = step / stepsPerEpoch();
    if (epoch != m_epoch) {
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
        std::mt19937_64 random(m_seed * 7919 + std::uint64_t(epoch));
        for (std::size_t i = m_order.size(); i > 1; --i)
            std::swap(m_order[i - 1], m_order[random() % i]);
        m_epoch = epoch;
    }
    const std::span which =
        std::span(m_order).subspan(std::size_t(step % stepsPerEpoch()) * std::size_t(m_batch),
                                   std::size_t(m_batch));
    std::vector<std::int64_t> labels;
    std::vector<std::int64_t> indices(which.begin(), which.end());
    for (const std::size_t index : which)
        labels.push_back(m_images->labels[index]);
    return {imageBatch(*m_images, which, m_scaling), torch::tensor(labels),
            torch::tensor(indices)};
}

InputScaling scalingOf(const ImageSet& images)
{
    InputScaling scaling;
    const std::size_t plane = std::size_t(images.height) * std::size_t(images.width);
    for (std::size_t channel = 0; channel < std::size_t(images.channels); ++channel) {
        double sum = 0;
        double squares = 0;
        for (std::size_t i = 0; i < images.size(); ++i) {
            for (const std::uint8_t pixel : images.image(i).subspan(channel * plane, plane)) {
                sum += pixel;
                squares += double(pixel) * pixel;
            }
        }
        const double count = double(images.size()) * double(plane);
        const double mean = sum / count;
        scaling.mean.push_back(static_cast<float>(mean / 255));
        scaling.deviation.push_back(static_cast<float>(
            std::sqrt(std::max(squares / count - mean * mean, 1e-4)) / 255));
    }
    return scaling;
}

} // namespace morphospace
