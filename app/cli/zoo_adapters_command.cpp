// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/zoo_command.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/evaluation/threads.h"
#include "core/weightspace/lora_adapter.h"

#include <array>
#include <charconv>
#include <cmath>
#include <memory>
#include <numeric>
#include <optional>
#include <set>

namespace morphospace::cli {

namespace {

constexpr std::size_t listed = 20;     // adapters in the text; --json has all
constexpr std::size_t shownOfEach = 4; // of their coefficients

struct Move {
    std::string attribute;
    double amount = 0;
};

/// "smile=2".
Move moveFrom(const std::string& text)
{
    const std::size_t equals = text.rfind('=');
    Move move{text.substr(0, equals), 0};
    const char* end = text.data() + text.size();
    const auto [next, code] = equals == std::string::npos
        ? std::from_chars_result{end, std::errc::invalid_argument}
        : std::from_chars(text.data() + equals + 1, end, move.amount);
    if (code != std::errc() || next != end || !std::isfinite(move.amount))
        throw Error("'" + text + "' is no edit; expected an attribute, '=' and an amount in sigma, "
                    "such as smile=2");
    return move;
}

double lengthOf(std::span<const float> z)
{
    return std::sqrt(std::inner_product(z.begin(), z.end(), z.begin(), 0.0));
}

/// How well labels are told from coefficients that the direction was not learned on: each fifth of
/// the labelled members by the direction of the others.
struct HeldOut {
    std::size_t labelled = 0;
    double correlation = 0;
    std::optional<double> area; ///< under the ROC curve, where labels have two values
};

std::optional<HeldOut> heldOut(const LabelTable& table, const std::string& attribute,
                               const PublishedSpace& members)
{
    const auto column = std::size_t(
        std::find(table.attributes.begin(), table.attributes.end(), attribute)
        - table.attributes.begin());
    std::vector<std::size_t> rows;
    std::vector<double> labels;
    for (std::size_t i = 0; i < members.names.size(); ++i) {
        const auto row = table.rows.find(members.names[i]);
        if (row != table.rows.end() && !std::isnan(row->second[column])) {
            rows.push_back(i);
            labels.push_back(row->second[column]);
        }
    }
    constexpr std::size_t folds = 5;
    if (rows.size() < 2 * folds)
        return {};
    std::vector<double> told(rows.size());
    for (std::size_t fold = 0; fold < folds; ++fold) {
        Matrix z(0, members.coefficients.columns);
        std::vector<double> known;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i % folds == fold)
                continue;
            const auto row = members.coefficients.row(rows[i]);
            z.values.insert(z.values.end(), row.begin(), row.end());
            ++z.rows;
            known.push_back(labels[i]);
        }
        const std::vector<float> normal = leastSquares(z, known);
        const std::vector<double> at = positions(z, normal);
        const double middle = std::accumulate(at.begin(), at.end(), 0.0) / double(at.size());
        const double mean = std::accumulate(known.begin(), known.end(), 0.0) / double(known.size());
        for (std::size_t i = fold; i < rows.size(); i += folds) {
            const auto row = members.coefficients.row(rows[i]);
            told[i] = mean - middle
                + std::inner_product(row.begin(), row.end(), normal.begin(), 0.0);
        }
    }
    HeldOut result{rows.size(), correlation(told, labels), {}};
    const std::set<double> values(labels.begin(), labels.end());
    if (values.size() == 2) {
        std::vector<bool> positive;
        for (const double label : labels)
            positive.push_back(label == *values.rbegin());
        result.area = areaUnderCurve(told, positive);
    }
    return result;
}

std::string firstOf(std::span<const float> z)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(shownOfEach, z.size()); ++i)
        text += ' ' + fixed(z[i], 2);
    return text + (z.size() > shownOfEach ? " ..." : "");
}

struct AdapterOptions {
    std::filesystem::path source;
    std::filesystem::path labels;
    std::filesystem::path adapter;
    std::filesystem::path output;
    std::filesystem::path space;
    std::vector<std::string> moves;
    std::vector<std::string> independent;
    std::size_t components = 100;
    bool stream = false;
};

PublishedSpace spaceOf(const AdapterOptions& options, const LoraFolder* rows, const Common& common)
{
    if (rows == nullptr)
        return readPublishedSpace(options.source, options.components);
    StreamedPca streamed;
    streamed.components = options.components;
    streamed.stop = common.stop;
    streamed.progress = [](int pass, double explained) {
        log("pass " + std::to_string(pass) + ": explained " + fixed(explained, 4));
    };
    PublishedSpace made;
    made.space = options.stream ? streamedPrincipalComponents(*rows, streamed)
                                : principalComponents(*rows, options.components);
    made.coefficients = made.space.project(*rows);
    made.names = rows->names();
    return made;
}

void tellMembers(const PublishedSpace& members, nlohmann::json& object, std::string& text)
{
    const WeightSpace& space = members.space;
    object = {{"adapters", members.coefficients.rows},
              {"weights", space.weights()},
              {"components", space.size()},
              {"explained", space.explained(space.size())}};
    text = std::to_string(members.coefficients.rows) + " adapters of "
        + withThousands(std::int64_t(space.weights())) + " numbers; " + std::to_string(space.size())
        + " components explain " + fixed(100 * space.explained(space.size()), 1) + " %";
    for (std::size_t k = 1; k <= space.size(); ++k)
        object["explained_by"].push_back(space.explained(k));
    text += "\nadapter: length of its coefficients; the first of them\n";
    for (std::size_t i = 0; i < members.coefficients.rows; ++i) {
        const auto z = members.coefficients.row(i);
        object["members"].push_back(
            {{"name", members.names[i]},
             {"length", lengthOf(z)},
             {"coefficients", std::vector<float>(z.begin(), z.end())}});
        if (i < listed)
            text += members.names[i] + ": " + fixed(lengthOf(z), 2) + ';' + firstOf(z) + '\n';
    }
    if (members.coefficients.rows > listed)
        text += "... and " + std::to_string(members.coefficients.rows - listed)
            + " more (--json lists all)\n";
}

void tellDirections(const LabelTable& table, const PublishedSpace& members, nlohmann::json& object,
                    std::string& text)
{
    for (const std::string& attribute : table.attributes) {
        const Direction direction =
            directionFromLabels(table, attribute, members.names, members.coefficients);
        nlohmann::json& told = object["directions"][attribute];
        told = {{"sigma", direction.sigma},
                {"least", direction.least},
                {"greatest", direction.greatest},
                {"axis", direction.axis}};
        text += "direction " + attribute + ": sigma " + fixed(direction.sigma, 3) + ", adapters from "
            + fixed(direction.least, 1) + " to " + fixed(direction.greatest, 1) + " sigma";
        if (const auto judged = heldOut(table, attribute, members)) {
            told["labelled"] = judged->labelled;
            told["held_out_correlation"] = judged->correlation;
            text += "; of " + std::to_string(judged->labelled)
                + " labels, each fifth told by the others: correlation "
                + fixed(judged->correlation, 2);
            if (judged->area) {
                told["held_out_area"] = *judged->area;
                text += ", area under the curve " + fixed(*judged->area, 2);
            }
        } else {
            text += "; too few labels to hold some out";
        }
        text += '\n';
    }
}

std::vector<float> differenceOf(const std::vector<Move>& moves, const AdapterOptions& options,
                                const LabelTable& table, const PublishedSpace& members)
{
    std::vector<std::vector<float>> nuisances;
    for (const std::string& name : options.independent)
        nuisances.push_back(
            directionFromLabels(table, name, members.names, members.coefficients).axis);
    std::vector<Direction> directions;
    for (const Move& move : moves) {
        Direction direction =
            directionFromLabels(table, move.attribute, members.names, members.coefficients);
        if (!nuisances.empty())
            direction = makeDirection(direction.name, debiased(direction.axis, nuisances),
                                      members.coefficients);
        directions.push_back(std::move(direction));
    }
    std::vector<Edit> edits;
    for (std::size_t i = 0; i < directions.size(); ++i)
        edits.push_back({&directions[i], moves[i].amount});
    return editDifference(members.space, edits);
}

void requireAttribute(const LabelTable& table, const std::string& name)
{
    if (std::find(table.attributes.begin(), table.attributes.end(), name) != table.attributes.end())
        return;
    std::string known;
    for (const std::string& one : table.attributes)
        known += (known.empty() ? "" : ", ") + one;
    throw Error("there is no attribute '" + name + "'; expected one of " + known);
}

void runAdapters(const AdapterOptions& options, const Common& common)
{
    setComputeThreads(common.threads);
    for (const std::filesystem::path& written : {options.output, options.space}) {
        if (!written.empty())
            requireFolderOf(written);
    }
    // What was typed is checked before anything is computed.
    std::vector<Move> moves;
    for (const std::string& text : options.moves)
        moves.push_back(moveFrom(text));
    LabelTable table;
    if (!options.labels.empty())
        table = readLabels(options.labels);
    for (const Move& move : moves)
        requireAttribute(table, move.attribute);
    for (const std::string& name : options.independent)
        requireAttribute(table, name);

    std::unique_ptr<LoraFolder> rows;
    if (!std::filesystem::is_regular_file(options.source))
        rows = std::make_unique<LoraFolder>(options.source);
    const PublishedSpace members = spaceOf(options, rows.get(), common);
    nlohmann::json object;
    std::string text;
    tellMembers(members, object, text);
    tellDirections(table, members, object, text);
    if (!options.adapter.empty()) {
        const LoraAdapter adapter = LoraAdapter::read(options.adapter);
        if (rows)
            rows->requireFits(adapter);
        else if (adapter.size() != members.space.weights())
            throw fileError(options.adapter, "",
                            "holds " + withThousands(std::int64_t(adapter.size())) + " numbers",
                            withThousands(std::int64_t(members.space.weights()))
                                + ", as the space");
        const std::vector<float> z = members.space.project(adapter.weights());
        object["adapter"] = {{"file", options.adapter.filename().string()},
                             {"length", lengthOf(z)},
                             {"coefficients", z}};
        text += options.adapter.filename().string() + ": " + fixed(lengthOf(z), 2) + ';' + firstOf(z)
            + '\n';
        if (!options.output.empty()) {
            const std::vector<std::byte> bytes =
                adapter.withAdded(differenceOf(moves, options, table, members));
            const std::array parts{std::span<const std::byte>(bytes)};
            writeFileAtomically(options.output, parts);
            object["file"] = options.output.filename().string();
            text += "wrote " + options.output.filename().string() + '\n';
        }
    }
    if (!options.space.empty()) {
        writeSpace(members, options.space);
        object["space"] = options.space.filename().string();
        text += "wrote " + options.space.filename().string() + '\n';
    }
    report(common, object, text);
}

} // namespace

void addZooAdapters(CLI::App& zoo, Common& common)
{
    CLI::App* command = zoo.add_subcommand(
        "adapters", "the space of LoRA adapters of any network, where they stand, and edits in it");
    auto options = std::make_shared<AdapterOptions>();
    command
        ->add_option("space", options->source,
                     "a folder of adapters of PEFT or diffusers (.safetensors), or a file with a "
                     "space: of --save-space, or the published one, converted")
        ->required();
    command->add_option("--components", options->components, "principal components")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command->add_flag("--stream", options->stream, "for more adapters than the memory holds");
    CLI::Option* labels = command->add_option(
        "--labels", options->labels, "table (.csv): name of an adapter, then a number an attribute");
    CLI::Option* adapter = command->add_option("--adapter", options->adapter,
                                               "the adapter that is projected, and edited");
    CLI::Option* output =
        command->add_option("-o,--output", options->output, "the edited adapter")->needs(adapter);
    CLI::Option* move =
        command->add_option("--move", options->moves, "attribute=amount in sigma of the adapters")
            ->needs(labels)
            ->needs(adapter)
            ->needs(output);
    command
        ->add_option("--debias", options->independent,
                     "attributes whose directions the moves are made orthogonal to")
        ->needs(move);
    command->add_option("--save-space", options->space,
                        "mean, deviation, components and coefficients (.safetensors)");
    command->footer("Example:\n  morphospace-cli zoo adapters adapters/ --labels labels.csv "
                    "--adapter adapters/12.safetensors --move smile=2 -o smiling.safetensors");
    command->callback([options, &common] { runAdapters(*options, common); });
}

} // namespace morphospace::cli
