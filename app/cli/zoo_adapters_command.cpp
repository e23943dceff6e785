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

namespace morphospace::cli {

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

} // namespace morphospace::cli
