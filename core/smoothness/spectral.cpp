// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smoothness/spectral.h"

#include "core/base/error.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <cmath>

namespace morphospace {

namespace {

using at::Tensor;

/// LAPACK may never return from numbers that are none.
void requireFinite(const Tensor& tensor)
{
    if (!tensor.isfinite().all().item<bool>())
        throw Error("channels with weights that are no finite numbers have no spectrum");
}

/// An eigenvector is given up to its sign: the largest coordinate is made positive.
Tensor withFixedSign(const Tensor& vector)
{
    const Tensor largest = vector.index_select(0, vector.abs().argmax().reshape({1}));
    return largest.item<double>() < 0 ? -vector : vector;
}

std::vector<double> toVector(const Tensor& tensor)
{
    const Tensor values = tensor.contiguous();
    return {values.data_ptr<double>(), values.data_ptr<double>() + values.numel()};
}

/// Coordinates along the `count` largest principal components, channels x count, by way of the
/// inner products: there are far fewer channels than values in each.
Tensor components(const ChannelVectors& channels, int count)
{
    const std::int64_t n = channels.channels;
    Tensor rows = torch::tensor(at::ArrayRef<float>(channels.values)).to(torch::kFloat64);
    rows = rows.reshape({n, std::int64_t(channels.length())});
    requireFinite(rows);
    rows = rows - rows.mean(0, true);
    const auto [values, vectors] = torch::linalg_eigh(torch::mm(rows, rows.t()), "L");
    Tensor result = torch::zeros({n, count}, torch::kFloat64);
    for (std::int64_t i = 0; i < std::min<std::int64_t>(count, n); ++i) {
        const double scale = std::sqrt(std::max(values[n - 1 - i].item<double>(), 0.0));
        result.select(1, i).copy_(withFixedSign(vectors.select(1, n - 1 - i)) * scale);
    }
    return result;
}

} // namespace

std::vector<double> firstComponent(const ChannelVectors& channels)
{
    if (channels.channels == 0 || channels.length() == 0)
        return std::vector<double>(std::size_t(channels.channels));
    return toVector(components(channels, 1).select(1, 0));
}

std::vector<float> principalComponents(const ChannelVectors& channels, int count)
{
    if (channels.channels == 0 || channels.length() == 0 || count <= 0)
        return std::vector<float>(std::size_t(channels.channels) * std::size_t(std::max(count, 0)));
    const std::vector<double> values = toVector(components(channels, count));
    return {values.begin(), values.end()};
}

std::vector<double> fiedlerVector(const DistanceMatrix& distances)
{
    const std::int64_t n = distances.size;
    if (n < 2)
        return std::vector<double>(std::size_t(n));
    const Tensor apart = torch::tensor(at::ArrayRef<float>(distances.values))
                             .to(torch::kFloat64)
                             .reshape({n, n});
    requireFinite(apart);
    const Tensor similar = (apart.max() - apart).fill_diagonal_(0);
    const Tensor laplacian = torch::diag(similar.sum(1)) - similar;
    const auto [values, vectors] = torch::linalg_eigh(laplacian, "L");
    return toVector(withFixedSign(vectors.select(1, 1)));
}

} // namespace morphospace
