// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace morphospace {

/// Outputs that a panel of packed weights holds. Rows that kernels see are padded to a multiple.
inline constexpr int panelWidth = 16;

/// The arithmetic of a small network on a few rows at a time, for one kind of processor. BLAS packs
/// a matrix anew for every product, which costs more than a product with 26 rows: here weights are
/// packed once. Every `width` is a multiple of panelWidth; pointers need no alignment.
struct RowKernels {
    const char* name;
    /// y[n][width] += x[n][k] W^T, where W [width, k] lies in panels [width / 16][k][16].
    void (*product)(const float* x, int strideX, int n, const float* panels, int k, int width,
                    float* y, int strideY);
    /// The same with panels in half precision, which are half as long to read; null where the
    /// processor cannot convert them on the way.
    void (*productOfHalves)(const float* x, int strideX, int n, const std::uint16_t* panels, int k,
                            int width, float* y, int strideY);
    float (*dot)(const float* a, const float* b, int width);
    /// y = base + amount * x.
    void (*combine)(const float* base, float amount, const float* x, float* y, int width);
    /// y = x / (1 + e^-x).
    void (*silu)(const float* x, float* y, int width);
    /// The gradient of x from that of silu(x).
    void (*siluBack)(const float* x, const float* gradient, float* to, int width);
    /// y = (x - mean) / sqrt(variance + 1e-5) over the first n; 0 behind them. Returns the factor.
    float (*normalise)(const float* x, float* y, int n, int width);
    /// Adds the gradient of x to `to`, from that of y = normalise(x).
    void (*normaliseBack)(const float* y, float factor, const float* gradient, float* to, int n,
                          int width);
    /// y = x (1 + scale) + shift.
    void (*modulate)(const float* x, const float* scale, const float* shift, float* y, int width);
    /// The gradients of scale and x from that of y; that of the shift is the same.
    void (*modulateBack)(const float* x, const float* scale, const float* gradient, float* ofScale,
                         float* ofX, int width);
    /// clean into [-1, 1]; then noisy = ofClean * clean + ofNoisy * noisy.
    void (*ddim)(float* clean, float* noisy, float ofClean, float ofNoisy, int n);
};

/// Those of this processor, the fastest first.
[[nodiscard]] const RowKernels& rowKernels();
/// Those that every processor has.
[[nodiscard]] const RowKernels& plainRowKernels();

} // namespace morphospace
