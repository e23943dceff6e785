// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace morphospace {

/// Parses a JSON text. Throws Error with the byte where it stops being one, or the number that no
/// number of ours can hold; `expected` says what would have been accepted.
[[nodiscard]] nlohmann::json parseJson(std::string_view text, const std::string& expected);

/// A JSON object that is read field by field. A field that is missing, of another type or not
/// known gives an Error that names it, the object it belongs to and what is accepted.
class JsonFields {
public:
    /// `where` names the object in errors. Throws where `object` is none or has a field that is
    /// not among `accepted`.
    JsonFields(const nlohmann::json& object, std::string where,
               std::initializer_list<std::string_view> accepted);
    /// The same with other fields let be: for a format to which a later version may add some.
    JsonFields(const nlohmann::json& object, std::string where);

    [[nodiscard]] bool has(const char* name) const;
    [[nodiscard]] const nlohmann::json& get(const char* name, const char* expected) const;
    [[nodiscard]] std::string text(const char* name) const;
    [[nodiscard]] int number(const char* name) const;
    /// Not negative, as counts and positions are.
    [[nodiscard]] std::int64_t count(const char* name) const;
    /// Any number of 64 bits that is not negative, as seeds are.
    [[nodiscard]] std::uint64_t bits(const char* name) const;
    [[nodiscard]] double real(const char* name) const;
    [[nodiscard]] bool flag(const char* name) const;
    [[nodiscard]] std::vector<int> numbers(const char* name) const;
    [[nodiscard]] std::vector<float> values(const char* name) const;
    [[nodiscard]] std::vector<std::string> texts(const char* name) const;
    [[nodiscard]] const nlohmann::json& list(const char* name) const;
    /// The object in a field, its other fields let be.
    [[nodiscard]] JsonFields object(const char* name) const;
    /// Numbers by names of any kind.
    [[nodiscard]] std::map<std::string, double> namedNumbers(const char* name) const;

private:
    [[nodiscard]] Error wrong(const char* name, const char* expected) const;

    const nlohmann::json& m_object;
    std::string m_where;
};

} // namespace morphospace
