// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace morphospace {

/// One of the program's own line icons (resources/icons/NAME.svg), drawn in the text colour of the
/// theme in use at the moment of painting, sharp at every scale.
[[nodiscard]] QIcon icon(const QString& name);

/// The same in a row of a list, which keeps the colour of its text where it is chosen.
[[nodiscard]] QIcon rowIcon(const QString& name);

/// The program's own mark, in its own colours.
[[nodiscard]] QIcon programIcon();

} // namespace morphospace
