// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QStackedWidget;

namespace morphospace {

/// Of several pages only the one that is shown says how much room is needed: a window is not kept
/// large by a page that nobody sees. After all pages are in.
void followShownPage(QStackedWidget* pages);

} // namespace morphospace
