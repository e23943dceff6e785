// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/order_curves.h"

#include "widgets/language/core_text.h"
#include "widgets/language/words.h"
#include "widgets/shared/text.h"
#include "widgets/smoothness/smoothness_content.h"

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr const char* baseline = "random";

std::string blockOf(const OrderSummary& summary)
{
    return summary.network + '/' + summary.method;
}

std::vector<OrderSummary> summariesOf(const OrderResults& results, const std::string& block)
{
    std::vector<OrderSummary> list;
    for (const OrderSummary& one : summarise(results)) {
        if (blockOf(one) == block) {
            list.push_back(paired(one));
        }
    }
    return list;
}

int widestOf(const Configuration& configuration)
{
    return configuration.widths.empty() ? 0 : *std::ranges::max_element(configuration.widths);
}

QString wordsOf(OrderKind order)
{
    return order == OrderKind::Original ? tr("as trained") : orderWords(order, false);
}

QString methodWords(const std::string& method)
{
    return method == "slice"     ? tr("first channels, untrained")
        : method == "resample"   ? tr("resampled, untrained")
                                 : coreText(method);   // the kind of a generator
}

QString joined(const std::vector<int>& sizes)
{
    QStringList list;
    for (const int size : sizes) {
        list += QString::number(size);
    }
    return list.join(u'-');
}

QString signedText(double points)
{
    return (points < 0 ? QStringLiteral("−") : QStringLiteral("+"))
        + decimalText(std::abs(points), 2);
}

/// An interval that one seed cannot have is an empty cell.
QVariant halfCell(const MeanDifference& mean)
{
    return std::isfinite(mean.half) ? QVariant(100 * mean.half) : QVariant(QString());
}

NumberTable meansOf(const std::vector<OrderSummary>& summaries, int widest)
{
    NumberTable table;
    table.name = QStringLiteral("means");
    table.columns = QStringLiteral("network,method,widths,depths,width_percent,order,seeds,"
                                   "accuracy_percent,half_95_points,points_over_random,"
                                   "half_95_points_over_random")
                        .split(u',');
    for (const OrderSummary& one : summaries) {
        const auto random = one.accuracies.find(baseline);
        for (const auto& [order, seeds] : one.accuracies) {
            const MeanDifference mean = meanOf(seeds);
            if (mean.count == 0) {
                continue;
            }
            const bool compared = random != one.accuracies.end() && order != baseline;
            const MeanDifference gain =
                compared ? meanDifference(random->second, seeds) : MeanDifference();
            table.rows += QVariantList{
                QString::fromStdString(one.network),
                QString::fromStdString(one.method),
                joined(one.configuration.widths),
                joined(one.configuration.depths),
                100.0 * widestOf(one.configuration) / std::max(1, widest),
                QString::fromStdString(order),
                mean.count,
                100 * mean.mean,
                halfCell(mean),
                compared ? QVariant(100 * gain.mean) : QVariant(QString()),
                compared ? halfCell(gain) : QVariant(QString())};
        }
    }
    return table;
}

NumberTable runsOf(const OrderResults& results, const std::string& block)
{
    NumberTable table;
    table.name = QStringLiteral("runs");
    table.columns = QStringLiteral("network,method,order,seed,widths,depths,accuracy_percent,"
                                   "low_percent,high_percent,images,correct,dataset,"
                                   "dataset_sha256,program_version")
                        .split(u',');
    const auto text = [](const std::string& words) { return QString::fromStdString(words); };
    for (const OrderRun& run : results.runs) {
        if (run.network + '/' + run.method != block) {
            continue;
        }
        const std::string_view order = nameOf(run.order);
        for (const Measurement& m : run.points) {
            table.rows += QVariantList{text(run.network),
                                       text(run.method),
                                       QString::fromUtf8(order.data(), qsizetype(order.size())),
                                       QString::number(run.seed),
                                       joined(m.configuration.widths),
                                       joined(m.configuration.depths),
                                       100 * m.accuracy(),
                                       100 * m.low,
                                       100 * m.high,
                                       qlonglong(m.images),
                                       qlonglong(m.correct),
                                       text(m.dataset),
                                       text(m.datasetHash),
                                       text(m.programVersion)};
        }
    }
    return table;
}

} // namespace

int OrderCurves::count() const
{
    std::size_t sum = 0;
    for (const Curve& curve : curves) {
        sum += curve.points.size();
    }
    return int(sum);
}

std::size_t OrderCurves::curveOf(int index) const
{
    auto left = std::size_t(index);
    std::size_t curve = 0;
    while (left >= curves[curve].points.size()) {
        left -= curves[curve++].points.size();
    }
    return curve;
}

const OrderCurves::Point& OrderCurves::point(int index) const
{
    auto left = std::size_t(index);
    std::size_t curve = 0;
    while (left >= curves[curve].points.size()) {
        left -= curves[curve++].points.size();
    }
    return curves[curve].points[left];
}

QString OrderCurves::describe(int index) const
{
    const Point& shownPoint = point(index);
    const QString size = QString::fromStdString(morphospace::describe(shownPoint.configuration));
    const QString name = curves[curveOf(index)].name;
    QStringList single;
    for (const auto& [seed, value] : shownPoint.seeds) {
        single += shown == Shown::Accuracy ? decimalText(value, 2) : signedText(value);
    }
    const QString value = shown == Shown::Accuracy
        ? percentText(shownPoint.mean / 100, 2)
        : morphospace::tr("%1 points over the random order").arg(signedText(shownPoint.mean));
    const QString half = std::isfinite(shownPoint.half)
        ? morphospace::tr("± %1 (95 %)").arg(decimalText(shownPoint.half, 2))
        : morphospace::tr("one seed, no interval");
    return morphospace::tr("%1, %2: %3, %4; by seed: %5",
                           "size, order, mean, interval, list")
        .arg(size, name, value, half, single.join(QStringLiteral("; ")));
}

std::vector<std::string> orderBlocks(const OrderResults& results)
{
    std::vector<std::string> blocks;
    for (const OrderSummary& one : summarise(results)) {
        const std::string block = blockOf(one);
        if (std::ranges::find(blocks, block) == blocks.end()) {
            blocks.push_back(block);
        }
    }
    return blocks;
}

QString blockWords(const OrderResults& results, const std::string& block)
{
    const std::string network = block.substr(0, block.find('/'));
    const std::string method = block.substr(std::min(block.size(), block.find('/') + 1));
    const Configuration* full = nullptr;
    for (const OrderRun& run : results.runs) {
        for (const Measurement& m : run.points) {
            if (run.network == network
                && (full == nullptr || widestOf(m.configuration) > widestOf(*full))) {
                full = &m.configuration;
            }
        }
    }
    const QString name = network == "lenet" ? QStringLiteral("LeNet")
        : network == "resnet"               ? QStringLiteral("ResNet")
                                            : QString::fromStdString(network);
    return tr("%1 %2, %3", "network, its full size, method")
        .arg(name, full == nullptr ? QString() : QString::fromStdString(describe(*full)),
             methodWords(method));
}

OrderCurves orderCurves(const OrderResults& results, const std::string& block,
                        OrderCurves::Shown shown)
{
    OrderCurves curves;
    curves.shown = shown;
    curves.title = blockWords(results, block);
    curves.words = shown == OrderCurves::Shown::Accuracy
        ? tr("%1: accuracy by the order of the base's channels").arg(curves.title)
        : tr("%1: accuracy over that of a random order").arg(curves.title);
    const std::vector<OrderSummary> summaries = summariesOf(results, block);
    int widest = 1;
    for (const OrderSummary& one : summaries) {
        widest = std::max(widest, widestOf(one.configuration));
    }
    for (const OrderKind order : orderKinds) {
        const std::string name(nameOf(order));
        if (shown == OrderCurves::Shown::Difference && name == baseline) {
            continue;
        }
        OrderCurves::Curve curve{order, wordsOf(order), {}};
        for (const OrderSummary& one : summaries) {
            const auto found = one.accuracies.find(name);
            const auto random = one.accuracies.find(baseline);
            const bool difference = shown == OrderCurves::Shown::Difference;
            if (found == one.accuracies.end() || found->second.empty()
                || (difference && random == one.accuracies.end())) {
                continue;
            }
            const MeanDifference mean =
                difference ? meanDifference(random->second, found->second) : meanOf(found->second);
            if (mean.count == 0) {
                continue;
            }
            OrderCurves::Point point{one.configuration,
                                     100.0 * widestOf(one.configuration) / widest,
                                     100 * mean.mean,
                                     100 * mean.half,
                                     {}};
            for (const auto& [seed, accuracy] : found->second) {
                point.seeds.emplace_back(
                    seed, 100 * (accuracy - (difference ? random->second.at(seed) : 0)));
            }
            curve.points.push_back(std::move(point));
        }
        std::ranges::stable_sort(curve.points, {}, &OrderCurves::Point::width);
        if (!curve.points.empty()) {
            curves.curves.push_back(std::move(curve));
        }
    }
    curves.numbers = {meansOf(summaries, widest), runsOf(results, block)};
    return curves;
}

QString orderVerdict(const OrderResults& results, const std::string& block)
{
    const std::vector<OrderSummary> summaries = summariesOf(results, block);
    const OrderSummary mean = meanOverSizes(summaries);
    const auto random = mean.accuracies.find(baseline);
    const auto path = mean.accuracies.find(std::string(nameOf(OrderKind::Path)));
    if (random == mean.accuracies.end() || path == mean.accuracies.end()) {
        return tr("Not both the random order and the shortest path are recorded here.");
    }
    const MeanDifference gain = meanDifference(random->second, path->second);
    if (gain.count == 0) {
        return tr("No seed is recorded for all orders yet.");
    }
    if (gain.count == 1) {
        return tr("The shortest path is %1 points over the random order, mean of %2 sizes; one seed, "
                  "so there is no interval.")
            .arg(signedText(100 * gain.mean))
            .arg(summaries.size());
    }
    const QString text =
        tr("The shortest path is %1 points (95 %: %2 to %3) over the random order, mean of %4 sizes, "
           "%5 seeds: %6.")
            .arg(signedText(100 * gain.mean), signedText(100 * (gain.mean - gain.half)),
                 signedText(100 * (gain.mean + gain.half)))
            .arg(summaries.size())
            .arg(gain.count);
    return text.arg(gain.mean > gain.half     ? tr("more than the interval")
                    : gain.mean < -gain.half ? tr("worse by more than the interval")
                                             : tr("not told apart"));
}

} // namespace morphospace
