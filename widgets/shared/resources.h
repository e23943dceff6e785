// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Makes the icons and the style sheet of this static library known to Qt. Call once, after the
/// application object and before the first widget.
void initResources();
