// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/model/live_morph.h"

#include "core/base/error.h"
#include "core/evaluation/noise_images.h"
#include "widgets/language/core_text.h"
#include "widgets/model/examples.h"
#include "widgets/model/size_text.h"

#include <algorithm>
#include <chrono>

namespace morphospace {
namespace {

constexpr std::size_t defaultCacheBytes = std::size_t(256) << 20;
constexpr int latencyRuns = 30;
constexpr std::int64_t firstImages = 256;      // a fixed prefix: the first accuracy shown
/// Work between two looks at the stop token: short at first, because the next move of a drag waits
/// for it, longer when a configuration rests.
double chunkSeconds(double rested)
{
    return std::min(0.03, 0.004 + 0.02 * rested);
}

constexpr double deliverSeconds = 0.06;        // the eye does not need numbers more often

std::size_t bytesOf(const MorphResult& result)
{
    std::size_t bytes = sizeof(MorphResult) + result.confusion.size() * sizeof(std::int64_t)
        + result.strip.size() * sizeof(Prediction);
    if (result.runner) {
        bytes += std::size_t(parameterCount(result.runner->family(), result.key.configuration))
            * sizeof(float);
    }
    return bytes;
}

/// Everything the measuring of one sample reads and has come to; owned by the job.
struct Measuring {
    using Clock = std::chrono::steady_clock;
    using Show = std::function<void(JobContext&, const MorphResult&)>;

    std::shared_ptr<const Manifold> manifold;
    std::shared_ptr<const ImageSet> images;
    std::vector<std::size_t> examples;
    std::size_t limit = 0;
    Show show;            ///< takes each better result
    MorphResult result;   ///< what is known already

    std::optional<AccuracyStream> stream;
    std::int64_t least = firstImages;   ///< no accuracy is shown of fewer
    std::size_t chunk = 8;
    Clock::time_point began;
    Clock::time_point delivered;

    [[nodiscard]] SampleOptions options() const
    {
        return {result.key.averaging, 1.0, manifold->seed};
    }
};

double secondsSince(Measuring::Clock::time_point time)
{
    return std::chrono::duration<double>(Measuring::Clock::now() - time).count();
}

/// What is looked at first: the sample, and what it says of the examples. False when its weights
/// are all there is to know, because there is nothing to measure it on.
bool drawSample(Measuring& work, JobContext& context)
{
    MorphResult& result = work.result;
    if (!result.runner) {
        const Network network = sampleNetwork(*work.manifold, result.key.configuration,
                                              work.options(), context.stopToken());
        result.runner = std::make_shared<NetworkRunner>(network, work.manifold->scaling());
        result.weights = fingerprint(network);
    }
    context.checkpoint();
    if (work.images && result.strip.empty()) {
        result.strip = result.runner->classify(*work.images, work.examples);
    }
    work.show(context, result);
    if (!work.images) {
        // How long an image takes does not depend on what it shows.
        result.latency = measureLatency(
            *result.runner, *noiseImages(work.manifold->family(), latencyRuns), latencyRuns,
            context.stopToken());
        result.complete = true;
        work.show(context, result);
        return false;
    }
    return true;
}

/// Measures a few more images; false when the whole set is measured.
bool measureMore(Measuring& work, JobContext& context)
{
    MorphResult& result = work.result;
    if (!work.stream) {
        work.stream.emplace(work.images, work.limit);
        result.total = work.stream->total();
        // What was known before on more images stays until this measurement has overtaken it.
        const std::int64_t known = result.measurement ? result.measurement->images : 0;
        work.least = std::max(firstImages, known);
        work.began = Measuring::Clock::now();
    }
    AccuracyStream& stream = *work.stream;
    context.checkpoint();
    const auto start = Measuring::Clock::now();
    const bool more = stream.advance(*result.runner, work.chunk);
    // Chunks follow the speed of this network on this machine, so that a cancel is obeyed in
    // time; until the first prefix is measured they end where it ends.
    const double perImage = secondsSince(start) / double(work.chunk);
    work.chunk = std::clamp<std::size_t>(
        std::size_t(chunkSeconds(secondsSince(work.began)) / std::max(perImage, 1e-7)), 4, 2048);
    const std::int64_t toFirst = firstImages - stream.measured();
    if (toFirst > 0) {
        work.chunk = std::min(work.chunk, std::size_t(toFirst));
    }
    context.progress(double(stream.measured()) / double(stream.total()));
    const bool due =
        stream.measured() >= work.least && secondsSince(work.delivered) >= deliverSeconds;
    if (more && !due) {
        return true;
    }
    result.measurement =
        toMeasurement(stream, *work.manifold, result.key.configuration, work.options());
    result.confusion = stream.confusion();
    result.right = stream.right();
    result.complete = !more && result.latency;
    work.show(context, result);
    work.delivered = Measuring::Clock::now();
    if (!result.latency) {
        // The configuration rests since the first accuracy: time to measure the cost as well.
        result.latency =
            measureLatency(*result.runner, *work.images, latencyRuns, context.stopToken());
        result.complete = !more;
        work.show(context, result);
    }
    return more;
}

/// The measuring in pieces, between which other live work has its turn.
struct Refinement {
    std::shared_ptr<Measuring> work;
    std::function<void(JobContext&, const Error&)> failed;

    void operator()(JobContext& context) const
    {
        try {
            if (measureMore(*work, context)) {
                context.later(*this);
            }
        } catch (const Error& error) {
            failed(context, error);
        }
    }
};

} // namespace

LiveMorph::LiveMorph(SessionModel& session, TestImages& images, JobBoard& jobs, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_images(images)
    , m_jobs(jobs)
    , m_cache(defaultCacheBytes)
{
    connect(&m_session, &SessionModel::stateChanged, this, &LiveMorph::update);
    connect(&m_images, &TestImages::changed, this, &LiveMorph::imagesChanged);
}

LiveMorph::~LiveMorph()
{
    m_jobs.cancel(m_currentJob);
    m_jobs.cancel(m_pinnedJob);
}

void LiveMorph::setCacheBytes(std::size_t bytes)
{
    m_cache.setLimit(bytes);
}

bool LiveMorph::isSettled() const
{
    const SessionState& state = m_session.state();
    if (m_images.isReading()) {
        return false;
    }
    if (!m_askedCurrent) {
        return true;
    }
    // A complete result of the sample before is no answer to what is asked now.
    const auto answers = [](const std::optional<MorphResult>& result, const SampleKey& key) {
        return result && result->complete && result->key == key;
    };
    SampleKey pinned = *m_askedCurrent;
    pinned.configuration = state.pinned.value_or(pinned.configuration);
    return answers(m_current, *m_askedCurrent) && (!state.pinned || answers(m_pinned, pinned));
}

const PairedComparison* LiveMorph::comparison() const
{
    const auto hash = [](const std::optional<MorphResult>& result) {
        return result && result->measurement ? result->measurement->datasetHash : std::string();
    };
    const SessionState& state = m_session.state();
    if (!m_measuredOn || !state.pinned || hash(m_pinned).empty() || hash(m_pinned) != hash(m_current)
        || m_pinned->key.configuration != *state.pinned
        || m_current->key.configuration != state.current
        || m_current->key.averaging != m_pinned->key.averaging) {
        return nullptr;
    }
    const auto images = std::int64_t(std::min(m_pinned->right.size(), m_current->right.size()));
    if (!m_compared || m_compared->result.images != images || m_compared->pinned != m_pinned->key
        || m_compared->current != m_current->key) {
        m_compared = Compared{m_pinned->key, m_current->key,
                              comparePaired(*m_measuredOn, m_pinned->right, m_current->right)};
    }
    return &m_compared->result;
}

void LiveMorph::imagesChanged()
{
    m_compared.reset();
    if (m_images.images() != m_measuredOn) {
        m_measuredOn = m_images.images();
        m_examples.clear();
        if (m_measuredOn) {
            m_examples = chooseExamples(*m_measuredOn, exampleCount);
        }
        m_cache = ByteCache<SampleKey, MorphResult>(m_cache.limit());
    }
    forget(Which::Current);
    forget(Which::Pinned);
    update();
}

void LiveMorph::update()
{
    const SessionState& state = m_session.state();
    const auto manifold = m_session.manifold();
    if (!manifold || m_images.isReading()) {
        forget(Which::Current);
        forget(Which::Pinned);
        return;
    }
    const auto keyOf = [&](const Configuration& configuration) {
        return SampleKey{manifold->hash, configuration, state.averaging};
    };
    const SampleKey current = keyOf(state.current);
    if (m_askedCurrent != current) {
        // Live work is done one at a time: A makes way for B and goes on when B is measured.
        if (m_pinnedJob != 0) {
            m_jobs.cancel(std::exchange(m_pinnedJob, 0));
            m_askedPinned.reset();
        }
        ask(Which::Current, current);
    }
    updatePinned();
    checkSettled();
}

void LiveMorph::updatePinned()
{
    const SessionState& state = m_session.state();
    if (!state.pinned || !m_askedCurrent) {
        forget(Which::Pinned);
        return;
    }
    const SampleKey pinned{m_askedCurrent->manifoldHash, *state.pinned, state.averaging};
    if (m_askedPinned == pinned) {
        return;
    }
    if (m_pinned && m_pinned->key != pinned) {
        m_pinned.reset();
        Q_EMIT pinnedChanged();
    }
    if (const auto known = knownOf(pinned)) {
        m_pinned = *known;
        Q_EMIT pinnedChanged();
        if (known->complete) {
            m_askedPinned = pinned;
            return;
        }
    }
    if (m_current && m_current->complete) {
        ask(Which::Pinned, pinned);
    }
}

std::optional<MorphResult> LiveMorph::knownOf(const SampleKey& key)
{
    if (const MorphResult* kept = m_cache.find(key)) {
        return *kept;
    }
    for (const auto* result : {&m_current, &m_pinned}) {
        if (*result && (*result)->key == key) {
            return **result;
        }
    }
    return std::nullopt;
}

void LiveMorph::forget(Which which)
{
    const bool current = which == Which::Current;
    auto& asked = current ? m_askedCurrent : m_askedPinned;
    auto& result = current ? m_current : m_pinned;
    m_jobs.cancel(std::exchange(current ? m_currentJob : m_pinnedJob, 0));
    const bool had = asked || result;
    asked.reset();
    result.reset();
    if (!had) {
        return;
    }
    if (current) {
        Q_EMIT pictureChanged();
        Q_EMIT measurementChanged();
    } else {
        Q_EMIT pinnedChanged();
    }
}

void LiveMorph::ask(Which which, const SampleKey& key)
{
    const bool current = which == Which::Current;
    JobId& job = current ? m_currentJob : m_pinnedJob;
    m_jobs.cancel(std::exchange(job, 0));
    (current ? m_askedCurrent : m_askedPinned) = key;
    m_requests += current;

    auto work = std::make_shared<Measuring>();
    if (auto known = knownOf(key)) {
        work->result = std::move(*known);
    }
    work->result.key = key;
    if (work->result.complete) {
        receive(which, work->result);
        return;
    }
    work->manifold = m_session.manifold();
    work->images = m_images.images();
    work->examples = m_examples;
    work->limit = m_limit;
    work->show = [this, which](JobContext& context, const MorphResult& result) {
        context.deliver([this, which, result] { receive(which, result); });
    };
    const auto failed = [this, which, key](JobContext& context, const Error& error) {
        context.deliver([this, which, key, text = errorText(error)] {
            MorphResult nothing;
            nothing.key = key;
            nothing.complete = true;
            receive(which, nothing);
            Q_EMIT problem(text);
        });
    };
    job = m_jobs.scheduler().runLatest(
        m_channel + (current ? "current sample" : "pinned sample"),
        (current ? tr("Measuring B, %1") : tr("Measuring A, %1"))
            .arg(sizeText(key.configuration))
            .toStdString(),
        [work, failed](JobContext& context) {
            try {
                if (drawSample(*work, context)) {
                    context.later(Refinement{work, failed});
                }
            } catch (const Error& error) {
                failed(context, error);
            }
        });
}

void LiveMorph::receive(Which which, const MorphResult& result)
{
    const bool current = which == Which::Current;
    const SessionState& state = m_session.state();
    if (current && (state.current != result.key.configuration
                    || state.averaging != result.key.averaging)) {
        ++m_staleShown;
    }
    if (result.complete && result.runner) {
        m_cache.insert(result.key, result, bytesOf(result));
    }
    if (!current) {
        m_pinned = result;
        Q_EMIT pinnedChanged();
    } else {
        const bool picture = !m_current || m_current->key != result.key;
        m_current = result;
        if (picture) {
            Q_EMIT pictureChanged();
        }
        Q_EMIT measurementChanged();
        if (result.complete) {
            updatePinned();
        }
    }
    if (result.complete) {
        (current ? m_currentJob : m_pinnedJob) = 0;
    }
    checkSettled();
}

void LiveMorph::checkSettled()
{
    if (isSettled()) {
        Q_EMIT settled();
    }
}

} // namespace morphospace
