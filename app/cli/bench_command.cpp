// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/evaluation/threads.h"
#include "core/smoothness/path.h"
#include "core/training/benchmarks.h"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <memory>

namespace morphospace::cli {

namespace {

/// Collects what Google Benchmark measures instead of printing it.
class Collector : public benchmark::BenchmarkReporter {
public:
    bool ReportContext(const Context&) override { return true; }
    void ReportRuns(const std::vector<Run>& runs) override
    {
        for (const Run& run : runs) {
            if (run.run_type == Run::RT_Iteration)
                samples[run.run_name.function_name].push_back(
                    run.real_accumulated_time / double(std::max<benchmark::IterationCount>(run.iterations, 1)));
        }
    }
    /// Seconds an iteration, median over repetitions.
    [[nodiscard]] double median(const std::string& name) const
    {
        std::vector<double> values = samples.at(name);
        std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(values.size() / 2),
                         values.end());
        return values[values.size() / 2];
    }

    std::map<std::string, std::vector<double>> samples;
};

void registerTimed(const std::string& name, std::function<void()> body, int repetitions)
{
    benchmark::RegisterBenchmark(name.c_str(),
                                 [body](benchmark::State& state) {
                                     for (auto unused : state) {
                                         (void)unused;
                                         body();
                                     }
                                 })
        ->Repetitions(repetitions)
        ->MinTime(0.2)
        ->UseRealTime();
}

std::vector<std::filesystem::path> bundledManifolds()
{
    std::vector<std::filesystem::path> files;
    std::error_code ignored;
    for (const auto& entry :
         std::filesystem::directory_iterator(resourceFolder() / "manifolds", ignored)) {
        if (entry.path().extension() == ".manifold")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

double percentile(std::vector<double> values, double q)
{
    std::sort(values.begin(), values.end());
    return values[std::size_t(q * double(values.size() - 1) + 0.5)];
}

} // namespace

void addBench(CLI::App& app, Common& common)
{
    CLI::App* command = app.add_subcommand(
        "bench", "time sampling, the way from slider to picture, evaluation and training");
    struct Options {
        int repetitions = 5;
        int moves = 60;
        std::vector<std::filesystem::path> manifolds;
    };
    auto options = std::make_shared<Options>();
    command->add_option("--repetitions", options->repetitions, "of each; the median is reported")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_option("--moves", options->moves, "slider moves timed for each manifold")
        ->check(CLI::Range(5, 100000))
        ->capture_default_str();
    command->add_option("manifolds", options->manifolds, "manifolds (default: the bundled ones)");
    command->footer("Ratios hold within one run; absolute times stand beside the processor's name.\n"
                    "Example:\n  morphospace-cli bench --json");
    command->callback([options, &common] {
        setComputeThreads(common.threads);
        if (options->manifolds.empty())
            options->manifolds = bundledManifolds();
        nlohmann::json object{{"processor", processorName()}, {"threads", computeThreads()}};

        // The whole ResNet-20 by each generator, one thread, at full size and at 0.6 width.
        setComputeThreads(1);
        SamplingBenchmarks sampling;
        for (const SamplingCase& one : sampling.cases()) {
            registerTimed(one.name, one.run, options->repetitions);
            one.runCached(); // the first is the cold one that fills the cache
            registerTimed(one.name + ", cached", one.runCached, options->repetitions);
        }
        const TrainingStepBenchmark training;
        registerTimed("training step", [&training] { training.run(); }, options->repetitions);
        const std::vector<float> channels = randomChannels(512, 4608, 1);
        const DistanceMatrix distances = l1Distances(channels, 512);
        registerTimed("distances", [&channels] { (void)l1Distances(channels, 512); },
                      options->repetitions);
        registerTimed("path", [&distances] { (void)shortestPath(distances); },
                      options->repetitions);
        Collector collector;
        benchmark::RunSpecifiedBenchmarks(&collector);
        for (const SamplingCase& one : sampling.cases()) {
            object["sampling"].push_back(
                {{"generator", one.generator},
                 {"width", one.width},
                 {"parameters", one.parameters},
                 {"milliseconds", 1e3 * collector.median(one.name)},
                 {"cached_milliseconds", 1e3 * collector.median(one.name + ", cached")},
                 {"times_faster_than_mlp_256_4_16",
                  collector.median(sampling.publishedCase(one.width))
                      / collector.median(one.name)}});
        }
        object["training"] = {{"what", TrainingStepBenchmark::description()},
                              {"steps_per_second", TrainingStepBenchmark::steps / collector.median("training step")}};

        object["order"] = {{"what", "512 channels of 4,608 random values"},
                           {"distances_milliseconds", 1e3 * collector.median("distances")},
                           {"path_milliseconds", 1e3 * collector.median("path")}};

        setComputeThreads(common.threads);
        for (const std::filesystem::path& file : options->manifolds) {
            const SliderTimes times = timeSliderToPicture(file, options->moves, common.stop);
            object["slider_to_picture"].push_back(
                {{"manifold", file.filename().string()},
                 {"moves", times.seconds.size()},
                 {"p50_milliseconds", 1e3 * percentile(times.seconds, 0.5)},
                 {"p95_milliseconds", 1e3 * percentile(times.seconds, 0.95)},
                 {"sample_cold_milliseconds", 1e3 * percentile(times.coldSample, 0.5)},
                 {"sample_cached_milliseconds", 1e3 * percentile(times.cachedSample, 0.5)},
                 {"images_per_second", times.imagesPerSecond},
                 {"images", times.realImages ? "the data set's" : "noise of the same size"}});
        }
        std::string text = "processor: " + processorName() + "\n";
        for (const nlohmann::json& one : object["sampling"])
            text += "sample ResNet-20, " + one["generator"].get<std::string>() + ", width "
                + fixed(one["width"], 1) + ": " + fixed(one["milliseconds"], 2) + " ms, cached "
                + fixed(1e3 * one["cached_milliseconds"].get<double>(), 2) + " us, "
                + fixed(one["times_faster_than_mlp_256_4_16"], 1) + " x the published MLP form\n";
        text += "training steps per second (" + TrainingStepBenchmark::description() + "): "
            + fixed(object["training"]["steps_per_second"], 2) + "\n";
        text += "order of " + object["order"]["what"].get<std::string>() + ": distances "
            + fixed(object["order"]["distances_milliseconds"], 1) + " ms, path "
            + fixed(object["order"]["path_milliseconds"], 1) + " ms\n";
        for (const nlohmann::json& one : object.value("slider_to_picture", nlohmann::json::array()))
            text += one["manifold"].get<std::string>() + ": slider to picture p50 "
                + fixed(one["p50_milliseconds"], 1) + " ms, p95 " + fixed(one["p95_milliseconds"], 1)
                + " ms; sample cold " + fixed(one["sample_cold_milliseconds"], 2) + " ms, cached "
                + fixed(one["sample_cached_milliseconds"], 3) + " ms; "
                + fixed(one["images_per_second"], 0) + " images/s (" + one["images"].get<std::string>()
                + ")\n";
        report(common, object, text);
    });
}

} // namespace morphospace::cli
