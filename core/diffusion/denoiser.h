// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/named_tensor.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// For .cpp files that see LibTorch only.

namespace morphospace {

/// How large a denoiser is.
struct DenoiserShape {
    int pixels = 784;
    int hidden = 512;
    int blocks = 6;
    int condition = 128;
    int letters = 52;

    friend bool operator==(const DenoiserShape&, const DenoiserShape&) = default;
};

[[nodiscard]] nlohmann::json toJson(const DenoiserShape& shape);
/// Throws Error where a field is missing or out of range.
[[nodiscard]] DenoiserShape denoiserShapeFromJson(const nlohmann::json& object);

/// Noise levels: the cosine schedule of Nichol and Dhariwal 2021 over 1000 steps,
/// alpha_bar clamped to [1e-4, 0.9999]. x_t = sqrt(alpha_bar) x_0 + sqrt(1 - alpha_bar) noise.
inline constexpr int diffusionSteps = 1000;
/// float32 [1000].
[[nodiscard]] const at::Tensor& alphaBar();

/// One linear map of the denoiser that an adapter may change.
struct LinearMap {
    std::string name;
    int in = 0;
    int out = 0;
};
/// "input", "film.0" ... "film.N", "block.0.first" ..., "block.0.second" ..., "output".
[[nodiscard]] std::vector<LinearMap> linearMaps(const DenoiserShape& shape);

/// Rank-1 changes of all maps for M models at once: W_m = W + b_m a_m^T (Hu et al. 2021).
struct Adaptation {
    std::vector<at::Tensor> a; ///< one a map: [1, in] where all models share it, else [M, in]
    std::vector<at::Tensor> b; ///< one a map: [M, out]
};

/// A class-conditional denoiser of letters: a residual MLP that predicts x_0, each block's
/// normalised input scaled and shifted (FiLM, Perez et al. 2018) by time step and letter.
struct Denoiser {
    DenoiserShape shape;
    std::vector<at::Tensor> weights; ///< [out, in], as linearMaps() lists them
    std::vector<at::Tensor> biases;
    std::vector<at::Tensor> embedding; ///< time W1 b1 W2 b2, letters, mix W b

    /// Every tensor with its name in files.
    [[nodiscard]] std::vector<NamedTensor> named() const;
};

/// Random weights drawn from the seed; FiLM starts at zero.
[[nodiscard]] Denoiser makeDenoiser(const DenoiserShape& shape, std::uint64_t seed);

/// What time steps t int64 [R] and letters int64 [R] say to every FiLM: [R, condition].
[[nodiscard]] at::Tensor conditionOf(const Denoiser& denoiser, const at::Tensor& t,
                                     const at::Tensor& letters);

/// Predicted x_0 [M, R, pixels] of noisy images x [M or 1, R, pixels] in [-1, 1] at time steps
/// t int64 [R] of letters int64 [R]: R images, the same times and letters for all M models.
[[nodiscard]] at::Tensor denoise(const Denoiser& denoiser, const at::Tensor& x,
                                 const at::Tensor& t, const at::Tensor& letters,
                                 const Adaptation* adaptation = nullptr);

/// Letters 0 to n - 1's start noise [letters, pixels] from a seed: the same for every model.
[[nodiscard]] at::Tensor startNoise(const DenoiserShape& shape, std::uint64_t seed);

/// When an edit takes hold: before time step `from` falls to this, `before` acts (delayed
/// injection, weights2weights, appendix I).
struct DelayedInjection {
    const Adaptation* before = nullptr; ///< null: the base alone
    int from = diffusionSteps;          ///< 1000: the edit acts from the first step
};

/// The time step at which the k-th of so many steps of DDIM starts: the first at 999.
[[nodiscard]] int drawingTime(int steps, int k);

/// DDIM without noise (Song et al. 2021) in x_0 form: clean images [M, R, pixels], clamped to
/// [-1, 1], from start noise [R, pixels] in the given number of steps. No gradient is kept. Written to be
/// read; PackedDenoiser does the same in a fraction of the time.
[[nodiscard]] at::Tensor ddim(const Denoiser& denoiser, const at::Tensor& noise,
                              const at::Tensor& letters, int steps, const Adaptation* adaptation,
                              DelayedInjection delayed = {});

} // namespace morphospace
