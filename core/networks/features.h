// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/forward.h"

#include <string>
#include <vector>

namespace morphospace {

/// A place in a network where features are read: after the activation; "fc" are the class scores.
struct FeatureLayer {
    std::string name;   ///< "conv1", "layer2.0.conv1" inside a block, "layer2.0" after it, "fc"
    int stage = -1;     ///< -1: fc
    int block = -1;     ///< -1 outside blocks

    bool operator==(const FeatureLayer&) const = default;
};

/// The layers of a configuration, in the order in which data flows through them.
[[nodiscard]] std::vector<FeatureLayer> featureLayers(const Family& family,
                                                      const Configuration& configuration);

/// What each layer of featureLayers() computes from images N x C x S x S: N x channels x s x s,
/// the last N x classes. The same computation as forward().
[[nodiscard]] std::vector<at::Tensor> forwardFeatures(const Family& family,
                                                      const std::vector<Unit>& units,
                                                      const SlotTensors& slots,
                                                      const at::Tensor& images);

} // namespace morphospace
