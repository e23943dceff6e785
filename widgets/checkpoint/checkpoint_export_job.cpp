// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checkpoint/checkpoint_export_job.h"

#include "core/base/error.h"
#include "widgets/language/core_text.h"

namespace morphospace {
namespace {

QString stepText(CheckpointProgress::Step step)
{
    switch (step) {
    case CheckpointProgress::Step::Sampling:
        return CheckpointExport::tr("sampling %1");
    case CheckpointProgress::Step::Measuring:
        return CheckpointExport::tr("measuring %1");
    case CheckpointProgress::Step::Writing:
        return CheckpointExport::tr("writing %1");
    }
    return {};
}

} // namespace

CheckpointExport::CheckpointExport(JobBoard& jobs, QObject* parent) : QObject(parent), m_jobs(jobs)
{
    connect(&m_jobs, &JobBoard::ended, this, &CheckpointExport::finish);
}

CheckpointExport::~CheckpointExport()
{
    for (const auto& [id, run] : m_runs) {
        m_jobs.cancel(id);
    }
}

JobId CheckpointExport::start(std::shared_ptr<const Manifold> manifold, CheckpointOrder order)
{
    const auto run = std::make_shared<Run>();
    for (const CheckpointItem& item : order.items) {
        run->files += int(item.files.size());
    }
    if (run->files == 1) {
        run->only =
            QString::fromStdU16String(order.items.front().files.front().filename().u16string());
    }
    const QString name = run->files == 1 ? tr("Writing %1").arg(run->only)
                                         : tr("Writing checkpoints: %1").arg(run->files);
    const JobId id = m_jobs.scheduler().enqueue(
        name.toStdString(),
        [this, run, manifold = std::move(manifold), order = std::move(order)](JobContext& context) {
            try {
                exportCheckpoints(
                    *manifold, order, context.stopToken(),
                    [&context](const CheckpointProgress& at) {
                        context.progress(
                            at.fraction,
                            stepText(at.step)
                                .arg(QString::fromStdString(describe(at.configuration)))
                                .toStdString());
                    },
                    [this, run, &context](const WrittenCheckpoint& one) {
                        ++run->written;
                        context.deliver(
                            [this,
                             file = QString::fromStdU16String(one.file.filename().u16string())] {
                                Q_EMIT written(file);
                            });
                    });
            } catch (const Error& error) {
                context.deliver([this, run, text = errorText(error)] {
                    run->isTold = true;
                    Q_EMIT problem(text);
                });
            }
        });
    m_runs[id] = run;
    return id;
}

void CheckpointExport::finish(JobId id)
{
    const auto found = m_runs.find(id);
    if (found == m_runs.end()) {
        return;
    }
    const std::shared_ptr<Run> run = found->second;
    m_runs.erase(found);
    if (run->isTold) {
        return;
    }
    if (run->written < run->files) {
        Q_EMIT ended(tr("Export stopped: %1 of %2 files are written")
                         .arg(run->written.load())
                         .arg(run->files));
    } else if (run->files == 1) {
        Q_EMIT ended(tr("Wrote %1").arg(run->only));
    } else {
        Q_EMIT ended(tr("Checkpoints written: %1").arg(run->files));
    }
}

} // namespace morphospace
