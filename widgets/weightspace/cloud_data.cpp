// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/cloud_data.h"

#include "widgets/language/words.h"
#include "widgets/shared/text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace morphospace {
namespace {

QString groupWords(CloudGroup group)
{
    return group == CloudGroup::A ? tr("group A") : group == CloudGroup::B ? tr("group B") : QString();
}

} // namespace

CloudGroup CloudData::groupOf(std::size_t member) const
{
    return member < groups.size() ? groups[member] : CloudGroup::None;
}

bool CloudData::isSelected(std::size_t member) const
{
    return std::ranges::binary_search(selected, member);
}

QString axisName(const CloudAxis& axis)
{
    return tr("component %1").arg(axis.component + 1);
}

QString axisTitle(const CloudAxis& axis)
{
    return axis.share > 0 ? tr("component %1 (%2 of the variance)")
                                .arg(axis.component + 1)
                                .arg(percentText(axis.share, 1))
                          : axisName(axis);
}

QString memberText(const CloudData& data, std::size_t member, bool three)
{
    QStringList parts;
    for (std::size_t axis = 0; axis < (three ? 3U : 2U); ++axis) {
        parts += QStringLiteral("%1: %2").arg(axisName(data.axes[axis]),
                                  significantText(data.places[member][axis], 3));
    }
    if (data.hasValues()) {
        parts += QStringLiteral("%1: %2").arg(data.valueTitle, significantText(data.values[member], 3));
    }
    if (data.groupOf(member) != CloudGroup::None) {
        parts += groupWords(data.groupOf(member));
    }
    if (data.isSelected(member)) {
        parts += tr("selected");
    }
    return QStringLiteral("%1; %2").arg(data.names.value(qsizetype(member)), parts.join(QStringLiteral("; ")));
}

QString cloudText(const CloudData& data, bool three)
{
    QString text = three ? tr("%1 members at %2, %3 and %4.")
                               .arg(countText(std::int64_t(data.size())), axisTitle(data.axes[0]),
                                    axisTitle(data.axes[1]), axisTitle(data.axes[2]))
                         : tr("%1 members at %2 and %3.")
                               .arg(countText(std::int64_t(data.size())), axisTitle(data.axes[0]),
                                    axisTitle(data.axes[1]));
    if (data.hasValues()) {
        text += u' ' + tr("Colours: %1.").arg(data.valueTitle);
    }
    const auto count = [&](CloudGroup group) { return std::ranges::count(data.groups, group); };
    if (count(CloudGroup::A) + count(CloudGroup::B) > 0) {
        text += u' ' + tr("%1 in group A, %2 in group B.")
                           .arg(countText(count(CloudGroup::A)), countText(count(CloudGroup::B)));
    }
    if (!data.selected.empty()) {
        text += u' ' + tr("%1 selected.").arg(countText(std::int64_t(data.selected.size())));
    }
    return text;
}

CloudRange colourRange(const CloudData& data)
{
    std::vector<double> sorted;
    std::ranges::copy_if(data.values, std::back_inserter(sorted),
                         [](double value) { return std::isfinite(value); });
    if (sorted.empty()) {
        return {};
    }
    std::ranges::sort(sorted);
    const auto at = [&](double part) {
        return sorted[std::size_t(std::lround(part * double(sorted.size() - 1)))];
    };
    CloudRange range{at(0.01), at(0.99)};
    if (range.greatest <= range.least) {
        range = {range.least - 0.5, range.least + 0.5};
    }
    return range;
}

CloudRange placeRange(const CloudData& data, std::size_t axis)
{
    CloudRange range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    const auto take = [&](const CloudPlace& place) {
        if (std::isfinite(place[axis])) {
            range.least = std::min(range.least, place[axis]);
            range.greatest = std::max(range.greatest, place[axis]);
        }
    };
    for (const CloudPlace& place : data.places) {
        take(place);
    }
    for (const auto& place : {data.current, data.pinned, data.base}) {
        if (place) {
            take(*place);
        }
    }
    if (range.least > range.greatest) {
        return {-1, 1};
    }
    const double room = std::max(0.05 * (range.greatest - range.least), 1e-9);
    return {range.least - room, range.greatest + room};
}

int nextTowards(const std::vector<QPointF>& places, const QPointF& from, const QPointF& way, int but)
{
    int best = -1;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < places.size(); ++i) {
        const QPointF by = places[i] - from;
        const double along = by.x() * way.x() + by.y() * way.y();
        const double aside = std::abs(by.x() * way.y() - by.y() * way.x());
        if (int(i) == but || along <= 0 || aside > along) {
            continue;
        }
        const double far = std::hypot(along, 2 * aside);
        if (far < least) {
            least = far;
            best = int(i);
        }
    }
    return best;
}

std::vector<std::size_t> changedSelection(const std::vector<std::size_t>& before,
                                          const std::vector<std::size_t>& marked, SelectionWay way)
{
    std::set<std::size_t> all;
    if (way != SelectionWay::Replace) {
        all.insert(before.begin(), before.end());
    }
    for (const std::size_t member : marked) {
        if (way == SelectionWay::Remove) {
            all.erase(member);
        } else {
            all.insert(member);
        }
    }
    return {all.begin(), all.end()};
}

NumberTable cloudNumbers(const CloudData& data, bool three)
{
    NumberTable table;
    table.name = QStringLiteral("members");
    table.columns = QStringList{QStringLiteral("kind"), QStringLiteral("name")};
    const std::size_t axes = three ? 3 : 2;
    for (std::size_t axis = 0; axis < axes; ++axis) {
        table.columns += QStringLiteral("component_%1").arg(data.axes[axis].component + 1);
    }
    table.columns += QStringLiteral("value");
    table.columns += QStringLiteral("value_of");
    table.columns += QStringLiteral("group");
    table.columns += QStringLiteral("selected");
    const auto row = [&](const QString& kind, const QString& name, const CloudPlace& place,
                         const QVariant& value, const QString& group, const QString& selected) {
        QVariantList list{kind, name};
        for (std::size_t axis = 0; axis < axes; ++axis) {
            list += place[axis];
        }
        list += value;
        list += data.hasValues() ? data.valueTitle : QString();
        list += group;
        list += selected;
        table.rows += list;
    };
    for (std::size_t i = 0; i < data.size(); ++i) {
        const CloudGroup group = data.groupOf(i);
        row(QStringLiteral("member"), data.names.value(qsizetype(i)), data.places[i],
            data.hasValues() ? QVariant(data.values[i]) : QVariant(QString()),
            group == CloudGroup::A   ? QStringLiteral("A")
            : group == CloudGroup::B ? QStringLiteral("B")
                                     : QString(),
            data.isSelected(i) ? QStringLiteral("yes") : QStringLiteral("no"));
    }
    const auto marker = [&](const char* kind, const std::optional<CloudPlace>& place) {
        if (place) {
            row(QString::fromLatin1(kind), QString(), *place, QString(), QString(), QString());
        }
    };
    marker("A", data.pinned);
    marker("B", data.current);
    marker("base", data.base);
    return table;
}

} // namespace morphospace
