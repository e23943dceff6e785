// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/noise_images.h"

#include <random>

namespace morphospace {

std::shared_ptr<const ImageSet> noiseImages(const Family& family, std::size_t count)
{
    auto images = std::make_shared<ImageSet>();
    images->name = "noise";
    images->channels = family.imageChannels;
    images->height = family.imageSize;
    images->width = family.imageSize;
    images->classNames.assign(std::size_t(family.classes), "");
    images->pixels.resize(count * images->imageBytes());
    std::mt19937_64 random(1);
    for (std::uint8_t& pixel : images->pixels)
        pixel = static_cast<std::uint8_t>(random());
    for (std::size_t i = 0; i < count; ++i)
        images->labels.push_back(static_cast<std::uint8_t>(i % std::size_t(family.classes)));
    return images;
}

} // namespace morphospace
