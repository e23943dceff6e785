// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/network.h"

#include "core/base/hash.h"

namespace morphospace {

std::string Network::hash() const
{
    Sha256 hash;
    hash.add(describe(configuration));
    for (const WeightTensor& tensor : tensors) {
        hash.add(tensor.name);
        hash.add(std::as_bytes(std::span(tensor.shape)));
        hash.add(std::as_bytes(std::span(tensor.values)));
    }
    return hash.hex();
}

} // namespace morphospace
