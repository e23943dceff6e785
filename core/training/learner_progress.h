// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace morphospace {

/// Where a training is, for those that see no LibTorch too.
struct LearnerProgress {
    int step = 0;
    int steps = 0;
    double loss = 0;             ///< of the last step
};

} // namespace morphospace
