// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/generator.h"
#include "core/training/learner.h"
#include "core/training/options.h"
#include "core/training/training_data.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

// For .cpp files that see LibTorch only.

namespace morphospace {

/// Fits a generator's full-size weights to those of the base, before any image is seen: mean over
/// tensors of the squared error over the tensor's variance.
void warmStart(Generator& generator, const Family& family, const SlotTensors& base,
               const WarmStart& options, const std::filesystem::path& checkpoint,
               const std::string& fingerprint, const Learner::Progress& progress,
               std::stop_token stop);

/// Class probabilities of the base at `temperature` for every image of the set, N x classes. They do
/// not depend on the order of the base's channels. Incomplete after a stop.
[[nodiscard]] at::Tensor softOutputs(const Family& family, const SlotTensors& base,
                                     TrainingData& data, double temperature, std::stop_token stop);

/// Draws a sandwich of sizes a step, each with a share of the loss
///   (1 - d) CE(labels) + d CE(soft outputs of the base),
/// and gives every size its normalisation: while the batch's statistics are used, the generated
/// ones are regressed to them; each unit then changes over at random, more and more, until the
/// network that is trained is the folded one that is sampled. `soft` are the base's softOutputs();
/// computed here where undefined.
void trainJointly(Generator& generator, const Family& family, const SlotTensors& base,
                  TrainingData& data, const JointTraining& options,
                  const std::filesystem::path& checkpoint, const std::string& fingerprint,
                  const Learner::Progress& progress, std::stop_token stop,
                  at::Tensor soft = {});

} // namespace morphospace
