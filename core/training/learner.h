// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/named_tensor.h"
#include "core/training/learner_progress.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

// For .cpp files that see LibTorch only.

namespace morphospace {

struct LearnerOptions {
    int steps = 1000;
    double rate = 1e-3;          ///< highest learning rate of the one-cycle schedule
    double warmUp = 0.2;         ///< share of the steps in which the rate rises
    double weightDecay = 1e-4;
    double clip = 1.0;           ///< greatest norm of the whole gradient
    double averaging = 0;        ///< decay of the moving average of the parameters; 0: none
};

/// AdamW (Loshchilov and Hutter 2019) with a one-cycle schedule (Smith 2018) over a list of
/// tensors, with everything needed to go on after a kill: parameters, buffers, moments, averages
/// and the step, which is also all the random state there is (every draw is made from the seed and
/// the step).
class Learner {
public:
    /// Adds gradients to the parameters and returns the loss.
    using Step = std::function<double(int step)>;
    using Progress = std::function<void(const LearnerProgress&)>;

    /// `buffers` are carried along in checkpoints but not learned.
    Learner(std::vector<NamedTensor> parameters, std::vector<NamedTensor> buffers,
            LearnerOptions options);
    ~Learner();

    /// Runs to the last step, going on from `checkpoint` when that file exists and `fingerprint`
    /// (of everything that shapes the run) is the one it was made with; throws Error when it is
    /// not. Saves there every half minute, at the end, and before Cancelled is thrown on a stop.
    /// An empty path saves nothing.
    void run(const Step& step, const std::filesystem::path& checkpoint,
             const std::string& fingerprint, const Progress& progress, std::stop_token stop);

    /// Copies the moving averages into the parameters; does nothing without averaging.
    void takeAverages();
    [[nodiscard]] int step() const { return m_step; }

private:
    void save(const std::filesystem::path& checkpoint, const std::string& fingerprint,
              double seconds) const;
    void load(const std::filesystem::path& checkpoint, const std::string& fingerprint);
    [[nodiscard]] double rateAt(int step) const;

    std::vector<NamedTensor> m_parameters;
    std::vector<NamedTensor> m_buffers;
    LearnerOptions m_options;
    struct Optimiser;
    std::unique_ptr<Optimiser> m_optimiser;
    std::vector<NamedTensor> m_averages;
    int m_step = 0;
    double m_secondsBefore = 0; // of the runs that this one goes on from
};

/// Seconds that the runs took which led to a checkpoint; 0 where there is none or it does not say.
[[nodiscard]] double secondsSpent(const std::filesystem::path& checkpoint);

} // namespace morphospace
