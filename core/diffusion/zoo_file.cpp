// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/json_fields.h"
#include "core/diffusion/zoo_parts.h"
#include "core/formats/safetensors.h"
#include "core/manifold/tensor_storage.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <cmath>

namespace morphospace {

namespace {

constexpr const char* formatName = "morphospace.zoo";

StoredTensor storeHalves(std::string name, std::vector<std::int64_t> shape,
                         std::span<const float> values)
{
    StoredTensor stored{std::move(name), "F16", std::move(shape), {}};
    stored.bytes.resize(values.size() * sizeof(c10::Half));
    for (std::size_t i = 0; i < values.size(); ++i) {
        const c10::Half half(values[i]);
        std::memcpy(stored.bytes.data() + i * sizeof half, &half, sizeof half);
    }
    return stored;
}

std::span<const float> valuesOf(const at::Tensor& tensor)
{
    return {tensor.data_ptr<float>(), std::size_t(tensor.numel())};
}

class Reader {
public:
    explicit Reader(const StoredFile& file) : m_file(file)
    {
        for (const StoredTensor& tensor : file.tensors)
            m_byName[tensor.name] = &tensor;
    }

    [[nodiscard]] const StoredTensor& tensor(const std::string& name) const
    {
        const auto found = m_byName.find(name);
        if (found == m_byName.end())
            throw Error("tensor '" + name + "' is missing");
        return *found->second;
    }

    /// Finite values of the expected shape.
    [[nodiscard]] std::vector<float> values(const std::string& name,
                                            const std::vector<std::int64_t>& shape) const
    {
        const StoredTensor& stored = tensor(name);
        if (stored.shape != shape) {
            std::string expected;
            for (const std::int64_t extent : shape)
                expected += (expected.empty() ? "" : " x ") + std::to_string(extent);
            throw Error("tensor '" + name + "' has another shape; expected " + expected);
        }
        std::vector<float> result = loadFloats(stored);
        if (!std::all_of(result.begin(), result.end(), [](float v) { return std::isfinite(v); }))
            throw Error("tensor '" + name + "' holds a value that is not finite");
        return result;
    }

    [[nodiscard]] std::string text(const char* name) const
    {
        const auto found = m_file.metadata.find(name);
        if (found == m_file.metadata.end())
            throw Error(std::string("metadata '") + name + "' is missing");
        return found->second;
    }

private:
    const StoredFile& m_file;
    std::map<std::string_view, const StoredTensor*> m_byName;
};

std::vector<double> doublesOf(const nlohmann::json& list)
{
    std::vector<double> values;
    for (const nlohmann::json& one : list) {
        if (!one.is_number())
            throw Error("'" + one.dump() + "' stands in a list of numbers");
        values.push_back(one.get<double>());
    }
    return values;
}

nlohmann::json toJson(const ZooMember& member)
{
    return {{"family", member.family},   {"style", member.style},     {"group", member.group},
            {"package", member.package}, {"licence", member.licence}, {"fit", member.fit},
            {"measures", member.measures}, {"labels", toJson(member.labels)}};
}

ZooMember memberFrom(const nlohmann::json& object)
{
    const JsonFields fields(object, "a member");
    ZooMember member{fields.text("family"),  fields.text("style"),   fields.text("group"),
                     fields.text("package"), fields.text("licence"),
                     object.contains("labels") ? fontLabelsFromJson(object["labels"])
                                               : FontLabels{},
                     fields.real("fit"), {}};
    const std::vector<double> measures = doublesOf(fields.list("measures"));
    if (measures.size() != member.measures.size())
        throw Error("\"measures\" has " + std::to_string(measures.size()) + " numbers; expected "
                    + std::to_string(member.measures.size()));
    std::copy(measures.begin(), measures.end(), member.measures.begin());
    return member;
}

std::vector<double> legibleOf(const JsonFields& fields)
{
    return fields.has("legible") ? doublesOf(fields.list("legible")) : std::vector<double>{};
}

Calibration calibrationFrom(const nlohmann::json& object)
{
    const JsonFields fields(object, "a calibration", {"asked", "achieved", "legible", "curves"});
    Calibration calibration;
    calibration.asked = doublesOf(fields.list("asked"));
    if (!fields.has("curves")) {
        // As it was first written: one curve for all places.
        calibration.curves.push_back(
            {{}, doublesOf(fields.list("achieved")), legibleOf(fields)});
    } else {
        for (const nlohmann::json& one : fields.list("curves")) {
            const JsonFields curve(one, "a curve of a calibration",
                                   {"distance", "position", "achieved", "legible"});
            calibration.curves.push_back({{curve.real("distance"), curve.real("position")},
                                          doublesOf(curve.list("achieved")),
                                          legibleOf(curve)});
        }
    }
    if (calibration.asked.size() < 2 || calibration.curves.empty())
        throw Error("a calibration has " + std::to_string(calibration.asked.size())
                    + " points and " + std::to_string(calibration.curves.size())
                    + " curves; expected at least two points and a curve");
    for (const Calibration::Curve& curve : calibration.curves) {
        if (curve.achieved.size() != calibration.asked.size())
            throw Error("a calibration has " + std::to_string(calibration.asked.size()) + " and "
                        + std::to_string(curve.achieved.size()) + " points; expected the same");
        if (!curve.legible.empty() && curve.legible.size() != calibration.asked.size())
            throw Error("a calibration has " + std::to_string(calibration.asked.size())
                        + " points and " + std::to_string(curve.legible.size())
                        + " of legibility; expected the same or none");
        if (curve.legible.empty() != calibration.curves.front().legible.empty())
            throw Error("a calibration has curves with and without legibility; expected the same "
                        "for all");
    }
    const auto place = [](const Calibration::Curve& one) {
        return std::pair(one.at.distance, one.at.position);
    };
    if (!std::ranges::is_sorted(calibration.curves, {}, place))
        throw Error("the curves of a calibration are in no order; expected them by distance, then "
                    "by position");
    return calibration;
}

} // namespace

std::string writeZoo(const TypefaceZoo::Parts& parts, const std::filesystem::path& file)
{
    StoredFile stored;
    stored.metadata = parts.metadata;
    stored.metadata["format"] = formatName;
    stored.metadata["version"] = "1";
    stored.metadata["shape"] = toJson(parts.base.shape).dump();
    stored.metadata["adapter"] = nameOf(parts.layout.kind);
    nlohmann::json members = nlohmann::json::array();
    for (const ZooMember& member : parts.members)
        members.push_back(toJson(member));
    nlohmann::json leftOut = nlohmann::json::array();
    for (const ZooLeftOut& one : parts.leftOut)
        leftOut.push_back({{"name", one.name}, {"fit", one.fit}});
    nlohmann::json calibrations = nlohmann::json::object();
    for (const auto& [name, one] : parts.calibrations) {
        nlohmann::json curves = nlohmann::json::array();
        for (const Calibration::Curve& curve : one.curves) {
            curves.push_back({{"distance", curve.at.distance},
                              {"position", curve.at.position},
                              {"achieved", curve.achieved},
                              {"legible", curve.legible}});
        }
        calibrations[name] = {{"asked", one.asked}, {"curves", std::move(curves)}};
    }
    const auto replace = nlohmann::json::error_handler_t::replace;
    stored.metadata["members"] = members.dump(-1, ' ', false, replace);
    stored.metadata["left_out"] = leftOut.dump(-1, ' ', false, replace);
    stored.metadata["calibrations"] = calibrations.dump();
    stored.metadata["total_variance"] = nlohmann::json(parts.space.totalVariance).dump();
    stored.metadata["space_members"] = std::to_string(parts.space.members);

    for (const NamedTensor& named : parts.base.named()) {
        const at::Tensor flat = named.tensor.detach().contiguous();
        stored.tensors.push_back(
            storeHalves("base." + named.name, flat.sizes().vec(), valuesOf(flat)));
    }
    const std::vector<LinearMap> maps = linearMaps(parts.base.shape);
    for (std::size_t i = 0; i < parts.layout.sharedA.size(); ++i)
        stored.tensors.push_back(storeFloats("a." + maps[i].name, {1, maps[i].in},
                                             valuesOf(parts.layout.sharedA[i].contiguous())));
    const auto d = std::int64_t(parts.space.weights());
    const auto k = std::int64_t(parts.space.size());
    stored.tensors.push_back(storeFloats("space.mean", {d}, parts.space.mean));
    stored.tensors.push_back(storeFloats("space.deviation", {d}, parts.space.deviation));
    stored.tensors.push_back(
        storeHalves("space.components", {k, d}, parts.space.components.values));
    stored.tensors.push_back(storeFloats(
        "space.variances", {k},
        std::vector<float>(parts.space.variances.begin(), parts.space.variances.end())));
    stored.tensors.push_back(storeFloats("members.coefficients",
                                         {std::int64_t(parts.coefficients.rows), k},
                                         parts.coefficients.values));
    return writeSafetensors(file, stored);
}

TypefaceZoo::Parts readZooParts(const std::filesystem::path& file)
{
    const StoredFile stored = readSafetensors(file);
    try {
        const Reader reader(stored);
        const auto format = stored.metadata.find("format");
        if (format == stored.metadata.end() || format->second != formatName)
            throw Error("header, format: is of another kind; expected a .zoo file");
        if (reader.text("version") != "1")
            throw Error("header, version: is '" + reader.text("version") + "'; expected 1");
        TypefaceZoo::Parts parts;
        const DenoiserShape shape =
            denoiserShapeFromJson(parseJson(reader.text("shape"), "the denoiser's shape"));
        // Checked before a denoiser of that shape is made: a header may ask for any size.
        const std::vector<LinearMap> maps = linearMaps(shape);
        for (const LinearMap& map : maps) {
            if (reader.tensor("base." + map.name + ".weight").shape
                != std::vector<std::int64_t>{map.out, map.in})
                throw Error("tensor 'base." + map.name
                            + ".weight' has another shape than the denoiser's");
        }
        parts.base = makeDenoiser(shape, 1);
        restore(stored, "base.", parts.base.named());
        parts.layout.kind = adapterKindFrom(reader.text("adapter"));
        parts.layout.shape = shape;
        if (parts.layout.kind == AdapterKind::SharedA) {
            for (const LinearMap& map : maps)
                parts.layout.sharedA.push_back(
                    torch::tensor(at::ArrayRef<float>(reader.values("a." + map.name, {1, map.in})))
                        .view({1, map.in}));
        }
        const std::int64_t d = parts.layout.size();
        const StoredTensor& components = reader.tensor("space.components");
        if (components.shape.size() != 2 || components.shape[0] < 1)
            throw Error("tensor 'space.components' has another shape; expected k x "
                        + std::to_string(d));
        const std::int64_t k = components.shape[0];
        parts.space.mean = reader.values("space.mean", {d});
        parts.space.deviation = reader.values("space.deviation", {d});
        parts.space.components.values = reader.values("space.components", {k, d});
        parts.space.components.rows = std::size_t(k);
        parts.space.components.columns = std::size_t(d);
        const std::vector<float> variances = reader.values("space.variances", {k});
        parts.space.variances.assign(variances.begin(), variances.end());
        if (!std::all_of(variances.begin(), variances.end(), [](float v) { return v >= 0; }))
            throw Error("tensor 'space.variances' holds a negative value");
        const nlohmann::json total = parseJson(reader.text("total_variance"), "a number");
        if (!total.is_number())
            throw Error("metadata 'total_variance' is no number");
        parts.space.totalVariance = total.get<double>();

        const nlohmann::json members = parseJson(reader.text("members"), "the list of members");
        if (!members.is_array() || members.size() < 2)
            throw Error("metadata 'members' is no list of at least two members");
        for (const nlohmann::json& one : members)
            parts.members.push_back(memberFrom(one));
        parts.space.members = parts.members.size();
        parts.coefficients.rows = parts.members.size();
        parts.coefficients.columns = std::size_t(k);
        parts.coefficients.values =
            reader.values("members.coefficients", {std::int64_t(parts.members.size()), k});
        const nlohmann::json leftOut = parseJson(reader.text("left_out"), "a list");
        if (!leftOut.is_array())
            throw Error("metadata 'left_out' is no list");
        for (const nlohmann::json& one : leftOut) {
            const JsonFields fields(one, "a member that was left out");
            parts.leftOut.push_back({fields.text("name"), fields.real("fit")});
        }
        const nlohmann::json calibrations = parseJson(reader.text("calibrations"), "an object");
        if (!calibrations.is_object())
            throw Error("metadata 'calibrations' is no object");
        for (const auto& [name, one] : calibrations.items())
            parts.calibrations[name] = calibrationFrom(one);
        for (const auto& [name, text] : stored.metadata) {
            if (name != "members" && name != "left_out" && name != "calibrations")
                parts.metadata[name] = text;
        }
        parts.hash = sha256OfFile(file);
        return parts;
    } catch (const Error& error) {
        throw fileError(file, "", error.what());
    }
}

} // namespace morphospace
