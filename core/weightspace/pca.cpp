// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weightspace/pca.h"

#include "core/base/cancel.h"
#include "core/base/error.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <future>

namespace morphospace {

namespace {

at::Tensor view(const std::vector<float>& values)
{
    return torch::from_blob(const_cast<float*>(values.data()), // NOLINT: from_blob takes no const
                            {std::int64_t(values.size())}, torch::kFloat32);
}

at::Tensor view(const Matrix& matrix)
{
    return torch::from_blob(const_cast<float*>(matrix.values.data()), // NOLINT: as above
                            {std::int64_t(matrix.rows), std::int64_t(matrix.columns)},
                            torch::kFloat32);
}

Matrix matrixOf(const at::Tensor& tensor)
{
    const at::Tensor flat = tensor.to(torch::kFloat32).contiguous();
    Matrix matrix(std::size_t(flat.size(0)), std::size_t(flat.size(1)));
    std::copy_n(flat.data_ptr<float>(), matrix.values.size(), matrix.values.begin());
    return matrix;
}

/// 1 / deviation, and 0 where there is none: a constant weight has no part in the space.
at::Tensor inverseOf(const std::vector<float>& deviation)
{
    const at::Tensor d = view(deviation);
    return torch::where(d > 0, d.reciprocal(), torch::zeros_like(d));
}

void requireMembers(const WeightRows& rows)
{
    if (rows.rows() < 2 || rows.columns() == 0)
        throw Error("a space needs at least two members with weights; there are "
                    + std::to_string(rows.rows()) + " with " + std::to_string(rows.columns()));
}

/// Each row's largest entry is made positive, so that the sign is the same on every machine.
void fixSigns(at::Tensor& components)
{
    const at::Tensor largest = components.abs().argmax(1, true);
    components.mul_(components.gather(1, largest).sign());
}

void standardise(const at::Tensor& part, const std::vector<float>& mean, const at::Tensor& inverse)
{
    const float* centre = mean.data();
    const float* scale = inverse.data_ptr<float>();
    const std::size_t columns = mean.size();
    float* row = part.data_ptr<float>();
    for (std::int64_t i = 0; i < part.size(0); ++i, row += columns)
        for (std::size_t j = 0; j < columns; ++j)
            row[j] = (row[j] - centre[j]) * scale[j];
}

/// Calls `use` with block after block of standardised rows [b, d]. While one is worked on, the next is
/// read: a disk and a processor that wait for each other need the sum of both times.
template <class Use>
void forBlocks(const WeightRows& rows, const std::vector<float>& mean, const at::Tensor& inverse,
               std::size_t blockRows, const std::stop_token& stop, Use use)
{
    const std::size_t most = std::min(blockRows, rows.rows());
    const bool several = rows.rows() > most;
    std::array<at::Tensor, 2> blocks;
    for (std::size_t i = 0; i < (several ? 2 : 1); ++i)
        blocks[i] = torch::empty({std::int64_t(most), std::int64_t(rows.columns())});
    const auto read = [&](std::size_t first, std::size_t block) {
        return std::async(several ? std::launch::async : std::launch::deferred,
                          [&rows, first, count = std::min(most, rows.rows() - first),
                           to = blocks[block].data_ptr<float>()] { rows.read(first, count, to); });
    };
    std::future<void> reading = read(0, 0); // waits when it is left early
    std::size_t block = 0;
    for (std::size_t first = 0; first < rows.rows(); first += most) {
        throwIfStopped(stop);
        reading.get();
        if (first + most < rows.rows())
            reading = read(first + most, 1 - block);
        const at::Tensor part =
            blocks[block].narrow(0, 0, std::int64_t(std::min(most, rows.rows() - first)));
        standardise(part, mean, inverse);
        use(part, first);
        block = 1 - block;
    }
}

} // namespace

std::vector<float> WeightSpace::project(std::span<const float> weights) const
{
    if (weights.size() != mean.size())
        throw Error("a member has " + std::to_string(weights.size())
                    + " weights; expected the space's " + std::to_string(mean.size()));
    Matrix one(1, mean.size());
    std::copy(weights.begin(), weights.end(), one.values.begin());
    return project(MatrixRows(one)).values;
}

std::vector<float> WeightSpace::unproject(std::span<const float> coefficients) const
{
    if (coefficients.size() > size())
        throw Error(std::to_string(coefficients.size()) + " coefficients; expected at most the "
                    + std::to_string(size()) + " of the space");
    const std::vector<float> z(coefficients.begin(), coefficients.end());
    const at::Tensor weights =
        view(z).matmul(view(components).narrow(0, 0, std::int64_t(z.size())))
            .mul_(view(deviation))
            .add_(view(mean));
    return {weights.data_ptr<float>(), weights.data_ptr<float>() + weights.numel()};
}

Matrix WeightSpace::project(const WeightRows& rows) const
{
    if (rows.columns() != mean.size())
        throw Error("members have " + std::to_string(rows.columns())
                    + " weights; expected the space's " + std::to_string(mean.size()));
    Matrix result(rows.rows(), size());
    const at::Tensor into = view(result);
    const at::Tensor v = view(components).t();
    forBlocks(rows, mean, inverseOf(deviation), 256, {},
              [&](const at::Tensor& part, std::size_t first) {
                  into.narrow(0, std::int64_t(first), part.size(0)).copy_(part.matmul(v));
              });
    return result;
}

double WeightSpace::explained(std::size_t k) const
{
    double sum = 0;
    for (std::size_t i = 0; i < std::min(k, variances.size()); ++i)
        sum += variances[i];
    return totalVariance > 0 ? sum / totalVariance : 0;
}

WeightSpace WeightSpace::truncated(std::size_t k) const
{
    if (k > size())
        throw Error("the space has " + std::to_string(size()) + " components; "
                    + std::to_string(k) + " were asked for");
    WeightSpace space;
    space.mean = mean;
    space.deviation = deviation;
    space.components = Matrix(k, mean.size());
    std::copy_n(components.values.begin(), k * mean.size(), space.components.values.begin());
    space.variances.assign(variances.begin(), variances.begin() + std::ptrdiff_t(k));
    space.totalVariance = totalVariance;
    space.members = members;
    return space;
}

void standardisation(const WeightRows& rows, std::vector<float>& mean,
                     std::vector<float>& deviation, std::size_t blockRows, std::stop_token stop)
{
    requireMembers(rows);
    const auto columns = std::int64_t(rows.columns());
    at::Tensor centre = torch::zeros({columns}, torch::kFloat64);
    at::Tensor squares = torch::zeros({columns}, torch::kFloat64);
    double seen = 0;
    const std::vector<float> zero(rows.columns(), 0.0F);
    forBlocks(rows, zero, torch::ones({columns}), blockRows, stop,
              [&](const at::Tensor& part, std::size_t) {
                  const double count = double(part.size(0));
                  const at::Tensor own = part.mean(0);
                  const at::Tensor spread = (part - own).square_().sum(0).to(torch::kFloat64);
                  const at::Tensor shift = own.to(torch::kFloat64) - centre;
                  squares += spread + shift.square() * (seen * count / (seen + count));
                  centre += shift * (count / (seen + count));
                  seen += count;
              });
    if (!squares.isfinite().all().item<bool>())
        throw Error("a member has a weight that is not finite");
    at::Tensor d = (squares / (seen - 1)).sqrt();
    // What is left of a constant column is rounding.
    d = torch::where(d > 1e-7 * centre.abs(), d, torch::zeros_like(d));
    const at::Tensor c32 = centre.to(torch::kFloat32);
    const at::Tensor d32 = d.to(torch::kFloat32);
    mean.assign(c32.data_ptr<float>(), c32.data_ptr<float>() + columns);
    deviation.assign(d32.data_ptr<float>(), d32.data_ptr<float>() + columns);
}

WeightSpace principalComponents(const WeightRows& rows, std::size_t components)
{
    WeightSpace space;
    standardisation(rows, space.mean, space.deviation);
    space.members = rows.rows();
    const auto n = std::int64_t(rows.rows());
    const auto d = std::int64_t(rows.columns());
    const at::Tensor x = torch::empty({n, d});
    forBlocks(rows, space.mean, inverseOf(space.deviation), 256, {},
              [&x](const at::Tensor& part, std::size_t first) {
                  x.narrow(0, std::int64_t(first), part.size(0)).copy_(part);
              });
    const bool few = n <= d;
    at::Tensor gram;
    if (few) {
        // Double sums of float products, a slice of the columns at a time.
        gram = torch::zeros({n, n}, torch::kFloat64);
        for (std::int64_t at = 0; at < d; at += 4096) {
            const at::Tensor slice =
                x.narrow(1, at, std::min<std::int64_t>(4096, d - at)).to(torch::kFloat64);
            gram.addmm_(slice, slice.t());
        }
    } else {
        gram = torch::zeros({d, d}, torch::kFloat64);
        for (std::int64_t at = 0; at < n; at += 4096) {
            const at::Tensor slice =
                x.narrow(0, at, std::min<std::int64_t>(4096, n - at)).to(torch::kFloat64);
            gram.addmm_(slice.t(), slice);
        }
    }
    space.totalVariance = gram.trace().item<double>() / double(n - 1);
    const auto [values, vectors] = at::linalg_eigh(gram);
    const at::Tensor falling = values.flip(0);
    const double* squares = falling.data_ptr<double>();
    std::int64_t rank = 0;
    // n members have at most n - 1 dimensions around their mean.
    const std::int64_t most = std::min({falling.size(0), std::int64_t(components), n - 1});
    while (rank < most && squares[rank] > 1e-10 * squares[0])
        ++rank;
    const at::Tensor u = vectors.flip(1).narrow(1, 0, rank);
    at::Tensor v;
    if (few) {
        v = u.to(torch::kFloat32).t().matmul(x).to(torch::kFloat64);
        v.div_(falling.narrow(0, 0, rank).sqrt().unsqueeze(1));
        // One more orthogonalisation takes out what rounding left between the rows.
        const auto [q, r] = at::linalg_qr(v.t());
        v = (q * r.diagonal().sign()).t();
    } else {
        v = u.t().contiguous();
    }
    v = v.contiguous();
    fixSigns(v);
    space.components = matrixOf(v);
    for (std::int64_t i = 0; i < rank; ++i)
        space.variances.push_back(squares[i] / double(n - 1));
    return space;
}

WeightSpace streamedPrincipalComponents(const WeightRows& rows, const StreamedPca& options)
{
    requireMembers(rows);
    WeightSpace space;
    const std::size_t blockRows = std::max<std::size_t>(
        1, options.blockBytes / 2 / (rows.columns() * sizeof(float))); // two are held
    standardisation(rows, space.mean, space.deviation, blockRows, options.stop);
    space.members = rows.rows();
    const auto d = std::int64_t(rows.columns());
    const auto wanted = std::int64_t(
        std::min({options.components, rows.columns(), rows.rows() - 1}));
    const auto width = std::min<std::int64_t>(
        {wanted + std::int64_t(options.oversampling), d, std::int64_t(rows.rows())});
    for (const float deviation : space.deviation)
        space.totalVariance += deviation > 0 ? 1 : 0;

    const at::Generator random = at::detail::createCPUGenerator(options.seed);
    at::Tensor basis = std::get<0>(at::linalg_qr(torch::randn({d, width}, random)));
    const at::Tensor inverse = inverseOf(space.deviation);
    at::Tensor falling;
    at::Tensor rotation;
    double before = 0;
    for (int pass = 1; pass <= options.passes; ++pass) {
        at::Tensor image = torch::zeros({d, width});
        forBlocks(rows, space.mean, inverse, blockRows, options.stop,
                  [&](const at::Tensor& part, std::size_t) {
                      image.addmm_(part.t(), part.matmul(basis));
                  });
        // Rayleigh and Ritz on the basis that made this image.
        const at::Tensor small = basis.t().matmul(image).to(torch::kFloat64);
        const auto [values, vectors] = at::linalg_eigh((small + small.t()) / 2);
        falling = values.flip(0) / double(rows.rows() - 1);
        rotation = vectors.flip(1).to(torch::kFloat32);
        const double explained =
            falling.narrow(0, 0, wanted).sum().item<double>() / std::max(1.0, space.totalVariance);
        if (options.progress)
            options.progress(pass, explained);
        const bool settled = explained - before < options.tolerance * explained;
        before = explained;
        if (settled || pass == options.passes)
            break;
        basis = std::get<0>(at::linalg_qr(image));
    }
    at::Tensor v = basis.matmul(rotation.narrow(1, 0, wanted)).t().contiguous();
    fixSigns(v);
    std::int64_t rank = 0;
    const double* variances = falling.data_ptr<double>();
    while (rank < wanted && variances[rank] > 1e-6 * variances[0])
        space.variances.push_back(variances[rank++]);
    space.components = matrixOf(v.narrow(0, 0, rank));
    return space;
}

} // namespace morphospace
