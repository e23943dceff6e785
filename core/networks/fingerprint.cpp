// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/fingerprint.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace morphospace {

namespace {

constexpr std::size_t probes = 32;

} // namespace

Fingerprint fingerprint(const Network& network)
{
    Fingerprint result;
    result.hash = network.hash();
    std::size_t all = 0;
    for (const WeightTensor& tensor : network.tensors)
        all += tensor.values.size();
    std::size_t before = 0;
    std::size_t next = 0;
    for (const WeightTensor& tensor : network.tensors) {
        // The probe with number i stands in the middle of the i-th of equal parts.
        for (; next < std::min(probes, all); ++next) {
            const std::size_t place = (2 * next + 1) * all / (2 * std::min(probes, all));
            if (place >= before + tensor.values.size())
                break;
            result.probe.push_back(tensor.values[place - before]);
        }
        before += tensor.values.size();
    }
    return result;
}

double probeDifference(const std::vector<float>& a, const std::vector<float>& b)
{
    if (a.size() != b.size())
        return std::numeric_limits<double>::infinity();
    double apart = 0;
    double scale = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        apart = std::max(apart, std::abs(double(a[i]) - double(b[i])));
        scale = std::max({scale, std::abs(double(a[i])), std::abs(double(b[i]))});
    }
    return scale > 0 ? apart / scale : 0;
}

} // namespace morphospace
