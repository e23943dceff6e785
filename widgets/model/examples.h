// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/image_set.h"

#include <QImage>

#include <vector>

namespace morphospace {

/// Which images of a set the Morph page shows: in the fixed measuring order, one of each class
/// first, so that they differ; never chosen by how well a network does on them.
[[nodiscard]] std::vector<std::size_t> chooseExamples(const ImageSet& images, std::size_t count);

/// One image of a set as a picture (grey or RGB); `index` below images.size().
[[nodiscard]] QImage pictureOf(const ImageSet& images, std::size_t index);

} // namespace morphospace
