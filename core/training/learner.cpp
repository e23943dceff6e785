// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/learner.h"

#include "core/base/error.h"
#include "core/manifold/tensor_storage.h"

#include <torch/nn/utils/clip_grad.h>
#include <torch/optim.h>
#include <torch/types.h>
#include <torch/utils.h>
#include <torch/version.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>
#include <numbers>

namespace morphospace {

struct Learner::Optimiser {
    torch::optim::AdamW adam;

    Optimiser(std::vector<at::Tensor> parameters, const LearnerOptions& options)
        : adam(std::move(parameters),
               torch::optim::AdamWOptions(options.rate).weight_decay(options.weightDecay))
    {
    }

    torch::optim::AdamWParamState& state(const at::Tensor& parameter)
    {
        // LibTorch 2 keys the state by the address itself, LibTorch 1 by the address as text.
#if TORCH_VERSION_MAJOR >= 2
        auto& entry = adam.state()[parameter.unsafeGetTensorImpl()];
#else
        auto& entry = adam.state()[c10::guts::to_string(parameter.unsafeGetTensorImpl())];
#endif
        if (!entry) {
            auto fresh = std::make_unique<torch::optim::AdamWParamState>();
            fresh->step(0);
            fresh->exp_avg(torch::zeros_like(parameter));
            fresh->exp_avg_sq(torch::zeros_like(parameter));
            entry = std::move(fresh);
        }
        return static_cast<torch::optim::AdamWParamState&>(*entry);
    }
};

namespace {

std::vector<at::Tensor> tensorsOf(const std::vector<NamedTensor>& named)
{
    std::vector<at::Tensor> tensors;
    for (const NamedTensor& one : named)
        tensors.push_back(one.tensor);
    return tensors;
}

double numberIn(const StoredFile& file, const char* name, double otherwise)
{
    const auto found = file.metadata.find(name);
    if (found == file.metadata.end())
        return otherwise;
    double value = otherwise;
    const std::string& text = found->second;
    const auto [next, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return code == std::errc() && std::isfinite(value) ? value : otherwise;
}

int stepOf(const StoredFile& file, const std::filesystem::path& checkpoint)
{
    const double step = numberIn(file, "step", -1);
    if (step < 0 || step > std::numeric_limits<int>::max())
        throw fileError(checkpoint, "header, step", "is missing or no number",
                        "a checkpoint of 'train', or --restart to begin again");
    return static_cast<int>(step);
}

double secondsOf(const StoredFile& file)
{
    return std::max(0.0, numberIn(file, "seconds", 0));
}

} // namespace

double secondsSpent(const std::filesystem::path& checkpoint)
{
    return std::filesystem::exists(checkpoint) ? secondsOf(readSafetensors(checkpoint)) : 0;
}

Learner::Learner(std::vector<NamedTensor> parameters, std::vector<NamedTensor> buffers,
                 LearnerOptions options)
    : m_parameters(std::move(parameters)), m_buffers(std::move(buffers)), m_options(options),
      m_optimiser(std::make_unique<Optimiser>(tensorsOf(m_parameters), options))
{
    if (options.averaging > 0) {
        for (const NamedTensor& parameter : m_parameters)
            m_averages.push_back({parameter.name, parameter.tensor.detach().clone()});
    }
}

Learner::~Learner() = default;

double Learner::rateAt(int step) const
{
    // One cycle: a cosine rise from 1/25 of the rate, a cosine fall to a ten-thousandth of it.
    const double at = (step + 0.5) / m_options.steps;
    const auto between = [](double from, double to, double share) {
        return to + (from - to) * 0.5 * (1 + std::cos(std::numbers::pi * share));
    };
    if (at < m_options.warmUp)
        return between(m_options.rate / 25, m_options.rate, at / m_options.warmUp);
    return between(m_options.rate, m_options.rate * 1e-4,
                   (at - m_options.warmUp) / (1 - m_options.warmUp));
}

void Learner::run(const Step& step, const std::filesystem::path& checkpoint,
                  const std::string& fingerprint, const Progress& progress, std::stop_token stop)
{
    using Clock = std::chrono::steady_clock;
    if (!checkpoint.empty() && std::filesystem::exists(checkpoint))
        load(checkpoint, fingerprint);
    const auto start = Clock::now();
    auto saved = start;
    const auto save = [&] {
        if (!checkpoint.empty())
            this->save(checkpoint, fingerprint,
                       m_secondsBefore
                           + std::chrono::duration<double>(Clock::now() - start).count());
    };
    const std::vector<at::Tensor> parameters = tensorsOf(m_parameters);
    while (m_step < m_options.steps) {
        if (stop.stop_requested()) {
            save();
            throw Cancelled();
        }
        m_optimiser->adam.zero_grad();
        for (torch::optim::OptimizerParamGroup& group : m_optimiser->adam.param_groups())
            group.options().set_lr(rateAt(m_step));
        const double loss = step(m_step);
        if (!std::isfinite(loss))
            throw Error("the loss is no longer a number at step " + std::to_string(m_step)
                        + "; a smaller learning rate may help");
        torch::nn::utils::clip_grad_norm_(parameters, m_options.clip);
        m_optimiser->adam.step();
        ++m_step;
        if (!m_averages.empty()) {
            const torch::NoGradGuard noGrad;
            // Early steps count the average in, so that it never remembers the start.
            const double decay = std::min(m_options.averaging, m_step / (m_step + 9.0));
            for (std::size_t i = 0; i < m_averages.size(); ++i)
                m_averages[i].tensor.lerp_(m_parameters[i].tensor, 1 - decay);
        }
        if (progress)
            progress({m_step, m_options.steps, loss});
        if (Clock::now() - saved > std::chrono::seconds(30)) {
            save();
            saved = Clock::now();
        }
    }
    save();
}

void Learner::takeAverages()
{
    const torch::NoGradGuard noGrad;
    for (std::size_t i = 0; i < m_averages.size(); ++i)
        m_parameters[i].tensor.copy_(m_averages[i].tensor);
}

void Learner::save(const std::filesystem::path& checkpoint, const std::string& fingerprint,
                   double seconds) const
{
    StoredFile file;
    file.metadata["format"] = "morphospace.training";
    file.metadata["fingerprint"] = fingerprint;
    file.metadata["step"] = std::to_string(m_step);
    file.metadata["seconds"] = nlohmann::json(seconds).dump();
    store(file, "parameter.", m_parameters);
    store(file, "buffer.", m_buffers);
    store(file, "average.", m_averages);
    for (const NamedTensor& parameter : m_parameters) {
        const torch::optim::AdamWParamState& state = m_optimiser->state(parameter.tensor);
        store(file, "moment1.", {{parameter.name, state.exp_avg()}});
        store(file, "moment2.", {{parameter.name, state.exp_avg_sq()}});
    }
    writeSafetensors(checkpoint, file);
}

void Learner::load(const std::filesystem::path& checkpoint, const std::string& fingerprint)
{
    const StoredFile file = readSafetensors(checkpoint);
    const auto made = file.metadata.find("fingerprint");
    if (made == file.metadata.end() || made->second != fingerprint)
        throw fileError(checkpoint, "header, fingerprint",
                        "this checkpoint belongs to a training with other settings",
                        "the same command, or another output, or --restart to begin again");
    m_step = stepOf(file, checkpoint);
    m_secondsBefore = secondsOf(file);
    restore(file, "parameter.", m_parameters);
    restore(file, "buffer.", m_buffers);
    restore(file, "average.", m_averages);
    for (const NamedTensor& parameter : m_parameters) {
        torch::optim::AdamWParamState& state = m_optimiser->state(parameter.tensor);
        restore(file, "moment1.", {{parameter.name, state.exp_avg()}});
        restore(file, "moment2.", {{parameter.name, state.exp_avg_sq()}});
        state.step(m_step);
    }
}

} // namespace morphospace
