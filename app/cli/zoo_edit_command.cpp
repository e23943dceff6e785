// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/zoo_command.h"

#include "core/base/error.h"
#include "core/base/version.h"
#include "core/datasets/gray_png.h"
#include "core/diffusion/zoo.h"
#include "core/diffusion/zoo_export.h"
#include "core/evaluation/threads.h"

#include <charconv>
#include <cmath>
#include <map>
#include <memory>
#include <optional>

namespace morphospace::cli {

namespace {

std::span<const std::uint8_t> faceOf(const std::vector<std::uint8_t>& drawn, std::size_t face)
{
    return std::span(drawn).subspan(face * faceBytes, faceBytes);
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
    Typeface face{faces[0].family, faces[0].style, {}, {}, faces[0].statedLicence, {},
                  faces[0].labels};
    face.pixels.assign(faces[0].pixels.begin(),
                       faces[0].pixels.begin() + std::ptrdiff_t(faceBytes));
    return face;
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
        command.add_option("--noise", specimen.noise, "deviation of the start noise")
            ->check(CLI::Range(0.0, 1.0))
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

} // namespace

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
        std::filesystem::path adapter;
        std::filesystem::path merged;
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
    command->add_option("--export-adapter", options->adapter,
                        "the edited model as a LoRA adapter of rank 1 (.safetensors)");
    command->add_option("--export-merged", options->merged,
                        "the edited model as a network by itself, which 'zoo build --base' takes");
    command->footer("Example:\n  morphospace-cli zoo edit fonts.zoo --member 'DejaVu Sans Bold' "
                    "--move slant=1.5 -o slanted.png");
    command->callback([options, &common, command] {
        setComputeThreads(common.threads);
        for (const std::filesystem::path& written : {options->adapter, options->merged}) {
            if (!written.empty())
                requireFolderOf(written);
        }
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
            if (!options->raw && calibrated != made.calibrations().end()) {
                const auto [least, greatest] =
                    calibrated->second.usefulRange(standpointOf(z.row(0), direction));
                if (amount < least || amount > greatest)
                    log("note: " + move + " is asked for, but only " + fixed(least, 2) + " to "
                        + fixed(greatest, 2) + " sigma were found to be useful from here; beyond "
                        "that letters may break and less be achieved");
            }
            amounts.push_back(options->raw || calibrated == made.calibrations().end()
                                  ? amount
                                  : calibrated->second.amountFor(
                                        amount, standpointOf(z.row(0), direction)));
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
        const std::map<std::string, std::string> metadata{{"program", programVersion()},
                                                          {"command", recordedCommand(*command)},
                                                          {"zoo_sha256", made.hash()}};
        if (!options->adapter.empty())
            writeZooAdapter(made, moved.row(0), metadata, options->adapter);
        if (!options->merged.empty())
            writeMergedModel(made, moved.row(0), metadata, options->merged);
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

} // namespace morphospace::cli
