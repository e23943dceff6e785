// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cctype>
#include <random>
#include <string>
#include <string_view>

namespace morphospace {

/// A damaged copy of a file: one to four changes such as a cut, flipped bits, a part that is
/// missing, doubled or moved, and numbers and words (of JSON, of lengths in eight bytes) that no
/// writer would write. The same for the same state of `random`.
inline std::string mutated(std::string bytes, std::mt19937_64& random)
{
    const auto below = [&random](std::size_t count) { return std::size_t(random() % count); };
    static constexpr std::array<std::string_view, 24> words{
        "-1", "0", "1e9999", "-0.0", "1e308", "2147483648", "4294967295", "9223372036854775808",
        "18446744073709551615", "18446744073709551616", "null", "true", "[]", "{}", "\"\"", "[[]]",
        "\"\\u0000\"", "\"\\ud800\"", "..", "/", "NaN", "\xff\xfe", "\"\xc3\"", ","};
    static constexpr std::array<std::uint64_t, 6> lengths{
        0, 1, 0x7FFFFFFF, 0xFFFFFFFF, 0x7FFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF};
    for (std::size_t changes = 1 + below(4); changes > 0 && !bytes.empty(); --changes) {
        const std::size_t at = below(bytes.size());
        const std::size_t count = std::min(bytes.size() - at, 1 + below(below(8) == 0 ? 512 : 24));
        switch (below(9)) {
        case 0:
            bytes.resize(at);
            break;
        case 1:
            bytes[at] = char(bytes[at] ^ (1 << below(8)));
            break;
        case 2:
            bytes[at] = char(random());
            break;
        case 3:
            bytes.erase(at, count);
            break;
        case 4:
            bytes.insert(below(bytes.size()), bytes.substr(at, count));
            break;
        case 5: {
            const std::string part = bytes.substr(at, count);
            bytes.erase(at, count);
            bytes.insert(below(bytes.size() + 1), part);
            break;
        }
        case 6: // eight bytes that say a length
            for (std::size_t i = 0, value = lengths[below(lengths.size())];
                 i < 8 && at + i < bytes.size(); ++i)
                bytes[at + i] = char(value >> (8 * i));
            break;
        case 7: { // another number for one that stands there
            const auto digit = [](unsigned char c) { return std::isdigit(c) != 0; };
            const auto from = std::find_if(bytes.begin() + std::ptrdiff_t(at), bytes.end(), digit);
            const auto to = std::find_if_not(from, bytes.end(), digit);
            bytes.replace(from, to, words[below(words.size())]);
            break;
        }
        default:
            bytes.replace(at, below(3) == 0 ? 0 : count, words[below(words.size())]);
        }
    }
    return bytes;
}

} // namespace morphospace
