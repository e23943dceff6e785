// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/replay.h"

#include "core/base/cancel.h"
#include "core/base/error.h"
#include "core/base/version.h"
#include "core/evaluation/threads.h"
#include "core/evaluation/versions.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace morphospace {

namespace {

/// What decides the weights of the current sample.
using SampleIdentity = std::tuple<std::string, Configuration, int>;

std::optional<SampleIdentity> sampleOf(const SessionState& state)
{
    if (!state.manifold)
        return std::nullopt;
    return SampleIdentity{state.manifold->hash, state.current, state.averaging};
}

void noteOther(std::vector<OtherData>& list, const SessionDocument& session, const Manifold& manifold,
               const ImageSet& images)
{
    const auto recorded = std::ranges::find(session.data, manifold.dataset, &DataReference::name);
    if (recorded != session.data.end() && recorded->hash != images.hash
        && std::ranges::find(list, manifold.dataset, &OtherData::name) == list.end())
        list.push_back({manifold.dataset, recorded->hash, images.hash});
}

} // namespace

std::string computeIdentity()
{
    static const std::string identity = "Morphospace " + programVersion() + "; LibTorch "
        + torchVersion() + "; " + kernelNames() + "; " + processorName();
    // Sums are split among threads, so their number counts as well.
    return identity + "; threads " + std::to_string(computeThreads());
}

Outcome toOutcome(const Fingerprint& weights, const Measurement& measurement)
{
    return {weights.hash,        weights.probe,           measurement.images,
            measurement.correct, measurement.datasetHash, computeIdentity()};
}

std::int64_t countTolerance(std::int64_t images)
{
    return std::max<std::int64_t>(2, images / 1000);
}

std::string nameOf(Agreement agreement)
{
    switch (agreement) {
    case Agreement::Unrecorded: return "unrecorded";
    case Agreement::Exact: return "exact";
    case Agreement::Close: return "close";
    case Agreement::OtherImages: return "other images";
    case Agreement::Differs: return "differs";
    }
    return {};
}

OutcomeCheck check(const std::optional<Outcome>& recorded, const Outcome& now)
{
    OutcomeCheck result;
    if (!recorded)
        return result;
    result.sameKernels = recorded->computed == now.computed;
    const bool sameWeights = recorded->weights == now.weights;
    if (!sameWeights)
        result.weightsApart = probeDifference(recorded->probe, now.probe);
    const bool weightsAgree =
        sameWeights || (!result.sameKernels && result.weightsApart <= weightTolerance);
    if (!weightsAgree) {
        result.agreement = Agreement::Differs;
        if (recorded->data == now.data && recorded->images == now.images)
            result.countApart = now.correct - recorded->correct;
        return result;
    }
    if (recorded->data != now.data || recorded->images != now.images) {
        result.agreement = Agreement::OtherImages;
        return result;
    }
    result.countApart = now.correct - recorded->correct;
    if (sameWeights && result.countApart == 0)
        result.agreement = Agreement::Exact;
    else if (!result.sameKernels && std::abs(result.countApart) <= countTolerance(now.images))
        result.agreement = Agreement::Close;
    else
        result.agreement = Agreement::Differs;
    return result;
}

ReplayReport replay(const SessionDocument& session, const ReplaySources& sources,
                    const ReplayOptions& options)
{
    ReplayReport report;
    report.computed = computeIdentity();
    const Journal journal(session.steps, session.position);
    const std::size_t end = std::min(options.until, journal.steps().size());
    std::shared_ptr<const Manifold> manifold;
    std::shared_ptr<const ImageSet> images;
    std::optional<SampleIdentity> measured;
    for (std::size_t i = 0; i < end; ++i) {
        throwIfStopped(options.stop);
        const Journal::Step& step = journal.steps()[i];
        const SessionState& state = step.after;
        const auto sample = sampleOf(state);
        if (!sample || sample == measured)
            continue;
        if (!manifold || manifold->hash != state.manifold->hash) {
            manifold = sources.manifold(*state.manifold);
            images = sources.images(*manifold);
            noteOther(report.otherData, session, *manifold, *images);
        }
        measured = sample;
        const SampleOptions how{state.averaging, 1.0, manifold->seed};
        const Network network = sampleNetwork(*manifold, state.current, how, options.stop);
        const NetworkRunner runner(network, manifold->scaling());
        AccuracyStream stream(images, options.images);
        measureRest(stream, runner, [&] { throwIfStopped(options.stop); });
        ReplayedStep replayed;
        replayed.number = i + 1;
        replayed.words = step.words;
        replayed.measurement = toMeasurement(stream, *manifold, state.current, how);
        replayed.outcome = toOutcome(fingerprint(network), replayed.measurement);
        replayed.check = check(step.outcome, replayed.outcome);
        if (replayed.check.agreement == Agreement::Differs && report.firstDifferent == 0)
            report.firstDifferent = replayed.number;
        if (options.done)
            options.done(replayed);
        report.steps.push_back(std::move(replayed));
    }
    report.state = journal.stateAt(end);
    return report;
}

} // namespace morphospace
