// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/configuration.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace morphospace {

enum class FamilyKind {
    LeNet,  ///< 1-h-2h-4h convolutions and a classifier: one width, no depth
    ResNet  ///< CIFAR ResNet 6n+2: three stage widths, three block counts
};

/// A network family as data: what is fixed, and the full size its widths and depths morph from.
struct Family {
    FamilyKind kind = FamilyKind::LeNet;
    int imageChannels = 1;
    int imageSize = 28;    ///< images are square; LeNet needs exactly 28
    int classes = 10;
    int stemStride = 1;    ///< ResNet only: 2 halves the picture in the first convolution
    Configuration full;    ///< {{h}, {}} or {{w1, w2, w3}, {n1, n2, n3}}

    bool operator==(const Family&) const = default;
};

/// LeNet with h channels at full size. ResNet: 16-32-64 x n-n-n has depth 6n + 2.
[[nodiscard]] Family leNet(int h, int classes);
[[nodiscard]] Family resNet(std::vector<int> widths, std::vector<int> depths, int imageChannels,
                            int imageSize, int classes, int stemStride = 1);

[[nodiscard]] std::string_view familyName(FamilyKind kind);            ///< "LeNet", "ResNet"
[[nodiscard]] FamilyKind familyKindNamed(std::string_view name);        ///< throws Error

enum class Operation { Convolution, Linear };

/// An axis of a tensor either morphs with a *channel group* (all axes that carry the same channels)
/// or is fixed (image channels, classes): group -1.
struct Axis {
    int size = 0;
    int group = -1;
};

/// One weight with what belongs to its output channels. Names are PyTorch's for such a network.
struct Unit {
    std::string name;      ///< "conv1", "layer2.0.shortcut.0", "fc"
    std::string normName;  ///< "bn1", "layer2.0.shortcut.1"; empty when a plain bias follows
    Operation operation = Operation::Convolution;
    Axis out;
    Axis in;
    int kernel = 1;
    int stride = 1;
    int padding = 0;
    int outputSize = 1;    ///< side of the picture this unit writes, in pixels
    int stage = -1;        ///< index into Configuration::widths that sizes the output; -1 for fc
    int block = -1;        ///< block within its stage, -1 outside blocks

    [[nodiscard]] bool normalised() const { return !normName.empty(); }
    [[nodiscard]] std::int64_t weightCount() const
    {
        return std::int64_t(out.size) * in.size * kernel * kernel;
    }
};

/// The units that exist at a configuration, in the order in which data flows through them (a
/// block's shortcut after its two convolutions). Group numbers are those of the full-size network,
/// so a group means the same channels at every size. Throws Error for an illegal configuration.
[[nodiscard]] std::vector<Unit> units(const Family& family, const Configuration& configuration);

/// One set of coupled channels: they can only be permuted and resized together.
struct ChannelGroup {
    std::string name;   ///< "stem and stage 1", "layer1.0 inner", "conv2"
    int size = 0;       ///< channels at the given configuration
};
[[nodiscard]] std::vector<ChannelGroup> channelGroups(const Family& family,
                                                      const Configuration& configuration);

/// Throws Error naming the value and the legal range: widths 1 .. maximumWidthFactor x full,
/// depths 1 .. full, the right number of each.
void requireLegal(const Family& family, const Configuration& configuration);
inline constexpr int maximumWidthFactor = 2;

/// Numbers of the standalone network, normalisation folded into weights and biases.
[[nodiscard]] std::int64_t parameterCount(const Family& family, const Configuration& configuration);
/// As trained and as published: normalised units count gain and shift instead of a bias.
[[nodiscard]] std::int64_t trainableParameterCount(const Family& family,
                                                   const Configuration& configuration);
/// Multiply-accumulates for one image: convolutions and linear layers, no biases.
[[nodiscard]] std::int64_t macCount(const Family& family, const Configuration& configuration);
/// 1 - parameters / parameters at full size (negative above full size).
[[nodiscard]] double compression(const Family& family, const Configuration& configuration);

/// Every stage at `fraction` of its full width, rounded half up, at least 1; depths as given.
[[nodiscard]] Configuration uniformWidths(const Family& family, double fraction,
                                          std::vector<int> depths);
[[nodiscard]] inline bool changesDepth(const Family& family) { return !family.full.depths.empty(); }

} // namespace morphospace
