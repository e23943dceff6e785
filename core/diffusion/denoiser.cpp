// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/denoiser.h"

#include "core/base/error.h"
#include "core/base/json_fields.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace morphospace {

namespace {

/// Sines and cosines of the time step: [R, width].
at::Tensor timeFeatures(const at::Tensor& t, int width)
{
    const int half = width / 2;
    const at::Tensor frequencies =
        torch::exp(torch::arange(half, torch::kFloat32) * (-std::log(10000.0) / half));
    const at::Tensor angles = t.to(torch::kFloat32).unsqueeze(1) * frequencies.unsqueeze(0);
    return torch::cat({angles.sin(), angles.cos()}, 1);
}

enum Embedding : std::size_t { TimeW1, TimeB1, TimeW2, TimeB2, Letters, MixW, MixB };

} // namespace

nlohmann::json toJson(const DenoiserShape& shape)
{
    return {{"pixels", shape.pixels},
            {"hidden", shape.hidden},
            {"blocks", shape.blocks},
            {"condition", shape.condition},
            {"letters", shape.letters}};
}

DenoiserShape denoiserShapeFromJson(const nlohmann::json& object)
{
    const JsonFields fields(object, "the denoiser's shape",
                            {"pixels", "hidden", "blocks", "condition", "letters"});
    const auto within = [&fields](const char* name, int least, int most) {
        const int value = fields.number(name);
        if (value < least || value > most)
            throw Error(std::string("\"") + name + "\" is " + std::to_string(value)
                        + "; expected " + std::to_string(least) + " to " + std::to_string(most));
        return value;
    };
    DenoiserShape shape;
    shape.pixels = within("pixels", 784, 784);
    shape.hidden = within("hidden", 1, 4096);
    shape.blocks = within("blocks", 1, 64);
    shape.condition = within("condition", 2, 4096);
    shape.letters = within("letters", 52, 52);
    if (shape.condition % 2 != 0)
        throw Error("\"condition\" is " + std::to_string(shape.condition)
                    + "; expected an even number");
    return shape;
}

const at::Tensor& alphaBar()
{
    static const at::Tensor levels = [] {
        constexpr double offset = 0.008;
        const auto f = [](double share) {
            const double c = std::cos((share + offset) / (1 + offset) * std::numbers::pi / 2);
            return c * c;
        };
        std::vector<float> values;
        for (int t = 0; t < diffusionSteps; ++t)
            values.push_back(static_cast<float>(
                std::clamp(f((t + 1.0) / diffusionSteps) / f(0), 1e-4, 0.9999)));
        return torch::tensor(values);
    }();
    return levels;
}

std::vector<LinearMap> linearMaps(const DenoiserShape& shape)
{
    std::vector<LinearMap> maps{{"input", shape.pixels, shape.hidden}};
    for (int i = 0; i <= shape.blocks; ++i)
        maps.push_back({"film." + std::to_string(i), shape.condition, 2 * shape.hidden});
    for (const char* part : {".first", ".second"}) {
        for (int i = 0; i < shape.blocks; ++i)
            maps.push_back({"block." + std::to_string(i) + part, shape.hidden, shape.hidden});
    }
    maps.push_back({"output", shape.hidden, shape.pixels});
    return maps;
}

std::vector<NamedTensor> Denoiser::named() const
{
    std::vector<NamedTensor> list;
    const std::vector<LinearMap> maps = linearMaps(shape);
    for (std::size_t i = 0; i < maps.size(); ++i) {
        list.push_back({maps[i].name + ".weight", weights[i]});
        list.push_back({maps[i].name + ".bias", biases[i]});
    }
    const char* names[] = {"time.0.weight", "time.0.bias", "time.1.weight", "time.1.bias",
                           "letters",       "mix.weight",  "mix.bias"};
    for (std::size_t i = 0; i < embedding.size(); ++i)
        list.push_back({names[i], embedding[i]});
    return list;
}

Denoiser makeDenoiser(const DenoiserShape& shape, std::uint64_t seed)
{
    const at::Generator random = at::detail::createCPUGenerator(seed);
    const auto weight = [&random](int out, int in) {
        const double bound = 1 / std::sqrt(double(in));
        return (torch::rand({out, in}, random) * 2 - 1) * bound;
    };
    Denoiser denoiser;
    denoiser.shape = shape;
    for (const LinearMap& map : linearMaps(shape)) {
        denoiser.weights.push_back(map.name.starts_with("film") ? torch::zeros({map.out, map.in})
                                                                : weight(map.out, map.in));
        denoiser.biases.push_back(torch::zeros({map.out}));
    }
    const int c = shape.condition;
    denoiser.embedding = {weight(c, c),       torch::zeros({c}), weight(c, c), torch::zeros({c}),
                          torch::randn({shape.letters, c}, random) * 0.5,
                          weight(c, c),       torch::zeros({c})};
    return denoiser;
}

at::Tensor conditionOf(const Denoiser& denoiser, const at::Tensor& t, const at::Tensor& letters)
{
    const auto& e = denoiser.embedding;
    const auto plain = [](const at::Tensor& input, const at::Tensor& w, const at::Tensor& b) {
        return at::addmm(b, input, w.t());
    };
    const at::Tensor time =
        plain(at::silu(plain(timeFeatures(t, denoiser.shape.condition), e[TimeW1], e[TimeB1])),
              e[TimeW2], e[TimeB2]);
    return at::silu(
        plain(at::silu(time + e[Letters].index_select(0, letters)), e[MixW], e[MixB]));
}

int drawingTime(int steps, int k)
{
    return static_cast<int>(std::lround((diffusionSteps - 1.0) * (steps - k) / steps));
}

at::Tensor denoise(const Denoiser& denoiser, const at::Tensor& x, const at::Tensor& t,
                   const at::Tensor& letters, const Adaptation* adaptation)
{
    const DenoiserShape& shape = denoiser.shape;
    const std::int64_t rows = x.size(1);
    // Base products run over all models' rows as one; only the rank-1 part is a model's own.
    const auto linear = [&](std::size_t map, const at::Tensor& input) {
        const std::int64_t models = input.size(0);
        const std::int64_t out = denoiser.weights[map].size(0);
        const at::Tensor y =
            at::addmm(denoiser.biases[map], input.reshape({models * rows, input.size(2)}),
                      denoiser.weights[map].t())
                .view({models, rows, out});
        if (!adaptation)
            return y;
        const at::Tensor& a = adaptation->a[map];
        const at::Tensor b = adaptation->b[map].unsqueeze(1); // [M, 1, out]
        const std::int64_t all = b.size(0);
        const at::Tensor along = a.size(0) == 1
            ? input.matmul(a[0]).unsqueeze(2)
            : at::bmm(input.expand({all, rows, input.size(2)}), a.unsqueeze(2));
        if (models == all)
            return at::baddbmm(y, along, b);
        return y + along.expand({all, rows, 1}) * b;
    };
    const at::Tensor condition = conditionOf(denoiser, t, letters).unsqueeze(0);

    const std::size_t blocks = static_cast<std::size_t>(shape.blocks);
    const std::int64_t hidden = shape.hidden;
    const auto modulated = [&](std::size_t block, const at::Tensor& h) {
        const at::Tensor film = linear(1 + block, condition);
        return at::addcmul(film.narrow(2, hidden, hidden), at::layer_norm(h, {hidden}),
                           film.narrow(2, 0, hidden) + 1);
    };
    at::Tensor h = linear(0, x);
    for (std::size_t i = 0; i < blocks; ++i) {
        const at::Tensor inner = at::silu(linear(2 + blocks + i, modulated(i, h)));
        h = h + linear(2 + 2 * blocks + i, inner);
    }
    return linear(2 + 3 * blocks, modulated(blocks, h));
}

at::Tensor startNoise(const DenoiserShape& shape, std::uint64_t seed)
{
    const at::Generator random = at::detail::createCPUGenerator(seed);
    return torch::randn({shape.letters, shape.pixels}, random);
}

at::Tensor ddim(const Denoiser& denoiser, const at::Tensor& noise, const at::Tensor& letters,
                int steps, const Adaptation* adaptation, DelayedInjection delayed)
{
    const torch::NoGradGuard noGrad;
    const float* levels = alphaBar().data_ptr<float>();
    at::Tensor x = noise.unsqueeze(0);
    at::Tensor clean;
    for (int k = 0; k < steps; ++k) {
        const int now = drawingTime(steps, k);
        const Adaptation* acting = now < delayed.from ? adaptation : delayed.before;
        const at::Tensor t = torch::full({noise.size(0)}, now, torch::kInt64);
        clean = denoise(denoiser, x, t, letters, acting).clamp(-1, 1);
        if (k + 1 == steps)
            break;
        const double here = levels[now];
        const double next = levels[drawingTime(steps, k + 1)];
        const at::Tensor rest = (x - clean * std::sqrt(here)) / std::sqrt(1 - here);
        x = clean * std::sqrt(next) + rest * std::sqrt(1 - next);
    }
    return clean;
}

} // namespace morphospace
