// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/order_experiment.h"

#include "core/base/atomic_file.h"
#include "core/base/cancel.h"
#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/evaluation/evaluation.h"
#include "core/formats/safetensors.h"
#include "core/manifold/manifold_json.h"
#include "core/training/base_network.h"
#include "core/training/manifold_training.h"
#include "core/training/network_training.h"

#include <nlohmann/json.hpp>
#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <chrono>
#include <optional>

namespace morphospace {

namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

bool isTrained(const std::string& method)
{
    return method != "slice" && method != "resample";
}

json settingsOf(const OrderExperiment& experiment, const TrainingImages& images)
{
    const JointTraining& joint = experiment.joint;
    json networks = json::object();
    for (const auto& [name, family] : experiment.families)
        networks[name] = toJson(family);
    json generators = json::object();
    for (const auto& [name, generator] : experiment.generators) {
        generators[name] = toJson(generator);
        const auto warm = experiment.warmStarts.find(name);
        generators[name]["warm_start"] =
            warm == experiment.warmStarts.end() ? 0 : warm->second.steps;
    }
    return {{"training_images", images.train->size()},
            {"training_images_hash", images.train->hash},
            {"measured_images", images.test->name},
            {"measured_images_hash", images.test->hash},
            {"widths", experiment.widths},
            {"networks", networks},
            {"generators", generators},
            {"base",
             {{"epochs", experiment.base.epochs},
              {"batch", experiment.base.batch},
              {"rate", experiment.base.rate},
              {"weight_decay", experiment.base.weightDecay}}},
            {"joint",
             {{"steps", experiment.steps},
              {"batch", joint.batch},
              {"rates", experiment.rates},
              {"weight_decay", joint.weightDecay},
              {"averaging", joint.averaging},
              {"distillation", joint.distillation},
              {"temperature", joint.temperature},
              {"least", joint.sizes.least},
              {"greatest", joint.sizes.greatest}}}};
}

std::string hashOf(const json& about)
{
    Sha256 hash;
    hash.add(about.dump());
    return hash.hex();
}

/// What training a manifold needs of a base, computed once for all orders and generators.
struct PreparedBase {
    BaseNetwork network;
    at::Tensor soft;
    std::map<OrderKind, ChannelOrders> orders;
};

/// The rows and columns of the first channels, weights as they are.
Network sliced(const Network& full, const Configuration& size)
{
    Network result{full.family, size, {}};
    const std::vector<Unit> list = units(full.family, size);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Unit& unit = list[i];
        for (const std::size_t at : {2 * i, 2 * i + 1}) {
            const WeightTensor& from = full.tensors[at];
            WeightTensor tensor{from.name, from.shape, {}};
            tensor.shape[0] = unit.out.size;
            if (tensor.shape.size() > 1)
                tensor.shape[1] = unit.in.size;
            const std::size_t whole = from.values.size() / std::size_t(from.shape[0]);
            std::size_t kept = 1;
            for (std::size_t axis = 1; axis < tensor.shape.size(); ++axis)
                kept *= std::size_t(tensor.shape[axis]);
            for (std::int64_t row = 0; row < tensor.shape[0]; ++row) {
                const auto first = from.values.begin() + std::ptrdiff_t(std::size_t(row) * whole);
                tensor.values.insert(tensor.values.end(), first, first + std::ptrdiff_t(kept));
            }
            result.tensors.push_back(std::move(tensor));
        }
    }
    return result;
}

class Driver {
public:
    Driver(const OrderExperiment& experiment, const TrainingImages& images,
           std::filesystem::path output, const RecipeObserver& observe, std::stop_token stop)
        : m_experiment(experiment), m_images(images), m_output(std::move(output)),
          m_work(m_output.string() + ".work"), m_observe(observe), m_stop(std::move(stop)),
          m_settings(settingsOf(experiment, images)), m_scaling(scalingOf(*images.train))
    {
    }

    OrderResults run()
    {
        for (const std::string& network : m_experiment.networks)
            requireFits(m_experiment.families.at(network), *m_images.train);
        load();
        std::error_code failed;
        std::filesystem::create_directory(m_work, failed);
        if (!std::filesystem::is_directory(m_work))
            throw fileError(m_work, "", "the folder for checkpoints cannot be made",
                            "a name in a folder that exists and can be written");
        for (const std::string& method : m_experiment.methods) {
            for (const std::uint64_t seed : m_experiment.seeds) {
                for (const std::string& network : m_experiment.networks) {
                    for (const OrderKind order : m_experiment.orders)
                        runOne({network, method, order, seed, 0, {}});
                }
            }
        }
        return m_results;
    }

private:
    void load()
    {
        m_results.settings = m_settings.dump();
        m_results.command = m_experiment.command;
        if (!std::filesystem::exists(m_output))
            return;
        m_results = readOrderResults(m_output);
        json made = json::parse(m_results.settings);
        // Of a method without a result yet, the settings may still change.
        for (const auto& [method, generator] : m_experiment.generators) {
            const bool hasRun = std::ranges::any_of(m_results.runs, [&method](const OrderRun& run) {
                return run.method == method;
            });
            if (hasRun || !made.is_object())
                continue;
            made["generators"][method] = m_settings["generators"][method];
            made["joint"]["rates"][method] = m_settings["joint"]["rates"][method];
        }
        if (made != m_settings)
            throw fileError(m_output, "settings",
                            "these results are of an experiment with other settings",
                            "the same options, or another output");
        m_results.settings = m_settings.dump();
        if (!m_experiment.command.empty())
            m_results.command = m_experiment.command;
    }

    void save() const { writeFileAtomically(m_output, toJson(m_results).dump(1) + "\n"); }

    void runOne(OrderRun run)
    {
        const bool known = std::ranges::any_of(m_results.runs, [&run](const OrderRun& one) {
            return one.network == run.network && one.method == run.method
                && one.order == run.order && one.seed == run.seed;
        });
        if (known)
            return;
        throwIfStopped(m_stop);
        PreparedBase& base = prepared(run.network, run.seed);
        if (isTrained(run.method))
            trainAndMeasure(base, run);
        else
            measureUntrained(base, run);
        m_results.runs.push_back(std::move(run));
        save();
    }

    void say(const std::string& phase, int step = 0, int steps = 0, double loss = 0,
             double left = -1) const
    {
        if (m_observe)
            m_observe({phase, step, steps, loss, left});
    }

    Learner::Progress observing(const std::string& phase) const
    {
        const auto start = Clock::now();
        const auto first = std::make_shared<int>(-1);
        return [this, phase, start, first](const LearnerProgress& progress) {
            if (*first < 0)
                *first = progress.step - 1;
            const int done = progress.step - *first;
            const double spent = std::chrono::duration<double>(Clock::now() - start).count();
            say(phase, progress.step, progress.steps, progress.loss,
                done < 5 ? -1 : spent / done * (progress.steps - progress.step));
        };
    }

    PreparedBase& prepared(const std::string& network, std::uint64_t seed)
    {
        auto [entry, isNew] = m_prepared.try_emplace({network, seed});
        PreparedBase& base = entry->second;
        if (!isNew)
            return base;
        try {
            prepare(network, seed, base);
        } catch (...) {
            m_prepared.erase(entry);
            throw;
        }
        return base;
    }

    void prepare(const std::string& network, std::uint64_t seed, PreparedBase& base)
    {
        const Family& family = m_experiment.families.at(network);
        const std::string name = network + "-" + std::to_string(seed);
        const std::filesystem::path file = m_work / ("base-" + name + ".safetensors");
        if (std::filesystem::exists(file)) {
            base.network = readBase(file, m_scaling);
        } else {
            NetworkTraining training = m_experiment.base;
            training.seed = seed;
            TrainingData data(m_images.train, m_scaling, training.batch, seed);
            const std::filesystem::path checkpoint = m_work / ("training-" + name + ".safetensors");
            base.network = {family,
                            trainNetwork(family, family.full, data, training, checkpoint,
                                         hashOf({m_settings, "base", network, seed}),
                                         observing("base " + name), m_stop),
                            m_scaling};
            writeBase(base.network, {{"seed", std::to_string(seed)}}, file);
            std::filesystem::remove(checkpoint);
        }
        const Network folded = foldedNetwork(family, family.full, base.network.slots);
        for (const OrderKind order : m_experiment.orders)
            base.orders[order] = channelOrders(folded, order, seed);
        describeBase(network, seed, folded, base);
    }

    void describeBase(const std::string& network, std::uint64_t seed, const Network& folded,
                      const PreparedBase& base)
    {
        const auto isThis = [&](const OrderBase& one) {
            return one.network == network && one.seed == seed;
        };
        auto found = std::ranges::find_if(m_results.bases, isThis);
        if (found == m_results.bases.end()) {
            m_results.bases.push_back(
                {network, seed,
                 measureNetwork(folded, m_scaling, m_images.test, seed, "base", m_stop), {}, {}, {}});
            found = m_results.bases.end() - 1;
        }
        // A base that is trained again may come out differently on another machine.
        if (const std::string hash = folded.hash(); found->hash.empty()) {
            found->hash = hash;
        } else if (found->hash != hash) {
            throw fileError(m_output, "bases",
                            "its base of " + network + ", seed " + std::to_string(seed)
                                + " is not the one at hand, whose runs must not be compared with it",
                            "the folder " + m_work.filename().string()
                                + " that belongs to it, or other seeds");
        }
        for (const auto& [order, orders] : base.orders) {
            const Smoothness smooth = smoothness(folded, orders);
            const std::string name(nameOf(order));
            found->variation[name] = smooth.after;
            found->length[name] = 0;
            for (const GroupSmoothness& group : smooth.groups)
                found->length[name] += group.after;
        }
    }

    SlotTensors ordered(const PreparedBase& base, OrderKind order) const
    {
        const Family& family = base.network.family;
        const std::vector<Unit> list = units(family, family.full);
        return slotsByName(list, permute(family, family.full,
                                         namedTensors(list, base.network.slots),
                                         base.orders.at(order)));
    }

    void trainAndMeasure(PreparedBase& base, OrderRun& run)
    {
        const Family& family = base.network.family;
        const SlotTensors slots = ordered(base, run.order);
        JointTraining joint = m_experiment.joint;
        joint.seed = run.seed;
        joint.steps = m_experiment.steps.at(run.network);
        joint.rate = m_experiment.rates.at(run.method).at(run.network);
        TrainingData data(m_images.train, m_scaling, joint.batch, run.seed + 1000);
        if (!base.soft.defined()) {
            say("soft outputs of base " + run.network + "-" + std::to_string(run.seed));
            const at::Tensor soft =
                softOutputs(family, base.network.slots, data, joint.temperature, m_stop);
            throwIfStopped(m_stop);
            base.soft = soft;
        }
        std::unique_ptr<Generator> generator =
            makeGenerator(family, m_experiment.generators.at(run.method), slots, run.seed);
        const std::string phase = run.network + " " + run.method + " "
            + std::string(nameOf(run.order)) + " " + std::to_string(run.seed);
        const std::string fingerprint = hashOf({m_settings, run.network, run.method,
                                                nameOf(run.order), run.seed});
        const std::filesystem::path warmFile = m_work / "warm_start.safetensors";
        const std::filesystem::path jointFile = m_work / "joint.safetensors";
        const auto begin = Clock::now();
        // One run is in progress at a time; what another left behind is of no use.
        for (const std::filesystem::path& file : {warmFile, jointFile}) {
            if (std::filesystem::exists(file) && fingerprintOf(file) != fingerprint)
                std::filesystem::remove(file);
        }
        const double before = secondsSpent(warmFile) + secondsSpent(jointFile);
        if (const auto warm = m_experiment.warmStarts.find(run.method);
            warm != m_experiment.warmStarts.end() && warm->second.steps > 0)
            warmStart(*generator, family, slots, warm->second, warmFile, fingerprint,
                      observing("warm start " + phase), m_stop);
        trainJointly(*generator, family, slots, data, joint, jointFile, fingerprint,
                     observing(phase), m_stop, base.soft);
        run.seconds = before + std::chrono::duration<double>(Clock::now() - begin).count();
        const Manifold manifold(family, m_scaling, std::move(generator));
        for (const Configuration& size : sizes(family)) {
            run.points.push_back(measure(manifold, size, {}, m_images.test, 0, m_stop));
            run.points.back().source = run.method;
        }
        std::filesystem::remove(warmFile);
        std::filesystem::remove(jointFile);
    }

    static std::string fingerprintOf(const std::filesystem::path& checkpoint)
    {
        const StoredFile file = readSafetensors(checkpoint);
        const auto found = file.metadata.find("fingerprint");
        return found == file.metadata.end() ? "" : found->second;
    }

    void measureUntrained(const PreparedBase& base, OrderRun& run)
    {
        say("measuring " + run.network + " " + run.method + " " + std::string(nameOf(run.order))
            + " " + std::to_string(run.seed));
        const Family& family = base.network.family;
        const SlotTensors slots = ordered(base, run.order);
        const Network full = foldedNetwork(family, family.full, slots);
        const Manifold manifold(family, m_scaling, makeGenerator(family, {}, slots, run.seed));
        for (const Configuration& size : sizes(family))
            run.points.push_back(measureNetwork(run.method == "slice"
                                                    ? sliced(full, size)
                                                    : sampleNetwork(manifold, size),
                                                m_scaling, m_images.test, run.seed, run.method,
                                                m_stop));
    }

    std::vector<Configuration> sizes(const Family& family) const
    {
        std::vector<Configuration> result;
        for (const double width : m_experiment.widths)
            result.push_back(uniformWidths(family, width, family.full.depths));
        return result;
    }

    const OrderExperiment& m_experiment;
    const TrainingImages& m_images;
    std::filesystem::path m_output;
    std::filesystem::path m_work;
    const RecipeObserver& m_observe;
    std::stop_token m_stop;
    json m_settings;
    InputScaling m_scaling;
    OrderResults m_results;
    std::map<std::pair<std::string, std::uint64_t>, PreparedBase> m_prepared;
};

} // namespace

OrderExperiment defaultOrderExperiment(int classes)
{
    OrderExperiment experiment;
    experiment.families = {{"lenet", leNet(32, classes)},
                           {"resnet", resNet({16, 32, 64}, {1, 1, 1}, 1, 28, classes, 2)}};
    experiment.networks = {"lenet", "resnet"};
    experiment.methods = {"grid", "separable", "slice", "resample", "mlp"};
    experiment.orders = {OrderKind::Original, OrderKind::Random, OrderKind::Path};
    experiment.seeds = {1, 2, 3};
    experiment.widths = {0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1.0};
    experiment.base.epochs = 1;
    experiment.generators = {
        {"grid", {}},
        {"separable", {.kind = "separable", .hidden = 96, .rank = 64}},
        {"mlp", {.kind = "mlp", .hidden = 64, .layers = 3}}};
    experiment.warmStarts = {{"separable", {.steps = 400, .rate = 3e-3}},
                             {"mlp", {.steps = 400, .rate = 3e-3}}};
    experiment.steps = {{"lenet", 250}, {"resnet", 500}};
    experiment.joint.batch = 64;
    experiment.rates = {{"grid", {{"lenet", 2e-3}, {"resnet", 4e-3}}},
                        {"separable", {{"lenet", 2e-3}, {"resnet", 1e-3}}},
                        {"mlp", {{"lenet", 2e-3}, {"resnet", 1e-3}}}};
    experiment.joint.averaging = 0.99;
    return experiment;
}

OrderResults runOrderExperiment(const OrderExperiment& experiment, const TrainingImages& images,
                                const std::filesystem::path& output,
                                const RecipeObserver& observe, std::stop_token stop)
{
    return Driver(experiment, images, output, observe, std::move(stop)).run();
}

} // namespace morphospace
