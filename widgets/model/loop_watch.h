// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <vector>

namespace morphospace {

/// How long the event loop of this thread is away at a time: from waking up to looking for events
/// again. The longest such gap is how late the window answers at worst.
class LoopWatch : public QObject {
    Q_OBJECT
public:
    explicit LoopWatch(QObject* parent = nullptr);

    void reset();
    [[nodiscard]] double longestMilliseconds() const;
    /// The gap that `fraction` of all gaps do not exceed.
    [[nodiscard]] double quantileMilliseconds(double fraction) const;

private:
    QElapsedTimer m_clock;
    bool m_awake = false;
    std::vector<double> m_gaps;
};

/// The value that `fraction` of the values do not exceed (nearest rank); 0 of none.
[[nodiscard]] double quantile(std::vector<double> values, double fraction);

} // namespace morphospace
