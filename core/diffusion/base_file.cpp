// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/base_file.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/json_fields.h"
#include "core/formats/safetensors.h"
#include "core/manifold/tensor_storage.h"

#include <torch/types.h>
#include <torch/utils.h>

namespace morphospace {

namespace {

constexpr const char* formatName = "morphospace.diffusion";

} // namespace

std::string writeBase(const Denoiser& denoiser, std::map<std::string, std::string> metadata,
                      const std::filesystem::path& file)
{
    StoredFile stored;
    stored.metadata = std::move(metadata);
    stored.metadata["format"] = formatName;
    stored.metadata["version"] = "1";
    stored.metadata["shape"] = toJson(denoiser.shape).dump();
    store(stored, "base.", denoiser.named());
    return writeSafetensors(file, stored);
}

DiffusionBase readBase(const std::filesystem::path& file)
{
    const StoredFile stored = readSafetensors(file);
    const auto text = [&](const char* name) {
        const auto found = stored.metadata.find(name);
        return found == stored.metadata.end() ? std::string() : found->second;
    };
    if (text("format") != formatName)
        throw fileError(file, "header, format", "is of another kind",
                        "a file written by 'zoo base'");
    if (text("version") != "1")
        throw fileError(file, "header, version", "is '" + text("version") + "'", "1");
    try {
        DiffusionBase base;
        base.denoiser = makeDenoiser(
            denoiserShapeFromJson(parseJson(text("shape"), "the denoiser's shape")), 1);
        restore(stored, "base.", base.denoiser.named());
        base.metadata = stored.metadata;
        base.hash = sha256OfFile(file);
        return base;
    } catch (const Error& error) {
        throw fileError(file, "", error.what());
    }
}

} // namespace morphospace
