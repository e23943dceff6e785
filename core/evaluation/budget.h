// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/family.h"

#include <array>
#include <string>
#include <string_view>

namespace morphospace {

/// What a network costs.
enum class Cost {
    Parameters,
    Macs,
    Bytes,    ///< of its weights as float32
    Latency   ///< measured seconds for one image, one thread
};
inline constexpr std::array costs{Cost::Parameters, Cost::Macs, Cost::Bytes, Cost::Latency};

/// "parameters", "macs", "bytes", "latency".
[[nodiscard]] std::string_view nameOf(Cost cost);

struct Budget {
    Cost cost = Cost::Macs;
    double limit = 0;   ///< a network may cost this much; seconds for latency

    bool operator==(const Budget&) const = default;
};

/// "macs=1.2M", "parameters=60k", "bytes=240k", "latency=0.8ms": a name of a cost and a number with
/// k, M or G (times 1000) or, for latency, s, ms or us. Throws Error that says what is accepted.
[[nodiscard]] Budget parseBudget(std::string_view text);
/// "at most 1200000 MACs", "at most 0.8 ms".
[[nodiscard]] std::string describe(const Budget& budget);
/// 1200000 as "1200000", 0.0008 s as "0.8 ms".
[[nodiscard]] std::string costText(Cost cost, double value);

/// What a configuration costs by counting. Throws Error for Latency, which has to be measured.
[[nodiscard]] double countedCost(Cost cost, const Family& family,
                                 const Configuration& configuration);

} // namespace morphospace
