// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/model/job_board.h"
#include "widgets/model/live_morph.h"
#include "widgets/model/session_model.h"
#include "widgets/model/test_images.h"

#include <QObject>

#include <vector>

namespace morphospace {

/// Sizes of a sweep over width, from the widest to the narrowest: at most `most` steps through the
/// trained range and some way past both ends of it, at the given depths.
[[nodiscard]] std::vector<Configuration> widthSweep(const Manifold& manifold,
                                                    const std::vector<int>& depths, int most = 17);
/// The same at every number of blocks, all stages alike; one depth where it cannot change.
[[nodiscard]] std::vector<Configuration> fullSweep(const Manifold& manifold, int most = 9);

/// Measures many configurations in one job that can be cancelled; each is told as it is measured.
class Sweep : public QObject {
    Q_OBJECT
public:
    Sweep(SessionModel& session, TestImages& images, JobBoard& jobs, QObject* parent = nullptr);
    ~Sweep() override;

    /// Takes the place of a sweep under way. `limit`: images per size, 0 for all.
    void start(std::vector<Configuration> configurations, std::size_t limit = 0);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_job != 0; }
    /// The job under way, 0 where none is.
    [[nodiscard]] JobId job() const { return m_job; }

Q_SIGNALS:
    void measured(const Measurement& measurement);
    void runningChanged();
    void problem(const QString& text);

private:
    void end();

    SessionModel& m_session;
    TestImages& m_images;
    JobBoard& m_jobs;
    JobId m_job = 0;
};

} // namespace morphospace
