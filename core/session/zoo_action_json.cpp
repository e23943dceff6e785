// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/zoo_action.h"

#include "core/base/json_fields.h"

namespace morphospace {

using nlohmann::json;

namespace {

ZooPlaceKind kindNamed(const std::string& name)
{
    for (const ZooPlaceKind kind : {ZooPlaceKind::Mean, ZooPlaceKind::Member, ZooPlaceKind::Sample,
                                    ZooPlaceKind::Path, ZooPlaceKind::Found}) {
        if (nameOf(kind) == name)
            return kind;
    }
    throw Error("the place has the unknown kind '" + name
                + "'; expected mean, member, sample, path or found");
}

std::string textOr(const JsonFields& fields, const char* name)
{
    return fields.has(name) ? fields.text(name) : std::string();
}

} // namespace

json toJson(const ZooReference& reference)
{
    return {{"hash", reference.hash},
            {"file", reference.file},
            {"members", reference.members},
            {"components", reference.components},
            {"attributes", reference.attributes}};
}

json toJson(const ZooPlace& place)
{
    json object{{"kind", nameOf(place.kind)}};
    switch (place.kind) {
    case ZooPlaceKind::Mean: break;
    case ZooPlaceKind::Member: object["member"] = place.member; break;
    case ZooPlaceKind::Sample:
        object["sampling"] = place.sampling;
        object["seed"] = place.seed;
        object["spread"] = place.spread;
        object["components"] = place.components;
        break;
    case ZooPlaceKind::Path:
        object["member"] = place.member;
        object["other"] = place.other;
        object["share"] = place.share;
        break;
    case ZooPlaceKind::Found: object["coefficients"] = place.coefficients; break;
    }
    if (!place.name.empty())
        object["name"] = place.name;
    if (!place.otherName.empty())
        object["other_name"] = place.otherName;
    return object;
}

json toJson(const ZooModel& model)
{
    return {{"place", toJson(model.place)}, {"pushes", model.pushes}, {"from", model.from}};
}

json toJson(const MadeDirection& direction)
{
    return {{"name", direction.name}, {"from", direction.from}, {"to", direction.to}};
}

json toJson(const ZooState& state)
{
    json made = json::array();
    for (const MadeDirection& direction : state.made)
        made.push_back(toJson(direction));
    return {{"zoo", toJson(state.zoo)},
            {"current", toJson(state.current)},
            {"pinned", state.pinned ? toJson(*state.pinned) : json()},
            {"made", made},
            {"independent", state.independent},
            {"group_a", state.groupA},
            {"group_b", state.groupB},
            {"word", state.word},
            {"seed", state.seed}};
}

ZooReference zooReferenceFromJson(const json& object)
{
    const JsonFields fields(object, "the zoo",
                            {"hash", "file", "members", "components", "attributes"});
    return {fields.text("hash"), fields.text("file"), fields.number("members"),
            fields.number("components"), fields.texts("attributes")};
}

ZooPlace zooPlaceFromJson(const json& object)
{
    const JsonFields any(object, "the place");
    ZooPlace place;
    place.kind = kindNamed(any.text("kind"));
    switch (place.kind) {
    case ZooPlaceKind::Mean: (void)JsonFields(object, "the place", {"kind"}); break;
    case ZooPlaceKind::Member: {
        const JsonFields fields(object, "the place", {"kind", "member", "name"});
        place.member = fields.number("member");
        place.name = textOr(fields, "name");
        break;
    }
    case ZooPlaceKind::Sample: {
        const JsonFields fields(object, "the place",
                                {"kind", "sampling", "seed", "spread", "components"});
        place.sampling = fields.text("sampling");
        place.seed = fields.bits("seed");
        place.spread = fields.real("spread");
        place.components = fields.number("components");
        break;
    }
    case ZooPlaceKind::Path: {
        const JsonFields fields(object, "the place",
                                {"kind", "member", "other", "share", "name", "other_name"});
        place.member = fields.number("member");
        place.other = fields.number("other");
        place.share = fields.real("share");
        place.name = textOr(fields, "name");
        place.otherName = textOr(fields, "other_name");
        break;
    }
    case ZooPlaceKind::Found: {
        const JsonFields fields(object, "the place", {"kind", "coefficients", "name"});
        place.coefficients = fields.values("coefficients");
        place.name = textOr(fields, "name");
        break;
    }
    }
    return place;
}

ZooModel zooModelFromJson(const json& object)
{
    const JsonFields fields(object, "the model", {"place", "pushes", "from"});
    return {zooPlaceFromJson(fields.get("place", "a place")), fields.namedNumbers("pushes"),
            fields.number("from")};
}

MadeDirection madeDirectionFromJson(const json& object)
{
    const JsonFields fields(object, "the direction", {"name", "from", "to"});
    return {fields.text("name"), fields.numbers("from"), fields.numbers("to")};
}

} // namespace morphospace
