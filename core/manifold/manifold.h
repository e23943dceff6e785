// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/network.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace morphospace {

class Generator; // core/manifold/generator.h

/// What training sampled: sizes inside are *trained range*, all others *unseen*.
struct TrainedRange {
    Configuration least;
    Configuration greatest;
};
[[nodiscard]] bool isTrained(const TrainedRange& range, const Configuration& configuration);

/// An accuracy with all it takes to say where it came from.
struct Measurement {
    Configuration configuration;
    std::string dataset;          ///< "Glyphs (test)"
    std::string datasetHash;      ///< ImageSet::hash
    std::int64_t images = 0;
    std::int64_t correct = 0;
    double low = 0;               ///< 95 % interval of the accuracy, 0 to 1
    double high = 1;
    std::string intervalMethod; ///< see AccuracyStream::intervalMethod()
    std::int64_t parameters = 0;
    std::int64_t macs = 0;
    double compression = 0;       ///< parameters
    int averaging = 1;            ///< K: jittered samples averaged; 1 = the clean sample
    std::uint64_t seed = 0;       ///< of the jitter, or of the training for a network by itself
    std::string source;           ///< "manifold", "one by one", "base" ...
    std::string programVersion;

    [[nodiscard]] double accuracy() const { return images > 0 ? double(correct) / double(images) : 0; }
};

/// A trained weight manifold as loaded from a `.manifold` file. Immutable: safe to read from
/// several threads at once; share it by `std::shared_ptr<const Manifold>`.
class Manifold {
public:
    Manifold(Family family, InputScaling scaling, std::unique_ptr<Generator> generator);
    ~Manifold();
    Manifold(const Manifold&) = delete;
    Manifold& operator=(const Manifold&) = delete;

    [[nodiscard]] const Family& family() const { return m_family; }
    [[nodiscard]] const InputScaling& scaling() const { return m_scaling; }
    [[nodiscard]] const Generator& generator() const { return *m_generator; }

    /// "Glyphs / ResNet", as shown to people.
    std::string title;
    std::string description;
    std::string dataset;                     ///< "glyphs", "mnist" ...: see loadImageSet
    std::vector<std::string> classNames;
    TrainedRange trained;
    std::string command;                     ///< the exact command that trained it
    std::uint64_t seed = 0;
    std::string hash;                        ///< SHA-256 of the file's bytes; empty until saved
    std::vector<Measurement> recorded;       ///< measured on the test images after training
    std::vector<Measurement> reference;      ///< networks of a size trained one by one
    std::map<std::string, double> numbers;   ///< "total variation before", "base accuracy" ...

    /// "grid", "separable", "mlp".
    [[nodiscard]] std::string generatorKind() const;
    [[nodiscard]] std::int64_t generatorParameters() const;
    [[nodiscard]] bool changesDepth() const;

private:
    Family m_family;
    InputScaling m_scaling;
    std::unique_ptr<Generator> m_generator;
};

struct SampleOptions {
    int averaging = 1;          ///< 1: the clean sample; K > 1: clean and K - 1 jittered, averaged
    double jitter = 1.0;        ///< full width of the uniform jitter, in channels
    std::uint64_t seed = 0;
};

/// The standalone network at a configuration. Needs no data. Throws Error for an illegal one, and
/// for options beyond core/manifold/sample_limits.h; Cancelled, in the middle of an average or of a
/// sample, once `stop` was requested.
[[nodiscard]] Network sampleNetwork(const Manifold& manifold, const Configuration& configuration,
                                    const SampleOptions& options = {},
                                    const std::stop_token& stop = {});

/// Reads a `.manifold` file (safetensors; see docs/formats.md). Throws Error naming the file and
/// what is wrong: missing, truncated, of another kind, or of a newer version.
[[nodiscard]] std::shared_ptr<Manifold> readManifold(const std::filesystem::path& file);
/// Writes atomically and sets `manifold.hash`.
void writeManifold(Manifold& manifold, const std::filesystem::path& file);

} // namespace morphospace
