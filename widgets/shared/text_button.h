// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QToolButton;

namespace morphospace {

/// A tool button with its words beside the icon of that name, and what describeControl() wants.
[[nodiscard]] QToolButton* makeTextButton(const QString& iconName, const QString& text,
                                          const QString& tip);

} // namespace morphospace
