// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later

// With -mavx2 -mfma -mf16c (core/CMakeLists.txt); called only where the processor has all three.
#ifdef MORPHOSPACE_AVX2_KERNELS
#include "core/diffusion/row_kernels_impl.h"

namespace morphospace {

const RowKernels& avx2RowKernels();

const RowKernels& avx2RowKernels()
{
    static constexpr RowKernels kernels = kernelsNamed("avx2");
    return kernels;
}

} // namespace morphospace
#endif
