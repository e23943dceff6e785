// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/zoo_command.h"

#include "core/datasets/glyphs.h"
#include "core/diffusion/base_training.h"
#include "core/diffusion/zoo.h"
#include "core/evaluation/threads.h"

#include <chrono>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace morphospace::cli {

namespace {

/// A line on standard error every few seconds.
std::function<void(const LearnerProgress&)> logging()
{
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    auto last = std::make_shared<Clock::time_point>(start);
    auto first = std::make_shared<int>(-1);
    auto mean = std::make_shared<double>(0);
    return [start, last, first, mean](const LearnerProgress& progress) {
        if (*first < 0) {
            *first = progress.step;
            *mean = progress.loss;
        }
        *mean += 0.02 * (progress.loss - *mean);
        const auto now = Clock::now();
        if (progress.step < progress.steps && now - *last < std::chrono::seconds(5))
            return;
        *last = now;
        const double spent = std::chrono::duration<double>(now - start).count();
        const double left = spent / std::max(1, progress.step - *first)
            * (progress.steps - progress.step);
        log("step " + std::to_string(progress.step) + " / " + std::to_string(progress.steps)
            + "  loss " + fixed(*mean, 4) + "  " + fixed(left, 0) + " s left");
    };
}

/// On validation faces, one of every group first.
void calibrate(const std::filesystem::path& zoo, const std::filesystem::path& glyphs,
               std::size_t faces, const std::filesystem::path& judge, const Common& common)
{
    calibrateZoo(zoo, spreadOverGroups(readTypefaces(Split::Validation, glyphs), faces), 200,
                 readLetterReader(judge), [](const std::string& line) { log(line); }, common.stop);
}

void addZooBase(CLI::App& zoo, Common& common)
{
    CLI::App* command =
        zoo.add_subcommand("base", "train the diffusion model that all members share");
    struct Options {
        std::filesystem::path glyphs;
        std::filesystem::path output;
        BaseTraining training;
        bool restart = false;
    };
    auto options = std::make_shared<Options>();
    command->add_option("--glyphs", options->glyphs,
                        "folder written by 'glyphs' (default: the bundled images)");
    command->add_option("--steps", options->training.steps, "training steps")
        ->check(CLI::Range(1, 10000000))
        ->capture_default_str();
    command->add_option("--batch", options->training.batch, "letters a step")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command->add_option("--rate", options->training.rate, "highest learning rate")
        ->check(CLI::Range(1e-9, 10.0))
        ->capture_default_str();
    command->add_option("--hidden", options->training.hidden, "width of the residual blocks")
        ->check(CLI::Range(1, 4096))
        ->capture_default_str();
    command->add_option("--blocks", options->training.blocks, "residual blocks")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    command->add_option("--seed", options->training.seed, "of everything random")
        ->capture_default_str();
    command->add_flag("--restart", options->restart, "forget an interrupted run and begin again");
    command->add_option("-o,--output", options->output, "the base, a .safetensors file")
        ->required();
    command->footer("Example:\n  morphospace-cli zoo base -o base.safetensors");
    command->callback([options, command, &common] {
        setComputeThreads(common.threads);
        requireFolderOf(options->output);
        const std::vector<Typeface> faces = readTypefaces(Split::Train, options->glyphs);
        log(std::to_string(faces.size()) + " faces");
        trainBase(faces, options->training, recordedCommand(*command), options->output,
                  options->restart, logging(), common.stop);
        const std::vector<Typeface> unseen = readTypefaces(Split::Validation, options->glyphs);
        const std::vector<double> errors = denoisingErrors(options->output, unseen, 1);
        std::string text = "mean squared error on " + std::to_string(unseen.size())
            + " validation faces by quarter of the time steps:";
        for (const double error : errors)
            text += ' ' + fixed(error, 4);
        report(common,
               {{"file", options->output.filename().string()},
                {"faces", faces.size()},
                {"validation_faces", unseen.size()},
                {"denoising_errors", errors}},
               text + "\nwrote " + options->output.filename().string());
    });
}

void addZooBuild(CLI::App& zoo, Common& common)
{
    CLI::App* command =
        zoo.add_subcommand("build", "customise the base to many typefaces and find their space");
    struct Options {
        std::filesystem::path base;
        std::vector<std::filesystem::path> fonts;
        std::filesystem::path sources;
        std::filesystem::path glyphs;
        std::filesystem::path output;
        ZooRecipe recipe;
        int calibration = 48;
        bool restart = false;
    };
    auto options = std::make_shared<Options>();
    command->add_option("--base", options->base, "the file that 'zoo base' wrote")
        ->required()
        ->check(CLI::ExistingFile);
    CLI::Option* fonts =
        command
            ->add_option("--fonts", options->fonts,
                         "folders of fonts; their letters are kept in OUTPUT.glyphs")
            ->check(CLI::ExistingDirectory);
    command
        ->add_option("--sources", options->sources,
                     "list of packages, versions and licences; other packages are left out")
        ->check(CLI::ExistingFile)
        ->needs(fonts);
    command
        ->add_option("--glyphs", options->glyphs,
                     "folder written by 'glyphs' (default: the bundled images)")
        ->excludes(fonts);
    command
        ->add_option("--adapter", options->recipe.adapter,
                     "what a member is: shared (its B, with an A that all share), paper (A and B "
                     "from one start), independent (an ablation)")
        ->check(CLI::IsMember({"shared", "paper", "independent"}))
        ->capture_default_str();
    command->add_option("--members", options->recipe.members, "at most so many (0: every face)")
        ->check(CLI::Range(0, 1000000))
        ->capture_default_str();
    command->add_option("--batch", options->recipe.batch, "members trained at once")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    command->add_option("--steps", options->recipe.steps, "training steps of a member")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    CLI::Option* rate =
        command->add_option("--rate", options->recipe.rate,
                            "highest learning rate (default: 0.03 shared, 0.02 others)")
            ->check(CLI::Range(1e-9, 10.0));
    command
        ->add_option("--fit-limit", options->recipe.fitLimit,
                     "members whose letters differ by more (rms, ink 1) are left out")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command->add_option("--components", options->recipe.components, "kept in the file")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command
        ->add_option("--calibration", options->calibration,
                     "validation faces that the sliders are calibrated on (0: none)")
        ->check(CLI::Range(0, 100000))
        ->capture_default_str();
    command->add_option("--seed", options->recipe.seed, "of everything random")
        ->capture_default_str();
    command->add_flag("--restart", options->restart, "forget an interrupted build and begin again");
    command->add_option("-o,--output", options->output, "the .zoo file")->required();
    command->footer("Example:\n  morphospace-cli zoo build --base base.safetensors --fonts "
                    "/usr/share/fonts -o fonts.zoo");
    command->callback([options, command, rate, &common] {
        setComputeThreads(common.threads);
        requireFolderOf(options->output);
        if (rate->count() == 0)
            options->recipe.rate = options->recipe.adapter == "shared" ? 0.03 : 0.02;
        if (!options->fonts.empty()) {
            options->glyphs = options->output;
            options->glyphs += ".glyphs";
            GlyphOptions drawing;
            drawing.fontFolders = options->fonts;
            drawing.sources = options->sources;
            drawing.output = options->glyphs;
            drawing.trainFaces = 100000;
            drawing.log = [](std::string_view line) { log(std::string(line)); };
            drawing.stop = common.stop;
            drawing.needsHeldOut = false;
            const GlyphReport drawn = renderGlyphs(drawing);
            if (options->calibration > 0 && drawn.sets[1].faces == 0) {
                log("note: these fonts leave no face to calibrate the sliders on; they stay in sigma "
                    "of the coefficients. 'zoo calibrate' does it with --glyphs of another folder");
                options->calibration = 0;
            }
        }
        const std::vector<Typeface> faces = readTypefaces(Split::Train, options->glyphs);
        buildZoo(faces, options->base, options->recipe,
                 {{"command", recordedCommand(*command)}}, options->output, options->restart,
                 [](const std::string& line) { log(line); }, common.stop);
        if (options->calibration > 0 && options->recipe.adapter != "independent")
            calibrate(options->output, options->glyphs, std::size_t(options->calibration), {},
                      common);
        const TypefaceZoo made = TypefaceZoo::read(options->output);
        double fit = 0;
        for (const ZooMember& member : made.members())
            fit += member.fit / double(made.members().size());
        report(common,
               {{"file", options->output.filename().string()},
                {"members", made.members().size()},
                {"left_out", made.leftOut().size()},
                {"mean_fit", fit},
                {"components", made.space().size()},
                {"explained", made.space().explained(made.space().size())}},
               std::to_string(made.members().size()) + " members, mean fit " + fixed(fit, 3) + "; "
                   + std::to_string(made.leftOut().size()) + " left out; "
                   + std::to_string(made.space().size()) + " components explain "
                   + fixed(100 * made.space().explained(made.space().size()), 1) + " %\nwrote "
                   + options->output.filename().string());
    });
}

void addZooCalibrate(CLI::App& zoo, Common& common)
{
    CLI::App* command = zoo.add_subcommand(
        "calibrate", "measure again how far each attribute's slider carries, and keep it in the file");
    struct Options {
        std::filesystem::path file;
        std::filesystem::path glyphs;
        std::filesystem::path judge;
        std::size_t faces = 48;
    };
    auto options = std::make_shared<Options>();
    command->add_option("zoo", options->file, "a .zoo file")->required();
    command->add_option("--glyphs", options->glyphs,
                        "folder written by 'glyphs' (default: the bundled images)");
    command->add_option("--judge", options->judge,
                        "manifold that reads letters (default: the bundled glyphs-resnet)");
    command->add_option("--faces", options->faces, "validation faces")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command->footer("Example:\n  morphospace-cli zoo calibrate fonts.zoo --faces 96");
    command->callback([options, &common] {
        setComputeThreads(common.threads);
        calibrate(options->file, options->glyphs, options->faces, options->judge, common);
        const TypefaceZoo made = TypefaceZoo::read(options->file);
        nlohmann::json object{{"file", options->file.filename().string()}};
        std::string text;
        for (const auto& [name, calibration] : made.calibrations()) {
            nlohmann::json& list = object["calibrations"][name];
            list["asked"] = calibration.asked;
            for (const Calibration::Curve& curve : calibration.curves) {
                const auto [least, greatest] = calibration.usefulRange(curve.at);
                list["curves"].push_back({{"distance", curve.at.distance},
                                          {"position", curve.at.position},
                                          {"achieved", curve.achieved},
                                          {"legible", curve.legible},
                                          {"useful", {least, greatest}}});
                text += name + ": at distance " + fixed(curve.at.distance, 1) + ", position "
                    + fixed(curve.at.position, 2) + ": useful from " + fixed(least, 2) + " to "
                    + fixed(greatest, 2) + " sigma\n";
            }
        }
        report(common, object, text);
    });
}

/// A row a package and licence, with how many members and families it gave.
std::string packagesOf(const std::vector<ZooMember>& members, nlohmann::json& object)
{
    struct Row {
        std::size_t members = 0;
        std::set<std::string> families;
    };
    std::map<std::pair<std::string, std::string>, Row> rows;
    for (const ZooMember& member : members) {
        Row& row = rows[{member.package, member.licence}];
        ++row.members;
        row.families.insert(member.family);
    }
    std::string text = "| package | licence | families | members |\n|---|---|---|---|\n";
    for (const auto& [key, row] : rows) {
        text += "| " + key.first + " | " + key.second + " | " + std::to_string(row.families.size())
            + " | " + std::to_string(row.members) + " |\n";
        object["packages"].push_back({{"package", key.first},
                                      {"licence", key.second},
                                      {"families", row.families.size()},
                                      {"members", row.members}});
    }
    return text;
}

void addZooInspect(CLI::App& zoo, Common& common)
{
    CLI::App* command = zoo.add_subcommand("inspect", "say what a .zoo file holds");
    struct Options {
        std::filesystem::path file;
        bool members = false;
        bool packages = false;
    };
    auto options = std::make_shared<Options>();
    command->add_option("zoo", options->file, "a .zoo file")->required();
    command->add_flag("--members", options->members, "list every member");
    command->add_flag("--packages", options->packages,
                      "list where the members' fonts come from, as a Markdown table");
    command->callback([options, &common] {
        const TypefaceZoo made = TypefaceZoo::read(options->file);
        nlohmann::json object{{"file", options->file.filename().string()},
                              {"sha256", made.hash()},
                              {"adapter", made.adapter()},
                              {"members", made.members().size()},
                              {"left_out", made.leftOut().size()},
                              {"weights", made.space().weights()},
                              {"components", made.space().size()},
                              {"recipe", made.metadata().at("recipe")}};
        std::string text = options->file.filename().string() + ": " + made.adapter()
            + " adapters of " + withThousands(std::int64_t(made.space().weights()))
            + " weights, " + std::to_string(made.members().size()) + " members, "
            + std::to_string(made.leftOut().size()) + " left out\nexplained variance:";
        for (const std::size_t k : {1, 10, 50, 100, 200, 400}) {
            if (k > made.space().size())
                break;
            object["explained"][std::to_string(k)] = made.space().explained(k);
            text += "  " + std::to_string(k) + ": " + fixed(made.space().explained(k), 3);
        }
        text += "\ncosines between directions (200 components):\n";
        std::vector<std::vector<float>> axes;
        for (std::size_t i = 0; i < typefaceAttributes.size(); ++i)
            axes.push_back(made.direction(i, 200).axis);
        const Matrix angles = cosines(axes);
        for (std::size_t i = 0; i < axes.size(); ++i) {
            text += std::string(typefaceAttributes[i]) + ':';
            for (std::size_t j = 0; j < axes.size(); ++j) {
                text += ' ' + fixed(angles.row(i)[j], 2);
                object["cosines"][std::string(typefaceAttributes[i])]
                      [std::string(typefaceAttributes[j])] = angles.row(i)[j];
            }
            text += '\n';
        }
        for (std::size_t i = 0; options->members && i < made.members().size(); ++i) {
            const ZooMember& member = made.members()[i];
            object["list"].push_back({{"name", member.name()},
                                      {"package", member.package},
                                      {"licence", member.licence},
                                      {"fit", member.fit},
                                      {"measures", toJson(member.measures)}});
            text += std::to_string(i) + "  " + member.name() + "  (" + member.package + ", "
                + member.licence + ")  fit " + fixed(member.fit, 3) + '\n';
        }
        if (options->packages)
            text += packagesOf(made.members(), object);
        report(common, object, text);
    });
}

} // namespace

void addZoo(CLI::App& app, Common& common)
{
    CLI::App* zoo = app.add_subcommand(
        "zoo", "many customised copies of one diffusion model, and the space of their weights");
    zoo->require_subcommand(1);
    addZooBase(*zoo, common);
    addZooBuild(*zoo, common);
    addZooCalibrate(*zoo, common);
    addZooInspect(*zoo, common);
    addZooEdit(*zoo, common);
    addZooSample(*zoo, common);
    addZooInvert(*zoo, common);
    addZooScore(*zoo, common);
    addZooAdapters(*zoo, common);
    addZooBench(*zoo, common);
    for (CLI::App* command : zoo->get_subcommands({})) {
        command->add_flag("--json", common.json, "one JSON object on standard output");
        command->add_option("--threads", common.threads,
                            "compute threads (default: one less than the cores)")
            ->check(CLI::Range(0, 1024));
        requireSoundNumbers(*command);
    }
}

} // namespace morphospace::cli
