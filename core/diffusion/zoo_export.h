// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diffusion/zoo.h"

#include <filesystem>
#include <map>
#include <span>
#include <string>

namespace morphospace {

/// Writes a model of a zoo as a LoRA adapter of rank 1 in float32: for each map of the base
/// "base_model.model.MAP.lora_A.weight" [1, in] and ".lora_B.weight" [out, 1], as PEFT names them
/// (scale 1). `metadata` says where it comes from and is kept in the header. Atomic; throws Error
/// naming the file.
void writeZooAdapter(const TypefaceZoo& zoo, std::span<const float> coefficients,
                     std::map<std::string, std::string> metadata,
                     const std::filesystem::path& file);

/// Writes a model of a zoo as a network by itself, W + b a^T of every map, in the form that readBase()
/// and 'zoo build --base' read. Atomic; throws Error naming the file.
void writeMergedModel(const TypefaceZoo& zoo, std::span<const float> coefficients,
                      std::map<std::string, std::string> metadata,
                      const std::filesystem::path& file);

/// Writes letters (models x 52 x 784 bytes) as a pair of IDX files that readIdx() reads: `file` and,
/// beside it, the labels 0 to 51. The two names differ in "images" and "labels": a name without
/// "images" gets "-images-idx3-ubyte". Each atomic. Returns the two paths; throws Error naming a file.
struct IdxPair {
    std::filesystem::path images;
    std::filesystem::path labels;
};
IdxPair writeLettersAsIdx(std::span<const std::uint8_t> letters, const std::filesystem::path& file);

} // namespace morphospace
