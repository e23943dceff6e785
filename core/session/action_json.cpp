// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/action.h"
#include "core/base/json_fields.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <string_view>
#include <type_traits>
#include <utility>

namespace morphospace {

using nlohmann::json;

namespace {

template <class> constexpr std::string_view kindName;
template <> constexpr std::string_view kindName<OpenManifold> = "OpenManifold";
template <> constexpr std::string_view kindName<SetWidth> = "SetWidth";
template <> constexpr std::string_view kindName<SetDepth> = "SetDepth";
template <> constexpr std::string_view kindName<SetConfiguration> = "SetConfiguration";
template <> constexpr std::string_view kindName<PinSample> = "PinSample";
template <> constexpr std::string_view kindName<SetPinned> = "SetPinned";
template <> constexpr std::string_view kindName<UnpinSample> = "UnpinSample";
template <> constexpr std::string_view kindName<SwapPinned> = "SwapPinned";
template <> constexpr std::string_view kindName<SetAveraging> = "SetAveraging";
template <> constexpr std::string_view kindName<ShowPage> = "ShowPage";
template <> constexpr std::string_view kindName<SetOption> = "SetOption";
template <> constexpr std::string_view kindName<OpenZoo> = "OpenZoo";
template <> constexpr std::string_view kindName<SetPlace> = "SetPlace";
template <> constexpr std::string_view kindName<SetDirection> = "SetDirection";
template <> constexpr std::string_view kindName<ResetDirections> = "ResetDirections";
template <> constexpr std::string_view kindName<SetIndependent> = "SetIndependent";
template <> constexpr std::string_view kindName<MarkMembers> = "MarkMembers";
template <> constexpr std::string_view kindName<MakeDirection> = "MakeDirection";
template <> constexpr std::string_view kindName<RemoveDirection> = "RemoveDirection";
template <> constexpr std::string_view kindName<SetInjection> = "SetInjection";
template <> constexpr std::string_view kindName<SetWord> = "SetWord";
template <> constexpr std::string_view kindName<SetNoise> = "SetNoise";
template <> constexpr std::string_view kindName<PinModel> = "PinModel";
template <> constexpr std::string_view kindName<UnpinModel> = "UnpinModel";
template <> constexpr std::string_view kindName<SwapModels> = "SwapModels";

json configurationJson(const Configuration& configuration)
{
    return {{"widths", configuration.widths}, {"depths", configuration.depths}};
}

json referenceJson(const ManifoldReference& reference)
{
    const Family& family = reference.family;
    return {{"hash", reference.hash},
            {"file", reference.file},
            {"family",
             {{"kind", familyName(family.kind)},
              {"image_channels", family.imageChannels},
              {"image_size", family.imageSize},
              {"classes", family.classes},
              {"stem_stride", family.stemStride},
              {"full", configurationJson(family.full)}}}};
}

Configuration readConfiguration(const json& object, const std::string& where)
{
    const JsonFields fields(object, where, {"widths", "depths"});
    return {fields.numbers("widths"), fields.numbers("depths")};
}

Family readFamily(const json& object, const std::string& where)
{
    const JsonFields fields(object, where,
                        {"kind", "image_channels", "image_size", "classes", "stem_stride", "full"});
    Family family;
    family.kind = familyKindNamed(fields.text("kind"));
    family.imageChannels = fields.number("image_channels");
    family.imageSize = fields.number("image_size");
    family.classes = fields.number("classes");
    family.stemStride = fields.number("stem_stride");
    family.full = readConfiguration(fields.get("full", "the full size"), "the full size");
    return family;
}

ManifoldReference readReference(const json& object)
{
    const JsonFields fields(object, "the manifold", {"hash", "file", "family"});
    return {fields.text("hash"), fields.text("file"),
            readFamily(fields.get("family", "a network family"), "the family")};
}

constexpr std::size_t longestName = 60; // of what is quoted in an error

/// Letters to change, to add or to leave out that make `b` of `a`.
std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t(0));
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t before = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = before + (a[i] == b[j] ? 0 : 1);
            before = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

/// The name of an action that is most like `name`.
std::string nearestAction(const std::string& name)
{
    std::string nearest;
    std::size_t least = std::numeric_limits<std::size_t>::max();
    const auto offer = [&](std::string_view known) {
        const std::size_t distance =
            editDistance(std::string_view(name).substr(0, longestName), known);
        if (distance < least) {
            least = distance;
            nearest = known;
        }
    };
    [&offer]<std::size_t... kinds>(std::index_sequence<kinds...>) {
        (offer(kindName<std::variant_alternative_t<kinds, Action>>), ...);
    }(std::make_index_sequence<std::variant_size_v<Action>>());
    return nearest;
}

/// Reads an action of kind A from an object that says it is one.
template <class A> Action readAction(const json& object)
{
    const std::string where(kindName<A>);
    if constexpr (std::is_same_v<A, OpenManifold>) {
        const JsonFields fields(object, where, {"action", "manifold"});
        return A{readReference(fields.get("manifold", "a reference to a manifold"))};
    } else if constexpr (std::is_same_v<A, SetWidth>) {
        const JsonFields fields(object, where, {"action", "stage", "channels"});
        return A{fields.number("stage"), fields.number("channels")};
    } else if constexpr (std::is_same_v<A, SetDepth>) {
        const JsonFields fields(object, where, {"action", "stage", "blocks"});
        return A{fields.number("stage"), fields.number("blocks")};
    } else if constexpr (std::is_same_v<A, SetConfiguration> || std::is_same_v<A, SetPinned>) {
        const JsonFields fields(object, where, {"action", "configuration"});
        return A{readConfiguration(fields.get("configuration", "widths and depths"),
                                   "the configuration")};
    } else if constexpr (std::is_same_v<A, SetAveraging>) {
        const JsonFields fields(object, where, {"action", "samples"});
        return A{fields.number("samples")};
    } else if constexpr (std::is_same_v<A, ShowPage>) {
        const JsonFields fields(object, where, {"action", "page"});
        return A{fields.text("page")};
    } else if constexpr (std::is_same_v<A, SetOption>) {
        const JsonFields fields(object, where, {"action", "option", "value"});
        return A{fields.text("option"), fields.text("value")};
    } else if constexpr (std::is_same_v<A, OpenZoo>) {
        const JsonFields fields(object, where, {"action", "zoo"});
        return A{zooReferenceFromJson(fields.get("zoo", "a reference to a zoo"))};
    } else if constexpr (std::is_same_v<A, SetPlace>) {
        const JsonFields fields(object, where, {"action", "place"});
        return A{zooPlaceFromJson(fields.get("place", "a place"))};
    } else if constexpr (std::is_same_v<A, SetDirection>) {
        const JsonFields fields(object, where, {"action", "direction", "sigma"});
        return A{fields.text("direction"), fields.real("sigma")};
    } else if constexpr (std::is_same_v<A, SetIndependent>) {
        const JsonFields fields(object, where, {"action", "direction", "of"});
        return A{fields.text("direction"), fields.texts("of")};
    } else if constexpr (std::is_same_v<A, MarkMembers>) {
        const JsonFields fields(object, where, {"action", "group", "members"});
        return A{fields.text("group"), fields.numbers("members")};
    } else if constexpr (std::is_same_v<A, MakeDirection>) {
        const JsonFields fields(object, where, {"action", "direction"});
        return A{madeDirectionFromJson(fields.get("direction", "a direction"))};
    } else if constexpr (std::is_same_v<A, RemoveDirection>) {
        const JsonFields fields(object, where, {"action", "direction"});
        return A{fields.text("direction")};
    } else if constexpr (std::is_same_v<A, SetInjection>) {
        const JsonFields fields(object, where, {"action", "from"});
        return A{fields.number("from")};
    } else if constexpr (std::is_same_v<A, SetWord>) {
        const JsonFields fields(object, where, {"action", "word"});
        return A{fields.text("word")};
    } else if constexpr (std::is_same_v<A, SetNoise>) {
        const JsonFields fields(object, where, {"action", "seed"});
        return A{fields.bits("seed")};
    } else {
        (void)JsonFields(object, where, {"action"});
        return A{};
    }
}

template <std::size_t index = 0> Action readNamed(const std::string& name, const json& object)
{
    if constexpr (index == std::variant_size_v<Action>) {
        throw Error("the unknown action '" + name.substr(0, longestName) + "'; expected "
                    + nearestAction(name)
                    + " or another one of the actions that docs/formats.md lists");
    } else {
        using Kind = std::variant_alternative_t<index, Action>;
        return name == kindName<Kind> ? readAction<Kind>(object) : readNamed<index + 1>(name, object);
    }
}

} // namespace

std::string actionName(const Action& action)
{
    return std::visit([]<class A>(const A&) { return std::string(kindName<A>); }, action);
}

json toJson(const Action& action)
{
    json object = std::visit(
        []<class A>(const A& value) -> json {
            if constexpr (std::is_same_v<A, OpenManifold>)
                return {{"manifold", referenceJson(value.manifold)}};
            else if constexpr (std::is_same_v<A, SetWidth>)
                return {{"stage", value.stage}, {"channels", value.channels}};
            else if constexpr (std::is_same_v<A, SetDepth>)
                return {{"stage", value.stage}, {"blocks", value.blocks}};
            else if constexpr (std::is_same_v<A, SetConfiguration> || std::is_same_v<A, SetPinned>)
                return {{"configuration", configurationJson(value.configuration)}};
            else if constexpr (std::is_same_v<A, SetAveraging>)
                return {{"samples", value.samples}};
            else if constexpr (std::is_same_v<A, ShowPage>)
                return {{"page", value.page}};
            else if constexpr (std::is_same_v<A, SetOption>)
                return {{"option", value.option}, {"value", value.value}};
            else if constexpr (std::is_same_v<A, OpenZoo>)
                return {{"zoo", toJson(value.zoo)}};
            else if constexpr (std::is_same_v<A, SetPlace>)
                return {{"place", toJson(value.place)}};
            else if constexpr (std::is_same_v<A, SetDirection>)
                return {{"direction", value.direction}, {"sigma", value.sigma}};
            else if constexpr (std::is_same_v<A, SetIndependent>)
                return {{"direction", value.direction}, {"of", value.of}};
            else if constexpr (std::is_same_v<A, MarkMembers>)
                return {{"group", value.group}, {"members", value.members}};
            else if constexpr (std::is_same_v<A, MakeDirection>)
                return {{"direction", toJson(value.direction)}};
            else if constexpr (std::is_same_v<A, RemoveDirection>)
                return {{"direction", value.direction}};
            else if constexpr (std::is_same_v<A, SetInjection>)
                return {{"from", value.from}};
            else if constexpr (std::is_same_v<A, SetWord>)
                return {{"word", value.word}};
            else if constexpr (std::is_same_v<A, SetNoise>)
                return {{"seed", value.seed}};
            else
                return json::object();
        },
        action);
    object["action"] = actionName(action);
    return object;
}

Action actionFromJson(const json& object)
{
    const auto name = object.is_object() ? object.find("action") : object.end();
    if (!object.is_object() || name == object.end() || !name->is_string())
        throw Error("the field 'action' is missing; expected an object with the name of an action,"
                    " such as {\"action\": \"SetWidth\", \"stage\": 0, \"channels\": 12}");
    return readNamed(name->get<std::string>(), object);
}

json toJson(const SessionState& state)
{
    json object{{"manifold", state.manifold ? referenceJson(*state.manifold) : json()},
                {"current", configurationJson(state.current)},
                {"pinned", state.pinned ? configurationJson(*state.pinned) : json()},
                {"averaging", state.averaging},
                {"page", state.page},
                {"options", state.options}};
    // Not there where there is none, as in what was written before there were zoos.
    if (state.zoo)
        object["zoo"] = toJson(*state.zoo);
    return object;
}

} // namespace morphospace
