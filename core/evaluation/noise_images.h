// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/image_set.h"
#include "core/networks/family.h"

#include <memory>

namespace morphospace {

/// Random pixels of the shape that a family takes, with its classes as labels in turn: stands in
/// for a data set that is not here wherever only time is measured. The same for the same arguments.
[[nodiscard]] std::shared_ptr<const ImageSet> noiseImages(const Family& family, std::size_t count);

} // namespace morphospace
