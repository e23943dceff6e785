// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/generator.h"

#include <memory>

// The concrete generators, for generator.cpp alone.

namespace morphospace {

/// "grid" and "separable". `base` may be empty: structure only.
[[nodiscard]] std::unique_ptr<Generator> makeAxisGenerator(const Family& family,
                                                           const GeneratorSettings& settings,
                                                           bool normalisation,
                                                           const SlotTensors& base,
                                                           std::uint64_t seed);
/// "mlp": NeuMeta's residual MLP per tensor; always generates folded units. `base` as above.
[[nodiscard]] std::unique_ptr<Generator> makeMlpGenerator(const Family& family,
                                                          const GeneratorSettings& settings,
                                                          const SlotTensors& base,
                                                          std::uint64_t seed);

} // namespace morphospace
