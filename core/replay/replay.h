// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"
#include "core/networks/fingerprint.h"
#include "core/session/session_file.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace morphospace {

/// Everything that the arithmetic of a replay depends on: program, LibTorch, BLAS and its kernels,
/// instruction set, processor. Where two are equal, replay is exact.
[[nodiscard]] std::string computeIdentity();

/// What was measured, as a step keeps it.
[[nodiscard]] Outcome toOutcome(const Fingerprint& weights, const Measurement& measurement);

/// Weights of another processor may differ by this much of the largest weight ...
inline constexpr double weightTolerance = 1e-5;
/// ... and turn this many answers: 0.1 % of the images, at least two.
[[nodiscard]] std::int64_t countTolerance(std::int64_t images);

enum class Agreement {
    Unrecorded,   ///< the session says nothing of this step
    Exact,        ///< the same weights, the same images, the same count
    Close,        ///< within weightTolerance and countTolerance()
    OtherImages,  ///< the weights agree, but fewer or other images were measured
    Differs
};
[[nodiscard]] std::string nameOf(Agreement agreement);

/// How an outcome measured again agrees with the one recorded. Where both were computed alike
/// (`computed`) only Exact will do; elsewhere Close is good.
struct OutcomeCheck {
    Agreement agreement = Agreement::Unrecorded;
    double weightsApart = 0;        ///< of the largest weight, on the probe; 0 for equal hashes
    std::int64_t countApart = 0;    ///< correct now minus correct then
    bool sameKernels = false;
};
[[nodiscard]] OutcomeCheck check(const std::optional<Outcome>& recorded, const Outcome& now);

/// A step that led to a sample, replayed.
struct ReplayedStep {
    std::size_t number = 0;         ///< the first step is 1
    std::string words;
    Measurement measurement;
    Outcome outcome;
    OutcomeCheck check;
};

/// A data set of the session that is another one here.
struct OtherData {
    std::string name;
    std::string recorded;           ///< ImageSet::hash as the session names it
    std::string here;
};

struct ReplayReport {
    std::vector<ReplayedStep> steps;
    SessionState state;             ///< after the last step
    std::string computed;           ///< computeIdentity()
    /// Number of the first step that differs from what was recorded; 0: none does.
    std::size_t firstDifferent = 0;
    /// What the recorded numbers were measured on and these were not.
    std::vector<OtherData> otherData;
};

struct ReplayOptions {
    std::size_t until = std::numeric_limits<std::size_t>::max();   ///< steps to apply
    std::size_t images = 0;                                        ///< 0: all
    std::stop_token stop;
    std::function<void(const ReplayedStep&)> done = {};            ///< after each measured step
};

/// Gives what a session only refers to; both throw Error where they cannot.
struct ReplaySources {
    std::function<std::shared_ptr<const Manifold>(const ManifoldReference&)> manifold;
    std::function<std::shared_ptr<const ImageSet>(const Manifold&)> images;
};

/// Applies the steps one by one and measures wherever the current sample changes, and after the
/// last. Throws Cancelled, or what the sources throw.
[[nodiscard]] ReplayReport replay(const SessionDocument& session, const ReplaySources& sources,
                                  const ReplayOptions& options = {});

} // namespace morphospace
