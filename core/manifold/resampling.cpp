// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifold/resampling.h"

#include "core/base/error.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <cmath>

namespace morphospace {

at::Tensor resamplingMatrix(int from, int to, const at::Tensor& noise)
{
    at::Tensor matrix = torch::zeros({to, from});
    auto cell = matrix.accessor<float, 2>();
    const auto offset = noise.accessor<float, 1>();
    const double step = double(from) / to;
    for (int c = 0; c < to; ++c) {
        const double shift = offset[c];
        // std::clamp lets NaN pass, and an index made from it would lie anywhere.
        if (!std::isfinite(shift))
            throw Error("the jitter of a channel is no finite number");
        if (to > from || (to == from && shift != 0)) {
            const double middle =
                std::clamp((c + 0.5 + shift) * step - 0.5, 0.0, double(from - 1));
            const int below = std::min(static_cast<int>(middle), from - 1);
            const int above = std::min(below + 1, from - 1);
            cell[c][below] += static_cast<float>(1.0 - (middle - below));
            cell[c][above] += static_cast<float>(middle - below);
            continue;
        }
        // The window keeps its width at the ends: it is moved back inside the axis.
        const double first = std::clamp((c + shift) * step, 0.0, from - step);
        for (int old = static_cast<int>(first); old < from && old < first + step; ++old) {
            const double covered =
                std::min<double>(old + 1, first + step) - std::max<double>(old, first);
            cell[c][old] = static_cast<float>(std::max(covered, 0.0) / step);
        }
    }
    return matrix;
}

} // namespace morphospace
