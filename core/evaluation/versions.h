// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace morphospace {

/// Version of LibTorch that this program was built with: "1.13.0".
[[nodiscard]] std::string torchVersion();

/// What computes matrix products in this process: "OpenBLAS 0.3.21 ..." where it is OpenBLAS, else
/// what LibTorch says it was built for. Reference BLAS is some 35 times slower.
[[nodiscard]] std::string blasName();

/// Which kernels this process computes with: the BLAS's own choice for this processor where it is
/// OpenBLAS, and the instruction set of LibTorch's. Replay is exact where these are the same.
[[nodiscard]] std::string kernelNames();

} // namespace morphospace
