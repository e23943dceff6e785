// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace morphospace {

/// How long pictures of weights take, each the median of `frames` frames, in milliseconds.
struct FrameReport {
    QString problem;              ///< why there are no surfaces here; empty where there are
    QString driver;               ///< what the graphics driver calls itself
    int frames = 0;
    double surface = 0;           ///< height field of 512 x 512, 800 x 600 pixels, while it turns
    double surfaceCoarse = 0;     ///< the same as a hand turns it where the whole is slow
    double surfaceTravel = 0;     ///< the whole while its rows and columns travel to another order
    double surfaceTravelThin = 0; ///< the same thinned, as the window shows it where the whole is slow
    double mapTravel = 0;         ///< two heat maps of 512 x 512 while those of one travel
};

/// Draws a matrix of 512 x 512 over and over, on the thread of the window.
[[nodiscard]] FrameReport measureFrames(int frames = 15);

} // namespace morphospace
