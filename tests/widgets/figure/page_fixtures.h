// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/figure/figure_fixtures.h"
#include "widgets/landscape/landscape_figures.h"
#include "widgets/smoothness/smoothness_content.h"
#include "widgets/weightspace/weight_space_figures.h"

namespace morphospace {

/// A network whose weights are waves over its channels, in two orders: the same on every machine,
/// whatever its random numbers and its linear algebra are.
[[nodiscard]] SmoothnessSubject madeUpOrders();
/// The same waves at full size and at a smaller one, with jitter.
[[nodiscard]] SmoothnessSubject madeUpSizes();
/// A hill over widths and depths with one size that is not measured, A and B beside it.
[[nodiscard]] LandscapeData madeUpLandscape();
/// What a search found, and the uniform sizes beside it.
[[nodiscard]] FrontData madeUpFront();
/// Two sizes of one network, layer by layer; each lacks a layer of the other.
[[nodiscard]] Similarity madeUpPair();
/// Seven widths of one network.
[[nodiscard]] Similarity madeUpWidths();

/// Members in three clumps, one of them made bolder: A before and B after.
[[nodiscard]] WeightSpaceShown madeUpWeightSpace();

/// The groups of figures that pages offer, each of one page in one state: "lenet", "resnet" (both
/// pages of figure_fixtures), "orders", "sizes", "experiment", "landscape",
/// "weightspace".
[[nodiscard]] QStringList figureGroups();
[[nodiscard]] std::vector<Figure> figuresOf(const QString& group);
/// The names that a group has to have; those of surfaces are left out where there is no OpenGL.
[[nodiscard]] QStringList namesOf(const QString& group);
[[nodiscard]] bool isSurface(const QString& figure);
/// The figure of that group and name; fails the test where there is none.
[[nodiscard]] Figure figureOf(const QString& group, const QString& name);

} // namespace morphospace
