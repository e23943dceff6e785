// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datasets/gzip.h"

#include "core/base/error.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <string>

namespace morphospace {

namespace {

constexpr int gzipWindow = 15 + 16; // the largest window, with gzip's header and checksum

std::string bytesText(std::size_t count)
{
    return std::to_string(count) + " bytes";
}

/// zlib's inflate over a stream, closed on every way out.
class Inflater {
public:
    Inflater()
    {
        if (inflateInit2(&m_stream, gzipWindow) != Z_OK)
            throw Error("zlib cannot be started");
    }
    ~Inflater() { inflateEnd(&m_stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    [[nodiscard]] z_stream& stream() { return m_stream; }

private:
    z_stream m_stream{};
};

std::vector<std::uint8_t> unpack(std::istream& input, const std::filesystem::path& file,
                                 std::size_t limit)
{
    Inflater inflater;
    z_stream& stream = inflater.stream();
    std::vector<std::uint8_t> packed(1 << 16);
    std::vector<std::uint8_t> content;
    std::array<std::uint8_t, 1 << 16> chunk{};
    std::size_t read = 0;
    int state = Z_OK;
    while (state != Z_STREAM_END) {
        if (stream.avail_in == 0) {
            input.read(reinterpret_cast<char*>(packed.data()),
                       static_cast<std::streamsize>(packed.size()));
            const auto got = static_cast<std::size_t>(input.gcount());
            if (got == 0)
                throw fileError(file, "byte " + std::to_string(read),
                                "the gzip data ends before its end mark",
                                "a complete file; copy or download it again");
            read += got;
            stream.next_in = packed.data();
            stream.avail_in = static_cast<uInt>(got);
        }
        stream.next_out = chunk.data();
        stream.avail_out = static_cast<uInt>(chunk.size());
        state = inflate(&stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
            throw fileError(file, "byte " + std::to_string(read - stream.avail_in),
                            "the gzip data is damaged", "gzip data with a matching checksum");
        const std::size_t made = chunk.size() - stream.avail_out;
        if (made > limit - content.size())
            throw fileError(file, "byte " + std::to_string(read - stream.avail_in),
                            "unpacks to more than " + bytesText(limit),
                            "a data set file of at most " + bytesText(limit));
        content.insert(content.end(), chunk.begin(),
                       chunk.begin() + static_cast<std::ptrdiff_t>(made));
    }
    if (stream.avail_in != 0 || input.peek() != std::istream::traits_type::eof())
        throw fileError(file, "byte " + std::to_string(read - stream.avail_in),
                        "more data follows the gzip end mark", "one gzip member and nothing else");
    return content;
}

} // namespace

std::vector<std::byte> gzip(std::span<const std::byte> bytes)
{
    constexpr int level = 9;
    constexpr int memory = 9;
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, gzipWindow, memory, Z_DEFAULT_STRATEGY) != Z_OK)
        throw Error("zlib cannot be started");
    const std::unique_ptr<z_stream, int (*)(z_streamp)> closer(&stream, deflateEnd);
    gz_header header{};
    header.os = 255; // "unknown": the same on every system
    deflateSetHeader(&stream, &header);
    std::vector<std::byte> packed(deflateBound(&stream, static_cast<uLong>(bytes.size())));
    // zlib's older interface takes a pointer to non-const bytes, which it does not write to.
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    if (bytes.size() > (std::size_t{1} << 31) || deflate(&stream, Z_FINISH) != Z_STREAM_END)
        throw Error("the data could not be packed by zlib");
    packed.resize(stream.total_out);
    return packed;
}

std::vector<std::uint8_t> readMaybeGzip(const std::filesystem::path& file, std::size_t limit)
{
    std::ifstream input(file, std::ios::binary);
    if (!input)
        throw fileError(file, "", "cannot be opened", "a file that exists and can be read");
    std::array<char, 2> magic{};
    input.read(magic.data(), magic.size());
    const bool packed = input.gcount() == 2 && magic[0] == '\x1f' && magic[1] == '\x8b';
    input.clear();
    input.seekg(0);
    if (packed)
        return unpack(input, file, limit);

    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (error)
        throw fileError(file, "", "has no size", "a regular file");
    if (size > limit)
        throw fileError(file, "", "has " + std::to_string(size) + " bytes",
                        "a data set file of at most " + bytesText(limit));
    std::vector<std::uint8_t> content(static_cast<std::size_t>(size));
    input.read(reinterpret_cast<char*>(content.data()), static_cast<std::streamsize>(size));
    if (static_cast<std::uintmax_t>(input.gcount()) != size)
        throw fileError(file, "byte " + std::to_string(input.gcount()), "reading failed",
                        bytesText(content.size()));
    return content;
}

} // namespace morphospace
