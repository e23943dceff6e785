// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/row_kernels_impl.h"

namespace morphospace {

#ifdef MORPHOSPACE_AVX2_KERNELS
const RowKernels& avx2RowKernels(); // row_kernels_avx2.cpp
#endif

const RowKernels& plainRowKernels()
{
    static constexpr RowKernels kernels = kernelsNamed("plain");
    return kernels;
}

const RowKernels& rowKernels()
{
#ifdef MORPHOSPACE_AVX2_KERNELS
    static const bool fast = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")
        && __builtin_cpu_supports("f16c");
    if (fast)
        return avx2RowKernels();
#endif
    return plainRowKernels();
}

} // namespace morphospace
