// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/datasets/glyphs.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace morphospace::cli {

namespace {

nlohmann::json toJson(const GlyphReport& report)
{
    nlohmann::json object{{"freetype", report.freetype}, {"font_files", report.fontFiles}};
    for (const GlyphSetReport& set : report.sets)
        object["sets"][set.name] = {{"images", set.images},
                                    {"faces", set.faces},
                                    {"families", set.families},
                                    {"groups", set.groups}};
    object["left_out"] = nlohmann::json::array();
    for (const GlyphLeftOut& face : report.leftOut)
        object["left_out"].push_back(
            {{"font", face.font}, {"package", face.package}, {"reason", face.reason}});
    return object;
}

std::string toText(const GlyphReport& report)
{
    std::string text = std::to_string(report.fontFiles) + " font files, drawn by FreeType "
        + report.freetype + '\n';
    for (const GlyphSetReport& set : report.sets)
        text += set.name + ": " + withThousands(std::int64_t(set.images)) + " images of "
            + std::to_string(set.faces) + " faces, " + std::to_string(set.families)
            + " families in " + std::to_string(set.groups) + " groups\n";
    return text + "left out: " + std::to_string(report.leftOut.size())
        + " faces and files (--json says which and why)";
}

} // namespace

void addGlyphs(CLI::App& app, Common& common)
{
    CLI::App* command =
        app.add_subcommand("glyphs", "draw the Glyphs data set again from the fonts of a machine");
    auto options = std::make_shared<GlyphOptions>();
    command
        ->add_option("--fonts", options->fontFolders,
                     "folders of fonts, searched all the way down (default: /usr/share/fonts)")
        ->check(CLI::ExistingDirectory);
    command
        ->add_option("--sources", options->sources,
                     "list of packages, versions and licences; other packages are left out")
        ->check(CLI::ExistingFile);
    command->add_option("-o,--output", options->output, "folder for the images")->required();
    command->add_option("--seed", options->seed, "which families are held out")
        ->capture_default_str();
    const auto faces = [command](const char* name, int& value, const char* help) {
        command->add_option(name, value, help)->check(CLI::Range(1, 100000))->capture_default_str();
    };
    faces("--train-faces", options->trainFaces, "at most this many faces for training");
    faces("--validation-faces", options->validationFaces, "at most this many for validation");
    faces("--test-faces", options->testFaces, "at most this many for the test");
    command->footer("Examples:\n"
                    "The bundled images, byte for byte where the packages and FreeType are those "
                    "of resources/glyphs/SOURCES.md:\n"
                    "  resources/glyphs/fetch-fonts /tmp/fonts\n"
                    "  morphospace-cli glyphs --fonts /tmp/fonts --sources "
                    "resources/glyphs/sources.tsv -o /tmp/glyphs\n"
                    "From the fonts that are installed:\n"
                    "  morphospace-cli glyphs -o glyphs");
    command->callback([options, &common] {
        if (options->fontFolders.empty())
            options->fontFolders = {"/usr/share/fonts"};
        options->log = [](std::string_view line) { log(std::string(line)); };
        options->stop = common.stop;
        const GlyphReport result = renderGlyphs(*options);
        report(common, toJson(result), toText(result));
    });
}

} // namespace morphospace::cli
