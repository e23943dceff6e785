// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

namespace morphospace {

/// `font`, or a smaller one in which `text` is no wider than `width`, but not below `least` of its
/// size.
[[nodiscard]] QFont fittedFont(QFont font, const QString& text, double width, double least = 0.6);

} // namespace morphospace
