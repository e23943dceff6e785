// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/json_fields.h"
#include "core/base/version.h"
#include "core/formats/safetensors.h"
#include "core/manifold/generator.h"
#include "core/manifold/manifold.h"
#include "core/manifold/manifold_json.h"
#include "core/manifold/tensor_storage.h"

namespace morphospace {

using nlohmann::json;

namespace {

constexpr const char* formatName = "morphospace.manifold";
constexpr int formatVersion = 1;

json describeManifold(const Manifold& manifold)
{
    const auto measurements = [](const std::vector<Measurement>& list) {
        json array = json::array();
        for (const Measurement& measurement : list)
            array.push_back(toJson(measurement));
        return array;
    };
    return {{"title", manifold.title},
            {"description", manifold.description},
            {"family", toJson(manifold.family())},
            {"scaling", toJson(manifold.scaling())},
            {"generator", toJson(manifold.generator().settings())},
            {"normalisation", manifold.generator().generatesNormalisation()},
            {"dataset", manifold.dataset},
            {"class_names", manifold.classNames},
            {"trained", {{"least", toJson(manifold.trained.least)},
                         {"greatest", toJson(manifold.trained.greatest)}}},
            {"command", manifold.command},
            {"seed", manifold.seed},
            {"recorded", measurements(manifold.recorded)},
            {"reference", measurements(manifold.reference)},
            {"numbers", manifold.numbers},
            {"version", programVersion()}};
}

std::shared_ptr<Manifold> fromParts(const StoredFile& stored, const json& object)
{
    const JsonFields about(object, "the manifold");
    const Family family = familyFromJson(about.get("family", "an object"));
    const GeneratorSettings settings =
        generatorSettingsFromJson(about.get("generator", "an object"));
    std::unique_ptr<Generator> generator =
        emptyGenerator(family, settings, about.flag("normalisation"));
    restore(stored, "generator.", generator->parameters());
    restore(stored, "constant.", generator->constants());
    InputScaling scaling = inputScalingFromJson(about.get("scaling", "an object"));
    if (scaling.mean.size() != std::size_t(family.imageChannels))
        throw Error("input scaling needs one mean and one deviation for each image channel");
    auto manifold =
        std::make_shared<Manifold>(family, std::move(scaling), std::move(generator));
    manifold->title = about.text("title");
    manifold->description = about.text("description");
    manifold->dataset = about.text("dataset");
    manifold->classNames = about.texts("class_names");
    if (manifold->classNames.size() != std::size_t(family.classes))
        throw Error("class_names holds " + std::to_string(manifold->classNames.size())
                    + " names; expected " + std::to_string(family.classes));
    const JsonFields trained = about.object("trained");
    manifold->trained.least = configurationFromJson(trained.get("least", "a size"));
    manifold->trained.greatest = configurationFromJson(trained.get("greatest", "a size"));
    requireLegal(family, manifold->trained.least);
    requireLegal(family, manifold->trained.greatest);
    manifold->command = about.text("command");
    manifold->seed = about.bits("seed");
    for (const json& measurement : about.list("recorded"))
        manifold->recorded.push_back(measurementFromJson(measurement));
    for (const json& measurement : about.list("reference"))
        manifold->reference.push_back(measurementFromJson(measurement));
    manifold->numbers = about.namedNumbers("numbers");
    return manifold;
}

} // namespace

std::shared_ptr<Manifold> readManifold(const std::filesystem::path& file)
{
    const StoredFile stored = readSafetensors(file);
    const auto kind = stored.metadata.find("format");
    if (kind == stored.metadata.end() || kind->second != formatName)
        throw fileError(file, "header", "this is a safetensors file but not a weight manifold",
                        std::string("metadata 'format' to be '") + formatName + "'");
    const auto version = stored.metadata.find("format_version");
    if (version == stored.metadata.end() || version->second != std::to_string(formatVersion))
        throw fileError(file, "header, format_version",
                        "made by another version of the format ("
                            + (version == stored.metadata.end() ? "none" : version->second) + ")",
                        "version " + std::to_string(formatVersion)
                            + "; a newer Morphospace may open it");
    const auto about = stored.metadata.find("manifold");
    if (about == stored.metadata.end())
        throw fileError(file, "header", "the description is missing", "metadata 'manifold'");
    try {
        const json description = parseJson(about->second, "the fields of docs/formats.md");
        std::shared_ptr<Manifold> manifold = fromParts(stored, description);
        manifold->hash = sha256OfFile(file);
        return manifold;
    } catch (const Error& error) {
        throw fileError(file, "header, manifold", error.what());
    }
}

void writeManifold(Manifold& manifold, const std::filesystem::path& file)
{
    StoredFile stored;
    stored.metadata["format"] = formatName;
    stored.metadata["format_version"] = std::to_string(formatVersion);
    stored.metadata["manifold"] = describeManifold(manifold).dump();
    store(stored, "generator.", manifold.generator().parameters());
    store(stored, "constant.", manifold.generator().constants());
    manifold.hash = writeSafetensors(file, stored);
}

} // namespace morphospace
