// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/letters.h"

#include "core/datasets/glyph_raster.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <cstring>

namespace morphospace {

at::Tensor letterBytes(const std::vector<Typeface>& faces)
{
    constexpr std::size_t bytes = typefaceLetters * glyphImageBytes;
    at::Tensor all =
        torch::empty({std::int64_t(faces.size()), std::int64_t(typefaceLetters),
                      std::int64_t(glyphImageBytes)},
                     torch::kUInt8);
    for (std::size_t i = 0; i < faces.size(); ++i)
        std::memcpy(all.data_ptr<std::uint8_t>() + i * bytes, faces[i].pixels.data(), bytes);
    return all;
}

at::Tensor scaledLetters(const at::Tensor& bytes)
{
    return bytes.to(torch::kFloat32) / 127.5 - 1;
}

at::Tensor letterBytes(const at::Tensor& scaled)
{
    return ((scaled + 1) * 127.5).round().clamp(0, 255).to(torch::kUInt8);
}

} // namespace morphospace
