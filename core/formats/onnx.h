// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/network.h"

#include <filesystem>
#include <map>
#include <string>

namespace morphospace {

/// Versions of the operators and of the file format that are written: those of ONNX 1.8, so that
/// runtimes from then on load the file.
inline constexpr int onnxOperatorSet = 13;
inline constexpr int onnxFileVersion = 7;

/// Writes the network as ONNX: input "pixels", N x C x S x S *pixels scaled to 0..1* with any N;
/// output "scores", N x classes. The input scaling is inside, weights have PyTorch's names and the
/// facts of a checkpoint stand in the model's metadata. Before anything is written the model
/// passes ONNX's own checker and its shape inference; throws Error where it does not.
void writeOnnx(const Network& network, const InputScaling& scaling,
               const std::map<std::string, std::string>& provenance,
               const std::filesystem::path& file);

} // namespace morphospace
