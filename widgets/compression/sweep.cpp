// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compression/sweep.h"

#include "core/base/error.h"
#include "widgets/language/core_text.h"
#include "widgets/model/size_text.h"

#include <algorithm>
#include <cmath>

namespace morphospace {

std::vector<Configuration> widthSweep(const Manifold& manifold, const std::vector<int>& depths,
                                      int most)
{
    const Family& family = manifold.family();
    const auto leading = std::size_t(std::max_element(family.full.widths.begin(),
                                                      family.full.widths.end())
                                     - family.full.widths.begin());
    const int full = family.full.widths[leading];
    const int least = manifold.trained.least.widths[leading];
    const int greatest = manifold.trained.greatest.widths[leading];
    const int from = std::min(maximumWidthFactor * full, int(std::lround(greatest * 1.25)));
    const int to = std::max(1, int(std::lround(least * 0.5)));
    const int steps = std::max(1, std::min(most - 1, from - to));
    std::vector<Configuration> list;
    for (int step = 0; step <= steps; ++step) {
        const int width = from - int(std::lround(double(from - to) * step / steps));
        Configuration configuration = uniformWidths(family, double(width) / full, depths);
        if (list.empty() || list.back() != configuration) {
            list.push_back(std::move(configuration));
        }
    }
    return list;
}

std::vector<Configuration> fullSweep(const Manifold& manifold, int most)
{
    const Family& family = manifold.family();
    if (!manifold.changesDepth()) {
        return widthSweep(manifold, family.full.depths, 2 * most);
    }
    const int deepest = *std::max_element(family.full.depths.begin(), family.full.depths.end());
    std::vector<Configuration> list;
    for (int blocks = deepest; blocks >= 1; --blocks) {
        std::vector<int> depths = family.full.depths;
        for (int& depth : depths) {
            depth = std::clamp(int(std::floor(double(blocks) * depth / deepest + 0.5)), 1, depth);
        }
        for (Configuration& configuration : widthSweep(manifold, depths, most)) {
            list.push_back(std::move(configuration));
        }
    }
    return list;
}

Sweep::Sweep(SessionModel& session, TestImages& images, JobBoard& jobs, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_images(images)
    , m_jobs(jobs)
{
    connect(&m_session, &SessionModel::manifoldChanged, this, &Sweep::cancel);
    // Done, or cancelled from the status bar.
    connect(&m_jobs, &JobBoard::ended, this, [this](JobId id) {
        if (id == m_job) {
            end();
        }
    });
}

Sweep::~Sweep()
{
    m_jobs.cancel(m_job);
}

void Sweep::start(std::vector<Configuration> configurations, std::size_t limit)
{
    cancel();
    const auto manifold = m_session.manifold();
    const auto images = m_images.images();
    if (!manifold || !images || configurations.empty()) {
        return;
    }
    const SampleOptions options{m_session.state().averaging, 1.0, manifold->seed};
    // Named before the list moves into the job.
    const std::string name = tr("Sweep over %1 sizes").arg(configurations.size()).toStdString();
    m_job = m_jobs.scheduler().enqueue(
        name,
        [this, manifold, images, options, limit,
         list = std::move(configurations)](JobContext& context) {
            try {
                for (std::size_t i = 0; i < list.size(); ++i) {
                    context.progress(double(i) / double(list.size()),
                                     tr("%1 of %2: %3")
                                         .arg(i + 1)
                                         .arg(list.size())
                                         .arg(sizeText(list[i]))
                                         .toStdString());
                    const Measurement result =
                        measure(*manifold, list[i], options, images, limit, context.stopToken());
                    context.deliver([this, result] { Q_EMIT measured(result); });
                }
            } catch (const Error& error) {
                context.deliver([this, text = errorText(error)] {
                    Q_EMIT problem(text);
                });
            }
        });
    Q_EMIT runningChanged();
}

void Sweep::cancel()
{
    if (m_job != 0) {
        m_jobs.cancel(m_job);
        end();
    }
}

void Sweep::end()
{
    m_job = 0;
    Q_EMIT runningChanged();
}

} // namespace morphospace
