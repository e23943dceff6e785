// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/image_set.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace morphospace {

/// Every choice is made on validation images; test images are for reported numbers.
enum class Split { Train, Validation, Test };

/// "glyphs", "mnist", "fashion-mnist", "cifar10", "cifar100".
[[nodiscard]] std::vector<std::string> knownDatasets();

/// As shown to people: "Glyphs", "MNIST", "CIFAR-10"; the argument itself when it is not known.
[[nodiscard]] std::string datasetTitle(std::string_view dataset);

/// Reads one split. The files are looked for by the names their owners gave them, plain or with
/// ".gz", in `folder` and in the folders they are unpacked to below it ("mnist",
/// "cifar-10-batches-bin" ...). An empty folder means the bundled images, which only Glyphs has.
///
/// Glyphs has three splits of its own, by font family, and fills `clusters` (from faces.json; left
/// empty when a folder has none). The others have no validation split: their last 5,000 training
/// images are it, and Split::Train is the rest.
///
/// Throws Error when the data set is not known, a file is missing (with the names looked for and
/// where they come from) or damaged.
[[nodiscard]] std::shared_ptr<const ImageSet>
loadImageSet(std::string_view dataset, Split split, const std::filesystem::path& folder = {});

} // namespace morphospace
