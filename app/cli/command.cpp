// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <iostream>

namespace morphospace::cli {

void report(const Common& common, const nlohmann::json& object, const std::string& text)
{
    if (common.json)
        std::cout << object.dump(2) << std::endl;
    else
        std::cout << text << std::endl;
}

void log(const std::string& line)
{
    std::cerr << line << std::endl;
}

std::string fixed(double value, int digits)
{
    char buffer[64];
    const auto [end, code] =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, digits);
    return code == std::errc() ? std::string(buffer, end) : "?";
}

std::string withThousands(std::int64_t value)
{
    std::string digits = std::to_string(value < 0 ? -value : value);
    for (std::size_t i = digits.size(); i > 3; i -= 3)
        digits.insert(i - 3, ",");
    return (value < 0 ? "-" : "") + digits;
}

void SizeOptions::add(CLI::App& command)
{
    CLI::Option* fraction =
        command
            .add_option("--width", width,
                        "all stages at this fraction of full width (rounded half up, at least 1)")
            ->check(CLI::Range(0.0, double(maximumWidthFactor)));
    command.add_option("--widths", widths, "channels of each stage, such as 16,32,64")
        ->delimiter(',')
        ->excludes(fraction);
    command.add_option("--depths", depths, "blocks of each stage, such as 3,3,3")->delimiter(',');
}

Configuration SizeOptions::configuration(const Family& family) const
{
    Configuration result = family.full;
    if (!depths.empty())
        result.depths = depths;
    if (width > 0)
        result = uniformWidths(family, width, result.depths);
    if (!widths.empty())
        result.widths = widths;
    requireLegal(family, result);
    return result;
}

Configuration parseSize(const std::string& text, const Family& family)
{
    const auto numbers = [&text](std::string_view part) {
        std::vector<int> values;
        const char* at = part.data();
        const char* end = at + part.size();
        while (at < end) {
            int value = 0;
            const auto [next, code] = std::from_chars(at, end, value);
            if (code != std::errc() || (next < end && *next != ','))
                throw Error("size '" + text + "': expected numbers such as 16,32,64:3,3,3");
            values.push_back(value);
            at = next < end ? next + 1 : next;
        }
        return values;
    };
    const std::string_view all = text;
    const std::size_t colon = all.find(':');
    Configuration result = family.full;
    result.widths = numbers(all.substr(0, colon));
    if (colon != std::string_view::npos)
        result.depths = numbers(all.substr(colon + 1));
    requireLegal(family, result);
    return result;
}

} // namespace morphospace::cli
