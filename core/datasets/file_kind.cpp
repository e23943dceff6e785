// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datasets/file_kind.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace morphospace {

std::string foreignKind(std::span<const std::uint8_t> content)
{
    using namespace std::string_view_literals;
    static constexpr std::pair<std::string_view, std::string_view> kinds[] = {
        {"\x89PNG"sv, "a PNG picture"},
        {"\xff\xd8\xff"sv, "a JPEG picture"},
        {"GIF8"sv, "a GIF picture"},
        {"PK\x03\x04"sv, "a ZIP archive"},
        {"\xfd" "7zXZ"sv, "XZ-packed data"},
        {"\x28\xb5\x2f\xfd"sv, "Zstandard-packed data"},
        {"BZh"sv, "bzip2-packed data"},
        {"\x1f\x8b"sv, "data packed by gzip twice"},
        {"%PDF"sv, "a PDF document"},
        {"<!DOCTYPE"sv, "a web page"},
        {"<!doctype"sv, "a web page"},
        {"<html"sv, "a web page"},
        {"<?xml"sv, "an XML document"},
        {"\x80\x02"sv, "a Python pickle"},
        {"\x80\x03"sv, "a Python pickle"},
        {"\x80\x04"sv, "a Python pickle"},
        {"\x93NUMPY"sv, "a NumPy array"},
    };
    for (const auto& [magic, kind] : kinds) {
        if (content.size() >= magic.size()
            && std::equal(magic.begin(), magic.end(), content.begin(),
                          [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; }))
            return std::string(kind);
    }
    // A tar archive says so in the middle of its first block.
    constexpr std::size_t place = 257;
    constexpr std::string_view tar = "ustar";
    if (content.size() >= place + tar.size()
        && std::equal(tar.begin(), tar.end(), content.begin() + place,
                      [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; }))
        return "a tar archive";
    return {};
}

} // namespace morphospace
