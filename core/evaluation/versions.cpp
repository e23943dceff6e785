// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/versions.h"

#include <torch/version.h>

#include <ATen/Version.h>

#include <dlfcn.h>

namespace morphospace {

std::string torchVersion()
{
    return TORCH_VERSION;
}

std::string blasName()
{
    // The BLAS behind the system's library name is chosen when the program is loaded, so that only
    // the library itself can say what it is.
    using Configuration = char* (*)();
    if (void* symbol = dlsym(RTLD_DEFAULT, "openblas_get_config")) {
        const std::string text = reinterpret_cast<Configuration>(symbol)();
        return text.substr(0, text.find(' ', text.find(' ') + 1));
    }
    const std::string built = at::show_config();
    const std::string key = "BLAS_INFO=";
    const std::size_t found = built.find(key);
    if (found == std::string::npos)
        return "unknown BLAS";
    const std::size_t start = found + key.size();
    return "BLAS (" + built.substr(start, built.find_first_of(",\n", start) - start) + ")";
}

std::string kernelNames()
{
    std::string names = blasName();
    using CoreName = char* (*)();
    if (void* symbol = dlsym(RTLD_DEFAULT, "openblas_get_corename"))
        names += std::string(" ") + reinterpret_cast<CoreName>(symbol)();
    const std::string built = at::show_config();
    const std::string key = "CPU capability usage: ";
    if (const std::size_t found = built.find(key); found != std::string::npos) {
        const std::size_t start = found + key.size();
        names += "; " + built.substr(start, built.find('\n', start) - start);
    }
    return names;
}

} // namespace morphospace
