// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/scheduler.h"

#include <QObject>

#include <map>

namespace morphospace {

/// The scheduler as the window sees it: what runs now, by name, with progress and a cancel.
/// Results of jobs arrive in the thread of this object, through its event loop.
class JobBoard : public QObject {
    Q_OBJECT
public:
    explicit JobBoard(QObject* parent = nullptr);
    ~JobBoard() override;

    [[nodiscard]] Scheduler& scheduler() { return *m_scheduler; }
    /// Jobs that wait or run, oldest first.
    [[nodiscard]] const std::map<JobId, JobStatus>& active() const { return m_active; }
    void cancel(JobId id);

Q_SIGNALS:
    void changed();
    /// Done, cancelled or failed.
    void ended(JobId id);
    void failed(const QString& jobName, const QString& error);

private:
    void receive(const JobStatus& status);

    std::map<JobId, JobStatus> m_active;
    std::unique_ptr<Scheduler> m_scheduler;
};

} // namespace morphospace
