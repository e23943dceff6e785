// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/safetensors_header.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <tuple>
#include <utility>

namespace morphospace {

namespace {

constexpr std::array<std::pair<std::string_view, unsigned>, 15> types{{
    {"BOOL", 1}, {"U8", 1}, {"I8", 1}, {"F8_E4M3", 1}, {"F8_E5M2", 1},
    {"U16", 2}, {"I16", 2}, {"F16", 2}, {"BF16", 2},
    {"U32", 4}, {"I32", 4}, {"F32", 4},
    {"U64", 8}, {"I64", 8}, {"F64", 8},
}};

/// More axes than any network's tensor has; keeps a hostile header from growing in memory.
constexpr std::size_t maximumAxes = 16;

/// Takes the header's JSON as it is read and accepts nothing but the format's structure, so nothing
/// larger than the header itself is ever built. (nlohmann's interface fixes the member names.)
class HeaderHandler final : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit HeaderHandler(const std::filesystem::path& file) : m_file(file) {}

    SafetensorsHeader take() { return std::move(m_header); }

    bool null() override { throw wrong("null"); }
    bool boolean(bool) override { throw wrong("true or false"); }
    bool number_float(double, const std::string&) override
    {
        throw wrong("a number that is not a whole number");
    }
    bool number_integer(std::int64_t) override { throw wrong("a negative number"); }
    bool number_unsigned(std::uint64_t value) override
    {
        if (m_where == Where::Shape) {
            if (value > std::uint64_t(std::numeric_limits<std::int64_t>::max())
                || m_header.entries.back().shape.size() == maximumAxes)
                throw wrong("a shape that is too large");
            m_header.entries.back().shape.push_back(static_cast<std::int64_t>(value));
        } else if (m_where == Where::Offsets && m_offsets < 2) {
            (m_offsets == 0 ? m_header.entries.back().begin : m_header.entries.back().end) = value;
            ++m_offsets;
        } else {
            throw wrong("a number");
        }
        return true;
    }
    bool string(std::string& value) override
    {
        if (m_where == Where::Metadata)
            m_header.metadata[m_key] = std::move(value);
        else if (m_where == Where::Tensor && m_key == "dtype")
            m_header.entries.back().type = std::move(value);
        else
            throw wrong("text");
        return true;
    }
    bool binary(binary_t&) override { throw wrong("binary data"); }

    bool start_object(std::size_t) override
    {
        switch (m_where) {
        case Where::Outside:
            m_where = Where::Root;
            return true;
        case Where::Root:
            if (m_key == "__metadata__") {
                m_where = Where::Metadata;
            } else {
                m_where = Where::Tensor;
                m_header.entries.emplace_back().name = m_key;
            }
            m_fields.clear();
            return true;
        default:
            throw wrong("an object");
        }
    }
    bool key(std::string& name) override
    {
        const bool atRoot = m_where == Where::Root;
        if (atRoot)
            m_tensor = name;
        if (!(atRoot ? m_names : m_fields).insert(name).second)
            throw error("the name '" + name + "' appears twice", "every name once");
        if (m_where == Where::Tensor && name != "dtype" && name != "shape"
            && name != "data_offsets")
            throw error("the unknown field '" + name + "'", "dtype, shape and data_offsets");
        m_key = name;
        return true;
    }
    bool end_object() override
    {
        if (m_where == Where::Tensor && m_fields.size() != 3)
            throw error("a field is missing", "dtype, shape and data_offsets");
        m_where = m_where == Where::Root ? Where::Outside : Where::Root;
        return true;
    }
    bool start_array(std::size_t) override
    {
        if (m_where != Where::Tensor || m_key == "dtype")
            throw wrong("a list");
        m_where = m_key == "shape" ? Where::Shape : Where::Offsets;
        m_offsets = 0;
        return true;
    }
    bool end_array() override
    {
        if (m_where == Where::Offsets && m_offsets != 2)
            throw error("data_offsets has " + std::to_string(m_offsets) + " numbers",
                        "its begin and its end");
        m_where = Where::Tensor;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception&) override
    {
        throw fileError(m_file, "byte " + std::to_string(8 + position), "this is not JSON",
                        "the header of a safetensors file");
    }

private:
    enum class Where { Outside, Root, Metadata, Tensor, Shape, Offsets };

    [[nodiscard]] Error error(const std::string& problem, std::string_view expected) const
    {
        return fileError(m_file, m_tensor.empty() ? "the header" : "the header, '" + m_tensor + "'",
                         problem, expected);
    }
    [[nodiscard]] Error wrong(const std::string& found) const
    {
        std::string expected = "an object with one entry a tensor";
        std::string place;
        if (m_where == Where::Metadata) {
            expected = "text";
            place = " as '" + m_key + "'";
        } else if (m_where == Where::Tensor) {
            expected = m_key == "dtype" ? "the name of a type" : "a list of numbers";
            place = " as '" + m_key + "'";
        } else if (m_where == Where::Shape) {
            expected = "at most " + std::to_string(maximumAxes) + " whole numbers";
            place = " in the shape";
        } else if (m_where == Where::Offsets) {
            expected = "two whole numbers";
            place = " in data_offsets";
        }
        return error(found + place, expected);
    }

    const std::filesystem::path& m_file;
    SafetensorsHeader m_header;
    Where m_where = Where::Outside;
    std::set<std::string> m_names;
    std::set<std::string> m_fields;  ///< of the tensor or of the metadata being read
    std::string m_tensor;
    std::string m_key;
    int m_offsets = 0;
};

} // namespace

std::uint64_t storedBytes(std::string_view type, std::span<const std::int64_t> shape,
                          std::string_view name)
{
    const auto known = std::find_if(types.begin(), types.end(),
                                    [type](const auto& entry) { return entry.first == type; });
    if (known == types.end()) {
        std::string expected;
        for (const auto& entry : types)
            expected.append(expected.empty() ? "" : ", ").append(entry.first);
        throw Error("tensor " + std::string(name) + ": the unknown type '" + std::string(type)
                    + "'; expected one of " + expected);
    }
    std::uint64_t bytes = known->second;
    for (const std::int64_t extent : shape) {
        if (extent < 0 || __builtin_mul_overflow(bytes, std::uint64_t(extent), &bytes))
            throw Error("tensor " + std::string(name) + ": the extent " + std::to_string(extent)
                        + " is not possible; expected a shape that fits into memory");
    }
    return bytes;
}

SafetensorsHeader parseSafetensorsHeader(std::string_view text, std::uint64_t dataBytes,
                                         const std::filesystem::path& file)
{
    if (text.empty() || text.front() != '{')
        throw fileError(file, "byte 8", "no JSON object starts here",
                        "the header of a safetensors file");
    HeaderHandler handler(file);
    nlohmann::json::sax_parse(text, &handler);
    SafetensorsHeader header = handler.take();

    std::ranges::sort(header.entries, [](const auto& a, const auto& b) {
        return std::tie(a.begin, a.end) < std::tie(b.begin, b.end);
    });
    std::uint64_t filled = 0;
    for (const SafetensorsHeader::Entry& entry : header.entries) {
        const std::string place = "the header, '" + entry.name + "'";
        const std::string range =
            "bytes " + std::to_string(entry.begin) + " to " + std::to_string(entry.end);
        if (entry.end < entry.begin || entry.end > dataBytes)
            throw fileError(file, place, range + " of the data",
                            "a range within its " + std::to_string(dataBytes)
                                + " bytes (is the file truncated?)");
        if (entry.begin != filled)
            throw fileError(file, place, range + (entry.begin < filled ? " overlap another tensor"
                                                                       : " leave a gap"),
                            "data from byte " + std::to_string(filled));
        std::uint64_t needed = 0;
        try {
            needed = storedBytes(entry.type, entry.shape, entry.name);
        } catch (const Error& problem) {
            throw fileError(file, "the header", problem.what());
        }
        if (needed != entry.end - entry.begin)
            throw fileError(file, place, range,
                            std::to_string(needed) + " bytes for its type and shape");
        filled = entry.end;
    }
    if (filled != dataBytes)
        throw fileError(file, "byte " + std::to_string(filled) + " of the data",
                        std::to_string(dataBytes - filled) + " bytes belong to no tensor",
                        "the end of the file");
    return header;
}

} // namespace morphospace
