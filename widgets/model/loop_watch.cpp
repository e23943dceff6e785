// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/model/loop_watch.h"

#include <QAbstractEventDispatcher>

#include <algorithm>
#include <cmath>

namespace morphospace {

LoopWatch::LoopWatch(QObject* parent)
    : QObject(parent)
{
    auto* dispatcher = QAbstractEventDispatcher::instance();
    const auto end = [this] {
        if (m_awake) {
            m_gaps.push_back(double(m_clock.nsecsElapsed()) / 1e6);
        }
    };
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this, end] {
        end();
        m_awake = true;
        m_clock.start();
    });
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this, end] {
        end();
        m_awake = false;
    });
}

void LoopWatch::reset()
{
    m_gaps.clear();
    m_awake = false;
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
