// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weightspace/rows.h"

#include "core/base/error.h"
#include "core/formats/safetensors.h"
#include "core/formats/safetensors_header.h"

#include <c10/util/Half.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace morphospace {

void MatrixRows::read(std::size_t first, std::size_t count, float* to) const
{
    const float* from = m_matrix.values.data() + first * m_matrix.columns;
    std::copy(from, from + count * m_matrix.columns, to);
}

FileRows::FileRows(const std::filesystem::path& file, const std::string& tensor) : m_file(file)
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
        ::posix_fadvise(m_descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
    } catch (...) {
        ::close(m_descriptor);
        throw;
    }
}

FileRows::~FileRows()
{
    ::close(m_descriptor);
}

void FileRows::read(std::size_t first, std::size_t count, float* to) const
{
    const std::size_t width = m_half ? 2 : 4;
    const std::size_t values = count * m_columns;
    std::vector<c10::Half> halves(m_half ? values : 0);
    auto* bytes = m_half ? reinterpret_cast<std::byte*>(halves.data()) // NOLINT: as the file has them
                         : reinterpret_cast<std::byte*>(to);           // NOLINT
    const std::size_t start = m_begin + first * m_columns * width;
    for (std::size_t have = 0; have < values * width;) {
        const ssize_t got = ::pread(m_descriptor, bytes + have, values * width - have,
                                    static_cast<off_t>(start + have));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            throw fileError(m_file, "byte " + std::to_string(start + have),
                            got == 0 ? "the file became shorter while it was read"
                                     : "the file cannot be read");
        have += static_cast<std::size_t>(got);
    }
    std::copy(halves.begin(), halves.end(), to);
}

} // namespace morphospace
