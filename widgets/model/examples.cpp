// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/model/examples.h"

#include "core/evaluation/evaluation.h"

namespace morphospace {

std::vector<std::size_t> chooseExamples(const ImageSet& images, std::size_t count)
{
    const std::vector<std::size_t> order = measuringOrder(images.size());
    std::vector<std::size_t> chosen;
    std::vector<std::size_t> rest;
    std::vector<bool> seen(images.classNames.size(), false);
    for (const std::size_t index : order) {
        const std::uint8_t label = images.labels[index];
        if (chosen.size() < count && !seen.at(label)) {
            seen[label] = true;
            chosen.push_back(index);
        } else if (rest.size() < count) {
            rest.push_back(index);
        }
    }
    for (std::size_t i = 0; i < rest.size() && chosen.size() < count; ++i) {
        chosen.push_back(rest[i]);
    }
    return chosen;
}

QImage pictureOf(const ImageSet& images, std::size_t index)
{
    const auto pixels = images.image(index);
    const auto plane = std::size_t(images.width) * std::size_t(images.height);
    QImage picture(images.width, images.height,
                   images.channels == 3 ? QImage::Format_RGB32 : QImage::Format_Grayscale8);
    for (int y = 0; y < images.height; ++y) {
        for (int x = 0; x < images.width; ++x) {
            const std::size_t at = std::size_t(y) * std::size_t(images.width) + std::size_t(x);
            if (images.channels == 3) {
                picture.setPixel(x, y, qRgb(pixels[at], pixels[plane + at], pixels[2 * plane + at]));
            } else {
                picture.scanLine(y)[x] = pixels[at];
            }
        }
    }
    return picture;
}

} // namespace morphospace
