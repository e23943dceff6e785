// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/model/job_board.h"

#include "widgets/language/core_text.h"

#include <QMetaObject>

namespace morphospace {

JobBoard::JobBoard(QObject* parent)
    : QObject(parent)
    , m_scheduler(std::make_unique<Scheduler>(
          [this](std::function<void()> call) {
              QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
          },
          [this](const JobStatus& status) { receive(status); }))
{
}

JobBoard::~JobBoard()
{
    // Joins the threads while this object can still take their calls.
    m_scheduler.reset();
}

void JobBoard::cancel(JobId id)
{
    m_scheduler->cancel(id);
}

void JobBoard::receive(const JobStatus& status)
{
    using Phase = JobStatus::Phase;
    const bool goesOn = status.phase == Phase::Waiting || status.phase == Phase::Running;
    if (goesOn) {
        m_active[status.id] = status;
    } else {
        m_active.erase(status.id);
    }
    Q_EMIT changed();
    if (!goesOn) {
        Q_EMIT ended(status.id);
    }
    if (status.phase == Phase::Failed) {
        Q_EMIT failed(QString::fromStdString(status.name), coreText(status.error));
    }
}

} // namespace morphospace
