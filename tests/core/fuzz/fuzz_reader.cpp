// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One reader for AFL++ (Debian's package afl++), which changes a file guided by the code it reaches:
//
//   cmake --preset fuzz && cmake --build --preset fuzz
//   build/fuzz/bin/fuzz_reader session --seeds seeds/
//   afl-fuzz -i seeds -o findings -m none -- build/fuzz/bin/fuzz_reader session @@
//
// Without AFL++ it reads the file once, which repeats a finding.
#include "core/base/error.h"
#include "tests/core/fuzz/readers.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string_view>

using namespace morphospace;


namespace {

std::filesystem::path newFolder()
{
    std::string name = (std::filesystem::temp_directory_path() / "fuzz-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
        std::abort();
    return name;
}

int usage(const std::vector<Reader>& list)
{
    std::fprintf(stderr, "fuzz_reader READER FILE | READER --seeds FOLDER, where READER is one of\n");
    for (const Reader& reader : list)
        std::fprintf(stderr, "  %s\n", reader.name.c_str());
    return 2;
}

void readOnce(const Reader& reader, const std::filesystem::path& file)
{
    try {
        reader.read(file);
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what()); // what a reader is to do with a bad file
    }
}

} // namespace

int main(int count, char** arguments)
{
    const std::vector<Reader> list = readers(newFolder());
    const auto reader = std::find_if(list.begin(), list.end(), [&](const Reader& one) {
        return count > 2 && one.name == arguments[1];
    });
    if (reader == list.end())
        return usage(list);
    if (std::string_view(arguments[2]) == "--seeds") {
        if (count != 4)
            return usage(list);
        std::filesystem::create_directories(arguments[3]);
        for (std::size_t i = 0; i < reader->seeds.size(); ++i)
            std::ofstream(std::filesystem::path(arguments[3]) / std::to_string(i), std::ios::binary)
                << reader->seeds[i];
        return 0;
    }
#ifdef __AFL_LOOP
    // The file is a new one each time; making the readers, which takes longest, is done once.
    __AFL_INIT();
    while (__AFL_LOOP(10000))
        readOnce(*reader, arguments[2]);
#else
    readOnce(*reader, arguments[2]);
#endif
    return 0;
}
