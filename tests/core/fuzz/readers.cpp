// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/fuzz/readers.h"

#include "core/base/text_file.h"
#include "core/checkpoints/network_checkpoint.h"
#include "core/datasets/cifar.h"
#include "core/datasets/glyph_faces.h"
#include "core/datasets/glyph_sources.h"
#include "core/datasets/idx.h"
#include "core/formats/checkpoint.h"
#include "core/formats/safetensors.h"
#include "core/manifold/generator.h"
#include "core/manifold/manifold.h"
#include "core/networks/forward.h"
#include "core/session/journal.h"
#include "core/session/recovery.h"
#include "core/session/session_file.h"
#include "tests/core/datasets/data_files.h"

#include <nlohmann/json.hpp>

#include <torch/types.h>
#include <torch/utils.h>

namespace morphospace {

namespace {

std::string bytesOf(const Bytes& bytes)
{
    return {bytes.begin(), bytes.end()};
}

std::string contentOf(const std::filesystem::path& file)
{
    return readTextFile(file, std::uintmax_t{1} << 24, "a file of this test");
}

std::shared_ptr<Manifold> manifoldOf(const char* kind)
{
    const Family family = resNet({2, 3, 4}, {1, 1, 1}, 1, 12, 3, 2);
    GeneratorSettings settings;
    settings.kind = kind;
    settings.hidden = 4;
    settings.rank = 2;
    auto manifold = std::make_shared<Manifold>(
        family, InputScaling{{0.25F}, {0.5F}},
        makeGenerator(family, settings, initialSlots(units(family, family.full), 1), 2));
    manifold->title = "Example";
    manifold->dataset = "glyphs";
    manifold->classNames = {"A", "B", "C"};
    manifold->trained = {{{1, 1, 1}, {1, 1, 1}}, family.full};
    return manifold;
}

} // namespace

std::vector<Reader> readers(const std::filesystem::path& folder)
{
    const std::filesystem::path fixtures =
        std::filesystem::path(MORPHOSPACE_SOURCE_DIR) / "tests" / "core" / "session" / "fixtures";
    const std::filesystem::path resources =
        std::filesystem::path(MORPHOSPACE_SOURCE_DIR) / "resources";
    const std::vector<std::string> ten(10, "class");
    const Bytes images = idxImages(5, 4, 4);
    const Bytes labels = idxLabels(5);
    const std::filesystem::path goodImages = folder / "good-images";
    const std::filesystem::path goodLabels = folder / "good-labels";
    writeBytes(goodImages, images);
    writeBytes(goodLabels, labels);

    std::vector<Reader> result;
    result.push_back({"IDX images",
                      {bytesOf(images), bytesOf(packed(images))},
                      [=](const auto& file) { (void)readIdx(file, goodLabels, ten, "set"); }});
    result.push_back({"IDX labels",
                      {bytesOf(labels), bytesOf(packed(labels))},
                      [=](const auto& file) { (void)readIdx(goodImages, file, ten, "set"); }});
    const auto cifar = [](Cifar kind) {
        return [kind](const std::filesystem::path& file) {
            (void)readCifar(std::span(&file, 1), kind, "set");
        };
    };
    result.push_back({"CIFAR-10", {std::string(3073, '\3')}, cifar(Cifar::Ten)});
    result.push_back({"CIFAR-100", {std::string(3074, '\3')}, cifar(Cifar::Hundred)});

    // The shipped file with two faces a set.
    nlohmann::json faces = nlohmann::json::parse(contentOf(resources / "glyphs" / "faces.json"));
    for (auto& set : faces.at("sets"))
        set.erase(set.begin() + 2, set.end());
    result.push_back({"faces", {faces.dump()},
                      [](const auto& file) { (void)readGlyphFaces(file, "test"); }});
    result.push_back({"font sources", {"fonts-a\t1.0\tOFL-1.1\nfonts-b\t2\tMIT\n"},
                      [](const auto& file) { (void)readGlyphSources(file); }});

    Reader manifolds{"manifold", {}, [](const auto& file) { (void)readManifold(file); }};
    for (const char* kind : {"grid", "separable", "mlp"}) {
        const std::filesystem::path file = folder / (std::string(kind) + ".manifold");
        writeManifold(*manifoldOf(kind), file);
        manifolds.seeds.push_back(contentOf(file));
    }
    result.push_back({"safetensors", {manifolds.seeds.front()},
                      [](const auto& file) { (void)readSafetensors(file); }});
    result.push_back(std::move(manifolds));

    const std::filesystem::path network = folder / "network.safetensors";
    const auto whole = manifoldOf("grid");
    writeCheckpoint(sampleNetwork(*whole, whole->family().full), whole->scaling(), {}, network);
    result.push_back({"network", {contentOf(network)},
                      [](const auto& file) { (void)readNetworkCheckpoint(file); }});

    result.push_back({"session",
                      {contentOf(fixtures / "session-0.json"), contentOf(fixtures / "session-1.morph")},
                      [](const auto& file) { (void)readSession(file); }});
    result.push_back({"script", {contentOf(fixtures / "session-0.json")},
                      [](const auto& file) { (void)readScript(file); }});

    const std::filesystem::path logs = folder / "logs";
    std::filesystem::path log;
    {
        const RecoveryLog writing(logs, readSession(fixtures / "session-1.morph"));
        log = writing.file();
    }
    const std::string content = contentOf(log);
    std::filesystem::remove(log);
    // Found by its name, so the bytes to read are put where it was.
    result.push_back({"recovery log", {content}, [logs, log](const auto& file) {
                          std::filesystem::remove(log);
                          std::filesystem::copy_file(file, log);
                          (void)recoverableSessions(logs);
                      }});
    return result;
}

} // namespace morphospace
