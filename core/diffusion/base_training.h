// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/typefaces.h"
#include "core/training/learner_progress.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace morphospace {

struct BaseTraining {
    int steps = 7000;
    int batch = 384;
    double rate = 1e-3;
    double averaging = 0.999;
    int hidden = 512;
    int blocks = 6;
    std::uint64_t seed = 1;
};

[[nodiscard]] nlohmann::json toJson(const BaseTraining& training);

/// Trains a denoiser of the letters of many faces and writes it to `output`, a safetensors file
/// of the kind readBase() reads. Faces are drawn with a chance of groupsize^-1/2, so that large
/// families do not drown small ones. Loss: squared error of x_0 weighted by min(SNR + 1/2, 5)
/// (Hang et al. 2023, clipped). Goes on from `output`.part where an interrupted run of the same
/// settings left it. Throws Error for no faces or an unwritable file, Cancelled on a stop.
void trainBase(const std::vector<Typeface>& faces, const BaseTraining& training,
               const std::string& command, const std::filesystem::path& output, bool restart,
               const std::function<void(const LearnerProgress&)>& progress, std::stop_token stop);

/// Mean squared error of x_0 in each quarter of the time steps, on faces given, with noise drawn
/// from the seed: how well a base denoises letters it never saw.
[[nodiscard]] std::vector<double> denoisingErrors(const std::filesystem::path& base,
                                                  const std::vector<Typeface>& faces,
                                                  std::uint64_t seed);

} // namespace morphospace
