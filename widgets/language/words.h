// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace morphospace {

/// tr() for what is no member of a QObject. The translations call its context after the namespace,
/// because that is where their tools look for it: a tr() of one's own would not be found.
[[nodiscard]] inline QString tr(const char* text, const char* disambiguation = nullptr, int n = -1)
{
    return QCoreApplication::translate("morphospace", text, disambiguation, n);
}

} // namespace morphospace
