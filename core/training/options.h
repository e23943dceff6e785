// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/size_sampling.h"

#include <cstdint>
#include <string>

namespace morphospace {

/// Training of one network of one size by itself: the base, or a reference of its size.
struct NetworkTraining {
    int epochs = 4;
    int batch = 128;
    double rate = 3e-3;
    double weightDecay = 1e-2;
    std::uint64_t seed = 1;
    std::string device = "cpu";  ///< "cuda": the graphics card, where this LibTorch can use one
};

/// The fit of a generator to the base before any image is seen.
struct WarmStart {
    int steps = 0;
    double rate = 3e-3;
};

/// Training of all sizes at once.
struct JointTraining {
    int epochs = 4;
    int steps = 0;               ///< instead of epochs, where above 0
    int batch = 128;
    double rate = 1e-3;
    double weightDecay = 1e-4;
    double averaging = 0.995;    ///< decay of the moving average of the parameters
    double distillation = 0.5;   ///< share of the base's soft outputs in the loss
    double temperature = 1.0;    ///< of the soft outputs
    double anchor = 0;           ///< weight of the fit to the base at full size
    double jitter = 0;           ///< coordinate noise in channels
    double jitterFrom = 0.5;     ///< share of the steps after which noise begins
    double replaceFrom = 0.3;    ///< share of the steps at which stored statistics begin to
    double replaceTo = 0.6;      ///< replace the batch's, and at which all are replaced
    SizeSampling sizes;
    std::uint64_t seed = 1;
};

} // namespace morphospace
