// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure.h"

#include <QStringList>

#include <vector>

namespace morphospace {

/// A whole page on paper: figures below each other, with what the page says in sentences under them.
/// It has the numbers of all of them. On a page that is too low they give way in proportion, or stand
/// beside each other.
[[nodiscard]] Figure pageFigure(const QString& name, const QString& title,
                                const std::vector<Figure>& parts, const QStringList& sentences);

} // namespace morphospace
