// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/family.h"

#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace morphospace {

/// One box of the network diagram: a unit at the largest size shown, and how much of it there is.
struct DiagramBox {
    enum class Kind { Convolution, Shortcut, Classifier };
    Unit unit;               ///< sizes at the largest configuration shown
    Kind kind = Kind::Convolution;
    double least = 0;        ///< thickness in pixels of one channel is `scale`; never thinner
    QRectF slot;             ///< where the box stands at its largest
};

/// A caption under a run of boxes: one stage, or one unit of a network without blocks.
struct DiagramCaption {
    int stage = -1;
    QString unit;            ///< name of the unit when the caption is of one unit
    double left = 0;
    double right = 0;
};

/// Boxes recede to the upper right by these fractions of their height (a cabinet projection), by less
/// where the stages have no room for it beside each other.
inline constexpr double recedeX = 0.17;
inline constexpr double recedeY = 0.11;

/// Where everything stands. Boxes keep their places while a network morphs inside them, so that
/// only what really changes moves.
struct DiagramLayout {
    std::vector<DiagramBox> boxes;
    std::vector<DiagramCaption> captions;
    double scale = 1;        ///< pixels a channel
    double depth = 1;        ///< how much of recedeX and recedeY is drawn
    double axis = 0;         ///< height of the line along which data flows
    double missing = 0;      ///< width that the boxes need beyond what they were given

    [[nodiscard]] const DiagramBox* find(const std::string& name) const;
    /// From the front to the back of a box of this height.
    [[nodiscard]] QPointF recede(double height) const
    {
        return {height * recedeX * depth, -height * recedeY * depth};
    }
    /// Height of the line that bypasses a block whose first box stands in `slot`.
    [[nodiscard]] double bypassHeight(const QRectF& slot) const
    {
        return slot.top() + recede(slot.height()).y() - 11;
    }
};

/// Largest widths of the given configurations, stage by stage, at the family's full depths.
[[nodiscard]] Configuration envelope(const Family& family, const Configuration& a,
                                     const std::optional<Configuration>& b);

/// Lays the units of `largest` out from left to right in `area`: thickness follows channels,
/// height the side of the picture a unit writes (the classifier's: the features it reads).
[[nodiscard]] DiagramLayout layOut(const Family& family, const Configuration& largest,
                                   const QRectF& area);

/// What a box has to do with at a configuration: its channels, or nothing where the unit does not
/// exist at that depth.
[[nodiscard]] std::optional<Unit> unitAt(const Family& family, const Configuration& configuration,
                                         const std::string& name);

} // namespace morphospace
