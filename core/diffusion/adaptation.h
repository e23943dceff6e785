// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diffusion/packed_denoiser.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

// For .cpp files that see LibTorch only.

namespace morphospace {

/// What of the rank-1 changes is a member's own, and where they start.
enum class AdapterKind {
    SharedA,     ///< A learned once over many faces and frozen; a member is its B
    Paper,       ///< A and B trained from one start that all members share (Dravid et al. 2024)
    Independent  ///< A and B from a start of each member's own: an ablation that must fail
};
/// "shared", "paper", "independent".
[[nodiscard]] std::string nameOf(AdapterKind kind);
/// Throws Error for another word.
[[nodiscard]] AdapterKind adapterKindFrom(const std::string& name);

/// How a member's numbers in a row become the changes of the maps.
struct AdapterLayout {
    AdapterKind kind = AdapterKind::SharedA;
    DenoiserShape shape;
    std::vector<at::Tensor> sharedA; ///< one [1, in] a map, for SharedA only

    /// Numbers of one member: B of each map in order, before it A where it is its own.
    [[nodiscard]] std::int64_t size() const;
    /// Members [M, size()] as changes; gradients pass.
    [[nodiscard]] Adaptation unflatten(const at::Tensor& members) const;
};

/// How members are trained. Times are drawn as 1000 sqrt(u): more of the high noise, where the
/// style is decided; loss: squared error of x_0 weighted by min(SNR + 1/2, 3/2).
struct MemberTraining {
    int steps = 150;
    int rows = 26;            ///< letters a step, the same with the same noise for every member
    double rate = 0.03;       ///< after ten steps of warm-up, falling to a tenth by a cosine
    std::uint64_t seed = 1;
    std::vector<int> letters; ///< drawn from these; empty: all 52
};

struct SharedATraining {
    int faces = 64;
    int steps = 220;
    int rows = 16;
    double rateA = 5e-3;
    double rateB = 2e-2;
    std::uint64_t seed = 1;
};

/// Learns the A that all members share with the B of the given faces: uint8 [F, 52, 784].
[[nodiscard]] std::vector<at::Tensor>
learnSharedA(const Denoiser& denoiser, const at::Tensor& faces, const SharedATraining& training,
             const std::function<void(int step, double loss)>& progress, std::stop_token stop);

/// Trains one member for each face, all at once: [M, layout.size()]. `first` is the number of
/// the first one in its zoo, from which independent starts are drawn. Throws Cancelled.
[[nodiscard]] at::Tensor trainMembers(const PackedDenoiser& denoiser, const AdapterLayout& layout,
                                      const at::Tensor& faces, const MemberTraining& training,
                                      std::int64_t first, std::stop_token stop);

/// How an alphabet is drawn.
struct Rendering {
    int steps = 10;
    std::uint64_t seed = 1;
    double noise = 1;           ///< deviation of the start noise; below 1 draws calmer letters
    std::vector<int> letters;   ///< empty: all 52
    int from = diffusionSteps;  ///< delayed injection: the members act from this time step on
};
/// Letters of each member: [M, letters, 784] in [-1, 1]. With delayed injection `before`
/// ([M, size()]) acts first; undefined: the base alone.
[[nodiscard]] at::Tensor renderMembers(const PackedDenoiser& denoiser, const AdapterLayout& layout,
                                       const at::Tensor& members, const Rendering& rendering,
                                       const at::Tensor& before = {});

/// Root mean square difference to the faces, each [M, L, 784] in [-1, 1]; ink is 1: [M].
[[nodiscard]] at::Tensor fitErrors(const at::Tensor& drawn, const at::Tensor& faces);

struct Inversion {
    int steps = 150;
    int rows = 16;
    double rate = 0.05;
    double prior = 1e-4;    ///< weight of the sum of squares of the whitened coefficients
    std::uint64_t seed = 1;
};
/// Coefficients [M, k] whose members draw the given letters (Dravid et al. 2024, section 3.5):
/// Adam on whitened coefficients from 0, the mean model, by the loss members are trained with.
/// `images` uint8 [M, L, 784] of `letters`; the space as tensors: mean [d], deviation [d],
/// components [k, d], standard deviations of the coefficients [k].
struct SpaceTensors {
    at::Tensor mean;
    at::Tensor deviation;
    at::Tensor components;
    at::Tensor scale;
};
[[nodiscard]] at::Tensor invertLetters(const PackedDenoiser& denoiser, const AdapterLayout& layout,
                                       const SpaceTensors& space, const at::Tensor& images,
                                       const std::vector<int>& letters, const Inversion& inversion,
                                       std::stop_token stop);

} // namespace morphospace
