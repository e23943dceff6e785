// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/error.h"
#include "core/formats/safetensors.h"
#include "core/manifold/manifold_json.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace morphospace::cli {

namespace {

nlohmann::json measurements(const std::vector<Measurement>& list)
{
    nlohmann::json array = nlohmann::json::array();
    for (const Measurement& measurement : list)
        array.push_back(morphospace::toJson(measurement));
    return array;
}

void inspectManifold(const Manifold& manifold, const Common& common)
{
    const Family& family = manifold.family();
    nlohmann::json units = nlohmann::json::array();
    std::string table;
    for (const Unit& unit : morphospace::units(family, family.full)) {
        units.push_back({{"name", unit.name},
                         {"out", unit.out.size},
                         {"in", unit.in.size},
                         {"kernel", unit.kernel}});
        table += "  " + unit.name + "  " + std::to_string(unit.out.size) + " x "
            + std::to_string(unit.in.size) + " x " + std::to_string(unit.kernel) + " x "
            + std::to_string(unit.kernel) + "\n";
    }
    const nlohmann::json object{{"kind", "manifold"},
                                {"hash", manifold.hash},
                                {"title", manifold.title},
                                {"description", manifold.description},
                                {"dataset", manifold.dataset},
                                {"family", morphospace::toJson(family)},
                                {"generator", manifold.generatorKind()},
                                {"generator_parameters", manifold.generatorParameters()},
                                {"full_size_parameters", parameterCount(family, family.full)},
                                {"full_size_macs", macCount(family, family.full)},
                                {"width_only", !manifold.changesDepth()},
                                {"trained", {{"least", toJson(manifold.trained.least)},
                                             {"greatest", toJson(manifold.trained.greatest)}}},
                                {"command", manifold.command},
                                {"seed", manifold.seed},
                                {"numbers", manifold.numbers},
                                {"recorded", measurements(manifold.recorded)},
                                {"reference", measurements(manifold.reference)},
                                {"units", units}};
    std::string text = manifold.title + "\n" + manifold.description + "\nweight manifold of "
        + std::string(familyName(family.kind)) + " " + describe(family.full) + " on "
        + manifold.dataset + "\ngenerator: " + manifold.generatorKind() + ", "
        + withThousands(manifold.generatorParameters()) + " parameters for a network of "
        + withThousands(parameterCount(family, family.full))
        + (manifold.changesDepth() ? "" : " (width only)") + "\ntrained range: "
        + describe(manifold.trained.least) + " to " + describe(manifold.trained.greatest)
        + "\nmade by: " + manifold.command + "\n" + table;
    for (const auto* list : {&manifold.recorded, &manifold.reference}) {
        for (const Measurement& m : *list)
            text += describe(m.configuration) + "  " + fixed(100 * m.accuracy(), 2) + " %  ("
                + fixed(100 * m.low, 2) + " to " + fixed(100 * m.high, 2) + ")  " + m.source + "\n";
    }
    for (const auto& [name, value] : manifold.numbers)
        text += name + ": " + nlohmann::json(value).dump() + "\n";
    report(common, object, text);
}

void inspectTensors(const StoredFile& stored, const Common& common)
{
    nlohmann::json tensors = nlohmann::json::array();
    std::string text = "safetensors file\n";
    for (const StoredTensor& tensor : stored.tensors) {
        tensors.push_back({{"name", tensor.name}, {"type", tensor.type}, {"shape", tensor.shape}});
        text += "  " + tensor.name + "  " + tensor.type + " "
            + nlohmann::json(tensor.shape).dump() + "\n";
    }
    for (const auto& [name, value] : stored.metadata)
        text += name + ": " + value + "\n";
    report(common,
           {{"kind", "safetensors"}, {"tensors", tensors}, {"metadata", stored.metadata}}, text);
}

} // namespace

void addInspect(CLI::App& app, Common& common)
{
    CLI::App* command =
        app.add_subcommand("inspect", "what a .manifold or .safetensors file holds");
    auto file = std::make_shared<std::filesystem::path>();
    command->add_option("file", *file, "the file")->required();
    command->footer(
        "Example:\n  morphospace-cli inspect resources/manifolds/glyphs-lenet.manifold --json");
    command->callback([file, &common] {
        const StoredFile stored = readSafetensors(*file);
        const auto format = stored.metadata.find("format");
        if (format != stored.metadata.end() && format->second == "morphospace.manifold")
            inspectManifold(*readManifold(*file), common);
        else
            inspectTensors(stored, common);
    });
}

} // namespace morphospace::cli
