// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/sample_cache.h"

#include <algorithm>

namespace morphospace {

std::shared_ptr<const Network> SampleCache::sample(const Manifold& manifold,
                                                   const Configuration& configuration,
                                                   const SampleOptions& options,
                                                   const std::stop_token& stop)
{
    // A manifold that was never saved has no hash: its address tells it apart while it lives.
    Key key{manifold.hash, manifold.hash.empty() ? &manifold : nullptr, configuration,
            options.averaging, options.averaging > 1 ? options.jitter : 0.0,
            options.averaging > 1 ? options.seed : 0};
    const auto matches = [&key](const Entry& entry) { return entry.key == key; };
    {
        const std::lock_guard lock(m_mutex);
        const auto found = std::find_if(m_entries.begin(), m_entries.end(), matches);
        if (found != m_entries.end()) {
            m_entries.splice(m_entries.begin(), m_entries, found);
            return m_entries.front().network;
        }
    }
    auto network = std::make_shared<const Network>(
        sampleNetwork(manifold, configuration, options, stop));
    std::size_t bytes = 0;
    for (const WeightTensor& tensor : network->tensors)
        bytes += tensor.values.size() * sizeof(float);
    const std::lock_guard lock(m_mutex);
    if (std::find_if(m_entries.begin(), m_entries.end(), matches) == m_entries.end()) {
        m_entries.push_front({std::move(key), network, bytes});
        m_bytes += bytes;
        trim();
    }
    return network;
}

void SampleCache::setByteLimit(std::size_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_limit = bytes;
    trim();
}

std::size_t SampleCache::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

std::size_t SampleCache::count() const
{
    const std::lock_guard lock(m_mutex);
    return m_entries.size();
}

void SampleCache::trim()
{
    while (m_bytes > m_limit && !m_entries.empty()) {
        m_bytes -= m_entries.back().bytes;
        m_entries.pop_back();
    }
}

} // namespace morphospace
