// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datasets/font_labels.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H

#include <cmath>

namespace morphospace {

namespace {

constexpr int largestWeight = 1000;
constexpr int largestWidth = 9;
constexpr double largestAngle = 90;

template <typename T>
std::optional<T> stated(const nlohmann::json& object, const char* name,
                        bool (nlohmann::json::*is)() const noexcept, const char* expected)
{
    const auto found = object.find(name);
    if (found == object.end())
        return {};
    if (!((*found).*is)())
        throw Error(std::string("a font's label \"") + name + "\" is " + found->dump()
                    + "; expected " + expected);
    return found->get<T>();
}

template <typename T>
void requireWithin(const std::optional<T>& value, const char* name, T least, T most)
{
    if (value && !(*value >= least && *value <= most))
        throw Error(std::string("a font's label \"") + name + "\" is "
                    + nlohmann::json(*value).dump() + "; expected " + nlohmann::json(least).dump()
                    + " to " + nlohmann::json(most).dump());
}

} // namespace

nlohmann::json toJson(const FontLabels& labels)
{
    nlohmann::json object = nlohmann::json::object();
    const auto put = [&object](const char* name, const auto& value) {
        if (value)
            object[name] = *value;
    };
    put("weight", labels.weight);
    put("width", labels.width);
    put("italic", labels.italic);
    put("angle", labels.angle);
    put("serif", labels.serif);
    put("monospace", labels.monospace);
    return object;
}

FontLabels fontLabelsFromJson(const nlohmann::json& object)
{
    if (!object.is_object())
        throw Error("a font's labels are " + object.dump() + "; expected an object");
    using nlohmann::json;
    FontLabels labels;
    labels.weight = stated<int>(object, "weight", &json::is_number_integer, "a whole number");
    labels.width = stated<int>(object, "width", &json::is_number_integer, "a whole number");
    labels.italic = stated<bool>(object, "italic", &json::is_boolean, "true or false");
    labels.angle = stated<double>(object, "angle", &json::is_number, "degrees");
    labels.serif = stated<bool>(object, "serif", &json::is_boolean, "true or false");
    labels.monospace = stated<bool>(object, "monospace", &json::is_boolean, "true or false");
    requireWithin(labels.weight, "weight", 1, largestWeight);
    requireWithin(labels.width, "width", 1, largestWidth);
    requireWithin(labels.angle, "angle", -largestAngle, largestAngle);
    return labels;
}

FontLabels labelsOfFace(void* opened)
{
    const auto face = static_cast<FT_Face>(opened);
    FontLabels labels;
    if (const auto* post = static_cast<TT_Postscript*>(FT_Get_Sfnt_Table(face, FT_SFNT_POST))) {
        labels.monospace = post->isFixedPitch != 0;
        const double angle = double(post->italicAngle) / 65536; // 16.16 fixed point
        if (std::abs(angle) <= largestAngle)
            labels.angle = angle;
    }
    const auto* os2 = static_cast<TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
    if (os2 == nullptr || os2->version == 0xFFFF) {
        // Type 1 and fonts without the table: the style's name is all there is.
        if (face->style_name != nullptr)
            labels.italic = (face->style_flags & FT_STYLE_FLAG_ITALIC) != 0;
        return labels;
    }
    int weight = os2->usWeightClass;
    if (weight >= 1 && weight <= 9)
        weight *= 100; // old fonts count 1 to 9
    if (weight >= 1 && weight <= largestWeight)
        labels.weight = weight;
    if (os2->usWidthClass >= 1 && os2->usWidthClass <= largestWidth)
        labels.width = os2->usWidthClass;
    constexpr unsigned italicBit = 1U << 0U, obliqueBit = 1U << 9U;
    labels.italic = (os2->fsSelection & (italicBit | obliqueBit)) != 0
        || (face->style_flags & FT_STYLE_FLAG_ITALIC) != 0;
    constexpr int latinText = 2, firstSerif = 2, lastSerif = 10, lastSans = 15;
    const int style = os2->panose[1];
    if (os2->panose[0] == latinText && style >= firstSerif && style <= lastSans)
        labels.serif = style <= lastSerif;
    return labels;
}

} // namespace morphospace
