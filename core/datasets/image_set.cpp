// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datasets/image_set.h"

#include "core/base/hash.h"

namespace morphospace {

std::string imageSetHash(const ImageSet& images)
{
    Sha256 hash;
    hash.add(std::to_string(images.channels) + ' ' + std::to_string(images.height) + ' '
             + std::to_string(images.width) + ' ' + std::to_string(images.size()) + '\n');
    hash.add(std::as_bytes(std::span(images.pixels)));
    hash.add(std::as_bytes(std::span(images.labels)));
    return hash.hex();
}

} // namespace morphospace
