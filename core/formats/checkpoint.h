// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/network.h"

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace morphospace {

enum class CheckpointFormat { Safetensors, TorchScript, Onnx };
inline constexpr std::array checkpointFormats{
    CheckpointFormat::Safetensors, CheckpointFormat::TorchScript, CheckpointFormat::Onnx};

/// "safetensors", "TorchScript", "ONNX".
[[nodiscard]] std::string_view nameOf(CheckpointFormat format);
/// ".safetensors", ".pt", ".onnx".
[[nodiscard]] std::string_view extensionOf(CheckpointFormat format);
/// The format that a file's name asks for. Throws Error naming the file where it asks for none.
[[nodiscard]] CheckpointFormat checkpointFormat(const std::filesystem::path& file);

/// Writes the network in the format that the file's name asks for.
void writeNetwork(const Network& network, const InputScaling& scaling,
                  const std::map<std::string, std::string>& provenance,
                  const std::filesystem::path& file);

/// Writes a sampled network as safetensors with PyTorch's names (NAME.weight, NAME.bias);
/// `provenance` goes into the header's metadata beside family, configuration and input scaling.
void writeCheckpoint(const Network& network, const InputScaling& scaling,
                     const std::map<std::string, std::string>& provenance,
                     const std::filesystem::path& file);

/// Writes the network as TorchScript that `torch.jit.load` of Python runs: forward(x) takes
/// N x C x S x S *pixels scaled to 0..1* and gives N x classes scores; the input scaling is inside.
void writeTorchScript(const Network& network, const InputScaling& scaling,
                      const std::map<std::string, std::string>& provenance,
                      const std::filesystem::path& file);

} // namespace morphospace
