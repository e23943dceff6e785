// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cancel.h"
#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/version.h"
#include "core/datasets/glyph_raster.h"
#include "core/diffusion/letters.h"
#include "core/diffusion/zoo_parts.h"
#include "core/formats/safetensors.h"

#include <torch/types.h>
#include <torch/utils.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <random>
#include <span>

namespace morphospace {

namespace {

nlohmann::json toJson(const ZooRecipe& recipe)
{
    return {{"adapter", recipe.adapter}, {"members", recipe.members},
            {"batch", recipe.batch},     {"steps", recipe.steps},
            {"rows", recipe.rows},       {"rate", recipe.rate},
            {"seed", recipe.seed}};
}

std::vector<float> floatsOf(const at::Tensor& tensor)
{
    const at::Tensor flat = tensor.to(torch::kFloat32).contiguous();
    return {flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel()};
}

/// Numbers that an interrupted build left, or nothing when they belong to another build.
std::vector<StoredTensor> readPart(const std::filesystem::path& file,
                                   const std::string& fingerprint)
{
    std::error_code failed;
    if (!std::filesystem::exists(file, failed))
        return {};
    StoredFile stored = readSafetensors(file);
    const auto made = stored.metadata.find("fingerprint");
    if (made == stored.metadata.end() || made->second != fingerprint)
        throw fileError(file, "header, fingerprint", "belongs to a build with other settings",
                        "the same command, another output, or --restart to begin again");
    return std::move(stored.tensors);
}

void writePart(const std::filesystem::path& file, const std::string& fingerprint,
               std::vector<StoredTensor> tensors)
{
    StoredFile stored;
    stored.metadata["fingerprint"] = fingerprint;
    stored.tensors = std::move(tensors);
    writeSafetensors(file, stored);
}

/// At most `count` faces: one of every group, then a second one, and so on, in the given order.
std::vector<std::size_t> spread(const std::vector<Typeface>& faces, std::size_t count)
{
    std::map<std::string, std::size_t> seen;
    std::vector<std::size_t> turn;
    for (const Typeface& face : faces)
        turn.push_back(seen[face.group]++);
    std::vector<std::size_t> order(faces.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&turn](std::size_t a, std::size_t b) { return turn[a] < turn[b]; });
    order.resize(std::min(count, order.size()));
    std::sort(order.begin(), order.end());
    return order;
}

} // namespace

void buildZoo(const std::vector<Typeface>& allFaces, const std::filesystem::path& baseFile,
              const ZooRecipe& recipe, std::map<std::string, std::string> metadata,
              const std::filesystem::path& output, bool restart,
              const std::function<void(const std::string&)>& log, std::stop_token stop)
{
    using Clock = std::chrono::steady_clock;
    std::vector<Typeface> faces;
    const std::size_t most = recipe.members > 0 ? std::size_t(recipe.members) : allFaces.size();
    for (const std::size_t i : spread(allFaces, most))
        faces.push_back(allFaces[i]);
    if (faces.size() < 3)
        throw Error("a zoo needs at least three faces; there are " + std::to_string(faces.size()));
    DiffusionBase base = readBase(baseFile);
    TypefaceZoo::Parts parts;
    parts.base = std::move(base.denoiser);
    parts.layout.kind = adapterKindFrom(recipe.adapter);
    parts.layout.shape = parts.base.shape;

    const std::string settings = toJson(recipe).dump() + base.hash + typefacesHash(faces);
    const std::string fingerprint = sha256(std::as_bytes(std::span(settings)));
    std::filesystem::path folder = output;
    folder += ".parts";
    std::error_code failed;
    if (restart)
        std::filesystem::remove_all(folder, failed);
    std::filesystem::create_directories(folder, failed);

    const at::Tensor images = letterBytes(faces);
    const std::vector<LinearMap> maps = linearMaps(parts.base.shape);
    if (parts.layout.kind == AdapterKind::SharedA) {
        const std::filesystem::path file = folder / "shared-a.safetensors";
        std::vector<StoredTensor> stored = readPart(file, fingerprint);
        if (stored.empty()) {
            SharedATraining training;
            training.seed = recipe.seed;
            const std::vector<std::size_t> chosen = spread(faces, std::size_t(training.faces));
            const std::vector<std::int64_t> which(chosen.begin(), chosen.end());
            auto last = Clock::now();
            const std::vector<at::Tensor> shared = learnSharedA(
                parts.base, images.index_select(0, torch::tensor(which, torch::kInt64)), training,
                [&](int step, double loss) {
                    if (Clock::now() - last < std::chrono::seconds(5))
                        return;
                    last = Clock::now();
                    log("shared A: step " + std::to_string(step) + " / "
                        + std::to_string(training.steps) + "  loss " + std::to_string(loss));
                },
                stop);
            for (std::size_t i = 0; i < maps.size(); ++i)
                stored.push_back(storeFloats(maps[i].name, {1, maps[i].in}, floatsOf(shared[i])));
            writePart(file, fingerprint, stored);
        }
        for (std::size_t i = 0; i < maps.size(); ++i)
            parts.layout.sharedA.push_back(
                torch::tensor(at::ArrayRef<float>(loadFloats(stored.at(i)))).view({1, maps[i].in}));
    }

    const auto width = std::size_t(parts.layout.size());
    Matrix kept(0, width);
    const auto start = Clock::now();
    std::size_t trained = 0;
    for (std::size_t first = 0; first < faces.size(); first += std::size_t(recipe.batch)) {
        const std::size_t count = std::min(std::size_t(recipe.batch), faces.size() - first);
        std::string number = std::to_string(first);
        number.insert(0, 6 - std::min<std::size_t>(6, number.size()), '0');
        const std::filesystem::path file = folder / ("members-" + number + ".safetensors");
        std::vector<StoredTensor> stored = readPart(file, fingerprint);
        if (stored.empty()) {
            MemberTraining training;
            training.steps = recipe.steps;
            training.rows = recipe.rows;
            training.rate = recipe.rate;
            training.seed = recipe.seed;
            const at::Tensor part = images.narrow(0, std::int64_t(first), std::int64_t(count));
            const at::Tensor members = trainMembers(parts.packed.of(parts.base), parts.layout, part, training,
                                                    std::int64_t(first), stop);
            const at::Tensor errors = fitErrors(
                renderMembers(parts.packed.of(parts.base), parts.layout, members, {}), scaledLetters(part));
            stored.push_back(storeFloats("members", {std::int64_t(count), std::int64_t(width)},
                                         floatsOf(members)));
            stored.push_back(storeFloats("fit", {std::int64_t(count)}, floatsOf(errors)));
            writePart(file, fingerprint, stored);
            trained += count;
            const double spent = std::chrono::duration<double>(Clock::now() - start).count();
            const double left = spent / double(trained) * double(faces.size() - first - count);
            log("member " + std::to_string(first + count) + " / " + std::to_string(faces.size())
                + "  fit " + std::to_string(errors.mean().item<double>()) + "  "
                + std::to_string(std::lround(left)) + " s left");
        }
        const std::vector<float> weights = loadFloats(stored.at(0));
        const std::vector<float> fits = loadFloats(stored.at(1));
        if (weights.size() != count * width || fits.size() != count)
            throw fileError(file, "", "holds another number of members");
        for (std::size_t i = 0; i < count; ++i) {
            const Typeface& face = faces[first + i];
            if (!(fits[i] <= recipe.fitLimit)) {
                parts.leftOut.push_back({face.name(), fits[i]});
                continue;
            }
            parts.members.push_back({face.family, face.style, face.group, face.package,
                                     face.licence, face.labels, fits[i],
                                     measureTypeface(face.pixels)});
            const auto from = weights.begin() + std::ptrdiff_t(i * width);
            kept.values.insert(kept.values.end(), from, from + std::ptrdiff_t(width));
            ++kept.rows;
        }
    }
    if (kept.rows < 2)
        throw Error("only " + std::to_string(kept.rows) + " of " + std::to_string(faces.size())
                    + " members fit better than " + std::to_string(recipe.fitLimit)
                    + "; a space needs at least two");
    throwIfStopped(stop);
    log("principal components of " + std::to_string(kept.rows) + " members");
    parts.space = principalComponents(MatrixRows(kept), recipe.components);
    parts.coefficients = parts.space.project(MatrixRows(kept));
    nlohmann::json shown = toJson(recipe);
    shown["fit_limit"] = recipe.fitLimit;
    metadata["recipe"] = shown.dump();
    metadata["base_sha256"] = base.hash;
    metadata["base_recipe"] = base.metadata["recipe"];
    metadata["base_command"] = base.metadata["command"];
    metadata["program"] = programVersion();
    metadata["faces_sha256"] = typefacesHash(faces);
    parts.metadata = std::move(metadata);
    writeZoo(parts, output);
    std::filesystem::remove_all(folder, failed);
}

} // namespace morphospace
