// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/family.h"

#include <cstdint>
#include <string>
#include <vector>

namespace morphospace {

/// A named tensor as a value: row-major float32.
struct WeightTensor {
    std::string name;
    std::vector<std::int64_t> shape;
    std::vector<float> values;

    bool operator==(const WeightTensor&) const = default;
};

/// A *sample*: the standalone network at one configuration, normalisation folded, so each unit has
/// NAME.weight (out x in x k x k, or out x in) and NAME.bias (out) and nothing else is needed.
struct Network {
    Family family;
    Configuration configuration;
    std::vector<WeightTensor> tensors;  ///< in the order of units(): weight, bias, weight ...

    /// SHA-256 over configuration, names, shapes and values.
    [[nodiscard]] std::string hash() const;
};

/// How pixels become the network's input: (pixel / 255 - mean) / deviation, per image channel.
struct InputScaling {
    std::vector<float> mean;
    std::vector<float> deviation;
};

} // namespace morphospace
