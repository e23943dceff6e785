// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/search_report.h"

#include "core/base/cancel.h"
#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/base/version.h"
#include "core/evaluation/evaluation.h"
#include "core/manifold/manifold_json.h"

#include <map>

namespace morphospace {

namespace {

constexpr const char* recordKind = "morphospace search";
constexpr int recordVersion = 1;

nlohmann::json costJson(Cost cost, double value)
{
    return cost == Cost::Latency ? nlohmann::json(value) : nlohmann::json(std::int64_t(value));
}

nlohmann::json toJson(const Tested& tested, Cost cost)
{
    return {{"widths", tested.chosen.configuration.widths},
            {"depths", tested.chosen.configuration.depths},
            {"cost", costJson(cost, tested.chosen.cost)},
            {"validation", toJson(tested.chosen.measurement)},
            {"test", toJson(tested.test)}};
}

} // namespace

Evaluator manifoldEvaluator(std::shared_ptr<const Manifold> manifold,
                            std::shared_ptr<const ImageSet> images, Cost cost,
                            const SampleOptions& sample, std::stop_token stop)
{
    requireFits(manifold->family(), *images);
    Evaluator evaluator;
    evaluator.images = images->size();
    evaluator.accuracy = [=](const Configuration& configuration, std::size_t count) {
        return measure(*manifold, configuration, sample, images, count, stop);
    };
    evaluator.cost = [=](const Configuration& configuration) {
        if (cost != Cost::Latency)
            return countedCost(cost, manifold->family(), configuration);
        const NetworkRunner runner(sampleNetwork(*manifold, configuration, sample, stop),
                                   manifold->scaling());
        return measureLatency(runner, *images, 30, stop).medianSeconds;
    };
    return evaluator;
}

SearchReport testSearch(const Manifold& manifold, const SearchResult& result,
                        const SearchOptions& options, const SampleOptions& sample,
                        const std::shared_ptr<const ImageSet>& test, const std::stop_token& stop,
                        const std::function<void(double)>& told)
{
    SearchReport report{manifold.hash,    options, sample, result.screened, result.finalists, {}, {},
                        std::nullopt};
    const double all = double(result.front.size() + result.uniform.size());
    // A configuration of both lists is measured once.
    std::map<Configuration, std::pair<Measurement, std::vector<bool>>> known;
    const auto tested = [&](const Candidate& candidate) {
        const auto found = known.find(candidate.configuration);
        if (found != known.end())
            return Tested{candidate, found->second.first};
        if (told)
            told(double(known.size()) / all);
        const NetworkRunner runner(sampleNetwork(manifold, candidate.configuration, sample, stop),
                                   manifold.scaling());
        AccuracyStream stream(test);
        measureRest(stream, runner, [&stop] { throwIfStopped(stop); });
        Measurement measurement = toMeasurement(stream, manifold, candidate.configuration, sample);
        known[candidate.configuration] = {measurement, stream.right()};
        return Tested{candidate, std::move(measurement)};
    };
    for (const Candidate& candidate : result.front)
        report.front.push_back(tested(candidate));
    for (const Candidate& candidate : result.uniform)
        report.uniform.push_back(tested(candidate));
    if (!report.front.empty() && !report.uniform.empty()) {
        const Configuration& best = result.front.back().configuration;
        const Configuration& line = result.uniform.back().configuration;
        if (best != line)
            report.compared = comparePaired(*test, known[line].second, known[best].second);
    }
    return report;
}

nlohmann::json toJson(const PairedComparison& comparison)
{
    nlohmann::json json{{"images", comparison.images},
                        {"only_a_right", comparison.onlyA},
                        {"only_b_right", comparison.onlyB},
                        {"difference", 100 * comparison.difference},
                        {"interval",
                         {100 * comparison.interval.low, 100 * comparison.interval.high}},
                        {"interval_method", comparison.intervalMethod},
                        {"mcnemar_p", comparison.mcnemar}};
    if (comparison.clustered)
        json["clustered_p"] = *comparison.clustered;
    return json;
}

nlohmann::json toJson(const SearchReport& report)
{
    const Cost cost = report.options.budget.cost;
    nlohmann::json front = nlohmann::json::array();
    for (const Tested& tested : report.front)
        front.push_back(toJson(tested, cost));
    nlohmann::json uniform = nlohmann::json::array();
    for (const Tested& tested : report.uniform)
        uniform.push_back(toJson(tested, cost));
    nlohmann::json json{{"manifold", report.manifold},
                        {"budget",
                         {{"cost", nameOf(cost)}, {"limit", costJson(cost, report.options.budget.limit)}}},
                        {"candidates", report.options.candidates},
                        {"screening", report.options.screening},
                        {"seed", report.options.seed},
                        {"averaging", report.sample.averaging},
                        {"screened", report.screened},
                        {"finalists", report.finalists},
                        {"front", std::move(front)},
                        {"uniform", std::move(uniform)},
                        {"beats_uniform", report.beatsUniform()},
                        {"version", programVersion()}};
    // A: the most accurate uniform configuration; B: the most accurate one found.
    json["compared"] = report.compared ? toJson(*report.compared) : nlohmann::json();
    return json;
}

nlohmann::json toJson(const SearchRecord& record, const SearchSubject& subject)
{
    nlohmann::json measured = nlohmann::json::array();
    for (const auto& [key, measurement] : record.measured)
        measured.push_back({{"asked", key.second}, {"measurement", toJson(measurement)}});
    nlohmann::json costs = nlohmann::json::array();
    for (const auto& [configuration, cost] : record.costs)
        costs.push_back({{"size", toJson(configuration)}, {"cost", cost}});
    return {{"kind", recordKind},
            {"version", recordVersion},
            {"manifold", subject.manifold},
            {"dataset_hash", subject.dataset},
            {"cost", nameOf(subject.cost)},
            {"averaging", subject.sample.averaging},
            {"jitter", subject.sample.jitter},
            {"jitter_seed", subject.sample.seed},
            {"measured", std::move(measured)},
            {"costs", std::move(costs)}};
}

SearchRecord searchRecordFromJson(const nlohmann::json& json, const SearchSubject& subject)
{
    const JsonFields fields(json, "record of a search",
                            {"kind", "version", "manifold", "dataset_hash", "cost", "averaging",
                             "jitter", "jitter_seed", "measured", "costs"});
    if (fields.text("kind") != recordKind || fields.number("version") != recordVersion)
        throw Error("this is no record of a search of this version; expected kind '"
                    + std::string(recordKind) + "' and version " + std::to_string(recordVersion));
    const auto require = [](bool same, const std::string& what) {
        if (!same)
            throw Error("the record is of a search with another " + what
                        + "; expected a file of the same search, or one that does not exist yet");
    };
    require(fields.text("manifold") == subject.manifold, "manifold");
    require(fields.text("dataset_hash") == subject.dataset, "set of images");
    require(fields.text("cost") == nameOf(subject.cost), "cost");
    require(fields.number("averaging") == subject.sample.averaging, "averaging");
    if (subject.sample.averaging > 1) {
        require(fields.real("jitter") == subject.sample.jitter, "jitter");
        require(fields.bits("jitter_seed") == subject.sample.seed, "seed of the jitter");
    }
    SearchRecord record;
    for (const nlohmann::json& entry : fields.list("measured")) {
        const JsonFields one(entry, "measured", {"asked", "measurement"});
        Measurement measurement = measurementFromJson(one.get("measurement", "a measurement"));
        Configuration configuration = measurement.configuration;
        record.measured.emplace(
            std::make_pair(std::move(configuration), std::size_t(one.count("asked"))),
            std::move(measurement));
    }
    for (const nlohmann::json& entry : fields.list("costs")) {
        const JsonFields one(entry, "costs", {"size", "cost"});
        record.costs.emplace(configurationFromJson(one.get("size", "widths and depths")),
                             one.real("cost"));
    }
    return record;
}

} // namespace morphospace
