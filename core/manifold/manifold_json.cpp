// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifold/manifold_json.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

namespace morphospace {

using nlohmann::json;

namespace {

int boundedInt(const json& object, const char* name, int least, int greatest)
{
    const int value = object.at(name).get<int>();
    if (value < least || value > greatest)
        throw Error(std::string(name) + " is " + std::to_string(value) + "; expected "
                    + std::to_string(least) + " to " + std::to_string(greatest));
    return value;
}

void requireSizes(const std::vector<int>& values, const char* what, int greatest)
{
    for (const int value : values) {
        if (value < 1 || value > greatest)
            throw Error(std::string(what) + " " + std::to_string(value) + "; expected 1 to "
                        + std::to_string(greatest));
    }
}

} // namespace

json toJson(const Configuration& configuration)
{
    return {{"widths", configuration.widths}, {"depths", configuration.depths}};
}

Configuration configurationFromJson(const json& object)
{
    return {object.at("widths").get<std::vector<int>>(),
            object.at("depths").get<std::vector<int>>()};
}

json toJson(const Family& family)
{
    return {{"kind", familyName(family.kind)},
            {"image_channels", family.imageChannels},
            {"image_size", family.imageSize},
            {"classes", family.classes},
            {"stem_stride", family.stemStride},
            {"full", toJson(family.full)}};
}

Family familyFromJson(const json& object)
{
    Family family;
    family.kind = familyKindNamed(object.at("kind").get<std::string>());
    family.imageChannels = boundedInt(object, "image_channels", 1, 16);
    family.imageSize = boundedInt(object, "image_size", 8, 512);
    family.classes = boundedInt(object, "classes", 2, 100000);
    family.stemStride = boundedInt(object, "stem_stride", 1, 4);
    family.full = configurationFromJson(object.at("full"));
    const bool leNet = family.kind == FamilyKind::LeNet;
    if (family.full.widths.size() != (leNet ? 1U : 3U)
        || family.full.depths.size() != (leNet ? 0U : 3U))
        throw Error("full size " + describe(family.full) + " does not fit the family "
                    + std::string(familyName(family.kind)));
    if (leNet && family.imageSize != 28)
        throw Error("LeNet takes images of 28 x 28, not " + std::to_string(family.imageSize));
    requireSizes(family.full.widths, "full width", 4096);
    requireSizes(family.full.depths, "full depth", 256);
    return family;
}

json toJson(const InputScaling& scaling)
{
    return {{"mean", scaling.mean}, {"deviation", scaling.deviation}};
}

InputScaling inputScalingFromJson(const json& object)
{
    InputScaling scaling{object.at("mean").get<std::vector<float>>(),
                         object.at("deviation").get<std::vector<float>>()};
    if (scaling.mean.size() != scaling.deviation.size() || scaling.mean.empty())
        throw Error("input scaling needs one mean and one deviation for each image channel");
    for (const float deviation : scaling.deviation) {
        if (!(deviation > 0))
            throw Error("input scaling has a deviation that is not above zero");
    }
    return scaling;
}

json toJson(const Measurement& measurement)
{
    return {{"accuracy", 100.0 * measurement.accuracy()},
            {"images", measurement.images},
            {"correct", measurement.correct},
            {"interval", {100.0 * measurement.low, 100.0 * measurement.high}},
            {"interval_method", measurement.intervalMethod},
            {"parameters", measurement.parameters},
            {"macs", measurement.macs},
            {"compression", measurement.compression},
            {"widths", measurement.configuration.widths},
            {"depths", measurement.configuration.depths},
            {"dataset", measurement.dataset},
            {"dataset_hash", measurement.datasetHash},
            {"averaging", measurement.averaging},
            {"seed", measurement.seed},
            {"source", measurement.source},
            {"version", measurement.programVersion}};
}

Measurement measurementFromJson(const json& object)
{
    Measurement measurement;
    measurement.configuration = configurationFromJson(object);
    measurement.images = object.at("images").get<std::int64_t>();
    measurement.correct = object.at("correct").get<std::int64_t>();
    if (measurement.images < 0 || measurement.correct < 0
        || measurement.correct > measurement.images)
        throw Error("a measurement counts " + std::to_string(measurement.correct) + " of "
                    + std::to_string(measurement.images) + " images correct");
    measurement.low = object.at("interval").at(0).get<double>() / 100.0;
    measurement.high = object.at("interval").at(1).get<double>() / 100.0;
    measurement.intervalMethod = object.at("interval_method").get<std::string>();
    measurement.parameters = object.at("parameters").get<std::int64_t>();
    measurement.macs = object.at("macs").get<std::int64_t>();
    measurement.compression = object.at("compression").get<double>();
    measurement.dataset = object.at("dataset").get<std::string>();
    measurement.datasetHash = object.at("dataset_hash").get<std::string>();
    measurement.averaging = object.at("averaging").get<int>();
    measurement.seed = object.at("seed").get<std::uint64_t>();
    measurement.source = object.at("source").get<std::string>();
    measurement.programVersion = object.at("version").get<std::string>();
    return measurement;
}

} // namespace morphospace
