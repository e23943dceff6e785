// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Read by moc before every header: the moc of Qt 6.4 cannot parse <compare> of GCC's library unless
// the library's configuration was read first.
#pragma once

#include <cstddef>
