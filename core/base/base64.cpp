// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/base64.h"

#include "core/base/error.h"

#include <openssl/evp.h>

#include <limits>

namespace morphospace {

namespace {

void requireLength(std::size_t length)
{
    if (length > std::size_t(std::numeric_limits<int>::max()) / 2)
        throw Error("base64 of " + std::to_string(length) + " bytes; expected less than a gigabyte");
}

} // namespace

std::string toBase64(std::string_view bytes)
{
    requireLength(bytes.size());
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                       reinterpret_cast<const unsigned char*>(bytes.data()),
                                       static_cast<int>(bytes.size()));
    text.resize(std::size_t(length));
    return text;
}

std::string fromBase64(std::string_view text)
{
    requireLength(text.size());
    if (text.size() % 4 != 0)
        throw Error("base64 of " + std::to_string(text.size()) + " characters; expected a multiple"
                    " of four");
    std::string bytes(text.size() / 4 * 3, '\0');
    const int length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                       reinterpret_cast<const unsigned char*>(text.data()),
                                       static_cast<int>(text.size()));
    if (length < 0)
        throw Error("this is not base64");
    // OpenSSL counts the padding's zero bytes.
    std::size_t padding = 0;
    while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=')
        ++padding;
    bytes.resize(std::size_t(length) - padding);
    return bytes;
}

} // namespace morphospace
