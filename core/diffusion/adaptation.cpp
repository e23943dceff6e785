// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/adaptation.h"

#include "core/base/cancel.h"
#include "core/base/error.h"
#include "core/diffusion/letters.h"

#include <torch/optim.h>
#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace morphospace {

namespace {

at::Tensor allLetters(const std::vector<int>& letters)
{
    std::vector<std::int64_t> which(letters.begin(), letters.end());
    if (which.empty()) {
        which.resize(typefaceLetters);
        std::iota(which.begin(), which.end(), 0);
    }
    return torch::tensor(which, torch::kInt64);
}

/// Noisy letters of all faces: the same letters, times and noise for each.
struct Draw {
    at::Tensor clean;    // [M, R, 784]
    at::Tensor noisy;
    at::Tensor times;    // [R]
    at::Tensor letters;
    at::Tensor weights;  // [R]
};

/// From faces [M, L, 784], whose L letters are `letters` [L]; where more rows are asked for than
/// there are letters, letters come again.
Draw drawRows(const at::Tensor& faces, const at::Tensor& letters, int rows,
              const at::Generator& random)
{
    Draw draw;
    const std::int64_t known = letters.size(0);
    at::Tensor places = torch::randperm(known, random, torch::kInt64);
    while (places.size(0) < rows)
        places = torch::cat({places, torch::randperm(known, random, torch::kInt64)});
    places = places.narrow(0, 0, rows);
    draw.times = (torch::rand({rows}, random).sqrt() * diffusionSteps)
                     .to(torch::kInt64)
                     .clamp(0, diffusionSteps - 1);
    draw.letters = letters.index_select(0, places);
    draw.clean = scaledLetters(faces.index_select(1, places));
    const at::Tensor level = alphaBar().index_select(0, draw.times).unsqueeze(1);
    draw.noisy = draw.clean * level.sqrt()
        + torch::randn({rows, faces.size(2)}, random) * (1 - level).sqrt();
    const at::Tensor flat = level.squeeze(1);
    draw.weights = (flat / (1 - flat) + 0.5).clamp_max(1.5);
    return draw;
}

/// Summed over members, each member's the mean over its rows: members do not feel each other.
at::Tensor lossOf(const Denoiser& denoiser, const Adaptation& adaptation, const Draw& draw)
{
    const at::Tensor predicted =
        denoise(denoiser, draw.noisy, draw.times, draw.letters, &adaptation);
    return ((predicted - draw.clean).square().mean(2) * draw.weights).mean(1).sum();
}

/// The gradient of lossOf() for members' numbers, without a graph of it.
at::Tensor gradientOf(const PackedDenoiser& denoiser, const AdapterLayout& layout,
                      const at::Tensor& members, const Draw& draw)
{
    return denoiser.gradient(layout, members, draw.noisy, draw.clean, draw.times, draw.letters,
                             draw.weights);
}

at::Tensor startOfA(int in, std::int64_t models, const at::Generator& random)
{
    const double bound = 1 / std::sqrt(double(in));
    return (torch::rand({models, in}, random) * 2 - 1) * bound;
}

double scheduled(double rate, int step, int steps)
{
    constexpr int warmUp = 10;
    const double rise = std::min(1.0, (step + 1.0) / warmUp);
    const double fall = 0.1 + 0.9 * 0.5 * (1 + std::cos(std::numbers::pi * step / steps));
    return rate * rise * fall;
}

torch::optim::AdamOptions adamOptions(double rate)
{
    return torch::optim::AdamOptions(rate).betas({0.9, 0.99});
}

void setRate(torch::optim::Adam& adam, std::size_t group, double rate)
{
    static_cast<torch::optim::AdamOptions&>(adam.param_groups()[group].options()).lr(rate);
}

std::uint64_t stepSeed(std::uint64_t seed, int step)
{
    return seed * 1000003 + std::uint64_t(step);
}

} // namespace

std::string nameOf(AdapterKind kind)
{
    return kind == AdapterKind::SharedA ? "shared"
        : kind == AdapterKind::Paper    ? "paper"
                                        : "independent";
}

AdapterKind adapterKindFrom(const std::string& name)
{
    for (const AdapterKind kind :
         {AdapterKind::SharedA, AdapterKind::Paper, AdapterKind::Independent}) {
        if (name == nameOf(kind))
            return kind;
    }
    throw Error("'" + name + "' is no kind of adapter; expected shared, paper or independent");
}

std::int64_t AdapterLayout::size() const
{
    std::int64_t numbers = 0;
    for (const LinearMap& map : linearMaps(shape))
        numbers += map.out + (kind == AdapterKind::SharedA ? 0 : map.in);
    return numbers;
}

Adaptation AdapterLayout::unflatten(const at::Tensor& members) const
{
    Adaptation adaptation;
    std::int64_t at = 0;
    const std::vector<LinearMap> maps = linearMaps(shape);
    for (std::size_t i = 0; i < maps.size(); ++i) {
        if (kind == AdapterKind::SharedA) {
            adaptation.a.push_back(sharedA[i]);
        } else {
            adaptation.a.push_back(members.narrow(1, at, maps[i].in));
            at += maps[i].in;
        }
        adaptation.b.push_back(members.narrow(1, at, maps[i].out));
        at += maps[i].out;
    }
    return adaptation;
}

std::vector<at::Tensor>
learnSharedA(const Denoiser& denoiser, const at::Tensor& faces, const SharedATraining& training,
             const std::function<void(int step, double loss)>& progress, std::stop_token stop)
{
    const at::Generator start = at::detail::createCPUGenerator(training.seed);
    Adaptation adaptation;
    for (const LinearMap& map : linearMaps(denoiser.shape)) {
        adaptation.a.push_back(startOfA(map.in, 1, start).requires_grad_());
        adaptation.b.push_back(torch::zeros({faces.size(0), map.out}).requires_grad_());
    }
    torch::optim::Adam adam({torch::optim::OptimizerParamGroup(adaptation.a),
                             torch::optim::OptimizerParamGroup(adaptation.b)},
                            adamOptions(training.rateB));
    const at::Tensor letters = allLetters({});
    for (int step = 0; step < training.steps; ++step) {
        throwIfStopped(stop);
        const at::Generator random =
            at::detail::createCPUGenerator(stepSeed(training.seed, step + 1));
        const Draw draw = drawRows(faces, letters, training.rows, random);
        setRate(adam, 0, scheduled(training.rateA, step, training.steps));
        setRate(adam, 1, scheduled(training.rateB, step, training.steps));
        adam.zero_grad();
        const at::Tensor loss = lossOf(denoiser, adaptation, draw);
        loss.backward();
        adam.step();
        if (progress)
            progress(step + 1, loss.item<double>() / double(faces.size(0)));
    }
    for (at::Tensor& a : adaptation.a)
        a = a.detach();
    return adaptation.a;
}

at::Tensor trainMembers(const PackedDenoiser& denoiser, const AdapterLayout& layout,
                        const at::Tensor& faces, const MemberTraining& training,
                        std::int64_t first, std::stop_token stop)
{
    const std::int64_t models = faces.size(0);
    std::vector<at::Tensor> parts;
    const at::Generator shared = at::detail::createCPUGenerator(training.seed);
    std::vector<at::Generator> own;
    for (std::int64_t i = 0; i < models && layout.kind == AdapterKind::Independent; ++i)
        own.push_back(at::detail::createCPUGenerator(training.seed * 7919 + 1
                                                     + std::uint64_t(first + i)));
    for (const LinearMap& map : linearMaps(layout.shape)) {
        if (layout.kind == AdapterKind::Paper) {
            parts.push_back(startOfA(map.in, 1, shared).expand({models, map.in}));
        } else if (layout.kind == AdapterKind::Independent) {
            std::vector<at::Tensor> starts;
            for (const at::Generator& random : own)
                starts.push_back(startOfA(map.in, 1, random));
            parts.push_back(torch::cat(starts));
        }
        parts.push_back(torch::zeros({models, map.out}));
    }
    const at::Tensor members = torch::cat(parts, 1).contiguous().requires_grad_();
    torch::optim::Adam adam(std::vector<at::Tensor>{members}, adamOptions(training.rate));
    const at::Tensor letters = allLetters(training.letters);
    const at::Tensor known = faces.index_select(1, letters);
    for (int step = 0; step < training.steps; ++step) {
        throwIfStopped(stop);
        const at::Generator random =
            at::detail::createCPUGenerator(stepSeed(training.seed, step + 1));
        const Draw draw = drawRows(known, letters, training.rows, random);
        setRate(adam, 0, scheduled(training.rate, step, training.steps));
        members.mutable_grad() = gradientOf(denoiser, layout, members, draw);
        adam.step();
    }
    return members.detach();
}

at::Tensor renderMembers(const PackedDenoiser& denoiser, const AdapterLayout& layout,
                         const at::Tensor& members, const Rendering& rendering,
                         const at::Tensor& before)
{
    const torch::NoGradGuard noGrad;
    const at::Tensor letters = allLetters(rendering.letters);
    const at::Tensor noise =
        startNoise(denoiser.denoiser().shape, rendering.seed).index_select(0, letters) * rendering.noise;
    return denoiser.draw(layout, members, noise, letters, rendering.steps, before, rendering.from);
}

at::Tensor fitErrors(const at::Tensor& drawn, const at::Tensor& faces)
{
    return ((drawn - faces) / 2).square().mean({1, 2}).sqrt(); // [-1, 1] is twice [0, 1]
}

at::Tensor invertLetters(const PackedDenoiser& denoiser, const AdapterLayout& layout,
                         const SpaceTensors& space, const at::Tensor& images,
                         const std::vector<int>& letters, const Inversion& inversion,
                         std::stop_token stop)
{
    const at::Tensor known = allLetters(letters);
    const torch::NoGradGuard noGrad;
    const at::Tensor white =
        torch::zeros({images.size(0), space.components.size(0)}).requires_grad_();
    torch::optim::Adam adam(std::vector<at::Tensor>{white}, adamOptions(inversion.rate));
    for (int step = 0; step < inversion.steps; ++step) {
        throwIfStopped(stop);
        const at::Generator random =
            at::detail::createCPUGenerator(stepSeed(inversion.seed, step + 1));
        const Draw draw = drawRows(images, known, inversion.rows, random);
        setRate(adam, 0, scheduled(inversion.rate, step, inversion.steps));
        const at::Tensor members =
            (white * space.scale).matmul(space.components) * space.deviation + space.mean;
        // The way back through the space, and of the prior on the sum of squares.
        const at::Tensor ofMembers = gradientOf(denoiser, layout, members, draw);
        white.mutable_grad() =
            (ofMembers * space.deviation).matmul(space.components.t()) * space.scale
            + white * (2 * inversion.prior);
        adam.step();
    }
    return (white * space.scale).detach();
}

} // namespace morphospace
