// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include "core/datasets/glyph_raster.h"
#include "core/datasets/typeface_measures.h"
#include "core/datasets/typefaces.h"
#include "core/weightspace/rows.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <span>
#include <string>

namespace morphospace::cli {

inline constexpr std::size_t faceBytes = typefaceLetters * glyphImageBytes;

/// The parts of 'zoo'; each adds its subcommand(s).
void addZooEdit(CLI::App& zoo, Common& common);
void addZooSample(CLI::App& zoo, Common& common);
void addZooInvert(CLI::App& zoo, Common& common);
void addZooScore(CLI::App& zoo, Common& common);
void addZooBench(CLI::App& zoo, Common& common);
void addZooAdapters(CLI::App& zoo, Common& common);

inline nlohmann::json toJson(const TypefaceMeasures& measures)
{
    nlohmann::json object;
    for (std::size_t i = 0; i < measures.size(); ++i)
        object[std::string(typefaceAttributes[i])] = measures[i];
    return object;
}

inline Matrix oneRow(std::span<const float> values)
{
    Matrix matrix(1, values.size());
    std::copy(values.begin(), values.end(), matrix.values.begin());
    return matrix;
}

} // namespace morphospace::cli
