// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/base_training.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/version.h"
#include "core/datasets/glyph_raster.h"
#include "core/diffusion/base_file.h"
#include "core/diffusion/letters.h"
#include "core/training/learner.h"

#include <torch/types.h>
#include <torch/utils.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

namespace morphospace {

namespace {

struct NoisyBatch {
    at::Tensor clean;   // [R, 784]
    at::Tensor noisy;
    at::Tensor times;   // int64 [R]
    at::Tensor letters; // int64 [R]
};

NoisyBatch noisyBatch(const at::Tensor& images, const at::Tensor& faces, const at::Tensor& times,
                      const at::Generator& random)
{
    NoisyBatch batch;
    const std::int64_t rows = faces.size(0);
    batch.times = times;
    batch.letters =
        torch::randint(0, std::int64_t(typefaceLetters), {rows}, random, torch::kInt64);
    batch.clean = scaledLetters(
        images.index_select(0, faces * std::int64_t(typefaceLetters) + batch.letters));
    const at::Tensor level = alphaBar().index_select(0, times).unsqueeze(1);
    batch.noisy = batch.clean * level.sqrt()
        + torch::randn(batch.clean.sizes(), random) * (1 - level).sqrt();
    return batch;
}

} // namespace

nlohmann::json toJson(const BaseTraining& training)
{
    return {{"steps", training.steps},   {"batch", training.batch},
            {"rate", training.rate},     {"averaging", training.averaging},
            {"hidden", training.hidden}, {"blocks", training.blocks},
            {"seed", training.seed}};
}

void trainBase(const std::vector<Typeface>& faces, const BaseTraining& training,
               const std::string& command, const std::filesystem::path& output, bool restart,
               const std::function<void(const LearnerProgress&)>& progress, std::stop_token stop)
{
    if (faces.empty())
        throw Error("there are no faces to train a base with");
    DenoiserShape shape;
    shape.hidden = training.hidden;
    shape.blocks = training.blocks;
    Denoiser denoiser = makeDenoiser(shape, training.seed);
    std::vector<NamedTensor> parameters = denoiser.named();
    for (NamedTensor& one : parameters)
        one.tensor.requires_grad_();

    const at::Tensor images = letterBytes(faces).view({-1, shape.pixels});
    std::map<std::string, int> groups;
    for (const Typeface& face : faces)
        ++groups[face.group];
    std::vector<float> chances;
    for (const Typeface& face : faces)
        chances.push_back(1 / std::sqrt(float(groups[face.group])));
    const at::Tensor chance = torch::tensor(chances);

    const std::string hash = typefacesHash(faces);
    const std::string settings = toJson(training).dump() + hash;
    const std::string fingerprint = sha256(std::as_bytes(std::span(settings)));
    std::filesystem::path part = output;
    part += ".part";
    if (restart)
        std::filesystem::remove(part);

    Learner learner(parameters, {},
                    {.steps = training.steps,
                     .rate = training.rate,
                     .warmUp = 0.03,
                     .weightDecay = 0,
                     .averaging = training.averaging});
    learner.run(
        [&](int step) {
            const at::Generator random = at::detail::createCPUGenerator(
                training.seed * 1000003 + std::uint64_t(step));
            const at::Tensor which = torch::multinomial(chance, training.batch, true, random);
            const at::Tensor times =
                torch::randint(0, diffusionSteps, {training.batch}, random, torch::kInt64);
            const NoisyBatch batch = noisyBatch(images, which, times, random);
            const at::Tensor level = alphaBar().index_select(0, times);
            const at::Tensor weight = (level / (1 - level) + 0.5).clamp_max(5);
            const at::Tensor predicted =
                denoise(denoiser, batch.noisy.unsqueeze(0), times, batch.letters)[0];
            const at::Tensor loss =
                ((predicted - batch.clean).square().mean(1) * weight).mean();
            loss.backward();
            return loss.item<double>();
        },
        part, fingerprint, progress, stop);
    learner.takeAverages();
    std::map<std::string, std::string> metadata;
    metadata["program"] = programVersion();
    metadata["command"] = command;
    metadata["recipe"] = toJson(training).dump();
    metadata["faces"] = std::to_string(faces.size());
    metadata["faces_sha256"] = hash;
    writeBase(denoiser, std::move(metadata), output);
    std::filesystem::remove(part);
}

std::vector<double> denoisingErrors(const std::filesystem::path& file,
                                    const std::vector<Typeface>& faces, std::uint64_t seed)
{
    const torch::NoGradGuard noGrad;
    const DiffusionBase base = readBase(file);
    const at::Tensor images = letterBytes(faces).view({-1, base.denoiser.shape.pixels});
    const at::Generator random = at::detail::createCPUGenerator(seed);
    constexpr int quarters = 4;
    constexpr int rows = 512;
    constexpr int rounds = 4;
    std::vector<double> errors(quarters, 0.0);
    for (int quarter = 0; quarter < quarters; ++quarter) {
        for (int round = 0; round < rounds; ++round) {
            const at::Tensor which =
                torch::randint(0, std::int64_t(faces.size()), {rows}, random, torch::kInt64);
            const int first = diffusionSteps / quarters * quarter;
            const at::Tensor times = torch::randint(first, first + diffusionSteps / quarters,
                                                    {rows}, random, torch::kInt64);
            const NoisyBatch batch = noisyBatch(images, which, times, random);
            const at::Tensor predicted =
                denoise(base.denoiser, batch.noisy.unsqueeze(0), times, batch.letters)[0];
            errors[std::size_t(quarter)] +=
                (predicted - batch.clean).square().mean().item<double>() / rounds;
        }
    }
    return errors;
}

} // namespace morphospace
