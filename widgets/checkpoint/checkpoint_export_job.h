// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoints/checkpoint_export.h"
#include "widgets/model/job_board.h"

#include <QObject>

#include <atomic>
#include <map>
#include <memory>

namespace morphospace {

/// Exports as jobs of the board: one after the other, with progress and a cancel. What is written
/// when one is cancelled stays, whole.
class CheckpointExport : public QObject {
    Q_OBJECT
public:
    explicit CheckpointExport(JobBoard& jobs, QObject* parent = nullptr);
    ~CheckpointExport() override;

    /// Queues an export; the order is a snapshot and may outlive whatever it was made from.
    JobId start(std::shared_ptr<const Manifold> manifold, CheckpointOrder order);

Q_SIGNALS:
    void written(const QString& fileName);
    /// All is written, or it was cancelled: in words.
    void ended(const QString& text);
    void problem(const QString& text);

private:
    struct Run {
        int files = 0;
        QString only;                ///< name of the file, where there is one
        bool isTold = false;         ///< what went wrong has been said
        std::atomic<int> written{0}; ///< counted where it happens: a cancel drops deliveries
    };
    void finish(JobId id);

    JobBoard& m_jobs;
    std::map<JobId, std::shared_ptr<Run>> m_runs;
};

} // namespace morphospace
