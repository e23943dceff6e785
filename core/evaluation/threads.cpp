// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/threads.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <malloc.h>

#include <algorithm>
#include <fstream>
#include <thread>

namespace morphospace {

void setComputeThreads(int threads)
{
    if (threads <= 0)
        threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1);
    at::set_num_threads(threads);
    // Activations come and go every step: give their pages back to the system and ask for them
    // anew each time, as glibc does by default, and a sixth of a training is spent in the kernel.
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
}

int computeThreads()
{
    return at::get_num_threads();
}

std::string processorName()
{
    std::ifstream information("/proc/cpuinfo");
    for (std::string line; std::getline(information, line);) {
        const std::size_t colon = line.find(':');
        if (line.starts_with("model name") && colon != std::string::npos)
            return line.substr(std::min(colon + 2, line.size()));
    }
    return "unknown processor";
}

} // namespace morphospace
