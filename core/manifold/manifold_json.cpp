// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifold/manifold_json.h"

#include "core/base/error.h"
#include "core/base/json_fields.h"

#include <cmath>

namespace morphospace {

using nlohmann::json;

namespace {

int boundedInt(const JsonFields& fields, const char* name, int least, int greatest)
{
    const int value = fields.number(name);
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

Configuration readSize(const JsonFields& fields)
{
    return {fields.numbers("widths"), fields.numbers("depths")};
}

} // namespace

json toJson(const Configuration& configuration)
{
    return {{"widths", configuration.widths}, {"depths", configuration.depths}};
}

Configuration configurationFromJson(const json& object)
{
    return readSize(JsonFields(object, "a size"));
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
    const JsonFields fields(object, "the family");
    Family family;
    family.kind = familyKindNamed(fields.text("kind"));
    family.imageChannels = boundedInt(fields, "image_channels", 1, 16);
    family.imageSize = boundedInt(fields, "image_size", 8, 512);
    family.classes = boundedInt(fields, "classes", 2, 100000);
    family.stemStride = boundedInt(fields, "stem_stride", 1, 4);
    family.full = readSize(fields.object("full"));
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
    const JsonFields fields(object, "the input scaling");
    InputScaling scaling{fields.values("mean"), fields.values("deviation")};
    if (scaling.mean.size() != scaling.deviation.size() || scaling.mean.empty())
        throw Error("input scaling needs one mean and one deviation for each image channel");
    for (std::size_t i = 0; i < scaling.mean.size(); ++i) {
        // A number that is too large for a float was read as infinity.
        if (!std::isfinite(scaling.mean[i]) || !std::isfinite(scaling.deviation[i])
            || scaling.deviation[i] <= 0)
            throw Error("input scaling has a deviation that is not above zero, or a number that is"
                        " too large");
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
    const JsonFields fields(object, "a measurement");
    Measurement measurement;
    measurement.configuration = readSize(fields);
    measurement.images = fields.count("images");
    measurement.correct = fields.count("correct");
    if (measurement.correct > measurement.images)
        throw Error("a measurement counts " + std::to_string(measurement.correct) + " of "
                    + std::to_string(measurement.images) + " images correct");
    const json& interval = fields.list("interval");
    if (interval.size() != 2 || !interval[0].is_number() || !interval[1].is_number())
        throw Error("the field 'interval' of a measurement; expected two percents");
    measurement.low = interval[0].get<double>() / 100.0;
    measurement.high = interval[1].get<double>() / 100.0;
    measurement.intervalMethod = fields.text("interval_method");
    measurement.parameters = fields.count("parameters");
    measurement.macs = fields.count("macs");
    measurement.compression = fields.real("compression");
    measurement.dataset = fields.text("dataset");
    measurement.datasetHash = fields.text("dataset_hash");
    measurement.averaging = fields.number("averaging");
    measurement.seed = fields.bits("seed");
    measurement.source = fields.text("source");
    measurement.programVersion = fields.text("version");
    return measurement;
}

} // namespace morphospace
