// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One reader under libFuzzer: MORPHOSPACE_READER names it, such as "session". Preset fuzz.
#include "core/base/error.h"
#include "tests/core/fuzz/readers.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>

using namespace morphospace;

namespace {

const std::filesystem::path& folder()
{
    static const std::filesystem::path made = [] {
        std::string name = (std::filesystem::temp_directory_path() / "fuzz-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr)
            std::abort();
        return std::filesystem::path(name);
    }();
    return made;
}

const Reader& chosen()
{
    static const Reader reader = [] {
        const char* name = std::getenv("MORPHOSPACE_READER");
        for (const Reader& one : readers(folder())) {
            if (name != nullptr && one.name == name)
                return one;
            std::fprintf(stderr, "MORPHOSPACE_READER=\"%s\"\n", one.name.c_str());
        }
        std::fprintf(stderr, "set MORPHOSPACE_READER to one of these\n");
        std::exit(2);
    }();
    return reader;
}

} // namespace

/// Without a corpus the seeds are the start: written where the first argument names a folder.
extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments)
{
    const Reader& reader = chosen();
    if (*count > 1 && std::filesystem::is_directory((*arguments)[1])) {
        for (std::size_t i = 0; i < reader.seeds.size(); ++i) {
            std::ofstream(std::filesystem::path((*arguments)[1]) / ("seed-" + std::to_string(i)),
                          std::ios::binary)
                << reader.seeds[i];
        }
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::filesystem::path file = folder() / "input";
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(data), std::streamsize(size));
    try {
        chosen().read(file);
    } catch (const Error&) {
        // What a reader is to do with a bad file.
    }
    return 0;
}
