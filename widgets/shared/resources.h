// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Makes the icons, the style sheet and the translations of this static library known to Qt. Call once, after the
/// application object and before the first widget.
void initResources();
