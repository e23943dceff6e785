// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace morphospace {

/// Sets the number of compute threads (LibTorch and BLAS) once, before any work. 0: one less than
/// the processor's cores, at least one, so that the window keeps a core to itself.
void setComputeThreads(int threads);
[[nodiscard]] int computeThreads();

/// The processor's own name, as the system gives it: stands beside every absolute time.
[[nodiscard]] std::string processorName();

} // namespace morphospace
