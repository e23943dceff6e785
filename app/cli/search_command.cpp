// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/base/text_file.h"
#include "core/datasets/library.h"
#include "core/evaluation/search_report.h"
#include "core/evaluation/threads.h"
#include "core/manifold/sample_limits.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <memory>

namespace morphospace::cli {

namespace {

struct SearchCommand {
    std::filesystem::path manifold;
    std::filesystem::path data;
    std::filesystem::path record;
    std::string budget;
    SearchOptions search;
    SampleOptions sample;
};

constexpr std::uintmax_t largestRecord = 256U << 20U;

std::string line(const Tested& tested, Cost cost)
{
    const Measurement& test = tested.test;
    return describe(tested.chosen.configuration) + "  " + costText(cost, tested.chosen.cost) + "  "
        + fixed(100 * tested.chosen.measurement.accuracy(), 2) + " % validation  "
        + fixed(100 * test.accuracy(), 2) + " % test (95 % " + fixed(100 * test.low, 2) + " to "
        + fixed(100 * test.high, 2) + ")\n";
}

std::string inWords(const SearchReport& report)
{
    const Cost cost = report.options.budget.cost;
    std::string text = describe(report.options.budget) + ": " + std::to_string(report.screened)
        + " configurations looked at, " + std::to_string(report.finalists)
        + " measured on all validation images\nfound:\n";
    for (const Tested& tested : report.front)
        text += "  " + line(tested, cost);
    text += "uniform, chosen in the same way:\n";
    for (const Tested& tested : report.uniform)
        text += "  " + line(tested, cost);
    if (!report.compared)
        return text
            + (report.uniform.empty() ? "no uniform configuration is within the budget"
                                      : "the most accurate configuration found is uniform");
    const PairedComparison& compared = *report.compared;
    text += "best found less best uniform, on the same test images: "
        + fixed(100 * compared.difference, 2) + " points (95 % "
        + fixed(100 * compared.interval.low, 2) + " to " + fixed(100 * compared.interval.high, 2)
        + ", " + compared.intervalMethod + ")";
    return text
        + (report.beatsUniform()            ? ": more than the interval"
               : compared.interval.high < 0 ? ": worse by more than the interval"
                                            : ": not told apart");
}

} // namespace

void addSearch(CLI::App& app, Common& common)
{
    CLI::App* command = app.add_subcommand(
        "search", "the most accurate widths and depths within a budget, without training");
    auto options = std::make_shared<SearchCommand>();
    command->add_option("manifold", options->manifold, "a .manifold file")->required();
    command
        ->add_option("--budget", options->budget,
                     "parameters=60k, macs=1.2M, bytes=240k (weights as float32) or latency=0.8ms "
                     "(measured: one image, one thread)")
        ->required();
    command
        ->add_option("--candidates", options->search.candidates,
                     "configurations to look at on the first few validation images")
        ->check(CLI::Range(1, 1000000))
        ->capture_default_str();
    command->add_option("--screening", options->search.screening, "that many images")
        ->check(CLI::Range(1, 1000000))
        ->capture_default_str();
    command
        ->add_option("--population", options->search.population, "configurations of a generation")
        ->check(CLI::Range(2, 100000))
        ->capture_default_str();
    command->add_option("--seed", options->search.seed, "of the search")->capture_default_str();
    command->add_option("--average", options->sample.averaging,
                        "average K samples: one clean, K - 1 at jittered coordinates")
        ->check(CLI::Range(1, mostSamplesAveraged))
        ->capture_default_str();
    command->add_option("--data", options->data, "folder that holds the data set (glyphs: bundled)");
    command->add_option("--record", options->record,
                        "file that keeps what was measured: with it an interrupted search goes on");
    command->footer(
        "Chooses on the validation images alone and measures what it found once on the test\n"
        "images, beside uniform configurations (all stages at one fraction of full width, equally\n"
        "deep) that were chosen in the same way. The same seed gives the same result; for latency\n"
        "only with the same --record.\n"
        "Example:\n"
        "  morphospace-cli search resources/manifolds/glyphs-resnet.manifold --budget macs=1.2M");
    command->callback([options, &common] {
        SearchCommand& o = *options;
        o.search.budget = parseBudget(o.budget);
        const Cost cost = o.search.budget.cost;
        if (!o.record.empty())
            requireFolderOf(o.record);
        setComputeThreads(common.threads);
        const auto manifold = readManifold(o.manifold);
        o.sample.seed = manifold->seed;
        const auto validation = loadImageSet(manifold->dataset, Split::Validation, o.data);
        const auto test = loadImageSet(manifold->dataset, Split::Test, o.data);
        const SearchSubject subject{manifold->hash, validation->hash, cost, o.sample};
        SearchRecord record;
        if (!o.record.empty() && std::filesystem::exists(o.record)) {
            const std::string expected = "what 'search --record' writes";
            try {
                record = searchRecordFromJson(
                    parseJson(readTextFile(o.record, largestRecord, expected), expected), subject);
            } catch (const Error& error) {
                throw fileError(o.record, "", error.what());
            }
            log("going on: " + std::to_string(record.measured.size()) + " measurements known");
        }
        const auto keep = [&] {
            if (!o.record.empty())
                writeFileAtomically(o.record, toJson(record, subject).dump() + "\n");
        };
        using Clock = std::chrono::steady_clock;
        Clock::time_point last = Clock::now();
        const auto told = [&](const SearchProgress& progress) {
            if (Clock::now() - last < std::chrono::seconds(5))
                return;
            last = Clock::now();
            keep();
            log(fixed(100 * progress.fraction, 0) + " %: "
                + (progress.phase == SearchProgress::Phase::Screening ? "screening, " : "halving, ")
                + std::to_string(progress.configurations) + " configurations on "
                + std::to_string(progress.images) + " validation images");
        };
        SearchResult result;
        try {
            result = searchConfigurations(
                trainedSpace(*manifold), o.search,
                manifoldEvaluator(manifold, validation, cost, o.sample, common.stop), record, told);
        } catch (const Cancelled&) {
            keep();
            throw;
        }
        keep();
        const SearchReport found =
            testSearch(*manifold, result, o.search, o.sample, test, common.stop);
        report(common, toJson(found), inWords(found));
    });
}

} // namespace morphospace::cli
