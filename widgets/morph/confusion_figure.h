// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

class QPainter;

namespace morphospace {

/// The confusion matrix as a heat map with its counts and the share of each class that was right.
/// `counts`: classes x classes, row = true class. Cells are square, and every class is named; counts that
/// have no room are left to the colour, shares that have none become bars.
void paintConfusion(QPainter& painter, const QRectF& area, const QString& headline,
                    const QStringList& classNames, const std::vector<std::int64_t>& counts);

/// Height at which the matrix is as wide as the page.
[[nodiscard]] double confusionHeight(double width, const QStringList& classNames);

} // namespace morphospace
