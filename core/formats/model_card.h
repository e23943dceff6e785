// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/checkpoint.h"
#include "core/networks/network.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace morphospace {

/// An accuracy as a card tells it: with what it was measured on and how sure it is.
struct CardAccuracy {
    std::string dataset;        ///< "Glyphs (test)"
    std::string datasetHash;    ///< SHA-256 of the image set
    std::int64_t images = 0;    ///< measured ...
    std::int64_t available = 0; ///< ... of so many in the set
    std::int64_t correct = 0;
    double low = 0; ///< 95 % interval, 0 to 1
    double high = 1;
    std::string method; ///< "Wilson", "cluster bootstrap by font family"
};

/// What a model card says of one checkpoint file.
struct ModelCard {
    std::string file;       ///< name of the checkpoint, without a folder
    std::string sha256;     ///< of the file
    std::int64_t bytes = 0; ///< of the file
    CheckpointFormat format = CheckpointFormat::Safetensors;
    Family family;
    Configuration configuration;
    InputScaling scaling;
    std::vector<std::string> classNames;
    std::string weightsHash; ///< Network::hash()

    std::optional<CardAccuracy> accuracy; ///< none: not measured
    std::string notMeasured;              ///< why, where that is known

    std::string manifoldTitle;
    std::string manifoldDescription;
    std::string manifoldHash;
    std::string dataset;      ///< that the manifold was trained on, "Glyphs"
    std::string trainedRange; ///< "8 to 32"
    bool trained = true;      ///< whether the configuration lies inside
    int averaging = 1;
    double jitter = 0; ///< used where averaging > 1
    std::uint64_t seed = 0;
    std::string normalisation; ///< "generated and folded" ...
    std::string program;       ///< "Morphospace 1.0.0"
};

/// The card as Markdown. Holds measured and counted numbers only; texts that come from a manifold
/// are escaped, so that they stay text.
[[nodiscard]] std::string formatModelCard(const ModelCard& card);

} // namespace morphospace
