// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/packed_denoiser.h"

#include "core/diffusion/adaptation.h"
#include "core/diffusion/packed_network.h"
#include "core/diffusion/row_kernels.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <cmath>

namespace morphospace {

namespace {

/// Whole rows in memory, whatever views they were.
at::Tensor rowsOf(const at::Tensor& tensor)
{
    return tensor.detach().to(torch::kFloat32).contiguous();
}

PackedNetwork packed(const Denoiser& denoiser, bool gradient, bool halves)
{
    const DenoiserShape& shape = denoiser.shape;
    PackedNetwork network{shape.pixels, shape.hidden, shape.blocks, shape.condition, {}};
    const std::vector<LinearMap> maps = linearMaps(shape);
    for (std::size_t i = 0; i < maps.size(); ++i) {
        const at::Tensor weights = rowsOf(denoiser.weights[i]);
        const at::Tensor biases = rowsOf(denoiser.biases[i]);
        const bool film = maps[i].name.starts_with("film");
        // No gradient passes to the letters' noise and to their condition.
        network.add({weights.data_ptr<float>(), std::size_t(weights.numel())},
                    {biases.data_ptr<float>(), std::size_t(biases.numel())}, maps[i].in, maps[i].out,
                    film, gradient && !film && i > 0, halves);
    }
    return network;
}

/// The members' rows must outlive what is returned.
PackedMembers packedMembers(const AdapterLayout& layout, const at::Tensor& members)
{
    PackedMembers rows;
    rows.values = members.data_ptr<float>();
    rows.size = layout.size();
    std::int64_t at = 0;
    for (const LinearMap& map : linearMaps(layout.shape)) {
        if (layout.kind != AdapterKind::SharedA) {
            rows.a.push_back(at);
            at += map.in;
        }
        rows.b.push_back(at);
        at += map.out;
    }
    for (const at::Tensor& a : layout.sharedA)
        rows.sharedA.push_back(a.data_ptr<float>());
    return rows;
}

} // namespace

struct PackedDenoiser::State {
    State(Denoiser one, const RowKernels& those) : denoiser(std::move(one)), kernels(those) {}

    const PackedNetwork& network(bool gradient)
    {
        std::call_once(gradient ? m_trainedOnce : m_drawnOnce,
                       [&] {
                           (gradient ? m_trained : m_drawn) =
                               packed(denoiser, gradient, kernels.productOfHalves != nullptr);
                       });
        return gradient ? m_trained : m_drawn;
    }

    const Denoiser denoiser;
    const RowKernels& kernels;

private:
    std::once_flag m_drawnOnce;
    std::once_flag m_trainedOnce;
    PackedNetwork m_drawn;
    PackedNetwork m_trained;
};

PackedDenoiser::PackedDenoiser(const Denoiser& denoiser) : PackedDenoiser(denoiser, rowKernels()) {}

PackedDenoiser::PackedDenoiser(const Denoiser& denoiser, const RowKernels& kernels)
    : m_state(std::make_shared<State>(denoiser, kernels))
{
}

const Denoiser& PackedDenoiser::denoiser() const
{
    return m_state->denoiser;
}

at::Tensor PackedDenoiser::draw(const AdapterLayout& layout, const at::Tensor& members,
                                const at::Tensor& noise, const at::Tensor& letters, int steps,
                                const at::Tensor& before, int from) const
{
    const torch::NoGradGuard noGrad;
    const std::int64_t rows = noise.size(0);
    const at::Tensor own = rowsOf(members);
    const at::Tensor first =
        before.defined() ? rowsOf(before.expand({own.size(0), own.size(1)})) : at::Tensor();
    const at::Tensor start = rowsOf(noise);
    std::vector<std::int64_t> times;
    PackedDrawing drawing;
    const float* levels = alphaBar().data_ptr<float>();
    for (int k = 0; k < steps; ++k) {
        const int now = drawingTime(steps, k);
        times.insert(times.end(), std::size_t(rows), now);
        PackedStep step;
        step.before = now >= from;
        if (k + 1 < steps) {
            const double here = levels[now];
            const double next = levels[drawingTime(steps, k + 1)];
            const double rest = std::sqrt(1 - next) / std::sqrt(1 - here);
            step.ofNoisy = static_cast<float>(rest);
            step.ofClean = static_cast<float>(std::sqrt(next) - std::sqrt(here) * rest);
        }
        drawing.steps.push_back(step);
    }
    const at::Tensor condition =
        conditionOf(m_state->denoiser, torch::tensor(times, torch::kInt64), letters.repeat({steps}))
            .contiguous();
    drawing.models = static_cast<int>(own.size(0));
    drawing.rows = static_cast<int>(rows);
    drawing.noise = start.data_ptr<float>();
    drawing.condition = condition.data_ptr<float>();
    drawing.members = packedMembers(layout, own);
    if (first.defined())
        drawing.before = packedMembers(layout, first);
    at::Tensor clean = torch::empty({own.size(0), rows, m_state->denoiser.shape.pixels});
    drawPacked(m_state->network(false), drawing, clean.data_ptr<float>(), at::get_num_threads(),
               m_state->kernels);
    return clean;
}

at::Tensor PackedDenoiser::gradient(const AdapterLayout& layout, const at::Tensor& members,
                                    const at::Tensor& noisy, const at::Tensor& clean,
                                    const at::Tensor& times, const at::Tensor& letters,
                                    const at::Tensor& weights, double* loss) const
{
    const torch::NoGradGuard noGrad;
    const at::Tensor own = rowsOf(members);
    const at::Tensor given = rowsOf(noisy);
    const at::Tensor truth = rowsOf(clean);
    const at::Tensor shares = rowsOf(weights);
    const at::Tensor condition = conditionOf(m_state->denoiser, times, letters).contiguous();
    PackedBatch batch;
    batch.models = static_cast<int>(own.size(0));
    batch.rows = static_cast<int>(given.size(1));
    batch.noisy = given.data_ptr<float>();
    batch.clean = truth.data_ptr<float>();
    batch.condition = condition.data_ptr<float>();
    batch.weights = shares.data_ptr<float>();
    batch.members = packedMembers(layout, own);
    at::Tensor gradient = torch::empty({own.size(0), layout.size()});
    const double found = gradientPacked(m_state->network(true), batch, gradient.data_ptr<float>(),
                                        at::get_num_threads(), m_state->kernels);
    if (loss)
        *loss = found;
    return gradient;
}

const PackedDenoiser& PackedOnce::of(const Denoiser& denoiser) const
{
    std::call_once(m_state->once, [&] { m_state->packed.emplace(denoiser); });
    return *m_state->packed;
}

} // namespace morphospace
