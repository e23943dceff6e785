// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weightspace/rows.h"

#include "core/base/error.h"
#include "core/formats/safetensors.h"
#include "core/formats/safetensors_header.h"

#include <c10/util/Half.h>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace morphospace {

void MatrixRows::read(std::size_t first, std::size_t count, float* to) const
{
    const float* from = m_matrix.values.data() + first * m_matrix.columns;
    std::copy(from, from + count * m_matrix.columns, to);
}

MappedRows::MappedRows(const std::filesystem::path& file, const std::string& tensor) : m_file(file)
{
    m_descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (m_descriptor < 0)
        throw fileError(file, "", "the file cannot be read", "a safetensors file");
    try {
        struct stat state = {};
        if (::fstat(m_descriptor, &state) != 0 || !S_ISREG(state.st_mode))
            throw fileError(file, "", "this is not a file", "a safetensors file");
        const auto size = static_cast<std::uint64_t>(state.st_size);
        std::uint64_t length = 0;
        if (size < sizeof length || ::pread(m_descriptor, &length, sizeof length, 0) != sizeof length
            || length > maximumHeaderBytes || length > size - sizeof length)
            throw fileError(file, "byte 0", "no header's length stands here",
                            "a safetensors file that is not truncated");
        std::string text(length, '\0');
        if (::pread(m_descriptor, text.data(), length, sizeof length)
            != static_cast<ssize_t>(length))
            throw fileError(file, "byte 8", "the header cannot be read");
        const std::uint64_t start = sizeof length + length;
        const SafetensorsHeader header = parseSafetensorsHeader(text, size - start, file);
        const auto entry =
            std::find_if(header.entries.begin(), header.entries.end(),
                         [&tensor](const auto& one) { return one.name == tensor; });
        if (entry == header.entries.end())
            throw fileError(file, "header", "there is no tensor '" + tensor + "'");
        if ((entry->type != "F32" && entry->type != "F16") || entry->shape.size() != 2)
            throw fileError(file, "header, '" + tensor + "'",
                            "is " + entry->type + " with "
                                + std::to_string(entry->shape.size()) + " axes",
                            "F32 or F16 with two: members and weights");
        m_half = entry->type == "F16";
        m_rows = static_cast<std::size_t>(entry->shape[0]);
        m_columns = static_cast<std::size_t>(entry->shape[1]);
        m_begin = static_cast<std::size_t>(start + entry->begin);
        m_mapBytes = static_cast<std::size_t>(size);
        void* map = ::mmap(nullptr, m_mapBytes, PROT_READ, MAP_SHARED, m_descriptor, 0);
        if (map == MAP_FAILED)
            throw fileError(file, "", "the file cannot be mapped into memory");
        m_map = static_cast<const std::byte*>(map);
        ::madvise(map, m_mapBytes, MADV_SEQUENTIAL);
    } catch (...) {
        ::close(m_descriptor);
        throw;
    }
}

MappedRows::~MappedRows()
{
    ::munmap(const_cast<std::byte*>(m_map), m_mapBytes); // NOLINT: munmap takes no const
    ::close(m_descriptor);
}

void MappedRows::read(std::size_t first, std::size_t count, float* to) const
{
    struct stat state = {};
    if (::fstat(m_descriptor, &state) != 0
        || static_cast<std::uint64_t>(state.st_size) < m_mapBytes)
        throw fileError(m_file, "", "the file became shorter while it was read");
    const std::size_t width = m_half ? 2 : 4;
    const std::size_t values = count * m_columns;
    const std::byte* from = m_map + m_begin + first * m_columns * width;
    if (m_half) {
        for (std::size_t i = 0; i < values; ++i) {
            c10::Half half;
            std::memcpy(&half, from + 2 * i, 2);
            to[i] = static_cast<float>(half);
        }
    } else {
        std::memcpy(to, from, values * width);
    }
    // Pages that were read are given back; only whole ones between these bounds can be.
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const auto begin = (reinterpret_cast<std::uintptr_t>(from) + page - 1) / page * page;
    const auto end = (reinterpret_cast<std::uintptr_t>(from) + values * width) / page * page;
    if (end > begin)
        ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED); // NOLINT
}

} // namespace morphospace
