// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/safetensors.h"
#include "core/networks/network.h"
#include "core/smoothness/orders.h"
#include "core/smoothness/permutation.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace morphospace {

/// A network of a supported family as somebody's safetensors file holds it. LeNet (1-h-2h-4h) and
/// CIFAR ResNets with projected shortcuts, by PyTorch's names, with batch normalisation or folded.
struct NetworkCheckpoint {
    /// Its own full size; what shapes cannot tell (image size, stem stride) is from the header, else
    /// the usual: 28 pixels for LeNet and for one image channel, 32 otherwise, stride 1.
    Family family;
    /// All of the network's tensors in order of units(), named as couplings() has them. A normalised
    /// convolution may have a bias of its own, NAME.bias.
    std::vector<WeightTensor> tensors;
    bool normalised = false;              ///< holds batch normalisation; false: folded
    std::optional<InputScaling> scaling;  ///< where the header tells it
    std::map<std::string, std::string> names;  ///< of `tensors` in the file
    StoredFile stored;                    ///< the file itself

    [[nodiscard]] const Configuration& configuration() const { return family.full; }
};

/// Reads such a file; nothing in it is run. A prefix that all names share ("module.") is ignored,
/// "downsample" is read as "shortcut", "linear" as "fc", "conv_1" as "conv1"; num_batches_tracked is
/// carried along. Throws Error naming file, tensor and what was expected where a tensor is missing,
/// of another shape, not a finite number, or of no place in these networks.
[[nodiscard]] NetworkCheckpoint readNetworkCheckpoint(const std::filesystem::path& file);

/// The network that computes the same, normalisation folded into weights and biases:
/// W g / sqrt(v + eps), b + (c - m) g / sqrt(v + eps), with c the convolution's own bias.
[[nodiscard]] Network foldedNetwork(const NetworkCheckpoint& checkpoint);

/// What the header of a file says whose channels were put in another order: program, channel_order
/// (its name), permuted_from (hash of the network before).
[[nodiscard]] std::map<std::string, std::string> orderProvenance(const Network& before,
                                                                 OrderKind order);

/// The same file with its channels re-ordered: every tensor keeps its name, type and bytes, moved;
/// the header keeps what it says, has orderProvenance() of `kind` besides, and what it said of an
/// order or a hash of the weights before is brought up to date. Writes atomically. Throws Error for
/// what is no permutation.
void writePermuted(const NetworkCheckpoint& checkpoint, const ChannelOrders& orders,
                   OrderKind kind, const std::filesystem::path& file);

} // namespace morphospace
