// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>

#include <vector>

namespace morphospace {

/// How long the event loop of this thread is away at a time: a timer asks for a turn every
/// millisecond, and the time between two turns it gets is how late the window answers.
class LoopWatch : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void start();
    void stop();
    [[nodiscard]] double longestMilliseconds() const;
    /// The gap that `fraction` of all gaps do not exceed.
    [[nodiscard]] double quantileMilliseconds(double fraction) const;

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    QBasicTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<double> m_gaps;
};

/// The value that `fraction` of the values do not exceed (nearest rank); 0 of none.
[[nodiscard]] double quantile(std::vector<double> values, double fraction);

} // namespace morphospace
