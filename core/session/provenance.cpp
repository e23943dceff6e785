// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/provenance.h"

#include "core/base/json_fields.h"

#include <nlohmann/json.hpp>

#include <charconv>

namespace morphospace {

using nlohmann::json;

namespace {

constexpr std::string_view formatName = "morphospace-provenance";

json sizeJson(const Configuration& size)
{
    return {{"widths", size.widths}, {"depths", size.depths}};
}

Configuration readSize(const json& object, const char* what)
{
    const JsonFields fields(object, what, {"widths", "depths"});
    return {fields.numbers("widths"), fields.numbers("depths")};
}

std::uint64_t readSeed(const std::string& text)
{
    std::uint64_t seed = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (failed != std::errc() || end != text.data() + text.size())
        throw Error("the field 'seed' of the provenance is '" + text.substr(0, 40)
                    + "'; expected a whole number in digits");
    return seed;
}

} // namespace

std::string provenanceText(const Provenance& provenance)
{
    json object{{"format", formatName},
                {"version", provenance.zooHash.empty() ? 1 : provenanceVersion},
                {"program", provenance.program},
                {"averaging", provenance.averaging},
                // As text: a number of 64 bits is more than other readers of JSON keep.
                {"seed", std::to_string(provenance.seed)}};
    if (provenance.zooHash.empty() || !provenance.manifoldHash.empty()) {
        object["manifold"] = {{"title", provenance.manifold}, {"sha256", provenance.manifoldHash}};
        object["configuration"] = sizeJson(provenance.current);
    }
    if (!provenance.zooHash.empty())
        object["zoo"] = {{"title", provenance.zoo},
                         {"sha256", provenance.zooHash},
                         {"model", provenance.zooModel}};
    if (provenance.pinned)
        object["pinned"] = sizeJson(*provenance.pinned);
    if (!provenance.data.empty())
        object["data"] = {{"name", provenance.data},
                          {"hash", provenance.dataHash},
                          {"images", provenance.images}};
    if (!provenance.session.empty())
        object["session"] = provenance.session;
    return object.dump(-1, ' ', true, json::error_handler_t::replace);
}

Provenance provenanceFromText(std::string_view text)
{
    const json object = parseJson(text, "a provenance");
    const auto format = object.is_object() ? object.find("format") : object.end();
    if (!object.is_object() || format == object.end() || *format != formatName)
        throw Error("this is no provenance; expected an object with \"format\": \""
                    + std::string(formatName) + "\"");
    const JsonFields fields(object, "the provenance",
                            {"format", "version", "program", "manifold", "configuration", "pinned",
                             "averaging", "seed", "data", "session", "zoo"});
    const int version = fields.number("version");
    if (version < 1 || version > provenanceVersion)
        throw Error("the provenance is of version " + std::to_string(version) + "; expected 1 to "
                    + std::to_string(provenanceVersion)
                    + (version > provenanceVersion ? ": a newer Morphospace made it" : ""));
    Provenance provenance;
    provenance.program = fields.text("program");
    if (version >= 2 && fields.has("zoo")) {
        const JsonFields zoo(fields.get("zoo", "an object"), "the zoo", {"title", "sha256", "model"});
        provenance.zoo = zoo.text("title");
        provenance.zooHash = zoo.text("sha256");
        provenance.zooModel = zoo.text("model");
    }
    if (provenance.zooHash.empty() || fields.has("manifold")) {
        const JsonFields manifold(fields.get("manifold", "an object"), "the manifold",
                                  {"title", "sha256"});
        provenance.manifold = manifold.text("title");
        provenance.manifoldHash = manifold.text("sha256");
        provenance.current = readSize(fields.get("configuration", "a size"), "the configuration");
    }
    if (fields.has("pinned"))
        provenance.pinned = readSize(fields.get("pinned", "a size"), "the pinned configuration");
    provenance.averaging = fields.number("averaging");
    provenance.seed = readSeed(fields.text("seed"));
    if (fields.has("data")) {
        const JsonFields data(fields.get("data", "an object"), "the data",
                              {"name", "hash", "images"});
        provenance.data = data.text("name");
        provenance.dataHash = data.text("hash");
        provenance.images = data.count("images");
    }
    if (fields.has("session"))
        provenance.session = fields.text("session");
    return provenance;
}

} // namespace morphospace
