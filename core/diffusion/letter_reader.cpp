// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/letter_reader.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/datasets/glyph_raster.h"
#include "core/datasets/typefaces.h"
#include "core/evaluation/evaluation.h"
#include "core/manifold/manifold.h"

#include <algorithm>
#include <memory>
#include <numeric>

namespace morphospace {

LetterReader readLetterReader(const std::filesystem::path& named)
{
    const std::filesystem::path file =
        named.empty() ? resourceFolder() / "manifolds" / "glyphs-resnet.manifold" : named;
    const std::shared_ptr<Manifold> manifold = readManifold(file);
    const Family& family = manifold->family();
    if (family.imageSize != glyphCell || family.imageChannels != 1
        || family.classes != int(glyphClasses))
        throw fileError(file, "", "does not classify the characters of Glyphs",
                        "a manifold trained on Glyphs");
    const auto runner = std::make_shared<const NetworkRunner>(
        sampleNetwork(*manifold, family.full, {}), manifold->scaling());
    return [runner](const std::vector<std::uint8_t>& pictures) {
        ImageSet images;
        images.height = glyphCell;
        images.width = glyphCell;
        images.pixels = pictures;
        images.labels.assign(pictures.size() / glyphImageBytes, 0);
        images.classNames.assign(glyphClasses, "");
        std::vector<int> read;
        constexpr std::size_t atOnce = 512;
        for (std::size_t first = 0; first < images.size(); first += atOnce) {
            std::vector<std::size_t> which(std::min(atOnce, images.size() - first));
            std::iota(which.begin(), which.end(), first);
            const std::vector<float> logits = runner->logits(images, which);
            for (std::size_t i = 0; i < which.size(); ++i) {
                const auto row = logits.begin() + std::ptrdiff_t(i * glyphClasses);
                read.push_back(
                    int(std::max_element(row, row + std::ptrdiff_t(typefaceLetters)) - row));
            }
        }
        return read;
    };
}

std::vector<bool> readRight(const std::vector<std::uint8_t>& drawn, const LetterReader& reader)
{
    if (drawn.size() % (typefaceLetters * glyphImageBytes) != 0)
        throw Error("letters are read a face at a time: 52 pictures of 28 x 28 bytes each");
    const std::vector<int> read = reader(drawn);
    std::vector<bool> right(read.size());
    for (std::size_t i = 0; i < read.size(); ++i)
        right[i] = read[i] == int(i % typefaceLetters);
    return right;
}

std::vector<double> legibility(const std::vector<std::uint8_t>& drawn, const LetterReader& reader)
{
    const std::vector<bool> right = readRight(drawn, reader);
    std::vector<double> shares;
    for (std::size_t first = 0; first < right.size(); first += typefaceLetters) {
        const auto from = right.begin() + std::ptrdiff_t(first);
        shares.push_back(double(std::count(from, from + std::ptrdiff_t(typefaceLetters), true))
                         / double(typefaceLetters));
    }
    return shares;
}

} // namespace morphospace
