// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/datasets/glyph_raster.h"
#include "core/datasets/glyphs.h"
#include "core/datasets/gray_png.h"
#include "core/datasets/typefaces.h"
#include "core/diffusion/base_training.h"
#include "core/diffusion/score.h"
#include "core/diffusion/zoo.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/threads.h"
#include "core/weightspace/lora_adapter.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <array>
#include <memory>
#include <numeric>
#include <set>

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

constexpr std::size_t faceBytes = typefaceLetters * glyphImageBytes;

std::span<const std::uint8_t> faceOf(const std::vector<std::uint8_t>& drawn, std::size_t face)
{
    return std::span(drawn).subspan(face * faceBytes, faceBytes);
}

nlohmann::json toJson(const TypefaceMeasures& measures)
{
    nlohmann::json object;
    for (std::size_t i = 0; i < measures.size(); ++i)
        object[std::string(typefaceAttributes[i])] = measures[i];
    return object;
}

/// A sheet of faces: two rows of 26 letters each, dark on white.
void writeSheet(const std::filesystem::path& file, const std::vector<std::uint8_t>& drawn)
{
    constexpr std::size_t across = 26;
    const std::size_t rows = drawn.size() / (across * glyphImageBytes);
    const std::size_t width = across * glyphCell;
    std::vector<std::uint8_t> pixels(width * rows * glyphCell, 255);
    for (std::size_t i = 0; i < rows * across; ++i) {
        for (std::size_t y = 0; y < glyphCell; ++y) {
            for (std::size_t x = 0; x < glyphCell; ++x)
                pixels[((i / across) * glyphCell + y) * width + (i % across) * glyphCell + x] =
                    static_cast<std::uint8_t>(
                        255 - drawn[i * glyphImageBytes + y * glyphCell + x]);
        }
    }
    writeGrayPng(file, width, rows * glyphCell, pixels);
}

/// "stroke=2.5": an attribute and an amount in sigma.
std::pair<std::size_t, double> moveFrom(const std::string& text)
{
    const std::size_t equals = text.find('=');
    const auto name = std::find(typefaceAttributes.begin(), typefaceAttributes.end(),
                                text.substr(0, equals));
    double amount = 0;
    const char* end = text.data() + text.size();
    if (equals != std::string::npos && name != typefaceAttributes.end()) {
        const auto [next, code] = std::from_chars(text.data() + equals + 1, end, amount);
        if (code == std::errc() && next == end && std::isfinite(amount))
            return {std::size_t(name - typefaceAttributes.begin()), amount};
    }
    std::string known;
    for (const std::string_view one : typefaceAttributes)
        known.append(known.empty() ? "" : ", ").append(one);
    throw Error("'" + text + "' is no edit; expected one of " + known
                + ", '=' and an amount in sigma, such as stroke=2");
}

std::size_t memberFrom(const TypefaceZoo& zoo, const std::string& text)
{
    if (const std::optional<std::size_t> found = zoo.find(text))
        return *found;
    std::size_t number = 0;
    const char* end = text.data() + text.size();
    const auto [next, code] = std::from_chars(text.data(), end, number);
    if (code == std::errc() && next == end && number < zoo.members().size())
        return number;
    throw Error("there is no member '" + text + "'; expected a name that 'zoo inspect' lists or a "
                "number from 0 to " + std::to_string(zoo.members().size() - 1));
}

std::vector<int> lettersFrom(const std::string& text)
{
    std::vector<int> letters;
    for (const char letter : text) {
        const std::size_t place = glyphCharacters.substr(0, typefaceLetters).find(letter);
        if (place == std::string_view::npos)
            throw Error(std::string("'") + letter + "' is no letter; expected A to Z and a to z");
        if (std::find(letters.begin(), letters.end(), int(place)) == letters.end())
            letters.push_back(int(place));
    }
    return letters;
}

/// The first face of a font file.
Typeface faceFromFont(const std::filesystem::path& file)
{
    const std::vector<GlyphFace> faces = drawFontFile(file);
    if (faces.empty() || !faces[0].problem.empty())
        throw fileError(file, "", faces.empty() ? "holds no face" : faces[0].problem,
                        "a font with the letters A to Z and a to z");
    Typeface face{faces[0].family, faces[0].style, {}, {}, faces[0].statedLicence, {}};
    face.pixels.assign(faces[0].pixels.begin(),
                       faces[0].pixels.begin() + std::ptrdiff_t(faceBytes));
    return face;
}

Matrix oneRow(std::span<const float> values)
{
    Matrix matrix(1, values.size());
    std::copy(values.begin(), values.end(), matrix.values.begin());
    return matrix;
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
        int calibration = 24;
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
            (void)renderGlyphs(drawing);
        }
        const std::vector<Typeface> faces = readTypefaces(Split::Train, options->glyphs);
        buildZoo(faces, options->base, options->recipe,
                 {{"command", recordedCommand(*command)}}, options->output, options->restart,
                 [](const std::string& line) { log(line); }, common.stop);
        if (options->calibration > 0 && options->recipe.adapter != "independent") {
            std::vector<Typeface> unseen = readTypefaces(Split::Validation, options->glyphs);
            unseen.resize(std::min(unseen.size(), std::size_t(options->calibration)));
            calibrateZoo(options->output, unseen, 200, [](const std::string& line) { log(line); },
                         common.stop);
        }
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

void addZooInspect(CLI::App& zoo, Common& common)
{
    CLI::App* command = zoo.add_subcommand("inspect", "say what a .zoo file holds");
    struct Options {
        std::filesystem::path file;
        bool members = false;
    };
    auto options = std::make_shared<Options>();
    command->add_option("zoo", options->file, "a .zoo file")->required();
    command->add_flag("--members", options->members, "list every member");
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
        report(common, object, text);
    });
}

/// What --steps, --seed and --output share.
struct DrawingOptions {
    std::filesystem::path file;
    std::filesystem::path output;
    SpecimenOptions specimen;
    std::size_t components = 200;

    void add(CLI::App& command)
    {
        command.add_option("zoo", file, "a .zoo file")->required();
        command.add_option("--steps", specimen.steps, "of DDIM")
            ->check(CLI::Range(1, 1000))
            ->capture_default_str();
        command.add_option("--components", components, "principal components that are used")
            ->check(CLI::Range(1, 100000))
            ->capture_default_str();
        command.add_option("--seed", specimen.seed, "of everything random")
            ->capture_default_str();
        command.add_option("-o,--output", output, "a picture of the letters (.png)");
    }
    void write(const std::vector<std::uint8_t>& drawn) const
    {
        if (!output.empty())
            writeSheet(output, drawn);
    }
};

void addZooEdit(CLI::App& zoo, Common& common)
{
    CLI::App* command = zoo.add_subcommand(
        "edit", "move a member, or a font of your own, along directions with a meaning");
    struct Options : DrawingOptions {
        std::string member;
        std::filesystem::path font;
        std::vector<std::string> moves;
        std::vector<std::string> independent;
        bool raw = false;
    };
    auto options = std::make_shared<Options>();
    options->add(*command);
    CLI::Option* member =
        command->add_option("--member", options->member, "a member's name or number");
    command->add_option("--font", options->font, "a font file: it is customised first")
        ->check(CLI::ExistingFile)
        ->excludes(member);
    command->add_option("--move", options->moves,
                        "attribute=amount in sigma of the members, such as stroke=2")
        ->required();
    command->add_option("--debias", options->independent,
                        "attributes whose directions the moves are made orthogonal to");
    command->add_option("--from", options->specimen.from,
                        "delayed injection: the edit acts below this time step")
        ->check(CLI::Range(0, 1000))
        ->capture_default_str();
    command->add_flag("--raw", options->raw,
                      "amounts are sigma along the direction, not of the measured attribute");
    command->footer("Example:\n  morphospace-cli zoo edit fonts.zoo --member 'DejaVu Sans Bold' "
                    "--move slant=1.5 -o slanted.png");
    command->callback([options, &common] {
        setComputeThreads(common.threads);
        const TypefaceZoo made = TypefaceZoo::read(options->file);
        Matrix z;
        if (!options->font.empty())
            z = made.space().project(MatrixRows(
                made.customise({faceFromFont(options->font)}, options->specimen.seed, {},
                               common.stop)));
        else if (!options->member.empty())
            z = oneRow(made.coefficients().row(memberFrom(made, options->member)));
        else
            throw Error("nothing is named to edit; expected --member or --font");
        std::vector<std::vector<float>> nuisances;
        for (const std::string& name : options->independent)
            nuisances.push_back(made.direction(moveFrom(name + "=0").first, options->components).axis);
        std::vector<Direction> directions;
        std::vector<double> amounts;
        for (const std::string& move : options->moves) {
            const auto [attribute, amount] = moveFrom(move);
            Direction direction = made.direction(attribute, options->components);
            if (!nuisances.empty())
                direction = makeDirection(direction.name, debiased(direction.axis, nuisances),
                                          made.coefficients());
            const auto calibrated = made.calibrations().find(direction.name);
            amounts.push_back(options->raw || calibrated == made.calibrations().end()
                                  ? amount
                                  : calibrated->second.amountFor(amount));
            directions.push_back(std::move(direction));
        }
        std::vector<Edit> edits;
        for (std::size_t i = 0; i < directions.size(); ++i)
            edits.push_back({&directions[i], amounts[i]});
        const Matrix moved = oneRow(edited(z.row(0), edits));
        SpecimenOptions still = options->specimen;
        still.from = 1000;
        std::vector<std::uint8_t> drawn = made.draw(z, still);
        const std::vector<std::uint8_t> after = made.draw(moved, options->specimen, z);
        const TypefaceMeasures before = measureTypeface(drawn);
        const TypefaceMeasures now = measureTypeface(after);
        nlohmann::json object{{"letters_changed_by", letterDifference(drawn, after)}};
        std::string text = "attribute: change in sigma of the members\n";
        for (std::size_t i = 0; i < now.size(); ++i) {
            const double change = (now[i] - before[i]) / made.attributeLaw(i).second;
            object["change_in_sigma"][std::string(typefaceAttributes[i])] = change;
            text += std::string(typefaceAttributes[i]) + ": " + fixed(change, 2) + '\n';
        }
        for (std::size_t i = 0; i < directions.size(); ++i)
            object["pushed_by"][directions[i].name] = amounts[i];
        drawn.insert(drawn.end(), after.begin(), after.end());
        options->write(drawn);
        report(common, object, text);
    });
}

void addZooSample(CLI::App& zoo, Common& common)
{
    CLI::App* command = zoo.add_subcommand("sample", "draw new members from the space");
    struct Options : DrawingOptions {
        std::size_t count = 14;
        std::string kind = "independent";
        double spread = 0.7;
    };
    auto options = std::make_shared<Options>();
    options->components = 100;
    options->add(*command);
    command->add_option("--count", options->count, "of new members")
        ->check(CLI::Range(1, 500))
        ->capture_default_str();
    command->add_option("--kind", options->kind, "how coefficients are drawn")
        ->check(CLI::IsMember({"independent", "covariance", "bounded"}))
        ->capture_default_str();
    command->add_option("--spread", options->spread, "factor on the standard deviations")
        ->check(CLI::Range(0.0, 10.0))
        ->capture_default_str();
    command->callback([options, &common] {
        setComputeThreads(common.threads);
        const TypefaceZoo made = TypefaceZoo::read(options->file);
        const Matrix z = sampleMembers(made.coefficients(), options->count,
                                       {samplingKindFrom(options->kind), options->components,
                                        options->spread, options->specimen.seed});
        const std::vector<std::uint8_t> drawn = made.draw(z, options->specimen);
        options->write(drawn);
        nlohmann::json object;
        std::string text;
        for (std::size_t i = 0; i < z.rows; ++i) {
            const Novelty found = novelty(made.coefficients(), z.row(i));
            object["samples"].push_back({{"nearest_member", made.members()[found.nearest].name()},
                                         {"cosine", found.cosine},
                                         {"distance", found.distance},
                                         {"measures", toJson(measureTypeface(faceOf(drawn, i)))}});
            text += std::to_string(i) + ": nearest " + made.members()[found.nearest].name()
                + ", cosine " + fixed(found.cosine, 3) + '\n';
        }
        report(common, object, text);
    });
}

void addZooInvert(CLI::App& zoo, Common& common)
{
    CLI::App* command =
        zoo.add_subcommand("invert", "find the model in the space that draws a few given letters");
    struct Options : DrawingOptions {
        std::filesystem::path font;
        std::string letters = "Rag";
        InversionOptions inversion;
    };
    auto options = std::make_shared<Options>();
    options->add(*command);
    command->add_option("--font", options->font, "a font file that the letters are drawn from")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("--letters", options->letters, "those that may be looked at")
        ->capture_default_str();
    command->add_option("--prior", options->inversion.prior, "weight of staying near the mean")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command->footer("Example:\n  morphospace-cli zoo invert fonts.zoo --font my.ttf --letters Rag "
                    "-o mine.png");
    command->callback([options, &common] {
        setComputeThreads(common.threads);
        const TypefaceZoo made = TypefaceZoo::read(options->file);
        const Typeface face = faceFromFont(options->font);
        const std::vector<int> letters = lettersFrom(options->letters);
        options->inversion.components = options->components;
        options->inversion.seed = options->specimen.seed;
        const Matrix z = made.invert({face}, letters, options->inversion, common.stop);
        const std::vector<std::uint8_t> drawn = made.draw(z, options->specimen);
        std::vector<std::uint8_t> sheet = face.pixels;
        sheet.insert(sheet.end(), drawn.begin(), drawn.end());
        options->write(sheet);
        std::vector<std::uint8_t> unseen, truth;
        for (std::size_t i = 0; i < typefaceLetters; ++i) {
            if (std::find(letters.begin(), letters.end(), int(i)) != letters.end())
                continue;
            const auto from = std::ptrdiff_t(i * glyphImageBytes);
            const auto to = from + std::ptrdiff_t(glyphImageBytes);
            unseen.insert(unseen.end(), drawn.begin() + from, drawn.begin() + to);
            truth.insert(truth.end(), face.pixels.begin() + from, face.pixels.begin() + to);
        }
        nlohmann::json object{{"face", face.name()},
                              {"letters", options->letters},
                              {"rms_of_all_letters", letterDifference(drawn, face.pixels)},
                              {"coefficients", z.values}};
        std::string text = face.name() + " from " + options->letters + ": rms of all letters "
            + fixed(letterDifference(drawn, face.pixels), 3);
        if (!unseen.empty()) {
            object["rms_of_unseen_letters"] = letterDifference(unseen, truth);
            text += ", of those not looked at " + fixed(letterDifference(unseen, truth), 3);
        }
        report(common, object, text);
    });
}

/// A classifier of Glyphs at full size; of its classes only letters count.
LetterReader readerFrom(const std::filesystem::path& file)
{
    const std::shared_ptr<Manifold> manifold = readManifold(file);
    const Family& family = manifold->family();
    if (family.imageSize != glyphCell || family.imageChannels != 1
        || family.classes != int(glyphClasses))
        throw fileError(file, "", "does not classify the characters of Glyphs",
                        "a manifold trained on Glyphs");
    auto runner = std::make_shared<NetworkRunner>(sampleNetwork(*manifold, family.full, {}),
                                                  manifold->scaling());
    return [runner](const std::vector<std::uint8_t>& pictures) {
        ImageSet images;
        images.height = glyphCell;
        images.width = glyphCell;
        images.pixels = pictures;
        images.labels.assign(pictures.size() / glyphImageBytes, 0);
        images.classNames.assign(glyphClasses, "");
        std::vector<int> read;
        constexpr std::size_t atOnce = 512;
        for (std::size_t first = 0; first < images.size(); first += atOnce) {
            std::vector<std::size_t> which(std::min(atOnce, images.size() - first));
            std::iota(which.begin(), which.end(), first);
            const std::vector<float> logits = runner->logits(images, which);
            for (std::size_t i = 0; i < which.size(); ++i) {
                const auto row = logits.begin() + std::ptrdiff_t(i * glyphClasses);
                read.push_back(int(
                    std::max_element(row, row + std::ptrdiff_t(typefaceLetters)) - row));
            }
        }
        return read;
    };
}

void addZooScore(CLI::App& zoo, Common& common)
{
    CLI::App* command = zoo.add_subcommand(
        "score", "judge a zoo on faces of families that it never saw");
    struct Options {
        std::filesystem::path file;
        std::filesystem::path glyphs;
        std::filesystem::path judge;
        std::size_t faces = 0;
        std::size_t seeds = 3;
        ScoreOptions score;
    };
    auto options = std::make_shared<Options>();
    command->add_option("zoo", options->file, "a .zoo file")->required();
    command->add_option("--glyphs", options->glyphs,
                        "folder that the zoo was built from (default: the bundled images)");
    command->add_option("--judge", options->judge,
                        "manifold that reads letters (default: the bundled glyphs-resnet)");
    command->add_option("--faces", options->faces, "unseen faces, one of every group first (0: all)")
        ->check(CLI::Range(0, 100000))
        ->capture_default_str();
    command->add_option("--seeds", options->seeds, "runs with another seed each")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    command->add_option("--components", options->score.components, "of directions")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command->add_option("--wanted", options->score.wanted,
                        "edits ask for this change of their attribute, in sigma of the members")
        ->check(CLI::Range(0.01, 10.0))
        ->capture_default_str();
    command->add_option("--samples", options->score.samples, "drawn for each seed and kind")
        ->check(CLI::Range(1, 10000))
        ->capture_default_str();
    command->add_option("--spread", options->score.spread, "of samples")
        ->check(CLI::Range(0.0, 10.0))
        ->capture_default_str();
    command->add_option("--steps", options->score.steps, "of DDIM")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->footer("Example:\n  morphospace-cli zoo score fonts.zoo --json");
    command->callback([options, &common] {
        setComputeThreads(common.threads);
        if (options->judge.empty())
            options->judge = resourceFolder() / "manifolds" / "glyphs-resnet.manifold";
        const TypefaceZoo made = TypefaceZoo::read(options->file);
        std::set<std::string> names;
        for (const ZooMember& member : made.members())
            names.insert(member.name() + '\n' + member.package);
        std::vector<Typeface> memberFaces;
        for (Typeface& face : readTypefaces(Split::Train, options->glyphs)) {
            if (names.contains(face.name() + '\n' + face.package))
                memberFaces.push_back(std::move(face));
        }
        std::vector<Typeface> unseen = readTypefaces(Split::Test, options->glyphs);
        std::map<std::string, int> seen;
        std::vector<int> turn;
        for (const Typeface& face : unseen)
            turn.push_back(seen[face.group]++);
        std::vector<std::size_t> order(unseen.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&turn](std::size_t a, std::size_t b) { return turn[a] < turn[b]; });
        if (options->faces > 0)
            order.resize(std::min(order.size(), options->faces));
        std::vector<Typeface> chosen;
        for (const std::size_t i : order)
            chosen.push_back(unseen[i]);
        options->score.seeds.clear();
        for (std::size_t seed = 1; seed <= options->seeds; ++seed)
            options->score.seeds.push_back(seed);
        options->score.log = [](const std::string& line) { log(line); };
        options->score.stop = common.stop;
        nlohmann::json object = scoreZoo(made, memberFaces, chosen, readerFrom(options->judge),
                                         options->score);
        object["zoo_sha256"] = made.hash();
        object["members"] = made.members().size();
        object["unseen_faces"] = chosen.size();
        std::set<std::string> groups;
        for (const Typeface& face : chosen)
            groups.insert(face.group);
        object["unseen_groups"] = groups.size();
        std::string text = std::to_string(chosen.size()) + " faces of "
            + std::to_string(groups.size()) + " groups, " + std::to_string(options->seeds)
            + " seeds; legibility of the faces themselves "
            + fixed(object["legibility_of_unseen_faces"], 3) + '\n';
        for (const auto& [name, values] : object.items()) {
            if (!values.is_object())
                continue;
            text += name + ':';
            for (const auto& [what, value] : values.items())
                text += "  " + what + ' ' + fixed(value.at("mean"), 3) + " +- "
                    + fixed(value.at("deviation"), 3);
            text += '\n';
        }
        report(common, object, text);
    });
}

void addZooAdapters(CLI::App& zoo, Common& common)
{
    CLI::App* command = zoo.add_subcommand(
        "adapters", "the space of a folder of LoRA adapters of any network, and edits in it");
    struct Options {
        std::filesystem::path folder;
        std::filesystem::path labels;
        std::filesystem::path adapter;
        std::filesystem::path output;
        std::vector<std::string> moves;
        std::vector<std::string> independent;
        std::size_t components = 100;
        bool stream = false;
    };
    auto options = std::make_shared<Options>();
    command->add_option("folder", options->folder, "adapters of PEFT or diffusers (.safetensors)")
        ->required();
    command->add_option("--components", options->components, "principal components")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command->add_flag("--stream", options->stream, "for more adapters than the memory holds");
    CLI::Option* labels = command->add_option(
        "--labels", options->labels, "table (.csv): name of an adapter, then a number an attribute");
    CLI::Option* adapter =
        command->add_option("--adapter", options->adapter, "the adapter that is edited");
    command->add_option("--move", options->moves, "attribute=amount in sigma of the adapters")
        ->needs(labels)
        ->needs(adapter);
    command->add_option("--debias", options->independent,
                        "attributes whose directions the moves are made orthogonal to");
    command->add_option("-o,--output", options->output, "the edited adapter")->needs(adapter);
    command->footer("Example:\n  morphospace-cli zoo adapters adapters/ --labels labels.csv "
                    "--adapter adapters/12.safetensors --move smile=2 -o smiling.safetensors");
    command->callback([options, &common] {
        setComputeThreads(common.threads);
        const LoraFolder rows(options->folder);
        StreamedPca streamed;
        streamed.components = options->components;
        streamed.stop = common.stop;
        streamed.progress = [](int pass, double explained) {
            log("pass " + std::to_string(pass) + ": explained " + fixed(explained, 4));
        };
        const WeightSpace space = options->stream
            ? streamedPrincipalComponents(rows, streamed)
            : principalComponents(rows, options->components);
        nlohmann::json object{{"adapters", rows.rows()},
                              {"weights", rows.columns()},
                              {"components", space.size()},
                              {"explained", space.explained(space.size())}};
        std::string text = std::to_string(rows.rows()) + " adapters of "
            + withThousands(std::int64_t(rows.columns())) + " numbers; "
            + std::to_string(space.size()) + " components explain "
            + fixed(100 * space.explained(space.size()), 1) + " %";
        if (!options->output.empty()) {
            requireFolderOf(options->output);
            const LoraAdapter edited = LoraAdapter::read(options->adapter);
            rows.requireFits(edited);
            std::vector<Direction> directions;
            std::vector<double> amounts;
            if (!options->moves.empty()) {
                const LabelTable table = readLabels(options->labels);
                const Matrix z = space.project(rows);
                std::vector<std::vector<float>> nuisances;
                for (const std::string& name : options->independent)
                    nuisances.push_back(directionFromLabels(table, name, rows.names(), z).axis);
                for (const std::string& move : options->moves) {
                    const std::size_t equals = move.rfind('=');
                    double amount = 0;
                    const char* end = move.data() + move.size();
                    const auto [next, code] = equals == std::string::npos
                        ? std::from_chars_result{end, std::errc::invalid_argument}
                        : std::from_chars(move.data() + equals + 1, end, amount);
                    if (code != std::errc() || next != end || !std::isfinite(amount))
                        throw Error("'" + move + "' is no edit; expected an attribute, '=' and an "
                                    "amount in sigma, such as smile=2");
                    Direction direction =
                        directionFromLabels(table, move.substr(0, equals), rows.names(), z);
                    if (!nuisances.empty())
                        direction = makeDirection(direction.name,
                                                  debiased(direction.axis, nuisances), z);
                    directions.push_back(std::move(direction));
                    amounts.push_back(amount);
                }
            }
            std::vector<Edit> edits;
            for (std::size_t i = 0; i < directions.size(); ++i)
                edits.push_back({&directions[i], amounts[i]});
            const std::vector<std::byte> bytes = edited.withAdded(editDifference(space, edits));
            const std::array parts{std::span<const std::byte>(bytes)};
            writeFileAtomically(options->output, parts);
            object["file"] = options->output.filename().string();
            text += "\nwrote " + options->output.filename().string();
        }
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
    addZooInspect(*zoo, common);
    addZooEdit(*zoo, common);
    addZooSample(*zoo, common);
    addZooInvert(*zoo, common);
    addZooScore(*zoo, common);
    addZooAdapters(*zoo, common);
    for (CLI::App* command : zoo->get_subcommands({})) {
        command->add_flag("--json", common.json, "one JSON object on standard output");
        command->add_option("--threads", common.threads,
                            "compute threads (default: one less than the cores)")
            ->check(CLI::Range(0, 1024));
        requireSoundNumbers(*command);
    }
}

} // namespace morphospace::cli
