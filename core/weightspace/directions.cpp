// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weightspace/directions.h"

#include "core/base/error.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace morphospace {

namespace {

double dot(std::span<const float> a, std::span<const float> b)
{
    double sum = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        sum += double(a[i]) * b[i];
    return sum;
}

double mean(std::span<const double> values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

void requireLabels(const Matrix& z, std::span<const double> labels)
{
    if (z.rows == 0 || z.columns == 0)
        throw Error("there are no members to learn a direction from");
    if (labels.size() != z.rows)
        throw Error(std::to_string(labels.size()) + " labels for " + std::to_string(z.rows)
                    + " members; expected one each");
    if (!std::all_of(labels.begin(), labels.end(), [](double y) { return std::isfinite(y); }))
        throw Error("a label is not finite");
}

} // namespace

std::vector<float> leastSquares(const Matrix& z, std::span<const double> labels)
{
    requireLabels(z, labels);
    at::Tensor x = torch::from_blob(const_cast<float*>(z.values.data()), // NOLINT: no const
                                    {std::int64_t(z.rows), std::int64_t(z.columns)},
                                    torch::kFloat32)
                       .to(torch::kFloat64);
    x = x - x.mean(0);
    at::Tensor y = torch::empty({std::int64_t(labels.size()), 1}, torch::kFloat64);
    std::copy(labels.begin(), labels.end(), y.data_ptr<double>());
    y -= y.mean();
    // gelsd: minimum norm where columns are dependent, by the same cut as the pseudo-inverse.
    const at::Tensor n =
        std::get<0>(at::linalg_lstsq(x, y, 1e-10, "gelsd")).to(torch::kFloat32);
    return {n.data_ptr<float>(), n.data_ptr<float>() + n.numel()};
}

std::vector<float> leastSquaresOfMembers(const Matrix& z, std::span<const double> labels)
{
    requireLabels(z, labels);
    const double centre = mean(labels);
    std::vector<double> products(z.columns, 0.0);
    std::vector<double> squares(z.columns, 0.0);
    for (std::size_t i = 0; i < z.rows; ++i) {
        const auto row = z.row(i);
        for (std::size_t k = 0; k < z.columns; ++k) {
            products[k] += row[k] * (labels[i] - centre);
            squares[k] += double(row[k]) * row[k];
        }
    }
    std::vector<float> normal(z.columns);
    for (std::size_t k = 0; k < z.columns; ++k)
        normal[k] = static_cast<float>(squares[k] > 0 ? products[k] / squares[k] : 0);
    return normal;
}

Direction makeDirection(std::string name, std::vector<float> normal, const Matrix& members)
{
    const double length = std::sqrt(dot(normal, normal));
    if (!(length > 0) || !std::isfinite(length))
        throw Error("the direction '" + name
                    + "' is zero: the members do not differ along it");
    for (float& value : normal)
        value = static_cast<float>(value / length);
    Direction direction{std::move(name), std::move(normal), 0, 0, 0};
    std::vector<double> along = positions(members, direction.axis);
    if (along.size() < 2)
        throw Error("a direction needs at least two members");
    const double centre = mean(along);
    double squares = 0;
    for (double& value : along) {
        value -= centre;
        squares += value * value;
    }
    direction.sigma = std::sqrt(squares / double(along.size() - 1));
    const auto [low, high] = std::minmax_element(along.begin(), along.end());
    if (direction.sigma > 0) {
        direction.least = *low / direction.sigma;
        direction.greatest = *high / direction.sigma;
    }
    return direction;
}

std::vector<float> directionBetween(const Matrix& members, std::span<const std::size_t> groupA,
                                    std::span<const std::size_t> groupB)
{
    if (groupA.empty() || groupB.empty())
        throw Error("a direction between two groups needs members in both");
    std::vector<double> labels(members.rows, 0.0);
    const auto mark = [&](std::span<const std::size_t> group, double label) {
        for (const std::size_t member : group) {
            if (member >= members.rows)
                throw Error("there is no member " + std::to_string(member) + "; expected 0 to "
                            + std::to_string(members.rows - 1));
            if (labels[member] != 0)
                throw Error("member " + std::to_string(member) + " is marked twice");
            labels[member] = label;
        }
    };
    mark(groupA, -1.0 / double(groupA.size()));
    mark(groupB, 1.0 / double(groupB.size()));
    return leastSquaresOfMembers(members, labels);
}

std::vector<float> debiased(std::span<const float> normal,
                            const std::vector<std::vector<float>>& nuisances)
{
    if (nuisances.empty())
        return {normal.begin(), normal.end()};
    const auto k = std::int64_t(normal.size());
    const at::Tensor columns =
        torch::zeros({k, std::int64_t(nuisances.size())}, torch::kFloat64);
    for (std::size_t i = 0; i < nuisances.size(); ++i) {
        if (nuisances[i].size() != normal.size())
            throw Error("directions of different spaces cannot be made independent");
        const double length = std::sqrt(dot(nuisances[i], nuisances[i]));
        for (std::size_t row = 0; row < normal.size() && length > 0; ++row)
            columns[std::int64_t(row)][std::int64_t(i)] = nuisances[i][row] / length;
    }
    // Dependent nuisances leave columns of Q that mean nothing: those with no weight in R go.
    const auto [q, r] = at::linalg_qr(columns);
    at::Tensor n = torch::empty({k}, torch::kFloat64);
    std::copy(normal.begin(), normal.end(), n.data_ptr<double>());
    const at::Tensor before = n.norm();
    const at::Tensor keep = (r.diagonal().abs() > 1e-9).to(torch::kFloat64);
    for (int round = 0; round < 2; ++round) // the second takes out the rounding of the first
        n = n - q.matmul(q.t().matmul(n) * keep);
    if (!(n.norm().item<double>() > 1e-6 * before.item<double>()))
        throw Error("nothing is left of the direction without the others");
    const at::Tensor result = n.to(torch::kFloat32);
    return {result.data_ptr<float>(), result.data_ptr<float>() + k};
}

std::vector<float> debiasedInTurn(std::span<const float> normal,
                                  const std::vector<std::vector<float>>& nuisances)
{
    std::vector<float> result(normal.begin(), normal.end());
    for (const std::vector<float>& nuisance : nuisances) {
        if (nuisance.size() != result.size())
            throw Error("directions of different spaces cannot be made independent");
        const double square = dot(nuisance, nuisance);
        const double share = square > 0 ? dot(result, nuisance) / square : 0;
        for (std::size_t i = 0; i < result.size(); ++i)
            result[i] = static_cast<float>(result[i] - share * nuisance[i]);
    }
    return result;
}

double cosine(std::span<const float> a, std::span<const float> b)
{
    const double lengths = std::sqrt(dot(a, a) * dot(b, b));
    return lengths > 0 ? dot(a, b) / lengths : 0;
}

Matrix cosines(const std::vector<std::vector<float>>& directions)
{
    Matrix result(directions.size(), directions.size());
    for (std::size_t i = 0; i < directions.size(); ++i) {
        for (std::size_t j = 0; j < directions.size(); ++j)
            result.row(i)[j] = static_cast<float>(cosine(directions[i], directions[j]));
    }
    return result;
}

std::vector<double> positions(const Matrix& z, std::span<const float> direction)
{
    std::vector<double> result;
    result.reserve(z.rows);
    for (std::size_t i = 0; i < z.rows; ++i)
        result.push_back(dot(z.row(i), direction));
    return result;
}

double correlation(std::span<const double> a, std::span<const double> b)
{
    if (a.size() != b.size() || a.empty())
        throw Error("a correlation needs two lists of the same length");
    const double meanA = mean(a);
    const double meanB = mean(b);
    double ab = 0, aa = 0, bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - meanA) * (b[i] - meanB);
        aa += (a[i] - meanA) * (a[i] - meanA);
        bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : 0;
}

double areaUnderCurve(std::span<const double> scores, const std::vector<bool>& positive)
{
    double pairs = 0;
    double above = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        for (std::size_t j = 0; j < scores.size(); ++j) {
            if (!positive[i] || positive[j])
                continue;
            pairs += 1;
            above += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
    }
    return pairs > 0 ? above / pairs : 0.5;
}

double balancedAccuracy(std::span<const double> scores, const std::vector<bool>& positive,
                        double threshold)
{
    double right[2] = {0, 0};
    double count[2] = {0, 0};
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const int side = positive[i] ? 1 : 0;
        count[side] += 1;
        right[side] += (scores[i] > threshold) == positive[i] ? 1 : 0;
    }
    double sum = 0;
    for (int side = 0; side < 2; ++side)
        sum += count[side] > 0 ? right[side] / count[side] : 0.5;
    return sum / 2;
}

std::vector<float> edited(std::span<const float> z, std::span<const Edit> edits)
{
    // Summed in double and rounded once, so that the order of edits changes nothing.
    std::vector<double> sum(z.begin(), z.end());
    for (const Edit& edit : edits) {
        if (edit.direction->axis.size() > sum.size())
            throw Error("the direction '" + edit.direction->name + "' has more coefficients than "
                        "the member that is edited");
        const double step = edit.amount * edit.direction->sigma;
        for (std::size_t i = 0; i < edit.direction->axis.size(); ++i)
            sum[i] += step * edit.direction->axis[i];
    }
    return {sum.begin(), sum.end()};
}

} // namespace morphospace
