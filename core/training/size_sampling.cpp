// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/size_sampling.h"

#include <algorithm>
#include <cmath>

namespace morphospace {

namespace {

// std::uniform_real_distribution differs between standard libraries; a resumed or repeated
// training must not.
double uniform(std::mt19937_64& random)
{
    return double(random() >> 11) * 0x1.0p-53;
}

std::vector<int> randomDepths(const Family& family, std::mt19937_64& random)
{
    std::vector<int> depths = family.full.depths;
    const bool least = uniform(random) < 0.3;
    for (int& depth : depths)
        depth = least ? 1 : 1 + static_cast<int>(random() % std::uint64_t(depth));
    return depths;
}

} // namespace

std::vector<Configuration> drawSandwich(const Family& family, const SizeSampling& sampling,
                                        std::mt19937_64& random)
{
    const std::vector<int>& fullDepths = family.full.depths;
    const auto depths = [&](double chance) {
        return sampling.depth && uniform(random) < chance ? randomDepths(family, random)
                                                          : fullDepths;
    };
    const auto fraction = [&] {
        return sampling.least + (sampling.greatest - sampling.least) * uniform(random);
    };
    std::vector<Configuration> sizes;
    sizes.push_back(family.full);
    sizes.push_back(uniformWidths(family, sampling.least, depths(0.6)));
    const double first = sampling.depth && uniform(random) < 0.3 ? 1.0 : fraction();
    sizes.push_back(uniformWidths(family, first, depths(1.0)));
    sizes.push_back(uniformWidths(family, fraction(), depths(0.5)));
    const std::size_t stages = family.full.widths.size();
    if (stages > 1 && uniform(random) < 0.5) {
        Configuration& mixed = sizes[2 + random() % 2];
        for (std::size_t stage = 0; stage < stages; ++stage)
            mixed.widths[stage] = uniformWidths(family, fraction(), mixed.depths).widths[stage];
    }
    return sizes;
}

TrainedRange trainedRange(const Family& family, const SizeSampling& sampling)
{
    const std::vector<int> one(family.full.depths.size(), 1);
    return {uniformWidths(family, sampling.least, sampling.depth ? one : family.full.depths),
            uniformWidths(family, std::max(sampling.greatest, 1.0), family.full.depths)};
}

} // namespace morphospace
