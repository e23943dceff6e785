// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weightspace/sampling.h"

#include "core/base/error.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace morphospace {

namespace {

at::Tensor view(const Matrix& matrix)
{
    return torch::from_blob(const_cast<float*>(matrix.values.data()), // NOLINT: takes no const
                            {std::int64_t(matrix.rows), std::int64_t(matrix.columns)},
                            torch::kFloat32);
}

} // namespace

std::string nameOf(SamplingKind kind)
{
    switch (kind) {
    case SamplingKind::Independent:
        return "independent";
    case SamplingKind::Covariance:
        return "covariance";
    case SamplingKind::Bounded:
        break;
    }
    return "bounded";
}

SamplingKind samplingKindFrom(const std::string& name)
{
    for (const SamplingKind kind :
         {SamplingKind::Independent, SamplingKind::Covariance, SamplingKind::Bounded}) {
        if (name == nameOf(kind))
            return kind;
    }
    throw Error("'" + name + "' is no way of sampling; expected independent, covariance or bounded");
}

Matrix sampleMembers(const Matrix& members, std::size_t count, const SamplingOptions& options)
{
    if (members.rows < 2 || members.columns == 0)
        throw Error("sampling needs at least two members");
    const at::Tensor z = view(members);
    const auto k = std::int64_t(std::min(options.components, members.columns));
    const at::Tensor used = z.narrow(1, 0, k);
    const at::Tensor centre = z.mean(0);
    const at::Generator random = at::detail::createCPUGenerator(options.seed);
    const at::Tensor noise = torch::randn({std::int64_t(count), k}, random);
    at::Tensor drawn;
    if (options.kind == SamplingKind::Covariance) {
        const at::Tensor x = (used - used.mean(0)).to(torch::kFloat64);
        const auto [values, vectors] =
            at::linalg_eigh(x.t().matmul(x) / double(members.rows - 1));
        const at::Tensor root = (vectors * values.clamp_min(0).sqrt()).matmul(vectors.t());
        drawn = noise.matmul(root.to(torch::kFloat32)) * options.spread;
    } else {
        drawn = noise * used.std(0) * options.spread;
    }
    Matrix result(count, members.columns);
    const at::Tensor into = view(result);
    into.copy_(centre.expand({std::int64_t(count), centre.size(0)}));
    into.narrow(1, 0, k) += drawn;
    if (options.kind == SamplingKind::Bounded) {
        // Distances in the coefficients that are drawn: the others would only add a constant.
        const at::Tensor own = torch::cdist(used, used);
        own.fill_diagonal_(std::numeric_limits<float>::infinity());
        const double bound =
            at::quantile(std::get<0>(own.min(1)), 0.95).item<double>();
        const auto [distance, nearest] = torch::cdist(into.narrow(1, 0, k), used).min(1);
        const at::Tensor near = used.index_select(0, nearest);
        const at::Tensor factor = (bound / distance.clamp_min(1e-12)).clamp_max(1).unsqueeze(1);
        into.narrow(1, 0, k).copy_(near + (into.narrow(1, 0, k) - near) * factor);
    }
    return result;
}

Novelty novelty(const Matrix& members, std::span<const float> sample)
{
    if (members.rows == 0 || sample.size() != members.columns)
        throw Error("a sample has " + std::to_string(sample.size()) + " coefficients; expected "
                    + std::to_string(members.columns));
    Novelty found;
    found.cosine = -2;
    double closest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < members.rows; ++i) {
        const auto row = members.row(i);
        double ab = 0, aa = 0, bb = 0, apart = 0;
        for (std::size_t k = 0; k < row.size(); ++k) {
            ab += double(row[k]) * sample[k];
            aa += double(row[k]) * row[k];
            bb += double(sample[k]) * sample[k];
            apart += (double(row[k]) - sample[k]) * (double(row[k]) - sample[k]);
        }
        const double cosine = aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : 0;
        if (cosine > found.cosine) {
            found.cosine = cosine;
            found.nearest = i;
        }
        closest = std::min(closest, apart);
    }
    found.distance = std::sqrt(closest);
    return found;
}

std::vector<double> nearestDistances(const Matrix& members)
{
    if (members.rows < 2)
        throw Error("distances between members need at least two");
    const at::Tensor own = torch::cdist(view(members), view(members));
    own.fill_diagonal_(std::numeric_limits<float>::infinity());
    const at::Tensor least = std::get<0>(own.min(1)).to(torch::kFloat64);
    return {least.data_ptr<double>(), least.data_ptr<double>() + least.numel()};
}

} // namespace morphospace
