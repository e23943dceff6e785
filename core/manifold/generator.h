// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/manifold.h"
#include "core/networks/forward.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace morphospace {

/// Coordinate noise: every position along a channel axis moves by a uniform amount within
/// +-amplitude / 2 channels, drawn anew for each position from the seed. Amplitude 0: clean.
struct Jitter {
    double amplitude = 0;
    std::uint64_t seed = 0;
};

struct NamedTensor;

/// Settings of a generator that is made anew.
struct GeneratorSettings {
    std::string kind = "grid";    ///< "grid", "separable" or "mlp"
    int hidden = 64;              ///< width of the coordinate networks
    int layers = 2;               ///< hidden layers of "mlp" (the others have two)
    int frequencies = 5;          ///< bands of the positional features
    int rank = 8;                 ///< of the low-rank part; "separable" wants 64
    double fanInExponent = 0.5;   ///< s in (full / now)^s along the input axis

    bool operator==(const GeneratorSettings&) const = default;
};

/// Coordinates and sizes to weights: what a weight manifold is made of. generate() is
/// differentiable in the parameters and may run in several threads at once.
class Generator {
public:
    virtual ~Generator() = default;

    [[nodiscard]] virtual const GeneratorSettings& settings() const = 0;
    /// False: "width only"; depths other than full are refused.
    [[nodiscard]] virtual bool changesDepth() const = 0;
    /// Whether normalised units come with gain, mean and variance (to be folded) or already folded.
    [[nodiscard]] virtual bool generatesNormalisation() const = 0;
    /// Slots of the network at a legal configuration, in order of units(). Looks at the stop token
    /// before each unit and throws Cancelled.
    [[nodiscard]] virtual SlotTensors generate(const Configuration& configuration,
                                               const Jitter& jitter = {},
                                               const std::stop_token& stop = {}) const = 0;
    /// What is learned. The tensors are shared, not copied: writing into them trains it.
    [[nodiscard]] virtual const std::vector<NamedTensor>& parameters() const = 0;
    /// What is fixed but needed, such as scales of the base.
    [[nodiscard]] virtual const std::vector<NamedTensor>& constants() const = 0;
};

/// A generator around a base network at full size (slots by Slot, already permuted). "grid" *is*
/// the base at full size from the start; the others have to be fitted to it (warm start).
[[nodiscard]] std::unique_ptr<Generator> makeGenerator(const Family& family,
                                                       const GeneratorSettings& settings,
                                                       const SlotTensors& base,
                                                       std::uint64_t seed);
/// The same structure with parameters and constants to be filled in by name.
[[nodiscard]] std::unique_ptr<Generator> emptyGenerator(const Family& family,
                                                        const GeneratorSettings& settings,
                                                        bool normalisation);

[[nodiscard]] std::int64_t parameterCount(const Generator& generator);

[[nodiscard]] nlohmann::json toJson(const GeneratorSettings& settings);
[[nodiscard]] GeneratorSettings generatorSettingsFromJson(const nlohmann::json& json);

} // namespace morphospace
