// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"

#include "core/base/error.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>

namespace morphospace {

namespace {

class Descriptor {
public:
    explicit Descriptor(int value) : m_value(value) {}
    ~Descriptor()
    {
        if (m_value >= 0)
            ::close(m_value);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_value; }

private:
    int m_value;
};

} // namespace

void writeFileAtomically(const std::filesystem::path& path,
                         std::span<const std::span<const std::byte>> parts)
{
    const auto fail = [&path](const char* what) {
        const bool full = errno == ENOSPC || errno == EFBIG || errno == EDQUOT;
        return fileError(path, "", std::string(what) + ": " + std::strerror(errno),
                         full ? "a disk with room for the file, which was left as it was"
                              : "a folder that exists and can be written");
    };
    const std::filesystem::path folder =
        path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    std::string temporary = (folder / (path.filename().string() + ".XXXXXX")).string();
    const Descriptor file(::mkstemp(temporary.data()));
    if (file.get() < 0)
        throw fail("cannot be written");
    try {
        for (std::span<const std::byte> part : parts) {
            while (!part.empty()) {
                const ssize_t written = ::write(file.get(), part.data(), part.size());
                if (written < 0 && errno == EINTR)
                    continue;
                if (written <= 0)
                    throw fail("writing failed");
                part = part.subspan(static_cast<std::size_t>(written));
            }
        }
        // mkstemp makes a private file; what is saved here is meant to be shared.
        const mode_t mask = ::umask(0);
        ::umask(mask);
        ::fchmod(file.get(), 0666 & ~mask);
        if (::fsync(file.get()) != 0)
            throw fail("flushing failed");
        if (::rename(temporary.c_str(), path.c_str()) != 0)
            throw fail("cannot be replaced");
    } catch (...) {
        ::unlink(temporary.c_str());
        throw;
    }
    // The rename itself is only safe from a power cut once the folder is on the disk.
    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY));
    if (directory.get() >= 0)
        ::fsync(directory.get());
}

void writeFileAtomically(const std::filesystem::path& path, std::string_view text)
{
    const std::array parts{std::as_bytes(std::span(text))};
    writeFileAtomically(path, parts);
}

} // namespace morphospace
