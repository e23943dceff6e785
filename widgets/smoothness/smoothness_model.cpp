// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/smoothness_model.h"

#include "core/base/error.h"
#include "core/checkpoints/checkpoint_export.h"
#include "core/formats/checkpoint.h"
#include "widgets/language/core_text.h"

#include <QFileInfo>

#include <cmath>
#include <functional>
#include <utility>

namespace morphospace {
namespace {

constexpr std::size_t chunk = 64;   // images between two looks at the stop token

/// A network that no file says the scaling of: what of it is shown does not depend on it.
InputScaling plainScaling(const Family& family)
{
    const auto channels = std::size_t(family.imageChannels);
    return {std::vector<float>(channels, 0.5F), std::vector<float>(channels, 0.25F)};
}

/// The measurement of a network that is no plain sample of the manifold.
Measurement measureDraw(const Manifold& manifold, const Configuration& configuration,
                        const SampleOptions& options, std::shared_ptr<const ImageSet> images,
                        std::size_t limit, const std::stop_token& stop)
{
    const NetworkRunner runner(
        jitteredNetwork(manifold, configuration, options.jitter, options.seed), manifold.scaling());
    AccuracyStream stream(std::move(images), limit);
    while (stream.advance(runner, chunk)) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
    }
    return toMeasurement(stream, manifold, configuration, options);
}

/// A job that measures two orders piece by piece.
struct OrderPieces {
    std::function<std::shared_ptr<OrderMeasuring>()> begin;
    std::function<void(JobContext&, const OrderEffect&)> told;
    std::function<void(JobContext&, const Error&)> failed;
    std::shared_ptr<OrderMeasuring> measuring;   ///< null until the first piece

    void operator()(JobContext& context) const
    {
        try {
            OrderPieces rest = *this;
            if (!rest.measuring) {
                rest.measuring = begin();
            }
            context.checkpoint();
            const auto step = rest.measuring->advance();
            if (step != OrderMeasuring::Step::Goes) {
                told(context, rest.measuring->effect());
            }
            if (step != OrderMeasuring::Step::Complete) {
                context.later(std::move(rest));
            }
        } catch (const Error& error) {
            failed(context, error);
        }
    }
};

} // namespace

SmoothnessModel::SmoothnessModel(SessionModel& session, TestImages& images, JobBoard& jobs,
                                 QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_images(images)
    , m_jobs(jobs)
{
    connect(&m_session, &SessionModel::manifoldChanged, this, [this] {
        cancelMeasuring();
        m_effect.reset();
        // Another manifold is what the person wants to see now.
        closeCheckpoint();
        forgetOrders();
        m_sizes.reset();
        m_sizeKey = {};
        Q_EMIT subjectChanged();
        Q_EMIT ordersChanged();
        Q_EMIT sizesChanged();
        Q_EMIT effectChanged();
    });
    connect(&m_session, &SessionModel::stateChanged, this, &SmoothnessModel::stateChanged);
    connect(&m_jobs, &JobBoard::ended, this, [this](JobId id) {
        for (JobId* mine : {&m_working, &m_sizing, &m_reading, &m_measuring, &m_comparing}) {
            if (*mine == id) {
                *mine = 0;
                if (mine == &m_measuring) {
                    Q_EMIT effectChanged();
                } else if (mine == &m_comparing) {
                    Q_EMIT orderEffectChanged();
                }
            }
        }
    });
}

SmoothnessModel::~SmoothnessModel()
{
    for (const JobId id : {m_working, m_sizing, m_reading, m_measuring, m_comparing}) {
        m_jobs.cancel(id);
    }
}

void SmoothnessModel::setWatched(bool watched)
{
    m_watched = watched;
    update();
}

QString SmoothnessModel::title() const
{
    if (m_checkpoint) {
        return m_checkpointName;
    }
    const auto manifold = m_session.manifold();
    return manifold ? QString::fromStdString(manifold->title) : QString();
}

OrderKind SmoothnessModel::before() const
{
    const std::string value = optionValue(m_session.state(), "smoothness.before");
    if (value == "auto") {
        // A manifold keeps its channels in the order of their paths: that is the smooth one.
        return m_checkpoint ? OrderKind::Original : OrderKind::Random;
    }
    return orderNamed(value);
}

OrderKind SmoothnessModel::after() const
{
    const std::string value = optionValue(m_session.state(), "smoothness.after");
    if (value == "auto") {
        return m_checkpoint ? OrderKind::Path : OrderKind::Original;
    }
    return orderNamed(value);
}

double SmoothnessModel::jitter() const
{
    return QString::fromStdString(optionValue(m_session.state(), "smoothness.jitter")).toDouble();
}

void SmoothnessModel::stateChanged()
{
    if (m_effect
        && (m_effect->configuration != m_session.state().current
            || std::abs(m_effect->jitter - jitter()) > 1e-9)) {
        cancelMeasuring();
        m_effect.reset();
        Q_EMIT effectChanged();
    }
    update();
}

void SmoothnessModel::update()
{
    if (m_watched) {
        computeOrders();
        computeSizes();
    }
}

void SmoothnessModel::forgetOrders()
{
    cancelMeasuringOrders();
    m_orderKey = {};
    m_orders.reset();
    m_orderEffect.reset();
}

void SmoothnessModel::computeOrders()
{
    const auto manifold = m_session.manifold();
    const auto checkpoint = m_checkpoint;
    const OrderKey key{checkpoint ? static_cast<const void*>(checkpoint.get()) : manifold.get(),
                       before(), after()};
    if (key == m_orderKey || key.subject == nullptr) {
        return;
    }
    m_orderKey = key;
    cancelMeasuringOrders();
    m_working = m_jobs.scheduler().runLatest(
        m_channel + "smoothness orders", tr("Ordering channels").toStdString(),
        [this, manifold, checkpoint, key](JobContext& context) {
            try {
                const Network network = checkpoint
                    ? foldedNetwork(*checkpoint)
                    : sampleNetwork(*manifold, manifold->family().full);
                const InputScaling scaling = checkpoint
                    ? checkpoint->scaling.value_or(plainScaling(network.family))
                    : manifold->scaling();
                auto result = std::make_shared<const OrderComparison>(compareOrders(
                    network, scaling, key.before, key.after, context.stopToken()));
                context.deliver([this, result] {
                    m_orders = result;
                    m_orderEffect.reset();   // was of the ones before
                    Q_EMIT ordersChanged();
                });
            } catch (const Error& error) {
                context.deliver([this, text = errorText(error)] {
                    Q_EMIT problem(text);
                });
            }
        });
}

void SmoothnessModel::computeSizes()
{
    const auto manifold = m_session.manifold();
    if (!manifold) {
        return;
    }
    const SizeKey key{manifold.get(), m_session.state().current, jitter()};
    if (key == m_sizeKey) {
        return;
    }
    m_sizeKey = key;
    m_sizing = m_jobs.scheduler().runLatest(
        m_channel + "smoothness sizes", tr("Generating weights").toStdString(),
        [this, manifold, key](JobContext& context) {
            try {
                auto result = std::make_shared<const SizeComparison>(
                    compareSizes(*manifold, key.configuration, key.jitter, manifold->seed));
                context.deliver([this, result] {
                    m_sizes = result;
                    Q_EMIT sizesChanged();
                });
            } catch (const Error& error) {
                context.deliver([this, text = errorText(error)] {
                    Q_EMIT problem(text);
                });
            }
        });
}

void SmoothnessModel::openCheckpoint(const std::filesystem::path& file)
{
    const QString name = QFileInfo(QString::fromStdU16String(file.u16string())).fileName();
    m_reading = m_jobs.scheduler().runLatest(
        m_channel + "smoothness checkpoint", tr("Reading %1").arg(name).toStdString(),
        [this, file, name](JobContext& context) {
            try {
                auto read = std::make_shared<const NetworkCheckpoint>(readNetworkCheckpoint(file));
                context.deliver([this, read, name] {
                    m_checkpoint = read;
                    m_checkpointName = name;
                    forgetOrders();
                    Q_EMIT subjectChanged();
                    Q_EMIT ordersChanged();
                    update();
                });
            } catch (const Error& error) {
                context.deliver([this, text = errorText(error)] {
                    Q_EMIT problem(text);
                });
            }
        });
}

void SmoothnessModel::closeCheckpoint()
{
    if (m_checkpoint) {
        m_checkpoint.reset();
        m_checkpointName.clear();
        forgetOrders();
        Q_EMIT subjectChanged();
        Q_EMIT ordersChanged();
        update();
    }
}

void SmoothnessModel::exportOrdered(const std::filesystem::path& file)
{
    const auto comparison = m_orders;
    const auto checkpoint = m_checkpoint;
    const auto manifold = m_session.manifold();
    if (!comparison || (!checkpoint && !manifold)) {
        return;
    }
    const QString name = QFileInfo(QString::fromStdU16String(file.u16string())).fileName();
    m_jobs.scheduler().enqueue(
        tr("Writing %1").arg(name).toStdString(),
        [this, comparison, checkpoint, manifold, file, name](JobContext& context) {
            try {
                if (checkpoint) {
                    writePermuted(*checkpoint, comparison->afterOrders, comparison->after, file);
                } else {
                    Network network = comparison->network;
                    network.tensors = permute(network.family, network.configuration,
                                              network.tensors, comparison->afterOrders);
                    auto provenance = checkpointProvenance(*manifold, network, {1, 1, manifold->seed});
                    provenance.merge(orderProvenance(comparison->network, comparison->after));
                    writeNetwork(network, manifold->scaling(), provenance, file);
                }
                context.deliver([this, name] { Q_EMIT told(tr("Wrote %1").arg(name)); });
            } catch (const Error& error) {
                context.deliver([this, text = errorText(error)] {
                    Q_EMIT problem(text);
                });
            }
        });
}

void SmoothnessModel::measureJitter(std::size_t limit)
{
    cancelMeasuring();
    const auto manifold = m_session.manifold();
    const auto images = m_images.images();
    if (!manifold || !images) {
        return;
    }
    const SessionState& state = m_session.state();
    JitterEffect effect;
    effect.configuration = state.current;
    effect.jitter = jitter();
    effect.averaging = state.averaging > 1 ? state.averaging : effectAveraging;
    m_effect = effect;
    m_measuring = m_jobs.scheduler().enqueue(
        tr("Accuracy with jitter").toStdString(),
        [this, manifold, images, effect, limit](JobContext& context) {
            const auto receive = [&](std::optional<Measurement> JitterEffect::*which,
                                     const Measurement& measurement) {
                context.deliver([this, which, measurement] {
                    if (m_effect) {
                        (*m_effect).*which = measurement;
                        Q_EMIT effectChanged();
                    }
                });
            };
            try {
                context.progress(0, tr("the clean sample").toStdString());
                SampleOptions options{1, effect.jitter, manifold->seed};
                receive(&JitterEffect::clean,
                        measure(*manifold, effect.configuration, options, images, limit,
                                context.stopToken()));
                context.progress(1.0 / 3, tr("one jittered sample").toStdString());
                receive(&JitterEffect::draw,
                        measureDraw(*manifold, effect.configuration, options, images, limit,
                                    context.stopToken()));
                context.progress(2.0 / 3, tr("the average").toStdString());
                options.averaging = effect.averaging;
                receive(&JitterEffect::averaged,
                        measure(*manifold, effect.configuration, options, images, limit,
                                context.stopToken()));
            } catch (const Error& error) {
                context.deliver([this, text = errorText(error)] {
                    Q_EMIT problem(text);
                });
            }
        });
    Q_EMIT effectChanged();
}

void SmoothnessModel::cancelMeasuring()
{
    if (m_measuring != 0) {
        m_jobs.cancel(m_measuring);
        m_measuring = 0;
        Q_EMIT effectChanged();
    }
}

void SmoothnessModel::measureOrderAccuracy(std::size_t limit)
{
    const auto comparison = m_orders;
    const auto images = m_images.images();
    const auto manifold = m_session.manifold();
    if (!comparison || !images || (!m_checkpoint && !manifold)) {
        return;
    }
    if (m_checkpoint && !m_checkpoint->scaling) {
        Q_EMIT problem(tr("%1 does not say how its pixels are scaled ('input_mean' and "
                          "'input_deviation' in its header), so that no accuracy can be measured.")
                           .arg(m_checkpointName));
        return;
    }
    const InputScaling scaling = m_checkpoint ? *m_checkpoint->scaling : manifold->scaling();
    m_orderEffect = OrderEffect();
    m_comparing = m_jobs.scheduler().runLatest(
        m_channel + "smoothness accuracy", tr("Accuracy in two orders").toStdString(),
        // In pieces: the sizes, and the sample that is being changed, are not kept waiting.
        OrderPieces{
            [comparison, images, scaling, limit] {
                return std::make_shared<OrderMeasuring>(*comparison, scaling, images, limit);
            },
            [this](JobContext& context, const OrderEffect& effect) {
                const int parts = 1 + int(effect.before.has_value()) + int(effect.after.has_value());
                context.progress(parts / 3.0);
                context.deliver([this, effect] {
                    m_orderEffect = effect;
                    Q_EMIT orderEffectChanged();
                });
            },
            [this](JobContext& context, const Error& error) {
                context.deliver([this, text = errorText(error)] {
                    m_orderEffect.reset();
                    Q_EMIT problem(text);
                });
            },
            nullptr});
    Q_EMIT orderEffectChanged();
}

void SmoothnessModel::cancelMeasuringOrders()
{
    if (m_comparing != 0) {
        m_jobs.cancel(std::exchange(m_comparing, 0));
        Q_EMIT orderEffectChanged();
    }
}

} // namespace morphospace
