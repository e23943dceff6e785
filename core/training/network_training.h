// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/forward.h"
#include "core/training/learner.h"
#include "core/training/options.h"
#include "core/training/training_data.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

// For .cpp files that see LibTorch only.

namespace morphospace {

/// Trains one network of one size by itself: the base of a manifold, or a reference of its size.
/// Cross-entropy, AdamW, one cycle. Returns its slots with stored statistics, wherever it trained.
/// Throws Error where the device is not there.
[[nodiscard]] SlotTensors trainNetwork(const Family& family, const Configuration& configuration,
                                       TrainingData& data, const NetworkTraining& training,
                                       const std::filesystem::path& checkpoint,
                                       const std::string& fingerprint,
                                       const Learner::Progress& progress, std::stop_token stop);

} // namespace morphospace
