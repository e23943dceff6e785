// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/manifold.h"
#include "core/networks/network.h"
#include "core/smoothness/orders.h"

#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace morphospace {

/// One network in two orders of its channels, with all that is shown of it: a snapshot.
struct OrderComparison {
    Network network;                          ///< folded, in the order it is stored in
    std::map<std::string, Coupling> coupled;  ///< of its tensors, by name
    OrderKind before = OrderKind::Random;     ///< Original: as stored
    OrderKind after = OrderKind::Original;
    ChannelOrders beforeOrders;
    ChannelOrders afterOrders;

    struct Tensor {
        std::string name;
        double before = 0;   ///< total variation, NeuMeta's definition
        double after = 0;
    };
    std::vector<Tensor> tensors;
    double variationBefore = 0;   ///< of the whole network: mean over tensors
    double variationAfter = 0;

    struct Group {
        ChannelGroup group;
        std::vector<double> stepsBefore;   ///< L1 distances of neighbours along the order
        std::vector<double> stepsAfter;
        double lengthBefore = 0;           ///< sum of the steps
        double lengthAfter = 0;
        std::vector<float> plane;          ///< channels x 2: principal components
    };
    std::vector<Group> groups;

    /// Largest difference of an output between the two orders over `pictures` pictures of noise,
    /// relative to the largest output: what re-ordering does to the function is rounding.
    double outputDifference = 0;
    int pictures = 0;
};

/// Computes all of it. Throws Error for a network that is not one of its family, Cancelled.
[[nodiscard]] OrderComparison compareOrders(const Network& network, const InputScaling& scaling,
                                            OrderKind before, OrderKind after,
                                            std::stop_token stop = {});

/// The weights that a manifold generates at full size and at a configuration, and what jitter of
/// the coordinates does to the latter.
struct SizeComparison {
    Network full;
    Network current;             ///< clean
    Network jittered;            ///< one draw with `jitter`; the clean one where that is 0
    double jitter = 0;           ///< full width, in channels
    std::uint64_t seed = 0;

    struct Tensor {
        std::string name;
        double full = 0;         ///< total variation; 0 where this size leaves the tensor out
        double current = 0;
        double jittered = 0;
        double moved = 0;        ///< |jittered - current|, L1, relative to |current|
    };
    std::vector<Tensor> tensors;
    double variationFull = 0;
    double variationCurrent = 0;
    double variationJittered = 0;
    double moved = 0;            ///< of the whole network
};
[[nodiscard]] SizeComparison compareSizes(const Manifold& manifold,
                                          const Configuration& configuration, double jitter,
                                          std::uint64_t seed);

/// One draw with jittered coordinates, not averaged.
[[nodiscard]] Network jitteredNetwork(const Manifold& manifold, const Configuration& configuration,
                                      double jitter, std::uint64_t seed);

} // namespace morphospace
