// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/error.h"
#include "core/manifold/sample_limits.h"
#include "core/smoothness/orders.h"

#include <nlohmann/json.hpp>

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iostream>

namespace morphospace::cli {

void report(const Common& common, const nlohmann::json& object, const std::string& text)
{
    if (common.json)
        std::cout << object.dump(2) << std::endl;
    else
        std::cout << text << std::endl;
    common.reported = true;
}

void reportFailure(const Common& common, const std::string& message, int code)
{
    log("morphospace-cli: " + message);
    if (!common.json || common.reported)
        return;
    const nlohmann::json object{{"error", message}, {"exit_code", code}};
    // A message may quote a file's name, which need not be UTF-8.
    std::cout << object.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
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
            ->check(fractionOfFullSize());
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
    if (width)
        result = uniformWidths(family, *width, result.depths);
    if (!widths.empty())
        result.widths = widths;
    requireLegal(family, result);
    return result;
}

CLI::Validator fractionOfFullSize()
{
    return {[](std::string& text) -> std::string {
                double value = 0;
                const char* end = text.data() + text.size();
                const auto [next, code] = std::from_chars(text.data(), end, value);
                if (code == std::errc() && next == end && value > 0 && value <= maximumWidthFactor)
                    return {};
                return "'" + text
                    + "' is no fraction of full size; expected a number above 0, at most "
                    + std::to_string(maximumWidthFactor);
            },
            "above 0 to " + std::to_string(maximumWidthFactor)};
}

void requireSoundNumbers(CLI::App& command)
{
    const auto wholeNumber = [](const std::string& text) -> std::string {
        std::uint64_t value = 0;
        const char* end = text.data() + text.size();
        const auto [next, code] = std::from_chars(text.data(), end, value);
        return code == std::errc() && next == end
            ? ""
            : "'" + text + "' is not possible; expected a whole number, 0 or more";
    };
    const auto finite = [](const std::string& text) -> std::string {
        double value = 0;
        const char* end = text.data() + text.size();
        const auto [next, code] = std::from_chars(text.data(), end, value);
        return code == std::errc() && next == end && std::isfinite(value)
            ? ""
            : "'" + text + "' is not possible; expected a finite number";
    };
    for (CLI::Option* option : command.get_options()) {
        const std::string type = option->get_type_name();
        if (type.starts_with("UINT"))
            option->check(wholeNumber);
        else if (type.starts_with("FLOAT"))
            option->check(finite);
    }
}

void addSampleOptions(CLI::App& command, SampleOptions& sample)
{
    command
        .add_option("--average", sample.averaging,
                    "average K samples: one clean, K - 1 at jittered coordinates")
        ->check(CLI::Range(1, mostSamplesAveraged))
        ->capture_default_str();
    command.add_option("--jitter", sample.jitter, "full width of the jitter, in channels")
        ->check(CLI::Range(0.0, maximumJitter))
        ->capture_default_str();
    command.add_option("--seed", sample.seed, "of the jitter")->capture_default_str();
}

void requireFolderOf(const std::filesystem::path& file)
{
    const std::filesystem::path folder =
        file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    std::error_code failed;
    const char* expected = "a file's name in a folder that exists and can be written";
    if (!std::filesystem::is_directory(folder, failed))
        throw fileError(file, "", "its folder does not exist", expected);
    if (std::filesystem::is_directory(file, failed) || !file.has_filename())
        throw fileError(file, "", "this is a folder", expected);
    if (::access(folder.c_str(), W_OK) != 0)
        throw fileError(file, "", "its folder cannot be written", expected);
}

std::string recordedCommand(const CLI::App& command)
{
    const CLI::App* parent = command.get_parent();
    const bool nested = parent && parent->get_parent();
    std::string text =
        "morphospace-cli " + (nested ? parent->get_name() + ' ' : "") + command.get_name();
    for (const CLI::Option* option : command.get_options()) {
        const std::string name = option->get_name();
        if (option->count() == 0 || name == "--threads" || name == "--json" || name == "--restart")
            continue;
        // Paths are recorded by their last part: a file must not carry its maker's folders.
        const bool path = name == "--output" || name == "--references" || name == "--base"
            || name == "--against" || name == "--sources" || name == "files" || name == "zoo"
            || name == "--font" || name == "--export-adapter" || name == "--export-merged";
        const bool folder = name == "--data" || name == "--glyphs" || name == "--fonts";
        for (const std::string& value : option->results()) {
            if (option->nonpositional())
                text += " " + name;
            if (option->get_expected_max() == 0)
                continue;
            const std::string shown = folder ? "DIR"
                : path ? std::filesystem::path(value).filename().string()
                       : value;
            text += shown.find(' ') == std::string::npos ? " " + shown : " '" + shown + "'";
        }
    }
    return text;
}

std::vector<std::string> orderNames()
{
    std::vector<std::string> names;
    for (const OrderKind kind : orderKinds)
        names.emplace_back(nameOf(kind));
    return names;
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
