// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_fields.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace morphospace {

using nlohmann::json;

namespace {

bool isInt(const json& value)
{
    constexpr auto greatest = std::numeric_limits<int>::max();
    if (value.is_number_unsigned())
        return value.get<std::uint64_t>() <= std::uint64_t(greatest);
    return value.is_number_integer() && value.get<std::int64_t>() >= -std::int64_t(greatest);
}

/// Numbers that were parsed are unsigned where they can be; those of a value made here may not be.
bool isCount(const json& value)
{
    return value.is_number_unsigned()
        || (value.is_number_integer() && value.get<std::int64_t>() >= 0);
}

} // namespace

json parseJson(std::string_view text, const std::string& expected)
{
    try {
        return json::parse(text);
    } catch (const json::parse_error& error) {
        throw Error("at byte " + std::to_string(error.byte)
                    + ": this is not JSON, or the file ends too early; expected " + expected);
    } catch (const json::exception&) {
        throw Error("a number in it is too large; expected " + expected);
    }
}

JsonFields::JsonFields(const json& object, std::string where,
                       std::initializer_list<std::string_view> accepted)
    : m_object(object), m_where(std::move(where))
{
    std::string names;
    for (const std::string_view name : accepted)
        names.append(names.empty() ? "" : ", ").append(name);
    if (!object.is_object())
        throw Error(m_where + " is no object; expected one with "
                    + (names.empty() ? "its name only" : names));
    for (const auto& [name, value] : object.items()) {
        if (std::ranges::find(accepted, name) == accepted.end())
            throw Error("the unknown field '" + name + "' of " + m_where + "; expected " + names);
    }
}

JsonFields::JsonFields(const json& object, std::string where)
    : m_object(object), m_where(std::move(where))
{
    if (!object.is_object())
        throw Error(m_where + " is " + object.type_name() + "; expected an object");
}

bool JsonFields::has(const char* name) const
{
    return m_object.contains(name);
}

const json& JsonFields::get(const char* name, const char* expected) const
{
    const auto found = m_object.find(name);
    if (found == m_object.end())
        throw Error("the field '" + std::string(name) + "' of " + m_where
                    + " is missing; expected " + expected);
    return *found;
}

std::string JsonFields::text(const char* name) const
{
    const json& value = get(name, "text");
    if (!value.is_string())
        throw wrong(name, "text");
    return value.get<std::string>();
}

int JsonFields::number(const char* name) const
{
    const json& value = get(name, "a whole number");
    if (!isInt(value))
        throw wrong(name, "a whole number");
    return value.get<int>();
}

std::int64_t JsonFields::count(const char* name) const
{
    const json& value = get(name, "a whole number, 0 or more");
    constexpr auto greatest = std::uint64_t(std::numeric_limits<std::int64_t>::max());
    if (!isCount(value) || value.get<std::uint64_t>() > greatest)
        throw wrong(name, "a whole number, 0 or more");
    return value.get<std::int64_t>();
}

std::uint64_t JsonFields::bits(const char* name) const
{
    const json& value = get(name, "a whole number, 0 or more");
    if (!isCount(value))
        throw wrong(name, "a whole number, 0 or more");
    return value.get<std::uint64_t>();
}

double JsonFields::real(const char* name) const
{
    const json& value = get(name, "a number");
    if (!value.is_number())
        throw wrong(name, "a number");
    return value.get<double>();
}

bool JsonFields::flag(const char* name) const
{
    const json& value = get(name, "true or false");
    if (!value.is_boolean())
        throw wrong(name, "true or false");
    return value.get<bool>();
}

std::vector<int> JsonFields::numbers(const char* name) const
{
    const json& value = get(name, "a list of whole numbers");
    if (!value.is_array() || !std::ranges::all_of(value, isInt))
        throw wrong(name, "a list of whole numbers");
    return value.get<std::vector<int>>();
}

std::vector<float> JsonFields::values(const char* name) const
{
    const json& value = get(name, "a list of numbers");
    if (!value.is_array()
        || !std::ranges::all_of(value, [](const json& entry) { return entry.is_number(); }))
        throw wrong(name, "a list of numbers");
    return value.get<std::vector<float>>();
}

std::vector<std::string> JsonFields::texts(const char* name) const
{
    const json& value = get(name, "a list of texts");
    if (!value.is_array()
        || !std::ranges::all_of(value, [](const json& entry) { return entry.is_string(); }))
        throw wrong(name, "a list of texts");
    return value.get<std::vector<std::string>>();
}

const json& JsonFields::list(const char* name) const
{
    const json& value = get(name, "a list");
    if (!value.is_array())
        throw wrong(name, "a list");
    return value;
}

JsonFields JsonFields::object(const char* name) const
{
    return {get(name, "an object"), "'" + std::string(name) + "' of " + m_where};
}

std::map<std::string, double> JsonFields::namedNumbers(const char* name) const
{
    const json& value = get(name, "an object of numbers");
    if (!value.is_object()
        || !std::ranges::all_of(value, [](const json& entry) { return entry.is_number(); }))
        throw wrong(name, "an object of numbers");
    return value.get<std::map<std::string, double>>();
}

Error JsonFields::wrong(const char* name, const char* expected) const
{
    return Error("the field '" + std::string(name) + "' of " + m_where + " is "
                 + m_object.at(name).type_name() + "; expected " + expected);
}

} // namespace morphospace
