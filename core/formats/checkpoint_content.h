// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/network.h"

#include <map>
#include <string>

namespace morphospace {

/// Throws Error where the tensors are not exactly those of the network's units, or the scaling does
/// not have a mean and a positive deviation for each image channel.
void requireComplete(const Network& network, const InputScaling& scaling);

/// What a checkpoint says about itself beside its tensors: the network's structure, the scaling of
/// its input (JSON lists) and the caller's provenance.
[[nodiscard]] std::map<std::string, std::string> checkpointFacts(
    const Network& network, const InputScaling& scaling,
    const std::map<std::string, std::string>& provenance);

} // namespace morphospace
