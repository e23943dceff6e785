// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diffusion/row_kernels.h"

#ifdef __F16C__
#include <immintrin.h>
#endif

// Compiled once for each kind of processor, by the files that include this one, with other options of
// the compiler. Nothing here may be shared between them or come from another header: the linker would
// keep one version of it for all processors.

namespace {

using morphospace::panelWidth;

constexpr int laneWidth = 8;
using Lanes = float __attribute__((vector_size(32)));
using LanesAnywhere = float __attribute__((vector_size(32), aligned(4), may_alias));
using IntLanes = int __attribute__((vector_size(32)));

inline Lanes load(const float* from)
{
    return *reinterpret_cast<const LanesAnywhere*>(from);
}

#ifdef __F16C__
inline Lanes load(const std::uint16_t* from)
{
    return (Lanes)_mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)));
}
#endif

inline void store(float* to, Lanes value)
{
    *reinterpret_cast<LanesAnywhere*>(to) = value;
}

inline float sumOf(Lanes value)
{
    float sum = 0;
    for (int i = 0; i < laneWidth; ++i)
        sum += value[i];
    return sum;
}

/// e^x to one or two units in the last place: Cephes' polynomial on [-ln 2 / 2, ln 2 / 2].
inline Lanes exponential(Lanes x)
{
    constexpr float most = 87;
    constexpr float rounding = 12582912; // 1.5 * 2^23: what is added to it is rounded
    x = x > most ? Lanes{} + most : x;
    x = x < -most ? Lanes{} - most : x;
    const Lanes shifted = x * 1.44269504088896341F + rounding;
    const Lanes whole = shifted - rounding;
    const Lanes r = x - whole * 0.693359375F + whole * 2.12194440e-4F;
    Lanes p = r * 1.9875691500e-4F + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    p = p * r * r + r + 1.0F;
    // Times 2^whole, whose bits are the lowest of `shifted`.
    return (Lanes)((IntLanes)p + ((IntLanes)shifted << 23)); // casts of vectors keep the bits
}

/// R rows times one panel, R * 16 sums at a time in registers.
template <int R, class Weight>
inline void tile(const float* x, int strideX, const Weight* panel, int k, float* y, int strideY)
{
    Lanes low[R];
    Lanes high[R];
#pragma GCC unroll 8
    for (int r = 0; r < R; ++r) {
        low[r] = load(y + r * strideY);
        high[r] = load(y + r * strideY + laneWidth);
    }
    for (int i = 0; i < k; ++i) {
        const Lanes a = load(panel + i * panelWidth);
        const Lanes b = load(panel + i * panelWidth + laneWidth);
#pragma GCC unroll 8
        for (int r = 0; r < R; ++r) {
            const float value = x[r * strideX + i];
            low[r] += value * a;
            high[r] += value * b;
        }
    }
#pragma GCC unroll 8
    for (int r = 0; r < R; ++r) {
        store(y + r * strideY, low[r]);
        store(y + r * strideY + laneWidth, high[r]);
    }
}

template <class Weight>
void product(const float* x, int strideX, int n, const Weight* panels, int k, int width, float* y,
             int strideY)
{
    constexpr int mostDeep = 256; // so that a panel's part stays in the first cache
    constexpr int mostRows = 6;
    const int parts = (k + mostDeep - 1) / mostDeep;
    const int groups = (n + mostRows - 1) / mostRows;
    for (int part = 0; part < parts; ++part) {
        const int from = static_cast<int>(static_cast<long>(k) * part / parts);
        const int deep = static_cast<int>(static_cast<long>(k) * (part + 1) / parts) - from;
        for (int p = 0; p < width / panelWidth; ++p) {
            const Weight* panel = panels + (static_cast<long>(p) * k + from) * panelWidth;
            for (int group = 0; group < groups; ++group) {
                const int first = static_cast<int>(static_cast<long>(n) * group / groups);
                const int rows = static_cast<int>(static_cast<long>(n) * (group + 1) / groups) - first;
                const float* input = x + static_cast<long>(first) * strideX + from;
                float* output = y + static_cast<long>(first) * strideY + p * panelWidth;
                switch (rows) {
                case 1: tile<1>(input, strideX, panel, deep, output, strideY); break;
                case 2: tile<2>(input, strideX, panel, deep, output, strideY); break;
                case 3: tile<3>(input, strideX, panel, deep, output, strideY); break;
                case 4: tile<4>(input, strideX, panel, deep, output, strideY); break;
                case 5: tile<5>(input, strideX, panel, deep, output, strideY); break;
                default: tile<6>(input, strideX, panel, deep, output, strideY); break;
                }
            }
        }
    }
}

float dot(const float* a, const float* b, int width)
{
    Lanes even{};
    Lanes odd{};
    for (int i = 0; i < width; i += panelWidth) {
        even += load(a + i) * load(b + i);
        odd += load(a + i + laneWidth) * load(b + i + laneWidth);
    }
    return sumOf(even + odd);
}

void combine(const float* base, float amount, const float* x, float* y, int width)
{
    for (int i = 0; i < width; i += laneWidth)
        store(y + i, load(base + i) + amount * load(x + i));
}

void silu(const float* x, float* y, int width)
{
    for (int i = 0; i < width; i += laneWidth) {
        const Lanes value = load(x + i);
        store(y + i, value / (1.0F + exponential(-value)));
    }
}

void siluBack(const float* x, const float* gradient, float* to, int width)
{
    for (int i = 0; i < width; i += laneWidth) {
        const Lanes value = load(x + i);
        const Lanes share = 1.0F / (1.0F + exponential(-value));
        store(to + i, load(gradient + i) * share * (1.0F + value * (1.0F - share)));
    }
}

float normalise(const float* x, float* y, int n, int width)
{
    Lanes sums{};
    for (int i = 0; i < width; i += laneWidth) // what is behind the first n is 0
        sums += load(x + i);
    const float mean = sumOf(sums) / static_cast<float>(n);
    Lanes squares{};
    for (int i = 0; i < width; i += laneWidth) {
        const Lanes away = load(x + i) - mean;
        squares += away * away;
    }
    const float variance =
        (sumOf(squares) - static_cast<float>(width - n) * mean * mean) / static_cast<float>(n);
    const float factor = 1 / __builtin_sqrtf(variance + 1e-5F);
    for (int i = 0; i < width; i += laneWidth)
        store(y + i, (load(x + i) - mean) * factor);
    for (int i = n; i < width; ++i)
        y[i] = 0;
    return factor;
}

void normaliseBack(const float* y, float factor, const float* gradient, float* to, int n, int width)
{
    Lanes sums{};
    Lanes products{};
    for (int i = 0; i < width; i += laneWidth) { // the gradient behind the first n is 0
        sums += load(gradient + i);
        products += load(gradient + i) * load(y + i);
    }
    const float mean = sumOf(sums) / static_cast<float>(n);
    const float along = sumOf(products) / static_cast<float>(n);
    for (int i = 0; i < width; i += laneWidth)
        store(to + i,
              load(to + i) + factor * (load(gradient + i) - mean - along * load(y + i)));
    for (int i = n; i < width; ++i)
        to[i] = 0;
}

void modulate(const float* x, const float* scale, const float* shift, float* y, int width)
{
    for (int i = 0; i < width; i += laneWidth)
        store(y + i, load(x + i) * (1.0F + load(scale + i)) + load(shift + i));
}

void modulateBack(const float* x, const float* scale, const float* gradient, float* ofScale,
                  float* ofX, int width)
{
    for (int i = 0; i < width; i += laneWidth) {
        const Lanes value = load(gradient + i);
        store(ofScale + i, value * load(x + i));
        store(ofX + i, value * (1.0F + load(scale + i)));
    }
}

void ddim(float* clean, float* noisy, float ofClean, float ofNoisy, int n)
{
    for (int i = 0; i < n; ++i) {
        const float value = clean[i] < -1 ? -1 : clean[i] > 1 ? 1 : clean[i];
        clean[i] = value;
        noisy[i] = ofClean * value + ofNoisy * noisy[i];
    }
}

constexpr morphospace::RowKernels kernelsNamed(const char* name)
{
#ifdef __F16C__
    constexpr auto ofHalves = product<std::uint16_t>;
#else
    constexpr decltype(morphospace::RowKernels::productOfHalves) ofHalves = nullptr;
#endif
    return {name,      product<float>, ofHalves, dot,          combine, silu, siluBack,
            normalise, normaliseBack,  modulate, modulateBack, ddim};
}

} // namespace
