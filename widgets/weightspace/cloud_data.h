// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/number_table.h"

#include <QPointF>
#include <QString>
#include <QStringList>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace morphospace {

using CloudPlace = std::array<double, 3>;

/// A principal component that stands on an axis.
struct CloudAxis {
    int component = 0;    ///< from 0; people count from 1
    double share = 0;     ///< of the variance; 0: not known
};

enum class CloudGroup : std::uint8_t { None, A, B };

/// The members of a zoo at two or three components, as values: views and figures are made of them.
struct CloudData {
    QStringList names;                         ///< of the members
    std::array<CloudAxis, 3> axes;
    std::vector<CloudPlace> places;            ///< of the members; views in the plane pass the third
    /// What colours mean: an attribute, a number a member; empty: no colours of that kind.
    QString valueTitle;                        ///< "Stroke (log pixels)"
    std::vector<double> values;
    /// A number a member where a person marked some; empty: none. Shown by colour and shape.
    std::vector<CloudGroup> groups;
    std::vector<std::size_t> selected;         ///< members that are chosen now

    std::optional<CloudPlace> current;         ///< B
    std::optional<CloudPlace> pinned;          ///< A
    std::optional<CloudPlace> base;            ///< the member that B was made from: an arrow goes to B
    int baseMember = -1;                       ///< its number; -1: none

    [[nodiscard]] std::size_t size() const { return places.size(); }
    [[nodiscard]] bool hasValues() const { return !values.empty() && values.size() == places.size(); }
    [[nodiscard]] CloudGroup groupOf(std::size_t member) const;
    [[nodiscard]] bool isSelected(std::size_t member) const;
};

/// "component 3 (2.1 % of the variance)".
[[nodiscard]] QString axisTitle(const CloudAxis& axis);
/// "component 3".
[[nodiscard]] QString axisName(const CloudAxis& axis);
/// A member in words: name, places, attribute, group.
[[nodiscard]] QString memberText(const CloudData& data, std::size_t member, bool three = false);
/// All of it in words, for screen readers and figures.
[[nodiscard]] QString cloudText(const CloudData& data, bool three = false);

struct CloudRange {
    double least = 0;
    double greatest = 1;
    [[nodiscard]] double part(double value) const { return (value - least) / (greatest - least); }
};
/// Of the colours: from the first to the 99th percentile of the values, so that one odd face does
/// not take all the contrast from the others; what is outside has the colour of the end.
[[nodiscard]] CloudRange colourRange(const CloudData& data);
/// Of an axis: everything that is shown and a twentieth of room at both ends.
[[nodiscard]] CloudRange placeRange(const CloudData& data, std::size_t axis);

/// Who is met next from `from` towards `way` (a unit vector, y upwards) among `places`: the nearest
/// within 45 degrees, what lies aside counts double; -1 where nobody is there. `but`: not that one.
[[nodiscard]] int nextTowards(const std::vector<QPointF>& places, const QPointF& from,
                              const QPointF& way, int but);

/// How a marked area changes what is selected.
enum class SelectionWay { Replace, Add, Remove };
/// Ascending and without doubles.
[[nodiscard]] std::vector<std::size_t> changedSelection(const std::vector<std::size_t>& before,
                                                        const std::vector<std::size_t>& marked,
                                                        SelectionWay way);

/// A row a member, and A, B and the base as rows of their own.
[[nodiscard]] NumberTable cloudNumbers(const CloudData& data, bool three = false);

} // namespace morphospace
