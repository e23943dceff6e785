// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace morphospace {

/// What sampleNetwork() accepts as SampleOptions: 1 to this many samples averaged ...
inline constexpr int mostSamplesAveraged = 10000;
/// ... and a jitter of 0 to this many channels. Half a channel to each side is what averaging is
/// for; much more only blurs the weights.
inline constexpr double maximumJitter = 16;

} // namespace morphospace
