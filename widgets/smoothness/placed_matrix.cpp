// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/placed_matrix.h"

#include "core/base/error.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace morphospace {

Taps tapsNamed(std::string_view name)
{
    if (name == "l1") {
        return {Taps::Kind::L1, 0};
    }
    if (name == "all") {
        return {Taps::Kind::All, 0};
    }
    int tap = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), tap);
    if (error == std::errc() && end == name.data() + name.size() && tap >= 0) {
        return {Taps::Kind::One, tap};
    }
    return {};
}

std::string nameOf(const Taps& taps)
{
    switch (taps.kind) {
    case Taps::Kind::L1: return "l1";
    case Taps::Kind::All: return "all";
    case Taps::Kind::One: return std::to_string(taps.tap);
    case Taps::Kind::Mean: break;
    }
    return "mean";
}

int tapCount(const WeightTensor& tensor)
{
    std::int64_t taps = 1;
    for (std::size_t axis = 2; axis < tensor.shape.size(); ++axis) {
        taps *= tensor.shape[axis];
    }
    return int(taps);
}

PlacedMatrix matrixOf(const WeightTensor& tensor, const Taps& taps)
{
    if (tensor.shape.empty()) {
        throw Error("tensor " + tensor.name + " has no axes; expected a weight or a bias");
    }
    PlacedMatrix matrix;
    const int inputs = tensor.shape.size() > 1 ? int(tensor.shape[1]) : 1;
    const int count = tapCount(tensor);
    const Taps::Kind kind = count > 1 ? taps.kind : Taps::Kind::Mean;
    const int one = std::clamp(taps.tap, 0, count - 1);
    matrix.rows = int(tensor.shape[0]);
    matrix.columns = kind == Taps::Kind::All ? inputs * count : inputs;
    matrix.values.resize(std::size_t(matrix.rows) * std::size_t(matrix.columns));
    for (int row = 0; row < matrix.rows; ++row) {
        for (int input = 0; input < inputs; ++input) {
            const float* from = tensor.values.data()
                + (std::size_t(row) * std::size_t(inputs) + std::size_t(input)) * std::size_t(count);
            float* to = matrix.values.data() + std::size_t(row) * std::size_t(matrix.columns);
            switch (kind) {
            case Taps::Kind::All:
                for (int tap = 0; tap < count; ++tap) {
                    to[tap * inputs + input] = from[tap];
                }
                break;
            case Taps::Kind::One: to[input] = from[one]; break;
            case Taps::Kind::L1:
                to[input] = float(std::accumulate(from, from + count, 0.0, [](double sum, float w) {
                    return sum + std::abs(double(w));
                }));
                break;
            case Taps::Kind::Mean:
                to[input] = float(std::accumulate(from, from + count, 0.0) / count);
                break;
            }
        }
    }
    matrix.rowPlaces.resize(std::size_t(matrix.rows));
    matrix.columnPlaces.resize(std::size_t(matrix.columns));
    std::iota(matrix.rowPlaces.begin(), matrix.rowPlaces.end(), 0.0);
    std::iota(matrix.columnPlaces.begin(), matrix.columnPlaces.end(), 0.0);
    matrix.rowFrom = matrix.columnFrom = -0.5;
    matrix.rowTo = matrix.rows - 0.5;
    matrix.columnTo = matrix.columns - 0.5;
    return matrix;
}

std::vector<double> placesBetween(const std::vector<int>& before, const std::vector<int>& after,
                                  double part)
{
    std::vector<double> places(before.size());
    for (std::size_t position = 0; position < before.size(); ++position) {
        places[std::size_t(before[position])] += (1 - part) * double(position);
        places[std::size_t(after[position])] += part * double(position);
    }
    return places;
}

std::vector<int> byPlace(const std::vector<double>& places)
{
    std::vector<int> order(places.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](int index) { return places[std::size_t(index)]; });
    return order;
}

std::vector<int> nearestPlaces(const std::vector<double>& places, double from, double to, int count)
{
    const std::vector<int> order = byPlace(places);
    std::vector<int> nearest(std::size_t(count), 0);
    std::size_t at = 0;
    for (int cell = 0; cell < count && !order.empty(); ++cell) {
        const double middle = from + (to - from) * (cell + 0.5) / count;
        const auto away = [&](std::size_t index) {
            return std::abs(places[std::size_t(order[index])] - middle);
        };
        while (at + 1 < order.size() && away(at + 1) <= away(at)) {
            ++at;
        }
        nearest[std::size_t(cell)] = order[at];
    }
    return nearest;
}

double limitOf(const std::vector<const PlacedMatrix*>& matrices, double share)
{
    std::vector<float> sizes;
    for (const PlacedMatrix* matrix : matrices) {
        for (const float value : matrix->values) {
            if (std::isfinite(value)) {
                sizes.push_back(std::abs(value));
            }
        }
    }
    if (sizes.empty()) {
        return 1;
    }
    const auto place = std::min(sizes.size() - 1,
                                std::size_t(std::ceil((1 - share) * double(sizes.size()))));
    std::nth_element(sizes.begin(), sizes.begin() + std::ptrdiff_t(place), sizes.end());
    return sizes[place] > 0 ? double(sizes[place]) : 1;
}

} // namespace morphospace
