// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace morphospace {

/// Names of the classes in the order of their labels.
[[nodiscard]] std::vector<std::string> glyphClassNames(); ///< A-Z, a-z, 0-9
[[nodiscard]] std::vector<std::string> digitClassNames(); ///< MNIST
[[nodiscard]] std::vector<std::string> fashionClassNames();
[[nodiscard]] std::vector<std::string> cifar10ClassNames();
[[nodiscard]] std::vector<std::string> cifar100ClassNames(); ///< the fine ones

} // namespace morphospace
