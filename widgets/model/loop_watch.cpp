// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/model/loop_watch.h"

#include <algorithm>
#include <cmath>

namespace morphospace {

void LoopWatch::start()
{
    m_gaps.clear();
    m_clock.start();
    m_timer.start(1, Qt::PreciseTimer, this);
}

void LoopWatch::stop()
{
    m_timer.stop();
}

void LoopWatch::timerEvent(QTimerEvent*)
{
    m_gaps.push_back(double(m_clock.nsecsElapsed()) / 1e6);
    m_clock.start();
}

double LoopWatch::longestMilliseconds() const
{
    return quantileMilliseconds(1);
}

double LoopWatch::quantileMilliseconds(double fraction) const
{
    return quantile(m_gaps, fraction);
}

double quantile(std::vector<double> values, double fraction)
{
    if (values.empty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    const auto rank = std::size_t(std::ceil(fraction * double(values.size())));
    return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

} // namespace morphospace
