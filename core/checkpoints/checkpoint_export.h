// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/image_set.h"
#include "core/formats/checkpoint.h"
#include "core/manifold/manifold.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace morphospace {

/// One network to export, and the files to write it to; each name ends in its format's.
struct CheckpointItem {
    Configuration configuration;
    std::vector<std::filesystem::path> files;
};

/// "16-32-64_3-3-3": a configuration as part of a file's name.
[[nodiscard]] std::string nameOf(const Configuration& configuration);

/// The files of some configurations, each configuration once: FOLDER/STEM-SIZE.EXTENSION in every
/// format.
[[nodiscard]] std::vector<CheckpointItem>
checkpointItems(const std::vector<Configuration>& configurations,
                const std::filesystem::path& folder, const std::string& stem,
                const std::vector<CheckpointFormat>& formats);
/// The same in the format that `file` asks for; one configuration goes to `file` itself, several
/// get their size in the name. Throws Error for a name of no format.
[[nodiscard]] std::vector<CheckpointItem>
checkpointItems(const std::vector<Configuration>& configurations,
                const std::filesystem::path& file);

/// Name of a checkpoint's model card: NET.onnx.md.
[[nodiscard]] std::filesystem::path cardFile(const std::filesystem::path& checkpoint);

struct CheckpointOrder {
    std::vector<CheckpointItem> items;
    SampleOptions sample;
    bool cards = true;
    std::shared_ptr<const ImageSet> images; ///< to measure on; null: not measured
    std::size_t imageLimit = 0;             ///< measure the first of a fixed random order; 0: all
};

struct WrittenCheckpoint {
    std::filesystem::path file;
    std::filesystem::path card; ///< empty: none was ordered
    std::string sha256;         ///< of the file
    std::int64_t bytes = 0;
    CheckpointFormat format = CheckpointFormat::Safetensors;
    Configuration configuration;
    std::string weightsHash;
    std::optional<Measurement> measured;
};

/// Where an export is.
struct CheckpointProgress {
    enum class Step { Sampling, Measuring, Writing } step = Step::Sampling;
    Configuration configuration;
    std::size_t item = 0;  ///< from 0 ...
    std::size_t items = 0; ///< ... below this
    double fraction = 0;   ///< of all, 0 to 1
};

/// What became of the batch normalisation of a sample. Nothing of it is left in the file: mean,
/// variance, gain and shift are folded into weights and biases.
enum class NormalisationState {
    Generated, ///< the manifold generates it for each size; folded when sampled
    Folded,    ///< folded into the base network before the manifold was trained
    None       ///< the family has none
};
[[nodiscard]] NormalisationState normalisationState(const Manifold& manifold);
[[nodiscard]] std::string nameOf(NormalisationState state); ///< "generated and folded" ...

/// What a checkpoint says of its origin: program, manifold (SHA-256), manifold_title, dataset,
/// configuration, averaging, jitter, seed, normalisation, weights.
[[nodiscard]] std::map<std::string, std::string> checkpointProvenance(const Manifold& manifold,
                                                                      const Network& network,
                                                                      const SampleOptions& options);

/// Samples, measures and writes one network after the other. Every file is whole or not there; a
/// stop (throws Cancelled) or an Error leaves those that `written` was called for.
std::vector<WrittenCheckpoint>
exportCheckpoints(const Manifold& manifold, const CheckpointOrder& order, std::stop_token stop = {},
                  const std::function<void(const CheckpointProgress&)>& progress = {},
                  const std::function<void(const WrittenCheckpoint&)>& written = {});

} // namespace morphospace
