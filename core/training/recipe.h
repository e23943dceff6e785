// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/image_set.h"
#include "core/manifold/generator.h"
#include "core/manifold/manifold.h"
#include "core/smoothness/orders.h"
#include "core/training/options.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace morphospace {

/// Everything that shapes a training, as values.
struct Recipe {
    std::string title;
    std::string description;
    std::string dataset;                    ///< name for loadImageSet
    Family family;                          ///< classes, channels and image size as the data's
    GeneratorSettings generator;
    NetworkTraining base;
    std::filesystem::path baseFile;         ///< a trained base of `family`; empty: trained here
    OrderKind order = OrderKind::Path;      ///< of the base's channels
    std::optional<std::uint64_t> orderSeed; ///< of `order`; the recipe's own where not set
    WarmStart warmStart;
    JointTraining joint;
    std::vector<Configuration> measured;    ///< measured on the test images in the end
    std::uint64_t seed = 1;
    std::string command;                    ///< as typed, recorded in the file
};

struct TrainingImages {
    std::shared_ptr<const ImageSet> train;
    std::shared_ptr<const ImageSet> test;
};

struct RecipeProgress {
    std::string phase;       ///< "base network", "warm start", "joint training", "measuring"
    int step = 0;
    int steps = 0;
    double loss = 0;
    double secondsLeft = 0;  ///< of this phase; negative while not known
};
using RecipeObserver = std::function<void(const RecipeProgress&)>;

/// Trains base, permutation, generator and all sizes, measures, and writes `output`. Progress is
/// kept in the folder OUTPUT.training, from which the same call goes on after a kill, and which is
/// removed in the end. On a stop during joint training `output` is written with the averages so
/// far and without measurements, then Cancelled is thrown.
std::shared_ptr<Manifold> trainManifold(const Recipe& recipe, const TrainingImages& images,
                                        const std::vector<Measurement>& references,
                                        const std::filesystem::path& output,
                                        const RecipeObserver& observe, std::stop_token stop);

/// Trains a base alone and writes it as a checkpoint (see readNetworkCheckpoint) whose header holds
/// its measurement on the test images. Resumable through the file OUTPUT.training, which is removed
/// in the end.
Measurement trainBase(const Recipe& recipe, const TrainingImages& images,
                      const std::filesystem::path& output, const RecipeObserver& observe,
                      std::stop_token stop);

/// Trains networks of the given sizes one by one, as the base is trained, and measures each.
/// Resumable through the folder `work`.
[[nodiscard]] std::vector<Measurement>
trainReferences(const Recipe& recipe, const std::vector<Configuration>& sizes,
                const TrainingImages& images, const std::filesystem::path& work,
                const RecipeObserver& observe, std::stop_token stop);

} // namespace morphospace
