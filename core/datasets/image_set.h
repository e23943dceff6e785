// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace morphospace {

/// Labelled images held in memory, 8 bits a channel. Immutable once read; share it by
/// `std::shared_ptr<const ImageSet>`.
struct ImageSet {
    std::string name;                     ///< "Glyphs (test)", "MNIST (test)" ...
    int channels = 1;
    int height = 0;
    int width = 0;
    std::vector<std::uint8_t> pixels;     ///< N x channels x height x width, row major
    std::vector<std::uint8_t> labels;     ///< N, each below classNames.size()
    std::vector<std::string> classNames;  ///< one a class, as shown to people
    std::vector<std::uint16_t> clusters;  ///< N cluster numbers (font families), or empty
    std::string hash;                     ///< SHA-256 over shape, pixels and labels

    [[nodiscard]] std::size_t size() const { return labels.size(); }
    [[nodiscard]] std::size_t imageBytes() const
    {
        return static_cast<std::size_t>(channels) * static_cast<std::size_t>(height)
            * static_cast<std::size_t>(width);
    }
    [[nodiscard]] std::span<const std::uint8_t> image(std::size_t index) const
    {
        return std::span(pixels).subspan(index * imageBytes(), imageBytes());
    }
};

/// SHA-256 over channels, height, width, count, pixels and labels.
[[nodiscard]] std::string imageSetHash(const ImageSet& images);

} // namespace morphospace
