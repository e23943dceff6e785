// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diffusion/denoiser.h"

#include <memory>
#include <mutex>
#include <optional>

// For .cpp files that see LibTorch only.

namespace morphospace {

struct AdapterLayout;
struct RowKernels;

/// A denoiser ready to draw letters and to train members, fast for one model as for many: what
/// denoise(), ddim() and their gradients define, to float32 rounding (core/diffusion/packed_network.h).
/// Packs the weights when they are first used; copies share them. Immutable.
class PackedDenoiser {
public:
    PackedDenoiser(const Denoiser& denoiser); // NOLINT: a denoiser may stand for it
    /// With the arithmetic of another processor, for tests.
    PackedDenoiser(const Denoiser& denoiser, const RowKernels& kernels);

    [[nodiscard]] const Denoiser& denoiser() const;

    /// As ddim(): clean letters [M, R, pixels] of members [M, layout.size()] from start noise
    /// [R, pixels]. Before time step `from`, the members `before` act ([M or 1, size()]; undefined:
    /// the base alone).
    [[nodiscard]] at::Tensor draw(const AdapterLayout& layout, const at::Tensor& members,
                                  const at::Tensor& noise, const at::Tensor& letters, int steps,
                                  const at::Tensor& before = {}, int from = diffusionSteps) const;

    /// The gradient [M, layout.size()] of the sum over members and rows of weights[r] / R * mean
    /// square of (denoise(noisy) - clean), both [M, R, pixels], at times and of letters int64 [R].
    [[nodiscard]] at::Tensor gradient(const AdapterLayout& layout, const at::Tensor& members,
                                      const at::Tensor& noisy, const at::Tensor& clean,
                                      const at::Tensor& times, const at::Tensor& letters,
                                      const at::Tensor& weights, double* loss = nullptr) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

/// A denoiser packed when somebody first asks; copies share it.
class PackedOnce {
public:
    /// Always of the same denoiser.
    [[nodiscard]] const PackedDenoiser& of(const Denoiser& denoiser) const;

private:
    struct State {
        std::once_flag once;
        std::optional<PackedDenoiser> packed;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace morphospace
