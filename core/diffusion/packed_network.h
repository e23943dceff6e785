// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace morphospace {

struct RowKernels;

/// Weights in panels. Where every one of them is a number of half precision, as in a .zoo file, and the
/// kernels can read such, they are kept as halves: nothing is rounded, and half as much is read.
struct Panels {
    std::vector<float> floats;
    std::vector<std::uint16_t> halves;
};

/// One linear map's numbers in the order in which the kernels read them.
struct PackedMap {
    int in = 0;
    int out = 0;
    int half = 0;  ///< FiLM: outputs from here on, the shift, begin a panel of their own
    int width = 0; ///< of a row of outputs: `out` with what fills the last panels
    Panels forward;  ///< of W
    Panels backward; ///< of its transpose; empty where no gradient passes
    std::vector<float> bias;     ///< width
};

/// The denoiser (core/diffusion/denoiser.h) with weights packed once and multiplied in few rows at a
/// time: what a slider, a font of the user's and an inversion wait for. What it computes is what
/// denoise() defines.
struct PackedNetwork {
    int pixels = 0;
    int hidden = 0;
    int blocks = 0;
    int condition = 0;
    std::vector<PackedMap> maps; ///< as linearMaps() lists them

    /// Appends a map of weights [out, in]. `film`: its outputs are two halves. `halves`: they may be
    /// kept as such.
    void add(std::span<const float> weights, std::span<const float> bias, int in, int out, bool film,
             bool gradient, bool halves);
};

/// Members' numbers, a row each, and where in a row each map's lie.
struct PackedMembers {
    const float* values = nullptr; ///< null: the base alone
    std::int64_t size = 0;         ///< of a row
    std::vector<std::int64_t> b;   ///< one a map
    std::vector<std::int64_t> a;   ///< one a map; empty where A is shared
    std::vector<const float*> sharedA;
};

struct PackedStep {
    bool before = false; ///< the members that act before the edit
    float ofClean = 0;   ///< the next noisy letters: ofClean * clean + ofNoisy * noisy
    float ofNoisy = 0;
};

/// DDIM: `rows` letters of `models` members.
struct PackedDrawing {
    int models = 0;
    int rows = 0;
    const float* noise = nullptr;     ///< [rows, pixels]
    const float* condition = nullptr; ///< [steps, rows, condition]
    std::vector<PackedStep> steps;
    PackedMembers members;
    PackedMembers before;
};
/// Writes clean letters [models, rows, pixels]. The same bits with any number of threads.
void drawPacked(const PackedNetwork& network, const PackedDrawing& drawing, float* letters,
                int threads, const RowKernels& kernels);

/// Noisy letters of members and what they were: the loss of each member is the sum over its rows of
/// weights[r] / rows * mean square of (predicted - clean).
struct PackedBatch {
    int models = 0;
    int rows = 0;
    const float* noisy = nullptr;     ///< [models, rows, pixels]
    const float* clean = nullptr;     ///< the same
    const float* condition = nullptr; ///< [rows, condition]
    const float* weights = nullptr;   ///< [rows]
    PackedMembers members;
};
/// Writes the gradients of the losses [models, size]: of B, and of A where it is a member's own.
/// Returns the sum of the losses. The same bits of gradients with any number of threads.
double gradientPacked(const PackedNetwork& network, const PackedBatch& batch, float* gradient,
                      int threads, const RowKernels& kernels);

} // namespace morphospace
