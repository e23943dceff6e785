// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure.h"
#include "widgets/theme/theme.h"
#include "widgets/weightspace/cloud_data.h"

#include <QImage>
#include <QRectF>

class QPainter;

namespace morphospace {

// What clouds on the screen, in the plane and in space, and on paper are painted with.

/// Colour of a member: of its attribute, or of its group where there is none.
[[nodiscard]] QColor memberColour(const CloudData& data, std::size_t member, const CloudRange& range,
                                  const Theme& theme);
/// A disc; group A a triangle, group B a square; larger and in a ring where it is selected.
void paintMember(QPainter& painter, const QPointF& at, double radius, const QColor& colour,
                 CloudGroup group, bool selected, const Theme& theme);
/// Numbers of the members in the order in which they are painted: marked and selected ones last.
[[nodiscard]] std::vector<std::size_t> paintingOrder(const CloudData& data);
/// Radius on the screen for that many members in that room.
[[nodiscard]] double memberRadius(std::size_t members, const QSizeF& room);

/// A or B in a disc.
void paintMarker(QPainter& painter, const QPointF& at, const QString& letter, const QColor& colour,
                 const Theme& theme);
/// Where a marker stands that would leave `area`: at its edge, on the way there from `from` where
/// that is inside.
[[nodiscard]] QPointF heldWithin(const QRectF& area, const QPointF& at, const QPointF& from);
/// A, B and the edit's arrow where they are, or at the edge of `area` with a tip towards where they
/// are.
void paintModels(QPainter& painter, const QRectF& area, const std::optional<QPointF>& base,
                 const std::optional<QPointF>& pinned, const std::optional<QPointF>& current,
                 const Theme& theme);
/// From the base member to B.
void paintEditArrow(QPainter& painter, const QPointF& from, const QPointF& to, const Theme& theme);
/// A ring around the member that is pointed at.
void paintRing(QPainter& painter, const QPointF& at, double radius, const Theme& theme);

/// The card of a member beside `at`, inside `bounds`: its specimen (may be null) over its words. Gives
/// the place it took.
QRectF paintCard(QPainter& painter, const QRectF& bounds, const QPointF& at, const QImage& specimen,
                 const QString& title, const QString& words, const Theme& theme);

/// An upright bar of the colours with its ends and its title; how wide it is with them.
[[nodiscard]] double colourBarWidth(const CloudData& data, const QFont& font);
void paintColourBar(QPainter& painter, const QRectF& area, const CloudData& data, const Theme& theme);
[[nodiscard]] bool hasGroups(const CloudData& data);
/// Shapes of the groups in words, in a row from `topLeft`; gives its width. Nothing where there are no
/// groups.
double paintGroupLegend(QPainter& painter, const QPointF& topLeft, const CloudData& data,
                        const Theme& theme);

/// Round numbers for an axis between two ends, at most about `most`.
[[nodiscard]] std::vector<double> roundTicks(double least, double greatest, int most);
/// As many decimals as tell ticks of that distance apart.
[[nodiscard]] QString tickText(double value, double step);

/// Two components on paper, all of it vectors.
void paintCloud(QPainter& painter, const QRectF& area, const CloudData& data, const Theme& theme);
/// "weight-space".
[[nodiscard]] Figure cloudFigure(const CloudData& data);

} // namespace morphospace
