// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/smoothness_content.h"

#include "widgets/language/core_text.h"
#include "widgets/language/words.h"
#include "widgets/shared/text.h"
#include "widgets/smoothness/diverging_colours.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace morphospace {
namespace {

const WeightTensor* named(const Network& network, const std::string& name)
{
    const auto found = std::ranges::find(network.tensors, name, &WeightTensor::name);
    return found == network.tensors.end() ? nullptr : &*found;
}

bool isWeight(const std::string& name)
{
    return name.ends_with(".weight");
}

/// "1.0.conv1" of "layer1.0.conv1.weight": there is a tick label for each.
QString shortName(const std::string& name)
{
    const std::string unit = isWeight(name) ? name.substr(0, name.size() - 7) : name;
    return QString::fromStdString(unit.starts_with("layer") ? unit.substr(5) : unit);
}

const Network& networkOf(const SmoothnessSubject& subject)
{
    return subject.orders ? subject.orders->network : subject.sizes->full;
}

/// Coordinates: entry i of n stands at (i + 1/2) / n, at every size.
void placeByCoordinate(PlacedMatrix& matrix)
{
    for (int row = 0; row < matrix.rows; ++row) {
        matrix.rowPlaces[std::size_t(row)] = (row + 0.5) / matrix.rows;
    }
    for (int column = 0; column < matrix.columns; ++column) {
        matrix.columnPlaces[std::size_t(column)] = (column + 0.5) / matrix.columns;
    }
    matrix.rowFrom = matrix.columnFrom = 0;
    matrix.rowTo = matrix.columnTo = 1;
}

/// Places of rows and columns with the channels on their way from one order to the other.
void placeByOrder(PlacedMatrix& matrix, const OrderComparison& orders, const WeightTensor& tensor,
                  double part)
{
    const auto coupled = orders.coupled.find(tensor.name);
    if (coupled == orders.coupled.end()) {
        return;
    }
    const auto places = [&](int group, std::size_t count) {
        if (group < 0) {
            std::vector<double> still(count);
            std::iota(still.begin(), still.end(), 0.0);
            return still;
        }
        return placesBetween(orders.beforeOrders[std::size_t(group)],
                             orders.afterOrders[std::size_t(group)], part);
    };
    matrix.rowPlaces = places(coupled->second.rows.group, std::size_t(matrix.rows));
    const auto inputs = std::size_t(tensor.shape.size() > 1 ? tensor.shape[1] : 1);
    const std::vector<double> columns = places(coupled->second.columns.group, inputs);
    for (int column = 0; column < matrix.columns; ++column) {
        const std::size_t block = std::size_t(column) / inputs;
        matrix.columnPlaces[std::size_t(column)] =
            double(block * inputs) + columns[std::size_t(column) % inputs];
    }
}

/// Round values inside a range, about `count` of them.
std::vector<double> ticks(double from, double to, int count)
{
    const double raw = (to - from) / std::max(1, count);
    const double unit = std::pow(10, std::floor(std::log10(std::max(raw, 1e-12))));
    double step = 10 * unit;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * unit >= raw) {
            step = factor * unit;
            break;
        }
    }
    std::vector<double> list;
    for (double at = std::ceil(from / step - 1e-9) * step; at <= to + 1e-9 * step; at += step) {
        list.push_back(std::abs(at) < 1e-12 ? 0 : at);
    }
    return list;
}

QString number(double value)
{
    return significantText(value, 3);
}

} // namespace

QString orderWords(OrderKind kind, bool checkpoint)
{
    switch (kind) {
    case OrderKind::Original: return checkpoint ? tr("as stored") : tr("the manifold's own");
    case OrderKind::Random: return tr("random order");
    case OrderKind::Nearest: return tr("nearest neighbour");
    case OrderKind::Component: return tr("principal component");
    case OrderKind::Fiedler: return tr("Fiedler vector");
    case OrderKind::Path: return tr("shortest path");
    }
    return {};
}

std::vector<std::string> tensorNames(const SmoothnessSubject& subject)
{
    std::vector<std::string> names;
    for (const WeightTensor& tensor : networkOf(subject).tensors) {
        names.push_back(tensor.name);
    }
    return names;
}

std::string tensorOfChoice(const SmoothnessSubject& subject)
{
    const WeightTensor* best = nullptr;
    for (const WeightTensor& tensor : networkOf(subject).tensors) {
        const auto entries = [](const WeightTensor& t) {
            return t.shape.size() > 2 ? t.shape[0] * t.shape[1] : 0;
        };
        if (isWeight(tensor.name) && (best == nullptr || entries(tensor) > entries(*best))) {
            best = &tensor;
        }
    }
    return best != nullptr ? best->name : std::string();
}

HeatMapPair heatMaps(const SmoothnessSubject& subject, const std::string& name, const Taps& taps,
                     double part, bool dark)
{
    HeatMapPair pair;
    pair.colours = divergingColours(dark);
    pair.relief = reliefColours(dark);
    const WeightTensor* left = named(networkOf(subject), name);
    if (left == nullptr) {
        return pair;
    }
    pair.sides[0] = matrixOf(*left, taps);
    const bool all = taps.kind == Taps::Kind::All && tapCount(*left) > 1;
    const auto inputsOf = [](const WeightTensor& tensor) {
        return tensor.shape.size() > 1 ? int(tensor.shape[1]) : 1;
    };
    pair.inputs = {inputsOf(*left), inputsOf(*left)};
    if (subject.orders) {
        pair.sides[1] = pair.sides[0];
        placeByOrder(pair.sides[0], *subject.orders, *left, 0);
        pair.rowTitle = tr("position of the output channel");
        pair.columnTitle = all ? tr("position of the input channel, tap after tap")
                               : tr("position of the input channel");
        pair.titles[0] =
            tr("Before: %1").arg(orderWords(subject.orders->before, subject.checkpoint));
        moveAlong(pair, subject, name, part);
    } else {
        placeByCoordinate(pair.sides[0]);
        const SizeComparison& sizes = *subject.sizes;
        pair.rowTitle = tr("coordinate of the output channel");
        pair.columnTitle = all ? tr("coordinate of the input channel, tap after tap")
                               : tr("coordinate of the input channel");
        const auto shapeOf = [](const PlacedMatrix& matrix) {
            return tr("%1 × %2", "rows and columns").arg(matrix.rows).arg(matrix.columns);
        };
        pair.titles[0] = tr("Full size: %1").arg(shapeOf(pair.sides[0]));
        if (const WeightTensor* right = named(sizes.jittered, name)) {
            pair.sides[1] = matrixOf(*right, taps);
            pair.inputs[1] = inputsOf(*right);
            placeByCoordinate(pair.sides[1]);
            pair.titles[1] = sizes.jitter > 0
                ? tr("Current size, jitter ±%1: %2")
                      .arg(number(sizes.jitter / 2), shapeOf(pair.sides[1]))
                : tr("Current size: %1").arg(shapeOf(pair.sides[1]));
        } else {
            pair.titles[1] = tr("Not part of the network at this depth");
        }
    }
    pair.valueTitle = taps.kind == Taps::Kind::L1 && tapCount(*left) > 1
        ? tr("sum of |weight| over taps")
        : (taps.kind == Taps::Kind::Mean && tapCount(*left) > 1 ? tr("mean weight over taps")
                                                                : tr("weight"));
    pair.shortValueTitle = taps.kind == Taps::Kind::L1 && tapCount(*left) > 1 ? tr("sum of |weight|")
                                                                              : tr("weight");
    pair.limit = limitOf({&pair.sides[0], &pair.sides[1]});
    return pair;
}

void moveAlong(HeatMapPair& pair, const SmoothnessSubject& subject, const std::string& name,
               double part)
{
    if (!subject.orders) {
        return;
    }
    const WeightTensor* tensor = named(subject.orders->network, name);
    if (tensor == nullptr) {
        return;
    }
    placeByOrder(pair.sides[1], *subject.orders, *tensor, part);
    pair.titles[1] = part >= 1
        ? tr("After: %1").arg(orderWords(subject.orders->after, subject.checkpoint))
        : tr("On the way: %1").arg(percentText(part, 0));
}

HeightFieldData heightField(const HeatMapPair& pair, int side, int most)
{
    const PlacedMatrix& matrix = pair.sides[std::size_t(side)];
    HeightFieldData data;
    // A single row or column becomes a band: it has an extent, and a surface needs two lines.
    const bool oneRow = matrix.rows == 1;
    const bool oneColumn = matrix.columns == 1;
    const auto kept = [most](const std::vector<double>& places) {
        std::vector<int> order = byPlace(places);
        const int count = int(places.size());
        if (most > 0 && count > most) {
            const int step = (count + most - 1) / most;
            std::erase_if(order, [step](int stored) { return stored % step != 0; });
        }
        return order;
    };
    std::vector<int> rows = kept(matrix.rowPlaces);
    std::vector<int> columns = kept(matrix.columnPlaces);
    const auto place = [](double at, double from, double to) { return (at - from) / (to - from); };
    for (const int row : rows) {
        data.rowPlaces.push_back(
            place(matrix.rowPlaces[std::size_t(row)], matrix.rowFrom, matrix.rowTo));
    }
    for (const int column : columns) {
        data.columnPlaces.push_back(
            place(matrix.columnPlaces[std::size_t(column)], matrix.columnFrom, matrix.columnTo));
    }
    if (oneRow) {
        rows.push_back(rows.front());
        data.rowPlaces = {0.1, 0.9};
    }
    if (oneColumn) {
        columns.push_back(columns.front());
        data.columnPlaces = {0.1, 0.9};
    }
    data.rows = int(rows.size());
    data.columns = int(columns.size());
    data.values.reserve(rows.size() * columns.size());
    for (const int row : rows) {
        for (const int column : columns) {
            data.values.push_back(matrix.at(row, column));
        }
    }
    data.least = -pair.limit;
    data.greatest = pair.limit;
    data.colours = pair.relief;
    return data;
}

HeightFieldAxes heightAxes(const HeatMapPair& pair, int side)
{
    const PlacedMatrix& matrix = pair.sides[std::size_t(side)];
    HeightFieldAxes axes;
    axes.rowTitle = pair.rowTitle;
    axes.columnTitle = pair.columnTitle;
    axes.valueTitle = pair.shortValueTitle;
    const auto along = [](double from, double to) {
        std::vector<HeightFieldAxes::Tick> list;
        for (const double at : ticks(from, to, 4)) {
            list.push_back({(at - from) / (to - from), number(at)});
        }
        return list;
    };
    axes.rowTicks = along(matrix.rowFrom, matrix.rowTo);
    axes.columnTicks = along(matrix.columnFrom, matrix.columnTo);
    // The lower end is as far from zero as the upper one, and its place belongs to the floor's ticks.
    axes.valueTicks = {{0.5, QStringLiteral("0")}, {1, number(pair.limit)}};
    return axes;
}

QString describe(const HeatMapPair& pair, const HeatMapView::Place& place,
                 bool coordinates)
{
    if (place.side < 0) {
        return {};
    }
    const PlacedMatrix& matrix = pair.sides[std::size_t(place.side)];
    const int inputs = std::max(1, pair.inputs[std::size_t(place.side)]);
    const int tap = place.column / inputs;
    const bool all = matrix.columns > inputs;
    const QString value = significantText(double(matrix.at(place.row, place.column)), 4);
    const double y = matrix.rowPlaces[std::size_t(place.row)];
    const double x = matrix.columnPlaces[std::size_t(place.column)];
    QString text;
    if (!coordinates) {
        text = tr("Output channel %1 at position %2, input channel %3 at position %4: %5")
                   .arg(QString::number(place.row), number(y),
                        QString::number(place.column % inputs), number(x - tap * inputs), value);
    } else {
        text = tr("Output channel %1 at coordinate %2, input channel %3 at coordinate %4: %5")
                   .arg(QString::number(place.row), number(y),
                        QString::number(place.column % inputs), number(x), value);
    }
    if (all) {
        text += tr(" (tap %1)").arg(tap);
    }
    // The same channel stands somewhere else on the other map.
    const QString side = !coordinates ? (place.side == 0 ? tr("Before") : tr("After"))
                                      : (place.side == 0 ? tr("Full size") : tr("Current size"));
    return tr("%1: %2", "which map is read, what it says").arg(side, text);
}

std::optional<SmoothnessChartData> chartData(const SmoothnessSubject& subject,
                                             SmoothnessChartData::Kind kind,
                                             const std::string& name)
{
    using Kind = SmoothnessChartData::Kind;
    SmoothnessChartData data;
    data.kind = kind;
    if (subject.orders) {
        data.names = {orderWords(subject.orders->before, subject.checkpoint),
                      orderWords(subject.orders->after, subject.checkpoint)};
    } else {
        data.names = {tr("full size"),
                      subject.sizes->jitter > 0 ? tr("current size, jittered")
                                                : tr("current size")};
    }
    if (kind == Kind::Variation) {
        data.title = tr("Total variation of every weight tensor");
        data.yTitle = tr("total variation");
        data.numbers.name = QStringLiteral("total_variation");
        data.numbers.columns = subject.orders
            ? QStringList{QStringLiteral("tensor"), QStringLiteral("total_variation_before"),
                          QStringLiteral("total_variation_after")}
            : QStringList{QStringLiteral("tensor"), QStringLiteral("total_variation_full"),
                          QStringLiteral("total_variation_current"),
                          QStringLiteral("total_variation_jittered"),
                          QStringLiteral("relative_l1_change_by_jitter")};
        const auto add = [&](const std::string& tensor, double first, double second) {
            if (isWeight(tensor)) {
                data.categories += shortName(tensor);
                data.values[0].push_back(first);
                data.values[1].push_back(second);
            }
        };
        if (subject.orders) {
            for (const OrderComparison::Tensor& tensor : subject.orders->tensors) {
                add(tensor.name, tensor.before, tensor.after);
                data.numbers.rows.push_back(
                    {QString::fromStdString(tensor.name), tensor.before, tensor.after});
            }
        } else {
            for (const SizeComparison::Tensor& tensor : subject.sizes->tensors) {
                add(tensor.name, tensor.full, tensor.jittered);
                data.numbers.rows.push_back({QString::fromStdString(tensor.name), tensor.full,
                                             tensor.current, tensor.jittered, tensor.moved});
            }
        }
        return data;
    }
    if (!subject.orders) {
        return std::nullopt;
    }
    const OrderComparison& orders = *subject.orders;
    const auto coupled = orders.coupled.find(name);
    if (coupled == orders.coupled.end()) {
        return std::nullopt;
    }
    const int group =
        coupled->second.rows.group >= 0 ? coupled->second.rows.group : coupled->second.columns.group;
    if (group < 0) {
        return std::nullopt;
    }
    const OrderComparison::Group& shown = orders.groups[std::size_t(group)];
    const QString groupName = coreText(shown.group.name);
    data.orders = {orders.beforeOrders[std::size_t(group)], orders.afterOrders[std::size_t(group)]};
    if (kind == Kind::Neighbours) {
        data.title = tr("From each channel to the next: group %1").arg(groupName);
        data.names = {tr("%1 (%2 in all)", "order and length of its path")
                          .arg(data.names[0], decimalText(shown.lengthBefore, 1)),
                      tr("%1 (%2 in all)", "order and length of its path")
                          .arg(data.names[1], decimalText(shown.lengthAfter, 1))};
        data.xTitle = tr("step along the order");
        data.yTitle = tr("L1 distance");
        data.values = {shown.stepsBefore, shown.stepsAfter};
        for (std::size_t side = 0; side < 2; ++side) {
            data.places[side].resize(data.values[side].size());
            std::iota(data.places[side].begin(), data.places[side].end(), 1.0);
        }
        data.numbers.name = QStringLiteral("neighbour_distances");
        data.numbers.columns = {QStringLiteral("group"), QStringLiteral("step"),
                                QStringLiteral("l1_before"), QStringLiteral("l1_after")};
        for (std::size_t i = 0; i < shown.stepsBefore.size(); ++i) {
            data.numbers.rows.push_back(
                {groupName, int(i + 1), shown.stepsBefore[i], shown.stepsAfter[i]});
        }
        return data;
    }
    data.title = tr("Path through the channels: group %1")
                     .arg(groupName);
    data.xTitle = tr("principal component 1");
    data.yTitle = tr("component 2");
    data.numbers.name = QStringLiteral("channel_path");
    data.numbers.columns = {QStringLiteral("group"),           QStringLiteral("channel"),
                            QStringLiteral("component_1"),     QStringLiteral("component_2"),
                            QStringLiteral("position_before"), QStringLiteral("position_after")};
    std::array<std::vector<int>, 2> positions;
    for (std::size_t side = 0; side < 2; ++side) {
        positions[side].resize(data.orders[side].size());
        for (std::size_t at = 0; at < data.orders[side].size(); ++at) {
            positions[side][std::size_t(data.orders[side][at])] = int(at);
        }
    }
    for (std::size_t i = 0; i + 1 < shown.plane.size(); i += 2) {
        data.x.push_back(double(shown.plane[i]));
        data.y.push_back(double(shown.plane[i + 1]));
        data.numbers.rows.push_back({groupName, int(i / 2), data.x.back(), data.y.back(),
                                     positions[0][i / 2], positions[1][i / 2]});
    }
    return data;
}

NumberTable mapNumbers(const HeatMapPair& pair)
{
    NumberTable table;
    table.name = QStringLiteral("weights");
    table.columns = {QStringLiteral("side"),           QStringLiteral("output_channel"),
                     QStringLiteral("input_channel"),  QStringLiteral("output_place"),
                     QStringLiteral("input_place"),    QStringLiteral("value")};
    for (std::size_t side = 0; side < 2; ++side) {
        const PlacedMatrix& matrix = pair.sides[side];
        for (int row = 0; row < matrix.rows; ++row) {
            for (int column = 0; column < matrix.columns; ++column) {
                table.rows.push_back({side == 0 ? QStringLiteral("left") : QStringLiteral("right"),
                                      row, column, matrix.rowPlaces[std::size_t(row)],
                                      matrix.columnPlaces[std::size_t(column)],
                                      double(matrix.at(row, column))});
            }
        }
    }
    return table;
}

QString summary(const SmoothnessSubject& subject)
{
    if (subject.orders) {
        const OrderComparison& orders = *subject.orders;
        return tr("Total variation of the network: %1 → %2 (%3). Re-ordering changes outputs by at most "
                  "%4 of the largest.")
            .arg(decimalText(orders.variationBefore, 2), decimalText(orders.variationAfter, 2),
                 percentText(orders.variationAfter / std::max(1e-30, orders.variationBefore) - 1),
                 significantText(orders.outputDifference, 2));
    }
    const SizeComparison& sizes = *subject.sizes;
    if (sizes.jitter > 0) {
        return tr("Total variation: %1 at full size, %2 at the current size, %3 jittered. Jitter "
                  "moves the weights by %4 (L1).")
            .arg(decimalText(sizes.variationFull, 2), decimalText(sizes.variationCurrent, 2),
                 decimalText(sizes.variationJittered, 2), percentText(sizes.moved));
    }
    return tr("Total variation: %1 at full size, %2 at the current size.")
        .arg(decimalText(sizes.variationFull, 2), decimalText(sizes.variationCurrent, 2));
}

} // namespace morphospace
