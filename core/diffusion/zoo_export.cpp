// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/zoo_export.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/datasets/glyph_raster.h"
#include "core/diffusion/zoo_parts.h"
#include "core/formats/safetensors.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <array>
#include <cstring>

namespace morphospace {

namespace {

/// The changes of all maps of one model.
Adaptation adaptationOf(const TypefaceZoo::Parts& parts, std::span<const float> coefficients)
{
    const std::vector<float> weights = parts.space.unproject(coefficients);
    const at::Tensor row = torch::tensor(at::ArrayRef<float>(weights)).view({1, -1});
    return parts.layout.unflatten(row);
}

std::span<const float> valuesOf(const at::Tensor& tensor)
{
    return {tensor.data_ptr<float>(), std::size_t(tensor.numel())};
}

void appendBigEndian(std::vector<std::byte>& bytes, std::size_t value)
{
    for (const int shift : {24, 16, 8, 0})
        bytes.push_back(static_cast<std::byte>((value >> shift) & 0xff));
}

} // namespace

void writeZooAdapter(const TypefaceZoo& zoo, std::span<const float> coefficients,
                     std::map<std::string, std::string> metadata,
                     const std::filesystem::path& file)
{
    const torch::NoGradGuard noGrad;
    const TypefaceZoo::Parts& parts = zoo.parts();
    const Adaptation changes = adaptationOf(parts, coefficients);
    const std::vector<LinearMap> maps = linearMaps(parts.base.shape);
    StoredFile stored;
    stored.metadata = std::move(metadata);
    stored.metadata["format"] = "pt"; // as readers of safetensors expect
    stored.metadata["r"] = "1";
    stored.metadata["lora_alpha"] = "1";
    for (std::size_t i = 0; i < maps.size(); ++i) {
        const std::string path = "base_model.model." + maps[i].name;
        const at::Tensor a = changes.a[i].reshape({-1}).contiguous();
        const at::Tensor b = changes.b[i].reshape({-1}).contiguous();
        stored.tensors.push_back(
            storeFloats(path + ".lora_A.weight", {1, maps[i].in}, valuesOf(a)));
        stored.tensors.push_back(
            storeFloats(path + ".lora_B.weight", {maps[i].out, 1}, valuesOf(b)));
    }
    writeSafetensors(file, stored);
}

void writeMergedModel(const TypefaceZoo& zoo, std::span<const float> coefficients,
                      std::map<std::string, std::string> metadata,
                      const std::filesystem::path& file)
{
    const torch::NoGradGuard noGrad;
    const TypefaceZoo::Parts& parts = zoo.parts();
    const Adaptation changes = adaptationOf(parts, coefficients);
    Denoiser merged = parts.base;
    for (std::size_t i = 0; i < merged.weights.size(); ++i)
        merged.weights[i] = merged.weights[i]
            + changes.b[i].reshape({-1, 1}).matmul(changes.a[i].reshape({1, -1}));
    writeBase(merged, std::move(metadata), file);
}

IdxPair writeLettersAsIdx(std::span<const std::uint8_t> letters, const std::filesystem::path& file)
{
    const std::size_t count = letters.size() / glyphImageBytes;
    if (letters.empty() || letters.size() % (typefaceLetters * glyphImageBytes) != 0)
        throw Error("letters of " + std::to_string(letters.size())
                    + " bytes; expected whole alphabets of 52 x 784");
    std::string name = file.filename().string();
    std::size_t at = name.rfind("images");
    if (at == std::string::npos) {
        name = file.stem().string() + "-images-idx3-ubyte";
        at = name.rfind("images");
    }
    std::string other = name;
    other.replace(at, 6, "labels");
    if (const std::size_t dimensions = other.find("idx3", at); dimensions != std::string::npos)
        other.replace(dimensions, 4, "idx1");
    const IdxPair pair{file.parent_path() / name, file.parent_path() / other};

    std::vector<std::byte> head;
    appendBigEndian(head, 0x0803);
    appendBigEndian(head, count);
    appendBigEndian(head, glyphCell);
    appendBigEndian(head, glyphCell);
    const std::array images{std::span<const std::byte>(head), std::as_bytes(letters)};
    writeFileAtomically(pair.images, images);
    std::vector<std::byte> labels;
    appendBigEndian(labels, 0x0801);
    appendBigEndian(labels, count);
    for (std::size_t i = 0; i < count; ++i)
        labels.push_back(static_cast<std::byte>(i % typefaceLetters));
    const std::array both{std::span<const std::byte>(labels)};
    writeFileAtomically(pair.labels, both);
    return pair;
}

} // namespace morphospace
