// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weightspace/lora_adapter.h"

#include "core/base/error.h"
#include "core/base/text_file.h"
#include "core/formats/safetensors.h"
#include "core/formats/safetensors_header.h"

#include <c10/util/BFloat16.h>
#include <c10/util/Half.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>
#include <sstream>

namespace morphospace {

namespace {

/// Larger than any adapter, smaller than what would fill a machine.
constexpr std::uint64_t largestAdapter = std::uint64_t{4} << 30;

enum class Part { A, B, Alpha, Other };

struct Name {
    std::string path;
    Part part = Part::Other;
};

bool cutEnd(std::string& text, std::string_view end)
{
    if (!text.ends_with(end))
        return false;
    text.resize(text.size() - end.size());
    return true;
}

void cutStart(std::string& text, std::string_view start)
{
    if (text.starts_with(start))
        text.erase(0, start.size());
}

Name parseName(std::string name)
{
    for (const char* start : {"base_model.model.", "unet.", "transformer.", "text_encoder."})
        cutStart(name, start);
    if (cutEnd(name, ".alpha"))
        return {name, Part::Alpha};
    if (!cutEnd(name, ".weight"))
        return {name, Part::Other};
    // diffusers: ".lora.down", and "processor.to_q_lora.down" of its attention processors.
    for (const auto& [end, part] : {std::pair(".lora.down", Part::A), std::pair(".lora.up", Part::B),
                                    std::pair("_lora.down", Part::A), std::pair("_lora.up", Part::B),
                                    std::pair(".lora_A", Part::A), std::pair(".lora_B", Part::B)}) {
        if (cutEnd(name, end)) {
            if (const std::size_t at = name.rfind(".processor."); at != std::string::npos)
                name.erase(at, std::string_view(".processor").size());
            return {name, part};
        }
    }
    // PEFT with the adapter's name: ".lora_A.default".
    for (const auto& [middle, part] : {std::pair(".lora_A.", Part::A), std::pair(".lora_B.", Part::B)}) {
        const std::size_t at = name.rfind(middle);
        if (at == std::string::npos || name.find('.', at + std::strlen(middle)) != std::string::npos)
            continue;
        name.resize(at);
        return {name, part};
    }
    return {name, Part::Other};
}

std::size_t widthOf(const std::string& type)
{
    return type == "F64" ? 8 : type == "F32" ? 4 : 2;
}

float valueAt(const std::byte* from, const std::string& type)
{
    const auto as = [from]<class T>(T) {
        T value;
        std::memcpy(static_cast<void*>(&value), from, sizeof value);
        return static_cast<float>(value);
    };
    if (type == "F32")
        return as(float{});
    if (type == "F64")
        return as(double{});
    return type == "F16" ? as(c10::Half{}) : as(c10::BFloat16{});
}

/// Adds to the number in its own type; false where the sum is not finite there.
bool addAt(std::byte* to, const std::string& type, float difference)
{
    const auto as = [to, difference]<class T>(T) {
        T value;
        std::memcpy(static_cast<void*>(&value), to, sizeof value);
        const double sum = static_cast<double>(value) + difference;
        if constexpr (std::is_same_v<T, double>)
            value = sum;
        else
            value = static_cast<T>(static_cast<float>(sum));
        std::memcpy(to, static_cast<const void*>(&value), sizeof value);
        return std::isfinite(static_cast<double>(value));
    };
    if (type == "F32")
        return as(float{});
    if (type == "F64")
        return as(double{});
    return type == "F16" ? as(c10::Half{}) : as(c10::BFloat16{});
}

std::string shapeText(const std::vector<std::int64_t>& shape)
{
    std::string text;
    for (const std::int64_t extent : shape)
        text += (text.empty() ? "" : " x ") + std::to_string(extent);
    return text.empty() ? "a scalar" : text;
}

std::string withoutEnding(std::string name)
{
    cutEnd(name, ".safetensors");
    return name;
}

} // namespace

LoraAdapter LoraAdapter::read(const std::filesystem::path& file)
{
    std::error_code failed;
    if (!std::filesystem::is_regular_file(file, failed))
        throw fileError(file, "", "the file does not exist", "a LoRA adapter (.safetensors)");
    const std::uint64_t size = std::filesystem::file_size(file, failed);
    std::ifstream stream(file, std::ios::binary);
    if (!stream || failed)
        throw fileError(file, "", "the file cannot be read");
    std::uint64_t length = 0;
    if (size < sizeof length)
        throw fileError(file, "byte " + std::to_string(size), "the file ends",
                        "a safetensors file, which starts with its header's length");
    stream.read(reinterpret_cast<char*>(&length), sizeof length);
    if (!stream || length > maximumHeaderBytes || length > size - sizeof length)
        throw fileError(file, "byte 0",
                        "a header of " + std::to_string(length) + " bytes in a file of "
                            + std::to_string(size),
                        "a safetensors file that is not truncated");
    if (size > largestAdapter)
        throw fileError(file, "", "has " + std::to_string(size) + " bytes",
                        "an adapter of at most " + std::to_string(largestAdapter));
    LoraAdapter adapter;
    adapter.m_file = file;
    adapter.m_bytes.resize(size);
    stream.seekg(0);
    stream.read(reinterpret_cast<char*>(adapter.m_bytes.data()), std::streamsize(size));
    if (std::uint64_t(stream.gcount()) != size)
        throw fileError(file, "byte " + std::to_string(stream.gcount()), "the file ends");
    const std::uint64_t start = sizeof length + length;
    const SafetensorsHeader header = parseSafetensorsHeader(
        {reinterpret_cast<const char*>(adapter.m_bytes.data()) + sizeof length, length},
        size - start, file);

    struct Pair {
        const SafetensorsHeader::Entry* a = nullptr;
        const SafetensorsHeader::Entry* b = nullptr;
    };
    std::map<std::string, Pair> pairs;
    for (const SafetensorsHeader::Entry& entry : header.entries) {
        const std::string place = "tensor '" + entry.name + "'";
        const Name name = parseName(entry.name);
        if (name.part == Part::Alpha)
            continue;
        if (name.part == Part::Other)
            throw fileError(file, place, "is no part of a LoRA adapter",
                            "names that end in lora_A.weight and lora_B.weight, or in "
                            "lora.down.weight and lora.up.weight");
        if (entry.type != "F32" && entry.type != "F16" && entry.type != "BF16"
            && entry.type != "F64")
            throw fileError(file, place, "holds " + entry.type + " values",
                            "F32, F16, BF16 or F64");
        if (entry.shape.size() != 2 || entry.shape[0] < 1 || entry.shape[1] < 1)
            throw fileError(file, place, "has the shape " + shapeText(entry.shape),
                            "two axes: rank x inputs for A, outputs x rank for B");
        const SafetensorsHeader::Entry*& slot =
            name.part == Part::A ? pairs[name.path].a : pairs[name.path].b;
        if (slot)
            throw fileError(file, place, "is there twice, also as '" + slot->name + "'",
                            "one A and one B a module");
        slot = &entry;
    }
    if (pairs.empty())
        throw fileError(file, "header", "there is no LoRA module", "a LoRA adapter");
    for (const auto& [path, pair] : pairs) {
        if (!pair.a || !pair.b)
            throw fileError(file, "module '" + path + "'",
                            pair.a ? "its B (up) is missing" : "its A (down) is missing",
                            "both");
        const LoraModule module{path,         pair.a->shape[0], pair.a->shape[1], pair.b->shape[0],
                                pair.a->type, pair.b->type,     start + pair.a->begin,
                                start + pair.b->begin};
        if (pair.b->shape[1] != module.rank)
            throw fileError(file, "module '" + path + "'",
                            "A is " + shapeText(pair.a->shape) + " and B "
                                + shapeText(pair.b->shape),
                            "B with as many columns as A has rows");
        if (!adapter.m_modules.empty() && adapter.m_modules[0].rank != module.rank)
            throw fileError(file, "module '" + path + "'",
                            "has rank " + std::to_string(module.rank) + ", but '"
                                + adapter.m_modules[0].path + "' has "
                                + std::to_string(adapter.m_modules[0].rank),
                            "one rank in all modules");
        adapter.m_modules.push_back(module);
    }
    const std::vector<float> weights = adapter.weights();
    std::size_t next = 0;
    for (const LoraModule& module : adapter.m_modules) {
        const auto count = std::size_t(module.rank * (module.in + module.out));
        for (std::size_t i = next; i < next + count; ++i) {
            if (!std::isfinite(weights[i]))
                throw fileError(file, "module '" + module.path + "'",
                                "holds a value that is not finite", "finite weights");
        }
        next += count;
    }
    return adapter;
}

std::size_t LoraAdapter::size() const
{
    std::size_t count = 0;
    for (const LoraModule& module : m_modules)
        count += std::size_t(module.rank * (module.in + module.out));
    return count;
}

std::vector<float> LoraAdapter::weights() const
{
    std::vector<float> values;
    values.reserve(size());
    const auto append = [&](std::uint64_t begin, std::int64_t count, const std::string& type) {
        const std::size_t width = widthOf(type);
        for (std::int64_t i = 0; i < count; ++i)
            values.push_back(valueAt(m_bytes.data() + begin + std::size_t(i) * width, type));
    };
    for (const LoraModule& module : m_modules) {
        append(module.beginA, module.rank * module.in, module.typeA);
        append(module.beginB, module.rank * module.out, module.typeB);
    }
    return values;
}

void LoraAdapter::requireSameLayout(const LoraAdapter& other) const
{
    for (std::size_t i = 0; i < std::max(m_modules.size(), other.m_modules.size()); ++i) {
        if (i >= m_modules.size() || i >= other.m_modules.size()
            || m_modules[i].path != other.m_modules[i].path) {
            const bool ours = i < m_modules.size()
                && (i >= other.m_modules.size()
                    || m_modules[i].path < other.m_modules[i].path);
            throw fileError(m_file,
                            "module '" + (ours ? m_modules[i] : other.m_modules[i]).path + "'",
                            std::string("is only in ") + (ours ? "this adapter" : "the other")
                                + ", not in "
                                + (ours ? other.m_file.filename().string() : "this one"),
                            "adapters of the same modules");
        }
        const LoraModule& a = m_modules[i];
        const LoraModule& b = other.m_modules[i];
        if (a.rank != b.rank || a.in != b.in || a.out != b.out)
            throw fileError(m_file, "module '" + a.path + "'",
                            "has rank " + std::to_string(a.rank) + " and maps "
                                + std::to_string(a.in) + " to " + std::to_string(a.out),
                            "rank " + std::to_string(b.rank) + " and " + std::to_string(b.in)
                                + " to " + std::to_string(b.out) + ", as in "
                                + other.m_file.filename().string());
    }
}

std::vector<std::byte> LoraAdapter::withAdded(std::span<const float> difference) const
{
    if (difference.size() != size())
        throw Error("a difference of " + std::to_string(difference.size())
                    + " numbers cannot be added to an adapter of " + std::to_string(size()));
    std::vector<std::byte> bytes = m_bytes;
    std::size_t next = 0;
    for (const LoraModule& module : m_modules) {
        const auto add = [&](std::uint64_t begin, std::int64_t count, const std::string& type) {
            for (std::int64_t i = 0; i < count; ++i) {
                const float step = difference[next++];
                if (step != 0
                    && !addAt(bytes.data() + begin + std::size_t(i) * widthOf(type), type, step))
                    throw fileError(m_file, "module '" + module.path + "'",
                                    "the edit leads beyond what " + type + " can hold",
                                    "a smaller edit");
            }
        };
        add(module.beginA, module.rank * module.in, module.typeA);
        add(module.beginB, module.rank * module.out, module.typeB);
    }
    return bytes;
}

LoraFolder::LoraFolder(const std::filesystem::path& folder)
{
    namespace fs = std::filesystem;
    std::error_code failed;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied,
                                           failed);
    if (failed)
        throw fileError(folder, "", failed.message(), "a folder of LoRA adapters");
    for (; entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
        if (failed)
            throw fileError(folder, "", failed.message(), "a folder of LoRA adapters");
        if (entry->path().extension() == ".safetensors" && entry->is_regular_file(failed))
            m_files.push_back(entry->path());
    }
    std::sort(m_files.begin(), m_files.end());
    if (m_files.size() < 2)
        throw fileError(folder, "",
                        "holds " + std::to_string(m_files.size()) + " .safetensors files",
                        "at least two LoRA adapters");
    for (const fs::path& file : m_files)
        m_names.push_back(withoutEnding(file.lexically_relative(folder).generic_string()));
    m_columns = LoraAdapter::read(m_files[0]).size();
}

void LoraFolder::read(std::size_t first, std::size_t count, float* to) const
{
    const LoraAdapter reference = LoraAdapter::read(m_files[0]);
    for (std::size_t i = 0; i < count; ++i) {
        const LoraAdapter adapter = LoraAdapter::read(m_files[first + i]);
        adapter.requireSameLayout(reference);
        const std::vector<float> weights = adapter.weights();
        std::copy(weights.begin(), weights.end(), to + i * m_columns);
    }
}

void LoraFolder::requireFits(const LoraAdapter& adapter) const
{
    adapter.requireSameLayout(LoraAdapter::read(m_files[0]));
}

LabelTable readLabels(const std::filesystem::path& file)
{
    constexpr std::uintmax_t largest = std::uintmax_t{256} << 20;
    std::istringstream lines(readTextFile(file, largest, "a table of labels (.csv)"));
    LabelTable table;
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        cutEnd(line, "\r");
        if (line.empty())
            continue;
        std::vector<std::string> cells{""};
        for (const char c : line) {
            if (c == ',')
                cells.emplace_back();
            else
                cells.back() += c;
        }
        const std::string place = "line " + std::to_string(number);
        if (table.attributes.empty()) {
            if (cells.size() < 2)
                throw fileError(file, place, "has one column",
                                "the name of an adapter and at least one attribute");
            table.attributes.assign(cells.begin() + 1, cells.end());
            continue;
        }
        if (cells.size() != table.attributes.size() + 1)
            throw fileError(file, place, "has " + std::to_string(cells.size()) + " cells",
                            std::to_string(table.attributes.size() + 1) + ", as the first line");
        std::vector<double> values;
        for (std::size_t i = 1; i < cells.size(); ++i) {
            const std::string& cell = cells[i];
            double value = std::numeric_limits<double>::quiet_NaN();
            const auto [next, code] =
                std::from_chars(cell.data(), cell.data() + cell.size(), value);
            if (!cell.empty()
                && (code != std::errc() || next != cell.data() + cell.size()
                    || !std::isfinite(value)))
                throw fileError(file, place, "'" + cell + "' is no label",
                                "a finite number, or nothing");
            values.push_back(value);
        }
        if (!table.rows.emplace(withoutEnding(cells[0]), std::move(values)).second)
            throw fileError(file, place, "names '" + cells[0] + "' a second time");
    }
    if (table.rows.empty())
        throw fileError(file, "", "holds no label", "a line of names and a line an adapter");
    return table;
}

Direction directionFromLabels(const LabelTable& labels, const std::string& attribute,
                              const std::vector<std::string>& names, const Matrix& coefficients)
{
    const auto column = std::find(labels.attributes.begin(), labels.attributes.end(), attribute);
    if (column == labels.attributes.end()) {
        std::string known;
        for (const std::string& one : labels.attributes)
            known += (known.empty() ? "" : ", ") + one;
        throw Error("there is no attribute '" + attribute + "'; expected one of " + known);
    }
    const auto at = std::size_t(column - labels.attributes.begin());
    Matrix chosen(0, coefficients.columns);
    std::vector<double> values;
    for (std::size_t i = 0; i < names.size() && i < coefficients.rows; ++i) {
        const auto row = labels.rows.find(names[i]);
        if (row == labels.rows.end() || std::isnan(row->second[at]))
            continue;
        const auto z = coefficients.row(i);
        chosen.values.insert(chosen.values.end(), z.begin(), z.end());
        ++chosen.rows;
        values.push_back(row->second[at]);
    }
    if (chosen.rows < 2)
        throw Error(std::to_string(chosen.rows) + " adapters have a label '" + attribute
                    + "'; expected at least two");
    return makeDirection(attribute, leastSquares(chosen, values), coefficients);
}

std::vector<float> editDifference(const WeightSpace& space, std::span<const Edit> edits)
{
    const std::vector<float> still(space.size(), 0.0F);
    const std::vector<float> step = edited(still, edits);
    if (std::all_of(step.begin(), step.end(), [](float v) { return v == 0; }))
        return std::vector<float>(space.weights(), 0.0F);
    WeightSpace around = space;
    std::fill(around.mean.begin(), around.mean.end(), 0.0F);
    return around.unproject(step);
}

namespace {

constexpr const char* namesKey = "adapters";

/// Of the members, as writeSpace() keeps them; numbers where the file has none. The header was
/// checked before.
std::vector<std::string> namesIn(const std::filesystem::path& file, std::size_t members)
{
    std::ifstream stream(file, std::ios::binary);
    std::uint64_t length = 0;
    stream.read(reinterpret_cast<char*>(&length), sizeof length);
    std::string text(length, '\0');
    stream.read(text.data(), std::streamsize(length));
    const nlohmann::json header = nlohmann::json::parse(text, nullptr, false);
    std::vector<std::string> names;
    if (header.is_object() && header.contains("__metadata__")
        && header["__metadata__"].contains(namesKey)) {
        const nlohmann::json list = nlohmann::json::parse(
            header["__metadata__"][namesKey].get<std::string>(), nullptr, false);
        if (!list.is_array() || list.size() != members
            || !std::all_of(list.begin(), list.end(), [](const auto& one) { return one.is_string(); }))
            throw fileError(file, std::string("header, ") + namesKey, "does not name the members",
                            "a list of " + std::to_string(members) + " names");
        return list.get<std::vector<std::string>>();
    }
    for (std::size_t i = 0; i < members; ++i)
        names.push_back(std::to_string(i));
    return names;
}

} // namespace

PublishedSpace readPublishedSpace(const std::filesystem::path& file, std::size_t components)
{
    const FileRows v(file, "V");
    const FileRows coefficients(file, "coefficients");
    const std::size_t k = std::min({components, v.columns(), coefficients.columns()});
    if (k == 0 || coefficients.rows() < 2)
        throw fileError(file, "header", "holds no space", "V with columns and at least two members");
    PublishedSpace published;
    WeightSpace& space = published.space;
    const auto vectorOf = [&](const char* name) {
        const FileRows rows(file, name);
        if (rows.rows() != 1 || rows.columns() != v.rows())
            throw fileError(file, std::string("header, '") + name + "'", "has another shape than V",
                            "1 x " + std::to_string(v.rows()));
        std::vector<float> values(rows.columns());
        rows.read(0, 1, values.data());
        if (!std::all_of(values.begin(), values.end(), [](float x) { return std::isfinite(x); }))
            throw fileError(file, name, "holds a value that is not finite");
        return values;
    };
    space.mean = vectorOf("mean");
    space.deviation = vectorOf("std");
    space.components = Matrix(k, v.rows());
    std::vector<float> row(v.columns());
    for (std::size_t i = 0; i < v.rows(); ++i) {
        v.read(i, 1, row.data());
        for (std::size_t j = 0; j < k; ++j)
            space.components.row(j)[i] = row[j];
    }
    published.coefficients = Matrix(coefficients.rows(), k);
    row.resize(coefficients.columns());
    for (std::size_t i = 0; i < coefficients.rows(); ++i) {
        coefficients.read(i, 1, row.data());
        std::copy_n(row.begin(), k, published.coefficients.row(i).begin());
    }
    const auto finite = [](float x) { return std::isfinite(x); };
    if (!std::all_of(space.components.values.begin(), space.components.values.end(), finite)
        || !std::all_of(published.coefficients.values.begin(),
                        published.coefficients.values.end(), finite))
        throw fileError(file, "", "holds a value that is not finite");
    space.members = coefficients.rows();
    for (std::size_t j = 0; j < k; ++j) {
        double squares = 0;
        for (std::size_t i = 0; i < coefficients.rows(); ++i)
            squares += double(published.coefficients.row(i)[j]) * published.coefficients.row(i)[j];
        space.variances.push_back(squares / double(coefficients.rows() - 1));
    }
    for (const float deviation : space.deviation)
        space.totalVariance += deviation > 0 ? 1 : 0;
    published.names = namesIn(file, coefficients.rows());
    return published;
}

void writeSpace(const PublishedSpace& published, const std::filesystem::path& file)
{
    const WeightSpace& space = published.space;
    const auto d = std::int64_t(space.weights());
    const auto k = std::int64_t(space.size());
    std::vector<float> v(space.weights() * space.size());
    for (std::size_t j = 0; j < space.size(); ++j) {
        for (std::size_t i = 0; i < space.weights(); ++i)
            v[i * space.size() + j] = space.components.row(j)[i];
    }
    StoredFile stored;
    stored.metadata[namesKey] = nlohmann::json(published.names).dump();
    stored.tensors = {storeFloats("mean", {1, d}, space.mean),
                      storeFloats("std", {1, d}, space.deviation), storeFloats("V", {d, k}, v),
                      storeFloats("coefficients", {std::int64_t(published.coefficients.rows), k},
                                  published.coefficients.values)};
    writeSafetensors(file, stored);
}

} // namespace morphospace
